//! Orders of other banks on this engine, beyond the presets, as integrators tell them: unconfirmed, and no presets.
//!
//! They are tried and nothing else. If one fits, the MAC itself says so.

use crate::mac::Algorithm;
use crate::mac::presets::Preset;

pub(super) static SIBLINGS: &[Preset] = &[
    Preset {
        name: "azericard",
        algorithm: Algorithm::HmacSha1,
        orders: &[
            ("request", &["AMOUNT", "CURRENCY", "TERMINAL", "TRTYPE", "TIMESTAMP", "NONCE", "MERCH_URL"]),
            ("reply", &["AMOUNT", "TERMINAL", "APPROVAL", "RRN", "INT_REF"]),
        ],
        from_configuration: &[],
    },
    Preset {
        name: "psb",
        algorithm: Algorithm::HmacSha1,
        orders: &[
            (
                "request",
                &[
                    "AMOUNT",
                    "CURRENCY",
                    "ORDER",
                    "MERCH_NAME",
                    "MERCHANT",
                    "TERMINAL",
                    "EMAIL",
                    "TRTYPE",
                    "TIMESTAMP",
                    "NONCE",
                    "BACKREF",
                ],
            ),
            (
                "reply",
                &[
                    "AMOUNT",
                    "CURRENCY",
                    "ORDER",
                    "MERCH_NAME",
                    "MERCHANT",
                    "TERMINAL",
                    "EMAIL",
                    "TRTYPE",
                    "TIMESTAMP",
                    "NONCE",
                    "BACKREF",
                    "RESULT",
                    "RC",
                    "RCTEXT",
                    "AUTHCODE",
                    "RRN",
                    "INT_REF",
                ],
            ),
        ],
        from_configuration: &[],
    },
    Preset {
        name: "borica",
        algorithm: Algorithm::HmacSha1,
        orders: &[
            ("request", &["TERMINAL", "TRTYPE", "AMOUNT", "CURRENCY", "ORDER", "TIMESTAMP", "NONCE", "RFU"]),
            (
                "reply",
                &[
                    "ACTION",
                    "RC",
                    "APPROVAL",
                    "TERMINAL",
                    "TRTYPE",
                    "AMOUNT",
                    "CURRENCY",
                    "ORDER",
                    "RRN",
                    "INT_REF",
                    "PARES_STATUS",
                    "ECI",
                    "TIMESTAMP",
                    "NONCE",
                    "RFU",
                ],
            ),
        ],
        from_configuration: &[],
    },
];

/// Whether this is the name of one of them.
pub(super) fn is_sibling(scheme: &str) -> bool {
    SIBLINGS.iter().any(|sibling| sibling.name == scheme)
}
