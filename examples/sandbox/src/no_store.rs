//! What takes the state file's place in a build without the feature `state`.

use std::io;
use std::path::Path;

use crate::app::State;

/// There is none.
pub(crate) enum Store {}

impl Store {
    pub(crate) fn open(_: &Path, _: &mut State) -> io::Result<Store> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "this build keeps no state: it lacks the feature `state`"))
    }

    pub(crate) fn save(&mut self, _: &mut State) -> Result<(), String> {
        match *self {}
    }
}
