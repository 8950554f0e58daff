//! Advice that is followed helps: suggestions, the one change that lets more in, a better name for a scope.

use hubscope::catalog::{Catalog, Selectable, Status};
use hubscope::check::LinkOptions;
use hubscope::plan::{LinkChoice, NamedLink, Pin, Plan, ScopeType};
use hubscope::tui::effect::{Effect, Outcome};
use hubscope::tui::model::LinkRow;
use proptest::prelude::*;

use crate::plans::declared;
use crate::stage::{Stage, bare, example};

/// The rules and subjects of the errors of the current link.
fn errors(stage: &Stage) -> Vec<(&'static str, String)> {
    let found = stage.model.answer.built.diagnostics.iter().filter(|found| found.is_error());
    found.map(|found| (found.rule.id, found.subject.clone())).collect()
}

fn go_to(stage: &mut Stage, is_it: impl Fn(&LinkRow) -> bool) {
    stage.keys("4 g");
    for _ in 0..80 {
        if stage.model.current_link_row().as_ref().is_some_and(&is_it) {
            return;
        }
        stage.keys("Down");
    }
    panic!("no such row:\n{}", stage.screen());
}

#[test]
fn a_scope_that_becomes_optional_leaves_the_links_that_demanded_it_and_undo_brings_it_back() {
    let mut stage = Stage::new(example(), (120, 40));
    stage.model.choice = LinkChoice::Named("pro".to_owned());
    stage.model.recompute();
    let with = |stage: &Stage| stage.model.plan().links.iter().find(|link| link.name == "pro").unwrap().with.clone();
    let before = with(&stage);
    stage.keys("3");
    stage.model.reveal_scope("automation");
    stage.keys("o");
    assert_eq!(errors(&stage), []);
    assert!(with(&stage).is_empty() && !before.is_empty());
    assert!(stage.screen().contains("the link pro demands automation no more"), "{}", stage.screen());
    stage.keys("u");
    assert_eq!(with(&stage), before);
    assert!(stage.screen().contains("the link pro demands automation again"), "{}", stage.screen());
}

#[test]
fn a_misspelt_scope_is_put_right_with_the_key_of_suggestions() {
    let mut plan = bare();
    plan.pin(Pin::new("crm.objects.deals.reed", ScopeType::Optional, Some("deals")));
    let mut stage = Stage::new(plan, (120, 40));
    stage.keys("3");
    stage.model.reveal_scope("crm.objects.deals.reed");
    stage.keys("Up Down");
    assert!(stage.screen().contains("s take suggestion"), "{}", stage.screen());
    assert!(stage.screen().contains("suggestion: crm.objects.deals.read in its place"), "{}", stage.screen());
    stage.keys("s");
    assert!(stage.screen().contains("crm.objects.deals.read stands in the place of crm.objects.deals.reed"));
    let pins: Vec<_> = stage.model.plan().pins.iter().map(|pin| (pin.scope.as_str(), pin.kind)).collect();
    assert_eq!(pins, [("crm.objects.deals.read", ScopeType::Optional)]);
    assert!(stage.model.answer.built.url.is_some());
    stage.keys("u");
    assert_eq!(stage.model.plan().pins[0].scope, "crm.objects.deals.reed");
}

#[test]
fn enter_steps_values_copies_snippets_and_leaves_from_every_other_row() {
    let mut stage = Stage::new(bare(), (120, 40));
    go_to(&mut stage, |row| *row == LinkRow::Account);
    assert!(stage.screen().contains("enter next tier"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(stage.screen().contains("‹ Starter ›"), "{}", stage.screen());
    assert_eq!(stage.effects, []);
    go_to(&mut stage, |row| matches!(row, LinkRow::Snippet(_)));
    assert!(stage.screen().contains("enter copy snippet"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(matches!(&stage.effects[..], [Effect::Copy { .. }]), "{:?}", stage.effects);
    go_to(&mut stage, |row| *row == LinkRow::Outcome);
    stage.keys("Enter");
    assert!(matches!(stage.effects.last(), Some(Effect::Quit(Outcome::Accepted { .. }))), "{:?}", stage.effects);
}

#[test]
fn the_question_of_unsaved_work_offers_to_leave_with_the_link_where_there_is_one() {
    let change = |plan: &mut Plan| {
        plan.toggle("webhooks.classic", Some("deal.creation"));
    };
    let mut stage = Stage::new(bare(), (100, 30));
    stage.model.change(change);
    stage.keys("q");
    assert!(stage.screen().contains("l with link"), "{}", stage.screen());
    stage.keys("l");
    assert!(matches!(&stage.effects[..], [Effect::Quit(Outcome::Accepted { unsaved: true, .. })]));
    let mut open = Stage::new(Plan::default(), (100, 30));
    open.model.change(change);
    open.keys("q");
    assert!(!open.screen().contains("with link") && !open.screen().contains("leaves with"), "{}", open.screen());
}

#[test]
fn the_step_link_notes_what_check_notes_of_the_link() {
    let mut stage = Stage::new(bare(), (120, 40));
    let found =
        hubscope::check::check_link(Catalog::embedded(), &stage.model.answer.built.draft, &LinkOptions::default());
    let rules =
        |found: &[hubscope::diagnostic::Diagnostic]| found.iter().map(|found| found.rule.id).collect::<Vec<_>>();
    assert_eq!(rules(stage.model.notes()), rules(&found.diagnostics));
    assert_eq!(rules(stage.model.notes()), ["url/missing-state"]);
    go_to(&mut stage, |row| *row == LinkRow::Note(0));
    assert!(stage.screen().contains("Add a state that is random"), "{}", stage.screen());
}

#[test]
fn without_a_client_id_nothing_says_that_the_link_installs() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        let mut stage = Stage::new(Plan::default(), size);
        assert!(stage.screen().contains("complete"), "{}", stage.screen());
        go_to(&mut stage, |row| *row == LinkRow::Outcome);
        assert!(stage.screen().contains("no link yet; then: installs"), "{}", stage.screen());
    }
}

#[test]
fn whether_the_apps_settings_match_is_a_condition_where_they_are_not_known() {
    let mut stage = Stage::new(bare(), (120, 40));
    stage.keys("4");
    let screen = stage.screen().replace(['\n', '│'], " ");
    let words: Vec<&str> = screen.split_whitespace().collect();
    assert!(words.join(" ").contains("nothing, once the settings match"), "{}", stage.screen());
    let mut plan = bare();
    plan.app.declared = Some(hubscope::plan::Declared::default());
    let mut known = Stage::new(plan, (120, 40));
    known.keys("4");
    assert!(!known.screen().contains("once the settings match"), "{}", known.screen());
}

#[test]
fn advice_that_is_followed_already_is_not_given() {
    let mut plan = bare();
    plan.pin(Pin::new("automation", ScopeType::ConditionallyRequired, None));
    plan.links.push(NamedLink { name: "pro".to_owned(), with: vec!["automation".to_owned()] });
    plan.app.distribution = hubscope::plan::Distribution::Marketplace;
    let mut stage = Stage::new(plan, (120, 60));
    stage.model.choice = LinkChoice::Named("pro".to_owned());
    stage.model.recompute();
    go_to(&mut stage, |row| *row == LinkRow::Outcome);
    let screen = stage.screen();
    assert!(!screen.contains("in a link of its") && screen.contains("or give this account a link"), "{screen}");
    assert!(!screen.contains("allow list"), "{screen}");
}

fn any_scope() -> impl Strategy<Value = &'static str> {
    let is_usable = |scope: &&hubscope::catalog::Scope| {
        scope.status == Status::Current && scope.selectable == Selectable::AccountLevel && !scope.pattern
    };
    let names: Vec<&str> = Catalog::embedded().scopes().iter().filter(is_usable).map(|scope| scope.name).collect();
    prop::sample::select(names)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn advice_that_is_followed_brings_no_error(
        pins in prop::collection::vec((any_scope(), 0usize..3), 1..6),
        in_link in prop::collection::vec(any::<bool>(), 6),
        named in any::<bool>(),
    ) {
        let mut plan = bare();
        for (name, kind) in &pins {
            plan.pin(Pin::new(name, ScopeType::ALL[*kind], None));
        }
        let is_conditional = |name: &&str| {
            plan.pins.iter().any(|pin| pin.scope == **name && pin.kind == ScopeType::ConditionallyRequired)
        };
        let demanded = pins.iter().zip(in_link).filter(|(_, inside)| *inside).map(|((name, _), _)| *name);
        let with = demanded.filter(is_conditional).map(str::to_owned).collect();
        plan.links.push(NamedLink { name: "pro".to_owned(), with });
        let mut stage = Stage::new(plan, (120, 40));
        if named {
            stage.model.choice = LinkChoice::Named("pro".to_owned());
            stage.model.recompute();
        }
        let suggested = stage.model.answer.suggestions.iter().map(|one| vec![one.scope.clone()]);
        let changes = stage.model.standing().changes.iter().map(|change| change.scopes.clone());
        let advice: Vec<Vec<String>> = suggested.chain(changes).collect();
        let before = errors(&stage);
        for scopes in advice {
            let depth = scopes.len();
            stage.keys("3");
            for scope in &scopes {
                stage.model.reveal_scope(scope);
                stage.keys("o");
                let is_optional = stage.model.answer.resolved.scope(scope).map(|scope| scope.kind);
                prop_assert_eq!(is_optional, Some(ScopeType::Optional), "{}", scope);
            }
            let after = errors(&stage);
            prop_assert!(after.iter().all(|error| before.contains(error)), "{scopes:?}: {after:?}");
            (0..depth).for_each(|_| { stage.keys("u"); });
        }
    }
}

#[test]
fn oauth_is_no_entry_that_could_be_taken_out_though_the_settings_name_it() {
    let mut stage = Stage::new(declared(), (120, 40));
    stage.keys("3 g");
    assert!(!stage.screen().contains("x unpin"), "{}", stage.screen());
    stage.keys("x");
    assert!(stage.screen().contains("HubSpot adds oauth to every OAuth app, and it cannot be removed."));
    assert!(!stage.model.is_dirty());
}
