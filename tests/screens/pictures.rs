//! Pictures of moments on the way; every screen at every size is in `looks`.

use hubscope::tui::theme::Theme;
use ratatui::style::{Color, Modifier};

use crate::stage::{Stage, bare, example};

const SIZES: [(u16, u16); 5] = [(120, 40), (100, 30), (80, 24), (60, 20), (40, 12)];

#[test]
fn an_empty_plan_says_what_it_needs() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (80, 24));
    insta::assert_snapshot!("empty-app", stage.screen());
    stage.keys("4");
    insta::assert_snapshot!("empty-link", stage.screen());
}

#[test]
fn a_search_a_field_a_question_and_the_pages() {
    let mut stage = Stage::new(bare(), (80, 24));
    stage.keys("/").text("deal crea");
    insta::assert_snapshot!("search", stage.screen());
    stage.keys("Enter Space");
    insta::assert_snapshot!("chosen", stage.screen());
    stage.keys("3 p").text("crm.lists.raed");
    insta::assert_snapshot!("pin-question", stage.screen());
    stage.keys("Enter").text("segments");
    stage.keys("Enter");
    insta::assert_snapshot!("unknown-scope", stage.screen());
    stage.keys("1 Enter").text("x");
    insta::assert_snapshot!("field", stage.screen());
    stage.keys("Esc ?");
    insta::assert_snapshot!("help", stage.screen());
    stage.keys("Esc 4 v");
    insta::assert_snapshot!("bare-link", stage.screen());
    stage.keys("Esc q");
    insta::assert_snapshot!("question", stage.screen());
}

#[test]
fn a_screen_that_is_too_small_says_so() {
    let stage = Stage::new(example(), (30, 8));
    insta::assert_snapshot!("too-small", stage.screen());
}

#[test]
fn rules_of_an_old_day_are_shown() {
    let mut plan = bare();
    plan.as_of = Some("2019-12-01".parse().unwrap());
    plan.toggle("webhooks.classic", Some("deal.creation"));
    let mut stage = Stage::new(plan, (100, 30));
    insta::assert_snapshot!("as-of-features", stage.screen());
    stage.keys("3 Down");
    insta::assert_snapshot!("as-of-scopes", stage.screen());
}

#[test]
fn without_colour_nothing_is_coloured_and_the_cursor_is_reversed() {
    let mut stage = Stage::with_theme(example(), (80, 24), Theme::new(false, false));
    for step in 1..=4 {
        stage.keys(&step.to_string());
        let cells = &stage.buffer().content;
        assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "step {step}");
        let reversed = cells.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count();
        assert!(reversed >= 20, "the row under the cursor of step {step} is reversed");
    }
}

#[test]
fn an_ascii_screen_has_ascii_only() {
    for size in SIZES {
        let mut stage = Stage::with_theme(example(), size, Theme::new(true, true));
        for step in 1..=4 {
            stage.keys(&step.to_string());
            assert!(stage.screen().is_ascii(), "step {step}:\n{}", stage.screen());
        }
    }
    let mut stage = Stage::with_theme(example(), (80, 24), Theme::new(false, true));
    stage.keys("3 G");
    insta::assert_snapshot!("ascii-scopes", stage.screen());
}

#[test]
fn calls_are_told_apart_by_the_end_of_their_paths() {
    let mut plan = bare();
    plan.toggle_call("GET /crm/v3/objects/deals/{objectId}");
    let mut stage = Stage::new(plan, (80, 24));
    stage.keys("/").text("contacts batch");
    insta::assert_snapshot!("calls-search", stage.screen());
    stage.keys("Esc");
    insta::assert_snapshot!("calls-chosen", stage.screen());
}
