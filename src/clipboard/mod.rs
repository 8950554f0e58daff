//! Puts a text where the user can paste it, and says which way it went and who confirmed it.
//!
//! Owns the choice of ways: on this machine the desktop clipboard (and tmux's buffer, inside tmux); over SSH, or where
//! there is no desktop, tmux's buffer or the terminal's own clipboard (OSC 52). It reads no clipboard, draws nothing and
//! never puts the text in an argument list, where every user of the machine could read it.
//!
//! ```text
//! copy ─┬─ native ── linger    desktop clipboard; a detached child serves it after this process has ended
//!       ├─ tmux                tmux's buffer, and through it the terminal that tmux runs in
//!       └─ osc52               an escape sequence to the terminal: nobody confirms
//! ```

mod copied;
mod environment;
mod feed;
pub mod linger;
mod native;
pub mod osc52;
pub mod tmux;

use std::io::Write;

pub use copied::{Copied, Way};
pub use environment::Environment;

/// Copies `text` the best way that `env` offers; `terminal` is where an OSC 52 sequence goes, if that is the way.
///
/// It takes at most a few seconds, and only where a device hangs.
pub fn copy(text: &str, env: &Environment, terminal: &mut dyn Write) -> Copied {
    copy_to(text, env, &mut Real { terminal })
}

/// The devices that hold a text; an error is a clause that says why not, such as `tmux is not installed`.
trait Devices {
    /// The clipboard of the desktop; `Ok` only when it is set.
    fn desktop(&mut self, text: &str) -> Result<(), String>;
    /// tmux's buffer; with `forward`, tmux is asked to hand it on to its own terminal as well.
    fn tmux(&mut self, text: &str, forward: bool) -> Result<(), String>;
    /// Bytes to the terminal, written through.
    fn terminal(&mut self, bytes: &[u8]) -> Result<(), String>;
}

struct Real<'a> {
    terminal: &'a mut dyn Write,
}

impl Devices for Real<'_> {
    fn desktop(&mut self, text: &str) -> Result<(), String> {
        native::set(text)
    }

    fn tmux(&mut self, text: &str, forward: bool) -> Result<(), String> {
        tmux::load(&[], text, forward)
    }

    fn terminal(&mut self, bytes: &[u8]) -> Result<(), String> {
        let written = self.terminal.write_all(bytes).and_then(|()| self.terminal.flush());
        written.map_err(|error| format!("the terminal does not take it ({error})"))
    }
}

fn copy_to(text: &str, env: &Environment, devices: &mut dyn Devices) -> Copied {
    let mut copied = Copied::default();
    if env.ssh {
        through_terminal(text, env, devices, &mut copied);
        return copied;
    }
    let desktop = if env.display { devices.desktop(text) } else { Err("there is no display".to_owned()) };
    if copied.note(Way::Desktop, desktop) {
        if env.tmux {
            copied.note(Way::Tmux, devices.tmux(text, false));
        }
    } else {
        through_terminal(text, env, devices, &mut copied);
    }
    copied
}

/// The clipboard of the machine that the user sits at, reached through the terminal.
fn through_terminal(text: &str, env: &Environment, devices: &mut dyn Devices, copied: &mut Copied) {
    if env.tmux {
        // By default tmux drops an OSC 52 of its panes; asked to load with `-w` it sends its own.
        if copied.note(Way::TmuxAndTerminal, devices.tmux(text, true)) {
            return;
        }
        copied.note(Way::Tmux, devices.tmux(text, false)); // tmux before 3.2 has no `-w`
    }
    let sent = if env.osc52 {
        osc52::sequence(text, env.screen).and_then(|bytes| devices.terminal(&bytes))
    } else {
        Err("this terminal takes no text (OSC 52)".to_owned())
    };
    copied.note(Way::Terminal, sent);
}

#[cfg(test)]
mod tests;
