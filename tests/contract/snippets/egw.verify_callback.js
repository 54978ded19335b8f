const signed = gateway.verifyCallback(body); // else: unverified, not declined; look it up
const outcome = signed.settle({ orderId: "000417", amount: "25000", currency: "IQD" });
console.log(outcome.kind);
