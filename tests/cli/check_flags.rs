//! The flags of `hubscope check`: what a link is matched against, formats, what fails, what is left out.

use super::check::{APP, link, project, rules};
use super::run::{Run, assert_says, hubscope};

/// A link, beside a sound project.
fn with_link(line: &str, scope: &str) -> Run {
    project(line).arg(&link(scope))
}

#[test]
fn a_link_is_matched_against_a_project_or_a_file() {
    for line in ["--project .", "--project src", "--against src/app/app-hsmeta.json"] {
        assert_eq!(
            rules(&with_link(line, "oauth forms").json()),
            ["match/optional-in-scope", "match/required-missing"]
        );
        with_link(line, "oauth crm.objects.contacts.read").run().exits(0);
    }
    assert_eq!(rules(&with_link("", "oauth forms").json()), Vec::<String>::new());
}

#[test]
fn an_app_that_is_not_there_is_trouble() {
    assert_says(&with_link("--project nowhere", "oauth").trouble(), &["--project nowhere", "no such folder"]);
    assert_says(&with_link("--against nowhere", "oauth").trouble(), &["--against nowhere", "no such file"]);
    let said = with_link("--against src/app/cards/card-hsmeta.json", "oauth").trouble();
    assert_says(&said, &["has no app whose scopes could be read"]);
    assert_says(&with_link("--project . --against a", "oauth").trouble(), &["cannot be used with"]);
}

#[test]
fn every_format_says_the_same() {
    let of = |format: &str| hubscope(&format!("check {format}")).arg(&link("oauth,forms")).run().exits(1).out;
    assert_says(&of("--format human"), &["error[url/wrong-separator]", "1 error in 1 link."]);
    assert_says(&of("--format github"), &["::error ", "url/wrong-separator"]);
    let sarif: serde_json::Value = serde_json::from_str(&of("--format sarif")).unwrap();
    assert_eq!(
        (&sarif["version"], &sarif["runs"][0]["results"][0]["ruleId"]),
        (&"2.1.0".into(), &"url/wrong-separator".into())
    );
    assert_eq!(of("--format json"), of("--json"));
    assert_says(&hubscope("check --json --format sarif .").run().exits(2).err, &["cannot be used with"]);
}

#[test]
fn errors_fail_and_with_strict_warnings_do() {
    let warned = link("oauth tickets");
    hubscope("check").arg(&warned).run().exits(0);
    hubscope("check --strict").arg(&warned).run().exits(1);
    hubscope("check --strict --allow scope/legacy").arg(&warned).run().exits(0);
    hubscope("check --strict").arg(&link("oauth").replace("&state=s1", "")).run().exits(0);
}

#[test]
fn a_rule_or_a_family_is_left_out() {
    let wrong = link("oauth contacts,forms");
    for allow in ["url/wrong-separator,scope/retired", "url/*,scope/*"] {
        let run = hubscope(&format!("check --allow {allow}")).arg(&wrong);
        run.run().exits(0);
        assert_eq!(rules(&run.json()), Vec::<String>::new());
    }
    assert_eq!(rules(&hubscope("check --allow url/*").arg(&wrong).json()), ["scope/retired"]);
    hubscope("check --allow url/* --allow scope/*").arg(&wrong).run().exits(0);
}

#[test]
fn a_rule_that_there_is_not_is_refused_with_what_is_near() {
    assert_says(&project("--allow scope/legcy .").trouble(), &["no such rule", "did you mean scope/legacy?"]);
    assert_says(&project("--allow scopes/* .").trouble(), &["no family of rules called scopes"]);
}

#[test]
fn a_profile_fills_in_the_variables() {
    let run = |line: &str| {
        project(line)
            .file("src/app/app-hsmeta.json", APP.replace("\"forms\"", "\"${SCOPE}\""))
            .file("src/hsprofile.qa.json", r#"{"accountId": 123, "variables": {"SCOPE": "contacts"}}"#)
    };
    assert_eq!(rules(&run("--profile qa .").json()), ["scope/retired"]);
    assert_eq!(rules(&run(".").json()), ["config/placeholder"]);
    assert_eq!(rules(&run("--profile prod .").json())[0], "config/unknown-profile");
}

#[test]
fn what_a_link_is_for_may_be_said() {
    let of = |line: &str, link: &str| rules(&hubscope(&format!("check {line}")).arg(link).json());
    assert_eq!(of("--link-auth static", &link("oauth")), ["url/not-install-url"]);
    let fixed = "https://app.hubspot.com/static-token/123/authorize?appId=4";
    assert_eq!(of("--link-auth oauth", fixed), ["url/not-install-url"]);
    assert_eq!(of("--link-auth static", fixed), ["url/static-link"]);
    let calls = link("oauth crm.objects.calls.read");
    assert_eq!(of("", &calls), ["scope/user-level-only"]);
    assert_eq!(of("--user-level", &calls), Vec::<String>::new());
}

#[test]
fn the_day_decides_which_rules_hold() {
    let of = |line: &str, scope: &str| rules(&hubscope(&format!("check {line}")).arg(&link(scope)).json());
    assert_eq!(of("--as-of 2020-01-01", "oauth contacts"), ["scope/became"]);
    assert_eq!(of("--as-of 2023-01-01", "oauth contacts"), ["scope/retired"]);
    assert_eq!(of("--as-of 2026-09-07", "oauth tickets"), Vec::<String>::new());
    assert_eq!(of("--as-of 2026-09-08", "oauth tickets"), ["scope/legacy"]);
}

#[test]
fn a_locked_project_needs_a_reason_for_each_scope() {
    let reasons = r#"{"version": 1, "reasons": {"crm.objects.contacts.read": "the card", "automation": "flows", "forms": "the form"}}"#;
    project("--locked .").file("hubscope.json", reasons).run().exits(0);
    let some = project("--locked .").file("hubscope.json", reasons.replace("automation", "tickets"));
    assert_says(&some.run().exits(1).out, &["automation is declared and has no reason", "nothing in the project"]);
    assert_eq!(rules(&some.json()), ["lock/no-reason", "lock/unused-reason"]);
    project(".").file("hubscope.json", "{}").run().exits(0);
    let none = project("--locked .").json();
    assert_eq!(rules(&none), ["lock/no-reason"; 3]);
}

#[test]
fn a_broken_plan_file_is_trouble() {
    assert_says(&project(".").file("hubscope.json", "{").trouble(), &["hubscope.json", "not JSON"]);
}

#[test]
fn before_types_were_enforced_a_link_could_carry_what_it_liked() {
    let found = |flags: &str| {
        rules(&with_link(&format!("--project . {flags}"), "oauth crm.objects.contacts.read forms").json())
    };
    assert!(found("--as-of 2024-01-01").iter().all(|rule| !rule.starts_with("match/")));
    assert!(found("--as-of 2024-01-01 --advanced-scopes off").iter().all(|rule| !rule.starts_with("match/")));
    assert!(found("--as-of 2024-01-01 --advanced-scopes on").contains(&"match/optional-in-scope".to_owned()));
    assert!(found("--as-of 2024-10-21").contains(&"match/optional-in-scope".to_owned()));
    let missing = rules(&with_link("--project . --as-of 2024-01-01", "oauth forms").json());
    assert!(missing.contains(&"match/required-missing".to_owned()), "{missing:?}");
}

#[test]
fn where_sources_differ_about_a_tier_both_are_said() {
    for (scope, hint) in
        [("automation", "any hub PROFESSIONAL"), ("content", "STARTER"), ("hubdb", "without the website add-on")]
    {
        let told = with_link("", &format!("oauth {scope}")).json();
        let all = told["targets"][0]["diagnostics"].as_array().unwrap();
        let tier = all.iter().find(|finding| finding["rule"] == "account/tier-blocks").unwrap();
        assert_says(tier["message"].as_str().unwrap(), &["Another source differs", hint]);
    }
}

#[test]
fn a_link_that_stays_broken_is_not_called_repaired() {
    let out = hubscope("check").arg("https://app.hubspot.com/oauth/authorise?client_id=1").run().exits(1).out;
    assert_says(&out, &["The link, as far as a program can repair it:"]);
    assert!(!out.contains("The repaired link:"), "{out}");
    assert_says(&hubscope("check").arg(&link("oauth,crm.lists.read")).run().out, &["The repaired link:"]);
}

#[test]
fn a_text_without_a_link_is_not_said_to_be_sound() {
    let out = hubscope("check notes.md").file("notes.md", "nothing here").run().exits(0).out;
    assert_eq!(out, "No install URL was found in 1 file, so nothing was checked.\n");
}

#[test]
fn a_plan_file_is_checked_as_a_plan() {
    let plan = |scope: &str| format!(r#"{{"version": 1, "scopes": [{{"scope": "{scope}", "type": "required"}}]}}"#);
    let of = |scope: &str| hubscope("check hubscope.json").file("hubscope.json", plan(scope));
    of("crm.lists.read").run().exits(0);
    let told = of("contacts").json();
    assert_eq!(rules(&told), ["scope/retired"]);
    assert_says(&hubscope("check hubscope.json").file("hubscope.json", "[]").trouble(), &["hubscope.json"]);
}

#[test]
fn no_color_has_the_last_word() {
    let run = hubscope("check --color always").arg(&link("oauth,forms"));
    assert!(run.run().out.contains('\u{1b}'));
    assert!(!run.env("NO_COLOR", "1").run().out.contains('\u{1b}'));
}
