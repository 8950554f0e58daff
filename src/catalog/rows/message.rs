//! `messages.json`: the sentences that HubSpot shows.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, WhoFixes, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct MessagesFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// By the place where they appear.
    pub(crate) messages: Vec<Message>,
}

/// A sentence of HubSpot's.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Key, such as `install.mismatch`.
    pub id: &'static str,
    /// Where it appears.
    #[serde(rename = "where")]
    pub place: &'static str,
    /// The text; `{scope}`, `{redirect}` … stand for what varies.
    pub says: &'static str,
    /// The text is told in our words: no source quotes it.
    #[serde(default)]
    pub paraphrase: bool,
    /// Older wordings.
    #[serde(default)]
    pub older: Vec<&'static str>,
    /// Why it appears.
    pub cause: &'static str,
    /// Who can mend it.
    pub who_fixes: WhoFixes,
    /// What in a pasted text gives it away, in lower case; none = its own words alone.
    #[serde(default)]
    pub marks: Vec<&'static str>,
    /// What to do.
    pub fix: Option<&'static str>,
    /// Other causes, the likelier first.
    #[serde(default)]
    pub also: Vec<OtherCause>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it was seen.
    pub sources: Vec<&'static str>,
}

/// A less likely cause of a sentence.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OtherCause {
    /// Why it appears.
    pub cause: &'static str,
    /// Who can mend it.
    pub who_fixes: WhoFixes,
    /// What to do.
    pub fix: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
}
