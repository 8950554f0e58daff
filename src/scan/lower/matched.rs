//! Values by cases: PHP's `match`, C#'s switch expressions, Kotlin's `when`.
//!
//! Owns how they become a map that is asked for its key; a case that is no name and no text stands for any.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::text::unquoted;
use super::tree::Lower;
use crate::scan::form::{Entry, Expr, Id};
use crate::syntax::{Role, children, field, span};

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
            .or_else(|| all.first().copied().filter(|first| first.kind() != "when_entry"))
            .filter(|first| !is_case(first.kind()));
        let key = subject.map(|subject| match subject.kind() {
            "parenthesized_expression" | "when_subject" => self.through(subject, true),
            _ => self.expr(subject),
        });
        let mut open: Vec<Tree<'_>> = all.into_iter().filter(|child| Some(*child) != subject).collect();
        open.reverse();
        let (mut entries, mut ways, mut guarded) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(part) = open.pop() {
            if matches!(part.kind(), "match_block" | "switch_block") {
                open.extend(children(part).into_iter().rev());
            } else if is_case(part.kind()) {
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
            if matches!(
                part.kind(),
                "match_condition_list"
                    | "switch_label"
                    | "or_pattern"
                    | "constant_pattern"
                    | "when_condition"
                    | "pattern"
            ) {
                open.extend(children(part));
            } else {
                keys.push(part);
            }
        }
        if keys.is_empty() || matches!(keys.as_slice(), [only] if only.kind() == "discard") {
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

fn is_case(kind: &str) -> bool {
    matches!(
        kind,
        "match_conditional_expression"
            | "match_default_expression"
            | "switch_expression_arm"
            | "when_entry"
            | "switch_rule"
            | "when"
            | "else"
    )
}
