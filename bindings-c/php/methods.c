/* The methods: convert, call the library, convert. One function serves all operations, one all readers. */
#include "php_qantara.h"
#include "zend_exceptions.h"

static zval *argument(zend_execute_data *execute_data, uint32_t at)
{
	return at < ZEND_NUM_ARGS() ? ZEND_CALL_ARG(execute_data, at + 1) : NULL;
}

static qantara_text method_name(const zend_execute_data *execute_data)
{
	return qantara_text_of(EX(func)->common.function_name);
}

/* An array that a method was given, or an exception. */
static HashTable *array_argument(zend_execute_data *execute_data, uint32_t at, const char *field)
{
	zval *given = argument(execute_data, at);
	if (given) {
		ZVAL_DEREF(given);
	}
	if (!given || Z_TYPE_P(given) != IS_ARRAY) {
		qantara_throw_type(field, "an array");
		return NULL;
	}
	return Z_ARRVAL_P(given);
}

/* A whole number that may be left out. */
static bool time_argument(zend_execute_data *execute_data, uint32_t at, const char *field, int64_t *out)
{
	zval *given = argument(execute_data, at);
	if (given) {
		ZVAL_DEREF(given);
	}
	*out = QANTARA_NOW;
	if (!given || Z_TYPE_P(given) == IS_NULL || Z_TYPE_P(given) == IS_UNDEF) {
		return true;
	}
	if (Z_TYPE_P(given) != IS_LONG) {
		qantara_throw_type(field, "a whole number");
		return false;
	}
	/* The one value that means now is no time. */
	*out = Z_LVAL_P(given) == ZEND_LONG_MIN ? 0 : Z_LVAL_P(given);
	return true;
}

ZEND_METHOD(qantara, refuse)
{
	zend_throw_error(NULL, "%s is made by Qantara alone", ZSTR_VAL(Z_OBJCE_P(ZEND_THIS)->name));
}

ZEND_METHOD(qantara, construct)
{
	qantara_object *self = qantara_object_of(Z_OBJ_P(ZEND_THIS));
	if (self->handle) {
		zend_throw_error(NULL, "%s is constructed once", ZSTR_VAL(self->std.ce->name));
		return;
	}
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_error *error;
	if (self->class->holds == QANTARA_GATEWAY) {
		qantara_gateway *gateway = NULL;
		qantara_text kind = qantara_text_from(self->class->gateway);
		error = qantara_gateway_new(kind, QANTARA_CAMEL, input.fields, input.count, &gateway);
		self->handle = gateway;
	} else {
		qantara_mac *mac = NULL;
		error = qantara_mac_new(QANTARA_CAMEL, input.fields, input.count, &mac);
		self->handle = mac;
	}
	qantara_input_free(&input);
	qantara_threw(error);
}

ZEND_METHOD(qantara, operation)
{
	qantara_gateway *gateway = qantara_handle(ZEND_THIS);
	if (!gateway) {
		return;
	}
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_call *call = NULL;
	qantara_error *error = qantara_call_new(gateway, method_name(execute_data), input.fields, input.count, &call);
	qantara_input_free(&input);
	if (!qantara_threw(error)) {
		qantara_make(return_value, qantara_class_that_holds(QANTARA_CALL), call);
	}
}

/* What a tool made, as an object. */
static void make_record(zval *out, qantara_error *error, qantara_record *record)
{
	if (!qantara_threw(error)) {
		qantara_make(out, qantara_class_of_shape(qantara_record_shape(record), QANTARA_HINT), record);
	}
}

ZEND_METHOD(qantara, tool)
{
	qantara_gateway *gateway = qantara_handle(ZEND_THIS);
	if (!gateway) {
		return;
	}
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_record *record = NULL;
	qantara_error *error = qantara_tool(gateway, method_name(execute_data), input.fields, input.count, &record);
	qantara_input_free(&input);
	make_record(return_value, error, record);
}

ZEND_METHOD(qantara, tool_alone)
{
	qantara_text kind = qantara_text_from(qantara_class_of(EX(func)->common.scope)->gateway);
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_record *record = NULL;
	qantara_error *error =
		qantara_tool_alone(kind, method_name(execute_data), QANTARA_CAMEL, input.fields, input.count, &record);
	qantara_input_free(&input);
	make_record(return_value, error, record);
}

ZEND_METHOD(qantara, to_array)
{
	if (qantara_handle(ZEND_THIS)) {
		qantara_record_to_array(return_value, qantara_record_of(Z_OBJ_P(ZEND_THIS)));
	}
}

ZEND_METHOD(qantara, read)
{
	qantara_text message;
	if (!qantara_is_text(argument(execute_data, 0), "message", &message)) {
		return;
	}
	qantara_text kind = qantara_text_from(qantara_class_of(EX(func)->common.scope)->gateway);
	qantara_record *record = NULL;
	qantara_error *error = qantara_read(kind, method_name(execute_data), QANTARA_CAMEL, message, &record);
	make_record(return_value, error, record);
}

ZEND_METHOD(qantara, verify_callback)
{
	qantara_gateway *gateway = qantara_handle(ZEND_THIS);
	qantara_text body;
	if (!gateway || !qantara_is_text(argument(execute_data, 0), "message", &body)) {
		return;
	}
	qantara_message *message = NULL;
	if (!qantara_threw(qantara_verify_callback(gateway, body, &message))) {
		qantara_make(return_value, qantara_class_that_holds(QANTARA_SIGNED), message);
	}
}

/* Status, body and content type, from the argument at a place on. */
typedef struct {
	uint32_t status;
	qantara_text body;
	qantara_text content_type;
} answer;

static bool answer_arguments(zend_execute_data *execute_data, uint32_t at, answer *out)
{
	zval *status = argument(execute_data, at), *type = argument(execute_data, at + 2);
	if (status) {
		ZVAL_DEREF(status);
	}
	if (!status || Z_TYPE_P(status) != IS_LONG) {
		qantara_throw_type("status", "a whole number");
		return false;
	}
	/* The core refuses 0, and so what is no status at all. */
	out->status = Z_LVAL_P(status) < 0 || Z_LVAL_P(status) > 999 ? 0 : (uint32_t) Z_LVAL_P(status);
	out->content_type = (qantara_text) {NULL, 0};
	return qantara_is_text(argument(execute_data, at + 1), "body", &out->body) &&
		(!type || qantara_is_text(type, "contentType", &out->content_type));
}

static void make_reply(zval *out, qantara_error *error, qantara_message *message)
{
	if (!qantara_threw(error)) {
		qantara_make(out, qantara_class_of_shape(qantara_record_shape(qantara_message_record(message)), QANTARA_MESSAGE), message);
	}
}

ZEND_METHOD(qantara, parse)
{
	qantara_call *call = qantara_handle(ZEND_THIS);
	answer given;
	if (!call || !answer_arguments(execute_data, 0, &given)) {
		return;
	}
	qantara_message *message = NULL;
	qantara_error *error = qantara_call_parse(call, given.status, given.content_type, given.body, &message);
	make_reply(return_value, error, message);
}

ZEND_FUNCTION(qantara_parse_reply)
{
	answer given;
	zval *expect = argument(execute_data, 0);
	if (expect) {
		ZVAL_DEREF(expect);
	}
	if (!answer_arguments(execute_data, 1, &given)) {
		return;
	}
	zend_string *json = NULL;
	if (expect && Z_TYPE_P(expect) == IS_STRING) {
		json = zend_string_copy(Z_STR_P(expect));
	} else if (expect && Z_TYPE_P(expect) == IS_ARRAY) {
		json = qantara_json_of(expect);
	}
	if (!json) {
		qantara_throw_type("expect", "what the call's expect says, as an array or JSON");
		return;
	}
	qantara_message *message = NULL;
	qantara_text text = qantara_text_of(json);
	qantara_error *error = qantara_parse_reply(text, QANTARA_CAMEL, given.status, given.content_type, given.body, &message);
	zend_string_release(json);
	make_reply(return_value, error, message);
}

ZEND_METHOD(qantara, settle)
{
	qantara_message *message = qantara_handle(ZEND_THIS);
	if (!message) {
		return;
	}
	bool must_be_paid = zend_string_equals_literal(EX(func)->common.function_name, "expectPaid");
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_record *outcome = NULL;
	qantara_error *error = (must_be_paid ? qantara_message_expect_paid : qantara_message_settle)(
		message, input.fields, input.count, &outcome);
	qantara_input_free(&input);
	make_record(return_value, error, outcome);
}

ZEND_METHOD(qantara, decide)
{
	qantara_gateway *gateway = qantara_handle(ZEND_THIS);
	if (!gateway) {
		return;
	}
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_record *record = NULL;
	qantara_error *error = qantara_decide(gateway, input.fields, input.count, &record);
	qantara_input_free(&input);
	if (!qantara_threw(error)) {
		qantara_record_to_array(return_value, record);
		qantara_record_free(record);
	}
}

ZEND_METHOD(qantara, acknowledgment)
{
	qantara_gateway *gateway = qantara_handle(ZEND_THIS);
	HashTable *saved = gateway ? array_argument(execute_data, 0, "saved") : NULL;
	if (!saved) {
		return;
	}
	qantara_input input = qantara_input_of_array(saved);
	qantara_acknowledgment *acknowledgment = NULL;
	qantara_error *error = qantara_acknowledgment_new(gateway, input.fields, input.count, &acknowledgment);
	qantara_input_free(&input);
	if (!qantara_threw(error)) {
		qantara_make(return_value, qantara_class_that_holds(QANTARA_ACKNOWLEDGMENT), acknowledgment);
	}
}

ZEND_METHOD(qantara, step)
{
	static const char *const kinds[] = {"", "send", "wait", "done"};
	qantara_acknowledgment *acknowledgment = qantara_handle(ZEND_THIS);
	int64_t now, until = 0;
	uint32_t step = 0;
	qantara_call *call = NULL;
	if (!acknowledgment || !time_argument(execute_data, 0, "now", &now) ||
		qantara_threw(qantara_acknowledgment_step(acknowledgment, now, &step, &until, &call))) {
		return;
	}
	qantara_make(return_value, qantara_class_that_holds(QANTARA_STEP), NULL);
	zend_object *object = Z_OBJ_P(return_value);
	ZVAL_STRING(OBJ_PROP_NUM(object, 0), kinds[step < 4 ? step : 0]);
	ZVAL_NULL(OBJ_PROP_NUM(object, 1));
	ZVAL_NULL(OBJ_PROP_NUM(object, 2));
	if (step == QANTARA_SEND) {
		qantara_make(OBJ_PROP_NUM(object, 1), qantara_class_that_holds(QANTARA_CALL), call);
	} else if (step == QANTARA_WAIT) {
		ZVAL_LONG(OBJ_PROP_NUM(object, 2), (zend_long) until);
	}
}

ZEND_METHOD(qantara, heard)
{
	qantara_acknowledgment *acknowledgment = qantara_handle(ZEND_THIS);
	if (!acknowledgment) {
		return;
	}
	qantara_input input = qantara_input_of_arguments(execute_data);
	qantara_error *error = qantara_acknowledgment_heard(acknowledgment, input.fields, input.count);
	qantara_input_free(&input);
	qantara_threw(error);
}

ZEND_METHOD(qantara, save)
{
	qantara_acknowledgment *acknowledgment = qantara_handle(ZEND_THIS);
	qantara_record *record = NULL;
	if (acknowledgment && !qantara_threw(qantara_acknowledgment_save(acknowledgment, &record))) {
		qantara_record_to_array(return_value, record);
		qantara_record_free(record);
	}
}

ZEND_METHOD(qantara, source)
{
	qantara_mac *mac = qantara_handle(ZEND_THIS);
	HashTable *fields = mac ? array_argument(execute_data, 0, "fields") : NULL;
	if (!fields) {
		return;
	}
	qantara_input input = qantara_input_of_array(fields);
	qantara_record *record = NULL;
	qantara_error *error = qantara_mac_source(mac, input.fields, input.count, &record);
	qantara_input_free(&input);
	if (!qantara_threw(error)) {
		qantara_text source = qantara_record_text(record, "source");
		RETVAL_STRINGL(source.ptr ? source.ptr : "", source.len);
		qantara_record_free(record);
	}
}

ZEND_METHOD(qantara, sign)
{
	qantara_mac *mac = qantara_handle(ZEND_THIS);
	HashTable *fields = mac ? array_argument(execute_data, 0, "fields") : NULL;
	if (!fields) {
		return;
	}
	char hex[QANTARA_MAC_SIZE];
	size_t len = 0;
	qantara_input input = qantara_input_of_array(fields);
	qantara_error *error = qantara_mac_sign(mac, input.fields, input.count, hex, &len);
	qantara_input_free(&input);
	if (!qantara_threw(error)) {
		RETURN_STRINGL(hex, len);
	}
}

ZEND_METHOD(qantara, verify)
{
	qantara_mac *mac = qantara_handle(ZEND_THIS);
	HashTable *fields = mac ? array_argument(execute_data, 0, "fields") : NULL;
	qantara_text hex;
	if (!fields || !qantara_is_text(argument(execute_data, 1), "mac", &hex)) {
		return;
	}
	qantara_input input = qantara_input_of_array(fields);
	qantara_error *error = qantara_mac_verify(mac, input.fields, input.count, hex);
	qantara_input_free(&input);
	qantara_threw(error);
}
