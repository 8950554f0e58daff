//! Keys to a link: what common wishes cost, counted key by key. A wish that costs more than its bound is a bug.

use std::collections::BTreeSet;

use crate::pty::APP;
use crate::pty::leaving::copied;
use crate::pty::run::{Run, Start};

/// The scopes of the copied link: those in `scope` and those in `optional_scope`.
fn scopes(run: &Run) -> (BTreeSet<String>, BTreeSet<String>) {
    let url = copied(run).unwrap();
    let named = |name: &str| {
        let value =
            url.split(['?', '&']).find_map(|part| part.strip_prefix(name)?.strip_prefix('=')).unwrap_or_default();
        value.split("%20").filter(|scope| !scope.is_empty()).map(ToOwned::to_owned).collect()
    };
    (named("scope"), named("optional_scope"))
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn assert_at_most(run: &Run, most: usize) {
    assert!(run.pressed() <= most, "{} keys, at most {most}", run.pressed());
}

#[test]
fn one_webhook_and_its_link_cost_ten_keys_at_most() {
    let mut run = Start::hubscope(&APP).open();
    run.press("Space j Space y").wait_for("Sent to the terminal");
    assert_eq!(scopes(&run).0, set(&["oauth", "crm.objects.contacts.read"]));
    assert_at_most(&run, 10);
}

#[test]
fn a_card_on_three_record_types_with_contacts_read_and_written_costs_twenty_keys_at_most() {
    let mut run = Start::hubscope(&APP).open();
    run.press("j l j Space j Space j Space h h j l j l j Space j Space y").wait_for("Sent to the terminal");
    let wanted =
        ["companies.read", "contacts.read", "contacts.write", "deals.read"].map(|end| format!("crm.objects.{end}"));
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).chain(["oauth"]).collect();
    assert_eq!(scopes(&run).0, set(&wanted));
    assert_at_most(&run, 20);
}

#[test]
fn twenty_scopes_in_three_types_cost_sixty_keys_at_most() {
    let mut run = Start::hubscope(&APP).open();
    // The properties of the CRM: a list in which nearly every row is a scope of its own.
    run.press("j j j l j l");
    for chosen in 0..19 {
        run.press("j Space");
        match chosen {
            0 => run.press("w"),
            1 => run.press("w w"),
            _ => &mut run,
        };
    }
    run.press("y").wait_for("Sent to the terminal");
    run.press("3");
    for heading in ["REQUIRED  18", "CONDITIONALLY REQUIRED  1", "OPTIONAL  1", "3 Scopes 20"] {
        assert!(run.screen().contains(heading), "{heading}:\n{}", run.screen());
    }
    assert_at_most(&run, 60);
}

#[test]
fn making_a_plan_install_on_free_costs_eight_keys_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"{"version": 1, "features": [
        {"feature": "webhooks.classic", "option": "contact.creation"},
        {"feature": "crm.objects.contacts", "option": "write"},
        {"feature": "automation.workflows"}]}"#;
    std::fs::write(folder.path().join("hubscope.json"), plan).unwrap();
    let mut run = Start::hubscope(&APP).folder(folder.path()).open();
    assert!(run.lines()[0].contains("Free ✗"), "{}", run.screen());
    run.press("3 S");
    assert!(run.lines()[0].contains("Free ✓"), "{}", run.screen());
    run.press("y").wait_for("Sent to the terminal");
    assert_eq!(scopes(&run).1, set(&["automation"]));
    assert_at_most(&run, 8);
}

#[test]
fn a_bad_link_pasted_repaired_and_copied_costs_four_keys_at_most() {
    let mut run = Start::hubscope(&APP).open();
    run.paste(
        "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&amp;\
         redirect_uri=https%3A%2F%2Fshop.example%2Fcb&amp;scopes=crm.objects.contacts.read,crm.objects.deals.read",
    );
    run.wait_for("HubSpot would refuse it; r takes it repaired");
    run.press("r y").wait_for("Sent to the terminal");
    let wanted = ["oauth", "crm.objects.contacts.read", "crm.objects.deals.read"];
    assert_eq!(scopes(&run).0, set(&wanted));
    assert!(copied(&run).unwrap().contains("redirect_uri=https%3A%2F%2Fshop.example%2Fcb"));
    assert_at_most(&run, 4);
}

#[test]
fn a_feature_added_to_a_project_and_saved_costs_twelve_keys_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let app = r#"{
  "uid": "shop",
  "type": "app",
  "config": {
    "name": "Shop",
    "distribution": "private",
    "auth": {
      "type": "oauth",
      "redirectUrls": ["http://localhost:3000/oauth-callback"],
      "requiredScopes": ["oauth", "crm.objects.contacts.read"]
    }
  }
}
"#;
    let webhooks = r#"{"uid": "hooks", "type": "webhooks", "config": {"settings": {"targetUrl": "https://shop.example/h"},
        "subscriptions": {"legacyCrmObjects": [{"subscriptionType": "contact.creation"},
        {"subscriptionType": "contact.deletion"}]}}}"#;
    let card =
        r#"{"uid": "card", "type": "card", "config": {"location": "crm.record.tab", "objectTypes": ["contacts"]}}"#;
    let files = [
        ("hsproject.json", r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#),
        ("src/app/app-hsmeta.json", app),
        ("src/app/webhooks/webhooks-hsmeta.json", webhooks),
        ("src/app/cards/card-hsmeta.json", card),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let mut run = Start::hubscope(&APP[..2]).folder(folder.path()).open();
    run.press("/").type_text("deal crea").press("Enter Space Ctrl-S");
    run.wait_for("+      \"requiredScopes\": [\"oauth\", \"crm.objects.contacts.read\", \"crm.objects.deals.read\"]");
    run.press("Enter").wait_for("Saved");
    let written = std::fs::read_to_string(folder.path().join("src/app/app-hsmeta.json")).unwrap();
    let wanted =
        app.replace("\"crm.objects.contacts.read\"]", "\"crm.objects.contacts.read\", \"crm.objects.deals.read\"]");
    assert_eq!(written, wanted, "nothing else changes");
    assert!(!run.screen().contains("lack"), "{}", run.screen());
    // The text of the search is typed, and so counts letter by letter.
    assert!(run.pressed() - "deal crea".len() <= 12, "{} keys", run.pressed());
}
