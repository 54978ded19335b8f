//! Placeholder.

use crate::File;

/// The files of this face.
pub fn files() -> Vec<File> {
    Vec::new()
}
