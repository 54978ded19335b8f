// Time from the start of a Node process to the end of the first call, against scripts that do nothing.
// usage: node bench/cold-start.mjs [runs]      (build.sh first; prints lines of JSON, in nanoseconds)
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const runs = Number(process.argv[2] ?? 40);
const pkg = new URL("../pkg/", import.meta.url);
const dir = mkdtempSync(join(tmpdir(), "qantara-"));
const done = "process.stdout.write(String(performance.now()));";
const use =
  'new AlQaseh({environment:"test",clientId:"a",clientSecret:"b"}).createPayment({orderId:"A",amount:"1",currency:"IQD",description:"d",redirectUrl:"https://a.example/"});';
const scripts = {
  "empty.mjs": done,
  "import.mjs": `import { AlQaseh } from ${JSON.stringify(new URL("node.js", pkg).href)}; ${use} ${done}`,
  "empty.cjs": done,
  "require.cjs": `const { AlQaseh } = require(${JSON.stringify(new URL("node.cjs", pkg).pathname)}); ${use} ${done}`,
};
const taken = {};
for (const [name, text] of Object.entries(scripts)) {
  writeFileSync(join(dir, name), text);
  taken[name] = [];
}
// In turn, so that a busy moment of the machine falls on all of them.
for (let i = 0; i < runs; i++) {
  for (const name in scripts) {
    taken[name].push(Number(execFileSync(process.execPath, [join(dir, name)], { encoding: "utf8" })));
  }
}
rmSync(dir, { recursive: true });
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
for (const [kind, what] of Object.entries({ "import.mjs": "import", "require.cjs": "require" })) {
  // What the first call adds to a process that does nothing.
  const ours = (median(taken[kind]) - median(taken[`empty.${kind.slice(-3)}`])) * 1e6;
  const job = `cold start: ${what}, first call`;
  console.log(JSON.stringify({ language: "JavaScript", job, unit: "ns", ours, against: null, theirs: null }));
}
