/* Input that no caller should give: NULL, absurd lengths, bytes that are not text. Errors come back, nothing breaks,
 * and a valid call between each succeeds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../include/qantara.h"

static int failures, checks;

static qantara_text text(const char *string) {
    return (qantara_text){string, strlen(string)};
}

static qantara_field field(const char *name, uint32_t kind, const char *value) {
    return (qantara_field){text(name), kind, 0, text(value)};
}

/* Takes the error, which must have this code. */
static void refused(const char *what, qantara_error *error, const char *code) {
    checks++;
    if (strcmp(qantara_error_code(error), code)) {
        fprintf(stderr, "FAILED %s: %s (%s), not %s\n", what, qantara_error_code(error), qantara_error_message(error), code);
        failures++;
    }
    qantara_error_free(error);
}

static qantara_gateway *gateway;
static qantara_mac *mac;

static void valid(const char *after) {
    qantara_field input[] = {
        field("order_id", QANTARA_TEXT, "A-1"),      field("amount", QANTARA_NUMBER, "25000"),
        field("currency", QANTARA_TEXT, "IQD"),      field("description", QANTARA_TEXT, "\xd9\x83\xd8\xaa\xd8\xa7\xd8\xa8"),
        field("redirect_url", QANTARA_TEXT, "https://shop.example/return"),
    };
    qantara_call *call = NULL;
    qantara_error *error = qantara_call_new(gateway, QANTARA_STR("create_payment"), input, 5, &call);
    checks++;
    if (error || !call) {
        fprintf(stderr, "FAILED the valid call after %s: %s\n", after, qantara_error_message(error));
        failures++;
    }
    qantara_error_free(error);
    qantara_call_free(call);
}

/* One field in place of a good one. */
static void bad_field(const char *what, qantara_field bad, const char *code) {
    qantara_field input[] = {
        bad,
        field("amount", QANTARA_TEXT, "25000"),
        field("currency", QANTARA_TEXT, "IQD"),
        field("description", QANTARA_TEXT, "Two books"),
        field("redirect_url", QANTARA_TEXT, "https://shop.example/return"),
        field("order_id", QANTARA_TEXT, "A-1"),
    };
    bool is_order = bad.name.len == 8 && bad.name.ptr && !memcmp(bad.name.ptr, "order_id", 8);
    bool is_amount = bad.name.len == 6 && bad.name.ptr && !memcmp(bad.name.ptr, "amount", 6);
    if (is_amount) input[1] = field("email", QANTARA_TEXT, "a@b.example");
    qantara_call *call = (qantara_call *)1;
    refused(what, qantara_call_new(gateway, QANTARA_STR("create_payment"), input, is_order ? 5 : 6, &call), code);
    if (call) failures++, fprintf(stderr, "FAILED %s: the out pointer is not NULL\n", what);
    valid(what);
}

static void nulls(void) {
    qantara_field one = field("x", QANTARA_TEXT, "y");
    qantara_gateway *no_gateway = NULL;
    qantara_call *call = NULL;
    qantara_message *message = NULL;
    qantara_record *record = NULL;
    qantara_acknowledgment *acknowledgment = NULL;
    qantara_mac *no_mac = NULL;
    qantara_text none = {NULL, 0}, absurd = {NULL, 9};
    uint32_t step;
    int64_t until;
    size_t len;
    char hex[QANTARA_MAC_SIZE];
    const char *code = "input.syntax";
    refused("no out", qantara_gateway_new(text("alqaseh"), 0, &one, 1, NULL), code);
    refused("no fields", qantara_gateway_new(text("alqaseh"), 0, NULL, 1, &no_gateway), code);
    refused("no kind", qantara_gateway_new(none, 0, &one, 1, &no_gateway), "choice.unknown");
    refused("NULL with a length", qantara_gateway_new(absurd, 0, &one, 1, &no_gateway), code);
    refused("names", qantara_gateway_new(text("alqaseh"), 7, &one, 1, &no_gateway), code);
    refused("no gateway", qantara_call_new(NULL, text("create_payment"), &one, 1, &call), code);
    refused("no out", qantara_call_new(gateway, text("create_payment"), &one, 1, NULL), code);
    refused("no operation", qantara_call_new(gateway, none, &one, 1, &call), "operation.unknown");
    refused("no gateway", qantara_verify_callback(NULL, none, &message), code);
    refused("not EGW", qantara_verify_callback(gateway, none, &message), "operation.unknown");
    refused("no reader", qantara_read(text("alqaseh"), none, 0, none, &record), "operation.unknown");
    refused("no message", qantara_read(text("alqaseh"), text("parse_webhook"), 0, none, &record), "reply.not_json");
    refused("no call", qantara_call_parse(NULL, 200, none, none, &message), code);
    refused("no expect", qantara_parse_reply(none, 0, 200, none, none, &message), "record.invalid");
    refused("no message", qantara_message_settle(NULL, &one, 1, &record), code);
    refused("no message", qantara_message_expect_paid(NULL, &one, 1, &record), code);
    refused("no gateway", qantara_decide(NULL, &one, 1, &record), code);
    refused("not Paylink", qantara_decide(gateway, &one, 1, &record), "operation.unknown");
    refused("not Paylink", qantara_acknowledgment_new(gateway, NULL, 0, &acknowledgment), "operation.unknown");
    refused("no acknowledgment", qantara_acknowledgment_step(NULL, 0, &step, &until, &call), code);
    refused("no acknowledgment", qantara_acknowledgment_heard(NULL, NULL, 0), code);
    refused("no acknowledgment", qantara_acknowledgment_save(NULL, &record), code);
    refused("no configuration", qantara_mac_new(0, NULL, 0, &no_mac), "field.missing");
    refused("no mac", qantara_mac_sign(NULL, &one, 1, hex, &len), code);
    refused("no room", qantara_mac_sign(mac, &one, 1, NULL, &len), code);
    refused("no len", qantara_mac_sign(mac, &one, 1, hex, NULL), code);
    refused("no out", qantara_mac_source(mac, &one, 1, NULL), code);
    record = (qantara_record *)1;
    refused("no mac", qantara_mac_source(NULL, &one, 1, &record), code);
    if (record) failures++, fprintf(stderr, "FAILED no mac: the out pointer is not NULL\n");
    qantara_field number = field("x", QANTARA_NUMBER, "1");
    record = (qantara_record *)1;
    refused("a number", qantara_mac_source(mac, &number, 1, &record), "field.type");
    if (record) failures++, fprintf(stderr, "FAILED a number: the out pointer is not NULL\n");
    refused("no hex", qantara_mac_verify(mac, &one, 1, none), "mac.missing");
    refused("no text", qantara_json_read(none, &record), code);
    /* What can't fail says that there is nothing. */
    qantara_field out;
    checks++;
    if (qantara_record_len(NULL) || qantara_record_at(NULL, 0, &out) || qantara_record_get(NULL, none, &out) ||
        qantara_record_text(NULL, NULL).len || qantara_record_json(NULL).len || qantara_record_shape(NULL).len ||
        qantara_call_record(NULL) || qantara_call_header(NULL, 0, &out) || qantara_call_expect(NULL).len ||
        qantara_message_record(NULL) || qantara_message_replay_key(NULL).len || qantara_error_record(NULL) ||
        *qantara_error_code(NULL) || *qantara_error_message(NULL) || qantara_acknowledgment_state(NULL).len) {
        fprintf(stderr, "FAILED NULL has something\n");
        failures++;
    }
    qantara_gateway_free(NULL);
    qantara_call_free(NULL);
    qantara_message_free(NULL);
    qantara_record_free(NULL);
    qantara_acknowledgment_free(NULL);
    qantara_mac_free(NULL);
    qantara_error_free(NULL);
}

/* Bodies that are too much, or not text: as replies, as webhooks, as callbacks, as JSON. */
static void bodies(const qantara_call *call, const qantara_gateway *egw) {
    size_t room = 3u << 20;
    char *bytes = malloc(room);
    memset(bytes, '[', room);
    struct {
        const char *what;
        qantara_text body;
        const char *code;
    } bad[] = {
        {"deep", {bytes, 1 << 20}, "reply.too_deep"},
        {"3 MiB", {bytes, 3 << 20}, "reply.too_large"},
        {"not UTF-8", {"{\"order_id\":\"\xff\"}", 17}, "reply.not_utf8"},
        {"NUL", {"{\"order_id\":\"a\0b\"}", 18}, "reply.not_json"},
        {"half a surrogate", {"{\"order_id\":\"\\ud800\"}", 21}, "reply.not_json"},
        {"cut short", {"{\"order_id\":", 12}, "reply.not_json"},
        {"nothing", {"", 0}, "reply.not_json"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        qantara_message *message = NULL;
        qantara_record *record = NULL;
        refused(bad[i].what, qantara_call_parse(call, 200, text(""), bad[i].body, &message), bad[i].code);
        refused(bad[i].what, qantara_read(text("alqaseh"), text("parse_webhook"), 0, bad[i].body, &record), bad[i].code);
        qantara_error_free(qantara_verify_callback(egw, bad[i].body, &message));
        qantara_error_free(qantara_json_read(bad[i].body, &record));
        qantara_error_free(qantara_parse_reply(bad[i].body, 0, 200, text(""), bad[i].body, &message));
        if (message || record) failures++, fprintf(stderr, "FAILED %s: made something\n", bad[i].what);
        valid(bad[i].what);
    }
    qantara_message *message = NULL;
    refused("status 0", qantara_call_parse(call, 0, text(""), text("{}"), &message), "number.range");
    refused("status 70000", qantara_call_parse(call, 70000, text(""), text("{}"), &message), "number.range");
    /* A length that no memory has never becomes a read beyond what the core reads. */
    refused("absurd body", qantara_call_parse(call, 200, text(""), (qantara_text){bytes, (size_t)-1}, &message), "reply.too_large");
    bad_field("absurd value", (qantara_field){text("order_id"), QANTARA_TEXT, 0, {bytes, (size_t)-1}}, "input.too_large");
    bad_field("absurd name", (qantara_field){{bytes, (size_t)-1}, QANTARA_TEXT, 0, text("x")}, "input.too_large");
    bad_field("deep map", (qantara_field){text("custom_data"), QANTARA_JSON, 0, {bytes, 1 << 20}}, "input.too_deep");
    bad_field("large text", (qantara_field){text("order_id"), QANTARA_TEXT, 0, {bytes, (1 << 20) + 1}}, "input.too_large");
    free(bytes);
}

static void random_bytes(const qantara_call *call, const qantara_gateway *egw) {
    char bytes[64];
    srand(7);
    for (int round = 0; round < 20000; round++) {
        size_t len = (size_t)(rand() % 64);
        for (size_t i = 0; i < len; i++) bytes[i] = rand() % 3 ? "{}[]\",:0123456789.eE-+tfn\\u "[rand() % 28] : (char)rand();
        qantara_text given = {bytes, len};
        qantara_message *message = NULL;
        qantara_record *record = NULL;
        qantara_error_free(qantara_call_parse(call, 200, given, given, &message));
        qantara_message_free(message);
        qantara_error_free(qantara_json_read(given, &record));
        qantara_record_json(record);
        qantara_record_free(record);
        qantara_error_free(qantara_read(text("alqaseh"), text("parse_redirect"), 1, given, &record));
        qantara_record_free(record);
        qantara_error_free(qantara_verify_callback(egw, given, &message));
        qantara_message_free(message);
        qantara_field input[] = {{given, (uint32_t)rand() % 7, 0, given}, {text("custom_data"), QANTARA_JSON, 0, given}};
        qantara_call *made = NULL;
        qantara_error_free(qantara_call_new(gateway, text("create_payment"), input, 2, &made));
        qantara_call_free(made);
        checks++;
    }
}

int main(void) {
    qantara_field login[] = {field("environment", QANTARA_TEXT, "test"), field("client_id", QANTARA_TEXT, "shop"),
                             field("client_secret", QANTARA_TEXT, "secret")};
    qantara_field keys[] = {field("environment", QANTARA_TEXT, "test"), field("api_key", QANTARA_TEXT, "k3y"),
                            field("mac_key", QANTARA_TEXT, "00112233445566778899AABBCCDDEEFF"),
                            field("profile", QANTARA_TEXT, "classic")};
    qantara_field key[] = {field("key", QANTARA_TEXT, "00112233445566778899AABBCCDDEEFF"),
                           field("order", QANTARA_JSON, "[\"AMOUNT\"]")};
    qantara_gateway *egw = NULL;
    qantara_call *call = NULL;
    qantara_field id = field("payment_id", QANTARA_TEXT, "p-1");
    if (qantara_gateway_new(text("alqaseh"), QANTARA_SNAKE, login, 3, &gateway) ||
        qantara_gateway_new(text("egw"), QANTARA_SNAKE, keys, 4, &egw) || qantara_mac_new(QANTARA_SNAKE, key, 2, &mac) ||
        qantara_call_new(gateway, text("get_payment"), &id, 1, &call)) {
        fprintf(stderr, "FAILED to start\n");
        return 1;
    }
    valid("nothing");
    nulls();
    bad_field("not UTF-8", field("order_id", QANTARA_TEXT, "\xc3("), "input.syntax");
    bad_field("NUL", (qantara_field){text("order_id"), QANTARA_TEXT, 0, {"A\0B", 3}}, "text.control");
    bad_field("name with NUL", (qantara_field){{"order_id\0", 9}, QANTARA_TEXT, 0, text("A")}, "field.unknown");
    bad_field("name that is not UTF-8", field("\xff", QANTARA_TEXT, "A"), "input.syntax");
    bad_field("NULL value", (qantara_field){text("order_id"), QANTARA_TEXT, 0, {NULL, 3}}, "input.syntax");
    bad_field("no such kind", field("order_id", 99, "A"), "input.syntax");
    bad_field("no such field", field("order_ids", QANTARA_TEXT, "A"), "field.unknown");
    bad_field("given twice", field("currency", QANTARA_TEXT, "IQD"), "field.duplicate");
    bad_field("float", field("amount", QANTARA_NUMBER, "25000.0"), "amount.float");
    bad_field("exponent", field("amount", QANTARA_NUMBER, "2.5e4"), "amount.float");
    bad_field("not a number", field("amount", QANTARA_NUMBER, "nan"), "amount.float");
    bad_field("flag", field("allow_fraction", QANTARA_FLAG, "yes"), "field.type");
    bad_field("other", field("order_id", QANTARA_OTHER, "text"), "field.type");
    bad_field("not JSON", field("custom_data", QANTARA_JSON, "{"), "input.syntax");
    bad_field("list for a map", field("custom_data", QANTARA_JSON, "[]"), "field.type");
    bad_field("stamp where none is made", field("stamp", QANTARA_JSON, "{}"), "field.unknown");
    qantara_field *many = calloc(5000, sizeof *many);
    qantara_call *none = NULL;
    refused("5000 fields", qantara_call_new(gateway, text("create_payment"), many, 5000, &none), "input.too_large");
    refused("absurdly many", qantara_call_new(gateway, text("create_payment"), many, (size_t)-1, &none), "input.too_large");
    free(many);
    bodies(call, egw);
    random_bytes(call, egw);
    valid("all of it");
    qantara_call_free(call);
    qantara_mac_free(mac);
    qantara_gateway_free(egw);
    qantara_gateway_free(gateway);
    printf("hostile input: %d checks, %d failures\n", checks, failures);
    return failures != 0;
}
