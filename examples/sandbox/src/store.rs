//! The state file: a SQLite database that has every row as a JSON document. A killed sandbox
//! loses nothing that it answered. (A machine that loses power may lose the last moments: there
//! is no fsync per request.)

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

use rusqlite::{Connection, ErrorCode, params};

use crate::app::State;
use crate::table::Change;

/// "Qant": whose database it is.
const APPLICATION: i64 = 0x5161_6e74;
/// The form of the rows. A sandbox reads its own only.
const FORMAT: i64 = 1;

/// An open state file. Nobody else can open it at the same time.
pub(crate) struct Store {
    connection: Connection,
    /// What could not be written yet.
    unwritten: Vec<(&'static str, Change)>,
}

impl Store {
    /// Opens a file or makes one, and reads what it has into the state.
    pub(crate) fn open(path: &Path, state: &mut State) -> io::Result<Store> {
        let refuse = |why: &str| io::Error::new(io::ErrorKind::InvalidData, format!("{}: {why}", path.display()));
        make_if_missing(path).map_err(|e| refuse(&e.to_string()))?;
        let connection = connect(path).map_err(|why| refuse(&why))?;
        let store = Store { connection, unwritten: Vec::new() };
        store.read(state).map_err(|why| refuse(&why))?;
        Ok(store)
    }

    fn read(&self, state: &mut State) -> Result<(), String> {
        let mut kept = state.kept();
        let mut statement = self.connection.prepare("SELECT kind, number, body FROM row").map_err(text)?;
        let mut rows = statement.query(()).map_err(text)?;
        while let Some(row) = rows.next().map_err(text)? {
            let (kind, number): (String, i64) = (row.get(0).map_err(text)?, row.get(1).map_err(text)?);
            let body: String = row.get(2).map_err(text)?;
            // The body may hold secrets: what is wrong with it is not said.
            let damaged = || format!("{kind} number {number} is not what a sandbox writes");
            let table = kept.iter_mut().find(|(name, _)| *name == kind).ok_or_else(damaged)?;
            let number = u64::try_from(number).map_err(|_| damaged())?;
            table.1.load(number, &body).map_err(|_| damaged())?;
        }
        Ok(())
    }

    /// Writes what changed; what can't be written is tried again the next time.
    pub(crate) fn save(&mut self, state: &mut State) -> Result<(), String> {
        let mut changes = Vec::new();
        for (kind, kept) in state.kept() {
            kept.take_changes(&mut changes).map_err(|e| e.to_string())?;
            self.unwritten.extend(changes.drain(..).map(|change| (kind, change)));
        }
        if self.unwritten.is_empty() {
            return Ok(());
        }
        self.write().map_err(text)?;
        self.unwritten.clear();
        Ok(())
    }

    fn write(&mut self) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        {
            let mut put = transaction.prepare("INSERT OR REPLACE INTO row (kind, number, body) VALUES (?, ?, ?)")?;
            let mut remove = transaction.prepare("DELETE FROM row WHERE kind = ? AND number = ?")?;
            for (kind, Change { number, body }) in &self.unwritten {
                let number = number.cast_signed();
                match body {
                    Some(body) => put.execute(params![kind, number, body])?,
                    None => remove.execute(params![kind, number])?,
                };
            }
        }
        transaction.commit()
    }
}

/// A new file is its owner's alone from the start. One that is there stays as it is: whose it is
/// shows only once it is open.
fn make_if_missing(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        // It isn't opened: to close it again would end this process's locks on it.
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists && std::fs::metadata(path)?.is_file() => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(io::Error::other("this is no file")),
        made => made.map(drop),
    }
}

/// The file holds keys: nobody else may read it. The log beside it is made with the same mode.
fn only_for_its_owner(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path)?.permissions()) & 0o077 != 0 {
        std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    }
    Ok(())
}

fn connect(path: &Path) -> Result<Connection, String> {
    let connection = Connection::open(path).map_err(text)?;
    // Held for as long as the sandbox runs; a killed one's is gone with it.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE").map_err(text)?;
    connection.busy_timeout(std::time::Duration::ZERO).map_err(text)?;
    connection.execute_batch("BEGIN EXCLUSIVE").map_err(text)?;
    let number = |pragma: &str| connection.query_row(pragma, (), |row| row.get::<_, i64>(0)).map_err(text);
    let (application, format) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
    let is_new = number("SELECT count(*) FROM sqlite_schema")? == 0 && application == 0 && format == 0;
    if !is_new && application != APPLICATION {
        return Err("this is another program's database, not a sandbox's state".to_owned());
    }
    if !is_new && format != FORMAT {
        return Err(format!("its format is {format}, of another version; this sandbox reads format {FORMAT}"));
    }
    only_for_its_owner(path).map_err(|e| e.to_string())?;
    if is_new {
        connection
            .execute_batch(
                "CREATE TABLE row (kind TEXT, number INTEGER, body TEXT NOT NULL, PRIMARY KEY (kind, number))
                 STRICT, WITHOUT ROWID",
            )
            .map_err(text)?;
        connection.pragma_update(None, "application_id", APPLICATION).map_err(text)?;
        connection.pragma_update(None, "user_version", FORMAT).map_err(text)?;
    }
    connection.execute_batch("COMMIT").map_err(text)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(text)?;
    connection.pragma_update(None, "synchronous", "NORMAL").map_err(text)?;
    Ok(connection)
}

fn text(error: rusqlite::Error) -> String {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "another sandbox has it open".to_owned(),
        Some(ErrorCode::NotADatabase) => "this is no state file".to_owned(),
        _ => error.to_string(),
    }
}
