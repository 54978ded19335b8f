// Writes the shared cases and the canaries as a module, for runtimes that read no files. usage: node cases.mjs <output>
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../../tests/vectors/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const files = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
const canaries = readFileSync(new URL("../../tests/canaries.json", import.meta.url), "utf8");
writeFileSync(
  process.argv[2],
  `export const files = ${JSON.stringify(files)};\nexport const canaries = ${JSON.stringify(canaries)};\n`,
);
