/* The one mapper of errors: an exception class per range. */
#include "php_qantara.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

static zend_class_entry *base;
static struct {
	const char *range;
	const char *name;
	zend_class_entry *entry;
} classes[] = {
	{"validation", "Qantara\\ValidationError", NULL}, {"signature", "Qantara\\SignatureError", NULL},
	{"reply", "Qantara\\ReplyError", NULL},           {"mismatch", "Qantara\\MismatchError", NULL},
	{"gateway", "Qantara\\GatewayError", NULL},
};

/* The record's names and the properties'. The message and the number have a place of their own. */
static const struct {
	const char *from;
	const char *to;
	uint32_t type;
} properties[] = {
	{"number", "number", MAY_BE_LONG},
	{"field", "field", MAY_BE_STRING | MAY_BE_NULL},
	{"faults", "faults", MAY_BE_ARRAY},
	{"retry", "retry", MAY_BE_STRING},
	{"look_up", "lookUp", MAY_BE_STRING | MAY_BE_NULL},
	{"status", "status", MAY_BE_LONG | MAY_BE_NULL},
	{"gateway_code", "gatewayCode", MAY_BE_STRING | MAY_BE_NULL},
	{"gateway_message", "gatewayMessage", MAY_BE_STRING | MAY_BE_NULL},
	{"gateway_reference", "gatewayReference", MAY_BE_STRING | MAY_BE_NULL},
};
#define PROPERTIES (sizeof(properties) / sizeof(properties[0]))

/* Takes the error. Returns whether there was one, which is then thrown. */
bool qantara_threw(qantara_error *error)
{
	if (!error) {
		return false;
	}
	const qantara_record *record = qantara_error_record(error);
	qantara_text range = qantara_record_text(record, "range");
	zend_class_entry *entry = base;
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (range.len == strlen(classes[i].range) && !memcmp(range.ptr, classes[i].range, range.len)) {
			entry = classes[i].entry;
		}
	}
	qantara_text message = qantara_record_text(record, "message");
	zval exception, value;
	object_init_ex(&exception, entry);
	zend_update_property_stringl(zend_ce_exception, Z_OBJ(exception), ZEND_STRL("message"), message.ptr, message.len);
	for (size_t i = 0; i < PROPERTIES; i++) {
		qantara_field field;
		if (!qantara_record_get(record, qantara_text_from(properties[i].from), &field)) {
			continue;
		}
		qantara_to_zval(&value, &field);
		zend_update_property(base, Z_OBJ(exception), properties[i].to, strlen(properties[i].to), &value);
		if (i == 0) {
			/* getCode() stays a number: others pass it on to constructors that take nothing else. */
			zend_update_property(zend_ce_exception, Z_OBJ(exception), ZEND_STRL("code"), &value);
		}
		zval_ptr_dtor(&value);
	}
	qantara_error_free(error);
	zend_throw_exception_object(&exception);
	return true;
}

void qantara_throw_type(const char *field, const char *expected)
{
	qantara_threw(qantara_error_of_type(QANTARA_CAMEL, qantara_text_from(field), qantara_text_from(expected)));
}

/* Text that a method was given, or an exception. NULL is a parameter that was left out. */
bool qantara_is_text(zval *value, const char *field, qantara_text *out)
{
	if (value) {
		ZVAL_DEREF(value);
	}
	if (!value || Z_TYPE_P(value) != IS_STRING) {
		qantara_throw_type(field, "text");
		return false;
	}
	*out = qantara_text_of(Z_STR_P(value));
	return true;
}

/* `$error->code`: the exception's own is protected, so this is asked. */
static ZEND_METHOD(qantara_error, __get)
{
	zend_string *name;
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	if (!zend_string_equals_literal(name, "code")) {
		zend_error(E_WARNING, "Undefined property: %s::$%s", ZSTR_VAL(Z_OBJCE_P(ZEND_THIS)->name), ZSTR_VAL(name));
		RETURN_NULL();
	}
	zval held, *faults = zend_read_property(base, Z_OBJ_P(ZEND_THIS), ZEND_STRL("faults"), true, &held);
	ZVAL_DEREF(faults);
	zval *fault = Z_TYPE_P(faults) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(faults), 0) : NULL;
	zval *code = fault && Z_TYPE_P(fault) == IS_ARRAY ? zend_hash_str_find(Z_ARRVAL_P(fault), ZEND_STRL("code")) : NULL;
	if (code) {
		RETURN_COPY_DEREF(code);
	}
	RETURN_EMPTY_STRING();
}

static ZEND_METHOD(qantara_error, __isset)
{
	zend_string *name;
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(zend_string_equals_literal(name, "code"));
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_get, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()
ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_isset, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods[] = {
	ZEND_ME(qantara_error, __get, arginfo_get, ZEND_ACC_PUBLIC)
	ZEND_ME(qantara_error, __isset, arginfo_isset, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

void qantara_register_errors(void)
{
	zend_class_entry entry;
	INIT_CLASS_ENTRY(entry, "Qantara\\QantaraError", methods);
	base = zend_register_internal_class_ex(&entry, spl_ce_RuntimeException);
	for (size_t i = 0; i < PROPERTIES; i++) {
		zval none;
		zend_type type = ZEND_TYPE_INIT_MASK(properties[i].type);
		if (properties[i].type & MAY_BE_NULL) {
			ZVAL_NULL(&none);
		} else if (properties[i].type & MAY_BE_LONG) {
			ZVAL_LONG(&none, 0);
		} else if (properties[i].type & MAY_BE_ARRAY) {
			ZVAL_EMPTY_ARRAY(&none);
		} else {
			ZVAL_INTERNED_STR(&none, zend_string_init_interned("never", 5, true));
		}
		zend_string *name = zend_string_init_interned(properties[i].to, strlen(properties[i].to), true);
		zend_declare_typed_property(base, name, &none, ZEND_ACC_PUBLIC, NULL, type);
	}
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		INIT_CLASS_ENTRY_EX(entry, classes[i].name, strlen(classes[i].name), NULL);
		classes[i].entry = zend_register_internal_class_ex(&entry, base);
	}
}
