//! What stands nearest to a target: the base, the method and the scopes of its mapping, or of one around it.

use super::base::Base;
use super::keys::{self, Meaning};
use super::method::method_in;
use super::requests::{Target, Walk};
use super::template::{self, Part};
use super::tree::{Id, Kind};
use crate::catalog::Method;
use crate::scan::calls::Route;

impl Walk<'_> {
    /// Whether what stands near a base is plainly a request, and not a path into something else.
    pub(super) fn is_request(&self, target: &Target) -> bool {
        let has_slash = target.parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains('/')));
        let own_base = self
            .frames
            .last()
            .is_some_and(|frame| frame.entries.iter().any(|(key, _)| keys::meaning(key) == Meaning::Base));
        let is_named = || {
            let frames = self.frames.iter().rev().take(2);
            frames.flat_map(|frame| &frame.entries).any(|(key, _)| keys::is_request(key) || *key == "resources")
        };
        has_slash || own_base || self.says_method() || is_named()
    }

    /// The scopes that the mapping of a request lists, or one around it that is not the whole document.
    pub(super) fn scopes_near(&self) -> Option<Vec<String>> {
        let frames = self.frames.iter().skip(1).rev().take(3);
        let id = frames.flat_map(|frame| &frame.entries).find(|(key, _)| keys::lists_scopes(key)).map(|(_, id)| *id)?;
        let id = self.tree.meant(id);
        let all = match &self.tree.node(id).kind {
            Kind::List(items) => items.iter().filter_map(|item| self.tree.text(self.tree.meant(*item))).collect(),
            Kind::Text(text) => vec![&**text],
            Kind::Map(_) | Kind::Same(_) => Vec::new(),
        };
        let names = all.iter().flat_map(|text| text.split([' ', ','])).filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_owned).collect();
        (!names.is_empty()).then_some(names)
    }

    pub(super) fn says_method(&self) -> bool {
        self.frames.last().is_some_and(|frame| method_in(self.tree, &frame.entries).is_some())
    }

    /// The method of the mapping that the walk is in, or of one around that has no target of its own.
    pub(super) fn method_near(&self) -> Option<Method> {
        for (number, frame) in self.frames.iter().rev().take(4).enumerate() {
            let has_target = |(key, id): &(&str, Id)| {
                keys::meaning(key) == Meaning::Target && self.tree.text(self.tree.meant(*id)).is_some()
            };
            if number > 0 && frame.entries.iter().any(has_target) {
                return None;
            }
            if let Some(method) = method_in(self.tree, &frame.entries) {
                return Some(method);
            }
            if frame.is_item {
                return None;
            }
        }
        None
    }

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
