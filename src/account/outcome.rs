//! The outcome of an install: refused or not, what is dropped, what the token then holds.

use std::collections::BTreeSet;

use serde::Serialize;

use super::gate::{Judged, Refusal};
use super::{Ask, Install, gates};
use crate::catalog::{Catalog, Confidence, Verdict};
use crate::plan::Auth;

/// A question that no fact settles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Open {
    /// The scope; `None` = the app or the installer as a whole.
    pub scope: Option<String>,
    /// Why it is open.
    pub why: String,
    /// It is about an optional scope, so the install does not hang on it.
    pub optional: bool,
}

/// An optional scope that is left out of the grant, which nobody is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// The scope.
    pub scope: String,
    /// Why.
    pub why: String,
}

/// What comes of an install.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it installs.
    pub installs: Verdict,
    /// Every reason why not.
    pub refusals: Vec<Refusal>,
    /// What no fact settles.
    pub unknown: Vec<Open>,
    /// What the token holds for certain, if it installs; nothing when it is refused.
    pub granted: Vec<String>,
    /// Optional scopes that it may hold.
    pub uncertain: Vec<String>,
    /// Optional scopes that are left out.
    pub dropped: Vec<Dropped>,
}

/// What comes of `install` when it asks for `ask`. Every gate is asked, not the first alone.
pub fn simulate(catalog: &Catalog, install: &Install, ask: &Ask) -> Outcome {
    let mut outcome = Outcome {
        installs: Verdict::Yes,
        refusals: Vec::new(),
        unknown: Vec::new(),
        granted: Vec::new(),
        uncertain: Vec::new(),
        dropped: Vec::new(),
    };
    for judged in gates::of_app(catalog, install, ask) {
        outcome.take(judged, None);
    }
    for why in ask.unknown.into_iter().chain(ask.doubts.iter().map(String::as_str)) {
        outcome.take(Judged::Open(why.to_owned()), None);
    }
    let faulty: BTreeSet<&str> = ask.faults.iter().map(|fault| fault.subject.as_str()).collect();
    let judged_by_name = |name: &&String| !faulty.contains(name.as_str());
    for name in ask.scope.iter().filter(judged_by_name) {
        for judged in gates::of_scope(catalog, install, name, ask.conditional.contains(name)) {
            outcome.take(judged, Some(name));
        }
    }
    outcome.granted.clone_from(&ask.scope);
    let demanded: BTreeSet<&String> = ask.scope.iter().collect();
    let free = |name: &&String| judged_by_name(name) && !demanded.contains(name);
    for name in ask.optional.iter().filter(free) {
        outcome.take_optional(catalog, install, name);
    }
    let open = outcome.unknown.iter().any(|open| !open.optional);
    outcome.installs = match (outcome.refusals.is_empty(), open) {
        (false, _) => Verdict::No,
        (true, true) => Verdict::Unknown,
        (true, false) => Verdict::Yes,
    };
    if outcome.installs == Verdict::No {
        outcome.granted.clear();
        outcome.uncertain.clear();
    }
    outcome
}

/// The demanded scopes that the account is taken to have by a fact which no document of HubSpot's gives, each with why.
pub fn assumed(catalog: &Catalog, install: &Install, ask: &Ask) -> Vec<(String, String)> {
    let known = ask.scope.iter().filter_map(|name| catalog.scope_named(name));
    known
        .filter(|scope| scope.tier_confidence() != Confidence::Documented)
        .filter_map(|scope| Some((scope, scope.tier.as_ref().filter(|tier| tier.allows(&install.customer.tiers))?)))
        .map(|(scope, tier)| {
            let tier =
                if tier.is_any() { "every tier has it".to_owned() } else { format!("it needs {}", tier.describe()) };
            (scope.name.to_owned(), format!("that {tier} is {}", scope.tier_confidence().as_str()))
        })
        .collect()
}

impl Outcome {
    fn take(&mut self, judged: Judged, scope: Option<&str>) {
        match judged {
            Judged::Pass => {}
            Judged::Refuse(refusal) => self.refusals.push(*refusal),
            Judged::Open(why) => self.unknown.push(Open { scope: scope.map(str::to_owned), why, optional: false }),
        }
    }

    fn take_optional(&mut self, catalog: &Catalog, install: &Install, name: &str) {
        let (mut reasons, mut open) = (Vec::new(), Vec::new());
        if install.app.auth == Auth::Static {
            reasons.push("A static-auth app gets its required scopes only.".to_owned());
        }
        for judged in gates::of_scope(catalog, install, name, false) {
            match judged {
                Judged::Pass => {}
                Judged::Refuse(refusal) => reasons.push(refusal.why),
                Judged::Open(why) => open.push(why),
            }
        }
        match (reasons.is_empty(), open.is_empty()) {
            (false, _) => self.dropped.push(Dropped { scope: name.to_owned(), why: reasons.join(" ") }),
            (true, true) => self.granted.push(name.to_owned()),
            (true, false) => {
                self.uncertain.push(name.to_owned());
                self.unknown.push(Open { scope: Some(name.to_owned()), why: open.join(" "), optional: true });
            }
        }
    }
}
