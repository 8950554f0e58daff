//! Step 1: the app's settings, one question a setting.

use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::plan::{Auth, Clicker, Plan};
use crate::tui::model::{Field, Model, Purpose};

/// The settings with their values.
pub(super) fn sheet(model: &Model) -> Sheet {
    let rows = model.field_rows().into_iter().map(|row| {
        let fault = row.fault.map_or_else(String::new, |finding| format!("; {}", finding.message));
        let value = if row.value.is_empty() { "not set".to_owned() } else { row.value };
        Row::with(row.field.name(), format!("{value}{fault}"))
    });
    Sheet {
        question: "Step 1 of 4, App. Which setting do you change?".to_owned(),
        rows: rows.collect(),
        prompt: "A number, or Enter for the next step".to_owned(),
        help: vec![
            "The settings of the app, as they stand in HubSpot.".to_owned(),
            "The client id and the redirect URL are on the app's Auth page; a link needs both.".to_owned(),
        ],
    }
}

/// Opens the setting in this row.
pub(super) fn choose(talk: &mut Talk, place: usize) {
    if let Some(row) = talk.model.field_rows().get(place) {
        let field = row.field;
        open(talk, field);
    }
}

/// Asks for a setting.
pub(super) fn open(talk: &mut Talk, field: Field) {
    if field.is_text() { talk.type_for(Purpose::Field(field)) } else { talk.ask(Question::Values(field)) }
}

/// What a setting means: `? 3` on the step.
pub(super) fn explain(model: &Model, place: usize) -> Vec<String> {
    let Some(row) = model.field_rows().into_iter().nth(place) else { return Vec::new() };
    let fault = row.fault.iter().map(super::changes::finding_line);
    std::iter::once(format!("{}: {}.", row.field.name(), row.hint)).chain(fault).collect()
}

/// The values of a setting that has a few.
pub(super) fn values_sheet(model: &Model, field: Field) -> Sheet {
    let now = value(model.plan(), field);
    let rows = plans(model.plan(), field).into_iter().map(|plan| {
        let value = value(&plan, field);
        let state = if value == now { "as it is" } else { "" };
        Row::with(value, state)
    });
    Sheet {
        question: format!("{}?", field.name().trim_end_matches('?')),
        rows: rows.collect(),
        prompt: "A number, or Enter to leave it".to_owned(),
        help: model.field_rows().into_iter().filter(|row| row.field == field).map(|row| row.hint).collect(),
    }
}

/// Takes the value in this row.
pub(super) fn take_value(talk: &mut Talk, field: Field, place: usize) {
    let Some(wanted) = plans(talk.model.plan(), field).into_iter().nth(place) else { return };
    talk.change(|plan| *plan = wanted);
    talk.close();
}

/// The plan with each value of a setting, the present one first.
fn plans(plan: &Plan, field: Field) -> Vec<Plan> {
    let mut all = vec![plan.clone()];
    let mut next = plan.clone();
    field.step(&mut next);
    while !all.contains(&next) {
        all.push(next.clone());
        field.step(&mut next);
    }
    all
}

fn value(plan: &Plan, field: Field) -> String {
    let app = &plan.app;
    let text = match field {
        Field::Distribution => app.distribution.as_str(),
        Field::Auth => match app.auth {
            Auth::Oauth => "oauth, by the install link",
            Auth::Static => "static, a token that is copied from HubSpot",
            Auth::None => "none, no API access",
        },
        Field::Access if app.user_level => "one user",
        Field::Access => "the account",
        Field::Host => return format!("{}, {}", app.host.as_str(), app.host.host()),
        Field::Clicker => match app.clicker {
            Clicker::Admin => "an admin of each account, once",
            Clicker::EveryUser => "every user, to log in",
        },
        Field::Advanced if plan.advanced_scopes => "on",
        Field::Advanced => "off",
        _ => return field.text(plan),
    };
    text.to_owned()
}
