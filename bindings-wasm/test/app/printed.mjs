// Every way in which Node, Deno and Bun print an object.
import { Console } from "node:console";
import { Writable } from "node:stream";
import { format, inspect } from "node:util";

// Deno's and Bun's own printing, too.
const own = globalThis.Deno?.inspect ?? globalThis.Bun?.inspect ?? (() => "");

/** All of them in one text. `console.dir` asks no object how it wants to be shown. */
export function printed(object) {
  let written = "";
  const stream = new Writable({
    write(chunk, _, done) {
      written += chunk;
      done();
    },
  });
  const console = new Console(stream, stream);
  console.log(object, "%s %o %O %j", object);
  console.dir(object, { depth: 9 });
  console.error("failed", { object });
  return [
    written,
    inspect(object, { depth: 9 }),
    inspect(object, { depth: Infinity, showHidden: true }),
    inspect(object, { depth: Infinity, showHidden: true, showProxy: true, customInspect: false }),
    format("%s %o %O %j", object, object, object, object),
    own(object, { depth: 9 }),
    own(object, { depth: 9, showHidden: true }),
  ].join("\n");
}
