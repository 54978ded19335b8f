/* The one converter from PHP to the core. No code of the caller's runs here: objects are refused, not asked. Only
 * stdClass, which is data, counts as a map, and a record of ours as one where one is expected. */
#include "php_qantara.h"
#include "zend_smart_str.h"

/* What the core reads at most; it refuses what is beyond, so writing may stop there. */
#define MAX_BYTES (1 << 20)
#define MAX_DEPTH 32

static const char PLAIN[] = "text, a number, true or false, or an array of these";

static void write_text(smart_str *out, const char *text, size_t len)
{
	smart_str_appendc(out, '"');
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char) text[i];
		if (c == '"' || c == '\\') {
			smart_str_appendc(out, '\\');
			smart_str_appendc(out, c);
		} else if (c < 0x20) {
			static const char digits[] = "0123456789abcdef";
			char escaped[6] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
			smart_str_appendl(out, escaped, 6);
		} else {
			smart_str_appendc(out, c);
		}
	}
	smart_str_appendc(out, '"');
}

/* A float keeps a point or an exponent, so that the core refuses it where money is meant. */
static void write_double(smart_str *out, double number)
{
	if (zend_finite(number)) {
		smart_str_append_double(out, number, -1, true);
	} else {
		smart_str_appends(out, zend_isnan(number) ? "nan" : "inf");
	}
}

/* Returns false for what has no form. An array that holds itself ends at the depth the core refuses. */
static bool write_json(smart_str *out, zval *value, int depth)
{
	ZVAL_DEREF(value);
	if (out->s && ZSTR_LEN(out->s) > MAX_BYTES) {
		return true;
	}
	switch (Z_TYPE_P(value)) {
		case IS_UNDEF:
		case IS_NULL: smart_str_appendl(out, "null", 4); return true;
		case IS_TRUE: smart_str_appendl(out, "true", 4); return true;
		case IS_FALSE: smart_str_appendl(out, "false", 5); return true;
		case IS_LONG: smart_str_append_long(out, Z_LVAL_P(value)); return true;
		case IS_DOUBLE: write_double(out, Z_DVAL_P(value)); return true;
		case IS_STRING: write_text(out, Z_STRVAL_P(value), Z_STRLEN_P(value)); return true;
		case IS_ARRAY: break;
		/* What PHP itself reads JSON objects as: it has no code of its own, and no other way to say {}. */
		case IS_OBJECT: if (Z_OBJCE_P(value) == zend_standard_class_def) break; return false;
		default: return false;
	}
	bool list = Z_TYPE_P(value) == IS_ARRAY && zend_array_is_list(Z_ARRVAL_P(value));
	HashTable *array = Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : zend_std_get_properties(Z_OBJ_P(value));
	smart_str_appendc(out, list ? '[' : '{');
	zend_ulong index;
	zend_string *name;
	zval *item;
	bool first = true;
	if (depth <= MAX_DEPTH) {
		ZEND_HASH_FOREACH_KEY_VAL(array, index, name, item) {
			if (!first) {
				smart_str_appendc(out, ',');
			}
			first = false;
			if (!list) {
				if (name) {
					write_text(out, ZSTR_VAL(name), ZSTR_LEN(name));
				} else {
					smart_str_appendc(out, '"');
					smart_str_append_long(out, (zend_long) index);
					smart_str_appendc(out, '"');
				}
				smart_str_appendc(out, ':');
			}
			if (!write_json(out, item, depth + 1)) {
				return false;
			}
		} ZEND_HASH_FOREACH_END();
	}
	smart_str_appendc(out, list ? ']' : '}');
	return true;
}

/* NULL for what has no form. */
zend_string *qantara_json_of(zval *value)
{
	smart_str out = {0};
	if (!write_json(&out, value, 0)) {
		smart_str_free(&out);
		return NULL;
	}
	return smart_str_extract(&out);
}

static qantara_input input_for(size_t most)
{
	qantara_input input = {0};
	/* Fields and what is made for them, in one piece. */
	input.fields = safe_emalloc(most, sizeof(qantara_field) + sizeof(zend_string *), 1);
	input.made = (zend_string **) (input.fields + most);
	return input;
}

void qantara_input_free(qantara_input *input)
{
	for (size_t i = 0; i < input->made_count; i++) {
		zend_string_release(input->made[i]);
	}
	efree(input->fields);
}

static qantara_text keep(qantara_input *input, zend_string *made)
{
	input->made[input->made_count++] = made;
	return qantara_text_of(made);
}

static void add(qantara_input *input, qantara_text name, zval *value)
{
	ZVAL_DEREF(value);
	qantara_field *field = &input->fields[input->count];
	*field = (qantara_field) {name, QANTARA_NULL, 0, {NULL, 0}};
	switch (Z_TYPE_P(value)) {
		case IS_UNDEF:
		case IS_NULL:
			return;
		case IS_TRUE:
		case IS_FALSE:
			field->kind = QANTARA_FLAG;
			field->value = Z_TYPE_P(value) == IS_TRUE ? QANTARA_STR("true") : QANTARA_STR("false");
			break;
		case IS_LONG:
			field->kind = QANTARA_NUMBER;
			field->value = keep(input, zend_long_to_str(Z_LVAL_P(value)));
			break;
		case IS_DOUBLE: {
			smart_str out = {0};
			write_double(&out, Z_DVAL_P(value));
			field->kind = QANTARA_NUMBER;
			field->value = keep(input, smart_str_extract(&out));
			break;
		}
		case IS_STRING:
			field->kind = QANTARA_TEXT;
			field->value = qantara_text_of(Z_STR_P(value));
			break;
		case IS_OBJECT:
		case IS_ARRAY: {
			const qantara_record *record = Z_TYPE_P(value) == IS_OBJECT ? qantara_record_of(Z_OBJ_P(value)) : NULL;
			if (record) {
				field->kind = QANTARA_RECORD;
				field->value = qantara_record_json(record);
				break;
			}
			if (Z_TYPE_P(value) == IS_ARRAY && !zend_hash_num_elements(Z_ARRVAL_P(value))) {
				field->kind = QANTARA_EMPTY;
				break;
			}
			zend_string *json = qantara_json_of(value);
			field->kind = json ? QANTARA_JSON : QANTARA_OTHER;
			field->value = json ? keep(input, json) : (qantara_text) {PLAIN, sizeof(PLAIN) - 1};
			break;
		}
		default:
			field->kind = QANTARA_OTHER;
			field->value = (qantara_text) {PLAIN, sizeof(PLAIN) - 1};
	}
	input->count++;
}

qantara_input qantara_input_of_array(const HashTable *array)
{
	zend_ulong index;
	zend_string *name;
	zval *value;
	/* Twice, for names that have to be made. */
	qantara_input input = input_for(2 * (size_t) zend_hash_num_elements(array));
	ZEND_HASH_FOREACH_KEY_VAL((HashTable *) array, index, name, value) {
		qantara_text text = name ? qantara_text_of(name) : keep(&input, zend_long_to_str((zend_long) index));
		add(&input, text, value);
	} ZEND_HASH_FOREACH_END();
	return input;
}

/* The arguments under the names of the parameters, or the one array that was given instead of them. */
qantara_input qantara_input_of_arguments(zend_execute_data *execute_data)
{
	uint32_t count = ZEND_NUM_ARGS();
	const zend_internal_function *function = (zend_internal_function *) EX(func);
	if (count == 1) {
		zval *only = ZEND_CALL_ARG(execute_data, 1);
		ZVAL_DEREF(only);
		if (Z_TYPE_P(only) == IS_ARRAY) {
			return qantara_input_of_array(Z_ARRVAL_P(only));
		}
	}
	count = MIN(count, function->num_args);
	qantara_input input = input_for(count);
	for (uint32_t i = 0; i < count; i++) {
		add(&input, qantara_text_from(function->arg_info[i].name), ZEND_CALL_ARG(execute_data, i + 1));
	}
	return input;
}
