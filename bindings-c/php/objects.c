/* Objects: a handle of the library, and properties that are read from it when they are asked for. */
#include "php_qantara.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

static zend_object_handlers handlers;

static qantara_object *allocate(zend_class_entry *entry, const qantara_class *class, void *handle)
{
	qantara_object *self = zend_object_alloc(sizeof(qantara_object), entry);
	self->handle = handle;
	self->class = class;
	self->masked = NULL;
	zend_object_std_init(&self->std, entry);
	object_properties_init(&self->std, entry);
	self->std.handlers = &handlers;
	return self;
}

void qantara_make(zval *out, const qantara_class *class, void *handle)
{
	ZVAL_OBJ(out, &allocate(class->entry, class, handle)->std);
}

/* What `new` makes, for gateways and MACs, whose constructor gives them their handle. */
static zend_object *create(zend_class_entry *entry)
{
	return &allocate(entry, qantara_class_of(entry), NULL)->std;
}

/* Everything else is made by a gateway alone, whoever asks: reflection, a database driver, a deserializer. */
static zend_object *refuse(zend_class_entry *entry)
{
	zend_throw_error(NULL, "%s is made by Qantara alone", ZSTR_VAL(entry->name));
	return create(entry);
}

void *qantara_handle(zval *object)
{
	void *handle = qantara_object_of(Z_OBJ_P(object))->handle;
	if (!handle) {
		zend_throw_error(NULL, "%s was not constructed", ZSTR_VAL(Z_OBJCE_P(object)->name));
	}
	return handle;
}

static void free_object(zend_object *object)
{
	qantara_object *self = qantara_object_of(object);
	switch (self->class ? self->class->holds : QANTARA_STEP) {
		case QANTARA_GATEWAY: qantara_gateway_free(self->handle); break;
		case QANTARA_LOW_LEVEL_MAC: qantara_mac_free(self->handle); break;
		case QANTARA_CALL: qantara_call_free(self->handle); break;
		case QANTARA_MESSAGE:
		case QANTARA_SIGNED: qantara_message_free(self->handle); break;
		case QANTARA_HINT: qantara_record_free(self->handle); break;
		case QANTARA_ACKNOWLEDGMENT: qantara_acknowledgment_free(self->handle); break;
		case QANTARA_STEP: break;
	}
	if (self->masked) {
		zend_array_release(self->masked);
	}
	zend_object_std_dtor(object);
}

static void headers(zval *out, const qantara_call *call, bool lines)
{
	qantara_field header;
	array_init(out);
	for (size_t i = 0; qantara_call_header(call, i, &header); i++) {
		if (lines) {
			zend_string *line = zend_string_concat3(header.name.ptr, header.name.len, ": ", 2, header.value.ptr, header.value.len);
			add_next_index_str(out, line);
		} else {
			add_assoc_stringl_ex(out, header.name.ptr, header.name.len, header.value.ptr, header.value.len);
		}
	}
}

/* What a call has beyond its record, by name. */
static void of_call(zval *out, const qantara_call *call, const char *name)
{
	if (!strcmp(name, "expect")) {
		qantara_json_to_zval(out, qantara_call_expect(call));
	} else {
		headers(out, call, !strcmp(name, "headerLines"));
	}
}

static const qantara_record *record_of(const qantara_object *self)
{
	switch (self->class->holds) {
		case QANTARA_CALL: return qantara_call_record(self->handle);
		case QANTARA_MESSAGE:
		case QANTARA_SIGNED: return qantara_message_record(self->handle);
		case QANTARA_HINT: return self->handle;
		default: return NULL;
	}
}

/* What can be given where such a record is taken; NULL for any other object. */
const qantara_record *qantara_record_of(zend_object *object)
{
	bool ours = object->handlers == &handlers && qantara_object_of(object)->class->holds != QANTARA_CALL;
	return ours ? record_of(qantara_object_of(object)) : NULL;
}

/* The value of a property by its place: a record's fields stand in the order of the class's properties. */
static void value_of(zval *out, const qantara_object *self, uint32_t at)
{
	const qantara_property *property = &self->class->properties[at];
	const qantara_record *record = record_of(self);
	qantara_field field;
	size_t len = qantara_record_len(record);
	if (self->class->holds == QANTARA_CALL && at >= len) {
		of_call(out, self->handle, property->name);
	} else if (property->class && qantara_nested_to_zval(out, record, property)) {
		return;
	} else if (qantara_record_at(record, at, &field)) {
		qantara_to_zval(out, &field);
	} else {
		qantara_text key = qantara_message_replay_key(self->class->holds == QANTARA_SIGNED ? self->handle : NULL);
		ZVAL_STRINGL(out, key.ptr ? key.ptr : "", key.len);
	}
	if (property->type == MAY_BE_ARRAY && Z_TYPE_P(out) == IS_NULL) {
		ZVAL_EMPTY_ARRAY(out);
	}
}

/* Puts a property in its place, where the engine finds it from then on. */
static void fill(zend_object *object, uint32_t at)
{
	qantara_object *self = qantara_object_of(object);
	zval *slot = OBJ_PROP_NUM(object, at);
	if (Z_TYPE_P(slot) == IS_UNDEF && self->handle) {
		value_of(slot, self, at);
	}
}

/* How a delivery stands changes, so it is never kept. */
static bool is_state(const zend_object *object)
{
	return qantara_object_of((zend_object *) object)->class->holds == QANTARA_ACKNOWLEDGMENT;
}

static void fill_named(zend_object *object, zend_string *name)
{
	zend_property_info *info = zend_hash_find_ptr(&object->ce->properties_info, name);
	if (info && !is_state(object)) {
		fill(object, OBJ_PROP_TO_NUM(info->offset));
	}
}

static zval *state_of(zend_object *object, zval *out)
{
	qantara_text state = qantara_acknowledgment_state(qantara_object_of(object)->handle);
	ZVAL_STRINGL(out, state.ptr ? state.ptr : "", state.len);
	return out;
}

static zval *read_property(zend_object *object, zend_string *name, int type, void **cache_slot, zval *held)
{
	if (is_state(object) && zend_string_equals_literal(name, "state")) {
		return state_of(object, held);
	}
	fill_named(object, name);
	return zend_std_read_property(object, name, type, cache_slot, held);
}

static int has_property(zend_object *object, zend_string *name, int what, void **cache_slot)
{
	if (is_state(object)) {
		return zend_string_equals_literal(name, "state");
	}
	fill_named(object, name);
	return zend_std_has_property(object, name, what, cache_slot);
}

static zval *get_property_ptr_ptr(zend_object *object, zend_string *name, int type, void **cache_slot)
{
	if (is_state(object)) {
		return NULL;
	}
	fill_named(object, name);
	return zend_std_get_property_ptr_ptr(object, name, type, cache_slot);
}

static zval *write_property(zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
	zend_throw_error(NULL, "Cannot modify %s::$%s", ZSTR_VAL(object->ce->name), ZSTR_VAL(name));
	return value;
}

static void unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
	zend_throw_error(NULL, "Cannot unset %s::$%s", ZSTR_VAL(object->ce->name), ZSTR_VAL(name));
}

/* Whether a property stays out of dumps: by its table, by what the library says of this one, or because something
 * else than the record it should be came in its place. */
static bool is_secret(const qantara_object *self, uint32_t at, zval *value)
{
	const qantara_property *property = &self->class->properties[at];
	qantara_field field;
	if (property->secret) {
		return true;
	}
	if (self->class->holds == QANTARA_CALL) {
		return qantara_record_at(record_of(self), at, &field) && (field.flags & QANTARA_SECRET);
	}
	if (property->class && Z_TYPE_P(value) == IS_ARRAY) {
		value = zend_hash_index_find(Z_ARRVAL_P(value), 0);
	}
	return property->class && !(value && Z_TYPE_P(value) == IS_OBJECT);
}

/* What every dump, cast, export and encoding sees: secrets masked, and only what is there. */
static HashTable *get_properties(zend_object *object)
{
	qantara_object *self = qantara_object_of(object);
	/* The same table each time, its values anew: a loop over it asks again at every turn, and may have written to it. */
	if (!self->masked) {
		self->masked = zend_new_array(self->class->count);
	}
	for (uint32_t i = 0; i < self->class->count; i++) {
		const qantara_property *property = &self->class->properties[i];
		zval value;
		if (is_state(object)) {
			state_of(object, &value);
		} else {
			fill(object, i);
			ZVAL_COPY(&value, OBJ_PROP_NUM(object, i));
		}
		bool empty = Z_TYPE(value) <= IS_NULL || (Z_TYPE(value) == IS_ARRAY && !zend_hash_num_elements(Z_ARRVAL(value)));
		if (!empty && is_secret(self, i, &value)) {
			zval_ptr_dtor(&value);
			ZVAL_STRING(&value, "***");
		}
		if (Z_TYPE(value) > IS_NULL) {
			zend_hash_str_update(self->masked, property->name, strlen(property->name), &value);
		}
	}
	return self->masked;
}

/* Nothing here holds the caller's values but a step, which has its slots. */
static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	*table = object->properties_table;
	*count = (int) object->ce->default_properties_count;
	return NULL;
}

static void mark_sensitive(const qantara_class *class)
{
#if PHP_VERSION_ID >= 80200
	zend_string *attribute = zend_string_init_interned(ZEND_STRL("SensitiveParameter"), true);
	for (const qantara_sensitive *one = class->sensitive; one->method; one++) {
		zend_function *function = zend_hash_str_find_ptr(&class->entry->function_table, one->method, strlen(one->method));
		for (uint32_t i = 0; function && i < function->common.num_args; i++) {
			if (one->parameters >> i & 1) {
				zend_add_parameter_attribute(function, i, attribute, 0);
			}
		}
	}
#endif
}

void qantara_register_class(qantara_class *class)
{
	zend_class_entry entry;
	char name[64];
	if (!handlers.offset) {
		memcpy(&handlers, &std_object_handlers, sizeof(handlers));
		handlers.offset = XtOffsetOf(qantara_object, std);
		handlers.free_obj = free_object;
		handlers.clone_obj = NULL;
		handlers.read_property = read_property;
		handlers.write_property = write_property;
		handlers.has_property = has_property;
		handlers.unset_property = unset_property;
		handlers.get_property_ptr_ptr = get_property_ptr_ptr;
		handlers.get_properties = get_properties;
		handlers.get_gc = get_gc;
		handlers.compare = zend_objects_not_comparable;
	}
	int len = snprintf(name, sizeof(name), "Qantara\\%s", class->name);
	INIT_CLASS_ENTRY_EX(entry, name, (size_t) len, class->methods);
	class->entry = zend_register_internal_class(&entry);
	class->entry->ce_flags |= ZEND_ACC_FINAL | ZEND_ACC_NO_DYNAMIC_PROPERTIES;
#if PHP_VERSION_ID >= 80100
	class->entry->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
#else
	class->entry->serialize = zend_class_serialize_deny;
	class->entry->unserialize = zend_class_unserialize_deny;
#endif
	class->entry->create_object = class->holds == QANTARA_GATEWAY || class->holds == QANTARA_LOW_LEVEL_MAC ? create : refuse;
	for (uint32_t i = 0; i < class->count; i++) {
		zval none;
		ZVAL_UNDEF(&none);
		zend_type type = ZEND_TYPE_INIT_MASK(class->properties[i].type);
		if (class->properties[i].type == MAY_BE_OBJECT) {
			zend_string *held = zend_string_init_interned(class->properties[i].class, strlen(class->properties[i].class), true);
			type = (zend_type) ZEND_TYPE_INIT_CLASS(held, false, 0);
		}
		zend_string *property = zend_string_init_interned(class->properties[i].name, strlen(class->properties[i].name), true);
#if PHP_VERSION_ID >= 80100
		zend_declare_typed_property(class->entry, property, &none, ZEND_ACC_PUBLIC | ZEND_ACC_READONLY, NULL, type);
#else
		zend_declare_typed_property(class->entry, property, &none, ZEND_ACC_PUBLIC, NULL, type);
#endif
	}
	mark_sensitive(class);
}
