//! account/too-wide

use hubscope::catalog::Catalog;
use hubscope::check::check_accounts;

use crate::rules::stage::{fires, told};

const RULE: &str = "account/too-wide";

#[test]
fn an_installer_who_must_hold_more_than_five_permissions_is_worth_a_note() {
    let found = check_accounts(Catalog::embedded(), &["oauth", "content", "crm.objects.deals.read"]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
note scope: A user with HubSpot Marketplace access must hold 7 permissions for this link: HubSpot Marketplace access, Knowledge base settings, Email > Edit, Website pages > Edit, URL Redirects, Design tools, Deals > View. Most of that is reported or inferred.
HubSpot: You don't have the right permissions to install the app
fix: Make optional what only some features need, use granular scopes for coarse ones, or let a Super Admin install: hubscope simulate --checklist says which scope asks for what.
developer mends it, inferred
"#);
}

#[test]
fn five_permissions_are_not_many_and_the_role_of_a_super_admin_is_none() {
    let scope = ["oauth", "crm.objects.contacts.write", "crm.objects.deals.write", "crm.export"];
    let found = check_accounts(Catalog::embedded(), &scope);
    assert!(!fires(&found, RULE), "{found:?}");
}
