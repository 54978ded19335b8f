// What must hold in every runtime. cases.mjs is written by ../../test.sh: the shared cases as texts.
import { canaries, files } from "./cases.mjs";
import { hostile, slots, tampering, tools } from "./hostile.mjs";
import { proxies } from "./proxies.mjs";
import { fail } from "./same.mjs";
import { secrets } from "./secrets.mjs";
import { vectors } from "./vectors.mjs";

export function check(qantara, inspect) {
  secrets(qantara, JSON.parse(canaries), inspect);
  const prints = (object, secrets) => {
    const printed = [`${object}`, JSON.stringify(object), JSON.stringify({ object })];
    if (inspect !== undefined) printed.push(inspect(object), inspect({ object }));
    for (const secret of secrets) {
      const found = printed.find((text) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)));
      if (found !== undefined) fail(`printed: ${secret} in ${found}`);
    }
  };
  const counts = vectors(qantara, files, prints);
  const inputs = hostile(qantara);
  slots(qantara);
  proxies(qantara);
  tampering(qantara);
  tools(qantara, prints);
  const cases = Object.values(counts).reduce((sum, count) => sum + count);
  if (cases < 800 || inputs < 200) fail(`only ${cases} cases and ${inputs} hostile inputs`);
  return counts;
}

/** What a user finds on the classes, as the table of parity names it. */
export function exposes({ AlQaseh, Egw, Mac, Paylink }) {
  const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const mac = new Mac({ key: "00112233445566778899AABBCCDDEEFF", order: ["A"] });
  const names = typeof mac.sign === "function" ? ["mac"] : [];
  for (const each of [AlQaseh, Egw, Paylink]) {
    const methods = [...Object.getOwnPropertyNames(each.prototype), ...Object.getOwnPropertyNames(each)];
    const own = methods.filter((name) => !["constructor", "length", "name", "prototype"].includes(name));
    names.push(...own.map((name) => `${each.name.toLowerCase()}.${snake(name)}`));
  }
  return names;
}
