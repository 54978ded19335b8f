/* Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit. */

ZEND_METHOD(qantara, acknowledgment);
ZEND_METHOD(qantara, construct);
ZEND_METHOD(qantara, decide);
ZEND_METHOD(qantara, heard);
ZEND_METHOD(qantara, operation);
ZEND_METHOD(qantara, parse);
ZEND_METHOD(qantara, read);
ZEND_METHOD(qantara, refuse);
ZEND_METHOD(qantara, save);
ZEND_METHOD(qantara, settle);
ZEND_METHOD(qantara, sign);
ZEND_METHOD(qantara, source);
ZEND_METHOD(qantara, step);
ZEND_METHOD(qantara, verify);
ZEND_METHOD(qantara, verify_callback);

ZEND_BEGIN_ARG_INFO_EX(arginfo_AlQaseh___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, environment, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, clientId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, clientSecret, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, baseUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, payPageUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowHttp, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderIdMax, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderIdExtra, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, appScheme, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_createPayment, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, description, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, redirectUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, transactionType, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, webhookUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, country, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, email, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, customData, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, tokenExpiryInHour, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, nonce, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, pSign, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_getPayment, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_parseWebhook, 0, 1, Qantara\\Webhook, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_parseRedirect, 0, 1, Qantara\\Redirect, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_AlQaseh[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_AlQaseh___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, createPayment, operation, arginfo_AlQaseh_createPayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getPayment, operation, arginfo_AlQaseh_getPayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, parseWebhook, read, arginfo_AlQaseh_parseWebhook, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, parseRedirect, read, arginfo_AlQaseh_parseRedirect, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_FE_END
};

static const qantara_property properties_AlQaseh[] = {
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_AlQaseh[] = {
	{"__construct", 0x1ff},
	{"createpayment", 0x200},
	{"parsewebhook", 0x1},
	{"parseredirect", 0x1},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Egw___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, environment, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, apiKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, macKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, profile, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchant, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, terminal, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchName, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, country, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchGmt, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, prepareUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, encoding, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, lengthUnit, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, completionTrtype, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalTrtype, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowHttp, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_prepare, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, description, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, transactionType, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, email, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, backRef, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, foreignRetailerInd, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, descriptionFallback, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, stamp, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_parseCallback, 0, 1, Qantara\\Callback, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_verifyCallback, 0, 1, Qantara\\SignedCallback, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Egw[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_Egw___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, prepare, operation, arginfo_Egw_prepare, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, parseCallback, read, arginfo_Egw_parseCallback, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, verifyCallback, verify_callback, arginfo_Egw_verifyCallback, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Egw[] = {
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Egw[] = {
	{"__construct", 0xffff},
	{"parsecallback", 0x1},
	{"verifycallback", 0x1},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Paylink___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, environment, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, merchantId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, apiKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, baseUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowHttp, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Paylink_decide, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, linkReference, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, verdict, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, now, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, deadline, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, earlier, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_acknowledgment, 0, 1, Qantara\\Acknowledgment, 0)
	ZEND_ARG_TYPE_MASK(0, saved, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Paylink[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_Paylink___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, decide, decide, arginfo_Paylink_decide, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, acknowledgment, acknowledgment, arginfo_Paylink_acknowledgment, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Paylink[] = {
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Paylink[] = {
	{"__construct", 0x1f},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Mac___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, order, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, algorithm, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, lengthUnit, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, letterCase, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, absent, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, trailing, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Mac_source, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, fields, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Mac_sign, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, fields, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Mac_verify, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, fields, MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_MASK(0, mac, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Mac[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_Mac___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, source, source, arginfo_Mac_source, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, sign, sign, arginfo_Mac_sign, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, verify, verify, arginfo_Mac_verify, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Mac[] = {
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Mac[] = {
	{"__construct", 0x7f},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Call___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Call_parse, 0, 2, IS_OBJECT, 0)
	ZEND_ARG_TYPE_MASK(0, status, MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_MASK(0, body, MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_MASK(0, contentType, MAY_BE_STRING, "\"\"")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Call[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Call___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, parse, parse, arginfo_Call_parse, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Call[] = {
	{"operation", MAY_BE_STRING, false},
	{"method", MAY_BE_STRING, false},
	{"url", MAY_BE_STRING, false},
	{"body", MAY_BE_STRING, true},
	{"retry", MAY_BE_STRING, false},
	{"lookUp", MAY_BE_STRING|MAY_BE_NULL, false},
	{"expires", MAY_BE_LONG|MAY_BE_NULL, false},
	{"macSource", MAY_BE_STRING|MAY_BE_NULL, true},
	{"mac", MAY_BE_STRING|MAY_BE_NULL, false},
	{"warnings", MAY_BE_ARRAY, false},
	{"headers", MAY_BE_ARRAY, true},
	{"headerLines", MAY_BE_ARRAY, true},
	{"expect", MAY_BE_ARRAY, false},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Call[] = {
	{"parse", 0x2},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_CreatedPayment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_CreatedPayment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_CreatedPayment___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_CreatedPayment[] = {
	{"paymentId", MAY_BE_STRING, false},
	{"token", MAY_BE_STRING, true},
	{"payUrl", MAY_BE_ANY, true},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_CreatedPayment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Payment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Payment_settle, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Payment_expectPaid, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Payment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Payment___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, settle, settle, arginfo_Payment_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_Payment_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Payment[] = {
	{"id", MAY_BE_ANY, false},
	{"paymentId", MAY_BE_STRING, false},
	{"token", MAY_BE_ANY, true},
	{"orderId", MAY_BE_STRING, false},
	{"amount", MAY_BE_STRING, false},
	{"currency", MAY_BE_STRING, false},
	{"description", MAY_BE_ANY, false},
	{"paymentStatus", MAY_BE_STRING, false},
	{"transactionType", MAY_BE_ANY, false},
	{"redirectUrl", MAY_BE_ANY, false},
	{"webhookUrl", MAY_BE_ANY, false},
	{"approvalCode", MAY_BE_ANY, false},
	{"rc", MAY_BE_ANY, false},
	{"rrn", MAY_BE_ANY, false},
	{"merchantEmail", MAY_BE_ANY, false},
	{"merchantId", MAY_BE_ANY, false},
	{"terminalId", MAY_BE_ANY, false},
	{"country", MAY_BE_ANY, false},
	{"customData", MAY_BE_ANY, true},
	{"nonce", MAY_BE_ANY, false},
	{"pSign", MAY_BE_ANY, false},
	{"gmt", MAY_BE_ANY, false},
	{"timestamp", MAY_BE_ANY, false},
	{"createdAt", MAY_BE_ANY, false},
	{"updatedAt", MAY_BE_ANY, false},
	{"deletedAt", MAY_BE_ANY, false},
	{"paymentStatusHistories", MAY_BE_ANY, false},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Payment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Prepared___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Prepared[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Prepared___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Prepared[] = {
	{"status", MAY_BE_ANY, false},
	{"contentType", MAY_BE_ANY, false},
	{"body", MAY_BE_STRING, true},
	{"redirectUrl", MAY_BE_ANY, true},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Prepared[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Acknowledged___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Acknowledged[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Acknowledged___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Acknowledged[] = {
	{"status", MAY_BE_STRING, false},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Acknowledged[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Webhook___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Webhook[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Webhook___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Webhook[] = {
	{"orderId", MAY_BE_STRING, false},
	{"paymentId", MAY_BE_ANY, false},
	{"token", MAY_BE_ANY, true},
	{"paymentStatus", MAY_BE_ANY, false},
	{"amount", MAY_BE_ANY, false},
	{"currency", MAY_BE_ANY, false},
	{"terminalId", MAY_BE_ANY, false},
	{"trtype", MAY_BE_ANY, false},
	{"rc", MAY_BE_ANY, false},
	{"approval", MAY_BE_ANY, false},
	{"rrn", MAY_BE_ANY, false},
	{"pSign", MAY_BE_ANY, false},
	{"nonce", MAY_BE_ANY, false},
	{"timestamp", MAY_BE_ANY, false},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Webhook[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Redirect___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Redirect[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Redirect___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Redirect[] = {
	{"paymentId", MAY_BE_ANY, false},
	{"orderId", MAY_BE_ANY, false},
	{"status", MAY_BE_ANY, false},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Redirect[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Callback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Callback[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Callback___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Callback[] = {
	{"terminal", MAY_BE_ANY, false},
	{"trtype", MAY_BE_ANY, false},
	{"orderId", MAY_BE_STRING, false},
	{"amount", MAY_BE_ANY, false},
	{"currency", MAY_BE_ANY, false},
	{"action", MAY_BE_ANY, false},
	{"rc", MAY_BE_ANY, false},
	{"approval", MAY_BE_ANY, false},
	{"rrn", MAY_BE_ANY, false},
	{"intRef", MAY_BE_ANY, false},
	{"timestamp", MAY_BE_ANY, false},
	{"nonce", MAY_BE_ANY, false},
	{"pSign", MAY_BE_ANY, false},
	{"description", MAY_BE_ANY, false},
	{"message", MAY_BE_ANY, false},
	{"eci", MAY_BE_ANY, false},
	{"card", MAY_BE_ANY, true},
	{"extra", MAY_BE_ARRAY, true},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Callback[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_SignedCallback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_SignedCallback_settle, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_SignedCallback_expectPaid, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_SignedCallback[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_SignedCallback___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, settle, settle, arginfo_SignedCallback_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_SignedCallback_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_SignedCallback[] = {
	{"terminal", MAY_BE_ANY, false},
	{"trtype", MAY_BE_ANY, false},
	{"orderId", MAY_BE_ANY, false},
	{"amount", MAY_BE_ANY, false},
	{"currency", MAY_BE_ANY, false},
	{"action", MAY_BE_ANY, false},
	{"rc", MAY_BE_ANY, false},
	{"approval", MAY_BE_ANY, false},
	{"rrn", MAY_BE_ANY, false},
	{"intRef", MAY_BE_ANY, false},
	{"timestamp", MAY_BE_ANY, false},
	{"nonce", MAY_BE_ANY, false},
	{"pSign", MAY_BE_ANY, false},
	{"description", MAY_BE_ANY, false},
	{"message", MAY_BE_ANY, false},
	{"eci", MAY_BE_ANY, false},
	{"card", MAY_BE_ANY, true},
	{"extra", MAY_BE_ARRAY, true},
	{"replayKey", MAY_BE_STRING, false},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_SignedCallback[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Outcome___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Outcome[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Outcome___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Outcome[] = {
	{"kind", MAY_BE_STRING, false},
	{"orderId", MAY_BE_STRING, false},
	{"amount", MAY_BE_STRING, false},
	{"currency", MAY_BE_STRING, false},
	{"status", MAY_BE_STRING, false},
	{"transactionType", MAY_BE_ANY, false},
	{"paymentId", MAY_BE_ANY, false},
	{"rrn", MAY_BE_ANY, false},
	{"intRef", MAY_BE_ANY, false},
	{"replayKey", MAY_BE_ANY, false},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Outcome[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Acknowledgment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Acknowledgment_step, 0, 0, Qantara\\Step, 0)
	ZEND_ARG_TYPE_MASK(0, now, MAY_BE_LONG|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Acknowledgment_heard, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, status, MAY_BE_LONG|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, body, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, retryAfter, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, now, MAY_BE_LONG|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Acknowledgment_save, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Acknowledgment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Acknowledgment___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, step, step, arginfo_Acknowledgment_step, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, heard, heard, arginfo_Acknowledgment_heard, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, save, save, arginfo_Acknowledgment_save, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Acknowledgment[] = {
	{"state", MAY_BE_STRING, false},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Acknowledgment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Step___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Step[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Step___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Step[] = {
	{"kind", MAY_BE_STRING, false},
	{"call", MAY_BE_ANY, false},
	{"until", MAY_BE_LONG|MAY_BE_NULL, false},
	{NULL, 0, false}
};

static const qantara_sensitive sensitive_Step[] = {
	{NULL, 0}
};

static qantara_class qantara_classes[] = {
	{"AlQaseh", QANTARA_GATEWAY, "alqaseh", methods_AlQaseh, properties_AlQaseh, sensitive_AlQaseh, 0, NULL},
	{"Egw", QANTARA_GATEWAY, "egw", methods_Egw, properties_Egw, sensitive_Egw, 0, NULL},
	{"Paylink", QANTARA_GATEWAY, "paylink", methods_Paylink, properties_Paylink, sensitive_Paylink, 0, NULL},
	{"Mac", QANTARA_LOW_LEVEL_MAC, "", methods_Mac, properties_Mac, sensitive_Mac, 0, NULL},
	{"Call", QANTARA_CALL, "", methods_Call, properties_Call, sensitive_Call, 13, NULL},
	{"CreatedPayment", QANTARA_MESSAGE, "", methods_CreatedPayment, properties_CreatedPayment, sensitive_CreatedPayment, 4, NULL},
	{"Payment", QANTARA_MESSAGE, "", methods_Payment, properties_Payment, sensitive_Payment, 28, NULL},
	{"Prepared", QANTARA_MESSAGE, "", methods_Prepared, properties_Prepared, sensitive_Prepared, 5, NULL},
	{"Acknowledged", QANTARA_MESSAGE, "", methods_Acknowledged, properties_Acknowledged, sensitive_Acknowledged, 2, NULL},
	{"Webhook", QANTARA_RECORD, "", methods_Webhook, properties_Webhook, sensitive_Webhook, 15, NULL},
	{"Redirect", QANTARA_RECORD, "", methods_Redirect, properties_Redirect, sensitive_Redirect, 4, NULL},
	{"Callback", QANTARA_RECORD, "", methods_Callback, properties_Callback, sensitive_Callback, 18, NULL},
	{"SignedCallback", QANTARA_SIGNED, "", methods_SignedCallback, properties_SignedCallback, sensitive_SignedCallback, 19, NULL},
	{"Outcome", QANTARA_RECORD, "", methods_Outcome, properties_Outcome, sensitive_Outcome, 10, NULL},
	{"Acknowledgment", QANTARA_ACKNOWLEDGMENT, "", methods_Acknowledgment, properties_Acknowledgment, sensitive_Acknowledgment, 1, NULL},
	{"Step", QANTARA_STEP, "", methods_Step, properties_Step, sensitive_Step, 3, NULL},
	{NULL, 0, NULL, NULL, NULL, NULL, 0, NULL}
};
