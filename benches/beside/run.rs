//! A program in a terminal of 120×40, whose output is read with the time of its arrival.

use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{env, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub(crate) const HUBSCOPE: &str = env!("CARGO_BIN_EXE_hubscope");

pub(crate) type Failure = Box<dyn std::error::Error>;

/// The end of a frame.
const END: &[u8] = b"\x1b[?2026l";

/// So long without a byte is the end of an answer.
const QUIET: Duration = Duration::from_millis(40);

/// What a key was answered with.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    pub(crate) first_byte: Duration,
    pub(crate) bytes: usize,
}

pub(crate) struct Run {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    _terminal: Box<dyn MasterPty + Send>,
}

impl Run {
    /// Starts `argv` with these variables.
    pub(crate) fn start(argv: &[&str], vars: &[(&str, &str)]) -> Result<Self, Failure> {
        let pair = native_pty_system().openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 })?;
        let mut command = CommandBuilder::from_argv(argv.iter().map(Into::into).collect());
        command.env_clear();
        let path = env::var("PATH").unwrap_or_default();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", &path)].iter().chain(vars) {
            command.env(name, value);
        }
        let mut reader = pair.master.try_clone_reader()?;
        let keyboard = pair.master.take_writer()?;
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 8_192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        Ok(Self { child, keyboard, output, _terminal: pair.master })
    }

    /// Waits for the first byte, at most so long, and for the end of what comes with it.
    pub(crate) fn settle(&mut self, most: Duration) -> Option<(Instant, usize)> {
        let (first, bytes) = self.output.recv_timeout(most).ok()?;
        let mut count = bytes.len();
        while let Ok((_, more)) = self.output.recv_timeout(QUIET) {
            count += more.len();
        }
        Some((first, count))
    }

    /// Waits for the end of the first frame: keys of before would be lost with the old modes of the terminal.
    pub(crate) fn wait_for_frame(&mut self, most: Duration) -> Result<(), Failure> {
        let mut all = Vec::new();
        while !all.windows(END.len()).any(|window| window == END) {
            all.extend(self.output.recv_timeout(most)?.1);
        }
        Ok(())
    }

    /// Presses a key and takes in what answers it.
    pub(crate) fn press(&mut self, key: &[u8]) -> Result<Answer, Failure> {
        let pressed = Instant::now();
        self.keyboard.write_all(key)?;
        let (first, bytes) = self.settle(Duration::from_secs(10)).ok_or("a key was not answered")?;
        Ok(Answer { first_byte: first.saturating_duration_since(pressed), bytes })
    }

    /// Presses a key that ends the program.
    pub(crate) fn leave(mut self, key: &[u8]) -> Result<(), Failure> {
        self.keyboard.write_all(key)?;
        while self.output.recv_timeout(Duration::from_secs(60)).is_ok() {}
        self.child.wait()?;
        Ok(())
    }

    /// The most memory so far, in kB, as the kernel writes it.
    pub(crate) fn peak_memory(&self) -> Option<u32> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.split_whitespace().next()?.parse().ok()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it has ended already, unless something failed
    }
}

/// Whether a program is there.
pub(crate) fn is_there(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
