//! `scope/opens-nothing`: a scope that can be granted, and that no known call takes.

use crate::config_stage::{app, current};
use crate::stage::{fires, link, link_with, told};

const RULE: &str = "scope/opens-nothing";

#[test]
fn a_scope_behind_which_no_api_is_known_is_noted_in_a_link_and_in_the_settings() {
    insta::assert_snapshot!(told(&link(&link_with("oauth cms.knowledge_base.articles.read", "")), RULE), @"");
    let files = app("\"oauth\"", "", "\"cms.knowledge_base.settings.write\"");
    assert!(fires(&current(&[("src/app/app-hsmeta.json", &files)]), RULE));
}

#[test]
fn a_scope_that_opens_calls_is_taken() {
    assert!(!fires(&link(&link_with("oauth content crm.objects.contacts.read", "")), RULE));
}
