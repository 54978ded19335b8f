// What a user's TypeScript must accept, and (marked) what it must refuse. `use.cts` is this file by `require`.
import {
  AlQaseh,
  Egw,
  GatewayError,
  Mac,
  MismatchError,
  Paylink,
  QantaraError,
  ReplyError,
  SignatureError,
  ValidationError,
  parseReply,
} from "qantara";
import type {
  Call,
  CreatedPayment,
  Delivery,
  Diagnosis,
  ErrorCode,
  FoundInvoices,
  History,
  HistoryPayment,
  Invoice,
  Order,
  Outcome,
  Paid,
  Payment,
  Product,
  Settles,
  Step,
  StoredOutcome,
} from "qantara";

const gateway = new AlQaseh({ environment: "test", clientId: "a", clientSecret: "b" });
const order: Order = { orderId: "A-1", amount: "25000", currency: "IQD" };
const call: Call<CreatedPayment> = gateway.createPayment({
  ...order,
  amount: 25000n,
  description: "Two books",
  redirectUrl: "https://shop.example/",
  customData: { cart: [1, "a", null, { deep: true }] },
  email: undefined,
});
const sent: { method: string; headers: Readonly<Record<string, string>>; body?: string; redirect: "manual" } = call;
const created = call.parse(200, "{}");
const url: string | undefined = created.payUrl;
const payment: Payment = gateway.getPayment({ paymentId: created.paymentId }).parse(200, new Uint8Array(2), null);

// Every known word completes, and one the gateway adds is no error.
if (payment.paymentStatus === "succeeded") payment.extra?.["x"];

export function settled(outcome: Outcome): string {
  switch (outcome.kind) {
    case "paid":
    case "held":
    case "reversed":
      return outcome.replayKey;
    case "failed":
    case "open":
      return outcome.status;
    default: {
      const never: never = outcome; // exhaustive
      return never;
    }
  }
}
const paid: Paid = payment.expectPaid(order);

const egw = new Egw({ environment: "test", apiKey: "k", macKey: "00", profile: { preset: "kina", length_unit: "bytes" } });
const prepare = {
  orderId: "771446",
  amount: "1",
  currency: "IQD",
  description: "x",
  transactionType: "retail",
  backRef: "https://a.example/",
} as const;
const stamped = egw.prepare(prepare, { stamp: { timestamp: "20261120130000", nonce: "F2B2DD7E603A7ADA" } });
const source: string | undefined = stamped.macSource;
const key: string = egw.verifyCallback("a=b").replayKey;
const hint = Egw.parseCallback(new ArrayBuffer(1));
AlQaseh.parseWebhook("{}").orderId.length;

const paylink = new Paylink({ environment: "production", merchantId: "m", apiKey: "k", dangerouslyAllowBrowser: true });
const delivery: Delivery = paylink.decide({ linkReference: "1", verdict: "success", deadline: 1 });
const acknowledgment = paylink.acknowledgment(delivery);
const step: Step = acknowledgment.step();
if (step.kind === "send") step.call.parse(200, "").status.length;
else if (step.kind === "wait") step.until.toFixed();
acknowledgment.heard({ status: 200, body: "", retryAfter: "5" }, 1);
acknowledgment.heard();
parseReply(JSON.parse(JSON.stringify(call.expect)), 200, "{}", "application/json");
const mac = new Mac({ key: "00", order: ["A"], algorithm: "HMAC-SHA256" });
mac.verify({ A: "1", B: null }, mac.sign({ A: "1" }));

// Records within records, on the way in and out.
const product: Product = { title: "A book", price: 100, quantity: 1, isDigital: true };
const invoiced: Call<Invoice> = paylink.addInvoice({
  ...{ bearerToken: "t", orderId: "A-1", amount: "100", clientName: "Ali", clientMobile: "0500000000" },
  callbackUrl: "https://a.example/",
  products: [product],
});
const invoice: Invoice & Settles = paylink.getInvoice({ bearerToken: "t", transactionNo: "1" }).parse(200, "{}");
const receipt: string | undefined = invoice.paymentReceipt?.receiptUrl;
invoice.settle(order).kind;
const found: FoundInvoices = paylink.getOrder({ bearerToken: "t", orderId: "A-1" }).parse(200, "{}");
found.invoices[0]?.orderStatus?.length;
const history: History = gateway.history().parse(200, "[]");
const first: HistoryPayment | undefined = history.payments[0];
history.settle(order);
// A time is filled in where it is left out.
paylink.authenticate().parse(200, "").bearerToken.length;
paylink.authenticate({ persistToken: true, now: 1795000000 });

// An outcome goes on as it is, or as it was stored.
const later = { amount: "1", description: "x", backRef: "https://a.example/" };
const outcome: Outcome = egw.verifyCallback("a=b").settle(order);
egw.completion({ ...later, authorization: outcome });
const stored: StoredOutcome = { ...outcome };
egw.reversal({ ...later, authorization: stored }, { stamp: { timestamp: "1", nonce: "2" } }).parse(200, "").rc?.length;
egw.completion({
  ...later,
  unprovenReferences: { orderId: "771446", rrn: "0", intRef: "1", amount: 1n, currency: "IQD" },
});

// Tools: alone or with a gateway, a stamp where they sign, bytes where a message is read.
const orderId: string = Egw.orderNumber({ sequence: 417 }).orderId;
const diagnosis: Diagnosis = Egw.diagnose({ message: new Uint8Array(1), macKey: "00" });
diagnosis.findings[0]?.mistakes?.join();
const html: string = egw.cardForm({ ...prepare, cspNonce: "n" }, { stamp: { timestamp: "1", nonce: "2" } }).html;
const page: string = gateway.payPage({ token: "t" }).url;
const webhook: string = paylink.verifyWebhook({ body: new ArrayBuffer(1), header: "h" }).transactionNo;

try {
  mac.source({});
} catch (error) {
  if (error instanceof ValidationError) error.faults[0]?.limit;
  else if (error instanceof SignatureError) error.code;
  else if (error instanceof ReplyError || error instanceof MismatchError) error.lookUp?.length;
  else if (error instanceof GatewayError) error.gatewayCode?.length;
  else if (error instanceof QantaraError) error.retry === "look_up_first";
}
const code: ErrorCode = "amount.float";

// @ts-expect-error a misspelt field
gateway.createPayment({ ...order, description: "x", redirectUrl: "y", descriptoin: "x" });
// @ts-expect-error a missing field
gateway.createPayment({ ...order, description: "x" });
// @ts-expect-error no such choice
new AlQaseh({ environment: "tset", clientId: "a", clientSecret: "b" });
// @ts-expect-error an amount is no boolean
gateway.createPayment({ ...order, amount: true, description: "x", redirectUrl: "y" });
// @ts-expect-error no such operation
gateway.acknowledge({});
// @ts-expect-error what was read is read only
payment.paymentStatus = "succeeded";
// @ts-expect-error a created payment proves nothing
created.settle(order);
// @ts-expect-error a hint proves nothing
hint.settle(order);
// @ts-expect-error an unverified callback has no replay key
hint.replayKey;
// @ts-expect-error a proof is not made by hand
const forged: Paid = { kind: "paid", replayKey: "k", status: "s", ...order };
// @ts-expect-error nor is an error
new ValidationError();
// @ts-expect-error no such preset
new Egw({ environment: "test", apiKey: "k", macKey: "00", profile: "clasic" });
// @ts-expect-error a call that does not sign takes no stamp
gateway.getPayment({ paymentId: "p" }, { stamp: { timestamp: "1", nonce: "2" } });
// @ts-expect-error a tool that stands alone is not a gateway's
egw.orderNumber({ sequence: 1 });
// @ts-expect-error a gateway's tool needs one
AlQaseh.payPage({ token: "t" });
// @ts-expect-error a tool that does not sign takes no stamp
gateway.payPage({ token: "t" }, { stamp: { timestamp: "1", nonce: "2" } });
// @ts-expect-error a misspelt field of a record within
egw.completion({ ...later, unprovenReferences: { orderId: "1", rrn: "0", intRef: "1", amount: 1, curency: "IQD" } });
// @ts-expect-error a product without a price
const free: Product = { title: "A book", quantity: 1 };
// @ts-expect-error an invoice that was just made proves nothing
invoiced.parse(200, "").settle(order);
// @ts-expect-error nor do invoices that were looked up
found.settle(order);
// @ts-expect-error nor does one row of a history
first?.settle(order);
// @ts-expect-error a stored outcome is data, no proof
const proof: Paid = stored;
// @ts-expect-error rows are read only
history.payments.push(first);
// @ts-expect-error bytes only where a message is read
Egw.orderNumber({ sequence: 1, prefix: new Uint8Array(1) });
// @ts-expect-error no such code
const wrong: ErrorCode = "amount.flaot";
// @ts-expect-error bytes or text, not a promise of it
call.parse(200, Promise.resolve("{}"));

export { code, forged, free, html, key, orderId, page, paid, proof, receipt, sent, source, url, webhook, wrong };
