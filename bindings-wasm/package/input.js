// The converter in: a copy of the caller's value as JSON text, made before WebAssembly is entered.
//
// The caller's object is not trusted: getters and proxies run code, throw, or call us again; structures
// are cyclic or endless. All of that happens here, where it can't hurt, and comes out as a ValidationError.
import { refuse } from "./errors.js";

const DEPTH = 32;
const SIZE = 1 << 20;

// Thrown to leave the recursion; the fault is in the state. Nothing of the caller's can be mistaken for it.
const stop = { toString: () => "stop" };

// A string without these stands in JSON as it is.
// eslint-disable-next-line no-control-regex
const special = /["\\\u0000-\u001f\ud800-\udfff]/;
const lone = /\p{Surrogate}/u;

/** Whether a string has half a surrogate pair, which is no character. */
export const isBroken = (text) => (text.isWellFormed === undefined ? lone.test(text) : !text.isWellFormed());

/** Whether a value is a record that came out of here, of this shape. */
let isRecord;
export const recordsAre = (is) => void (isRecord = is);

/**
 * The JSON text of what a caller gave. `name` is what the value is called as a whole; of an object the
 * entry `except` is left out, and `fields` says which of its entries take more than plain values: "bytes", or
 * the name of a record.
 */
export function textOf(value, name, { except, fields } = {}) {
  const state = { size: 0, path: [], fault: undefined, except, fields };
  try {
    return write(value, 0, state);
  } catch (thrown) {
    const field = state.path.length > 0 ? state.path.join(".") : name;
    const [code, limit] = thrown === stop ? state.fault : ["input.syntax", `reading ${field} failed`];
    throw refuse(code, field, limit);
  }
}

/**
 * The same in the form of `src/entries.rs`, quicker to write and to read: entries with separators between.
 * Anything unusual takes the long way, which also says what is wrong.
 */
export function entriesOf(value, name, how) {
  let text = "";
  let count = 0;
  try {
    if (Object.getPrototypeOf(value) !== Object.prototype) return textOf(value, name, how);
    const state = { size: 0, path: [], fault: undefined };
    for (const key of Object.keys(value)) {
      const is = how.fields?.[key];
      const entry = decoded(value[key], is, state);
      if (entry === undefined) continue;
      state.size = text.length;
      // One after the other: a template would make small texts first.
      if (typeof entry === "string") text = text + key + '\x1f"' + entry + "\x1f";
      else text = text + key + "\x1f" + write(entry, 1, state, is) + "\x1f";
      count++;
    }
  } catch {
    return textOf(value, name, how);
  }
  return text.length > SIZE || isBroken(text) ? textOf(value, name, how) : `\x1e${count}\n${text}`;
}

function fail(state, code, limit) {
  state.fault = [code, limit];
  throw stop;
}

function grow(state, by) {
  state.size += by;
  if (state.size > SIZE) fail(state, "input.too_large", "1 MiB");
}

// What is given as a whole is a record; what is in it may be anything plain.
const whole = "a plain object";

function write(value, depth, state, shape) {
  switch (typeof value) {
    case "string":
      return string(value, state);
    case "number":
      return number(value, depth, state);
    case "boolean":
      return value ? "true" : "false";
    case "bigint":
      // Longer ones are no amount, and printing a very long one takes for ever.
      if (value > 10n ** 40n || value < -(10n ** 40n)) fail(state, "number.range", "at most 40 digits");
      return value.toString();
    case "object":
      if (value === null) return "null";
      grow(state, 2);
      if (depth === DEPTH) fail(state, "input.too_deep", `${DEPTH}`);
      return Array.isArray(value) ? list(value, depth + 1, state, shape) : map(value, depth + 1, state, shape);
    default:
      return fail(state, "field.type", depth === 0 ? whole : `text, a number, true or false, a list or ${whole}`);
  }
}

function string(value, state) {
  grow(state, value.length + 2);
  if (!special.test(value)) return `"${value}"`;
  if (isBroken(value)) fail(state, "text.characters", "whole characters: it has half a surrogate pair");
  return JSON.stringify(value);
}

function number(value, depth, state) {
  grow(state, 1);
  if (Number.isSafeInteger(value)) return `${value}`;
  if (Number.isInteger(value)) {
    fail(state, "number.range", "whole numbers beyond 2^53 as text or BigInt: this one has already been rounded");
  }
  if (Number.isFinite(value)) return `${value}`;
  // A field's own check says best what should be there instead; no field takes this figure.
  return depth === 1 ? "1e999" : fail(state, "number.range", "a finite number");
}

/** What may be bytes, as text. */
function decoded(value, is, state) {
  const bytes = is === "bytes" && typeof value === "object" ? bytesOf(value) : undefined;
  if (bytes === undefined) return value;
  if (bytes.length > SIZE) fail(state, "input.too_large", "1 MiB");
  try {
    return strict.decode(bytes);
  } catch {
    return fail(state, "reply.not_utf8", "");
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function list(value, depth, state, shape) {
  const { length } = value;
  if (!(length <= SIZE)) fail(state, "input.too_large", "1 MiB");
  let text = "[";
  for (let i = 0; i < length; i++) {
    state.path.push(i);
    if (i > 0) text += ",";
    grow(state, 1);
    text += write(value[i], depth, state, shape);
    state.path.pop();
  }
  return text + "]";
}

function map(value, depth, state, shape) {
  const prototype = Object.getPrototypeOf(value);
  const isOurs = shape !== undefined && isRecord(value, shape);
  // Of a Date, a Map or an object of some class nothing, or not everything, would be in its entries.
  const isPlain = prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain && !isOurs) {
    fail(state, "field.type", depth === 1 ? whole : "a plain value (text for a date, decimal text for an amount)");
  }
  let text = "{";
  for (const key of Object.keys(value)) {
    if (depth === 1 && key === state.except) continue;
    state.path.push(key);
    const is = depth === 1 ? state.fields?.[key] : undefined;
    const entry = decoded(value[key], is, state);
    if (entry !== undefined) {
      if (text.length > 1) text += ",";
      text += string(key, state) + ":" + write(entry, depth, state, is);
    }
    state.path.pop();
  }
  return text + "}";
}

const byteLength = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength").get;

/** A message or body as it came: text or bytes; bytes are copied. */
export function messageOf(value, name) {
  // What is longer than anything read is too long, however long it is.
  if (typeof value === "string") {
    if (value.length > SIZE) return value.slice(0, SIZE + 1);
    if (!isBroken(value)) return value;
    throw refuse("text.characters", name, "whole characters: it has half a surrogate pair");
  }
  const bytes = bytesOf(value);
  if (bytes !== undefined) return bytes;
  throw refuse("field.type", name, "text or bytes as they came (is an await missing?)");
}

/** A copy of bytes, or nothing if they are none. */
function bytesOf(value) {
  try {
    const bytes = ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value, 0, byteLength.call(value)); // throws unless it is an ArrayBuffer
    return new Uint8Array(bytes.subarray(0, SIZE + 1));
  } catch {
    return undefined;
  }
}

/** A number the caller gave in place of ours. */
export function numberOf(value, name) {
  if (typeof value === "number") return value;
  throw refuse("field.type", name, "a number");
}

/** An HTTP status. */
export function statusOf(value) {
  if (Number.isInteger(value) && value >= 0 && value <= 999) return value;
  throw refuse("number.range", "status", "the HTTP status, such as 200");
}

/** A header's text, on one line. */
export function headerOf(value, name) {
  if (value === undefined || value === null) return "";
  // eslint-disable-next-line no-control-regex
  if (typeof value === "string") return value.slice(0, 1000).replace(/[\u0000-\u001f\u007f]/g, " ");
  throw refuse("field.type", name, "text");
}
