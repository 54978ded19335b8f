// The main path with `fetch`, against the sandbox on a free port.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const app = process.env.QANTARA_INSTALLED;
const sandbox = process.env.QANTARA_SANDBOX; // the built program: ../test.sh says where
assert.ok(app && sandbox, "run test.sh");

/** Starts the sandbox and returns its URL, which is the first thing it prints. */
async function start(t) {
  const child = spawn(sandbox, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  t.after(() => child.kill());
  const [printed] = await once(child.stdout, "data");
  child.stdout.resume();
  return `${printed}`.match(/http:\/\/127\.0\.0\.1:\d+/)[0];
}

test("main path", async (t) => {
  const url = await start(t);
  const script = join(app, "main-path.mjs");
  copyFileSync(fileURLToPath(new URL("../examples/main-path.mjs", import.meta.url)), script);
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const { stdout } = await promisify(execFile)(process.execPath, [script, url], { cwd: app, env, timeout: 300000 });
  assert.match(stdout, /main path: passed/);
});
