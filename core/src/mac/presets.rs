//! The published schemes of banks on this engine, and the unconfirmed one that follows Al Qaseh's own table.
//!
//! None is a default. Where a scheme has no order for a message, the order your bank gave you has to be added.

use super::key::Algorithm;

/// A scheme by name.
pub(crate) struct Preset {
    pub(crate) name: &'static str,
    pub(crate) algorithm: Algorithm,
    /// Message (`request` or `reply`, with a TRTYPE) and the fields its MAC covers.
    pub(crate) orders: &'static [(&'static str, &'static [&'static str])],
    /// Fields of replies that are signed but not echoed: they come from the configuration.
    pub(crate) from_configuration: &'static [&'static str],
}

const CLASSIC_REQUEST: &[&str] = &[
    "AMOUNT",
    "CURRENCY",
    "ORDER",
    "DESC",
    "MERCH_NAME",
    "MERCH_URL",
    "MERCHANT",
    "TERMINAL",
    "EMAIL",
    "TRTYPE",
    "COUNTRY",
    "MERCH_GMT",
    "TIMESTAMP",
    "NONCE",
    "BACKREF",
];
const CLASSIC_NINE: &[&str] =
    &["ORDER", "AMOUNT", "CURRENCY", "RRN", "INT_REF", "TRTYPE", "TERMINAL", "TIMESTAMP", "NONCE"];
const ROMCARD_LATER: &[&str] =
    &["ORDER", "AMOUNT", "CURRENCY", "RRN", "INT_REF", "TRTYPE", "TERMINAL", "TIMESTAMP", "NONCE", "BACKREF"];
const ROMCARD_REPLY: &[&str] = &[
    "TERMINAL",
    "TRTYPE",
    "ORDER",
    "AMOUNT",
    "CURRENCY",
    "DESC",
    "ACTION",
    "RC",
    "MESSAGE",
    "RRN",
    "INT_REF",
    "APPROVAL",
    "TIMESTAMP",
    "NONCE",
];
const ROMCARD_LATER_REPLY: &[&str] =
    &["ACTION", "RC", "MESSAGE", "TRTYPE", "AMOUNT", "CURRENCY", "ORDER", "RRN", "INT_REF", "TIMESTAMP", "NONCE"];
const BCC_REQUEST: &[&str] =
    &["AMOUNT", "CURRENCY", "ORDER", "MERCHANT", "TERMINAL", "MERCH_GMT", "TIMESTAMP", "TRTYPE", "NONCE"];
const BCC_LATER: &[&str] =
    &["ORDER", "ORG_AMOUNT", "AMOUNT", "CURRENCY", "RRN", "INT_REF", "TERMINAL", "TIMESTAMP", "TRTYPE", "NONCE"];
const KINA_REQUEST: &[&str] = &[
    "TERMINAL",
    "TRTYPE",
    "AMOUNT",
    "CURRENCY",
    "ORDER",
    "MERCHANT",
    "EMAIL",
    "BACKREF",
    "TIMESTAMP",
    "MERCH_NAME",
    "COUNTRY",
    "MERCH_URL",
    "MERCH_GMT",
    "DESC",
    "NONCE",
];
const KINA_REPLY: &[&str] = &[
    "ACTION",
    "RC",
    "APPROVAL",
    "CURRENCY",
    "AMOUNT",
    "TERMINAL",
    "TRTYPE",
    "ORDER",
    "RRN",
    "MERCHANT",
    "TIMESTAMP",
    "INT_REF",
    "NONCE",
];
const ALQASEH_REQUEST: &[&str] =
    &["AMOUNT", "CURRENCY", "ORDER", "DESC", "TRTYPE", "EMAIL", "TIMESTAMP", "NONCE", "BACKREF"];
const ALQASEH_LATER: &[&str] =
    &["AMOUNT", "CURRENCY", "ORDER", "RRN", "INT_REF", "DESC", "TRTYPE", "EMAIL", "TIMESTAMP", "NONCE", "BACKREF"];

pub(crate) static PRESETS: &[Preset] = &[
    Preset {
        name: "alqaseh-unconfirmed",
        algorithm: Algorithm::HmacSha1,
        // A completion may bear TRTYPE 1 too, so the later messages go by name. Replies have no order.
        orders: &[
            ("request 0", ALQASEH_REQUEST),
            ("request 1", ALQASEH_REQUEST),
            ("completion", ALQASEH_LATER),
            ("reversal", ALQASEH_LATER),
        ],
        from_configuration: &[],
    },
    Preset {
        name: "classic",
        algorithm: Algorithm::HmacSha1,
        orders: &[
            ("request 0", CLASSIC_REQUEST),
            ("request 1", CLASSIC_REQUEST),
            ("request 21", CLASSIC_NINE),
            ("request 24", CLASSIC_NINE),
            ("reply", CLASSIC_NINE),
        ],
        from_configuration: &[],
    },
    Preset {
        name: "romcard",
        algorithm: Algorithm::HmacSha1,
        orders: &[
            ("request 0", CLASSIC_REQUEST),
            ("request 1", CLASSIC_REQUEST),
            ("request 21", ROMCARD_LATER),
            ("request 24", ROMCARD_LATER),
            ("reply 0", ROMCARD_REPLY),
            ("reply 1", ROMCARD_REPLY),
            ("reply 21", ROMCARD_LATER_REPLY),
            ("reply 24", ROMCARD_LATER_REPLY),
        ],
        from_configuration: &[],
    },
    Preset {
        name: "bcc",
        algorithm: Algorithm::HmacSha1,
        orders: &[
            ("request 1", BCC_REQUEST),
            ("request 14", BCC_LATER),
            ("request 22", BCC_LATER),
            ("request 90", &["ORDER", "TERMINAL", "TIMESTAMP", "TRTYPE", "NONCE"]),
        ],
        from_configuration: &[],
    },
    Preset {
        name: "kina",
        algorithm: Algorithm::HmacSha256,
        orders: &[
            ("request 0", KINA_REQUEST),
            ("request 1", KINA_REQUEST),
            ("request 21", CLASSIC_NINE),
            ("request 24", CLASSIC_NINE),
            ("reply", KINA_REPLY),
        ],
        from_configuration: &["MERCHANT"],
    },
];
