//! What hands and terminals do to a program: keys held down, sizes that rush by, long pastes, links, nothing at all.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::pty::APP;
use crate::pty::leaving::copied;
use crate::pty::run::Start;

#[test]
fn a_thousand_keys_at_once_are_all_taken_in_and_drawn_in_few_frames() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("2");
    let before = run.frames();
    run.send_quietly("jk".repeat(498).as_bytes());
    run.send_quietly(b"jjjj");
    run.press("j");
    let cursor = run.under_cursor();
    let frames = run.frames() - before;
    assert!(frames <= 200, "{frames} frames for a thousand keys");
    let mut slow = Start::hubscope(&["--example"]).open();
    slow.press("2 j j j j j");
    run.wait_until("the row of the last key", |run| run.under_cursor() == slow.under_cursor());
    assert!(!cursor.is_empty());
}

#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen_of_the_last_one() {
    let mut run = Start::hubscope(&["--example"]).open();
    let calm = Start::hubscope(&["--example"]).size(80, 24).open().screen();
    for round in 0..40 {
        run.resize_quietly(40 + round * 3, 12 + round);
    }
    run.resize_quietly(80, 24);
    run.wait_until("the screen of the last size", |run| run.screen() == calm);
}

#[test]
fn a_long_paste_is_one_event() {
    let mut run = Start::hubscope(&APP).open();
    let before = run.frames();
    run.paste(&"crm.lists.read crm.objects.deals.read\r".repeat(2_000));
    run.wait_for("A pasted list of scopes");
    assert!(run.frames() - before <= 3, "{} frames", run.frames() - before);
    run.press("Esc");
    assert!(run.screen().contains("Features"), "no letter of it was taken for a key:\n{}", run.screen());
}

#[test]
fn undo_goes_back_behind_a_save_and_saves_again() {
    let folder = tempfile::tempdir().unwrap();
    let plan = || std::fs::read_to_string(folder.path().join("hubscope.json")).unwrap();
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    run.press("Space j Space Ctrl-S");
    run.wait_for("Saved");
    assert!(plan().contains("contact.creation"));
    run.press("u Ctrl-S");
    run.wait_for("Saved");
    assert!(!plan().contains("contact.creation"), "{}", plan());
}

#[test]
fn sources_are_hyperlinks_where_the_terminal_has_them_and_nowhere_else() {
    let plain = Start::hubscope(&["--example"]).open();
    assert!(!plain.bytes().contains("\x1b]8;"));
    let mut run = Start::hubscope(&["--example"]).env("FORCE_HYPERLINK", "1").env("NO_COLOR", "1").open();
    run.press("3 j Tab G y");
    run.wait_for("Sent to the terminal");
    let bytes = run.bytes();
    let opened = bytes.matches("\x1b]8;id=").count();
    assert!(opened > 1 && bytes.contains(";https://developers.hubspot.com/docs"), "{}", run.screen());
    assert_eq!(opened, bytes.matches("\x1b]8;;\x1b\\").count(), "every link is closed");
    assert!(bytes.split("\x1b[?2026l").all(|frame| frame.rfind("\x1b]8;id=") <= frame.rfind("\x1b]8;;")));
    assert!(copied(&run).unwrap().starts_with("https://app.hubspot.com/oauth/authorize?"));
    for (name, value) in [("FORCE_HYPERLINK", "0"), ("TERM_PROGRAM", "Apple_Terminal")] {
        let mut run = Start::hubscope(&["--example"]).env(name, value).open();
        run.press("3 j Tab G");
        assert!(!run.bytes().contains("\x1b]8;"), "{name}={value}");
    }
}

#[test]
fn a_border_is_dragged_with_the_mouse() {
    let mut run = Start::hubscope(&["--example"]).open();
    let (column, row) = run.place_of("┌ Computed scopes");
    run.click(column, row + 5);
    run.drag(column + 12, row + 7);
    assert_eq!(run.place_of("┌ Computed scopes"), (column + 12, row), "{}", run.screen());
}

#[test]
#[ignore = "needs strace, and three seconds"]
fn nothing_happens_while_nothing_happens() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("j 3 4 2");
    std::thread::sleep(Duration::from_millis(500));
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut strace = Command::new("strace")
        .args(["-f", "-q", "-o", log.path().to_str().unwrap(), "-p", &run.pid()])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_secs(3));
    // The end of the watch is known by the calls of a key.
    let quiet = std::fs::read_to_string(log.path()).unwrap();
    run.press("j");
    let end = Instant::now() + Duration::from_secs(60);
    let is_watched = || std::fs::read_to_string(log.path()).unwrap().contains("write(");
    while !is_watched() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(is_watched(), "strace may not watch here");
    let interrupt = Command::new("kill").args(["-INT", &strace.id().to_string()]).status().unwrap();
    assert!(interrupt.success() && strace.wait().is_ok());
    let done: Vec<&str> = quiet.lines().filter(|line| line.contains(" = ")).collect();
    assert_eq!(done, Vec::<&str>::new(), "calls of three idle seconds");
}
