//! The sentences that HubSpot shows, with their cause and who can mend it.

use serde::Deserialize;

use super::{Confidence, Feature};

/// A sentence of HubSpot's.
#[derive(Debug, Clone, Deserialize)]
pub struct Message {
    /// Key, such as `install.mismatch`.
    #[serde(borrow)]
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
    #[serde(default, borrow)]
    pub older: Vec<&'static str>,
    /// Why it appears.
    pub cause: &'static str,
    /// Who can mend it.
    pub who_fixes: &'static str,
    /// What in a pasted text gives it away, in lower case; none = its own words alone.
    #[serde(default, borrow)]
    pub marks: Vec<&'static str>,
    /// What to do.
    #[serde(borrow)]
    pub fix: Option<&'static str>,
    /// Other causes, the likelier first.
    #[serde(default)]
    pub also: Vec<OtherCause>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it was seen.
    #[serde(borrow)]
    pub sources: Vec<&'static str>,
}

/// A less likely cause of a sentence.
#[derive(Debug, Clone, Deserialize)]
pub struct OtherCause {
    /// Why it appears.
    #[serde(borrow)]
    pub cause: &'static str,
    /// Who can mend it.
    pub who_fixes: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
}

/// All sentences.
#[derive(Debug)]
pub struct Messages(pub(super) Vec<Message>);

impl Messages {
    /// All rows.
    pub fn all(&self) -> &[Message] {
        &self.0
    }

    /// The sentence with this key.
    pub fn get(&self, id: &str) -> Option<&Message> {
        self.0.iter().find(|message| message.id == id)
    }

    /// The text of `id`; empty for an unknown key (a test over the rules forbids it).
    pub fn text(&self, id: &str) -> &'static str {
        self.get(id).map_or("", |message| message.says)
    }

    /// The text of `id` with `{hole}` filled; empty for an unknown key (a test over the rules forbids it).
    pub fn says(&self, id: &str, hole: &str, value: &str) -> String {
        self.text(id).replace(&format!("{{{hole}}}"), value)
    }

    /// What HubSpot says where `scopes` lack when `feature` is set up for `object`; `None` where nothing of the kind is known.
    pub fn at_setup(&self, feature: &Feature, scopes: &str, object: &str) -> Option<String> {
        let message = self.get(feature.setup_message?)?;
        Some(message.says.replace("{scope}", scopes).replace("{object}", object))
    }
}
