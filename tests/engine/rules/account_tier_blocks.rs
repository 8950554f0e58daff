//! account/tier-blocks

use hubscope::catalog::Catalog;
use hubscope::check::check_accounts;

use crate::rules::stage::{fires, told};

const RULE: &str = "account/tier-blocks";

#[test]
fn a_scope_that_not_every_tier_has_names_the_tiers_that_cannot_install() {
    let found = check_accounts(Catalog::embedded(), &["oauth", "crm.objects.custom.read", "business_units_view.read"]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
warning crm.objects.custom.read: crm.objects.custom.read needs Enterprise; Free, Starter and Professional cannot install.
HubSpot: Authorization failed because your account lacks access to the required scopes [crm.objects.custom.read]
fix: Make crm.objects.custom.read optional, so that it is left out there, or conditionally required, in a link of its own.
developer mends it, documented
warning business_units_view.read: business_units_view.read needs add-on brands; an account without the add-on cannot install. Another source differs: API spec for Business Units: marketing ENTERPRISE, cms ENTERPRISE.
HubSpot: Authorization failed because your account lacks access to the required scopes [business_units_view.read]
fix: Make business_units_view.read optional, so that it is left out there, or conditionally required, in a link of its own.
developer mends it, documented
"#);
}

#[test]
fn what_is_only_inferred_says_so() {
    let found = check_accounts(Catalog::embedded(), &["oauth", "crm.objects.tickets.sensitive.read"]);
    insta::assert_snapshot!(told(&found, RULE), @r#"
warning crm.objects.tickets.sensitive.read: crm.objects.tickets.sensitive.read is inferred to need Enterprise; Free, Starter and Professional may not be able to install. Another source differs: one 2026 article: open to accounts of every tier.
HubSpot: Authorization failed because your account lacks access to the required scopes [crm.objects.tickets.sensitive.read]
fix: Make crm.objects.tickets.sensitive.read optional, so that it is left out there, or conditionally required, in a link of its own.
developer mends it, inferred
"#);
}

#[test]
fn a_scope_of_every_tier_or_of_none_that_is_known_is_left_in_peace() {
    let found =
        check_accounts(Catalog::embedded(), &["oauth", "crm.objects.contacts.read", "mcp.users.read", "nothing"]);
    assert!(!fires(&found, RULE), "{found:?}");
}
