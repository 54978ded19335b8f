/* Tools, records within records and URLs that hold a token: what they give, and what comes of input that no caller
 * should give. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../include/qantara.h"
#include "../include/qantara_names.h"

static int failures, checks;

static void check(bool good, const char *what) {
    checks++;
    if (good) return;
    fprintf(stderr, "FAILED %s\n", what);
    failures++;
}

static qantara_text text(const char *string) {
    return (qantara_text){string, strlen(string)};
}

static qantara_field field(const char *name, uint32_t kind, const char *value) {
    return (qantara_field){text(name), kind, 0, text(value)};
}

static bool is(qantara_text found, const char *expected) {
    return found.len == strlen(expected) && (!found.len || !memcmp(found.ptr, expected, found.len));
}

static bool holds(qantara_text found, const char *part) {
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= found.len; i++)
        if (!memcmp(found.ptr + i, part, len)) return true;
    return false;
}

static void well(const char *what, qantara_error *error) {
    checks++;
    if (error) {
        fprintf(stderr, "FAILED %s: %s\n", what, qantara_error_message(error));
        failures++;
    }
    qantara_error_free(error);
}

/* Takes the error, which must have this code and be about this field. */
static void refused(const char *what, qantara_error *error, const char *code, const char *of) {
    checks++;
    qantara_text found = qantara_record_text(qantara_error_record(error), "field");
    if (strcmp(qantara_error_code(error), code) || !is(found, of)) {
        fprintf(stderr, "FAILED %s: %s of %.*s (%s), not %s of %s\n", what, qantara_error_code(error), (int)found.len,
                found.ptr ? found.ptr : "", qantara_error_message(error), code, of);
        failures++;
    }
    qantara_error_free(error);
}

static qantara_gateway *gateway_of(const char *kind, uint32_t names, const char *settings) {
    qantara_field whole = {{NULL, 0}, QANTARA_JSON, 0, text(settings)};
    qantara_gateway *gateway = NULL;
    well(kind, qantara_gateway_new(text(kind), names, &whole, 1, &gateway));
    return gateway;
}

static const char ALQASEH[] = "{\"environment\":\"test\",\"client_id\":\"shop\",\"client_secret\":\"s3cret\"}";
static const char EGW[] = "{\"environment\":\"test\",\"api_key\":\"k3y\",\"mac_key\":\"00112233445566778899AABBCCDDEEFF\","
                          "\"profile\":{\"preset\":\"classic\",\"orders\":{\"reply\":[\"TRTYPE\",\"ORDER\",\"AMOUNT\",\"CURRENCY\",\"ACTION\",\"RC\",\"RRN\",\"INT_REF\"]}},"
                          "\"completion_trtype\":\"21\"}";
static const char EGW_CAMEL[] = "{\"environment\":\"test\",\"apiKey\":\"k3y\",\"macKey\":\"00112233445566778899AABBCCDDEEFF\","
                                "\"profile\":{\"preset\":\"classic\",\"orders\":{\"reply\":[\"TRTYPE\",\"ORDER\",\"AMOUNT\",\"CURRENCY\",\"ACTION\",\"RC\",\"RRN\",\"INT_REF\"]}},"
                                "\"completionTrtype\":\"21\"}";
static const char PAYLINK[] = "{\"environment\":\"test\",\"api_id\":\"APP_ID\",\"secret_key\":\"s3cret\",\"webhook_secret\":\"wh-s3cret\"}";

/* As the header shows it. The names are macros here: those are literals, too. */
static const qantara_field ORDER[] = {
    {QANTARA_STR_INIT(QANTARA_FIELD_ORDER_ID), QANTARA_TEXT, 0, QANTARA_STR_INIT("A-1")},
    {QANTARA_STR_INIT("currency"), QANTARA_TEXT, 0, QANTARA_STR_INIT("")},
};

static void constants(const qantara_gateway *alqaseh) {
    static const qantara_text name = QANTARA_STR_INIT("history");
    qantara_call *call = NULL;
    well("static fields", qantara_call_new(alqaseh, name, ORDER, 1, &call));
    check(holds(qantara_record_text(qantara_call_record(call), "url"), "order_id=A-1"), "a static field's value");
    qantara_call_free(call);
    refused("static fields, one empty", qantara_call_new(alqaseh, name, ORDER, 2, &call), "text.too_short", "currency");
    qantara_text argument = QANTARA_STR("A-1");
    check(argument.len == 3 && ORDER[0].value.len == 3 && is(argument, ORDER[0].value.ptr), "both forms say the same");
}

static void tools(const qantara_gateway *egw, const qantara_gateway *paylink) {
    qantara_field sequence = field(QANTARA_FIELD_SEQUENCE, QANTARA_NUMBER, "417");
    qantara_record *record = NULL;
    well("order_number", qantara_tool_alone(text("egw"), QANTARA_STR(QANTARA_TOOL_ORDER_NUMBER), QANTARA_SNAKE, &sequence, 1, &record));
    check(is(qantara_record_text(record, "order_id"), "000417"), "order_number");
    check(is(qantara_record_shape(record), "NumberedOrder"), "the shape of what a tool gives");
    qantara_record_free(record);
    well("order_number, camel", qantara_tool_alone(text("egw"), text("orderNumber"), QANTARA_CAMEL, &sequence, 1, &record));
    check(is(qantara_record_json(record), "{\"orderId\":\"000417\"}"), "order_number, camel");
    qantara_record_free(record);
    well("order_number of a gateway", qantara_tool(egw, text("order_number"), &sequence, 1, &record));
    qantara_record_free(record);

    const char *code = "input.syntax";
    refused("no gateway", qantara_tool(NULL, text("card_form"), NULL, 0, &record), code, "gateway");
    check(!record, "out is NULL after an error");
    refused("no out", qantara_tool(egw, text("card_form"), NULL, 0, NULL), code, "out");
    refused("no fields", qantara_tool(egw, text("card_form"), NULL, 3, &record), code, "");
    refused("no tool", qantara_tool(egw, text(""), NULL, 0, &record), "operation.unknown", "");
    refused("another gateway's tool", qantara_tool(paylink, text("card_form"), NULL, 0, &record), "operation.unknown", "card_form");
    refused("an operation", qantara_tool(egw, text("prepare"), NULL, 0, &record), "operation.unknown", "prepare");
    refused("a tool that is not text", qantara_tool(egw, text("\xff"), NULL, 0, &record), code, "tool");
    refused("no such gateway", qantara_tool_alone(text("eg"), text("order_number"), 0, &sequence, 1, &record), "choice.unknown", "kind");
    refused("no such names", qantara_tool_alone(text("egw"), text("order_number"), 9, &sequence, 1, &record), code, "names");
    refused("a tool that needs a gateway", qantara_tool_alone(text("egw"), text("card_form"), 0, NULL, 0, &record), "operation.unknown", "card_form");
    refused("alone without out", qantara_tool_alone(text("egw"), text("order_number"), 0, &sequence, 1, NULL), code, "out");
    qantara_field twice[] = {sequence, sequence};
    refused("a field twice", qantara_tool_alone(text("egw"), text("order_number"), 0, twice, 2, &record), "field.duplicate", "sequence");
    qantara_field stamp = field("stamp", QANTARA_JSON, "{}");
    refused("a stamp where none is made", qantara_tool_alone(text("egw"), text("order_number"), 0, &stamp, 1, &record), "field.unknown", "stamp");
    qantara_field large = {text("sequence"), QANTARA_NUMBER, 0, text("99999999999999999999")};
    refused("a large number", qantara_tool_alone(text("egw"), text("order_number"), 0, &large, 1, &record), "number.range", "sequence");

    /* A message is bytes: any that are text, a NUL among them; else an error. */
    qantara_field message[] = {field("body", QANTARA_TEXT, "{\"transactionNo\":\"1714289084591\"}"), field("header", QANTARA_TEXT, "wh-s3cret")};
    well("verify_webhook", qantara_tool(paylink, text("verify_webhook"), message, 2, &record));
    check(is(qantara_record_text(record, "transaction_no"), "1714289084591"), "verify_webhook");
    qantara_record_free(record);
    message[0].value = (qantara_text){"\xff\xfe", 2};
    refused("bytes that are not text", qantara_tool(paylink, text("verify_webhook"), message, 2, &record), code, "body");
    message[0].value = (qantara_text){"\0", 1};
    qantara_error *error = qantara_tool(paylink, text("verify_webhook"), message, 2, &record);
    check(error && !strncmp(qantara_error_code(error), "reply.", 6), "a NUL as a message");
    qantara_error_free(error);
    char *bytes = calloc(1, (1 << 20) + 1);
    message[0].value = (qantara_text){bytes, (1 << 20) + 1};
    refused("a message of more than 1 MiB", qantara_tool(paylink, text("verify_webhook"), message, 2, &record), "input.too_large", "body");
    message[0].value = (qantara_text){bytes, (size_t)-1};
    refused("a message of absurd length", qantara_tool(paylink, text("verify_webhook"), message, 2, &record), "input.too_large", "body");
    free(bytes);
}

/* A `now` that was left out is this machine's clock; a given one stands. */
static void clocks(const qantara_gateway *paylink) {
    qantara_call *call = NULL;
    qantara_message *session = NULL;
    qantara_text token = text("{\"id_token\":\"t0ken\"}");
    well("authenticate", qantara_call_new(paylink, text("authenticate"), NULL, 0, &call));
    well("session", qantara_call_parse(call, 200, text(""), token, &session));
    const qantara_record *record = qantara_message_record(session);
    qantara_text made = qantara_record_text(record, "expires_at");
    check(made.len == 10 && memcmp(made.ptr, "1700000000", 10) > 0, "the time is filled in");
    qantara_field bearer;
    check(qantara_record_get(record, text("bearer_token"), &bearer) && bearer.flags == QANTARA_SECRET, "a token has the flag");
    qantara_message_free(session);
    qantara_call_free(call);
    qantara_field now = field("now", QANTARA_NUMBER, "1800000000");
    well("authenticate then", qantara_call_new(paylink, text("authenticate"), &now, 1, &call));
    well("session then", qantara_call_parse(call, 200, text(""), token, &session));
    check(is(qantara_record_text(qantara_message_record(session), "expires_at"), "1800001800"), "a given time stands");
    qantara_message_free(session);
    qantara_call_free(call);
    now.value = text("soon");
    refused("no number", qantara_call_new(paylink, text("authenticate"), &now, 1, &call), "number.range", "now");
    now.kind = QANTARA_NULL;
    well("no time", qantara_call_new(paylink, text("authenticate"), &now, 1, &call));
    qantara_call_free(call);
}

static qantara_error *invoice(const qantara_gateway *paylink, uint32_t kind, const char *products, qantara_call **call) {
    qantara_field input[] = {
        field("bearer_token", QANTARA_TEXT, "t0ken"),
        field("order_id", QANTARA_TEXT, "A-1"),
        field("amount", QANTARA_TEXT, "25.50"),
        field("callback_url", QANTARA_TEXT, "https://shop.example/return"),
        field("client_name", QANTARA_TEXT, "Zahra"),
        field("client_mobile", QANTARA_TEXT, "0500000000"),
        field("products", kind, products),
    };
    return qantara_call_new(paylink, text("add_invoice"), input, 7, call);
}

static void given(const qantara_gateway *alqaseh, const qantara_gateway *paylink) {
    qantara_call *snake = NULL, *camel = NULL, *none = NULL;
    well("products", invoice(paylink, QANTARA_JSON, "[{\"title\":\"Book\",\"price\":\"25.50\",\"quantity\":1,\"is_digital\":true}]", &snake));
    well("products, camel", invoice(paylink, QANTARA_JSON, "[{\"title\":\"Book\",\"price\":\"25.50\",\"quantity\":1,\"isDigital\":true}]", &camel));
    qantara_text body = qantara_record_text(qantara_call_record(snake), "body");
    check(holds(body, "\"price\":25.50") && holds(body, "\"isDigital\":true"), "what a product is sent as");
    qantara_text other = qantara_record_text(qantara_call_record(camel), "body");
    check(body.len == other.len && !memcmp(body.ptr, other.ptr, body.len), "either spelling");
    qantara_call_free(snake);
    qantara_call_free(camel);
    const char *type = "field.type";
    refused("no product", invoice(paylink, QANTARA_JSON, "[]", &none), "field.missing", "products");
    refused("an empty array", invoice(paylink, QANTARA_EMPTY, "", &none), "field.missing", "products");
    refused("one product", invoice(paylink, QANTARA_JSON, "{\"title\":\"Book\"}", &none), type, "products");
    refused("text", invoice(paylink, QANTARA_TEXT, "Book", &none), type, "products");
    refused("a number", invoice(paylink, QANTARA_JSON, "7", &none), type, "products");
    refused("numbers", invoice(paylink, QANTARA_JSON, "[7]", &none), type, "products.0");
    refused("lists", invoice(paylink, QANTARA_JSON, "[[]]", &none), type, "products.0");
    refused("a float", invoice(paylink, QANTARA_JSON, "[{\"title\":\"Book\",\"price\":25.5,\"quantity\":1}]", &none), "amount.float", "products.0.price");
    refused("no such field", invoice(paylink, QANTARA_JSON, "[{\"titel\":\"Book\"}]", &none), "field.unknown", "products.0.titel");
    refused("a field twice", invoice(paylink, QANTARA_JSON, "[{\"title\":\"a\",\"title\":\"b\"}]", &none), "field.duplicate", "products.0.title");
    refused("not JSON", invoice(paylink, QANTARA_JSON, "[{", &none), "input.syntax", "products");
    refused("not text", invoice(paylink, QANTARA_JSON, "[{\"title\":\"\xff\"}]", &none), "input.syntax", "products");
    char deep[200] = {0};
    memset(deep, '[', 100);
    refused("deep", invoice(paylink, QANTARA_JSON, deep, &none), "input.too_deep", "products");
    refused("a record for a list", invoice(paylink, QANTARA_RECORD, "{\"title\":\"Book\"}", &none), type, "products");
    /* A record of the library, marked as such, is no map of the caller's own. */
    qantara_field create[] = {field("order_id", QANTARA_TEXT, "A-1"), field("custom_data", QANTARA_RECORD, "{\"token\":\"t0ken\"}")};
    qantara_error *error = qantara_call_new(alqaseh, text("create_payment"), create, 2, &none);
    refused("a record as a map", error, type, "custom_data");
}

static qantara_record *held(const qantara_gateway *egw, bool camel) {
    qantara_field message[] = {
        field(camel ? "orderId" : "order_id", QANTARA_TEXT, "771446"), field("amount", QANTARA_TEXT, "240000"),   field("currency", QANTARA_TEXT, "IQD"),
        field("trtype", QANTARA_TEXT, "0"),        field("action", QANTARA_TEXT, "0"),        field("rc", QANTARA_TEXT, "00"),
        field("rrn", QANTARA_TEXT, "123456789012"), field(camel ? "intRef" : "int_ref", QANTARA_TEXT, "ABCDEF01"),
    };
    qantara_record *made = NULL, *outcome = NULL;
    qantara_message *callback = NULL;
    well("test_callback", qantara_tool(egw, text(camel ? "testCallback" : "test_callback"), message, 8, &made));
    well("callback", qantara_verify_callback(egw, qantara_record_text(made, "body"), &callback));
    well("settle", qantara_message_settle(callback, message, 3, &outcome));
    qantara_message_free(callback);
    qantara_record_free(made);
    check(is(qantara_record_text(outcome, "kind"), "held"), "it is held");
    return outcome;
}

/* An outcome goes into the next operation, as it came and as it was stored. */
static void outcomes(const qantara_gateway *egw) {
    qantara_gateway *camel = gateway_of("egw", QANTARA_CAMEL, EGW_CAMEL);
    qantara_record *outcome = held(egw, false), *camel_outcome = held(camel, true);
    qantara_text stored = qantara_record_json(outcome), camel_stored = qantara_record_json(camel_outcome);
    check(holds(stored, "\"order_id\"") && holds(camel_stored, "\"orderId\""), "each in its spelling");
    const struct {
        const char *what;
        const qantara_gateway *gateway;
        qantara_field field;
        const char *code, *of;
    } tries[] = {
        {"as JSON", egw, {text("authorization"), QANTARA_JSON, 0, stored}, NULL, NULL},
        {"as a record", egw, {text("authorization"), QANTARA_RECORD, 0, stored}, NULL, NULL},
        {"from another language", egw, {text("authorization"), QANTARA_JSON, 0, camel_stored}, NULL, NULL},
        {"camel", camel, {text("authorization"), QANTARA_JSON, 0, stored}, NULL, NULL},
        {"nothing", egw, field("authorization", QANTARA_NULL, ""), "field.missing", "authorization"},
        {"text", egw, {text("authorization"), QANTARA_TEXT, 0, stored}, "field.type", "authorization"},
        {"a list", egw, field("authorization", QANTARA_JSON, "[]"), "field.type", "authorization"},
        {"an empty array", egw, field("authorization", QANTARA_EMPTY, ""), "field.missing", "authorization.kind"},
        {"half of it", egw, field("authorization", QANTARA_JSON, "{\"kind\":\"held\"}"), "field.missing", "authorization.order_id"},
        {"half of it, camel", camel, field("authorization", QANTARA_JSON, "{\"kind\":\"held\"}"), "field.missing", "authorization.orderId"},
        {"something else", egw, field("authorization", QANTARA_JSON, "{\"token\":\"x\"}"), "field.unknown", "authorization.token"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        bool is_camel = tries[i].gateway == camel;
        qantara_field input[] = {tries[i].field, field("amount", QANTARA_TEXT, "240000"), field("description", QANTARA_TEXT, "Room 12"),
                                 field(is_camel ? "backRef" : "back_ref", QANTARA_TEXT, "https://shop.example/result")};
        qantara_call *call = NULL;
        qantara_error *error = qantara_call_new(tries[i].gateway, text("completion"), input, 4, &call);
        if (tries[i].code) refused(tries[i].what, error, tries[i].code, tries[i].of);
        else well(tries[i].what, error);
        check(!call == !!tries[i].code, tries[i].what);
        if (call) check(holds(qantara_record_text(qantara_call_record(call), "body"), "RRN=123456789012"), tries[i].what);
        qantara_call_free(call);
    }
    qantara_record_free(outcome);
    qantara_record_free(camel_outcome);
    qantara_gateway_free(camel);
}

/* Records that come out of a record: they live on by themselves, say what is secret, and end where they end. */
static void nested(const qantara_gateway *alqaseh) {
    qantara_field order = field("order_id", QANTARA_TEXT, "A-1");
    qantara_call *call = NULL;
    qantara_message *history = NULL;
    well("history", qantara_call_new(alqaseh, text("history"), &order, 1, &call));
    const char *rows = "[{\"payment_id\":\"p-1\",\"order_id\":\"A-1\",\"token\":\"t0ken\",\"new\":{\"a\":1}},{\"payment_id\":\"p-2\"}]";
    well("rows", qantara_call_parse(call, 200, text(""), text(rows), &history));
    const qantara_record *record = qantara_message_record(history);
    qantara_field payments, inner;
    check(qantara_record_get(record, text("payments"), &payments) && payments.kind == QANTARA_JSON, "the list as JSON");
    check(payments.flags == QANTARA_SECRET, "records within records may hold a secret");
    qantara_record *first = qantara_record_nested(record, "payments", 0), *second = qantara_record_nested(record, "payments", 1);
    check(!qantara_record_nested(record, "payments", 2) && !qantara_record_nested(record, "payments", (size_t)-1), "the list ends");
    check(!qantara_record_nested(record, "payment", 0) && !qantara_record_nested(record, "extra", 0), "what is no list");
    check(!qantara_record_nested(record, NULL, 0) && !qantara_record_nested(NULL, "payments", 0), "NULL");
    check(!qantara_record_nested(record, "\xff", 0) && !qantara_record_nested(first, "payment_id", 0), "what is no record");
    check(!qantara_record_nested(qantara_call_record(call), "url", 0), "a call has none");
    qantara_message_free(history);
    qantara_call_free(call);
    check(is(qantara_record_shape(first), "HistoryPayment") && is(qantara_record_text(first, "payment_id"), "p-1"), "the first");
    check(qantara_record_get(first, text("token"), &inner) && inner.flags == QANTARA_SECRET, "its token has the flag");
    check(qantara_record_get(first, text("order_id"), &inner) && !inner.flags, "its order has none");
    check(is(qantara_record_text(first, "extra"), "{\"new\":{\"a\":1}}"), "what is beyond its table");
    check(is(qantara_record_json(second), "{\"payment_id\":\"p-2\"}"), "the second");
    qantara_record_free(first);
    qantara_record_free(second);
}

static void secret_urls(const qantara_gateway *alqaseh) {
    qantara_field token = field("token", QANTARA_TEXT, "t0ken"), id = field("payment_id", QANTARA_TEXT, "p-1"), found;
    qantara_call *call = NULL;
    well("by token", qantara_call_new(alqaseh, text("get_payment_by_token"), &token, 1, &call));
    const qantara_record *record = qantara_call_record(call);
    check(qantara_record_get(record, text("url"), &found) && found.flags == QANTARA_SECRET, "a URL with a token has the flag");
    check(holds(found.value, "/t0ken"), "it is the real one");
    check(qantara_record_get(record, text("shown_url"), &found) && !found.flags, "the one for logs has none");
    check(holds(found.value, "/***") && !holds(found.value, "t0ken"), "it shows no token");
    check(!holds(qantara_call_expect(call), "t0ken"), "nor does what is expected");
    qantara_call_free(call);
    well("by id", qantara_call_new(alqaseh, text("get_payment"), &id, 1, &call));
    check(qantara_record_get(qantara_call_record(call), text("url"), &found) && !found.flags, "a URL without a token has no flag");
    check(holds(qantara_record_text(qantara_call_record(call), "shown_url"), "/p-1"), "it is shown as it is");
    qantara_call_free(call);
}

/* Whatever stands where a record or a message is expected. */
static void random_bytes(const qantara_gateway *egw, const qantara_gateway *paylink) {
    static const char *const parts[] = {"{", "}", "[", "]", ",", ":", "\"kind\"", "\"held\"", "\"orderId\"", "\"order_id\"",
                                        "\"title\"", "\"price\"", "1", "-", "null", "true", "\"", "\\u0000", "\xff", " "};
    srand(7);
    for (int round = 0; round < 20000; round++) {
        char bytes[256];
        size_t len = 0;
        for (int i = rand() % 20; i > 0; i--) {
            const char *part = parts[(size_t)rand() % (sizeof parts / sizeof *parts)];
            memcpy(bytes + len, part, strlen(part));
            len += strlen(part);
        }
        qantara_field field[] = {{text("authorization"), (uint32_t)rand() % 9, 0, {bytes, len}}, {text("body"), QANTARA_TEXT, 0, {bytes, len}}};
        qantara_call *call = NULL;
        qantara_record *record = NULL;
        qantara_error_free(qantara_call_new(egw, text("completion"), field, 1, &call));
        qantara_call_free(call);
        field[0].name = text("products");
        qantara_error_free(qantara_call_new(paylink, text("add_invoice"), field, 1, &call));
        qantara_call_free(call);
        qantara_error_free(qantara_tool(paylink, text("verify_webhook"), field + 1, 1, &record));
        qantara_record_free(record);
        checks++;
    }
}

int main(void) {
    qantara_gateway *alqaseh = gateway_of("alqaseh", QANTARA_SNAKE, ALQASEH), *egw = gateway_of("egw", QANTARA_SNAKE, EGW),
                    *paylink = gateway_of("paylink", QANTARA_SNAKE, PAYLINK);
    constants(alqaseh);
    tools(egw, paylink);
    clocks(paylink);
    given(alqaseh, paylink);
    outcomes(egw);
    nested(alqaseh);
    secret_urls(alqaseh);
    random_bytes(egw, paylink);
    qantara_gateway_free(alqaseh);
    qantara_gateway_free(egw);
    qantara_gateway_free(paylink);
    printf("records: %d checks, %d failures\n", checks, failures);
    return failures != 0;
}
