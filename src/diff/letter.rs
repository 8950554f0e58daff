//! The text for customers: what changes for them and what they have to do, without the words of the trade.
//!
//! It is written only where they have to do something or lose something.

use super::change::Change;
use super::names::{listed, number};
use super::reconnect::{Reconnect, ReconnectAnswer};
use crate::plan::Cause;

/// A message to accounts that installed the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is about.
    pub subject: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// What the customers have to hear, if anything.
pub(super) fn letter(changes: &[Change], reconnect: &Reconnect) -> Option<Letter> {
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
        paragraphs.push(
            "To reconnect, open [your new install link] and choose your account. A Super Admin can do this, or a user with \
             access to the app marketplace and the permissions that HubSpot lists. You need not uninstall first, and one \
             person does it for the whole account."
                .to_owned(),
        );
        if !asked.is_empty() {
            paragraphs.push(format!("HubSpot will ask for: {}.", listed(&asked)));
        }
    }
    if !reconnect.lost.is_empty() {
        let text = format!(
            "Our app no longer asks for {} and will not be able to use {}. You need not do anything for that.",
            listed(&reconnect.lost),
            number(reconnect.lost.len(), "it", "them")
        );
        paragraphs.push(text);
    }
    if !reconnect.ended.is_empty() {
        paragraphs.push(format!("This will no longer work: {}.", listed(&reconnect.ended)));
    }
    Some(Letter { subject: subject.to_owned(), paragraphs })
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
