#include "by_hand.h"

#include <json-c/json.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#define JSON_FLAGS (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)

static EVP_MAC_CTX *hmac;
static char login[64];

/* The key is kept: what each MAC begins with; so is the login. */
void by_hand_open(const unsigned char *key, size_t length) {
    char sha1[] = "SHA1";
    OSSL_PARAM with[] = {OSSL_PARAM_construct_utf8_string("digest", sha1, 0), OSSL_PARAM_construct_end()};
    hmac = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
    if (!hmac || !EVP_MAC_init(hmac, key, length, with)) abort();
    EVP_EncodeBlock((unsigned char *)login, (const unsigned char *)"shop:s3cret", 11);
}

static void mac(const pair *fields, size_t count, unsigned char out[20]) {
    char source[1024];
    size_t used = 0, made = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = fields[i].value ? strlen(fields[i].value) : 0;
        if (length == 0) source[used++] = '-';
        else used += (size_t)snprintf(source + used, sizeof source - used, "%zu%s", length, fields[i].value);
    }
    EVP_MAC_init(hmac, NULL, 0, NULL);
    EVP_MAC_update(hmac, (unsigned char *)source, used);
    EVP_MAC_final(hmac, out, &made, 20);
}

static void to_hex(const unsigned char *bytes, size_t count, char *out) {
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < count; i++) {
        *out++ = digits[bytes[i] >> 4];
        *out++ = digits[bytes[i] & 15];
    }
    *out = 0;
}

void by_hand_sign(const pair *fields, size_t count, char hex[41]) {
    unsigned char bytes[20];
    mac(fields, count, bytes);
    to_hex(bytes, 20, hex);
}

bool by_hand_verify(const pair *fields, size_t count, const char *hex) {
    unsigned char own[20], given[20];
    size_t length;
    mac(fields, count, own);
    return OPENSSL_hexstr2buf_ex(given, sizeof given, &length, hex, 0) && length == sizeof given
           && CRYPTO_memcmp(own, given, sizeof own) == 0;
}

enum { AMOUNT, CURRENCY, ORDER, DESC, TRTYPE, EMAIL, TERMINAL, MERCHANT, MERCH_NAME, MERCH_URL, TIMESTAMP, NONCE, BACKREF, P_SIGN, FIELDS };

typedef struct {
    pair fields[FIELDS];
    stamp made;
    char p_sign[41];
} message;

static void now(stamp *out) {
    unsigned char random[16];
    time_t seconds = time(NULL);
    struct tm parts;
    strftime(out->timestamp, sizeof out->timestamp, "%Y%m%d%H%M%S", gmtime_r(&seconds, &parts));
    if (getentropy(random, sizeof random)) abort();
    to_hex(random, sizeof random, out->nonce);
}

static void build(message *out, const stamp *given) {
    if (given) out->made = *given;
    else now(&out->made);
    pair fields[FIELDS] = {{"AMOUNT", "11.48"}, {"CURRENCY", "USD"}, {"ORDER", "771446"}, {"DESC", "IT Books. Qty: 2"},
                           {"TRTYPE", "1"}, {"EMAIL", "pgw@mail.sample.com"}, {"TERMINAL", "99999999"},
                           {"MERCHANT", "123456789012345"}, {"MERCH_NAME", "Books Online Inc."}, {"MERCH_URL", "www.sample.com"},
                           {"TIMESTAMP", out->made.timestamp}, {"NONCE", out->made.nonce},
                           {"BACKREF", "https://www.sample.com/shop/reply"}, {"P_SIGN", out->p_sign}};
    memcpy(out->fields, fields, sizeof fields);
    pair none = {"", NULL};
    pair signed_in_order[] = {fields[AMOUNT], fields[CURRENCY], fields[ORDER], fields[DESC], fields[MERCH_NAME], fields[MERCH_URL],
                              fields[MERCHANT], fields[TERMINAL], fields[EMAIL], fields[TRTYPE], none, none,
                              fields[TIMESTAMP], fields[NONCE], fields[BACKREF]};
    by_hand_sign(signed_in_order, 15, out->p_sign);
}

char *by_hand_prepare(const stamp *given) {
    static const char *const names[FIELDS] = {"amount", "currency", "order", "desc", "trtype", "email", "terminal",
                                              "merchant", "merch_name", "merch_url", "timestamp", "nonce", "back_ref", "p_sign"};
    message built;
    build(&built, given);
    json_object *body = json_object_new_object();
    for (int i = 0; i < FIELDS; i++) json_object_object_add(body, names[i], json_object_new_string(built.fields[i].value));
    char *text = strdup(json_object_to_json_string_ext(body, JSON_FLAGS));
    json_object_put(body);
    return text;
}

char *by_hand_prepare_form(const stamp *given) {
    message built;
    build(&built, given);
    char *text = malloc(2048), *at = text;
    for (int i = 0; i < FIELDS; i++) {
        at += sprintf(at, "%s%s=", i ? "&" : "", built.fields[i].name);
        for (const char *c = built.fields[i].value; *c; c++) {
            bool plain = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z') || strchr("-._~", *c);
            if (plain) *at++ = *c;
            else at += sprintf(at, "%%%02X", (unsigned char)*c);
        }
    }
    *at = 0;
    return text;
}

char *by_hand_card_form(const stamp *given) {
    message built;
    build(&built, given);
    char *text = malloc(8192), *at = text;
    at += sprintf(at, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>…</title></head><body><form method=\"post\" "
                      "action=\"https://ac.alqaseh.com:5443/cgi-bin/cgi_link\">");
    for (int i = 0; i < FIELDS; i++) {
        at += sprintf(at, "<input type=\"hidden\" name=\"%s\" value=\"", built.fields[i].name);
        for (const char *c = built.fields[i].value; *c; c++) switch (*c) {
                case '&': at = stpcpy(at, "&amp;"); break;
                case '<': at = stpcpy(at, "&lt;"); break;
                case '>': at = stpcpy(at, "&gt;"); break;
                case '"': at = stpcpy(at, "&quot;"); break;
                case '\'': at = stpcpy(at, "&#39;"); break;
                default: *at++ = *c;
            }
        at = stpcpy(at, "\">");
    }
    strcpy(at, "<button>→</button></form><script>document.forms[0].submit()</script></body></html>");
    return text;
}

char *by_hand_create(void) {
    json_object *body = json_object_new_object();
    json_object_object_add(body, "order_id", json_object_new_string("A-1"));
    json_object_object_add(body, "amount", json_object_new_int64(25000));
    json_object_object_add(body, "currency", json_object_new_string("IQD"));
    json_object_object_add(body, "description", json_object_new_string("Two books"));
    json_object_object_add(body, "redirect_url", json_object_new_string("https://shop.example/return"));
    json_object_object_add(body, "transaction_type", json_object_new_string("Retail"));
    const char *json = json_object_to_json_string_ext(body, JSON_FLAGS);
    size_t room = strlen(json) + 128;
    char *text = malloc(room);
    snprintf(text, room, "Authorization: Basic %s\n%s", login, json);
    json_object_put(body);
    return text;
}

static const char *text_of(json_object *payment, const char *name) {
    json_object *found;
    return json_object_object_get_ex(payment, name, &found) && json_object_is_type(found, json_type_string)
               ? json_object_get_string(found)
               : "";
}

char *by_hand_parse(const char *body) {
    json_object *payment = json_tokener_parse(body);
    char *order_id = strdup(text_of(payment, "order_id"));
    json_object_put(payment);
    return order_id;
}

char *by_hand_settle(const char *body) {
    json_object *payment = json_tokener_parse(body), *amount;
    char *key = NULL;
    if (json_object_is_type(payment, json_type_object) && !strcmp(text_of(payment, "payment_id"), "p-1")
        && !strcmp(text_of(payment, "order_id"), "A-1") && !strcmp(text_of(payment, "currency"), "IQD")
        && json_object_object_get_ex(payment, "amount", &amount) && !strcmp(json_object_to_json_string(amount), "25000")
        && !strcasecmp(text_of(payment, "payment_status"), "succeeded") && !strcmp(text_of(payment, "transaction_type"), "Retail")) {
        key = malloc(128);
        snprintf(key, 128, "alqaseh/test/shop/%s/paid", text_of(payment, "payment_id"));
    }
    json_object_put(payment);
    return key;
}
