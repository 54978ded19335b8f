/* The names of gateways, operations, fields and words, and the numbers of errors.
 *
 * Generated from the core's tables by `cargo run -p qantara-contract`; do not edit.
 *
 * All are literals: QANTARA_STR(QANTARA_FIELD_AMOUNT) is a qantara_text, and functions that take a C string take them
 * as they are.
 */
#ifndef QANTARA_NAMES_H
#define QANTARA_NAMES_H

/* Gateways. */
#define QANTARA_GATEWAY_ALQASEH "alqaseh"
#define QANTARA_GATEWAY_EGW "egw"
#define QANTARA_GATEWAY_PAYLINK "paylink"

/* Operations, for qantara_call_new. */
/* alqaseh: takes CreatePayment, replies CreatedPayment. Creates a payment and its hosted page. Nothing is charged until the customer pays there. */
#define QANTARA_OPERATION_CREATE_PAYMENT "create_payment"
/* alqaseh: takes GetPayment, replies Payment. Fetches a payment. `settle` matches its reply against your order and says what happened. */
#define QANTARA_OPERATION_GET_PAYMENT "get_payment"
/* egw: takes Prepare, replies Prepared. Prepares a payment or an authorization and signs it with P_SIGN. */
#define QANTARA_OPERATION_PREPARE "prepare"

/* Readers, for qantara_read. */
/* alqaseh: gives Webhook. Reads a webhook's body. What comes out is a hint: look the payment up, whatever it says. */
#define QANTARA_READER_PARSE_WEBHOOK "parse_webhook"
/* alqaseh: gives Redirect. Reads the URL (or its query) the customer's browser came back to. */
#define QANTARA_READER_PARSE_REDIRECT "parse_redirect"
/* egw: gives Callback. Reads a callback (JSON or urlencoded) without verifying it. What comes out is a hint. */
#define QANTARA_READER_PARSE_CALLBACK "parse_callback"

/* AlQasehConfiguration: What an Al Qaseh gateway needs.
 *   environment (test | production, required): `test` or `production`.
 *   client_id (text, required): The client id Al Qaseh gave you.
 *   client_secret (text, required, secret): The client secret that goes with it.
 *   base_url (text): Where the API is, with its `/v1`; by default the environment's own host.
 *   pay_page_url (text): Where the hosted pay page is, without the token; by default the environment's own host.
 *   allow_http (flag): Test environment only: allow plain http to another machine, such as a sandbox in a container.
 *   order_id_max (number): The longest order id to allow, 1 to 250. The gateway's schema says 250, but its column holds 32, which is the default.
 *   order_id_extra (text): Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
 *   app_scheme (text): A URL scheme of your app to allow in `redirect_url` beside http and https, such as `myshop`.
 */

/* EgwConfiguration: What an e-Commerce Gateway needs.
 *   environment (test | production, required): `test` or `production`.
 *   api_key (text, required, secret): What goes into the `X-API-Key` header.
 *   mac_key (text, required, secret): The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key.
 *   profile (text or map (JSON), required): The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your own as a map. Al Qaseh has not published its own, so there is no default.
 *   merchant (text): MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists them (other banks on this engine do; unconfirmed for Al Qaseh).
 *   terminal (text): TERMINAL: the terminal id. A reply from another terminal is refused.
 *   merch_name (text): MERCH_NAME: your shop's name.
 *   merch_url (text): MERCH_URL: your shop's URL.
 *   country (text): COUNTRY: two letters.
 *   merch_gmt (text): MERCH_GMT: your offset from GMT, such as `+3`.
 *   prepare_url (text): The whole URL of prepare; by default the environment's own.
 *   encoding (json | form): `json` unless you say otherwise.
 *   length_unit (bytes | characters): What a length in the MAC counts. Until you say, signed values that are not ASCII are refused.
 *   completion_trtype (text): The TRTYPE your bank uses for a completion (`21` at other banks on this engine; Al Qaseh's page says `1`). A reply that bears it proves a payment.
 *   reversal_trtype (text): The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not on Al Qaseh's page, so there is no default). A reply that bears it proves a reversal.
 *   allow_http (flag): Test environment only: allow plain http to another machine, such as a sandbox in a container.
 */

/* PaylinkConfiguration: What a Paylink gateway needs.
 *   environment (test | production, required): `test` or `production`.
 *   merchant_id (text, required): The merchant id you chose at registration.
 *   api_key (text, required, secret): What goes into the `X-API-KEY` header.
 *   base_url (text): Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no test host for them, so the test environment needs it: the URL of your sandbox.
 *   allow_http (flag): Test environment only: allow plain http to another machine, such as a sandbox in a container.
 */

/* CreatePayment: Asks for a hosted payment page, where the customer enters the card.
 *   order_id (text, required): Your order number: 1 to 32 characters of `A-Z a-z 0-9 . _ : / -` (both settable on the gateway).
 *   amount (amount as text, required): What the customer pays, in major units, as exact decimal text such as "25000".
 *   currency (text, required): Three upper-case letters; `IQD` in practice.
 *   description (text, required): What the customer is paying for: 1 to 250 characters.
 *   redirect_url (text, required): Where the customer's browser returns to. No fragment: it would hide the parameters.
 *   transaction_type (retail | authorization | reversal | complete_sales): `retail` unless you say otherwise; `authorization` only holds the amount.
 *   webhook_url (text): Where the gateway posts its webhook.
 *   country (text): The customer's country, two upper-case letters.
 *   email (text): The customer's e-mail address, at most 80 bytes.
 *   custom_data (map (JSON)): Data of your own that the gateway echoes back.
 *   token_expiry_in_hour (number): How many hours the payment page lives.
 *   nonce (text): A nonce of yours, 1 to 64 characters.
 *   p_sign (text): A signature of yours, 1 to 256 characters. Its algorithm is not published, so it is sent only if you supply it (the gateway spells the key `p_sing`).
 *   allow_fraction (flag): Accept a fraction or three decimals in dinars. This is not sent.
 */

/* GetPayment: Asks what became of a payment.
 *   payment_id (text, required): The id that `create_payment` returned and you stored; never one from a webhook you don't know.
 */

/* Prepare: Prepares a payment at the e-Commerce Gateway.
 *   amount (amount as text, required): What the customer pays, in major units: exact decimal text of at most 12 characters.
 *   currency (text, required): Three upper-case letters; `IQD` in practice.
 *   order_id (text, required): ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
 *   description (text, required): DESC: what the customer is paying for, 1 to 50 characters.
 *   transaction_type (authorization | retail, required): `retail` takes the money, `authorization` only holds it.
 *   email (text): The customer's e-mail address, at most 80 bytes.
 *   back_ref (text, required): BACKREF: where the result goes, at most 250 bytes.
 *   foreign_retailer_ind (text): FOREIGN_RETAILER_IND: one character, if your bank asks for it.
 *   description_fallback (text): What to send as description if the description is not ASCII and your bank's length unit is not confirmed, such as `Order 123456`. This is not sent beside the description.
 *   allow_fraction (flag): Accept a fraction or three decimals in dinars. This is not sent.
 */

/* Delivery: The record of a decision and its delivery: plain data. Store it under a unique key of `kind`, `merchant_id` and `link_reference`, in the transaction that settles your order, before the first bytes go out; store it again after every step.
 *   kind (text, required): What is acknowledged: `payment`.
 *   merchant_id (text, required): Your merchant id.
 *   link_reference (text, required): The `linkReferenceNumber` of the payment link.
 *   verdict (success | failure, required): What you decided. It never changes.
 *   decided_at (number, required): When you decided, in Unix seconds.
 *   deadline (number, required): When Paylink refunds an unacknowledged order, in Unix seconds.
 *   attempts (number, required): How often it was sent.
 *   first_attempt_at (number): When it was sent first, in Unix seconds.
 *   last_attempt_at (number): When it was sent last, in Unix seconds.
 *   wait (number): How many seconds after that it may be sent again.
 *   state (pending | paused | acknowledged | acknowledged_late | refused | gave_up, required): How it stands.
 *   last_status (number): The last HTTP status, or absent if no answer came.
 *   last_message (text): What the gateway said last.
 */

/* OrderFields: What you expect: your order, as your own database has it. A reply is matched against it.
 *   order_id (text, required): Your order number (for EGW: the ORDER you sent).
 *   amount (amount as text, required): What the customer owes, as exact decimal text in major units.
 *   currency (text, required): The currency, three upper-case letters such as `IQD`.
 *   reversal_requested (flag): Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status tells.
 *   paid_as (text): What already paid this order, if something did: the `payment_id` (EGW: the `rrn`) of the earlier proof. A second payment under another one is then reported loudly.
 *   allow_fraction (flag): Accept a fraction or three decimals in dinars.
 */

/* StampFields: A time stamp and nonce of your own making, in place of the ones made for you.
 *   timestamp (text, required): UTC as `YYYYMMDDHHMMSS`; the gateway refuses one that is more than an hour off.
 *   nonce (text, required): 16 to 64 hex digits (8 to 32 random bytes), never used before.
 */

/* Decision: Your decision about a payment, taken once. `decide` makes the record of it that you store.
 *   link_reference (text, required): The `linkReferenceNumber` of the payment link: text, leading zeros kept. It is not an invoice's TransactionNo: the two id spaces may differ.
 *   verdict (success | failure, required): `success` if your shop settled the order, `failure` if it could not. Never derive a failure from an error or an exception: undecided is undecided.
 *   now (number, required): Now, in Unix seconds.
 *   deadline (number, required): When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask Paylink for yours.
 */

/* AnswerFields: What came of sending a call: an answer, or none.
 *   status (number): The HTTP status; leave it out if no answer came.
 *   body (text): The body as it came.
 *   retry_after (text): The `Retry-After` header: seconds or an HTTP date.
 */

/* MacConfiguration: What the low-level MAC needs: a key and the field order your bank gave you.
 *   key (text, required, secret): The key in hex, at least 16 bytes.
 *   order (list of texts (JSON), required): The fields the MAC covers, in order, such as `["AMOUNT", "CURRENCY", "ORDER"]`.
 *   algorithm (HMAC-SHA1 | HMAC-SHA256): `HMAC-SHA1` unless you say otherwise.
 *   length_unit (bytes | characters): What a length counts. Until you say, values that are not ASCII are refused.
 *   letter_case (upper | lower): The letter case of the hex: `upper` unless you say otherwise.
 *   absent (text): What stands for an absent field; `-` unless you say otherwise.
 *   trailing (text): Text that is appended to the source; none unless you say otherwise.
 */

/* ProfileFields: Your own P_SIGN scheme, where no preset fits: take a preset and change what differs.
 *   preset (text): The preset to start from: `alqaseh-unconfirmed`, `classic`, `romcard`, `bcc` or `kina`.
 *   algorithm (HMAC-SHA1 | HMAC-SHA256): `HMAC-SHA1` unless you or the preset say otherwise.
 *   length_unit (bytes | characters): What a length counts. Until you say, values that are not ASCII are refused.
 *   letter_case (upper | lower): The letter case of the hex: `upper` unless you say otherwise.
 *   absent (text): What stands for an absent field; `-` unless you say otherwise.
 *   trailing (text): Text that is appended to the source; none unless you say otherwise.
 *   orders (map (JSON)): The fields each message's MAC covers, in order: keys are `request`, `completion`, `reversal`, `inquiry` or `reply`, alone or with a TRTYPE (`request 0`, `reply 21`).
 *   from_configuration (list of texts (JSON)): Fields of replies that are signed but not echoed: they are taken from the configuration.
 */

/* CreatedPayment: A payment that was created and waits for the customer.
 *   payment_id (text, required): The gateway's id of this payment. Store it beside your order: it is what you look up later.
 *   token (text, required, secret): The token of the payment page. Who has it can open the page.
 *   pay_url (text, secret): The payment page: send the customer's browser there.
 */

/* Payment: A payment as the gateway has it. Only `settle` says whether it pays your order.
 *   id (whatever the gateway sent): The gateway's internal number.
 *   payment_id (text, required): The gateway's id of this payment.
 *   token (text, secret): The token of the payment page.
 *   order_id (text, required): Your order number.
 *   amount (amount as text, required): The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
 *   currency (text, required): The currency.
 *   description (text): The description.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending, required): The status; `succeeded` alone does not mean paid: the transaction type says of what.
 *   transaction_type (retail | authorization | reversal | complete_sales): What kind of transaction it is.
 *   redirect_url (text): Where the browser returns to.
 *   webhook_url (text): Where webhooks go.
 *   approval_code (text): The issuer's approval code.
 *   rc (text): The issuer's response code.
 *   rrn (text): The retrieval reference number.
 *   merchant_email (text): Your e-mail address at the gateway.
 *   merchant_id (whatever the gateway sent): Your number at the gateway.
 *   terminal_id (text): The terminal.
 *   country (text): The country.
 *   custom_data (whatever the gateway sent, secret): What you gave as `custom_data`.
 *   nonce (text): The nonce.
 *   p_sign (text): A signature whose algorithm is not published.
 *   gmt (text): The offset from GMT.
 *   timestamp (text): The gateway's time stamp.
 *   created_at (text): When it was created.
 *   updated_at (text): When it was last changed.
 *   deleted_at (text): When it was deleted.
 *   payment_status_histories (whatever the gateway sent): Every status it had: a list of `{status, created_at}`.
 */

/* Prepared: What prepare answered. The gateway does not describe it, so it is given as it came.
 *   status (number, required): The HTTP status.
 *   content_type (text): The `Content-Type`, if you passed it on.
 *   body (text, required, secret): The body as it came: an address, a page, or something else.
 *   redirect_url (text, secret): Where to send the customer's browser: there only if the body is a JSON object in which exactly one text is an absolute URL.
 */

/* Acknowledged: Paylink accepted the acknowledgment. The order is not yet "PAID" by that.
 *   status (text, required): `success`, in any letter case.
 */

/* Webhook: A webhook: tells which order to look up. Anyone can post one, so it proves nothing.
 *   order_id (text, required): Your order number.
 *   payment_id (text): The gateway's payment id, if it sent one. Not documented: prefer the id you stored.
 *   token (text, secret): The token of the payment page, if it sent one.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending): What it claims happened.
 *   amount (amount as text): The figure it claims.
 *   currency (text): The currency it claims.
 *   terminal_id (whatever the gateway sent): The terminal.
 *   trtype (whatever the gateway sent): The transaction type, as a word or a digit.
 *   rc (whatever the gateway sent): The response code it claims.
 *   approval (whatever the gateway sent): The approval code it claims.
 *   rrn (whatever the gateway sent): The retrieval reference number it claims.
 *   p_sign (text): A signature whose algorithm, key and field order are not published.
 *   nonce (text): The nonce.
 *   timestamp (whatever the gateway sent): The time stamp.
 */

/* Redirect: What the customer's browser came back with. Anyone can type it: show a page, prove nothing.
 *   payment_id (text): The gateway's payment id.
 *   order_id (text): Your order number.
 *   status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending): What it claims happened: `success`, `failed` or `pending`.
 */

/* Callback: A callback's fields as they came. Unless it is verified, anyone can have sent it.
 *   terminal (text): TERMINAL: your terminal.
 *   trtype (text): TRTYPE: `0` authorization, `1` retail, others as your bank numbers them.
 *   order_id (text, required): ORDER: your order number.
 *   amount (text): AMOUNT, in major units.
 *   currency (text): CURRENCY.
 *   action (text): ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault.
 *   rc (text): RC: the response code; it may hold letters or be negative.
 *   approval (text): APPROVAL: the issuer's approval code.
 *   rrn (text): RRN: the reference a completion or reversal needs.
 *   int_ref (text): INT_REF: the internal reference a completion or reversal needs.
 *   timestamp (text): TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`.
 *   nonce (text): NONCE.
 *   p_sign (text): P_SIGN: the MAC.
 *   description (text): DESC: the description.
 *   message (text): MESSAGE: the gateway's words.
 *   eci (text): ECI: how the cardholder was authenticated.
 *   card (text, secret): CARD: a masked card number.
 */

/* Outcome: What happened to your order, as far as it can be proven.
 *   kind (paid | held | reversed | failed | open, required): What happened: `paid`, `held` (authorized, not yet taken), `reversed`, `failed` or `open`.
 *   order_id (text, required): Your order number.
 *   amount (amount as text, required): The amount of your order, in major units.
 *   currency (text, required): The currency.
 *   status (text, required): The gateway's own word for it (for EGW: ACTION and RC, such as `0/00`).
 *   transaction_type (text): What it is about: `retail`, `authorization`, `reversal`, or a completion (`complete_sales`; at EGW `completion`). That a reversal failed does not undo the payment.
 *   payment_id (text): The gateway's payment id, if it has one.
 *   rrn (text): EGW: the reference a completion or reversal needs.
 *   int_ref (text): EGW: the internal reference a completion or reversal needs.
 *   replay_key (text): Proofs only: unique for this effect. Gateway, environment, merchant, payment and outcome.
 */

/* Fields. */
#define QANTARA_FIELD_ABSENT "absent"
#define QANTARA_FIELD_ACTION "action"
#define QANTARA_FIELD_ALGORITHM "algorithm"
#define QANTARA_FIELD_ALLOW_FRACTION "allow_fraction"
#define QANTARA_FIELD_ALLOW_HTTP "allow_http"
#define QANTARA_FIELD_AMOUNT "amount"
#define QANTARA_FIELD_API_KEY "api_key"
#define QANTARA_FIELD_APP_SCHEME "app_scheme"
#define QANTARA_FIELD_APPROVAL "approval"
#define QANTARA_FIELD_APPROVAL_CODE "approval_code"
#define QANTARA_FIELD_ATTEMPTS "attempts"
#define QANTARA_FIELD_BACK_REF "back_ref"
#define QANTARA_FIELD_BASE_URL "base_url"
#define QANTARA_FIELD_BODY "body"
#define QANTARA_FIELD_CARD "card"
#define QANTARA_FIELD_CLIENT_ID "client_id"
#define QANTARA_FIELD_CLIENT_SECRET "client_secret"
#define QANTARA_FIELD_COMPLETION_TRTYPE "completion_trtype"
#define QANTARA_FIELD_CONTENT_TYPE "content_type"
#define QANTARA_FIELD_COUNTRY "country"
#define QANTARA_FIELD_CREATED_AT "created_at"
#define QANTARA_FIELD_CURRENCY "currency"
#define QANTARA_FIELD_CUSTOM_DATA "custom_data"
#define QANTARA_FIELD_DEADLINE "deadline"
#define QANTARA_FIELD_DECIDED_AT "decided_at"
#define QANTARA_FIELD_DELETED_AT "deleted_at"
#define QANTARA_FIELD_DESCRIPTION "description"
#define QANTARA_FIELD_DESCRIPTION_FALLBACK "description_fallback"
#define QANTARA_FIELD_ECI "eci"
#define QANTARA_FIELD_EMAIL "email"
#define QANTARA_FIELD_ENCODING "encoding"
#define QANTARA_FIELD_ENVIRONMENT "environment"
#define QANTARA_FIELD_FIRST_ATTEMPT_AT "first_attempt_at"
#define QANTARA_FIELD_FOREIGN_RETAILER_IND "foreign_retailer_ind"
#define QANTARA_FIELD_FROM_CONFIGURATION "from_configuration"
#define QANTARA_FIELD_GMT "gmt"
#define QANTARA_FIELD_ID "id"
#define QANTARA_FIELD_INT_REF "int_ref"
#define QANTARA_FIELD_KEY "key"
#define QANTARA_FIELD_KIND "kind"
#define QANTARA_FIELD_LAST_ATTEMPT_AT "last_attempt_at"
#define QANTARA_FIELD_LAST_MESSAGE "last_message"
#define QANTARA_FIELD_LAST_STATUS "last_status"
#define QANTARA_FIELD_LENGTH_UNIT "length_unit"
#define QANTARA_FIELD_LETTER_CASE "letter_case"
#define QANTARA_FIELD_LINK_REFERENCE "link_reference"
#define QANTARA_FIELD_MAC_KEY "mac_key"
#define QANTARA_FIELD_MERCH_GMT "merch_gmt"
#define QANTARA_FIELD_MERCH_NAME "merch_name"
#define QANTARA_FIELD_MERCH_URL "merch_url"
#define QANTARA_FIELD_MERCHANT "merchant"
#define QANTARA_FIELD_MERCHANT_EMAIL "merchant_email"
#define QANTARA_FIELD_MERCHANT_ID "merchant_id"
#define QANTARA_FIELD_MESSAGE "message"
#define QANTARA_FIELD_NONCE "nonce"
#define QANTARA_FIELD_NOW "now"
#define QANTARA_FIELD_ORDER "order"
#define QANTARA_FIELD_ORDER_ID "order_id"
#define QANTARA_FIELD_ORDER_ID_EXTRA "order_id_extra"
#define QANTARA_FIELD_ORDER_ID_MAX "order_id_max"
#define QANTARA_FIELD_ORDERS "orders"
#define QANTARA_FIELD_P_SIGN "p_sign"
#define QANTARA_FIELD_PAID_AS "paid_as"
#define QANTARA_FIELD_PAY_PAGE_URL "pay_page_url"
#define QANTARA_FIELD_PAY_URL "pay_url"
#define QANTARA_FIELD_PAYMENT_ID "payment_id"
#define QANTARA_FIELD_PAYMENT_STATUS "payment_status"
#define QANTARA_FIELD_PAYMENT_STATUS_HISTORIES "payment_status_histories"
#define QANTARA_FIELD_PREPARE_URL "prepare_url"
#define QANTARA_FIELD_PRESET "preset"
#define QANTARA_FIELD_PROFILE "profile"
#define QANTARA_FIELD_RC "rc"
#define QANTARA_FIELD_REDIRECT_URL "redirect_url"
#define QANTARA_FIELD_REPLAY_KEY "replay_key"
#define QANTARA_FIELD_RETRY_AFTER "retry_after"
#define QANTARA_FIELD_REVERSAL_REQUESTED "reversal_requested"
#define QANTARA_FIELD_REVERSAL_TRTYPE "reversal_trtype"
#define QANTARA_FIELD_RRN "rrn"
#define QANTARA_FIELD_STATE "state"
#define QANTARA_FIELD_STATUS "status"
#define QANTARA_FIELD_TERMINAL "terminal"
#define QANTARA_FIELD_TERMINAL_ID "terminal_id"
#define QANTARA_FIELD_TIMESTAMP "timestamp"
#define QANTARA_FIELD_TOKEN "token"
#define QANTARA_FIELD_TOKEN_EXPIRY_IN_HOUR "token_expiry_in_hour"
#define QANTARA_FIELD_TRAILING "trailing"
#define QANTARA_FIELD_TRANSACTION_TYPE "transaction_type"
#define QANTARA_FIELD_TRTYPE "trtype"
#define QANTARA_FIELD_UPDATED_AT "updated_at"
#define QANTARA_FIELD_VERDICT "verdict"
#define QANTARA_FIELD_WAIT "wait"
#define QANTARA_FIELD_WEBHOOK_URL "webhook_url"
#define QANTARA_FIELD_EXTRA "extra"

/* Where requests go. One letter of a host name separates the two, so they are never edited as text. */
#define QANTARA_ENVIRONMENT_TEST "test"
#define QANTARA_ENVIRONMENT_PRODUCTION "production"

/* How prepare's body is written. The gateway's page describes JSON and prints form names too. */
#define QANTARA_ENCODING_JSON "json"
#define QANTARA_ENCODING_FORM "form"

/* What the length before a value counts. The banks differ, and for Arabic text it matters. */
#define QANTARA_LENGTH_UNIT_BYTES "bytes"
#define QANTARA_LENGTH_UNIT_CHARACTERS "characters"

/* What kind of transaction a payment is. */
#define QANTARA_TRANSACTION_TYPE_RETAIL "retail"
#define QANTARA_TRANSACTION_TYPE_AUTHORIZATION "authorization"
#define QANTARA_TRANSACTION_TYPE_REVERSAL "reversal"
#define QANTARA_TRANSACTION_TYPE_COMPLETE_SALES "complete_sales"

/* What prepare does: take the money, or only hold it. */
#define QANTARA_EGW_TRANSACTION_TYPE_AUTHORIZATION "authorization"
#define QANTARA_EGW_TRANSACTION_TYPE_RETAIL "retail"

/* What you tell Paylink: that your shop settled the order, or that it could not. */
#define QANTARA_VERDICT_SUCCESS "success"
#define QANTARA_VERDICT_FAILURE "failure"

/* How a delivery stands. */
#define QANTARA_DELIVERY_STATE_PENDING "pending"
#define QANTARA_DELIVERY_STATE_PAUSED "paused"
#define QANTARA_DELIVERY_STATE_ACKNOWLEDGED "acknowledged"
#define QANTARA_DELIVERY_STATE_ACKNOWLEDGED_LATE "acknowledged_late"
#define QANTARA_DELIVERY_STATE_REFUSED "refused"
#define QANTARA_DELIVERY_STATE_GAVE_UP "gave_up"

/* The hash under the HMAC. */
#define QANTARA_ALGORITHM_HMAC_SHA1 "HMAC-SHA1"
#define QANTARA_ALGORITHM_HMAC_SHA256 "HMAC-SHA256"

/* The letter case of the hex. */
#define QANTARA_LETTER_CASE_UPPER "upper"
#define QANTARA_LETTER_CASE_LOWER "lower"

/* A payment's status. The API's words are lower case; redirects and webhooks say Success, Failed, Pending. Any letter case is read, and an unknown word is kept as it came. */
#define QANTARA_PAYMENT_STATUS_PREPARED "prepared"
#define QANTARA_PAYMENT_STATUS_REVOKED "revoked"
#define QANTARA_PAYMENT_STATUS_FAILED "failed"
#define QANTARA_PAYMENT_STATUS_RETRIED "retried"
#define QANTARA_PAYMENT_STATUS_SUCCEEDED "succeeded"
#define QANTARA_PAYMENT_STATUS_EXPIRED "expired"
#define QANTARA_PAYMENT_STATUS_DUPLICATED "duplicated"
#define QANTARA_PAYMENT_STATUS_DECLINED "declined"
#define QANTARA_PAYMENT_STATUS_UNKNOWN "unknown"
#define QANTARA_PAYMENT_STATUS_SUCCESS "success"
#define QANTARA_PAYMENT_STATUS_PENDING "pending"

/* What happened to an order. */
#define QANTARA_OUTCOME_KIND_PAID "paid"
#define QANTARA_OUTCOME_KIND_HELD "held"
#define QANTARA_OUTCOME_KIND_REVERSED "reversed"
#define QANTARA_OUTCOME_KIND_FAILED "failed"
#define QANTARA_OUTCOME_KIND_OPEN "open"

/* Errors: the field `number`. */
#define QANTARA_CODE_FIELD_MISSING 1001
#define QANTARA_CODE_FIELD_UNKNOWN 1002
#define QANTARA_CODE_FIELD_TYPE 1003
#define QANTARA_CODE_FIELD_DUPLICATE 1004
#define QANTARA_CODE_TEXT_TOO_SHORT 1005
#define QANTARA_CODE_TEXT_TOO_LONG 1006
#define QANTARA_CODE_TEXT_CHARACTERS 1007
#define QANTARA_CODE_TEXT_CONTROL 1008
#define QANTARA_CODE_CHOICE_UNKNOWN 1009
#define QANTARA_CODE_NUMBER_RANGE 1010
#define QANTARA_CODE_URL_INVALID 1011
#define QANTARA_CODE_EMAIL_INVALID 1012
#define QANTARA_CODE_INPUT_SYNTAX 1013
#define QANTARA_CODE_INPUT_TOO_DEEP 1014
#define QANTARA_CODE_INPUT_TOO_LARGE 1015
#define QANTARA_CODE_AMOUNT_FLOAT 1020
#define QANTARA_CODE_AMOUNT_SYNTAX 1021
#define QANTARA_CODE_AMOUNT_TOO_LONG 1022
#define QANTARA_CODE_AMOUNT_NOT_POSITIVE 1023
#define QANTARA_CODE_AMOUNT_AMBIGUOUS 1024
#define QANTARA_CODE_AMOUNT_PRECISION 1025
#define QANTARA_CODE_AMOUNT_FLOAT32 1026
#define QANTARA_CODE_CREDENTIAL_CHARACTERS 1030
#define QANTARA_CODE_ENVIRONMENT_MIXED 1031
#define QANTARA_CODE_ENVIRONMENT_INSECURE 1032
#define QANTARA_CODE_ENVIRONMENT_NO_TEST_HOST 1033
#define QANTARA_CODE_BROWSER_REFUSED 1034
#define QANTARA_CODE_ENVIRONMENT_HOST 1035
#define QANTARA_CODE_CLOCK_IMPLAUSIBLE 1040
#define QANTARA_CODE_NONCE_INVALID 1041
#define QANTARA_CODE_KEY_NOT_HEX 1050
#define QANTARA_CODE_KEY_TOO_SHORT 1051
#define QANTARA_CODE_KEY_ZERO 1052
#define QANTARA_CODE_KEY_REUSED 1053
#define QANTARA_CODE_PROFILE_UNKNOWN 1060
#define QANTARA_CODE_PROFILE_INVALID 1061
#define QANTARA_CODE_PROFILE_NO_ORDER 1062
#define QANTARA_CODE_MAC_AMBIGUOUS_VALUE 1063
#define QANTARA_CODE_MAC_NON_ASCII 1064
#define QANTARA_CODE_RECORD_INVALID 1070
#define QANTARA_CODE_OPERATION_UNKNOWN 1071
#define QANTARA_CODE_MAC_MISMATCH 2001
#define QANTARA_CODE_MAC_MISSING 2002
#define QANTARA_CODE_MAC_LENGTH 2003
#define QANTARA_CODE_MAC_NOT_HEX 2004
#define QANTARA_CODE_MAC_NO_REPLY_ORDER 2005
#define QANTARA_CODE_MAC_UNVERIFIABLE 2006
#define QANTARA_CODE_REPLY_TOO_LARGE 3001
#define QANTARA_CODE_REPLY_TOO_DEEP 3002
#define QANTARA_CODE_REPLY_NOT_UTF8 3003
#define QANTARA_CODE_REPLY_NOT_JSON 3004
#define QANTARA_CODE_REPLY_NOT_OBJECT 3005
#define QANTARA_CODE_REPLY_FIELD_MISSING 3006
#define QANTARA_CODE_REPLY_FIELD_TYPE 3007
#define QANTARA_CODE_REPLY_FIELD_DUPLICATE 3008
#define QANTARA_CODE_REPLY_NOT_FORM 3009
#define QANTARA_CODE_REPLY_UNEXPECTED_STATUS 3010
#define QANTARA_CODE_REPLY_REDIRECT 3011
#define QANTARA_CODE_INTERNAL 3090
#define QANTARA_CODE_ORDER_MISMATCH 4001
#define QANTARA_CODE_AMOUNT_MISMATCH 4002
#define QANTARA_CODE_CURRENCY_MISMATCH 4003
#define QANTARA_CODE_KIND_MISMATCH 4004
#define QANTARA_CODE_PAYMENT_MISMATCH 4005
#define QANTARA_CODE_KIND_UNKNOWN 4006
#define QANTARA_CODE_PAYMENT_REVERSAL_REQUESTED 4007
#define QANTARA_CODE_MAC_NOT_COVERED 4008
#define QANTARA_CODE_TERMINAL_MISMATCH 4009
#define QANTARA_CODE_ORDER_NOT_PAID 4010
#define QANTARA_CODE_ACK_FLIP 4011
#define QANTARA_CODE_ACK_MISMATCH 4012
#define QANTARA_CODE_REPLY_FOREIGN 4013
#define QANTARA_CODE_ORDER_PAID_TWICE 4014
#define QANTARA_CODE_GATEWAY_REFUSED 5001
#define QANTARA_CODE_GATEWAY_UNAUTHORIZED 5002
#define QANTARA_CODE_GATEWAY_NOT_FOUND 5003
#define QANTARA_CODE_GATEWAY_UNAVAILABLE 5004

#endif
