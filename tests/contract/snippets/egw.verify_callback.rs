let signed = gateway.verify_callback(body)?; // else: unverified, not declined; look it up
let settled = signed.settle(&Order::new("000417", "25000", "IQD")?)?;
println!("{}", settled.outcome().kind());
