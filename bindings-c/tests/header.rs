//! The checked-in header is what the sources say. `QANTARA_WRITE=1 cargo test -p qantara-c --test header` writes it.

use std::path::Path;

#[test]
fn header_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml")).unwrap();
    let bindings = cbindgen::Builder::new().with_crate(folder).with_config(config).generate().unwrap();
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = String::from_utf8(text).unwrap();
    let path = folder.join("include/qantara.h");
    if std::env::var_os("QANTARA_WRITE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == text, "qantara.h is out of date: QANTARA_WRITE=1 cargo test -p qantara-c --test header");
}
