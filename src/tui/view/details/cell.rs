//! Details of a cell of the matrix: what it stands for, what of it is chosen, and what choosing it takes.

use super::feature;
use crate::tui::action::Command;
use crate::tui::model::{Capability, CellState, GridRow, Member, Model};
use crate::tui::view::prose::Text;

/// Describes the cell under the cursor.
pub(super) fn describe(model: &Model, text: &mut Text) -> String {
    let Some((row, capability)) = model.current_cell() else { return String::new() };
    let title = format!("{}: {}", row.object, capability.name());
    let cell = row.cell(capability);
    let Some(first) = cell.first() else {
        text.say(format!("HubSpot has no {} of {}.", capability.name(), row.object));
        describe_row(model, row, text);
        return title;
    };
    state(model, cell, capability, text);
    let shown = cell.iter().find(|member| is_chosen(model, member)).unwrap_or(first);
    if let Some(feature) = model.catalog.feature(shown.0) {
        let option = shown.1.and_then(|id| feature.option(id));
        text.gap();
        feature::describe_choice(model, feature, option, text);
        if cell.len() > 1 {
            members(model, cell, text);
        }
        shared(model, row, capability, *first, text);
        feature::notes(model, feature, option, text);
    }
    title
}

/// What can be done with the object.
pub(super) fn describe_row(model: &Model, row: &GridRow, text: &mut Text) {
    text.heading("There is");
    for capability in Capability::ALL {
        let cell = row.cell(capability);
        let chosen = match model.cell_state(cell, capability) {
            CellState::Missing => continue,
            CellState::Open => "",
            CellState::Partly => ", chosen in part",
            CellState::Chosen | CellState::OfProject => ", chosen",
        };
        text.item(format!("{}{chosen}", capability.name()));
    }
}

fn state(model: &Model, cell: &[Member], capability: Capability, text: &mut Text) {
    let key = model.key(Command::Choose);
    text.say(match model.cell_state(cell, capability) {
        CellState::Missing => "HubSpot has no such thing.".to_owned(),
        CellState::Open => match model.served_elsewhere(cell) {
            Some((scope, why)) => format!("Not chosen here, but the plan has {scope}: {why}. {key} adds it as well."),
            None => format!("Not chosen. {key} adds it."),
        },
        CellState::Partly => format!("Chosen in part. {key} adds the rest."),
        CellState::Chosen => format!("Chosen. {key} gives it up."),
        CellState::OfProject => "Chosen by the project's files. Given up here only, it comes back.".to_owned(),
    });
    if !matches!(model.cell_state(cell, capability), CellState::Chosen | CellState::OfProject) {
        text.dim(format!("adding it: {}", model.preview_cell(cell, capability).sentence()));
    }
}

fn is_chosen(model: &Model, (feature, option): &Member) -> bool {
    model.plan().selected(feature, *option).next().is_some()
}

/// Everything that the cell stands for.
fn members(model: &Model, cell: &[Member], text: &mut Text) {
    text.heading("The cell stands for");
    for member in cell {
        let sign = if is_chosen(model, member) { "[x]" } else { "[ ]" };
        text.item(format!("{sign} {}", member.1.unwrap_or(member.0)));
    }
}

/// Objects that are opened by the same choice.
fn shared(model: &Model, row: &GridRow, capability: Capability, member: Member, text: &mut Text) {
    let others = model.grid().iter().filter(|other| other.object != row.object);
    let same: Vec<&str> =
        others.filter(|other| other.cell(capability).contains(&member)).map(|other| other.object).collect();
    if !same.is_empty() {
        text.heading("The same choice opens");
        text.item(same.join(", "));
    }
}
