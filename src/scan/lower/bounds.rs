//! Parameters that are types, and what such a type must be at least: `where T : Deal`, `<T extends Deal>`, `<T : Deal>`.
//!
//! Owns how the name of one gives way to what bounds it: of the type that is handed in, no more is known here.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::syntax::{Part, children};

impl Lower<'_> {
    /// Keeps what the types that `tree`, a function or class, is handed must be.
    pub(super) fn note_bounds(&mut self, tree: Tree<'_>) {
        for child in children(tree) {
            match () {
                () if self.is(child, Part::TypeParameters) => {
                    for one in children(child) {
                        let text = self.text_of(one);
                        let parts = text.split_once(" extends ").or_else(|| text.split_once(':'));
                        self.note_bound(parts);
                    }
                }
                () if self.is(child, Part::TypeConstraints) => {
                    let text = self.text_of(child).trim_start_matches("where");
                    self.note_bound(text.split_once(':'));
                }
                () => {}
            }
        }
    }

    fn note_bound(&mut self, parts: Option<(&str, &str)>) {
        let Some((name, bound)) = parts else { return };
        let name = name.split_whitespace().last().unwrap_or_default();
        let bound = bound.split([',', '&', '=']).map(str::trim).find(|one| one.starts_with(char::is_uppercase));
        if let Some(bound) = bound.filter(|_| !name.is_empty()) {
            self.bounds.push((name.into(), last_of(bound).into()));
        }
    }

    /// The name of a type, or of what bounds it.
    pub(super) fn bound_of(&self, name: &str) -> Box<str> {
        let found = self.bounds.iter().rev().find(|(of, _)| &**of == name);
        found.map_or_else(|| name.into(), |(_, bound)| bound.clone())
    }
}
