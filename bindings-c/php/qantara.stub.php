<?php

/** Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit. */

namespace Qantara;

/** Al Qaseh Payment API 2.0. It holds your credentials and prints none of them; making one per request is fine. */
final class AlQaseh
{
    /**
     * Every fault at once.
     *
     * @param 'test'|'production'|null|array{environment: 'test'|'production', clientId: string, clientSecret: string, baseUrl?: string, payPageUrl?: string, allowHttp?: bool, orderIdMax?: int, orderIdExtra?: string, appScheme?: string} $environment Required. `test` or `production`. Or all fields as one array.
     * @param string|null $clientId Required. The client id Al Qaseh gave you.
     * @param string|null $clientSecret Required. The client secret that goes with it.
     * @param string|null $baseUrl Where the API is, with its `/v1`; by default the environment's own host.
     * @param string|null $payPageUrl Where the hosted pay page is, without the token; by default the environment's own host.
     * @param bool|null $allowHttp Test environment only: allow plain http to another machine, such as a sandbox in a container.
     * @param int|null $orderIdMax The longest order id to allow, 1 to 250. The gateway's schema says 250, but its column holds 32, which is the default.
     * @param string|null $orderIdExtra Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
     * @param string|null $appScheme A URL scheme of your app to allow in `redirectUrl` beside http and https, such as `myshop`.
     */
    public function __construct(
        #[\SensitiveParameter] string|array|null $environment = null,
        #[\SensitiveParameter] ?string $clientId = null,
        #[\SensitiveParameter] ?string $clientSecret = null,
        #[\SensitiveParameter] ?string $baseUrl = null,
        #[\SensitiveParameter] ?string $payPageUrl = null,
        #[\SensitiveParameter] ?bool $allowHttp = null,
        #[\SensitiveParameter] ?int $orderIdMax = null,
        #[\SensitiveParameter] ?string $orderIdExtra = null,
        #[\SensitiveParameter] ?string $appScheme = null,
    ) {}

    /**
     * Creates a payment and its hosted page. Nothing is charged until the customer pays there.
     *
     * Not idempotent: after a lost reply look the order up before you create another.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{orderId: string, amount: string|int, currency: string, description: string, redirectUrl: string, transactionType?: 'retail'|'authorization'|'reversal'|'complete_sales', webhookUrl?: string, country?: string, email?: string, customData?: array<string, mixed>, tokenExpiryInHour?: int, nonce?: string, pSign?: string, allowFraction?: bool} $orderId Required. Your order number: 1 to 32 characters of `A-Z a-z 0-9 . _ : / -` (both settable on the gateway). Or all fields as one array.
     * @param string|int|null $amount Required. What the customer pays, in major units, as exact decimal text such as "25000".
     * @param string|null $currency Required. Three upper-case letters; `IQD` in practice.
     * @param string|null $description Required. What the customer is paying for: 1 to 250 characters.
     * @param string|null $redirectUrl Required. Where the customer's browser returns to. No fragment: it would hide the parameters.
     * @param 'retail'|'authorization'|'reversal'|'complete_sales'|null $transactionType `retail` unless you say otherwise; `authorization` only holds the amount.
     * @param string|null $webhookUrl Where the gateway posts its webhook.
     * @param string|null $country The customer's country, two upper-case letters.
     * @param string|null $email The customer's e-mail address, at most 80 bytes.
     * @param array<string, mixed>|null $customData Data of your own that the gateway echoes back.
     * @param int|null $tokenExpiryInHour How many hours the payment page lives.
     * @param string|null $nonce A nonce of yours, 1 to 64 characters.
     * @param string|null $pSign A signature of yours, 1 to 256 characters. Its algorithm is not published, so it is sent only if you supply it (the gateway spells the key `p_sing`).
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars. This is not sent.
     * @return Call<CreatedPayment>
     */
    public function createPayment(
        string|array|null $orderId = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?string $description = null,
        ?string $redirectUrl = null,
        ?string $transactionType = null,
        ?string $webhookUrl = null,
        ?string $country = null,
        ?string $email = null,
        #[\SensitiveParameter] ?array $customData = null,
        ?int $tokenExpiryInHour = null,
        ?string $nonce = null,
        ?string $pSign = null,
        ?bool $allowFraction = null,
    ): Call {}

    /**
     * Fetches a payment. `settle` matches its reply against your order and says what happened.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{paymentId: string} $paymentId Required. The id that `createPayment` returned and you stored; never one from a webhook you don't know. Or all fields as one array.
     * @return Call<Payment>
     */
    public function getPayment(string|array|null $paymentId = null): Call {}

    /**
     * Reads a webhook's body. What comes out is a hint: look the payment up, whatever it says.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseWebhook(#[\SensitiveParameter] string $message): Webhook {}

    /**
     * Reads the URL (or its query) the customer's browser came back to.
     *
     * What comes out is a hint: show a page by it, never mark an order paid by it.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseRedirect(#[\SensitiveParameter] string $message): Redirect {}
}

/** Al Qaseh 1.0, the e-Commerce Gateway. It holds your credentials and prints none of them; making one per request is fine. */
final class Egw
{
    /**
     * Every fault at once.
     *
     * @param 'test'|'production'|null|array{environment: 'test'|'production', apiKey: string, macKey: string, profile: string|array<string, mixed>, merchant?: string, terminal?: string, merchName?: string, merchUrl?: string, country?: string, merchGmt?: string, prepareUrl?: string, encoding?: 'json'|'form', lengthUnit?: 'bytes'|'characters', completionTrtype?: string, reversalTrtype?: string, allowHttp?: bool} $environment Required. `test` or `production`. Or all fields as one array.
     * @param string|null $apiKey Required. What goes into the `X-API-Key` header.
     * @param string|null $macKey Required. The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key.
     * @param string|array<string, mixed>|null $profile Required. The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your own as a map. Al Qaseh has not published its own, so there is no default.
     * @param string|null $merchant MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists them (other banks on this engine do; unconfirmed for Al Qaseh).
     * @param string|null $terminal TERMINAL: the terminal id. A reply from another terminal is refused.
     * @param string|null $merchName MERCH_NAME: your shop's name.
     * @param string|null $merchUrl MERCH_URL: your shop's URL.
     * @param string|null $country COUNTRY: two letters.
     * @param string|null $merchGmt MERCH_GMT: your offset from GMT, such as `+3`.
     * @param string|null $prepareUrl The whole URL of prepare; by default the environment's own.
     * @param 'json'|'form'|null $encoding `json` unless you say otherwise.
     * @param 'bytes'|'characters'|null $lengthUnit What a length in the MAC counts. Until you say, signed values that are not ASCII are refused.
     * @param string|null $completionTrtype The TRTYPE your bank uses for a completion (`21` at other banks on this engine; Al Qaseh's page says `1`). A reply that bears it proves a payment.
     * @param string|null $reversalTrtype The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not on Al Qaseh's page, so there is no default). A reply that bears it proves a reversal.
     * @param bool|null $allowHttp Test environment only: allow plain http to another machine, such as a sandbox in a container.
     */
    public function __construct(
        #[\SensitiveParameter] string|array|null $environment = null,
        #[\SensitiveParameter] ?string $apiKey = null,
        #[\SensitiveParameter] ?string $macKey = null,
        #[\SensitiveParameter] string|array|null $profile = null,
        #[\SensitiveParameter] ?string $merchant = null,
        #[\SensitiveParameter] ?string $terminal = null,
        #[\SensitiveParameter] ?string $merchName = null,
        #[\SensitiveParameter] ?string $merchUrl = null,
        #[\SensitiveParameter] ?string $country = null,
        #[\SensitiveParameter] ?string $merchGmt = null,
        #[\SensitiveParameter] ?string $prepareUrl = null,
        #[\SensitiveParameter] ?string $encoding = null,
        #[\SensitiveParameter] ?string $lengthUnit = null,
        #[\SensitiveParameter] ?string $completionTrtype = null,
        #[\SensitiveParameter] ?string $reversalTrtype = null,
        #[\SensitiveParameter] ?bool $allowHttp = null,
    ) {}

    /**
     * Prepares a payment or an authorization and signs it with P_SIGN.
     *
     * The outcome comes as a signed callback to `backRef`. Never repeated automatically.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string|int|null|array{amount: string|int, currency: string, orderId: string, description: string, transactionType: 'authorization'|'retail', email?: string, backRef: string, foreignRetailerInd?: string, descriptionFallback?: string, allowFraction?: bool} $amount Required. What the customer pays, in major units: exact decimal text of at most 12 characters. Or all fields as one array.
     * @param string|null $currency Required. Three upper-case letters; `IQD` in practice.
     * @param string|null $orderId Required. ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
     * @param string|null $description Required. DESC: what the customer is paying for, 1 to 50 characters.
     * @param 'authorization'|'retail'|null $transactionType Required. `retail` takes the money, `authorization` only holds it.
     * @param string|null $email The customer's e-mail address, at most 80 bytes.
     * @param string|null $backRef Required. BACKREF: where the result goes, at most 250 bytes.
     * @param string|null $foreignRetailerInd FOREIGN_RETAILER_IND: one character, if your bank asks for it.
     * @param string|null $descriptionFallback What to send as description if the description is not ASCII and your bank's length unit is not confirmed, such as `Order 123456`. This is not sent beside the description.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars. This is not sent.
     * @param array{timestamp: string, nonce: string}|null $stamp A time stamp and nonce of your own making; left out, they are made for you.
     * @return Call<Prepared>
     */
    public function prepare(
        string|int|array|null $amount = null,
        ?string $currency = null,
        ?string $orderId = null,
        ?string $description = null,
        ?string $transactionType = null,
        ?string $email = null,
        ?string $backRef = null,
        ?string $foreignRetailerInd = null,
        ?string $descriptionFallback = null,
        ?bool $allowFraction = null,
        ?array $stamp = null,
    ): Call {}

    /**
     * Reads a callback (JSON or urlencoded) without verifying it. What comes out is a hint.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseCallback(#[\SensitiveParameter] string $message): Callback {}

    /**
     * Reads a callback and verifies its MAC. What comes out shows only what the MAC covers.
     *
     * @param string $message The body as it came.
     */
    public function verifyCallback(#[\SensitiveParameter] string $message): SignedCallback {}
}

/** Paylink. It holds your credentials and prints none of them; making one per request is fine. */
final class Paylink
{
    /**
     * Every fault at once.
     *
     * @param 'test'|'production'|null|array{environment: 'test'|'production', merchantId: string, apiKey: string, baseUrl?: string, allowHttp?: bool} $environment Required. `test` or `production`. Or all fields as one array.
     * @param string|null $merchantId Required. The merchant id you chose at registration.
     * @param string|null $apiKey Required. What goes into the `X-API-KEY` header.
     * @param string|null $baseUrl Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no test host for them, so the test environment needs it: the URL of your sandbox.
     * @param bool|null $allowHttp Test environment only: allow plain http to another machine, such as a sandbox in a container.
     */
    public function __construct(
        #[\SensitiveParameter] string|array|null $environment = null,
        #[\SensitiveParameter] ?string $merchantId = null,
        #[\SensitiveParameter] ?string $apiKey = null,
        #[\SensitiveParameter] ?string $baseUrl = null,
        #[\SensitiveParameter] ?bool $allowHttp = null,
    ) {}

    /**
     * Decides about a payment, once. Store the record in the transaction that settles your order, before the first bytes go out.
     *
     * @param string|null|array{linkReference: string, verdict: 'success'|'failure', now: int, deadline: int} $linkReference Required. The `linkReferenceNumber` of the payment link: text, leading zeros kept. It is not an invoice's TransactionNo: the two id spaces may differ. Or all fields as one array.
     * @param 'success'|'failure'|null $verdict Required. `success` if your shop settled the order, `failure` if it could not. Never derive a failure from an error or an exception: undecided is undecided.
     * @param int|null $now Required. Now, in Unix seconds.
     * @param int|null $deadline Required. When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask Paylink for yours.
     * @param array<string, mixed>|null $earlier The record you stored when you decided this before.
     * @return array<string, mixed>
     */
    public function decide(
        string|array|null $linkReference = null,
        ?string $verdict = null,
        ?int $now = null,
        ?int $deadline = null,
        ?array $earlier = null,
    ): array {}

    /**
     * Starts the delivery of a decision, or goes on after a restart.
     *
     * @param array<string, mixed> $saved The record you stored.
     */
    public function acknowledgment(array $saved): Acknowledgment {}
}

/** The low-level MAC: a key and the field order your bank gave you. */
final class Mac
{
    /**
     * Every fault at once.
     *
     * @param string|null|array{key: string, order: list<string>, algorithm?: 'HMAC-SHA1'|'HMAC-SHA256', lengthUnit?: 'bytes'|'characters', letterCase?: 'upper'|'lower', absent?: string, trailing?: string} $key Required. The key in hex, at least 16 bytes. Or all fields as one array.
     * @param list<string>|null $order Required. The fields the MAC covers, in order, such as `["AMOUNT", "CURRENCY", "ORDER"]`.
     * @param 'HMAC-SHA1'|'HMAC-SHA256'|null $algorithm `HMAC-SHA1` unless you say otherwise.
     * @param 'bytes'|'characters'|null $lengthUnit What a length counts. Until you say, values that are not ASCII are refused.
     * @param 'upper'|'lower'|null $letterCase The letter case of the hex: `upper` unless you say otherwise.
     * @param string|null $absent What stands for an absent field; `-` unless you say otherwise.
     * @param string|null $trailing Text that is appended to the source; none unless you say otherwise.
     */
    public function __construct(
        #[\SensitiveParameter] string|array|null $key = null,
        #[\SensitiveParameter] ?array $order = null,
        #[\SensitiveParameter] ?string $algorithm = null,
        #[\SensitiveParameter] ?string $lengthUnit = null,
        #[\SensitiveParameter] ?string $letterCase = null,
        #[\SensitiveParameter] ?string $absent = null,
        #[\SensitiveParameter] ?string $trailing = null,
    ) {}

    /**
     * The text the MAC covers.
     *
     * @param array<string, string|null> $fields Values by the gateway's names.
     */
    public function source(array $fields): string {}

    /**
     * The MAC in hex.
     *
     * @param array<string, string|null> $fields Values by the gateway's names.
     */
    public function sign(array $fields): string {}

    /**
     * Verifies in constant time; throws a SignatureError if it does not.
     *
     * @param array<string, string|null> $fields Values by the gateway's names.
     * @param string $mac The MAC in hex, of either letter case.
     */
    public function verify(array $fields, string $mac): void {}
}

/**
 * A request that is ready to be sent, with any HTTP client, without following redirects.
 *
 * @template T of object
 */
final class Call
{
    /** @var string The operation's name. */
    public readonly string $operation;
    /** @var string `GET` or `POST`. */
    public readonly string $method;
    /** @var string The absolute URL. */
    public readonly string $url;
    /** @var string The body; empty if there is none. */
    public readonly string $body;
    /** @var 'safe'|'look_up_first' The verdict if no answer came back. */
    public readonly string $retry;
    /** @var string|null What to look up with before repeating. */
    public readonly ?string $lookUp;
    /** @var int|null When signed bytes go stale, in Unix seconds. */
    public readonly ?int $expires;
    /** @var string|null The very text the MAC covers, for comparing notes with your bank. */
    public readonly ?string $macSource;
    /** @var string|null The MAC, as sent. */
    public readonly ?string $mac;
    /** @var list<array{code: string, number: int, field: ?string, limit: ?string, message: string}> What is allowed but worth knowing. */
    public readonly array $warnings;
    /** @var array<string, string> The headers by name, credentials included. */
    public readonly array $headers;
    /** @var list<string> The headers as lines, for CURLOPT_HTTPHEADER. */
    public readonly array $headerLines;
    /** @var array<string, mixed> What the reply must be for: plain data without secrets, to be stored or queued. */
    public readonly array $expect;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * Reads the reply. An error says whether repeating is safe.
     *
     * @param int $status The HTTP status.
     * @param string $body The body as it came.
     * @param string $contentType The Content-Type header, if you have it.
     * @return T
     */
    public function parse(int $status, #[\SensitiveParameter] string $body, string $contentType = ""): object {}
}

/** A payment that was created and waits for the customer. */
final class CreatedPayment
{
    /** @var string The gateway's id of this payment. Store it beside your order: it is what you look up later. */
    public readonly string $paymentId;
    /** @var string The token of the payment page. Who has it can open the page. */
    public readonly string $token;
    /** @var string|null The payment page: send the customer's browser there. */
    public readonly mixed $payUrl;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}
}

/** A payment as the gateway has it. Only `settle` says whether it pays your order. */
final class Payment
{
    /** @var mixed The gateway's internal number. */
    public readonly mixed $id;
    /** @var string The gateway's id of this payment. */
    public readonly string $paymentId;
    /** @var string|null The token of the payment page. */
    public readonly mixed $token;
    /** @var string Your order number. */
    public readonly string $orderId;
    /** @var string The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
    public readonly string $amount;
    /** @var string The currency. */
    public readonly string $currency;
    /** @var string|null The description. */
    public readonly mixed $description;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string The status; `succeeded` alone does not mean paid: the transaction type says of what. */
    public readonly string $paymentStatus;
    /** @var 'retail'|'authorization'|'reversal'|'complete_sales'|string|null What kind of transaction it is. */
    public readonly mixed $transactionType;
    /** @var string|null Where the browser returns to. */
    public readonly mixed $redirectUrl;
    /** @var string|null Where webhooks go. */
    public readonly mixed $webhookUrl;
    /** @var string|null The issuer's approval code. */
    public readonly mixed $approvalCode;
    /** @var string|null The issuer's response code. */
    public readonly mixed $rc;
    /** @var string|null The retrieval reference number. */
    public readonly mixed $rrn;
    /** @var string|null Your e-mail address at the gateway. */
    public readonly mixed $merchantEmail;
    /** @var mixed Your number at the gateway. */
    public readonly mixed $merchantId;
    /** @var string|null The terminal. */
    public readonly mixed $terminalId;
    /** @var string|null The country. */
    public readonly mixed $country;
    /** @var mixed What you gave as `customData`. */
    public readonly mixed $customData;
    /** @var string|null The nonce. */
    public readonly mixed $nonce;
    /** @var string|null A signature whose algorithm is not published. */
    public readonly mixed $pSign;
    /** @var string|null The offset from GMT. */
    public readonly mixed $gmt;
    /** @var string|null The gateway's time stamp. */
    public readonly mixed $timestamp;
    /** @var string|null When it was created. */
    public readonly mixed $createdAt;
    /** @var string|null When it was last changed. */
    public readonly mixed $updatedAt;
    /** @var string|null When it was deleted. */
    public readonly mixed $deletedAt;
    /** @var mixed Every status it had: a list of `{status, created_at}`. */
    public readonly mixed $paymentStatusHistories;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind.
     *
     * @param string|null|array{orderId: string, amount: string|int, currency: string, reversalRequested?: bool, paidAs?: string, allowFraction?: bool} $orderId Required. Your order number (for EGW: the ORDER you sent). Or all fields as one array.
     * @param string|int|null $amount Required. What the customer owes, as exact decimal text in major units.
     * @param string|null $currency Required. The currency, three upper-case letters such as `IQD`.
     * @param bool|null $reversalRequested Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status tells.
     * @param string|null $paidAs What already paid this order, if something did: the `paymentId` (EGW: the `rrn`) of the earlier proof. A second payment under another one is then reported loudly.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars.
     */
    public function settle(
        string|array|null $orderId = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?bool $reversalRequested = null,
        ?string $paidAs = null,
        ?bool $allowFraction = null,
    ): Outcome {}

    /**
     * The short form of settle(): the outcome if it is paid, else an error that says what it is.
     *
     * @param string|null|array{orderId: string, amount: string|int, currency: string, reversalRequested?: bool, paidAs?: string, allowFraction?: bool} $orderId Required. Your order number (for EGW: the ORDER you sent). Or all fields as one array.
     * @param string|int|null $amount Required. What the customer owes, as exact decimal text in major units.
     * @param string|null $currency Required. The currency, three upper-case letters such as `IQD`.
     * @param bool|null $reversalRequested Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status tells.
     * @param string|null $paidAs What already paid this order, if something did: the `paymentId` (EGW: the `rrn`) of the earlier proof. A second payment under another one is then reported loudly.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars.
     */
    public function expectPaid(
        string|array|null $orderId = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?bool $reversalRequested = null,
        ?string $paidAs = null,
        ?bool $allowFraction = null,
    ): Outcome {}
}

/** What prepare answered. The gateway does not describe it, so it is given as it came. */
final class Prepared
{
    /** @var int The HTTP status. */
    public readonly mixed $status;
    /** @var string|null The `Content-Type`, if you passed it on. */
    public readonly mixed $contentType;
    /** @var string The body as it came: an address, a page, or something else. */
    public readonly string $body;
    /** @var string|null Where to send the customer's browser: there only if the body is a JSON object in which exactly one text is an absolute URL. */
    public readonly mixed $redirectUrl;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}
}

/** Paylink accepted the acknowledgment. The order is not yet "PAID" by that. */
final class Acknowledged
{
    /** @var string `success`, in any letter case. */
    public readonly string $status;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}
}

/**
 * A webhook: tells which order to look up. Anyone can post one, so it proves nothing.
 *
 * Look up the payment id you stored for this order. Answer 200 only once the outcome, or a job to look
 * it up, is stored; 5xx makes the gateway ask again.
 */
final class Webhook
{
    /** @var string Your order number. */
    public readonly string $orderId;
    /** @var string|null The gateway's payment id, if it sent one. Not documented: prefer the id you stored. */
    public readonly mixed $paymentId;
    /** @var string|null The token of the payment page, if it sent one. */
    public readonly mixed $token;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string|null What it claims happened. */
    public readonly mixed $paymentStatus;
    /** @var string|null The figure it claims. */
    public readonly mixed $amount;
    /** @var string|null The currency it claims. */
    public readonly mixed $currency;
    /** @var mixed The terminal. */
    public readonly mixed $terminalId;
    /** @var mixed The transaction type, as a word or a digit. */
    public readonly mixed $trtype;
    /** @var mixed The response code it claims. */
    public readonly mixed $rc;
    /** @var mixed The approval code it claims. */
    public readonly mixed $approval;
    /** @var mixed The retrieval reference number it claims. */
    public readonly mixed $rrn;
    /** @var string|null A signature whose algorithm, key and field order are not published. */
    public readonly mixed $pSign;
    /** @var string|null The nonce. */
    public readonly mixed $nonce;
    /** @var mixed The time stamp. */
    public readonly mixed $timestamp;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}
}

/** What the customer's browser came back with. Anyone can type it: show a page, prove nothing. */
final class Redirect
{
    /** @var string|null The gateway's payment id. */
    public readonly mixed $paymentId;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string|null What it claims happened: `success`, `failed` or `pending`. */
    public readonly mixed $status;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}
}

/**
 * A callback's fields as they came. Unless it is verified, anyone can have sent it.
 *
 * Values are the gateway's own texts. Fields beyond these are kept under their own names.
 */
final class Callback
{
    /** @var string|null TERMINAL: your terminal. */
    public readonly mixed $terminal;
    /** @var string|null TRTYPE: `0` authorization, `1` retail, others as your bank numbers them. */
    public readonly mixed $trtype;
    /** @var string ORDER: your order number. */
    public readonly string $orderId;
    /** @var string|null AMOUNT, in major units. */
    public readonly mixed $amount;
    /** @var string|null CURRENCY. */
    public readonly mixed $currency;
    /** @var string|null ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault. */
    public readonly mixed $action;
    /** @var string|null RC: the response code; it may hold letters or be negative. */
    public readonly mixed $rc;
    /** @var string|null APPROVAL: the issuer's approval code. */
    public readonly mixed $approval;
    /** @var string|null RRN: the reference a completion or reversal needs. */
    public readonly mixed $rrn;
    /** @var string|null INT_REF: the internal reference a completion or reversal needs. */
    public readonly mixed $intRef;
    /** @var string|null TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`. */
    public readonly mixed $timestamp;
    /** @var string|null NONCE. */
    public readonly mixed $nonce;
    /** @var string|null P_SIGN: the MAC. */
    public readonly mixed $pSign;
    /** @var string|null DESC: the description. */
    public readonly mixed $description;
    /** @var string|null MESSAGE: the gateway's words. */
    public readonly mixed $message;
    /** @var string|null ECI: how the cardholder was authenticated. */
    public readonly mixed $eci;
    /** @var string|null CARD: a masked card number. */
    public readonly mixed $card;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}
}

/** A callback whose MAC verified: it shows only the fields the MAC covers. */
final class SignedCallback
{
    /** @var string|null TERMINAL: your terminal. */
    public readonly mixed $terminal;
    /** @var string|null TRTYPE: `0` authorization, `1` retail, others as your bank numbers them. */
    public readonly mixed $trtype;
    /** @var string|null ORDER: your order number. */
    public readonly mixed $orderId;
    /** @var string|null AMOUNT, in major units. */
    public readonly mixed $amount;
    /** @var string|null CURRENCY. */
    public readonly mixed $currency;
    /** @var string|null ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault. */
    public readonly mixed $action;
    /** @var string|null RC: the response code; it may hold letters or be negative. */
    public readonly mixed $rc;
    /** @var string|null APPROVAL: the issuer's approval code. */
    public readonly mixed $approval;
    /** @var string|null RRN: the reference a completion or reversal needs. */
    public readonly mixed $rrn;
    /** @var string|null INT_REF: the internal reference a completion or reversal needs. */
    public readonly mixed $intRef;
    /** @var string|null TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`. */
    public readonly mixed $timestamp;
    /** @var string|null NONCE. */
    public readonly mixed $nonce;
    /** @var string|null P_SIGN: the MAC. */
    public readonly mixed $pSign;
    /** @var string|null DESC: the description. */
    public readonly mixed $description;
    /** @var string|null MESSAGE: the gateway's words. */
    public readonly mixed $message;
    /** @var string|null ECI: how the cardholder was authenticated. */
    public readonly mixed $eci;
    /** @var string|null CARD: a masked card number. */
    public readonly mixed $card;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;
    /** @var string Unique for this message: store it under a unique constraint, with its effect. */
    public readonly string $replayKey;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind.
     *
     * @param string|null|array{orderId: string, amount: string|int, currency: string, reversalRequested?: bool, paidAs?: string, allowFraction?: bool} $orderId Required. Your order number (for EGW: the ORDER you sent). Or all fields as one array.
     * @param string|int|null $amount Required. What the customer owes, as exact decimal text in major units.
     * @param string|null $currency Required. The currency, three upper-case letters such as `IQD`.
     * @param bool|null $reversalRequested Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status tells.
     * @param string|null $paidAs What already paid this order, if something did: the `paymentId` (EGW: the `rrn`) of the earlier proof. A second payment under another one is then reported loudly.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars.
     */
    public function settle(
        string|array|null $orderId = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?bool $reversalRequested = null,
        ?string $paidAs = null,
        ?bool $allowFraction = null,
    ): Outcome {}

    /**
     * The short form of settle(): the outcome if it is paid, else an error that says what it is.
     *
     * @param string|null|array{orderId: string, amount: string|int, currency: string, reversalRequested?: bool, paidAs?: string, allowFraction?: bool} $orderId Required. Your order number (for EGW: the ORDER you sent). Or all fields as one array.
     * @param string|int|null $amount Required. What the customer owes, as exact decimal text in major units.
     * @param string|null $currency Required. The currency, three upper-case letters such as `IQD`.
     * @param bool|null $reversalRequested Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status tells.
     * @param string|null $paidAs What already paid this order, if something did: the `paymentId` (EGW: the `rrn`) of the earlier proof. A second payment under another one is then reported loudly.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars.
     */
    public function expectPaid(
        string|array|null $orderId = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?bool $reversalRequested = null,
        ?string $paidAs = null,
        ?bool $allowFraction = null,
    ): Outcome {}
}

/**
 * What happened to your order, as far as it can be proven.
 *
 * `paid`, `held` and `reversed` are proofs and have a `replayKey`: insert it under a unique constraint
 * in the transaction that books the effect. `failed` never blocks a later proof (a second card on the
 * same page is normal). `open` means: ask again.
 */
final class Outcome
{
    /** @var 'paid'|'held'|'reversed'|'failed'|'open' What happened: `paid`, `held` (authorized, not yet taken), `reversed`, `failed` or `open`. */
    public readonly string $kind;
    /** @var string Your order number. */
    public readonly string $orderId;
    /** @var string The amount of your order, in major units. */
    public readonly string $amount;
    /** @var string The currency. */
    public readonly string $currency;
    /** @var string The gateway's own word for it (for EGW: ACTION and RC, such as `0/00`). */
    public readonly string $status;
    /** @var string|null What it is about: `retail`, `authorization`, `reversal`, or a completion (`complete_sales`; at EGW `completion`). That a reversal failed does not undo the payment. */
    public readonly mixed $transactionType;
    /** @var string|null The gateway's payment id, if it has one. */
    public readonly mixed $paymentId;
    /** @var string|null EGW: the reference a completion or reversal needs. */
    public readonly mixed $rrn;
    /** @var string|null EGW: the internal reference a completion or reversal needs. */
    public readonly mixed $intRef;
    /** @var string|null Proofs only: unique for this effect. Gateway, environment, merchant, payment and outcome. */
    public readonly mixed $replayKey;

    /** Only the gateways make it. */
    private function __construct() {}
}

/** The delivery of a decision, driven by you: step(), send, heard(). */
final class Acknowledgment
{
    /** @var 'pending'|'paused'|'acknowledged'|'acknowledged_late'|'refused'|'gave_up' How it stands. */
    public readonly string $state;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * What to do now. Store save() before you send and after every step.
     *
     * @param int|null $now Unix seconds; left out, this machine's clock is read.
     */
    public function step(?int $now = null): Step {}

    /**
     * Says what came of the call; nothing at all if no answer came.
     *
     * @param int|null|array{status?: int, body?: string, retryAfter?: string} $status The HTTP status; leave it out if no answer came. Or all fields as one array.
     * @param string|null $body The body as it came.
     * @param string|null $retryAfter The `Retry-After` header: seconds or an HTTP date.
     * @param int|null $now Unix seconds; left out, this machine's clock is read.
     */
    public function heard(
        int|array|null $status = null,
        ?string $body = null,
        ?string $retryAfter = null,
        ?int $now = null,
    ): void {}

    /**
     * The record to store.
     *
     * @return array<string, mixed>
     */
    public function save(): array {}
}

/** What a delivery asks of you. */
final class Step
{
    /** @var 'send'|'wait'|'done' Send the call, come back later, or stop. */
    public readonly string $kind;
    /** @var Call<Acknowledged>|null `send`: what to send. */
    public readonly mixed $call;
    /** @var int|null `wait`: when to come back, in Unix seconds. */
    public readonly ?int $until;

    /** Only the gateways make it. */
    private function __construct() {}
}

/**
 * Reads a reply in another place than its call was made: with the call's `expect`, as it is or as JSON.
 *
 * @param array<string, mixed>|string $expect
 */
function parse_reply(array|string $expect, int $status, #[\SensitiveParameter] string $body, string $contentType = ""): object {}

/**
 * Why something could not be done: every fault at once, and whether repeating is safe.
 *
 * @property-read string $code The first fault's dotted code, such as `amount.float`. getCode() is its number.
 */
class QantaraError extends \RuntimeException
{
    /** The first fault's number, such as 1020. */
    public int $number = 0;
    /** The first fault's field, as you spell it. */
    public ?string $field = null;
    /** @var list<array{code: string, number: int, field: ?string, limit: ?string, message: string}> */
    public array $faults = [];
    /** @var 'safe'|'look_up_first'|'never' Whether the identical bytes may be sent again. */
    public string $retry = "never";
    /** What to look up with first. */
    public ?string $lookUp = null;
    /** The HTTP status of the reply. */
    public ?int $status = null;
    /** The gateway's own code. */
    public ?string $gatewayCode = null;
    /** The gateway's own words. */
    public ?string $gatewayMessage = null;
    /** The gateway's reference, for its support desk. */
    public ?string $gatewayReference = null;

    public function __get(string $name): mixed {}

    public function __isset(string $name): bool {}
}

/** What you gave is not valid. Nothing was sent. */
class ValidationError extends QantaraError {}

/** A MAC is missing, malformed or does not verify: the message proves nothing. Look the payment up. */
class SignatureError extends QantaraError {}

/** The reply can't be read. */
class ReplyError extends QantaraError {}

/** The message is genuine but not what you expected. */
class MismatchError extends QantaraError {}

/** The gateway answered with an error. */
class GatewayError extends QantaraError {}
