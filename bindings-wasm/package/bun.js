// Bun. Imported as a file, so that `bun build` and `bun build --compile` carry it along.
import { readFileSync } from "node:fs";
import path from "./qantara.wasm" with { type: "file" };
import { start } from "./crossing.js";

start(new WebAssembly.Module(readFileSync(path)));

export * from "./api.js";
