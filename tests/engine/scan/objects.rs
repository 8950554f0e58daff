//! Record types that the code does not say: what is told of them, and what their types say.

use hubscope::catalog::Catalog;
use hubscope::plan::{Declared, ScopeType};
use hubscope::scan::{CallConfidence, findings};

use crate::scan::stage::{expect, scanned};

const OPEN: &str =
    "export const add = (type) => fetch(`https://api.hubapi.com/crm/v3/objects/${type}`, { method: 'POST' });\n";

fn declared(scopes: &[&str]) -> Declared {
    let mut declared = Declared::default();
    declared.of_type_mut(ScopeType::Required).extend(scopes.iter().map(|scope| (*scope).to_owned()));
    declared
}

#[test]
fn the_narrowest_superset_is_of_the_types_that_the_project_works_with() {
    let code = format!("{OPEN}fetch('https://api.hubapi.com/crm/v3/objects/deals');\n");
    let scan = scanned(&[("a.js", &code)]);
    let declared = declared(&["oauth", "crm.objects.deals.read", "crm.objects.contacts.read"]);
    let answer = scan.answer(Catalog::embedded(), &[], Some(&declared));
    let superset = answer.supersets.values().next().expect("one call is open");
    assert_eq!(superset.objects, ["contacts", "deals"]);
    assert_eq!(superset.scopes, ["crm.objects.contacts.write", "crm.objects.deals.write"]);
    assert!(!answer.required.contains(&"crm.objects.deals.write"), "it is named, not counted");
    let told = findings(&scan, &answer);
    let told = told.iter().find(|told| told.rule.id == "code/unresolved-call").expect("it is told");
    assert!(told.message.contains("For contacts and deals"), "{}", told.message);
}

#[test]
fn a_project_that_names_no_type_gets_no_superset() {
    let scan = scanned(&[("a.js", OPEN)]);
    assert!(scan.answer(Catalog::embedded(), &[], None).supersets.is_empty());
}

#[test]
fn what_a_type_allows_is_all_needed() {
    let code = "type Kind = 'contacts' | 'companies' | 'deals' | 'tickets' | 'quotes';\n\
        export const list = (kind: Kind) => fetch(`https://api.hubapi.com/crm/v3/objects/${kind}`);\n";
    let scan = scanned(&[("a.ts", code)]);
    let [call] = scan.calls.as_slice() else { panic!("one call for all: {:?}", scan.calls) };
    assert_eq!((call.each.len(), call.confidence), (5, CallConfidence::Exact));
    assert!(call.requirement.iter().all(|way| way.len() >= 5), "{:?}", call.requirement);
    let required = scan.answer(Catalog::embedded(), &[], None).required;
    for scope in ["contacts", "companies", "deals", "quotes"] {
        assert!(required.contains(&format!("crm.objects.{scope}.read").as_str()), "{scope}: {required:?}");
    }
}

#[test]
fn items_and_keys_of_constants_are_types() {
    expect(
        "a.ts",
        "const TYPES = ['quotes', 'orders'] as const;\n\
         const IDS = { deals: '0-3', tickets: '0-5' } as const;\n\
         export const a = (type: typeof TYPES[number]) => fetch(`https://api.hubapi.com/crm/v3/objects/${type}`);\n\
         export const b = ({ type }: { type: keyof typeof IDS }) => fetch(`https://api.hubapi.com/crm/v3/properties/${type}`);\n",
        &[
            "GET /crm/v3/objects/orders",
            "GET /crm/v3/objects/quotes",
            "GET /crm/v3/properties/deals",
            "GET /crm/v3/properties/tickets",
        ],
    );
}

#[test]
fn every_call_that_lacks_a_scope_is_told_which_one_mends_it() {
    let code = "type Kind = 'contacts' | 'companies' | 'deals' | 'tickets' | 'quotes';\n\
        export const list = (kind: Kind) => fetch(`https://api.hubapi.com/crm/v3/objects/${kind}`);\n";
    let scan = scanned(&[("a.ts", code)]);
    let declared = declared(&["oauth", "crm.objects.contacts.read"]);
    let answer = scan.answer(Catalog::embedded(), &[], Some(&declared));
    let told = findings(&scan, &answer);
    let missing: Vec<_> = told.iter().filter(|told| told.rule.id == "code/scope-missing").collect();
    let [one] = missing.as_slice() else { panic!("one finding for one call: {missing:?}") };
    let fix = one.fix_text().unwrap_or_default();
    assert!(fix.starts_with("Declare crm.objects.companies.read, "), "{fix}");
    assert!(!fix.contains("contacts"), "{fix}");
}
