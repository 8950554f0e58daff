//! The walk line by line, in a real terminal.

use crate::pty::APP;
use crate::pty::run::Start;

#[test]
fn the_walk_line_by_line_leaves_the_link_in_a_pipe_and_sends_no_sequence() {
    let args: Vec<&str> = ["--plain"].into_iter().chain(APP).collect();
    let mut run = Start::sh(r#"out=$("$@"; echo "exit $?"); printf %s "$out" >out"#, &args).run();
    run.wait_for("Words to search");
    run.send_quietly(b"deal.creation\n");
    run.wait_for("webhooks.classic:deal.creation");
    run.send_quietly(b"1\n");
    run.wait_for("New scope: crm.objects.deals.read (required).");
    run.send_quietly(b"link\n");
    run.wait_for("leave with this link");
    run.send_quietly(b"\n");
    assert_eq!(run.finished(), 0);
    let out = std::fs::read_to_string(run.home().join("out")).unwrap();
    assert!(
        out.starts_with("https://app.hubspot.com/oauth/authorize?") && out.ends_with("deals.read\nexit 0"),
        "{out}"
    );
    assert!(!run.bytes().contains('\x1b'), "{:?}", run.bytes());
}

#[test]
fn a_dumb_terminal_is_asked_line_by_line() {
    let mut run = Start::hubscope(&["--example"]).env("TERM", "dumb").run();
    run.wait_for("Step 2 of 4");
    assert!(!run.bytes().contains('\x1b'), "no sequence is sent: {:?}", run.bytes());
    run.send_quietly(b"quit\n");
    assert_eq!(run.finished(), 1);
}

#[test]
fn the_end_of_the_input_cancels_the_walk_and_an_interrupt_ends_it() {
    for (bytes, code) in [(&b"\x04"[..], 1), (b"\x03", 130)] {
        let mut run = Start::hubscope(&["--plain", "--example"]).run();
        run.wait_for("Step 2 of 4");
        run.send_quietly(bytes);
        assert_eq!(run.finished(), code);
    }
}
