//! The dashboard: its pages, what its forms do, what it refuses, and what it never shows.

mod acts;
mod guard;
mod hostile;
mod pages;
pub mod scene;
