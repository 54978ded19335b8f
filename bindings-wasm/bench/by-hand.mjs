// What one would write for one shop, on what Node offers: the same bytes, and no more checks than are written here.
import { createHmac, createSecretKey, randomFillSync, timingSafeEqual } from "node:crypto";

export const keyHex = "00112233445566778899AABBCCDDEEFF";
const keyBytes = Buffer.from(keyHex, "hex");
const key = createSecretKey(keyBytes); // node:crypto takes it faster than bytes, and cannot keep an HMAC
export const order = (
  "AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL EMAIL TRTYPE COUNTRY MERCH_GMT " +
  "TIMESTAMP NONCE BACKREF"
).split(" ");
export const shop = {
  TERMINAL: "99999999",
  MERCHANT: "123456789012345",
  MERCH_NAME: "Books Online Inc.",
  MERCH_URL: "www.sample.com",
};

function source(fields) {
  let text = "";
  for (const name of order) {
    const value = fields[name];
    text += value ? Buffer.byteLength(value) + value : "-";
  }
  return text;
}
export const sign = (fields) => createHmac("sha1", key).update(source(fields)).digest("hex").toUpperCase();
export const verify = (fields, mac) =>
  timingSafeEqual(createHmac("sha1", key).update(source(fields)).digest(), Buffer.from(mac, "hex"));

const webKey = await crypto.subtle.importKey("raw", keyBytes, { name: "HMAC", hash: "SHA-1" }, false, ["sign", "verify"]);
const utf8 = new TextEncoder();
export async function webSign(fields) {
  const made = await crypto.subtle.sign("HMAC", webKey, utf8.encode(source(fields)));
  return Buffer.from(made).toString("hex").toUpperCase();
}
export const webVerify = (fields, mac) =>
  crypto.subtle.verify("HMAC", webKey, Buffer.from(mac, "hex"), utf8.encode(source(fields)));

// Randomness for 64 nonces at a time, and none of it twice, as the package does (package/crossing.js).
const pool = Buffer.alloc(1024);
let left = 0;
function newNonce() {
  if (left === 0) {
    randomFillSync(pool);
    left = pool.length;
  }
  left -= 16;
  const nonce = pool.toString("hex", left, left + 16).toUpperCase();
  pool.fill(0, left, left + 16);
  return nonce;
}
const newStamp = () => ({
  timestamp: new Date().toISOString().slice(0, 19).replace(/[-:T]/g, ""),
  nonce: newNonce(),
});
function message({ orderId, amount, currency, description, email, backRef }, stamp = newStamp()) {
  return {
    AMOUNT: amount,
    CURRENCY: currency,
    ORDER: orderId,
    DESC: description,
    TRTYPE: "1",
    EMAIL: email,
    ...shop,
    TIMESTAMP: stamp.timestamp,
    NONCE: stamp.nonce,
    BACKREF: backRef,
  };
}
const request = (type, body) => ({
  url: "https://ac.alqaseh.com:9900/api/payment/prepare",
  method: "POST",
  headers: { "X-API-Key": "api-key-of-mine", "Content-Type": type },
  body,
  redirect: "manual",
});
function asJson(fields, mac) {
  const body = {};
  for (const [name, value] of Object.entries(fields)) {
    body[name === "BACKREF" ? "back_ref" : name.toLowerCase()] = value;
  }
  body.p_sign = mac;
  return request("application/json", JSON.stringify(body));
}
export function prepare(given, stamp) {
  const fields = message(given, stamp);
  return asJson(fields, sign(fields));
}
export async function webPrepare(given, stamp) {
  const fields = message(given, stamp);
  return asJson(fields, await webSign(fields));
}
export function prepareForm(given, stamp) {
  const fields = message(given, stamp);
  fields.P_SIGN = sign(fields);
  return request("application/x-www-form-urlencoded", new URLSearchParams(fields).toString());
}

const escaped = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text) => text.replace(/[&<>"']/g, (letter) => escaped[letter]);
export function cardForm(given, stamp) {
  const fields = message(given, stamp);
  fields.P_SIGN = sign(fields);
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join("");
  return (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>…</title></head><body>' +
    `<form method="post" action="https://ac.alqaseh.com:5443/cgi-bin/cgi_link">${inputs}<button>→</button></form>` +
    "<script>document.forms[0].submit()</script></body></html>"
  );
}

const login = `Basic ${Buffer.from("shop:secret-of-mine").toString("base64")}`;
export function createUnchecked({ orderId, amount, currency, description, redirectUrl, webhookUrl }) {
  return {
    url: "https://api-test.alqaseh.com/v1/egw/payments/create",
    method: "POST",
    headers: {
      Authorization: login,
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
export function create(given) {
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
  return createUnchecked(given);
}

export const paymentId = "7f2c9a54-3b1e-4d60-9c8e-5a1d2e3f4a5b";
export const expected = { orderId: "A-1001", amount: "25000", currency: "IQD" };
export function settle(text) {
  const found = JSON.parse(text);
  for (const name of ["payment_id", "order_id", "currency", "payment_status", "transaction_type"]) {
    if (typeof found[name] !== "string") throw new TypeError(name);
  }
  if (found.payment_id !== paymentId) throw new TypeError("payment");
  if (found.order_id !== expected.orderId || found.currency !== expected.currency) throw new TypeError("order");
  if (found.amount !== Number(expected.amount)) throw new TypeError("amount");
  const paid = found.payment_status.toLowerCase() === "succeeded" && found.transaction_type === "Retail";
  return paid ? { kind: "paid", replayKey: `alqaseh/test/shop/${found.payment_id}/paid` } : { kind: "open" };
}
