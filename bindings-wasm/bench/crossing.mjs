// What one text in and one text out cost. usage: node (or bun, deno run -A) bench/crossing.mjs
import process from "node:process";

const entry = process.versions.bun ? "bun" : globalThis.Deno ? "deno" : "node";
const { echo } = await import(`../pkg/${entry}.js`);

// A new text each time, joined from parts as a caller's is: a kept one would be flat and too quick.
const made = (length) => {
  const part = "abcdefghijklmnop 0123456789 ".repeat(length).slice(0, (length - 6) / 3);
  return (i) => part + (1000 + (i & 1023)) + part + "," + part + ",";
};
let sink = 0;
function time(work) {
  const rounds = [];
  for (let r = 0; r < 15; r++) {
    const start = performance.now();
    for (let i = 0; i < 50000; i++) sink += work(i).length;
    rounds.push((performance.now() - start) * 20);
  }
  return rounds.sort((a, b) => a - b)[7].toFixed(0);
}
for (const length of [40, 300, 1000]) {
  const text = made(length);
  const alone = time(text);
  console.log(`${text(0).length} bytes: ${time((i) => echo(text(i)))} ns, of which the text's making ${alone} ns`);
}
if (sink === 0) throw new Error();
