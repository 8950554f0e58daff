//! Taking a real terminal over and giving it back: a small program, made of the library, in a pseudo-terminal.
//!
//! The program is this test binary, started again; see `program_of_the_other_tests`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test panics to fail")]

mod program;
mod pty;

use std::sync::mpsc;
use std::time::Duration;
use std::{env, process, thread};

use pty::Run;

/// No test by itself: the program that the tests below start.
#[test]
#[ignore = "started by the other tests"]
fn program_of_the_other_tests() {
    if env::var_os("HUBSCOPE_TEST_PROGRAM").is_some() {
        process::exit(program::run().into());
    }
}

#[test]
fn leaving_gives_the_terminal_back() {
    let mut run = Run::ready();
    assert!(run.parser.screen().alternate_screen());
    run.keys("mq");
    assert_eq!(run.end(), 0);
    run.assert_given_back();
}

#[test]
fn a_signal_that_ends_the_program_gives_the_terminal_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut run = Run::ready();
        run.signal(signal);
        assert_eq!(run.end(), code, "{signal}");
        run.assert_given_back();
    }
}

#[test]
fn a_panic_is_read_on_the_screen_of_the_shell() {
    for (key, message) in [("p", "on purpose"), ("w", "in a worker")] {
        let mut run = Run::ready();
        run.keys(key);
        assert_ne!(run.end(), 0);
        run.assert_given_back();
        let screen = run.parser.screen().contents();
        assert!(screen.contains("panicked at") && screen.contains(message), "{screen}");
    }
}

#[test]
fn the_first_program_of_a_terminal_is_not_stopped_for_nobody_could_start_it_again() {
    let mut run = Run::ready();
    run.keys("z");
    run.until("suspended: false");
    run.keys("q");
    assert_eq!(run.end(), 0);
}

#[test]
fn the_program_ends_when_the_terminal_is_closed() {
    let mut run = Run::ready();
    (run.terminal, run.keys) = (None, None);
    let (_, nobody) = mpsc::channel();
    run.output = nobody;
    let code = run.end();
    assert!(code == 3 || code == 129, "{code}");
}

#[test]
fn three_thousand_keys_at_once_all_arrive() {
    let mut run = Run::ready();
    run.keys(&"a".repeat(3000));
    run.until("keys=3000;");
}

#[test]
fn keys_that_come_while_the_program_is_busy_are_one_frame() {
    let mut run = Run::ready();
    run.keys("s");
    thread::sleep(Duration::from_millis(100));
    run.keys("abcdefghij");
    run.until("keys=11;");
    assert!(run.parser.screen().contents().contains("frames=3;"), "{}", run.parser.screen().contents());
}

#[test]
fn a_paste_is_one_event() {
    let mut run = Run::ready();
    run.keys(&format!("\x1b[200~{}\x1b[201~", "https://app.hubspot.com/".repeat(200)));
    run.until("pasted 4800;");
}

#[test]
fn the_smallest_size_is_drawn_and_no_size_is_80_by_24() {
    let mut run = Run::ready();
    run.resize(1, 1);
    run.resize(0, 0);
    run.keys("a");
    run.until("80x24;");
    run.keys("q");
    assert_eq!(run.end(), 0);
    assert!(!String::from_utf8_lossy(&run.bytes).contains("\x1b[6n"), "the terminal is asked nothing");
}

#[test]
#[ignore = "needs bash"]
fn ctrl_z_stops_the_whole_job_and_fg_brings_the_screen_back() {
    let program = Run::program().join(" ");
    // At a prompt, and in a script that waits for the program's output.
    for command in [program.clone(), format!("bash -c 'x=$({program} 2>&1 >/dev/tty); exit 0'")] {
        let mut run = Run::start(&["bash", "--norc", "--noprofile", "-i"]);
        run.keys(&format!("PS1='ready> '; {command}\r"));
        run.until("keys=0;");
        run.keys("z");
        run.until("Stopped");
        assert!(!run.parser.screen().alternate_screen() && !run.parser.screen().hide_cursor());
        run.keys("fg\r");
        run.until("suspended: true");
        assert!(run.parser.screen().alternate_screen());
        run.keys("q");
        run.until_screen("a prompt", |screen| screen.contents().trim_end().ends_with("ready>"));
        run.keys("exit\r");
        assert_eq!(run.end(), 0);
    }
}
