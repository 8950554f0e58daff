//! Details of who can install: a tier of the matrix, the account that is simulated, what a scope or feature costs.

use crate::account::{Open, Outcome, Refusal, Role, Working, describe};
use crate::catalog::{Level, Verdict};
use crate::diagnostic::rule;
use crate::plan::{Distribution, When};
use crate::prose::capitalised;
use crate::tui::model::Model;
use crate::tui::view::prose::Text;

/// A tier in every hub: what each installer can do there, why not, and what would let more in.
pub(super) fn of_tier(model: &Model, level: Level, text: &mut Text) {
    let standing = model.standing();
    no_link_yet(model, text);
    text.say(format!("An account on {} in every hub:", level.as_str()));
    let mut told: Vec<&Refusal> = Vec::new();
    for role in Role::ALL {
        let Some(outcome) = standing.matrix.at(level, role) else { continue };
        text.heading(&format!("{}: {}", capitalised(role.describe()), word(outcome.installs)));
        let (again, new): (Vec<&Refusal>, Vec<&Refusal>) =
            outcome.refusals.iter().partition(|refusal| told.contains(refusal));
        for refusal in &new {
            refused(refusal, text);
        }
        if !again.is_empty() {
            text.item(if new.is_empty() { "for the same reasons" } else { "and for the reasons above" });
        }
        told.extend(new);
        if outcome.installs == Verdict::Unknown {
            open(outcome, false, text);
        }
    }
    if let Some(best) = standing.changes.first() {
        text.heading("The one change that would let more in");
        text.item(format!("{} to optional: + {}", best.scopes.join(", "), describe(&best.gains)));
    }
    for finding in standing.findings.iter().filter(|finding| finding.rule == rule::ACCOUNT_TOO_WIDE) {
        text.finding(finding);
    }
    text.heading("Taken as");
    text.item(format!("sensitive data turned on where a scope opens it, App Governance off{}", on_its_list(model)));
}

/// Says that there is nothing to install yet, where that is so.
fn no_link_yet(model: &Model, text: &mut Text) {
    if !model.is_whole() {
        text.say("There is no link yet that HubSpot would accept. Once it is complete:");
    }
}

/// The account that is simulated: refused or not, what is left out, what the token holds, what then works.
pub(super) fn of_simulated(model: &Model, text: &mut Text) {
    let simulated = model.simulated;
    let simulation = model.simulation();
    let outcome = &simulation.outcome;
    no_link_yet(model, text);
    text.say(format!(
        "An account on {} in every hub, and {}: {}.",
        simulated.level.as_str(),
        simulated.role.describe(),
        word(outcome.installs)
    ));
    for refusal in &outcome.refusals {
        text.gap();
        refused(refusal, text);
    }
    if outcome.unknown.iter().any(|one| !one.optional) {
        text.heading("Not known");
        open(outcome, false, text);
    }
    if !outcome.dropped.is_empty() {
        text.heading("Optional, left out (nobody is told)");
        for dropped in &outcome.dropped {
            text.item(format!("{}: {}", dropped.scope, dropped.why));
        }
    }
    if outcome.unknown.iter().any(|one| one.optional) {
        text.heading("Optional, perhaps left out");
        open(outcome, true, text);
    }
    if outcome.installs != Verdict::No {
        text.heading("The token holds");
        text.item(outcome.granted.join(", "));
        features(&simulation.works, text);
    }
    text.heading("Taken as");
    let sensitive = if simulated.sensitive_data { "on" } else { "off" };
    text.item(format!("sensitive data {sensitive}, App Governance off{}", on_its_list(model)));
}

/// What is taken of the allow list, which only a private app has.
fn on_its_list(model: &Model) -> &'static str {
    match model.plan().app.distribution {
        Distribution::Private => ", the account on the app's allow list",
        Distribution::Marketplace => "",
    }
}

/// What a scope or a feature of the plan costs in tiers and installers; nothing where it costs nothing.
pub(super) fn cost(model: &Model, name: &str, is_feature: bool, text: &mut Text) {
    let Some(value) = model.standing().value_of(name, is_feature) else { return };
    text.heading("What it costs");
    let refused = describe(&value.refused);
    if !refused.is_empty() {
        text.item(format!("refused with it: {refused}"));
    }
    let alone = describe(&value.alone);
    text.item(match (alone.is_empty(), value.locked) {
        (true, _) => "without it alone no more could install: other scopes refuse there, too".to_owned(),
        (false, None) => format!("without it, or with it optional: + {alone}"),
        (false, Some(_)) => format!("without it: + {alone}"),
    });
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "installs",
        Verdict::No => "is refused",
        Verdict::Unknown => "installs, as far as it is known",
    }
}

fn refused(refusal: &Refusal, text: &mut Text) {
    text.item(format!("{}: {} ({})", refusal.gate.as_str(), refusal.why, refusal.confidence.as_str()));
    if let Some(says) = &refusal.hubspot_says {
        text.dim(format!("HubSpot says: {says}"));
    }
    text.dim(format!("who mends it: {}. {}", refusal.who_fixes, refusal.fix));
}

fn open(outcome: &Outcome, optional: bool, text: &mut Text) {
    let told = |one: &Open| match &one.scope {
        Some(scope) => format!("{scope}: {}", one.why),
        None => one.why.clone(),
    };
    for one in outcome.unknown.iter().filter(|one| one.optional == optional) {
        text.item(told(one));
    }
}

fn features(works: &[Working], text: &mut Text) {
    let (working, lacking): (Vec<&Working>, Vec<&Working>) = works.iter().partition(|one| one.works);
    if !working.is_empty() {
        text.heading("Works");
        for one in working {
            text.item(one.cause.describe());
        }
    }
    if !lacking.is_empty() {
        text.heading("Must cope without");
        for one in lacking {
            let when = if one.when == When::PerLink { " (in another link)" } else { "" };
            let perhaps = if one.may_work { ", which may be granted" } else { "" };
            text.item(format!("{}: lacks {}{perhaps}{when}", one.cause.describe(), one.lacks.join(", ")));
        }
    }
}
