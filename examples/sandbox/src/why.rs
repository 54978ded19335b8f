//! Why something that was asked for is not done, in English and in Arabic. Programs are told in English; the dashboard
//! remembers the English until its next page, and says it in that page's language.

use std::borrow::Cow;

use crate::cards::meaning;
use crate::lang::Lang;
use crate::text::texts;

texts! {
    /// A reason.
    Why {
        NoneOpen "no such payment is open" "لا توجد دفعة مفتوحة كهذه"
        NoPayment "no such payment" "لا توجد دفعة كهذه"
        NobodyPaid "nobody paid yet" "لم يدفع أحد بعد"
        NotSucceeded "only a payment that succeeded can be reversed" "لا يمكن عكس دفعة إلا إذا كانت ناجحة"
        ReversedBefore "this payment was reversed before" "عُكست هذه الدفعة من قبل"
        NotRevocable "only a prepared or retried payment can be revoked" "لا يمكن إلغاء دفعة إلا إذا كانت بانتظار الدفع أو محاولة جديدة"
        Amount "write the amount in the digits 0 to 9, above zero and without separators, such as 11500" "اكتب المبلغ بالأرقام 0 إلى 9، أكبر من الصفر ومن دون فواصل للآلاف، مثل 11500"
        NoInvoice "there is no such invoice" "لا توجد فاتورة كهذه"
        InvoicePaid "a paid invoice can't be cancelled" "لا يمكن إلغاء فاتورة مدفوعة"
        NoOrder "no such order" "لا يوجد طلب كهذا"
        OrderNotPaid "only a paid order can be refunded" "لا يمكن الاسترداد إلا لطلب مدفوع"
        NoStatus "no such status" "لا توجد حالة كهذه"
        Year "the year must be 1970 to 9999" "يجب أن تكون السنة من 1970 إلى 9999"
        Window "an acknowledgment's window must be 0 to 31536000 seconds" "يجب أن تكون مهلة الإقرار من 0 إلى 31536000 ثانية"
        WebhookUrl "a webhook's URL must begin with http:// or https:// and name a host" "يجب أن يبدأ عنوان الإشعارات بما يلي: ‎http://‎ أو ‎https://‎ ثم اسم الخادم"
        ContentType "content_type must be text that fits a header" "نوع المحتوى لا يصلح قيمةً لترويسة"
        HeaderName "the header's name must be the name of a header" "اسم الترويسة غير صالح"
        HeaderValue "the header's value must be text that fits a header" "قيمة الترويسة غير صالحة"
        TimesOrEvery "times and every must be at least 1" "يجب ألا يقل عدد المرات عن 1، وكذلك العدد في «واحد من كل»"
        HttpStatus "status must be 200 to 599" "يجب أن تكون حالة HTTP من 200 إلى 599"
        Milliseconds "milliseconds must be at most 60000" "يجب ألا تتجاوز مدة التأخير 60000 ميلي ثانية"
        FieldEmpty "field is empty" "الحقل فارغ"
        // Why nothing is delivered, or no answer comes.
        NoUrl "this is no URL with a host" "هذا ليس عنوانًا فيه اسم خادم"
        OnlyHttp "only http:// can be delivered to" "لا يمكن الإرسال إلا إلى عنوان يبدأ بما يلي: ‎http://‎"
        UrlWithLogin "a URL with a login can't be delivered to" "لا يمكن الإرسال إلى عنوان فيه بيانات دخول"
        OtherMachine "not a loopback address (see --deliver-anywhere)" "العنوان ليس على هذا الجهاز (انظر الخيار ‎--deliver-anywhere)"
        NoAnswer "no answer within 5 seconds" "لم يصل رد خلال 5 ثوانٍ"
    }
}

impl Why {
    /// What was said in English.
    pub(crate) fn of_en(reason: &str) -> Option<Why> {
        Why::ALL.iter().copied().find(|why| why.en() == reason)
    }

    /// Whether it keeps a delivery from being sent.
    pub(crate) fn keeps_from_sending(self) -> bool {
        matches!(self, Why::NoUrl | Why::OnlyHttp | Why::UrlWithLogin | Why::OtherMachine)
    }

    pub(crate) fn en(self) -> &'static str {
        self.in_lang(Lang::En)
    }
}

/// A reason in the language of a page. What isn't one of those above stays as it is: it quotes what was asked.
pub(crate) fn in_lang(reason: &str, lang: Lang) -> Cow<'_, str> {
    if let Some(why) = Why::of_en(reason) {
        return why.in_lang(lang).into();
    }
    match response_code(reason) {
        Some(rc) => with_code(meaning(rc).in_lang(lang), rc).into(),
        None => reason.into(),
    }
}

/// A reason that is the gateway's own, with its response code.
pub(crate) fn with_code(meaning: &str, rc: &str) -> String {
    format!("{meaning} (RC {rc})")
}

fn response_code(reason: &str) -> Option<&str> {
    let (before, rc) = reason.strip_suffix(')')?.rsplit_once(" (RC ")?;
    (meaning(rc).in_lang(Lang::En) == before).then_some(rc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_its_english() {
        for why in Why::ALL {
            assert_eq!(in_lang(why.en(), Lang::En), why.en());
            assert_eq!(in_lang(why.en(), Lang::Ar), why.in_lang(Lang::Ar));
        }
        assert_eq!(in_lang("Over limit (RC 61)", Lang::En), "Over limit (RC 61)");
        assert_eq!(in_lang("Over limit (RC 61)", Lang::Ar), "تجاوز الحد (RC 61)");
        for other in ["", "unknown variant `x`", "Over limit", "Under limit (RC 61)", "Over limit (RC 61", "(RC 61)"] {
            assert_eq!(in_lang(other, Lang::Ar), other);
        }
    }

    #[test]
    fn the_arabic_is_arabic() {
        for why in Why::ALL {
            let arabic = why.in_lang(Lang::Ar);
            let latin: String = arabic.chars().filter(char::is_ascii_alphabetic).collect();
            assert!(["", "HTTP", "http", "httphttps", "deliveranywhere"].contains(&latin.as_str()), "{arabic}");
            assert!(!arabic.contains([',', ';', '?', '"', '\'', '.', '`']), "{arabic}");
            // It is the end of a sentence that has no full stop.
            assert!(
                arabic.chars().next_back().is_some_and(|c| "»)/".contains(c) || !c.is_ascii_punctuation()),
                "{arabic}"
            );
        }
    }
}
