//! Types that say what a value can be: `'contacts' | 'deals'`, `typeof TYPES[number]`, `Literal["contacts"]`.
//!
//! Owns how such a type becomes an expression; the name of a type `T` is the name `type T`, for values may be called the same.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::scan::form::{Argument, Entry, Expr, Id};
use crate::syntax::{children, field};

/// How deep types are read.
const DEEPEST: usize = 60;

impl Lower<'_> {
    /// What the type allows; `None` where that is no choice of a few.
    pub(super) fn choices(&mut self, tree: Tree<'_>) -> Option<Id> {
        self.choice(tree, 0)
    }

    /// `type T = …`, `interface T { … }`.
    pub(super) fn alias(&mut self, tree: Tree<'_>) -> Id {
        if let (Some(name), Some(value)) = (field(tree, &["name"]), field(tree, &["value", "body"]))
            && let Some(id) = self.choices(value)
        {
            let name = format!("type {}", self.text_of(name));
            self.bind(&name, id, tree);
        }
        self.unknown(tree)
    }

    fn choice(&mut self, tree: Tree<'_>, depth: usize) -> Option<Id> {
        if depth > DEEPEST {
            return None;
        }
        let first = tree.named_child(0);
        match tree.kind() {
            "type_annotation" | "parenthesized_type" | "readonly_type" | "type" | "literal_type" => {
                self.choice(first?, depth + 1)
            }
            // Nothing at all is no choice more.
            "null" | "undefined" | "none" => Some(self.add(tree, Expr::Either(Vec::new()))),
            "string" => Some(self.expr(tree)),
            "union_type" => {
                let ways = children(tree).into_iter().map(|way| self.choice(way, depth + 1));
                let ways: Option<Vec<Id>> = ways.collect();
                ways.map(|ways| self.add(tree, Expr::Either(ways)))
            }
            "type_identifier" | "identifier" => {
                let name = format!("type {}", last_of(self.text_of(tree)));
                Some(self.add(tree, Expr::Name(name.into())))
            }
            // `(typeof TYPES)[number]`: any item.
            "lookup_type" => {
                let of = queried(first?)?;
                let items = self.expr(of);
                let any = self.unknown(tree);
                Some(self.add(tree, Expr::Index(items, any)))
            }
            "index_type_query" => {
                let value = self.expr(queried(first?)?);
                let object = self.add(tree, Expr::Name("Object".into()));
                let callee = self.add(tree, Expr::Member(object, "keys".into()));
                let arguments = vec![Argument { name: None, value }];
                let keys = self.add(tree, Expr::Call { callee, arguments, makes: false });
                let any = self.unknown(tree);
                Some(self.add(tree, Expr::Index(keys, any)))
            }
            "object_type" | "interface_body" => self.members(tree, depth),
            "generic_type" | "subscript" => self.literals(tree),
            _ => None,
        }
    }

    /// `{ type: 'contacts' | 'deals' }`.
    fn members(&mut self, tree: Tree<'_>, depth: usize) -> Option<Id> {
        let mut entries = Vec::new();
        for member in children(tree).into_iter().filter(|member| member.kind() == "property_signature") {
            if let (Some(name), Some(of)) = (field(member, &["name"]), field(member, &["type"]))
                && let Some(id) = self.choice(of, depth + 1)
            {
                entries.push(Entry::Pair(self.key(name), id));
            }
        }
        (!entries.is_empty()).then(|| self.add(tree, Expr::Map(entries)))
    }

    /// Python: `Literal["contacts", "deals"]`.
    pub(super) fn literals(&mut self, tree: Tree<'_>) -> Option<Id> {
        let text = self.text_of(tree);
        if last_of(text.split('[').next()?) != "Literal" {
            return None;
        }
        let mut open = children(tree);
        let mut found = Vec::new();
        while let Some(part) = open.pop() {
            if part.kind() == "string" {
                found.push(self.expr(part));
            } else if matches!(part.kind(), "type_parameter" | "type" | "tuple" | "expression_list") {
                open.extend(children(part));
            }
        }
        found.reverse();
        (!found.is_empty()).then(|| self.add(tree, Expr::Either(found)))
    }
}

/// What `typeof X` asks of.
fn queried(tree: Tree<'_>) -> Option<Tree<'_>> {
    let tree = if tree.kind() == "parenthesized_type" { tree.named_child(0)? } else { tree };
    if tree.kind() == "type_query" { tree.named_child(0) } else { None }
}
