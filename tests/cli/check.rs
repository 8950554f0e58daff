//! `hubscope check`: what a target is, and the answer as JSON, field by field.

use serde_json::{Value, json};

use super::run::{Run, assert_says, hubscope};

pub(crate) const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
pub(crate) const APP: &str = r#"{
  "uid": "shop",
  "type": "app",
  "config": {
    "name": "Shop",
    "distribution": "private",
    "auth": {
      "type": "oauth",
      "redirectUrls": ["https://shop.example/done"],
      "requiredScopes": ["oauth", "crm.objects.contacts.read"],
      "conditionallyRequiredScopes": ["automation"],
      "optionalScopes": ["forms"]
    }
  }
}
"#;
pub(crate) const CARD: &str =
    r#"{"uid": "c", "type": "card", "config": {"location": "crm.record.tab", "objectTypes": ["CONTACT"]}}"#;
const PLACE: &str = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=https%3A%2F%2Fshop.example%2Fdone&state=s1";

/// A link to the app of [`APP`] with these names in `scope`.
pub(crate) fn link(scope: &str) -> String {
    format!("{PLACE}&scope={}", scope.replace(' ', "%20"))
}

/// A sound project in the folder where it runs.
pub(crate) fn project(line: &str) -> Run {
    hubscope(&format!("check {line}"))
        .file("hsproject.json", SETTINGS)
        .file("src/app/app-hsmeta.json", APP)
        .file("src/app/cards/card-hsmeta.json", CARD)
}

/// The rules of the first target.
pub(crate) fn rules(answer: &Value) -> Vec<String> {
    let findings = answer["targets"].as_array().unwrap().iter().flat_map(|of| of["diagnostics"].as_array().unwrap());
    findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn a_link_is_answered_with_its_parts() {
    let text = format!("{}&optional_scope=crm.export&x=1", link("oauth crm.lists.read").replace("app.", "app-eu1."));
    let answer = hubscope("check").arg(&text.replace("/oauth/authorize", "/oauth/12345/authorize")).json();
    assert_eq!(keys(&answer), ["errors", "notes", "targets", "warnings"]);
    let target = &answer["targets"][0];
    assert_eq!(target["kind"], "url");
    assert_eq!(
        target["parsed"],
        json!({
            "host": "app-eu1.hubspot.com", "hublet": "eu1", "account_id": "12345",
            "client_id": "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b", "redirect_uri": "https://shop.example/done",
            "scope": ["oauth", "crm.lists.read"], "optional_scope": ["crm.export"], "state": "s1",
            "other": {"x": "1"}, "template": false,
        })
    );
    assert_eq!(rules(&answer), ["url/region-pinned"]);
    assert_eq!((&answer["errors"], &answer["warnings"], &answer["notes"]), (&json!(0), &json!(0), &json!(1)));
}

#[test]
fn a_finding_has_all_of_its_fields() {
    let answer = hubscope("check").arg(&link("oauth,forms")).json();
    let finding = &answer["targets"][0]["diagnostics"][0];
    assert_eq!(
        keys(finding),
        ["confidence", "fix", "hubspot_says", "message", "rule", "severity", "source", "span", "subject", "who_fixes"]
    );
    assert_eq!((&finding["rule"], &finding["severity"]), (&json!("url/wrong-separator"), &json!("error")));
    assert_eq!(keys(&finding["span"]), ["column", "end", "file", "line", "start"]);
    assert_eq!(keys(&finding["fix"]), ["edits", "text"]);
    assert_eq!(finding["who_fixes"], "developer");
    assert!(finding["source"].is_string());
    assert_eq!(answer["targets"][0]["repaired"], link("oauth forms"));
}

#[test]
fn a_project_is_answered_with_what_it_declares() {
    let run = project(".");
    let answer = run.json();
    let target = &answer["targets"][0];
    assert_eq!((&target["kind"], &target["target"]), (&json!("project"), &json!(".")));
    let parsed = &target["parsed"];
    assert_eq!(
        keys(parsed),
        ["auth", "declared", "distribution", "features", "files", "platform", "redirect_urls", "root"]
    );
    assert_eq!(parsed["platform"], "2026.09");
    assert_eq!((&parsed["auth"], &parsed["distribution"]), (&json!("oauth"), &json!("private")));
    assert_eq!(parsed["redirect_urls"], json!(["https://shop.example/done"]));
    let declared = json!({"required": ["oauth", "crm.objects.contacts.read"], "conditional": ["automation"], "optional": ["forms"]});
    assert_eq!(parsed["declared"], declared);
    assert_eq!(
        parsed["features"],
        json!([{"feature": "cards.app", "option": "contacts", "file": "src/app/cards/card-hsmeta.json", "active": true}])
    );
    assert_eq!(parsed["files"], json!(["hsproject.json", "src/app/app-hsmeta.json", "src/app/cards/card-hsmeta.json"]));
    assert_eq!(rules(&answer), Vec::<String>::new());
}

#[test]
fn a_config_file_is_checked_by_itself() {
    let run = project("src/app/app-hsmeta.json").file("src/app/app-hsmeta.json", APP.replace("forms", "contacts"));
    let answer = run.json();
    let target = &answer["targets"][0];
    assert_eq!((&target["kind"], &target["target"]), (&json!("config"), &json!("src/app/app-hsmeta.json")));
    let finding = &target["diagnostics"][0];
    assert_eq!((&finding["rule"], &finding["span"]["file"]), (&json!("scope/retired"), &json!("app-hsmeta.json")));
    assert_eq!(&finding["span"]["line"], &json!(12));
}

#[test]
fn files_with_links_are_answered_with_all_of_them() {
    let two = link("oauth,forms");
    for (name, text) in [
        (".env", format!("PORT=3000\nINSTALL_URL={two}\n")),
        ("README.md", format!("# Shop\n\n[Install]({two}) it.\n")),
        ("link.js", format!("export const url = '{two}';\n")),
    ] {
        let answer = hubscope("check").arg(name).file(name, &text).json();
        let target = &answer["targets"][0];
        assert_eq!(target["kind"], "source", "{name}");
        assert_eq!(target["parsed"]["links"].as_array().unwrap().len(), 1, "{name}");
        let finding = &target["diagnostics"][0];
        assert_eq!(finding["rule"], "url/wrong-separator", "{name}");
        assert_eq!(finding["span"]["file"], name);
        let at = |key: &str| usize::try_from(finding["span"][key].as_u64().unwrap()).unwrap();
        assert_eq!(&text[at("start")..at("end")], ",", "{name}");
    }
}

#[test]
fn a_dash_is_a_link_a_config_file_or_a_text_with_links() {
    for (text, kind) in [(format!("{}\n", link("oauth")), "url"), (APP.to_owned(), "config")] {
        let answer = hubscope("check -").stdin(&text).json();
        assert_eq!((&answer["targets"][0]["kind"], &answer["targets"][0]["target"]), (&json!(kind), &json!("-")));
    }
    let answer = hubscope("check -").stdin(&format!("see\n{}\nand\n{}\n", link("oauth"), link("forms"))).json();
    let target = &answer["targets"][0];
    assert_eq!(target["kind"], "source");
    assert_eq!(target["parsed"]["links"].as_array().unwrap().len(), 2);
    assert_eq!(target["diagnostics"][0]["span"]["file"], "<stdin>");
}

#[test]
fn several_targets_are_answered_in_their_order_and_counted_together() {
    let run = project("src/app/app-hsmeta.json .").arg(&link("oauth,forms"));
    run.run().exits(1);
    let answer = run.json();
    let kinds: Vec<&str> =
        answer["targets"].as_array().unwrap().iter().map(|of| of["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["config", "project", "url"]);
    assert_eq!(answer["errors"], 1);
}

#[test]
fn without_a_target_it_is_the_project_here_or_above() {
    let run = project("--json").file("src/app/deep/x.txt", "");
    let output = run.command().current_dir(run.folder().join("src/app/deep")).output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["targets"][0]["kind"], "project");
    assert_eq!(answer["targets"][0]["parsed"]["platform"], "2026.09");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_folder_of_projects_is_all_of_them() {
    let run = hubscope("check apps")
        .file("apps/one/hsproject.json", SETTINGS)
        .file("apps/one/src/app/app-hsmeta.json", APP)
        .file("apps/two/hsproject.json", SETTINGS)
        .file("apps/two/src/app/app-hsmeta.json", APP.replace("forms", "contacts"));
    assert_says(&run.run().exits(1).out, &["apps/two"]);
    let answer = run.json();
    let names: Vec<&str> =
        answer["targets"].as_array().unwrap().iter().map(|of| of["target"].as_str().unwrap()).collect();
    assert_eq!(names, ["apps/one", "apps/two"]);
    assert_eq!(rules(&answer), ["scope/retired"]);
}

#[test]
fn a_folder_without_a_project_is_an_error_that_says_where_it_looked() {
    let run = hubscope("check docs").file("docs/a.md", "");
    assert_says(&run.run().exits(1).out, &["config/no-project", "docs is no HubSpot project", "hsproject.json"]);
    assert_eq!(run.json()["targets"][0]["parsed"], Value::Null);
}

#[test]
fn an_hsproject_file_stands_for_its_project() {
    let answer = project("hsproject.json").json();
    assert_eq!(answer["targets"][0]["kind"], "project");
}

#[test]
fn what_is_no_link_and_no_path_is_trouble() {
    assert_says(&hubscope("check nowhere.json").trouble(), &["cannot check nowhere.json", "no link, and no path"]);
}
