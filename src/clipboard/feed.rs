//! Runs a program that takes the text on its standard input, and waits for its answer, but not for ever.
//!
//! Owns the time limit. The text never becomes an argument.

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long a device may take to answer.
pub(super) const LIMIT: Duration = Duration::from_secs(1);

/// Runs `command` to its end; an error is a clause that says why the text did not arrive.
pub(super) fn run(mut command: Command, text: &str) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{name} does not start ({error})"))?;
    write(&mut child, text);
    let mut stderr = child.stderr.take();
    // The end of its stderr is the end of the program, as far as anybody needs to wait for it.
    let said = within_limit(move || {
        let mut said = String::new();
        if let Some(stderr) = &mut stderr {
            let _ = stderr.read_to_string(&mut said);
        }
        said
    });
    let Some(said) = said else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(format!("{name} does not answer"));
    };
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(refusal(&name, status, &said)),
        Err(error) => Err(format!("{name} was lost ({error})")),
    }
}

/// Writes the text and closes the pipe, on a thread: a program that does not read must not hold us.
pub(super) fn write(child: &mut Child, text: &str) {
    if let Some(mut stdin) = child.stdin.take() {
        let text = text.to_owned();
        thread::spawn(move || {
            let _ = stdin.write_all(text.as_bytes()); // who closes early says why, or ends with an error
        });
    }
}

/// What `answer` gives, unless it takes longer than the limit.
pub(super) fn within_limit<T: Send + 'static>(answer: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, receiver) = mpsc::sync_channel(1);
    thread::spawn(move || sender.send(answer()));
    receiver.recv_timeout(LIMIT).ok()
}

fn refusal(name: &str, status: ExitStatus, said: &str) -> String {
    match said.lines().map(str::trim).find(|line| !line.is_empty()) {
        // A program's own words could hold escape sequences.
        Some(line) => format!("{name} says: {}", line.chars().filter(|c| !c.is_control()).collect::<String>()),
        None => format!("{name} ended with {status}"),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_program_gets_the_text_on_its_standard_input() {
        assert_eq!(run(shell("test \"$(cat)\" = text"), "text"), Ok(()));
    }

    #[test]
    fn a_refusal_repeats_the_first_line_that_the_program_said() {
        assert_eq!(run(shell("echo 'no server' >&2; exit 1"), ""), Err("sh says: no server".to_owned()));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        assert!(run(Command::new("no-such-program"), "").unwrap_err().starts_with("no-such-program does not start"));
    }

    #[test]
    fn a_program_that_hangs_and_reads_nothing_is_given_up() {
        assert_eq!(run(shell("exec sleep 60"), &"x".repeat(1 << 20)), Err("sh does not answer".to_owned()));
    }
}
