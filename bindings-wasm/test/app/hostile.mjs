// 200 hostile inputs, and a valid call between each: nothing a caller gives may break what comes after.
import { fail, same, thrown } from "./same.mjs";

const input = {
  orderId: "A-1",
  amount: "25000",
  currency: "IQD",
  description: "Two books",
  redirectUrl: "https://shop.example/return",
};

/** Values that no field takes. */
function* values() {
  const cyclic = { a: [] };
  cyclic.a.push({ cyclic });
  yield cyclic;
  const wide = [];
  for (let i = 0; i < 50; i++) wide.push(wide);
  yield wide;
  let bomb = "x";
  for (let i = 0; i < 31; i++) bomb = [bomb, bomb, bomb, bomb];
  yield bomb;
  let deep = {};
  for (let i = 0; i < 5000; i++) deep = i % 2 ? { deep } : [deep];
  yield deep;
  yield "x".repeat(1 << 21);
  yield "\0".repeat(1 << 19);
  yield "🧾".repeat(1 << 19);
  yield "a\uD800b";
  yield "\uDC00";
  yield { ["\uD800"]: 1 };
  yield Object.fromEntries(Array.from({ length: 200000 }, (_, i) => [`key${i}`, i]));
  yield new Array(4294967295);
  yield [, 1];
  yield [undefined];
  yield Array.from({ length: 400000 }, () => []);
  yield Symbol("s");
  yield Symbol.iterator;
  yield () => "25000";
  yield class {};
  yield async () => {};
  yield function* () {};
  yield NaN;
  yield Infinity;
  yield -Infinity;
  yield 2 ** 53;
  yield -(2 ** 60);
  yield 1e308;
  yield 10n ** 100n;
  yield -(10n ** 100000n);
  yield new Date(0);
  yield new Date(NaN);
  yield /x/;
  yield new Map([["a", 1]]);
  yield new Set([1]);
  yield new WeakMap();
  yield Promise.resolve("25000");
  yield new Error("boo");
  yield new Uint8Array(8);
  yield new ArrayBuffer(8);
  yield new Number(5);
  yield new String("25000");
  yield new Boolean(true);
  yield Object(5n);
  yield Object(Symbol("s"));
  yield new (class Amount {
    value = 25000;
    toString() {
      return "25000";
    }
  })();
  yield { toJSON: () => "25000" };
  yield { valueOf: () => 25000 };
  yield { [Symbol.toPrimitive]: () => "25000" };
  yield { get a() { throw new Error("getter"); } }; // prettier-ignore
  yield { get a() { throw null; } }; // prettier-ignore
  yield { get a() { throw undefined; } }; // prettier-ignore
  yield { get a() { return this; } }; // prettier-ignore
  yield { get a() { return { get a() { return Symbol(); } }; } }; // prettier-ignore
  yield Object.defineProperty([], "length", { value: 3 });
  yield Object.defineProperty([1], 0, { get: () => { throw 1; } }); // prettier-ignore
  for (const trap of ["ownKeys", "getPrototypeOf", "get", "getOwnPropertyDescriptor"]) {
    yield new Proxy({ a: 1 }, { [trap]: () => { throw new Error(trap); } }); // prettier-ignore
    yield new Proxy([1], { [trap]: () => { throw trap; } }); // prettier-ignore
    yield new Proxy({ a: 1 }, { [trap]: () => 7 });
  }
  yield new Proxy([], { get: (_, name) => (name === "length" ? 1e9 : 1) });
  yield new Proxy([], { get: (_, name) => (name === "length" ? { valueOf: () => { throw 1; } } : 1) }); // prettier-ignore
  yield new Proxy({}, { ownKeys: () => Array.from({ length: 100000 }, (_, i) => `k${i}`) });
  yield new Proxy(() => {}, {});
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  yield proxy;
  yield new Proxy({}, { getPrototypeOf: () => new Proxy({}, { getPrototypeOf: () => { throw 1; } }) }); // prettier-ignore
}

/** Whole inputs. */
function* inputs() {
  for (const value of values()) yield value;
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "orderid", "order_id", ""]) {
    yield JSON.parse(`{ ${JSON.stringify(name)}: { "amount": "1" } }`);
  }
  yield undefined;
  yield null;
  yield [];
  yield "orderId";
  yield 25000;
  yield true;
  for (const value of values()) yield { ...input, amount: value };
}

function isBuffer(value) {
  try {
    return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
  } catch {
    return false;
  }
}

export function hostile(qantara) {
  const { AlQaseh, Egw, Mac, Paylink, QantaraError, ValidationError, parseReply } = qantara;
  const gateway = new AlQaseh({ environment: "test", clientId: "shop", clientSecret: "s3cret" });
  const paylink = new Paylink({ environment: "production", merchantId: "shop", apiKey: "key" });
  const valid = (what) => {
    const { body } = gateway.createPayment(input);
    if (!body.startsWith('{"order_id":"A-1","amount":25000,')) fail(`${what}: ${body}`);
  };
  let count = 0;
  const refused = (work, what, kind = ValidationError) => {
    count++;
    const error = thrown(work, what);
    if (!(error instanceof kind) || typeof error.code !== "string") fail(`${what}: ${error?.stack}`);
    valid(what);
  };
  valid("at first");
  let i = 0;
  for (const value of inputs()) refused(() => gateway.createPayment(value), `input ${i++}`);
  for (const value of values()) {
    // Data of the caller's own may be most things; what is not refused has to be whole.
    try {
      const { body } = gateway.createPayment({ ...input, customData: { a: { b: value } } });
      if (!("b" in JSON.parse(body).custom_data.a)) fail("lost");
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      count++;
    }
    valid("after data");
  }
  for (const value of values()) {
    i++;
    if (typeof value !== "string" && !isBuffer(value)) {
      refused(() => AlQaseh.parseWebhook(value), `message ${i}`);
      refused(() => gateway.getPayment({ paymentId: "p" }).parse(200, value), `body ${i}`);
    }
    refused(() => gateway.getPayment({ paymentId: "p" }).parse(value, "{}"), `status ${i}`);
    refused(() => new AlQaseh(value), `configuration ${i}`);
    refused(() => parseReply(value, 200, "{}"), `expect ${i}`);
    refused(() => paylink.acknowledgment(value), `saved ${i}`);
  }
  // Too long, and read no further.
  refused(() => AlQaseh.parseWebhook("x".repeat(1 << 25)), "long message", QantaraError);
  refused(() => AlQaseh.parseWebhook(new Uint8Array(1 << 25)), "long bytes", QantaraError);

  // Whoever calls us from a getter gets an answer, and so does whoever was reading him.
  const again = { ...input, get customData() { valid("from a getter"); return { a: 1 }; } }; // prettier-ignore
  if (!gateway.createPayment(again).body.includes('"custom_data":{"a":1}')) fail("a getter that calls us");

  // No stack left: whatever comes out of it, the next call works.
  const fall = () => {
    try {
      fall();
    } catch {
      // deeper
    }
    try {
      gateway.createPayment(input);
    } catch (error) {
      if (!(error instanceof QantaraError) && !(error instanceof RangeError)) throw error;
    }
  };
  try {
    fall();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  valid("after the stack was full");

  // Numbers and texts that are fine.
  const body = (more) => gateway.createPayment({ ...input, ...more }).body;
  same(body({ amount: 25000 }), body({}), "an integer");
  same(body({ amount: 25000n }), body({}), "a BigInt");
  same(body({ webhookUrl: undefined, email: null }), body({}), "absent");
  const data = { a: [0.1, -0, 1e21 + "", true, null, { é: "🧾 \u2028 \"\\\n" }], u: undefined };
  same(JSON.parse(body({ customData: data })).custom_data, JSON.parse(JSON.stringify(data)), "data");
  const polluted = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  if (!body({ customData: polluted }).includes('"__proto__":{"polluted":1}')) fail("a name is a name");
  if ({}.polluted !== undefined) fail("polluted");

  // What is refused is refused for the right reason, and names the place.
  const cyclic = {};
  cyclic.a = [{ cyclic }];
  const reasons = [
    [{ customData: cyclic }, "input.too_deep", /^customData\.a\.0\.cyclic\.a\.0/],
    [{ description: "a\uD800b" }, "text.characters", /^description$/],
    [{ customData: { a: ["\uDC00"] } }, "text.characters", /^customData\.a\.0$/],
    [{ customData: { a: 2 ** 53 } }, "number.range", /^customData\.a$/],
    [{ customData: { a: NaN } }, "number.range", /^customData\.a$/],
    [{ amount: 2 ** 53 }, "number.range", /^amount$/],
    [{ amount: NaN }, "amount.float", /^amount$/],
    [{ amount: 25000.5 }, "amount.float", /^amount$/],
    [{ description: "a\u001fb" }, "text.control", /^description$/],
    [{ description: "a\u001f\"b\u001f" }, "text.control", /^description$/],
    [{ description: "a\nb" }, "text.control", /^description$/],
    [{ "a\u001f": "b" }, "field.unknown", /^a/],
    [{ description: new Date(0) }, "field.type", /^description$/],
  ];
  for (const [more, code, field] of reasons) {
    const error = thrown(() => gateway.createPayment({ ...input, ...more }), code);
    if (error.code !== code || !field.test(error.field)) fail(`${code}: ${error.code} of ${error.field}`);
  }

  for (const value of [undefined, () => input, new Map(Object.entries(input)), Promise.resolve(input)]) {
    const { message } = thrown(() => gateway.createPayment(value), "no object");
    same(message, "input has the wrong type: give a plain object.", "no object");
  }
  const typo = thrown(() => gateway.createPayment({ ...input, amuont: "1" }), "typo");
  same(typo.message, "amuont is not a field here: did you mean amount?", "typo");
  const all = thrown(() => gateway.createPayment({ amount: 2.5, currency: "iqd" }), "all faults");
  same(
    all.faults.map(({ code, field }) => [code, field]).slice(0, 3),
    [["field.missing", "orderId"], ["amount.float", "amount"], ["text.characters", "currency"]],
    "all faults",
  );
  same(thrown(() => new Mac({ key: "00".repeat(16), order: ["A"] }), "zero key").code, "key.zero", "zero key");
  same(thrown(() => Egw.parseCallback("ORDER=1&ORDER=2"), "twice").name, "ReplyError", "twice");
  return count;
}

/** More gateways than are kept, and each still is itself; so is each after the instance was replaced. */
export function slots({ AlQaseh, Egw, Mac }) {
  const many = Array.from({ length: 100 }, (_, i) => {
    const macKey = `${i}`.padStart(32, "A");
    const key = { key: macKey, order: ["A"] };
    return {
      i,
      alqaseh: new AlQaseh({ environment: "test", clientId: `shop-${i}`, clientSecret: "s3cret" }),
      egw: new Egw({ environment: "test", apiKey: `key-${i}`, macKey, profile: "classic" }),
      mac: new Mac(key),
      signed: new Mac(key).sign({ A: "1" }),
    };
  });
  for (let round = 0; round < 3; round++) {
    for (const { i, alqaseh, egw, mac, signed } of many) {
      const { headers } = alqaseh.getPayment({ paymentId: "p" });
      same(headers.Authorization, `Basic ${btoa(`shop-${i}:s3cret`)}`, "its own login");
      const prepare = { orderId: "771446", amount: "5", currency: "IQD", description: "x", transactionType: "retail" };
      const call = egw.prepare({ ...prepare, backRef: "https://shop.example/" });
      same(call.headers["X-API-Key"], `key-${i}`, "its own key");
      same(mac.sign({ A: "1" }), signed, "its own MAC");
    }
  }
  same(new Set(many.map(({ signed }) => signed)).size, 100, "a hundred keys");
}

/** Tampering with what came out forges nothing. */
export function tampering({ AlQaseh }) {
  const gateway = new AlQaseh({ environment: "test", clientId: "shop", clientSecret: "s3cret" });
  const call = gateway.getPayment({ paymentId: "p-1" });
  const order = { orderId: "A-1", amount: "25000", currency: "IQD" };
  const payment = { payment_id: "p-1", order_id: "A-1", amount: 25000, currency: "IQD", transaction_type: "Retail" };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...payment, payment_status: "prepared" }));
  const reply = call.parse(200, bytes);
  same(Reflect.set(reply, "paymentStatus", "succeeded"), false, "frozen");
  const genuine = JSON.stringify({ ...payment, payment_status: "succeeded" });
  bytes.set(new TextEncoder().encode(genuine).subarray(0, bytes.length));
  same(reply.settle(order).kind, "open", "its own copy");
  const outcome = call.parse(200, genuine).settle(order);
  same(outcome.kind, "paid", "paid");
  for (const each of [call, call.headers, reply, outcome, outcome]) same(Object.isFrozen(each), true, "frozen");
  for (const each of [call, reply, outcome]) {
    thrown(() => new each.constructor(Symbol(), "+", {}), "no public constructor");
  }
  const copied = Object.create(Object.getPrototypeOf(reply), Object.getOwnPropertyDescriptors(reply));
  thrown(() => copied.settle(order), "a copy proves nothing");
}

const utf8 = new TextEncoder();

/** Tools, records within records, bytes for text: the same hostile values in every new place. */
export function tools({ AlQaseh, Egw, Paylink, QantaraError, ValidationError }, prints) {
  const alqaseh = new AlQaseh({ environment: "test", clientId: "shop", clientSecret: "s3cret" });
  const paylink = new Paylink({
    ...{ environment: "test", merchantId: "m-1", apiKey: "k3y", apiId: "APP_1", secretKey: "s3cr3t-k3y" },
    webhookSecret: "h34der-value",
  });
  const valid = () => same({ ...Egw.orderNumber({ sequence: 417 }) }, { orderId: "000417" }, "a tool of its own");
  let count = 0;
  const refused = (work, what, code, field) => {
    count++;
    const error = thrown(work, what);
    if (!(error instanceof QantaraError) || typeof error.code !== "string") fail(`${what}: ${error?.stack}`);
    if (code !== undefined) same(error.code, code, what);
    if (field !== undefined) same(error.field, field, what);
    valid();
  };
  valid();

  const product = { title: "A book", price: "100", quantity: 1 };
  const invoice = {
    ...{ bearerToken: "eyJ0-t0ken", orderId: "A-1", amount: "100", clientName: "Ali", clientMobile: "0500000000" },
    ...{ callbackUrl: "https://shop.example/", products: [product] },
  };
  const sent = (products) => JSON.parse(paylink.addInvoice({ ...invoice, products }).body).products;
  let i = 0;
  for (const value of values()) {
    i++;
    refused(() => Egw.orderNumber(value), `tool ${i}`);
    refused(() => Egw.orderNumber({ sequence: value }), `sequence ${i}`);
    refused(() => sent(value), `products ${i}`);
    refused(() => sent([product, value]), `product ${i}`);
    refused(() => sent([{ ...product, price: value }]), `price ${i}`);
    refused(() => alqaseh.payPage({ token: value }), `token ${i}`);
    if (typeof value !== "string" && !isBuffer(value)) {
      refused(() => paylink.verifyWebhook({ body: value, header: "h34der-value" }), `webhook ${i}`);
    }
  }
  refused(() => Egw.orderNumber(), "no input");
  refused(() => alqaseh.payPage(), "no input");

  // Records within the input: faults name the way to them.
  const cyclic = { ...product };
  cyclic.description = [cyclic];
  const getter = { ...product, get price() { throw new Error("boo"); } }; // prettier-ignore
  refused(() => sent([cyclic]), "cyclic", "input.too_deep");
  if (!/^products\.0\.description\.0\.description/.test(thrown(() => sent([cyclic]), "cyclic").field)) fail("where?");
  refused(() => sent([product, getter]), "getter", "input.syntax", "products.1.price");
  refused(() => sent([product, { ...product, quantity: 0 }]), "quantity", "number.range", "products.1.quantity");
  refused(() => sent([{ ...product, isDigital: "yes" }]), "flag", "field.type", "products.0.isDigital");
  refused(() => sent([{ ...product, titel: "x" }]), "typo", "field.unknown", "products.0.titel");
  refused(() => sent([]), "none", "field.missing", "products");
  same(sent([{ ...product, isDigital: true }])[0].isDigital, true, "spelled as the gateway spells it");
  const many = Array.from({ length: 10000 }, () => product);
  same(sent(many).length, 10000, "ten thousand products");
  many[9999] = { ...product, price: 0.1 };
  refused(() => sent(many), "the last of them", "amount.float", "products.9999.price");
  refused(() => sent(Array.from({ length: 100000 }, () => product)), "too many", "input.too_large");

  // An outcome can be given back, as it is or as it was stored; nothing else passes for one.
  const egw = new Egw({
    ...{ environment: "test", apiKey: "api-k3y", macKey: "00112233445566778899AABBCCDDEEFF", terminal: "99999999" },
    profile: {
      preset: "classic",
      orders: {
        reply: "ORDER AMOUNT CURRENCY TRTYPE ACTION RC RRN INT_REF".split(" "),
        completion: "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE".split(" "),
      },
    },
  });
  const order = { orderId: "771446", amount: "240000", currency: "IQD" };
  const approved = { ...order, trtype: "0", action: "0", rc: "00", rrn: "012345678901", intRef: "AB12" };
  const { body } = egw.testCallback({ ...approved, form: "form" });
  const held = egw.verifyCallback(body).settle(order);
  same(held.kind, "held", "held");
  const stamp = { timestamp: "20261120130000", nonce: "F2B2DD7E603A7ADA" };
  const rest = { amount: "140000", description: "Room 12", backRef: "https://shop.example/" };
  const complete = (authorization) => egw.completion({ ...rest, authorization }, { stamp }).body;
  const wanted = complete(held);
  if (!wanted.includes("012345678901")) fail(wanted);
  const copied = Object.assign(Object.create(null), held);
  for (const given of [{ ...held }, JSON.parse(JSON.stringify(held)), copied]) same(complete(given), wanted, "stored");
  const look = alqaseh.getPayment({ paymentId: "p-1" });
  const row = { payment_id: "p-1", order_id: "771446", amount: 240000, currency: "IQD", transaction_type: "Retail" };
  const payment = look.parse(200, JSON.stringify({ ...row, payment_status: "succeeded" }));
  const notOne = [payment, look, alqaseh, new Proxy(held, {}), Object.create(held), new (class Outcome {})(), [held]];
  for (const value of [...notOne, held.replayKey]) refused(() => complete(value), `proof ${i++}`);
  refused(() => complete(payment), "another record of ours", "field.type", "authorization");
  refused(() => complete({ ...held, kind: "open" }), "another kind", "proof.invalid", "authorization");
  refused(() => complete({ ...held, replayKey: "egw/x" }), "another key", "proof.invalid", "authorization");
  refused(() => complete({ ...held, rrm: "1" }), "a typo", "field.unknown", "authorization.rrm");
  refused(() => alqaseh.createPayment({ ...input, customData: held }), "where none is expected");

  // What is proven is read again, whatever became of the rows.
  const history = alqaseh.history({ orderId: "771446" });
  const rows = [{ ...row, payment_status: "prepared", token: "t0ken-of-the-row", custom_data: { name: "Al1 of the row" } }];
  const reply = history.parse(200, JSON.stringify(rows));
  const list = reply.payments;
  for (const each of [reply, list, list[0]]) same(Object.isFrozen(each), true, "frozen");
  same(Reflect.set(list[0], "paymentStatus", "succeeded"), false, "a row is read only");
  same(Reflect.set(list, 0, payment), false, "and so is the list");
  same(list[0].settle, undefined, "a row alone proves nothing");
  thrown(() => new list[0].constructor(Symbol(), "HistoryPayment", {}), "no public constructor");
  same(reply.settle(order).kind, "open", "tampered with");
  same(list[0].token, "t0ken-of-the-row", "the real one");
  for (const each of [reply, list[0]]) {
    prints(each, ["t0ken-of-the-row", "Al1 of the row"]);
    if (!`${each}`.includes('"paymentId":"p-1"')) fail(`nothing of it: ${each}`);
  }
  if (!`${egw}`.includes('"profile":{"preset":"classic"')) fail(`${egw}`);
  prints({ ...reply }, ["t0ken-of-the-row", "Al1 of the row"], JSON.stringify);
  const paid = history.parse(200, JSON.stringify([{ ...rows[0], payment_status: "succeeded" }]));
  same(paid.settle(order).kind, "paid", "paid");

  // A URL that ends in a token works, and is not printed.
  const info = alqaseh.getPaymentByToken({ token: "t0ken-of-the-url" });
  same(info.url.endsWith("/t0ken-of-the-url"), true, "the real URL");
  prints(info, ["t0ken-of-the-url"]);
  if (!`${info}`.includes("/***")) fail(`${info}`);
  const page = alqaseh.payPage({ token: "t0ken-of-the-page" });
  same([Object.isFrozen(page), page.url.endsWith("/t0ken-of-the-page")], [true, true], "a pay page");
  prints(page, ["t0ken-of-the-page"]);
  prints(paylink.authenticate(), ["s3cr3t-k3y"]);
  prints(paylink.getInvoice({ bearerToken: "eyJ0-t0ken", transactionNo: "1711111111111" }), ["eyJ0-t0ken"]);

  // The clock is read where a time is needed and none is given.
  const session = (more) => paylink.authenticate(more).parse(200, '{"id_token":"eyJ0"}').expiresAt;
  const age = session() - 1800 - Date.now() / 1000;
  if (!(Math.abs(age) < 60)) fail(`a token made ${age} seconds from now`);
  same(session({ now: 1795000000 }), 1795001800, "the caller's own time");
  same(Math.abs(session({ now: null }) - session({ now: undefined })) < 60, true, "absent");

  // Bytes as they came are text.
  const text = JSON.stringify({ amount: 100, transactionNo: "1711111111111", merchantOrderNumber: "طلب", orderStatus: "Paid" });
  const verified = (given) => ({ ...paylink.verifyWebhook({ body: given, header: "h34der-value" }) });
  const bytes = utf8.encode(`xx${text}xx`).subarray(2, -2);
  const expected = verified(text);
  same(expected.orderId, "طلب", "a webhook");
  const copy = bytes.slice();
  for (const given of [bytes, copy.buffer, new DataView(copy.buffer)]) same(verified(given), expected, "bytes");
  for (const bad of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
    refused(() => verified(Uint8Array.from(bad)), "not UTF-8", "reply.not_utf8", "body");
  }
  refused(() => verified(new Uint8Array(1 << 25)), "long bytes", "input.too_large");
  refused(() => verified(utf8.encode(`a${"ط".repeat(600000)}`)), "long bytes, never cut", "input.too_large");
  refused(() => paylink.verifyWebhook({ body: text }), "no header", "header.missing");
  refused(() => Egw.orderNumber({ sequence: 1, prefix: utf8.encode("1") }), "no bytes there");

  // The doctor reads whatever is captured, says what fits, and keeps the key to itself.
  const macKey = "00112233445566778899AABBCCDDEEFF";
  for (const value of values()) {
    if (typeof value !== "string" && !isBuffer(value)) {
      refused(() => Egw.diagnose({ message: value, macKey }), `captured ${i++}`);
      refused(() => Egw.diagnose({ message: body, macKeyComponents: value }), `components ${i}`);
    }
    refused(() => Egw.diagnose({ message: body, macKey: value }), `key ${i}`);
  }
  refused(() => Egw.diagnose({ message: Uint8Array.of(0xff), macKey }), "not UTF-8", "reply.not_utf8", "message");
  refused(() => Egw.diagnose({ message: "x".repeat(1 << 21), macKey }), "long message", "input.too_large");
  const diagnosis = Egw.diagnose({ message: utf8.encode(body), macKey });
  same([diagnosis.fits, diagnosis.messageKind, Object.isFrozen(diagnosis.findings[0])], [true, "reply", true], "fits");
  prints(diagnosis, [macKey]);
  same(Egw.diagnose({ message: body.replace("240000", "240001"), macKey }).fits, false, "altered");
  if (count < 600) fail(`only ${count} hostile inputs`);
}
