//! The clipboard with real devices: an X server without a screen, and a tmux server of its own.
//!
//! Ignored where the devices may be missing: `cargo test --test terminal clipboard -- --ignored`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test panics to fail")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use hubscope::clipboard::{linger, tmux};

const LINK: &str = "https://app.hubspot.com/oauth/authorize?client_id=1&scope=oauth%20crm.objects.contacts.read";

/// An X server on a display of its own; it ends with the test.
struct Server {
    process: Child,
    display: String,
}

impl Server {
    fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "64x64x8", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { process, display: format!(":{}", number.trim()) }
    }

    /// Copies in a process of its own, which has ended when this returns.
    fn copy(&self, text: &str) {
        let status = Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", "clipboard::copies_for_another_test"])
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("HUBSCOPE_TEST_COPY", text)
            .env("HUBSPOT_CLIENT_SECRET", "not to be kept")
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
    }

    fn xclip(&self) -> Command {
        let mut command = Command::new("xclip");
        command.args(["-selection", "clipboard"]).env("DISPLAY", &self.display);
        command
    }

    fn paste(&self) -> String {
        String::from_utf8(self.xclip().arg("-o").output().expect("xclip runs").stdout).unwrap()
    }

    /// The processes that serve the clipboard of this display.
    fn serving(&self) -> Vec<u32> {
        let ours = format!("DISPLAY={}", self.display);
        let holds = |file: &str, pid: u32, text: &str| {
            let bytes = fs::read(format!("/proc/{pid}/{file}")).unwrap_or_default();
            bytes.split(|byte| *byte == 0).any(|word| word == text.as_bytes())
        };
        let pids = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        pids.filter(|pid| holds("cmdline", *pid, linger::ARGUMENT) && holds("environ", *pid, &ours)).collect()
    }

    fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Waits until it holds, however long a busy machine takes: a test in which it never does, does not end.
fn eventually(holds: impl Fn() -> bool) {
    while !holds() {
        thread::sleep(Duration::from_millis(10));
    }
}

/// No test by itself: the program that copies and ends, for the tests below.
#[test]
#[ignore = "started by the other tests"]
fn copies_for_another_test() {
    if let Ok(text) = env::var("HUBSCOPE_TEST_COPY") {
        linger::hand_over(Path::new(env!("CARGO_BIN_EXE_hubscope")), &text).unwrap();
    }
}

#[test]
#[ignore = "needs Xvfb and xclip"]
fn a_link_can_be_pasted_after_the_program_that_copied_it_has_ended_until_another_program_copies() {
    let server = Server::start();
    server.copy(LINK);
    assert_eq!(server.paste(), LINK);
    assert_eq!(server.paste(), LINK, "pasted a second time");

    let mut xclip = server.xclip().arg("-i").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    xclip.stdin.take().unwrap().write_all(b"another").unwrap();
    xclip.wait().unwrap();
    assert_eq!(server.paste(), "another");
    eventually(|| server.serving().is_empty());
}

#[test]
#[ignore = "needs Xvfb and xclip"]
fn however_often_a_link_is_copied_one_process_serves_it() {
    let server = Server::start();
    for number in 0..5 {
        server.copy(&format!("{LINK}&state={number}"));
        assert_eq!(server.paste(), format!("{LINK}&state={number}"));
    }
    eventually(|| server.serving().len() == 1);
    server.copy(&format!("{LINK}&state=4"));
    eventually(|| server.serving().len() == 1);
    assert_eq!(server.paste(), format!("{LINK}&state=4"));
}

#[test]
#[ignore = "needs Xvfb and xclip"]
fn the_serving_process_is_detached_and_keeps_neither_the_text_in_its_arguments_nor_a_secret_in_its_environment() {
    let server = Server::start();
    server.copy(LINK);
    let pid = server.serving()[0];
    let read = |file: &str| String::from_utf8_lossy(&fs::read(format!("/proc/{pid}/{file}")).unwrap()).into_owned();
    let stat = read("stat");
    let after_name: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
    let (group, session, terminal) = (after_name[2], after_name[3], after_name[4]);
    assert_eq!((group, session, terminal), (&*pid.to_string(), &*pid.to_string(), "0"));
    assert!(!read("cmdline").contains("hubspot.com"));
    assert!(!read("environ").contains("not to be kept"));
    assert_eq!(fs::read_link(format!("/proc/{pid}/cwd")).unwrap(), Path::new("/"));
}

#[test]
#[ignore = "needs Xvfb and xclip"]
fn a_link_of_every_length_and_script_arrives_whole() {
    let server = Server::start();
    for text in ["x".repeat(100_000), "grüße 試験 🔑\nsecond line\t".to_owned()] {
        server.copy(&text);
        assert!(server.paste() == text, "{} bytes", text.len());
    }
}

#[test]
#[ignore = "needs Xvfb and xclip"]
fn the_serving_process_ends_with_the_display() {
    let mut server = Server::start();
    server.copy(LINK);
    assert_eq!(server.serving().len(), 1);
    server.stop();
    eventually(|| server.serving().is_empty());
}

#[test]
fn a_display_that_does_not_exist_is_an_error_with_a_reason_and_leaves_no_process() {
    let output = Command::new(env!("CARGO_BIN_EXE_hubscope"))
        .arg(linger::ARGUMENT)
        .env("DISPLAY", ":5999")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.len() > 1 && said.trim() != "set" && said.lines().count() == 1, "{said}");
}

#[test]
#[ignore = "needs tmux"]
fn tmux_gives_back_the_text_that_was_loaded() {
    let socket = format!("hubscope-test-{}", std::process::id());
    let tmux = |arguments: &[&str]| {
        let mut command = Command::new("tmux");
        command.args(["-L", &socket, "-f", "/dev/null"]).args(arguments).env_remove("TMUX");
        command.output().expect("tmux runs")
    };
    assert!(tmux(&["new-session", "-d", "sleep 60"]).status.success());
    let loaded = tmux::load(&["-L", &socket], LINK, false);
    let forwarded = tmux::load(&["-L", &socket], &format!("{LINK}#2"), true);
    let shown = [tmux(&["show-buffer", "-b", "buffer0"]).stdout, tmux(&["show-buffer"]).stdout];
    tmux(&["kill-server"]);
    assert_eq!((loaded, forwarded), (Ok(()), Ok(())));
    assert_eq!(shown, [LINK.as_bytes().to_vec(), format!("{LINK}#2").into_bytes()]);
    let refused = tmux::load(&["-L", &socket], LINK, false).unwrap_err();
    assert!(refused.starts_with("tmux says: "), "{refused}");
}
