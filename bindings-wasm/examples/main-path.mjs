// The main path against the sandbox, as a shop would write it. With the package installed:
//
//   cargo run -p qantara-sandbox -- --port 8480
//   node main-path.mjs http://127.0.0.1:8480
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { AlQaseh, Egw, MismatchError, Paylink, SignatureError } from "qantara";

const sandbox = process.argv[2] ?? "http://127.0.0.1:8480";
const say = (who, what) => console.log(`  ${who.padEnd(8)} ${what}`);

/** Sends a call: it is what `fetch` takes. */
async function send(call) {
  const reply = await fetch(call.url, call);
  return call.parse(reply.status, await reply.text(), reply.headers.get("content-type"));
}

/** What a customer does on the gateway's page. */
async function pay(page, card) {
  const body = new URLSearchParams(card);
  const reply = await fetch(page, { method: "POST", body, redirect: "manual" });
  assert.ok(reply.ok || reply.status === 303, `the page answers ${reply.status}`);
  return reply.headers.get("location");
}

// The shop's own address, where webhooks and callbacks arrive.
const arrived = [];
const server = createServer(async (request, reply) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  arrived.push({ path: request.url, body: Buffer.concat(parts) });
  reply.end("ok");
  server.emit("arrived");
}).listen(0, "127.0.0.1");
await once(server, "listening");
const shop = `http://127.0.0.1:${server.address().port}`;
async function next(path) {
  for (;;) {
    const at = arrived.findIndex((message) => message.path === path);
    if (at >= 0) return arrived.splice(at, 1)[0].body;
    await once(server, "arrived", { signal: AbortSignal.timeout(10000) });
  }
}

// What the shop has booked: a proof counts once, for its replay key is unique.
const booked = new Map();
function book(outcome) {
  if (outcome.replayKey === undefined || booked.has(outcome.replayKey)) return false;
  booked.set(outcome.replayKey, outcome.orderId);
  return true;
}

async function alQaseh() {
  console.log("\nAl Qaseh: a payment, and two people who would like it to be one");
  const gateway = new AlQaseh({
    environment: "test",
    clientId: "public_test", // the login Al Qaseh publishes for its test environment
    clientSecret: "Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0",
    baseUrl: `${sandbox}/alqaseh/v1`,
    payPageUrl: `${sandbox}/alqaseh/pay`,
  });
  const order = { orderId: `A-${Date.now()}`, amount: "25000", currency: "IQD" };
  const created = await send(
    gateway.createPayment({
      ...order,
      description: "Two books",
      redirectUrl: `${shop}/return`,
      webhookUrl: `${shop}/webhook`,
    }),
  );
  say("shop", `created payment ${created.paymentId}`);

  /** What a shop does with every webhook: look up the payment it stored itself, settle, book. */
  async function onWebhook(body) {
    assert.equal(AlQaseh.parseWebhook(body).orderId, order.orderId);
    const payment = await send(gateway.getPayment({ paymentId: created.paymentId }));
    const outcome = payment.settle(order);
    return { outcome, changed: book(outcome), payment };
  }

  const claim = AlQaseh.parseRedirect(`/return?order_id=${order.orderId}&status=Success`);
  assert.equal(claim.status, "success");
  assert.equal(claim.settle, undefined);
  say("forger", "opens /return?…&status=Success: a hint, it books nothing");
  const forged = await onWebhook(JSON.stringify({ order_id: order.orderId, payment_status: "Success" }));
  assert.equal(forged.outcome.kind, "open");
  assert.throws(() => forged.payment.expectPaid(order), { code: "order.not_paid" });
  say("forger", "posts a webhook that says Success: the look-up says open");

  const back = await pay(created.payUrl, { number: "5341432900077803", expiry: "01/27", cvv: "971" });
  assert.match(back, /status=Success/);
  say("customer", "pays on the gateway's page");
  const genuine = await next("/webhook");
  const { outcome, changed, payment } = await onWebhook(genuine);
  assert.equal(outcome.kind, "paid");
  assert.ok(changed);
  say("shop", `paid: ${outcome.replayKey}`);
  assert.throws(() => payment.settle({ ...order, amount: "250000" }), MismatchError);
  assert.equal((await onWebhook(genuine)).changed, false);
  say("shop", "the same webhook again: the same proof, booked once");
  const history = await send(gateway.history({ orderId: order.orderId }));
  assert.equal(history.settle(order).replayKey, outcome.replayKey);
  for (const row of history.payments) {
    say("books", `${row.paymentId}: ${row.transactionType} of ${row.amount}, ${row.paymentStatus}`);
  }
}

async function egw() {
  console.log("\ne-Commerce Gateway: an authorization, its signed callback, and an altered one");
  const reply = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE".split(" ");
  const gateway = new Egw({
    environment: "test",
    apiKey: "4c2db6a1c9d841809c0fcdbf1fd0aeb8", // published for tests, as is the MAC key of the manual's example
    macKey: "00112233445566778899AABBCCDDEEFF",
    profile: { preset: "classic", orders: { reply } },
    merchant: "EGW TEST",
    terminal: "99999999",
    merchName: "Books Online Inc.",
    merchUrl: "www.sample.com",
    prepareUrl: `${sandbox}/egw/api/payment/prepare`,
    cgiLinkUrl: `${sandbox}/egw/cgi-bin/cgi_link`,
    completionTrtype: "21", // what this merchant's bank says; Al Qaseh's page has 1, and no number for a reversal
    reversalTrtype: "24",
  });
  // Its last six digits must not repeat for a terminal and day: a shop counts, a script takes the time.
  const order = { orderId: `${Date.now()}`.slice(-9), amount: "240000", currency: "IQD" };
  const call = gateway.prepare({
    ...order,
    description: "Room 12, two nights",
    transactionType: "authorization",
    backRef: `${shop}/callback`,
  });
  say("shop", `signs an authorization, P_SIGN ${call.mac}`);
  const prepared = await send(call);
  await pay(prepared.redirectUrl, { number: "5341432908085972", expiry: "11/26", cvv: "972" });
  const callback = await next("/callback");
  const signed = gateway.verifyCallback(callback);
  const outcome = signed.settle(order);
  assert.equal(outcome.kind, "held");
  assert.ok(book(outcome));
  say("shop", `held, not paid: RRN ${outcome.rrn} is what a completion will need`);
  // What the shop stores until the guest leaves, perhaps days later and in another process.
  const stored = JSON.stringify(outcome);
  const altered = callback.toString().replace("AMOUNT=240000", "AMOUNT=140000");
  assert.notEqual(altered, callback.toString());
  assert.throws(
    () => gateway.verifyCallback(altered),
    (error) => error instanceof SignatureError && error.code === "mac.mismatch",
  );
  say("shop", "one character altered: refused, and that is not declined");
  const complete = (amount) =>
    gateway.completion({
      authorization: JSON.parse(stored),
      amount,
      description: "Room 12, one night",
      backRef: `${shop}/callback`,
    });
  assert.throws(() => complete("250000"), { code: "amount.above_authorized" });
  const left = { ...order, amount: "120000" };
  // It answers what was sent, and its P_SIGN proves what it says.
  const verified = async (call) => {
    const reply = await fetch(call.url, call);
    const body = await reply.text();
    call.parse(reply.status, body);
    return gateway.verifyCallback(body);
  };
  const paid = (await verified(complete("120000"))).settle(left);
  assert.equal(paid.kind, "paid");
  assert.ok(book(paid));
  say("shop", "paid: 120000 of the 240000 that were held, by the stored proof");
  const reversal = gateway.reversal({
    authorization: paid,
    amount: "120000",
    description: "Room 12, with regrets",
    backRef: `${shop}/callback`,
  });
  const reversed = (await verified(reversal)).settle({ ...left, reversalRequested: true });
  assert.equal(reversed.kind, "reversed");
  assert.ok(book(reversed));
  say("shop", "reversed");
}

async function paylink() {
  console.log("\nPaylink: an acknowledgment under a deadline");
  const linkReference = `${Date.now()}ABC`;
  const gateway = new Paylink({
    environment: "test",
    merchantId: "sandbox-merchant",
    apiKey: "sandbox-paylink-key",
    baseUrl: `${sandbox}/paylink`,
  });
  const post = (path, data) => {
    const headers = { "content-type": "application/json" };
    return fetch(sandbox + path, { method: "POST", headers, body: JSON.stringify(data) });
  };
  const paid = { merchant: "sandbox-merchant", transaction_no: linkReference, amount: "100.00", currency: "SAR" };
  await post("/sandbox/paylink/orders", { ...paid, window_seconds: 600 });
  await post("/sandbox/faults", { kind: "lose_reply", path: "payment-acknowledgment", times: 1 });

  const deadline = Math.floor(Date.now() / 1000) + 600;
  // What the shop stores, in the transaction that settles its order, before the first bytes go out.
  let stored = JSON.stringify(gateway.decide({ linkReference, verdict: "success", deadline }));
  for (;;) {
    // Every round begins with what was stored, as after a restart.
    const delivery = gateway.acknowledgment(JSON.parse(stored));
    const step = delivery.step();
    stored = JSON.stringify(delivery.save());
    if (step.kind === "done") break;
    if (step.kind === "wait") {
      const seconds = step.until - Date.now() / 1000;
      await new Promise((ready) => setTimeout(ready, Math.max(seconds, 0) * 1000 + 50));
      continue;
    }
    try {
      const reply = await fetch(step.call.url, step.call);
      delivery.heard({ status: reply.status, body: await reply.text(), retryAfter: reply.headers.get("retry-after") });
    } catch {
      delivery.heard();
      say("network", "loses the reply");
    }
    stored = JSON.stringify(delivery.save());
  }
  assert.equal(JSON.parse(stored).state, "acknowledged");
  const order = await (await fetch(`${sandbox}/sandbox/paylink/orders/${linkReference}`)).json();
  assert.equal(order.status, "PAID");
  say("shop", "acknowledged, and PAID at the gateway");
  const opposite = { linkReference, verdict: "failure", deadline };
  assert.throws(() => gateway.decide(opposite, JSON.parse(stored)), { code: "ack.flip" });
  say("shop", "a failure afterwards is refused: a decision is never changed");
}

async function invoice() {
  console.log("\nPaylink: an invoice");
  const gateway = new Paylink({
    environment: "test",
    apiId: "sandbox-api-id",
    secretKey: "sandbox-secret-key",
    invoicesUrl: `${sandbox}/paylink`,
  });
  const session = await send(gateway.authenticate());
  assert.ok(session.refreshAt > Date.now() / 1000); // one token serves many calls
  const { bearerToken } = session;
  const order = { orderId: `P-${Date.now()}`, amount: "115.00", currency: "SAR" };
  const added = await send(
    gateway.addInvoice({
      ...order,
      bearerToken,
      callbackUrl: `${shop}/return`,
      clientName: "Layla",
      clientMobile: "0500000000",
      products: [{ title: "A box of dates", price: "57.50", quantity: 2 }],
    }),
  );
  say("shop", `invoice ${added.transactionNo}`);
  const look = gateway.getInvoice({ bearerToken, transactionNo: added.transactionNo });
  assert.equal((await send(look)).settle(order).kind, "open");
  const back = await pay(added.url, { number: "4111111111111111", expiry: "12/30", cvv: "123" });
  assert.equal(Paylink.parseCallback(back).transactionNo, added.transactionNo);
  const looked = await send(look);
  const outcome = looked.settle(order);
  assert.equal(outcome.kind, "paid");
  assert.ok(book(outcome));
  assert.equal(looked.gatewayOrderRequest.orderId, order.orderId);
  say("shop", `paid: ${outcome.replayKey}`);
}

try {
  await alQaseh();
  await egw();
  await paylink();
  await invoice();
  console.log("\nmain path: passed");
} finally {
  server.close();
  server.closeAllConnections();
}
