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
    /// Beginnings that it shares with other sentences: alone they tell nothing.
    #[serde(default)]
    pub begins: Vec<&'static str>,
    /// It stands for a group of sentences: any other that is met goes before it.
    #[serde(default)]
    pub general: bool,
    /// What is the matter, where the kind of token says what to do.
    #[serde(default)]
    pub matter: Option<Matter>,
    /// Why it appears.
    pub cause: &'static str,
    /// Kinds of credentials that alone this cause holds for; none = all.
    #[serde(default)]
    pub credentials: Vec<&'static str>,
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

/// What is the matter with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Matter {
    /// A scope is lacking: the call, or the names in the answer, say which.
    Scope,
    /// The token is not accepted at all.
    Token,
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
    /// Kinds of credentials that alone it holds for; none = all.
    #[serde(default)]
    pub credentials: Vec<&'static str>,
    /// It is possible only where the call is not known, or is none of apps.
    #[serde(default)]
    pub without_call: bool,
    /// How well it is known.
    pub confidence: Confidence,
}
