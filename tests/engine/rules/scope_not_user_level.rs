//! `scope/not-user-level`: a scope that user-level apps may not have, in one.

use hubscope::catalog::Catalog;
use hubscope::check::{LinkOptions, check_one_link};
use hubscope::diagnostic::Diagnostic;
use hubscope::plan::Asker;

use crate::rules::config_stage::current;
use crate::rules::stage::{fires, link_with, told};

const RULE: &str = "scope/not-user-level";

fn link(user_level: bool, scope: &str) -> Vec<Diagnostic> {
    let options = LinkOptions::default();
    let options = LinkOptions { asker: Asker { user_level, ..options.asker }, ..options };
    check_one_link(Catalog::embedded(), &link_with(&format!("oauth {scope}"), ""), &options).diagnostics
}

fn settings(user_level: bool) -> Vec<Diagnostic> {
    let app = format!(
        r#"{{"uid": "shop", "type": "app", "config": {{"isUserLevel": {user_level}, "distribution": "private", "auth": {{
"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "crm.objects.custom.read"]}}}}}}"#
    );
    current(&[("src/app/app-hsmeta.json", &app)])
}

#[test]
fn a_scope_that_user_level_apps_may_not_have_is_refused_in_one() {
    insta::assert_snapshot!(told(&link(true, "crm.objects.custom.read"), RULE), @r"
    error crm.objects.custom.read: crm.objects.custom.read is rejected for user-level apps, and this is one.
    at <link>:1:158 (157..180)
    HubSpot: The scope crm.objects.custom.read could not be recognized. Check your scope and try again.
    fix: Leave it out, or make the app one that acts for the account.
    developer mends it, reported
    ");
    insta::assert_snapshot!(told(&settings(true), RULE), @r"
    error crm.objects.custom.read: crm.objects.custom.read is rejected for user-level apps, and this is one.
    at src/app/app-hsmeta.json:2:93 (192..217)
    HubSpot: The scope crm.objects.custom.read could not be recognized. Check your scope and try again.
    fix: Leave it out, or make the app one that acts for the account.
    developer mends it, reported
    ");
}

#[test]
fn an_app_that_acts_for_the_account_may_have_it() {
    assert!(!fires(&link(false, "crm.objects.custom.read"), RULE));
    assert!(!fires(&link(true, "crm.objects.contacts.read"), RULE));
    assert!(!fires(&settings(false), RULE));
}
