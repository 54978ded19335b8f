//! What ACTION and RC mean together.

/// What a signed reply says happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// ACTION 0 and RC 00.
    Approved,
    /// The issuer or the customer said no.
    Declined,
    /// The request was wrong, and nothing happened.
    MerchantError,
    /// Look it up before doing anything.
    Unknown,
}

/// ISO codes that decline, with ACTION 2.
const DECLINES: &[&str] = &[
    "01", "04", "05", "06", "12", "13", "14", "15", "17", "30", "41", "43", "51", "54", "55", "57", "58", "59", "61",
    "62", "65", "88", "89", "91", "95", "96",
];
/// Declines that leave it open whether a completion or reversal went through.
const OPEN_LATER: &[&str] = &["06", "68", "91", "94", "96"];
/// Gateway codes that decline.
const GATEWAY_DECLINES: &[&str] = &["-19", "-25", "-30", "-32"];
/// Gateway codes for a request that was wrong.
const MERCHANT_ERRORS: &[&str] = &[
    "-1", "-2", "-6", "-8", "-9", "-10", "-11", "-12", "-13", "-14", "-15", "-17", "-18", "-20", "-22", "-23", "-24",
    "-26", "-27", "-28", "-29",
];

/// Classifies a reply. `later` is set for completions and reversals. What is not listed is unknown, and so is
/// every ACTION that hints at an earlier attempt (1, 6, 7, 8) or contradicts its RC.
pub(crate) fn class(action: &str, rc: &str, later: bool) -> Class {
    match (action, rc) {
        ("0", "00") => Class::Approved,
        ("2", rc) if DECLINES.contains(&rc) && !(later && OPEN_LATER.contains(&rc)) => Class::Declined,
        // The gateway's own codes come with ACTION 2 or 3 (declined, or a fault in processing).
        ("2" | "3", rc) if GATEWAY_DECLINES.contains(&rc) => Class::Declined,
        ("2" | "3", rc) if MERCHANT_ERRORS.contains(&rc) => Class::MerchantError,
        _ => Class::Unknown,
    }
}
