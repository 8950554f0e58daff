//! `scope/became`: a name that was right on the day that is asked about, and is retired today.

use hubscope::catalog::{Catalog, Era};
use hubscope::check::{LinkOptions, check_one_link};
use hubscope::diagnostic::Diagnostic;
use hubscope::plan::Asker;

use crate::rules::stage::{fires, link_with, told};

const RULE: &str = "scope/became";

fn link(era: Era) -> Vec<Diagnostic> {
    let options = LinkOptions::default();
    let options = LinkOptions { asker: Asker { era, ..options.asker }, ..options };
    check_one_link(Catalog::embedded(), &link_with("oauth contacts", ""), &options).diagnostics
}

#[test]
fn what_was_right_then_says_what_became_of_it() {
    insta::assert_snapshot!(told(&link(Era::ContactsRule), RULE), @r"
    note contacts: contacts was right on that day; it is retired since 2022-07-31 and became crm.objects.contacts.read, crm.objects.contacts.write, crm.schemas.contacts.read and 12 others.
    at <link>:1:158 (157..165)
    developer mends it, documented
    ");
}

#[test]
fn today_it_is_retired_instead() {
    assert!(!fires(&link(Era::Splitting), RULE) && fires(&link(Era::Splitting), "scope/retired"));
}
