//! `scope/opens-nothing`: a scope that can be granted, and that no known call takes.

use crate::rules::config_stage::{app, current};
use crate::rules::stage::{fires, link, link_with, told};

const RULE: &str = "scope/opens-nothing";

#[test]
fn a_scope_behind_which_no_api_is_known_is_noted_in_a_link_and_in_the_settings() {
    insta::assert_snapshot!(told(&link(&link_with("oauth cms.knowledge_base.articles.read", "")), RULE), @r"
    note cms.knowledge_base.articles.read: cms.knowledge_base.articles.read can be granted, but no API is known that takes it: six paths that would be its API were answered with 404 (reported, source not public, 2026-08-27).
    at <link>:1:158 (157..189)
    fix: Leave it out unless your app has a use for it: it asks accounts for access, and opens no call.
    developer mends it, reported
    ");
    let files = app("\"oauth\"", "", "\"cms.knowledge_base.settings.write\"");
    assert!(fires(&current(&[("src/app/app-hsmeta.json", &files)]), RULE));
}

#[test]
fn a_scope_that_opens_calls_is_taken() {
    assert!(!fires(&link(&link_with("oauth content crm.objects.contacts.read", "")), RULE));
}
