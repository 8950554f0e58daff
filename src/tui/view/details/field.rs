//! Details of a setting.

use crate::plan::Clicker;
use crate::tui::model::{Field, FieldRow, Model};
use crate::tui::view::prose::Text;

pub(super) fn describe(model: &Model, text: &mut Text) -> String {
    let Some(row) = model.current_field() else { return String::new() };
    describe_row(model, &row, text);
    row.field.name().to_owned()
}

/// Describes a setting, wherever the cursor is.
pub(super) fn describe_field(model: &Model, field: Field, text: &mut Text) {
    if let Some(row) = model.field_rows().into_iter().find(|row| row.field == field) {
        describe_row(model, &row, text);
    }
}

fn describe_row(model: &Model, row: &FieldRow, text: &mut Text) {
    if !row.hint.is_empty() {
        text.say(format!("{}.", row.hint));
    }
    for line in about(row.field) {
        text.say(*line);
    }
    match row.field {
        Field::RedirectUrl if !model.plan().app.registered_redirects.is_empty() => {
            text.heading("Registered by the app");
            for url in &model.plan().app.registered_redirects {
                text.item(url.clone());
            }
        }
        Field::Clicker if model.plan().app.clicker == Clicker::EveryUser => every_user(model, text),
        Field::AsOf => {
            text.heading("Eras of the rules");
            for era in ERAS {
                text.item(era.summary());
            }
            facts(model, text);
        }
        _ => {}
    }
    for fault in model.findings_of_field(row.field) {
        text.finding(fault);
    }
}

/// Of which day the facts are, where they come from, and how newer ones are had.
fn facts(model: &Model, text: &mut Text) {
    text.heading("Facts");
    let age = model.age_of_facts().map_or_else(String::new, |age| format!(", {age}"));
    text.say(format!("They are of {}{age}.", model.catalog.as_of()));
    if let Some(layer) = model.catalog.layer() {
        text.item(format!("with those of {} in {}", layer.as_of, layer.name));
    }
    text.item("hubscope catalog import writes newer ones to a file, --catalog FILE uses it");
}

const ERAS: [crate::catalog::Era; 5] = [
    crate::catalog::Era::Undated,
    crate::catalog::Era::ContactsRule,
    crate::catalog::Era::Granular,
    crate::catalog::Era::TypesEnforced,
    crate::catalog::Era::Splitting,
];

fn about(field: Field) -> &'static [&'static str] {
    match field {
        Field::ClientId => &["A UUID. It is public: it stands in every link."],
        Field::RedirectUrl => &[
            "It must be one of the app's registered redirect URLs, letter for letter: scheme, host, port, path and closing slash.",
        ],
        Field::Distribution => &[
            "A private app installs into allow-listed accounts; a marketplace app into any account, up to 25 until it is listed.",
        ],
        Field::Auth => &["Only an OAuth app has an install link with scopes."],
        Field::Access => &[
            "A user-level app gets a token within one user's permissions, and may ask for fewer scopes. An app cannot be changed from one to the other.",
        ],
        Field::Host => &["app.hubspot.com sends every installer to the right region by itself."],
        Field::Account => &["With it the link goes straight to that account, without the account picker."],
        Field::AppId => &["HubSpot shows it on the app's page; it is a number."],
        Field::State => &[
            "The app compares it in its callback, so that nobody can forge one. A link for many people needs a fresh one each time: build it in the app.",
        ],
        Field::Clicker => &[
            "Installing an app is like installing a program on a shared computer: one person with the rights does it once, then it serves every user of the account.",
        ],
        Field::AsOf => &[
            "Scopes have changed over the years. With another day here, the answer is the one of that day; what an old scope became is shown beside it.",
        ],
        Field::Advanced => &[
            "Until 2024-10-21 each app could turn them on. Without them, every scope selected in the settings was required, and links could add others.",
        ],
    }
}

/// What to do when every user is meant to log in.
fn every_user(model: &Model, text: &mut Text) {
    text.heading("An install link is no login");
    text.say("A user without the permissions behind the scopes is refused:");
    if let Some(message) = model.catalog.messages().get("install.role") {
        text.dim(message.says);
    }
    text.heading("Instead");
    text.item("One admin of the account goes through the link, once.");
    text.item("Your app has its own login and decides what each of its users may do.");
    text.item("It calls HubSpot with the account's token, for all of them.");
    text.item("If each user must act within their own HubSpot permissions: a user-level app (Tokens act for).");
    text.heading("Where an account sees what is installed");
    text.item("Settings > Integrations > Connected apps.");
}
