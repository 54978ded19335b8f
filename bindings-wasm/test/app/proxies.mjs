// A proxy or an heir (reactive state, mocks, containers) works and prints as the thing itself, but proves nothing.
import { fail, same, thrown } from "./same.mjs";

const proxy = (object) => new Proxy(object, {});

/** Wraps what it leads to, too, where the language allows it. */
function wrapped(object) {
  return new Proxy(object, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      const isFixed = Reflect.getOwnPropertyDescriptor(target, name)?.writable === false;
      return typeof value === "object" && value !== null && !isFixed ? wrapped(value) : value;
    },
  });
}

const ways = { proxy, wrapped, twice: (object) => proxy(proxy(object)), heir: (object) => Object.create(object) };

const order = { orderId: "771446", amount: "25000", currency: "IQD" };
const body = JSON.stringify({
  ...{ payment_id: "p-1", order_id: "771446", amount: 25000, currency: "IQD", token: "t0ken" },
  ...{ payment_status: "succeeded", transaction_type: "Retail", unknown: { a: "t0ken" } },
});

export function proxies({ AlQaseh, Egw, Mac, Paylink }) {
  for (const [way, of] of Object.entries(ways)) {
    const prints = (object) => {
      const found = of(object);
      for (const text of [`${found}`, JSON.stringify(found), JSON.stringify({ found })]) {
        if (/t0ken|s3cret/.test(text)) fail(`${way}: ${text}`);
      }
      if (way !== "heir") same([`${found}`, JSON.stringify(found)], [`${object}`, JSON.stringify(object)], way);
      return found;
    };

    // It may show anything, so only the message itself proves something.
    const provesNothing = (found) => {
      for (const name of ["settle", "expectPaid"]) {
        same(typeof found[name], "function", `${way}: ${name}`);
        const error = thrown(() => found[name](order), `${way}: ${name}`);
        if (!(error instanceof TypeError && error.message.startsWith("Only the reply itself"))) fail(`${way}: ${name}`);
      }
    };

    const alqaseh = prints(new AlQaseh({ environment: "test", clientId: "shop", clientSecret: "s3cret" }));
    const call = prints(alqaseh.getPaymentByToken({ token: "t0ken" }));
    same([call.url.endsWith("/t0ken"), call.expect.operation], [true, "get_payment_by_token"], `${way}: a call`);
    const look = prints(alqaseh.getPayment({ paymentId: "p-1" }));
    const payment = prints(look.parse(200, body));
    same([payment.token, payment.extra.unknown.a], ["t0ken", "t0ken"], `${way}: a reply`);
    provesNothing(payment);
    const rows = prints(alqaseh.history({ orderId: "771446" })).parse(200, `[${body}]`);
    prints(prints(rows).payments[0]);

    const macKey = "00112233445566778899AABBCCDDEEFF";
    const egw = prints(new Egw({ environment: "test", apiKey: "s3cret", macKey, profile: "romcard" }));
    const message = egw.testCallback({ ...order, trtype: "1", action: "0", rc: "00" });
    const signed = prints(egw.verifyCallback(prints(message).body));
    provesNothing(signed);

    const mac = prints(new Mac({ key: macKey, order: ["A"] }));
    mac.verify({ A: "1" }, mac.sign({ A: "1" }));

    const settings = { environment: "test", apiId: "shop", secretKey: "s3cret", apiKey: "s3cret", merchantId: "M-1" };
    const paylink = prints(new Paylink({ ...settings, baseUrl: "https://sandbox.example" }));
    const decision = { linkReference: "1234567890ABC", verdict: "success", now: 1795000000, deadline: 1795000600 };
    const delivery = prints(paylink.acknowledgment(paylink.decide(decision)));
    const { kind, call: sent } = delivery.step(1795000000);
    same([kind, typeof prints(sent).body], ["send", "string"], `${way}: a delivery`);
    delivery.heard({ status: 200, body: '{"status":"success"}' }, 1795000001);
    same([delivery.step(1795000002).kind, delivery.state], ["done", "acknowledged"], `${way}: delivered`);
  }
}
