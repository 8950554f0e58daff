//! Which features ask for a scope, and when.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, Date, DatedRequirement, Feature, FeatureOption, Period};

/// A feature that asks for a scope.
pub(super) struct Use {
    /// The feature.
    pub(super) feature: &'static Feature,
    /// The options that ask for it on the day; none where the feature itself does.
    pub(super) options: Vec<&'static str>,
    /// Whether it asks for it on the day.
    pub(super) now: bool,
    /// Whether something of it has no other way on the day.
    pub(super) one_way: bool,
    /// The times apart from the day at which it asks for it.
    pub(super) other_times: Vec<Period>,
}

/// Every feature that asks for the scope `name` at some time, as on `day`.
pub(super) fn of(catalog: &Catalog, name: &str, day: Date) -> Vec<Use> {
    catalog.features().iter().filter_map(|feature| one(feature, name, day)).collect()
}

fn one(feature: &'static Feature, name: &str, day: Date) -> Option<Use> {
    let names = |rule: &&DatedRequirement| rule.any_of.iter().any(|way| way.all_of.contains(&name));
    let is_now = |rules: &[DatedRequirement]| rules.iter().filter(names).any(|rule| rule.period().holds_on(day));
    let options = feature.options.iter().filter(|option| is_now(option.requirements()));
    let options: Vec<&'static str> = options.map(|option| option.id).collect();
    let all = feature.options.iter().flat_map(FeatureOption::requirements).chain(feature.requirements());
    let one_way = all.clone().filter(names).any(|rule| rule.period().holds_on(day) && rule.any_of.len() == 1);
    let elsewhere = all.filter(names).filter(|rule| !rule.period().holds_on(day));
    let times: BTreeSet<_> = elsewhere.map(|rule| (rule.period().from, rule.period().until)).collect();
    let other_times: Vec<Period> = times.into_iter().map(|(from, until)| Period { from, until }).collect();
    let now = !options.is_empty() || is_now(feature.requirements());
    (now || !other_times.is_empty()).then_some(Use { feature, options, now, one_way, other_times })
}

/// The time in words.
pub(super) fn time(period: Period) -> String {
    match period.until {
        Some(until) => format!("from {} until {until}", period.from),
        None => format!("from {}", period.from),
    }
}
