//! Panics while the terminal is taken over: what they say has to be readable, and the shell's screen whole.
//!
//! Owns the panic hook. On the thread that holds the session it gives the terminal back and lets the hook before it
//! print. On another thread it keeps the words until the session ends: giving the terminal back there, while the other
//! thread draws, would leave half a frame and no cursor in the shell.

use std::io::{self, Write};
use std::panic;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

use super::session;

static HOOK: Once = Once::new();
static KEPT: Mutex<Kept> = Mutex::new(Kept { holder: None, words: Vec::new() });

struct Kept {
    holder: Option<ThreadId>,
    words: Vec<String>,
}

fn kept() -> MutexGuard<'static, Kept> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sets the hook, once; this thread holds the session from now on.
pub(super) fn prepare() {
    kept().holder = Some(thread::current().id());
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let thread = thread::current();
            if session::is_entered() && kept().holder != Some(thread.id()) {
                kept().words.push(format!("thread '{}' {panic}", thread.name().unwrap_or("unnamed")));
            } else {
                session::restore();
                print(panic);
            }
        }));
    });
}

/// Says what other threads' panics had to say, once the terminal is given back.
pub(super) fn say_kept() {
    let words = std::mem::take(&mut kept().words);
    for said in words {
        let _ = writeln!(io::stderr(), "{said}"); // nobody is left to hear of an error
    }
}
