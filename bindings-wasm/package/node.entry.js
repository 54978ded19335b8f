// Node. The build bundles this into node.cjs, which `require` and `import` share: there is one copy of
// every class and of the state, however the package is loaded.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "./crossing.js";

start(new WebAssembly.Module(readFileSync(join(__dirname, "qantara.wasm"))), (memory) => {
  const buffer = Buffer.from(memory.buffer);
  return (from, to) => buffer.toString("utf8", from, to); // about 60 ns less than TextDecoder
});

export * from "./gateways.js";
