// Written by tests/contract from the core's tables. Do not edit.

// What of a record is not printed.
export const shapes = {
  alqaseh: { secret: ["clientSecret"], maps: [] },
  egw: { secret: ["apiKey", "macKey"], maps: [] },
  paylink: { secret: ["apiKey"], maps: [] },
  mac: { secret: ["key"], maps: [] },
  CreatedPayment: { secret: ["token", "payUrl"], maps: [] },
  Payment: { secret: ["token", "customData"], maps: [] },
  Prepared: { secret: ["body", "redirectUrl"], maps: [] },
  Acknowledged: { secret: [], maps: [] },
  Webhook: { secret: ["token"], maps: [] },
  Redirect: { secret: [], maps: [] },
  Callback: { secret: ["card"], maps: [] },
  Outcome: { secret: [], maps: [] },
};

// Which record an operation's reply is, and whether it can prove something.
export const replies = {
  "alqaseh.create_payment": ["CreatedPayment", false],
  "alqaseh.get_payment": ["Payment", true],
  "egw.prepare": ["Prepared", false],
  "paylink.acknowledge": ["Acknowledged", false],
};

// The one error that is made without asking.
export const internal = {
  range: "reply",
  code: "internal",
  number: 3090,
  message: "Qantara failed where it never should, and what happened is unknown: please report it.",
  faults: [{ code: "internal", number: 3090, field: "", limit: "", message: "Qantara failed where it never should, and what happened is unknown: please report it." }],
  retry: "look_up_first",
  lookUp: "the payment at the gateway",
};
