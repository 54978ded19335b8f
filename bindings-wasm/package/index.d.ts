// Written by tests/contract from the core's tables. Do not edit.

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
 * Printing a call hides credentials and body; a copy made by spreading (`{ ...call, signal }`) does not.
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
  /** The MAC of a signed request, as sent. */
  readonly mac?: string;
  /** The very text the MAC was computed over, for comparing notes with your bank. */
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
  /** The gateway's own words, at most 200 characters. */
  readonly gatewayMessage?: string;
  /** The gateway's reference for its support desk. */
  readonly gatewayReference?: string;
}

/** Where requests go. One letter of a host name separates the two, so they are never edited as text. */
export type Environment = "test" | "production";

/** How prepare's body is written. The gateway's page describes JSON and prints form names too. */
export type Encoding = "json" | "form";

/** What the length before a value counts. The banks differ, and for Arabic text it matters. */
export type LengthUnit = "bytes" | "characters";

/** What kind of transaction a payment is. */
export type TransactionType = "retail" | "authorization" | "reversal" | "complete_sales";

/** What prepare does: take the money, or only hold it. */
export type EgwTransactionType = "authorization" | "retail";

/** What you tell Paylink: that your shop settled the order, or that it could not. */
export type Verdict = "success" | "failure";

/** How a delivery stands. */
export type DeliveryState = "pending" | "paused" | "acknowledged" | "acknowledged_late" | "refused" | "gave_up";

/** The hash under the HMAC. */
export type Algorithm = "HMAC-SHA1" | "HMAC-SHA256";

/** The letter case of the hex. */
export type LetterCase = "upper" | "lower";

/**
 * A payment's status. The API's words are lower case; redirects and webhooks say Success, Failed,
 * Pending. Any letter case is read, and an unknown word is kept as it came.
 */
export type PaymentStatus = "prepared" | "revoked" | "failed" | "retried" | "succeeded" | "expired" | "duplicated" | "declined" | "unknown" | "success" | "pending";

/** What happened to an order. */
export type OutcomeKind = "paid" | "held" | "reversed" | "failed" | "open";

/** What an Al Qaseh gateway needs. */
export interface AlQasehConfiguration {
  /** `test` or `production`. */
  readonly environment: Environment;
  /** The client id Al Qaseh gave you. */
  readonly clientId: string;
  /** The client secret that goes with it. */
  readonly clientSecret: string;
  /** Where the API is, with its `/v1`; by default the environment's own host. */
  readonly baseUrl?: string | null | undefined;
  /** Where the hosted pay page is, without the token; by default the environment's own host. */
  readonly payPageUrl?: string | null | undefined;
  /** Test environment only: allow plain http to another machine, such as a sandbox in a container. */
  readonly allowHttp?: boolean | null | undefined;
  /**
   * The longest order id to allow, 1 to 250. The gateway's schema says 250, but its column holds 32,
   * which is the default.
   */
  readonly orderIdMax?: number | null | undefined;
  /** Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`. */
  readonly orderIdExtra?: string | null | undefined;
  /** A URL scheme of your app to allow in `redirectUrl` beside http and https, such as `myshop`. */
  readonly appScheme?: string | null | undefined;
}

/** What an e-Commerce Gateway needs. */
export interface EgwConfiguration {
  /** `test` or `production`. */
  readonly environment: Environment;
  /** What goes into the `X-API-Key` header. */
  readonly apiKey: string;
  /** The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key. */
  readonly macKey: string;
  /**
   * The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your
   * own as a map. Al Qaseh has not published its own, so there is no default.
   */
  readonly profile: Preset | Profile;
  /**
   * MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists
   * them (other banks on this engine do; unconfirmed for Al Qaseh).
   */
  readonly merchant?: string | null | undefined;
  /** TERMINAL: the terminal id. A reply from another terminal is refused. */
  readonly terminal?: string | null | undefined;
  /** MERCH_NAME: your shop's name. */
  readonly merchName?: string | null | undefined;
  /** MERCH_URL: your shop's URL. */
  readonly merchUrl?: string | null | undefined;
  /** COUNTRY: two letters. */
  readonly country?: string | null | undefined;
  /** MERCH_GMT: your offset from GMT, such as `+3`. */
  readonly merchGmt?: string | null | undefined;
  /** The whole URL of prepare; by default the environment's own. */
  readonly prepareUrl?: string | null | undefined;
  /** `json` unless you say otherwise. */
  readonly encoding?: Encoding | null | undefined;
  /** What a length in the MAC counts. Until you say, signed values that are not ASCII are refused. */
  readonly lengthUnit?: LengthUnit | null | undefined;
  /**
   * The TRTYPE your bank uses for a completion (`21` at other banks on this engine; Al Qaseh's page
   * says `1`). A reply that bears it proves a payment.
   */
  readonly completionTrtype?: string | null | undefined;
  /**
   * The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not on Al Qaseh's page, so
   * there is no default). A reply that bears it proves a reversal.
   */
  readonly reversalTrtype?: string | null | undefined;
  /** Test environment only: allow plain http to another machine, such as a sandbox in a container. */
  readonly allowHttp?: boolean | null | undefined;
}

/** What a Paylink gateway needs. */
export interface PaylinkConfiguration {
  /** `test` or `production`. */
  readonly environment: Environment;
  /** The merchant id you chose at registration. */
  readonly merchantId: string;
  /** What goes into the `X-API-KEY` header. */
  readonly apiKey: string;
  /**
   * Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no
   * test host for them, so the test environment needs it: the URL of your sandbox.
   */
  readonly baseUrl?: string | null | undefined;
  /** Test environment only: allow plain http to another machine, such as a sandbox in a container. */
  readonly allowHttp?: boolean | null | undefined;
}

/** Asks for a hosted payment page, where the customer enters the card. */
export interface CreatePayment {
  /** Your order number: 1 to 32 characters of `A-Z a-z 0-9 . _ : / -` (both settable on the gateway). */
  readonly orderId: string;
  /** What the customer pays, in major units, as exact decimal text such as "25000". */
  readonly amount: AmountInput;
  /** Three upper-case letters; `IQD` in practice. */
  readonly currency: string;
  /** What the customer is paying for: 1 to 250 characters. */
  readonly description: string;
  /** Where the customer's browser returns to. No fragment: it would hide the parameters. */
  readonly redirectUrl: string;
  /** `retail` unless you say otherwise; `authorization` only holds the amount. */
  readonly transactionType?: TransactionType | null | undefined;
  /** Where the gateway posts its webhook. */
  readonly webhookUrl?: string | null | undefined;
  /** The customer's country, two upper-case letters. */
  readonly country?: string | null | undefined;
  /** The customer's e-mail address, at most 80 bytes. */
  readonly email?: string | null | undefined;
  /** Data of your own that the gateway echoes back. */
  readonly customData?: Data | null | undefined;
  /** How many hours the payment page lives. */
  readonly tokenExpiryInHour?: number | null | undefined;
  /** A nonce of yours, 1 to 64 characters. */
  readonly nonce?: string | null | undefined;
  /**
   * A signature of yours, 1 to 256 characters. Its algorithm is not published, so it is sent only if
   * you supply it (the gateway spells the key `p_sing`).
   */
  readonly pSign?: string | null | undefined;
  /** Accept a fraction or three decimals in dinars. This is not sent. */
  readonly allowFraction?: boolean | null | undefined;
}

/** Asks what became of a payment. */
export interface GetPayment {
  /** The id that `createPayment` returned and you stored; never one from a webhook you don't know. */
  readonly paymentId: string;
}

/** Prepares a payment at the e-Commerce Gateway. */
export interface Prepare {
  /** What the customer pays, in major units: exact decimal text of at most 12 characters. */
  readonly amount: AmountInput;
  /** Three upper-case letters; `IQD` in practice. */
  readonly currency: string;
  /** ORDER: 6 to 32 digits. The last six must be unique for your terminal and day. */
  readonly orderId: string;
  /** DESC: what the customer is paying for, 1 to 50 characters. */
  readonly description: string;
  /** `retail` takes the money, `authorization` only holds it. */
  readonly transactionType: EgwTransactionType;
  /** The customer's e-mail address, at most 80 bytes. */
  readonly email?: string | null | undefined;
  /** BACKREF: where the result goes, at most 250 bytes. */
  readonly backRef: string;
  /** FOREIGN_RETAILER_IND: one character, if your bank asks for it. */
  readonly foreignRetailerInd?: string | null | undefined;
  /**
   * What to send as description if the description is not ASCII and your bank's length unit is not
   * confirmed, such as `Order 123456`. This is not sent beside the description.
   */
  readonly descriptionFallback?: string | null | undefined;
  /** Accept a fraction or three decimals in dinars. This is not sent. */
  readonly allowFraction?: boolean | null | undefined;
}

/**
 * The record of a decision and its delivery: plain data. Store it under a unique key of `kind`,
 * `merchantId` and `linkReference`, in the transaction that settles your order, before the first bytes
 * go out; store it again after every step.
 */
export interface Delivery {
  /** What is acknowledged: `payment`. */
  readonly kind: string;
  /** Your merchant id. */
  readonly merchantId: string;
  /** The `linkReferenceNumber` of the payment link. */
  readonly linkReference: string;
  /** What you decided. It never changes. */
  readonly verdict: Verdict;
  /** When you decided, in Unix seconds. */
  readonly decidedAt: number;
  /** When Paylink refunds an unacknowledged order, in Unix seconds. */
  readonly deadline: number;
  /** How often it was sent. */
  readonly attempts: number;
  /** When it was sent first, in Unix seconds. */
  readonly firstAttemptAt?: number | null | undefined;
  /** When it was sent last, in Unix seconds. */
  readonly lastAttemptAt?: number | null | undefined;
  /** How many seconds after that it may be sent again. */
  readonly wait?: number | null | undefined;
  /** How it stands. */
  readonly state: DeliveryState;
  /** The last HTTP status, or absent if no answer came. */
  readonly lastStatus?: number | null | undefined;
  /** What the gateway said last. */
  readonly lastMessage?: string | null | undefined;
}

/** What you expect: your order, as your own database has it. A reply is matched against it. */
export interface Order {
  /** Your order number (for EGW: the ORDER you sent). */
  readonly orderId: string;
  /** What the customer owes, as exact decimal text in major units. */
  readonly amount: AmountInput;
  /** The currency, three upper-case letters such as `IQD`. */
  readonly currency: string;
  /**
   * Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status
   * tells.
   */
  readonly reversalRequested?: boolean | null | undefined;
  /**
   * What already paid this order, if something did: the `paymentId` (EGW: the `rrn`) of the earlier proof.
   * A second payment under another one is then reported loudly.
   */
  readonly paidAs?: string | null | undefined;
  /** Accept a fraction or three decimals in dinars. */
  readonly allowFraction?: boolean | null | undefined;
}

/** A time stamp and nonce of your own making, in place of the ones made for you. */
export interface Stamp {
  /** UTC as `YYYYMMDDHHMMSS`; the gateway refuses one that is more than an hour off. */
  readonly timestamp: string;
  /** 16 to 64 hex digits (8 to 32 random bytes), never used before. */
  readonly nonce: string;
}

/** Your decision about a payment, taken once. `decide` makes the record of it that you store. */
export interface Decision {
  /**
   * The `linkReferenceNumber` of the payment link: text, leading zeros kept. It is not an invoice's
   * TransactionNo: the two id spaces may differ.
   */
  readonly linkReference: string;
  /**
   * `success` if your shop settled the order, `failure` if it could not. Never derive a failure from an
   * error or an exception: undecided is undecided.
   */
  readonly verdict: Verdict;
  /** Now, in Unix seconds. */
  readonly now?: number | null | undefined;
  /**
   * When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask
   * Paylink for yours.
   */
  readonly deadline: number;
}

/** What came of sending a call: an answer, or none. */
export interface Answer {
  /** The HTTP status; leave it out if no answer came. */
  readonly status?: number | null | undefined;
  /** The body as it came. */
  readonly body?: string | null | undefined;
  /** The `Retry-After` header: seconds or an HTTP date. */
  readonly retryAfter?: string | null | undefined;
}

/** What the low-level MAC needs: a key and the field order your bank gave you. */
export interface MacConfiguration {
  /** The key in hex, at least 16 bytes. */
  readonly key: string;
  /** The fields the MAC covers, in order, such as `["AMOUNT", "CURRENCY", "ORDER"]`. */
  readonly order: readonly string[];
  /** `HMAC-SHA1` unless you say otherwise. */
  readonly algorithm?: Algorithm | null | undefined;
  /** What a length counts. Until you say, values that are not ASCII are refused. */
  readonly lengthUnit?: LengthUnit | null | undefined;
  /** The letter case of the hex: `upper` unless you say otherwise. */
  readonly letterCase?: LetterCase | null | undefined;
  /** What stands for an absent field; `-` unless you say otherwise. */
  readonly absent?: string | null | undefined;
  /** Text that is appended to the source; none unless you say otherwise. */
  readonly trailing?: string | null | undefined;
}

/** Your own P_SIGN scheme, where no preset fits: take a preset and change what differs. */
export interface Profile {
  /** The preset to start from: `alqaseh-unconfirmed`, `classic`, `romcard`, `bcc` or `kina`. */
  readonly preset?: Preset | null | undefined;
  /** `HMAC-SHA1` unless you or the preset say otherwise. */
  readonly algorithm?: Algorithm | null | undefined;
  /** What a length counts. Until you say, values that are not ASCII are refused. */
  readonly length_unit?: LengthUnit | null | undefined;
  /** The letter case of the hex: `upper` unless you say otherwise. */
  readonly letter_case?: LetterCase | null | undefined;
  /** What stands for an absent field; `-` unless you say otherwise. */
  readonly absent?: string | null | undefined;
  /** Text that is appended to the source; none unless you say otherwise. */
  readonly trailing?: string | null | undefined;
  /**
   * The fields each message's MAC covers, in order: keys are `request`, `completion`, `reversal`,
   * `inquiry` or `reply`, alone or with a TRTYPE (`request 0`, `reply 21`).
   */
  readonly orders?: Data | null | undefined;
  /** Fields of replies that are signed but not echoed: they are taken from the configuration. */
  readonly from_configuration?: readonly string[] | null | undefined;
}

/** A payment that was created and waits for the customer. */
export interface CreatedPayment extends Message {
  /** The gateway's id of this payment. Store it beside your order: it is what you look up later. */
  readonly paymentId: string;
  /**
   * The token of the payment page. Who has it can open the page.
   * Never printed.
   */
  readonly token: string;
  /**
   * The payment page: send the customer's browser there.
   * Never printed.
   */
  readonly payUrl?: string;
}

/** A payment as the gateway has it. Only `settle` says whether it pays your order. */
export interface Payment extends Message, Settles {
  /** The gateway's internal number. */
  readonly id?: Json;
  /** The gateway's id of this payment. */
  readonly paymentId: string;
  /**
   * The token of the payment page.
   * Never printed.
   */
  readonly token?: string;
  /** Your order number. */
  readonly orderId: string;
  /** The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
  readonly amount: string;
  /** The currency. */
  readonly currency: string;
  /** The description. */
  readonly description?: string;
  /** The status; `succeeded` alone does not mean paid: the transaction type says of what. */
  readonly paymentStatus: Known<PaymentStatus>;
  /** What kind of transaction it is. */
  readonly transactionType?: Known<TransactionType>;
  /** Where the browser returns to. */
  readonly redirectUrl?: string;
  /** Where webhooks go. */
  readonly webhookUrl?: string;
  /** The issuer's approval code. */
  readonly approvalCode?: string;
  /** The issuer's response code. */
  readonly rc?: string;
  /** The retrieval reference number. */
  readonly rrn?: string;
  /** Your e-mail address at the gateway. */
  readonly merchantEmail?: string;
  /** Your number at the gateway. */
  readonly merchantId?: Json;
  /** The terminal. */
  readonly terminalId?: string;
  /** The country. */
  readonly country?: string;
  /**
   * What you gave as `customData`.
   * Never printed.
   */
  readonly customData?: Json;
  /** The nonce. */
  readonly nonce?: string;
  /** A signature whose algorithm is not published. */
  readonly pSign?: string;
  /** The offset from GMT. */
  readonly gmt?: string;
  /** The gateway's time stamp. */
  readonly timestamp?: string;
  /** When it was created. */
  readonly createdAt?: string;
  /** When it was last changed. */
  readonly updatedAt?: string;
  /** When it was deleted. */
  readonly deletedAt?: string;
  /** Every status it had: a list of `{status, created_at}`. */
  readonly paymentStatusHistories?: Json;
}

/** What prepare answered. The gateway does not describe it, so it is given as it came. */
export interface Prepared extends Message {
  /** The HTTP status. */
  readonly status: number;
  /** The `Content-Type`, if you passed it on. */
  readonly contentType?: string;
  /**
   * The body as it came: an address, a page, or something else.
   * Never printed.
   */
  readonly body: string;
  /**
   * Where to send the customer's browser: there only if the body is a JSON object in which exactly one
   * text is an absolute URL.
   * Never printed.
   */
  readonly redirectUrl?: string;
}

/** Paylink accepted the acknowledgment. The order is not yet "PAID" by that. */
export interface Acknowledged extends Message {
  /** `success`, in any letter case. */
  readonly status: string;
}

/**
 * A webhook: tells which order to look up. Anyone can post one, so it proves nothing.
 *
 * Look up the payment id you stored for this order. Answer 200 only once the outcome, or a job to look
 * it up, is stored; 5xx makes the gateway ask again.
 */
export interface Webhook extends Message {
  /** Your order number. */
  readonly orderId: string;
  /** The gateway's payment id, if it sent one. Not documented: prefer the id you stored. */
  readonly paymentId?: string;
  /**
   * The token of the payment page, if it sent one.
   * Never printed.
   */
  readonly token?: string;
  /** What it claims happened. */
  readonly paymentStatus?: Known<PaymentStatus>;
  /** The figure it claims. */
  readonly amount?: string;
  /** The currency it claims. */
  readonly currency?: string;
  /** The terminal. */
  readonly terminalId?: Json;
  /** The transaction type, as a word or a digit. */
  readonly trtype?: Json;
  /** The response code it claims. */
  readonly rc?: Json;
  /** The approval code it claims. */
  readonly approval?: Json;
  /** The retrieval reference number it claims. */
  readonly rrn?: Json;
  /** A signature whose algorithm, key and field order are not published. */
  readonly pSign?: string;
  /** The nonce. */
  readonly nonce?: string;
  /** The time stamp. */
  readonly timestamp?: Json;
}

/** What the customer's browser came back with. Anyone can type it: show a page, prove nothing. */
export interface Redirect extends Message {
  /** The gateway's payment id. */
  readonly paymentId?: string;
  /** Your order number. */
  readonly orderId?: string;
  /** What it claims happened: `success`, `failed` or `pending`. */
  readonly status?: Known<PaymentStatus>;
}

/**
 * A callback's fields as they came. Unless it is verified, anyone can have sent it.
 *
 * Values are the gateway's own texts. Fields beyond these are kept under their own names.
 */
export interface Callback extends Message {
  /** TERMINAL: your terminal. */
  readonly terminal?: string;
  /** TRTYPE: `0` authorization, `1` retail, others as your bank numbers them. */
  readonly trtype?: string;
  /** ORDER: your order number. */
  readonly orderId: string;
  /** AMOUNT, in major units. */
  readonly amount?: string;
  /** CURRENCY. */
  readonly currency?: string;
  /** ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault. */
  readonly action?: string;
  /** RC: the response code; it may hold letters or be negative. */
  readonly rc?: string;
  /** APPROVAL: the issuer's approval code. */
  readonly approval?: string;
  /** RRN: the reference a completion or reversal needs. */
  readonly rrn?: string;
  /** INT_REF: the internal reference a completion or reversal needs. */
  readonly intRef?: string;
  /** TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`. */
  readonly timestamp?: string;
  /** NONCE. */
  readonly nonce?: string;
  /** P_SIGN: the MAC. */
  readonly pSign?: string;
  /** DESC: the description. */
  readonly description?: string;
  /** MESSAGE: the gateway's words. */
  readonly message?: string;
  /** ECI: how the cardholder was authenticated. */
  readonly eci?: string;
  /**
   * CARD: a masked card number.
   * Never printed.
   */
  readonly card?: string;
}

/** A callback whose MAC verified: it shows only the fields the MAC covers. */
export interface SignedCallback extends Callback, Settles {
  /** Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it reports. */
  readonly replayKey: string;
}

/** Any reply. */
export type Reply = CreatedPayment | Payment | Prepared | Acknowledged;

/** What all outcomes say. */
export interface OutcomeFields {
  /** Your order number. */
  readonly orderId: string;
  /** The amount of your order, in major units. */
  readonly amount: string;
  /** The currency. */
  readonly currency: string;
  /** The gateway's own word for it (for EGW: ACTION and RC, such as `0/00`). */
  readonly status: string;
  /**
   * What it is about: `retail`, `authorization`, `reversal`, or a completion (`complete_sales`; at EGW
   * `completion`). That a reversal failed does not undo the payment.
   */
  readonly transactionType?: string;
  /** The gateway's payment id, if it has one. */
  readonly paymentId?: string;
  /** EGW: the reference a completion or reversal needs. */
  readonly rrn?: string;
  /** EGW: the internal reference a completion or reversal needs. */
  readonly intRef?: string;
}

declare const proof: unique symbol;

/** Proof that the customer paid this order. Nothing but a matched, authenticated reply makes one. */
export interface Paid extends OutcomeFields {
  readonly kind: "paid";
  /** Proofs only: unique for this effect. Gateway, environment, merchant, payment and outcome. */
  readonly replayKey: string;
  readonly [proof]: "paid";
}

/** Proof that the amount is authorized and held, not taken. */
export interface Held extends OutcomeFields {
  readonly kind: "held";
  /** Proofs only: unique for this effect. Gateway, environment, merchant, payment and outcome. */
  readonly replayKey: string;
  readonly [proof]: "held";
}

/** Proof that the payment was reversed. */
export interface Reversed extends OutcomeFields {
  readonly kind: "reversed";
  /** Proofs only: unique for this effect. Gateway, environment, merchant, payment and outcome. */
  readonly replayKey: string;
  readonly [proof]: "reversed";
}

/** The attempt failed. A later proof of payment is still possible. */
export interface Failed extends OutcomeFields {
  readonly kind: "failed";
  readonly replayKey?: undefined;
}

/** Nothing is decided, or the gateway does not know: ask again. */
export interface Open extends OutcomeFields {
  readonly kind: "open";
  readonly replayKey?: undefined;
}

/**
 * What happened to your order, as far as it can be proven.
 *
 * `paid`, `held` and `reversed` are proofs and have a `replayKey`: insert it under a unique constraint
 * in the transaction that books the effect. `failed` never blocks a later proof (a second card on the
 * same page is normal). `open` means: ask again.
 */
export type Outcome = Paid | Held | Reversed | Failed | Open;

/**
 * Al Qaseh Payment API 2.0.
 *
 * Making one is cheap and leaves nothing behind: one per request is fine.
 */
export declare class AlQaseh {
  /** @throws {ValidationError} with every fault of the configuration at once */
  constructor(configuration: AlQasehConfiguration & BrowserOption);

  /**
   * Creates a payment and its hosted page. Nothing is charged until the customer pays there.
   *
   * Not idempotent: after a lost reply look the order up before you create another.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  createPayment(input: CreatePayment): Call<CreatedPayment>;

  /**
   * Fetches a payment. `settle` matches its reply against your order and says what happened.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  getPayment(input: GetPayment): Call<Payment>;

  /**
   * Reads a webhook's body. What comes out is a hint: look the payment up, whatever it says.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://docs.alqaseh.com/payment-api
   */
  static parseWebhook(message: string | Uint8Array | ArrayBuffer): Webhook;

  /**
   * Reads the URL (or its query) the customer's browser came back to.
   *
   * What comes out is a hint: show a page by it, never mark an order paid by it.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://docs.alqaseh.com/payment-api
   */
  static parseRedirect(message: string | Uint8Array | ArrayBuffer): Redirect;
}

/**
 * Al Qaseh 1.0: the e-Commerce Gateway, signed with P_SIGN.
 *
 * Making one is cheap and leaves nothing behind: one per request is fine.
 */
export declare class Egw {
  /** @throws {ValidationError} with every fault of the configuration at once */
  constructor(configuration: EgwConfiguration & BrowserOption);

  /**
   * Prepares a payment or an authorization and signs it with P_SIGN.
   *
   * The outcome comes as a signed callback to `backRef`. Never repeated automatically.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  prepare(input: Prepare, options?: StampOption): Call<Prepared>;

  /**
   * Reads a callback and verifies its MAC with your key and the profile's reply order.
   *
   * @throws {SignatureError} if it does not verify: then it is unverified, not declined
   * @throws {ReplyError} if it can't be read
   */
  verifyCallback(message: string | Uint8Array | ArrayBuffer): SignedCallback;

  /**
   * Reads a callback (JSON or urlencoded) without verifying it. What comes out is a hint.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  static parseCallback(message: string | Uint8Array | ArrayBuffer): Callback;
}

/**
 * Paylink: Post Payment Acknowledgment.
 *
 * Making one is cheap and leaves nothing behind: one per request is fine.
 */
export declare class Paylink {
  /** @throws {ValidationError} with every fault of the configuration at once */
  constructor(configuration: PaylinkConfiguration & BrowserOption);

  /**
   * Makes the record of a decision. If you have decided this transaction before, give that record: it is
   * returned as it is. `now` is filled in for you.
   *
   * @throws {MismatchError} `ack.flip` if the earlier record says the opposite
   */
  decide(decision: Decision, earlier?: Delivery | null): Delivery;

  /** Starts a delivery, or goes on after a restart, from the stored record. */
  acknowledgment(saved: Delivery): Acknowledgment;
}

/** Stable codes; new ones may be added. What they say is in docs/errors.md. */
export type ErrorCode =
  | "field.missing"
  | "field.unknown"
  | "field.type"
  | "field.duplicate"
  | "text.too_short"
  | "text.too_long"
  | "text.characters"
  | "text.control"
  | "choice.unknown"
  | "number.range"
  | "url.invalid"
  | "email.invalid"
  | "input.syntax"
  | "input.too_deep"
  | "input.too_large"
  | "amount.float"
  | "amount.syntax"
  | "amount.too_long"
  | "amount.not_positive"
  | "amount.ambiguous"
  | "amount.precision"
  | "amount.float32"
  | "credential.characters"
  | "environment.mixed"
  | "environment.insecure"
  | "environment.no_test_host"
  | "browser.refused"
  | "environment.host"
  | "clock.implausible"
  | "nonce.invalid"
  | "key.not_hex"
  | "key.too_short"
  | "key.zero"
  | "key.reused"
  | "profile.unknown"
  | "profile.invalid"
  | "profile.no_order"
  | "mac.ambiguous_value"
  | "mac.non_ascii"
  | "record.invalid"
  | "operation.unknown"
  | "mac.mismatch"
  | "mac.missing"
  | "mac.length"
  | "mac.not_hex"
  | "mac.no_reply_order"
  | "mac.unverifiable"
  | "reply.too_large"
  | "reply.too_deep"
  | "reply.not_utf8"
  | "reply.not_json"
  | "reply.not_object"
  | "reply.field_missing"
  | "reply.field_type"
  | "reply.field_duplicate"
  | "reply.not_form"
  | "reply.unexpected_status"
  | "reply.redirect"
  | "internal"
  | "order.mismatch"
  | "amount.mismatch"
  | "currency.mismatch"
  | "kind.mismatch"
  | "payment.mismatch"
  | "kind.unknown"
  | "payment.reversal_requested"
  | "mac.not_covered"
  | "terminal.mismatch"
  | "order.not_paid"
  | "ack.flip"
  | "ack.mismatch"
  | "reply.foreign"
  | "order.paid_twice"
  | "gateway.refused"
  | "gateway.unauthorized"
  | "gateway.not_found"
  | "gateway.unavailable";

/** 1xxx: what you gave is not valid. Nothing was sent. */
export declare class ValidationError extends QantaraError {
  readonly name: "ValidationError";
}

/** 2xxx: a MAC is missing, malformed or does not verify. The message proves nothing: look the payment up. */
export declare class SignatureError extends QantaraError {
  readonly name: "SignatureError";
}

/** 3xxx: the reply can't be read. What happened is unknown unless `retry` says otherwise. */
export declare class ReplyError extends QantaraError {
  readonly name: "ReplyError";
}

/** 4xxx: the message is genuine but not what you expected: another order, amount, currency or kind. */
export declare class MismatchError extends QantaraError {
  readonly name: "MismatchError";
}

/** 5xxx: the gateway answered with an error. */
export declare class GatewayError extends QantaraError {
  readonly name: "GatewayError";
}
