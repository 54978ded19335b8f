/* What one would write for one shop, with OpenSSL and json-c: the same bytes, and nothing checked that isn't here. */
#include <stdbool.h>
#include <stddef.h>

/* A message's fields, by name, and room for what is made of them. */
typedef struct {
    const char *name;
    const char *value;
} pair;

typedef struct {
    char timestamp[16];
    char nonce[33];
} stamp;

void by_hand_open(const unsigned char *key, size_t length);
void by_hand_sign(const pair *fields, size_t count, char hex[41]);
bool by_hand_verify(const pair *fields, size_t count, const char *hex);

/* Each returns a text that is the caller's to free. Without a stamp they make one. */
char *by_hand_prepare(const stamp *given);
char *by_hand_prepare_form(const stamp *given);
char *by_hand_card_form(const stamp *given);
char *by_hand_create(void);

/* The order's number, to be freed. */
char *by_hand_parse(const char *body);
/* The replay key of a payment for the order, to be freed; NULL if it isn't paid. */
char *by_hand_settle(const char *body);
