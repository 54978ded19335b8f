<?php

/** Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit. */

namespace Qantara;

/** Al Qaseh Payment API 2.0. It holds your credentials and prints none of them; making one per request is fine. */
final class AlQaseh
{
    /**
     * Every fault at once.
     *
     * @param 'test'|'production'|null|array{environment: 'test'|'production', clientId: string, clientSecret: string, baseUrl?: string, payPageUrl?: string, allowHttp?: bool, orderIdMax?: int, orderIdExtra?: string, appScheme?: string, webhookProfile?: string|array<string, mixed>, webhookMacKey?: string} $environment Required. `test` or `production`. Or all fields as one array.
     * @param string|null $clientId Required. The client id Al Qaseh gave you.
     * @param string|null $clientSecret Required. The client secret that goes with it.
     * @param string|null $baseUrl Where the API is, with its `/v1`; by default the environment's own host. Give it with `payPageUrl`.
     * @param string|null $payPageUrl Where the hosted pay page is, without the token; by default the environment's own host. Give it with `baseUrl`: a token is sent to no page but its own system's.
     * @param bool|null $allowHttp Test environment only: allow plain http to another machine, such as a sandbox in a container.
     * @param int|null $orderIdMax The longest order id to allow, 1 to 250. The gateway's schema says 250, but its column holds 32, which is the default.
     * @param string|null $orderIdExtra Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
     * @param string|null $appScheme A URL scheme of your app to allow in `redirectUrl` beside http and https, such as `myshop`.
     * @param string|array<string, mixed>|null $webhookProfile The scheme of webhooks' `pSign`, if you were given one: it is not published. A map as of an EGW profile, its `reply` order with the names of the webhook's fields.
     * @param string|null $webhookMacKey The key that goes with it, in hex, at least 16 bytes.
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
        #[\SensitiveParameter] string|array|null $webhookProfile = null,
        #[\SensitiveParameter] ?string $webhookMacKey = null,
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
        #[\SensitiveParameter] string|array|null $orderId = null,
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
     * Fetches what a payment page shows: amount, description, status.
     *
     * The reply names no order and no payment id, so it settles nothing. Its errors quote nothing that the gateway said, since that may repeat the token.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{token: string} $token Required. The token that `createPayment` or `retryPayment` returned. Or all fields as one array.
     * @return Call<PaymentInfo>
     */
    public function getPaymentByToken(#[\SensitiveParameter] string|array|null $token = null): Call {}

    /**
     * Fetches the list of payments, all of them or an order's.
     *
     * `settle` looks at the rows of your order: a Reversal that succeeded proves the order reversed, which no status does. It doesn't say of which payment, so several beside one are an error for a person. A completion may take another sum than was authorized. `failed` and `reversed` take a whole list: one asked for by the order alone, and shorter than its limit and any total it names; of a part they are `open`. Rows without an order or amount are kept and prove nothing.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param int|null|array{limit?: int, offset?: int, orderBy?: 'asc'|'desc', orderField?: string, amount?: string|int, approval?: string, currency?: string, since?: string, until?: string, language?: string, orderId?: string, paymentId?: string, paymentStatus?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending', rc?: string, rrn?: string, transactionType?: 'retail'|'authorization'|'reversal'|'complete_sales'} $limit How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise. Or all fields as one array.
     * @param int|null $offset How many rows to skip.
     * @param 'asc'|'desc'|null $orderBy `asc` or `desc`.
     * @param string|null $orderField What to sort by, in the gateway's own words; "created_at" unless you say otherwise.
     * @param string|int|null $amount Only rows of this amount, as exact decimal text.
     * @param string|null $approval Only rows with this approval code.
     * @param string|null $currency Only rows in this currency, three upper-case letters.
     * @param string|null $since Only rows from this time on. The gateway does not publish the form; it is sent as you give it.
     * @param string|null $until Only rows up to this time. The gateway does not publish the form; it is sent as you give it.
     * @param string|null $language The language of the gateway's words, two letters.
     * @param string|null $orderId Only rows of this order of yours.
     * @param string|null $paymentId Only the row of this payment.
     * @param 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|null $paymentStatus Only rows of this status.
     * @param string|null $rc Only rows with this response code.
     * @param string|null $rrn Only rows with this retrieval reference number.
     * @param 'retail'|'authorization'|'reversal'|'complete_sales'|null $transactionType Only rows of this kind.
     * @return Call<History>
     */
    public function history(
        int|array|null $limit = null,
        ?int $offset = null,
        ?string $orderBy = null,
        ?string $orderField = null,
        string|int|null $amount = null,
        ?string $approval = null,
        ?string $currency = null,
        ?string $since = null,
        ?string $until = null,
        ?string $language = null,
        ?string $orderId = null,
        ?string $paymentId = null,
        ?string $paymentStatus = null,
        ?string $rc = null,
        ?string $rrn = null,
        ?string $transactionType = null,
    ): Call {}

    /**
     * Fetches the list of payments as a CSV file of at most 1 MiB.
     *
     * Its columns are not published: they are found by their headers, or by the ones you give in `columns`. A file for people and spreadsheets: reconcile from `history`, which says what its rows prove.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param int|null|array{limit?: int, offset?: int, orderBy?: 'asc'|'desc', orderField?: string, amount?: string|int, approval?: string, currency?: string, since?: string, until?: string, language?: string, orderId?: string, paymentId?: string, paymentStatus?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending', rc?: string, rrn?: string, transactionType?: 'retail'|'authorization'|'reversal'|'complete_sales', columns?: array<string, mixed>} $limit How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise. Or all fields as one array.
     * @param int|null $offset How many rows to skip.
     * @param 'asc'|'desc'|null $orderBy `asc` or `desc`.
     * @param string|null $orderField What to sort by, in the gateway's own words; "created_at" unless you say otherwise.
     * @param string|int|null $amount Only rows of this amount, as exact decimal text.
     * @param string|null $approval Only rows with this approval code.
     * @param string|null $currency Only rows in this currency, three upper-case letters.
     * @param string|null $since Only rows from this time on. The gateway does not publish the form; it is sent as you give it.
     * @param string|null $until Only rows up to this time. The gateway does not publish the form; it is sent as you give it.
     * @param string|null $language The language of the gateway's words, two letters.
     * @param string|null $orderId Only rows of this order of yours.
     * @param string|null $paymentId Only the row of this payment.
     * @param 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|null $paymentStatus Only rows of this status.
     * @param string|null $rc Only rows with this response code.
     * @param string|null $rrn Only rows with this retrieval reference number.
     * @param 'retail'|'authorization'|'reversal'|'complete_sales'|null $transactionType Only rows of this kind.
     * @param array<string, mixed>|null $columns Which header stands for which field, as the gateway doesn't publish them: `{"order_id": "Order No"}`. Headers that are named like a field are found by themselves. This is not sent.
     * @return Call<HistoryCsv>
     */
    public function historyCsv(
        #[\SensitiveParameter] int|array|null $limit = null,
        ?int $offset = null,
        ?string $orderBy = null,
        ?string $orderField = null,
        string|int|null $amount = null,
        ?string $approval = null,
        ?string $currency = null,
        ?string $since = null,
        ?string $until = null,
        ?string $language = null,
        ?string $orderId = null,
        ?string $paymentId = null,
        ?string $paymentStatus = null,
        ?string $rc = null,
        ?string $rrn = null,
        ?string $transactionType = null,
        #[\SensitiveParameter] ?array $columns = null,
    ): Call {}

    /**
     * Pays with a card whose number you handle yourself, for merchants with a PCI-DSS certificate.
     *
     * What the reply looks like is not published, so it is kept as it came. Whatever it says, get the payment next. Never send this twice without looking. Its errors quote nothing that the gateway said, since that may repeat the card.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{token: string, cardNumber: string, cvv: string, expMonth: string, expYear: string} $token Required. The token that `createPayment` or `retryPayment` returned. Or all fields as one array.
     * @param string|null $cardNumber Required. The card number: 12 to 19 digits.
     * @param string|null $cvv Required. The security code: 3 or 4 digits.
     * @param string|null $expMonth Required. The month it expires in: `01` to `12`.
     * @param string|null $expYear Required. The year it expires in, of 2 or 4 digits; it is sent as you give it.
     * @return Call<ProcessedCard>
     */
    public function processCard(
        #[\SensitiveParameter] string|array|null $token = null,
        #[\SensitiveParameter] ?string $cardNumber = null,
        #[\SensitiveParameter] ?string $cvv = null,
        #[\SensitiveParameter] ?string $expMonth = null,
        #[\SensitiveParameter] ?string $expYear = null,
    ): Call {}

    /**
     * Opens another attempt at a payment that is expired, declined, failed or unknown.
     *
     * The attempt has a new payment id and a new page; a reply with the old id is an error. Watch every id of an order: an `unknown` attempt may still succeed under its old one, and an old id that is not found any more is no failure.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{paymentId: string, details?: string, paymentStatus?: string, acceptUnknown?: bool} $paymentId Required. The id of the attempt that failed. Keep it beside the new one: it can still be charged late. Or all fields as one array.
     * @param string|null $details Why you retry: 1 to 250 characters.
     * @param string|null $paymentStatus The status you last fetched. Only `expired`, `declined`, `failed` and `unknown` can be retried, so a call that is bound to fail is refused here, and a word that is not known is not. This is not sent.
     * @param bool|null $acceptUnknown Accept that an attempt whose status is `unknown` may still succeed under its old id. This is not sent.
     * @return Call<RetriedPayment>
     */
    public function retryPayment(
        string|array|null $paymentId = null,
        ?string $details = null,
        ?string $paymentStatus = null,
        ?bool $acceptUnknown = null,
    ): Call {}

    /**
     * Asks for a payment to be reversed.
     *
     * No status reports a reversal: the payment may go on reading `succeeded`. Before you send this, store `reversalRequested` in your order; nothing counts as paid from then on. A Reversal in the `history` proves it, else ask the gateway. The path is not on the gateway's page. Its errors quote nothing that the gateway said, since that may repeat the token.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{token: string} $token Required. The token that `createPayment` or `retryPayment` returned. Or all fields as one array.
     * @return Call<AskedReversal>
     */
    public function reversePayment(#[\SensitiveParameter] string|array|null $token = null): Call {}

    /**
     * Withdraws a payment that is prepared or retried.
     *
     * Cancelling is this and then `getPayment`, since the customer may have paid in between: `revoked` is cancelled, `succeeded` is paid, and anything else is not cancelled yet.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{paymentId: string, details?: string, paymentStatus?: string} $paymentId Required. The id of the payment that `createPayment` or `retryPayment` returned. Or all fields as one array.
     * @param string|null $details Why you revoke it: 1 to 250 characters.
     * @param string|null $paymentStatus The status you last fetched. Only `prepared` and `retried` can be revoked, so a call that is bound to fail is refused here, and a word that is not known is not. This is not sent.
     * @return Call<RevokedPayment>
     */
    public function revokePayment(
        string|array|null $paymentId = null,
        ?string $details = null,
        ?string $paymentStatus = null,
    ): Call {}

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

    /**
     * The address of a token's payment page, for a token you stored. `createPayment` and `retryPayment` return it as `payUrl`.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{token: string} $token Required. The token that `createPayment` or `retryPayment` returned. Or all fields as one array.
     */
    public function payPage(#[\SensitiveParameter] string|array|null $token = null): PayPage {}

    /**
     * Verifies a webhook's `pSign` with the scheme in `webhookProfile` and the key in `webhookMacKey`, and returns the fields it covers.
     *
     * Al Qaseh has not published a scheme: without one that you were given, use `parseWebhook`. Verified or not, a webhook settles nothing: look the payment up. One that does not verify is unverified, not declined.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{body: string} $body Required. The body of the request, byte for byte. Or all fields as one array.
     */
    public function verifyWebhook(#[\SensitiveParameter] string|array|null $body = null): VerifiedWebhook {}

    /**
     * A webhook as the gateway posts it, to try your shop's route with. In the test environment only.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{orderId: string, paymentStatus?: 'success'|'failed'|'pending', amount?: string|int, currency?: string, paymentId?: string, token?: string, trtype?: string, rc?: string, approval?: string, rrn?: string} $orderId Required. Your order number. Or all fields as one array.
     * @param 'success'|'failed'|'pending'|null $paymentStatus What it claims happened.
     * @param string|int|null $amount The figure it claims, as exact decimal text.
     * @param string|null $currency The currency it claims.
     * @param string|null $paymentId The gateway's payment id, which it may send.
     * @param string|null $token The token of the payment page, which it may send.
     * @param string|null $trtype The transaction type, as a word or a digit.
     * @param string|null $rc The response code.
     * @param string|null $approval The approval code.
     * @param string|null $rrn The retrieval reference number.
     */
    public function testWebhook(
        #[\SensitiveParameter] string|array|null $orderId = null,
        ?string $paymentStatus = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?string $paymentId = null,
        #[\SensitiveParameter] ?string $token = null,
        ?string $trtype = null,
        ?string $rc = null,
        ?string $approval = null,
        ?string $rrn = null,
    ): TestMessage {}

    /**
     * The URL a browser comes back to, to try your shop's page with. In the test environment only.
     *
     * The gateway appends its parameters with a `?`, even where your URL has a query of its own, and so does this.
     *
     * @link https://docs.alqaseh.com/payment-api
     *
     * @param string|null|array{redirectUrl: string, paymentId: string, orderId: string, status: 'success'|'failed'|'pending'} $redirectUrl Required. Where it returns to, as you gave it to `createPayment`. Or all fields as one array.
     * @param string|null $paymentId Required. The gateway's payment id.
     * @param string|null $orderId Required. Your order number.
     * @param 'success'|'failed'|'pending'|null $status Required. What it claims happened.
     */
    public function testRedirect(
        string|array|null $redirectUrl = null,
        ?string $paymentId = null,
        ?string $orderId = null,
        ?string $status = null,
    ): TestUrl {}
}

/** Al Qaseh 1.0, the e-Commerce Gateway. It holds your credentials and prints none of them; making one per request is fine. */
final class Egw
{
    /**
     * Every fault at once.
     *
     * @param 'test'|'production'|null|array{environment: 'test'|'production', apiKey: string, macKey?: string, macKeyComponents?: list<string>, previousMacKey?: string, profile: string|array<string, mixed>, merchant?: string, terminal?: string, merchName?: string, merchUrl?: string, country?: string, merchGmt?: string, prepareUrl?: string, cgiLinkUrl?: string, encoding?: 'json'|'form', lengthUnit?: 'bytes'|'characters', completionTrtype?: string, reversalTrtype?: string, replyAmount?: 'exact'|'at_least', maxFee?: string|int, allowHttp?: bool} $environment Required. `test` or `production`. Or all fields as one array.
     * @param string|null $apiKey Required. What goes into the `X-API-Key` header.
     * @param string|null $macKey The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key. Leave it out if you give its components.
     * @param list<string>|null $macKeyComponents The MAC key as your bank handed it over: two or more components in hex, which are XORed.
     * @param string|null $previousMacKey While the bank changes keys: the key before `macKey`. It verifies, and never signs.
     * @param string|array<string, mixed>|null $profile Required. The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your own as a map. Al Qaseh has not published its own, so there is no default.
     * @param string|null $merchant MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists them (other banks on this engine do; unconfirmed for Al Qaseh).
     * @param string|null $terminal TERMINAL: the terminal id. A signed message whose MAC covers another terminal is refused.
     * @param string|null $merchName MERCH_NAME: your shop's name.
     * @param string|null $merchUrl MERCH_URL: your shop's URL.
     * @param string|null $country COUNTRY: two letters.
     * @param string|null $merchGmt MERCH_GMT: your offset from GMT, such as `+3`.
     * @param string|null $prepareUrl The whole URL of prepare; by default the environment's own. Give it with `cgiLinkUrl`.
     * @param string|null $cgiLinkUrl The whole URL of `cgi_link`, where completions, reversals and card forms go; by default the environment's own. Give it with `prepareUrl`.
     * @param 'json'|'form'|null $encoding `json` unless you say otherwise.
     * @param 'bytes'|'characters'|null $lengthUnit What a length in the MAC counts. Until you say, signed values that are not ASCII are refused.
     * @param string|null $completionTrtype The TRTYPE your bank uses for a completion (`21` at other banks on this engine; Al Qaseh's page says `1`). A reply that bears it proves a payment.
     * @param string|null $reversalTrtype The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not on Al Qaseh's page, so there is no default). A reply that bears it proves a reversal.
     * @param 'exact'|'at_least'|null $replyAmount Whether a reply's amount must be your order's (`exact`, the default) or may have a fee on top (`at_least`, with `maxFee`).
     * @param string|int|null $maxFee The largest fee a reply's amount may have on top, in major units.
     * @param bool|null $allowHttp Test environment only: allow plain http to another machine, such as a sandbox in a container.
     */
    public function __construct(
        #[\SensitiveParameter] string|array|null $environment = null,
        #[\SensitiveParameter] ?string $apiKey = null,
        #[\SensitiveParameter] ?string $macKey = null,
        #[\SensitiveParameter] ?array $macKeyComponents = null,
        #[\SensitiveParameter] ?string $previousMacKey = null,
        #[\SensitiveParameter] string|array|null $profile = null,
        #[\SensitiveParameter] ?string $merchant = null,
        #[\SensitiveParameter] ?string $terminal = null,
        #[\SensitiveParameter] ?string $merchName = null,
        #[\SensitiveParameter] ?string $merchUrl = null,
        #[\SensitiveParameter] ?string $country = null,
        #[\SensitiveParameter] ?string $merchGmt = null,
        #[\SensitiveParameter] ?string $prepareUrl = null,
        #[\SensitiveParameter] ?string $cgiLinkUrl = null,
        #[\SensitiveParameter] ?string $encoding = null,
        #[\SensitiveParameter] ?string $lengthUnit = null,
        #[\SensitiveParameter] ?string $completionTrtype = null,
        #[\SensitiveParameter] ?string $reversalTrtype = null,
        #[\SensitiveParameter] ?string $replyAmount = null,
        #[\SensitiveParameter] string|int|null $maxFee = null,
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
     * Takes the money that an authorization holds, or less of it. One completion at a time: never send a second while the first is open.
     *
     * The TRTYPE is the gateway's `completionTrtype`; in the test environment it is `1` unless you say otherwise, as the gateway's page has it. `settle` takes your order with the amount that was to be taken. Where your profile has an order for replies, the reply proves nothing by itself (`mac.unchecked`): give its body to `verifyCallback` and settle what that returns.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param Outcome|array{kind: 'paid'|'held'|'reversed'|'failed'|'open', orderId: string, amount: string|int, currency: string, status: string, transactionType?: string, paymentId?: string, rrn?: string, intRef?: string, replayKey?: string}|null|array{authorization?: Outcome|array{kind: 'paid'|'held'|'reversed'|'failed'|'open', orderId: string, amount: string|int, currency: string, status: string, transactionType?: string, paymentId?: string, rrn?: string, intRef?: string, replayKey?: string}, unprovenReferences?: array{orderId: string, rrn: string, intRef: string, amount: string|int, currency: string}, amount: string|int, description: string, email?: string, backRef: string, foreignRetailerInd?: string, descriptionFallback?: string, aboveAuthorized?: bool, allowFraction?: bool} $authorization The `held` outcome that `settle` proved, or its fields as you stored them. Or all fields as one array.
     * @param array{orderId: string, rrn: string, intRef: string, amount: string|int, currency: string}|null $unprovenReferences In place of a proof: references that nothing has checked. A wrong one takes somebody else's money.
     * @param string|int|null $amount Required. What to take, in major units, in the authorization's currency: exact decimal text of at most 12 characters.
     * @param string|null $description Required. DESC: what the customer is paying for, 1 to 50 characters.
     * @param string|null $email EMAIL: the customer's e-mail address, at most 80 bytes.
     * @param string|null $backRef Required. BACKREF: where the result goes, at most 250 bytes.
     * @param string|null $foreignRetailerInd FOREIGN_RETAILER_IND: one character, if your bank asks for it.
     * @param string|null $descriptionFallback What to send as description if the description is not ASCII and your bank's length unit is not confirmed. This is not sent beside the description.
     * @param bool|null $aboveAuthorized Take more than was authorized. This is not sent.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars. This is not sent.
     * @param array{timestamp: string, nonce: string}|null $stamp A time stamp and nonce of your own making; left out, they are made for you.
     * @return Call<CallbackReply>
     */
    public function completion(
        Outcome|array|null $authorization = null,
        ?array $unprovenReferences = null,
        string|int|null $amount = null,
        ?string $description = null,
        ?string $email = null,
        ?string $backRef = null,
        ?string $foreignRetailerInd = null,
        ?string $descriptionFallback = null,
        ?bool $aboveAuthorized = null,
        ?bool $allowFraction = null,
        ?array $stamp = null,
    ): Call {}

    /**
     * Gives an authorization or a payment back. Say so in your order (`reversalRequested`) before you send it: from then on nothing proves the payment any more.
     *
     * The TRTYPE is the gateway's `reversalTrtype`. It is not on the gateway's page (`24` or `22` at other banks), so there is no default: ask your bank. Where your profile has an order for replies, the reply proves nothing by itself (`mac.unchecked`): give its body to `verifyCallback` and settle what that returns.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param Outcome|array{kind: 'paid'|'held'|'reversed'|'failed'|'open', orderId: string, amount: string|int, currency: string, status: string, transactionType?: string, paymentId?: string, rrn?: string, intRef?: string, replayKey?: string}|null|array{authorization?: Outcome|array{kind: 'paid'|'held'|'reversed'|'failed'|'open', orderId: string, amount: string|int, currency: string, status: string, transactionType?: string, paymentId?: string, rrn?: string, intRef?: string, replayKey?: string}, unprovenReferences?: array{orderId: string, rrn: string, intRef: string, amount: string|int, currency: string}, amount: string|int, description: string, email?: string, backRef: string, foreignRetailerInd?: string, descriptionFallback?: string, aboveAuthorized?: bool, allowFraction?: bool} $authorization The `held` or `paid` outcome that `settle` proved, or its fields as you stored them. Or all fields as one array.
     * @param array{orderId: string, rrn: string, intRef: string, amount: string|int, currency: string}|null $unprovenReferences In place of a proof: references that nothing has checked. A wrong one reverses somebody else's payment.
     * @param string|int|null $amount Required. What to give back, in major units, in the payment's currency: exact decimal text of at most 12 characters.
     * @param string|null $description Required. DESC: what it is about, 1 to 50 characters.
     * @param string|null $email EMAIL: the customer's e-mail address, at most 80 bytes.
     * @param string|null $backRef Required. BACKREF: where the result goes, at most 250 bytes.
     * @param string|null $foreignRetailerInd FOREIGN_RETAILER_IND: one character, if your bank asks for it.
     * @param string|null $descriptionFallback What to send as description if the description is not ASCII and your bank's length unit is not confirmed. This is not sent beside the description.
     * @param bool|null $aboveAuthorized Give back more than that. This is not sent.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars. This is not sent.
     * @param array{timestamp: string, nonce: string}|null $stamp A time stamp and nonce of your own making; left out, they are made for you.
     * @return Call<CallbackReply>
     */
    public function reversal(
        Outcome|array|null $authorization = null,
        ?array $unprovenReferences = null,
        string|int|null $amount = null,
        ?string $description = null,
        ?string $email = null,
        ?string $backRef = null,
        ?string $foreignRetailerInd = null,
        ?string $descriptionFallback = null,
        ?bool $aboveAuthorized = null,
        ?bool $allowFraction = null,
        ?array $stamp = null,
    ): Call {}

    /**
     * Asks what became of a transaction, where the profile has an order for TRTYPE 90 (`bcc`, or your own).
     *
     * Whether its ACTION and RC are the transaction's or the inquiry's own differs between banks, so its reply proves nothing: read it, and ask your bank what it means.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string|null|array{orderId: string, transactionType: 'authorization'|'retail'|'completion'|'reversal'} $orderId Required. ORDER: the transaction's order number. Or all fields as one array.
     * @param 'authorization'|'retail'|'completion'|'reversal'|null $transactionType Required. Which of the order's transactions (TRAN_TRTYPE).
     * @param array{timestamp: string, nonce: string}|null $stamp A time stamp and nonce of your own making; left out, they are made for you.
     * @return Call<CallbackReply>
     */
    public function statusInquiry(
        string|array|null $orderId = null,
        ?string $transactionType = null,
        ?array $stamp = null,
    ): Call {}

    /**
     * Reads a callback without verifying it, in whichever form it came: JSON, XML, urlencoded, or hidden inputs of an HTML page. What comes out is a hint.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseCallback(#[\SensitiveParameter] string $message): Callback {}

    /**
     * Says what a response code means, in English and Arabic, and whether the request may be repeated.
     *
     * A code that is not listed says so and is `unknown`: look the payment up.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string|null|array{rc: string, action?: string, transactionType?: 'authorization'|'retail'|'completion'|'reversal'} $rc Required. RC, as it came: two characters (`05`), or the gateway's own negative ones (`-17`). Or all fields as one array.
     * @param string|null $action ACTION, as it came. Without it the code counts as with the ACTION it ordinarily bears: a reply with another one may mean something else.
     * @param 'authorization'|'retail'|'completion'|'reversal'|null $transactionType What was asked for. Without it 06, 91 and 96 are `unknown`: they leave a completion or reversal open.
     */
    public static function explainCode(
        string|array|null $rc = null,
        ?string $action = null,
        ?string $transactionType = null,
    ): CodeMeaning {}

    /**
     * Makes an ORDER of at least six digits from your own sequence number.
     *
     * The gateway wants its last six digits unique for your terminal and day: they are, up to a million orders a day.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param int|null|array{sequence: int, prefix?: string} $sequence Required. The next number of your sequence, never used before. Or all fields as one array.
     * @param string|null $prefix Digits to put in front, such as a shop's number; at most 13.
     */
    public static function orderNumber(int|array|null $sequence = null, ?string $prefix = null): NumberedOrder {}

    /**
     * Makes the page whose browser posts a signed payment to `cgi_link` and shows the gateway's card page.
     *
     * Every value is escaped. Other banks on this engine take cards this way; it is unconfirmed for Al Qaseh, whose page describes `prepare`. The signature goes stale an hour after its stamp.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string|int|null|array{amount: string|int, currency: string, orderId: string, description: string, transactionType: 'authorization'|'retail', email?: string, backRef: string, foreignRetailerInd?: string, descriptionFallback?: string, allowFraction?: bool, cspNonce?: string} $amount Required. What the customer pays, in major units: exact decimal text of at most 12 characters. Or all fields as one array.
     * @param string|null $currency Required. Three upper-case letters; `IQD` in practice.
     * @param string|null $orderId Required. ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
     * @param string|null $description Required. DESC: what the customer is paying for, 1 to 50 characters.
     * @param 'authorization'|'retail'|null $transactionType Required. `retail` takes the money, `authorization` only holds it.
     * @param string|null $email The customer's e-mail address, at most 80 bytes.
     * @param string|null $backRef Required. BACKREF: where the result goes, at most 250 bytes.
     * @param string|null $foreignRetailerInd FOREIGN_RETAILER_IND: one character, if your bank asks for it.
     * @param string|null $descriptionFallback What to send as description if the description is not ASCII and your bank's length unit is not confirmed. This is not sent beside the description.
     * @param bool|null $allowFraction Accept a fraction or three decimals in dinars. This is not sent.
     * @param string|null $cspNonce The nonce of your Content-Security-Policy (base64), for the script that posts the form by itself. Allow the gateway in `form-action` as well.
     * @param array{timestamp: string, nonce: string}|null $stamp A time stamp and nonce of your own making; left out, they are made for you.
     */
    public function cardForm(
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
        ?string $cspNonce = null,
        ?array $stamp = null,
    ): CardPage {}

    /**
     * Makes a signed callback for your own tests, as the gateway would send it: signed with this gateway's key and its profile's order for replies.
     *
     * It works in the test environment only.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string|null|array{trtype: string, orderId: string, amount: string|int, currency: string, action: string, rc: string, approval?: string, rrn?: string, intRef?: string, timestamp?: string, nonce?: string, description?: string, message?: string, form?: 'json'|'form'|'xml'|'html'} $trtype Required. TRTYPE: `0` authorization, `1` retail, others as your bank numbers them. Or all fields as one array.
     * @param string|null $orderId Required. ORDER: your order number, 6 to 32 digits.
     * @param string|int|null $amount Required. AMOUNT, in major units.
     * @param string|null $currency Required. CURRENCY.
     * @param string|null $action Required. ACTION: `0` approved, `2` declined, …
     * @param string|null $rc Required. RC: the response code, such as `00`.
     * @param string|null $approval APPROVAL: the issuer's approval code.
     * @param string|null $rrn RRN.
     * @param string|null $intRef INT_REF.
     * @param string|null $timestamp TIMESTAMP, UTC `YYYYMMDDHHMMSS`.
     * @param string|null $nonce NONCE.
     * @param string|null $description DESC: the description.
     * @param string|null $message MESSAGE: the gateway's words.
     * @param 'json'|'form'|'xml'|'html'|null $form The form it is delivered in: `json` unless you say otherwise.
     */
    public function testCallback(
        string|array|null $trtype = null,
        ?string $orderId = null,
        string|int|null $amount = null,
        ?string $currency = null,
        ?string $action = null,
        ?string $rc = null,
        ?string $approval = null,
        ?string $rrn = null,
        ?string $intRef = null,
        ?string $timestamp = null,
        ?string $nonce = null,
        ?string $description = null,
        ?string $message = null,
        ?string $form = null,
    ): TestMessage {}

    /**
     * Finds out how a captured message was signed: which order, which key, which mistake.
     *
     * For the time you connect your shop: take one message with its P_SIGN, and the key. It tries every published order and every known mistake, then orders that nobody published, and says what fits and what to do. It makes at most some 200,000 MACs; that takes about a second. It proves nothing, and verifying never uses it.
     *
     * @link https://docs.alqaseh.com/1.0-legacy/auth
     *
     * @param string|null|array{message: string, pSign?: string, macKey?: string, macKeyComponents?: list<string>, profile?: string|array<string, mixed>, merchant?: string, terminal?: string, merchName?: string, merchUrl?: string, country?: string, merchGmt?: string, signedValues?: array<string, mixed>} $message Required. The message as it came or went: a reply or callback (JSON, XML, urlencoded, an HTML page with hidden inputs, or the URL the browser came back with), or a request of your own. Or all fields as one array.
     * @param string|null $pSign Its P_SIGN, if that is not in the message.
     * @param string|null $macKey The key in hex, as you have it. Needed unless there are components.
     * @param list<string>|null $macKeyComponents The key's components, if your bank gave you several: each alone and all XORed are tried.
     * @param string|array<string, mixed>|null $profile The profile you have configured: a preset's name or a map. All presets are tried in any case.
     * @param string|null $merchant MERCHANT: the merchant id. This and the next five may be signed without being sent.
     * @param string|null $terminal TERMINAL: the terminal id.
     * @param string|null $merchName MERCH_NAME: your shop's name.
     * @param string|null $merchUrl MERCH_URL: your shop's URL.
     * @param string|null $country COUNTRY: two letters.
     * @param string|null $merchGmt MERCH_GMT: your offset from GMT.
     * @param array<string, mixed>|null $signedValues Other values that may be signed without being sent, under the gateway's names: of the request a reply answers, such as `{"NONCE": "…", "DESC": "…"}`.
     */
    public static function diagnose(
        #[\SensitiveParameter] string|array|null $message = null,
        ?string $pSign = null,
        #[\SensitiveParameter] ?string $macKey = null,
        #[\SensitiveParameter] ?array $macKeyComponents = null,
        string|array|null $profile = null,
        ?string $merchant = null,
        ?string $terminal = null,
        ?string $merchName = null,
        ?string $merchUrl = null,
        ?string $country = null,
        ?string $merchGmt = null,
        #[\SensitiveParameter] ?array $signedValues = null,
    ): Diagnosis {}

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
     * @param 'test'|'production'|null|array{environment: 'test'|'production', merchantId?: string, apiKey?: string, apiId?: string, secretKey?: string, baseUrl?: string, invoicesUrl?: string, allowHttp?: bool, webhookSecret?: string, refundWebhookSecret?: string, completedIsPaid?: bool, foreignCurrency?: bool} $environment Required. `test` or `production`. Or all fields as one array.
     * @param string|null $merchantId The merchant id you chose at registration. Give it with `apiKey`.
     * @param string|null $apiKey What goes into the `X-API-KEY` header of acknowledgments. Give it with `merchantId`.
     * @param string|null $apiId What `authenticate` sends as `apiId`. Give it with `secretKey`.
     * @param string|null $secretKey What `authenticate` sends as `secretKey`. Give it with `apiId`.
     * @param string|null $baseUrl Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no test host for them, so the test environment needs it: the URL of your sandbox.
     * @param string|null $invoicesUrl Where invoices are, without `/api`; by default the environment's own host, whatever `baseUrl` is.
     * @param bool|null $allowHttp Test environment only: allow plain http to another machine, such as a sandbox in a container.
     * @param string|null $webhookSecret The value of the header that you set for payment webhooks in Paylink's portal. There is no signature: without it `verifyWebhook` refuses every message.
     * @param string|null $refundWebhookSecret The value of the `X-API-KEY` header that you set for refund webhooks in Paylink's portal. Without it `verifyRefundWebhook` refuses every message.
     * @param bool|null $completedIsPaid Take an invoice whose status is Completed for a paid one. By default it is not: Completed is a word about the settlement with you.
     * @param bool|null $foreignCurrency Accept an invoice that Paylink converted (its `foreignCurrencyRate` is not null): its amount as a whole then can't be compared with your order's, only the amount that was asked for.
     */
    public function __construct(
        #[\SensitiveParameter] string|array|null $environment = null,
        #[\SensitiveParameter] ?string $merchantId = null,
        #[\SensitiveParameter] ?string $apiKey = null,
        #[\SensitiveParameter] ?string $apiId = null,
        #[\SensitiveParameter] ?string $secretKey = null,
        #[\SensitiveParameter] ?string $baseUrl = null,
        #[\SensitiveParameter] ?string $invoicesUrl = null,
        #[\SensitiveParameter] ?bool $allowHttp = null,
        #[\SensitiveParameter] ?string $webhookSecret = null,
        #[\SensitiveParameter] ?string $refundWebhookSecret = null,
        #[\SensitiveParameter] ?bool $completedIsPaid = null,
        #[\SensitiveParameter] ?bool $foreignCurrency = null,
    ) {}

    /**
     * Asks for the token that every call about invoices needs.
     *
     * One token serves many calls: keep it until `refreshAt`. A call that fails with `gateway.token_refused` is made anew with a fresh token, once.
     *
     * @link https://developer.paylink.sa/docs/authentication
     *
     * @param bool|null|array{persistToken?: bool, now?: int} $persistToken Whether the token is to live for 30 hours; by default it lives for 30 minutes. Or all fields as one array.
     * @param int|null $now Now, in Unix seconds. Left out, this machine's clock is read.
     * @return Call<Session>
     */
    public function authenticate(bool|array|null $persistToken = null, ?int $now = null): Call {}

    /**
     * Makes an invoice and its payment page: send the customer's browser to the `url` of the reply.
     *
     * Not idempotent: after a lost reply look the order up before you make another.
     *
     * @link https://developer.paylink.sa/docs/add-invoice
     *
     * @param string|null|array{bearerToken: string, orderId: string, amount: string|int, callbackUrl: string, clientName: string, clientMobile: string, products: list<array{title: string, price: string|int, quantity: int, description?: string, isDigital?: bool, imageSrc?: string, specificVat?: string|int, productCost?: string|int}>, cancelUrl?: string, clientEmail?: string, currency?: string, smsMessage?: string, supportedCardBrands?: list<string>, displayPending?: bool, note?: string} $bearerToken Required. The token that `authenticate` returned. Or all fields as one array.
     * @param string|null $orderId Required. Your order number.
     * @param string|int|null $amount Required. What the customer pays, in major units, as exact decimal text such as "25.50"; at least 5.00 riyals.
     * @param string|null $callbackUrl Required. Where the customer's browser returns to. No fragment: it would hide the parameters.
     * @param string|null $clientName Required. The customer's name.
     * @param string|null $clientMobile Required. The customer's mobile number.
     * @param list<array{title: string, price: string|int, quantity: int, description?: string, isDigital?: bool, imageSrc?: string, specificVat?: string|int, productCost?: string|int}>|null $products Required. What the customer buys: at least one product.
     * @param string|null $cancelUrl Where the customer's browser goes after cancelling.
     * @param string|null $clientEmail The customer's e-mail address.
     * @param string|null $currency Three upper-case letters; `SAR` unless you say otherwise.
     * @param string|null $smsMessage The text message the customer gets.
     * @param list<string>|null $supportedCardBrands The ways to pay that are offered: `mada`, `visaMastercard`, `amex`, `tamara`, `stcpay`, `urpay`, `tabby`.
     * @param bool|null $displayPending Whether the page of a pending payment is shown.
     * @param string|null $note A note of your own.
     * @return Call<Invoice>
     */
    public function addInvoice(
        #[\SensitiveParameter] string|array|null $bearerToken = null,
        ?string $orderId = null,
        string|int|null $amount = null,
        ?string $callbackUrl = null,
        ?string $clientName = null,
        ?string $clientMobile = null,
        ?array $products = null,
        ?string $cancelUrl = null,
        ?string $clientEmail = null,
        ?string $currency = null,
        ?string $smsMessage = null,
        ?array $supportedCardBrands = null,
        ?bool $displayPending = null,
        ?string $note = null,
    ): Call {}

    /**
     * Fetches an invoice. `settle` matches its reply against your order and says what happened.
     *
     * An invoice that was just made may not be there yet (`gateway.not_found`): ask again.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{bearerToken: string, transactionNo: string} $bearerToken Required. The token that `authenticate` returned. Or all fields as one array.
     * @param string|null $transactionNo Required. The id that `addInvoice` returned and you stored: 12 or 13 digits.
     * @return Call<Invoice>
     */
    public function getInvoice(
        #[\SensitiveParameter] string|array|null $bearerToken = null,
        ?string $transactionNo = null,
    ): Call {}

    /**
     * Cancels an invoice. Get it again afterwards: the customer may have paid before.
     *
     * @link https://developer.paylink.sa/docs/cancel-invoice
     *
     * @param string|null|array{bearerToken: string, transactionNo: string} $bearerToken Required. The token that `authenticate` returned. Or all fields as one array.
     * @param string|null $transactionNo Required. The id that `addInvoice` returned and you stored: 12 or 13 digits.
     * @return Call<CanceledInvoice>
     */
    public function cancelInvoice(
        #[\SensitiveParameter] string|array|null $bearerToken = null,
        ?string $transactionNo = null,
    ): Call {}

    /**
     * Finds the invoices of an order, such as one whose reply was lost.
     *
     * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{bearerToken: string, orderId: string} $bearerToken Required. The token that `authenticate` returned. Or all fields as one array.
     * @param string|null $orderId Required. Your order number.
     * @return Call<FoundInvoices>
     */
    public function getTransactionsOfOrder(
        #[\SensitiveParameter] string|array|null $bearerToken = null,
        ?string $orderId = null,
    ): Call {}

    /**
     * Fetches what Paylink knows of an order.
     *
     * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{bearerToken: string, orderId: string} $bearerToken Required. The token that `authenticate` returned. Or all fields as one array.
     * @param string|null $orderId Required. Your order number.
     * @return Call<FoundInvoices>
     */
    public function getOrder(
        #[\SensitiveParameter] string|array|null $bearerToken = null,
        ?string $orderId = null,
    ): Call {}

    /**
     * Fetches the orders that Paylink settled with you under one number.
     *
     * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{bearerToken: string, settlementNumber: string} $bearerToken Required. The token that `authenticate` returned. Or all fields as one array.
     * @param string|null $settlementNumber Required. The number of the settlement, as Paylink tells it.
     * @return Call<FoundInvoices>
     */
    public function getOrdersBySettlement(
        #[\SensitiveParameter] string|array|null $bearerToken = null,
        ?string $settlementNumber = null,
    ): Call {}

    /**
     * Fetches an invoice with the merchant's `apiKey`, without a token.
     *
     * The form of the reply is not published, so nothing of it proves a payment: fetch what it names with `getInvoice`.
     *
     * @link https://developer.paylink.sa/docs/post-payment-acknowledgment
     *
     * @param string|null|array{invoiceId: string} $invoiceId Required. The id of the invoice. Or all fields as one array.
     * @return Call<FoundInvoices>
     */
    public function getMerchantInvoice(string|array|null $invoiceId = null): Call {}

    /**
     * Reads the URL (or its query) the customer's browser came back to.
     *
     * What comes out is a hint: look up the invoice you stored for this order, never mark it paid by this.
     *
     * @link https://developer.paylink.sa/docs/add-invoice
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseCallback(#[\SensitiveParameter] string $message): InvoiceCallback {}

    /**
     * Reads a payment webhook's body. What comes out is a hint: look the invoice up, whatever it says.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseWebhook(#[\SensitiveParameter] string $message): PaymentWebhook {}

    /**
     * Reads a refund webhook's body. What comes out is a hint: never book a refund by it alone.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string $message The body as it came, or for a redirect its URL.
     */
    public static function parseRefundWebhook(#[\SensitiveParameter] string $message): RefundWebhook {}

    /**
     * Reads a payment webhook after comparing the header it came with, in constant time.
     *
     * There is no signature: whoever knows the header can write any body, so what comes out is still a hint.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{body: string, header?: string} $body Required. The body as it came. Or all fields as one array.
     * @param string|null $header The value of the header that you set in Paylink's portal, if it came.
     */
    public function verifyWebhook(
        #[\SensitiveParameter] string|array|null $body = null,
        #[\SensitiveParameter] ?string $header = null,
    ): PaymentWebhook {}

    /**
     * Reads a refund webhook after comparing the header it came with, in constant time.
     *
     * There is no signature: whoever knows the header can write any body, so what comes out is still a hint.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{body: string, header?: string} $body Required. The body as it came. Or all fields as one array.
     * @param string|null $header The value of its `X-API-KEY` header, if it came.
     */
    public function verifyRefundWebhook(
        #[\SensitiveParameter] string|array|null $body = null,
        #[\SensitiveParameter] ?string $header = null,
    ): RefundWebhook {}

    /**
     * Makes a payment webhook as Paylink would post it, for your own tests. Test environment only.
     *
     * Post it with the header that your gateway is configured with.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|int|null|array{amount: string|int, merchantEmail?: string, transactionNo: string, orderId: string, orderStatus?: 'pending'|'created'|'paid'|'canceled'|'declined'|'completed', paymentType?: string, apiVersion?: string} $amount Required. What it is to claim, in major units. Or all fields as one array.
     * @param string|null $merchantEmail Your e-mail address at Paylink.
     * @param string|null $transactionNo Required. The invoice's id: 12 or 13 digits.
     * @param string|null $orderId Required. Your order number.
     * @param 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|null $orderStatus `paid` unless you say otherwise.
     * @param string|null $paymentType How the customer is to have paid; version 2 has it.
     * @param string|null $apiVersion `v2` for version 2.
     */
    public function testWebhook(
        string|int|array|null $amount = null,
        ?string $merchantEmail = null,
        ?string $transactionNo = null,
        ?string $orderId = null,
        ?string $orderStatus = null,
        ?string $paymentType = null,
        ?string $apiVersion = null,
    ): TestMessage {}

    /**
     * Makes a refund webhook as Paylink would post it, for your own tests. Test environment only.
     *
     * Post it with the header that your gateway is configured with.
     *
     * @link https://developer.paylink.sa/docs/get-invoice
     *
     * @param string|null|array{transactionNo: string, refundStatus?: 'refunded'|'failed', refundAmount: string|int, currency: string, orderId?: string, apiVersion?: string} $transactionNo Required. The invoice's id: 12 or 13 digits. Or all fields as one array.
     * @param 'refunded'|'failed'|null $refundStatus `refunded` unless you say otherwise.
     * @param string|int|null $refundAmount Required. What it is to claim, in major units.
     * @param string|null $currency Required. Three upper-case letters, such as `SAR`.
     * @param string|null $orderId Your order number.
     * @param string|null $apiVersion The version of the message.
     */
    public function testRefundWebhook(
        string|array|null $transactionNo = null,
        ?string $refundStatus = null,
        string|int|null $refundAmount = null,
        ?string $currency = null,
        ?string $orderId = null,
        ?string $apiVersion = null,
    ): TestMessage {}

    /**
     * Makes the address a browser would come back to, for your own tests. Test environment only.
     *
     * @link https://developer.paylink.sa/docs/add-invoice
     *
     * @param string|null|array{callbackUrl: string, transactionNo: string, orderId: string} $callbackUrl Required. Your `callbackUrl`. Or all fields as one array.
     * @param string|null $transactionNo Required. The invoice's id: 12 or 13 digits.
     * @param string|null $orderId Required. Your order number.
     */
    public function testCallback(
        string|array|null $callbackUrl = null,
        ?string $transactionNo = null,
        ?string $orderId = null,
    ): TestUrl {}

    /**
     * Decides about a payment, once. Store the record in the transaction that settles your order, before the first bytes go out.
     *
     * @param string|null|array{linkReference: string, verdict: 'success'|'failure', now?: int, deadline: int, kind?: 'payment'|'refund'} $linkReference Required. The `linkReferenceNumber` of the payment link: text, leading zeros kept. It is not an invoice's TransactionNo: the two id spaces may differ. Or all fields as one array.
     * @param 'success'|'failure'|null $verdict Required. `success` if your shop settled the order, `failure` if it could not. Never derive a failure from an error or an exception: undecided is undecided.
     * @param int|null $now Now, in Unix seconds. Left out, this machine's clock is read.
     * @param int|null $deadline Required. When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask Paylink for yours.
     * @param 'payment'|'refund'|null $kind `payment` unless you say otherwise.
     * @param array<string, mixed>|null $earlier The record you stored when you decided this before.
     * @return array<string, mixed>
     */
    public function decide(
        string|array|null $linkReference = null,
        ?string $verdict = null,
        ?int $now = null,
        ?int $deadline = null,
        ?string $kind = null,
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
    /** @var string The absolute URL. If it ends in a token, no dump shows it. */
    public readonly string $url;
    /** @var string The URL for logs: without a token at its end. */
    public readonly string $shownUrl;
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

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{paymentId: string, token: string, payUrl?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
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
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{id?: mixed, paymentId: string, token?: string, orderId: string, amount: string, currency: string, description?: string, paymentStatus: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, transactionType?: 'retail'|'authorization'|'reversal'|'complete_sales'|string, redirectUrl?: string, webhookUrl?: string, approvalCode?: string, rc?: string, rrn?: string, merchantEmail?: string, merchantId?: mixed, terminalId?: string, country?: string, customData?: mixed, nonce?: string, pSign?: string, gmt?: string, timestamp?: string, createdAt?: string, updatedAt?: string, deletedAt?: string, paymentStatusHistories?: mixed, extra?: array<string, mixed>}
     */
    public function toArray(): array {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC has to be checked first.
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

/** What a payment page is for. It names no order, so it proves nothing: use `getPayment` for that. */
final class PaymentInfo
{
    /** @var string The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
    public readonly string $amount;
    /** @var string The currency. */
    public readonly string $currency;
    /** @var string|null The description. */
    public readonly mixed $description;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string The status. */
    public readonly string $paymentStatus;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{amount: string, currency: string, description?: string, paymentStatus: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** A page of the history. `settle` says what its rows prove about one order. */
final class History
{
    /** @var list<HistoryPayment> The rows, in the gateway's order. */
    public readonly array $payments;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{payments: list<array{id?: mixed, paymentId?: string, token?: string, orderId?: string, amount?: string, currency?: string, description?: string, paymentStatus?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, transactionType?: 'retail'|'authorization'|'reversal'|'complete_sales'|string, redirectUrl?: string, webhookUrl?: string, approvalCode?: string, rc?: string, rrn?: string, merchantEmail?: string, merchantId?: mixed, terminalId?: string, country?: string, customData?: mixed, nonce?: string, pSign?: string, gmt?: string, timestamp?: string, createdAt?: string, updatedAt?: string, deletedAt?: string, paymentStatusHistories?: mixed, extra?: array<string, mixed>}>, extra?: array<string, mixed>}
     */
    public function toArray(): array {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC has to be checked first.
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

/** A row of the history. All of it may be missing: a row that lacks what a proof needs never makes one. */
final class HistoryPayment
{
    /** @var mixed The gateway's internal number. */
    public readonly mixed $id;
    /** @var string|null The gateway's id of this payment. */
    public readonly mixed $paymentId;
    /** @var string|null The token of the payment page. */
    public readonly mixed $token;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var string|null The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
    public readonly mixed $amount;
    /** @var string|null The currency. */
    public readonly mixed $currency;
    /** @var string|null The description. */
    public readonly mixed $description;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string|null The status. */
    public readonly mixed $paymentStatus;
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
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{id?: mixed, paymentId?: string, token?: string, orderId?: string, amount?: string, currency?: string, description?: string, paymentStatus?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, transactionType?: 'retail'|'authorization'|'reversal'|'complete_sales'|string, redirectUrl?: string, webhookUrl?: string, approvalCode?: string, rc?: string, rrn?: string, merchantEmail?: string, merchantId?: mixed, terminalId?: string, country?: string, customData?: mixed, nonce?: string, pSign?: string, gmt?: string, timestamp?: string, createdAt?: string, updatedAt?: string, deletedAt?: string, paymentStatusHistories?: mixed, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** The history as a file. It proves nothing: reconcile from `history`. */
final class HistoryCsv
{
    /** @var list<string> The headers, as they stand in the file. */
    public readonly mixed $columns;
    /** @var list<HistoryRow> The rows, in the file's order. */
    public readonly array $rows;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{columns: list<string>, rows: list<array{line: int, id?: string, paymentId?: string, token?: string, orderId?: string, amount?: string, currency?: string, description?: string, paymentStatus?: string, transactionType?: string, redirectUrl?: string, webhookUrl?: string, approvalCode?: string, rc?: string, rrn?: string, merchantEmail?: string, merchantId?: string, terminalId?: string, country?: string, nonce?: string, pSign?: string, gmt?: string, timestamp?: string, createdAt?: string, updatedAt?: string, deletedAt?: string, extra?: array<string, mixed>}>, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** A row of the file: texts as they stand there. Columns that are no field are kept under their headers. */
final class HistoryRow
{
    /** @var int The line of the file the row begins on; the header is line 1. */
    public readonly mixed $line;
    /** @var string|null The gateway's internal number. */
    public readonly mixed $id;
    /** @var string|null The gateway's id of the payment. */
    public readonly mixed $paymentId;
    /** @var string|null The token of the payment page. */
    public readonly mixed $token;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var string|null The figure, as the gateway prints it. */
    public readonly mixed $amount;
    /** @var string|null The currency. */
    public readonly mixed $currency;
    /** @var string|null The description. */
    public readonly mixed $description;
    /** @var string|null The status, in the gateway's own word. */
    public readonly mixed $paymentStatus;
    /** @var string|null What kind of transaction it is, in the gateway's own word. */
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
    /** @var string|null Your number at the gateway. */
    public readonly mixed $merchantId;
    /** @var string|null The terminal. */
    public readonly mixed $terminalId;
    /** @var string|null The country. */
    public readonly mixed $country;
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
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{line: int, id?: string, paymentId?: string, token?: string, orderId?: string, amount?: string, currency?: string, description?: string, paymentStatus?: string, transactionType?: string, redirectUrl?: string, webhookUrl?: string, approvalCode?: string, rc?: string, rrn?: string, merchantEmail?: string, merchantId?: string, terminalId?: string, country?: string, nonce?: string, pSign?: string, gmt?: string, timestamp?: string, createdAt?: string, updatedAt?: string, deletedAt?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** What the gateway answered to a card. Its form is not published, so it proves nothing: get the payment. */
final class ProcessedCard
{
    /** @var int The HTTP status. */
    public readonly mixed $status;
    /** @var string|null The `Content-Type`, if it is known. */
    public readonly mixed $contentType;
    /** @var string The body as it came: text or JSON, perhaps a page for the customer's browser. */
    public readonly string $body;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{status: int, contentType?: string, body: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** The new attempt, which waits for the customer. Both its ids are new. */
final class RetriedPayment
{
    /** @var string The new attempt's id. Store it beside the old one and watch both. */
    public readonly string $paymentId;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string The status, `retried`. */
    public readonly string $paymentStatus;
    /** @var string The token of the new payment page. Who has it can open the page. */
    public readonly string $token;
    /** @var string|null The new payment page: send the customer's browser there. */
    public readonly mixed $payUrl;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{paymentId: string, paymentStatus: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, token: string, payUrl?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** What the gateway answered when a reversal was asked for. Its form is not published, so it proves nothing. */
final class AskedReversal
{
    /** @var int The HTTP status. */
    public readonly mixed $status;
    /** @var string|null The `Content-Type`, if it is known. */
    public readonly mixed $contentType;
    /** @var string The body as it came. */
    public readonly string $body;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{status: int, contentType?: string, body: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** A payment after it was revoked. Get it again before you call the order cancelled. */
final class RevokedPayment
{
    /** @var string The payment's id, the one that was asked for. */
    public readonly string $paymentId;
    /** @var string Your order number. */
    public readonly string $orderId;
    /** @var string The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off. */
    public readonly string $amount;
    /** @var string The currency. */
    public readonly string $currency;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string The status: `revoked` if it was. */
    public readonly string $paymentStatus;
    /** @var mixed What you gave as `customData`. */
    public readonly mixed $customData;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{paymentId: string, orderId: string, amount: string, currency: string, paymentStatus: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, customData?: mixed, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
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

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{status: int, contentType?: string, body: string, redirectUrl?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/**
 * The fields of a callback or reply, as they came. Unless it is verified, anyone can have sent a callback.
 *
 * Values are the gateway's own texts. Fields beyond these are kept under their own names.
 */
final class CallbackReply
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
    /** @var string|null Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted, which is less than approved. */
    public readonly mixed $bareResult;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{terminal?: string, trtype?: string, orderId: string, amount?: string, currency?: string, action?: string, rc?: string, approval?: string, rrn?: string, intRef?: string, timestamp?: string, nonce?: string, pSign?: string, description?: string, message?: string, eci?: string, card?: string, bareResult?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC has to be checked first.
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
 * The fields of a callback or reply, as they came. Unless it is verified, anyone can have sent a callback.
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
    /** @var string|null Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted, which is less than approved. */
    public readonly mixed $bareResult;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{terminal?: string, trtype?: string, orderId: string, amount?: string, currency?: string, action?: string, rc?: string, approval?: string, rrn?: string, intRef?: string, timestamp?: string, nonce?: string, pSign?: string, description?: string, message?: string, eci?: string, card?: string, bareResult?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
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

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{status: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** A token. Keep it beside your credentials and use it until `refreshAt`. */
final class Session
{
    /** @var string What goes into `bearerToken` of every call about invoices. */
    public readonly string $bearerToken;
    /** @var int|null When the token is dead, in Unix seconds. */
    public readonly mixed $expiresAt;
    /** @var int|null When to ask for the next one, in Unix seconds: five minutes earlier. */
    public readonly mixed $refreshAt;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{bearerToken: string, expiresAt?: int, refreshAt?: int, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** An invoice as Paylink has it. Only `settle` on a reply to `getInvoice` says whether it pays your order. */
final class Invoice
{
    /** @var GatewayOrderRequest|null What was asked for: it says whose order the invoice is for. */
    public readonly mixed $gatewayOrderRequest;
    /** @var string The amount of the invoice. */
    public readonly string $amount;
    /** @var string The invoice's id. Store it beside your order: it is what you look up later. */
    public readonly string $transactionNo;
    /** @var 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string The status. `paid` alone does not mean that your order is paid. */
    public readonly string $orderStatus;
    /** @var mixed What went wrong with an attempt: a list, text or nothing. A pending invoice with errors is still open. */
    public readonly mixed $paymentErrors;
    /** @var string|null The payment page: send the customer's browser there, and never build this address yourself. */
    public readonly mixed $url;
    /** @var string|null The payment page as a QR code. */
    public readonly mixed $qrUrl;
    /** @var string|null The payment page for a frame in an app. */
    public readonly mixed $mobileUrl;
    /** @var string|null Where Paylink tells the status. */
    public readonly mixed $checkUrl;
    /** @var bool Whether the call worked. It does not say that anything was paid. */
    public readonly mixed $success;
    /** @var mixed What was delivered, if the products are digital. */
    public readonly mixed $digitalOrder;
    /** @var mixed The rate by which Paylink converted the amount, if it did. */
    public readonly mixed $foreignCurrencyRate;
    /** @var PaymentReceipt|null The receipt, once it is paid. */
    public readonly mixed $paymentReceipt;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{gatewayOrderRequest?: array{orderId?: string, amount?: string, currency?: string, callbackUrl?: string, cancelUrl?: string, clientName?: string, clientMobile?: string, clientEmail?: string, note?: string, products?: mixed, extra?: array<string, mixed>}, amount: string, transactionNo: string, orderStatus: 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string, paymentErrors?: mixed, url?: string, qrUrl?: string, mobileUrl?: string, checkUrl?: string, success: bool, digitalOrder?: mixed, foreignCurrencyRate?: mixed, paymentReceipt?: array{receiptUrl?: string, passcode?: string, paymentMethod?: string, paymentDate?: string, bankCardNumber?: string, extra?: array<string, mixed>}, extra?: array<string, mixed>}
     */
    public function toArray(): array {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC has to be checked first.
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

/** What was asked for when the invoice was made, as Paylink echoes it. */
final class GatewayOrderRequest
{
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var string|null The amount that was asked for. */
    public readonly mixed $amount;
    /** @var string|null The currency. */
    public readonly mixed $currency;
    /** @var string|null Where the browser returns to. */
    public readonly mixed $callbackUrl;
    /** @var string|null Where the browser goes if the customer cancels. */
    public readonly mixed $cancelUrl;
    /** @var string|null The customer's name. */
    public readonly mixed $clientName;
    /** @var string|null The customer's mobile number. */
    public readonly mixed $clientMobile;
    /** @var string|null The customer's e-mail address. */
    public readonly mixed $clientEmail;
    /** @var string|null The note. */
    public readonly mixed $note;
    /** @var mixed The products, as Paylink prints them. */
    public readonly mixed $products;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{orderId?: string, amount?: string, currency?: string, callbackUrl?: string, cancelUrl?: string, clientName?: string, clientMobile?: string, clientEmail?: string, note?: string, products?: mixed, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** What the customer got for paying. */
final class PaymentReceipt
{
    /** @var string|null Where the receipt is. */
    public readonly mixed $receiptUrl;
    /** @var string|null What opens it. */
    public readonly mixed $passcode;
    /** @var string|null How it was paid. */
    public readonly mixed $paymentMethod;
    /** @var string|null When it was paid. */
    public readonly mixed $paymentDate;
    /** @var string|null The card, masked by Paylink. */
    public readonly mixed $bankCardNumber;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{receiptUrl?: string, passcode?: string, paymentMethod?: string, paymentDate?: string, bankCardNumber?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** The invoice was canceled. The customer may have paid before: get the invoice again. */
final class CanceledInvoice
{
    /** @var bool Always true: anything else is an error. */
    public readonly mixed $success;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{success: bool, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** The invoices that a look-up found, perhaps none. */
final class FoundInvoices
{
    /** @var list<FoundInvoice> Each of them; what stood beside the list is in `extra`. */
    public readonly array $invoices;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{invoices: list<array{transactionNo?: string, orderId?: string, orderStatus?: 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string, amount?: string, currency?: string, gatewayOrderRequest?: array{orderId?: string, amount?: string, currency?: string, callbackUrl?: string, cancelUrl?: string, clientName?: string, clientMobile?: string, clientEmail?: string, note?: string, products?: mixed, extra?: array<string, mixed>}, paymentErrors?: mixed, url?: string, qrUrl?: string, mobileUrl?: string, checkUrl?: string, success?: mixed, digitalOrder?: mixed, foreignCurrencyRate?: mixed, paymentReceipt?: array{receiptUrl?: string, passcode?: string, paymentMethod?: string, paymentDate?: string, bankCardNumber?: string, extra?: array<string, mixed>}, extra?: array<string, mixed>}>, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** An invoice as a look-up shows it. It never proves anything: fetch it with `getInvoice`, and settle that. */
final class FoundInvoice
{
    /** @var string|null The invoice's id, for `getInvoice`. */
    public readonly mixed $transactionNo;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string|null The status it claims. */
    public readonly mixed $orderStatus;
    /** @var string|null The amount it claims. */
    public readonly mixed $amount;
    /** @var string|null The currency it claims. */
    public readonly mixed $currency;
    /** @var GatewayOrderRequest|null What was asked for. */
    public readonly mixed $gatewayOrderRequest;
    /** @var mixed What went wrong with an attempt: a list, text or nothing. */
    public readonly mixed $paymentErrors;
    /** @var string|null The payment page. */
    public readonly mixed $url;
    /** @var string|null The payment page as a QR code. */
    public readonly mixed $qrUrl;
    /** @var string|null The payment page for a frame in an app. */
    public readonly mixed $mobileUrl;
    /** @var string|null Where Paylink tells the status. */
    public readonly mixed $checkUrl;
    /** @var mixed Whether the call worked. It does not say that anything was paid. */
    public readonly mixed $success;
    /** @var mixed What was delivered, if the products are digital. */
    public readonly mixed $digitalOrder;
    /** @var mixed The rate by which Paylink converted the amount, if it did. */
    public readonly mixed $foreignCurrencyRate;
    /** @var PaymentReceipt|null The receipt, once it is paid. */
    public readonly mixed $paymentReceipt;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{transactionNo?: string, orderId?: string, orderStatus?: 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string, amount?: string, currency?: string, gatewayOrderRequest?: array{orderId?: string, amount?: string, currency?: string, callbackUrl?: string, cancelUrl?: string, clientName?: string, clientMobile?: string, clientEmail?: string, note?: string, products?: mixed, extra?: array<string, mixed>}, paymentErrors?: mixed, url?: string, qrUrl?: string, mobileUrl?: string, checkUrl?: string, success?: mixed, digitalOrder?: mixed, foreignCurrencyRate?: mixed, paymentReceipt?: array{receiptUrl?: string, passcode?: string, paymentMethod?: string, paymentDate?: string, bankCardNumber?: string, extra?: array<string, mixed>}, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
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

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{orderId: string, paymentId?: string, token?: string, paymentStatus?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, amount?: string, currency?: string, terminalId?: mixed, trtype?: mixed, rc?: mixed, approval?: mixed, rrn?: mixed, pSign?: string, nonce?: string, timestamp?: mixed, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
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

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{paymentId?: string, orderId?: string, status?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** What the customer's browser came back with. Anyone can type it: look the invoice up, prove nothing. */
final class InvoiceCallback
{
    /** @var string|null The invoice's id. */
    public readonly mixed $transactionNo;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{transactionNo?: string, orderId?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/**
 * A payment webhook: tells which invoice to look up. It proves nothing, whatever header it came with.
 *
 * Look up the invoice you stored for this order. Answer 200 only once the outcome, or a job to look it up, is
 * stored; anything else makes Paylink ask again, up to ten times.
 */
final class PaymentWebhook
{
    /** @var string|null The amount it claims. */
    public readonly mixed $amount;
    /** @var string|null Your e-mail address at Paylink. */
    public readonly mixed $merchantEmail;
    /** @var string The invoice's id. */
    public readonly string $transactionNo;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string|null The status it claims. */
    public readonly mixed $orderStatus;
    /** @var string|null How it claims the customer paid (version 2). */
    public readonly mixed $paymentType;
    /** @var string|null `v2`, or absent. */
    public readonly mixed $apiVersion;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{amount?: string, merchantEmail?: string, transactionNo: string, orderId?: string, orderStatus?: 'pending'|'created'|'paid'|'canceled'|'declined'|'completed'|string, paymentType?: string, apiVersion?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/**
 * A refund webhook: tells which refund to look at. It proves nothing, whatever header it came with.
 *
 * Paylink expects HTTP 200 with `{"status":"success"}`; anything else makes it ask again, up to ten times. Then
 * acknowledge it: `decide` with `kind` `refund`.
 */
final class RefundWebhook
{
    /** @var string The invoice's id. */
    public readonly string $transactionNo;
    /** @var 'refunded'|'failed'|string|null What it claims became of the refund. */
    public readonly mixed $refundStatus;
    /** @var string|null The amount it claims. */
    public readonly mixed $refundAmount;
    /** @var string|null The currency it claims. */
    public readonly mixed $currency;
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var string|null The version of the message, if it says so. */
    public readonly mixed $apiVersion;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{transactionNo: string, refundStatus?: 'refunded'|'failed'|string, refundAmount?: string, currency?: string, orderId?: string, apiVersion?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** Where a payment page is. */
final class PayPage
{
    /** @var string The page: send the customer's browser there. Who has it can open it. */
    public readonly string $url;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{url: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** The fields of a webhook that its MAC covers, and no others. It still only tells which order to look up. */
final class VerifiedWebhook
{
    /** @var string|null Your order number. */
    public readonly mixed $orderId;
    /** @var string|null The gateway's payment id. */
    public readonly mixed $paymentId;
    /** @var string|null The token of the payment page. */
    public readonly mixed $token;
    /** @var 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string|null What the gateway says happened. */
    public readonly mixed $paymentStatus;
    /** @var string|null The figure it says. */
    public readonly mixed $amount;
    /** @var string|null The currency it says. */
    public readonly mixed $currency;
    /** @var mixed The terminal. */
    public readonly mixed $terminalId;
    /** @var mixed The transaction type, as a word or a digit. */
    public readonly mixed $trtype;
    /** @var mixed The response code. */
    public readonly mixed $rc;
    /** @var mixed The approval code. */
    public readonly mixed $approval;
    /** @var mixed The retrieval reference number. */
    public readonly mixed $rrn;
    /** @var string|null The nonce. */
    public readonly mixed $nonce;
    /** @var mixed The time stamp. */
    public readonly mixed $timestamp;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{orderId?: string, paymentId?: string, token?: string, paymentStatus?: 'prepared'|'revoked'|'failed'|'retried'|'succeeded'|'expired'|'duplicated'|'declined'|'unknown'|'success'|'pending'|string, amount?: string, currency?: string, terminalId?: mixed, trtype?: mixed, rc?: mixed, approval?: mixed, rrn?: mixed, nonce?: string, timestamp?: mixed, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** A message for your own tests, as the gateway would send it. */
final class TestMessage
{
    /** @var string What is posted. */
    public readonly string $body;
    /** @var string Its `Content-Type`. */
    public readonly string $contentType;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{body: string, contentType: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** An address for your own tests, as a browser would come back with it. */
final class TestUrl
{
    /** @var string The whole URL. */
    public readonly string $url;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{url: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** What a response code means. It explains, and proves nothing: only `settle` does. */
final class CodeMeaning
{
    /** @var string RC, as it was asked for. */
    public readonly string $rc;
    /** @var string The meaning in English. */
    public readonly string $meaning;
    /** @var string The meaning in Arabic. */
    public readonly string $meaningAr;
    /** @var 'approved'|'declined'|'merchant_error'|'unknown'|string `approved`; `declined`: the issuer or the customer said no; `merchant_error`: the request was wrong, and nothing happened; `unknown`: look it up before doing anything. */
    public readonly string $resultClass;
    /** @var 'safe'|'look_up_first'|'never'|string `look_up_first` where it may have happened. Else `never`: what was sent is spent. Another attempt is a new ORDER, after a `merchant_error` with the mistake put right. */
    public readonly string $retry;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{rc: string, meaning: string, meaningAr: string, resultClass: 'approved'|'declined'|'merchant_error'|'unknown'|string, retry: 'safe'|'look_up_first'|'never'|string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** An order number the e-Commerce Gateway takes. */
final class NumberedOrder
{
    /** @var string ORDER: 6 to 32 digits. Its last six are the trace number, which repeats after a million orders. */
    public readonly string $orderId;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{orderId: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** The page, and what it posts. */
final class CardPage
{
    /** @var string Where the form is posted. */
    public readonly string $url;
    /** @var array<string, mixed> The signed fields, for a page of your own. The browser must post them as they are. */
    public readonly mixed $fields;
    /** @var string A whole page that posts them by itself; it has a button for browsers without scripts. */
    public readonly string $html;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{url: string, fields: array<string, mixed>, html: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** What the doctor found. It explains a message and proves nothing: nobody is to be served by it. */
final class Diagnosis
{
    /** @var bool|null Whether something fits. */
    public readonly mixed $fits;
    /** @var 'request'|'reply'|string What the message looks like: a reply has ACTION or RC. */
    public readonly string $messageKind;
    /** @var list<Finding> What fits, the likeliest first. If nothing does: the orders that can't be checked, and why. */
    public readonly array $findings;
    /** @var string What to do, in short. */
    public readonly string $advice;
    /** @var list<string> What was tried, in words. */
    public readonly mixed $tried;
    /** @var int How many MACs were made. */
    public readonly mixed $macs;
    /** @var bool|null Whether the search was stopped before all of the last thing in `tried` was tried. */
    public readonly mixed $stopped;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{fits?: bool, messageKind: 'request'|'reply'|string, findings: list<array{fits?: bool, profile: string, orderName: string, alsoProfiles?: list<string>, order: list<string>, algorithm: 'HMAC-SHA1'|'HMAC-SHA256'|string, lengthUnit?: 'bytes'|'characters'|string, absent?: string, keyUsed?: string, keyForm?: 'hex_decoded'|'text'|'upper_case_text'|'lower_case_text'|'without_last_digit'|'without_first_digit'|'zero_in_front'|'zero_at_end'|'components_joined'|string, letterCase?: 'upper'|'lower'|'mixed'|string, missing?: list<string>, mistakes?: list<string>, source?: string, suggestedProfile?: array<string, mixed>, advice: string, extra?: array<string, mixed>}>, advice: string, tried: list<string>, macs: int, stopped?: bool, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
}

/** An order that fits, or one that can't be checked. */
final class Finding
{
    /** @var bool|null Whether the MAC fits. If not, the order can't be checked, because of `missing`. */
    public readonly mixed $fits;
    /** @var string The preset's name; `yours` for the profile you gave; another bank's of the same engine (`azericard`, `psb`, `borica`: no presets, take `suggestedProfile`); `none` if nobody published this order. */
    public readonly string $profile;
    /** @var string The order's name in it, such as `reply 21`; of an order nobody published, the name it is to have. */
    public readonly string $orderName;
    /** @var list<string>|null Other presets with this order. */
    public readonly mixed $alsoProfiles;
    /** @var list<string> The fields the MAC covers, in order. */
    public readonly mixed $order;
    /** @var 'HMAC-SHA1'|'HMAC-SHA256'|string The hash under the HMAC. */
    public readonly string $algorithm;
    /** @var 'bytes'|'characters'|string|null What lengths count; left out if all that is signed is ASCII, since then both are the same. */
    public readonly mixed $lengthUnit;
    /** @var string|null What stands for a field that is not there; left out if none is. */
    public readonly mixed $absent;
    /** @var string|null Which key, in these very words: "mac_key", "mac_key_components" (all XORed) or one of them, such as "mac_key_components.0". */
    public readonly mixed $keyUsed;
    /** @var 'hex_decoded'|'text'|'upper_case_text'|'lower_case_text'|'without_last_digit'|'without_first_digit'|'zero_in_front'|'zero_at_end'|'components_joined'|string|null How its text became bytes. */
    public readonly mixed $keyForm;
    /** @var 'upper'|'lower'|'mixed'|string|null P_SIGN's letter case. Qantara accepts either. */
    public readonly mixed $letterCase;
    /** @var list<string>|null Signed fields that the message doesn't carry. */
    public readonly mixed $missing;
    /** @var list<string>|null The mistakes that make it fit: none if the MAC is made as it should be.  `other_profile`, `other_message`, `algorithm`, `key_as_text`, `key_not_plain`, `key_odd_digits`, `key_component`, `key_is_component`, `key_components_joined`, `length_in_characters`, `length_in_bytes`, `empty_left_out`, `empty_as_zero`, `empty_as_value`, `empty_as_dash`, `zero_as_absent`, `dash_as_absent`, `trailing_text`, `amount_form`, `values_trimmed`, `values_decoded_twice`, `values_encoded`, `values_escaped`, `plus_as_space`, `nonce_case`, `other_timestamp`, `last_of_two`, `signed_not_sent`, `setting_instead`, `value_guessed`, `fields_left_out`, `field_added`, `field_replaced`, `fields_moved`, `message_order`, `sorted_order`, `mac_case`, `mac_base64`. */
    public readonly mixed $mistakes;
    /** @var string|null The text the MAC covers. */
    public readonly mixed $source;
    /** @var array<string, mixed>|null A profile to configure, with which messages like this one are signed and verified; left out if yours does so already, or none can. */
    public readonly mixed $suggestedProfile;
    /** @var string What to do. */
    public readonly string $advice;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{fits?: bool, profile: string, orderName: string, alsoProfiles?: list<string>, order: list<string>, algorithm: 'HMAC-SHA1'|'HMAC-SHA256'|string, lengthUnit?: 'bytes'|'characters'|string, absent?: string, keyUsed?: string, keyForm?: 'hex_decoded'|'text'|'upper_case_text'|'lower_case_text'|'without_last_digit'|'without_first_digit'|'zero_in_front'|'zero_at_end'|'components_joined'|string, letterCase?: 'upper'|'lower'|'mixed'|string, missing?: list<string>, mistakes?: list<string>, source?: string, suggestedProfile?: array<string, mixed>, advice: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}
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
    /** @var string|null Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted, which is less than approved. */
    public readonly mixed $bareResult;
    /** @var array<string, mixed> What the gateway sent beyond these fields, under its own names. */
    public readonly array $extra;
    /** @var string Unique for this message: store it under a unique constraint, with its effect. */
    public readonly string $replayKey;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{terminal?: string, trtype?: string, orderId: string, amount?: string, currency?: string, action?: string, rc?: string, approval?: string, rrn?: string, intRef?: string, timestamp?: string, nonce?: string, pSign?: string, description?: string, message?: string, eci?: string, card?: string, bareResult?: string, extra?: array<string, mixed>}
     */
    public function toArray(): array {}

    /**
     * Matches it against your order (id, amount, currency, kind) and says what happened. Throws a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC has to be checked first.
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
    /** @var string|null Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW: ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial reversals, has one key: book the second by hand. */
    public readonly mixed $replayKey;

    /** Only the gateways make it. */
    private function __construct() {}

    /**
     * All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it can be given back, as can the object itself.
     *
     * @return array{kind: 'paid'|'held'|'reversed'|'failed'|'open', orderId: string, amount: string, currency: string, status: string, transactionType?: string, paymentId?: string, rrn?: string, intRef?: string, replayKey?: string}
     */
    public function toArray(): array {}
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
        #[\SensitiveParameter] int|array|null $status = null,
        #[\SensitiveParameter] ?string $body = null,
        #[\SensitiveParameter] ?string $retryAfter = null,
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
    /** The gateway's own words; not for calls that are given a card or a page's token. */
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
