//! The settings of the step App: how each is read from the plan, typed and stepped through.

use crate::catalog::{Date, eras};
use crate::plan::{Auth, Clicker, Distribution, Hublet, Plan, State};

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The client id.
    ClientId,
    /// The redirect URL of the link.
    RedirectUrl,
    /// private or marketplace.
    Distribution,
    /// oauth, static or none.
    Auth,
    /// Account-level or user-level tokens.
    Access,
    /// The region host of the link.
    Host,
    /// The account that the link is for.
    Account,
    /// The app id, for a static-auth app's link.
    AppId,
    /// The link's state.
    State,
    /// Who goes through the link.
    Clicker,
    /// The day whose rules hold.
    AsOf,
    /// Advanced scope settings, before they were enforced.
    Advanced,
}

/// Dates whose rules differ, as the field steps through them; the catalog's own date comes first.
const DATES: [Date; 4] =
    [Date::constant(2019, 12, 1), Date::constant(2023, 1, 1), Date::constant(2024, 12, 1), eras::SPLITTING];

impl Field {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::ClientId => "Client id",
            Self::RedirectUrl => "Redirect URL",
            Self::Distribution => "Distribution",
            Self::Auth => "Auth type",
            Self::Access => "Tokens act for",
            Self::Host => "Region host",
            Self::Account => "Account id",
            Self::AppId => "App id",
            Self::State => "State",
            Self::Clicker => "Who will click this link?",
            Self::AsOf => "Rules as of",
            Self::Advanced => "Advanced scope settings",
        }
    }

    /// Whether text is typed into it; others are stepped through.
    pub fn is_text(self) -> bool {
        matches!(self, Self::ClientId | Self::RedirectUrl | Self::Account | Self::AppId | Self::State | Self::AsOf)
    }

    /// What findings about it name as their subject.
    pub(super) fn subject(self) -> Option<&'static str> {
        match self {
            Self::ClientId => Some("client_id"),
            Self::RedirectUrl => Some("redirect_uri"),
            Self::Account => Some("account id"),
            Self::AppId => Some("app id"),
            Self::Auth => Some("auth"),
            Self::State => Some("state"),
            _ => None,
        }
    }

    /// The value as text to edit.
    pub fn text(self, plan: &Plan) -> String {
        let app = &plan.app;
        let text = match self {
            Self::ClientId => app.client_id.clone(),
            Self::RedirectUrl => app.redirect_url.clone(),
            Self::Account => app.account.clone(),
            Self::AppId => app.app_id.clone(),
            Self::State => match &app.state {
                State::Absent => None,
                State::Value(value) => Some(value.clone()),
            },
            Self::AsOf => plan.as_of.map(|day| day.to_string()),
            _ => None,
        };
        text.unwrap_or_default()
    }

    /// Puts typed text into the plan; an error says what would be right.
    pub fn set_text(self, plan: &mut Plan, text: &str) -> Result<(), String> {
        let text = text.trim();
        let value = (!text.is_empty()).then(|| text.to_owned());
        let app = &mut plan.app;
        match self {
            Self::ClientId => app.client_id = value,
            Self::RedirectUrl => app.redirect_url = value,
            Self::Account => app.account = value,
            Self::AppId => app.app_id = value,
            Self::State => app.state = value.map_or(State::Absent, State::Value),
            Self::AsOf => match value {
                None => plan.as_of = None,
                Some(text) => {
                    let day = text.parse().map_err(|_| format!("{text:?} is not a date: write it as 2019-12-01."))?;
                    plan.as_of = Some(day);
                }
            },
            _ => {}
        }
        Ok(())
    }

    /// Steps to the next value. A state is only taken away here: a fresh one comes from the operating system.
    pub fn step(self, plan: &mut Plan) {
        let app = &mut plan.app;
        match self {
            Self::Distribution => app.distribution = next(&Distribution::ALL, app.distribution),
            Self::Auth => app.auth = next(&Auth::ALL, app.auth),
            Self::Access => app.user_level = !app.user_level,
            Self::Host => app.host = next(&Hublet::ALL, app.host),
            Self::Clicker => app.clicker = next(&[Clicker::Admin, Clicker::EveryUser], app.clicker),
            Self::State => app.state = State::Absent,
            Self::AsOf => {
                let days: Vec<Option<Date>> = std::iter::once(None).chain(DATES.map(Some)).collect();
                plan.as_of = next(&days, plan.as_of);
            }
            Self::Advanced => plan.advanced_scopes = !plan.advanced_scopes,
            Self::RedirectUrl => {
                let urls: Vec<Option<String>> = app.registered_redirects.iter().cloned().map(Some).collect();
                if !urls.is_empty() {
                    app.redirect_url = next(&urls, app.redirect_url.clone());
                }
            }
            Self::ClientId | Self::Account | Self::AppId => {}
        }
    }
}

/// The value after `now`, the first one when `now` is the last or none of them.
fn next<T: Clone + PartialEq>(values: &[T], now: T) -> T {
    let place = values.iter().position(|value| *value == now).map_or(0, |place| (place + 1) % values.len());
    values.get(place).cloned().unwrap_or(now)
}
