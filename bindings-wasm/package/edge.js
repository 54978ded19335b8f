// Vercel Edge and Next.js: `?module` asks for the WebAssembly.Module.
import module from "./qantara.wasm?module";
import { start } from "./crossing.js";

start(module);

export * from "./gateways.js";
