//! Maps: objects, hashes, dictionaries, arrays with keys.

use tree_sitter::Node as Tree;

use super::tree::Lower;
use crate::scan::form::{Entry, Expr, Id};
use crate::syntax::{Part, Role, children, field};

impl Lower<'_> {
    pub(super) fn map(&mut self, tree: Tree<'_>) -> Id {
        let mut entries = Vec::new();
        let mut items = Vec::new();
        for child in children(tree) {
            match self.entry(child) {
                Ok(entry) => entries.push(entry),
                Err(item) => items.push(item),
            }
        }
        let expr = if entries.is_empty() && !items.is_empty() { Expr::List(items) } else { Expr::Map(entries) };
        let methods: Vec<u32> = match &expr {
            Expr::Map(entries) => entries.iter().filter_map(|entry| self.method_of(entry)).collect(),
            _ => Vec::new(),
        };
        let id = self.add(tree, expr);
        for method in methods {
            self.form.functions[method as usize].of_object = Some(id);
        }
        id
    }

    /// The function that an entry is.
    fn method_of(&self, entry: &Entry) -> Option<u32> {
        match entry {
            Entry::Pair(_, value) => match self.form.expr(*value) {
                Expr::Function(function) => Some(*function),
                _ => None,
            },
            Entry::Spread(_) => None,
        }
    }

    /// An entry, or an item without a key.
    fn entry(&mut self, tree: Tree<'_>) -> Result<Entry, Id> {
        if self.is(tree, Part::Spread) {
            return Ok(Entry::Spread(self.through(tree, false)));
        }
        match self.role(tree) {
            Some(Role::Function) => {
                let name = field(tree, &["name"]).map(|name| self.key(name)).unwrap_or_default();
                return Ok(Entry::Pair(name, self.expr(tree)));
            }
            Some(Role::Name) => return Ok(Entry::Pair(self.key(tree), self.expr(tree))),
            _ => {}
        }
        let (key, value) = (field(tree, &["key", "left"]), field(tree, &["value", "right"]));
        let all = children(tree);
        let pair = match (key, value) {
            (Some(key), Some(value)) => Some((key, value)),
            (Some(key), None) => Some((key, key)),
            _ if self.is(tree, Part::PairByPlace) && all.len() == 2 => Some((all[0], all[1])),
            _ => None,
        };
        let Some((key, value)) = pair else {
            // PHP: an item without a key stands in an entry of its own.
            let item = all.first().copied().filter(|_| self.is(tree, Part::ItemEntry) && all.len() == 1);
            return Err(self.expr(item.unwrap_or(tree)));
        };
        // C#: `[Kind.Deal] = "/deals"`.
        let key = match self.is(key, Part::EntryKey) {
            true => self.innermost(key),
            false => key,
        };
        let text = self.key(key);
        let is_plain = !matches!(self.role(key), Some(Role::Member | Role::Call)) && !self.is(key, Part::ComputedKey);
        let value = self.expr(value);
        Ok(Entry::Pair(
            if is_plain { text } else { text.rsplit(['.', ':', ']']).next().unwrap_or_default().into() },
            value,
        ))
    }

    /// What stands in brackets.
    fn innermost<'t>(&self, tree: Tree<'t>) -> Tree<'t> {
        let mut inner = tree;
        while let Some(next) = inner.named_child(0).filter(|_| self.is(inner, Part::InnerKey)) {
            inner = next;
        }
        inner
    }
}
