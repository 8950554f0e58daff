//! Details of an API call.

use super::install;
use super::places::places;
use crate::catalog::{Availability, Call, Match, Way};
use crate::plan::Cause;
use crate::prose::together;
use crate::tui::model::Model;
use crate::tui::view::prose::Text;

pub(super) fn describe(model: &Model, text_of_call: &str, text: &mut Text) -> String {
    let title = text_of_call.to_owned();
    let endpoints = model.catalog.endpoints();
    let Some(found) = Call::parse(text_of_call).ok().and_then(|call| endpoints.find(&call)) else {
        for finding in model.answer.findings_about(text_of_call) {
            text.finding(finding);
        }
        return title;
    };
    text.say(text_of_call);
    text.dim(format!("{} · versions {}", found.operation.api, found.operation.versions().join(", ")));
    if let Some(in_code) = model.found_of(text_of_call) {
        places(in_code, text);
    }
    needs(&found, text);
    served(model, text_of_call, text);
    if model.plan().calls.iter().any(|chosen| chosen.call == text_of_call) {
        install::cost(model, text_of_call, true, text);
    }
    for finding in model.answer.findings_about(text_of_call) {
        text.finding(finding);
    }
    text.heading("Source");
    text.source(endpoints.source());
    text.dim(format!("as of {} · {}", endpoints.as_of(), found.confidence.as_str()));
    title
}

pub(super) fn needs(found: &Match<'_>, text: &mut Text) {
    text.heading("Needs");
    match found.availability {
        Availability::Developer => {
            text.item("nothing that an installed app can have: it is a call of the developer");
            return;
        }
        Availability::Unpublished => {
            text.item("a scope whose name HubSpot has not published");
            text.dim(format!("the specification names {}", found.internal.join(", ")));
            return;
        }
        Availability::ClientCredentials => {
            text.item("a token of client credentials, which asks for it itself:");
            ways(&found.token_request, found, text);
            return;
        }
        Availability::App => {}
    }
    if found.object_unknown {
        text.item("the scope of the record type that it is about: adding it asks which");
        return;
    }
    ways(&found.requirement, found, text);
    if found.requirement.is_empty() {
        text.item("no source says");
    }
    if !found.user_level.is_empty() {
        text.heading("For user-level apps also");
        ways(&found.user_level, found, text);
    }
    for remark in found.remarks() {
        text.dim(remark);
    }
    for note in found.notes() {
        text.heading("Not as specified");
        text.say(note);
    }
}

fn ways(ways: &[Way], found: &Match<'_>, text: &mut Text) {
    for (place, way) in ways.iter().enumerate() {
        let names = together(&way.all_of, " and ");
        let or = if place > 0 { "or " } else { "" };
        text.item(format!("{or}{names} ({})", way.confidence.unwrap_or(found.confidence).as_str()));
    }
}

/// Which of the ways the plan takes, and why that one.
fn served(model: &Model, call: &str, text: &mut Text) {
    let is_it = |cause: &Cause| matches!(cause, Cause::Endpoint(other) if other == call);
    let Some(need) = model.answer.resolved.needs.iter().find(|need| is_it(&need.cause)) else { return };
    let Some(way) = need.by.map(|place| &need.ways[place]) else { return };
    text.heading("Taken");
    text.item(together(way, " and "));
    if need.ways.len() > 1 {
        text.dim("the least that an app can do with, for all that is chosen together");
    }
}
