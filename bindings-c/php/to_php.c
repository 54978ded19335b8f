/* The one converter from the core to PHP. */
#include "php_qantara.h"

/* An integer where it is written as one and fits, else its text: no digit is ever lost. */
static void number_to_zval(zval *out, qantara_text text)
{
	bool minus = text.len > 1 && text.ptr[0] == '-';
	zend_long number = 0;
	for (size_t i = minus; i < text.len; i++) {
		int digit = text.ptr[i] - '0';
		if (digit < 0 || digit > 9 || __builtin_mul_overflow(number, 10, &number) ||
			__builtin_sub_overflow(number, digit, &number)) {
			ZVAL_STRINGL(out, text.ptr, text.len);
			return;
		}
	}
	/* Counted downwards, where there is one more; -0 and the least without its sign are no integers here. */
	if (minus ? number == 0 : number == ZEND_LONG_MIN) {
		ZVAL_STRINGL(out, text.ptr, text.len);
	} else {
		ZVAL_LONG(out, minus ? number : -number);
	}
}

void qantara_to_zval(zval *out, const qantara_field *field)
{
	switch (field->kind) {
		case QANTARA_TEXT: ZVAL_STRINGL_FAST(out, field->value.ptr ? field->value.ptr : "", field->value.len); break;
		case QANTARA_NUMBER: number_to_zval(out, field->value); break;
		case QANTARA_FLAG: ZVAL_BOOL(out, field->value.len == 4); break;
		case QANTARA_JSON: qantara_json_to_zval(out, field->value); break;
		default: ZVAL_NULL(out);
	}
}

/* A list or a map, level by level; the core has bounded how many there are. */
void qantara_json_to_zval(zval *out, qantara_text json)
{
	qantara_record *record = NULL;
	qantara_error *error = qantara_json_read(json, &record);
	size_t len = qantara_record_len(record);
	array_init_size(out, (uint32_t) MIN(len, 1 << 16));
	qantara_field field;
	zval value;
	bool list = json.len && json.ptr[0] == '[';
	for (size_t i = 0; i < len && qantara_record_at(record, i, &field); i++) {
		qantara_to_zval(&value, &field);
		if (list) {
			add_next_index_zval(out, &value);
		} else {
			zend_string *name = zend_string_init(field.name.ptr ? field.name.ptr : "", field.name.len, false);
			zend_symtable_update(Z_ARRVAL_P(out), name, &value);
			zend_string_release(name);
		}
	}
	qantara_error_free(error);
	qantara_record_free(record);
}

/* Plain data: absent fields are left out. */
void qantara_record_to_array(zval *out, const qantara_record *record)
{
	array_init(out);
	qantara_field field;
	zval value;
	/* Field by field: the whole as one text would be a level deeper than what is read. */
	for (size_t i = 0; qantara_record_at(record, i, &field); i++) {
		if (field.kind != QANTARA_NULL) {
			qantara_to_zval(&value, &field);
			add_assoc_zval_ex(out, field.name.ptr, field.name.len, &value);
		}
	}
}

/* The record within a record, or the list of them, as objects. False where there is none. */
bool qantara_nested_to_zval(zval *out, const qantara_record *record, const qantara_property *property)
{
	zval item;
	size_t count = 0;
	qantara_record *nested;
	while ((property->many || !count) && (nested = qantara_record_nested(record, property->name, count))) {
		if (property->many && !count) {
			array_init(out);
		}
		qantara_make(property->many ? &item : out, qantara_class_of_shape(qantara_record_shape(nested), QANTARA_HINT), nested);
		if (property->many) {
			add_next_index_zval(out, &item);
		}
		count++;
	}
	return count;
}
