// What a job takes here, and written by hand on what Node offers. usage: node bench/bench.mjs (build.sh first)
//
// One line of JSON for each comparison, in nanoseconds; `make bench` makes a table of them.
import assert from "node:assert/strict";
import { AlQaseh, Egw, Mac } from "../pkg/node.js";
import * as byHand from "./by-hand.mjs";

const batches = 301;
// Short, so that a busy machine disturbs few of them. Few of them pay for collecting garbage, either: 3 to 5 % more.
const nanoseconds = 1e6;

let sink = 0;
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
function batch(work) {
  return (rounds, from) => {
    const start = performance.now();
    for (let i = from; i < from + rounds; i++) sink += work(i) ? 1 : 0;
    return ((performance.now() - start) * 1e6) / rounds;
  };
}
function asyncBatch(work) {
  return async (rounds, from) => {
    const start = performance.now();
    for (let i = from; i < from + rounds; i++) sink += (await work(i)) ? 1 : 0;
    return ((performance.now() - start) * 1e6) / rounds;
  };
}
/** Ours and theirs in turn, so that a busy moment of the machine falls on both; the median of each. */
async function compare(job, ours, theirs = {}) {
  const names = Object.keys(theirs);
  const all = [batch(ours), ...names.map((name) => (name === "WebCrypto" ? asyncBatch : batch)(theirs[name]))];
  const rounds = [];
  for (const one of all) {
    // Until the compiler is done with it.
    let taken;
    for (let i = 0; i < 6; i++) taken = await one(2000, i * 2000);
    rounds.push(Math.max(1, Math.round(nanoseconds / taken)));
  }
  const times = all.map(() => []);
  for (let b = 0; b < batches; b++) {
    for (const [i, one] of all.entries()) times[i].push(await one(rounds[i], b * rounds[i]));
  }
  const [own, ...others] = times.map(median);
  const line = { language: "JavaScript", job, unit: "ns", ours: own };
  if (names.length === 0) console.log(JSON.stringify({ ...line, against: null, theirs: null }));
  names.forEach((against, i) => console.log(JSON.stringify({ ...line, against, theirs: others[i] })));
}

const message = (i) => ({
  AMOUNT: `${1000 + (i & 4095)}`,
  CURRENCY: "IQD",
  ORDER: `${771000 + (i & 511)}`,
  DESC: "IT Books. Qty: 2",
  ...byHand.shop,
  EMAIL: "pgw@mail.sample.com",
  TRTYPE: "1",
  TIMESTAMP: "20261120153021",
  NONCE: "F2B2DD7E603A7ADAF2B2DD7E603A7ADA",
  BACKREF: "https://www.sample.com/shop/reply",
});
const mac = new Mac({ key: byHand.keyHex, order: byHand.order });
const sample = mac.sign(message(5));
assert.equal(sample, byHand.sign(message(5)));
assert.equal(sample, await byHand.webSign(message(5)));
await compare("sign", (i) => mac.sign(message(i)), {
  "node:crypto": (i) => byHand.sign(message(i)),
  WebCrypto: (i) => byHand.webSign(message(i)),
});

const signed = Array.from({ length: 512 }, (_, i) => [message(i), mac.sign(message(i))]);
mac.verify(...signed[7]);
assert.throws(() => mac.verify(signed[7][0], signed[8][1]));
assert(byHand.verify(...signed[7]) && (await byHand.webVerify(...signed[7])));
assert(!byHand.verify(signed[7][0], signed[8][1]) && !(await byHand.webVerify(signed[7][0], signed[8][1])));
const verified = (i) => mac.verify(...signed[i & 511]) === undefined;
await compare("verify", verified, {
  "node:crypto": (i) => byHand.verify(...signed[i & 511]),
  WebCrypto: (i) => byHand.webVerify(...signed[i & 511]),
});

const { shop } = byHand;
const configuration = {
  environment: "test",
  apiKey: "api-key-of-mine",
  macKey: byHand.keyHex,
  profile: "classic",
  merchant: shop.MERCHANT,
  terminal: shop.TERMINAL,
  merchName: shop.MERCH_NAME,
  merchUrl: shop.MERCH_URL,
};
const egw = new Egw(configuration);
const formEgw = new Egw({ ...configuration, encoding: "form" });
const input = (i) => ({
  orderId: `${771000 + (i & 511)}`,
  amount: `${1000 + (i & 4095)}`,
  currency: "IQD",
  description: "IT Books. Qty: 2",
  transactionType: "retail",
  email: "pgw@mail.sample.com",
  backRef: "https://www.sample.com/shop/reply",
});
const stamp = { timestamp: "20261120153021", nonce: "F2B2DD7E603A7ADAF2B2DD7E603A7ADA" };
const same = (call, theirs) =>
  assert.deepEqual({ url: call.url, method: call.method, headers: call.headers, body: call.body, redirect: "manual" }, theirs);
same(egw.prepare(input(5), { stamp }), byHand.prepare(input(5), stamp));
same(egw.prepare(input(5), { stamp }), await byHand.webPrepare(input(5), stamp));
await compare("prepare", (i) => egw.prepare(input(i)), {
  "node:crypto, nothing checked": (i) => byHand.prepare(input(i)),
  WebCrypto: (i) => byHand.webPrepare(input(i)),
});
const form = byHand.prepareForm(input(5), stamp);
// A space has two spellings.
same(formEgw.prepare(input(5), { stamp }), { ...form, body: form.body.replaceAll("+", "%20") });
await compare("prepare, as a form", (i) => formEgw.prepare(input(i)), {
  "node:crypto, nothing checked": (i) => byHand.prepareForm(input(i)),
});
assert.equal(egw.cardForm(input(5), { stamp }).html, byHand.cardForm(input(5), stamp));
await compare("card form", (i) => egw.cardForm(input(i)), {
  "node:crypto, nothing checked": (i) => byHand.cardForm(input(i)),
});

const login = { environment: "test", clientId: "shop", clientSecret: "secret-of-mine" };
const alqaseh = new AlQaseh(login);
const payment = (i) => ({
  orderId: `A-${1000 + (i & 4095)}`,
  amount: "25000",
  currency: "IQD",
  description: "Two books",
  redirectUrl: "https://shop.example/return",
  webhookUrl: "https://shop.example/webhook",
});
same(alqaseh.createPayment(payment(5)), byHand.create(payment(5)));
await compare("create payment", (i) => alqaseh.createPayment(payment(i)), {
  "the same checks": (i) => byHand.create(payment(i)),
  "nothing checked": (i) => byHand.createUnchecked(payment(i)),
});

const reply = JSON.stringify({
  id: 48213,
  payment_id: byHand.paymentId,
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
const look = alqaseh.getPayment({ paymentId: byHand.paymentId });
assert.equal(look.parse(200, reply).orderId, JSON.parse(reply).order_id);
await compare("parse a payment", () => look.parse(200, reply), { "JSON.parse": () => JSON.parse(reply) });
const settle = () => look.parse(200, reply).settle(byHand.expected);
const { kind, replayKey } = settle();
assert.deepEqual({ kind, replayKey }, byHand.settle(reply));
await compare("parse and settle", settle, { "JSON.parse, the same checks": () => byHand.settle(reply) });
await compare("new gateway", (i) => new AlQaseh({ ...login, clientId: `shop-${i & 63}` }));
if (sink === 0) throw new Error();
