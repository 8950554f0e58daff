//! `scope/client-credentials-only`: a scope of token requests, in a link or in the settings.

use crate::rules::config_stage::auth;
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/client-credentials-only";

fn settings(scope: &str) -> String {
    format!(
        r#"{{"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth", "{scope}"]}}"#
    )
}

#[test]
fn a_scope_of_token_requests_is_refused_in_a_link() {
    insta::assert_snapshot!(told(&link(&link_with("oauth developer.webhooks_journal.read", "")), RULE), @r"
    error developer.webhooks_journal.read: developer.webhooks_journal.read belongs in a client-credentials token request, never in a link.
    at <link>:1:158 (157..188)
    fix: Take it out of the link and ask for it in the token request.
    developer mends it, documented
    ");
}

#[test]
fn a_scope_of_token_requests_is_refused_in_the_settings() {
    insta::assert_snapshot!(told(&auth(&settings("developer.webhooks_journal.read")), RULE), @r"
    error developer.webhooks_journal.read: developer.webhooks_journal.read belongs in a client-credentials token request, never in a link.
    at src/app/app-hsmeta.json:2:102 (174..207)
    fix: Take it out of the link and ask for it in the token request.
    developer mends it, documented
    ");
}

#[test]
fn a_scope_of_links_is_taken() {
    assert!(!fires(&link(&link_with("oauth crm.objects.contacts.read", "")), RULE));
    assert!(!fires(&auth(&settings("crm.objects.contacts.read")), RULE));
}
