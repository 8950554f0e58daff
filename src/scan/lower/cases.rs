//! Statements that go one of several ways by a value: `switch` where each case gives something back.
//!
//! Owns how such cases become a map that is asked for its key, so that a call with a constant means one of them. Where a
//! case does more, the results stay side by side.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::text::unquoted;
use super::tree::Lower;
use crate::scan::form::{Entry, Expr, Id};
use crate::syntax::{Part, Role, children, field, span};

/// The key of what is taken where no case fits.
const REST: &str = "default";

impl Lower<'_> {
    /// The statement at `tree`; what its cases give back is what the function gives back for their keys.
    pub(super) fn cases(&mut self, tree: Tree<'_>) -> Id {
        let subject = field(tree, &["value", "condition", "subject"]);
        let key = subject.map(|subject| match self.is(subject, Part::Parenthesized) {
            true => self.through(subject, true),
            false => self.expr(subject),
        });
        let first = self.results();
        let (mut entries, mut waiting, mut is_plain) = (Vec::new(), Vec::new(), true);
        let (mut guarded, mut falling) = (Vec::new(), Vec::new());
        let mut open: Vec<Tree<'_>> =
            children(tree).into_iter().filter(|child| Some(*child) != subject).rev().collect();
        while let Some(part) = open.pop() {
            if self.is(part, Part::CaseList) || part.kind() == "block" {
                open.extend(children(part).into_iter().rev());
                continue;
            }
            let before = self.results();
            self.expr(part);
            if !self.is(part, Part::Case) && part.kind() != "case_clause" {
                continue;
            }
            let (keys, does_something) = self.keys_of(part);
            falling.extend(self.labels_of(part));
            if does_something {
                guarded.push((span(part), falling.clone()));
                if !self.falls(part) {
                    falling.clear();
                }
            }
            waiting.extend(keys);
            let given = self.given_since(before);
            match given.as_slice() {
                [] if !does_something => {}
                [] => waiting.clear(),
                [one] => entries.extend(waiting.drain(..).map(|key| Entry::Pair(key, *one))),
                _ => is_plain = false,
            }
        }
        self.guard_cases(tree, key, guarded);
        let is_known = key.is_some_and(|key| matches!(self.form.expr(key), Expr::Name(_) | Expr::Member(..)));
        if let (true, true, Some(key)) = (is_plain && entries.len() > 1, is_known, key) {
            let map = self.add(tree, Expr::Map(entries));
            let asked = self.add(tree, Expr::Index(map, key));
            if let Some(function) = self.current() {
                function.results.truncate(first);
                function.results.push(asked);
            }
        }
        self.unknown(tree)
    }

    /// The labels of the case, none of the one for the rest.
    fn labels_of(&mut self, case: Tree<'_>) -> Vec<Id> {
        let value = field(case, &["value"]);
        let is_label = |child: &Tree<'_>| {
            Some(*child) == value || child.kind().ends_with("_pattern") || child.kind().ends_with("label")
        };
        let labels = children(case).into_iter().filter(is_label);
        let labels: Vec<Tree<'_>> =
            labels.filter(|label| !matches!(self.text_of(*label).trim(), "_" | "default")).collect();
        self.labels(labels)
    }

    /// Whether what the case does goes on in the next one.
    fn falls(&self, case: Tree<'_>) -> bool {
        let may = matches!(case.kind(), "switch_case" | "case_statement" | "switch_block_statement_group");
        let mut last = children(case).last().copied();
        while let Some(block) = last.filter(|last| last.kind().contains("block") || last.kind().starts_with("compound"))
        {
            last = children(block).last().copied();
        }
        let text = last.map_or("", |last| self.text_of(last));
        may && !["return", "break", "throw", "continue", "exit"].iter().any(|word| text.starts_with(word))
    }

    fn results(&mut self) -> usize {
        self.current().map_or(0, |function| function.results.len())
    }

    fn given_since(&mut self, before: usize) -> Vec<Id> {
        self.current().and_then(|function| function.results.get(before..)).map(<[Id]>::to_vec).unwrap_or_default()
    }

    /// What the case stands for, and whether it does something or falls to the next.
    fn keys_of(&self, case: Tree<'_>) -> (Vec<Box<str>>, bool) {
        let value = field(case, &["value"]);
        let is_label = |child: &Tree<'_>| Some(*child) == value || self.is(*child, Part::Label);
        let all = children(case);
        let does_something = all.iter().any(|child| !is_label(child));
        let mut open: Vec<Tree<'_>> = all.into_iter().filter(is_label).collect();
        let mut keys = Vec::new();
        while let Some(part) = open.pop() {
            let text = self.text_of(part);
            match self.role(part) {
                Some(Role::Text) => keys.push(unquoted(text).into()),
                Some(Role::Name | Role::Member | Role::LastName) => keys.push(last_of(text).into()),
                _ => open.extend(children(part)),
            }
        }
        if keys.is_empty() {
            keys.push(REST.into());
        }
        (keys, does_something)
    }
}
