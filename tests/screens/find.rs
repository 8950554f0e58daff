//! The search over everything: what it finds, in which order, and where Enter leads.

use hubscope::tui::action::Command;
use hubscope::tui::model::{Hit, LinkRow, Step};
use hubscope::tui::theme::Theme;

use crate::stage::{Stage, bare, example};

fn first(stage: &Stage) -> (&str, &'static str) {
    let entry = stage.model.find.as_ref().unwrap().at(0).unwrap();
    (&entry.name, entry.hit.kind())
}

#[test]
fn a_search_in_ascii() {
    let mut ascii = Stage::with_theme(example(), (80, 24), Theme::new(false, true));
    ascii.keys("/").text("crm.lists");
    insta::assert_snapshot!("find-ascii", ascii.screen());
    assert!(ascii.screen().is_ascii());
}

#[test]
fn the_exact_name_comes_first_then_its_beginning_its_words_its_letters() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("/").text("crm.lists.read");
    assert_eq!(first(&stage), ("crm.lists.read", "scope"));
    stage.keys("Esc /").text("contact.cr");
    assert_eq!(first(&stage), ("contact.creation", "feature"));
    stage.keys("Esc /").text("crea deal");
    assert_eq!(first(&stage), ("deal.creation", "feature"));
    stage.keys("Esc /").text("tktcrea");
    assert_eq!(first(&stage), ("ticket.creation", "feature"));
    stage.keys("Esc /").text("zzzz");
    assert!(stage.screen().contains("nothing matches"));
}

#[test]
fn what_was_gone_to_lately_comes_first_among_equals() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("/").text("deal");
    let second = stage.model.find.as_ref().unwrap().at(1).unwrap().name.clone();
    stage.keys("Down Enter Esc /").text("deal");
    let find = stage.model.find.as_ref().unwrap();
    assert_eq!(find.at(0).unwrap().name, second);
}

#[test]
fn a_scope_of_the_plan_leads_to_its_row_and_another_to_the_offer_to_pin_it() {
    let mut stage = Stage::new(example(), (100, 30));
    stage.keys("/").text("crm.objects.deals.read");
    stage.keys("Enter");
    assert_eq!(
        (stage.model.step, stage.model.current_scope().unwrap().name.as_str()),
        (Step::Scopes, "crm.objects.deals.read")
    );
    stage.keys("/").text("hubdb");
    while !matches!(&stage.model.find.as_ref().unwrap().current().unwrap().hit, Hit::Scope(name) if name == "hubdb") {
        stage.keys("Down");
    }
    assert!(stage.screen().contains("not in the plan; Enter offers to pin it"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.screen().contains("Scope name: hubdb"), "{}", stage.screen());
    assert!(stage.model.answer.resolved.scope("hubdb").is_none(), "nothing is chosen yet");
    stage.keys("Enter").text("tables");
    stage.keys("Enter");
    assert!(stage.model.answer.resolved.scope("hubdb").is_some());
}

#[test]
fn an_object_leads_to_its_row_in_the_matrix_and_a_finding_to_its_row_on_link() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (100, 30));
    stage.keys("/").text("0-3");
    assert_eq!(first(&stage), ("deals", "object"));
    stage.keys("Enter");
    assert_eq!(stage.model.current_cell().unwrap().0.object, "deals");
    let rule = stage.model.answer.built.diagnostics[0].rule;
    stage.keys("Esc /").text(rule);
    assert_eq!(first(&stage), (rule, "finding"));
    stage.keys("Enter");
    assert_eq!(stage.model.step, Step::Link);
    assert_eq!(stage.model.current_link_row(), Some(LinkRow::Finding(0)));
}

#[test]
fn a_matrix_left_open_is_there_again_after_a_search_from_another_step() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("m 3 /").text("deal");
    stage.keys("Esc");
    assert_eq!(stage.model.step, Step::Scopes);
    stage.keys("2");
    assert!(stage.model.matrix.is_some());
}

#[test]
fn an_empty_plan_says_how_to_begin_until_the_first_change() {
    let hint = "Space adds what your app does";
    let mut stage = Stage::new(bare(), (80, 24));
    let heading = "Space opens the heading, then adds what your app does";
    assert!(stage.screen().contains(heading), "{}", stage.screen());
    stage.keys("Space Down");
    assert!(stage.screen().contains(hint) && stage.screen().contains("adding it:"), "{}", stage.screen());
    stage.keys("Space");
    stage.keys("j");
    assert!(!stage.screen().contains(hint));
    stage.act(hubscope::tui::action::Action::Run(Command::Undo));
    stage.keys("j");
    assert!(!stage.screen().contains(hint), "it does not come back");
}
