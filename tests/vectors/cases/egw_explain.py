"""The e-Commerce Gateway: what a response code means.

The class and the verdict are worked out here, from the gateway's lists. The sentences are the catalogue's own, copied: what
counts is that they say the same in every language.
"""

from wire import error

CASES = []
WORDS = {
    "00": ("Approved.",
        "تمت الموافقة على العملية."),
    "01": ("The cardholder should call the issuer.",
        "على حامل البطاقة مراجعة المصرف المصدر للبطاقة."),
    "04": ("The issuer wants the card back: do not try it again.",
        "المصرف المصدر يطلب سحب البطاقة: لا تعاود المحاولة بها."),
    "05": ("Declined by the issuer without a reason.",
        "رفض المصرف المصدر العملية دون ذكر السبب."),
    "06": ("Error at the issuer.",
        "خطأ لدى المصرف المصدر."),
    "12": ("Invalid transaction.",
        "عملية غير صالحة."),
    "13": ("Invalid amount.",
        "مبلغ غير صالح."),
    "14": ("No such card.",
        "رقم البطاقة غير موجود."),
    "15": ("No such issuer.",
        "المصرف المصدر غير معروف."),
    "17": ("Cancelled by the customer.",
        "ألغى الزبون العملية."),
    "30": ("Format error.",
        "خطأ في صيغة الرسالة."),
    "41": ("Lost card.",
        "البطاقة مبلغ عن فقدانها."),
    "43": ("Stolen card.",
        "البطاقة مبلغ عن سرقتها."),
    "51": ("Insufficient funds.",
        "الرصيد غير كافٍ."),
    "54": ("Expired card.",
        "البطاقة منتهية الصلاحية."),
    "55": ("Wrong PIN.",
        "الرقم السري غير صحيح."),
    "57": ("Not permitted to this cardholder.",
        "العملية غير مسموح بها لحامل البطاقة."),
    "58": ("Not permitted to this terminal: ask your bank.",
        "العملية غير مسموح بها لهذه الطرفية: راجع مصرفك."),
    "59": ("Suspected fraud.",
        "اشتباه باحتيال."),
    "61": ("Over the card's limit.",
        "تجاوز حد المبلغ المسموح به للبطاقة."),
    "62": ("Restricted card.",
        "البطاقة مقيدة."),
    "65": ("Too many uses, or the cardholder has to be authenticated.",
        "تجاوز عدد مرات الاستخدام، أو المطلوب التحقق من هوية حامل البطاقة."),
    "68": ("The issuer's answer came too late.",
        "وصل جواب المصرف المصدر متأخراً."),
    "88": ("Cryptographic failure.",
        "فشل في عملية التشفير."),
    "89": ("Authentication failure.",
        "فشل التحقق من الهوية."),
    "91": ("The issuer is unavailable.",
        "المصرف المصدر غير متاح حالياً."),
    "94": ("A duplicate transmission.",
        "إرسال مكرر."),
    "95": ("The original transaction was not found.",
        "لم يعثر على العملية الأصلية."),
    "96": ("System fault.",
        "عطل في النظام."),
    "-1": ("A mandatory field is missing.",
        "حقل إلزامي مفقود."),
    "-2": ("Bad request.",
        "طلب غير صالح."),
    "-3": ("The processing host did not answer.",
        "لم يستجب خادم المعالجة."),
    "-4": ("No connection to the processing host.",
        "لا يوجد اتصال بخادم المعالجة."),
    "-5": ("The connection was lost midway.",
        "انقطع الاتصال أثناء المعالجة."),
    "-6": ("The gateway or terminal is misconfigured: ask your bank.",
        "إعدادات البوابة أو الطرفية غير صحيحة: راجع مصرفك."),
    "-7": ("The processing host's answer was bad.",
        "جواب خادم المعالجة غير صالح."),
    "-8": ("The card number field is wrong.",
        "خطأ في حقل رقم البطاقة."),
    "-9": ("The expiry date field is wrong.",
        "خطأ في حقل تاريخ انتهاء البطاقة."),
    "-10": ("The AMOUNT field is wrong.",
        "خطأ في حقل المبلغ AMOUNT."),
    "-11": ("The CURRENCY field is wrong.",
        "خطأ في حقل العملة CURRENCY."),
    "-12": ("The merchant or terminal id is wrong.",
        "معرّف التاجر أو الطرفية غير صحيح."),
    "-13": ("Your server's address is refused: have your bank list it.",
        "عنوان خادمك مرفوض: اطلب من مصرفك تسجيله."),
    "-14": ("Gateway code -14: the request was not accepted.",
        "رمز البوابة -14: لم يُقبل الطلب."),
    "-15": ("The RRN field is wrong.",
        "خطأ في حقل الرقم المرجعي RRN."),
    "-16": ("The terminal is busy with another transaction.",
        "الطرفية مشغولة بعملية أخرى."),
    "-17": ("Access denied: in practice often a wrong MAC, key, field order or NONCE; run `diagnose` on what you sent.",
        "رُفض الوصول: غالباً بسبب خطأ في التوقيع P_SIGN أو المفتاح أو ترتيب الحقول أو NONCE؛ افحص ما أرسلته بأداة diagnose."),
    "-18": ("The CVC2 field is wrong.",
        "خطأ في حقل رمز الأمان CVC2."),
    "-19": ("The cardholder's authentication failed.",
        "فشل التحقق من هوية حامل البطاقة."),
    "-20": ("TIMESTAMP is more than an hour off: set your clock and send UTC.",
        "الوقت TIMESTAMP يختلف بأكثر من ساعة: اضبط ساعة الخادم وأرسل التوقيت العالمي UTC."),
    "-21": ("Already executed.",
        "سبق تنفيذ هذه العملية."),
    "-22": ("The authentication data is wrong.",
        "بيانات التحقق من الهوية غير صحيحة."),
    "-23": ("The transaction's context is wrong.",
        "سياق العملية غير صحيح."),
    "-24": ("The request does not match its context.",
        "الطلب لا يطابق سياق العملية."),
    "-25": ("Cancelled by the user.",
        "ألغى المستخدم العملية."),
    "-26": ("The card's BIN is not accepted.",
        "بادئة رقم البطاقة (BIN) غير مقبولة."),
    "-27": ("The merchant name is wrong.",
        "اسم التاجر غير صحيح."),
    "-28": ("The addendum is wrong.",
        "البيانات الإضافية غير صحيحة."),
    "-29": ("The authentication reference is a duplicate.",
        "مرجع التحقق من الهوية مكرر."),
    "-30": ("Declined as fraud.",
        "رُفضت العملية للاشتباه باحتيال."),
    "-31": ("Already in progress.",
        "العملية قيد التنفيذ."),
    "-32": ("A repeated decline.",
        "رفض متكرر للعملية."),
    "-33": ("The cardholder is being authenticated.",
        "التحقق من هوية حامل البطاقة جارٍ."),
    "-39": ("The confirmation is in progress.",
        "تأكيد العملية جارٍ."),
    "-40": ("The card form is being filled in.",
        "الزبون يملأ بيانات البطاقة."),
}
BESIDE = {
    "1": ("ACTION 1: a duplicate; the earlier one may have succeeded.", "ACTION 1: عملية مكررة، وربما نجحت العملية السابقة."),
    "3": ("ACTION 3: a fault in processing.", "ACTION 3: خطأ أثناء المعالجة."),
    "6": ("ACTION 6: repeats a declined one.", "ACTION 6: تكرار لعملية مرفوضة."),
    "7": ("ACTION 7: repeats one that failed on its way.", "ACTION 7: تكرار لعملية تعثرت أثناء الإرسال."),
    "8": ("ACTION 8: repeats one without an answer.", "ACTION 8: تكرار لعملية لم يصل جوابها."),
    "21": ("ACTION 21: a soft decline; the cardholder has to be authenticated.", "ACTION 21: رفض مؤقت، والمطلوب التحقق من هوية حامل البطاقة."),
}
UNLISTED = ("Not a listed code: look the payment up.", "رمز غير مدرج في القائمة: استعلم عن العملية أولاً.")
CONTRADICTION = ("ACTION does not go with this code: look the payment up.",
                 "قيمة ACTION لا تتفق مع هذا الرمز: استعلم عن العملية أولاً.")

DECLINES = "01 04 05 06 12 13 14 15 17 30 41 43 51 54 55 57 58 59 61 62 65 88 89 91 95 96".split()
OPEN_LATER = "06 68 91 94 96".split()
GATEWAY_DECLINES = "-19 -25 -30 -32".split()
MISTAKES = "-1 -2 -6 -8 -9 -10 -11 -12 -13 -14 -15 -17 -18 -20 -22 -23 -24 -26 -27 -28 -29".split()


def class_of(rc, action, of):
    """As the gateway's lists have it; whatever isn't listed is unknown. Without a transaction type the careful one counts."""
    later = of not in ("retail", "authorization")
    if (action, rc) == ("0", "00"):
        return "approved"
    if action == "2" and rc in DECLINES and not (later and rc in OPEN_LATER):
        return "declined"
    if action in ("2", "3") and rc in GATEWAY_DECLINES:
        return "declined"
    return "merchant_error" if action in ("2", "3") and rc in MISTAKES else "unknown"


def explains(name, about, rc, action=None, of=None):
    usual = "0" if rc == "00" else "2"
    found = class_of(rc, action or usual, of)
    words = list(WORDS.get(rc, UNLISTED))
    more = BESIDE.get(action or usual)
    if more is None and action not in (None, usual) and found == "unknown":
        more = CONTRADICTION
    if more:
        words = [text + " " + addition for text, addition in zip(words, more)]
    given = {"rc": rc, "action": action, "transaction_type": of}
    CASES.append({"name": "explain: " + name, "about": about, "do": "tool", "tool": "explain_code",
                  "input": {key: value for key, value in given.items() if value is not None},
                  "result": {"rc": rc, "meaning": words[0], "meaning_ar": words[1], "result_class": found,
                             "retry": "look_up_first" if found == "unknown" else "never"}})


def refused(name, about, faults, given):
    CASES.append({"name": "explain: " + name, "about": about, "do": "tool", "tool": "explain_code", "input": given,
                  "error": error(*faults, retry="never")})


for rc in WORDS:
    explains(rc, "what is not plainly a decline or a mistake is looked up first", rc, of="retail")
for rc in OPEN_LATER:
    for of in ("completion", "reversal", "authorization", None):
        explains(f"{rc} of {of or 'something'}", "after an authorization it may have gone through all the same", rc, "2", of)
for rc, action in [("00", "1"), ("00", "2"), ("00", "3"), ("00", "6"), ("00", "7"), ("00", "8"), ("05", "0"), ("05", "1"), ("65", "21"),
                   ("-17", "3"), ("-17", "0"), ("-19", "3"), ("-3", "3"), ("51", "9"), ("00", "00")]:
    explains(f"{action}/{rc}", "ACTION and RC count together: what contradicts itself, or hints at an earlier attempt, is unknown", rc, action, "retail")
for rc in ("77", "N7", "-99", "0", "000", "5", "R1", "٠٠", "00 ", "-017"):
    explains(f"unlisted {rc}", "a code nobody listed is no decline", rc)
refused("no code", "nothing to explain", ["field.missing rc"], {})
refused("empty code", "nothing to explain", ["text.too_short rc"], {"rc": ""})
refused("code as a number", "text: 05 is not 5", ["field.type rc"], {"rc": 5})
refused("code of 17", "longer than any", ["text.too_long rc"], {"rc": "0" * 17})
refused("code with a line break", "no code has one", ["text.control rc"], {"rc": "00\n"})
refused("TRTYPE for a transaction type", "by name", ["choice.unknown transaction_type"], {"rc": "00", "transaction_type": "1"})
refused("action as a number", "text", ["field.type action"], {"rc": "00", "action": 0})
refused("misspelt field", "a misspelt field must not be ignored", ["field.unknown code"], {"code": "00"})
refused("all faults at once", "every fault is reported together",
        ["field.type rc", "text.too_short action", "choice.unknown transaction_type"],
        {"rc": 0, "action": "", "transaction_type": "sale"})
