//! The entries of an enumeration as objects that are made: PHP's, Java's, Kotlin's and Python's may have methods and several
//! values.
//!
//! An enumeration without methods stays a class whose fields are texts.

use tree_sitter::Node as Tree;

use super::tree::{Lower, Own};
use crate::scan::form::{Argument, Expr, Function, Id, Parameter};
use crate::scan::words::{self, Meaning};
use crate::syntax::{Part, children, offset, span};

impl Lower<'_> {
    /// The entry of an enumeration is worth the first that it is made with.
    pub(super) fn entry_of(&mut self, tree: Tree<'_>, target: Tree<'_>) -> Id {
        let name = self.plain_name(target);
        let mut first = None;
        for part in children(tree).into_iter().filter(|part| *part != target) {
            if self.is(part, Part::Handed) {
                let id = self.entry_made_with(&name, part);
                self.set_field(&name, id);
                first = Some(id);
            } else {
                self.expr(part);
            }
        }
        // One without values is its name.
        first.unwrap_or_else(|| {
            let id = self.add(tree, Expr::Text(name.as_str().into()));
            self.set_field(&name, id);
            id
        })
    }

    /// Notes the entry `name`, made with what stands in `list`; gives the first of it.
    fn entry_made_with(&mut self, name: &str, list: Tree<'_>) -> Id {
        let mut arguments = Vec::new();
        self.arguments(list, &mut arguments);
        let first = arguments.first().map(|argument| argument.value);
        self.entries.push(Own { name: name.into(), arguments });
        first.unwrap_or_else(|| self.unknown(list))
    }

    /// Notes the entry `name` with one value.
    pub(super) fn entry_worth(&mut self, name: &str, value: Id) {
        let arguments = vec![Argument { name: None, value }];
        self.entries.push(Own { name: name.into(), arguments });
    }

    /// Makes objects of the entries of the class that ends here, where something can be asked of them.
    pub(super) fn settle_entries(&mut self, tree: Tree<'_>, class: u32, is_enumeration: bool) {
        let mut own = std::mem::take(&mut self.entries);
        let Some(here) = self.form.classes.get_mut(class as usize).filter(|_| is_enumeration) else { return };
        here.is_enumeration = true;
        if here.supers.iter().any(|name| name.ends_with("StrEnum")) {
            self.name_automatic(class);
        }
        let Some(here) = self.form.classes.get_mut(class as usize) else { return };
        if self.language.semantics.fields_are_entries {
            // What a method gives to `self` is no entry.
            let outer = self.function;
            let nodes = &self.form.nodes;
            let is_own = |value: Id| nodes.get(value as usize).is_some_and(|node| node.function == outer);
            let values = here.fields.iter().filter(|(_, value)| is_own(*value)).map(|(name, value)| Own {
                name: name.clone(),
                arguments: vec![Argument { name: None, value: *value }],
            });
            own.extend(values);
        }
        if here.methods.is_empty() || own.is_empty() {
            return;
        }
        let (methods, class_name) = (here.methods.clone(), here.name.clone());
        let makes = |method: &&u32| {
            let name = &self.form.functions[**method as usize].name;
            words::means(Meaning::Constructor, name) || *name == class_name
        };
        match methods.iter().find(makes) {
            Some(_) => own.iter_mut().for_each(|entry| self.spread(entry)),
            None => self.plain_constructor(tree, class),
        }
        for Own { name, arguments } in own {
            let Some(first) = arguments.first().map(|argument| argument.value) else { continue };
            let callee = self.beside(first, Expr::Name(class_name.clone()));
            let made = self.beside(first, Expr::Call { callee, arguments, makes: true });
            let here = &mut self.form.classes[class as usize];
            here.fields.retain(|(field, _)| *field != name);
            here.fields.push((name.clone(), made));
            here.entries.push((name, made));
        }
    }

    /// Python: an entry of a `StrEnum` that is `auto()` is its name in small letters.
    fn name_automatic(&mut self, class: u32) {
        let fields = self.form.classes[class as usize].fields.clone();
        for (place, (name, value)) in fields.iter().enumerate() {
            let Expr::Call { callee, arguments, .. } = self.form.expr(*value) else { continue };
            let is_automatic =
                matches!(self.form.expr(*callee), Expr::Name(of) | Expr::Member(_, of) if &**of == "auto");
            if is_automatic && arguments.is_empty() {
                let text = self.beside(*value, Expr::Text(name.to_lowercase().into()));
                self.form.classes[class as usize].fields[place].1 = text;
            }
        }
    }

    /// Go: `Contacts ObjectType = "contacts"` is an entry of its type.
    pub(super) fn typed_constant(&mut self, tree: Tree<'_>, name: &str, of: &str, value: Id) -> Id {
        if of == "string" || !matches!(self.form.expr(value), Expr::Text(_)) {
            return value;
        }
        let class = self.class_named(of);
        if self.form.classes[class as usize].entries.is_empty() {
            self.plain_constructor(tree, class);
        }
        let callee = self.beside(value, Expr::Name(of.into()));
        let arguments = vec![Argument { name: None, value }];
        let made = self.beside(value, Expr::Call { callee, arguments, makes: true });
        let here = &mut self.form.classes[class as usize];
        here.is_enumeration = true;
        here.entries.push((name.into(), made));
        made
    }

    /// Python: a tuple is what `__init__` gets.
    fn spread(&self, entry: &mut Own) {
        if let [Argument { value, .. }] = entry.arguments.as_slice()
            && self.language.semantics.fields_are_entries
            && let Expr::List(items) = self.form.expr(*value)
        {
            entry.arguments = items.iter().map(|item| Argument { name: None, value: *item }).collect();
        }
    }

    /// A constructor that keeps the one value of an entry.
    fn plain_constructor(&mut self, tree: Tree<'_>, class: u32) {
        let parameters = vec![Parameter { name: "value".into(), ..Parameter::default() }];
        let name = "constructor".into();
        let function = Function { name, class: Some(class), parameters, span: span(tree), ..Function::default() };
        self.form.functions.push(function);
        let id = offset(self.form.functions.len() - 1);
        let outer = std::mem::replace(&mut self.function, id);
        let value = self.add(tree, Expr::Name("value".into()));
        self.function = outer;
        let here = &mut self.form.classes[class as usize];
        here.methods.push(id);
        here.fields.push(("value".into(), value));
    }

    /// An expression at the place of another one.
    fn beside(&mut self, at: Id, expr: Expr) -> Id {
        let node = crate::scan::form::Node { expr, ..self.form.node(at).clone() };
        self.form.nodes.push(node);
        offset(self.form.nodes.len() - 1)
    }

    /// Whether the class at `tree` is an enumeration.
    pub(super) fn is_enumeration(&self, tree: Tree<'_>, supers: &[Box<str>]) -> bool {
        self.is(tree, Part::Enumeration)
            || supers.iter().any(|name| words::means(Meaning::EnumerationClass, name))
            || self.child_that_is(tree, Part::EnumBody).is_some()
    }
}
