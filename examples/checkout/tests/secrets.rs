//! What the demo prints has no key, login or card in it.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use qantara_sandbox::Config;

#[test]
fn the_demo_prints_no_secret() {
    let output = Command::new(env!("CARGO_BIN_EXE_qantara-checkout")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).to_lowercase() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("p_sign"), "{said}");
    let demo = Config::default();
    let mut secrets: Vec<String> =
        ["5341432900077803", "5341432908085972", "4111111111111111"].map(String::from).to_vec();
    for merchant in &demo.alqaseh {
        secrets.push(merchant.client_secret.clone());
        let login = format!("{}:{}", merchant.client_id, merchant.client_secret);
        secrets.push(STANDARD.encode(login).trim_end_matches('=').to_owned());
    }
    for merchant in &demo.egw {
        secrets.extend([merchant.api_key.clone(), merchant.mac_key.concat()]);
        secrets.extend(merchant.old_mac_key.clone());
    }
    for merchant in &demo.paylink {
        secrets.extend([merchant.api_key.clone(), merchant.secret_key.clone()]);
        secrets.extend([merchant.portal.webhook_secret.clone(), merchant.portal.refund_webhook_secret.clone()]);
    }
    assert!(secrets.len() > 10);
    for secret in secrets {
        assert!(!said.contains(&secret.to_lowercase()), "{secret} is printed: {said}");
    }
}
