//! Steps, panes, rows; choosing and undoing; the search; pastes; the mouse.

use crate::pty::APP;
use crate::pty::run::Start;

#[test]
fn the_sample_app_opens_with_head_steps_scopes_strip_and_keys() {
    let run = Start::hubscope(&["--example"]).open();
    let lines = run.lines();
    let has = |line: usize, words: &[&str]| {
        assert!(words.iter().all(|word| lines[line].contains(word)), "{words:?} not in {:?}", lines[line]);
    };
    has(0, &["hubscope", "acme-sync", "marketplace", "OAuth", "Free ✓", "Enterprise ✓"]);
    has(1, &["1 App", "2 Features 5", "3 Scopes 6", "4 Link"]);
    has(38, &["https://app.hubspot.com/oauth/authorize", "characters", "4 required", "1 optional"]);
    has(39, &["find", "copy", "next", "quit", "help"]);
    for scope in ["oauth", "crm.objects.contacts.read", "crm.objects.deals.read", "automation", "crm.export"] {
        assert!(run.screen().contains(scope), "{scope}:\n{}", run.screen());
    }
}

#[test]
fn an_empty_plan_opens_on_the_app_and_says_what_is_missing() {
    let run = Start::hubscope(&[]).open();
    assert!(run.under_cursor().contains("Client id"), "{}", run.screen());
    assert!(run.lines()[1].contains("1 App !"), "{}", run.screen());
}

#[test]
fn numbers_and_brackets_walk_the_steps_and_tab_the_panes() {
    let mut run = Start::hubscope(&["--example"]).open();
    for (keys, row) in [
        ("1", "Client id"),
        ("2", "Webhooks"),
        ("3", "oauth"),
        ("4", "base"),
        ("[", "oauth"),
        ("[", "Webhooks"),
        ("[", "Client id"),
        ("]", "Webhooks"),
        ("Tab", "oauth"),
        ("Shift-Tab", "Webhooks"),
    ] {
        run.press(keys);
        assert!(run.under_cursor().contains(row), "{keys}: {row}\n{}", run.screen());
    }
    run.press("Tab Tab");
    assert_eq!(run.under_cursor(), "", "the details have no rows");
    run.press("Tab");
    assert!(run.under_cursor().contains("Webhooks"), "{}", run.screen());
}

#[test]
fn choosing_a_feature_marks_the_new_scope_until_the_next_key_and_undo_takes_it_back() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("/").type_text("line_item.creation").press("Enter Space");
    assert!(run.under_cursor().contains("[x] line_item.creation"), "{}", run.screen());
    assert!(run.screen().contains("+ ● crm.objects.line_items"), "{}", run.screen());
    assert!(run.screen().contains("3 Scopes 7"), "{}", run.screen());
    run.press("j");
    assert!(!run.screen().contains("+ ● crm.objects.line_items"), "{}", run.screen());
    assert!(run.screen().contains("● crm.objects.line_items"), "{}", run.screen());
    run.press("u");
    assert!(!run.screen().contains("● crm.objects.line_items"), "{}", run.screen());
    assert!(run.screen().contains("3 Scopes 6"), "{}", run.screen());
    run.press("Ctrl-R");
    assert!(run.screen().contains("● crm.objects.line_items"), "{}", run.screen());
}

#[test]
fn enter_in_the_search_stays_on_the_match_and_chooses_nothing() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("/").type_text("deal.creation");
    assert!(!run.screen().contains("ticket.creation"), "what does not match is hidden:\n{}", run.screen());
    run.press("Enter");
    assert!(run.under_cursor().contains("[ ] deal.creation"), "{}", run.screen());
    assert!(run.screen().contains("ticket.creation"), "all rows are back:\n{}", run.screen());
}

#[test]
fn escape_in_the_search_goes_back_to_where_it_was_opened() {
    let mut run = Start::hubscope(&["--example"]).open();
    run.press("j j j");
    let before = run.screen();
    run.press("/").type_text("workflow").press("Down Esc");
    assert_eq!(run.screen(), before);
}

#[test]
fn a_paste_goes_into_the_field_under_the_cursor_without_what_could_harm() {
    let mut run = Start::hubscope(&[]).open();
    run.paste("3f2b8c1e-0a4d-4e6f-9b7a-\x1b[31m5c8d2e1f0a3b\r\n");
    assert!(run.under_cursor().contains("3f2b8c1e-0a4d-4e6f"), "{}", run.screen());
    assert!(!run.bytes().contains("\x1b[31m5c8d"), "an escape sequence is not passed on");
    run.press("j Enter").paste("http://localhost:3000/q").press("Enter");
    assert!(run.under_cursor().contains("http://localhost:3000"), "{}", run.screen());
}

#[test]
fn a_paste_where_there_is_no_field_says_where_it_would_go() {
    let mut run = Start::hubscope(&APP).open();
    run.paste("q");
    run.wait_for("field");
    assert!(run.under_cursor().contains("Webhooks"), "and is not taken for keys:\n{}", run.screen());
}

#[test]
fn a_click_selects_a_row_one_on_its_mark_chooses_it_and_m_gives_the_mouse_back() {
    let mut run = Start::hubscope(&["--example"]).open();
    assert_eq!(run.emulator().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
    let (column, row) = run.place_of("ticket.creation");
    run.click(column, row);
    assert!(run.under_cursor().contains("[ ] ticket.creation"), "{}", run.screen());
    run.click(column - 4, row);
    assert!(run.under_cursor().contains("[x] ticket.creation"), "{}", run.screen());
    let (column, row) = run.place_of("4 Link");
    run.click(column, row);
    assert!(run.under_cursor().contains("base"), "a click on a step goes there:\n{}", run.screen());
    run.press("M");
    assert_eq!(run.emulator().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    run.press("M");
    assert_eq!(run.emulator().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
}

#[test]
fn without_a_mouse_nothing_is_reported() {
    let run = Start::hubscope(&["--example", "--no-mouse"]).open();
    assert_eq!(run.emulator().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn help_names_the_keys_and_every_way_out_of_it_leads_back() {
    let mut run = Start::hubscope(&["--example"]).open();
    let before = run.screen();
    for back in ["?", "Esc", "q", "Enter"] {
        run.press("?");
        assert!(run.screen().contains("Everywhere"), "{}", run.screen());
        run.press(back);
        assert_eq!(run.screen(), before, "after {back}");
    }
}
