// Comparing and throwing, without node:assert: not all runtimes have it.
export function fail(text) {
  throw new Error(text);
}

const shown = (value) =>
  JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}n` : part))?.slice(0, 600);

/** Same values and same entries, in whatever order. */
export function equal(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const names = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]))
  );
}

export function same(found, wanted, what) {
  if (!equal(found, wanted)) fail(`${what}: found ${shown(found)}, wanted ${shown(wanted)}`);
}

/** What the work throws. */
export function thrown(work, what) {
  try {
    work();
  } catch (error) {
    return error;
  }
  return fail(`${what}: it should have thrown`);
}
