//! Every way out: what is on standard output, the exit code, and the terminal as it was.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use base64::Engine as _;

use crate::pty::APP;
use crate::pty::run::{HUBSCOPE, Run, Start};

/// As in `url=$(hubscope …)`: standard output is a pipe, all else the terminal. Everything that came through the pipe,
/// and after it the exit code, is in the file `out` then.
fn captured(args: &[&str]) -> Run {
    Start::sh(r#"out=$("$@"; echo "exit $?"); printf %s "$out" >out"#, args).open()
}

fn out(run: &mut Run) -> String {
    assert_eq!(run.finished(), 0, "the script is well");
    run.assert_given_back();
    std::fs::read_to_string(run.home().join("out")).unwrap()
}

#[test]
fn accepting_leaves_one_line_in_a_pipe_while_the_screen_is_on_the_terminal() {
    let mut run = captured(&["--example"]);
    run.wait_for("acme-sync");
    run.press("4 Enter");
    let out = out(&mut run);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with("https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-"), "{out}");
    assert!(lines[0].ends_with("&optional_scope=crm.export"), "{out}");
    assert_eq!(lines[1..], ["exit 0"]);
    assert!(!run.screen().contains("https://"), "the terminal shows what it showed before:\n{}", run.screen());
}

#[test]
fn the_link_in_the_pipe_is_the_one_of_a_subcommand() {
    let mut run = captured(&APP);
    run.press("Space j Space 4 Enter");
    let flags = ["url", "--feature", "webhooks.classic:contact.creation"].into_iter().chain(APP);
    let url = Command::new(HUBSCOPE).args(flags).output().unwrap();
    assert_eq!(out(&mut run), format!("{}exit 0", String::from_utf8(url.stdout).unwrap()));
}

#[test]
fn leaving_without_accepting_prints_nothing_and_says_no() {
    for keys in ["q", "Ctrl-C", "4 q", "/ Ctrl-C", "1 Enter Ctrl-C", "? Ctrl-C"] {
        let mut run = captured(&["--example"]);
        run.press(keys);
        assert_eq!(out(&mut run), "exit 1", "{keys}");
    }
}

#[test]
fn a_link_that_hubspot_would_refuse_is_not_accepted() {
    let mut run = Start::hubscope(&[]).open();
    run.press("4 Enter");
    run.wait_for("No link yet");
    run.press("Ctrl-C");
    assert_eq!(run.finished(), 1);
}

#[test]
fn on_a_terminal_the_link_is_the_last_line_of_the_shells_screen() {
    let mut run = Start::hubscope(&["--example"]).size(80, 24).open();
    run.press("4 Enter");
    assert_eq!(run.finished(), 0);
    run.assert_given_back();
    assert!(run.screen().starts_with("https://app.hubspot.com/oauth/authorize?"), "{}", run.screen());
}

#[test]
fn quitting_with_unsaved_work_asks_once() {
    let mut run = Start::hubscope(&APP).open();
    run.press("Space j Space q");
    run.wait_for("not saved");
    run.press("n");
    assert!(!run.screen().contains("not saved"), "{}", run.screen());
    assert!(run.under_cursor().contains("[x] contact.creation"), "nothing is lost:\n{}", run.screen());
    run.press("q y");
    assert_eq!(run.finished(), 1);
    run.assert_given_back();
}

#[test]
fn what_is_undone_or_saved_is_not_asked_about() {
    for keys in ["Space j Space u q", "Space j Space Ctrl-S q", "Space j Space q Ctrl-S q"] {
        let mut run = Start::hubscope(&APP).open();
        run.press(keys);
        assert_eq!(run.finished(), 1, "{keys}");
    }
}

#[test]
fn control_c_leaves_at_once_even_with_unsaved_work() {
    let mut run = Start::hubscope(&APP).open();
    run.press("Space j Space Ctrl-C");
    assert_eq!(run.finished(), 1);
    run.assert_given_back();
}

#[test]
fn without_a_clipboard_the_link_goes_to_the_terminal_and_the_message_says_so() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("y");
    run.wait_for("Sent to the terminal (OSC 52): it does not confirm");
    let copied = copied(&run).unwrap();
    assert!(copied.starts_with("https://app.hubspot.com/oauth/authorize?"), "{copied}");
    assert!(copied.ends_with("&optional_scope=crm.export"), "{copied}");
}

#[test]
fn a_terminal_that_takes_no_text_is_not_claimed_to_have_it() {
    let mut run = Start::hubscope(&["--example"]).env("TERM", "linux").open();
    run.press("y");
    run.wait_for("No clipboard");
    assert_eq!(copied(&run), None);
}

/// The text of the last OSC 52 sequence.
pub(crate) fn copied(run: &Run) -> Option<String> {
    let bytes = run.bytes();
    let (_, rest) = bytes.rsplit_once("\x1b]52;c;")?;
    let (text, _) = rest.split_once('\x07')?;
    Some(String::from_utf8(base64::engine::general_purpose::STANDARD.decode(text).unwrap()).unwrap())
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut run = Start::hubscope(&["--example"]).open();
        run.signal(signal);
        assert_eq!(run.finished(), code, "{signal}");
        run.assert_given_back();
    }
}

#[test]
fn control_z_stops_the_program_and_fg_brings_its_screen_back() {
    // A shell that sets no mode of its own for pastes: what is set and unset is set and unset by the program.
    let folder = tempfile::tempdir().unwrap();
    let inputrc = folder.path().join("inputrc");
    std::fs::write(&inputrc, "set enable-bracketed-paste off\n").unwrap();
    let shell = Start::program("bash", &["--norc", "--noprofile", "-i"]).env("PS1", "ready> ");
    let mut run = shell.env("INPUTRC", inputrc.to_str().unwrap()).run();
    run.wait_for("ready>");
    run.send_quietly(format!("'{HUBSCOPE}' --example\r").as_bytes());
    run.wait_for("acme-sync");
    run.press("j j");
    let before = run.screen();
    run.press("Ctrl-Z");
    run.wait_for("Stopped");
    assert!(!run.emulator().alternate_screen() && !run.emulator().hide_cursor());
    assert!(!run.emulator().bracketed_paste());
    run.send_quietly(b"fg\r");
    run.wait_until("the screen as it was", |run| run.screen() == before);
    assert!(run.emulator().alternate_screen() && run.emulator().bracketed_paste());
    run.press("k q");
    run.wait_until("a prompt", |run| run.screen().trim_end().ends_with("ready>"));
    run.send_quietly(b"exit $?\r");
    assert_eq!(run.finished(), 1, "the shell gives the program's exit code");
    run.assert_given_back();
    assert_eq!(run.bytes().matches("\x1b[?1049h").count(), 2, "its screen is shown once after each start, and stays");
}

/// Without a terminal at either end.
fn piped(args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(HUBSCOPE);
    command.args(args).current_dir(folder.path()).env_remove("HUBSPOT_CLIENT_ID");
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all(b"q"); // which nobody needs to read
    child.wait_with_output().unwrap()
}

#[test]
fn without_a_terminal_a_complete_plan_gives_its_link() {
    let output = piped(&["--example"]);
    assert_eq!(output.status.code(), Some(0));
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.starts_with("https://app.hubspot.com/oauth/authorize?") && out.lines().count() == 1, "{out}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("no terminal") && !said.contains('\x1b'), "{said}");
}

#[test]
fn without_a_terminal_an_incomplete_plan_says_what_is_missing() {
    let output = piped(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    for word in ["no terminal", "client id", "--client-id", "--redirect-uri", "hubscope url"] {
        assert!(said.contains(word), "{word}: {said}");
    }
}
