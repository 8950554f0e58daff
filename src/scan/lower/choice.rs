//! Types that say what a value can be: `'contacts' | 'deals'`, `typeof TYPES[number]`, `Literal["contacts"]`.
//!
//! Owns how such a type becomes an expression; the name of a type `T` is the name `type T`, for values may be called the same.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::scan::form::{Argument, Entry, Expr, Id};
use crate::scan::words::{self, Meaning};
use crate::syntax::{Part, children, field};

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
        match () {
            () if self.is(tree, Part::TypeWrapper) => self.choice(first?, depth + 1),
            // Nothing at all is no choice more.
            () if self.is(tree, Part::Nothing) => Some(self.add(tree, Expr::Either(Vec::new()))),
            () if self.is(tree, Part::TypeText) => Some(self.expr(tree)),
            () if self.is(tree, Part::Union) => {
                let ways = children(tree).into_iter().map(|way| self.choice(way, depth + 1));
                let ways: Option<Vec<Id>> = ways.collect();
                ways.map(|ways| self.add(tree, Expr::Either(ways)))
            }
            () if self.is(tree, Part::TypeName) => {
                let name = format!("type {}", last_of(self.text_of(tree)));
                Some(self.add(tree, Expr::Name(name.into())))
            }
            // `(typeof TYPES)[number]`: any item.
            () if self.is(tree, Part::ItemOfType) => {
                let of = self.queried(first?)?;
                let items = self.expr(of);
                let any = self.unknown(tree);
                Some(self.add(tree, Expr::Index(items, any)))
            }
            () if self.is(tree, Part::KeysOfType) => {
                let value = {
                    let of = self.queried(first?)?;
                    self.expr(of)
                };
                let object = self.add(tree, Expr::Name("Object".into()));
                let callee = self.add(tree, Expr::Member(object, "keys".into()));
                let arguments = vec![Argument { name: None, value }];
                let keys = self.add(tree, Expr::Call { callee, arguments, makes: false });
                let any = self.unknown(tree);
                Some(self.add(tree, Expr::Index(keys, any)))
            }
            () if self.is(tree, Part::TypeWithMembers) => self.members(tree, depth),
            () if self.is(tree, Part::LiteralType) => self.literals(tree),
            () => None,
        }
    }

    /// `{ type: 'contacts' | 'deals' }`.
    fn members(&mut self, tree: Tree<'_>, depth: usize) -> Option<Id> {
        let mut entries = Vec::new();
        for member in children(tree) {
            if !self.is(member, Part::TypeMember) {
                continue;
            }
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
        if !words::means(Meaning::TypeOfLiterals, last_of(text.split('[').next()?)) {
            return None;
        }
        let mut open = children(tree);
        let mut found = Vec::new();
        while let Some(part) = open.pop() {
            if self.is(part, Part::TypeText) {
                found.push(self.expr(part));
            } else if self.is(part, Part::TypeList) {
                open.extend(children(part));
            }
        }
        found.reverse();
        (!found.is_empty()).then(|| self.add(tree, Expr::Either(found)))
    }

    /// What `typeof X` asks of.
    fn queried<'t>(&self, tree: Tree<'t>) -> Option<Tree<'t>> {
        let tree = if self.is(tree, Part::ParenthesizedType) { tree.named_child(0)? } else { tree };
        if self.is(tree, Part::TypeOf) { tree.named_child(0) } else { None }
    }
}
