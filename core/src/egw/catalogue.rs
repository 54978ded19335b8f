//! `explain_code`: what a response code means, in English and Arabic, and what may be done about it.

use alloc::string::String;

use super::codes::{Class, class};
use super::{EGW_TRANSACTION, Egw};
use crate::error::Error;
use crate::gateway::GatewayKind;
use crate::record::{Alphabet, Record, Text, choice, record};
use crate::tool::{Run, Tool};

choice! {
    /// What a code says happened.
    RESULT_CLASS ResultClass {
        "approved" = "approved", "declined" = "declined", "merchant_error" = "merchant_error", "unknown" = "unknown",
    }
}

choice! {
    /// Whether what was sent may be sent again.
    RETRY_VERDICT RetryVerdict { "safe" = "safe", "look_up_first" = "look_up_first", "never" = "never" }
}

const CODE: Text = Text { min: 1, max: 16, alphabet: Alphabet::Line };

record! {
    /// A response code of the e-Commerce Gateway, as a reply or callback bears it.
    input CodeQuestion {
        /// RC, as it came: two characters (`05`), or the gateway's own negative ones (`-17`).
        rc: need text(CODE),
        /// ACTION, as it came. Without it the code counts as with the ACTION it ordinarily bears: a reply with
        /// another one may mean something else.
        action: may text(CODE),
        /// What was asked for. Without it 06, 91 and 96 are `unknown`: they leave a completion or reversal open.
        transaction_type: may choice(EGW_TRANSACTION),
    }
}

record! {
    /// What a response code means. It explains, and proves nothing: only `settle` does.
    output CodeMeaning {
        /// RC, as it was asked for.
        rc: need text,
        /// The meaning in English.
        meaning: need text,
        /// The meaning in Arabic.
        meaning_ar: need text,
        /// `approved`; `declined`: the issuer or the customer said no; `merchant_error`: the request was wrong, and
        /// nothing happened; `unknown`: look it up before doing anything.
        result_class: need choice(RESULT_CLASS),
        /// `look_up_first` where it may have happened. Else `never`: what was sent is spent. Another attempt is a
        /// new ORDER, after a `merchant_error` with the mistake put right.
        retry: need choice(RETRY_VERDICT),
    }
}

/// The tool.
pub static EXPLAIN_CODE: Tool = Tool {
    name: "explain_code",
    gateway: GatewayKind::Egw,
    input: CodeQuestion::SHAPE,
    output: CodeMeaning::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Says what a response code means, in English and Arabic, and whether the request may be repeated.",
            "",
            "A code that is not listed says so and is `unknown`: look the payment up.",
        ]
    } else {
        &[]
    },
    run: Run::Alone(run),
};

impl Egw {
    /// Says what a response code means, in English and Arabic, and whether the request may be repeated.
    ///
    /// # Errors
    /// `field.missing`, `text.*` or `choice.unknown` for a question that is none.
    ///
    /// ```
    /// use qantara::egw::{CodeQuestion, Egw};
    /// let meaning = Egw::explain_code(CodeQuestion::new().rc("51").action("2"))?;
    /// assert_eq!((meaning.meaning(), meaning.result_class()), ("Insufficient funds.", "declined"));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn explain_code(question: CodeQuestion) -> Result<CodeMeaning, Error> {
        run(question.into_record()).map(CodeMeaning)
    }
}

fn run(mut question: Record) -> Result<Record, Error> {
    question.check()?;
    let rc = question.get("rc");
    let later = !matches!(question.get("transaction_type"), "authorization" | "retail");
    let usual = if rc == "00" { "0" } else { "2" };
    let action = question.text("action").unwrap_or(usual);
    let (result_class, retry) = match class(action, rc, later) {
        Class::Approved => ("approved", "never"),
        Class::Declined => ("declined", "never"),
        Class::MerchantError => ("merchant_error", "never"),
        Class::Unknown => ("unknown", "look_up_first"),
    };
    let named = |table: &'static [(&str, &'static str, &'static str)], code: &str| {
        table.iter().find(|row| row.0 == code).map(|row| (row.1, row.2))
    };
    let (english, arabic) = named(CODES, rc).unwrap_or(UNLISTED);
    let (mut english, mut arabic) = (String::from(english), String::from(arabic));
    // An ACTION says something of its own unless it is the ordinary one.
    let beside = named(ACTIONS, action).or((action != usual && result_class == "unknown").then_some(CONTRADICTION));
    if let Some((more, more_arabic)) = beside {
        for (text, more) in [(&mut english, more), (&mut arabic, more_arabic)] {
            text.push(' ');
            text.push_str(more);
        }
    }
    let mut meaning = Record::new(CodeMeaning::SHAPE);
    meaning.set("rc", rc);
    meaning.set("meaning", english);
    meaning.set("meaning_ar", arabic);
    meaning.set("result_class", result_class);
    meaning.set("retry", retry);
    Ok(meaning)
}

const UNLISTED: (&str, &str) =
    ("Not a listed code: look the payment up.", "رمز غير مدرج في القائمة: استعلم عن العملية أولاً.");

const CONTRADICTION: (&str, &str) = (
    "ACTION does not go with this code: look the payment up.",
    "قيمة ACTION لا تتفق مع هذا الرمز: استعلم عن العملية أولاً.",
);

/// What an ACTION adds to its RC.
const ACTIONS: &[(&str, &str, &str)] = &[
    (
        "1",
        "ACTION 1: a duplicate; the earlier one may have succeeded.",
        "ACTION 1: عملية مكررة، وربما نجحت العملية السابقة.",
    ),
    ("3", "ACTION 3: a fault in processing.", "ACTION 3: خطأ أثناء المعالجة."),
    ("6", "ACTION 6: repeats a declined one.", "ACTION 6: تكرار لعملية مرفوضة."),
    ("7", "ACTION 7: repeats one that failed on its way.", "ACTION 7: تكرار لعملية تعثرت أثناء الإرسال."),
    ("8", "ACTION 8: repeats one without an answer.", "ACTION 8: تكرار لعملية لم يصل جوابها."),
    (
        "21",
        "ACTION 21: a soft decline; the cardholder has to be authenticated.",
        "ACTION 21: رفض مؤقت، والمطلوب التحقق من هوية حامل البطاقة.",
    ),
];

/// Code, meaning, meaning in Arabic.
const CODES: &[(&str, &str, &str)] = &[
    ("00", "Approved.", "تمت الموافقة على العملية."),
    ("01", "The cardholder should call the issuer.", "على حامل البطاقة مراجعة المصرف المصدر للبطاقة."),
    (
        "04",
        "The issuer wants the card back: do not try it again.",
        "المصرف المصدر يطلب سحب البطاقة: لا تعاود المحاولة بها.",
    ),
    ("05", "Declined by the issuer without a reason.", "رفض المصرف المصدر العملية دون ذكر السبب."),
    ("06", "Error at the issuer.", "خطأ لدى المصرف المصدر."),
    ("12", "Invalid transaction.", "عملية غير صالحة."),
    ("13", "Invalid amount.", "مبلغ غير صالح."),
    ("14", "No such card.", "رقم البطاقة غير موجود."),
    ("15", "No such issuer.", "المصرف المصدر غير معروف."),
    ("17", "Cancelled by the customer.", "ألغى الزبون العملية."),
    ("30", "Format error.", "خطأ في صيغة الرسالة."),
    ("41", "Lost card.", "البطاقة مبلغ عن فقدانها."),
    ("43", "Stolen card.", "البطاقة مبلغ عن سرقتها."),
    ("51", "Insufficient funds.", "الرصيد غير كافٍ."),
    ("54", "Expired card.", "البطاقة منتهية الصلاحية."),
    ("55", "Wrong PIN.", "الرقم السري غير صحيح."),
    ("57", "Not permitted to this cardholder.", "العملية غير مسموح بها لحامل البطاقة."),
    ("58", "Not permitted to this terminal: ask your bank.", "العملية غير مسموح بها لهذه الطرفية: راجع مصرفك."),
    ("59", "Suspected fraud.", "اشتباه باحتيال."),
    ("61", "Over the card's limit.", "تجاوز حد المبلغ المسموح به للبطاقة."),
    ("62", "Restricted card.", "البطاقة مقيدة."),
    (
        "65",
        "Too many uses, or the cardholder has to be authenticated.",
        "تجاوز عدد مرات الاستخدام، أو المطلوب التحقق من هوية حامل البطاقة.",
    ),
    ("68", "The issuer's answer came too late.", "وصل جواب المصرف المصدر متأخراً."),
    ("88", "Cryptographic failure.", "فشل في عملية التشفير."),
    ("89", "Authentication failure.", "فشل التحقق من الهوية."),
    ("91", "The issuer is unavailable.", "المصرف المصدر غير متاح حالياً."),
    ("94", "A duplicate transmission.", "إرسال مكرر."),
    ("95", "The original transaction was not found.", "لم يعثر على العملية الأصلية."),
    ("96", "System fault.", "عطل في النظام."),
    ("-1", "A mandatory field is missing.", "حقل إلزامي مفقود."),
    ("-2", "Bad request.", "طلب غير صالح."),
    ("-3", "The processing host did not answer.", "لم يستجب خادم المعالجة."),
    ("-4", "No connection to the processing host.", "لا يوجد اتصال بخادم المعالجة."),
    ("-5", "The connection was lost midway.", "انقطع الاتصال أثناء المعالجة."),
    (
        "-6",
        "The gateway or terminal is misconfigured: ask your bank.",
        "إعدادات البوابة أو الطرفية غير صحيحة: راجع مصرفك.",
    ),
    ("-7", "The processing host's answer was bad.", "جواب خادم المعالجة غير صالح."),
    ("-8", "The card number field is wrong.", "خطأ في حقل رقم البطاقة."),
    ("-9", "The expiry date field is wrong.", "خطأ في حقل تاريخ انتهاء البطاقة."),
    ("-10", "The AMOUNT field is wrong.", "خطأ في حقل المبلغ AMOUNT."),
    ("-11", "The CURRENCY field is wrong.", "خطأ في حقل العملة CURRENCY."),
    ("-12", "The merchant or terminal id is wrong.", "معرّف التاجر أو الطرفية غير صحيح."),
    ("-13", "Your server's address is refused: have your bank list it.", "عنوان خادمك مرفوض: اطلب من مصرفك تسجيله."),
    ("-14", "Gateway code -14: the request was not accepted.", "رمز البوابة -14: لم يُقبل الطلب."),
    ("-15", "The RRN field is wrong.", "خطأ في حقل الرقم المرجعي RRN."),
    ("-16", "The terminal is busy with another transaction.", "الطرفية مشغولة بعملية أخرى."),
    (
        "-17",
        "Access denied: in practice often a wrong MAC, key, field order or NONCE; run `diagnose` on what you sent.",
        "رُفض الوصول: غالباً بسبب خطأ في التوقيع P_SIGN أو المفتاح أو ترتيب الحقول أو NONCE؛ افحص ما أرسلته بأداة diagnose.",
    ),
    ("-18", "The CVC2 field is wrong.", "خطأ في حقل رمز الأمان CVC2."),
    ("-19", "The cardholder's authentication failed.", "فشل التحقق من هوية حامل البطاقة."),
    (
        "-20",
        "TIMESTAMP is more than an hour off: set your clock and send UTC.",
        "الوقت TIMESTAMP يختلف بأكثر من ساعة: اضبط ساعة الخادم وأرسل التوقيت العالمي UTC.",
    ),
    ("-21", "Already executed.", "سبق تنفيذ هذه العملية."),
    ("-22", "The authentication data is wrong.", "بيانات التحقق من الهوية غير صحيحة."),
    ("-23", "The transaction's context is wrong.", "سياق العملية غير صحيح."),
    ("-24", "The request does not match its context.", "الطلب لا يطابق سياق العملية."),
    ("-25", "Cancelled by the user.", "ألغى المستخدم العملية."),
    ("-26", "The card's BIN is not accepted.", "بادئة رقم البطاقة (BIN) غير مقبولة."),
    ("-27", "The merchant name is wrong.", "اسم التاجر غير صحيح."),
    ("-28", "The addendum is wrong.", "البيانات الإضافية غير صحيحة."),
    ("-29", "The authentication reference is a duplicate.", "مرجع التحقق من الهوية مكرر."),
    ("-30", "Declined as fraud.", "رُفضت العملية للاشتباه باحتيال."),
    ("-31", "Already in progress.", "العملية قيد التنفيذ."),
    ("-32", "A repeated decline.", "رفض متكرر للعملية."),
    ("-33", "The cardholder is being authenticated.", "التحقق من هوية حامل البطاقة جارٍ."),
    ("-39", "The confirmation is in progress.", "تأكيد العملية جارٍ."),
    ("-40", "The card form is being filled in.", "الزبون يملأ بيانات البطاقة."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn ask(rc: &str, action: Option<&str>, of: Option<&str>) -> CodeMeaning {
        Egw::explain_code(CodeQuestion::new().rc(rc).action(action).transaction_type(of)).unwrap()
    }

    fn class_of(rc: &str, action: &str, of: &str) -> [String; 2] {
        let meaning = ask(rc, Some(action), Some(of));
        [meaning.result_class().into(), meaning.retry().into()]
    }

    #[test]
    fn each_code_of_the_gateway_is_explained_once() {
        let listed = "00 01 04 05 06 12 13 14 15 17 30 41 43 51 54 55 57 58 59 61 62 65 88 89 91 95 96 -1 -2 -3 -4 -5 -6 \
            -7 -8 -9 -10 -11 -12 -13 -14 -15 -16 -17 -18 -19 -20 -21 -22 -23 -24 -25 -26 -27 -28 -29 -30 -31 -32 -33 -39 -40";
        for rc in listed.split_whitespace() {
            let meaning = ask(rc, None, Some("retail"));
            assert!(CODES.iter().filter(|row| row.0 == rc).count() == 1, "{rc}");
            assert_eq!((meaning.rc(), meaning.meaning() == UNLISTED.0), (rc, false));
        }
        let mut seen = Vec::new();
        for (rc, english, arabic) in CODES.iter().chain(ACTIONS) {
            assert!(english.is_ascii() && english.ends_with('.') && arabic.ends_with('.'), "{rc}");
            assert!(arabic.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c)), "{rc}");
            assert!(!seen.contains(english) && !seen.contains(arabic), "{rc} says what another does");
            seen.extend([*english, *arabic]);
        }
    }

    #[test]
    fn the_class_depends_on_action_and_on_what_was_asked() {
        assert_eq!(class_of("00", "0", "retail"), ["approved", "never"]);
        assert_eq!(class_of("51", "2", "retail"), ["declined", "never"]);
        assert_eq!(class_of("-20", "2", "retail"), ["merchant_error", "never"]);
        assert_eq!(class_of("-20", "3", "completion"), ["merchant_error", "never"]);
        for (rc, action) in [("00", "1"), ("00", "2"), ("51", "0"), ("05", "1"), ("-4", "3"), ("-21", "2"), ("68", "2")]
        {
            assert_eq!(class_of(rc, action, "retail"), ["unknown", "look_up_first"], "{action}/{rc}");
        }
        for rc in ["06", "91", "96"] {
            assert_eq!(class_of(rc, "2", "authorization"), ["declined", "never"], "{rc}");
            for of in ["completion", "reversal"] {
                assert_eq!(class_of(rc, "2", of), ["unknown", "look_up_first"], "{rc}");
            }
            assert_eq!(ask(rc, Some("2"), None).result_class(), "unknown", "{rc}");
        }
        assert_eq!(ask("00", None, None).result_class(), "approved");
        assert_eq!(ask("05", None, None).result_class(), "declined");
        assert!(ask("05", Some("1"), None).meaning().contains("may have succeeded"));
        assert!(ask("51", Some("0"), None).meaning().contains("does not go with"));
    }

    #[test]
    fn what_is_not_listed_says_so() {
        for rc in ["77", "Z1", "-99", "0", "000", "5", "—"] {
            let meaning = ask(rc, None, None);
            assert_eq!((meaning.meaning(), meaning.meaning_ar()), UNLISTED, "{rc}");
            assert_eq!([meaning.result_class(), meaning.retry()], ["unknown", "look_up_first"], "{rc}");
        }
        for rc in ["", "12345678901234567", "0\n0"] {
            assert_eq!(Egw::explain_code(CodeQuestion::new().rc(rc)).unwrap_err().field(), "rc");
        }
        assert!(Egw::explain_code(CodeQuestion::new()).is_err());
    }
}
