//! What hands do: clicks on marks, folds and keys; names that are completed; offers that wait; hints that hold.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use hubscope::plan::{ChosenCall, LinkChoice, NamedLink, Pin, Plan, ScopeType};
use hubscope::tui::action::Action;
use hubscope::tui::effect::Effect;
use hubscope::tui::model::{Earlier, Field, LinkRow, Purpose, Step};

use crate::stage::{CLIENT_ID, Stage, bare, example};

/// The cell where `text` begins on the screen, the first time.
fn place(stage: &Stage, text: &str) -> (u16, u16) {
    let screen = stage.screen();
    let found = screen.lines().enumerate().find_map(|(y, line)| {
        let at = line.find(text)?;
        Some((u16::try_from(line[..at].chars().count()).unwrap(), u16::try_from(y).unwrap()))
    });
    found.unwrap_or_else(|| panic!("{text:?} is not in\n{screen}"))
}

fn click(stage: &mut Stage, (column, row): (u16, u16)) {
    let kind = MouseEventKind::Down(MouseButton::Left);
    stage.act(Action::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

fn last_line(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().to_owned()
}

fn offered() -> Stage {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.model.earlier = Some(Earlier::new("2026-11-20 09:12 UTC", example()));
    stage.keys("1");
    stage
}

#[test]
fn a_click_on_a_sign_folds_one_on_a_mark_chooses_and_one_beside_only_moves() {
    let mut stage = Stage::new(bare(), (100, 30));
    let (x, y) = place(&stage, "▸");
    click(&mut stage, (x, y));
    assert!(stage.screen().contains("▾") && stage.screen().contains("[ ]"), "{}", stage.screen());
    let (x, y) = place(&stage, "[ ]");
    for _ in 0..2 {
        click(&mut stage, (x + 8, y));
        assert!(stage.model.plan().selections.is_empty(), "a click on the name only moves");
    }
    click(&mut stage, (x, y + 1));
    assert_eq!(stage.model.plan().selections.len(), 1, "the first click on a mark chooses");
    click(&mut stage, (x + 1, y + 1));
    assert!(stage.model.plan().selections.is_empty());
    let fold = place(&stage, "▾");
    click(&mut stage, fold);
    assert!(!stage.screen().contains("[ ]"), "{}", stage.screen());
}

#[test]
fn a_click_on_the_key_line_does_what_its_key_does() {
    let mut stage = Stage::new(bare(), (100, 30));
    let next = place(&stage, "] next");
    click(&mut stage, next);
    assert_eq!(stage.model.step, Step::Scopes);
    let help = place(&stage, "? help");
    click(&mut stage, (help.0 + 3, help.1));
    assert!(stage.screen().contains("Keys, those of this step first"), "{}", stage.screen());
    stage.keys("Esc 1 Enter");
    let cancel = place(&stage, "esc cancel");
    click(&mut stage, cancel);
    assert!(stage.model.typing.is_none(), "in a field, too");
}

#[test]
fn the_keys_of_a_wide_line_stay_where_they_are_from_row_to_row() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("Right j");
    assert!(last_line(&stage).contains("space add "), "{}", last_line(&stage));
    let before = place(&stage, "← fold");
    stage.keys("Space");
    assert!(last_line(&stage).contains("space remove "), "{}", last_line(&stage));
    assert_eq!(place(&stage, "← fold"), before);
    click(&mut stage, before);
    assert!(stage.screen().contains("┌ Webhooks "), "a click still meets what it shows: {}", stage.screen());
}

#[test]
fn the_rows_of_links_stay_where_they_are_whichever_is_current() {
    let mut plan = bare();
    for (name, scopes) in [("pro", 4), ("big", 12)] {
        let names = ["automation", "forms", "content", "tickets", "e-commerce", "crm.export", "crm.import", "files"];
        let long = ["crm.lists.read", "crm.lists.write", "settings.users.read", "settings.users.write"];
        let with: Vec<String> = names.iter().chain(&long).take(scopes).map(|name| (*name).to_owned()).collect();
        for name in &with {
            plan.pin(Pin::new(name, ScopeType::ConditionallyRequired, Some("a plan of ours")));
        }
        plan.links.push(NamedLink { name: name.to_owned(), with });
    }
    let mut stage = Stage::new(plan, (80, 24));
    stage.keys("4");
    let before = place(&stage, ") pro");
    let big = place(&stage, ") big");
    click(&mut stage, (big.0 - 1, big.1));
    assert_eq!(stage.model.choice, LinkChoice::Named("big".to_owned()));
    assert_eq!(place(&stage, ") pro"), before);
    click(&mut stage, (before.0 - 1, before.1));
    assert_eq!(stage.model.choice, LinkChoice::Named("pro".to_owned()));
    assert!(matches!(stage.model.current_link_row(), Some(LinkRow::Link(Some(name))) if name == "pro"));
}

#[test]
fn the_way_on_and_the_way_out_stay_in_the_key_line() {
    for size in [(80, 24), (60, 20), (40, 12)] {
        let mut stage = Stage::new(bare(), size);
        for keys in ["1", "2", "Right Down Space", "m", "m 3"] {
            let line = last_line(stage.keys(keys));
            assert!(line.contains("] next") && line.contains("? help") && line.contains("q quit"), "{line}");
        }
        assert!(last_line(stage.keys("4")).contains("q quit"));
    }
}

#[test]
fn an_offer_waits_while_a_field_is_edited_and_comes_back() {
    let mut stage = offered();
    stage.keys("Enter");
    assert!(!stage.screen().contains("Unsaved work"), "{}", stage.screen());
    assert!(last_line(&stage).contains("enter accept"), "{}", stage.screen());
    stage.keys("Esc j");
    assert!(stage.screen().contains("Unsaved work of 2026-11-20 09:12 UTC, "), "{}", stage.screen());
}

#[test]
fn a_change_puts_the_offer_aside_and_says_so() {
    let mut stage = offered();
    stage.keys("Enter Backspace Enter");
    assert!(stage.screen().contains("The work of 2026-11-20 09:12 UTC stays kept"), "{}", stage.screen());
    assert_eq!(stage.effects, [], "neither taken nor dropped");
    stage.keys("j y");
    assert!(!stage.effects.contains(&Effect::TakeWork));
}

#[test]
fn the_hint_of_each_step_holds_there_and_nowhere_else() {
    let mut stage = Stage::new(Plan::default(), (80, 24));
    let enter = "Enter edits the field";
    assert!(stage.screen().contains(enter) && !stage.screen().contains("Space adds"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(!stage.screen().contains(enter), "not while something is typed:\n{}", stage.screen());
    stage.text(CLIENT_ID).keys("Enter j");
    assert!(!stage.screen().contains("edits the field"), "it was used:\n{}", stage.screen());
    assert!(stage.keys("2").screen().contains("then adds what your app does"), "{}", stage.screen());
    assert!(stage.keys("3").screen().contains("p adds a scope by name"), "{}", stage.screen());
    assert!(!stage.keys("4").screen().contains("adds"), "{}", stage.screen());
}

#[test]
fn a_scope_is_completed_from_a_part_of_its_name() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("3 p").text("deals sens");
    insta::assert_snapshot!("scopes-that-fit", stage.screen());
    let names = stage.model.scope_matches();
    assert!(names.len() > 1 && names.iter().all(|name| name.contains("deals") && name.contains("sens")), "{names:?}");
    stage.keys("Tab Down");
    assert_eq!(stage.model.typing.as_ref().unwrap().input.value(), names[1]);
    stage.keys("Up");
    assert_eq!(stage.model.typing.as_ref().unwrap().input.value(), names[0]);
    assert_eq!(stage.model.scope_matches(), names, "the names stay while they are stepped through");
    stage.keys("Enter");
    assert_eq!(stage.model.typing.as_ref().unwrap().purpose, Purpose::PinReason(names[0].to_owned()));
    assert!(stage.screen().contains("(may stay empty)"), "{}", stage.screen());
    assert!(last_line(&stage).contains("enter add scope"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.model.answer.resolved.scope(names[0]).is_some());
}

#[test]
fn a_name_that_is_slightly_wrong_is_completed_by_the_nearest_and_nothing_by_nothing() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("3 p Tab");
    assert_eq!(stage.model.typing.as_ref().unwrap().input.value(), "");
    stage.text("crm.objects.contatcs.read").keys("Tab");
    assert_eq!(stage.model.typing.as_ref().unwrap().input.value(), "crm.objects.contacts.read");
    stage.keys("Esc n").text("x").keys("Tab");
    assert!(stage.model.scope_matches().is_empty());
}

#[test]
fn a_field_that_was_set_says_so() {
    let mut stage = Stage::new(Plan::default(), (100, 30));
    assert_eq!(stage.model.current_field().unwrap().field, Field::ClientId);
    stage.keys("Enter").text(CLIENT_ID).keys("Enter");
    assert!(stage.screen().contains("Client id set."), "{}", stage.screen());
    stage.keys("u");
    assert!(!stage.screen().contains("unchanged"), "{}", stage.screen());
}

#[test]
fn a_moved_type_is_told_in_whole_sentences() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("3 G");
    for key in ["r", "c", "o", "r"] {
        stage.keys(key);
        let said = stage.model.message.as_ref().unwrap().text.clone();
        assert!(!said.contains(".;") && !said.contains("..") && !said.contains(".,"), "{said}");
    }
}

#[test]
fn a_cell_whose_scope_comes_from_a_call_says_so() {
    let mut plan = bare();
    plan.calls.push(ChosenCall::new("GET /crm/v3/objects/contacts"));
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("m");
    let row = stage.screen().lines().find(|line| line.starts_with("│ contacts")).unwrap().to_owned();
    assert!(row.contains('◎'), "{}", stage.screen());
    assert!(stage.screen().contains("the plan has"), "{}", stage.screen());
    assert!(stage.screen().contains("sch: schema  sens: sensitive"), "{}", stage.screen());
}

#[test]
fn details_that_go_on_name_the_key_that_shows_more() {
    let mut stage = Stage::new(example(), (80, 24));
    stage.keys("3");
    assert!(stage.screen().contains("… more: J"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.screen().contains("… more: ↓"), "{}", stage.screen());
}

#[test]
fn details_of_an_option_leave_the_notes_of_its_feature_to_the_heading() {
    let mut stage = Stage::new(bare(), (100, 90));
    let has_notes = |stage: &Stage| stage.screen().matches("Classic webhook subscriptions").count() > 1;
    assert!(has_notes(&stage), "in the list, and over its note:\n{}", stage.screen());
    stage.keys("/").text("webhooks contact.creation").keys("Enter");
    assert!(stage.screen().contains("Needs") && !stage.screen().contains("Notes"), "{}", stage.screen());
}
