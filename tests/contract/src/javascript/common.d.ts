/** Any JSON value, as it came. A number that JavaScript's would round is text. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Data of your own. */
export type Data = { readonly [name: string]: Json | undefined };

/** An exact amount in major units: decimal text, or a whole number. A fraction as a number is refused. */
export type AmountInput = string | number | bigint;

/** One of the known words, or one the gateway has added since. */
export type Known<Word extends string> = Word | (string & {});

/** A P_SIGN scheme by name. Al Qaseh has not published its own, so there is no default. */
export type Preset = "alqaseh-unconfirmed" | "classic" | "romcard" | "bcc" | "kina";

/** Only for a gateway made in a browser, where its secrets can be read by anyone. */
export interface BrowserOption {
  /** Make it in a browser all the same. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What can be said beside the input of an operation that signs. */
export interface StampOption {
  /** A time stamp and nonce of your own making, in place of the ones made for you. */
  readonly stamp?: Stamp | undefined;
}

/**
 * Whether the identical bytes may be sent again: `safe` does no harm; `look_up_first`: it may have happened,
 * find out first; `never`: they will fail again, or must not be sent again.
 */
export type Retry = "safe" | "look_up_first" | "never";

/** One thing that is wrong. */
export interface Fault {
  readonly code: ErrorCode;
  readonly number: number;
  /** Which field, as you spell it; empty if it is not about one. */
  readonly field: string;
  /** The bound or the detail the message names; empty if there is none. */
  readonly limit: string;
  readonly message: string;
}

/**
 * A request that is ready to be sent. Send it as it is, and follow no redirect:
 *
 * ```js
 * const reply = await fetch(call.url, call);
 * const result = call.parse(reply.status, await reply.text());
 * ```
 *
 * Printing a call hides credentials and body; a copy made by spreading (`{ ...call, signal }`) does not. The copy has
 * no `mac` and no `macSource`.
 */
export interface Call<Result> {
  readonly method: "GET" | "POST";
  readonly url: string;
  /** The headers, credentials included. */
  readonly headers: { readonly [name: string]: string };
  /** The body; absent if there is none. */
  readonly body?: string;
  readonly redirect: "manual";
  /** The verdict if the request went out and no answer came back. */
  readonly retry: Retry;
  /** What to look up with when `retry` says so. */
  readonly lookUp?: string;
  /** When the bytes go stale, in Unix seconds: an hour after the stamp of a signed request. */
  readonly expires?: number;
  /** The MAC of a signed request, as sent. Read it by its name: it is neither spread nor printed. */
  readonly mac?: string;
  /**
   * The very text the MAC was computed over, for comparing notes with your bank. Read it by its name: it is neither
   * spread nor printed.
   */
  readonly macSource?: string;
  /** What is allowed but worth knowing. */
  readonly warnings: readonly Fault[];
  /** What the reply must be for: plain data to be kept in a queue and given to {@link parseReply}. */
  readonly expect: Expect;
  /**
   * Reads the reply: the HTTP status and the body as it came.
   *
   * @throws {ReplyError} if it can't be read
   * @throws {MismatchError} if it is for another payment
   * @throws {GatewayError} if the gateway refused
   */
  parse(status: number, body: string | Uint8Array | ArrayBuffer, contentType?: string | null): Result;
}

/** What a reply must be for. Plain data without secrets, the same in every language. */
export interface Expect {
  readonly gateway: string;
  readonly operation: string;
  readonly environment: string;
  readonly merchant: string;
  readonly known: { readonly [name: string]: string };
}

/** What a gateway sent. Fields it left out are absent; printing hides what is secret. */
export interface Message {
  /** What it sent beyond the fields known here, under its own names. */
  readonly extra?: { readonly [name: string]: Json };
}

/** A message that can prove something. */
export interface Settles {
  /**
   * Matches the message against your order (id, amount, currency, kind) and says what happened. It is read
   * again from what came in, whatever was done to this object.
   *
   * @throws {MismatchError} if it is another order's, or success of an unknown kind
   * @throws {SignatureError} if a MAC has to be checked first (`mac.unchecked`), or does not cover enough
   */
  settle(order: Order): Outcome;
  /**
   * The short form: proof of payment or an error.
   *
   * @throws {MismatchError} as `settle`, and `order.not_paid`
   */
  expectPaid(order: Order): Paid;
}

/** What to do now about an acknowledgment: send and tell what came of it, come back later, or nothing. */
export type Step =
  | { readonly kind: "send"; readonly call: Call<Acknowledged> }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "done" };

/** A delivery under way. Everything it knows is in the record that `save` returns. */
export interface Acknowledgment {
  /** What to do now. Store `save()` before you send. `now` is Unix seconds, filled in for you. */
  step(now?: number): Step;
  /** Takes what came of the call; give nothing if no answer came. */
  heard(answer?: Answer, now?: number): void;
  /** How it stands. */
  readonly state: DeliveryState;
  /** The record to store, before and after every step. */
  save(): Delivery;
}

/** The low-level MAC: a key, a field order, nothing else. */
export declare class Mac {
  /** @throws {ValidationError} with every fault of the configuration at once */
  constructor(configuration: MacConfiguration & BrowserOption);
  /** The text the MAC covers. Fields outside the order are ignored. */
  source(fields: { readonly [name: string]: string | null | undefined }): string;
  /** The MAC in hex. */
  sign(fields: { readonly [name: string]: string | null | undefined }): string;
  /**
   * Verifies a MAC in constant time.
   *
   * @throws {SignatureError} if it does not verify
   */
  verify(fields: { readonly [name: string]: string | null | undefined }, mac: string): void;
}

/**
 * Reads the reply to a call of which only `expect` was kept.
 *
 * @throws {QantaraError} as {@link Call.parse}
 */
export declare function parseReply(
  expect: Expect,
  status: number,
  body: string | Uint8Array | ArrayBuffer,
  contentType?: string | null,
): Reply;

/** What went wrong: every fault at once, and whether repeating is safe. It holds no credential, card or token. */
export declare class QantaraError extends Error {
  protected constructor();
  /** The first fault's code. */
  readonly code: ErrorCode;
  readonly number: number;
  /** The first fault's field, as you spell it. */
  readonly field?: string;
  readonly faults: readonly Fault[];
  readonly retry: Retry;
  /** For `look_up_first`: what to look up with. */
  readonly lookUp?: string;
  /** The HTTP status of the reply, if there was one. */
  readonly status?: number;
  readonly gatewayCode?: string;
  /** The gateway's own words, at most 200 characters; not for calls that are given a card or a page's token. */
  readonly gatewayMessage?: string;
  /** The gateway's reference for its support desk. */
  readonly gatewayReference?: string;
}

