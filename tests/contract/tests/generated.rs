//! The checked-in faces are what the tables say.

#[test]
fn faces_are_up_to_date() {
    for file in qantara_contract::files() {
        let found = std::fs::read_to_string(qantara_contract::top().join(&file.path)).unwrap_or_default();
        assert!(found == file.text, "{} is out of date: run `cargo run -p qantara-contract`", file.path);
    }
}
