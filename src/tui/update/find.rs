//! The search: opened from any step, typed into, and left on what was found or where it was opened.

use super::link;
use crate::tui::model::{Entry, Find, Hit, LinkRow, Mend, Model, Page, Pane, Purpose, Step, Typing};

/// Opens the search; in the matrix, that for its objects.
pub(super) fn open(model: &mut Model) {
    if matches!(model.page, Some(Page::Help(_))) {
        model.help_filter.is_open = true;
        return;
    }
    if model.matrix.is_some() && model.step == Step::Features {
        model.begin_filter();
        model.focus(Pane::Main);
        model.say("Finds objects by name or type id.");
        return;
    }
    model.begin_find();
    model.focus(Pane::Main);
    model.step = Step::Features;
    model.say("Finds features, scopes, objects, API calls and findings.");
}

/// What is typed has changed.
pub(super) fn changed(model: &mut Model) {
    let Some(text) = model.find.as_ref().map(|find| find.input.value().to_owned()) else { return };
    if model.matrix.is_some() { model.filter_matrix(&text) } else { model.search() }
}

/// Closes the search and goes to what it is on, choosing nothing.
pub(super) fn accept(model: &mut Model) {
    if model.matrix.is_some() {
        // The filter goes, the cursor stays on its object.
        let row = model.matrix.as_ref().and_then(|matrix| matrix.shown.get(matrix.row).copied());
        model.find = None;
        model.filter_matrix("");
        if let (Some(matrix), Some(row)) = (&mut model.matrix, row) {
            matrix.row = row;
        }
        return;
    }
    // What such a row says stands beside it: there is nowhere to go.
    if matches!(
        model.find.as_ref().and_then(Find::current),
        Some(Entry { hit: Hit::Topic(_) | Hit::Credential(_), .. })
    ) {
        return;
    }
    match model.end_find() {
        None | Some(Hit::Feature(..) | Hit::Call(_) | Hit::Found(_) | Hit::Topic(_) | Hit::Credential(_)) => {}
        Some(Hit::Object(object)) => model.reveal_object(object),
        Some(Hit::Scope(name)) => go_to_scope(model, &name),
        Some(Hit::Field(field)) => model.go_to_mend(&Mend::Field(field)),
        Some(Hit::Finding(place)) => go_to_finding(model, &LinkRow::Finding(place)),
        Some(Hit::ProjectFinding(place)) => go_to_finding(model, &LinkRow::ProjectFinding(place)),
        Some(Hit::Note(place)) => go_to_finding(model, &LinkRow::Note(place)),
    }
}

/// Closes the search and goes back to where it was opened.
pub(super) fn cancel(model: &mut Model) {
    if model.matrix.is_some() {
        let row = model.find.take().map_or(0, |find| find.row);
        model.filter_matrix("");
        if let Some(matrix) = &mut model.matrix {
            matrix.row = row;
        }
    } else {
        model.leave_find();
    }
}

/// To the row of the scope, or, where the plan has none, to the question that pins it, with the name filled in.
fn go_to_scope(model: &mut Model, name: &str) {
    model.step = Step::Scopes;
    model.clamp();
    if model.answer.resolved.scope(name).is_some() {
        model.reveal_scope(name);
    } else {
        model.typing = Some(Typing::new(Purpose::PinName(None), name));
    }
}

/// To what the finding is about, and else to its row on Link.
fn go_to_finding(model: &mut Model, row: &LinkRow) {
    if let Some(finding) = model.finding_of_row(row).cloned()
        && link::mend(model, &finding)
    {
        return;
    }
    model.step = Step::Link;
    if let Some(place) = model.link_rows().iter().position(|other| other == row) {
        model.link.row = place;
    }
}
