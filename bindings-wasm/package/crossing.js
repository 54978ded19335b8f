// The way into WebAssembly and back: one text in, one text out. See ../src/lib.rs for the other side.
import * as bg from "./qantara_bg.js";
import { askWith, internalError } from "./errors.js";

// Bytes the other side keeps between calls (KEPT in desk.rs); longer texts take the slow way.
const KEPT = 65536;

const encoder = new TextEncoder();
// A byte order mark is the sender's text and stays. Not `fatal`: what comes is UTF-8 by construction,
// and some runtimes decode three times slower when asked to check.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

let module; // WebAssembly.Module
let reader; // (memory) => (from, to) => string, a faster one of this runtime's, or nothing
let webCrypto = () => globalThis.crypto; // where randomness comes from
let memory; // of the open instance; nothing while there is none
let desk; // where questions are written
let bytes; // all of the memory
let read; // reads answers

/** Called once by each entry, with the compiled module. */
export function start(compiled, fasterReader, ownCrypto) {
  module = compiled;
  reader = fasterReader;
  webCrypto = ownCrypto ?? webCrypto;
  open();
}

function open() {
  const { exports } = new WebAssembly.Instance(module, { "./qantara_bg.js": bg });
  bg.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  desk = bytes = read = undefined;
  memory = exports.memory;
}

/**
 * Asks one question (`src/answer.rs` says which there are) and returns the answer. `now` is Unix time in
 * seconds, `fresh` says whether the operation makes a nonce: the first use of `crypto` costs Node 3 ms,
 * so what needs no randomness gets none. `bytes` follow the text, if there are any.
 *
 * `question` is a string and `bytes` a copy of ours, so that nothing of the caller's runs in here.
 */
export function ask(slot, question, now = 0, fresh = false, bytes = undefined) {
  let at = 0; // where the pool holds zeros
  if (fresh) {
    if (left === 0) refill();
    at = left;
    left -= 4;
  }
  try {
    if (memory === undefined) open();
    const length = bytes === undefined ? put(question) : putSlowly(question, bytes);
    const size = bg.call(slot, length, now, pool[at], pool[at + 1], pool[at + 2], pool[at + 3]);
    pool[at] = pool[at + 1] = pool[at + 2] = pool[at + 3] = 0; // never twice
    return take(size);
  } catch {
    // A panic, no memory, no stack. The instance is in an unknown state: the next call gets a fresh one.
    // What it kept were states made from the gateways' keys, and those are made again.
    memory = undefined;
    throw internalError();
  }
}
askWith(ask);

function put(text) {
  if (desk !== undefined) {
    const { read, written } = encoder.encodeInto(text, desk);
    if (read === text.length) return written;
  }
  // The first call, a text longer than the desk, or the memory has grown, which empties every view.
  return putSlowly(text, none);
}

const none = new Uint8Array(0);

function putSlowly(text, bytes) {
  const encoded = encoder.encode(text);
  const length = encoded.length + bytes.length;
  const at = bg.room(length);
  const place = new Uint8Array(memory.buffer, at, length);
  place.set(encoded);
  place.set(bytes, encoded.length);
  // After a long text the next call comes here again, and gives the room back.
  desk = length > KEPT ? undefined : new Uint8Array(memory.buffer, at, KEPT);
  return length;
}

function take(length) {
  const at = bg.answer();
  if (bytes === undefined || bytes.length === 0) {
    bytes = new Uint8Array(memory.buffer);
    read = reader?.(memory) ?? ((from, to) => decoder.decode(bytes.subarray(from, to)));
  }
  return read(at, at + length);
}

// Randomness is fetched 1 kB at a time, and never while modules load: Workers forbid that. The first
// four words stay zero; `left` counts down to them.
const pool = new Uint32Array(260);
let left = 0;

function refill() {
  webCrypto().getRandomValues(pool.subarray(4));
  left = 256;
}
