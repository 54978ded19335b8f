/* Reading files of cases, and giving what is in them. */
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../include/qantara.h"

static inline json_object *get(json_object *object, const char *key) {
    json_object *found = NULL;
    return object && json_object_object_get_ex(object, key, &found) ? found : NULL;
}

static inline bool has(json_object *object, const char *key) {
    return json_object_object_get_ex(object, key, NULL);
}

static inline const char *json_text(json_object *value) {
    return json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

static inline qantara_text text(const char *string) {
    return (qantara_text){string, strlen(string)};
}

/* Whatever JSON has as text is given as text, numbers by the very digits in the file. */
static inline qantara_text text_of(json_object *value) {
    if (json_object_is_type(value, json_type_string))
        return (qantara_text){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    return value ? text(json_text(value)) : (qantara_text){NULL, 0};
}

static inline uint32_t kind_of(json_object *value) {
    switch (json_object_get_type(value)) {
    case json_type_null: return QANTARA_NULL;
    case json_type_boolean: return QANTARA_FLAG;
    case json_type_int:
    case json_type_double: return QANTARA_NUMBER;
    case json_type_string: return QANTARA_TEXT;
    default: return QANTARA_JSON;
    }
}

enum { MOST = 64 };

typedef struct {
    qantara_field fields[MOST];
    size_t count;
} given;

static inline void add(given *to, const char *name, json_object *value) {
    if (to->count == MOST) abort();
    to->fields[to->count++] = (qantara_field){text(name), kind_of(value), 0, text_of(value)};
}

static inline given fields_of(json_object *object) {
    given made = {.count = 0};
    if (object) {
        json_object_object_foreach(object, name, value) add(&made, name, value);
    }
    return made;
}

static inline json_object *read_json(qantara_text given) {
    json_tokener *tokener = json_tokener_new_ex(64);
    json_object *value = json_tokener_parse_ex(tokener, given.ptr, (int)given.len);
    json_tokener_free(tokener);
    return value;
}

/* The library has a function for this, which stops at 32 levels. */
static inline json_object *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t room = 1 << 24;
    char *bytes = malloc(room);
    size_t len = fread(bytes, 1, room, file);
    fclose(file);
    json_object *value = read_json((qantara_text){bytes, len});
    free(bytes);
    return value;
}
