//! The sentences that HubSpot shows, with their cause and who can mend it.

use super::rows::{Feature, Message};

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
