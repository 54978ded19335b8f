// Browsers, and every runtime that has no entry of its own.
import { start } from "./crossing.js";

const address = new URL("./qantara.wasm", import.meta.url);

async function compile() {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`qantara: ${address} answered ${reply.status}`);
  // Streaming refuses a server that calls WebAssembly anything but application/wasm.
  return reply.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(reply)
    : WebAssembly.compile(await reply.arrayBuffer());
}

start(await compile());

export * from "./gateways.js";
