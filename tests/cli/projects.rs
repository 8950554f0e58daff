//! HubSpot projects: read as they stand, with what is wrong said at its place.

use super::run::{CLIENT_ID, Run, assert_says, hubscope};

const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
const CARD: &str =
    r#"{"uid": "c", "type": "card", "config": {"location": "crm.record.tab", "objectTypes": ["CONTACT"]}}"#;

fn app(more: &str) -> String {
    format!(
        r#"{{"uid": "shop", "type": "app", "config": {{"name": "Shop", "distribution": "private", {more} "auth": {{
            "type": "oauth", "redirectUrls": ["https://shop.example/done", "https://shop.example/other"],
            "requiredScopes": ["oauth", "crm.objects.contacts.read"], "optionalScopes": ["crm.export"]}}}}}}"#
    )
}

fn project(line: &str) -> Run {
    hubscope(&format!("url --client-id {CLIENT_ID} --project . {line}"))
        .file("hsproject.json", SETTINGS)
        .file("src/app/app-hsmeta.json", app(""))
        .file("src/app/cards/card-hsmeta.json", CARD)
}

#[test]
fn a_project_gives_its_scopes_its_first_redirect_url_and_its_features() {
    let link = project("").link();
    assert_eq!(link.redirect_uri, "https://shop.example/done");
    assert_eq!(link.scope, ["oauth", "crm.objects.contacts.read"]);
    assert_eq!(link.optional_scope, ["crm.export"]);
}

#[test]
fn a_project_is_found_from_a_folder_within() {
    let run = project("").file("src/app/deep/x.txt", "");
    let mut command = run.command();
    let done = command.current_dir(run.folder().join("src/app/deep")).output().unwrap();
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn a_folder_without_project_says_what_it_looked_for() {
    let said = hubscope("url --project .").trouble();
    assert_says(&said, &[". is no HubSpot project", "hsproject.json"]);
}

#[test]
fn a_folder_that_is_not_there_is_not_the_project_above_it() {
    for line in ["url --project nowhere", "url nowhere", "simulate nowhere", "explain crm.export --project nowhere"] {
        let said = hubscope(line).file("hsproject.json", SETTINGS).file("src/app/app-hsmeta.json", app("")).trouble();
        assert_says(&said, &["cannot open nowhere"]);
        assert!(!said.contains("subcommand"), "{said}");
    }
    assert_says(&hubscope("urll").trouble(), &["cannot open urll", "did you mean hubscope url?"]);
}

#[test]
fn a_redirect_url_that_is_not_registered_is_refused() {
    assert_eq!(project("--redirect-uri https://shop.example/other").link().redirect_uri, "https://shop.example/other");
    let said = project("--redirect-uri https://shop.example/done/").refusal();
    assert_says(&said, &["match/redirect-not-registered", "letter for letter", "https://shop.example/done, "]);
}

#[test]
fn a_feature_that_the_settings_have_no_scope_for_is_named() {
    let said = project("--feature cards.app:deals").refusal();
    assert_says(&said, &["plan/settings-lack-scope", "crm.objects.deals.read", "requiredScopes", "--force"]);
    let done = project("--feature cards.app:deals --force").run().exits(0);
    assert_says(&done.err, &["plan/settings-lack-scope", "crm.objects.deals.read", "requiredScopes"]);
    assert_says(&done.out, &["crm.objects.deals.read"]);
}

fn hooks(active: bool) -> String {
    format!(
        r#"{{"uid": "hooks", "type": "webhooks", "config": {{"settings": {{"targetUrl": "https://shop.example/h",
            "maxConcurrentRequests": 10}}, "subscriptions": {{"legacyCrmObjects": [
            {{"subscriptionType": "deal.creation", "active": {active}}}]}}}}}}"#
    )
}

#[test]
fn a_link_that_the_settings_would_refuse_today_is_not_printed_and_says_what_is_missing_for_which_feature() {
    let run = project("").file("src/app/webhooks/hooks-hsmeta.json", hooks(true));
    let said = run.refusal();
    let parts = [
        "error[plan/settings-lack-scope]",
        "crm.objects.deals.read",
        "webhooks.classic:deal.creation",
        "hubscope check --fix --write",
        "--force",
    ];
    assert_says(&said, &parts);
    let answer = run.json();
    assert_eq!(answer["url"], serde_json::Value::Null);
    let forced = project("--force").file("src/app/webhooks/hooks-hsmeta.json", hooks(true)).link();
    assert_eq!(forced.scope, ["oauth", "crm.objects.contacts.read", "crm.objects.deals.read"]);
    // What the settings have as another type stands in the wrong place of a link.
    let other = project("--scope crm.export").refusal();
    assert_says(&other, &["error[plan/settings-differ]", "crm.export is optional in the app's settings"]);
}

#[test]
fn a_link_that_leaves_out_what_the_settings_require_is_not_printed() {
    let app = app("").replace("contacts.read\"]", "contacts.read\", \"crm.lists.read\"]");
    let run = |line: &str| project(line).file("src/app/app-hsmeta.json", &app);
    let said = run("--keep-declared=false").refusal();
    assert_says(&said, &["error[match/required-missing]", "crm.lists.read is required in the app's settings"]);
    let forced = run("--keep-declared=false --force").link();
    assert_eq!(forced.scope, ["oauth", "crm.objects.contacts.read"]);
}

#[test]
fn a_subscription_that_is_switched_off_demands_nothing_of_the_link() {
    let run = project("").file("src/app/webhooks/hooks-hsmeta.json", hooks(false));
    assert_eq!(run.link().scope, ["oauth", "crm.objects.contacts.read"]);
    assert_says(&run.run().err, &["warning[plan/settings-lack-scope]", "webhooks.classic:deal.creation"]);
}

#[test]
fn a_scope_that_a_component_declares_for_itself_refuses_no_link() {
    let card = CARD.replace("CONTACT", "DEAL").replace(
        "\"type\": \"card\"",
        "\"type\": \"card\", \"permissions\": {\"requiredScopes\": [\"crm.objects.deals.read\"]}",
    );
    let run = project("").file("src/app/cards/card-hsmeta.json", card);
    assert!(run.link().scope.contains(&"crm.objects.deals.read".to_owned()));
}

#[test]
fn a_placeholder_in_the_settings_may_be_the_scope_that_seems_to_be_missing() {
    let app = app("").replace("contacts.read\"]", "contacts.read\", \"${MORE}\"]");
    let run = project("--feature cards.app:deals").file("src/app/app-hsmeta.json", app);
    assert_says(&run.run().exits(0).err, &["warning[plan/settings-lack-scope]"]);
}

#[test]
fn a_broken_file_is_named_with_line_and_column_and_the_rest_loads() {
    let run = project("").file("src/app/parts/broken-hsmeta.json", "{\n  \"uid\": \"x\",\n}");
    let done = run.run().exits(0);
    assert_says(&done.err, &["src/app/parts/broken-hsmeta.json:3:1: error[config/invalid-json]"]);
    assert_says(&done.out, &["crm.objects.contacts.read"]);
    let answer = run.json();
    assert_eq!(answer["diagnostics"][0]["span"]["line"], 3);
}

#[test]
fn a_broken_project_file_is_named_and_what_can_be_read_is_read() {
    let run = project("--redirect-uri https://shop.example/done").file("hsproject.json", "{\"name\": }");
    assert_says(&run.run().err, &["hsproject.json:1:10: error[config/invalid-json]"]);
}

#[test]
fn an_unknown_platform_is_named_at_its_place() {
    let run = project("").file("hsproject.json", SETTINGS.replace("2026.09", "2031.02"));
    assert_says(&run.run().err, &["hsproject.json:1:", "config/unknown-platform", "2031.02"]);
}

#[test]
fn a_file_of_ten_megabytes_is_read() {
    let run =
        project("").file("src/app/app-hsmeta.json", app(&format!("\"description\": \"{}\",", "x".repeat(10 << 20))));
    assert_eq!(run.link().scope, ["oauth", "crm.objects.contacts.read"]);
}

#[test]
fn the_plan_file_beside_a_project_adds_to_it() {
    let plan = r#"{"features": [{"feature": "crm.owners", "when": "if-available"}]}"#;
    let link = project("--force").file("hubscope.json", plan).link();
    assert_eq!(link.optional_scope, ["crm.export", "crm.objects.owners.read"]);
    let said = project("").file("hubscope.json", plan).refusal();
    assert_says(&said, &["crm.objects.owners.read, which crm.owners needs", "optionalScopes"]);
}

#[test]
fn without_a_terminal_the_bare_command_takes_the_project() {
    let done = hubscope(&format!("--client-id {CLIENT_ID}"))
        .file("hsproject.json", SETTINGS)
        .file("src/app/app-hsmeta.json", app(""))
        .run()
        .exits(0);
    assert_says(&done.out, &["redirect_uri=https%3A%2F%2Fshop.example%2Fdone"]);
}

#[test]
fn an_app_that_cannot_be_read_is_no_app_without_scopes() {
    let broken = "{\n  // ours\n  \"uid\": \"shop\", \"type\": \"app\"\n}";
    for line in ["url --project .", "simulate .", "simulate . --matrix", "diff . .", "diff good ."] {
        let run = hubscope(line)
            .file("hsproject.json", SETTINGS)
            .file("src/app/app-hsmeta.json", broken)
            .file("good/hsproject.json", SETTINGS)
            .file("good/src/app/app-hsmeta.json", app(""));
        let said = run.trouble();
        assert_says(&said, &["src/app/app-hsmeta.json:2:3: error[config/invalid-json]", "fix:", "could not be read"]);
    }
}
