/* The extension: its classes, from the generated tables. */
#ifdef HAVE_CONFIG_H
# include "config.h"
#endif

#include "php_qantara.h"
#include "ext/standard/info.h"
#include "zend_attributes.h"
#include "faces.h"

ZEND_FUNCTION(qantara_parse_reply);

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_parse_reply, 0, 3, IS_OBJECT, 0)
	ZEND_ARG_TYPE_MASK(0, expect, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO(0, status, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, contentType, IS_STRING, 0, "\"\"")
ZEND_END_ARG_INFO()

static const zend_function_entry functions[] = {
	ZEND_NS_FENTRY("Qantara", parse_reply, ZEND_FN(qantara_parse_reply), arginfo_parse_reply, 0)
	ZEND_FE_END
};

const qantara_class *qantara_class_that_holds(qantara_holds holds)
{
	qantara_class *class = qantara_classes;
	while (class->name && class->holds != holds) {
		class++;
	}
	return class;
}

/* What can be settled is of another class than a hint with the same fields. */
const qantara_class *qantara_class_of_shape(qantara_text shape, qantara_holds holds)
{
	qantara_class *class = qantara_classes;
	while (class->name &&
		(class->holds != holds || strlen(class->shape) != shape.len || memcmp(class->shape, shape.ptr, shape.len))) {
		class++;
	}
	return class;
}

const qantara_class *qantara_class_of(const zend_class_entry *entry)
{
	qantara_class *class = qantara_classes;
	while (class->name && class->entry != entry) {
		class++;
	}
	return class;
}

static PHP_MINIT_FUNCTION(qantara)
{
	if (qantara_abi() != QANTARA_ABI) {
		zend_error(E_CORE_WARNING, "qantara was built for another version of libqantara");
		return FAILURE;
	}
	qantara_register_errors();
	for (qantara_class *class = qantara_classes; class->name; class++) {
		qantara_register_class(class);
	}
#if PHP_VERSION_ID >= 80200
	zend_function *parse_reply = zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("qantara\\parse_reply"));
	if (parse_reply) {
		zend_string *attribute = zend_string_init_interned(ZEND_STRL("SensitiveParameter"), true);
		zend_add_parameter_attribute(parse_reply, 2, attribute, 0);
	}
#endif
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(qantara)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "Qantara", qantara_version());
	php_info_print_table_end();
}

/* The version comes from the build as it is, without quotes. */
#define QUOTED(text) QUOTED_TWICE(text)
#define QUOTED_TWICE(text) #text

zend_module_entry qantara_module_entry = {
	STANDARD_MODULE_HEADER,
	"qantara",
	functions,
	PHP_MINIT(qantara),
	NULL,
	NULL,
	NULL,
	PHP_MINFO(qantara),
	QUOTED(QANTARA_VERSION),
	STANDARD_MODULE_PROPERTIES
};

ZEND_GET_MODULE(qantara)
