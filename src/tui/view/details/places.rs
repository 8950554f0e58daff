//! Where the code makes a call.

use crate::scan::CallConfidence;
use crate::tui::model::FoundCall;
use crate::tui::view::prose::Text;

/// So many places of a call are listed.
pub(super) const MOST_PLACES: usize = 6;

/// Where the code makes a call, and how well that is known.
pub(super) fn places(found: &FoundCall, text: &mut Text) {
    text.heading("In the code");
    for place in found.places.iter().take(MOST_PLACES) {
        let via = place.via.strip_prefix("sdk:").map_or_else(String::new, |sdk| format!(" ({sdk})"));
        text.item(format!("{}:{}{via}", place.file, place.line));
    }
    if let Some(more @ 1..) = found.places.len().checked_sub(MOST_PLACES) {
        text.dim(format!("+{more} more"));
    }
    match found.confidence {
        CallConfidence::MethodAssumed => text.dim("the method is not said: the likeliest is taken"),
        CallConfidence::ObjectUnknown => text.dim("the code does not say the record type"),
        CallConfidence::Exact | CallConfidence::EndpointUnknown => {}
    }
}
