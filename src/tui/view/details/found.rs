//! Details of what the code calls: where, what it needs, what taking it costs; and of what is not settled.

use super::call;
use super::places::{MOST_PLACES, places};
use crate::catalog::Call;
use crate::tui::action::Command;
use crate::tui::model::{Choice, FoundCall, Model, Scanning};
use crate::tui::view::prose::Text;

/// So many places that are not settled are listed.
const MOST_OPEN: usize = 50;

/// A call that the code makes and the plan does not have.
pub(super) fn describe(model: &Model, place: usize, text: &mut Text) -> String {
    let Some(found) = model.found_call(place) else { return String::new() };
    text.say(&found.call);
    text.say("The code makes this call, and the plan does not have it.");
    places(found, text);
    if let Some(known) = Call::parse(&found.call).ok().and_then(|call| model.catalog.endpoints().find(&call)) {
        call::needs(&known, text);
    }
    if found.is_open {
        open_ways(found, text);
        return found.call.clone();
    }
    text.heading("Taking it");
    match model.is_lacking(found) {
        true => text.item(model.preview_choice(Choice::Found(place)).sentence()),
        false => text.item("adds a reason and no scope: the plan's scopes allow it already"),
    }
    found.call.clone()
}

/// The scopes of which the record type asks for one.
fn open_ways(found: &FoundCall, text: &mut Text) {
    if found.ways.is_empty() {
        return;
    }
    text.heading("One of these, by the record type");
    for way in found.ways.iter().take(MOST_PLACES) {
        text.item(way.join(" and "));
    }
    if let Some(more @ 1..) = found.ways.len().checked_sub(MOST_PLACES) {
        text.dim(format!("+{more} more"));
    }
}

/// What is not settled, and what was dismissed.
pub(super) fn describe_rest(model: &Model, text: &mut Text) -> String {
    if let Scanning::Failed(why) = &model.code.scanning {
        text.say("The code was not scanned, so what it calls is not known here:");
        text.item(why);
    }
    if model.code.dismissed() > 0 {
        text.heading("Dismissed");
        text.item(format!("{} brings all back", model.key(Command::Choose)));
    }
    let Some(found) = &model.code.found else { return "The code".to_owned() };
    if !found.open.is_empty() {
        text.heading("Not settled");
        text.say("These look like calls of HubSpot. Their scopes are not counted: look at each.");
    }
    for open in found.open.iter().take(MOST_OPEN) {
        text.item(format!("{}:{}", open.file, open.line));
        text.dim(format!("  {}", open.why));
        if !open.text.is_empty() {
            text.dim(format!("  {}", open.text));
        }
    }
    if let Some(more @ 1..) = found.open.len().checked_sub(MOST_OPEN) {
        text.dim(format!("+{more} more: hubscope scan lists all"));
    }
    if !found.free.is_empty() {
        text.heading("Need no scope of an install");
        for call in found.free.iter().take(MOST_OPEN) {
            text.item(call);
        }
    }
    "The code".to_owned()
}
