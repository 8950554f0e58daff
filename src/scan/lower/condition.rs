//! Conditions: what `if`, `unless`, `switch`, `a ? b : c` and operators say, and which part of a function hangs on it.
//!
//! Owns their shape in the form. Whether a condition holds is for `evaluate`, once a caller is known.

use tree_sitter::Node as Tree;

use super::tree::Lower;
use crate::scan::form::{Constant, Expr, Guard, Id, Test};
use crate::syntax::{Role, children, field, span};

impl Lower<'_> {
    /// A constant that is no text, where `tree` is one.
    pub(super) fn constant(&mut self, tree: Tree<'_>) -> Id {
        let text = self.text_of(tree).trim();
        let constant = match text {
            "null" | "None" | "nil" | "undefined" | "NULL" | "Null" => Constant::Nothing,
            "true" | "True" | "TRUE" => Constant::Flag(true),
            "false" | "False" | "FALSE" => Constant::Flag(false),
            _ if !text.is_empty() && text.len() < 20 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                Constant::Number(text.into())
            }
            _ => return self.unknown(tree),
        };
        self.add(tree, Expr::Constant(constant))
    }

    /// `!a`, `not a`; what else stands before a value says nothing of it, or leaves it as it is.
    pub(super) fn unary(&mut self, tree: Tree<'_>) -> Id {
        let operator = tree.child(0).filter(|first| !first.is_named()).map_or("", |first| self.text_of(first));
        match operator {
            "!" | "not" => {
                let inner = self.through(tree, true);
                self.opposite(tree, inner)
            }
            "&" | "*" => self.through(tree, true),
            _ => self.block(tree),
        }
    }

    pub(super) fn opposite(&mut self, tree: Tree<'_>, of: Id) -> Id {
        self.test(tree, Test::Not(of))
    }

    fn test(&mut self, tree: Tree<'_>, test: Test) -> Id {
        let id = self.unknown(tree);
        self.form.tests.insert(id, test);
        id
    }

    /// What two operands say as a condition; `None` where `operator` compares nothing that is kept.
    pub(super) fn compared(&mut self, tree: Tree<'_>, operator: &str, ids: &[Id]) -> Option<Id> {
        let [one, other] = *ids else { return None };
        let among = match self.form.expr(other) {
            Expr::List(items) => items.clone(),
            _ => vec![other],
        };
        match operator {
            "==" | "===" | "is" | "eq" => Some(self.test(tree, Test::Same(one, vec![other]))),
            "!=" | "!==" | "<>" | "is not" | "ne" => {
                let same = self.test(tree, Test::Same(one, vec![other]));
                Some(self.opposite(tree, same))
            }
            "in" => Some(self.test(tree, Test::Same(one, among))),
            "not in" | "!in" => {
                let same = self.test(tree, Test::Same(one, among));
                Some(self.opposite(tree, same))
            }
            // `length > 0`
            ">" if *self.form.expr(other) == Expr::Constant(Constant::Number("0".into())) => {
                let same = self.test(tree, Test::Same(one, vec![other]));
                Some(self.opposite(tree, same))
            }
            _ => None,
        }
    }

    /// C#: `a is "x" or "y"`, `a is not null`.
    pub(super) fn is_pattern(&mut self, tree: Tree<'_>) -> Id {
        let (Some(of), Some(pattern)) = (field(tree, &["expression"]), field(tree, &["pattern"])) else {
            return self.block(tree);
        };
        let of = self.expr(of);
        let is_negated = pattern.kind() == "negated_pattern";
        let labels = self.labels(vec![pattern]);
        let same = self.test(tree, Test::Same(of, labels));
        if is_negated { self.opposite(tree, same) } else { same }
    }

    /// What stands in `parts`, which are the labels of a case: texts, names, constants.
    pub(super) fn labels(&mut self, mut parts: Vec<Tree<'_>>) -> Vec<Id> {
        let mut labels = Vec::new();
        while let Some(part) = parts.pop() {
            let is_wrapper = self.role(part).is_none_or(|role| role == Role::Through) && part.named_child_count() > 0;
            if is_wrapper {
                parts.extend(children(part));
            } else {
                labels.push(self.expr(part));
            }
        }
        labels
    }

    /// `arm` only runs where `condition` holds, or where it does not.
    pub(super) fn guard(&mut self, arm: (u32, u32), condition: Id, holds: bool) {
        self.form.guards.push(Guard { span: arm, function: self.function, condition, holds });
    }

    /// Keeps what the arms of the `if` at `tree` hang on, and what stands behind it where the arm is left by a result.
    pub(super) fn guard_arms(&mut self, tree: Tree<'_>, condition: Id, arms: &[Tree<'_>], others: &[Tree<'_>]) {
        let holds = !tree.kind().starts_with("unless");
        for arm in arms {
            self.guard(span(*arm), condition, holds);
        }
        for other in others {
            self.guard(span(*other), condition, !holds);
        }
        let is_left = others.is_empty() && arms.iter().any(|arm| self.gives_back(*arm));
        if let Some(parent) = tree.parent().filter(|_| is_left) {
            self.guard((span(tree).1, span(parent).1), condition, !holds);
        }
    }

    /// Whether an arm ends with a result, or does something and ends there.
    fn gives_back(&self, arm: Tree<'_>) -> bool {
        let mut last = arm;
        while ["block", "then", "compound", "statements", "statement_list", "expression_statement"]
            .iter()
            .any(|kind| last.kind().contains(kind))
        {
            let Some(inner) = children(last).last().copied() else { return false };
            last = inner;
        }
        let Some(rest) = self.text_of(last).strip_prefix("return") else { return false };
        let given = rest.trim().trim_end_matches(';').trim_end();
        let is_nothing = matches!(given, "" | "null" | "None" | "nil" | "undefined" | "false" | "False" | "err");
        !is_nothing || self.text_of(arm).matches('(').count() > 1
    }

    /// Keeps what the cases of a `switch` over `subject` hang on: each with its labels, none for the rest.
    pub(super) fn guard_cases(&mut self, tree: Tree<'_>, subject: Option<Id>, cases: Vec<((u32, u32), Vec<Id>)>) {
        // `when { … }`, `match (true) { … }`: the labels are conditions.
        let subject = subject.filter(|id| *self.form.expr(*id) != Expr::Constant(Constant::Flag(true)));
        let mut all = Vec::new();
        let mut rest = Vec::new();
        let mut before: Vec<Id> = Vec::new();
        for (span, labels) in cases {
            if labels.is_empty() {
                rest.push(span);
                continue;
            }
            let test = match subject {
                Some(subject) => self.test(tree, Test::Same(subject, labels)),
                None => self.test(tree, Test::Any(labels)),
            };
            self.guard(span, test, true);
            if subject.is_none() {
                for earlier in &before {
                    self.guard(span, *earlier, false);
                }
                before.push(test);
            }
            all.push(test);
        }
        if all.is_empty() || rest.is_empty() {
            return;
        }
        let any = self.test(tree, Test::Any(all));
        for span in rest {
            self.guard(span, any, false);
        }
    }
}
