/* Runs the shared cases through the C API, and writes what is exposed and how often it was tried for the table of
 * parity.   vectors [--parity FILE] FILE.json... */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../include/qantara.h"
#include "../include/qantara_names.h"
#include "cases.h"

static int failures, checks, cases;
static const char *file_name, *case_name;

static void fail(const char *what, ...) {
    va_list list;
    va_start(list, what);
    fprintf(stderr, "FAILED %s: %s: ", file_name, case_name);
    vfprintf(stderr, what, list);
    fputc('\n', stderr);
    va_end(list);
    failures++;
}

static bool same(json_object *a, json_object *b) {
    if (kind_of(a) != kind_of(b) || json_object_get_type(a) != json_object_get_type(b)) return false;
    if (json_object_is_type(a, json_type_array)) {
        size_t len = json_object_array_length(a);
        if (len != json_object_array_length(b)) return false;
        for (size_t i = 0; i < len; i++)
            if (!same(json_object_array_get_idx(a, i), json_object_array_get_idx(b, i))) return false;
        return true;
    }
    if (json_object_is_type(a, json_type_object)) {
        if (json_object_object_length(a) != json_object_object_length(b)) return false;
        json_object_object_foreach(a, name, value) {
            if (!has(b, name) || !same(value, get(b, name))) return false;
        }
        return true;
    }
    qantara_text x = text_of(a), y = text_of(b);
    return x.len == y.len && (x.len == 0 || memcmp(x.ptr, y.ptr, x.len) == 0);
}

static void check_text(const char *what, qantara_text found, json_object *expected) {
    checks++;
    qantara_text wanted = text_of(expected);
    if (found.len != wanted.len || (found.len && memcmp(found.ptr, wanted.ptr, found.len)))
        fail("%s is %.*s, not %.*s", what, (int)found.len, found.ptr, (int)wanted.len, wanted.ptr);
}

static void check_record(const char *what, const qantara_record *record, json_object *expected);

/* The records within, if these are some. */
static void check_nested(const qantara_record *record, const char *name, json_object *expected) {
    size_t count = json_object_is_type(expected, json_type_array) ? json_object_array_length(expected) : 1;
    qantara_record *nested = NULL;
    size_t i = 0;
    for (; (nested = qantara_record_nested(record, name, i)) && i < count; i++) {
        bool list = json_object_is_type(expected, json_type_array);
        check_record(name, nested, list ? json_object_array_get_idx(expected, i) : expected);
        qantara_record_free(nested);
    }
    if (nested || (i && i != count)) fail("%s: %zu records, or more, not %zu", name, i, count);
    qantara_record_free(nested);
}

/* The record by its JSON, and every field by name and by position. */
static void check_record(const char *what, const qantara_record *record, json_object *expected) {
    checks++;
    qantara_text whole = qantara_record_json(record);
    json_object *found = read_json(whole);
    if (!same(found, expected)) fail("%s is %.*s, not %s", what, (int)whole.len, whole.ptr, json_text(expected));
    json_object_put(found);
    json_object_object_foreach(expected, name, value) {
        qantara_field field;
        if (!qantara_record_get(record, text(name), &field) || field.kind != kind_of(value)) {
            fail("%s: no %s of the right kind", what, name);
        } else if (field.kind != QANTARA_JSON) {
            check_text(name, field.value, value);
        } else {
            json_object *nested = read_json(field.value);
            if (!same(nested, value)) fail("%s: %s is %.*s", what, name, (int)field.value.len, field.value.ptr);
            json_object_put(nested);
            check_nested(record, name, value);
        }
    }
    size_t present = 0;
    qantara_field field;
    for (size_t i = 0; qantara_record_at(record, i, &field); i++) {
        if (i >= qantara_record_len(record)) fail("%s: more fields than it says", what);
        present += field.kind != QANTARA_NULL;
    }
    if (present != (size_t)json_object_object_length(expected)) fail("%s: %zu fields", what, present);
}

/* Takes the error. Returns whether there was none and none was expected. */
static bool went_well(const char *what, qantara_error *error, json_object *expected) {
    checks++;
    if (!error || !expected) {
        if (error) fail("%s: %s: %s", what, qantara_error_code(error), qantara_error_message(error));
        if (expected) fail("%s: no error, but %s was expected", what, json_text(expected));
        qantara_error_free(error);
        return !error && !expected;
    }
    const qantara_record *record = qantara_error_record(error);
    json_object *faults = read_json(qantara_record_text(record, "faults"));
    json_object *wanted = get(expected, "faults"), *found = json_object_new_array();
    for (size_t i = 0; i < json_object_array_length(faults); i++) {
        json_object *fault = json_object_array_get_idx(faults, i), *pair = json_object_new_array();
        json_object_array_add(pair, json_object_get(get(fault, "code")));
        json_object *field = get(fault, "field");
        json_object_array_add(pair, field ? json_object_get(field) : json_object_new_string(""));
        json_object_array_add(found, pair);
    }
    if (!same(found, wanted)) fail("%s: the faults are %s, not %s", what, json_text(found), json_text(wanted));
    check_text("code", text(qantara_error_code(error)), json_object_array_get_idx(json_object_array_get_idx(wanted, 0), 0));
    json_object_put(found);
    json_object_put(faults);
    if (!*qantara_error_message(error)) fail("%s: an error without a message", what);
    static const char *const names[] = {"retry", "look_up", "status", "gateway_code", "gateway_message", "gateway_reference"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (has(expected, names[i])) check_text(names[i], qantara_record_text(record, names[i]), get(expected, names[i]));
    qantara_error_free(error);
    return false;
}

static char *unhex(const char *hex, size_t *len) {
    *len = strlen(hex) / 2;
    char *bytes = malloc(*len + 1);
    for (size_t i = 0; i < *len; i++) {
        unsigned byte = 0;
        if (sscanf(hex + 2 * i, "%2x", &byte) != 1) abort();
        bytes[i] = (char)byte;
    }
    return bytes;
}

/* A message in full; what is given in hex has to be freed. */
static qantara_text bytes_of(json_object *object, const char *name, char **to_free) {
    char key[32];
    snprintf(key, sizeof key, "%s_hex", name);
    *to_free = NULL;
    if (!has(object, key)) return text_of(get(object, name));
    size_t len;
    *to_free = unhex(json_object_get_string(get(object, key)), &len);
    return (qantara_text){*to_free, len};
}

static void check_settle(const qantara_message *message, json_object *list) {
    for (size_t i = 0; list && i < json_object_array_length(list); i++) {
        json_object *one = json_object_array_get_idx(list, i);
        given order = fields_of(get(one, "order"));
        qantara_record *outcome = NULL;
        qantara_error *error = qantara_message_settle(message, order.fields, order.count, &outcome);
        json_object *expected = get(one, "outcome");
        if (went_well("settle", error, get(one, "error"))) check_record("outcome", outcome, expected);
        qantara_record_free(outcome);
        /* The short form agrees. */
        error = qantara_message_expect_paid(message, order.fields, order.count, &outcome);
        bool paid = expected && !strcmp(json_object_get_string(get(expected, "kind")), "paid");
        if (paid != !error) fail("expect_paid: %s", error ? qantara_error_message(error) : "no error");
        if (expected && !paid && error && strcmp(qantara_error_code(error), "order.not_paid")) fail("expect_paid: another error");
        qantara_error_free(error);
        qantara_record_free(outcome);
    }
}

static void check_replies(const qantara_call *call, json_object *replies) {
    for (size_t i = 0; replies && i < json_object_array_length(replies); i++) {
        json_object *reply = json_object_array_get_idx(replies, i);
        char *to_free;
        qantara_text body = bytes_of(reply, "body", &to_free), type = text_of(get(reply, "content_type"));
        uint32_t status = (uint32_t)json_object_get_int(get(reply, "status"));
        /* Once by the call, once as if it had crossed a queue. */
        for (int queued = 0; queued < 2; queued++) {
            qantara_message *message = NULL;
            qantara_error *error =
                queued ? qantara_parse_reply(qantara_call_expect(call), QANTARA_SNAKE, status, type, body, &message)
                       : qantara_call_parse(call, status, type, body, &message);
            if (went_well("reply", error, get(reply, "error"))) {
                check_record("result", qantara_message_record(message), get(reply, "result"));
                check_settle(message, get(reply, "settle"));
            }
            qantara_message_free(message);
        }
        free(to_free);
    }
}

static void check_headers(const qantara_call *call, json_object *expected) {
    qantara_field header;
    int count = 0;
    for (size_t i = 0; qantara_call_header(call, i, &header); i++, count++) {
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)header.name.len, header.name.ptr);
        check_text(name, header.value, get(expected, name));
        bool secret = !strcasecmp(name, "authorization") || !strcasecmp(name, "x-api-key");
        if (secret != (header.flags == QANTARA_SECRET)) fail("the header %s has the wrong flag", name);
    }
    if (count != json_object_object_length(expected)) fail("%d headers", count);
}

static void check_call(const qantara_call *call, json_object *one) {
    const qantara_record *record = qantara_call_record(call);
    json_object *request = get(one, "request");
    if (request) {
        static const char *const names[] = {"method", "url", "body"};
        for (size_t i = 0; i < 3; i++) check_text(names[i], qantara_record_text(record, names[i]), get(request, names[i]));
        check_headers(call, get(request, "headers"));
    }
    static const char *const names[] = {"mac_source", "mac", "retry", "look_up", "expires"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (has(one, names[i])) check_text(names[i], qantara_record_text(record, names[i]), get(one, names[i]));
    json_object *wanted = get(one, "warnings");
    json_object *warnings = read_json(qantara_record_text(record, "warnings"));
    size_t count = warnings ? json_object_array_length(warnings) : 0;
    if (wanted && count != json_object_array_length(wanted)) fail("%zu warnings", count);
    for (size_t i = 0; wanted && i < count && i < json_object_array_length(wanted); i++)
        check_text("warning", text_of(get(json_object_array_get_idx(warnings, i), "code")), json_object_array_get_idx(wanted, i));
    json_object_put(warnings);
}

static qantara_gateway *gateway_of(json_object *file, json_object *one, json_object *expected) {
    given configuration = fields_of(get(one, "configuration"));
    qantara_gateway *gateway = NULL;
    qantara_error *error = qantara_gateway_new(text_of(get(file, "gateway")), QANTARA_SNAKE, configuration.fields,
                                               configuration.count, &gateway);
    /* Either the gateway or what follows may be what fails. */
    if (error) went_well("gateway", error, expected);
    return gateway;
}

static void run_call(json_object *file, json_object *one) {
    qantara_gateway *gateway = gateway_of(file, one, get(one, "error"));
    if (!gateway) return;
    given input = fields_of(get(one, "input"));
    if (has(one, "stamp")) add(&input, "stamp", get(one, "stamp"));
    qantara_call *call = NULL;
    qantara_error *error = qantara_call_new(gateway, text_of(get(one, "operation")), input.fields, input.count, &call);
    qantara_gateway_free(gateway);
    if (went_well("call", error, get(one, "error"))) {
        check_call(call, one);
        check_replies(call, get(one, "replies"));
    }
    qantara_call_free(call);
}

static void run_read(json_object *file, json_object *one) {
    char *to_free;
    qantara_text message = bytes_of(one, "message", &to_free);
    qantara_record *record = NULL;
    qantara_error *error =
        qantara_read(text_of(get(file, "gateway")), text_of(get(one, "reader")), QANTARA_SNAKE, message, &record);
    if (went_well("read", error, get(one, "error"))) check_record("result", record, get(one, "result"));
    qantara_record_free(record);
    free(to_free);
}

static void run_verify(json_object *file, json_object *one) {
    qantara_gateway *gateway = gateway_of(file, one, get(one, "error"));
    if (!gateway) return;
    char *to_free;
    qantara_text body = bytes_of(one, "message", &to_free);
    qantara_message *message = NULL;
    qantara_error *error = qantara_verify_callback(gateway, body, &message);
    qantara_gateway_free(gateway);
    if (went_well("verify", error, get(one, "error"))) {
        check_record("result", qantara_message_record(message), get(one, "result"));
        check_text("replay_key", qantara_message_replay_key(message), get(one, "replay_key"));
        check_settle(message, get(one, "settle"));
    }
    qantara_message_free(message);
    free(to_free);
}

/* Takes some fields out of a record and of those within. */
static void leave_out(json_object *value, json_object *names) {
    if (json_object_is_type(value, json_type_array)) {
        for (size_t i = 0; i < json_object_array_length(value); i++) leave_out(json_object_array_get_idx(value, i), names);
    } else if (json_object_is_type(value, json_type_object)) {
        for (size_t i = 0; i < json_object_array_length(names); i++)
            json_object_object_del(value, json_object_get_string(json_object_array_get_idx(names, i)));
        json_object_object_foreach(value, name, inner) {
            (void)name;
            leave_out(inner, names);
        }
    }
}

/* The record by its JSON, without what the case leaves out. */
static void check_most(const qantara_record *record, json_object *names, json_object *expected) {
    checks++;
    json_object *found = read_json(qantara_record_json(record));
    leave_out(found, names);
    if (!same(found, expected)) fail("result is %s, not %s", json_text(found), json_text(expected));
    json_object_put(found);
}

static void run_tool(json_object *file, json_object *one) {
    bool alone = !has(one, "configuration");
    qantara_gateway *gateway = alone ? NULL : gateway_of(file, one, get(one, "error"));
    if (!alone && !gateway) return;
    given input = fields_of(get(one, "input"));
    if (has(one, "stamp")) add(&input, "stamp", get(one, "stamp"));
    qantara_record *record = NULL;
    qantara_text tool = text_of(get(one, "tool"));
    qantara_error *error =
        alone ? qantara_tool_alone(text_of(get(file, "gateway")), tool, QANTARA_SNAKE, input.fields, input.count, &record)
              : qantara_tool(gateway, tool, input.fields, input.count, &record);
    qantara_gateway_free(gateway);
    if (went_well("tool", error, get(one, "error"))) {
        json_object *names = get(one, "without"), *expected = get(one, "result");
        if (names) check_most(record, names, expected);
        else check_record("result", record, expected);
    }
    qantara_record_free(record);
}

static qantara_gateway *with_key(json_object *file, json_object *one, json_object *key) {
    given configuration = fields_of(get(one, "configuration"));
    for (size_t i = 0; key && i < configuration.count; i++)
        if (configuration.fields[i].name.len == 7 && !memcmp(configuration.fields[i].name.ptr, "api_key", 7))
            configuration.fields[i].value = text_of(key);
    qantara_gateway *gateway = NULL;
    went_well("gateway", qantara_gateway_new(text_of(get(file, "gateway")), QANTARA_SNAKE, configuration.fields,
                                             configuration.count, &gateway), NULL);
    return gateway;
}

static qantara_acknowledgment *start(const qantara_gateway *gateway, const qantara_record *saved) {
    qantara_field whole = {{NULL, 0}, QANTARA_JSON, 0, qantara_record_json(saved)};
    qantara_acknowledgment *acknowledgment = NULL;
    went_well("start", qantara_acknowledgment_new(gateway, &whole, 1, &acknowledgment), NULL);
    return acknowledgment;
}

static void check_step(qantara_acknowledgment *acknowledgment, json_object *step) {
    uint32_t kind = 0;
    int64_t until = 0;
    qantara_call *call = NULL;
    int64_t now = json_object_get_int64(get(step, "step"));
    if (!went_well("step", qantara_acknowledgment_step(acknowledgment, now, &kind, &until, &call), get(step, "error"))) return;
    json_object *sends = get(step, "sends");
    checks++;
    if (sends) {
        if (kind != QANTARA_SEND) fail("step at %lld: not sent but %u", (long long)now, kind);
        check_text("url", qantara_record_text(qantara_call_record(call), "url"), get(sends, "url"));
        check_text("body", qantara_record_text(qantara_call_record(call), "body"), get(sends, "body"));
        if (has(sends, "headers")) check_headers(call, get(sends, "headers"));
    } else if (has(step, "waits")) {
        if (kind != QANTARA_WAIT || until != json_object_get_int64(get(step, "waits")))
            fail("step at %lld: %u until %lld", (long long)now, kind, (long long)until);
    } else if (kind != QANTARA_DONE) {
        fail("step at %lld: not done but %u", (long long)now, kind);
    }
    qantara_call_free(call);
}

static void run_acknowledge(json_object *file, json_object *one) {
    qantara_gateway *gateway = gateway_of(file, one, get(one, "error"));
    if (!gateway) return;
    given decision = fields_of(get(one, "decision"));
    if (has(one, "earlier")) add(&decision, "earlier", get(one, "earlier"));
    qantara_record *saved = NULL;
    qantara_error *error = qantara_decide(gateway, decision.fields, decision.count, &saved);
    if (!went_well("decide", error, get(one, "error"))) {
        qantara_gateway_free(gateway);
        return;
    }
    qantara_acknowledgment *acknowledgment = start(gateway, saved);
    json_object *steps = get(one, "steps");
    for (size_t i = 0; steps && acknowledgment && i < json_object_array_length(steps); i++) {
        json_object *step = json_object_array_get_idx(steps, i);
        if (has(step, "step")) {
            check_step(acknowledgment, step);
        } else if (has(step, "heard")) {
            given answer = fields_of(get(step, "answer"));
            add(&answer, "now", get(step, "heard"));
            went_well("heard", qantara_acknowledgment_heard(acknowledgment, answer.fields, answer.count), get(step, "error"));
        } else if (has(step, "state")) {
            check_text("state", qantara_acknowledgment_state(acknowledgment), get(step, "state"));
        } else if (has(step, "save")) {
            qantara_record_free(saved);
            went_well("save", qantara_acknowledgment_save(acknowledgment, &saved), NULL);
            check_record("save", saved, get(step, "save"));
        } else if (has(step, "restart")) {
            qantara_record_free(saved);
            went_well("save", qantara_acknowledgment_save(acknowledgment, &saved), NULL);
            qantara_acknowledgment_free(acknowledgment);
            qantara_gateway_free(gateway);
            gateway = with_key(file, one, get(step, "api_key"));
            acknowledgment = start(gateway, saved);
        } else {
            fail("a step that this runner does not know: %s", json_text(step));
        }
    }
    qantara_record_free(saved);
    /* The acknowledgment outlives the gateway it came from. */
    qantara_gateway_free(gateway);
    if (!*qantara_acknowledgment_state(acknowledgment).ptr) fail("no state");
    qantara_acknowledgment_free(acknowledgment);
}

static void run_mac(json_object *file, json_object *one) {
    (void)file;
    given configuration = fields_of(get(one, "configuration")), fields = fields_of(get(one, "fields"));
    qantara_mac *mac = NULL;
    qantara_error *error = qantara_mac_new(QANTARA_SNAKE, configuration.fields, configuration.count, &mac);
    if (error) {
        went_well("mac", error, get(one, "error"));
        return;
    }
    char hex[QANTARA_MAC_SIZE];
    size_t len = 0;
    error = qantara_mac_sign(mac, fields.fields, fields.count, hex, &len);
    if (went_well("sign", error, get(one, "error"))) {
        qantara_record *source = NULL;
        went_well("source", qantara_mac_source(mac, fields.fields, fields.count, &source), NULL);
        if (has(one, "source")) check_text("source", qantara_record_text(source, "source"), get(one, "source"));
        qantara_record_free(source);
        if (has(one, "mac")) check_text("mac", (qantara_text){hex, len}, get(one, "mac"));
        json_object *verify = get(one, "verify");
        for (size_t i = 0; verify && i < json_object_array_length(verify); i++) {
            json_object *attempt = json_object_array_get_idx(verify, i);
            error = qantara_mac_verify(mac, fields.fields, fields.count, text_of(get(attempt, "mac")));
            went_well("verify", error, get(attempt, "error"));
        }
    }
    qantara_mac_free(mac);
}

/* How many cases there were of each name. */
static json_object *counts;

static void count_case(json_object *file, json_object *one) {
    static const struct {
        const char *what, *own, *name;
    } names[] = {{"call", NULL, "operation"},         {"read", NULL, "reader"},   {"tool", NULL, "tool"},
                 {"verify", "egw.verify_callback", 0}, {"mac", "mac", 0},          {"acknowledge", "paylink.decide", 0},
                 {"acknowledge", "paylink.acknowledgment", 0}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].what, json_object_get_string(get(one, "do")))) continue;
        char full[128];
        if (names[i].own) snprintf(full, sizeof full, "%s", names[i].own);
        else
            snprintf(full, sizeof full, "%s.%s", json_object_get_string(get(file, "gateway")),
                     json_object_get_string(get(one, names[i].name)));
        int before = json_object_get_int(get(counts, full));
        json_object_object_add(counts, full, json_object_new_int(before + 1));
    }
}

/* A name of the header is exposed if the library knows it. */
static json_object *exposed;

static void expose(const char *gateway, const char *name, qantara_error *error) {
    char full[128];
    snprintf(full, sizeof full, "%s.%s", gateway, name);
    if (!strcmp(qantara_error_code(error), "operation.unknown")) fail("the library does not know %s", full);
    json_object_array_add(exposed, json_object_new_string(full));
    qantara_error_free(error);
}

static void expose_all(void) {
    static const char *const kinds[] = {QANTARA_GATEWAY_ALQASEH, QANTARA_GATEWAY_EGW, QANTARA_GATEWAY_PAYLINK};
    static const char *const settings[] = {
        "{\"environment\":\"test\",\"client_id\":\"shop\",\"client_secret\":\"secret\"}",
        "{\"environment\":\"test\",\"api_key\":\"k3y\",\"mac_key\":\"00112233445566778899AABBCCDDEEFF\",\"profile\":\"classic\"}",
        "{\"environment\":\"test\",\"merchant_id\":\"m\",\"api_key\":\"k3y\",\"base_url\":\"http://localhost:1\"}"};
    qantara_gateway *gateways[3];
    for (size_t i = 0; i < 3; i++) {
        qantara_field whole = {{NULL, 0}, QANTARA_JSON, 0, text(settings[i])};
        went_well("gateway", qantara_gateway_new(text(kinds[i]), QANTARA_SNAKE, &whole, 1, &gateways[i]), NULL);
    }
    qantara_call *call = NULL;
    qantara_record *record = NULL;
    size_t at;
#define AT(gateway) for (at = 0; at < 2 && strcmp(kinds[at], gateway); at++)
#define OPERATION(gateway, name) \
    AT(gateway); \
    expose(gateway, name, qantara_call_new(gateways[at], text(name), NULL, 0, &call)); \
    qantara_call_free(call);
#define READER(gateway, name) \
    expose(gateway, name, qantara_read(text(gateway), text(name), QANTARA_SNAKE, text(""), &record)); \
    qantara_record_free(record);
#define TOOL(gateway, name) \
    AT(gateway); \
    expose(gateway, name, qantara_tool(gateways[at], text(name), NULL, 0, &record)); \
    qantara_record_free(record);
    QANTARA_EACH_OPERATION(OPERATION)
    QANTARA_EACH_READER(READER)
    QANTARA_EACH_TOOL(TOOL)
    /* And what has a function of its own, which this program would not link without. */
    static const char *const own[] = {"egw.verify_callback", "paylink.decide", "paylink.acknowledgment", "mac"};
    for (size_t i = 0; i < 4; i++) json_object_array_add(exposed, json_object_new_string(own[i]));
    for (size_t i = 0; i < 3; i++) qantara_gateway_free(gateways[i]);
}

static void write_parity(const char *path) {
    json_object *parity = json_object_new_object();
    json_object_object_add(parity, "exposes", json_object_get(exposed));
    json_object_object_add(parity, "cases", json_object_get(counts));
    FILE *file = fopen(path, "w");
    if (!file || fprintf(file, "%s\n", json_text(parity)) < 0 || fclose(file)) fail("it can't write %s", path);
    json_object_put(parity);
}

int main(int count, char **arguments) {
    static const struct {
        const char *name;
        void (*run)(json_object *, json_object *);
    } kinds[] = {{"call", run_call}, {"read", run_read}, {"tool", run_tool}, {"verify", run_verify}, {"acknowledge", run_acknowledge}, {"mac", run_mac}};
    if (qantara_abi() != QANTARA_ABI) return 2;
    const char *parity = count > 2 && !strcmp(arguments[1], "--parity") ? arguments[2] : NULL;
    counts = json_object_new_object();
    exposed = json_object_new_array();
    file_name = case_name = "the names";
    expose_all();
    for (int f = parity ? 3 : 1; f < count; f++) {
        file_name = strrchr(arguments[f], '/') ? strrchr(arguments[f], '/') + 1 : arguments[f];
        case_name = "the file";
        json_object *file = read_file(arguments[f]);
        if (!file || json_object_get_int(get(file, "schema")) != 1) {
            fail("it can't be read");
            continue;
        }
        json_object *list = get(file, "cases");
        int before = cases;
        for (size_t i = 0; list && i < json_object_array_length(list); i++) {
            json_object *one = json_object_array_get_idx(list, i);
            case_name = json_object_get_string(get(one, "name"));
            const char *what = json_object_get_string(get(one, "do"));
            size_t k = 0;
            while (k < sizeof kinds / sizeof *kinds && strcmp(kinds[k].name, what)) k++;
            if (k == sizeof kinds / sizeof *kinds) fail("this runner cannot do %s", what);
            else kinds[k].run(file, one);
            count_case(file, one);
            cases++;
        }
        if (cases == before) fail("it has no cases");
        json_object_put(file);
    }
    if (parity && !failures) write_parity(parity);
    json_object_put(counts);
    json_object_put(exposed);
    printf("%d cases, %d checks, %d failures (libqantara %s)\n", cases, checks, failures, qantara_version());
    return failures || !cases ? 1 : 0;
}
