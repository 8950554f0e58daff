//! A pasted text that is no link: a 403, a list of scopes, a sentence of HubSpot's.

use hubscope::plan::{Pin, Plan, ScopeType};
use hubscope::tui::action::Action;
use hubscope::tui::model::Page;
use hubscope::tui::theme::Theme;

use crate::stage::{Stage, bare};

const REFUSED: &str = r#"GET /crm/v3/owners/ {"status":"error","message":"This app hasn't been granted all required scopes to make this call.",
    "category":"MISSING_SCOPES","errors":[{"message":"One or more of the following scopes are required.",
    "context":{"requiredGranularScopes":["crm.objects.owners.read"]}}]}"#;

fn paste(stage: &mut Stage, text: &str) {
    stage.act(Action::Paste(text.to_owned()));
}

fn pins(stage: &Stage) -> Vec<(&str, ScopeType)> {
    stage.model.plan().pins.iter().map(|pin| (pin.scope.as_str(), pin.kind)).collect()
}

fn with(name: &str, kind: ScopeType) -> Plan {
    let mut plan = bare();
    plan.pin(Pin::new(name, kind, None));
    plan
}

#[test]
fn an_answer_in_ascii() {
    let mut ascii = Stage::with_theme(bare(), (80, 24), Theme::new(false, true));
    paste(&mut ascii, REFUSED);
    insta::assert_snapshot!("answer-ascii", ascii.screen());
    assert!(ascii.screen().is_ascii());
}

#[test]
fn one_key_adds_the_scope_that_an_answer_misses() {
    let mut stage = Stage::new(bare(), (120, 40));
    paste(&mut stage, REFUSED);
    assert!(stage.screen().contains("The plan lacks"), "{}", stage.screen());
    stage.keys("r");
    assert_eq!(pins(&stage), [("crm.objects.owners.read", ScopeType::Required)]);
    assert!(stage.screen().contains("1 scope taken as required"), "{}", stage.screen());
    stage.keys("u");
    assert!(pins(&stage).is_empty());
}

#[test]
fn where_one_of_several_scopes_is_enough_the_least_is_added_and_none_where_the_plan_has_one() {
    let body = r#"{"category":"MISSING_SCOPES","errors":[{"message":"One or more of the following scopes are required.",
        "context":{"requiredGranularScopes":["crm.objects.contacts.write","crm.objects.contacts.read"]}}]}"#;
    let mut stage = Stage::new(bare(), (120, 40));
    paste(&mut stage, body);
    stage.keys("Enter");
    assert_eq!(pins(&stage), [("crm.objects.contacts.read", ScopeType::Required)]);
    let mut has = Stage::new(with("crm.objects.contacts.write", ScopeType::Required), (120, 40));
    paste(&mut has, body);
    assert!(!has.screen().contains("The plan lacks"), "{}", has.screen());
    has.keys("r");
    assert_eq!(pins(&has).len(), 1);
}

#[test]
fn a_list_is_taken_with_the_type_of_the_key_however_its_names_are_parted() {
    let texts = [
        "crm.lists.read,crm.export",
        "crm.lists.read crm.export oauth",
        "crm.lists.read\ncrm.export\n",
        "[\"crm.lists.read\", \"crm.export\"]",
    ];
    let kinds = [("r", ScopeType::Required), ("c", ScopeType::ConditionallyRequired), ("o", ScopeType::Optional)];
    for text in texts {
        for (key, kind) in kinds {
            let mut stage = Stage::new(bare(), (100, 30));
            paste(&mut stage, text);
            stage.keys(key);
            assert_eq!(pins(&stage), [("crm.export", kind), ("crm.lists.read", kind)], "{text}");
        }
    }
}

#[test]
fn a_sentence_of_the_install_page_is_answered_and_its_scopes_can_be_made_optional() {
    let mut stage = Stage::new(with("automation", ScopeType::Required), (120, 40));
    paste(&mut stage, "Authorization failed because your account lacks access to the required scopes [automation]");
    assert!(stage.screen().contains("who mends it"), "{}", stage.screen());
    assert!(stage.screen().contains("automation: in the plan, required"), "{}", stage.screen());
    stage.keys("o");
    assert_eq!(pins(&stage), [("automation", ScopeType::Optional)]);
    let mut token = Stage::new(bare(), (80, 24));
    paste(&mut token, r#"{"status":"BAD_REDIRECT_URI","message":"missing or unknown"}"#);
    assert_eq!(token.model.page, Some(Page::PastedText(0)));
    token.keys("r Esc");
    assert!(pins(&token).is_empty() && token.model.page.is_none());
}

#[test]
fn what_is_pasted_into_an_open_field_stays_there() {
    let mut stage = Stage::new(bare(), (80, 24));
    stage.keys("3 p");
    paste(&mut stage, "crm.lists.read");
    assert_eq!(stage.model.typing.as_ref().unwrap().input.value(), "crm.lists.read");
    stage.keys("Esc /");
    paste(&mut stage, "automation");
    assert!(stage.model.page.is_none() && stage.model.find.is_some());
}

#[test]
fn a_hundred_thousand_names_are_read_and_every_known_one_taken() {
    let unknown: Vec<String> = (0..90_000).map(|number| format!("crm.made.up{number}.read")).collect();
    let known: Vec<&str> = hubscope::catalog::Catalog::embedded()
        .scopes()
        .iter()
        .map(|scope| scope.name)
        .filter(|name| *name != "oauth")
        .collect();
    let mut stage = Stage::new(bare(), (80, 24));
    paste(&mut stage, &format!("{}{}", "crm.lists.read ".repeat(100_000), unknown.join(" ")));
    assert!(stage.screen().contains("90001 scopes"), "{}", stage.screen());
    stage.keys("Esc");
    paste(&mut stage, &known.join("\n"));
    stage.keys("o");
    assert_eq!(pins(&stage).len(), known.len());
}
