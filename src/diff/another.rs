//! What changes of the app itself: how it gets its token, for whom, and how it reaches accounts.
//!
//! HubSpot lets little of that change once an app is uploaded: what does not may as well be another app.

use super::side::Side;
use super::statement::{KINDS, REASONED, Statement};
use crate::plan::{Auth, Distribution};

/// A change that makes another app of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Another {
    /// The answer to whether users have to reconnect.
    pub sentence: &'static str,
    /// Which links were made for the app as it was.
    pub links_that: &'static str,
    /// Why they die.
    pub why: &'static str,
}

/// Why the app is another one after the change, where it is.
pub(super) fn another(old: &Side, new: &Side) -> Option<Another> {
    if old.auth != new.auth {
        return Some(Another {
            sentence: "Everybody has to install again: the app gets its token in another way, so no install and no link of \
                       the old one serves it.",
            links_that: "were made for the old auth type, as every old one was",
            why: "the app gets its token in another way, and has another link",
        });
    }
    let levels = old.user_level.zip(new.user_level).filter(|(before, after)| before != after)?;
    Some(Another {
        sentence: if levels.1 {
            "Everybody has to install again, each user for themselves: an account-level app cannot become user-level, so it \
             is another app."
        } else {
            "Everybody has to install again: the tokens of a user-level app act for one user each, and none for the account."
        },
        links_that: "were made for the app as it was, as every old one was",
        why: if levels.1 { "a user-level app is another app" } else { "an account-level app is another app" },
    })
}

/// What is to be said of each such change.
pub(super) fn app_changes(old: &Side, new: &Side) -> Vec<Statement> {
    let mut said = Vec::new();
    if old.auth != new.auth {
        let text = format!(
            "Its auth type is {} and was {}. HubSpot's docs say that it cannot change after the first upload: make another \
             app.",
            word(new.auth),
            word(old.auth)
        );
        said.push(Statement::documented(text, KINDS));
    }
    match (old.user_level, new.user_level) {
        (Some(false), Some(true)) => said.push(Statement::documented(
            "It is user-level and was account-level. An account-level app cannot become user-level: make another app.",
            KINDS,
        )),
        (Some(true), Some(false)) => said.push(Statement::inferred(
            "It is account-level and was user-level. Whether an app can change so is not documented; its tokens would act \
             for the account instead of one user.",
            REASONED,
        )),
        _ => {}
    }
    if let Some((before, after)) = old.distribution.zip(new.distribution).filter(|(before, after)| before != after) {
        let playbook = match after {
            Distribution::Marketplace => " A playbook for developers says that private to marketplace is possible.",
            Distribution::Private => "",
        };
        let text = format!(
            "Its distribution is {} and was {}. HubSpot's docs say that it cannot change after the first upload.{playbook}",
            after.as_str(),
            before.as_str()
        );
        said.push(Statement::reported(text, KINDS));
    }
    said
}

fn word(auth: Auth) -> &'static str {
    match auth {
        Auth::Oauth | Auth::Static => auth.as_str(),
        Auth::None => "none (no API access)",
    }
}
