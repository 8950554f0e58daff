//! What panics on other threads had to say while the terminal was taken over, until somebody can read it.
//!
//! Owns those words and which thread holds the session. It prints them when the terminal is given back.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

static KEPT: Mutex<Kept> = Mutex::new(Kept { holder: None, words: Vec::new() });

struct Kept {
    holder: Option<ThreadId>,
    words: Vec<String>,
}

fn kept() -> MutexGuard<'static, Kept> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// This thread holds the session from now on.
pub(super) fn hold() {
    kept().holder = Some(thread::current().id());
}

/// Whether this thread holds the session.
pub(super) fn is_held_here() -> bool {
    kept().holder == Some(thread::current().id())
}

/// Keeps words for later.
pub(super) fn keep(words: String) {
    kept().words.push(words);
}

/// Says what was kept.
pub(super) fn say() {
    let words = std::mem::take(&mut kept().words);
    for said in words {
        let _ = writeln!(io::stderr(), "{said}"); // nobody is left to hear of an error
    }
}
