//! tmux's buffer.
//!
//! Owns the call of tmux. Whether the terminal around tmux takes what tmux hands on, nobody says.

use std::process::Command;

use super::feed;

/// Loads `text` into the newest buffer; with `forward`, tmux (3.2 and later) sends it on to its own terminal as well.
///
/// `server` are arguments that choose another tmux server, such as `-L name`. The error is a clause that says why not.
pub fn load(server: &[&str], text: &str, forward: bool) -> Result<(), String> {
    let mut command = Command::new("tmux");
    command.args(server).arg("load-buffer");
    if forward {
        command.arg("-w");
    }
    command.arg("-");
    feed::run(command, text)
}
