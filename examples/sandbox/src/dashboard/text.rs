//! Every text of the dashboard, in English and in Arabic: one that lacks a translation doesn't
//! compile. `{}` is where a value goes.

/// A language of the pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lang {
    En,
    Ar,
}

impl Lang {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ar => "ar",
        }
    }

    pub(crate) fn dir(self) -> &'static str {
        match self {
            Lang::En => "ltr",
            Lang::Ar => "rtl",
        }
    }

    pub(crate) fn of_code(code: &str) -> Option<Lang> {
        [Lang::En, Lang::Ar].into_iter().find(|lang| lang.code() == code)
    }

    /// The language a browser likes best (`Accept-Language`), of those there are.
    pub(crate) fn preferred(accepted: &str) -> Lang {
        let mut best = (Lang::En, 0.0);
        for part in accepted.split(',') {
            let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
            let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
            let quality = parameters.trim().strip_prefix("q=").map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            if let Some(lang) = Lang::of_code(&primary)
                && quality > best.1
            {
                best = (lang, quality);
            }
        }
        best.0
    }
}

macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($text:ident $en:literal $ar:literal)+ }) => {
        $(#[$meta])*
        #[allow(clippy::enum_variant_names)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum $name { $($text,)+ }

        impl $name {
            pub(crate) fn in_lang(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$text, Lang::En) => $en, (Self::$text, Lang::Ar) => $ar,)+
                }
            }
        }
    };
}

macro_rules! messages {
    ($(#[$meta:meta])* $name:ident { $($text:ident $en:literal $ar:literal)+ }) => {
        texts! { $(#[$meta])* $name { $($text $en $ar)+ } }

        impl $name {
            pub(super) const ALL: &[$name] = &[$($name::$text,)+];

            /// How it is called between two requests.
            pub(super) fn name(self) -> &'static str {
                match self {
                    $(Self::$text => stringify!($text),)+
                }
            }
        }
    };
}

messages! {
    /// What became of an action.
    Said {
        Paid "Paid. The shop is being told." "تم الدفع، ويجري إشعار المتجر."
        CardDeclined "The card was declined, response code {}." "رُفضت البطاقة، رمز الاستجابة {}."
        Expired "The payment expired." "انتهت صلاحية الدفعة."
        Revoked "The payment was revoked: it can't be paid any more." "أُلغيت الدفعة، ولم يعد دفعها ممكنًا."
        Cancelled "The invoice was cancelled: it can't be paid any more." "أُلغيت الفاتورة، ولم يعد دفعها ممكنًا."
        Reversed "The payment was reversed." "عُكست العملية."
        Refunded "The refund was made. The shop is being told." "تم الاسترداد، ويجري إشعار المتجر."
        RefundFailed "The refund failed. The shop is being told." "فشل الاسترداد، ويجري إشعار المتجر."
        Completed "The authorization was completed: {} were taken." "اكتمل التفويض، وخُصم {}."
        StatusForced "The status is now {}." "الحالة الآن {}."
        Settled "Settled as {}: paid invoices are completed now." "تمت التسوية بالرقم {}، والفواتير المدفوعة مكتملة الآن."
        Delivered "Delivery {} was sent; the shop took it." "أُرسل الإشعار {} وقبله المتجر."
        NotDelivered "Delivery {} was sent; the shop has not taken it." "أُرسل الإشعار {} ولم يقبله المتجر."
        Held "Delivery {} is held back by a fault." "الإشعار {} محجوز بسبب عطل مفعّل."
        FaultArmed "The fault is armed." "فُعّل العطل."
        FaultsCleared "All faults are cleared." "أُزيلت كل الأعطال."
        SettingsSaved "The settings are saved." "حُفظت الإعدادات."
        PortalSaved "The portal of {} is saved." "حُفظت إعدادات بوابة {}."
        ClockMoved "The sandbox's clock says {}." "ساعة البيئة التجريبية الآن {}."
        ClockReal "The sandbox's clock is back at real time." "عادت ساعة البيئة التجريبية إلى الوقت الفعلي."
        ResetDone "Everything was forgotten but the configuration." "مُسح كل شيء ما عدا الإعداد الأساسي."
        NotSure "Nothing was forgotten: tick the box first." "لم يُمسح شيء: ضع علامة في المربع أولًا."
        NotThere "There is no such entry any more." "هذا العنصر لم يعد موجودًا."
        Refused "Not done: {}" "لم يُنفَّذ الطلب: {}"
    }
}

texts! {
    /// Everything else that is written on a page.
    Text {
        // The frame of every page.
        Name "Qantara sandbox" "قنطرة · بيئة تجريبية"
        NoMoney "No money moves" "لا تُنقل أموال حقيقية"
        SkipToContent "Skip to the content" "تخطَّ إلى المحتوى"
        Navigation "Pages" "الصفحات"
        Payments "Payments" "الدفعات"
        Deliveries "Deliveries" "الإشعارات"
        Faults "Faults" "الأعطال"
        Settings "Settings" "الإعدادات"
        OtherLanguage "العربية" "English"
        RefreshOn "Refresh every 5 s" "تحديث كل 5 ثوانٍ"
        RefreshOff "Stop refreshing" "إيقاف التحديث"
        // The clock. Lengths of time are written as numbers with these behind them.
        Days "d" "ي"
        Hours "h" "س"
        Minutes "min" "د"
        Seconds "s" "ث"
        Clock "Clock" "الساعة"
        RealTime "real time" "الوقت الفعلي"
        Ahead "{} ahead" "متقدمة {}"
        Behind "{} behind" "متأخرة {}"
        Minute "+1 min" "‎+1 دقيقة"
        Hour "+1 h" "‎+1 ساعة"
        Day "+1 day" "‎+1 يوم"
        SetTime "Set a time" "ضبط الوقت"
        TimeUtc "Time (UTC)" "الوقت (UTC)"
        Set "Set" "ضبط"
        BackToReal "Back to real time" "العودة إلى الوقت الفعلي"
        // Systems and lists.
        Api2 "Al Qaseh API 2.0" "القاصة API 2.0"
        Egw "Al Qaseh EGW" "القاصة EGW"
        Paylink "Paylink" "بايلنك Paylink"
        System "System" "النظام"
        Order "Order" "الطلب"
        Amount "Amount" "المبلغ"
        Status "Status" "الحالة"
        Merchant "Merchant" "التاجر"
        Created "Created" "وقت الإنشاء"
        Actions "Actions" "الإجراءات"
        AllSystems "All systems" "كل الأنظمة"
        More "{} more" "{} أخرى"
        AllMerchants "All merchants" "كل التجار"
        Filter "Filter" "تصفية"
        ShowAll "Show all" "عرض الكل"
        Newer "Newer" "الأحدث"
        Older "Older" "الأقدم"
        NoPayments "No payments yet" "لا توجد دفعات بعد"
        NoPaymentsHere "No payment matches this filter." "لا توجد دفعة تطابق هذه التصفية."
        StartHere "Point your shop at one of these, and make a payment. It appears here." "وجّه متجرك إلى أحد هذه العناوين وأنشئ دفعة، وستظهر هنا."
        LoginsElsewhere "Logins, keys and test cards are printed where the sandbox was started, and in its README." "بيانات الدخول والمفاتيح وبطاقات الاختبار مطبوعة حيث شُغّلت البيئة التجريبية، وفي ملف README الخاص بها."
        // What waits.
        Waiting "Waiting for your shop" "بانتظار متجرك"
        Authorizations "Authorizations to complete" "تفويضات بانتظار الإتمام"
        Held "Held amount" "المبلغ المحجوز"
        Acknowledgments "Paylink orders to acknowledge" "طلبات بايلنك بانتظار الإقرار"
        Deadline "Deadline" "المهلة"
        Left "{} left" "متبقٍّ {}"
        RefundedThen "Without a Success by then the order is refunded." "إن لم يصل إقرار Success قبل ذلك تُردّ قيمة الطلب."
        // One payment.
        Payment "Payment" "دفعة"
        Authorization "Authorization" "تفويض (حجز)"
        Invoice "Invoice" "فاتورة"
        Reversal "Reversal" "عكس عملية"
        PaymentId "Payment id" "معرّف الدفعة"
        TransactionNo "Transaction number" "رقم العملية"
        Description "Description" "الوصف"
        Type "Type" "النوع"
        Rrn "RRN" "الرقم المرجعي RRN"
        ResponseCode "Response code" "رمز الاستجابة"
        Approval "Approval" "رمز الموافقة"
        ReturnUrl "Return URL" "عنوان العودة"
        WebhookUrl "Webhook URL" "عنوان الإشعارات"
        Expires "Expires" "تنتهي في"
        Acknowledgment "Acknowledgment" "الإقرار"
        NoneYet "none yet" "لا يوجد بعد"
        OpenPayPage "Open the pay page" "افتح صفحة الدفع"
        History "History" "السجل"
        RawJson "Raw JSON" "بيانات JSON الخام"
        TokenHidden "*** stands for a token that is not shown." "*** مكان رمز سرّي لا يُعرض."
        // Actions.
        Pay "Pay" "ادفع"
        Decline "Decline" "ارفض البطاقة"
        Expire "Expire" "أنهِ الصلاحية"
        Reverse "Reverse" "اعكس العملية"
        Revoke "Revoke" "ألغِ الدفعة"
        Cancel "Cancel" "ألغِ الفاتورة"
        Refund "Refund" "استرداد"
        FailRefund "Fail a refund" "استرداد فاشل"
        Complete "Complete" "أتمّ التفويض"
        AmountTo "Amount to take" "المبلغ المراد خصمه"
        AmountBack "Amount to give back" "المبلغ المراد ردّه"
        ForceStatus "Force a status" "فرض حالة"
        ForceHint "Puts it into any state, without telling the shop." "يضعها في أي حالة من دون إشعار المتجر."
        Force "Force" "فرض"
        NothingToDo "There is nothing left to do with it." "لم يبقَ ما يمكن فعله بها."
        Settle "Settle paid invoices" "تسوية الفواتير المدفوعة"
        // Deliveries.
        Delivery "Delivery {}" "الإشعار {}"
        LatestDeliveries "Latest deliveries" "أحدث الإشعارات"
        AllDeliveries "All deliveries" "كل الإشعارات"
        NoDeliveries "No deliveries yet" "لا توجد إشعارات بعد"
        Kind "Kind" "النوع"
        Url "URL" "العنوان"
        State "State" "الحالة"
        Headers "Headers" "الترويسات"
        Body "Body" "المحتوى"
        Attempts "Attempts" "المحاولات"
        Attempt "Attempt {}" "المحاولة {}"
        NoAttempt "Not sent yet." "لم يُرسل بعد."
        NoAnswer "No answer" "لا يوجد رد"
        EmptyBody "The answer has no body." "الرد بلا محتوى."
        CutOff "Cut off here." "اقتُطع الباقي."
        Resend "Send again" "أعد الإرسال"
        // Forging.
        Forge "Forge a delivery" "تزوير إشعار"
        ForgeThis "Forge one like it" "زوّر إشعارًا مثله"
        ForgeIntro "Send your shop a message that the gateway never sent. A good shop refuses it, or asks the gateway what is true." "أرسل إلى متجرك رسالة لم تُرسلها البوابة. المتجر السليم يرفضها، أو يسأل البوابة عن الحقيقة."
        ForgeFrom "Begin with" "ابدأ من"
        ForgeHow "Change" "التغيير"
        FillIn "Fill in" "املأ النموذج"
        HiddenIsSent "*** stands for what is not shown; the real value is sent." "*** مكان قيمة لا تُعرض، وتُرسل القيمة الحقيقية."
        Replay "The same again" "نسخة مكررة"
        WrongSignature "Signed wrongly" "بتوقيع خاطئ"
        Unsigned "Unsigned" "بلا توقيع"
        OtherAmount "Another amount" "بمبلغ مختلف"
        ContentType "Content-Type" "نوع المحتوى (Content-Type)"
        HeaderName "Header name" "اسم الترويسة"
        HeaderValue "Header value" "قيمة الترويسة"
        HeaderHint "Paylink's webhooks are recognised by a header. The real value is not shown." "تُعرف إشعارات بايلنك بترويسة، ولا تُعرض قيمتها الحقيقية."
        Send "Send" "أرسل"
        // Faults.
        Fault "Fault" "العطل"
        FaultsIntro "Break the gateways on purpose, and see what your shop does." "عطّل البوابات عمدًا وراقب ما يفعله متجرك."
        Armed "Armed" "المفعّلة"
        NoFaults "Nothing is broken: no fault is armed." "لا يوجد أي عطل مفعّل."
        ArmFault "Arm a fault" "تفعيل عطل"
        Arm "Arm" "فعّل"
        ClearAll "Clear all" "أزل الكل"
        OfReplies "The gateway's replies" "ردود البوابة"
        OfDeliveries "Webhooks and callbacks" "الإشعارات"
        LoseReply "Processed, but the reply is lost" "يُعالَج الطلب ويضيع الرد"
        AnswerStatus "Not processed: an HTTP status instead" "لا يُعالَج الطلب، والرد حالة HTTP"
        Delay "The reply is late" "يتأخر الرد"
        CutReply "The reply is cut off" "ينقطع الرد"
        OtherType "The reply claims another type" "الرد بنوع محتوى آخر"
        Bom "The reply begins with a byte order mark" "يبدأ الرد بعلامة ترتيب البايتات BOM"
        HoldDelivery "Held back until it is sent by hand" "يُحجز إلى أن يُرسل يدويًا"
        DropDelivery "Never sent" "لا يُرسل أبدًا"
        LateDelivery "Sent late" "يُرسل متأخرًا"
        DuplicateDelivery "Sent twice" "يُرسل مرتين"
        SwapDeliveries "Overtaken by the next one" "يسبقه الإشعار التالي"
        AlterDelivery "One field changed after signing" "يُغيَّر حقل بعد التوقيع"
        Bytes "Bytes that arrive (empty: half)" "عدد البايتات التي تصل (فارغ: النصف)"
        BreaksOff "The headers promise all of it, and the connection breaks off" "تَعِد الترويسات بالكل ثم ينقطع الاتصال"
        FieldName "Field" "الحقل"
        FieldValue "New value (empty: the field is left out)" "القيمة الجديدة (فارغ: يُحذف الحقل)"
        Every "One in so many" "واحد من كل"
        PathPart "Path or URL contains" "المسار أو العنوان يحتوي على"
        PathHint "Empty: every request. For example: payments/create" "فارغ: كل الطلبات. مثال: ‎payments/create"
        Times "Times" "عدد المرات"
        HttpStatus "HTTP status" "حالة HTTP"
        Milliseconds "Milliseconds" "مدة التأخير (ميلي ثانية)"
        ReplyBody "Body (empty: a proxy's page)" "المحتوى (فارغ: صفحة خادم وسيط)"
        // Settings.
        SettingsIntro "What the gateways do where their pages leave it open." "سلوك البوابات حيث لا تحدده وثائقها."
        Show "Show" "اعرض"
        Save "Save" "احفظ"
        Yes "Yes" "نعم"
        No "No" "لا"
        HistoryEnvelope "API 2.0: what the history is wrapped in" "API 2.0: غلاف سجل الدفعات"
        AlQasehAmounts "API 2.0: amounts of new payments" "API 2.0: مبالغ الدفعات الجديدة"
        EgwAmounts "EGW: amounts" "EGW: المبالغ"
        PaylinkAmounts "Paylink: amounts of new invoices" "بايلنك: مبالغ الفواتير الجديدة"
        EgwCallback "EGW: form of callbacks" "EGW: صيغة الإشعارات"
        EgwReply "EGW: form of replies" "EGW: صيغة الردود"
        EgwOldKey "EGW: sign with the old key" "EGW: التوقيع بالمفتاح القديم"
        PaylinkSuccessAsText "Paylink: success as text" "بايلنك: كتابة success كنص"
        PaylinkCallbackCapitals "Paylink: capitals in the browser's callback" "بايلنك: أحرف كبيرة في رابط العودة"
        PaylinkWindow "Paylink: seconds to acknowledge" "بايلنك: مهلة الإقرار بالثواني"
        Portal "Paylink portal" "بوابة بايلنك"
        PortalIntro "Where Paylink's webhooks go. The values of their headers are not shown." "وجهة إشعارات بايلنك. لا تُعرض قيم ترويساتها."
        RefundWebhookUrl "Refund webhook URL" "عنوان إشعارات الاسترداد"
        WebhookV2 "Webhooks in version 2" "إشعارات بالإصدار 2"
        Merchants "Merchants" "التجار"
        SecretsElsewhere "Keys are not shown here." "لا تُعرض المفاتيح هنا."
        Reset "Reset" "إعادة التعيين"
        ResetIntro "Forgets payments, deliveries and faults, and brings settings and clock back." "يمسح الدفعات والإشعارات والأعطال، ويعيد الإعدادات والساعة إلى أصلها."
        ResetAll "Forget everything" "امسح كل شيء"
        ResetSure "I mean it: this can't be undone" "أؤكد: لا يمكن التراجع عن هذا"
        // How something stands.
        IsPrepared "prepared" "بانتظار الدفع"
        IsRetried "retried" "محاولة جديدة"
        IsCreated "created" "جديدة"
        IsPending "pending" "قيد الانتظار"
        IsToAcknowledge "to acknowledge" "بانتظار الإقرار"
        IsHeld "held" "قيد الحجز"
        IsUnknown "unknown" "غير معروفة"
        IsRefundPending "refund pending" "استرداد جارٍ"
        IsSucceeded "succeeded" "ناجحة"
        IsPaid "paid" "مدفوعة"
        IsAcknowledged "acknowledged" "تم الإقرار"
        IsCompleted "completed" "مكتملة"
        IsDelivered "delivered" "سُلِّم"
        IsFailed "failed" "فشل"
        IsDeclined "declined" "مرفوضة"
        IsRefused "refused" "مرفوض"
        IsRevoked "revoked" "ملغاة"
        IsCanceled "canceled" "ملغاة"
        IsExpired "expired" "منتهية"
        IsDuplicated "duplicated" "مكررة"
        IsReversed "reversed" "معكوسة"
        IsRefunded "refunded" "مُستردّة"
        IsWaiting "waiting" "بانتظار الإرسال"
        IsDropped "dropped" "أُسقط"
        NotFound "Not found" "غير موجود"
        NotFoundText "There is nothing under this address. It may have been forgotten by a reset." "لا يوجد شيء في هذا العنوان، وربما مُسح عند إعادة التعيين."
    }
}
