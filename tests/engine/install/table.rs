//! The decision table: parameter × tier × permission × governance × sensitive data, for a scope of each sort.

use std::collections::BTreeSet;

use hubscope::account::{Ask, Customer, Gate, Governance, Install, Installer, Outcome, Role, simulate};
use hubscope::catalog::{Account, Catalog, Level, Verdict};

const ANY: &str = "crm.objects.contacts.read";
const ENTERPRISE: &str = "crm.objects.custom.read";
const ADMIN: &str = "crm.export";
const SENSITIVE: &str = "crm.objects.deals.sensitive.read";
const REPORTED_ADMIN: &str = "crm.objects.users.read";
const NO_TIER: &str = "mcp.users.read";

struct Row {
    scope: &'static str,
    level: Level,
    role: Role,
    approved: Option<&'static [&'static str]>,
    sensitive: bool,
}

impl Row {
    fn install(&self) -> Install {
        let governance = self.approved.map_or(Governance::Off, |names| Governance::On {
            approved: names.iter().map(|name| (*name).to_owned()).collect(),
        });
        Install {
            customer: Customer { tiers: Account::on(self.level), sensitive_data: self.sensitive, governance },
            installer: Installer { role: self.role, lacks: BTreeSet::new() },
            ..Install::default()
        }
    }

    fn demanded(&self) -> Outcome {
        let scope = vec!["oauth".to_owned(), self.scope.to_owned()];
        simulate(Catalog::embedded(), &self.install(), &Ask { scope, ..Ask::default() })
    }

    fn optional(&self) -> Outcome {
        let ask = Ask { scope: vec!["oauth".to_owned()], optional: vec![self.scope.to_owned()], ..Ask::default() };
        simulate(Catalog::embedded(), &self.install(), &ask)
    }

    /// What the rules say to this scope, by the words of their sources.
    fn expected(&self) -> (BTreeSet<&'static str>, bool) {
        let mut refuses = BTreeSet::new();
        let tier = [ENTERPRISE, SENSITIVE].contains(&self.scope) && self.level < Level::Enterprise;
        let admin = self.scope == ADMIN && self.role != Role::SuperAdmin;
        let closed = self.approved.is_some_and(|names| !names.is_empty() && !names.contains(&self.scope));
        let sensitive = self.scope == SENSITIVE && !self.sensitive;
        let gates = [(tier, "tier"), (admin, "permission"), (closed, "governance"), (sensitive, "sensitive")];
        refuses.extend(gates.iter().filter(|(refuses, _)| *refuses).map(|(_, gate)| *gate));
        let reported = [REPORTED_ADMIN, SENSITIVE].contains(&self.scope) && self.role != Role::SuperAdmin;
        let unknown_tier = Catalog::embedded().scope_named(self.scope).unwrap().tier.is_none();
        (refuses, reported || unknown_tier)
    }
}

fn rows() -> Vec<Row> {
    let governance: [Option<&'static [&'static str]>; 4] =
        [None, Some(&[]), Some(&[ANY, ENTERPRISE, ADMIN, SENSITIVE, REPORTED_ADMIN, NO_TIER]), Some(&["tickets"])];
    let mut rows = Vec::new();
    for scope in [ANY, ENTERPRISE, ADMIN, SENSITIVE, REPORTED_ADMIN, NO_TIER] {
        for level in Level::ALL {
            for role in Role::ALL {
                for approved in governance {
                    for sensitive in [false, true] {
                        rows.push(Row { scope, level, role, approved, sensitive });
                    }
                }
            }
        }
    }
    rows
}

fn of_scope<'a>(outcome: &'a Outcome, scope: &str) -> BTreeSet<&'a str> {
    let named = outcome.refusals.iter().filter(|refusal| refusal.scope.as_deref() == Some(scope));
    named.map(|refusal| refusal.gate.as_str()).collect()
}

#[test]
fn a_demanded_scope_is_stopped_at_every_gate_that_refuses_it_and_at_no_other() {
    let rows = rows();
    assert_eq!(rows.len(), 6 * 4 * 3 * 4 * 2);
    for row in &rows {
        let (outcome, (gates, open)) = (row.demanded(), row.expected());
        let place = format!("{} {:?} {:?} {:?} {}", row.scope, row.level, row.role, row.approved, row.sensitive);
        assert_eq!(of_scope(&outcome, row.scope), gates, "{place}");
        let whole = row.role == Role::None || row.approved.is_some_and(<[_]>::is_empty);
        assert_eq!(outcome.refusals.iter().any(|refusal| refusal.scope.is_none()), whole, "{place}");
        let expected = match (whole || !gates.is_empty(), open) {
            (true, _) => Verdict::No,
            (false, true) => Verdict::Unknown,
            (false, false) => Verdict::Yes,
        };
        assert_eq!(outcome.installs, expected, "{place}");
        assert!(outcome.refusals.iter().all(|refusal| !refusal.fix.is_empty()));
    }
}

#[test]
fn an_optional_scope_never_stops_an_install_and_is_dropped_where_it_would_have() {
    for row in rows() {
        let (outcome, (gates, open)) = (row.optional(), row.expected());
        let place = format!("{} {:?} {:?} {:?} {}", row.scope, row.level, row.role, row.approved, row.sensitive);
        let whole = row.role == Role::None || row.approved.is_some_and(<[_]>::is_empty);
        assert_eq!(outcome.installs, if whole { Verdict::No } else { Verdict::Yes }, "{place}");
        let is_dropped = outcome.dropped.iter().any(|dropped| dropped.scope == row.scope);
        assert_eq!(is_dropped, !gates.is_empty(), "{place}");
        let holds = outcome.granted.iter().any(|name| name == row.scope);
        assert_eq!(holds, !whole && gates.is_empty() && !open, "{place}");
    }
}

#[test]
fn a_user_level_app_asks_each_user_and_leaves_open_what_no_source_says() {
    let mut install = Install::default();
    install.app.user_level = true;
    install.installer.role = Role::None;
    let ask = Ask { scope: vec!["oauth".to_owned()], ..Ask::default() };
    let outcome = simulate(Catalog::embedded(), &install, &ask);
    assert_eq!(outcome.installs, Verdict::Unknown);
    assert!(outcome.unknown[0].why.contains("every user for themselves"));
}

#[test]
fn a_sensitive_scope_of_a_marketplace_app_leaves_the_allow_listing_open() {
    let row =
        Row { scope: SENSITIVE, level: Level::Enterprise, role: Role::SuperAdmin, approved: None, sensitive: true };
    assert_eq!(row.demanded().installs, Verdict::Yes);
    let mut install = row.install();
    install.app.distribution = Some(hubscope::plan::Distribution::Marketplace);
    let ask = Ask { scope: vec!["oauth".to_owned(), SENSITIVE.to_owned()], ..Ask::default() };
    let outcome = simulate(Catalog::embedded(), &install, &ask);
    assert_eq!((outcome.installs, outcome.refusals.len()), (Verdict::Unknown, 0));
    assert_eq!(Gate::Sensitive.as_str(), "sensitive");
}
