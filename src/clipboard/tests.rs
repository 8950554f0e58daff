//! The table of ways, on fake devices.

use super::*;

/// Devices that fail as told, and write down what they were given.
#[derive(Default)]
struct Fake {
    desktop_fails: Option<&'static str>,
    tmux_fails: Option<&'static str>,
    tmux_is_old: bool,
    terminal_fails: Option<&'static str>,
    log: Vec<String>,
}

fn outcome(fails: Option<&'static str>) -> Result<(), String> {
    fails.map_or(Ok(()), |why| Err(why.to_owned()))
}

impl Devices for Fake {
    fn desktop(&mut self, text: &str) -> Result<(), String> {
        self.log.push(format!("desktop {text}"));
        outcome(self.desktop_fails)
    }

    fn tmux(&mut self, text: &str, forward: bool) -> Result<(), String> {
        self.log.push(format!("tmux{} {text}", if forward { " -w" } else { "" }));
        if forward && self.tmux_is_old { Err("unknown flag -w".to_owned()) } else { outcome(self.tmux_fails) }
    }

    fn terminal(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.log.push(String::from_utf8_lossy(bytes).escape_debug().to_string());
        outcome(self.terminal_fails)
    }
}

const DESKTOP: Environment = Environment { ssh: false, tmux: false, screen: false, display: true, osc52: true };
const REMOTE: Environment = Environment { ssh: true, ..DESKTOP };
const OSC: &str = r"\u{1b}]52;c;dXJs\u{7}";

/// What was tried, and what the user reads.
fn run(env: &Environment, mut devices: Fake) -> (Vec<String>, Copied) {
    let copied = copy_to("url", env, &mut devices);
    let message = copied.message();
    assert!(!message.contains('!') && !message.to_lowercase().contains("sorry"), "{message}");
    (devices.log, copied)
}

#[test]
fn on_this_machine_the_desktop_gets_it_and_nobody_else() {
    let (log, copied) = run(&DESKTOP, Fake::default());
    assert_eq!(log, ["desktop url"]);
    assert_eq!(copied.message(), "Copied to the clipboard");
    assert!(copied.is_confirmed());
}

#[test]
fn inside_tmux_its_buffer_gets_it_too() {
    let (log, copied) = run(&Environment { tmux: true, ..DESKTOP }, Fake::default());
    assert_eq!(log, ["desktop url", "tmux url"]);
    assert_eq!(copied.message(), "Copied to the clipboard and to tmux's buffer");
}

#[test]
fn a_tmux_that_refuses_does_not_hide_that_the_desktop_has_it() {
    let fake = Fake { tmux_fails: Some("tmux does not answer"), ..Fake::default() };
    let (_, copied) = run(&Environment { tmux: true, ..DESKTOP }, fake);
    assert_eq!(copied.message(), "Copied to the clipboard, not to tmux's buffer: tmux does not answer");
    assert_eq!(copied.ways(), [Way::Desktop]);
}

#[test]
fn over_ssh_the_terminal_gets_it_and_the_desktop_of_the_server_is_left_alone() {
    let (log, copied) = run(&REMOTE, Fake::default());
    assert_eq!(log, [OSC]);
    assert_eq!(copied.message(), "Sent to the terminal (OSC 52): it does not confirm");
    assert!(copied.is_sent() && !copied.is_confirmed());
}

#[test]
fn over_ssh_inside_tmux_tmux_hands_it_on() {
    let (log, copied) = run(&Environment { tmux: true, ..REMOTE }, Fake::default());
    assert_eq!(log, ["tmux -w url"]);
    assert_eq!(copied.message(), "Copied to tmux's buffer and sent on to the terminal, which does not confirm");
}

#[test]
fn an_old_tmux_gets_its_buffer_and_the_terminal_its_sequence() {
    let fake = Fake { tmux_is_old: true, ..Fake::default() };
    let (log, copied) = run(&Environment { tmux: true, ..REMOTE }, fake);
    assert_eq!(log, ["tmux -w url", "tmux url", OSC]);
    assert_eq!(copied.message(), "Copied to tmux's buffer and sent to the terminal (OSC 52): it does not confirm");
}

#[test]
fn inside_screen_the_sequence_is_wrapped() {
    let (log, _) = run(&Environment { screen: true, ..REMOTE }, Fake::default());
    assert_eq!(log, [format!(r"\u{{1b}}P{OSC}\u{{1b}}\\")]);
}

#[test]
fn without_a_display_the_terminal_gets_it() {
    let (log, copied) = run(&Environment { display: false, ..DESKTOP }, Fake::default());
    assert_eq!(log, [OSC]);
    assert_eq!(copied.message(), "Sent to the terminal (OSC 52): it does not confirm");
}

#[test]
fn a_desktop_that_refuses_is_named_and_the_terminal_gets_it() {
    let fake = Fake { desktop_fails: Some("the desktop does not answer"), ..Fake::default() };
    let (log, copied) = run(&DESKTOP, fake);
    assert_eq!(log, ["desktop url", OSC]);
    let said = "Sent to the terminal (OSC 52): it does not confirm (no desktop clipboard: the desktop does not answer)";
    assert_eq!(copied.message(), said);
}

#[test]
fn where_nothing_takes_it_the_message_says_why_and_what_to_do() {
    let (log, copied) = run(&Environment { display: false, osc52: false, ..DESKTOP }, Fake::default());
    assert!(log.is_empty() && !copied.is_sent());
    let said = "No clipboard: there is no display; this terminal takes no text (OSC 52). Select the URL with v";
    assert_eq!(copied.message(), said);
}

#[test]
fn a_terminal_that_is_gone_is_an_error_and_no_panic() {
    let fake = Fake { terminal_fails: Some("the terminal does not take it (broken pipe)"), ..Fake::default() };
    let (_, copied) = run(&REMOTE, fake);
    assert_eq!(copied.message(), "No clipboard: the terminal does not take it (broken pipe). Select the URL with v");
}

#[test]
fn a_text_too_long_for_the_terminal_is_not_sent() {
    let mut devices = Fake::default();
    let copied = copy_to(&"x".repeat(80_000), &REMOTE, &mut devices);
    assert!(devices.log.is_empty());
    assert!(copied.message().contains("80000 bytes are more than a terminal takes"), "{}", copied.message());
}
