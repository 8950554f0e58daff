//! `lock/no-reason`: a declared scope that has no reason in the plan file.

use std::collections::BTreeMap;

use hubscope::catalog::Catalog;
use hubscope::check::lock;
use hubscope::diagnostic::Diagnostic;
use hubscope::plan::{Declared, Plan, Selection, resolve};

use crate::rules::stage::{fires, told};

const RULE: &str = "lock/no-reason";

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
fn a_scope_without_a_reason_names_what_brought_it() {
    insta::assert_snapshot!(told(&locked(&["oauth", "crm.objects.contacts.read"], &[]), RULE), @r#"
    error crm.objects.contacts.read: crm.objects.contacts.read is declared and has no reason in hubscope.json: cards.app:contacts (src/app/cards/card-hsmeta.json) brought it.
    fix: Add "crm.objects.contacts.read": "cards.app:contacts (src/app/cards/card-hsmeta.json)" to "reasons" of hubscope.json, or take the scope out of the app's settings.
    developer mends it, documented
    "#);
}

#[test]
fn a_scope_that_nothing_brought_says_so() {
    insta::assert_snapshot!(told(&locked(&["oauth", "forms"], &[]), RULE), @r#"
    error forms: forms is declared and has no reason in hubscope.json: nothing in the project is known to need it.
    fix: Add "forms": "why the app needs it" to "reasons" of hubscope.json, or take the scope out of the app's settings.
    developer mends it, documented
    "#);
}

#[test]
fn oauth_needs_none_and_a_scope_with_a_reason_is_quiet() {
    assert!(!fires(&locked(&["oauth", "forms"], &["forms"]), RULE));
}
