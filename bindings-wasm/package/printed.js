// What of an object is printed, and how the rest is kept from it.

/** The name something is printed under. */
export const label = Symbol("label");

/** What stands for a secret in print. */
export const hidden = "***";

/** Where an object has itself, and so what is private: a proxy and an heir lead there, too. */
export const self = Symbol("self");

/**
 * Gives an object a property that is read as any other, by `fetch`, a spread or through a proxy, too, but stands behind
 * a getter, since `console.dir` and others ask no object how it wants to be shown. A spread leaves out what is not
 * enumerable.
 */
export let hide; // (object, name, value, enumerable) => nothing

/** What prints as its `toJSON` says: `console.log`, `util.inspect` and `String` show what `JSON.stringify` shows. */
export class Printed {
  #hidden = {};

  constructor() {
    // In a function, since there are proxies that wrap every object they lead to.
    Object.defineProperty(this, self, { value: () => this });
  }

  static {
    // One for each name: objects that each have a getter of their own are slower to make.
    const accessors = Object.create(null);
    hide = (object, name, value, enumerable = true) => {
      object.#hidden[name] = value;
      accessors[name] ??= { get() { return this[self]().#hidden[name]; }, enumerable };
      Object.defineProperty(object, name, accessors[name]);
    };
  }

  toString() {
    return `${this[label]} ${JSON.stringify(this)}`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
    const shown = this.toJSON();
    return inspect === undefined ? shown : `${this[label]} ${inspect(shown, options)}`;
  }

  [Symbol.for("Deno.customInspect")](inspect, options) {
    return `${this[label]} ${inspect(this.toJSON(), options)}`;
  }
}

/** What is not printed: secrets, and a map or unknown fields. */
export function isHidden({ secret, lists }, name, value) {
  return secret?.includes(name) || (isHeap(value) && !lists?.includes(name) && !areRecords(value));
}

/** What is printed of it: of a map or of unknown fields only that they are there. */
export function mask(fields, shape) {
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (!isHidden(shape, name, value)) continue;
    fields[name] = shape.secret?.includes(name) ? hidden : name === "extra" ? Object.keys(value) : "{…}";
  }
  return fields;
}

const isHeap = (value) => typeof value === "object" && value !== null;

/** Records print as records do. */
const areRecords = (value) => (Array.isArray(value) ? value.every(areRecords) : isHeap(value) && label in value);
