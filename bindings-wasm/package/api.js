// What the generated classes in gateways.js are made of: they only name operations, this does the work.
import { ask } from "./crossing.js";
import { errorOf, internalError, refuse } from "./errors.js";
import { entriesOf, headerOf, messageOf, numberOf, recordsAre, statusOf, textOf } from "./input.js";
import { Printed, hide, hidden, isHidden, label, mask, self } from "./printed.js";
import { inputs, replies, shapes } from "./tables.js";

// Only this file makes calls, replies and proofs.
const key = Symbol("qantara");
const guard = (secret) => {
  if (secret !== key) throw new TypeError("Qantara makes these; they have no public constructor");
};

const plus = "+".charCodeAt(0);

/** The answer without its first character; an error is thrown. Nothing, if the input has to come as JSON. */
function said(answer) {
  if (answer.charCodeAt(0) === plus) return answer.slice(1);
  if (answer === "!") return undefined;
  throw answer.startsWith("-") ? errorOf(answer.slice(1)) : internalError();
}

// A question with a message or body at its end, which is text or bytes.
const askAbout = (question, message) =>
  typeof message === "string" ? ask(0, question + message) : ask(0, question, 0, false, message);

const now = () => Date.now() / 1000;
const timeOf = (given) => (given === undefined ? now() : numberOf(given, "now"));

// Ids of slots (src/slots.rs), never used twice: an id that is not known there can only be an old one.
let next = 1;
let askFor; // (keeper or nothing, question, now, fresh, bytes) => answer

/** What has a configuration with secrets in it: a gateway or a MAC. There is nothing to free. */
class Keeper extends Printed {
  #kind;
  #configuration;
  #id;

  constructor(kind, configuration) {
    super();
    refusePage(configuration);
    this.#kind = kind;
    this.#configuration = textOf(configuration, "configuration", { except: "dangerouslyAllowBrowser" });
    this.#make();
    Object.freeze(this);
  }

  #make() {
    this.#id = Number(said(ask(next++, `make\n${this.#kind}\n${this.#configuration}`)));
  }

  toJSON() {
    const own = this[self]();
    return mask(JSON.parse(own.#configuration), shapes[own.#kind]);
  }

  get [label]() {
    return this.constructor.name;
  }

  static {
    askFor = (keeper, question, time, fresh, bytes) => {
      if (keeper === undefined) return said(ask(0, question, time, fresh, bytes));
      const own = keeper[self]();
      const answer = ask(own.#id, question, time, fresh, bytes);
      if (answer !== "?") return said(answer);
      own.#make(); // others have been used since, or the instance was replaced
      return said(ask(own.#id, question, time, fresh, bytes));
    };
  }
}

function refusePage(configuration) {
  if (typeof window === "undefined" || typeof document === "undefined") return;
  let allowed = false;
  try {
    allowed = configuration.dangerouslyAllowBrowser === true;
  } catch {
    // Whatever else is wrong with it, it does not say so.
  }
  if (!allowed) throw refuse("browser.refused", "", "");
}

export class Gateway extends Keeper {}

/** A gateway's operation. `options` are given for those that sign; `fields` are those that take more (tables.js). */
export function callOf(gateway, operation, input, options, fields) {
  const signs = options !== undefined;
  const question = `call\n${operation}\n${signs ? textOf(options, "options") : ""}\n`;
  return new Call(key, askWith(gateway, question, input, "input", { fields }, now(), signs));
}

/** A gateway's tool: a record in, a record out, nothing to send. */
export function toolOf(gateway, tool, shape, input, options, fields) {
  const signs = options !== undefined;
  const question = `tool\n\n${tool}\n${signs ? textOf(options, "options") : ""}\n`;
  return new Reply(key, shape, JSON.parse(askWith(gateway, question, input, "input", { fields }, now(), signs)));
}

/** A tool that needs no gateway. */
export const toolAlone = (kind, tool, shape, input, options, fields) =>
  new Reply(
    key,
    shape,
    JSON.parse(askWith(undefined, `tool\n${kind}\n${tool}\n\n`, input, "input", { fields }, now())),
  );

/** A question with an object at its end, in its quick form unless that won't do. */
const askWith = (keeper, question, value, name, how, time, fresh) =>
  askFor(keeper, question + entriesOf(value, name, how), time, fresh) ??
  askFor(keeper, question + textOf(value, name, how), time, fresh);

/** A request that is ready to be sent. Everything `fetch` wants of it is here: `fetch(call.url, call)`. */
class Call extends Printed {
  #expect;
  #shownUrl;
  #secret = [];

  constructor(secret, text) {
    guard(secret);
    super();
    const lines = text.split("\n");
    const headers = {};
    let at = 10;
    for (; lines[at] !== ""; at++) {
      const line = lines[at];
      const colon = line.indexOf(": ");
      const name = line.startsWith("!") ? line.slice(1, colon) : line.slice(0, colon);
      if (line.startsWith("!")) this.#secret.push(name);
      headers[name] = line.slice(colon + 2);
    }
    const body = at + 2 === lines.length ? lines[at + 1] : lines.slice(at + 1).join("\n");
    this.#expect = lines[8];
    const [method, url] = lines;
    this.#shownUrl = lines[9] || url;
    this.method = method;
    if (url === this.#shownUrl) this.url = url;
    else hide(this, "url", url);
    hide(this, "headers", Object.freeze(headers));
    if (body !== "") hide(this, "body", body);
    this.redirect = "manual";
    this.retry = lines[2];
    if (lines[3] !== "") this.lookUp = lines[3];
    if (lines[4] !== "") this.expires = Number(lines[4]);
    if (lines[5] !== "") {
      hide(this, "mac", lines[5], false);
      hide(this, "macSource", lines[6], false);
    }
    this.warnings = lines[7] === "" ? none : freeze(JSON.parse(lines[7]));
    Object.freeze(this);
  }

  get expect() {
    return freeze(JSON.parse(this[self]().#expect));
  }

  parse(status, body, contentType) {
    return parse(this[self]().#expect, status, body, contentType);
  }

  toJSON() {
    const own = this[self]();
    const headers = { ...this.headers };
    for (const name of own.#secret) headers[name] = hidden;
    const { body, ...rest } = this;
    return { ...rest, url: own.#shownUrl, headers, ...(body !== undefined && { body: hidden }), expect: this.expect };
  }

  get [label]() {
    return "Call";
  }
}

/** Reads the reply to a call of which only `expect` is left. */
export const parseReply = (expect, status, body, contentType) =>
  parse(textOf(expect, "expect"), status, body, contentType);

function parse(expect, status, body, contentType) {
  const message = messageOf(body, "body");
  const question = `${statusOf(status)}\n${headerOf(contentType, "contentType")}\n${expect}\n`;
  const text = said(askAbout(`parse\n${question}`, message));
  const end = text.indexOf("\n");
  const [shape, settles] = replies[text.slice(0, end)];
  const fields = JSON.parse(text.slice(end + 1));
  return settles ? new Settleable(key, shape, fields, question, message) : new Reply(key, shape, fields);
}

/** A record's fields, read only. The records within it are such, too. */
class Reply extends Printed {
  #shape;

  constructor(secret, shape, fields) {
    guard(secret);
    super();
    this.#shape = shape;
    const table = shapes[shape];
    for (const name in fields) {
      const value = typeof fields[name] === "object" ? within(table.records?.[name], fields[name]) : fields[name];
      if (isHidden(table, name, value)) hide(this, name, value);
      else this[name] = value;
    }
    if (new.target === Reply) Object.freeze(this);
  }

  static {
    recordsAre((value, shape) => #shape in value && value.#shape === shape);
  }

  toJSON() {
    return mask({ ...this }, shapes[this[self]().#shape]);
  }

  get [label]() {
    return this[self]().#shape;
  }
}

/** A list or map in a record: records if the table has them there and they are, else as it came. */
function within(shape, value) {
  if (shape === undefined || value === null) return freeze(value);
  if (Array.isArray(value)) return Object.freeze(value.map((item) => (isMap(item) ? new Reply(key, shape, item) : freeze(item))));
  return new Reply(key, shape, value);
}

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A reply that can prove something. What it proves is read from the body again, not from its fields. A proxy, an heir or
 * a copy proves nothing: it may show anything.
 */
class Settleable extends Reply {
  #question;
  #message;

  constructor(secret, shape, fields, question, message) {
    super(secret, shape, fields);
    this.#question = question;
    this.#message = message;
    Object.freeze(this);
  }

  settle(order) {
    return itself(#message in this) && this.#settle("", order);
  }

  expectPaid(order) {
    return itself(#message in this) && this.#settle("paid", order);
  }

  #settle(paid, order) {
    const question = `settle\n${paid}\n${textOf(order, "order")}\n${this.#question}`;
    return outcomeOf(said(askAbout(question, this.#message)));
  }
}

function itself(is) {
  if (!is) throw new TypeError("Only the reply itself can be settled: what wraps it, or was made from it, may say anything.");
  return true;
}

const outcomeOf = (text) => new Reply(key, "Outcome", JSON.parse(text));

/** Something that arrived unasked: a hint. */
export const hintOf = (gateway, reader, shape, message) =>
  new Reply(key, shape, JSON.parse(said(askAbout(`read\n${gateway}\n${reader}\n`, messageOf(message, "message")))));

/** A callback whose MAC verified. It shows only what the MAC covers, and is verified again to settle. */
class Signed extends Reply {
  #gateway;
  #message;

  constructor(secret, fields, replayKey, gateway, message) {
    super(secret, "Callback", fields);
    this.replayKey = replayKey;
    this.#gateway = gateway;
    this.#message = message;
    Object.freeze(this);
  }

  settle(order) {
    return itself(#message in this) && this.#settle("", order);
  }

  expectPaid(order) {
    return itself(#message in this) && this.#settle("paid", order);
  }

  #settle(paid, order) {
    const question = `settle signed\n${paid}\n${textOf(order, "order")}\n`;
    return outcomeOf(askOf(this.#gateway, question, this.#message));
  }
}

const askOf = (gateway, question, message) =>
  typeof message === "string"
    ? askFor(gateway, question + message)
    : askFor(gateway, question, 0, false, message);

export function verifyCallback(gateway, body) {
  const message = messageOf(body, "message");
  const text = askOf(gateway, "verify\n", message);
  const end = text.indexOf("\n");
  return new Signed(key, JSON.parse(text.slice(end + 1)), text.slice(0, end), gateway, message);
}

export function decide(gateway, decision, earlier) {
  const kept = earlier === undefined || earlier === null ? "" : textOf(earlier, "earlier");
  return freeze(JSON.parse(askFor(gateway, `decide\n${textOf(decision, "decision")}\n${kept}`, now())));
}

/** A delivery under way: the record to store, and what to do about it. */
class Acknowledgment extends Printed {
  #gateway;
  #record;

  constructor(secret, gateway, record) {
    guard(secret);
    super();
    this.#gateway = gateway;
    this.#record = record;
    Object.freeze(this);
  }

  step(time) {
    const own = this[self]();
    const text = askFor(own.#gateway, `step\n${own.#record}`, timeOf(time));
    const [what, record] = text.split("\n", 2);
    own.#record = record;
    const [kind, until] = what.split(" ");
    if (kind === "wait") return Object.freeze({ kind, until: Number(until) });
    if (kind === "done") return Object.freeze({ kind });
    return Object.freeze({ kind, call: new Call(key, said(text.slice(what.length + record.length + 2))) });
  }

  heard(answer, time) {
    const own = this[self]();
    const question = `heard\n${own.#record}\n${answer === undefined ? "{}" : textOf(answer, "answer", { fields: inputs.AnswerFields })}`;
    own.#record = askFor(own.#gateway, question, timeOf(time));
  }

  get state() {
    return this.save().state;
  }

  save() {
    return freeze(JSON.parse(this[self]().#record));
  }

  toJSON() {
    return this.save();
  }

  get [label]() {
    return "Acknowledgment";
  }
}

export const acknowledgmentOf = (gateway, saved) =>
  new Acknowledgment(key, gateway, askFor(gateway, `start\n${textOf(saved, "saved")}`));

/** The low-level MAC. */
export class MacKeeper extends Keeper {
  constructor(configuration) {
    super("mac", configuration);
  }

  source(fields) {
    return askWith(this, "source\n\n", fields, "fields", plain);
  }

  sign(fields) {
    return askWith(this, "sign\n\n", fields, "fields", plain);
  }

  verify(fields, mac) {
    askWith(this, `check\n${headerOf(mac, "mac")}\n`, fields, "fields", plain);
  }
}

const none = Object.freeze([]);
const plain = {};

function freeze(value) {
  if (typeof value === "object" && value !== null) {
    for (const name of Object.keys(value)) freeze(value[name]);
    Object.freeze(value);
  }
  return value;
}
