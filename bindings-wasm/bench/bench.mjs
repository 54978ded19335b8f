// What a job takes here, and written by hand on what Node offers. usage: node bench/bench.mjs (build.sh first)
//
// By hand is what one would write for one shop: `bare` does the job and no more, the other line also makes
// the checks that keep an honest version out of trouble. Qantara checks more than either.
import { createHmac, randomBytes } from "node:crypto";
import { AlQaseh, Egw, Mac } from "../pkg/node.js";

const keyHex = "00112233445566778899AABBCCDDEEFF";
const key = Buffer.from(keyHex, "hex");
const order = (
  "AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL EMAIL TRTYPE COUNTRY MERCH_GMT " +
  "TIMESTAMP NONCE BACKREF"
).split(" ");
const shop = {
  MERCH_NAME: "Books Online Inc.",
  MERCH_URL: "www.sample.com",
  MERCHANT: "123456789012345",
  TERMINAL: "99999999",
};
const message = (i) => ({
  AMOUNT: `${1000 + (i & 4095)}`,
  CURRENCY: "IQD",
  ORDER: `${771000 + (i & 511)}`,
  DESC: "IT Books. Qty: 2",
  ...shop,
  EMAIL: "pgw@mail.sample.com",
  TRTYPE: "1",
  TIMESTAMP: "20261120153021",
  NONCE: "F2B2DD7E603A7ADAF2B2DD7E603A7ADA",
  BACKREF: "https://www.sample.com/shop/reply",
});

function source(fields) {
  let text = "";
  for (const name of order) {
    const value = fields[name];
    text += value ? Buffer.byteLength(value) + value : "-";
  }
  return text;
}
const macByHand = (fields) => createHmac("sha1", key).update(source(fields)).digest("hex").toUpperCase();

const egw = new Egw({
  environment: "test",
  apiKey: "api-key-of-mine",
  macKey: keyHex,
  profile: "classic",
  merchant: shop.MERCHANT,
  terminal: shop.TERMINAL,
  merchName: shop.MERCH_NAME,
  merchUrl: shop.MERCH_URL,
});
const mac = new Mac({ key: keyHex, order });
const input = (i) => ({
  orderId: `${771000 + (i & 511)}`,
  amount: `${1000 + (i & 4095)}`,
  currency: "IQD",
  description: "IT Books. Qty: 2",
  transactionType: "retail",
  email: "pgw@mail.sample.com",
  backRef: "https://www.sample.com/shop/reply",
});

function fieldsByHand({ orderId, amount, currency, description, email, backRef }) {
  return {
    AMOUNT: amount,
    CURRENCY: currency,
    ORDER: orderId,
    DESC: description,
    ...shop,
    EMAIL: email,
    TRTYPE: "1",
    TIMESTAMP: new Date().toISOString().slice(0, 19).replace(/[-:T]/g, ""),
    NONCE: randomBytes(16).toString("hex").toUpperCase(),
    BACKREF: backRef,
  };
}
function requestByHand(fields, sign) {
  const body = { p_sign: sign };
  for (const [name, value] of Object.entries(fields)) body[name.toLowerCase()] = value;
  return {
    method: "POST",
    headers: { "X-API-Key": "api-key-of-mine", "Content-Type": "application/json" },
    body: JSON.stringify(body),
    redirect: "manual",
  };
}
function prepareByHand(given) {
  const fields = fieldsByHand(given);
  return requestByHand(fields, macByHand(fields));
}
const webKey = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-1" }, false, ["sign"]);
async function macByWeb(fields) {
  const made = await crypto.subtle.sign("HMAC", webKey, new TextEncoder().encode(source(fields)));
  return Buffer.from(made).toString("hex").toUpperCase();
}
async function prepareByWeb(given) {
  const fields = fieldsByHand(given);
  return requestByHand(fields, await macByWeb(fields));
}

const alqaseh = new AlQaseh({ environment: "test", clientId: "shop", clientSecret: "secret-of-mine" });
const payment = (i) => ({
  orderId: `A-${1000 + (i & 4095)}`,
  amount: "25000",
  currency: "IQD",
  description: "Two books",
  redirectUrl: "https://shop.example/return",
  webhookUrl: "https://shop.example/webhook",
});
function createBare({ orderId, amount, currency, description, redirectUrl, webhookUrl }) {
  return {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from("shop:secret-of-mine").toString("base64")}`,
      Accept: "application/json",
      "Content-Type": "application/json",
    },
    body: JSON.stringify({
      order_id: orderId,
      amount: Number(amount),
      currency,
      description,
      redirect_url: redirectUrl,
      transaction_type: "Retail",
      webhook_url: webhookUrl,
    }),
    redirect: "manual",
  };
}
const known = new Set(["orderId", "amount", "currency", "description", "redirectUrl", "webhookUrl"]);
function createChecked(given) {
  for (const name of Object.keys(given)) if (!known.has(name)) throw new TypeError(`${name}?`);
  const { orderId, amount, currency, description, redirectUrl, webhookUrl } = given;
  for (const text of [orderId, amount, currency, description, redirectUrl]) {
    if (typeof text !== "string") throw new TypeError("text");
  }
  if (!/^[A-Za-z0-9._:/-]{1,32}$/.test(orderId)) throw new TypeError("orderId");
  if (!/^(?:0|[1-9]\d{0,11})$/.test(amount) || amount === "0") throw new TypeError("amount");
  if (!/^[A-Z]{3}$/.test(currency)) throw new TypeError("currency");
  // eslint-disable-next-line no-control-regex
  if (description.length < 1 || description.length > 250 || /[\u0000-\u001f\u007f-\u009f]/.test(description)) {
    throw new TypeError("description");
  }
  for (const url of [redirectUrl, webhookUrl]) {
    if (url === undefined) continue;
    const { protocol, hash, username } = new URL(url);
    if (!/^https?:$/.test(protocol) || hash !== "" || username !== "") throw new TypeError("url");
  }
  return createBare(given);
}

const reply = JSON.stringify({
  id: 48213,
  payment_id: "7f2c9a54-3b1e-4d60-9c8e-5a1d2e3f4a5b",
  token: "b1946ac92492d2347c6235b4d2611184",
  order_id: "A-1001",
  amount: 25000,
  currency: "IQD",
  description: "Two books",
  payment_status: "succeeded",
  transaction_type: "Retail",
  approval_code: "831000",
  rc: "00",
  rrn: "432112345678",
  created_at: "2026-11-20T14:00:00Z",
  updated_at: "2026-11-20T14:02:00Z",
  custom_data: { cart: 77 },
});
const expected = { orderId: "A-1001", amount: "25000", currency: "IQD" };
const look = alqaseh.getPayment({ paymentId: "7f2c9a54-3b1e-4d60-9c8e-5a1d2e3f4a5b" });
function settleByHand(text) {
  const found = JSON.parse(text);
  for (const name of ["payment_id", "order_id", "currency", "payment_status", "transaction_type"]) {
    if (typeof found[name] !== "string") throw new TypeError(name);
  }
  if (found.payment_id !== "7f2c9a54-3b1e-4d60-9c8e-5a1d2e3f4a5b") throw new TypeError("payment");
  if (found.order_id !== expected.orderId || found.currency !== expected.currency) throw new TypeError("order");
  if (found.amount !== Number(expected.amount)) throw new TypeError("amount");
  const paid = found.payment_status.toLowerCase() === "succeeded" && found.transaction_type === "Retail";
  return paid ? { kind: "paid", replayKey: `alqaseh/test/shop/${found.payment_id}/paid` } : { kind: "open" };
}

if (mac.sign(message(5)) !== macByHand(message(5)) || (await macByWeb(message(5))) !== mac.sign(message(5))) {
  throw new Error("the two don't sign the same");
}

let sink = 0;
const rounds = 11;
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
function once(work, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) sink += work(i) ? 1 : 0;
  return ((performance.now() - start) * 1000) / times;
}
async function onceAsync(work, times) {
  const start = performance.now();
  for (let i = 0; i < times; i++) sink += (await work(i)) ? 1 : 0;
  return ((performance.now() - start) * 1000) / times;
}
async function line(job, ours, theirs, isAsync = false) {
  const [own, other] = [[], []];
  // In turn, so that a busy moment of the machine falls on both.
  for (let r = -2; r < rounds; r++) {
    const taken = [once(ours, 20000), isAsync ? await onceAsync(theirs, 4000) : once(theirs, 20000)];
    if (r >= 0) [own, other].forEach((list, i) => list.push(taken[i]));
  }
  const [a, b] = [median(own), median(other)];
  console.log(`| ${job} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${(b / a).toFixed(2)} |`);
}
console.log("| job | qantara µs | by hand µs | times as fast |\n|---|---:|---:|---:|");
await line("sign 15 fields; node:crypto", (i) => mac.sign(message(i)), (i) => macByHand(message(i)));
await line("sign 15 fields; WebCrypto", (i) => mac.sign(message(i)), (i) => macByWeb(message(i)), true);
await line("EGW prepare; node:crypto", (i) => egw.prepare(input(i)), (i) => prepareByHand(input(i)));
await line("EGW prepare; WebCrypto", (i) => egw.prepare(input(i)), (i) => prepareByWeb(input(i)), true);
await line("create a payment; bare", (i) => alqaseh.createPayment(payment(i)), (i) => createBare(payment(i)));
await line("create a payment; checked", (i) => alqaseh.createPayment(payment(i)), (i) => createChecked(payment(i)));
await line("parse a payment; JSON.parse", () => look.parse(200, reply), () => JSON.parse(reply));
await line("parse and settle; checked", () => look.parse(200, reply).settle(expected), () => settleByHand(reply));
await line("a gateway per request; –", (i) => new AlQaseh({ environment: "test", clientId: `shop-${i & 63}`, clientSecret: "s3" }), () => 1); // prettier-ignore
if (sink === 0) throw new Error();
