/* What the files of this extension share. */
#ifndef PHP_QANTARA_H
#define PHP_QANTARA_H

#include "php.h"
#include "qantara.h"

extern zend_module_entry qantara_module_entry;
#define phpext_qantara_ptr &qantara_module_entry

/* What an object of a class holds. */
typedef enum {
	QANTARA_GATEWAY,        /* a qantara_gateway */
	QANTARA_LOW_LEVEL_MAC,  /* a qantara_mac */
	QANTARA_CALL,           /* a qantara_call */
	QANTARA_MESSAGE,        /* a qantara_message: a reply */
	QANTARA_SIGNED,         /* a qantara_message: a signed callback */
	QANTARA_HINT,           /* a qantara_record: a hint, an outcome, what a tool made, a record within another */
	QANTARA_ACKNOWLEDGMENT, /* a qantara_acknowledgment */
	QANTARA_STEP,           /* nothing */
} qantara_holds;

typedef struct {
	const char *name;
	uint32_t type;
	bool secret;
	const char *class; /* of the record that it holds, */
	bool many;         /* or of each in its list */
} qantara_property;

/* Which parameters of a method stay out of back traces, as bits. */
typedef struct {
	const char *method;
	uint64_t parameters;
} qantara_sensitive;

typedef struct {
	const char *name;
	const char *shape; /* of the record that it shows */
	qantara_holds holds;
	const char *gateway;
	const zend_function_entry *methods;
	const qantara_property *properties;
	const qantara_sensitive *sensitive;
	uint32_t count;
	zend_class_entry *entry;
} qantara_class;

typedef struct {
	void *handle;
	const qantara_class *class;
	HashTable *masked;
	zend_object std;
} qantara_object;

/* qantara.c */
const qantara_class *qantara_class_that_holds(qantara_holds holds);
const qantara_class *qantara_class_of_shape(qantara_text shape, qantara_holds holds);
const qantara_class *qantara_class_of(const zend_class_entry *entry);

/* objects.c */
void qantara_register_class(qantara_class *class);
void qantara_make(zval *out, const qantara_class *class, void *handle);
void *qantara_handle(zval *object);
const qantara_record *qantara_record_of(zend_object *object);
static inline qantara_object *qantara_object_of(zend_object *object)
{
	return (qantara_object *) ((char *) object - XtOffsetOf(qantara_object, std));
}

/* from_php.c */
typedef struct {
	qantara_field *fields;
	size_t count;
	zend_string **made;
	size_t made_count;
} qantara_input;

static inline qantara_text qantara_text_of(const zend_string *string)
{
	return (qantara_text) {ZSTR_VAL(string), ZSTR_LEN(string)};
}
static inline qantara_text qantara_text_from(const char *string)
{
	return (qantara_text) {string, strlen(string)};
}
qantara_input qantara_input_of_arguments(zend_execute_data *execute_data);
qantara_input qantara_input_of_array(const HashTable *array);
void qantara_input_free(qantara_input *input);
zend_string *qantara_json_of(zval *value);

/* to_php.c */
void qantara_to_zval(zval *out, const qantara_field *field);
void qantara_json_to_zval(zval *out, qantara_text json);
void qantara_record_to_array(zval *out, const qantara_record *record);
bool qantara_nested_to_zval(zval *out, const qantara_record *record, const qantara_property *property);

/* errors.c */
void qantara_register_errors(void);
bool qantara_threw(qantara_error *error);
void qantara_throw_type(const char *field, const char *expected);
bool qantara_is_text(zval *value, const char *field, qantara_text *out);

#endif
