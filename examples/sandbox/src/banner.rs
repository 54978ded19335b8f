//! What the program prints once it runs.

use std::net::IpAddr;
use std::path::Path;

use qantara_sandbox::Config;

/// Where things are. Only the demo merchants' logins are printed: those of a file are its owner's.
pub(crate) fn text(url: &str, listen: IpAddr, state: Option<&Path>, demo: Option<&Config>) -> String {
    let state = match state {
        Some(file) => format!("kept in {}", file.display()),
        None => "gone when it stops (--state FILE keeps it)".to_owned(),
    };
    let listens = match listen.is_loopback() {
        true => "loopback only".to_owned(),
        false => format!("listening on {listen}, without a login"),
    };
    let mut text = format!(
        "The sandbox runs at {url} ({listens}; Ctrl-C stops it). No money moves.\n\n  \
         dashboard  {url}/\n  state      {state}\n"
    );
    if demo.is_none() {
        text += "  merchants  those of the file; their keys are not printed\n";
    }
    for (name, place, login, card) in [
        (
            "Al Qaseh Payment API 2.0",
            "/alqaseh/v1",
            demo.and_then(|d| d.alqaseh.first()).map(|m| format!("{} / {}", m.client_id, m.client_secret)),
            "5341432900077803, 01/2027, CVV 971",
        ),
        (
            "Al Qaseh e-Commerce Gateway",
            "/egw/api/payment/prepare, /egw/cgi-bin/cgi_link",
            demo.and_then(|d| d.egw.first()).map(|m| {
                format!(
                    "X-API-Key {}, TERMINAL {}, scheme {},\n             MAC key {} (more in the README)",
                    m.api_key,
                    m.id,
                    m.scheme.name,
                    m.mac_key.concat()
                )
            }),
            "5341432908085972, 11/2026, CVV 972",
        ),
        (
            "Paylink",
            "/paylink",
            demo.and_then(|d| d.paylink.first()).map(|m| {
                format!(
                    "merchant {}, X-API-KEY {},\n             apiId {}, secretKey {}",
                    m.merchant_id, m.api_key, m.api_id, m.secret_key
                )
            }),
            "4111111111111111, 12/2030, CVV 123",
        ),
    ] {
        let login = login.map_or(String::new(), |login| format!("  login      {login}\n"));
        text += &format!("\n{name}: {place}\n{login}  test card  {card}\n");
    }
    text + "\nFaults, the clock and more are asked for at /sandbox/…: see the README.\n"
}
