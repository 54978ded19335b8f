/* A million rounds with a new gateway in each: what the process holds must not grow.   memory [ROUNDS] */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../include/qantara.h"
#include "../include/qantara_names.h"

static long resident(void) {
    char line[256];
    long kilobytes = -1;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "VmRSS: %ld", &kilobytes) == 1) break;
    if (file) fclose(file);
    return kilobytes;
}

static qantara_text text(const char *string) {
    return (qantara_text){string, strlen(string)};
}

static qantara_field field(const char *name, const char *value) {
    return (qantara_field){text(name), QANTARA_TEXT, 0, text(value)};
}

static void must(const char *what, qantara_error *error) {
    if (!error) return;
    fprintf(stderr, "%s: %s\n", what, qantara_error_message(error));
    exit(1);
}

static void round_trip(void) {
    static const char body[] = "{\"payment_id\":\"p-1\",\"order_id\":\"A-1\",\"amount\":25000,\"currency\":\"IQD\","
                               "\"payment_status\":\"succeeded\",\"transaction_type\":\"Retail\",\"more\":{\"a\":[1,2]}}";
    static const char rows[] = "[{\"payment_id\":\"p-1\",\"more\":[1]},{\"payment_id\":\"p-2\"}]";
    qantara_field login[] = {field(QANTARA_FIELD_ENVIRONMENT, QANTARA_ENVIRONMENT_TEST), field("client_id", "shop"), field("client_secret", "s3cret")};
    qantara_field order[] = {field("order_id", "A-1"), field("amount", "25000"), field("currency", "IQD"),
                             field("description", "Two books"), field("redirect_url", "https://shop.example/return")};
    qantara_field keys[] = {field(QANTARA_FIELD_ENVIRONMENT, QANTARA_ENVIRONMENT_TEST), field("api_key", "k3y"),
                            field("mac_key", "00112233445566778899AABBCCDDEEFF"), field("profile", "classic")};
    qantara_field prepare[] = {field("order_id", "771446"), field("amount", "11.48"), field("currency", "USD"),
                               field("description", "Books"), field(QANTARA_FIELD_TRANSACTION_TYPE, QANTARA_EGW_TRANSACTION_TYPE_RETAIL),
                               field("back_ref", "https://shop.example/result")};
    qantara_field id = field("payment_id", "p-1");
    qantara_gateway *shop, *egw;
    qantara_call *create, *look, *signed_call;
    qantara_message *payment;
    qantara_record *outcome;
    must("gateway", qantara_gateway_new(QANTARA_STR(QANTARA_GATEWAY_ALQASEH), QANTARA_SNAKE, login, 3, &shop));
    must("create", qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_CREATE_PAYMENT), order, 5, &create));
    must("look", qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_GET_PAYMENT), &id, 1, &look));
    must("parse", qantara_call_parse(look, 200, text(""), text(body), &payment));
    must("settle", qantara_message_expect_paid(payment, order, 3, &outcome));
    must("egw", qantara_gateway_new(QANTARA_STR(QANTARA_GATEWAY_EGW), QANTARA_SNAKE, keys, 4, &egw));
    must("prepare", qantara_call_new(egw, QANTARA_STR(QANTARA_OPERATION_PREPARE), prepare, 6, &signed_call));
    qantara_field by_token = field(QANTARA_FIELD_TOKEN, "t0ken");
    qantara_field sequence = {text(QANTARA_FIELD_SEQUENCE), QANTARA_NUMBER, 0, text("417")};
    qantara_call *list, *token;
    qantara_message *history;
    qantara_record *number, *row;
    must("history", qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_HISTORY), order, 1, &list));
    must("rows", qantara_call_parse(list, 200, text(""), text(rows), &history));
    for (size_t i = 0; (row = qantara_record_nested(qantara_message_record(history), QANTARA_FIELD_PAYMENTS, i)); i++) {
        qantara_record_json(row);
        qantara_record_free(row);
    }
    must("token", qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_GET_PAYMENT_BY_TOKEN), &by_token, 1, &token));
    qantara_record_text(qantara_call_record(token), "shown_url");
    must("number", qantara_tool_alone(QANTARA_STR(QANTARA_GATEWAY_EGW), QANTARA_STR(QANTARA_TOOL_ORDER_NUMBER), QANTARA_SNAKE, &sequence, 1, &number));
    qantara_record_json(number);
    qantara_call_expect(create);
    qantara_record_json(qantara_message_record(payment));
    qantara_call *none;
    qantara_error *error = qantara_call_new(shop, QANTARA_STR(QANTARA_OPERATION_CREATE_PAYMENT), order, 2, &none);
    if (!error) exit(1);
    qantara_error_free(error);
    qantara_record_free(number);
    qantara_message_free(history);
    qantara_call_free(token);
    qantara_call_free(list);
    qantara_record_free(outcome);
    qantara_message_free(payment);
    qantara_call_free(signed_call);
    qantara_call_free(look);
    qantara_call_free(create);
    qantara_gateway_free(egw);
    qantara_gateway_free(shop);
}

int main(int count, char **arguments) {
    long rounds = count > 1 ? atol(arguments[1]) : 1000000;
    resident(); /* measuring takes memory, too, the first time */
    for (long i = 0; i < 5000; i++) round_trip();
    long before = resident();
    clock_t start = clock();
    for (long i = 0; i < rounds; i++) round_trip();
    long grown = resident() - before;
    fprintf(stderr, "%ld rounds in %.0f s: %ld kB at first, %+ld kB at the end\n", rounds,
            (double)(clock() - start) / CLOCKS_PER_SEC, before, grown);
    printf("{\"language\": \"C\", \"job\": \"memory\", \"unit\": \"bytes\", \"rounds\": %ld, \"ours\": %ld, \"against\": null, \"theirs\": null}\n",
           rounds, grown * 1024);
    return grown > 256;
}
