//! The safe order of a change: at every step the links that are out, and those about to be, are accepted.
//!
//! ```text
//!  settings ─▶ code that copes ─▶ links ─▶ settings ─▶ links ─▶ settings ─▶ code that uses it ─▶ accounts
//!  (a conditionally required scope in between is accepted with and without)
//! ```
//! A scope never moves from one parameter of the link to the other in one step: in between, links leave it out. Before types
//! were enforced, the settings were a list of what is required, and links could carry more: links come first, there.

use super::change::Change;
use super::effect::LinkEffect;
use super::links::OldLinks;
use super::names::{listed, number};
use super::reconnect::{Reconnect, ReconnectAnswer};
use super::side::Side;
use super::way::{Place, Way, listed_as, place_of, untyped_way, way};
use crate::plan::{Auth, ScopeType};

/// What a step is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// The app's settings.
    Settings,
    /// The links that are handed out.
    Links,
    /// The app's code.
    Code,
    /// The accounts that installed it.
    Accounts,
    /// What to look at.
    Watch,
}

impl StepKind {
    /// The word of JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Links => "links",
            Self::Code => "code",
            Self::Accounts => "accounts",
            Self::Watch => "watch",
        }
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is done to.
    pub kind: StepKind,
    /// What to do, one sentence.
    pub step: String,
    /// Why here.
    pub why: String,
}

/// The steps, first to last; none where nothing changes.
pub(super) fn rollout(
    old: &Side,
    new: &Side,
    changes: &[Change],
    reconnect: &Reconnect,
    links: &OldLinks,
) -> Vec<Step> {
    if reconnect.another.is_some() {
        return of_another_app(new.auth);
    }
    if changes.is_empty() && links.broken.is_empty() {
        return Vec::new();
    }
    // What HubSpot carries over works in old installs with the code as it is.
    let worked_on: Vec<Change> = changes.iter().filter(|change| !reconnect.carries(change)).cloned().collect();
    let mut steps = Vec::new();
    let mut add = |step: Option<Step>| steps.extend(step);
    let has_links = new.auth == Auth::Oauth;
    let (lost_redirects, new_redirects) = redirects(old, new);
    if has_links {
        let moves = Moves { changes, typed: new.typed };
        add(moves.settings(0, &new_redirects, &[]));
        add(cope(&worked_on));
        add(moves.in_links(0, &lost_redirects));
        add(moves.settings(1, &[], &lost_redirects));
        add(moves.in_links(1, &[]));
        add(moves.settings(2, &[], &[]));
    } else {
        add(cope(&worked_on));
        add(at_once(changes));
    }
    add(use_it(&worked_on, new.auth));
    add(ask(reconnect, new.auth));
    add(Some(watch(changes)));
    steps
}

/// The app as it becomes lives beside the one that it was, until every account has it.
fn of_another_app(auth: Auth) -> Vec<Step> {
    let mut steps = vec![step(
        StepKind::Settings,
        "Make another app with the new settings, and leave the old one as it is.",
        "Installs and links of the old app go on until the accounts have the new one.",
    )];
    if auth != Auth::None {
        steps.push(step(
            StepKind::Accounts,
            "Ask every account to install the new app.",
            "HubSpot carries no install over from one app to another.",
        ));
    }
    steps.push(step(
        StepKind::Accounts,
        "Once an account has moved, let it uninstall the old app.",
        "Until then both have access to it.",
    ));
    steps
}

fn step(kind: StepKind, step: impl Into<String>, why: impl Into<String>) -> Step {
    Step { kind, step: step.into(), why: why.into() }
}

fn scopes_where(changes: &[Change], wanted: impl Fn(&Change) -> bool) -> Vec<&str> {
    changes.iter().filter(|change| wanted(change)).map(|change| change.scope.as_str()).collect()
}

/// The ways of all scopes, by the rules of the day.
struct Moves<'a> {
    changes: &'a [Change],
    /// Whether scopes have types.
    typed: bool,
}

impl<'a> Moves<'a> {
    fn way(&self, change: &Change) -> Way {
        let way = if self.typed { way } else { untyped_way };
        way(change.from, change.to)
    }

    fn where_all(&self, wanted: impl Fn(&Change) -> bool) -> Vec<&'a str> {
        scopes_where(self.changes, wanted)
    }

    /// One change of the settings: all that moves in `round`.
    fn settings(&self, round: usize, added: &[&String], dropped: &[&String]) -> Option<Step> {
        let before = |change: &Change| match round {
            0 if self.typed => change.from,
            0 => listed_as(change.from),
            later => self.way(change).settings[later - 1],
        };
        let after = |change: &Change| self.way(change).settings[round];
        let mut parts = Vec::new();
        for kind in ScopeType::ALL {
            let to_it = |change: &Change| after(change) == Some(kind);
            let fresh = self.where_all(|change| to_it(change) && before(change).is_none());
            let moved = self.where_all(|change| to_it(change) && before(change).is_some_and(|was| was != kind));
            if !fresh.is_empty() {
                let kind = if self.typed { format!(" as {}", kind.name()) } else { String::new() };
                parts.push(format!("add {}{kind}", listed(&fresh)));
            }
            if !moved.is_empty() {
                parts.push(format!("make {} {}", listed(&moved), kind.name()));
            }
        }
        let gone = self.where_all(|change| after(change).is_none() && before(change).is_some());
        if !gone.is_empty() {
            parts.push(format!("remove {}", listed(&gone)));
        }
        if !added.is_empty() {
            parts.push(format!("add the redirect {}", listed(added)));
        }
        if !dropped.is_empty() {
            parts.push(format!("remove the redirect {}", listed(dropped)));
        }
        if parts.is_empty() {
            return None;
        }
        let only_less = dropped.is_empty() && !self.changes.iter().any(|change| after(change) > before(change));
        let why = match round {
            0 if self.typed && self.changes.iter().any(|change| change.effects().links != LinkEffect::None) => {
                "Links in circulation keep installing: a conditionally required scope may stand in scope or be left out."
            }
            0 => "Links in circulation keep installing, and the new ones need it there first.",
            _ if !self.typed && only_less => "No link dies: it may carry scopes that the settings do not list.",
            _ => "The links of the step before are accepted before and after it; older ones die now.",
        };
        Some(step(StepKind::Settings, format!("In the app's settings, {}.", parts.join("; ")), why))
    }

    /// One change of the links that are handed out.
    fn in_links(&self, round: usize, dropped: &[&String]) -> Option<Step> {
        let before = |change: &Change| match round {
            0 => place_of(change.from),
            later => self.way(change).links[later - 1],
        };
        let to =
            |place: Place| self.where_all(|change| self.way(change).links[round] == place && before(change) != place);
        let (scope, optional, wanted, out) =
            (to(Place::Scope), to(Place::OptionalScope), to(Place::Wanted), to(Place::Out));
        let mut parts = Vec::new();
        if !scope.is_empty() {
            parts.push(format!("with {} in scope", listed(&scope)));
        }
        if !wanted.is_empty() {
            parts.push(format!("with {} in scope where the link is to demand it", listed(&wanted)));
        }
        if !optional.is_empty() {
            parts.push(format!("with {} in optional_scope", listed(&optional)));
        }
        if !out.is_empty() {
            parts.push(format!("without {}", listed(&out)));
        }
        if !dropped.is_empty() {
            parts.push(format!("that does not lead back to {}", listed(dropped)));
        }
        if parts.is_empty() {
            return None;
        }
        let why = match (self.typed, round) {
            (_, _) if !dropped.is_empty() => BEFORE_THE_SETTINGS,
            (true, _) if !out.is_empty() => BEFORE_THE_SETTINGS,
            (true, _) => "The settings accept it by now.",
            (false, 0) => "A link may carry scopes that the settings do not list, and needs those that they will list.",
            (false, _) => "The settings no longer demand what they no longer list.",
        };
        let why = format!("{why} Site, mails, documentation and the marketplace listing all carry links.");
        Some(step(StepKind::Links, format!("Replace every link by one {}.", parts.join(", ")), why))
    }
}

const BEFORE_THE_SETTINGS: &str =
    "Before the settings change again, no link in circulation may have what is taken out.";

fn cope(changes: &[Change]) -> Option<Step> {
    let weaker = scopes_where(changes, |change| change.from.zip(change.to).is_some_and(|(from, to)| to < from));
    let gone = scopes_where(changes, Change::is_gone);
    let mut parts = Vec::new();
    if !weaker.is_empty() {
        parts.push(format!("works where the token lacks {}", listed(&weaker)));
    }
    if !gone.is_empty() {
        parts.push(format!("no longer uses {}", listed(&gone)));
    }
    (!parts.is_empty()).then(|| {
        let why = "After the next steps there are tokens without; calls that need the scope are answered with 403.";
        step(StepKind::Code, format!("Deploy code that {}.", parts.join(" and ")), why)
    })
}

fn use_it(changes: &[Change], auth: Auth) -> Option<Step> {
    let more = |change: &Change| change.to.is_some() && change.to > change.from;
    let new = scopes_where(changes, more);
    (!new.is_empty()).then(|| {
        let it = number(new.len(), "it", "them");
        let text =
            format!("Deploy the code that uses {}, and let it say so where a token is without {it}.", listed(&new));
        let why = match auth {
            Auth::Oauth => format!(
                "Deployed before the links, it would meet no token with {it}; old installs are without {it} until they \
                 authorise again."
            ),
            Auth::Static | Auth::None => format!("Old installs are without {it} until the app is installed again."),
        };
        step(StepKind::Code, text, why)
    })
}

/// The settings of an app whose link carries no scopes.
fn at_once(changes: &[Change]) -> Option<Step> {
    let (new, gone) = (scopes_where(changes, Change::is_new), scopes_where(changes, Change::is_gone));
    let parts: Vec<String> = [("add", new), ("remove", gone)]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(verb, names)| format!("{verb} {}", listed(&names)))
        .collect();
    (!parts.is_empty()).then(|| {
        let why = "The link of this app carries no scopes, so none dies.";
        step(StepKind::Settings, format!("In the app's settings, {}.", parts.join("; ")), why)
    })
}

fn ask(reconnect: &Reconnect, auth: Auth) -> Option<Step> {
    let who = match reconnect.answer {
        ReconnectAnswer::Nobody => return None,
        ReconnectAnswer::ForNewFeatures => "Ask the accounts that want what is new",
        ReconnectAnswer::Everybody => "Ask every account",
    };
    let how = match auth {
        Auth::Static => "install again through the Reinstall URL",
        Auth::Oauth | Auth::None => "go through the new link once more, without uninstalling first",
    };
    let why = match auth {
        Auth::Static => "HubSpot does not ask them by itself; it takes someone with the rights.",
        Auth::Oauth | Auth::None => {
            "HubSpot does not ask them by itself, and refreshing a token adds nothing; it takes someone with the rights."
        }
    };
    Some(step(StepKind::Accounts, format!("{who} to {how}."), why))
}

fn watch(changes: &[Change]) -> Step {
    let what = if changes.iter().any(|change| change.to > change.from || change.is_gone()) {
        "Watch, for each account, answers of 403 with category MISSING_SCOPES and the scopes in its token; hs project \
         app-install-status says whether an install has the current scopes."
    } else {
        "Watch installs that stop on HubSpot's page, and answers of 403 with category MISSING_SCOPES."
    };
    step(StepKind::Watch, what, "Faults of a link show on HubSpot's own page and never reach the redirect URL.")
}

/// The redirect URLs that go, and those that come.
fn redirects<'a>(old: &'a Side, new: &'a Side) -> (Vec<&'a String>, Vec<&'a String>) {
    if old.redirects.is_empty() || new.redirects.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let set = |side: &'a Side| side.redirects.iter().collect::<std::collections::BTreeSet<_>>();
    let (was, is) = (set(old), set(new));
    (was.difference(&is).copied().collect(), is.difference(&was).copied().collect())
}
