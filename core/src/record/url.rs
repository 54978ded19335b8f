//! What a URL must be before anything is sent to it, or it is handed to a gateway.

use alloc::borrow::Cow;
use alloc::format;

/// Why a text is no absolute URL that may be sent, if it isn't.
pub(crate) fn url_fault(text: &str, schemes: &[&str]) -> Option<Cow<'static, str>> {
    // It is the longest text of most calls: one pass tells whether any byte needs a closer look.
    let is_plain =
        text.bytes().all(|b| matches!(b, b'!' | b'$'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~'));
    if !is_plain && !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Some("percent-encode everything that is not visible ASCII".into());
    }
    let rest = schemes.iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        rest.strip_prefix("://").filter(|_| start.eq_ignore_ascii_case(scheme))
    });
    let Some(rest) = rest else {
        return Some(format!("it must begin with {}://", schemes.join(":// or ")).into());
    };
    let end = rest.bytes().position(|b| matches!(b, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or("");
    if authority.bytes().any(|b| b == b'@') {
        return Some("it holds a user name before the host".into());
    }
    if !is_authority(authority) {
        return Some("it has no host, or one with characters that no host has".into());
    }
    if is_plain {
        return None;
    }
    // What is left is `#` and \ " < > ^ ` { | }.
    Some(match text.contains('#') {
        true => "a # would hide the parameters that are added to it".into(),
        false => "it has a character that must be percent-encoded".into(),
    })
}

/// A host name or address, and perhaps a port.
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|v6| v6.split_once(']')) {
        Some((v6, rest)) if v6.contains(':') && v6.bytes().all(|b| b.is_ascii_hexdigit() || b == b':') => ("v6", rest),
        Some(_) => return false,
        None => {
            let end = text.bytes().position(|b| b == b':').unwrap_or(text.len());
            text.split_at_checked(end).unwrap_or(("", ""))
        }
    };
    // A number may have a sign, a port hasn't.
    let is_number = |port: &str| !port.starts_with('+') && port.parse::<u16>().is_ok_and(|port| port > 0);
    let is_port = port.is_empty() || port.strip_prefix(':').is_some_and(is_number);
    let is_host = host.bytes().any(|b| b.is_ascii_alphanumeric())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'));
    is_host && is_port
}
