//! A program in a pseudo-terminal, and an emulator that shows its screen.
//!
//! Owns waiting: nothing sleeps for a fixed time. A key is answered by a frame, so each key is sent when the frame of the
//! one before it has come, and what is asked of the screen is asked of whole frames.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use std::{process, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::pty::keys;

/// The longest that anything is waited for.
const DEADLINE: Duration = Duration::from_secs(60);

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// The program.
pub(crate) const HUBSCOPE: &str = env!("CARGO_BIN_EXE_hubscope");

/// What a program is started with: an environment of its own, in which there is no display, no tmux and no SSH.
pub(crate) struct Start {
    words: Vec<String>,
    env: Vec<(String, String)>,
    size: (u16, u16),
    folder: Option<PathBuf>,
}

impl Start {
    /// hubscope with these arguments.
    pub(crate) fn hubscope(args: &[&str]) -> Self {
        Self::program(HUBSCOPE, args)
    }

    /// A script of `sh`, in which `"$@"` is hubscope with these arguments.
    pub(crate) fn sh(script: &str, args: &[&str]) -> Self {
        let args: Vec<&str> = ["-c", script, "sh", HUBSCOPE].into_iter().chain(args.iter().copied()).collect();
        Self::program("sh", &args)
    }

    /// Any program.
    pub(crate) fn program(program: &str, args: &[&str]) -> Self {
        let words = std::iter::once(&program).chain(args).map(|&text| text.to_owned()).collect();
        let path = std::env::var("PATH").unwrap_or_default();
        let env = [("PATH", path.as_str()), ("TERM", "xterm-256color"), ("LANG", "C.UTF-8")];
        let env = env.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Self { words, env, size: (120, 40), folder: None }
    }

    /// With this variable.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.env.retain(|(known, _)| known != name);
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// In a terminal of so many columns and rows.
    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// In this folder, instead of an empty one.
    pub(crate) fn folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Starts it.
    pub(crate) fn run(self) -> Run {
        let home = tempfile::tempdir().unwrap();
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let mut command = CommandBuilder::from_argv(self.words.iter().map(Into::into).collect());
        command.env_clear();
        self.env.iter().for_each(|(name, value)| command.env(name, value));
        command.env("HOME", home.path());
        command.cwd(self.folder.as_deref().unwrap_or(home.path()));
        let child = pair.slave.spawn_command(command).unwrap();
        // From here on only the program holds its end, so that the output ends with it.
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Run {
            child,
            keyboard: pair.master.take_writer().unwrap(),
            terminal: pair.master,
            output,
            parser: vt100::Parser::new(self.size.1, self.size.0, 0),
            bytes: Vec::new(),
            begun: 0,
            ended: 0,
            pressed: 0,
            home,
        }
    }

    /// Starts it and waits for its first frame, and for the scan of the code if there is one: its frames answer no key.
    pub(crate) fn open(self) -> Run {
        let mut run = self.run();
        run.wait_until("the first frame", |run| run.frames() > 0 && !run.is_scanning());
        run
    }

    /// Starts it and waits for its first frame only.
    pub(crate) fn open_at_once(self) -> Run {
        let mut run = self.run();
        run.wait_until("the first frame", |run| run.frames() > 0);
        run
    }
}

/// A running program.
pub(crate) struct Run {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    terminal: Box<dyn MasterPty + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    bytes: Vec<u8>,
    begun: usize,
    ended: usize,
    pressed: usize,
    home: tempfile::TempDir,
}

impl Run {
    /// Presses keys, named and parted by blanks: `j Space Ctrl-C`. Each is answered before the next one is pressed.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.pressed += 1;
            self.send(&keys::bytes(key));
        }
        self
    }

    /// Types a text, key by key.
    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.pressed += 1;
            self.send(letter.to_string().as_bytes());
        }
        self
    }

    /// Pastes a text, as a terminal does that was asked to say so.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.pressed += 1;
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
        self
    }

    /// Presses and releases the left button on a cell, counted from 0.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        let (column, row) = (column + 1, row + 1);
        self.send(format!("\x1b[<0;{column};{row}M").as_bytes());
        self
    }

    /// Moves the mouse to a cell with the left button held, and lets it go.
    pub(crate) fn drag(&mut self, column: u16, row: u16) -> &mut Self {
        let (column, row) = (column + 1, row + 1);
        self.send(format!("\x1b[<32;{column};{row}M").as_bytes());
        self.send(format!("\x1b[<0;{column};{row}m").as_bytes());
        self
    }

    /// Sends bytes and waits for the frame that answers them, or for the program to end.
    fn send(&mut self, bytes: &[u8]) {
        let before = self.frames();
        self.send_quietly(bytes);
        self.wait_until("an answer to a key", |run| run.frames() > before);
    }

    /// Sends bytes that no frame answers.
    pub(crate) fn send_quietly(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).unwrap();
    }

    /// Gives the terminal another size and waits for the frame that fits it.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let before = self.frames();
        self.parser.screen_mut().set_size(rows, columns);
        self.terminal.resize(pty_size((columns, rows))).unwrap();
        self.wait_until("a frame of the new size", |run| run.frames() > before);
        self
    }

    /// Gives the terminal another size and waits for nothing.
    pub(crate) fn resize_quietly(&mut self, columns: u16, rows: u16) {
        self.parser.screen_mut().set_size(rows, columns);
        self.terminal.resize(pty_size((columns, rows))).unwrap();
    }

    /// The program's number.
    pub(crate) fn pid(&self) -> String {
        self.child.process_id().unwrap().to_string()
    }

    /// Gives the terminal another size and the one before at once: what was cut off is lost, and the program may only
    /// ever see the size that it knew.
    pub(crate) fn resize_and_back(&mut self, columns: u16, rows: u16) -> &mut Self {
        let (old_rows, old_columns) = self.emulator().size();
        for (columns, rows) in [(columns, rows), (old_columns, old_rows)] {
            self.parser.screen_mut().set_size(rows, columns);
            self.terminal.resize(pty_size((columns, rows))).unwrap();
        }
        self
    }

    /// Waits until the screen shows `text`.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |run| run.screen().contains(text));
        self
    }

    /// Waits until something holds of a whole frame.
    pub(crate) fn wait_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !(self.begun <= self.ended && holds(self)) {
            let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) else {
                panic!("never came: {what}\n{}", self.screen());
            };
            self.take_in(&bytes);
        }
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        // A mark may have come in two parts.
        let from = self.bytes.len().saturating_sub(END.len() - 1);
        self.bytes.extend_from_slice(bytes);
        let count = |mark: &[u8]| self.bytes[from..].windows(mark.len()).filter(|window| *window == mark).count();
        self.begun += count(BEGIN);
        self.ended += count(END);
    }

    /// Waits for the end: the exit code. All that was written is on the screen then.
    pub(crate) fn finished(&mut self) -> u32 {
        let end = Instant::now() + DEADLINE;
        loop {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take_in(&bytes),
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().unwrap().exit_code(),
                Err(RecvTimeoutError::Timeout) => panic!("the program did not end:\n{}", self.screen()),
            }
        }
    }

    /// Sends a signal by its name: `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(process::Command::new("kill").args([format!("-{name}"), pid]).status().unwrap().success());
    }

    /// The text on the screen, without the blanks at the ends of its lines.
    pub(crate) fn screen(&self) -> String {
        self.lines().join("\n").trim_end().to_owned()
    }

    /// The emulator's screen, with styles and modes.
    pub(crate) fn emulator(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Everything that the terminal got, sequences too.
    pub(crate) fn bytes(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Whether the head says that the code is scanned.
    pub(crate) fn is_scanning(&self) -> bool {
        self.lines().get(1).is_some_and(|line| line.contains("scan") && !line.contains("not scanned"))
    }

    /// How many frames were drawn.
    pub(crate) fn frames(&self) -> usize {
        self.ended
    }

    /// How many keys were pressed; a paste is one.
    pub(crate) fn pressed(&self) -> usize {
        self.pressed
    }

    /// The folder that is its home and, if no other was named, where it runs.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// The lines of the screen.
    pub(crate) fn lines(&self) -> Vec<String> {
        let lines = self.emulator().rows(0, self.emulator().size().1);
        lines.map(|line| line.trim_end().to_owned()).collect()
    }

    /// The place of the first `text` on the screen: column and row.
    pub(crate) fn place_of(&self, text: &str) -> (u16, u16) {
        let found = (0u16..).zip(self.lines()).find_map(|(row, line)| {
            let at = line.find(text)?;
            Some((u16::try_from(line[..at].chars().count()).unwrap(), row))
        });
        found.unwrap_or_else(|| panic!("no {text:?} on the screen:\n{}", self.screen()))
    }

    /// The text of the row under the cursor: all that is drawn in reverse.
    pub(crate) fn under_cursor(&self) -> String {
        let (rows, columns) = self.emulator().size();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let reversed =
            cells.filter_map(|(row, column)| self.emulator().cell(row, column)).filter(|cell| cell.inverse());
        reversed.map(|cell| if cell.has_contents() { cell.contents() } else { " " }).collect()
    }

    /// Fails unless the terminal is as it was before the program.
    pub(crate) fn assert_given_back(&self) {
        let screen = self.emulator();
        let last = self.bytes.len().saturating_sub(400);
        let last = String::from_utf8_lossy(&self.bytes[last..]);
        assert!(!screen.alternate_screen(), "the shell's screen is back: {last:?}");
        assert!(!screen.hide_cursor(), "the cursor is shown: {last:?}");
        assert!(!screen.bracketed_paste(), "pastes come as typed: {last:?}");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is the terminal's");
        let modes = format!("{:?}", self.terminal.get_termios().unwrap());
        assert!(modes.contains("ICANON") && modes.contains("ECHO"), "raw mode is off: {modes}");
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it has ended already, unless the test failed
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
