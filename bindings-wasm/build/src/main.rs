//! Turns the compiled WebAssembly into what the npm package ships.
//!
//! This is wasm-bindgen's command line as a crate, so that Cargo.lock pins it and nobody installs it.
//! The output is the bundler target's: glue that leaves it to the package's entries to get the module.

use std::{env, fs, path::PathBuf, process::ExitCode};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(compiled), Some(manifest), Some(out)) = (arguments.next(), arguments.next(), arguments.next()) else {
        eprintln!("usage: qantara-wasm-build <compiled.wasm> <package.json> <output directory>");
        return ExitCode::from(2);
    };
    match run(compiled, manifest, out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("qantara-wasm-build: {text}");
            ExitCode::FAILURE
        }
    }
}

fn run(compiled: PathBuf, manifest: PathBuf, out: PathBuf) -> Result<(), String> {
    // npm and Cargo each want a version written down; a release must not carry two.
    let line = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let text = fs::read_to_string(&manifest).map_err(|e| format!("{}: {e}", manifest.display()))?;
    if !text.contains(&line) {
        return Err(format!("{} should say {line}, as Cargo.toml does", manifest.display()));
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name("qantara")
        .typescript(false) // its types use Symbol.dispose, and ours come from the core's tables
        .bundler(true)
        .and_then(|bindgen| bindgen.generate(out))
        .map_err(|e| format!("{e:#}"))
}
