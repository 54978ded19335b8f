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

/** Where requests go. One letter of a host name separates the two, so they are never edited as text. */
export type Environment = "test" | "production";

/** How prepare's body is written. The gateway's page describes JSON and prints form names too. */
export type Encoding = "json" | "form";

/** What the length before a value counts. The banks differ, and for Arabic text it matters. */
export type LengthUnit = "bytes" | "characters";

/** How a reply's amount is compared with your order's. */
export type ReplyAmount = "exact" | "at_least";

/** What kind of transaction a payment is. */
export type TransactionType = "retail" | "authorization" | "reversal" | "complete_sales";

/** Which rows come first. */
export type SortOrder = "asc" | "desc";

/**
 * A payment's status. The API's words are lower case; redirects and webhooks say Success, Failed,
 * Pending. Any letter case is read, and an unknown word is kept as it came.
 */
export type PaymentStatus = "prepared" | "revoked" | "failed" | "retried" | "succeeded" | "expired" | "duplicated" | "declined" | "unknown" | "success" | "pending";

/** What prepare does: take the money, or only hold it. */
export type EgwTransactionType = "authorization" | "retail";

/** What happened to an order. */
export type OutcomeKind = "paid" | "held" | "reversed" | "failed" | "open";

/** The transactions of an order; a completion's and a reversal's TRTYPE is a setting. */
export type EgwTransaction = "authorization" | "retail" | "completion" | "reversal";

/** What is acknowledged: that a payment was settled (the order becomes PAID), or a refund (REFUNDED). */
export type DeliveryKind = "payment" | "refund";

/** What you tell Paylink: that your shop settled the order, or that it could not. */
export type Verdict = "success" | "failure";

/** How a delivery stands. */
export type DeliveryState = "pending" | "paused" | "acknowledged" | "acknowledged_late" | "refused" | "gave_up";

/** What a redirect or webhook claims happened. */
export type ReturnedStatus = "success" | "failed" | "pending";

/** The form a gateway delivers its fields in. */
export type DeliveryForm = "json" | "form" | "xml" | "html";

/** An invoice's status. Any letter case is read, and an unknown word is kept as it came. */
export type OrderStatus = "pending" | "created" | "paid" | "canceled" | "declined" | "completed";

/** What a refund webhook claims. Any letter case is read, and an unknown word is kept as it came. */
export type RefundStatus = "refunded" | "failed";

/** The hash under the HMAC. */
export type Algorithm = "HMAC-SHA1" | "HMAC-SHA256";

/** The letter case of the hex. */
export type LetterCase = "upper" | "lower";

/** What a code says happened. */
export type ResultClass = "approved" | "declined" | "merchant_error" | "unknown";

/** Whether what was sent may be sent again. */
export type RetryVerdict = "safe" | "look_up_first" | "never";

/** What a captured message is. */
export type MessageKind = "request" | "reply";

/** How the key's text became the bytes of the key. */
export type KeyForm = "hex_decoded" | "text" | "upper_case_text" | "lower_case_text" | "without_last_digit" | "without_first_digit" | "zero_in_front" | "zero_at_end" | "components_joined";

/** The letter case of a captured MAC. */
export type MacCase = "upper" | "lower" | "mixed";

/** What an Al Qaseh gateway needs. */
export interface AlQasehConfiguration {
  /** `test` or `production`. */
  readonly environment: Environment;
  /** The client id Al Qaseh gave you. */
  readonly clientId: string;
  /** The client secret that goes with it. */
  readonly clientSecret: string;
  /** Where the API is, with its `/v1`; by default the environment's own host. Give it with `payPageUrl`. */
  readonly baseUrl?: string | null | undefined;
  /**
   * Where the hosted pay page is, without the token; by default the environment's own host. Give it with
   * `baseUrl`: a token is sent to no page but its own system's.
   */
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
  /**
   * The scheme of webhooks' `pSign`, if you were given one: it is not published. A map as of an EGW profile,
   * its `reply` order with the names of the webhook's fields.
   */
  readonly webhookProfile?: Preset | Profile | null | undefined;
  /** The key that goes with it, in hex, at least 16 bytes. */
  readonly webhookMacKey?: string | null | undefined;
}

/** What an e-Commerce Gateway needs. */
export interface EgwConfiguration {
  /** `test` or `production`. */
  readonly environment: Environment;
  /** What goes into the `X-API-Key` header. */
  readonly apiKey: string;
  /**
   * The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key. Leave it out if you give
   * its components.
   */
  readonly macKey?: string | null | undefined;
  /** The MAC key as your bank handed it over: two or more components in hex, which are XORed. */
  readonly macKeyComponents?: readonly string[] | null | undefined;
  /** While the bank changes keys: the key before `macKey`. It verifies, and never signs. */
  readonly previousMacKey?: string | null | undefined;
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
  /** TERMINAL: the terminal id. A signed message whose MAC covers another terminal is refused. */
  readonly terminal?: string | null | undefined;
  /** MERCH_NAME: your shop's name. */
  readonly merchName?: string | null | undefined;
  /** MERCH_URL: your shop's URL. */
  readonly merchUrl?: string | null | undefined;
  /** COUNTRY: two letters. */
  readonly country?: string | null | undefined;
  /** MERCH_GMT: your offset from GMT, such as `+3`. */
  readonly merchGmt?: string | null | undefined;
  /** The whole URL of prepare; by default the environment's own. Give it with `cgiLinkUrl`. */
  readonly prepareUrl?: string | null | undefined;
  /**
   * The whole URL of `cgi_link`, where completions, reversals and card forms go; by default the environment's
   * own. Give it with `prepareUrl`.
   */
  readonly cgiLinkUrl?: string | null | undefined;
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
  /**
   * Whether a reply's amount must be your order's (`exact`, the default) or may have a fee on top (`at_least`,
   * with `maxFee`).
   */
  readonly replyAmount?: ReplyAmount | null | undefined;
  /** The largest fee a reply's amount may have on top, in major units. */
  readonly maxFee?: AmountInput | null | undefined;
  /** Test environment only: allow plain http to another machine, such as a sandbox in a container. */
  readonly allowHttp?: boolean | null | undefined;
}

/**
 * What a Paylink gateway needs: `merchantId` with `apiKey` for acknowledgments and merchant invoices,
 * `apiId` with `secretKey` for invoices, or both pairs.
 */
export interface PaylinkConfiguration {
  /** `test` or `production`. */
  readonly environment: Environment;
  /** The merchant id you chose at registration. Give it with `apiKey`. */
  readonly merchantId?: string | null | undefined;
  /** What goes into the `X-API-KEY` header of acknowledgments. Give it with `merchantId`. */
  readonly apiKey?: string | null | undefined;
  /** What `authenticate` sends as `apiId`. Give it with `secretKey`. */
  readonly apiId?: string | null | undefined;
  /** What `authenticate` sends as `secretKey`. Give it with `apiId`. */
  readonly secretKey?: string | null | undefined;
  /**
   * Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no
   * test host for them, so the test environment needs it: the URL of your sandbox.
   */
  readonly baseUrl?: string | null | undefined;
  /** Where invoices are, without `/api`; by default the environment's own host, whatever `baseUrl` is. */
  readonly invoicesUrl?: string | null | undefined;
  /** Test environment only: allow plain http to another machine, such as a sandbox in a container. */
  readonly allowHttp?: boolean | null | undefined;
  /**
   * The value of the header that you set for payment webhooks in Paylink's portal. There is no signature:
   * without it `verifyWebhook` refuses every message.
   */
  readonly webhookSecret?: string | null | undefined;
  /**
   * The value of the `X-API-KEY` header that you set for refund webhooks in Paylink's portal. Without it
   * `verifyRefundWebhook` refuses every message.
   */
  readonly refundWebhookSecret?: string | null | undefined;
  /**
   * Take an invoice whose status is Completed for a paid one. By default it is not: Completed is a word
   * about the settlement with you.
   */
  readonly completedIsPaid?: boolean | null | undefined;
  /**
   * Accept an invoice that Paylink converted (its `foreignCurrencyRate` is not null): its amount as a
   * whole then can't be compared with your order's, only the amount that was asked for.
   */
  readonly foreignCurrency?: boolean | null | undefined;
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

/** Asks what a payment page is for. */
export interface GetPaymentByToken {
  /** The token that `createPayment` or `retryPayment` returned. */
  readonly token: string;
}

/** Asks for the list of payments. To settle an order, ask by its `orderId` alone. */
export interface HistoryQuery {
  /** How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise. */
  readonly limit?: number | null | undefined;
  /** How many rows to skip. */
  readonly offset?: number | null | undefined;
  /** `asc` or `desc`. */
  readonly orderBy?: SortOrder | null | undefined;
  /** What to sort by, in the gateway's own words; "created_at" unless you say otherwise. */
  readonly orderField?: string | null | undefined;
  /** Only rows of this amount, as exact decimal text. */
  readonly amount?: AmountInput | null | undefined;
  /** Only rows with this approval code. */
  readonly approval?: string | null | undefined;
  /** Only rows in this currency, three upper-case letters. */
  readonly currency?: string | null | undefined;
  /** Only rows from this time on. The gateway does not publish the form; it is sent as you give it. */
  readonly since?: string | null | undefined;
  /** Only rows up to this time. The gateway does not publish the form; it is sent as you give it. */
  readonly until?: string | null | undefined;
  /** The language of the gateway's words, two letters. */
  readonly language?: string | null | undefined;
  /** Only rows of this order of yours. */
  readonly orderId?: string | null | undefined;
  /** Only the row of this payment. */
  readonly paymentId?: string | null | undefined;
  /** Only rows of this status. */
  readonly paymentStatus?: PaymentStatus | null | undefined;
  /** Only rows with this response code. */
  readonly rc?: string | null | undefined;
  /** Only rows with this retrieval reference number. */
  readonly rrn?: string | null | undefined;
  /** Only rows of this kind. */
  readonly transactionType?: TransactionType | null | undefined;
}

/** Asks for the list of payments as a CSV file. */
export interface HistoryCsvQuery {
  /** How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise. */
  readonly limit?: number | null | undefined;
  /** How many rows to skip. */
  readonly offset?: number | null | undefined;
  /** `asc` or `desc`. */
  readonly orderBy?: SortOrder | null | undefined;
  /** What to sort by, in the gateway's own words; "created_at" unless you say otherwise. */
  readonly orderField?: string | null | undefined;
  /** Only rows of this amount, as exact decimal text. */
  readonly amount?: AmountInput | null | undefined;
  /** Only rows with this approval code. */
  readonly approval?: string | null | undefined;
  /** Only rows in this currency, three upper-case letters. */
  readonly currency?: string | null | undefined;
  /** Only rows from this time on. The gateway does not publish the form; it is sent as you give it. */
  readonly since?: string | null | undefined;
  /** Only rows up to this time. The gateway does not publish the form; it is sent as you give it. */
  readonly until?: string | null | undefined;
  /** The language of the gateway's words, two letters. */
  readonly language?: string | null | undefined;
  /** Only rows of this order of yours. */
  readonly orderId?: string | null | undefined;
  /** Only the row of this payment. */
  readonly paymentId?: string | null | undefined;
  /** Only rows of this status. */
  readonly paymentStatus?: PaymentStatus | null | undefined;
  /** Only rows with this response code. */
  readonly rc?: string | null | undefined;
  /** Only rows with this retrieval reference number. */
  readonly rrn?: string | null | undefined;
  /** Only rows of this kind. */
  readonly transactionType?: TransactionType | null | undefined;
  /**
   * Which header stands for which field, as the gateway doesn't publish them: `{"order_id": "Order No"}`.
   * Headers that are named like a field are found by themselves. This is not sent.
   */
  readonly columns?: Data | null | undefined;
}

/**
 * Pays with a card whose number you handle yourself. That takes a PCI-DSS certificate: everybody else sends the
 * customer to the payment page.
 */
export interface ProcessCard {
  /** The token that `createPayment` or `retryPayment` returned. */
  readonly token: string;
  /** The card number: 12 to 19 digits. */
  readonly cardNumber: string;
  /** The security code: 3 or 4 digits. */
  readonly cvv: string;
  /** The month it expires in: `01` to `12`. */
  readonly expMonth: string;
  /** The year it expires in, of 2 or 4 digits; it is sent as you give it. */
  readonly expYear: string;
}

/** Asks for another attempt at a payment that failed. */
export interface RetryPayment {
  /** The id of the attempt that failed. Keep it beside the new one: it can still be charged late. */
  readonly paymentId: string;
  /** Why you retry: 1 to 250 characters. */
  readonly details?: string | null | undefined;
  /**
   * The status you last fetched. Only `expired`, `declined`, `failed` and `unknown` can be retried, so a call
   * that is bound to fail is refused here, and a word that is not known is not. This is not sent.
   */
  readonly paymentStatus?: string | null | undefined;
  /** Accept that an attempt whose status is `unknown` may still succeed under its old id. This is not sent. */
  readonly acceptUnknown?: boolean | null | undefined;
}

/** Asks for a payment to be reversed. */
export interface ReversePayment {
  /** The token that `createPayment` or `retryPayment` returned. */
  readonly token: string;
}

/** Withdraws a payment that the customer has not paid yet. */
export interface RevokePayment {
  /** The id of the payment that `createPayment` or `retryPayment` returned. */
  readonly paymentId: string;
  /** Why you revoke it: 1 to 250 characters. */
  readonly details?: string | null | undefined;
  /**
   * The status you last fetched. Only `prepared` and `retried` can be revoked, so a call that is bound to
   * fail is refused here, and a word that is not known is not. This is not sent.
   */
  readonly paymentStatus?: string | null | undefined;
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

/** Takes the money of an authorization: all of it, or less (a hotel's check-out). */
export interface Completion {
  /** The `held` outcome that `settle` proved, or its fields as you stored them. */
  readonly authorization?: Outcome | StoredOutcome | null | undefined;
  /** In place of a proof: references that nothing has checked. A wrong one takes somebody else's money. */
  readonly unprovenReferences?: References | null | undefined;
  /**
   * What to take, in major units, in the authorization's currency: exact decimal text of at most 12
   * characters.
   */
  readonly amount: AmountInput;
  /** DESC: what the customer is paying for, 1 to 50 characters. */
  readonly description: string;
  /** EMAIL: the customer's e-mail address, at most 80 bytes. */
  readonly email?: string | null | undefined;
  /** BACKREF: where the result goes, at most 250 bytes. */
  readonly backRef: string;
  /** FOREIGN_RETAILER_IND: one character, if your bank asks for it. */
  readonly foreignRetailerInd?: string | null | undefined;
  /**
   * What to send as description if the description is not ASCII and your bank's length unit is not
   * confirmed. This is not sent beside the description.
   */
  readonly descriptionFallback?: string | null | undefined;
  /** Take more than was authorized. This is not sent. */
  readonly aboveAuthorized?: boolean | null | undefined;
  /** Accept a fraction or three decimals in dinars. This is not sent. */
  readonly allowFraction?: boolean | null | undefined;
}

/** An outcome, as it came or as you stored it. */
export interface StoredOutcome {
  /** What happened: `paid`, `held` (authorized, not yet taken), `reversed`, `failed` or `open`. */
  readonly kind: OutcomeKind;
  /** Your order number. */
  readonly orderId: string;
  /** The amount of your order, in major units. */
  readonly amount: AmountInput;
  /** The currency. */
  readonly currency: string;
  /** The gateway's own word for it (for EGW: ACTION and RC, such as `0/00`). */
  readonly status: string;
  /**
   * What it is about: `retail`, `authorization`, `reversal`, or a completion (`complete_sales`; at EGW
   * `completion`). That a reversal failed does not undo the payment.
   */
  readonly transactionType?: string | null | undefined;
  /** The gateway's payment id, if it has one. */
  readonly paymentId?: string | null | undefined;
  /** EGW: the reference a completion or reversal needs. */
  readonly rrn?: string | null | undefined;
  /** EGW: the internal reference a completion or reversal needs. */
  readonly intRef?: string | null | undefined;
  /**
   * Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW:
   * ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial
   * reversals, has one key: book the second by hand.
   */
  readonly replayKey?: string | null | undefined;
}

/**
 * References of an authorization that no proof of Qantara's stands for, such as ones your bank told you on the
 * phone. Nothing has checked them.
 */
export interface References {
  /** ORDER: the authorization's order number. */
  readonly orderId: string;
  /** RRN: 12 characters. */
  readonly rrn: string;
  /** INT_REF: 1 to 128 characters. */
  readonly intRef: string;
  /** What was authorized, in major units. */
  readonly amount: AmountInput;
  /** Its currency, three upper-case letters. */
  readonly currency: string;
}

/** Gives back what was authorized or paid: all of it, or less. */
export interface Reversal {
  /** The `held` or `paid` outcome that `settle` proved, or its fields as you stored them. */
  readonly authorization?: Outcome | StoredOutcome | null | undefined;
  /** In place of a proof: references that nothing has checked. A wrong one reverses somebody else's payment. */
  readonly unprovenReferences?: References | null | undefined;
  /**
   * What to give back, in major units, in the payment's currency: exact decimal text of at most 12
   * characters.
   */
  readonly amount: AmountInput;
  /** DESC: what it is about, 1 to 50 characters. */
  readonly description: string;
  /** EMAIL: the customer's e-mail address, at most 80 bytes. */
  readonly email?: string | null | undefined;
  /** BACKREF: where the result goes, at most 250 bytes. */
  readonly backRef: string;
  /** FOREIGN_RETAILER_IND: one character, if your bank asks for it. */
  readonly foreignRetailerInd?: string | null | undefined;
  /**
   * What to send as description if the description is not ASCII and your bank's length unit is not
   * confirmed. This is not sent beside the description.
   */
  readonly descriptionFallback?: string | null | undefined;
  /** Give back more than that. This is not sent. */
  readonly aboveAuthorized?: boolean | null | undefined;
  /** Accept a fraction or three decimals in dinars. This is not sent. */
  readonly allowFraction?: boolean | null | undefined;
}

/** Asks what became of a transaction. Al Qaseh's page does not have it; other banks on this engine do. */
export interface StatusInquiry {
  /** ORDER: the transaction's order number. */
  readonly orderId: string;
  /** Which of the order's transactions (TRAN_TRTYPE). */
  readonly transactionType: EgwTransaction;
}

/**
 * The record of a decision and its delivery: plain data. Store it under a unique key of `kind`,
 * `environment`, `merchantId` and `linkReference`, in the transaction that settles your order, before the
 * first bytes go out; store it again after every step.
 */
export interface Delivery {
  /** What is acknowledged: `payment` or `refund`. */
  readonly kind: DeliveryKind;
  /** Where it goes: what was decided in a test goes on nowhere else. */
  readonly environment: Environment;
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

/** Asks for the token that every call about invoices needs. */
export interface Authenticate {
  /** Whether the token is to live for 30 hours; by default it lives for 30 minutes. */
  readonly persistToken?: boolean | null | undefined;
  /**
   * Now, in Unix seconds.
   * Left out, it is filled in for you.
   */
  readonly now?: number | null | undefined;
}

/** Asks for an invoice and its payment page. */
export interface AddInvoice {
  /** The token that `authenticate` returned. */
  readonly bearerToken: string;
  /** Your order number. */
  readonly orderId: string;
  /** What the customer pays, in major units, as exact decimal text such as "25.50"; at least 5.00 riyals. */
  readonly amount: AmountInput;
  /** Where the customer's browser returns to. No fragment: it would hide the parameters. */
  readonly callbackUrl: string;
  /** The customer's name. */
  readonly clientName: string;
  /** The customer's mobile number. */
  readonly clientMobile: string;
  /** What the customer buys: at least one product. */
  readonly products: readonly Product[];
  /** Where the customer's browser goes after cancelling. */
  readonly cancelUrl?: string | null | undefined;
  /** The customer's e-mail address. */
  readonly clientEmail?: string | null | undefined;
  /** Three upper-case letters; `SAR` unless you say otherwise. */
  readonly currency?: string | null | undefined;
  /** The text message the customer gets. */
  readonly smsMessage?: string | null | undefined;
  /** The ways to pay that are offered: `mada`, `visaMastercard`, `amex`, `tamara`, `stcpay`, `urpay`, `tabby`. */
  readonly supportedCardBrands?: readonly string[] | null | undefined;
  /** Whether the page of a pending payment is shown. */
  readonly displayPending?: boolean | null | undefined;
  /** A note of your own. */
  readonly note?: string | null | undefined;
}

/** What the customer buys. */
export interface Product {
  /** What it is called. */
  readonly title: string;
  /** The price of one, in major units, as exact decimal text. */
  readonly price: AmountInput;
  /** How many. */
  readonly quantity: number;
  /** What it is. */
  readonly description?: string | null | undefined;
  /** Whether it is delivered over the network. */
  readonly isDigital?: boolean | null | undefined;
  /** A picture of it. */
  readonly imageSrc?: string | null | undefined;
  /** Its own rate of value-added tax. */
  readonly specificVat?: AmountInput | null | undefined;
  /** What it cost you. */
  readonly productCost?: AmountInput | null | undefined;
}

/** Asks what became of an invoice. */
export interface GetInvoice {
  /** The token that `authenticate` returned. */
  readonly bearerToken: string;
  /** The id that `addInvoice` returned and you stored: 12 or 13 digits. */
  readonly transactionNo: string;
}

/** Asks that an invoice can't be paid any more. */
export interface CancelInvoice {
  /** The token that `authenticate` returned. */
  readonly bearerToken: string;
  /** The id that `addInvoice` returned and you stored: 12 or 13 digits. */
  readonly transactionNo: string;
}

/** Asks for the invoices of an order. */
export interface GetTransactionsOfOrder {
  /** The token that `authenticate` returned. */
  readonly bearerToken: string;
  /** Your order number. */
  readonly orderId: string;
}

/** Asks for an order. */
export interface GetOrder {
  /** The token that `authenticate` returned. */
  readonly bearerToken: string;
  /** Your order number. */
  readonly orderId: string;
}

/** Asks for the orders of a settlement. */
export interface GetOrdersBySettlement {
  /** The token that `authenticate` returned. */
  readonly bearerToken: string;
  /** The number of the settlement, as Paylink tells it. */
  readonly settlementNumber: string;
}

/** Asks for an invoice by the merchant's own id. */
export interface GetMerchantInvoice {
  /** The id of the invoice. */
  readonly invoiceId: string;
}

/** Asks where a token's payment page is. */
export interface PayPageOf {
  /** The token that `createPayment` or `retryPayment` returned. */
  readonly token: string;
}

/** A webhook as it came. */
export interface WebhookMessage {
  /** The body of the request, byte for byte. */
  readonly body: string | Uint8Array | ArrayBuffer;
}

/** What the webhook of your test says. */
export interface TestWebhook {
  /** Your order number. */
  readonly orderId: string;
  /** What it claims happened. */
  readonly paymentStatus?: ReturnedStatus | null | undefined;
  /** The figure it claims, as exact decimal text. */
  readonly amount?: AmountInput | null | undefined;
  /** The currency it claims. */
  readonly currency?: string | null | undefined;
  /** The gateway's payment id, which it may send. */
  readonly paymentId?: string | null | undefined;
  /** The token of the payment page, which it may send. */
  readonly token?: string | null | undefined;
  /** The transaction type, as a word or a digit. */
  readonly trtype?: string | null | undefined;
  /** The response code. */
  readonly rc?: string | null | undefined;
  /** The approval code. */
  readonly approval?: string | null | undefined;
  /** The retrieval reference number. */
  readonly rrn?: string | null | undefined;
}

/** What the browser of your test comes back with. */
export interface TestRedirect {
  /** Where it returns to, as you gave it to `createPayment`. */
  readonly redirectUrl: string;
  /** The gateway's payment id. */
  readonly paymentId: string;
  /** Your order number. */
  readonly orderId: string;
  /** What it claims happened. */
  readonly status: ReturnedStatus;
}

/** A response code of the e-Commerce Gateway, as a reply or callback bears it. */
export interface CodeQuestion {
  /** RC, as it came: two characters (`05`), or the gateway's own negative ones (`-17`). */
  readonly rc: string;
  /**
   * ACTION, as it came. Without it the code counts as with the ACTION it ordinarily bears: a reply with
   * another one may mean something else.
   */
  readonly action?: string | null | undefined;
  /** What was asked for. Without it 06, 91 and 96 are `unknown`: they leave a completion or reversal open. */
  readonly transactionType?: EgwTransaction | null | undefined;
}

/** Your own order sequence. A library that keeps nothing can't know which numbers were used today. */
export interface OrderNumber {
  /** The next number of your sequence, never used before. */
  readonly sequence: number;
  /** Digits to put in front, such as a shop's number; at most 13. */
  readonly prefix?: string | null | undefined;
}

/** A payment or authorization that the customer's own browser takes to the gateway's card page. */
export interface CardForm {
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
   * confirmed. This is not sent beside the description.
   */
  readonly descriptionFallback?: string | null | undefined;
  /** Accept a fraction or three decimals in dinars. This is not sent. */
  readonly allowFraction?: boolean | null | undefined;
  /**
   * The nonce of your Content-Security-Policy (base64), for the script that posts the form by itself. Allow
   * the gateway in `form-action` as well.
   */
  readonly cspNonce?: string | null | undefined;
}

/** What the callback of your test says. */
export interface TestCallback {
  /** TRTYPE: `0` authorization, `1` retail, others as your bank numbers them. */
  readonly trtype: string;
  /** ORDER: your order number, 6 to 32 digits. */
  readonly orderId: string;
  /** AMOUNT, in major units. */
  readonly amount: AmountInput;
  /** CURRENCY. */
  readonly currency: string;
  /** ACTION: `0` approved, `2` declined, … */
  readonly action: string;
  /** RC: the response code, such as `00`. */
  readonly rc: string;
  /** APPROVAL: the issuer's approval code. */
  readonly approval?: string | null | undefined;
  /** RRN. */
  readonly rrn?: string | null | undefined;
  /** INT_REF. */
  readonly intRef?: string | null | undefined;
  /** TIMESTAMP, UTC `YYYYMMDDHHMMSS`. */
  readonly timestamp?: string | null | undefined;
  /** NONCE. */
  readonly nonce?: string | null | undefined;
  /** DESC: the description. */
  readonly description?: string | null | undefined;
  /** MESSAGE: the gateway's words. */
  readonly message?: string | null | undefined;
  /** The form it is delivered in: `json` unless you say otherwise. */
  readonly form?: DeliveryForm | null | undefined;
}

/** A captured message and what you know of how it was signed. */
export interface Diagnose {
  /**
   * The message as it came or went: a reply or callback (JSON, XML, urlencoded, an HTML page with hidden
   * inputs, or the URL the browser came back with), or a request of your own.
   */
  readonly message: string | Uint8Array | ArrayBuffer;
  /** Its P_SIGN, if that is not in the message. */
  readonly pSign?: string | null | undefined;
  /** The key in hex, as you have it. Needed unless there are components. */
  readonly macKey?: string | null | undefined;
  /** The key's components, if your bank gave you several: each alone and all XORed are tried. */
  readonly macKeyComponents?: readonly string[] | null | undefined;
  /** The profile you have configured: a preset's name or a map. All presets are tried in any case. */
  readonly profile?: Preset | Profile | null | undefined;
  /** MERCHANT: the merchant id. This and the next five may be signed without being sent. */
  readonly merchant?: string | null | undefined;
  /** TERMINAL: the terminal id. */
  readonly terminal?: string | null | undefined;
  /** MERCH_NAME: your shop's name. */
  readonly merchName?: string | null | undefined;
  /** MERCH_URL: your shop's URL. */
  readonly merchUrl?: string | null | undefined;
  /** COUNTRY: two letters. */
  readonly country?: string | null | undefined;
  /** MERCH_GMT: your offset from GMT. */
  readonly merchGmt?: string | null | undefined;
  /**
   * Other values that may be signed without being sent, under the gateway's names: of the request a reply
   * answers, such as `{"NONCE": "…", "DESC": "…"}`.
   */
  readonly signedValues?: Data | null | undefined;
}

/** A payment webhook as it came. */
export interface VerifyPaymentWebhook {
  /** The body as it came. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** The value of the header that you set in Paylink's portal, if it came. */
  readonly header?: string | Uint8Array | ArrayBuffer | null | undefined;
}

/** A refund webhook as it came. */
export interface VerifyRefundWebhook {
  /** The body as it came. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** The value of its `X-API-KEY` header, if it came. */
  readonly header?: string | Uint8Array | ArrayBuffer | null | undefined;
}

/** A payment webhook for your own tests. */
export interface TestPaymentWebhook {
  /** What it is to claim, in major units. */
  readonly amount: AmountInput;
  /** Your e-mail address at Paylink. */
  readonly merchantEmail?: string | null | undefined;
  /** The invoice's id: 12 or 13 digits. */
  readonly transactionNo: string;
  /** Your order number. */
  readonly orderId: string;
  /** `paid` unless you say otherwise. */
  readonly orderStatus?: OrderStatus | null | undefined;
  /** How the customer is to have paid; version 2 has it. */
  readonly paymentType?: string | null | undefined;
  /** `v2` for version 2. */
  readonly apiVersion?: string | null | undefined;
}

/** A refund webhook for your own tests. */
export interface TestRefundWebhook {
  /** The invoice's id: 12 or 13 digits. */
  readonly transactionNo: string;
  /** `refunded` unless you say otherwise. */
  readonly refundStatus?: RefundStatus | null | undefined;
  /** What it is to claim, in major units. */
  readonly refundAmount: AmountInput;
  /** Three upper-case letters, such as `SAR`. */
  readonly currency: string;
  /** Your order number. */
  readonly orderId?: string | null | undefined;
  /** The version of the message. */
  readonly apiVersion?: string | null | undefined;
}

/** A browser's return for your own tests. */
export interface TestInvoiceCallback {
  /** Your `callbackUrl`. */
  readonly callbackUrl: string;
  /** The invoice's id: 12 or 13 digits. */
  readonly transactionNo: string;
  /** Your order number. */
  readonly orderId: string;
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

/** Your decision about a payment or a refund, taken once. `decide` makes the record of it that you store. */
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
  /**
   * Now, in Unix seconds.
   * Left out, it is filled in for you.
   */
  readonly now?: number | null | undefined;
  /**
   * When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask
   * Paylink for yours.
   */
  readonly deadline: number;
  /** `payment` unless you say otherwise. */
  readonly kind?: DeliveryKind | null | undefined;
}

/** What came of sending a call: an answer, or none. */
export interface Answer {
  /** The HTTP status; leave it out if no answer came. */
  readonly status?: number | null | undefined;
  /** The body as it came. */
  readonly body?: string | Uint8Array | ArrayBuffer | null | undefined;
  /** The `Retry-After` header: seconds or an HTTP date. */
  readonly retryAfter?: string | Uint8Array | ArrayBuffer | null | undefined;
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
   * Masked where the record is printed or logged.
   */
  readonly token: string;
  /**
   * The payment page: send the customer's browser there.
   * Masked where the record is printed or logged.
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
   * Masked where the record is printed or logged.
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
   * Masked where the record is printed or logged.
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

/** What a payment page is for. It names no order, so it proves nothing: use `getPayment` for that. */
export interface PaymentInfo extends Message {
  /** The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
  readonly amount: string;
  /** The currency. */
  readonly currency: string;
  /** The description. */
  readonly description?: string;
  /** The status. */
  readonly paymentStatus: Known<PaymentStatus>;
}

/** A page of the history. `settle` says what its rows prove about one order. */
export interface History extends Message, Settles {
  /** The rows, in the gateway's order. */
  readonly payments: readonly HistoryPayment[];
}

/** A row of the history. All of it may be missing: a row that lacks what a proof needs never makes one. */
export interface HistoryPayment extends Message {
  /** The gateway's internal number. */
  readonly id?: Json;
  /** The gateway's id of this payment. */
  readonly paymentId?: string;
  /**
   * The token of the payment page.
   * Masked where the record is printed or logged.
   */
  readonly token?: string;
  /** Your order number. */
  readonly orderId?: string;
  /** The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
  readonly amount?: string;
  /** The currency. */
  readonly currency?: string;
  /** The description. */
  readonly description?: string;
  /** The status. */
  readonly paymentStatus?: Known<PaymentStatus>;
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
   * Masked where the record is printed or logged.
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

/** The history as a file. It proves nothing: reconcile from `history`. */
export interface HistoryCsv extends Message {
  /** The headers, as they stand in the file. */
  readonly columns: readonly string[];
  /** The rows, in the file's order. */
  readonly rows: readonly HistoryRow[];
}

/** A row of the file: texts as they stand there. Columns that are no field are kept under their headers. */
export interface HistoryRow extends Message {
  /** The line of the file the row begins on; the header is line 1. */
  readonly line: number;
  /** The gateway's internal number. */
  readonly id?: string;
  /** The gateway's id of the payment. */
  readonly paymentId?: string;
  /**
   * The token of the payment page.
   * Masked where the record is printed or logged.
   */
  readonly token?: string;
  /** Your order number. */
  readonly orderId?: string;
  /** The figure, as the gateway prints it. */
  readonly amount?: string;
  /** The currency. */
  readonly currency?: string;
  /** The description. */
  readonly description?: string;
  /** The status, in the gateway's own word. */
  readonly paymentStatus?: string;
  /** What kind of transaction it is, in the gateway's own word. */
  readonly transactionType?: string;
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
  readonly merchantId?: string;
  /** The terminal. */
  readonly terminalId?: string;
  /** The country. */
  readonly country?: string;
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
}

/** What the gateway answered to a card. Its form is not published, so it proves nothing: get the payment. */
export interface ProcessedCard extends Message {
  /** The HTTP status. */
  readonly status: number;
  /** The `Content-Type`, if it is known. */
  readonly contentType?: string;
  /**
   * The body as it came: text or JSON, perhaps a page for the customer's browser.
   * Masked where the record is printed or logged.
   */
  readonly body: string;
}

/** The new attempt, which waits for the customer. Both its ids are new. */
export interface RetriedPayment extends Message {
  /** The new attempt's id. Store it beside the old one and watch both. */
  readonly paymentId: string;
  /** The status, `retried`. */
  readonly paymentStatus: Known<PaymentStatus>;
  /**
   * The token of the new payment page. Who has it can open the page.
   * Masked where the record is printed or logged.
   */
  readonly token: string;
  /**
   * The new payment page: send the customer's browser there.
   * Masked where the record is printed or logged.
   */
  readonly payUrl?: string;
}

/** What the gateway answered when a reversal was asked for. Its form is not published, so it proves nothing. */
export interface AskedReversal extends Message {
  /** The HTTP status. */
  readonly status: number;
  /** The `Content-Type`, if it is known. */
  readonly contentType?: string;
  /**
   * The body as it came.
   * Masked where the record is printed or logged.
   */
  readonly body: string;
}

/** A payment after it was revoked. Get it again before you call the order cancelled. */
export interface RevokedPayment extends Message {
  /** The payment's id, the one that was asked for. */
  readonly paymentId: string;
  /** Your order number. */
  readonly orderId: string;
  /** The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
  readonly amount: string;
  /** The currency. */
  readonly currency: string;
  /** The status: `revoked` if it was. */
  readonly paymentStatus: Known<PaymentStatus>;
  /**
   * What you gave as `customData`.
   * Masked where the record is printed or logged.
   */
  readonly customData?: Json;
}

/** What prepare answered. The gateway does not describe it, so it is given as it came. */
export interface Prepared extends Message {
  /** The HTTP status. */
  readonly status: number;
  /** The `Content-Type`, if you passed it on. */
  readonly contentType?: string;
  /**
   * The body as it came: an address, a page, or something else.
   * Masked where the record is printed or logged.
   */
  readonly body: string;
  /**
   * Where to send the customer's browser: there only if the body is a JSON object in which exactly one
   * text is an absolute URL.
   * Masked where the record is printed or logged.
   */
  readonly redirectUrl?: string;
}

/**
 * The fields of a callback or reply, as they came. Unless it is verified, anyone can have sent a callback.
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
   * Masked where the record is printed or logged.
   */
  readonly card?: string;
  /**
   * Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted, which is
   * less than approved.
   */
  readonly bareResult?: string;
}

/** A callback whose MAC verified: it shows only the fields the MAC covers. */
export interface SignedCallback extends Callback, Settles {
  /** Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it reports. */
  readonly replayKey: string;
}

/** Paylink accepted the acknowledgment. The order is not yet "PAID" by that. */
export interface Acknowledged extends Message {
  /** `success`, in any letter case. */
  readonly status: string;
}

/** A token. Keep it beside your credentials and use it until `refreshAt`. */
export interface Session extends Message {
  /**
   * What goes into `bearerToken` of every call about invoices.
   * Masked where the record is printed or logged.
   */
  readonly bearerToken: string;
  /** When the token is dead, in Unix seconds. */
  readonly expiresAt?: number;
  /** When to ask for the next one, in Unix seconds: five minutes earlier. */
  readonly refreshAt?: number;
}

/** An invoice as Paylink has it. Only `settle` on a reply to `getInvoice` says whether it pays your order. */
export interface Invoice extends Message {
  /** What was asked for: it says whose order the invoice is for. */
  readonly gatewayOrderRequest?: GatewayOrderRequest;
  /** The amount of the invoice. */
  readonly amount: string;
  /** The invoice's id. Store it beside your order: it is what you look up later. */
  readonly transactionNo: string;
  /** The status. `paid` alone does not mean that your order is paid. */
  readonly orderStatus: Known<OrderStatus>;
  /** What went wrong with an attempt: a list, text or nothing. A pending invoice with errors is still open. */
  readonly paymentErrors?: Json;
  /** The payment page: send the customer's browser there, and never build this address yourself. */
  readonly url?: string;
  /** The payment page as a QR code. */
  readonly qrUrl?: string;
  /** The payment page for a frame in an app. */
  readonly mobileUrl?: string;
  /** Where Paylink tells the status. */
  readonly checkUrl?: string;
  /** Whether the call worked. It does not say that anything was paid. */
  readonly success: boolean;
  /** What was delivered, if the products are digital. */
  readonly digitalOrder?: Json;
  /** The rate by which Paylink converted the amount, if it did. */
  readonly foreignCurrencyRate?: Json;
  /** The receipt, once it is paid. */
  readonly paymentReceipt?: PaymentReceipt;
}

/** What was asked for when the invoice was made, as Paylink echoes it. */
export interface GatewayOrderRequest extends Message {
  /** Your order number. */
  readonly orderId?: string;
  /** The amount that was asked for. */
  readonly amount?: string;
  /** The currency. */
  readonly currency?: string;
  /** Where the browser returns to. */
  readonly callbackUrl?: string;
  /** Where the browser goes if the customer cancels. */
  readonly cancelUrl?: string;
  /** The customer's name. */
  readonly clientName?: string;
  /** The customer's mobile number. */
  readonly clientMobile?: string;
  /** The customer's e-mail address. */
  readonly clientEmail?: string;
  /** The note. */
  readonly note?: string;
  /** The products, as Paylink prints them. */
  readonly products?: Json;
}

/** What the customer got for paying. */
export interface PaymentReceipt extends Message {
  /** Where the receipt is. */
  readonly receiptUrl?: string;
  /**
   * What opens it.
   * Masked where the record is printed or logged.
   */
  readonly passcode?: string;
  /** How it was paid. */
  readonly paymentMethod?: string;
  /** When it was paid. */
  readonly paymentDate?: string;
  /**
   * The card, masked by Paylink.
   * Masked where the record is printed or logged.
   */
  readonly bankCardNumber?: string;
}

/** The invoice was canceled. The customer may have paid before: get the invoice again. */
export interface CanceledInvoice extends Message {
  /** Always true: anything else is an error. */
  readonly success: boolean;
}

/** The invoices that a look-up found, perhaps none. */
export interface FoundInvoices extends Message {
  /** Each of them; what stood beside the list is in `extra`. */
  readonly invoices: readonly FoundInvoice[];
}

/** An invoice as a look-up shows it. It never proves anything: fetch it with `getInvoice`, and settle that. */
export interface FoundInvoice extends Message {
  /** The invoice's id, for `getInvoice`. */
  readonly transactionNo?: string;
  /** Your order number. */
  readonly orderId?: string;
  /** The status it claims. */
  readonly orderStatus?: Known<OrderStatus>;
  /** The amount it claims. */
  readonly amount?: string;
  /** The currency it claims. */
  readonly currency?: string;
  /** What was asked for. */
  readonly gatewayOrderRequest?: GatewayOrderRequest;
  /** What went wrong with an attempt: a list, text or nothing. */
  readonly paymentErrors?: Json;
  /** The payment page. */
  readonly url?: string;
  /** The payment page as a QR code. */
  readonly qrUrl?: string;
  /** The payment page for a frame in an app. */
  readonly mobileUrl?: string;
  /** Where Paylink tells the status. */
  readonly checkUrl?: string;
  /** Whether the call worked. It does not say that anything was paid. */
  readonly success?: Json;
  /** What was delivered, if the products are digital. */
  readonly digitalOrder?: Json;
  /** The rate by which Paylink converted the amount, if it did. */
  readonly foreignCurrencyRate?: Json;
  /** The receipt, once it is paid. */
  readonly paymentReceipt?: PaymentReceipt;
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
   * Masked where the record is printed or logged.
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

/** What the customer's browser came back with. Anyone can type it: look the invoice up, prove nothing. */
export interface InvoiceCallback extends Message {
  /** The invoice's id. */
  readonly transactionNo?: string;
  /** Your order number. */
  readonly orderId?: string;
}

/**
 * A payment webhook: tells which invoice to look up. It proves nothing, whatever header it came with.
 *
 * Look up the invoice you stored for this order. Answer 200 only once the outcome, or a job to look it up, is
 * stored; anything else makes Paylink ask again, up to ten times.
 */
export interface PaymentWebhook extends Message {
  /** The amount it claims. */
  readonly amount?: string;
  /** Your e-mail address at Paylink. */
  readonly merchantEmail?: string;
  /** The invoice's id. */
  readonly transactionNo: string;
  /** Your order number. */
  readonly orderId?: string;
  /** The status it claims. */
  readonly orderStatus?: Known<OrderStatus>;
  /** How it claims the customer paid (version 2). */
  readonly paymentType?: string;
  /** `v2`, or absent. */
  readonly apiVersion?: string;
}

/**
 * A refund webhook: tells which refund to look at. It proves nothing, whatever header it came with.
 *
 * Paylink expects HTTP 200 with `{"status":"success"}`; anything else makes it ask again, up to ten times. Then
 * acknowledge it: `decide` with `kind` `refund`.
 */
export interface RefundWebhook extends Message {
  /** The invoice's id. */
  readonly transactionNo: string;
  /** What it claims became of the refund. */
  readonly refundStatus?: Known<RefundStatus>;
  /** The amount it claims. */
  readonly refundAmount?: string;
  /** The currency it claims. */
  readonly currency?: string;
  /** Your order number. */
  readonly orderId?: string;
  /** The version of the message, if it says so. */
  readonly apiVersion?: string;
}

/** Where a payment page is. */
export interface PayPage {
  /**
   * The page: send the customer's browser there. Who has it can open it.
   * Masked where the record is printed or logged.
   */
  readonly url: string;
}

/** The fields of a webhook that its MAC covers, and no others. It still only tells which order to look up. */
export interface VerifiedWebhook {
  /** Your order number. */
  readonly orderId?: string;
  /** The gateway's payment id. */
  readonly paymentId?: string;
  /**
   * The token of the payment page.
   * Masked where the record is printed or logged.
   */
  readonly token?: string;
  /** What the gateway says happened. */
  readonly paymentStatus?: Known<PaymentStatus>;
  /** The figure it says. */
  readonly amount?: string;
  /** The currency it says. */
  readonly currency?: string;
  /** The terminal. */
  readonly terminalId?: Json;
  /** The transaction type, as a word or a digit. */
  readonly trtype?: Json;
  /** The response code. */
  readonly rc?: Json;
  /** The approval code. */
  readonly approval?: Json;
  /** The retrieval reference number. */
  readonly rrn?: Json;
  /** The nonce. */
  readonly nonce?: string;
  /** The time stamp. */
  readonly timestamp?: Json;
}

/** A message for your own tests, as the gateway would send it. */
export interface TestMessage {
  /**
   * What is posted.
   * Masked where the record is printed or logged.
   */
  readonly body: string;
  /** Its `Content-Type`. */
  readonly contentType: string;
}

/** An address for your own tests, as a browser would come back with it. */
export interface TestUrl {
  /** The whole URL. */
  readonly url: string;
}

/** What a response code means. It explains, and proves nothing: only `settle` does. */
export interface CodeMeaning {
  /** RC, as it was asked for. */
  readonly rc: string;
  /** The meaning in English. */
  readonly meaning: string;
  /** The meaning in Arabic. */
  readonly meaningAr: string;
  /**
   * `approved`; `declined`: the issuer or the customer said no; `merchant_error`: the request was wrong, and
   * nothing happened; `unknown`: look it up before doing anything.
   */
  readonly resultClass: Known<ResultClass>;
  /**
   * `look_up_first` where it may have happened. Else `never`: what was sent is spent. Another attempt is a
   * new ORDER, after a `merchant_error` with the mistake put right.
   */
  readonly retry: Known<RetryVerdict>;
}

/** An order number the e-Commerce Gateway takes. */
export interface NumberedOrder {
  /** ORDER: 6 to 32 digits. Its last six are the trace number, which repeats after a million orders. */
  readonly orderId: string;
}

/** The page, and what it posts. */
export interface CardPage {
  /** Where the form is posted. */
  readonly url: string;
  /** The signed fields, for a page of your own. The browser must post them as they are. */
  readonly fields: Json;
  /**
   * A whole page that posts them by itself; it has a button for browsers without scripts.
   * Masked where the record is printed or logged.
   */
  readonly html: string;
}

/** What the doctor found. It explains a message and proves nothing: nobody is to be served by it. */
export interface Diagnosis {
  /** Whether something fits. */
  readonly fits?: boolean;
  /** What the message looks like: a reply has ACTION or RC. */
  readonly messageKind: Known<MessageKind>;
  /** What fits, the likeliest first. If nothing does: the orders that can't be checked, and why. */
  readonly findings: readonly Finding[];
  /** What to do, in short. */
  readonly advice: string;
  /** What was tried, in words. */
  readonly tried: readonly string[];
  /** How many MACs were made. */
  readonly macs: number;
  /** Whether the search was stopped before all of the last thing in `tried` was tried. */
  readonly stopped?: boolean;
}

/** An order that fits, or one that can't be checked. */
export interface Finding {
  /** Whether the MAC fits. If not, the order can't be checked, because of `missing`. */
  readonly fits?: boolean;
  /**
   * The preset's name; `yours` for the profile you gave; another bank's of the same engine (`azericard`, `psb`,
   * `borica`: no presets, take `suggestedProfile`); `none` if nobody published this order.
   */
  readonly profile: string;
  /** The order's name in it, such as `reply 21`; of an order nobody published, the name it is to have. */
  readonly orderName: string;
  /** Other presets with this order. */
  readonly alsoProfiles?: readonly string[];
  /** The fields the MAC covers, in order. */
  readonly order: readonly string[];
  /** The hash under the HMAC. */
  readonly algorithm: Known<Algorithm>;
  /** What lengths count; left out if all that is signed is ASCII, since then both are the same. */
  readonly lengthUnit?: Known<LengthUnit>;
  /** What stands for a field that is not there; left out if none is. */
  readonly absent?: string;
  /**
   * Which key, in these very words: "mac_key", "mac_key_components" (all XORed) or one of them, such as
   * "mac_key_components.0".
   */
  readonly keyUsed?: string;
  /** How its text became bytes. */
  readonly keyForm?: Known<KeyForm>;
  /** P_SIGN's letter case. Qantara accepts either. */
  readonly letterCase?: Known<MacCase>;
  /** Signed fields that the message doesn't carry. */
  readonly missing?: readonly string[];
  /**
   * The mistakes that make it fit: none if the MAC is made as it should be.
   *
   * `other_profile`, `other_message`, `algorithm`, `key_as_text`, `key_not_plain`, `key_odd_digits`,
   * `key_component`, `key_is_component`, `key_components_joined`, `length_in_characters`, `length_in_bytes`,
   * `empty_left_out`, `empty_as_zero`, `empty_as_value`, `empty_as_dash`, `zero_as_absent`, `dash_as_absent`,
   * `trailing_text`, `amount_form`, `values_trimmed`, `values_decoded_twice`, `values_encoded`,
   * `values_escaped`, `plus_as_space`, `nonce_case`, `other_timestamp`, `last_of_two`, `signed_not_sent`,
   * `setting_instead`, `value_guessed`, `fields_left_out`, `field_added`, `field_replaced`, `fields_moved`,
   * `message_order`, `sorted_order`, `mac_case`, `mac_base64`.
   */
  readonly mistakes?: readonly string[];
  /**
   * The text the MAC covers.
   * Masked where the record is printed or logged.
   */
  readonly source?: string;
  /**
   * A profile to configure, with which messages like this one are signed and verified; left out if yours does
   * so already, or none can.
   */
  readonly suggestedProfile?: Json;
  /** What to do. */
  readonly advice: string;
}

/** Any reply. */
export type Reply =
  | CreatedPayment
  | Payment
  | PaymentInfo
  | History
  | HistoryCsv
  | ProcessedCard
  | RetriedPayment
  | AskedReversal
  | RevokedPayment
  | Prepared
  | (Callback & Settles)
  | Callback
  | Acknowledged
  | Session
  | Invoice
  | (Invoice & Settles)
  | CanceledInvoice
  | FoundInvoices;

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
  /**
   * Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW:
   * ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial
   * reversals, has one key: book the second by hand.
   */
  readonly replayKey: string;
  readonly [proof]: "paid";
}

/** Proof that the amount is authorized and held, not taken. */
export interface Held extends OutcomeFields {
  readonly kind: "held";
  /**
   * Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW:
   * ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial
   * reversals, has one key: book the second by hand.
   */
  readonly replayKey: string;
  readonly [proof]: "held";
}

/** Proof that the payment was reversed. */
export interface Reversed extends OutcomeFields {
  readonly kind: "reversed";
  /**
   * Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW:
   * ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial
   * reversals, has one key: book the second by hand.
   */
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
   * Fetches what a payment page shows: amount, description, status.
   *
   * The reply names no order and no payment id, so it settles nothing. Its errors quote nothing that the gateway said, since that may repeat the token.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  getPaymentByToken(input: GetPaymentByToken): Call<PaymentInfo>;

  /**
   * Fetches the list of payments, all of them or an order's.
   *
   * `settle` looks at the rows of your order: a Reversal that succeeded proves the order reversed, which no status does. It doesn't say of which payment, so several beside one are an error for a person. A completion may take another sum than was authorized. `failed` and `reversed` take a whole list: one asked for by the order alone, and shorter than its limit and any total it names; of a part they are `open`. Rows without an order or amount are kept and prove nothing.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  history(input?: HistoryQuery): Call<History>;

  /**
   * Fetches the list of payments as a CSV file of at most 1 MiB.
   *
   * Its columns are not published: they are found by their headers, or by the ones you give in `columns`. A file for people and spreadsheets: reconcile from `history`, which says what its rows prove.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  historyCsv(input?: HistoryCsvQuery): Call<HistoryCsv>;

  /**
   * Pays with a card whose number you handle yourself, for merchants with a PCI-DSS certificate.
   *
   * What the reply looks like is not published, so it is kept as it came. Whatever it says, get the payment next. Never send this twice without looking. Its errors quote nothing that the gateway said, since that may repeat the card.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  processCard(input: ProcessCard): Call<ProcessedCard>;

  /**
   * Opens another attempt at a payment that is expired, declined, failed or unknown.
   *
   * The attempt has a new payment id and a new page; a reply with the old id is an error. Watch every id of an order: an `unknown` attempt may still succeed under its old one, and an old id that is not found any more is no failure.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  retryPayment(input: RetryPayment): Call<RetriedPayment>;

  /**
   * Asks for a payment to be reversed.
   *
   * No status reports a reversal: the payment may go on reading `succeeded`. Before you send this, store `reversalRequested` in your order; nothing counts as paid from then on. A Reversal in the `history` proves it, else ask the gateway. The path is not on the gateway's page. Its errors quote nothing that the gateway said, since that may repeat the token.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  reversePayment(input: ReversePayment): Call<AskedReversal>;

  /**
   * Withdraws a payment that is prepared or retried.
   *
   * Cancelling is this and then `getPayment`, since the customer may have paid in between: `revoked` is cancelled, `succeeded` is paid, and anything else is not cancelled yet.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  revokePayment(input: RevokePayment): Call<RevokedPayment>;

  /**
   * The address of a token's payment page, for a token you stored. `createPayment` and `retryPayment` return it as `payUrl`.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  payPage(input: PayPageOf): PayPage;

  /**
   * Verifies a webhook's `pSign` with the scheme in `webhookProfile` and the key in `webhookMacKey`, and returns the fields it covers.
   *
   * Al Qaseh has not published a scheme: without one that you were given, use `parseWebhook`. Verified or not, a webhook settles nothing: look the payment up. One that does not verify is unverified, not declined.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @throws {SignatureError} if what stands for genuineness is missing or wrong
   * @throws {ReplyError} if the message can't be read
   * @see https://docs.alqaseh.com/payment-api
   */
  verifyWebhook(input: WebhookMessage): VerifiedWebhook;

  /**
   * A webhook as the gateway posts it, to try your shop's route with. In the test environment only.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  testWebhook(input: TestWebhook): TestMessage;

  /**
   * The URL a browser comes back to, to try your shop's page with. In the test environment only.
   *
   * The gateway appends its parameters with a `?`, even where your URL has a query of its own, and so does this.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/payment-api
   */
  testRedirect(input: TestRedirect): TestUrl;

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
   * Takes the money that an authorization holds, or less of it. One completion at a time: never send a second while the first is open.
   *
   * The TRTYPE is the gateway's `completionTrtype`; in the test environment it is `1` unless you say otherwise, as the gateway's page has it. `settle` takes your order with the amount that was to be taken. Where your profile has an order for replies, the reply proves nothing by itself (`mac.unchecked`): give its body to `verifyCallback` and settle what that returns.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  completion(input: Completion, options?: StampOption): Call<Callback & Settles>;

  /**
   * Gives an authorization or a payment back. Say so in your order (`reversalRequested`) before you send it: from then on nothing proves the payment any more.
   *
   * The TRTYPE is the gateway's `reversalTrtype`. It is not on the gateway's page (`24` or `22` at other banks), so there is no default: ask your bank. Where your profile has an order for replies, the reply proves nothing by itself (`mac.unchecked`): give its body to `verifyCallback` and settle what that returns.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  reversal(input: Reversal, options?: StampOption): Call<Callback & Settles>;

  /**
   * Asks what became of a transaction, where the profile has an order for TRTYPE 90 (`bcc`, or your own).
   *
   * Whether its ACTION and RC are the transaction's or the inquiry's own differs between banks, so its reply proves nothing: read it, and ask your bank what it means.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  statusInquiry(input: StatusInquiry, options?: StampOption): Call<Callback>;

  /**
   * Says what a response code means, in English and Arabic, and whether the request may be repeated.
   *
   * A code that is not listed says so and is `unknown`: look the payment up.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  static explainCode(input: CodeQuestion): CodeMeaning;

  /**
   * Makes an ORDER of at least six digits from your own sequence number.
   *
   * The gateway wants its last six digits unique for your terminal and day: they are, up to a million orders a day.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  static orderNumber(input: OrderNumber): NumberedOrder;

  /**
   * Makes the page whose browser posts a signed payment to `cgi_link` and shows the gateway's card page.
   *
   * Every value is escaped. Other banks on this engine take cards this way; it is unconfirmed for Al Qaseh, whose page describes `prepare`. The signature goes stale an hour after its stamp.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  cardForm(input: CardForm, options?: StampOption): CardPage;

  /**
   * Makes a signed callback for your own tests, as the gateway would send it: signed with this gateway's key and its profile's order for replies.
   *
   * It works in the test environment only.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  testCallback(input: TestCallback): TestMessage;

  /**
   * Finds out how a captured message was signed: which order, which key, which mistake.
   *
   * For the time you connect your shop: take one message with its P_SIGN, and the key. It tries every published order and every known mistake, then orders that nobody published, and says what fits and what to do. It makes at most some 200,000 MACs; that takes about a second. It proves nothing, and verifying never uses it.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @throws {SignatureError} if what stands for genuineness is missing or wrong
   * @throws {ReplyError} if the message can't be read
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  static diagnose(input: Diagnose): Diagnosis;

  /**
   * Reads a callback and verifies its MAC with your key and the profile's reply order.
   *
   * @throws {SignatureError} if it does not verify: then it is unverified, not declined
   * @throws {ReplyError} if it can't be read
   */
  verifyCallback(message: string | Uint8Array | ArrayBuffer): SignedCallback;

  /**
   * Reads a callback without verifying it, in whichever form it came: JSON, XML, urlencoded, or hidden inputs of an HTML page. What comes out is a hint.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://docs.alqaseh.com/1.0-legacy/auth
   */
  static parseCallback(message: string | Uint8Array | ArrayBuffer): Callback;
}

/**
 * Paylink: invoices, and Post Payment Acknowledgment.
 *
 * Making one is cheap and leaves nothing behind: one per request is fine.
 */
export declare class Paylink {
  /** @throws {ValidationError} with every fault of the configuration at once */
  constructor(configuration: PaylinkConfiguration & BrowserOption);

  /**
   * Asks for the token that every call about invoices needs.
   *
   * One token serves many calls: keep it until `refreshAt`. A call that fails with `gateway.token_refused` is made anew with a fresh token, once.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/authentication
   */
  authenticate(input?: Authenticate): Call<Session>;

  /**
   * Makes an invoice and its payment page: send the customer's browser to the `url` of the reply.
   *
   * Not idempotent: after a lost reply look the order up before you make another.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/add-invoice
   */
  addInvoice(input: AddInvoice): Call<Invoice>;

  /**
   * Fetches an invoice. `settle` matches its reply against your order and says what happened.
   *
   * An invoice that was just made may not be there yet (`gateway.not_found`): ask again.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  getInvoice(input: GetInvoice): Call<Invoice & Settles>;

  /**
   * Cancels an invoice. Get it again afterwards: the customer may have paid before.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/cancel-invoice
   */
  cancelInvoice(input: CancelInvoice): Call<CanceledInvoice>;

  /**
   * Finds the invoices of an order, such as one whose reply was lost.
   *
   * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  getTransactionsOfOrder(input: GetTransactionsOfOrder): Call<FoundInvoices>;

  /**
   * Fetches what Paylink knows of an order.
   *
   * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  getOrder(input: GetOrder): Call<FoundInvoices>;

  /**
   * Fetches the orders that Paylink settled with you under one number.
   *
   * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  getOrdersBySettlement(input: GetOrdersBySettlement): Call<FoundInvoices>;

  /**
   * Fetches an invoice with the merchant's `apiKey`, without a token.
   *
   * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/post-payment-acknowledgment
   */
  getMerchantInvoice(input: GetMerchantInvoice): Call<FoundInvoices>;

  /**
   * Reads a payment webhook after comparing the header it came with, in constant time.
   *
   * There is no signature: whoever knows the header can write any body, so what comes out is still a hint.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @throws {SignatureError} if what stands for genuineness is missing or wrong
   * @throws {ReplyError} if the message can't be read
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  verifyWebhook(input: VerifyPaymentWebhook): PaymentWebhook;

  /**
   * Reads a refund webhook after comparing the header it came with, in constant time.
   *
   * There is no signature: whoever knows the header can write any body, so what comes out is still a hint.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @throws {SignatureError} if what stands for genuineness is missing or wrong
   * @throws {ReplyError} if the message can't be read
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  verifyRefundWebhook(input: VerifyRefundWebhook): RefundWebhook;

  /**
   * Makes a payment webhook as Paylink would post it, for your own tests. Test environment only.
   *
   * Post it with the header that your gateway is configured with.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  testWebhook(input: TestPaymentWebhook): TestMessage;

  /**
   * Makes a refund webhook as Paylink would post it, for your own tests. Test environment only.
   *
   * Post it with the header that your gateway is configured with.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  testRefundWebhook(input: TestRefundWebhook): TestMessage;

  /**
   * Makes the address a browser would come back to, for your own tests. Test environment only.
   *
   * @throws {ValidationError} with every fault of the input at once
   * @see https://developer.paylink.sa/docs/add-invoice
   */
  testCallback(input: TestInvoiceCallback): TestUrl;

  /**
   * Makes the record of a decision. If you have decided this transaction before, give that record: it is
   * returned as it is. `now` is filled in for you.
   *
   * @throws {MismatchError} `ack.flip` if the earlier record says the opposite
   */
  decide(decision: Decision, earlier?: Delivery | null): Delivery;

  /** Starts a delivery, or goes on after a restart, from the stored record. */
  acknowledgment(saved: Delivery): Acknowledgment;

  /**
   * Reads the URL (or its query) the customer's browser came back to.
   *
   * What comes out is a hint: look up the invoice you stored for this order, never mark it paid by this.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://developer.paylink.sa/docs/add-invoice
   */
  static parseCallback(message: string | Uint8Array | ArrayBuffer): InvoiceCallback;

  /**
   * Reads a payment webhook's body. What comes out is a hint: look the invoice up, whatever it says.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  static parseWebhook(message: string | Uint8Array | ArrayBuffer): PaymentWebhook;

  /**
   * Reads a refund webhook's body. What comes out is a hint: never book a refund by it alone.
   *
   * @throws {ReplyError} if it can't be read
   * @see https://developer.paylink.sa/docs/get-invoice
   */
  static parseRefundWebhook(message: string | Uint8Array | ArrayBuffer): RefundWebhook;
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
  | "environment.test_only"
  | "credential.missing"
  | "clock.implausible"
  | "nonce.invalid"
  | "key.not_hex"
  | "key.too_short"
  | "key.zero"
  | "key.reused"
  | "key.components"
  | "profile.unknown"
  | "profile.invalid"
  | "profile.no_order"
  | "mac.ambiguous_value"
  | "mac.non_ascii"
  | "record.invalid"
  | "operation.unknown"
  | "payment.status_forbids"
  | "payment.risk_not_accepted"
  | "proof.invalid"
  | "amount.above_authorized"
  | "mac.mismatch"
  | "mac.missing"
  | "mac.length"
  | "mac.not_hex"
  | "mac.no_reply_order"
  | "mac.unverifiable"
  | "header.not_configured"
  | "header.missing"
  | "header.mismatch"
  | "mac.unchecked"
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
  | "reply.not_csv"
  | "reply.not_success"
  | "internal"
  | "order.mismatch"
  | "amount.mismatch"
  | "currency.mismatch"
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
  | "order.foreign_currency"
  | "order.ambiguous"
  | "gateway.refused"
  | "gateway.unauthorized"
  | "gateway.not_found"
  | "gateway.unavailable"
  | "gateway.token_refused";

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
