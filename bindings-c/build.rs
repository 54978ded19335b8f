//! Gives the shared library its name: programs that were linked to it look for exactly this one.

fn main() {
    let major = std::env::var("CARGO_PKG_VERSION_MAJOR").unwrap_or_default();
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libqantara.so.{major}");
    }
    println!("cargo:rerun-if-changed=build.rs");
}
