import { inspect } from "node:util";
import * as qantara from "qantara";
import { check } from "./check.mjs";

// Deno's and Bun's own printing, too.
const own = globalThis.Deno?.inspect ?? globalThis.Bun?.inspect ?? (() => "");
check(qantara, (object) => inspect(object, { depth: 9 }) + own(object, { depth: 9 }));
console.log("passed");
