//! The search over everything: what it finds, in which order, and where Enter leads.

use hubscope::tui::action::{Action, Command};
use hubscope::tui::model::{Field, Hit, LinkRow, Step};
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
fn a_retired_scope_is_called_so_before_it_is_pinned() {
    let mut stage = Stage::new(bare(), (100, 30));
    stage.keys("/").text("contacts scope");
    for _ in 0..40 {
        if stage.model.find.as_ref().unwrap().current().is_some_and(|entry| entry.name == "contacts") {
            break;
        }
        stage.keys("Down");
    }
    let screen = stage.screen();
    assert!(screen.contains("contacts is retired: a link that has it is refused"), "{screen}");
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
fn a_slip_of_the_hand_still_finds_and_a_name_that_means_something_else_leads_there() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("/").text("contcats");
    assert_eq!(first(&stage).0, "contacts");
    assert!(stage.screen().contains("nearest: contacts"), "{}", stage.screen());
    stage.keys("Esc /").text("propertychnage deal");
    assert_eq!(first(&stage), ("deal.propertyChange", "feature"));
    stage.keys("Esc /").text("crm.objects.workflows.read");
    assert_eq!(first(&stage), ("automation", "scope"));
    stage.keys("Esc /").text("deal");
    assert!(!stage.screen().contains("nearest"), "{}", stage.screen());
}

#[test]
fn what_matches_badly_is_not_shown_beside_what_matches_well() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("/").text("crm.lists");
    let find = stage.model.find.as_ref().unwrap();
    let names: Vec<&str> = (0..find.len()).map(|row| find.at(row).unwrap().name.as_str()).collect();
    assert!(names.iter().all(|name| name.contains("lists")), "{names:?}");
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
fn an_object_leads_to_its_row_in_the_matrix_and_a_finding_to_what_mends_it() {
    let mut stage = Stage::new(hubscope::plan::Plan::default(), (100, 30));
    stage.keys("/").text("0-3");
    assert_eq!(first(&stage), ("deals", "object"));
    stage.keys("Enter");
    assert_eq!(stage.model.current_cell().unwrap().0.object, "deals");
    let rule = stage.model.answer.built.diagnostics[0].rule.id;
    stage.keys("Esc /").text(rule);
    assert_eq!(first(&stage), (rule, "finding"));
    assert!(stage.screen().contains("Enter goes to Client id on App"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!((stage.model.step, stage.model.current_field().unwrap().field), (Step::App, Field::ClientId));
    assert!(stage.screen().contains("client id"), "{}", stage.screen());
}

#[test]
fn enter_on_a_finding_goes_to_what_it_is_about_and_never_leaves_the_program() {
    let mut stage = Stage::new(example(), (120, 40));
    let note = |row: &LinkRow| matches!(row, LinkRow::Note(_));
    stage.keys("4");
    stage.model.link.row = stage.model.link_rows().iter().position(note).unwrap();
    stage.keys("Enter");
    assert!(stage.effects.is_empty(), "{:?}", stage.effects);
    assert_eq!((stage.model.step, stage.model.current_field().unwrap().field), (Step::App, Field::State));
    let mut plan = bare();
    plan.pin(hubscope::plan::Pin::new("crm.objects.deals.raed", hubscope::plan::ScopeType::Required, None));
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("4");
    stage.model.link.row = stage.model.link_rows().iter().position(|row| *row == LinkRow::Finding(0)).unwrap();
    assert!(!stage.screen().contains("leave with link"), "{}", stage.screen());
    stage.keys("Enter");
    assert_eq!(stage.model.step, Step::Scopes);
    assert_eq!(stage.model.current_scope().unwrap().name, "crm.objects.deals.raed");
}

#[test]
fn notes_and_settings_are_found_and_lead_to_their_field() {
    for (typed, field) in [("forged", Field::State), ("no state", Field::State), ("client id", Field::ClientId)] {
        let mut stage = Stage::new(example(), (120, 40));
        stage.keys("/").text(typed);
        stage.keys("Enter");
        assert_eq!((stage.model.step, stage.model.current_field().unwrap().field), (Step::App, field), "{typed}");
    }
}

#[test]
fn what_is_chosen_stands_before_what_fits_as_well_and_after_the_very_name() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.keys("/").text("contacts");
    let find = stage.model.find.as_ref().unwrap();
    let names: Vec<&str> = (0..24).map(|place| find.at(place).unwrap().name.as_str()).collect();
    let at = |name: &str| names.iter().position(|other| *other == name).unwrap_or_else(|| panic!("{name}: {names:?}"));
    assert_eq!(at("contacts"), 0, "{names:?}");
    let rest = at("cards.app:contacts");
    assert!(at("contact.creation") < rest && at("crm.objects.contacts.read") < rest, "{names:?}");
    assert!(at("contacts-access") < at("contact.creation") && rest < at("crm.objects.contacts:read"), "{names:?}");
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

#[test]
fn a_token_that_is_typed_or_pasted_is_said_to_be_one_and_neither_shown_nor_kept() {
    const SAID: &str = "That is a token or key (Private app";
    let token = "pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";
    let mut stage = Stage::new(bare(), (120, 40));
    let is_told = |stage: &Stage| {
        let screen = stage.screen();
        screen.contains(SAID) && !screen.contains("3f2b") && !screen.contains("0a3b")
    };
    stage.keys("/").text(token);
    assert!(is_told(&stage), "{}", stage.screen());
    assert_eq!(stage.model.find.as_ref().unwrap().input.value(), "");
    stage.text(" deal");
    assert!(stage.model.find.as_ref().unwrap().input.value().ends_with("deal"));
    stage.keys("Esc /").act(Action::Paste(token.to_owned()));
    assert!(is_told(&stage), "{}", stage.screen());
    stage.keys("Esc").act(Action::Paste(format!("Authorization: Bearer {token}\n")));
    assert!(is_told(&stage), "{}", stage.screen());
}
