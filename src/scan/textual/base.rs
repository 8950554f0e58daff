//! What stands before the paths of a document: the address of a server, in the mapping of a request, around it, or in a part
//! that requests share.

use super::keys::{self, Meaning};
use super::requests::Walk;
use super::template::{self, Part};
use crate::scan::calls::{Host, Route};

/// What stands before paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) host: Host,
    pub(super) parts: Vec<Part>,
}

impl Walk<'_> {
    /// The base that stands nearest: in the mapping, in one around, or in what they share.
    pub(super) fn near_base(&self) -> Option<Base> {
        for frame in self.frames.iter().rev() {
            let own = frame.entries.iter().filter(|(key, _)| keys::meaning(key) == Meaning::Base);
            let shared = frame.entries.iter().filter(|(key, _)| keys::is_shared(key)).flat_map(|(_, child)| {
                let below = self.tree.entries(*child);
                below.into_iter().filter(|(key, _)| keys::meaning(key) == Meaning::Base)
            });
            let found =
                own.copied().chain(shared).find_map(|(_, id)| self.base_of(self.tree.text(self.tree.meant(id))?));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// `text` as what stands before paths.
    fn base_of(&self, text: &str) -> Option<Base> {
        let text = text.trim();
        let is_bare = text.starts_with(char::is_alphanumeric) && text.contains('.') && !text.contains("://");
        let whole = if is_bare { format!("https://{text}") } else { text.to_owned() };
        let parts = self.filled(template::parts(&whole), &mut None, 0);
        let is_address = parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains("://")));
        let route = Route::read(&template::pieces(&parts, self.file)).filter(|_| is_address)?;
        Some(Base { host: route.host, parts })
    }

    /// The distinct bases of the document.
    pub(super) fn all_bases(&self) -> Vec<Base> {
        let mut found: Vec<Base> = Vec::new();
        let texts = self.tree.keyed().filter(|(key, _)| keys::meaning(key) == Meaning::Base);
        for base in texts.filter_map(|(_, text)| self.base_of(text)) {
            if found.len() < 16 && !found.contains(&base) {
                found.push(base);
            }
        }
        found
    }
}
