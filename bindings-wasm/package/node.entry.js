// Node. The build bundles this into node.cjs, which `require` and `import` share: there is one copy of
// every class and of the state, however the package is loaded.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "./crossing.js";

const readerOf = (memory) => {
  const buffer = Buffer.from(memory.buffer);
  return (from, to) => buffer.toString("utf8", from, to); // about 60 ns less than TextDecoder
};
// Node 18 has it, but not as a global; loading it early would slow every start.
const cryptoOf = () => globalThis.crypto ?? require("node:crypto").webcrypto;

start(new WebAssembly.Module(readFileSync(join(__dirname, "qantara.wasm"))), readerOf, cryptoOf);

export * from "./gateways.js";
