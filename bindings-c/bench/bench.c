/* What a job takes through the C library, and written by hand with OpenSSL and json-c, in one run: one line of JSON for
 * each comparison, in nanoseconds; `make bench` makes a table of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../include/qantara.h"
#include "../include/qantara_names.h"
#include "by_hand.h"

enum { BATCHES = 301, NANOSECONDS = 300000 };

typedef void (*job)(void);

static qantara_text text(const char *string) {
    return (qantara_text){string, strlen(string)};
}
/* A text, where the compiler wants a constant. */
#define TEXT(literal) {(literal), sizeof(literal) - 1}
#define FIELD(name, value) {TEXT(name), QANTARA_TEXT, 0, TEXT(value)}
#define COUNT(array) (sizeof(array) / sizeof *(array))

static void must(qantara_error *error) {
    if (!error) return;
    fprintf(stderr, "%s\n", qantara_error_message(error));
    exit(1);
}

static void same(const char *what, qantara_text ours, const char *theirs) {
    if (theirs && ours.len == strlen(theirs) && !memcmp(ours.ptr, theirs, ours.len)) return;
    fprintf(stderr, "%s: the two ways differ:\n%.*s\n%s\n", what, (int)ours.len, ours.ptr, theirs ? theirs : "NULL");
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static double batch(job one, int rounds) {
    double start = now();
    for (int i = 0; i < rounds; i++) one();
    return (now() - start) / rounds;
}

static int by_size(const void *a, const void *b) {
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

/* Ours and theirs in turn, so that a busy moment of the machine falls on both; the median of each. */
static void compare(const char *name, job ours, const char *against, job theirs) {
    job jobs[2] = {ours, theirs};
    int rounds[2] = {1, 1}, count = theirs ? 2 : 1;
    static double times[2][BATCHES];
    for (int j = 0; j < count; j++) {
        double wanted = NANOSECONDS / batch(jobs[j], 500);
        if (wanted > 1) rounds[j] = (int)wanted;
    }
    for (int i = 0; i < BATCHES; i++)
        for (int j = 0; j < count; j++) times[j][i] = batch(jobs[j], rounds[j]);
    for (int j = 0; j < count; j++) qsort(times[j], BATCHES, sizeof(double), by_size);
    printf("{\"language\": \"C\", \"job\": \"%s\", \"unit\": \"ns\", \"ours\": %.1f, ", name, times[0][BATCHES / 2]);
    if (theirs) printf("\"against\": \"%s\", \"theirs\": %.1f}\n", against, times[1][BATCHES / 2]);
    else printf("\"against\": null, \"theirs\": null}\n");
    fflush(stdout);
}

static const pair MESSAGE[] = {
    {"AMOUNT", "11.48"}, {"CURRENCY", "USD"}, {"ORDER", "771446"}, {"DESC", "IT Books. Qty: 2"}, {"MERCH_NAME", "Books Online Inc."},
    {"MERCH_URL", "www.sample.com"}, {"MERCHANT", "123456789012345"}, {"TERMINAL", "99999999"}, {"EMAIL", "pgw@mail.sample.com"},
    {"TRTYPE", "1"}, {"COUNTRY", NULL}, {"MERCH_GMT", NULL}, {"TIMESTAMP", "20030105153021"}, {"NONCE", "F2B2DD7E603A7ADA"},
    {"BACKREF", "https://www.sample.com/shop/reply"}};
static const char P_SIGN[] = "FACC882CA67E109E409E3974DDEDA8AAB13A5E48";
static const char PAYMENT[] =
    "{\"id\":42,\"payment_id\":\"p-1\",\"token\":\"9f8e7d6c5b4a\",\"order_id\":\"A-1\",\"amount\":25000,\"currency\":\"IQD\","
    "\"description\":\"Two books\",\"payment_status\":\"succeeded\",\"transaction_type\":\"Retail\",\"redirect_url\":"
    "\"https://shop.example/return\",\"webhook_url\":\"\",\"approval_code\":\"123456\",\"rc\":\"00\",\"rrn\":\"123456789012\","
    "\"merchant_id\":7,\"terminal_id\":\"T1\",\"country\":\"IQ\",\"custom_data\":null,\"nonce\":\"\",\"created_at\":"
    "\"2026-11-20T13:00:00Z\",\"updated_at\":\"2026-11-20T13:01:00Z\"}";
static const stamp STAMP = {"20261120153021", "F2B2DD7E603A7ADAF2B2DD7E603A7ADA"};

static qantara_mac *mac;
static qantara_gateway *egw, *form, *shop;
static qantara_call *look;
static qantara_field fields[COUNT(MESSAGE)];
static qantara_field login[] = {FIELD("environment", "test"), FIELD("client_id", "shop"), FIELD("client_secret", "s3cret")};
static qantara_field order[] = {FIELD("order_id", "A-1"), FIELD("amount", "25000"), FIELD("currency", "IQD")};
static qantara_field input[] = {
    FIELD("amount", "11.48"), FIELD("currency", "USD"), FIELD("order_id", "771446"), FIELD("description", "IT Books. Qty: 2"),
    FIELD("transaction_type", "retail"), FIELD("email", "pgw@mail.sample.com"), FIELD("back_ref", "https://www.sample.com/shop/reply"),
    {TEXT("stamp"), QANTARA_JSON, 0, TEXT("{\"timestamp\":\"20261120153021\",\"nonce\":\"F2B2DD7E603A7ADAF2B2DD7E603A7ADA\"}")}};
/* Without the stamp, which is then made. */
#define UNSTAMPED (COUNT(input) - 1)

static void sign(void) {
    char hex[QANTARA_MAC_SIZE];
    size_t length;
    must(qantara_mac_sign(mac, fields, COUNT(fields), hex, &length));
}
static void sign_by_hand(void) {
    char hex[41];
    by_hand_sign(MESSAGE, COUNT(MESSAGE), hex);
}
static void verify(void) {
    must(qantara_mac_verify(mac, fields, COUNT(fields), text(P_SIGN)));
}
static void verify_by_hand(void) {
    if (!by_hand_verify(MESSAGE, COUNT(MESSAGE), P_SIGN)) exit(1);
}

static qantara_call *prepared(qantara_gateway *gateway, size_t count) {
    qantara_call *call;
    must(qantara_call_new(gateway, QANTARA_STR(QANTARA_OPERATION_PREPARE), input, count, &call));
    return call;
}
static void prepare(void) {
    qantara_call_free(prepared(egw, UNSTAMPED));
}
static void prepare_by_hand(void) {
    free(by_hand_prepare(NULL));
}
static void prepare_form(void) {
    qantara_call_free(prepared(form, UNSTAMPED));
}
static void prepare_form_by_hand(void) {
    free(by_hand_prepare_form(NULL));
}
static qantara_record *page(size_t count) {
    qantara_record *record;
    must(qantara_tool(egw, QANTARA_STR(QANTARA_TOOL_CARD_FORM), input, count, &record));
    return record;
}
static void card_form(void) {
    qantara_record_free(page(UNSTAMPED));
}
static void card_form_by_hand(void) {
    free(by_hand_card_form(NULL));
}

static qantara_call *created(void) {
    static const qantara_field creation[] = {FIELD("order_id", "A-1"), FIELD("amount", "25000"), FIELD("currency", "IQD"),
                                             FIELD("description", "Two books"), FIELD("redirect_url", "https://shop.example/return")};
    qantara_call *call;
    must(qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_CREATE_PAYMENT), creation, COUNT(creation), &call));
    return call;
}
static void create(void) {
    qantara_call_free(created());
}
static void create_by_hand(void) {
    free(by_hand_create());
}

static qantara_message *parsed(void) {
    qantara_message *payment;
    must(qantara_call_parse(look, 200, QANTARA_STR(""), QANTARA_STR(PAYMENT), &payment));
    return payment;
}
static void parse(void) {
    qantara_message_free(parsed());
}
static void parse_by_hand(void) {
    free(by_hand_parse(PAYMENT));
}
static qantara_record *settled(void) {
    qantara_message *payment = parsed();
    qantara_record *paid;
    must(qantara_message_expect_paid(payment, order, COUNT(order), &paid));
    qantara_message_free(payment);
    return paid;
}
static void settle(void) {
    qantara_record_free(settled());
}
static void settle_by_hand(void) {
    free(by_hand_settle(PAYMENT));
}
static void gateway(void) {
    qantara_gateway *made;
    must(qantara_gateway_new(QANTARA_STR(QANTARA_GATEWAY_ALQASEH), QANTARA_SNAKE, login, COUNT(login), &made));
    qantara_gateway_free(made);
}

static void setup(void) {
    static const unsigned char key[] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff};
    qantara_field scheme[] = {FIELD("key", "00112233445566778899AABBCCDDEEFF"),
                              {TEXT("order"), QANTARA_JSON, 0,
                               TEXT("[\"AMOUNT\",\"CURRENCY\",\"ORDER\",\"DESC\",\"MERCH_NAME\",\"MERCH_URL\",\"MERCHANT\",\"TERMINAL\","
                                           "\"EMAIL\",\"TRTYPE\",\"COUNTRY\",\"MERCH_GMT\",\"TIMESTAMP\",\"NONCE\",\"BACKREF\"]")}};
    qantara_field keys[] = {FIELD("environment", "test"), FIELD("api_key", "k3y"), FIELD("mac_key", "00112233445566778899AABBCCDDEEFF"),
                            FIELD("profile", "classic"), FIELD("merchant", "123456789012345"), FIELD("terminal", "99999999"),
                            FIELD("merch_name", "Books Online Inc."), FIELD("merch_url", "www.sample.com"), FIELD("encoding", "form")};
    qantara_field id = FIELD("payment_id", "p-1");
    by_hand_open(key, sizeof key);
    must(qantara_mac_new(QANTARA_SNAKE, scheme, COUNT(scheme), &mac));
    must(qantara_gateway_new(QANTARA_STR(QANTARA_GATEWAY_EGW), QANTARA_SNAKE, keys, COUNT(keys) - 1, &egw));
    must(qantara_gateway_new(QANTARA_STR(QANTARA_GATEWAY_EGW), QANTARA_SNAKE, keys, COUNT(keys), &form));
    must(qantara_gateway_new(QANTARA_STR(QANTARA_GATEWAY_ALQASEH), QANTARA_SNAKE, login, COUNT(login), &shop));
    must(qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_GET_PAYMENT), &id, 1, &look));
    for (size_t i = 0; i < COUNT(MESSAGE); i++) {
        qantara_text value = MESSAGE[i].value ? text(MESSAGE[i].value) : (qantara_text){NULL, 0};
        fields[i] = (qantara_field){text(MESSAGE[i].name), MESSAGE[i].value ? QANTARA_TEXT : QANTARA_NULL, 0, value};
    }
}

/* Both ways come to the same. */
static void check(void) {
    char hex[QANTARA_MAC_SIZE], theirs[41];
    size_t length;
    must(qantara_mac_sign(mac, fields, COUNT(fields), hex, &length));
    by_hand_sign(MESSAGE, COUNT(MESSAGE), theirs);
    same("sign", (qantara_text){hex, length}, P_SIGN);
    same("sign", (qantara_text){hex, length}, theirs);
    if (by_hand_verify(MESSAGE, COUNT(MESSAGE), "0000000000000000000000000000000000000000")) exit(1);
    same("prepare", qantara_record_text(qantara_call_record(prepared(egw, COUNT(input))), "body"), by_hand_prepare(&STAMP));
    same("form", qantara_record_text(qantara_call_record(prepared(form, COUNT(input))), "body"), by_hand_prepare_form(&STAMP));
    same("card form", qantara_record_text(page(COUNT(input)), "html"), by_hand_card_form(&STAMP));
    char request[1024];
    qantara_field header;
    qantara_call *call = created();
    if (!qantara_call_header(call, 0, &header)) exit(1);
    qantara_text body = qantara_record_text(qantara_call_record(call), "body");
    snprintf(request, sizeof request, "%.*s: %.*s\n%.*s", (int)header.name.len, header.name.ptr, (int)header.value.len, header.value.ptr,
             (int)body.len, body.ptr);
    same("create", text(request), by_hand_create());
    same("parse", qantara_record_text(qantara_message_record(parsed()), "order_id"), by_hand_parse(PAYMENT));
    same("settle", qantara_record_text(settled(), "replay_key"), by_hand_settle(PAYMENT));
}

int main(void) {
    setup();
    check();
    compare("sign", sign, "OpenSSL, the key kept", sign_by_hand);
    compare("verify", verify, "OpenSSL, the key kept", verify_by_hand);
    compare("prepare", prepare, "OpenSSL and json-c, nothing checked", prepare_by_hand);
    compare("prepare, as a form", prepare_form, "OpenSSL and sprintf, nothing checked", prepare_form_by_hand);
    compare("card form", card_form, "OpenSSL and sprintf, nothing checked", card_form_by_hand);
    compare("create payment", create, "json-c, nothing checked", create_by_hand);
    compare("parse a payment", parse, "json-c", parse_by_hand);
    compare("parse and settle", settle, "json-c, the same checks", settle_by_hand);
    compare("new gateway", gateway, NULL, NULL);
    return 0;
}
