/* What may be printed holds no secret: the canaries of every operation are in no field without QANTARA_SECRET, in no
 * error and in nothing that goes into a queue.   secrets canaries.json */
#include <ctype.h>
#include <stdarg.h>
#include <strings.h>

#include "cases.h"

static int failures, checks;
static json_object *file, *canaries;
static const char *what, *mac;

static void fail(const char *how, ...) {
    va_list list;
    va_start(list, how);
    fprintf(stderr, "FAILED %s: ", what);
    vfprintf(stderr, how, list);
    fputc('\n', stderr);
    va_end(list);
    failures++;
}

/* Short ones count only where they stand alone: a few digits are in every long number. */
static bool holds(qantara_text in, const char *canary) {
    size_t len = strlen(canary);
    for (size_t i = 0; i + len <= in.len; i++) {
        if (strncasecmp(in.ptr + i, canary, len)) continue;
        bool before = i > 0 && isalnum((unsigned char)in.ptr[i - 1]);
        bool after = i + len < in.len && isalnum((unsigned char)in.ptr[i + len]);
        if (len > 5 || (!before && !after)) return true;
    }
    return false;
}

static bool told(qantara_text in) {
    for (size_t i = 0; i < json_object_array_length(canaries); i++)
        if (holds(in, json_object_get_string(json_object_array_get_idx(canaries, i)))) return true;
    return mac && holds(in, mac);
}

static void clean(const char *where, qantara_text in) {
    checks++;
    if (told(in)) fail("%s: %.*s", where, (int)in.len, in.ptr);
}

/* No canary in a field that is not marked. */
static void marked(const qantara_record *record) {
    qantara_field field;
    for (size_t i = 0; qantara_record_at(record, i, &field); i++)
        if (!(field.flags & QANTARA_SECRET)) clean("an unmarked field", field.value);
    clean("the shape", qantara_record_shape(record));
}

/* Takes the error; everything of it may be printed. Whether there was none, and none was expected. */
static bool came(qantara_error *error, json_object *code) {
    const char *expected = code ? json_object_get_string(code) : "";
    if (strcmp(error ? qantara_error_code(error) : "", expected))
        fail("'%s', not '%s': %s", qantara_error_code(error), expected, qantara_error_message(error));
    clean("an error", text(qantara_error_message(error)));
    qantara_field field;
    for (size_t i = 0; error && qantara_record_at(qantara_error_record(error), i, &field); i++)
        clean("an error's field", field.value);
    clean("an error as JSON", error ? qantara_record_json(qantara_error_record(error)) : text(""));
    qantara_error_free(error);
    return !error && !code;
}

/* Who asks by name gets it: so it went in. A path is a field, or a list, a place in it and a field. */
static bool shows(const qantara_record *record, const char *path) {
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(path, "."), path);
    const char *rest = path + strlen(name);
    if (!*rest) return told(qantara_record_text(record, name));
    rest++;
    char *end = NULL;
    size_t place = strtoul(rest, &end, 10);
    qantara_record *nested = qantara_record_nested(record, name, place);
    if (nested) marked(nested);
    bool found = nested && shows(nested, end > rest ? end + 1 : rest);
    qantara_record_free(nested);
    return found;
}

static void shows_all(const qantara_record *record, json_object *paths) {
    for (size_t i = 0; paths && i < json_object_array_length(paths); i++) {
        const char *path = json_object_get_string(json_object_array_get_idx(paths, i));
        checks++;
        if (!shows(record, path)) fail("no canary in %s", path);
    }
}

static qantara_gateway *gateway_of(json_object *one) {
    json_object *shops = get(file, "gateways");
    for (size_t i = 0; i < json_object_array_length(shops); i++) {
        json_object *shop = json_object_array_get_idx(shops, i);
        if (strcmp(json_object_get_string(get(shop, "name")), json_object_get_string(get(one, "gateway")))) continue;
        given configuration = fields_of(get(shop, "configuration"));
        qantara_gateway *gateway = NULL;
        came(qantara_gateway_new(text_of(get(shop, "kind")), QANTARA_SNAKE, configuration.fields, configuration.count, &gateway), NULL);
        return gateway;
    }
    abort();
}

static given input_of(json_object *input, json_object *one) {
    given made = fields_of(input);
    if (get(one, "stamp")) add(&made, "stamp", get(one, "stamp"));
    return made;
}

static const char *name_of(json_object *one) {
    return strchr(json_object_get_string(get(one, "name")), '.') + 1;
}

static void settle(const qantara_message *message, json_object *one) {
    given order = fields_of(get(get(one, "order"), "fields"));
    qantara_record *outcome = NULL;
    qantara_error *error = order.count ? qantara_message_settle(message, order.fields, order.count, &outcome) : NULL;
    json_object *code = error ? json_object_new_string(qantara_error_code(error)) : NULL;
    came(error, code);
    json_object_put(code);
    marked(outcome);
    clean("an outcome", outcome ? qantara_record_json(outcome) : text(""));
    clean("a replay key", qantara_message_replay_key(message));
    qantara_record_free(outcome);
}

static bool sends(const qantara_call *call, const char *canary) {
    qantara_field header;
    bool found = false;
    for (size_t i = 0; qantara_call_header(call, i, &header); i++) found |= holds(header.value, canary);
    const qantara_record *record = qantara_call_record(call);
    return found || holds(qantara_record_text(record, "url"), canary) || holds(qantara_record_text(record, "body"), canary);
}

static void print_call(const qantara_call *call) {
    qantara_field header;
    marked(qantara_call_record(call));
    for (size_t i = 0; qantara_call_header(call, i, &header); i++)
        if (!(header.flags & QANTARA_SECRET)) clean("an unmarked header", header.value);
    clean("what is expected", qantara_call_expect(call));
    clean("the URL for logs", qantara_record_text(qantara_call_record(call), "shown_url"));
}

static void run_call(json_object *one, const qantara_gateway *gateway) {
    given input = input_of(get(one, "input"), one);
    qantara_call *call = NULL;
    if (!came(qantara_call_new(gateway, text(name_of(one)), input.fields, input.count, &call), NULL)) return;
    json_object *sent = get(one, "sent"), *mistakes = get(one, "mistakes"), *replies = get(one, "replies");
    for (size_t i = 0; i < json_object_array_length(sent); i++)
        if (!sends(call, json_object_get_string(json_object_array_get_idx(sent, i)))) fail("a canary does not go out");
    if (mac && !sends(call, mac)) fail("another MAC");
    print_call(call);
    for (size_t i = 0; i < json_object_array_length(mistakes); i++) {
        json_object *mistake = json_object_array_get_idx(mistakes, i);
        given mistaken = input_of(get(mistake, "input"), one);
        qantara_call *made = NULL;
        came(qantara_call_new(gateway, text(name_of(one)), mistaken.fields, mistaken.count, &made), get(mistake, "code"));
        qantara_call_free(made);
    }
    for (size_t i = 0; i < json_object_array_length(replies); i++) {
        json_object *reply = json_object_array_get_idx(replies, i);
        qantara_message *message = NULL;
        uint32_t status = (uint32_t)json_object_get_int(get(reply, "status"));
        if (!came(qantara_call_parse(call, status, text(""), text_of(get(reply, "body")), &message), get(reply, "code"))) continue;
        marked(qantara_message_record(message));
        shows_all(qantara_message_record(message), get(reply, "got"));
        settle(message, one);
        qantara_message_free(message);
    }
    qantara_call_free(call);
}

static void run_read(json_object *one) {
    char kind[16];
    const char *name = name_of(one), *full = json_object_get_string(get(one, "name"));
    snprintf(kind, sizeof kind, "%.*s", (int)(name - full - 1), full);
    json_object *replies = get(one, "replies");
    for (size_t i = 0; i < json_object_array_length(replies); i++) {
        json_object *reply = json_object_array_get_idx(replies, i);
        qantara_record *hint = NULL;
        if (!came(qantara_read(text(kind), text(name), QANTARA_SNAKE, text_of(get(reply, "body")), &hint), get(reply, "code"))) continue;
        marked(hint);
        shows_all(hint, get(reply, "got"));
        qantara_record_free(hint);
    }
}

static void run_tool(json_object *one, const qantara_gateway *gateway) {
    given input = input_of(get(one, "input"), one);
    qantara_record *made = NULL;
    if (came(qantara_tool(gateway, text(name_of(one)), input.fields, input.count, &made), NULL)) {
        marked(made);
        shows_all(made, get(one, "got"));
        qantara_record_free(made);
    }
    json_object *mistakes = get(one, "mistakes");
    for (size_t i = 0; i < json_object_array_length(mistakes); i++) {
        json_object *mistake = json_object_array_get_idx(mistakes, i);
        given mistaken = input_of(get(mistake, "input"), one);
        if (came(qantara_tool(gateway, text(name_of(one)), mistaken.fields, mistaken.count, &made), get(mistake, "code"))) {
            marked(made);
            qantara_record_free(made);
        }
    }
}

static void run_verify(json_object *one, const qantara_gateway *gateway) {
    json_object *messages = get(one, "messages");
    for (size_t i = 0; i < json_object_array_length(messages); i++) {
        qantara_message *message = NULL;
        if (!came(qantara_verify_callback(gateway, text_of(json_object_array_get_idx(messages, i)), &message), NULL)) continue;
        marked(qantara_message_record(message));
        settle(message, one);
        qantara_message_free(message);
    }
}

static void run_acknowledge(json_object *one, const qantara_gateway *gateway) {
    given decision = fields_of(get(one, "decision")), answer = fields_of(get(one, "answer"));
    add(&answer, "now", get(one, "now"));
    qantara_record *saved = NULL;
    came(qantara_decide(gateway, decision.fields, decision.count, &saved), NULL);
    qantara_field whole = {text(""), QANTARA_JSON, 0, qantara_record_json(saved)};
    qantara_acknowledgment *acknowledgment = NULL;
    came(qantara_acknowledgment_new(gateway, &whole, 1, &acknowledgment), NULL);
    uint32_t step = 0;
    int64_t until = 0;
    qantara_call *call = NULL;
    came(qantara_acknowledgment_step(acknowledgment, json_object_get_int64(get(one, "now")), &step, &until, &call), NULL);
    if (!call || !sends(call, "c4nary")) fail("no key goes out");
    print_call(call);
    came(qantara_acknowledgment_heard(acknowledgment, answer.fields, answer.count), NULL);
    clean("what is saved at first", qantara_record_json(saved));
    qantara_record_free(saved);
    came(qantara_acknowledgment_save(acknowledgment, &saved), NULL);
    clean("what is saved", qantara_record_json(saved));
    clean("how it stands", qantara_acknowledgment_state(acknowledgment));
    qantara_record_free(saved);
    qantara_call_free(call);
    qantara_acknowledgment_free(acknowledgment);
}

static void run_mac(json_object *one) {
    given configuration = fields_of(get(one, "configuration")), fields = fields_of(get(one, "fields"));
    qantara_mac *made = NULL;
    char hex[QANTARA_MAC_SIZE];
    size_t len = 0;
    came(qantara_mac_new(QANTARA_SNAKE, configuration.fields, configuration.count, &made), NULL);
    came(qantara_mac_sign(made, fields.fields, fields.count, hex, &len), NULL);
    if (!holds((qantara_text){hex, len}, json_object_get_string(get(one, "mac")))) fail("the key does not go in");
    qantara_mac_free(made);
    json_object *mistakes = get(one, "mistakes");
    for (size_t i = 0; i < json_object_array_length(mistakes); i++) {
        json_object *mistake = json_object_array_get_idx(mistakes, i);
        given mistaken = fields_of(get(mistake, "input"));
        came(qantara_mac_new(QANTARA_SNAKE, mistaken.fields, mistaken.count, &made), get(mistake, "code"));
    }
}

static void run(json_object *one) {
    const char *how = json_object_get_string(get(one, "do"));
    what = json_object_get_string(get(one, "name"));
    mac = !strcmp(how, "call") && get(one, "mac") ? json_object_get_string(get(one, "mac")) : NULL;
    if (!strcmp(how, "read")) { run_read(one); return; }
    if (!strcmp(how, "mac")) { run_mac(one); return; }
    qantara_gateway *gateway = gateway_of(one);
    if (!strcmp(how, "call")) run_call(one, gateway);
    else if (!strcmp(how, "tool")) run_tool(one, gateway);
    else if (!strcmp(how, "verify")) run_verify(one, gateway);
    else if (!strcmp(how, "acknowledge")) run_acknowledge(one, gateway);
    else fail("what is %s?", how);
    qantara_gateway_free(gateway);
}

int main(int count, char **arguments) {
    file = count == 2 ? read_file(arguments[1]) : NULL;
    canaries = get(file, "canaries");
    if (!canaries) {
        fprintf(stderr, "secrets canaries.json\n");
        return 2;
    }
    json_object *mistaken = get(file, "mistaken"), *cases = get(file, "cases");
    for (size_t i = 0; i < json_object_array_length(mistaken); i++) {
        json_object *one = json_object_array_get_idx(mistaken, i);
        given configuration = fields_of(get(one, "configuration"));
        qantara_gateway *gateway = NULL;
        what = "a configuration";
        came(qantara_gateway_new(text_of(get(one, "kind")), QANTARA_SNAKE, configuration.fields, configuration.count, &gateway), get(one, "code"));
        qantara_gateway_free(gateway);
    }
    for (size_t i = 0; i < json_object_array_length(cases); i++) run(json_object_array_get_idx(cases, i));
    json_object_put(file);
    printf("secrets: %d checks, %d failures\n", checks, failures);
    return failures || checks < 2000;
}
