const mac = new Mac({ key: "00112233445566778899AABBCCDDEEFF", order: ["AMOUNT", "CURRENCY", "ORDER"] });
const fields = { AMOUNT: "11.48", CURRENCY: "USD", ORDER: null };
mac.verify(fields, mac.sign(fields));
console.log(mac.source(fields));
