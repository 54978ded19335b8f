// Makes payments in all three systems, as a shop does.

import { signed } from "./shop.mjs";

async function send(url, headers, body) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return JSON.parse(text);
}

export function gateways(sandbox, shop) {
  const login = { Authorization: `Basic ${btoa("public_test:Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0")}` };
  let nonce = 0;
  return {
    admin: (path, body) => send(`${sandbox}/sandbox/${path}`, {}, body),

    api2: (order_id, amount, description) =>
      send(`${sandbox}/alqaseh/v1/egw/payments/create`, login, {
        order_id, amount, description, currency: "IQD", transaction_type: "Retail",
        redirect_url: `${shop}/return`, webhook_url: `${shop}/alqaseh`,
      }),

    async egw(order, amount, description, trtype) {
      const { now } = await (await fetch(`${sandbox}/sandbox/clock`)).json();
      const fields = signed({
        AMOUNT: amount, CURRENCY: "IQD", ORDER: order, DESC: description, TERMINAL: "99999999", MERCHANT: "EGW TEST",
        MERCH_NAME: "Books Online Inc.", MERCH_URL: "www.sample.com", TRTYPE: trtype, BACKREF: `${shop}/egw`,
        TIMESTAMP: new Date(now * 1000).toISOString().replace(/\D/g, "").slice(0, 14),
        NONCE: String(++nonce).padStart(16, "A0"),
      });
      const body = Object.entries(fields).map(([name, value]) => [name === "BACKREF" ? "back_ref" : name.toLowerCase(), value]);
      return send(`${sandbox}/egw/api/payment/prepare`, { "X-API-Key": "4c2db6a1c9d841809c0fcdbf1fd0aeb8" }, Object.fromEntries(body));
    },

    async paylink(orderNumber, amount, title) {
      const { id_token } = await send(`${sandbox}/paylink/api/auth`, {}, {
        apiId: "sandbox-api-id", secretKey: "sandbox-secret-key", persistToken: true,
      });
      return send(`${sandbox}/paylink/api/addInvoice`, { Authorization: `Bearer ${id_token}` }, {
        orderNumber, amount, callBackUrl: `${shop}/back`, clientName: "ليلى", clientMobile: "0500000000",
        products: [{ title, price: amount, qty: 1 }],
      });
    },

    acknowledge: (transactionNo) =>
      send(`${sandbox}/paylink/api/merchants/sandbox-merchant/payment-acknowledgment`, { "X-API-KEY": "sandbox-paylink-key" }, {
        processingStatus: "Success", transactionNo,
      }),
  };
}
