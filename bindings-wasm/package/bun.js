// Bun. Imported as a file, so that `bun build` and `bun build --compile` carry it along; `file` is
// absolute, or relative to the bundle.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import file from "./qantara.wasm" with { type: "file" };
import { start } from "./crossing.js";

start(new WebAssembly.Module(readFileSync(resolve(import.meta.dirname, file))));

export * from "./gateways.js";
