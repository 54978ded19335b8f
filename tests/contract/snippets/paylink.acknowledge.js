const decision = { linkReference: "1234567890ABC", verdict: "success", deadline: Math.floor(Date.now() / 1000) + 600 };
let stored = gateway.decide(decision); // with your order, in one transaction
for (;;) {
  const delivery = gateway.acknowledgment(stored);
  const step = delivery.step();
  stored = delivery.save(); // before anything is sent
  if (step.kind === "done") break;
  if (step.kind === "wait") await sleepUntil(step.until);
  else {
    const { status, body } = await send(step.call); // none came: heard()
    delivery.heard({ status, body });
    stored = delivery.save();
  }
}
console.log(stored.state);
