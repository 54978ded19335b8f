//! `cargo run -p qantara-contract`: writes every generated file.

use std::fs;
use std::io;

fn main() -> io::Result<()> {
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
