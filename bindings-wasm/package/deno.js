// Deno. A source import needs no permission to read files.
import source module from "./qantara.wasm";
import { start } from "./crossing.js";

start(module);

export * from "./gateways.js";
