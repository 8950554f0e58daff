//! Panics while the terminal is taken over: what they say has to be readable, and the shell's screen whole.
//!
//! Owns the panic hook. On the thread that holds the session it gives the terminal back and lets the hook before it
//! print. On another thread it keeps the words until the session ends: giving the terminal back there, while the other
//! thread draws, would leave half a frame and no cursor in the shell.

use std::panic;
use std::sync::Once;
use std::thread;

use super::{kept, modes};

static HOOK: Once = Once::new();

/// Sets the hook, once; this thread holds the session from now on.
pub(super) fn prepare() {
    kept::hold();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if modes::is_entered() && !kept::is_held_here() {
                let thread = thread::current();
                kept::keep(format!("thread '{}' {panic}", thread.name().unwrap_or("unnamed")));
            } else {
                modes::restore();
                print(panic);
            }
        }));
    });
}
