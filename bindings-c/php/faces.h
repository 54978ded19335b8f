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
ZEND_METHOD(qantara, to_array);
ZEND_METHOD(qantara, tool);
ZEND_METHOD(qantara, tool_alone);
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
	ZEND_ARG_TYPE_MASK(0, webhookProfile, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, webhookMacKey, MAY_BE_STRING|MAY_BE_NULL, "null")
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

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_getPaymentByToken, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, token, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_history, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, limit, MAY_BE_LONG|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, offset, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderBy, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderField, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, approval, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, since, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, until, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, language, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rc, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rrn, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, transactionType, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_historyCsv, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, limit, MAY_BE_LONG|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, offset, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderBy, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderField, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, approval, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, since, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, until, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, language, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rc, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rrn, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, transactionType, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, columns, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_processCard, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, token, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, cardNumber, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, cvv, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, expMonth, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, expYear, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_retryPayment, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, details, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, acceptUnknown, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_reversePayment, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, token, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_revokePayment, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, details, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_parseWebhook, 0, 1, Qantara\\Webhook, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_parseRedirect, 0, 1, Qantara\\Redirect, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_payPage, 0, 0, Qantara\\PayPage, 0)
	ZEND_ARG_TYPE_MASK(0, token, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_verifyWebhook, 0, 0, Qantara\\VerifiedWebhook, 0)
	ZEND_ARG_TYPE_MASK(0, body, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_testWebhook, 0, 0, Qantara\\TestMessage, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, paymentStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, token, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, trtype, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rc, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, approval, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rrn, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_AlQaseh_testRedirect, 0, 0, Qantara\\TestUrl, 0)
	ZEND_ARG_TYPE_MASK(0, redirectUrl, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, paymentId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, status, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_AlQaseh[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_AlQaseh___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, createPayment, operation, arginfo_AlQaseh_createPayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getPayment, operation, arginfo_AlQaseh_getPayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getPaymentByToken, operation, arginfo_AlQaseh_getPaymentByToken, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, history, operation, arginfo_AlQaseh_history, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, historyCsv, operation, arginfo_AlQaseh_historyCsv, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, processCard, operation, arginfo_AlQaseh_processCard, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, retryPayment, operation, arginfo_AlQaseh_retryPayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, reversePayment, operation, arginfo_AlQaseh_reversePayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, revokePayment, operation, arginfo_AlQaseh_revokePayment, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, parseWebhook, read, arginfo_AlQaseh_parseWebhook, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, parseRedirect, read, arginfo_AlQaseh_parseRedirect, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, payPage, tool, arginfo_AlQaseh_payPage, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, verifyWebhook, tool, arginfo_AlQaseh_verifyWebhook, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, testWebhook, tool, arginfo_AlQaseh_testWebhook, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, testRedirect, tool, arginfo_AlQaseh_testRedirect, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_AlQaseh[] = {
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_AlQaseh[] = {
	{"__construct", 0x7ff},
	{"createpayment", 0x201},
	{"getpaymentbytoken", 0x1},
	{"historycsv", 0x10001},
	{"processcard", 0x1f},
	{"reversepayment", 0x1},
	{"parsewebhook", 0x1},
	{"parseredirect", 0x1},
	{"paypage", 0x1},
	{"verifywebhook", 0x1},
	{"testwebhook", 0x21},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Egw___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, environment, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, apiKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, macKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, macKeyComponents, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, previousMacKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, profile, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchant, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, terminal, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchName, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, country, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchGmt, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, prepareUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, cgiLinkUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, encoding, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, lengthUnit, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, completionTrtype, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalTrtype, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, replyAmount, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, maxFee, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
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

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_completion, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, authorization, Qantara\\Outcome, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, unprovenReferences, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, description, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, email, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, backRef, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, foreignRetailerInd, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, descriptionFallback, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, aboveAuthorized, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, stamp, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_reversal, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, authorization, Qantara\\Outcome, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, unprovenReferences, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, description, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, email, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, backRef, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, foreignRetailerInd, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, descriptionFallback, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, aboveAuthorized, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, stamp, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_statusInquiry, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, transactionType, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, stamp, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_parseCallback, 0, 1, Qantara\\Callback, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_explainCode, 0, 0, Qantara\\CodeMeaning, 0)
	ZEND_ARG_TYPE_MASK(0, rc, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, action, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, transactionType, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_orderNumber, 0, 0, Qantara\\NumberedOrder, 0)
	ZEND_ARG_TYPE_MASK(0, sequence, MAY_BE_LONG|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, prefix, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_cardForm, 0, 0, Qantara\\CardPage, 0)
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
	ZEND_ARG_TYPE_MASK(0, cspNonce, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, stamp, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_testCallback, 0, 0, Qantara\\TestMessage, 0)
	ZEND_ARG_TYPE_MASK(0, trtype, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, action, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rc, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, approval, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, rrn, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, intRef, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, timestamp, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, nonce, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, description, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, form, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_diagnose, 0, 0, Qantara\\Diagnosis, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, pSign, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, macKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, macKeyComponents, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, profile, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchant, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, terminal, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchName, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, country, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, merchGmt, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, signedValues, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Egw_verifyCallback, 0, 1, Qantara\\SignedCallback, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Egw[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_Egw___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, prepare, operation, arginfo_Egw_prepare, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, completion, operation, arginfo_Egw_completion, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, reversal, operation, arginfo_Egw_reversal, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, statusInquiry, operation, arginfo_Egw_statusInquiry, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, parseCallback, read, arginfo_Egw_parseCallback, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, explainCode, tool_alone, arginfo_Egw_explainCode, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, orderNumber, tool_alone, arginfo_Egw_orderNumber, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, cardForm, tool, arginfo_Egw_cardForm, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, testCallback, tool, arginfo_Egw_testCallback, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, diagnose, tool_alone, arginfo_Egw_diagnose, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, verifyCallback, verify_callback, arginfo_Egw_verifyCallback, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Egw[] = {
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Egw[] = {
	{"__construct", 0x1fffff},
	{"parsecallback", 0x1},
	{"diagnose", 0x80d},
	{"verifycallback", 0x1},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Paylink___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, environment, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, merchantId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, apiKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, apiId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, secretKey, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, baseUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, invoicesUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowHttp, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, webhookSecret, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, refundWebhookSecret, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, completedIsPaid, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, foreignCurrency, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_authenticate, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, persistToken, MAY_BE_BOOL|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, now, MAY_BE_LONG|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_addInvoice, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, bearerToken, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, callbackUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, clientName, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, clientMobile, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, products, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, cancelUrl, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, clientEmail, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, smsMessage, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, supportedCardBrands, MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, displayPending, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, note, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_getInvoice, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, bearerToken, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, transactionNo, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_cancelInvoice, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, bearerToken, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, transactionNo, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_getTransactionsOfOrder, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, bearerToken, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_getOrder, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, bearerToken, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_getOrdersBySettlement, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, bearerToken, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, settlementNumber, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_getMerchantInvoice, 0, 0, Qantara\\Call, 0)
	ZEND_ARG_TYPE_MASK(0, invoiceId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_parseCallback, 0, 1, Qantara\\InvoiceCallback, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_parseWebhook, 0, 1, Qantara\\PaymentWebhook, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_parseRefundWebhook, 0, 1, Qantara\\RefundWebhook, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_verifyWebhook, 0, 0, Qantara\\PaymentWebhook, 0)
	ZEND_ARG_TYPE_MASK(0, body, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, header, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_verifyRefundWebhook, 0, 0, Qantara\\RefundWebhook, 0)
	ZEND_ARG_TYPE_MASK(0, body, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, header, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_testWebhook, 0, 0, Qantara\\TestMessage, 0)
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, merchantEmail, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, transactionNo, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paymentType, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, apiVersion, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_testRefundWebhook, 0, 0, Qantara\\TestMessage, 0)
	ZEND_ARG_TYPE_MASK(0, transactionNo, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, refundStatus, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, refundAmount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, apiVersion, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_testCallback, 0, 0, Qantara\\TestUrl, 0)
	ZEND_ARG_TYPE_MASK(0, callbackUrl, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, transactionNo, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Paylink_decide, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, linkReference, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, verdict, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, now, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, deadline, MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, kind, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, earlier, MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Paylink_acknowledgment, 0, 1, Qantara\\Acknowledgment, 0)
	ZEND_ARG_TYPE_MASK(0, saved, MAY_BE_ARRAY, NULL)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Paylink[] = {
	ZEND_MALIAS(qantara, __construct, construct, arginfo_Paylink___construct, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, authenticate, operation, arginfo_Paylink_authenticate, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, addInvoice, operation, arginfo_Paylink_addInvoice, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getInvoice, operation, arginfo_Paylink_getInvoice, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, cancelInvoice, operation, arginfo_Paylink_cancelInvoice, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getTransactionsOfOrder, operation, arginfo_Paylink_getTransactionsOfOrder, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getOrder, operation, arginfo_Paylink_getOrder, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getOrdersBySettlement, operation, arginfo_Paylink_getOrdersBySettlement, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, getMerchantInvoice, operation, arginfo_Paylink_getMerchantInvoice, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, parseCallback, read, arginfo_Paylink_parseCallback, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, parseWebhook, read, arginfo_Paylink_parseWebhook, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, parseRefundWebhook, read, arginfo_Paylink_parseRefundWebhook, ZEND_ACC_PUBLIC|ZEND_ACC_STATIC)
	ZEND_MALIAS(qantara, verifyWebhook, tool, arginfo_Paylink_verifyWebhook, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, verifyRefundWebhook, tool, arginfo_Paylink_verifyRefundWebhook, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, testWebhook, tool, arginfo_Paylink_testWebhook, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, testRefundWebhook, tool, arginfo_Paylink_testRefundWebhook, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, testCallback, tool, arginfo_Paylink_testCallback, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, decide, decide, arginfo_Paylink_decide, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, acknowledgment, acknowledgment, arginfo_Paylink_acknowledgment, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Paylink[] = {
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Paylink[] = {
	{"__construct", 0xfff},
	{"addinvoice", 0x1},
	{"getinvoice", 0x1},
	{"cancelinvoice", 0x1},
	{"gettransactionsoforder", 0x1},
	{"getorder", 0x1},
	{"getordersbysettlement", 0x1},
	{"parsecallback", 0x1},
	{"parsewebhook", 0x1},
	{"parserefundwebhook", 0x1},
	{"verifywebhook", 0x3},
	{"verifyrefundwebhook", 0x3},
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
	{NULL, 0, false, NULL, false}
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
	{"operation", MAY_BE_STRING, false, NULL, false},
	{"method", MAY_BE_STRING, false, NULL, false},
	{"url", MAY_BE_STRING, false, NULL, false},
	{"shownUrl", MAY_BE_STRING, false, NULL, false},
	{"body", MAY_BE_STRING, true, NULL, false},
	{"retry", MAY_BE_STRING, false, NULL, false},
	{"lookUp", MAY_BE_STRING|MAY_BE_NULL, false, NULL, false},
	{"expires", MAY_BE_LONG|MAY_BE_NULL, false, NULL, false},
	{"macSource", MAY_BE_STRING|MAY_BE_NULL, true, NULL, false},
	{"mac", MAY_BE_STRING|MAY_BE_NULL, true, NULL, false},
	{"warnings", MAY_BE_ARRAY, false, NULL, false},
	{"headers", MAY_BE_ARRAY, true, NULL, false},
	{"headerLines", MAY_BE_ARRAY, true, NULL, false},
	{"expect", MAY_BE_ARRAY, false, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Call[] = {
	{"parse", 0x2},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_CreatedPayment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_CreatedPayment_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_CreatedPayment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_CreatedPayment___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_CreatedPayment_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_CreatedPayment[] = {
	{"paymentId", MAY_BE_STRING, false, NULL, false},
	{"token", MAY_BE_STRING, true, NULL, false},
	{"payUrl", MAY_BE_ANY, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_CreatedPayment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Payment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Payment_toArray, 0, 0, IS_ARRAY, 0)
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
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Payment_toArray, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, settle, settle, arginfo_Payment_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_Payment_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Payment[] = {
	{"id", MAY_BE_ANY, false, NULL, false},
	{"paymentId", MAY_BE_STRING, false, NULL, false},
	{"token", MAY_BE_ANY, true, NULL, false},
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"amount", MAY_BE_STRING, false, NULL, false},
	{"currency", MAY_BE_STRING, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"paymentStatus", MAY_BE_STRING, false, NULL, false},
	{"transactionType", MAY_BE_ANY, false, NULL, false},
	{"redirectUrl", MAY_BE_ANY, false, NULL, false},
	{"webhookUrl", MAY_BE_ANY, false, NULL, false},
	{"approvalCode", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"merchantEmail", MAY_BE_ANY, false, NULL, false},
	{"merchantId", MAY_BE_ANY, false, NULL, false},
	{"terminalId", MAY_BE_ANY, false, NULL, false},
	{"country", MAY_BE_ANY, false, NULL, false},
	{"customData", MAY_BE_ANY, true, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"gmt", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"createdAt", MAY_BE_ANY, false, NULL, false},
	{"updatedAt", MAY_BE_ANY, false, NULL, false},
	{"deletedAt", MAY_BE_ANY, false, NULL, false},
	{"paymentStatusHistories", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Payment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_PaymentInfo___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_PaymentInfo_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_PaymentInfo[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_PaymentInfo___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_PaymentInfo_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_PaymentInfo[] = {
	{"amount", MAY_BE_STRING, false, NULL, false},
	{"currency", MAY_BE_STRING, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"paymentStatus", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_PaymentInfo[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_History___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_History_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_History_settle, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_History_expectPaid, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_History[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_History___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_History_toArray, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, settle, settle, arginfo_History_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_History_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_History[] = {
	{"payments", MAY_BE_ARRAY, false, "Qantara\\HistoryPayment", true},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_History[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_HistoryPayment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_HistoryPayment_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_HistoryPayment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_HistoryPayment___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_HistoryPayment_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_HistoryPayment[] = {
	{"id", MAY_BE_ANY, false, NULL, false},
	{"paymentId", MAY_BE_ANY, false, NULL, false},
	{"token", MAY_BE_ANY, true, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"paymentStatus", MAY_BE_ANY, false, NULL, false},
	{"transactionType", MAY_BE_ANY, false, NULL, false},
	{"redirectUrl", MAY_BE_ANY, false, NULL, false},
	{"webhookUrl", MAY_BE_ANY, false, NULL, false},
	{"approvalCode", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"merchantEmail", MAY_BE_ANY, false, NULL, false},
	{"merchantId", MAY_BE_ANY, false, NULL, false},
	{"terminalId", MAY_BE_ANY, false, NULL, false},
	{"country", MAY_BE_ANY, false, NULL, false},
	{"customData", MAY_BE_ANY, true, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"gmt", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"createdAt", MAY_BE_ANY, false, NULL, false},
	{"updatedAt", MAY_BE_ANY, false, NULL, false},
	{"deletedAt", MAY_BE_ANY, false, NULL, false},
	{"paymentStatusHistories", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_HistoryPayment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_HistoryCsv___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_HistoryCsv_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_HistoryCsv[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_HistoryCsv___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_HistoryCsv_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_HistoryCsv[] = {
	{"columns", MAY_BE_ANY, false, NULL, false},
	{"rows", MAY_BE_ARRAY, false, "Qantara\\HistoryRow", true},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_HistoryCsv[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_HistoryRow___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_HistoryRow_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_HistoryRow[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_HistoryRow___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_HistoryRow_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_HistoryRow[] = {
	{"line", MAY_BE_ANY, false, NULL, false},
	{"id", MAY_BE_ANY, false, NULL, false},
	{"paymentId", MAY_BE_ANY, false, NULL, false},
	{"token", MAY_BE_ANY, true, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"paymentStatus", MAY_BE_ANY, false, NULL, false},
	{"transactionType", MAY_BE_ANY, false, NULL, false},
	{"redirectUrl", MAY_BE_ANY, false, NULL, false},
	{"webhookUrl", MAY_BE_ANY, false, NULL, false},
	{"approvalCode", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"merchantEmail", MAY_BE_ANY, false, NULL, false},
	{"merchantId", MAY_BE_ANY, false, NULL, false},
	{"terminalId", MAY_BE_ANY, false, NULL, false},
	{"country", MAY_BE_ANY, false, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"gmt", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"createdAt", MAY_BE_ANY, false, NULL, false},
	{"updatedAt", MAY_BE_ANY, false, NULL, false},
	{"deletedAt", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_HistoryRow[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_ProcessedCard___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ProcessedCard_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_ProcessedCard[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_ProcessedCard___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_ProcessedCard_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_ProcessedCard[] = {
	{"status", MAY_BE_ANY, false, NULL, false},
	{"contentType", MAY_BE_ANY, false, NULL, false},
	{"body", MAY_BE_STRING, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_ProcessedCard[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_RetriedPayment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_RetriedPayment_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_RetriedPayment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_RetriedPayment___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_RetriedPayment_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_RetriedPayment[] = {
	{"paymentId", MAY_BE_STRING, false, NULL, false},
	{"paymentStatus", MAY_BE_STRING, false, NULL, false},
	{"token", MAY_BE_STRING, true, NULL, false},
	{"payUrl", MAY_BE_ANY, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_RetriedPayment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_AskedReversal___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_AskedReversal_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_AskedReversal[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_AskedReversal___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_AskedReversal_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_AskedReversal[] = {
	{"status", MAY_BE_ANY, false, NULL, false},
	{"contentType", MAY_BE_ANY, false, NULL, false},
	{"body", MAY_BE_STRING, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_AskedReversal[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_RevokedPayment___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_RevokedPayment_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_RevokedPayment[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_RevokedPayment___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_RevokedPayment_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_RevokedPayment[] = {
	{"paymentId", MAY_BE_STRING, false, NULL, false},
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"amount", MAY_BE_STRING, false, NULL, false},
	{"currency", MAY_BE_STRING, false, NULL, false},
	{"paymentStatus", MAY_BE_STRING, false, NULL, false},
	{"customData", MAY_BE_ANY, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_RevokedPayment[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Prepared___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Prepared_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Prepared[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Prepared___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Prepared_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Prepared[] = {
	{"status", MAY_BE_ANY, false, NULL, false},
	{"contentType", MAY_BE_ANY, false, NULL, false},
	{"body", MAY_BE_STRING, true, NULL, false},
	{"redirectUrl", MAY_BE_ANY, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Prepared[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_CallbackReply___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_CallbackReply_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_CallbackReply_settle, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_CallbackReply_expectPaid, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_CallbackReply[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_CallbackReply___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_CallbackReply_toArray, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, settle, settle, arginfo_CallbackReply_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_CallbackReply_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_CallbackReply[] = {
	{"terminal", MAY_BE_ANY, false, NULL, false},
	{"trtype", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"action", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"approval", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"intRef", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"message", MAY_BE_ANY, false, NULL, false},
	{"eci", MAY_BE_ANY, false, NULL, false},
	{"card", MAY_BE_ANY, true, NULL, false},
	{"bareResult", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_CallbackReply[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Callback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Callback_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Callback[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Callback___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Callback_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Callback[] = {
	{"terminal", MAY_BE_ANY, false, NULL, false},
	{"trtype", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"action", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"approval", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"intRef", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"message", MAY_BE_ANY, false, NULL, false},
	{"eci", MAY_BE_ANY, false, NULL, false},
	{"card", MAY_BE_ANY, true, NULL, false},
	{"bareResult", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Callback[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Acknowledged___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Acknowledged_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Acknowledged[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Acknowledged___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Acknowledged_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Acknowledged[] = {
	{"status", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Acknowledged[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Session___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Session_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Session[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Session___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Session_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Session[] = {
	{"bearerToken", MAY_BE_STRING, true, NULL, false},
	{"expiresAt", MAY_BE_ANY, false, NULL, false},
	{"refreshAt", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Session[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Invoice___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Invoice_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Invoice_settle, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_Invoice_expectPaid, 0, 0, Qantara\\Outcome, 0)
	ZEND_ARG_TYPE_MASK(0, orderId, MAY_BE_STRING|MAY_BE_NULL|MAY_BE_ARRAY, "null")
	ZEND_ARG_TYPE_MASK(0, amount, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, currency, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, reversalRequested, MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, paidAs, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, allowFraction, MAY_BE_BOOL|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Invoice[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Invoice___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Invoice_toArray, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, settle, settle, arginfo_Invoice_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_Invoice_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Invoice[] = {
	{"gatewayOrderRequest", MAY_BE_ANY, false, "Qantara\\GatewayOrderRequest", false},
	{"amount", MAY_BE_STRING, false, NULL, false},
	{"transactionNo", MAY_BE_STRING, false, NULL, false},
	{"orderStatus", MAY_BE_STRING, false, NULL, false},
	{"paymentErrors", MAY_BE_ANY, false, NULL, false},
	{"url", MAY_BE_ANY, false, NULL, false},
	{"qrUrl", MAY_BE_ANY, false, NULL, false},
	{"mobileUrl", MAY_BE_ANY, false, NULL, false},
	{"checkUrl", MAY_BE_ANY, false, NULL, false},
	{"success", MAY_BE_ANY, false, NULL, false},
	{"digitalOrder", MAY_BE_ANY, false, NULL, false},
	{"foreignCurrencyRate", MAY_BE_ANY, false, NULL, false},
	{"paymentReceipt", MAY_BE_ANY, false, "Qantara\\PaymentReceipt", false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Invoice[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_GatewayOrderRequest___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_GatewayOrderRequest_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_GatewayOrderRequest[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_GatewayOrderRequest___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_GatewayOrderRequest_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_GatewayOrderRequest[] = {
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"callbackUrl", MAY_BE_ANY, false, NULL, false},
	{"cancelUrl", MAY_BE_ANY, false, NULL, false},
	{"clientName", MAY_BE_ANY, false, NULL, false},
	{"clientMobile", MAY_BE_ANY, false, NULL, false},
	{"clientEmail", MAY_BE_ANY, false, NULL, false},
	{"note", MAY_BE_ANY, false, NULL, false},
	{"products", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_GatewayOrderRequest[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_PaymentReceipt___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_PaymentReceipt_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_PaymentReceipt[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_PaymentReceipt___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_PaymentReceipt_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_PaymentReceipt[] = {
	{"receiptUrl", MAY_BE_ANY, false, NULL, false},
	{"passcode", MAY_BE_ANY, true, NULL, false},
	{"paymentMethod", MAY_BE_ANY, false, NULL, false},
	{"paymentDate", MAY_BE_ANY, false, NULL, false},
	{"bankCardNumber", MAY_BE_ANY, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_PaymentReceipt[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_CanceledInvoice___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_CanceledInvoice_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_CanceledInvoice[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_CanceledInvoice___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_CanceledInvoice_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_CanceledInvoice[] = {
	{"success", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_CanceledInvoice[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_FoundInvoices___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_FoundInvoices_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_FoundInvoices[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_FoundInvoices___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_FoundInvoices_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_FoundInvoices[] = {
	{"invoices", MAY_BE_ARRAY, false, "Qantara\\FoundInvoice", true},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_FoundInvoices[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_FoundInvoice___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_FoundInvoice_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_FoundInvoice[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_FoundInvoice___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_FoundInvoice_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_FoundInvoice[] = {
	{"transactionNo", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"orderStatus", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"gatewayOrderRequest", MAY_BE_ANY, false, "Qantara\\GatewayOrderRequest", false},
	{"paymentErrors", MAY_BE_ANY, false, NULL, false},
	{"url", MAY_BE_ANY, false, NULL, false},
	{"qrUrl", MAY_BE_ANY, false, NULL, false},
	{"mobileUrl", MAY_BE_ANY, false, NULL, false},
	{"checkUrl", MAY_BE_ANY, false, NULL, false},
	{"success", MAY_BE_ANY, false, NULL, false},
	{"digitalOrder", MAY_BE_ANY, false, NULL, false},
	{"foreignCurrencyRate", MAY_BE_ANY, false, NULL, false},
	{"paymentReceipt", MAY_BE_ANY, false, "Qantara\\PaymentReceipt", false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_FoundInvoice[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Webhook___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Webhook_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Webhook[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Webhook___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Webhook_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Webhook[] = {
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"paymentId", MAY_BE_ANY, false, NULL, false},
	{"token", MAY_BE_ANY, true, NULL, false},
	{"paymentStatus", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"terminalId", MAY_BE_ANY, false, NULL, false},
	{"trtype", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"approval", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Webhook[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Redirect___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Redirect_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Redirect[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Redirect___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Redirect_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Redirect[] = {
	{"paymentId", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"status", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Redirect[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_InvoiceCallback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_InvoiceCallback_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_InvoiceCallback[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_InvoiceCallback___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_InvoiceCallback_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_InvoiceCallback[] = {
	{"transactionNo", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_InvoiceCallback[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_PaymentWebhook___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_PaymentWebhook_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_PaymentWebhook[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_PaymentWebhook___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_PaymentWebhook_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_PaymentWebhook[] = {
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"merchantEmail", MAY_BE_ANY, false, NULL, false},
	{"transactionNo", MAY_BE_STRING, false, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"orderStatus", MAY_BE_ANY, false, NULL, false},
	{"paymentType", MAY_BE_ANY, false, NULL, false},
	{"apiVersion", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_PaymentWebhook[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_RefundWebhook___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_RefundWebhook_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_RefundWebhook[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_RefundWebhook___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_RefundWebhook_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_RefundWebhook[] = {
	{"transactionNo", MAY_BE_STRING, false, NULL, false},
	{"refundStatus", MAY_BE_ANY, false, NULL, false},
	{"refundAmount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"apiVersion", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_RefundWebhook[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_PayPage___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_PayPage_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_PayPage[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_PayPage___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_PayPage_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_PayPage[] = {
	{"url", MAY_BE_STRING, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_PayPage[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_VerifiedWebhook___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_VerifiedWebhook_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_VerifiedWebhook[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_VerifiedWebhook___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_VerifiedWebhook_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_VerifiedWebhook[] = {
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"paymentId", MAY_BE_ANY, false, NULL, false},
	{"token", MAY_BE_ANY, true, NULL, false},
	{"paymentStatus", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"terminalId", MAY_BE_ANY, false, NULL, false},
	{"trtype", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"approval", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_VerifiedWebhook[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_TestMessage___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_TestMessage_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_TestMessage[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_TestMessage___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_TestMessage_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_TestMessage[] = {
	{"body", MAY_BE_STRING, true, NULL, false},
	{"contentType", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_TestMessage[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_TestUrl___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_TestUrl_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_TestUrl[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_TestUrl___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_TestUrl_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_TestUrl[] = {
	{"url", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_TestUrl[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_CodeMeaning___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_CodeMeaning_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_CodeMeaning[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_CodeMeaning___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_CodeMeaning_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_CodeMeaning[] = {
	{"rc", MAY_BE_STRING, false, NULL, false},
	{"meaning", MAY_BE_STRING, false, NULL, false},
	{"meaningAr", MAY_BE_STRING, false, NULL, false},
	{"resultClass", MAY_BE_STRING, false, NULL, false},
	{"retry", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_CodeMeaning[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_NumberedOrder___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_NumberedOrder_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_NumberedOrder[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_NumberedOrder___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_NumberedOrder_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_NumberedOrder[] = {
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_NumberedOrder[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_CardPage___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_CardPage_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_CardPage[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_CardPage___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_CardPage_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_CardPage[] = {
	{"url", MAY_BE_STRING, false, NULL, false},
	{"fields", MAY_BE_ANY, true, NULL, false},
	{"html", MAY_BE_STRING, true, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_CardPage[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Diagnosis___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Diagnosis_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Diagnosis[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Diagnosis___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Diagnosis_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Diagnosis[] = {
	{"fits", MAY_BE_ANY, false, NULL, false},
	{"messageKind", MAY_BE_STRING, false, NULL, false},
	{"findings", MAY_BE_ARRAY, false, "Qantara\\Finding", true},
	{"advice", MAY_BE_STRING, false, NULL, false},
	{"tried", MAY_BE_ANY, false, NULL, false},
	{"macs", MAY_BE_ANY, false, NULL, false},
	{"stopped", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Diagnosis[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Finding___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Finding_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Finding[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Finding___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Finding_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Finding[] = {
	{"fits", MAY_BE_ANY, false, NULL, false},
	{"profile", MAY_BE_STRING, false, NULL, false},
	{"orderName", MAY_BE_STRING, false, NULL, false},
	{"alsoProfiles", MAY_BE_ANY, false, NULL, false},
	{"order", MAY_BE_ANY, false, NULL, false},
	{"algorithm", MAY_BE_STRING, false, NULL, false},
	{"lengthUnit", MAY_BE_ANY, false, NULL, false},
	{"absent", MAY_BE_ANY, false, NULL, false},
	{"keyUsed", MAY_BE_ANY, false, NULL, false},
	{"keyForm", MAY_BE_ANY, false, NULL, false},
	{"letterCase", MAY_BE_ANY, false, NULL, false},
	{"missing", MAY_BE_ANY, false, NULL, false},
	{"mistakes", MAY_BE_ANY, false, NULL, false},
	{"source", MAY_BE_ANY, true, NULL, false},
	{"suggestedProfile", MAY_BE_ANY, true, NULL, false},
	{"advice", MAY_BE_STRING, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Finding[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_SignedCallback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_SignedCallback_toArray, 0, 0, IS_ARRAY, 0)
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
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_SignedCallback_toArray, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, settle, settle, arginfo_SignedCallback_settle, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(qantara, expectPaid, settle, arginfo_SignedCallback_expectPaid, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_SignedCallback[] = {
	{"terminal", MAY_BE_ANY, false, NULL, false},
	{"trtype", MAY_BE_ANY, false, NULL, false},
	{"orderId", MAY_BE_ANY, false, NULL, false},
	{"amount", MAY_BE_ANY, false, NULL, false},
	{"currency", MAY_BE_ANY, false, NULL, false},
	{"action", MAY_BE_ANY, false, NULL, false},
	{"rc", MAY_BE_ANY, false, NULL, false},
	{"approval", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"intRef", MAY_BE_ANY, false, NULL, false},
	{"timestamp", MAY_BE_ANY, false, NULL, false},
	{"nonce", MAY_BE_ANY, false, NULL, false},
	{"pSign", MAY_BE_ANY, false, NULL, false},
	{"description", MAY_BE_ANY, false, NULL, false},
	{"message", MAY_BE_ANY, false, NULL, false},
	{"eci", MAY_BE_ANY, false, NULL, false},
	{"card", MAY_BE_ANY, true, NULL, false},
	{"bareResult", MAY_BE_ANY, false, NULL, false},
	{"extra", MAY_BE_ARRAY, true, NULL, false},
	{"replayKey", MAY_BE_STRING, false, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_SignedCallback[] = {
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Outcome___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_Outcome_toArray, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Outcome[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Outcome___construct, ZEND_ACC_PRIVATE)
	ZEND_MALIAS(qantara, toArray, to_array, arginfo_Outcome_toArray, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static const qantara_property properties_Outcome[] = {
	{"kind", MAY_BE_STRING, false, NULL, false},
	{"orderId", MAY_BE_STRING, false, NULL, false},
	{"amount", MAY_BE_STRING, false, NULL, false},
	{"currency", MAY_BE_STRING, false, NULL, false},
	{"status", MAY_BE_STRING, false, NULL, false},
	{"transactionType", MAY_BE_ANY, false, NULL, false},
	{"paymentId", MAY_BE_ANY, false, NULL, false},
	{"rrn", MAY_BE_ANY, false, NULL, false},
	{"intRef", MAY_BE_ANY, false, NULL, false},
	{"replayKey", MAY_BE_ANY, false, NULL, false},
	{NULL, 0, false, NULL, false}
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
	{"state", MAY_BE_STRING, false, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Acknowledgment[] = {
	{"heard", 0x7},
	{NULL, 0}
};

ZEND_BEGIN_ARG_INFO_EX(arginfo_Step___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry methods_Step[] = {
	ZEND_MALIAS(qantara, __construct, refuse, arginfo_Step___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static const qantara_property properties_Step[] = {
	{"kind", MAY_BE_STRING, false, NULL, false},
	{"call", MAY_BE_ANY, false, NULL, false},
	{"until", MAY_BE_LONG|MAY_BE_NULL, false, NULL, false},
	{NULL, 0, false, NULL, false}
};

static const qantara_sensitive sensitive_Step[] = {
	{NULL, 0}
};

static qantara_class qantara_classes[] = {
	{"AlQaseh", "", QANTARA_GATEWAY, "alqaseh", methods_AlQaseh, properties_AlQaseh, sensitive_AlQaseh, 0, NULL},
	{"Egw", "", QANTARA_GATEWAY, "egw", methods_Egw, properties_Egw, sensitive_Egw, 0, NULL},
	{"Paylink", "", QANTARA_GATEWAY, "paylink", methods_Paylink, properties_Paylink, sensitive_Paylink, 0, NULL},
	{"Mac", "", QANTARA_LOW_LEVEL_MAC, "", methods_Mac, properties_Mac, sensitive_Mac, 0, NULL},
	{"Call", "", QANTARA_CALL, "", methods_Call, properties_Call, sensitive_Call, 14, NULL},
	{"CreatedPayment", "CreatedPayment", QANTARA_MESSAGE, "", methods_CreatedPayment, properties_CreatedPayment, sensitive_CreatedPayment, 4, NULL},
	{"Payment", "Payment", QANTARA_MESSAGE, "", methods_Payment, properties_Payment, sensitive_Payment, 28, NULL},
	{"PaymentInfo", "PaymentInfo", QANTARA_MESSAGE, "", methods_PaymentInfo, properties_PaymentInfo, sensitive_PaymentInfo, 5, NULL},
	{"History", "History", QANTARA_MESSAGE, "", methods_History, properties_History, sensitive_History, 2, NULL},
	{"HistoryPayment", "HistoryPayment", QANTARA_HINT, "", methods_HistoryPayment, properties_HistoryPayment, sensitive_HistoryPayment, 28, NULL},
	{"HistoryCsv", "HistoryCsv", QANTARA_MESSAGE, "", methods_HistoryCsv, properties_HistoryCsv, sensitive_HistoryCsv, 3, NULL},
	{"HistoryRow", "HistoryRow", QANTARA_HINT, "", methods_HistoryRow, properties_HistoryRow, sensitive_HistoryRow, 27, NULL},
	{"ProcessedCard", "ProcessedCard", QANTARA_MESSAGE, "", methods_ProcessedCard, properties_ProcessedCard, sensitive_ProcessedCard, 4, NULL},
	{"RetriedPayment", "RetriedPayment", QANTARA_MESSAGE, "", methods_RetriedPayment, properties_RetriedPayment, sensitive_RetriedPayment, 5, NULL},
	{"AskedReversal", "AskedReversal", QANTARA_MESSAGE, "", methods_AskedReversal, properties_AskedReversal, sensitive_AskedReversal, 4, NULL},
	{"RevokedPayment", "RevokedPayment", QANTARA_MESSAGE, "", methods_RevokedPayment, properties_RevokedPayment, sensitive_RevokedPayment, 7, NULL},
	{"Prepared", "Prepared", QANTARA_MESSAGE, "", methods_Prepared, properties_Prepared, sensitive_Prepared, 5, NULL},
	{"CallbackReply", "Callback", QANTARA_MESSAGE, "", methods_CallbackReply, properties_CallbackReply, sensitive_CallbackReply, 19, NULL},
	{"Callback", "Callback", QANTARA_HINT, "", methods_Callback, properties_Callback, sensitive_Callback, 19, NULL},
	{"Acknowledged", "Acknowledged", QANTARA_MESSAGE, "", methods_Acknowledged, properties_Acknowledged, sensitive_Acknowledged, 2, NULL},
	{"Session", "Session", QANTARA_MESSAGE, "", methods_Session, properties_Session, sensitive_Session, 4, NULL},
	{"Invoice", "Invoice", QANTARA_MESSAGE, "", methods_Invoice, properties_Invoice, sensitive_Invoice, 14, NULL},
	{"GatewayOrderRequest", "GatewayOrderRequest", QANTARA_HINT, "", methods_GatewayOrderRequest, properties_GatewayOrderRequest, sensitive_GatewayOrderRequest, 11, NULL},
	{"PaymentReceipt", "PaymentReceipt", QANTARA_HINT, "", methods_PaymentReceipt, properties_PaymentReceipt, sensitive_PaymentReceipt, 6, NULL},
	{"CanceledInvoice", "CanceledInvoice", QANTARA_MESSAGE, "", methods_CanceledInvoice, properties_CanceledInvoice, sensitive_CanceledInvoice, 2, NULL},
	{"FoundInvoices", "FoundInvoices", QANTARA_MESSAGE, "", methods_FoundInvoices, properties_FoundInvoices, sensitive_FoundInvoices, 2, NULL},
	{"FoundInvoice", "FoundInvoice", QANTARA_HINT, "", methods_FoundInvoice, properties_FoundInvoice, sensitive_FoundInvoice, 16, NULL},
	{"Webhook", "Webhook", QANTARA_HINT, "", methods_Webhook, properties_Webhook, sensitive_Webhook, 15, NULL},
	{"Redirect", "Redirect", QANTARA_HINT, "", methods_Redirect, properties_Redirect, sensitive_Redirect, 4, NULL},
	{"InvoiceCallback", "InvoiceCallback", QANTARA_HINT, "", methods_InvoiceCallback, properties_InvoiceCallback, sensitive_InvoiceCallback, 3, NULL},
	{"PaymentWebhook", "PaymentWebhook", QANTARA_HINT, "", methods_PaymentWebhook, properties_PaymentWebhook, sensitive_PaymentWebhook, 8, NULL},
	{"RefundWebhook", "RefundWebhook", QANTARA_HINT, "", methods_RefundWebhook, properties_RefundWebhook, sensitive_RefundWebhook, 7, NULL},
	{"PayPage", "PayPage", QANTARA_HINT, "", methods_PayPage, properties_PayPage, sensitive_PayPage, 2, NULL},
	{"VerifiedWebhook", "VerifiedWebhook", QANTARA_HINT, "", methods_VerifiedWebhook, properties_VerifiedWebhook, sensitive_VerifiedWebhook, 14, NULL},
	{"TestMessage", "TestMessage", QANTARA_HINT, "", methods_TestMessage, properties_TestMessage, sensitive_TestMessage, 3, NULL},
	{"TestUrl", "TestUrl", QANTARA_HINT, "", methods_TestUrl, properties_TestUrl, sensitive_TestUrl, 2, NULL},
	{"CodeMeaning", "CodeMeaning", QANTARA_HINT, "", methods_CodeMeaning, properties_CodeMeaning, sensitive_CodeMeaning, 6, NULL},
	{"NumberedOrder", "NumberedOrder", QANTARA_HINT, "", methods_NumberedOrder, properties_NumberedOrder, sensitive_NumberedOrder, 2, NULL},
	{"CardPage", "CardPage", QANTARA_HINT, "", methods_CardPage, properties_CardPage, sensitive_CardPage, 4, NULL},
	{"Diagnosis", "Diagnosis", QANTARA_HINT, "", methods_Diagnosis, properties_Diagnosis, sensitive_Diagnosis, 8, NULL},
	{"Finding", "Finding", QANTARA_HINT, "", methods_Finding, properties_Finding, sensitive_Finding, 17, NULL},
	{"SignedCallback", "Callback", QANTARA_SIGNED, "", methods_SignedCallback, properties_SignedCallback, sensitive_SignedCallback, 20, NULL},
	{"Outcome", "Outcome", QANTARA_HINT, "", methods_Outcome, properties_Outcome, sensitive_Outcome, 10, NULL},
	{"Acknowledgment", "", QANTARA_ACKNOWLEDGMENT, "", methods_Acknowledgment, properties_Acknowledgment, sensitive_Acknowledgment, 1, NULL},
	{"Step", "", QANTARA_STEP, "", methods_Step, properties_Step, sensitive_Step, 3, NULL},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL}
};
