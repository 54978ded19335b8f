// A tiny shop: it receives webhooks and callbacks, and refuses those that no gateway can have sent.

import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const KEY = Buffer.from("00112233445566778899AABBCCDDEEFF", "hex");
const REPLY = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE".split(" ");
const REQUEST =
  "AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL EMAIL TRTYPE COUNTRY MERCH_GMT TIMESTAMP NONCE BACKREF".split(" ");

function mac(names, fields) {
  const part = (value) => (value ? `${Buffer.byteLength(value)}${value}` : "-");
  return createHmac("sha1", KEY).update(names.map((name) => part(fields[name])).join("")).digest("hex").toUpperCase();
}

export function signed(fields) {
  return { ...fields, P_SIGN: mac(REQUEST, fields) };
}

// Answers 200 to what is genuine, 4xx with a reason to what isn't.
function judge(path, headers, body) {
  if (path === "/egw") {
    const fields = Object.fromEntries(new URLSearchParams(body));
    const [given, own] = [Buffer.from(fields.P_SIGN ?? "", "latin1"), Buffer.from(mac(REPLY, fields))];
    const genuine = given.length === own.length && timingSafeEqual(given, own);
    return genuine ? [200, "thank you"] : [401, "P_SIGN does not match: nothing was changed"];
  }
  if (path === "/paylink") {
    const genuine = headers["x-webhook-secret"] === "sandbox-webhook-secret";
    return genuine ? [200, '{"status":"success"}'] : [401, "no such secret"];
  }
  return [200, '{"status":"success","note":"the payment is asked for at the gateway"}'];
}

export async function openShop() {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => (body += piece));
    request.on("end", () => {
      const [status, text] = request.method === "POST" ? judge(request.url, request.headers, body) : [200, "<h1>The shop</h1>"];
      response.writeHead(status, { "Content-Type": text.startsWith("{") ? "application/json" : "text/html" }).end(text);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
