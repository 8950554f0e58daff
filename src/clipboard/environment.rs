//! What the process's environment says about where a copied text can go.
//!
//! Owns the variables' meaning. It asks no device: whether a way works is seen when it is tried.

use std::env;
use std::io::{self, IsTerminal};

/// What decides the way of a copy; a snapshot, so that tests can make their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "five independent facts, each with its own variable")]
pub struct Environment {
    /// The user sits at another machine.
    pub ssh: bool,
    /// Inside tmux.
    pub tmux: bool,
    /// Inside GNU screen.
    pub screen: bool,
    /// There is a desktop to ask.
    pub display: bool,
    /// There is a terminal, and it is not one that is known to show an OSC 52 sequence instead of taking it.
    pub osc52: bool,
}

impl Environment {
    /// The environment of this process.
    pub fn here() -> Self {
        let terminal = io::stdout().is_terminal() || io::stderr().is_terminal();
        Self::read(|name| env::var(name).ok(), terminal)
    }

    /// The environment that `var` describes; an empty variable counts as none. `terminal`: there is one to write to.
    pub fn read(var: impl Fn(&str) -> Option<String>, terminal: bool) -> Self {
        let has = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        let always = cfg!(any(target_os = "macos", windows));
        Self {
            ssh: has("SSH_CONNECTION") || has("SSH_TTY"),
            tmux: has("TMUX"),
            screen: has("STY"),
            display: always || has("WAYLAND_DISPLAY") || has("DISPLAY"),
            osc52: terminal && !matches!(var("TERM").as_deref(), Some("dumb" | "linux")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(vars: &[(&str, &str)]) -> Environment {
        Environment::read(|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()), true)
    }

    #[test]
    fn either_ssh_variable_means_another_machine() {
        assert!(read(&[("SSH_CONNECTION", "1 2 3 4")]).ssh);
        assert!(read(&[("SSH_TTY", "/dev/pts/1")]).ssh);
        assert!(!read(&[("SSH_TTY", "")]).ssh);
    }

    #[test]
    fn the_linux_console_and_a_dumb_terminal_take_no_osc_52() {
        assert!(read(&[("TERM", "xterm-256color")]).osc52);
        assert!(!read(&[("TERM", "linux")]).osc52);
        assert!(!read(&[("TERM", "dumb")]).osc52);
        assert!(!Environment::read(|_| None, false).osc52);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn an_x11_or_wayland_display_is_a_desktop() {
        assert!(read(&[("DISPLAY", ":0")]).display);
        assert!(read(&[("WAYLAND_DISPLAY", "wayland-0")]).display);
        assert!(!read(&[]).display);
    }
}
