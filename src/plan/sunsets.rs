//! What an app uses and HubSpot ends, between two days.
//!
//! Owns which of the catalog's sunsets meet an app, and the finding for each. It reads no clock: the days are given.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, Confidence, Date, End, Scope, Status, Sunset};
use crate::diagnostic::{Diagnostic, Severity, rule};
use crate::prose::{capitalised, first_of};

use super::{Plan, ResolvedScope};

/// What of an app can end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uses {
    /// Scopes by name.
    pub scopes: Vec<String>,
    /// Calls, method and path.
    pub calls: Vec<String>,
    /// The version of the developer platform.
    pub platform: Option<String>,
}

impl Uses {
    /// What a plan with these scopes uses.
    pub fn of(plan: &Plan, scopes: &[ResolvedScope]) -> Self {
        Self {
            scopes: scopes.iter().map(|scope| scope.name.clone()).collect(),
            calls: plan.calls.iter().map(|chosen| chosen.call.clone()).collect(),
            platform: plan.app.platform.clone(),
        }
    }
}

/// What ends after `from`, up to and with `to`, of what the app uses, and which of its calls are gone already: the earliest
/// first. What ends on a day of each app's own is told whenever `to` lies ahead.
pub fn sunsets(catalog: &Catalog, uses: &Uses, from: Date, to: Date) -> Vec<Diagnostic> {
    let comes = |sunset: &Sunset| to > from && sunset.date().is_none_or(|day| day > from && day <= to);
    let is_gone = |sunset: &Sunset| {
        sunset.end == End::Gone && !sunset.paths.is_empty() && sunset.date().is_some_and(|day| day <= from.min(to))
    };
    let within = |sunset: &&Sunset| comes(sunset) || is_gone(sunset);
    let mut ending: Vec<&Sunset> = catalog.sunsets().iter().filter(within).collect();
    ending.sort_by_key(|sunset| (sunset.date().is_none(), sunset.date()));
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for sunset in ending {
        // A call that ends twice ends with the first.
        let ended: Vec<&str> = subjects(catalog, uses, sunset).into_iter().filter(|one| !told.contains(one)).collect();
        told.extend(&ended);
        found.extend((!ended.is_empty()).then(|| finding(sunset, &ended, from)));
    }
    found
}

/// What of the app ends with it.
fn subjects<'a>(catalog: &Catalog, uses: &'a Uses, sunset: &Sunset) -> Vec<&'a str> {
    let legacy = |name: &&String| {
        sunset.legacy_scopes && catalog.scope_named(name).is_some_and(|scope: &Scope| scope.status == Status::Legacy)
    };
    let path = |call: &str| call.split_whitespace().nth(1).unwrap_or_default().to_owned();
    let scopes = uses.scopes.iter().filter(legacy);
    let calls = uses.calls.iter().filter(|call| sunset.ends_path(&path(call)));
    let platform = uses.platform.iter().filter(|version| sunset.platforms.contains(&version.as_str()));
    scopes.chain(calls).chain(platform).map(String::as_str).collect()
}

fn finding(sunset: &Sunset, ended: &[&str], from: Date) -> Diagnostic {
    let most = if sunset.confidence == Confidence::Documented { Severity::Warning } else { Severity::Note };
    let (what, shown) = (capitalised(&sunset.says(from)), first_of(ended, 4));
    let subject = ended.first().copied().unwrap_or(sunset.what);
    let finding = Diagnostic::new(rule::PLAN_SUNSET, subject, format!("{what}. It concerns {shown}."))
        .at_most(most)
        .with_confidence(sunset.confidence)
        .with_source(sunset.source);
    match sunset.instead {
        Some(instead) => finding.with_fix(instead),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 11, 21);

    fn on(to: Date, uses: &Uses) -> Vec<String> {
        sunsets(Catalog::embedded(), uses, TODAY, to).into_iter().map(|finding| finding.message).collect()
    }

    fn calls(calls: &[&str]) -> Uses {
        Uses { calls: calls.iter().map(|call| (*call).to_owned()).collect(), ..Uses::default() }
    }

    #[test]
    fn what_ends_until_the_day_is_told_with_the_earliest_first_and_each_call_once() {
        let uses = calls(&["GET /crm/v3/objects/contacts", "POST /oauth/v1/token", "GET /crm/v4/objects/contacts"]);
        assert_eq!(
            on(Date::constant(2027, 12, 1), &uses),
            [
                "The end of OAuth v1 endpoints is 2027-02-16. It concerns POST /oauth/v1/token.",
                "Support for API version v4 ends with 2027-03-30. It concerns GET /crm/v4/objects/contacts.",
                "Support for API versions v1, v2 and v3 ends with September 2027. It concerns GET \
                 /crm/v3/objects/contacts.",
            ]
        );
        assert_eq!(on(Date::constant(2027, 2, 15), &uses).len(), 0);
        assert_eq!(on(TODAY, &uses).len(), 0);
    }

    #[test]
    fn a_call_that_is_gone_is_told_on_every_day_after() {
        let uses = calls(&["GET /contacts/v1/lists", "GET /crm/v3/owners"]);
        let told = ["Contact lists v1 ended on 2026-04-30. It concerns GET /contacts/v1/lists."];
        assert_eq!(on(TODAY, &uses), told);
        assert_eq!(on(Date::constant(2027, 1, 1), &uses), told);
        assert_eq!(on(Date::constant(2026, 4, 29), &uses).len(), 0);
    }

    #[test]
    fn a_platform_that_runs_out_is_told_as_inferred() {
        let uses = Uses { platform: Some("2025.2".to_owned()), ..Uses::default() };
        let found = sunsets(Catalog::embedded(), &uses, TODAY, Date::constant(2027, 4, 1));
        assert_eq!((found[0].severity, found[0].confidence), (Severity::Note, Confidence::Inferred));
        assert!(found[0].message.contains("about 2027-03-31"), "{}", found[0].message);
    }

    #[test]
    fn coarse_scopes_have_a_day_for_each_app() {
        let uses = Uses { scopes: vec!["oauth".to_owned(), "tickets".to_owned()], ..Uses::default() };
        let told = on(Date::constant(2027, 1, 1), &uses);
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("a day that HubSpot shows for each app") && told[0].ends_with("tickets."), "{told:?}");
    }
}
