//! The rows of the step App: one a setting, with its value, what that means, and its fault.

use super::field::Field;
use super::state::Model;
use crate::catalog::Era;
use crate::diagnostic::Diagnostic;
use crate::plan::{Auth, Clicker, Distribution, Hublet, State};
use crate::tui::action::Command;

/// A row of the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRow {
    /// The setting.
    pub field: Field,
    /// Its value, as it is shown.
    pub value: String,
    /// What the value means, or what is expected.
    pub hint: String,
    /// What is wrong with it.
    pub fault: Option<Diagnostic>,
}

impl Model {
    /// The rows of the step App: settings that mean nothing for this app or day are left out.
    pub fn field_rows(&self) -> Vec<FieldRow> {
        let plan = self.plan();
        let mut fields = Vec::new();
        if plan.app.auth == Auth::Oauth {
            fields.extend([Field::ClientId, Field::RedirectUrl]);
        }
        fields.extend([Field::Auth, Field::Distribution, Field::Access]);
        match plan.app.auth {
            Auth::Oauth => fields.extend([Field::Host, Field::Account, Field::State, Field::Clicker]),
            Auth::Static => fields.extend([Field::Account, Field::AppId, Field::Host]),
            Auth::None => {}
        }
        fields.push(Field::AsOf);
        if self.answer.resolved.era < Era::TypesEnforced {
            fields.push(Field::Advanced);
        }
        fields.into_iter().map(|field| self.field_row(field)).collect()
    }

    /// The row under the cursor of the step App.
    pub fn current_field(&self) -> Option<FieldRow> {
        self.field_rows().into_iter().nth(self.app.row)
    }

    /// Puts the cursor of the step App on the setting, where it has a row.
    pub fn reveal_field(&mut self, field: Field) {
        let place = self.field_rows().iter().position(|row| row.field == field);
        self.app.row = place.unwrap_or(self.app.row);
    }

    fn field_row(&self, field: Field) -> FieldRow {
        let plan = self.plan();
        let app = &plan.app;
        let text = |hint: &str| (field.text(plan), hint.to_owned());
        let (value, hint) = match field {
            Field::ClientId => text("from the app's Auth page in HubSpot"),
            Field::RedirectUrl => match app.registered_redirects.len() {
                _ if self.typing.is_some() => text("where HubSpot sends the installer back, https or http://localhost"),
                0 | 1 => text("where HubSpot sends the installer back, https or http://localhost"),
                more => {
                    text(&format!("{} steps through the {more} that the app has registered", self.key(Command::Choose)))
                }
            },
            Field::Distribution => (
                app.distribution.as_str().to_owned(),
                match app.distribution {
                    Distribution::Private => "allow-listed accounts only".to_owned(),
                    Distribution::Marketplace => "any account".to_owned(),
                },
            ),
            Field::Auth => (
                app.auth.as_str().to_owned(),
                match app.auth {
                    Auth::Oauth => "the app gets its token through the install link".to_owned(),
                    Auth::Static => "a static token: no OAuth link, and only required scopes count".to_owned(),
                    Auth::None => "no API access, so no link".to_owned(),
                },
            ),
            Field::Access => match app.user_level {
                true => ("one user".to_owned(), "a user-level app: a smaller set of scopes".to_owned()),
                false => ("the account".to_owned(), "the usual kind: one install serves every user".to_owned()),
            },
            Field::Host => (
                app.host.as_str().to_owned(),
                match app.host {
                    Hublet::Na1 => "app.hubspot.com works for accounts of every region".to_owned(),
                    other => format!("{} pins the link to one region", other.host()),
                },
            ),
            Field::Account => text("leave it empty and the installer picks the account"),
            Field::AppId => text("the number of the app, for its static-token link"),
            Field::State => {
                let does = if app.state == State::Absent { "makes a random one" } else { "takes it out" };
                text(&format!("a value that comes back unchanged; {} {does}", self.key(Command::Choose)))
            }
            Field::Clicker => match app.clicker {
                Clicker::Admin => {
                    ("an admin of each account, once".to_owned(), "that is what an install link is for".to_owned())
                }
                Clicker::EveryUser => (
                    "every user, to log in".to_owned(),
                    "an install is for the account and is no login: see the details".to_owned(),
                ),
            },
            Field::AsOf => {
                let day = plan
                    .as_of
                    .map_or_else(|| format!("{} (the catalog's date)", self.catalog.as_of()), |day| day.to_string());
                (day, self.answer.resolved.era.summary().to_owned())
            }
            Field::Advanced => match plan.advanced_scopes {
                true => ("on".to_owned(), "three scope types, as today".to_owned()),
                false => ("off".to_owned(), "every selected scope is required, links may add others".to_owned()),
            },
        };
        let fault = self.findings_of_field(field).max_by_key(|finding| finding.severity).cloned();
        FieldRow { field, value, hint, fault }
    }
}
