//! Texts, and what is made of several.

use tree_sitter::Node as Tree;

use super::tree::Lower;
use crate::scan::form::{Argument, Expr, Id, Test};
use crate::syntax::{Part, children, field};

/// How many operands one chain may have.
const LONGEST: usize = 4_000;

impl<'a> Lower<'a> {
    /// A literal: its parts in order, with a hole for each expression in it.
    pub(super) fn text(&mut self, tree: Tree<'_>) -> Id {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let parts_of = children(tree);
        if parts_of.is_empty() {
            let text = unquoted(self.text_of(tree)).to_owned();
            return self.add(tree, Expr::Text(text.into()));
        }
        for child in parts_of {
            if self.is(child, Part::Content) {
                literal.push_str(self.text_of(child));
            } else if self.is(child, Part::Escape) {
                literal.push_str(unescaped(self.text_of(child)));
            } else if self.is(child, Part::HeredocBody) {
                return self.text(child);
            } else if !self.is(child, Part::Delimiter) {
                let before = std::mem::take(&mut literal);
                if self.language.semantics.dollar_names && before.contains('$') {
                    self.dollars(tree, &before, &mut parts);
                } else if !before.is_empty() {
                    parts.push(self.add(tree, Expr::Text(before.into())));
                }
                parts.push(self.hole(child));
            }
        }
        if self.language.semantics.dollar_names && literal.contains('$') {
            self.dollars(tree, &literal, &mut parts);
        } else if parts.is_empty() {
            return self.add(tree, Expr::Text(literal.into()));
        } else if !literal.is_empty() {
            parts.push(self.add(tree, Expr::Text(literal.into())));
        }
        self.add(tree, Expr::Join(parts))
    }

    /// Text with `$name` in it, which the grammar leaves as it is.
    fn dollars(&mut self, tree: Tree<'_>, text: &str, parts: &mut Vec<Id>) {
        let mut rest = text;
        while let Some(at) = rest.find('$') {
            let (before, after) = rest.split_at(at);
            let end = after[1..].find(|c: char| !(c.is_alphanumeric() || c == '_')).map_or(after.len(), |end| end + 1);
            if !before.is_empty() {
                parts.push(self.add(tree, Expr::Text(before.into())));
            }
            let name: Box<str> = after[1..end].into();
            parts.push(self.add(tree, Expr::Name(name)));
            rest = &after[end..];
        }
        if !rest.is_empty() {
            parts.push(self.add(tree, Expr::Text(rest.into())));
        }
    }

    /// What stands in a hole.
    fn hole(&mut self, tree: Tree<'_>) -> Id {
        if self.role(tree).is_some() {
            return self.expr(tree);
        }
        let mut first = None;
        for child in children(tree) {
            if self.is(child, Part::Delimiter) || self.is(child, Part::FormatSpec) {
                continue;
            }
            let id = self.expr(child);
            first.get_or_insert(id);
        }
        first.unwrap_or_else(|| self.unknown(tree))
    }

    pub(super) fn join(&mut self, tree: Tree<'_>) -> Id {
        let parts = children(tree).into_iter().map(|child| self.expr(child)).collect();
        self.add(tree, Expr::Join(parts))
    }

    pub(super) fn list(&mut self, tree: Tree<'_>) -> Id {
        let all = children(tree);
        // C#: `new[] { … }` holds its items in a part of its own.
        if let Some(items) = all.last().filter(|last| last.kind() == "initializer_expression") {
            return self.expr(*items);
        }
        let items = all.into_iter().map(|child| self.expr(child)).collect();
        self.add(tree, Expr::List(items))
    }

    /// Two operands; a chain of the same operator is read as one, for it may be longer than expressions may be deep.
    pub(super) fn binary(&mut self, tree: Tree<'_>) -> Id {
        let operator = self.operator(tree);
        let mut operands = Vec::new();
        let mut at = tree;
        loop {
            let all = children(at);
            let left = field(at, &["left"]).or_else(|| all.first().copied());
            let right = field(at, &["right"]).or_else(|| all.last().copied());
            let (Some(left), Some(right)) = (left, right) else { break };
            operands.push(right);
            let goes_on = left.kind_id() == tree.kind_id() && self.operator(left) == operator;
            if goes_on && operands.len() < LONGEST {
                at = left;
            } else {
                operands.push(left);
                break;
            }
        }
        operands.reverse();
        let ids: Vec<Id> = operands.into_iter().map(|operand| self.expr(operand)).collect();
        match operator {
            "+" | "." => self.add(tree, Expr::Join(ids)),
            "||" | "??" | "or" | "?:" => {
                let id = self.add(tree, Expr::Either(ids.clone()));
                self.form.tests.insert(id, Test::Any(ids));
                id
            }
            "&&" | "and" => {
                let id = self.add(tree, Expr::Either(ids.last().copied().into_iter().collect()));
                self.form.tests.insert(id, Test::All(ids));
                id
            }
            "to" => self.add(tree, Expr::List(ids)),
            "%" if ids.len() == 2 => {
                let callee = self.add(tree, Expr::Member(ids[0], "%".into()));
                let arguments = vec![Argument { name: None, value: ids[1] }];
                self.add(tree, Expr::Call { callee, arguments, makes: false })
            }
            _ => self.compared(tree, operator, &ids).unwrap_or_else(|| self.unknown(tree)),
        }
    }

    fn operator(&self, tree: Tree<'_>) -> &'a str {
        if let Some(operator) = field(tree, &["operator"]) {
            return self.text_of(operator);
        }
        let all = children(tree);
        match (all.len(), all.get(1)) {
            (3, Some(middle)) => self.text_of(*middle),
            _ => tree.child(1).map_or("", |middle| self.text_of(middle)),
        }
    }
}

/// A literal without the marks around it.
pub(super) fn unquoted(text: &str) -> &str {
    let inner = text.trim_start_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, '@' | '$'));
    let inner = if inner.starts_with(['"', '\'', '`']) { inner } else { text };
    inner.trim_start_matches(':').trim_matches(|c| matches!(c, '"' | '\'' | '`'))
}

fn unescaped(text: &str) -> &str {
    match text {
        "\\n" | "\\r" | "\\t" => " ",
        "{{" => "{",
        "}}" => "}",
        _ => text.strip_prefix('\\').unwrap_or(text),
    }
}
