let decision = Decision::new().link_reference("1234567890ABC").verdict("success");
let mut stored = gateway.decide(decision.now(now()).deadline(now() + 600), None)?; // with your order, in one transaction
let state = loop {
    let mut delivery = gateway.acknowledgment(stored)?;
    let step = delivery.step(now())?;
    stored = delivery.save(); // before anything is sent
    match step {
        Step::Send(call) => {
            let (status, body) = send(call.request()); // none came: Answer::Lost
            delivery.heard(now(), Answer::Reply { status, body: &body, retry_after: "" })?;
            stored = delivery.save();
        }
        Step::Wait(until) => sleep_until(until),
        Step::Done => break delivery.state().to_owned(),
    }
};
println!("{state}");
