// The error classes, and the one mapper from the core's errors to them.
import { internal } from "./tables.js";

const key = Symbol("qantara");

/** What went wrong; the subclasses say what kind of trouble it is. */
export class QantaraError extends Error {
  constructor(secret, given) {
    if (secret !== key) throw new TypeError("Qantara's errors are only made by Qantara");
    super(given.message);
    const { message, range, ...fields } = given;
    fields.faults = Object.freeze(given.faults.map(Object.freeze));
    Object.assign(this, fields);
  }
}
export class ValidationError extends QantaraError {}
export class SignatureError extends QantaraError {}
export class ReplyError extends QantaraError {}
export class MismatchError extends QantaraError {}
export class GatewayError extends QantaraError {}

const classes = {
  validation: ValidationError,
  signature: SignatureError,
  reply: ReplyError,
  mismatch: MismatchError,
  gateway: GatewayError,
};
const named = { QantaraError, ValidationError, SignatureError, ReplyError, MismatchError, GatewayError };
for (const [name, each] of Object.entries(named)) {
  Object.defineProperty(each.prototype, "name", { value: name, configurable: true, writable: true });
}

/** The error in an answer. */
export const errorOf = (json) => {
  const given = JSON.parse(json);
  return new classes[given.range](key, given);
};

/** A failure inside WebAssembly: what happened is unknown. */
export const internalError = () => new ReplyError(key, { ...internal, faults: [{ ...internal.faults[0] }] });

let asker;
/** Breaks the circle between this file and the one that asks. */
export const askWith = (ask) => void (asker = ask);

/** An error that was found on this side, in the core's words. */
export function refuse(code, field, limit) {
  // eslint-disable-next-line no-control-regex
  const line = (text) => `${text}`.slice(0, 200).replace(/[\u0000-\u001f\u007f]/g, " ");
  return errorOf(asker(0, `refuse\n${line(code)}\n${line(field)}\n${line(limit)}`).slice(1));
}
