//! Values by cases: PHP's `match`, C#'s switch expressions, Kotlin's `when`.
//!
//! Owns how they become a map that is asked for its key; a case that is no name and no text stands for any.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::text::unquoted;
use super::tree::Lower;
use crate::scan::form::{Entry, Expr, Id};
use crate::syntax::{Part, Role, children, field, span};

/// A case: what of the file it is, and its labels.
type Guarded = ((u32, u32), Vec<Id>);

/// The key of what is taken where no case fits.
const REST: &str = "default";

impl Lower<'_> {
    pub(super) fn matched(&mut self, tree: Tree<'_>) -> Id {
        let outer = std::mem::replace(&mut self.branch, span(tree));
        let all = children(tree);
        let subject = field(tree, &["condition"])
            .or_else(|| field(tree, &["value"]))
            .or_else(|| all.first().copied())
            .filter(|first| !self.is_match_case(*first));
        let key = subject.map(|subject| match self.is(subject, Part::MatchSubject) {
            true => self.through(subject, true),
            false => self.expr(subject),
        });
        let mut open: Vec<Tree<'_>> = all.into_iter().filter(|child| Some(*child) != subject).collect();
        open.reverse();
        let (mut entries, mut ways, mut guarded) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(part) = open.pop() {
            if self.is(part, Part::CaseList) {
                open.extend(children(part).into_iter().rev());
            } else if self.is_match_case(part) {
                let value = self.case(part, &mut entries, &mut guarded);
                ways.extend(value);
            }
        }
        self.branch = outer;
        self.guard_cases(tree, key, guarded);
        match key {
            // A case that is more than a key may be any.
            Some(key) if entries.len() >= ways.len() => {
                let map = self.add(tree, Expr::Map(entries));
                self.add(tree, Expr::Index(map, key))
            }
            _ => self.add(tree, Expr::Either(ways)),
        }
    }

    /// Whether `tree` is a case of a match; Ruby's stand in `case … when … else`.
    fn is_match_case(&self, tree: Tree<'_>) -> bool {
        self.is(tree, Part::MatchCase) || matches!(tree.kind(), "when" | "else")
    }

    fn case(&mut self, tree: Tree<'_>, entries: &mut Vec<Entry>, guarded: &mut Vec<Guarded>) -> Option<Id> {
        let all = children(tree);
        if tree.kind() == "else" {
            let value = self.block(tree);
            entries.push(Entry::Pair(REST.into(), value));
            guarded.push((span(tree), Vec::new()));
            return Some(value);
        }
        let last = *all.last()?;
        let value = self.expr(last);
        let labels = all[..all.len() - 1].iter().copied();
        let labels = labels.filter(|label| !matches!(self.text_of(*label).trim(), "_" | "default" | "else")).collect();
        let labels = self.labels(labels);
        guarded.push((span(tree), labels));
        let mut keys: Vec<Tree<'_>> = Vec::new();
        let mut open: Vec<Tree<'_>> = all[..all.len() - 1].to_vec();
        while let Some(part) = open.pop() {
            if self.is(part, Part::MatchKeys) || part.kind() == "pattern" {
                open.extend(children(part));
            } else {
                keys.push(part);
            }
        }
        if keys.is_empty() || matches!(keys.as_slice(), [only] if self.is(*only, Part::Discard)) {
            entries.push(Entry::Pair(REST.into(), value));
        }
        for key in keys {
            let text = self.text_of(key);
            let name = match self.role(key) {
                Some(Role::Text) => unquoted(text),
                Some(Role::Name | Role::Member | Role::LastName) => last_of(text),
                _ => continue,
            };
            entries.push(Entry::Pair(if name == "_" { REST } else { name }.into(), value));
        }
        Some(value)
    }
}
