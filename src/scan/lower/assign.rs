//! Assignments: what a name, a field or an item of a loop holds from there on.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::scan::form::{Expr, Function, Id};
use crate::scan::words::{self, Meaning};
use crate::syntax::{Part, children, field};

impl Lower<'_> {
    /// What `left` holds once `value` is put behind it.
    fn added(&mut self, tree: Tree<'_>, left: Tree<'_>, value: Id) -> Id {
        let before = self.expr(left);
        self.add(tree, Expr::Join(vec![before, value]))
    }

    pub(super) fn assign(&mut self, tree: Tree<'_>) -> Id {
        let all = children(tree);
        let left = field(tree, &["left", "name"]).or_else(|| all.first().copied());
        let right = field(tree, &["right", "value"]).or_else(|| all.last().copied());
        let (Some(left), Some(right)) = (left, right) else { return self.block(tree) };
        if self.in_class_body
            && self.language.semantics.types_declare_fields
            && let Some(of) = field(tree, &["type"])
        {
            // A field that is said to be there; what it is comes with the object.
            let (name, of) = (self.plain_name(left), last_of(self.text_of(of)).to_owned());
            self.set_type(&name, &of);
            if field(tree, &["right"]).is_none() {
                return self.unknown(tree);
            }
        }
        if left == right {
            return self.unknown(tree);
        }
        let operator = tree.child_by_field_name("operator").or_else(|| tree.child(1)).map_or("=", |o| self.text_of(o));
        let adds = matches!(operator, "+=" | ".=" | "<<");
        if self.is(left, Part::Several) && self.is(right, Part::Several) {
            for (left, right) in children(left).into_iter().zip(children(right)) {
                let mut value = self.expr(right);
                if adds {
                    value = self.added(tree, left, value);
                }
                self.assign_to(left, value);
            }
            return self.unknown(tree);
        }
        // Python: `Kind = Literal["contacts", "deals"]`.
        if self.is(right, Part::LiteralType)
            && let Some(choices) = self.literals(right)
        {
            let name = format!("type {}", self.plain_name(left));
            self.bind(&name, choices, left);
        }
        let mut value = self.expr(right);
        if adds {
            value = self.added(tree, left, value);
        }
        let left = if self.is(left, Part::Several) { left.named_child(0).unwrap_or(left) } else { left };
        if self.is_inherited(left) {
            let name = self.plain_name(left);
            self.set_field(&name, value);
        }
        self.assign_to(left, value);
        value
    }

    /// Whether a constructor gives a value to a name that can only be a field of what its class extends.
    fn is_inherited(&self, left: Tree<'_>) -> bool {
        let (Some(class), Some(here)) = (self.class, self.form.functions.get(self.function as usize)) else {
            return false;
        };
        let class = &self.form.classes[class as usize];
        let name = self.text_of(left);
        self.language.semantics.has_overloads
            && self.is(left, Part::Identifier)
            && (here.name == class.name || &*here.name == "constructor")
            && !class.supers.is_empty()
            && !here.parameters.iter().any(|parameter| &*parameter.name == name)
            && !here.assignments.iter().any(|assignment| &*assignment.name == name)
    }

    /// Gives `value` to what stands left of an assignment.
    pub(super) fn assign_to(&mut self, left: Tree<'_>, value: Id) {
        if self.is(left, Part::ObjectPattern) {
            for (local, key, default) in self.parts(left) {
                let member = key.split('.').fold(value, |of, key| self.add(left, Expr::Member(of, key.into())));
                let value = match default {
                    Some(default) => self.add(left, Expr::Either(vec![member, default])),
                    None => member,
                };
                self.bind(&local, value, left);
            }
            return;
        }
        let text = self.plain_name(left);
        let text = if self.is(left, Part::TypedName) {
            last_of(text.split(':').next().unwrap_or_default()).to_owned()
        } else {
            text
        };
        if self.in_class_body {
            self.set_field(text.trim(), value);
            return;
        }
        if self.is(left, Part::OwnField) {
            self.set_field(&text, value);
            return;
        }
        let parts: Vec<&str> = text
            .split(['.', '>', ':'])
            .map(|part| part.trim_matches(['-', '?', '!', '$', ' ']))
            .filter(|part| !part.is_empty())
            .collect();
        match parts.as_slice() {
            [one] => {
                let one = (*one).to_owned();
                // C#, Java, Kotlin: a field may be set by its name alone.
                if self.is_field(&one) {
                    self.set_field(&one, value);
                }
                self.bind(&one, value, left);
            }
            [this, name] if self.is_this(this) => {
                let name = (*name).to_owned();
                self.set_field(&name, value);
            }
            several if several.len() <= 4 => {
                let name = several.join(".");
                self.bind(&name, value, left);
            }
            _ => {}
        }
    }

    /// What a loop gives to its name: one of the items. The items are read again with the rest of the loop.
    pub(super) fn element(&mut self, tree: Tree<'_>) {
        let clause = self.child_that_is(tree, Part::LoopClause).unwrap_or(tree);
        let (left, right) = match () {
            // Kotlin names none of the two.
            () if clause.kind() == "for_statement" && field(clause, &["left"]).is_none() => {
                let all = children(clause);
                (all.first().copied().filter(|left| left.kind().ends_with("declaration")), all.get(1).copied())
            }
            () if self.is(clause, Part::LoopOverRight) => (field(clause, &["left"]), field(clause, &["right"])),
            () if self.is(clause, Part::LoopOverValue) => (field(clause, &["name"]), field(clause, &["value"])),
            () if self.is(clause, Part::LoopOverFirst) => {
                let all = children(clause);
                let left = field(clause, &["left"]).or_else(|| all.get(1).copied());
                (left, field(clause, &["right"]).or_else(|| all.first().copied()))
            }
            () if self.is(clause, Part::LoopInPattern) => (
                field(clause, &["pattern"]),
                field(clause, &["value"]).and_then(|value| value.named_child(0).or(Some(value))),
            ),
            () => {
                self.elements_of_clauses(tree);
                return;
            }
        };
        if let (Some(left), Some(right)) = (left, right) {
            self.elements(left, right, left);
        }
    }

    /// Python: what the clauses of `[call(a, b) for a, b in pairs]` give to their names, which stand before them.
    fn elements_of_clauses(&mut self, tree: Tree<'_>) {
        for clause in children(tree).into_iter().filter(|child| child.kind() == "for_in_clause") {
            if let (Some(left), Some(right)) = (field(clause, &["left"]), field(clause, &["right"])) {
                self.elements(left, right, tree.child(0).unwrap_or(tree));
            }
        }
    }

    /// Gives what `left` names the items of `right`, from the place `at` on.
    fn elements(&mut self, left: Tree<'_>, right: Tree<'_>, at: Tree<'_>) {
        let mut items = self.expr(right);
        let mut left = left;
        // Python: `for number, (name, path) in enumerate(pairs)`.
        if let Expr::Call { callee, arguments, .. } = self.form.expr(items)
            && matches!(self.form.expr(*callee), Expr::Name(name) if &**name == "enumerate")
            && let (Some(first), Some(item)) = (arguments.first(), children(left).get(1).copied())
        {
            (items, left) = (first.value, item);
        }
        let parts = children(left);
        match left.kind() {
            // Go, PHP: a key and a value.
            "expression_list" | "pair" if parts.len() == 2 => {
                let key = self.add(at, Expr::Each(items, Some((0, 0))));
                let name = self.plain_name(parts[0]);
                self.bind(&name, key, at);
                self.element_in(parts[1], items, at);
            }
            _ => self.element_in(left, items, at),
        }
    }

    /// Gives what `left` names an item of `items`, or parts of one.
    fn element_in(&mut self, left: Tree<'_>, items: Id, at: Tree<'_>) {
        if self.is(left, Part::ObjectPattern) {
            let item = self.add(at, Expr::Each(items, None));
            self.assign_to(left, item);
            return;
        }
        let parts = if self.is(left, Part::Several) || takes_apart(left.kind()) { children(left) } else { Vec::new() };
        let count = u8::try_from(parts.len()).unwrap_or(u8::MAX);
        if parts.len() < 2 {
            let item = self.add(at, Expr::Each(items, None));
            let name = self.plain_name(parts.first().copied().unwrap_or(left));
            let name = name.split(':').next().unwrap_or_default().trim();
            self.bind(name, item, at);
            return;
        }
        for (place, part) in (0_u8..).zip(parts) {
            let value = self.add(at, Expr::Each(items, Some((place, count))));
            let name = self.plain_name(part);
            self.bind(name.split(':').next().unwrap_or_default().trim(), value, at);
        }
    }

    /// Whether `name` is a declared field of the class here, and no parameter hides it.
    fn is_field(&self, name: &str) -> bool {
        let class = self.class.and_then(|class| self.form.classes.get(class as usize));
        let is_hidden = |at: &Function| at.parameters.iter().any(|parameter| &*parameter.name == name);
        self.language.semantics.names_are_global
            && class.is_some_and(|class| class.types.iter().any(|(field, _)| &**field == name))
            && !self.form.functions.get(self.function as usize).is_some_and(is_hidden)
    }

    fn is_this(&self, name: &str) -> bool {
        let receiver = |at: &Function| at.receiver.as_deref() == Some(name);
        words::means(Meaning::OwnObject, name) || self.form.functions.get(self.function as usize).is_some_and(receiver)
    }
}

/// Whether a pattern of this kind takes the items of a loop apart.
fn takes_apart(kind: &str) -> bool {
    matches!(
        kind,
        "list_literal"
            | "multi_variable_declaration"
            | "parenthesized_variable_designation"
            | "declaration_expression"
            | "array_creation_expression"
            | "destructured_parameter"
    )
}
