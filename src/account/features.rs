//! Which features and calls work with the token of an install.

use std::collections::BTreeSet;

use super::{Ask, Outcome};
use crate::catalog::Scope;
use crate::plan::{Cause, When};

/// A feature or call, and whether the token is enough for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// What it is.
    pub cause: Cause,
    /// When the app needs it.
    pub when: When,
    /// Whether the token holds its scopes for certain.
    pub works: bool,
    /// It works if what is uncertain is granted.
    pub may_work: bool,
    /// The fewest scopes that the token lacks for it.
    pub lacks: Vec<String>,
}

/// Each feature and call of `ask` with the token of `outcome`.
pub fn working(ask: &Ask, outcome: &Outcome) -> Vec<Working> {
    let held: BTreeSet<&str> = outcome.granted.iter().map(String::as_str).collect();
    let perhaps: BTreeSet<&str> = outcome.uncertain.iter().map(String::as_str).collect();
    let refused = outcome.installs == crate::catalog::Verdict::No;
    let has = |name: &str| held.contains(name) || (name == Scope::OAUTH && !refused);
    let mut all: Vec<Working> = Vec::with_capacity(ask.needs.len());
    for need in &ask.needs {
        let missing =
            |way: &Vec<&'static str>| -> Vec<&'static str> { way.iter().copied().filter(|name| !has(name)).collect() };
        let of_way = |place: usize| need.ways.get(place).map(&missing);
        // The way that the plan took, unless another one is complete.
        let complete = need.ways.iter().map(&missing).find(Vec::is_empty);
        let taken = need.by.and_then(of_way);
        let lacks = complete.or(taken).or_else(|| need.ways.iter().map(&missing).min_by_key(Vec::len));
        let works = !refused && lacks.as_ref().is_some_and(Vec::is_empty);
        let could = |way: &Vec<&'static str>| missing(way).iter().all(|name| perhaps.contains(name));
        all.push(Working {
            cause: need.cause.clone(),
            when: need.when,
            works,
            may_work: works || (!refused && need.ways.iter().any(could)),
            lacks: lacks.unwrap_or_default().into_iter().map(str::to_owned).collect(),
        });
    }
    all
}
