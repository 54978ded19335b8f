// What must hold in every runtime. cases.mjs is written by ../../test.sh: the shared cases as texts.
import { files } from "./cases.mjs";
import { hostile, slots, tampering } from "./hostile.mjs";
import { fail } from "./same.mjs";
import { vectors } from "./vectors.mjs";

export function check(qantara, inspect) {
  const prints = (object, secrets) => {
    const printed = [`${object}`, JSON.stringify(object), JSON.stringify({ object })];
    if (inspect !== undefined) printed.push(inspect(object), inspect({ object }));
    for (const secret of secrets) {
      const found = printed.find((text) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)));
      if (found !== undefined) fail(`printed: ${secret} in ${found}`);
    }
  };
  const cases = vectors(qantara, files, prints);
  const inputs = hostile(qantara);
  slots(qantara);
  tampering(qantara);
  if (cases < 500 || inputs < 200) fail(`only ${cases} cases and ${inputs} hostile inputs`);
}
