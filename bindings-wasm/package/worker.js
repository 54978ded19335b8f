// Cloudflare Workers, and what else compiles a `.wasm` import to a WebAssembly.Module.
import module from "./qantara.wasm";
import { start } from "./crossing.js";

start(module);

export * from "./gateways.js";
