//! `cargo run -p qantara-contract` writes every generated file; with `parity` it compares the table of parity with
//! what every language's run of the shared cases left behind.

use std::fs;
use std::io;

fn main() -> io::Result<()> {
    if std::env::args().any(|argument| argument == "parity") {
        let holes = qantara_contract::parity::holes();
        holes.iter().for_each(|hole| eprintln!("{hole}"));
        return if holes.is_empty() { Ok(()) } else { Err(io::Error::other("the table of parity has holes")) };
    }
    for file in qantara_contract::files() {
        let path = qantara_contract::top().join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        if fs::read_to_string(&path).ok().as_deref() != Some(&file.text) {
            fs::write(&path, &file.text)?;
            println!("wrote {}", file.path);
        }
    }
    Ok(())
}
