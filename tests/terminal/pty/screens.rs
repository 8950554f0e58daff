//! Sizes, colours, letters: whatever the terminal is.

use crate::pty::run::{Run, Start};

#[test]
fn any_size_is_borne_and_the_screen_comes_back() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("j j");
    let before = run.screen();
    run.resize(40, 12);
    assert!(run.lines()[0].contains("acme-sync"), "{}", run.screen());
    assert!(run.under_cursor().contains("contact"), "{}", run.screen());
    run.press("3 4 1 2");
    run.resize(30, 8);
    assert!(run.screen().contains("needs 40x12"), "{}", run.screen());
    run.press("1 2");
    run.resize(1, 1).press("? ? j k");
    run.resize(200, 60);
    assert!(run.screen().contains("acme-sync"), "{}", run.screen());
    run.resize(120, 40);
    assert_eq!(run.screen(), before);
    run.press("q");
    assert_eq!(run.finished(), 1);
    run.assert_given_back();
}

#[test]
fn a_size_that_comes_and_goes_at_once_leaves_no_hole() {
    let mut run = Start::hubscope(&["--example"]).open();
    let before = run.screen();
    run.resize_and_back(60, 20);
    assert_ne!(run.screen(), before, "the terminal has cut something off");
    run.wait_until("the screen as it was", |run| run.screen() == before);
}

/// Goes everywhere.
fn visit(run: &mut Run) {
    run.press("j j j Tab j Tab j Tab / Esc 1 j Enter Esc 3 j j j Tab j Tab 4 j j ? PgDn G Esc v Esc 2");
    run.press("/").type_text("workflow").press("Enter Space w u y M M");
}

#[test]
fn without_colour_the_cursor_is_seen_and_no_colour_is_sent() {
    let mut run = Start::hubscope(&["--example"]).env("NO_COLOR", "1").open();
    assert!(run.under_cursor().contains("Webhooks"), "{}", run.screen());
    run.press("j");
    assert!(run.under_cursor().contains("contact.creation"), "{}", run.screen());
    visit(&mut run);
    assert_eq!(colours(&run.bytes()), Vec::<String>::new());
}

#[test]
fn with_colour_only_the_sixteen_of_the_palette_are_sent() {
    let mut run = Start::hubscope(&["--example"]).open();
    visit(&mut run);
    let colours = colours(&run.bytes());
    assert!(!colours.is_empty());
    for colour in colours {
        // Foregrounds by their places in the palette; no background is ever set.
        let numbers: Vec<u8> = colour.split(';').map(|number| number.parse().unwrap()).collect();
        let is_known = |number: &u8| matches!(number, 0 | 1 | 2 | 7 | 30..=37 | 39 | 90..=97);
        assert!(numbers.iter().all(is_known), "{colour}");
    }
}

/// The parameters of every sequence that sets a colour other than the terminal's own.
fn colours(bytes: &str) -> Vec<String> {
    let sequences = bytes.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ';' && letter != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let is_colour = |text: &String| {
        text.split([';', ':'])
            .filter_map(|number| number.parse().ok())
            .any(|number: u16| matches!(number, 30..=38 | 40..=48 | 90..=97 | 100..=107))
    };
    sequences.filter(is_colour).collect()
}

#[test]
fn where_the_locale_is_not_utf_8_every_byte_is_ascii() {
    let folder = tempfile::tempdir().unwrap();
    let plan =
        r#"{"version": 1, "app": {"name": "Größe 試験"}, "scopes": [{"scope": "Größe", "reason": "für später"}]}"#;
    std::fs::write(folder.path().join("hubscope.json"), plan).unwrap();
    for args in [&["--example"][..], &[]] {
        let mut run = Start::hubscope(args).env("LANG", "C").folder(folder.path()).open();
        visit(&mut run);
        for (columns, rows) in [(80, 24), (40, 12)] {
            run.resize(columns, rows);
            run.press("1 3 4 2");
        }
        // Deep into the features, with the details of each.
        run.resize(120, 40);
        run.press("g h h j j l l l l PgDn PgDn PgDn G");
        let bytes = run.bytes();
        let strange: Vec<&str> = bytes.split('\x1b').filter(|part| !part.is_ascii()).collect();
        assert_eq!(strange, Vec::<&str>::new());
        run.press("Ctrl-C");
        run.finished();
    }
}
