//! Which files are taken, and who may read them.

use qantara_sandbox::Sandbox;

use super::{config, refusal};
use crate::folder::Folder;
use crate::shop::Program;

#[test]
fn a_file_that_is_open_elsewhere_is_refused() {
    let folder = Folder::new();
    let file = folder.file("state");
    let program = Program::start(&["--state", file.to_str().unwrap()]).world();
    assert!(refusal(&file).ends_with("another sandbox has it open"), "{}", refusal(&file));
    program.kill("KILL");
    let here = Sandbox::start(config(&file)).unwrap();
    assert!(refusal(&file).ends_with("another sandbox has it open"), "{}", refusal(&file));
    drop(here);
    assert_eq!(refusal(&file), "");
}

#[test]
fn a_file_of_something_else_is_refused_and_stays_as_it_is() {
    let folder = Folder::new();
    let make = |name: &str, sql: &str| {
        let file = folder.file(name);
        rusqlite::Connection::open(&file).unwrap().execute_batch(sql).unwrap();
        file
    };
    let text = folder.file("text");
    std::fs::write(&text, "Dear diary, this is not a database, and longer than a header of one has to be. ".repeat(20))
        .unwrap();
    drop(Sandbox::start(config(&folder.file("newer"))).unwrap());
    drop(Sandbox::start(config(&folder.file("odd"))).unwrap());
    drop(Sandbox::start(config(&folder.file("broken"))).unwrap());
    for (file, why) in [
        (text, "this is no state file"),
        (make("foreign", "CREATE TABLE t (x)"), "this is another program's database, not a sandbox's state"),
        (make("named", "PRAGMA application_id = 7"), "this is another program's database, not a sandbox's state"),
        (make("newer", "PRAGMA user_version = 2"), "its format is 2, of another version; this sandbox reads format 1"),
        (
            make("odd", "INSERT INTO row VALUES ('alqaseh.pavement', 1, '{}')"),
            "alqaseh.pavement number 1 is not what a sandbox writes",
        ),
        (
            make("broken", "INSERT INTO row VALUES ('egw.payment', 7, '{\"secret\":1}')"),
            "egw.payment number 7 is not what a sandbox writes",
        ),
    ] {
        let before = std::fs::read(&file).unwrap();
        assert_eq!(refusal(&file), format!("{}: {why}", file.display()));
        assert_eq!(std::fs::read(&file).unwrap(), before, "{}", file.display());
    }
    let nowhere = folder.file("no/such/folder");
    assert!(refusal(&nowhere).contains("No such file or directory"), "{}", refusal(&nowhere));
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (new, wide) = (folder.file("new"), folder.file("wide"));
    std::fs::write(&wide, "").unwrap();
    std::fs::set_permissions(&wide, std::fs::Permissions::from_mode(0o644)).unwrap();
    let _running = [&new, &wide].map(|file| Sandbox::start(config(file)).unwrap());
    for file in std::fs::read_dir(&folder.path).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
    }
}

#[cfg(unix)]
#[test]
fn what_is_refused_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (inner, text, foreign) = (folder.file("inner"), folder.file("text"), folder.file("foreign"));
    std::fs::create_dir(&inner).unwrap();
    std::fs::write(&text, "no database, but long enough to look for the header of one ".repeat(20)).unwrap();
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    for (path, mode, why) in [
        (inner, 0o755, "this is no file"),
        (text, 0o644, "this is no state file"),
        (foreign, 0o644, "this is another program's database, not a sandbox's state"),
    ] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let refused = refusal(&path);
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode, "{}", path.display());
        assert_eq!(refused, format!("{}: {why}", path.display()));
    }
}
