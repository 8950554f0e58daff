//! How soon the configurator is seen, and what it costs: time from the start to the first frame, beside `echo` started
//! in the same way; bytes of a frame, bytes of a key, memory, size of the program.
//!
//! It measures and prints, and judges nothing: `cargo bench --bench frame`.

#[cfg(target_os = "linux")]
mod linux {
    use std::io::{self, Read, Write};
    use std::time::{Duration, Instant};

    use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

    const HUBSCOPE: &str = env!("CARGO_BIN_EXE_hubscope");
    const ECHO: &str = "/bin/echo";
    const ROUNDS: usize = 60;
    const KEYS: usize = 20;
    /// The end of a frame.
    const END: &[u8] = b"\x1b[?2026l";

    type Failure = Box<dyn std::error::Error>;

    /// A program in a terminal of 120×40.
    struct Run {
        child: Box<dyn Child + Send + Sync>,
        terminal: Box<dyn MasterPty + Send>,
        reader: Box<dyn Read + Send>,
        started: Instant,
    }

    /// Times from the start of the program.
    #[derive(Clone, Copy)]
    struct Times {
        first_byte: Duration,
        whole: Duration,
    }

    impl Run {
        fn start(argv: &[&str]) -> Result<Self, Failure> {
            let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
            let pair = native_pty_system().openpty(size)?;
            let reader = pair.master.try_clone_reader()?;
            let mut command = CommandBuilder::from_argv(argv.iter().map(Into::into).collect());
            command.env_clear();
            command.env("TERM", "xterm-256color");
            command.env("LANG", "C.UTF-8");
            // Without it the system's list of users is read, as hardly ever in a terminal.
            command.env("HOME", "/");
            let started = Instant::now();
            let child = pair.slave.spawn_command(command)?;
            Ok(Self { child, terminal: pair.master, reader, started })
        }

        /// Reads on until `mark` has come, and gives all that came with it.
        fn read_until(&mut self, mark: &[u8]) -> io::Result<(Vec<u8>, Times)> {
            let mut got = Vec::new();
            let mut buffer = [0; 8192];
            let mut first_byte = None;
            loop {
                let count = self.reader.read(&mut buffer)?;
                let now = self.started.elapsed();
                let first_byte = *first_byte.get_or_insert(now);
                got.extend_from_slice(&buffer[..count]);
                if got.windows(mark.len()).any(|window| window == mark) {
                    return Ok((got, Times { first_byte, whole: now }));
                }
                if count == 0 {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
        }

        /// The most memory that the program has had so far, as the kernel writes it.
        fn peak_memory(&self) -> String {
            let pid = self.child.process_id().unwrap_or_default();
            let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            line.map_or_else(|| "unknown".to_owned(), |text| text.trim().to_owned())
        }
    }

    fn median(mut times: Vec<Duration>) -> Duration {
        times.sort_unstable();
        times[times.len() / 2]
    }

    fn milliseconds(time: Duration) -> f64 {
        time.as_secs_f64() * 1000.0
    }

    pub(super) fn measure(out: &mut impl Write) -> Result<(), Failure> {
        let mut frame = Vec::new();
        let mut plain = Vec::new();
        // One after the other, so that whatever else the machine does meets both.
        for round in 0..=ROUNDS {
            let mut echo = Run::start(&[ECHO, "hubscope"])?;
            let (_, echoed) = echo.read_until(b"hubscope")?;
            echo.child.wait()?;
            let mut hubscope = Run::start(&[HUBSCOPE, "--example"])?;
            let (_, shown) = hubscope.read_until(END)?;
            hubscope.child.kill()?;
            hubscope.child.wait()?;
            if round > 0 {
                plain.push(echoed.whole);
                frame.push(shown);
            }
        }
        let echo = median(plain);
        let first_byte = median(frame.iter().map(|times| times.first_byte).collect());
        let whole = median(frame.iter().map(|times| times.whole).collect());
        writeln!(out, "{ROUNDS} rounds, medians from the start of the program, and as multiples of echo")?;
        for (what, time) in [("echo", echo), ("first byte", first_byte), ("first frame", whole)] {
            let ratio = time.as_secs_f64() / echo.as_secs_f64();
            writeln!(out, "  {what:<12} {:7.3} ms  {ratio:5.2}", milliseconds(time))?;
        }

        let mut run = Run::start(&[HUBSCOPE, "--example"])?;
        let (first, _) = run.read_until(END)?;
        writeln!(out, "  first frame  {:7} bytes", first.len())?;
        let mut keyboard = run.terminal.take_writer()?;
        let mut bytes = Vec::new();
        let mut times = Vec::new();
        for _ in 0..KEYS {
            run.started = Instant::now();
            keyboard.write_all(b"j")?;
            let (got, answered) = run.read_until(END)?;
            bytes.push(got.len());
            times.push(answered.whole);
        }
        bytes.sort_unstable();
        writeln!(
            out,
            "  key j        {:7} bytes, {:.3} ms to its frame",
            bytes[KEYS / 2],
            milliseconds(median(times))
        )?;
        writeln!(out, "  peak memory  {:>12}", run.peak_memory())?;
        writeln!(out, "  program      {:7} bytes", std::fs::metadata(HUBSCOPE)?.len())?;
        run.child.kill()?;
        run.child.wait()?;
        Ok(())
    }
}

#[cfg(target_os = "linux")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    linux::measure(&mut std::io::stdout())
}

/// Elsewhere there is no `/proc` to read the memory from.
#[cfg(not(target_os = "linux"))]
fn main() {}
