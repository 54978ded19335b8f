// The shared cases of tests/vectors. A member of a case that isn't understood fails it.
import { equal, fail, same } from "./same.mjs";

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
// Records within a record are spelled as it is; what is the caller's own or the gateway's keeps its names.
const records = [
  ...["payments", "rows", "products", "invoices", "findings", "authorization", "unproven_references", "columns"],
  ...["gateway_order_request", "payment_receipt"],
];
function spelled(record) {
  if (Array.isArray(record)) return record.map(spelled);
  if (typeof record !== "object" || record === null || record instanceof Digits) return record;
  const entries = Object.entries(record);
  return Object.fromEntries(entries.map(([name, value]) => [camel(name), records.includes(name) ? spelled(value) : value]));
}

// What is never printed, of a call's input and of what comes out.
const secret = [
  ...["token", "bearer_token", "card_number", "cvv", "pay_url", "html", "passcode", "bank_card_number"],
  ...["card", "custom_data", "mac_key", "header", "key"],
].map(camel);
function secretsIn(record, names = secret) {
  if (typeof record !== "object" || record === null) return [];
  return Object.entries(record).flatMap(([name, value]) =>
    names.includes(name) && typeof value === "string" && value.length > 5 ? [value] : secretsIn(value, names),
  );
}

// Numbers keep their digits until it is known what they become: as input a BigInt if they are too large,
// as output text if they would be rounded.
class Digits {
  constructor(text) {
    this.text = text;
  }
  given() {
    const whole = /^-?\d+$/.test(this.text);
    return whole && !Number.isSafeInteger(Number(this.text)) ? BigInt(this.text) : Number(this.text);
  }
  shown() {
    const whole = /^-?\d+$/.test(this.text) && Number.isSafeInteger(Number(this.text));
    const digits = this.text.replace(/[eE].*/, "").replace(/\D/g, "").replace(/^0+/, "");
    return whole || digits.length <= 15 ? Number(this.text) : this.text;
  }
}

function read(text) {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? token : `{"#":"${token}"}`,
  );
  return JSON.parse(marked, (_, value) => (typeof value?.["#"] === "string" ? new Digits(value["#"]) : value));
}

function numbers(value, how) {
  if (value instanceof Digits) return value[how]();
  if (Array.isArray(value)) return value.map((item) => numbers(item, how));
  if (typeof value !== "object" || value === null) return value;
  const copy = {};
  for (const name of Object.keys(value)) {
    Object.defineProperty(copy, name, {
      value: numbers(value[name], how),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}
const given = (record) => numbers(spelled(record), "given");
const shown = (record) => numbers(spelled(record), "shown");

/** The record without some fields, and those within likewise. */
function without(names, found) {
  if (Array.isArray(found)) return found.map((inner) => without(names, inner));
  if (typeof found !== "object" || found === null) return found;
  const kept = Object.entries(found).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(names, inner)]));
}

function only(object, ...known) {
  for (const name of Object.keys(object)) if (!known.includes(name)) fail(`${name}?`);
}

function bytes(object, name) {
  if (object[name] !== undefined) return object[name];
  const pairs = object[`${name}_hex`].match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => parseInt(pair, 16));
}

/** Which operations, readers and tools a case is about, as the table of parity names them. */
function about(each, gateway) {
  if (each.do === "verify") return ["egw.verify_callback"];
  if (each.do === "acknowledge") return ["paylink.decide", "paylink.acknowledgment"];
  return [each.do === "mac" ? "mac" : `${gateway}.${each.operation ?? each.reader ?? each.tool}`];
}

/** Runs all cases; returns how many there are about what. */
export function vectors(qantara, files, prints) {
  const { AlQaseh, Egw, Paylink, Mac, QantaraError, parseReply } = qantara;
  const classes = { alqaseh: AlQaseh, egw: Egw, paylink: Paylink };
  const ranges = ["ValidationError", "SignatureError", "ReplyError", "MismatchError", "GatewayError"];
  const failed = [];
  const counts = {};
  let count = 0;

  /** What the work returns, or nothing if it failed as the case says. */
  function came(expected, work) {
    let result;
    try {
      result = work();
    } catch (error) {
      if (!(error instanceof QantaraError) || expected.error === undefined) throw error;
      sameError(error, expected.error);
      return undefined;
    }
    if (expected.error !== undefined) fail(`it should have failed with ${JSON.stringify(expected.error)}`);
    return result;
  }

  function sameError(error, expected) {
    const { faults, ...rest } = expected;
    const wanted = faults.map(([code, field], i) => {
      const ours = [1, 4].includes(Math.floor(error.faults[i]?.number / 1000));
      return [code, ours ? camel(field) : field];
    });
    const found = error.faults.map(({ code, field }, i) => [code, wanted[i]?.[1] === faults[i]?.[1] ? field : field]);
    same(found, wanted, `faults of ${error}`);
    same(error.code, faults[0][0], "code");
    same(error.field ?? "", wanted[0][1], "field");
    const range = ranges[Math.floor(error.number / 1000) - 1];
    same([error.name, error instanceof qantara[range]], [range, true], "class");
    for (const name of Object.keys(rest)) {
      const value = error[camel(name)];
      same(value ?? (rest[name] === "" ? "" : null), numbers(rest[name], "shown"), `${name} of ${error}`);
    }
    if (/[{}]/.test(error.message) && error.gatewayMessage === undefined) fail(error.message);
  }

  function settle(expected, message) {
    for (const each of expected.settle ?? []) {
      only(each, "order", "outcome", "error");
      const outcome = came(each, () => message.settle(given(each.order)));
      if (outcome === undefined) {
        came(each, () => message.expectPaid(given(each.order)));
        continue;
      }
      same({ ...outcome }, shown(each.outcome), "outcome");
      const paid = came(outcome.kind === "paid" ? {} : { error: { faults: [["order.not_paid", ""]] } }, () =>
        message.expectPaid(given(each.order)),
      );
      if (outcome.kind === "paid") same({ ...paid }, { ...outcome }, "expectPaid");
    }
  }

  const secrets = (configuration) =>
    ["client_secret", "api_key", "mac_key", "previous_mac_key", "key", "secret_key", "webhook_secret", "webhook_mac_key"]
      .map((name) => configuration[name])
      .filter((text) => typeof text === "string" && text.length > 3);

  const kinds = {
    call(each, kind) {
      const call = came(each, () =>
        new classes[kind](given(each.configuration))[camel(each.operation)](
          given(each.input),
          each.stamp && { stamp: given(each.stamp) },
        ),
      );
      const asked = ["name", "about", "do", "operation", "configuration", "input", "stamp", "error"];
      if (call === undefined) return only(each, ...asked);
      only(each, ...asked, "request", "mac_source", "mac", "retry", "look_up", "expires", "warnings", "replies");
      const { method, url, headers, body = "" } = call;
      same({ method, url, headers, body }, each.request, "request");
      same(call.redirect, "manual", "redirect");
      same(call.mac, each.mac, "mac");
      same(call.macSource, each.mac_source, "mac source");
      same(call.retry, each.retry, "retry");
      same(call.lookUp ?? "", each.look_up, "look up");
      same(call.expires, numbers(each.expires, "given"), "expires");
      same(call.warnings.map(({ code }) => code), each.warnings, "warnings");
      const hidden = secrets(each.configuration);
      for (const name of ["Authorization", "X-API-Key", "X-API-KEY"]) if (headers[name]) hidden.push(headers[name]);
      // A body may be nothing but what the reply is known by.
      if (body !== "" && !JSON.stringify(call.expect).includes(body)) hidden.push(body);
      prints(call, [...hidden, ...secretsIn(spelled(each.input))]);
      for (const reply of each.replies) {
        only(reply, "status", "content_type", "body", "body_hex", "error", "result", "settle");
        const rest = [Number(reply.status.text), bytes(reply, "body"), reply.content_type];
        const stored = JSON.parse(JSON.stringify(call.expect));
        const found = came(reply, () => call.parse(...rest));
        const again = came(reply, () => parseReply(stored, ...rest));
        if (found === undefined) continue;
        same({ ...found }, shown(reply.result), "result");
        same({ ...again }, { ...found }, "result from a queue");
        const page = each.operation === "prepare" ? ["redirectUrl"] : [];
        prints(found, secretsIn(found, [...secret, "body", ...page]));
        settle(reply, found);
        settle(reply, again);
      }
    },
    read(each, kind) {
      only(each, "name", "about", "do", "reader", "message", "message_hex", "error", "result");
      const message = came(each, () => classes[kind][camel(each.reader)](bytes(each, "message")));
      if (message === undefined) return;
      same({ ...message }, shown(each.result), "result");
      same(message.settle, undefined, "a hint proves nothing");
    },
    tool(each, kind) {
      only(each, "name", "about", "do", "tool", "configuration", "input", "stamp", "error", "result", "without");
      const tool = camel(each.tool);
      const found = came(each, () => {
        const on = each.configuration === undefined ? classes[kind] : new classes[kind](given(each.configuration));
        return on[tool](given(each.input), each.stamp && { stamp: given(each.stamp) });
      });
      if (found === undefined) return;
      same(each.without ? without(each.without.map(camel), found) : { ...found }, shown(each.result), "result");
      same(found.settle, undefined, "a tool proves nothing");
      prints(found, secretsIn(found, tool === "payPage" ? ["url"] : secret));
    },
    verify(each) {
      const configured = "name about do configuration message message_hex error result replay_key settle".split(" ");
      only(each, ...configured);
      const message = bytes(each, "message");
      const signed = came(each, () => new Egw(given(each.configuration)).verifyCallback(message));
      if (signed === undefined) return;
      const { replayKey, ...fields } = signed;
      same(fields, shown(each.result), "result");
      same(replayKey, each.replay_key, "replay key");
      prints(signed, [fields.card].filter(Boolean));
      settle(each, signed);
    },
    acknowledge(each) {
      only(each, "name", "about", "do", "configuration", "decision", "earlier", "error", "steps");
      let paylink;
      let delivery = came(each, () => {
        paylink = new Paylink(given(each.configuration));
        return paylink.acknowledgment(paylink.decide(given(each.decision), given(each.earlier)));
      });
      if (delivery === undefined) return;
      let key = each.configuration.api_key;
      for (const step of each.steps) {
        const [now, kind] = [Number((step.step ?? step.heard)?.text), Object.keys(step)[0]];
        if (kind === "step") {
          only(step, "step", "sends", "waits", "done", "error");
          const what = came(step, () => delivery.step(now));
          if (step.sends) {
            const { method, url, body, headers } = what.call;
            same({ url, body }, step.sends, "sends");
            same([method, headers], ["POST", { "X-API-KEY": key, "Content-Type": "application/json" }], "sends");
          } else if (step.waits) same(what, { kind: "wait", until: Number(step.waits.text) }, "waits");
          else if (step.done) same(what, { kind: "done" }, "done");
        } else if (kind === "heard") {
          only(step, "heard", "answer", "error");
          came(step, () => delivery.heard(given(step.answer), now));
        } else if (kind === "state") same(delivery.state, step.state, "state");
        else if (kind === "restart") {
          only(step, "restart", "api_key");
          key = step.api_key ?? key;
          const saved = JSON.parse(JSON.stringify(delivery.save()));
          paylink = new Paylink(given({ ...each.configuration, api_key: key }));
          delivery = paylink.acknowledgment(saved);
        } else {
          only(step, "save");
          same(delivery.save(), shown(step.save), "save");
        }
      }
    },
    mac(each) {
      only(each, "name", "about", "do", "configuration", "fields", "error", "source", "mac", "verify");
      const fields = numbers(each.fields, "given");
      const mac = came(each, () => {
        const made = new Mac(given(each.configuration));
        same(made.sign(fields), each.mac ?? "", "mac");
        return made;
      });
      if (mac === undefined) return;
      same(mac.source(fields), each.source, "source");
      prints(mac, secrets(each.configuration));
      for (const expected of each.verify) {
        only(expected, "mac", "error");
        came(expected, () => mac.verify(fields, expected.mac));
      }
    },
  };

  for (const [name, text] of Object.entries(files)) {
    const file = read(text);
    only(file, "schema", "gateway", "cases");
    if (file.schema.text !== "1" || file.cases.length === 0) fail(`${name}: not a file of cases`);
    for (const each of file.cases) {
      count++;
      for (const name of about(each, file.gateway)) counts[name] = (counts[name] ?? 0) + 1;
      try {
        (kinds[each.do] ?? (() => fail(`do ${each.do}?`)))(each, file.gateway);
      } catch (error) {
        failed.push(`${name}: ${each.name}: ${error}`);
      }
    }
  }
  if (failed.length > 0) fail(`${failed.length} of ${count} cases failed:\n${failed.join("\n")}`);
  return counts;
}
