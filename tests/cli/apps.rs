//! What kind of app it is: static auth, no API access, user-level, app objects, journals.

use super::run::{assert_says, hubscope, url};

#[test]
fn a_static_auth_app_has_a_link_of_its_own_when_both_numbers_are_known() {
    let done = hubscope("url --auth static --account 12345 --app-id 678").run().exits(0);
    assert_eq!(done.out, "https://app.hubspot.com/static-token/12345/authorize?appId=678\n");
}

#[test]
fn a_static_auth_app_without_its_numbers_says_which_are_missing() {
    let said = hubscope("url --auth static --account 12345").refusal();
    assert_says(&said, &["needs the app id", "Distribution page", "there is no URL to print"]);
    assert!(!said.contains("needs the account id") && !said.contains("--force"), "{said}");
    assert_says(&hubscope("url --auth static --force").refusal(), &["needs the account id and the app id"]);
}

#[test]
fn scopes_of_a_static_auth_app_that_have_no_effect_are_named() {
    let done = hubscope("url --auth static --account 1 --app-id 2 --optional crm.export").run().exits(0);
    assert_says(&done.err, &["config/static-extra-scopes", "no effect"]);
}

#[test]
fn an_app_without_api_access_has_no_link_and_force_cannot_make_one() {
    for line in ["--auth none", "--auth none --force"] {
        let said = url(line).refusal();
        assert_says(&said, &["no API access", "fix: ", "there is no URL to print"]);
        assert!(!said.contains("--force"), "{said}");
    }
}

#[test]
fn engagement_scopes_are_for_user_level_apps_only() {
    let said = url("--scope crm.objects.calls.read").refusal();
    assert_says(&said, &["scope/user-level-only", "crm.objects.contacts.read"]);
    assert_eq!(url("--scope crm.objects.calls.read --user-level").link().scope, ["oauth", "crm.objects.calls.read"]);
}

#[test]
fn a_user_level_app_is_told_what_hubspot_rejects_for_it() {
    let rejected = hubscope::catalog::Catalog::embedded()
        .scopes()
        .iter()
        .find(|scope| scope.user_level == Some(hubscope::catalog::UserLevel::Rejected))
        .unwrap();
    let said = url(&format!("--user-level --scope {}", rejected.name)).refusal();
    assert_says(&said, &["scope/not-user-level", rejected.name, "fix: "]);
}

#[test]
fn journal_scopes_belong_to_the_token_request_and_to_no_link() {
    let answer = url("--feature webhooks.journal:read").json();
    assert_eq!(answer["scope"], serde_json::json!(["oauth"]));
    assert_eq!(answer["token_request"], serde_json::json!(["developer.webhooks_journal.read"]));
    let done = url("--feature webhooks.journal:read").run().exits(0);
    assert_says(&done.err, &["token request", "developer.webhooks_journal.read"]);
}

#[test]
fn a_journal_scope_entered_by_name_is_refused() {
    let said = url("--scope developer.webhooks_journal.read").refusal();
    assert_says(&said, &["scope/client-credentials-only", "token request"]);
}

#[test]
fn an_app_object_needs_its_name_and_a_filled_one_is_accepted() {
    assert_says(&url("--feature app_objects:view").refusal(), &["plan/open-pattern", "[fqn=a123_name]"]);
    assert_says(&url("--scope crm.app.objects.{fqn}.view").refusal(), &["scope/open-pattern", "{fqn}"]);
    for line in ["--feature app_objects:view[fqn=a1_thing]", "--scope crm.app.objects.a1_thing.view"] {
        assert_eq!(url(line).link().scope, ["oauth", "crm.app.objects.a1_thing.view"]);
    }
}

#[test]
fn a_name_that_would_break_the_list_of_scopes_is_refused() {
    for name in ["a b", "a%20b", "é"] {
        let said = url("").arg("--feature").arg(&format!("app_objects:view[fqn={name}]")).refusal();
        assert_says(&said, &["plan/malformed-name", name]);
    }
    assert_says(&url("--scope crm.app.objects.a+b.view").refusal(), &["scope/unknown"]);
}

#[test]
fn a_sensitive_scope_in_a_marketplace_app_waits_for_hubspot() {
    let line = "--scope crm.objects.contacts.sensitive.read";
    assert!(!url(line).run().exits(0).err.contains("sensitive-approval"));
    let done = url(&format!("{line} --distribution marketplace")).run().exits(0);
    assert_says(&done.err, &["warning[scope/sensitive-approval]", "allow-list"]);
}

#[test]
fn a_scope_that_only_a_super_admin_grants_is_better_optional() {
    assert_says(&url("--scope crm.export").run().exits(0).err, &["scope/super-admin", "Make it optional"]);
    assert_eq!(url("--optional crm.export").run().exits(0).err, "");
}
