//! What the program calls installable, the naive evaluator never refuses; and the other way round.

use std::sync::OnceLock;

use hubscope::account::{Ask, Customer, Governance, Install, Installer, Role, simulate};
use hubscope::catalog::{Account, Catalog, Hub, Level, Verdict};
use hubscope::check::{LinkOptions, ask_of_link};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::install::naive;

fn facts() -> &'static naive::Facts {
    static FACTS: OnceLock<naive::Facts> = OnceLock::new();
    FACTS.get_or_init(naive::Facts::read)
}

const HUBS: [(Hub, &str); 6] = [
    (Hub::Marketing, "marketing"),
    (Hub::Sales, "sales"),
    (Hub::Service, "service"),
    (Hub::Content, "content"),
    (Hub::Data, "data"),
    (Hub::Commerce, "commerce"),
];
const LEVELS: [(Level, &str); 4] = [
    (Level::Free, "free"),
    (Level::Starter, "starter"),
    (Level::Professional, "professional"),
    (Level::Enterprise, "enterprise"),
];
const LACKS: [&str; 6] =
    ["marketplace_access", "workflows_edit", "contacts_view", "user_table", "forms_publish", "billing"];

#[derive(Debug, Clone)]
struct Case {
    scope: Vec<String>,
    optional: Vec<String>,
    levels: Vec<usize>,
    addons: Vec<&'static str>,
    sensitive: bool,
    approved: Option<Vec<String>>,
    role: Role,
    lacks: Vec<&'static str>,
}

fn case() -> impl Strategy<Value = Case> {
    // A pattern in a link is a template: nobody knows what stands for its placeholder.
    let names: Vec<String> = facts().names().into_iter().filter(|name| !name.contains('{')).collect();
    let count = names.len();
    let scopes = |most| subsequence(names.clone(), 0..=most);
    let usable: Vec<String> =
        names.iter().filter(|name| Catalog::embedded().scope_named(name).unwrap().tier.is_some()).cloned().collect();
    let scope = prop_oneof![3 => subsequence(usable, 1..=3), 1 => scopes(6.min(count))];
    let approved = prop_oneof![2 => Just(None), 1 => scopes(count / 2).prop_map(Some)];
    let role = select(Role::ALL.to_vec());
    let addons = subsequence(vec!["brands", "transactional_email", "website"], 0..=3);
    let lacks = subsequence(LACKS.to_vec(), 0..=3);
    (scope, scopes(4), prop::collection::vec(0..4_usize, 6), addons, any::<bool>(), approved, role, lacks).prop_map(
        |(scope, optional, levels, addons, sensitive, approved, role, lacks)| Case {
            scope,
            optional,
            levels,
            addons,
            sensitive,
            approved,
            role,
            lacks,
        },
    )
}

impl Case {
    fn install(&self) -> Install {
        let hubs = HUBS.iter().zip(&self.levels);
        let tiers = hubs.fold(Account::on(Level::Free), |tiers, ((hub, _), level)| tiers.with(*hub, LEVELS[*level].0));
        let governance = self
            .approved
            .as_ref()
            .map_or(Governance::Off, |approved| Governance::On { approved: approved.iter().cloned().collect() });
        Install {
            customer: Customer {
                tiers: tiers.with_addons(self.addons.iter().map(|name| (*name).to_owned()).collect()),
                sensitive_data: self.sensitive,
                governance,
            },
            installer: Installer { role: self.role, lacks: self.lacks.iter().copied().collect() },
            ..Install::default()
        }
    }

    fn naive(&self) -> (naive::Account, naive::Person) {
        let hubs = HUBS.iter().zip(&self.levels).map(|((_, hub), level)| (*hub, LEVELS[*level].1)).collect();
        let account = naive::Account {
            hubs,
            addons: self.addons.clone(),
            sensitive: self.sensitive,
            approved: self.approved.clone(),
        };
        let person = naive::Person {
            super_admin: self.role == Role::SuperAdmin,
            marketplace_access: self.role == Role::MarketplaceAccess,
            lacks: self.lacks.clone(),
        };
        (account, person)
    }

    /// Through the text of a link, as a user gives it.
    fn ask(&self) -> Ask {
        let list = |names: &[String]| names.join("%20");
        let optional: Vec<String> = self.optional.iter().filter(|name| !self.scope.contains(*name)).cloned().collect();
        let link = format!(
            "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b&redirect_uri=\
             https%3A%2F%2Fshop.example%2Fcb&scope={}&optional_scope={}",
            list(&self.scope),
            list(&optional)
        );
        ask_of_link(Catalog::embedded(), &link, &LinkOptions::default())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_called_installable_is_refused_by_no_fact(case in case()) {
        let outcome = simulate(Catalog::embedded(), &case.install(), &case.ask());
        let (account, person) = case.naive();
        let refused = facts().refuses(&case.scope, &account, &person);
        // A fault of an optional name refuses the whole link, which the naive evaluator does not look at.
        let only_optional = outcome.refusals.iter().all(|refusal| {
            refusal.scope.as_ref().is_some_and(|name| !case.scope.contains(name))
        });
        if outcome.installs == Verdict::No && !only_optional {
            prop_assert!(refused, "{case:?}\n{outcome:?}");
        }
        if outcome.installs != Verdict::No {
            prop_assert!(!refused, "{case:?}\n{outcome:?}");
        }
    }

    #[test]
    fn the_token_holds_all_that_is_demanded_and_nothing_that_is_refused(case in case()) {
        let outcome = simulate(Catalog::embedded(), &case.install(), &case.ask());
        let (account, person) = case.naive();
        if outcome.installs == Verdict::No {
            prop_assert!(outcome.granted.is_empty() && outcome.uncertain.is_empty());
        } else {
            prop_assert!(case.scope.iter().all(|name| outcome.granted.contains(name)));
        }
        for name in outcome.granted.iter().filter(|name| !case.scope.contains(name)) {
            prop_assert!(!facts().tier_refuses(name, &account) && !facts().person_refuses(name, &person), "{name}");
        }
        for dropped in &outcome.dropped {
            prop_assert!(!outcome.granted.contains(&dropped.scope) && !dropped.why.is_empty());
        }
    }
}
