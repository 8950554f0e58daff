//! Whole conversations: lines in, lines out.

use super::{Talk, Turn};
use crate::catalog::Catalog;
use crate::plan::{Plan, When};
use crate::tui::action::Report;
use crate::tui::effect::{Effect, Outcome};
use crate::tui::model::Model;

const CLIENT_ID: &str = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";

fn talk(plan: Plan) -> Talk {
    Talk::new(Model::new(Catalog::embedded(), plan, "test".to_owned(), (80, 24)))
}

fn complete() -> Plan {
    let mut plan = Plan::default();
    plan.app.client_id = Some(CLIENT_ID.to_owned());
    plan.app.redirect_url = Some("http://localhost:3000/cb".to_owned());
    plan
}

/// Says the lines one after the other; what the last one was answered.
fn says(talk: &mut Talk, lines: &str) -> Turn {
    let mut turn = Turn::default();
    for line in lines.split('|') {
        turn = talk.answer(line.trim());
    }
    turn
}

fn text(turn: &Turn) -> String {
    turn.lines.join("\n")
}

#[track_caller]
fn hears(talk: &mut Talk, lines: &str, parts: &[&str]) {
    let turn = says(talk, lines);
    for part in parts {
        assert!(text(&turn).contains(part), "{part:?} is not in\n{}", text(&turn));
    }
}

fn url(turn: &Turn) -> String {
    match &turn.effects[..] {
        [Effect::Quit(Outcome::Accepted { url, .. })] => url.clone(),
        other => panic!("{other:?}\n{}", text(turn)),
    }
}

#[test]
fn an_empty_plan_is_asked_for_what_a_link_needs_and_leaves_with_it() {
    let mut talk = talk(Plan::default());
    assert!(text(&talk.open()).contains("Client id"));
    hears(&mut talk, CLIENT_ID, &["Redirect URL"]);
    hears(&mut talk, "https://shop.example/cb", &["Step 1 of 4"]);
    hears(&mut talk, "", &["Step 2 of 4"]);
    hears(&mut talk, "deal.creation", &["1. webhooks.classic:deal.creation"]);
    hears(&mut talk, "1", &["New scope: crm.objects.deals.read (required)."]);
    hears(&mut talk, "features | next", &["Step 3 of 4", "crm.objects.deals.read (required, locked"]);
    hears(&mut talk, "next", &["Step 4 of 4", "HubSpot would accept this link:", "On Free it installs."]);
    assert!(url(&says(&mut talk, "")).ends_with("scope=oauth%20crm.objects.deals.read"));
}

#[test]
fn a_call_asks_for_its_record_type_and_when_it_is_needed_decides_the_type() {
    let mut talk = talk(complete());
    talk.open();
    hears(&mut talk, "get owners", &["GET /crm/v3/owners"]);
    let place = says(&mut talk, "list").lines.iter().position(|line| line.ends_with(". GET /crm/v3/owners"));
    let Some(place) = place else { panic!("no such row") };
    hears(&mut talk, &place.to_string(), &["New scope: crm.objects.owners.read"]);
    hears(&mut talk, &format!("when {place} | 3"), &["crm.objects.owners.read is optional now."]);
    hears(&mut talk, "chosen", &["GET /crm/v3/owners (chosen, if-available)"]);
    assert_eq!(talk.model.plan().calls[0].when, When::IfAvailable);
    hears(&mut talk, "undo", &["Undone.", "crm.objects.owners.read is required now."]);
    hears(&mut talk, "redo", &["Redone.", "crm.objects.owners.read is optional now."]);
}

#[test]
fn only_what_changed_is_said_and_the_same_list_is_not_said_again() {
    let mut talk = talk(complete());
    talk.open();
    says(&mut talk, "find contact.creation");
    let turn = says(&mut talk, "1");
    assert!(!text(&turn).contains("1. webhooks"), "{}", text(&turn));
    hears(&mut talk, "list", &["1. webhooks.classic:contact.creation", "(chosen)"]);
    hears(
        &mut talk,
        "? 1",
        &["HubSpot checks its scopes when it is set up", "Removing it: - crm.objects.contacts.read"],
    );
    hears(&mut talk, "1", &["Scope gone: crm.objects.contacts.read."]);
}

#[test]
fn types_move_and_say_what_that_does_to_old_links_while_locked_ones_say_why() {
    let mut plan = complete();
    plan.toggle("crm.owners", None);
    plan.toggle("webhooks.classic", Some("deal.creation"));
    let mut talk = talk(plan);
    talk.open();
    let list = says(&mut talk, "scopes");
    let number = |name: &str| {
        let line = list.lines.iter().find(|line| line.contains(name)).unwrap();
        line.trim().split('.').next().unwrap().to_owned()
    };
    hears(&mut talk, &number("deals.read"), &["stays required: HubSpot checks it"]);
    hears(&mut talk, &number("owners.read"), &["which type?", "1. required (as it is)"]);
    hears(&mut talk, "3", &["is optional now.", "Old links that demand it are refused"]);
    hears(&mut talk, "pin | crm.lists.raed", &["is in no HubSpot source", "crm.lists.read", "once more"]);
    hears(&mut talk, "back | pin | crm.lists.read | for the lists", &["New scope: crm.lists.read (required)."]);
}

#[test]
fn a_named_link_takes_conditional_scopes() {
    let mut plan = complete();
    plan.toggle("crm.owners", None);
    plan.selections[0].when = When::PerLink;
    let mut talk = talk(plan);
    talk.open();
    let turn = says(&mut talk, "link");
    assert!(!text(&turn).contains("choose the conditional scopes"));
    let new = turn.lines.iter().find(|line| line.contains("make a new named link")).unwrap().trim().to_owned();
    hears(&mut talk, new.split('.').next().unwrap(), &["What is the new link called?"]);
    let turn = says(&mut talk, "big");
    let row = turn.lines.iter().find(|line| line.contains("choose the conditional scopes of big")).unwrap().trim();
    hears(&mut talk, row.split('.').next().unwrap(), &["crm.objects.owners.read (out)"]);
    hears(&mut talk, "1", &["crm.objects.owners.read is in the link big."]);
    assert!(url(&says(&mut talk, "back | ")).contains("crm.objects.owners.read"));
}

#[test]
fn the_edit_is_shown_before_it_is_written() {
    let mut talk = talk(complete());
    talk.open();
    says(&mut talk, "find deal.creation | 1");
    assert_eq!(says(&mut talk, "save").effects, [Effect::Preview]);
    let turn = talk.report(Report::Edit(vec!["+ \"crm.objects.deals.read\"".to_owned()]));
    assert!(text(&turn).contains("+ \"crm.objects.deals.read\"") && text(&turn).contains("Write it?"));
    hears(&mut talk, "n", &["Nothing was written."]);
    says(&mut talk, "save");
    talk.report(Report::Edit(vec!["+".to_owned()]));
    assert_eq!(says(&mut talk, "y").effects, [Effect::Save]);
    talk.report(Report::Saved { text: "Saved.".to_owned(), settings: None });
    assert_eq!(says(&mut talk, "quit").effects, [Effect::Quit(Outcome::Cancelled)]);
}

#[test]
fn quitting_with_unsaved_work_asks_once_and_the_end_of_the_input_cancels() {
    let mut talk = talk(complete());
    talk.open();
    hears(&mut talk, "find deal.creation | 1 | quit", &["The plan is not saved.", "leave without saving"]);
    assert!(says(&mut talk, "").effects.is_empty());
    assert_eq!(says(&mut talk, "quit | 2").effects, [Effect::Quit(Outcome::Cancelled)]);
    assert_eq!(talk.end().effects, [Effect::Quit(Outcome::Cancelled)]);
}

#[test]
fn a_pasted_link_is_checked_and_taken_repaired() {
    let mut talk = talk(Plan::default());
    talk.open();
    let link = format!(
        "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&state=s1&scopes=oauth,crm.lists.read"
    );
    hears(&mut talk, &link, &["That is an install link.", "Error:", "1. take it into the plan, repaired"]);
    hears(&mut talk, "1", &["New scope: crm.lists.read (required)."]);
    assert!(url(&says(&mut talk, "link | ")).contains("crm.lists.read"));
}

#[test]
fn settings_are_taken_left_and_taken_away() {
    let mut talk = talk(complete());
    talk.open();
    let list = says(&mut talk, "app");
    let number = |name: &str| {
        let line = list.lines.iter().find(|line| line.contains(name)).unwrap();
        line.trim().split('.').next().unwrap().to_owned()
    };
    hears(&mut talk, &number("Distribution"), &["1. private (as it is)", "2. marketplace"]);
    says(&mut talk, "2");
    hears(&mut talk, &number("Account id"), &["It is not set."]);
    says(&mut talk, "123456");
    assert_eq!(talk.model.plan().app.account.as_deref(), Some("123456"));
    says(&mut talk, &number("Account id"));
    says(&mut talk, "none");
    assert_eq!(talk.model.plan().app.account, None);
    assert_eq!(says(&mut talk, &format!("{} | random", number("State"))).effects, [Effect::RandomState]);
    hears(&mut talk, "? | wat", &["wat is no answer here"]);
    hears(&mut talk, "99", &["There is no answer 99"]);
}

mod anything {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn no_conversation_panics_and_every_answer_ends_with_a_question_or_an_effect(
            lines in prop::collection::vec(prop_oneof![
                6 => prop::sample::select(vec![
                    "", "1", "2", "3", "1 2 3", "back", "next", "undo", "redo", "?", "? 1", "when 1", "list", "more", "status",
                    "app", "features", "scopes", "link", "find deal", "chosen", "pin", "suggested", "save", "quit", "y", "n",
                    "crm.lists.read", "contacts", "none", "https://app.hubspot.com/oauth/authorize?scope=x",
                ]).prop_map(str::to_owned),
                1 => "\\PC{0,12}",
            ], 0..40)
        ) {
            let mut talk = talk(complete());
            talk.open();
            for line in lines {
                let turn = talk.answer(&line);
                prop_assert!(!turn.effects.is_empty() || turn.lines.last().is_some_and(|last| last.ends_with(':')));
                if turn.effects == [Effect::Preview] {
                    talk.report(Report::Edit(vec!["+".to_owned()]));
                }
            }
        }
    }
}

#[test]
fn what_is_settled_is_not_said_as_if_it_were_wrong() {
    let mut talk = talk(Plan::default());
    talk.open();
    let said = text(&talk.answer(CLIENT_ID));
    assert!(!said.contains("needs the app's client id"), "{said}");
    assert!(said.contains("That is settled. Still to do: "), "{said}");
    let said = text(&talk.answer("https://shop.example/cb"));
    assert!(said.contains("That is settled; nothing is left that HubSpot would refuse."), "{said}");
}
