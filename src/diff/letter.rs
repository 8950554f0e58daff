//! The text for customers: what changes for them and what they have to do, without the words of the trade.
//!
//! It is written only where they have to do something or lose something.

use super::change::{Change, Types};
use super::impact::{demanded, super_admins_only};
use super::names::{listed, number};
use super::reconnect::{Reconnect, ReconnectAnswer};
use super::side::Side;
use crate::catalog::{Catalog, Confidence};
use crate::plan::{Auth, Cause};

/// A message to accounts that installed the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is about.
    pub subject: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// What the customers have to hear, if anything.
pub(super) fn letter(
    catalog: &Catalog,
    new: &Side,
    changes: &[Change],
    reconnect: &Reconnect,
    after: &Types,
) -> Option<Letter> {
    if reconnect.another.is_some() {
        return (new.auth != Auth::None).then(|| of_another_app(catalog, new, after));
    }
    let subject = match reconnect.answer {
        ReconnectAnswer::Everybody => "Please reconnect HubSpot",
        ReconnectAnswer::ForNewFeatures => "New with HubSpot: reconnect when you want to use it",
        ReconnectAnswer::Nobody if reconnect.lost.is_empty() && reconnect.ended.is_empty() => return None,
        ReconnectAnswer::Nobody => "We will have less access to your HubSpot account",
    };
    let mut paragraphs = Vec::new();
    let asked: Vec<&String> = reconnect.lacking.iter().chain(&reconnect.lacking_in_some).collect();
    match reconnect.answer {
        ReconnectAnswer::Everybody => {
            paragraphs.push(
                "Parts of our app need a permission that your HubSpot account has not given it yet. Until you reconnect, \
                 they do not work."
                    .to_owned(),
            );
        }
        ReconnectAnswer::ForNewFeatures => {
            paragraphs.push(
                "Everything you use today keeps working, and there is nothing you have to do. What is new needs a \
                 permission that your HubSpot account has not given our app yet."
                    .to_owned(),
            );
        }
        ReconnectAnswer::Nobody => {}
    }
    if reconnect.answer != ReconnectAnswer::Nobody {
        let features = features(changes);
        if !features.is_empty() {
            paragraphs.push(format!("It is about: {}.", listed(&features)));
        }
        let how = match new.auth {
            Auth::Static => "install our app again through [the app's Reinstall URL]",
            Auth::Oauth | Auth::None => "open [your new install link] and choose your account",
        };
        let whole = whole_account(new);
        paragraphs.push(format!("To reconnect, {how}. {} You need not uninstall first{whole}.", who(catalog, after)));
        if !asked.is_empty() {
            paragraphs.push(format!("HubSpot will ask for: {}.", listed(&asked)));
        }
    }
    let lost = lost(reconnect);
    if !lost.is_empty() {
        let text = format!(
            "Our app no longer asks for {} and will not be able to use {}. You need not do anything for that.",
            listed(&lost),
            number(lost.len(), "it", "them")
        );
        paragraphs.push(text);
    }
    if !reconnect.ended.is_empty() {
        paragraphs.push(format!("This will no longer work: {}.", listed(&reconnect.ended)));
    }
    Some(Letter { subject: subject.to_owned(), paragraphs })
}

/// What the app gives up; of a coarse scope that is there in part, the other parts.
fn lost(reconnect: &Reconnect) -> Vec<String> {
    let of = |name: &String| match reconnect.narrowed.iter().find(|one| one.scope == *name) {
        Some(one) if !one.without.is_empty() => one.without.clone(),
        Some(one) => vec![format!("a part of {}", one.scope)],
        None => vec![name.clone()],
    };
    reconnect.lost.iter().flat_map(of).collect()
}

/// One install serves the account, unless each user has one.
fn whole_account(new: &Side) -> &'static str {
    if new.user_level == Some(true) { "" } else { ", and one person does it for the whole account" }
}

/// Who can grant what the app demands.
fn who(catalog: &Catalog, after: &Types) -> String {
    match super_admins_only(catalog, &demanded(after)) {
        Some((scope, Confidence::Documented)) => {
            format!("It takes a Super Admin: nobody else can grant {scope}.")
        }
        Some(_) => {
            "Best a Super Admin does this; HubSpot lists the permissions that another user would need.".to_owned()
        }
        None => {
            "A Super Admin can do this, or a user with access to the app marketplace and the permissions that HubSpot \
                 lists."
                .to_owned()
        }
    }
}

/// The message where the app becomes another one.
fn of_another_app(catalog: &Catalog, new: &Side, after: &Types) -> Letter {
    let whole = match new.user_level {
        Some(true) => "Every user does it for themselves.",
        Some(false) | None => "One person does it for the whole account.",
    };
    Letter {
        subject: "Please install our new HubSpot app".to_owned(),
        paragraphs: vec![
            "Our app for HubSpot becomes another one, and what you have installed does not carry over.".to_owned(),
            format!("To go on, install it through [your new install link]. {} {whole}", who(catalog, after)),
        ],
    }
}

/// What new and stronger scopes are for.
fn features(changes: &[Change]) -> Vec<&str> {
    let stronger = changes.iter().filter(|change| change.to > change.from);
    let causes = stronger.flat_map(|change| &change.because).map(|one| &one.cause);
    let mut texts: Vec<&str> =
        causes.filter(|cause| matches!(cause, Cause::Feature(_) | Cause::Endpoint(_))).map(Cause::describe).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}
