// A new gateway with a configuration of its own in every round, a request and a reply: memory stays flat.
// usage: node --expose-gc bench/memory.mjs [rounds]      (build.sh first; exits with 1 if memory grew)
// Prints a line of JSON: by how many bytes it grew over these rounds, after 5,000 that warm up.
// The memory of the instance, which the package keeps to itself.
let memory;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
  const instance = new Instance(...given);
  memory = instance.exports.memory;
  return instance;
};
const { AlQaseh, Egw } = await import("../pkg/node.js");

const rounds = Number(process.argv[2] ?? 1_000_000);
const order = { orderId: "A-1", amount: "25000", currency: "IQD" };
const reply =
  '{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail"}';
const prepare = {
  orderId: "771446",
  amount: "25000",
  currency: "IQD",
  description: "Two books",
  transactionType: "retail",
  backRef: "https://shop.example/",
};

function round(i) {
  const gateway = new AlQaseh({ environment: "test", clientId: `shop-${i}`, clientSecret: `secret-${i}` });
  if (gateway.getPayment({ paymentId: "p-1" }).parse(200, reply).settle(order).kind !== "paid") throw new Error();
  const macKey = `${i}`.padStart(32, "A");
  const egw = new Egw({ environment: "test", apiKey: `key-${i}`, macKey, profile: "classic" });
  if (egw.prepare(prepare).headers["X-API-Key"] !== `key-${i}`) throw new Error();
  if (i % 100 === 0) {
    try {
      egw.prepare({ ...prepare, amount: 2.5, odd: i });
    } catch (error) {
      if (error.code !== "field.unknown") throw error;
    }
  }
}

const measure = () => {
  globalThis.gc?.();
  return { wasm: memory?.buffer.byteLength ?? 0, heap: process.memoryUsage().heapUsed };
};
const kB = (bytes) => `${Math.round(bytes / 1024)} kB`;
// What is compiled and cached in the first rounds is no leak.
const warm = 5000;
for (let i = 0; i < warm; i++) round(i);
const first = measure();
for (let i = 0; i < rounds; i++) {
  round(i);
  if (i % Math.ceil(rounds / 4) === 0) console.error(`${i}: wasm ${kB(measure().wasm)}, heap ${kB(measure().heap)}`);
}
const last = measure();
console.error(`${rounds}: wasm ${kB(last.wasm)}, heap ${kB(last.heap)}`);
const ours = last.wasm - first.wasm + Math.max(0, last.heap - first.heap);
console.log(JSON.stringify({ language: "JavaScript", job: "memory", unit: "bytes", rounds, ours, against: null, theirs: null }));
if (last.wasm > first.wasm || last.heap > first.heap + 2 ** 19) {
  console.error(`memory grew: at first it was wasm ${kB(first.wasm)}, heap ${kB(first.heap)}`);
  process.exit(1);
}
if (memory === undefined) {
  console.error("the instance's memory was not seen");
  process.exit(1);
}
