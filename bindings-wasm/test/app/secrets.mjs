// No secret is printed: tests/canaries.json has one in every field that is secret, of every operation, reader and tool.
import { fail, same } from "./same.mjs";

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
// Short ones count only where they stand alone: a few digits are in every long number.
const pattern = (canary) => new RegExp(canary.length > 5 ? canary : `(?<![0-9a-z])${canary}(?![0-9a-z])`, "i");

/** Runs them all; `inspect` is the runtime's own printing, in every way it has. */
export function secrets({ AlQaseh, Egw, Mac, Paylink, QantaraError, parseReply }, file, inspect = () => "") {
  const classes = { alqaseh: AlQaseh, egw: Egw, paylink: Paylink };
  const canaries = file.canaries.map(pattern);
  let count = 0;
  let mac;
  let what;

  const told = (text) => canaries.some((canary) => canary.test(text)) || (mac !== undefined && text.includes(mac));
  function clean(how, text) {
    count++;
    if (told(`${text}`)) fail(`${what} by ${how}: ${text}`);
  }

  function prints(object) {
    shows(object);
    shows(new Proxy(object, {}));
    // Whoever walks over descriptors finds no value either.
    const descriptors = Object.values(Object.getOwnPropertyDescriptors(object)).filter(({ value }) => typeof value !== "object");
    clean("descriptors", descriptors.map(({ value }) => String(value)));
    lends(object);
  }

  function shows(object) {
    clean("String", String(object) + object.toString() + object.toLocaleString() + [object]);
    clean("JSON.stringify", JSON.stringify(object) + JSON.stringify({ object: [object] }, null, 1));
    clean("names", JSON.stringify([Object.getOwnPropertyNames(object), Reflect.ownKeys(object).map(String)]));
    clean("inspect", inspect(object) + inspect({ object: [object] }) + inspect(new Map([[object, object]])));
  }

  /** A proxy and an heir have what the object has, and a copy of each is whole. */
  function lends(object) {
    const proxy = new Proxy(object, {});
    const heir = Object.create(object);
    same([String(proxy), JSON.stringify(proxy)], [String(object), JSON.stringify(object)], `${what}: a proxy in print`);
    for (const name of Object.getOwnPropertyNames(object)) {
      const value = object[name];
      if (proxy[name] !== value) fail(`${what}: ${name} of a proxy`);
      if (heir[name] !== value) fail(`${what}: ${name} of an heir`);
      if (!Object.keys(object).includes(name)) continue;
      if ({ ...object }[name] !== value) fail(`${what}: ${name} of a copy`);
      if ({ ...proxy }[name] !== value) fail(`${what}: ${name} of a proxy's copy`);
    }
  }

  /** The platform sends a call as it is, and through a proxy. */
  function sends(call) {
    for (const init of [call, new Proxy(call, {}), { ...call }]) {
      const { url, method, headers, body } = new Request(call.url, init);
      same([url, method, body !== null], [new URL(call.url).href, call.method, call.body !== undefined], "a request");
      for (const name in call.headers) same(headers.get(name), call.headers[name], "a request's header");
    }
    // A MAC is read by its name: no copy has it, and no call that isn't signed.
    for (const name of ["mac", "macSource"]) {
      same([name in call, name in { ...call }], [call[name] !== undefined, false], name);
    }
  }

  function printsError(error) {
    clean("error", [error, error.message, error.stack, error.faults.map((fault) => JSON.stringify(fault))]);
    clean("error as JSON", JSON.stringify(error) + JSON.stringify(Object.getOwnPropertyNames(error).map((name) => error[name])));
    clean("error inspected", inspect(error) + inspect({ error }));
    if (error.cause !== undefined) fail(`${what}: a cause`);
  }

  /** What the work returns, or nothing if it failed as the file says. */
  function came(code, work) {
    let made;
    try {
      made = work();
    } catch (error) {
      if (!(error instanceof QantaraError)) throw error;
      same(error.code, code, what);
      printsError(error);
      return undefined;
    }
    same(null, code, what);
    prints(made);
    return made;
  }

  /** Who asks by name gets it: so it went in. */
  function has(made, paths) {
    for (const path of paths) {
      const value = path.split(".").reduce((inner, name) => inner[camel(name)], made);
      if (!told(JSON.stringify(value))) fail(`${what}: no canary in ${path}`);
    }
  }

  function settle(message, order) {
    if (order === null) return;
    let outcome;
    try {
      outcome = message.settle(order.camel);
    } catch (error) {
      if (!(error instanceof QantaraError)) throw error;
      return printsError(error);
    }
    prints(outcome);
  }

  function printsCall(call) {
    prints(call);
    sends(call);
    clean("expect", JSON.stringify(call.expect) + JSON.stringify(call.warnings));
    return [call.url, call.body, ...Object.values(call.headers)].join("\n");
  }

  const shops = {};
  for (const { name, kind, camel } of file.gateways) {
    what = name;
    shops[name] = came(null, () => new classes[kind](camel));
    clean("structuredClone", globalThis.structuredClone ? JSON.stringify(structuredClone(shops[name])) : "");
  }
  for (const { kind, camel, code } of file.mistaken) {
    what = `a mistaken ${kind}`;
    came(code, () => new classes[kind](camel));
  }

  const run = {
    call(one, gateway, operation) {
      const make = (input) => (one.stamp === null ? gateway[operation](input) : gateway[operation](input, { stamp: one.stamp }));
      const call = make(one.camel);
      mac = one.mac ?? undefined;
      const sent = printsCall(call);
      for (const canary of [...one.sent, ...(mac === undefined ? [] : [mac])]) {
        if (!sent.includes(canary)) fail(`${what}: ${canary} does not go out in ${sent}`);
      }
      for (const { camel, code } of one.mistakes) came(code, () => make(camel));
      for (const { status, body, code, got } of one.replies) {
        came(code, () => parseReply(call.expect, status, body));
        const reply = came(code, () => call.parse(status, body));
        if (reply === undefined) continue;
        has(reply, got);
        if (one.order !== null) settle(reply, one.order);
      }
    },
    read(one, _, reader) {
      for (const { body, code, got } of one.replies) {
        const hint = came(code, () => classes[one.name.split(".")[0]][reader](body));
        if (hint !== undefined) has(hint, got);
      }
    },
    tool(one, gateway, tool) {
      const of = one.alone ? gateway.constructor : gateway;
      const make = (input) => (one.stamp === null ? of[tool](input) : of[tool](input, { stamp: one.stamp }));
      has(came(null, () => make(one.camel)), one.got);
      for (const { camel, code } of one.mistakes) came(code, () => make(camel));
    },
    verify(one, gateway) {
      for (const message of one.messages) {
        settle(came(null, () => gateway.verifyCallback(message)), one.order);
        came("mac.mismatch", () => gateway.verifyCallback(message.replace("25000", "25001")));
      }
    },
    acknowledge(one, gateway) {
      const saved = gateway.decide(one.camel);
      const delivery = came(null, () => gateway.acknowledgment(saved));
      const step = came(null, () => delivery.step(one.now));
      if (!told(printsCall(step.call))) fail(`${what}: no key goes out`);
      delivery.heard(one.answer, one.now);
      prints(delivery);
      prints(delivery.save());
    },
    mac(one) {
      const made = came(null, () => new Mac(one.configuration));
      same(made.sign(one.fields), one.mac, "the key goes in");
      for (const { input, code } of one.mistakes) came(code, () => new Mac(input));
    },
  };
  for (const one of file.cases) {
    what = one.name;
    mac = undefined;
    run[one.do](one, shops[one.gateway], camel(one.name.split(".").at(-1)));
  }
  if (count < 1500) fail(`only ${count} texts`);
}
