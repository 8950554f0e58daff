//! A pasted link and the edit of a save, as pages over the screen.

use hubscope::plan::{Plan, ScopeType};
use hubscope::tui::action::{Action, Report};
use hubscope::tui::effect::Effect;
use hubscope::tui::theme::Theme;

use crate::plans::declared;
use crate::stage::{CLIENT_ID, Stage, bare};

fn link(rest: &str) -> Action {
    Action::Paste(format!(
        "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb{rest}"
    ))
}

#[test]
fn a_pasted_link_in_ascii() {
    let bad = || link("&scopes=crm.objects.contacts.read,forms&optional_scope=automation");
    let mut ascii = Stage::with_theme(declared(), (80, 24), Theme::new(false, true));
    ascii.act(bad());
    insta::assert_snapshot!("pasted-ascii", ascii.screen());
    assert!(ascii.screen().is_ascii());
}

#[test]
fn a_link_is_taken_repaired_with_one_key_and_matches_the_app() {
    let mut stage = Stage::new(declared(), (120, 40));
    stage.act(link("&scope=forms%20automation&optional_scope=crm.objects.contacts.read"));
    stage.keys("r");
    let built = &stage.model.answer.built;
    assert!(built.url.is_some(), "{:?}", built.diagnostics);
    assert_eq!(built.scopes.scope, ["oauth", "automation", "crm.objects.contacts.read"]);
    assert_eq!(built.scopes.optional, ["crm.export"]);
    assert_eq!(stage.model.link_name(), "pasted", "what it demands of conditional scopes is a link with a name");
    stage.keys("u");
    assert!(stage.model.plan().links.is_empty());
}

#[test]
fn a_link_is_taken_as_it_is_with_its_scopes_entered_by_name() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.act(link("&scope=oauth%20crm.lists.read&optional_scope=crm.export&state=abc"));
    stage.keys("t");
    let plan = stage.model.plan();
    let pins: Vec<(&str, ScopeType)> = plan.pins.iter().map(|pin| (pin.scope.as_str(), pin.kind)).collect();
    assert_eq!(pins, [("crm.lists.read", ScopeType::Required), ("crm.export", ScopeType::Optional)]);
    assert!(stage.model.answer.built.draft.ends_with("&state=abc"));
}

#[test]
fn a_pasted_link_can_be_left_or_copied_and_the_plan_stays() {
    let mut stage = Stage::new(declared(), (80, 24));
    let before = stage.model.plan().clone();
    stage.act(link("&scope=oauth%20forms"));
    stage.keys("y");
    let [Effect::Copy { text, .. }] = &stage.effects[..] else { panic!("{:?}", stage.effects) };
    assert!(text.ends_with("&scope=oauth%20crm.objects.contacts.read"), "{text}");
    stage.keys("Esc");
    assert_eq!((stage.model.plan(), stage.model.page), (&before, None));
}

#[test]
fn the_edit_of_a_save_is_shown_first_and_written_on_a_key() {
    let diff = || {
        let lines =
            ["--- app-hsmeta.json", "+++ app-hsmeta.json", "@@ -1,2 +1,3 @@", " \"oauth\"", "+\"forms\"", "-\"x\""];
        Action::Report(Report::Edit(lines.map(str::to_owned).to_vec()))
    };
    let mut stage = Stage::new(declared(), (80, 24));
    stage.act(diff()).keys("Esc");
    assert_eq!(stage.effects, []);
    assert!(stage.screen().contains("Nothing was written."));
    stage.act(diff()).keys("Enter");
    assert_eq!(stage.effects, [Effect::Save]);
}

/// A pasted link whose faults are a comma, http, a slip of a letter, and a retired scope, which only a person can replace.
fn link_with_four_faults(scopes: &str) -> Action {
    Action::Paste(format!(
        "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri=http%3A%2F%2Fshop.example%2Fcb&scope={scopes}"
    ))
}

#[test]
fn a_repair_takes_in_what_is_certain_and_shows_what_it_guesses() {
    let mut stage = Stage::new(Plan::default(), (120, 40));
    stage.act(link_with_four_faults("crm.objects.companies.read,crm.objects.deals.reed"));
    let screen = stage.screen();
    assert!(screen.contains("takes it repaired"), "{screen}");
    assert!(screen.contains("a guess: crm.objects.deals.read for crm.objects.deals.reed"), "{screen}");
    stage.keys("y");
    let [Effect::Copy { text, what }] = &stage.effects[..] else { panic!("{:?}", stage.effects) };
    assert_eq!(what, "the repaired link");
    assert!(text.contains("redirect_uri=https%3A%2F%2Fshop.example%2Fcb"), "{text}");
    stage.keys("r");
    assert!(stage.model.answer.built.url.is_some(), "{:?}", stage.model.answer.built.diagnostics);
}

#[test]
fn a_guess_that_the_app_s_settings_leave_no_room_for_is_not_told() {
    let mut stage = Stage::new(declared(), (120, 40));
    stage.act(link("&scope=oauth%20crm.objects.deal.read"));
    assert!(stage.screen().contains("epaired"), "{}", stage.screen());
    assert!(!stage.screen().contains("a guess"), "{}", stage.screen());
}

#[test]
fn a_link_that_is_partly_repaired_says_what_remains_and_is_copied_as_that() {
    let mut stage = Stage::new(Plan::default(), (80, 24));
    stage.act(link_with_four_faults("crm.objects.companies.read,contacts"));
    insta::assert_snapshot!("pasted-partly", stage.screen());
    stage.keys("y");
    let [Effect::Copy { what, .. }] = &stage.effects[..] else { panic!("{:?}", stage.effects) };
    assert_eq!(what, "the partly repaired link (1 error in it, HubSpot would refuse it)");
}

#[test]
fn enter_takes_a_bad_link_repaired_and_the_key_line_says_what_it_takes() {
    let mut stage = Stage::new(Plan::default(), (120, 40));
    stage.act(link_with_four_faults("crm.objects.companies.read,crm.objects.deals.reed"));
    assert!(stage.screen().contains("r take repaired  t take as it is"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.model.answer.resolved.scope("crm.objects.deals.read").is_some());
    assert!(stage.model.answer.resolved.scope("crm.objects.deals.reed").is_none());
    let mut whole = Stage::new(declared(), (120, 40));
    whole.act(link("&scope=oauth%20crm.objects.contacts.read&optional_scope=crm.export"));
    assert!(whole.screen().contains("r take it  "), "{}", whole.screen());
}
