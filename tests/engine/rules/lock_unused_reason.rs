//! `lock/unused-reason`: a reason for a scope that the app does not declare.

use std::collections::BTreeMap;

use hubscope::catalog::Catalog;
use hubscope::check::lock;
use hubscope::diagnostic::Diagnostic;
use hubscope::plan::{Declared, Plan, Selection, resolve};

use crate::rules::stage::{fires, told};

const RULE: &str = "lock/unused-reason";

fn locked(declared: &[&str], reasons: &[&str]) -> Vec<Diagnostic> {
    let mut plan = Plan::default();
    let mut card = Selection::new("cards.app", Some("contacts"));
    card.file = Some("src/app/cards/card-hsmeta.json".to_owned());
    plan.choose(card);
    let resolved = resolve(Catalog::embedded(), &plan);
    let declared = declared.iter().map(|&name| name.to_owned()).collect();
    let declared = Declared { required: declared, ..Declared::default() };
    let reasons: BTreeMap<String, String> =
        reasons.iter().map(|&name| (name.to_owned(), "it was reviewed".to_owned())).collect();
    lock(&declared, &resolved, &reasons, |_| None).diagnostics
}

#[test]
fn a_reason_that_is_left_over_is_a_note() {
    insta::assert_snapshot!(told(&locked(&["oauth"], &["forms"]), RULE), @r#"
    note forms: hubscope.json has a reason for forms, which the app does not declare.
    fix: Take forms out of "reasons".
    developer mends it, documented
    "#);
}

#[test]
fn a_reason_in_use_is_not() {
    assert!(!fires(&locked(&["oauth", "forms"], &["forms"]), RULE));
}
