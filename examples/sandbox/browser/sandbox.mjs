// Starts the sandbox's program on a free port.

import { spawn } from "node:child_process";

export async function startSandbox(program) {
  const child = spawn(program, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (piece) => {
      said += piece;
      const found = /runs at (http:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on("exit", (code) => reject(new Error(`the sandbox ended with ${code}: ${said}`)));
  });
  return { url, stop: () => child.kill() };
}
