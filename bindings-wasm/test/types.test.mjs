// The types of the packed package, by TypeScript itself: import and require, strict, with old and new `lib`.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const app = process.env.QANTARA_INSTALLED;
assert.ok(app, "run test.sh");
const tsc = fileURLToPath(new URL("../node_modules/.bin/tsc", import.meta.url));
const source = readFileSync(join(app, "types/use.mts"), "utf8");

async function compile(...options) {
  const files = ["types/use.mts", "types/use.cts"];
  const args = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noEmit"];
  try {
    await promisify(execFile)(tsc, [...args, ...options, ...files], { cwd: app });
  } catch (error) {
    assert.fail(error.stdout);
  }
}

writeFileSync(join(app, "types/use.cts"), source);

for (const module of ["node16", "nodenext"]) {
  for (const lib of ["es2020", "es2020,dom", "esnext,dom"]) {
    test(`${module}, lib ${lib}`, () => compile("--module", module, "--target", "es2020", "--lib", lib));
  }
}

test("a bundler's resolution", () =>
  compile("--module", "esnext", "--moduleResolution", "bundler", "--target", "es2020", "--lib", "es2020"));

test("a call is what fetch takes", async () => {
  const text = `import { AlQaseh } from "qantara";
    declare const gateway: AlQaseh;
    const call = gateway.getPayment({ paymentId: "p" });
    export const reply = fetch(call.url, call);
    export const timed = fetch(call.url, { ...call, signal: AbortSignal.timeout(1000) });
    export const request = new Request(call.url, call);
    const init: RequestInit = call;
    export { init };\n`;
  writeFileSync(join(app, "types/use.mts"), text);
  writeFileSync(join(app, "types/use.cts"), text);
  try {
    await compile("--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom");
  } finally {
    writeFileSync(join(app, "types/use.mts"), source);
    writeFileSync(join(app, "types/use.cts"), source);
  }
});

test("a compiler that finds nothing to refuse is a broken test", async () => {
  const loosened = source.replace("// @ts-expect-error a misspelt field\n", "");
  assert.notEqual(loosened, source);
  writeFileSync(join(app, "types/use.mts"), loosened);
  try {
    await assert.rejects(compile("--module", "nodenext", "--target", "es2020", "--lib", "es2020"), /descriptoin/);
  } finally {
    writeFileSync(join(app, "types/use.mts"), source);
  }
});
