/* The names of gateways, operations, fields and words, and the numbers of errors.
 *
 * Generated from the core's tables by `cargo run -p qantara-contract`; do not edit.
 *
 * All are literals: QANTARA_STR(QANTARA_FIELD_AMOUNT) is a qantara_text, and functions that take a C string take them
 * as they are. Where several gateways have a name, it is one constant.
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
/* alqaseh: takes GetPaymentByToken, replies PaymentInfo. Fetches what a payment page shows: amount, description, status. */
#define QANTARA_OPERATION_GET_PAYMENT_BY_TOKEN "get_payment_by_token"
/* alqaseh: takes HistoryQuery, replies History. Fetches the list of payments, all of them or an order's. */
#define QANTARA_OPERATION_HISTORY "history"
/* alqaseh: takes HistoryCsvQuery, replies HistoryCsv. Fetches the list of payments as a CSV file of at most 1 MiB. */
#define QANTARA_OPERATION_HISTORY_CSV "history_csv"
/* alqaseh: takes ProcessCard, replies ProcessedCard. Pays with a card whose number you handle yourself, for merchants with a PCI-DSS certificate. */
#define QANTARA_OPERATION_PROCESS_CARD "process_card"
/* alqaseh: takes RetryPayment, replies RetriedPayment. Opens another attempt at a payment that is expired, declined, failed or unknown. */
#define QANTARA_OPERATION_RETRY_PAYMENT "retry_payment"
/* alqaseh: takes ReversePayment, replies AskedReversal. Asks for a payment to be reversed. */
#define QANTARA_OPERATION_REVERSE_PAYMENT "reverse_payment"
/* alqaseh: takes RevokePayment, replies RevokedPayment. Withdraws a payment that is prepared or retried. */
#define QANTARA_OPERATION_REVOKE_PAYMENT "revoke_payment"
/* egw: takes Prepare, replies Prepared. Prepares a payment or an authorization and signs it with P_SIGN. */
#define QANTARA_OPERATION_PREPARE "prepare"
/* egw: takes Completion, replies Callback. Takes the money that an authorization holds, or less of it. One completion at a time: never send a second while the first is open. */
#define QANTARA_OPERATION_COMPLETION "completion"
/* egw: takes Reversal, replies Callback. Gives an authorization or a payment back. Say so in your order (`reversal_requested`) before you send it: from then on nothing proves the payment any more. */
#define QANTARA_OPERATION_REVERSAL "reversal"
/* egw: takes StatusInquiry, replies Callback. Asks what became of a transaction, where the profile has an order for TRTYPE 90 (`bcc`, or your own). */
#define QANTARA_OPERATION_STATUS_INQUIRY "status_inquiry"
/* paylink: takes Authenticate, replies Session. Asks for the token that every call about invoices needs. */
#define QANTARA_OPERATION_AUTHENTICATE "authenticate"
/* paylink: takes AddInvoice, replies Invoice. Makes an invoice and its payment page: send the customer's browser to the `url` of the reply. */
#define QANTARA_OPERATION_ADD_INVOICE "add_invoice"
/* paylink: takes GetInvoice, replies Invoice. Fetches an invoice. `settle` matches its reply against your order and says what happened. */
#define QANTARA_OPERATION_GET_INVOICE "get_invoice"
/* paylink: takes CancelInvoice, replies CanceledInvoice. Cancels an invoice. Get it again afterwards: the customer may have paid before. */
#define QANTARA_OPERATION_CANCEL_INVOICE "cancel_invoice"
/* paylink: takes GetTransactionsOfOrder, replies FoundInvoices. Finds the invoices of an order, such as one whose reply was lost. */
#define QANTARA_OPERATION_GET_TRANSACTIONS_OF_ORDER "get_transactions_of_order"
/* paylink: takes GetOrder, replies FoundInvoices. Fetches what Paylink knows of an order. */
#define QANTARA_OPERATION_GET_ORDER "get_order"
/* paylink: takes GetOrdersBySettlement, replies FoundInvoices. Fetches the orders that Paylink settled with you under one number. */
#define QANTARA_OPERATION_GET_ORDERS_BY_SETTLEMENT "get_orders_by_settlement"
/* paylink: takes GetMerchantInvoice, replies FoundInvoices. Fetches an invoice with the merchant's `api_key`, without a token. */
#define QANTARA_OPERATION_GET_MERCHANT_INVOICE "get_merchant_invoice"
/* All of them: ONE(gateway, name) for each. */
#define QANTARA_EACH_OPERATION(ONE) \
    ONE("alqaseh", "create_payment") \
    ONE("alqaseh", "get_payment") \
    ONE("alqaseh", "get_payment_by_token") \
    ONE("alqaseh", "history") \
    ONE("alqaseh", "history_csv") \
    ONE("alqaseh", "process_card") \
    ONE("alqaseh", "retry_payment") \
    ONE("alqaseh", "reverse_payment") \
    ONE("alqaseh", "revoke_payment") \
    ONE("egw", "prepare") \
    ONE("egw", "completion") \
    ONE("egw", "reversal") \
    ONE("egw", "status_inquiry") \
    ONE("paylink", "authenticate") \
    ONE("paylink", "add_invoice") \
    ONE("paylink", "get_invoice") \
    ONE("paylink", "cancel_invoice") \
    ONE("paylink", "get_transactions_of_order") \
    ONE("paylink", "get_order") \
    ONE("paylink", "get_orders_by_settlement") \
    ONE("paylink", "get_merchant_invoice")

/* Readers, for qantara_read. */
/* alqaseh: gives Webhook. Reads a webhook's body. What comes out is a hint: look the payment up, whatever it says. */
/* paylink: gives PaymentWebhook. Reads a payment webhook's body. What comes out is a hint: look the invoice up, whatever it says. */
#define QANTARA_READER_PARSE_WEBHOOK "parse_webhook"
/* alqaseh: gives Redirect. Reads the URL (or its query) the customer's browser came back to. */
#define QANTARA_READER_PARSE_REDIRECT "parse_redirect"
/* egw: gives Callback. Reads a callback without verifying it, in whichever form it came: JSON, XML, urlencoded, or hidden inputs of an HTML page. What comes out is a hint. */
/* paylink: gives InvoiceCallback. Reads the URL (or its query) the customer's browser came back to. */
#define QANTARA_READER_PARSE_CALLBACK "parse_callback"
/* paylink: gives RefundWebhook. Reads a refund webhook's body. What comes out is a hint: never book a refund by it alone. */
#define QANTARA_READER_PARSE_REFUND_WEBHOOK "parse_refund_webhook"
/* All of them: ONE(gateway, name) for each. */
#define QANTARA_EACH_READER(ONE) \
    ONE("alqaseh", "parse_webhook") \
    ONE("alqaseh", "parse_redirect") \
    ONE("egw", "parse_callback") \
    ONE("paylink", "parse_callback") \
    ONE("paylink", "parse_webhook") \
    ONE("paylink", "parse_refund_webhook")

/* Tools, for qantara_tool, or where they need no gateway for qantara_tool_alone. */
/* alqaseh: takes PayPageOf, gives PayPage. The address of a token's payment page, for a token you stored. `create_payment` and `retry_payment` return it as `pay_url`. */
#define QANTARA_TOOL_PAY_PAGE "pay_page"
/* alqaseh: takes WebhookMessage, gives VerifiedWebhook. Verifies a webhook's `p_sign` with the scheme in `webhook_profile` and the key in `webhook_mac_key`, and returns the fields it covers. */
/* paylink: takes VerifyPaymentWebhook, gives PaymentWebhook. Reads a payment webhook after comparing the header it came with, in constant time. */
#define QANTARA_TOOL_VERIFY_WEBHOOK "verify_webhook"
/* alqaseh: takes TestWebhook, gives TestMessage. A webhook as the gateway posts it, to try your shop's route with. In the test environment only. */
/* paylink: takes TestPaymentWebhook, gives TestMessage. Makes a payment webhook as Paylink would post it, for your own tests. Test environment only. */
#define QANTARA_TOOL_TEST_WEBHOOK "test_webhook"
/* alqaseh: takes TestRedirect, gives TestUrl. The URL a browser comes back to, to try your shop's page with. In the test environment only. */
#define QANTARA_TOOL_TEST_REDIRECT "test_redirect"
/* egw: takes CodeQuestion, gives CodeMeaning, needs no gateway. Says what a response code means, in English and Arabic, and whether the request may be repeated. */
#define QANTARA_TOOL_EXPLAIN_CODE "explain_code"
/* egw: takes OrderNumber, gives NumberedOrder, needs no gateway. Makes an ORDER of at least six digits from your own sequence number. */
#define QANTARA_TOOL_ORDER_NUMBER "order_number"
/* egw: takes CardForm, gives CardPage. Makes the page whose browser posts a signed payment to `cgi_link` and shows the gateway's card page. */
#define QANTARA_TOOL_CARD_FORM "card_form"
/* egw: takes TestCallback, gives TestMessage. Makes a signed callback for your own tests, as the gateway would send it: signed with this gateway's key and its profile's order for replies. */
/* paylink: takes TestInvoiceCallback, gives TestUrl. Makes the address a browser would come back to, for your own tests. Test environment only. */
#define QANTARA_TOOL_TEST_CALLBACK "test_callback"
/* egw: takes Diagnose, gives Diagnosis, needs no gateway. Finds out how a captured message was signed: which order, which key, which mistake. */
#define QANTARA_TOOL_DIAGNOSE "diagnose"
/* paylink: takes VerifyRefundWebhook, gives RefundWebhook. Reads a refund webhook after comparing the header it came with, in constant time. */
#define QANTARA_TOOL_VERIFY_REFUND_WEBHOOK "verify_refund_webhook"
/* paylink: takes TestRefundWebhook, gives TestMessage. Makes a refund webhook as Paylink would post it, for your own tests. Test environment only. */
#define QANTARA_TOOL_TEST_REFUND_WEBHOOK "test_refund_webhook"
/* All of them: ONE(gateway, name) for each. */
#define QANTARA_EACH_TOOL(ONE) \
    ONE("alqaseh", "pay_page") \
    ONE("alqaseh", "verify_webhook") \
    ONE("alqaseh", "test_webhook") \
    ONE("alqaseh", "test_redirect") \
    ONE("egw", "explain_code") \
    ONE("egw", "order_number") \
    ONE("egw", "card_form") \
    ONE("egw", "test_callback") \
    ONE("egw", "diagnose") \
    ONE("paylink", "verify_webhook") \
    ONE("paylink", "verify_refund_webhook") \
    ONE("paylink", "test_webhook") \
    ONE("paylink", "test_refund_webhook") \
    ONE("paylink", "test_callback")

/* AlQasehConfiguration: What an Al Qaseh gateway needs.
 *   environment (test | production, required): `test` or `production`.
 *   client_id (text, required): The client id Al Qaseh gave you.
 *   client_secret (text, required, secret): The client secret that goes with it.
 *   base_url (text): Where the API is, with its `/v1`; by default the environment's own host. Give it with `pay_page_url`.
 *   pay_page_url (text): Where the hosted pay page is, without the token; by default the environment's own host. Give it with `base_url`: a token is sent to no page but its own system's.
 *   allow_http (flag): Test environment only: allow plain http to another machine, such as a sandbox in a container.
 *   order_id_max (number): The longest order id to allow, 1 to 250. The gateway's schema says 250, but its column holds 32, which is the default.
 *   order_id_extra (text): Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
 *   app_scheme (text): A URL scheme of your app to allow in `redirect_url` beside http and https, such as `myshop`.
 *   webhook_profile (text or map (JSON)): The scheme of webhooks' `p_sign`, if you were given one: it is not published. A map as of an EGW profile, its `reply` order with the names of the webhook's fields.
 *   webhook_mac_key (text, secret): The key that goes with it, in hex, at least 16 bytes.
 */

/* EgwConfiguration: What an e-Commerce Gateway needs.
 *   environment (test | production, required): `test` or `production`.
 *   api_key (text, required, secret): What goes into the `X-API-Key` header.
 *   mac_key (text, secret): The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key. Leave it out if you give its components.
 *   mac_key_components (list of texts (JSON), secret): The MAC key as your bank handed it over: two or more components in hex, which are XORed.
 *   previous_mac_key (text, secret): While the bank changes keys: the key before `mac_key`. It verifies, and never signs.
 *   profile (text or map (JSON), required): The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your own as a map. Al Qaseh has not published its own, so there is no default.
 *   merchant (text): MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists them (other banks on this engine do; unconfirmed for Al Qaseh).
 *   terminal (text): TERMINAL: the terminal id. A signed message whose MAC covers another terminal is refused.
 *   merch_name (text): MERCH_NAME: your shop's name.
 *   merch_url (text): MERCH_URL: your shop's URL.
 *   country (text): COUNTRY: two letters.
 *   merch_gmt (text): MERCH_GMT: your offset from GMT, such as `+3`.
 *   prepare_url (text): The whole URL of prepare; by default the environment's own. Give it with `cgi_link_url`.
 *   cgi_link_url (text): The whole URL of `cgi_link`, where completions, reversals and card forms go; by default the environment's own. Give it with `prepare_url`.
 *   encoding (json | form): `json` unless you say otherwise.
 *   length_unit (bytes | characters): What a length in the MAC counts. Until you say, signed values that are not ASCII are refused.
 *   completion_trtype (text): The TRTYPE your bank uses for a completion (`21` at other banks on this engine; Al Qaseh's page says `1`). A reply that bears it proves a payment.
 *   reversal_trtype (text): The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not on Al Qaseh's page, so there is no default). A reply that bears it proves a reversal.
 *   reply_amount (exact | at_least): Whether a reply's amount must be your order's (`exact`, the default) or may have a fee on top (`at_least`, with `max_fee`).
 *   max_fee (amount as text): The largest fee a reply's amount may have on top, in major units.
 *   allow_http (flag): Test environment only: allow plain http to another machine, such as a sandbox in a container.
 */

/* PaylinkConfiguration: What a Paylink gateway needs: `merchant_id` with `api_key` for acknowledgments and merchant invoices, `api_id` with `secret_key` for invoices, or both pairs.
 *   environment (test | production, required): `test` or `production`.
 *   merchant_id (text): The merchant id you chose at registration. Give it with `api_key`.
 *   api_key (text, secret): What goes into the `X-API-KEY` header of acknowledgments. Give it with `merchant_id`.
 *   api_id (text): What `authenticate` sends as `apiId`. Give it with `secret_key`.
 *   secret_key (text, secret): What `authenticate` sends as `secretKey`. Give it with `api_id`.
 *   base_url (text): Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no test host for them, so the test environment needs it: the URL of your sandbox.
 *   invoices_url (text): Where invoices are, without `/api`; by default the environment's own host, whatever `base_url` is.
 *   allow_http (flag): Test environment only: allow plain http to another machine, such as a sandbox in a container.
 *   webhook_secret (text, secret): The value of the header that you set for payment webhooks in Paylink's portal. There is no signature: without it `verify_webhook` refuses every message.
 *   refund_webhook_secret (text, secret): The value of the `X-API-KEY` header that you set for refund webhooks in Paylink's portal. Without it `verify_refund_webhook` refuses every message.
 *   completed_is_paid (flag): Take an invoice whose status is Completed for a paid one. By default it is not: Completed is a word about the settlement with you.
 *   foreign_currency (flag): Accept an invoice that Paylink converted (its `foreign_currency_rate` is not null): its amount as a whole then can't be compared with your order's, only the amount that was asked for.
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

/* GetPaymentByToken: Asks what a payment page is for.
 *   token (text, required, secret): The token that `create_payment` or `retry_payment` returned.
 */

/* HistoryQuery: Asks for the list of payments. To settle an order, ask by its `order_id` alone.
 *   limit (number): How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise.
 *   offset (number): How many rows to skip.
 *   order_by (asc | desc): `asc` or `desc`.
 *   order_field (text): What to sort by, in the gateway's own words; "created_at" unless you say otherwise.
 *   amount (amount as text): Only rows of this amount, as exact decimal text.
 *   approval (text): Only rows with this approval code.
 *   currency (text): Only rows in this currency, three upper-case letters.
 *   since (text): Only rows from this time on. The gateway does not publish the form; it is sent as you give it.
 *   until (text): Only rows up to this time. The gateway does not publish the form; it is sent as you give it.
 *   language (text): The language of the gateway's words, two letters.
 *   order_id (text): Only rows of this order of yours.
 *   payment_id (text): Only the row of this payment.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending): Only rows of this status.
 *   rc (text): Only rows with this response code.
 *   rrn (text): Only rows with this retrieval reference number.
 *   transaction_type (retail | authorization | reversal | complete_sales): Only rows of this kind.
 */

/* HistoryCsvQuery: Asks for the list of payments as a CSV file.
 *   limit (number): How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise.
 *   offset (number): How many rows to skip.
 *   order_by (asc | desc): `asc` or `desc`.
 *   order_field (text): What to sort by, in the gateway's own words; "created_at" unless you say otherwise.
 *   amount (amount as text): Only rows of this amount, as exact decimal text.
 *   approval (text): Only rows with this approval code.
 *   currency (text): Only rows in this currency, three upper-case letters.
 *   since (text): Only rows from this time on. The gateway does not publish the form; it is sent as you give it.
 *   until (text): Only rows up to this time. The gateway does not publish the form; it is sent as you give it.
 *   language (text): The language of the gateway's words, two letters.
 *   order_id (text): Only rows of this order of yours.
 *   payment_id (text): Only the row of this payment.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending): Only rows of this status.
 *   rc (text): Only rows with this response code.
 *   rrn (text): Only rows with this retrieval reference number.
 *   transaction_type (retail | authorization | reversal | complete_sales): Only rows of this kind.
 *   columns (map (JSON)): Which header stands for which field, as the gateway doesn't publish them: `{"order_id": "Order No"}`. Headers that are named like a field are found by themselves. This is not sent.
 */

/* ProcessCard: Pays with a card whose number you handle yourself. That takes a PCI-DSS certificate: everybody else sends the customer to the payment page.
 *   token (text, required, secret): The token that `create_payment` or `retry_payment` returned.
 *   card_number (text, required, secret): The card number: 12 to 19 digits.
 *   cvv (text, required, secret): The security code: 3 or 4 digits.
 *   exp_month (text, required, secret): The month it expires in: `01` to `12`.
 *   exp_year (text, required, secret): The year it expires in, of 2 or 4 digits; it is sent as you give it.
 */

/* RetryPayment: Asks for another attempt at a payment that failed.
 *   payment_id (text, required): The id of the attempt that failed. Keep it beside the new one: it can still be charged late.
 *   details (text): Why you retry: 1 to 250 characters.
 *   payment_status (text): The status you last fetched. Only `expired`, `declined`, `failed` and `unknown` can be retried, so a call that is bound to fail is refused here, and a word that is not known is not. This is not sent.
 *   accept_unknown (flag): Accept that an attempt whose status is `unknown` may still succeed under its old id. This is not sent.
 */

/* ReversePayment: Asks for a payment to be reversed.
 *   token (text, required, secret): The token that `create_payment` or `retry_payment` returned.
 */

/* RevokePayment: Withdraws a payment that the customer has not paid yet.
 *   payment_id (text, required): The id of the payment that `create_payment` or `retry_payment` returned.
 *   details (text): Why you revoke it: 1 to 250 characters.
 *   payment_status (text): The status you last fetched. Only `prepared` and `retried` can be revoked, so a call that is bound to fail is refused here, and a word that is not known is not. This is not sent.
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

/* Completion: Takes the money of an authorization: all of it, or less (a hotel's check-out).
 *   authorization (Outcome (JSON)): The `held` outcome that `settle` proved, or its fields as you stored them.
 *   unproven_references (References (JSON)): In place of a proof: references that nothing has checked. A wrong one takes somebody else's money.
 *   amount (amount as text, required): What to take, in major units, in the authorization's currency: exact decimal text of at most 12 characters.
 *   description (text, required): DESC: what the customer is paying for, 1 to 50 characters.
 *   email (text): EMAIL: the customer's e-mail address, at most 80 bytes.
 *   back_ref (text, required): BACKREF: where the result goes, at most 250 bytes.
 *   foreign_retailer_ind (text): FOREIGN_RETAILER_IND: one character, if your bank asks for it.
 *   description_fallback (text): What to send as description if the description is not ASCII and your bank's length unit is not confirmed. This is not sent beside the description.
 *   above_authorized (flag): Take more than was authorized. This is not sent.
 *   allow_fraction (flag): Accept a fraction or three decimals in dinars. This is not sent.
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
 *   replay_key (text): Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW: ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial reversals, has one key: book the second by hand.
 */

/* References: References of an authorization that no proof of Qantara's stands for, such as ones your bank told you on the phone. Nothing has checked them.
 *   order_id (text, required): ORDER: the authorization's order number.
 *   rrn (text, required): RRN: 12 characters.
 *   int_ref (text, required): INT_REF: 1 to 128 characters.
 *   amount (amount as text, required): What was authorized, in major units.
 *   currency (text, required): Its currency, three upper-case letters.
 */

/* Reversal: Gives back what was authorized or paid: all of it, or less.
 *   authorization (Outcome (JSON)): The `held` or `paid` outcome that `settle` proved, or its fields as you stored them.
 *   unproven_references (References (JSON)): In place of a proof: references that nothing has checked. A wrong one reverses somebody else's payment.
 *   amount (amount as text, required): What to give back, in major units, in the payment's currency: exact decimal text of at most 12 characters.
 *   description (text, required): DESC: what it is about, 1 to 50 characters.
 *   email (text): EMAIL: the customer's e-mail address, at most 80 bytes.
 *   back_ref (text, required): BACKREF: where the result goes, at most 250 bytes.
 *   foreign_retailer_ind (text): FOREIGN_RETAILER_IND: one character, if your bank asks for it.
 *   description_fallback (text): What to send as description if the description is not ASCII and your bank's length unit is not confirmed. This is not sent beside the description.
 *   above_authorized (flag): Give back more than that. This is not sent.
 *   allow_fraction (flag): Accept a fraction or three decimals in dinars. This is not sent.
 */

/* StatusInquiry: Asks what became of a transaction. Al Qaseh's page does not have it; other banks on this engine do.
 *   order_id (text, required): ORDER: the transaction's order number.
 *   transaction_type (authorization | retail | completion | reversal, required): Which of the order's transactions (TRAN_TRTYPE).
 */

/* Delivery: The record of a decision and its delivery: plain data. Store it under a unique key of `kind`, `environment`, `merchant_id` and `link_reference`, in the transaction that settles your order, before the first bytes go out; store it again after every step.
 *   kind (payment | refund, required): What is acknowledged: `payment` or `refund`.
 *   environment (test | production, required): Where it goes: what was decided in a test goes on nowhere else.
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

/* Authenticate: Asks for the token that every call about invoices needs.
 *   persist_token (flag): Whether the token is to live for 30 hours; by default it lives for 30 minutes.
 *   now (number, required): Now, in Unix seconds.
 */

/* AddInvoice: Asks for an invoice and its payment page.
 *   bearer_token (text, required, secret): The token that `authenticate` returned.
 *   order_id (text, required): Your order number.
 *   amount (amount as text, required): What the customer pays, in major units, as exact decimal text such as "25.50"; at least 5.00 riyals.
 *   callback_url (text, required): Where the customer's browser returns to. No fragment: it would hide the parameters.
 *   client_name (text, required): The customer's name.
 *   client_mobile (text, required): The customer's mobile number.
 *   products (list of Product (JSON), required): What the customer buys: at least one product.
 *   cancel_url (text): Where the customer's browser goes after cancelling.
 *   client_email (text): The customer's e-mail address.
 *   currency (text): Three upper-case letters; `SAR` unless you say otherwise.
 *   sms_message (text): The text message the customer gets.
 *   supported_card_brands (list of texts (JSON)): The ways to pay that are offered: `mada`, `visaMastercard`, `amex`, `tamara`, `stcpay`, `urpay`, `tabby`.
 *   display_pending (flag): Whether the page of a pending payment is shown.
 *   note (text): A note of your own.
 */

/* Product: What the customer buys.
 *   title (text, required): What it is called.
 *   price (amount as text, required): The price of one, in major units, as exact decimal text.
 *   quantity (number, required): How many.
 *   description (text): What it is.
 *   is_digital (flag): Whether it is delivered over the network.
 *   image_src (text): A picture of it.
 *   specific_vat (amount as text): Its own rate of value-added tax.
 *   product_cost (amount as text): What it cost you.
 */

/* GetInvoice: Asks what became of an invoice.
 *   bearer_token (text, required, secret): The token that `authenticate` returned.
 *   transaction_no (text, required): The id that `add_invoice` returned and you stored: 12 or 13 digits.
 */

/* CancelInvoice: Asks that an invoice can't be paid any more.
 *   bearer_token (text, required, secret): The token that `authenticate` returned.
 *   transaction_no (text, required): The id that `add_invoice` returned and you stored: 12 or 13 digits.
 */

/* GetTransactionsOfOrder: Asks for the invoices of an order.
 *   bearer_token (text, required, secret): The token that `authenticate` returned.
 *   order_id (text, required): Your order number.
 */

/* GetOrder: Asks for an order.
 *   bearer_token (text, required, secret): The token that `authenticate` returned.
 *   order_id (text, required): Your order number.
 */

/* GetOrdersBySettlement: Asks for the orders of a settlement.
 *   bearer_token (text, required, secret): The token that `authenticate` returned.
 *   settlement_number (text, required): The number of the settlement, as Paylink tells it.
 */

/* GetMerchantInvoice: Asks for an invoice by the merchant's own id.
 *   invoice_id (text, required): The id of the invoice.
 */

/* PayPageOf: Asks where a token's payment page is.
 *   token (text, required, secret): The token that `create_payment` or `retry_payment` returned.
 */

/* WebhookMessage: A webhook as it came.
 *   body (text, required, secret): The body of the request, byte for byte.
 */

/* TestWebhook: What the webhook of your test says.
 *   order_id (text, required): Your order number.
 *   payment_status (success | failed | pending): What it claims happened.
 *   amount (amount as text): The figure it claims, as exact decimal text.
 *   currency (text): The currency it claims.
 *   payment_id (text): The gateway's payment id, which it may send.
 *   token (text, secret): The token of the payment page, which it may send.
 *   trtype (text): The transaction type, as a word or a digit.
 *   rc (text): The response code.
 *   approval (text): The approval code.
 *   rrn (text): The retrieval reference number.
 */

/* TestRedirect: What the browser of your test comes back with.
 *   redirect_url (text, required): Where it returns to, as you gave it to `create_payment`.
 *   payment_id (text, required): The gateway's payment id.
 *   order_id (text, required): Your order number.
 *   status (success | failed | pending, required): What it claims happened.
 */

/* CodeQuestion: A response code of the e-Commerce Gateway, as a reply or callback bears it.
 *   rc (text, required): RC, as it came: two characters (`05`), or the gateway's own negative ones (`-17`).
 *   action (text): ACTION, as it came. Without it the code counts as with the ACTION it ordinarily bears: a reply with another one may mean something else.
 *   transaction_type (authorization | retail | completion | reversal): What was asked for. Without it 06, 91 and 96 are `unknown`: they leave a completion or reversal open.
 */

/* OrderNumber: Your own order sequence. A library that keeps nothing can't know which numbers were used today.
 *   sequence (number, required): The next number of your sequence, never used before.
 *   prefix (text): Digits to put in front, such as a shop's number; at most 13.
 */

/* CardForm: A payment or authorization that the customer's own browser takes to the gateway's card page.
 *   amount (amount as text, required): What the customer pays, in major units: exact decimal text of at most 12 characters.
 *   currency (text, required): Three upper-case letters; `IQD` in practice.
 *   order_id (text, required): ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
 *   description (text, required): DESC: what the customer is paying for, 1 to 50 characters.
 *   transaction_type (authorization | retail, required): `retail` takes the money, `authorization` only holds it.
 *   email (text): The customer's e-mail address, at most 80 bytes.
 *   back_ref (text, required): BACKREF: where the result goes, at most 250 bytes.
 *   foreign_retailer_ind (text): FOREIGN_RETAILER_IND: one character, if your bank asks for it.
 *   description_fallback (text): What to send as description if the description is not ASCII and your bank's length unit is not confirmed. This is not sent beside the description.
 *   allow_fraction (flag): Accept a fraction or three decimals in dinars. This is not sent.
 *   csp_nonce (text): The nonce of your Content-Security-Policy (base64), for the script that posts the form by itself. Allow the gateway in `form-action` as well.
 */

/* TestCallback: What the callback of your test says.
 *   trtype (text, required): TRTYPE: `0` authorization, `1` retail, others as your bank numbers them.
 *   order_id (text, required): ORDER: your order number, 6 to 32 digits.
 *   amount (amount as text, required): AMOUNT, in major units.
 *   currency (text, required): CURRENCY.
 *   action (text, required): ACTION: `0` approved, `2` declined, …
 *   rc (text, required): RC: the response code, such as `00`.
 *   approval (text): APPROVAL: the issuer's approval code.
 *   rrn (text): RRN.
 *   int_ref (text): INT_REF.
 *   timestamp (text): TIMESTAMP, UTC `YYYYMMDDHHMMSS`.
 *   nonce (text): NONCE.
 *   description (text): DESC: the description.
 *   message (text): MESSAGE: the gateway's words.
 *   form (json | form | xml | html): The form it is delivered in: `json` unless you say otherwise.
 */

/* Diagnose: A captured message and what you know of how it was signed.
 *   message (text, required, secret): The message as it came or went: a reply or callback (JSON, XML, urlencoded, an HTML page with hidden inputs, or the URL the browser came back with), or a request of your own.
 *   p_sign (text): Its P_SIGN, if that is not in the message.
 *   mac_key (text, secret): The key in hex, as you have it. Needed unless there are components.
 *   mac_key_components (list of texts (JSON), secret): The key's components, if your bank gave you several: each alone and all XORed are tried.
 *   profile (text or map (JSON)): The profile you have configured: a preset's name or a map. All presets are tried in any case.
 *   merchant (text): MERCHANT: the merchant id. This and the next five may be signed without being sent.
 *   terminal (text): TERMINAL: the terminal id.
 *   merch_name (text): MERCH_NAME: your shop's name.
 *   merch_url (text): MERCH_URL: your shop's URL.
 *   country (text): COUNTRY: two letters.
 *   merch_gmt (text): MERCH_GMT: your offset from GMT.
 *   signed_values (map (JSON)): Other values that may be signed without being sent, under the gateway's names: of the request a reply answers, such as `{"NONCE": "…", "DESC": "…"}`.
 */

/* VerifyPaymentWebhook: A payment webhook as it came.
 *   body (text, required, secret): The body as it came.
 *   header (text, secret): The value of the header that you set in Paylink's portal, if it came.
 */

/* VerifyRefundWebhook: A refund webhook as it came.
 *   body (text, required, secret): The body as it came.
 *   header (text, secret): The value of its `X-API-KEY` header, if it came.
 */

/* TestPaymentWebhook: A payment webhook for your own tests.
 *   amount (amount as text, required): What it is to claim, in major units.
 *   merchant_email (text): Your e-mail address at Paylink.
 *   transaction_no (text, required): The invoice's id: 12 or 13 digits.
 *   order_id (text, required): Your order number.
 *   order_status (pending | created | paid | canceled | declined | completed): `paid` unless you say otherwise.
 *   payment_type (text): How the customer is to have paid; version 2 has it.
 *   api_version (text): `v2` for version 2.
 */

/* TestRefundWebhook: A refund webhook for your own tests.
 *   transaction_no (text, required): The invoice's id: 12 or 13 digits.
 *   refund_status (refunded | failed): `refunded` unless you say otherwise.
 *   refund_amount (amount as text, required): What it is to claim, in major units.
 *   currency (text, required): Three upper-case letters, such as `SAR`.
 *   order_id (text): Your order number.
 *   api_version (text): The version of the message.
 */

/* TestInvoiceCallback: A browser's return for your own tests.
 *   callback_url (text, required): Your `callback_url`.
 *   transaction_no (text, required): The invoice's id: 12 or 13 digits.
 *   order_id (text, required): Your order number.
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

/* Decision: Your decision about a payment or a refund, taken once. `decide` makes the record of it that you store.
 *   link_reference (text, required): The `linkReferenceNumber` of the payment link: text, leading zeros kept. It is not an invoice's TransactionNo: the two id spaces may differ.
 *   verdict (success | failure, required): `success` if your shop settled the order, `failure` if it could not. Never derive a failure from an error or an exception: undecided is undecided.
 *   now (number, required): Now, in Unix seconds.
 *   deadline (number, required): When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask Paylink for yours.
 *   kind (payment | refund): `payment` unless you say otherwise.
 */

/* AnswerFields: What came of sending a call: an answer, or none.
 *   status (number): The HTTP status; leave it out if no answer came.
 *   body (text, secret): The body as it came.
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

/* PaymentInfo: What a payment page is for. It names no order, so it proves nothing: use `get_payment` for that.
 *   amount (amount as text, required): The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
 *   currency (text, required): The currency.
 *   description (text): The description.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending, required): The status.
 */

/* History: A page of the history. `settle` says what its rows prove about one order.
 *   payments (list of HistoryPayment (JSON), required): The rows, in the gateway's order.
 */

/* HistoryPayment: A row of the history. All of it may be missing: a row that lacks what a proof needs never makes one.
 *   id (whatever the gateway sent): The gateway's internal number.
 *   payment_id (text): The gateway's id of this payment.
 *   token (text, secret): The token of the payment page.
 *   order_id (text): Your order number.
 *   amount (amount as text): The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
 *   currency (text): The currency.
 *   description (text): The description.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending): The status.
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

/* HistoryCsv: The history as a file. It proves nothing: reconcile from `history`.
 *   columns (list of texts (JSON), required): The headers, as they stand in the file.
 *   rows (list of HistoryRow (JSON), required): The rows, in the file's order.
 */

/* HistoryRow: A row of the file: texts as they stand there. Columns that are no field are kept under their headers.
 *   line (number, required): The line of the file the row begins on; the header is line 1.
 *   id (text): The gateway's internal number.
 *   payment_id (text): The gateway's id of the payment.
 *   token (text, secret): The token of the payment page.
 *   order_id (text): Your order number.
 *   amount (text): The figure, as the gateway prints it.
 *   currency (text): The currency.
 *   description (text): The description.
 *   payment_status (text): The status, in the gateway's own word.
 *   transaction_type (text): What kind of transaction it is, in the gateway's own word.
 *   redirect_url (text): Where the browser returns to.
 *   webhook_url (text): Where webhooks go.
 *   approval_code (text): The issuer's approval code.
 *   rc (text): The issuer's response code.
 *   rrn (text): The retrieval reference number.
 *   merchant_email (text): Your e-mail address at the gateway.
 *   merchant_id (text): Your number at the gateway.
 *   terminal_id (text): The terminal.
 *   country (text): The country.
 *   nonce (text): The nonce.
 *   p_sign (text): A signature whose algorithm is not published.
 *   gmt (text): The offset from GMT.
 *   timestamp (text): The gateway's time stamp.
 *   created_at (text): When it was created.
 *   updated_at (text): When it was last changed.
 *   deleted_at (text): When it was deleted.
 */

/* ProcessedCard: What the gateway answered to a card. Its form is not published, so it proves nothing: get the payment.
 *   status (number, required): The HTTP status.
 *   content_type (text): The `Content-Type`, if it is known.
 *   body (text, required, secret): The body as it came: text or JSON, perhaps a page for the customer's browser.
 */

/* RetriedPayment: The new attempt, which waits for the customer. Both its ids are new.
 *   payment_id (text, required): The new attempt's id. Store it beside the old one and watch both.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending, required): The status, `retried`.
 *   token (text, required, secret): The token of the new payment page. Who has it can open the page.
 *   pay_url (text, secret): The new payment page: send the customer's browser there.
 */

/* AskedReversal: What the gateway answered when a reversal was asked for. Its form is not published, so it proves nothing.
 *   status (number, required): The HTTP status.
 *   content_type (text): The `Content-Type`, if it is known.
 *   body (text, required, secret): The body as it came.
 */

/* RevokedPayment: A payment after it was revoked. Get it again before you call the order cancelled.
 *   payment_id (text, required): The payment's id, the one that was asked for.
 *   order_id (text, required): Your order number.
 *   amount (amount as text, required): The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
 *   currency (text, required): The currency.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending, required): The status: `revoked` if it was.
 *   custom_data (whatever the gateway sent, secret): What you gave as `custom_data`.
 */

/* Prepared: What prepare answered. The gateway does not describe it, so it is given as it came.
 *   status (number, required): The HTTP status.
 *   content_type (text): The `Content-Type`, if you passed it on.
 *   body (text, required, secret): The body as it came: an address, a page, or something else.
 *   redirect_url (text, secret): Where to send the customer's browser: there only if the body is a JSON object in which exactly one text is an absolute URL.
 */

/* Callback: The fields of a callback or reply, as they came. Unless it is verified, anyone can have sent a callback.
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
 *   bare_result (text): Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted, which is less than approved.
 */

/* Acknowledged: Paylink accepted the acknowledgment. The order is not yet "PAID" by that.
 *   status (text, required): `success`, in any letter case.
 */

/* Session: A token. Keep it beside your credentials and use it until `refresh_at`.
 *   bearer_token (text, required, secret): What goes into `bearer_token` of every call about invoices.
 *   expires_at (number): When the token is dead, in Unix seconds.
 *   refresh_at (number): When to ask for the next one, in Unix seconds: five minutes earlier.
 */

/* Invoice: An invoice as Paylink has it. Only `settle` on a reply to `get_invoice` says whether it pays your order.
 *   gateway_order_request (GatewayOrderRequest (JSON)): What was asked for: it says whose order the invoice is for.
 *   amount (amount as text, required): The amount of the invoice.
 *   transaction_no (text, required): The invoice's id. Store it beside your order: it is what you look up later.
 *   order_status (pending | created | paid | canceled | declined | completed, required): The status. `paid` alone does not mean that your order is paid.
 *   payment_errors (whatever the gateway sent): What went wrong with an attempt: a list, text or nothing. A pending invoice with errors is still open.
 *   url (text): The payment page: send the customer's browser there, and never build this address yourself.
 *   qr_url (text): The payment page as a QR code.
 *   mobile_url (text): The payment page for a frame in an app.
 *   check_url (text): Where Paylink tells the status.
 *   success (flag, required): Whether the call worked. It does not say that anything was paid.
 *   digital_order (whatever the gateway sent): What was delivered, if the products are digital.
 *   foreign_currency_rate (whatever the gateway sent): The rate by which Paylink converted the amount, if it did.
 *   payment_receipt (PaymentReceipt (JSON)): The receipt, once it is paid.
 */

/* GatewayOrderRequest: What was asked for when the invoice was made, as Paylink echoes it.
 *   order_id (text): Your order number.
 *   amount (amount as text): The amount that was asked for.
 *   currency (text): The currency.
 *   callback_url (text): Where the browser returns to.
 *   cancel_url (text): Where the browser goes if the customer cancels.
 *   client_name (text): The customer's name.
 *   client_mobile (text): The customer's mobile number.
 *   client_email (text): The customer's e-mail address.
 *   note (text): The note.
 *   products (whatever the gateway sent): The products, as Paylink prints them.
 */

/* PaymentReceipt: What the customer got for paying.
 *   receipt_url (text): Where the receipt is.
 *   passcode (text, secret): What opens it.
 *   payment_method (text): How it was paid.
 *   payment_date (text): When it was paid.
 *   bank_card_number (text, secret): The card, masked by Paylink.
 */

/* CanceledInvoice: The invoice was canceled. The customer may have paid before: get the invoice again.
 *   success (flag, required): Always true: anything else is an error.
 */

/* FoundInvoices: The invoices that a look-up found, perhaps none.
 *   invoices (list of FoundInvoice (JSON), required): Each of them; what stood beside the list is in `extra`.
 */

/* FoundInvoice: An invoice as a look-up shows it. It never proves anything: fetch it with `get_invoice`, and settle that.
 *   transaction_no (text): The invoice's id, for `get_invoice`.
 *   order_id (text): Your order number.
 *   order_status (pending | created | paid | canceled | declined | completed): The status it claims.
 *   amount (amount as text): The amount it claims.
 *   currency (text): The currency it claims.
 *   gateway_order_request (GatewayOrderRequest (JSON)): What was asked for.
 *   payment_errors (whatever the gateway sent): What went wrong with an attempt: a list, text or nothing.
 *   url (text): The payment page.
 *   qr_url (text): The payment page as a QR code.
 *   mobile_url (text): The payment page for a frame in an app.
 *   check_url (text): Where Paylink tells the status.
 *   success (whatever the gateway sent): Whether the call worked. It does not say that anything was paid.
 *   digital_order (whatever the gateway sent): What was delivered, if the products are digital.
 *   foreign_currency_rate (whatever the gateway sent): The rate by which Paylink converted the amount, if it did.
 *   payment_receipt (PaymentReceipt (JSON)): The receipt, once it is paid.
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

/* InvoiceCallback: What the customer's browser came back with. Anyone can type it: look the invoice up, prove nothing.
 *   transaction_no (text): The invoice's id.
 *   order_id (text): Your order number.
 */

/* PaymentWebhook: A payment webhook: tells which invoice to look up. It proves nothing, whatever header it came with.
 *   amount (amount as text): The amount it claims.
 *   merchant_email (text): Your e-mail address at Paylink.
 *   transaction_no (text, required): The invoice's id.
 *   order_id (text): Your order number.
 *   order_status (pending | created | paid | canceled | declined | completed): The status it claims.
 *   payment_type (text): How it claims the customer paid (version 2).
 *   api_version (text): `v2`, or absent.
 */

/* RefundWebhook: A refund webhook: tells which refund to look at. It proves nothing, whatever header it came with.
 *   transaction_no (text, required): The invoice's id.
 *   refund_status (refunded | failed): What it claims became of the refund.
 *   refund_amount (amount as text): The amount it claims.
 *   currency (text): The currency it claims.
 *   order_id (text): Your order number.
 *   api_version (text): The version of the message, if it says so.
 */

/* PayPage: Where a payment page is.
 *   url (text, required, secret): The page: send the customer's browser there. Who has it can open it.
 */

/* VerifiedWebhook: The fields of a webhook that its MAC covers, and no others. It still only tells which order to look up.
 *   order_id (text): Your order number.
 *   payment_id (text): The gateway's payment id.
 *   token (text, secret): The token of the payment page.
 *   payment_status (prepared | revoked | failed | retried | succeeded | expired | duplicated | declined | unknown | success | pending): What the gateway says happened.
 *   amount (amount as text): The figure it says.
 *   currency (text): The currency it says.
 *   terminal_id (whatever the gateway sent): The terminal.
 *   trtype (whatever the gateway sent): The transaction type, as a word or a digit.
 *   rc (whatever the gateway sent): The response code.
 *   approval (whatever the gateway sent): The approval code.
 *   rrn (whatever the gateway sent): The retrieval reference number.
 *   nonce (text): The nonce.
 *   timestamp (whatever the gateway sent): The time stamp.
 */

/* TestMessage: A message for your own tests, as the gateway would send it.
 *   body (text, required, secret): What is posted.
 *   content_type (text, required): Its `Content-Type`.
 */

/* TestUrl: An address for your own tests, as a browser would come back with it.
 *   url (text, required): The whole URL.
 */

/* CodeMeaning: What a response code means. It explains, and proves nothing: only `settle` does.
 *   rc (text, required): RC, as it was asked for.
 *   meaning (text, required): The meaning in English.
 *   meaning_ar (text, required): The meaning in Arabic.
 *   result_class (approved | declined | merchant_error | unknown, required): `approved`; `declined`: the issuer or the customer said no; `merchant_error`: the request was wrong, and nothing happened; `unknown`: look it up before doing anything.
 *   retry (safe | look_up_first | never, required): `look_up_first` where it may have happened. Else `never`: what was sent is spent. Another attempt is a new ORDER, after a `merchant_error` with the mistake put right.
 */

/* NumberedOrder: An order number the e-Commerce Gateway takes.
 *   order_id (text, required): ORDER: 6 to 32 digits. Its last six are the trace number, which repeats after a million orders.
 */

/* CardPage: The page, and what it posts.
 *   url (text, required): Where the form is posted.
 *   fields (map (JSON), required): The signed fields, for a page of your own. The browser must post them as they are.
 *   html (text, required, secret): A whole page that posts them by itself; it has a button for browsers without scripts.
 */

/* Diagnosis: What the doctor found. It explains a message and proves nothing: nobody is to be served by it.
 *   fits (flag): Whether something fits.
 *   message_kind (request | reply, required): What the message looks like: a reply has ACTION or RC.
 *   findings (list of Finding (JSON), required): What fits, the likeliest first. If nothing does: the orders that can't be checked, and why.
 *   advice (text, required): What to do, in short.
 *   tried (list of texts (JSON), required): What was tried, in words.
 *   macs (number, required): How many MACs were made.
 *   stopped (flag): Whether the search was stopped before all of the last thing in `tried` was tried.
 */

/* Finding: An order that fits, or one that can't be checked.
 *   fits (flag): Whether the MAC fits. If not, the order can't be checked, because of `missing`.
 *   profile (text, required): The preset's name; `yours` for the profile you gave; another bank's of the same engine (`azericard`, `psb`, `borica`: no presets, take `suggested_profile`); `none` if nobody published this order.
 *   order_name (text, required): The order's name in it, such as `reply 21`; of an order nobody published, the name it is to have.
 *   also_profiles (list of texts (JSON)): Other presets with this order.
 *   order (list of texts (JSON), required): The fields the MAC covers, in order.
 *   algorithm (HMAC-SHA1 | HMAC-SHA256, required): The hash under the HMAC.
 *   length_unit (bytes | characters): What lengths count; left out if all that is signed is ASCII, since then both are the same.
 *   absent (text): What stands for a field that is not there; left out if none is.
 *   key_used (text): Which key, in these very words: "mac_key", "mac_key_components" (all XORed) or one of them, such as "mac_key_components.0".
 *   key_form (hex_decoded | text | upper_case_text | lower_case_text | without_last_digit | without_first_digit | zero_in_front | zero_at_end | components_joined): How its text became bytes.
 *   letter_case (upper | lower | mixed): P_SIGN's letter case. Qantara accepts either.
 *   missing (list of texts (JSON)): Signed fields that the message doesn't carry.
 *   mistakes (list of texts (JSON)): The mistakes that make it fit: none if the MAC is made as it should be.
 *   source (text, secret): The text the MAC covers.
 *   suggested_profile (map (JSON)): A profile to configure, with which messages like this one are signed and verified; left out if yours does so already, or none can.
 *   advice (text, required): What to do.
 */

/* Fields. */
#define QANTARA_FIELD_ABOVE_AUTHORIZED "above_authorized"
#define QANTARA_FIELD_ABSENT "absent"
#define QANTARA_FIELD_ACCEPT_UNKNOWN "accept_unknown"
#define QANTARA_FIELD_ACTION "action"
#define QANTARA_FIELD_ADVICE "advice"
#define QANTARA_FIELD_ALGORITHM "algorithm"
#define QANTARA_FIELD_ALLOW_FRACTION "allow_fraction"
#define QANTARA_FIELD_ALLOW_HTTP "allow_http"
#define QANTARA_FIELD_ALSO_PROFILES "also_profiles"
#define QANTARA_FIELD_AMOUNT "amount"
#define QANTARA_FIELD_API_ID "api_id"
#define QANTARA_FIELD_API_KEY "api_key"
#define QANTARA_FIELD_API_VERSION "api_version"
#define QANTARA_FIELD_APP_SCHEME "app_scheme"
#define QANTARA_FIELD_APPROVAL "approval"
#define QANTARA_FIELD_APPROVAL_CODE "approval_code"
#define QANTARA_FIELD_ATTEMPTS "attempts"
#define QANTARA_FIELD_AUTHORIZATION "authorization"
#define QANTARA_FIELD_BACK_REF "back_ref"
#define QANTARA_FIELD_BANK_CARD_NUMBER "bank_card_number"
#define QANTARA_FIELD_BARE_RESULT "bare_result"
#define QANTARA_FIELD_BASE_URL "base_url"
#define QANTARA_FIELD_BEARER_TOKEN "bearer_token"
#define QANTARA_FIELD_BODY "body"
#define QANTARA_FIELD_CALLBACK_URL "callback_url"
#define QANTARA_FIELD_CANCEL_URL "cancel_url"
#define QANTARA_FIELD_CARD "card"
#define QANTARA_FIELD_CARD_NUMBER "card_number"
#define QANTARA_FIELD_CGI_LINK_URL "cgi_link_url"
#define QANTARA_FIELD_CHECK_URL "check_url"
#define QANTARA_FIELD_CLIENT_EMAIL "client_email"
#define QANTARA_FIELD_CLIENT_ID "client_id"
#define QANTARA_FIELD_CLIENT_MOBILE "client_mobile"
#define QANTARA_FIELD_CLIENT_NAME "client_name"
#define QANTARA_FIELD_CLIENT_SECRET "client_secret"
#define QANTARA_FIELD_COLUMNS "columns"
#define QANTARA_FIELD_COMPLETED_IS_PAID "completed_is_paid"
#define QANTARA_FIELD_COMPLETION_TRTYPE "completion_trtype"
#define QANTARA_FIELD_CONTENT_TYPE "content_type"
#define QANTARA_FIELD_COUNTRY "country"
#define QANTARA_FIELD_CREATED_AT "created_at"
#define QANTARA_FIELD_CSP_NONCE "csp_nonce"
#define QANTARA_FIELD_CURRENCY "currency"
#define QANTARA_FIELD_CUSTOM_DATA "custom_data"
#define QANTARA_FIELD_CVV "cvv"
#define QANTARA_FIELD_DEADLINE "deadline"
#define QANTARA_FIELD_DECIDED_AT "decided_at"
#define QANTARA_FIELD_DELETED_AT "deleted_at"
#define QANTARA_FIELD_DESCRIPTION "description"
#define QANTARA_FIELD_DESCRIPTION_FALLBACK "description_fallback"
#define QANTARA_FIELD_DETAILS "details"
#define QANTARA_FIELD_DIGITAL_ORDER "digital_order"
#define QANTARA_FIELD_DISPLAY_PENDING "display_pending"
#define QANTARA_FIELD_ECI "eci"
#define QANTARA_FIELD_EMAIL "email"
#define QANTARA_FIELD_ENCODING "encoding"
#define QANTARA_FIELD_ENVIRONMENT "environment"
#define QANTARA_FIELD_EXP_MONTH "exp_month"
#define QANTARA_FIELD_EXP_YEAR "exp_year"
#define QANTARA_FIELD_EXPIRES_AT "expires_at"
#define QANTARA_FIELD_FIELDS "fields"
#define QANTARA_FIELD_FINDINGS "findings"
#define QANTARA_FIELD_FIRST_ATTEMPT_AT "first_attempt_at"
#define QANTARA_FIELD_FITS "fits"
#define QANTARA_FIELD_FOREIGN_CURRENCY "foreign_currency"
#define QANTARA_FIELD_FOREIGN_CURRENCY_RATE "foreign_currency_rate"
#define QANTARA_FIELD_FOREIGN_RETAILER_IND "foreign_retailer_ind"
#define QANTARA_FIELD_FORM "form"
#define QANTARA_FIELD_FROM_CONFIGURATION "from_configuration"
#define QANTARA_FIELD_GATEWAY_ORDER_REQUEST "gateway_order_request"
#define QANTARA_FIELD_GMT "gmt"
#define QANTARA_FIELD_HEADER "header"
#define QANTARA_FIELD_HTML "html"
#define QANTARA_FIELD_ID "id"
#define QANTARA_FIELD_IMAGE_SRC "image_src"
#define QANTARA_FIELD_INT_REF "int_ref"
#define QANTARA_FIELD_INVOICE_ID "invoice_id"
#define QANTARA_FIELD_INVOICES "invoices"
#define QANTARA_FIELD_INVOICES_URL "invoices_url"
#define QANTARA_FIELD_IS_DIGITAL "is_digital"
#define QANTARA_FIELD_KEY "key"
#define QANTARA_FIELD_KEY_FORM "key_form"
#define QANTARA_FIELD_KEY_USED "key_used"
#define QANTARA_FIELD_KIND "kind"
#define QANTARA_FIELD_LANGUAGE "language"
#define QANTARA_FIELD_LAST_ATTEMPT_AT "last_attempt_at"
#define QANTARA_FIELD_LAST_MESSAGE "last_message"
#define QANTARA_FIELD_LAST_STATUS "last_status"
#define QANTARA_FIELD_LENGTH_UNIT "length_unit"
#define QANTARA_FIELD_LETTER_CASE "letter_case"
#define QANTARA_FIELD_LIMIT "limit"
#define QANTARA_FIELD_LINE "line"
#define QANTARA_FIELD_LINK_REFERENCE "link_reference"
#define QANTARA_FIELD_MAC_KEY "mac_key"
#define QANTARA_FIELD_MAC_KEY_COMPONENTS "mac_key_components"
#define QANTARA_FIELD_MACS "macs"
#define QANTARA_FIELD_MAX_FEE "max_fee"
#define QANTARA_FIELD_MEANING "meaning"
#define QANTARA_FIELD_MEANING_AR "meaning_ar"
#define QANTARA_FIELD_MERCH_GMT "merch_gmt"
#define QANTARA_FIELD_MERCH_NAME "merch_name"
#define QANTARA_FIELD_MERCH_URL "merch_url"
#define QANTARA_FIELD_MERCHANT "merchant"
#define QANTARA_FIELD_MERCHANT_EMAIL "merchant_email"
#define QANTARA_FIELD_MERCHANT_ID "merchant_id"
#define QANTARA_FIELD_MESSAGE "message"
#define QANTARA_FIELD_MESSAGE_KIND "message_kind"
#define QANTARA_FIELD_MISSING "missing"
#define QANTARA_FIELD_MISTAKES "mistakes"
#define QANTARA_FIELD_MOBILE_URL "mobile_url"
#define QANTARA_FIELD_NONCE "nonce"
#define QANTARA_FIELD_NOTE "note"
#define QANTARA_FIELD_NOW "now"
#define QANTARA_FIELD_OFFSET "offset"
#define QANTARA_FIELD_ORDER "order"
#define QANTARA_FIELD_ORDER_BY "order_by"
#define QANTARA_FIELD_ORDER_FIELD "order_field"
#define QANTARA_FIELD_ORDER_ID "order_id"
#define QANTARA_FIELD_ORDER_ID_EXTRA "order_id_extra"
#define QANTARA_FIELD_ORDER_ID_MAX "order_id_max"
#define QANTARA_FIELD_ORDER_NAME "order_name"
#define QANTARA_FIELD_ORDER_STATUS "order_status"
#define QANTARA_FIELD_ORDERS "orders"
#define QANTARA_FIELD_P_SIGN "p_sign"
#define QANTARA_FIELD_PAID_AS "paid_as"
#define QANTARA_FIELD_PASSCODE "passcode"
#define QANTARA_FIELD_PAY_PAGE_URL "pay_page_url"
#define QANTARA_FIELD_PAY_URL "pay_url"
#define QANTARA_FIELD_PAYMENT_DATE "payment_date"
#define QANTARA_FIELD_PAYMENT_ERRORS "payment_errors"
#define QANTARA_FIELD_PAYMENT_ID "payment_id"
#define QANTARA_FIELD_PAYMENT_METHOD "payment_method"
#define QANTARA_FIELD_PAYMENT_RECEIPT "payment_receipt"
#define QANTARA_FIELD_PAYMENT_STATUS "payment_status"
#define QANTARA_FIELD_PAYMENT_STATUS_HISTORIES "payment_status_histories"
#define QANTARA_FIELD_PAYMENT_TYPE "payment_type"
#define QANTARA_FIELD_PAYMENTS "payments"
#define QANTARA_FIELD_PERSIST_TOKEN "persist_token"
#define QANTARA_FIELD_PREFIX "prefix"
#define QANTARA_FIELD_PREPARE_URL "prepare_url"
#define QANTARA_FIELD_PRESET "preset"
#define QANTARA_FIELD_PREVIOUS_MAC_KEY "previous_mac_key"
#define QANTARA_FIELD_PRICE "price"
#define QANTARA_FIELD_PRODUCT_COST "product_cost"
#define QANTARA_FIELD_PRODUCTS "products"
#define QANTARA_FIELD_PROFILE "profile"
#define QANTARA_FIELD_QR_URL "qr_url"
#define QANTARA_FIELD_QUANTITY "quantity"
#define QANTARA_FIELD_RC "rc"
#define QANTARA_FIELD_RECEIPT_URL "receipt_url"
#define QANTARA_FIELD_REDIRECT_URL "redirect_url"
#define QANTARA_FIELD_REFRESH_AT "refresh_at"
#define QANTARA_FIELD_REFUND_AMOUNT "refund_amount"
#define QANTARA_FIELD_REFUND_STATUS "refund_status"
#define QANTARA_FIELD_REFUND_WEBHOOK_SECRET "refund_webhook_secret"
#define QANTARA_FIELD_REPLAY_KEY "replay_key"
#define QANTARA_FIELD_REPLY_AMOUNT "reply_amount"
#define QANTARA_FIELD_RESULT_CLASS "result_class"
#define QANTARA_FIELD_RETRY "retry"
#define QANTARA_FIELD_RETRY_AFTER "retry_after"
#define QANTARA_FIELD_REVERSAL_REQUESTED "reversal_requested"
#define QANTARA_FIELD_REVERSAL_TRTYPE "reversal_trtype"
#define QANTARA_FIELD_ROWS "rows"
#define QANTARA_FIELD_RRN "rrn"
#define QANTARA_FIELD_SECRET_KEY "secret_key"
#define QANTARA_FIELD_SEQUENCE "sequence"
#define QANTARA_FIELD_SETTLEMENT_NUMBER "settlement_number"
#define QANTARA_FIELD_SIGNED_VALUES "signed_values"
#define QANTARA_FIELD_SINCE "since"
#define QANTARA_FIELD_SMS_MESSAGE "sms_message"
#define QANTARA_FIELD_SOURCE "source"
#define QANTARA_FIELD_SPECIFIC_VAT "specific_vat"
#define QANTARA_FIELD_STATE "state"
#define QANTARA_FIELD_STATUS "status"
#define QANTARA_FIELD_STOPPED "stopped"
#define QANTARA_FIELD_SUCCESS "success"
#define QANTARA_FIELD_SUGGESTED_PROFILE "suggested_profile"
#define QANTARA_FIELD_SUPPORTED_CARD_BRANDS "supported_card_brands"
#define QANTARA_FIELD_TERMINAL "terminal"
#define QANTARA_FIELD_TERMINAL_ID "terminal_id"
#define QANTARA_FIELD_TIMESTAMP "timestamp"
#define QANTARA_FIELD_TITLE "title"
#define QANTARA_FIELD_TOKEN "token"
#define QANTARA_FIELD_TOKEN_EXPIRY_IN_HOUR "token_expiry_in_hour"
#define QANTARA_FIELD_TRAILING "trailing"
#define QANTARA_FIELD_TRANSACTION_NO "transaction_no"
#define QANTARA_FIELD_TRANSACTION_TYPE "transaction_type"
#define QANTARA_FIELD_TRIED "tried"
#define QANTARA_FIELD_TRTYPE "trtype"
#define QANTARA_FIELD_UNPROVEN_REFERENCES "unproven_references"
#define QANTARA_FIELD_UNTIL "until"
#define QANTARA_FIELD_UPDATED_AT "updated_at"
#define QANTARA_FIELD_URL "url"
#define QANTARA_FIELD_VERDICT "verdict"
#define QANTARA_FIELD_WAIT "wait"
#define QANTARA_FIELD_WEBHOOK_MAC_KEY "webhook_mac_key"
#define QANTARA_FIELD_WEBHOOK_PROFILE "webhook_profile"
#define QANTARA_FIELD_WEBHOOK_SECRET "webhook_secret"
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

/* How a reply's amount is compared with your order's. */
#define QANTARA_REPLY_AMOUNT_EXACT "exact"
#define QANTARA_REPLY_AMOUNT_AT_LEAST "at_least"

/* What kind of transaction a payment is. */
#define QANTARA_TRANSACTION_TYPE_RETAIL "retail"
#define QANTARA_TRANSACTION_TYPE_AUTHORIZATION "authorization"
#define QANTARA_TRANSACTION_TYPE_REVERSAL "reversal"
#define QANTARA_TRANSACTION_TYPE_COMPLETE_SALES "complete_sales"

/* Which rows come first. */
#define QANTARA_SORT_ORDER_ASC "asc"
#define QANTARA_SORT_ORDER_DESC "desc"

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

/* What prepare does: take the money, or only hold it. */
#define QANTARA_EGW_TRANSACTION_TYPE_AUTHORIZATION "authorization"
#define QANTARA_EGW_TRANSACTION_TYPE_RETAIL "retail"

/* What happened to an order. */
#define QANTARA_OUTCOME_KIND_PAID "paid"
#define QANTARA_OUTCOME_KIND_HELD "held"
#define QANTARA_OUTCOME_KIND_REVERSED "reversed"
#define QANTARA_OUTCOME_KIND_FAILED "failed"
#define QANTARA_OUTCOME_KIND_OPEN "open"

/* The transactions of an order; a completion's and a reversal's TRTYPE is a setting. */
#define QANTARA_EGW_TRANSACTION_AUTHORIZATION "authorization"
#define QANTARA_EGW_TRANSACTION_RETAIL "retail"
#define QANTARA_EGW_TRANSACTION_COMPLETION "completion"
#define QANTARA_EGW_TRANSACTION_REVERSAL "reversal"

/* What is acknowledged: that a payment was settled (the order becomes PAID), or a refund (REFUNDED). */
#define QANTARA_DELIVERY_KIND_PAYMENT "payment"
#define QANTARA_DELIVERY_KIND_REFUND "refund"

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

/* What a redirect or webhook claims happened. */
#define QANTARA_RETURNED_STATUS_SUCCESS "success"
#define QANTARA_RETURNED_STATUS_FAILED "failed"
#define QANTARA_RETURNED_STATUS_PENDING "pending"

/* The form a gateway delivers its fields in. */
#define QANTARA_DELIVERY_FORM_JSON "json"
#define QANTARA_DELIVERY_FORM_FORM "form"
#define QANTARA_DELIVERY_FORM_XML "xml"
#define QANTARA_DELIVERY_FORM_HTML "html"

/* An invoice's status. Any letter case is read, and an unknown word is kept as it came. */
#define QANTARA_ORDER_STATUS_PENDING "pending"
#define QANTARA_ORDER_STATUS_CREATED "created"
#define QANTARA_ORDER_STATUS_PAID "paid"
#define QANTARA_ORDER_STATUS_CANCELED "canceled"
#define QANTARA_ORDER_STATUS_DECLINED "declined"
#define QANTARA_ORDER_STATUS_COMPLETED "completed"

/* What a refund webhook claims. Any letter case is read, and an unknown word is kept as it came. */
#define QANTARA_REFUND_STATUS_REFUNDED "refunded"
#define QANTARA_REFUND_STATUS_FAILED "failed"

/* The hash under the HMAC. */
#define QANTARA_ALGORITHM_HMAC_SHA1 "HMAC-SHA1"
#define QANTARA_ALGORITHM_HMAC_SHA256 "HMAC-SHA256"

/* The letter case of the hex. */
#define QANTARA_LETTER_CASE_UPPER "upper"
#define QANTARA_LETTER_CASE_LOWER "lower"

/* What a code says happened. */
#define QANTARA_RESULT_CLASS_APPROVED "approved"
#define QANTARA_RESULT_CLASS_DECLINED "declined"
#define QANTARA_RESULT_CLASS_MERCHANT_ERROR "merchant_error"
#define QANTARA_RESULT_CLASS_UNKNOWN "unknown"

/* Whether what was sent may be sent again. */
#define QANTARA_RETRY_VERDICT_SAFE "safe"
#define QANTARA_RETRY_VERDICT_LOOK_UP_FIRST "look_up_first"
#define QANTARA_RETRY_VERDICT_NEVER "never"

/* What a captured message is. */
#define QANTARA_MESSAGE_KIND_REQUEST "request"
#define QANTARA_MESSAGE_KIND_REPLY "reply"

/* How the key's text became the bytes of the key. */
#define QANTARA_KEY_FORM_HEX_DECODED "hex_decoded"
#define QANTARA_KEY_FORM_TEXT "text"
#define QANTARA_KEY_FORM_UPPER_CASE_TEXT "upper_case_text"
#define QANTARA_KEY_FORM_LOWER_CASE_TEXT "lower_case_text"
#define QANTARA_KEY_FORM_WITHOUT_LAST_DIGIT "without_last_digit"
#define QANTARA_KEY_FORM_WITHOUT_FIRST_DIGIT "without_first_digit"
#define QANTARA_KEY_FORM_ZERO_IN_FRONT "zero_in_front"
#define QANTARA_KEY_FORM_ZERO_AT_END "zero_at_end"
#define QANTARA_KEY_FORM_COMPONENTS_JOINED "components_joined"

/* The letter case of a captured MAC. */
#define QANTARA_MAC_CASE_UPPER "upper"
#define QANTARA_MAC_CASE_LOWER "lower"
#define QANTARA_MAC_CASE_MIXED "mixed"

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
#define QANTARA_CODE_ENVIRONMENT_TEST_ONLY 1036
#define QANTARA_CODE_CREDENTIAL_MISSING 1037
#define QANTARA_CODE_CLOCK_IMPLAUSIBLE 1040
#define QANTARA_CODE_NONCE_INVALID 1041
#define QANTARA_CODE_KEY_NOT_HEX 1050
#define QANTARA_CODE_KEY_TOO_SHORT 1051
#define QANTARA_CODE_KEY_ZERO 1052
#define QANTARA_CODE_KEY_REUSED 1053
#define QANTARA_CODE_KEY_COMPONENTS 1054
#define QANTARA_CODE_PROFILE_UNKNOWN 1060
#define QANTARA_CODE_PROFILE_INVALID 1061
#define QANTARA_CODE_PROFILE_NO_ORDER 1062
#define QANTARA_CODE_MAC_AMBIGUOUS_VALUE 1063
#define QANTARA_CODE_MAC_NON_ASCII 1064
#define QANTARA_CODE_RECORD_INVALID 1070
#define QANTARA_CODE_OPERATION_UNKNOWN 1071
#define QANTARA_CODE_PAYMENT_STATUS_FORBIDS 1080
#define QANTARA_CODE_PAYMENT_RISK_NOT_ACCEPTED 1081
#define QANTARA_CODE_PROOF_INVALID 1082
#define QANTARA_CODE_AMOUNT_ABOVE_AUTHORIZED 1083
#define QANTARA_CODE_MAC_MISMATCH 2001
#define QANTARA_CODE_MAC_MISSING 2002
#define QANTARA_CODE_MAC_LENGTH 2003
#define QANTARA_CODE_MAC_NOT_HEX 2004
#define QANTARA_CODE_MAC_NO_REPLY_ORDER 2005
#define QANTARA_CODE_MAC_UNVERIFIABLE 2006
#define QANTARA_CODE_HEADER_NOT_CONFIGURED 2007
#define QANTARA_CODE_HEADER_MISSING 2008
#define QANTARA_CODE_HEADER_MISMATCH 2009
#define QANTARA_CODE_MAC_UNCHECKED 2010
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
#define QANTARA_CODE_REPLY_NOT_CSV 3012
#define QANTARA_CODE_REPLY_NOT_SUCCESS 3013
#define QANTARA_CODE_INTERNAL 3090
#define QANTARA_CODE_ORDER_MISMATCH 4001
#define QANTARA_CODE_AMOUNT_MISMATCH 4002
#define QANTARA_CODE_CURRENCY_MISMATCH 4003
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
#define QANTARA_CODE_ORDER_FOREIGN_CURRENCY 4015
#define QANTARA_CODE_ORDER_AMBIGUOUS 4016
#define QANTARA_CODE_GATEWAY_REFUSED 5001
#define QANTARA_CODE_GATEWAY_UNAUTHORIZED 5002
#define QANTARA_CODE_GATEWAY_NOT_FOUND 5003
#define QANTARA_CODE_GATEWAY_UNAVAILABLE 5004
#define QANTARA_CODE_GATEWAY_TOKEN_REFUSED 5005

#endif
