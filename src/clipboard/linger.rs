//! The process that serves a copied text after the program that copied it has ended.
//!
//! On X11 and Wayland a clipboard is a promise: whoever copied is asked for the text at each paste. So the program starts
//! itself again, detached, with a hidden argument and the text on standard input; that process takes the clipboard,
//! reads it back, says so in one line, and stays until another program copies something or the display goes away.
//! There is never more than one for long: the next copy takes the clipboard from the last.
//!
//! Owns that process and the line it says. On macOS and Windows, where systems keep the text, nothing of this runs.

use std::process::ExitCode;

#[cfg(all(unix, not(target_os = "macos")))]
pub use unix::{hand_over, this_program};

/// The first argument that makes this program serve the clipboard; for itself, not for people.
pub const ARGUMENT: &str = "__serve-clipboard";

/// Serves the clipboard if this process was started for that; the program has to call it before anything else.
/// Gives the exit code once nobody needs the process any more, and `None` in every other process.
pub fn run_if_asked() -> Option<ExitCode> {
    #[cfg(all(unix, not(target_os = "macos")))]
    if std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT) {
        return Some(unix::serve());
    }
    None
}

#[cfg(all(unix, not(target_os = "macos")))]
mod unix {
    use std::io::{self, BufRead, BufReader, Read, Write};
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};
    use std::process::{Command, ExitCode, Stdio};
    use std::sync::mpsc::{self, RecvTimeoutError};
    use std::time::Duration;
    use std::{env, process, thread};

    use arboard::{Clipboard, SetExtLinux as _};
    use x11rb::connection::Connection as _;

    use super::super::feed;
    use super::ARGUMENT;

    /// The line that says that the clipboard is set; any other line says why it is not.
    const SET: &str = "set";
    /// All that the process needs to find the display; the rest, secrets among it, must not stay in memory for hours.
    const KEPT: [&str; 5] = ["DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "HOME"];

    /// The running program, found even where its file was replaced meanwhile.
    pub fn this_program() -> Result<PathBuf, String> {
        let link = Path::new("/proc/self/exe");
        if link.exists() {
            return Ok(link.to_owned());
        }
        env::current_exe().map_err(|error| format!("this program does not find itself ({error})"))
    }

    /// Starts `program` to serve `text`; `Ok` only when it has said, within a second, that the clipboard is set.
    pub fn hand_over(program: &Path, text: &str) -> Result<(), String> {
        let mut child = Command::new(program)
            .arg(ARGUMENT)
            .env_clear()
            .envs(KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?))))
            .current_dir("/") // a process that stays must not hold a folder
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("the process that serves it does not start ({error})"))?;
        feed::write(&mut child, text);
        let stdout = child.stdout.take();
        let said = feed::within_limit(move || {
            let mut line = String::new();
            if let Some(stdout) = stdout {
                let _ = BufReader::new(stdout).read_line(&mut line);
            }
            line
        });
        match said.as_deref().map(str::trim_end) {
            Some(SET) => {
                // It ends when another program copies: then its entry in the process table has to go.
                thread::spawn(move || child.wait());
                Ok(())
            }
            answer => {
                let _ = child.kill();
                let _ = child.wait();
                Err(match answer {
                    None => "the desktop does not answer".to_owned(),
                    Some("") => "the process that serves it has ended".to_owned(),
                    Some(why) => why.to_owned(),
                })
            }
        }
    }

    pub(super) fn serve() -> ExitCode {
        // A session of its own: no terminal, so none can hang up on it. It fails where we lead a group: then we have one.
        let _ = rustix::process::setsid();
        let mut text = String::new();
        let held = match io::stdin().read_to_string(&mut text) {
            Ok(_) => hold(&text),
            Err(error) => Err(error.to_string()),
        };
        match held {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                say(&why.lines().collect::<Vec<_>>().join(" "));
                ExitCode::FAILURE
            }
        }
    }

    /// Takes the clipboard, says so once it reads back, and returns when another program has taken it.
    fn hold(text: &str) -> Result<(), String> {
        let mut clipboard = Clipboard::new().map_err(|error| error.to_string())?;
        if let Some(gone) = watch() {
            thread::spawn(move || {
                gone();
                process::exit(0);
            });
        }
        let (sender, ended) = mpsc::channel();
        let copy = text.to_owned();
        thread::spawn(move || {
            let result = clipboard.set().wait().text(copy);
            let _ = sender.send(result.map_err(|error| error.to_string()));
        });
        let mut reader = Clipboard::new().map_err(|error| error.to_string())?;
        // Until it reads back; whoever started us gives up, and ends us, after a second.
        loop {
            match ended.recv_timeout(Duration::from_millis(5)) {
                Err(RecvTimeoutError::Timeout) if reader.get_text().is_ok_and(|now| now == text) => break,
                Err(RecvTimeoutError::Timeout) => {}
                Ok(result) => return result.inspect(|()| say(SET)), // it was ours, and is another's already
                Err(RecvTimeoutError::Disconnected) => return Err("the clipboard was lost".to_owned()),
            }
        }
        say(SET);
        ended.recv().unwrap_or(Ok(()))
    }

    fn say(line: &str) {
        let mut stdout = io::stdout();
        let _ = writeln!(stdout, "{line}").and_then(|()| stdout.flush());
    }

    /// What blocks until the display goes away.
    type Watch = Box<dyn FnOnce() + Send>;

    /// A connection to the display that only waits for its end; arboard's `wait` would stay for ever.
    fn watch() -> Option<Watch> {
        let wayland = env::var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty()).and_then(|name| {
            let folder = env::var_os("XDG_RUNTIME_DIR").unwrap_or_default();
            UnixStream::connect(Path::new(&folder).join(name)).ok()
        });
        if let Some(mut compositor) = wayland {
            // It says nothing to one who asks nothing: a read ends when it ends.
            return Some(Box::new(move || drop(io::copy(&mut compositor, &mut io::sink()))));
        }
        let (server, _) = x11rb::connect(None).ok()?;
        Some(Box::new(move || while server.wait_for_event().is_ok() {}))
    }
}
