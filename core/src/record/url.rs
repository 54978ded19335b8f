//! What a URL must be before anything is sent to it, or it is handed to a gateway.

use alloc::borrow::Cow;
use alloc::format;

/// Why a text is no absolute URL that may be sent, if it isn't.
pub(crate) fn url_fault(text: &str, schemes: &[&str]) -> Option<Cow<'static, str>> {
    if !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Some("percent-encode everything that is not visible ASCII".into());
    }
    let scheme_and_rest = text.split_once(':').and_then(|(scheme, rest)| Some((scheme, rest.strip_prefix("//")?)));
    let Some((_, rest)) = scheme_and_rest.filter(|(scheme, _)| schemes.iter().any(|s| scheme.eq_ignore_ascii_case(s)))
    else {
        return Some(format!("it must begin with {}://", schemes.join(":// or ")).into());
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    if authority.contains('@') {
        return Some("it holds a user name before the host".into());
    }
    if !is_authority(authority) {
        return Some("it has no host, or one with characters that no host has".into());
    }
    if text.contains('#') {
        return Some("a # would hide the parameters that are added to it".into());
    }
    text.contains(['\\', '"', '<', '>', '^', '`', '{', '|', '}'])
        .then(|| "it has a character that must be percent-encoded".into())
}

/// A host name or address, and perhaps a port.
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|v6| v6.split_once(']')) {
        Some((v6, rest)) if v6.contains(':') && v6.bytes().all(|b| b.is_ascii_hexdigit() || b == b':') => ("v6", rest),
        Some(_) => return false,
        None => text.split_at_checked(text.find(':').unwrap_or(text.len())).unwrap_or(("", "")),
    };
    let is_port =
        port.is_empty() || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok_and(|p| p > 0));
    let is_host = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
    is_host && is_port
}
