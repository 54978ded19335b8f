/* What the memory tools must find, each on its own, so that their silence about the rest means something.
 *     faulty leak|after|beyond|overflow */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../include/qantara.h"

static qantara_field field(const char *name, const char *value) {
    return (qantara_field){{name, strlen(name)}, QANTARA_TEXT, 0, {value, strlen(value)}};
}

static qantara_record *order_number(void) {
    qantara_field sequence = {QANTARA_STR("sequence"), QANTARA_NUMBER, 0, QANTARA_STR("417")};
    qantara_record *record = NULL;
    qantara_error_free(qantara_tool_alone(QANTARA_STR("egw"), QANTARA_STR("order_number"), QANTARA_SNAKE, &sequence, 1, &record));
    return record;
}

/* A record that nobody frees. */
static void leak(void) {
    qantara_record *record = order_number();
    printf("%zu\n", qantara_record_len(record));
}

/* A record that is read once it is freed: the library does the reading. */
static void after(void) {
    qantara_record *record = order_number();
    qantara_record_free(record);
    printf("%zu\n", qantara_record_len(record));
}

/* One field more than there are: the library does the reading. */
static void beyond(void) {
    qantara_field *login = malloc(2 * sizeof *login);
    qantara_gateway *gateway = NULL;
    if (!login) return;
    login[0] = field("environment", "test");
    login[1] = field("client_id", "shop");
    qantara_error_free(qantara_gateway_new(QANTARA_STR("alqaseh"), QANTARA_SNAKE, login, 3, &gateway));
    qantara_gateway_free(gateway);
    free(login);
}

/* What no number of C's may do. */
static void overflow(int count) {
    int most = INT_MAX - 2;
    printf("%d\n", most + count);
}

int main(int count, char **arguments) {
    const char *what = count == 2 ? arguments[1] : "";
    if (!strcmp(what, "leak")) leak();
    if (!strcmp(what, "after")) after();
    if (!strcmp(what, "beyond")) beyond();
    if (!strcmp(what, "overflow")) overflow(count + 1);
    return 0;
}
