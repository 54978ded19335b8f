let order = ["AMOUNT", "CURRENCY", "ORDER"];
let mac = Mac::new(MacConfiguration::new().key("00112233445566778899AABBCCDDEEFF").order(order))?;
let fields = [("AMOUNT", Some("11.48")), ("CURRENCY", Some("USD")), ("ORDER", None)];
mac.verify(&fields, &mac.sign(&fields)?)?;
println!("{}", mac.source(&fields)?);
