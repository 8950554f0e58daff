//! A program in a pseudo-terminal, with an emulator that shows its screen.

use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{env, process, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The program in a terminal.
pub(crate) struct Run {
    child: Box<dyn Child + Send + Sync>,
    pub(crate) terminal: Option<Box<dyn MasterPty + Send>>,
    pub(crate) keys: Option<Box<dyn Write + Send>>,
    pub(crate) output: Receiver<Vec<u8>>,
    pub(crate) parser: vt100::Parser,
    pub(crate) bytes: Vec<u8>,
}

impl Run {
    /// The command that runs the program.
    pub(crate) fn program() -> [String; 5] {
        let binary = env::current_exe().unwrap().to_str().unwrap().to_owned();
        [&*binary, "--ignored", "--exact", "session::program_of_the_other_tests", "--nocapture"].map(ToOwned::to_owned)
    }

    /// Starts a command in a terminal of 80×24.
    pub(crate) fn start(command: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::from_argv(command.iter().map(Into::into).collect());
        command.env("HUBSCOPE_TEST_PROGRAM", "1");
        command.env("RUST_BACKTRACE", "0");
        let child = pair.slave.spawn_command(command).unwrap();
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
        let keys = Some(pair.master.take_writer().unwrap());
        // The emulator keeps its size: what it cannot show at 1×1 is searched in the bytes.
        let parser = vt100::Parser::new(24, 80, 0);
        Self { child, terminal: Some(pair.master), keys, output, parser, bytes: Vec::new() }
    }

    /// The program, once it has drawn.
    pub(crate) fn ready() -> Self {
        let program = Self::program();
        let mut run = Self::start(&program.iter().map(String::as_str).collect::<Vec<_>>());
        run.until("keys=0;");
        run
    }

    pub(crate) fn keys(&mut self, keys: &str) {
        self.keys.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.terminal.as_ref().unwrap().resize(size).unwrap();
    }

    /// Reads on until the screen shows `text`.
    pub(crate) fn until(&mut self, text: &str) {
        self.until_screen(text, |screen| screen.contents().contains(text));
    }

    /// Reads on until the screen is as wanted.
    pub(crate) fn until_screen(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + Duration::from_secs(60);
        while !holds(self.parser.screen()) {
            let wait = end.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(wait) else {
                panic!("never {what:?}:\n{}", self.parser.screen().contents());
            };
            self.parser.process(&bytes);
            self.bytes.extend(bytes);
        }
    }

    /// The exit code; everything written until then is on the screen.
    pub(crate) fn end(&mut self) -> u32 {
        let end = Instant::now() + Duration::from_secs(60);
        let code = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status.exit_code(),
                None => assert!(Instant::now() < end, "the program did not end"),
            }
            thread::sleep(Duration::from_millis(5));
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
            self.parser.process(&bytes);
            self.bytes.extend(bytes);
        }
        code
    }

    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(process::Command::new("kill").args([format!("-{name}"), pid]).status().unwrap().success());
    }

    pub(crate) fn assert_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(screen.contents().contains("running 1 test"), "what was there before:\n{}", screen.contents());
        let left = String::from_utf8_lossy(&self.bytes).matches("\x1b[?1049l").count();
        assert_eq!(left, 1, "given back once");
        // Raw mode is off: the terminal shows what is typed.
        let modes = format!("{:?}", self.terminal.as_ref().unwrap().get_termios().unwrap());
        assert!(modes.contains("ICANON") && modes.contains("ECHO"), "{modes}");
    }
}
