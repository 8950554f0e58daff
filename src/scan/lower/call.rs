//! Calls, what is handed to them, annotations.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::scan::form::{Annotation, Argument, Entry, Expr, Id};
use crate::scan::words::{self, Meaning};
use crate::syntax::{Part, Role, children, field, span};

impl Lower<'_> {
    pub(super) fn call(&mut self, tree: Tree<'_>) -> Id {
        let callee = self.callee(tree);
        self.call_of(tree, callee)
    }

    /// A call without its object, which stands before it.
    pub(super) fn call_on(&mut self, tree: Tree<'_>, object: Id) -> Id {
        let Some(function) = field(tree, &["function", "name"]) else { return self.unknown(tree) };
        let name = last_of(self.text_of(function)).trim_start_matches('.').to_owned();
        let callee = self.add(function, Expr::Member(object, name.into()));
        self.call_of(tree, callee)
    }

    fn call_of(&mut self, tree: Tree<'_>, callee: Id) -> Id {
        let mut arguments = Vec::new();
        if let Some(list) = self.arguments_of(tree) {
            self.arguments(list, &mut arguments);
        }
        for child in children(tree) {
            let is_trailing = self.is(child, Part::TrailingLambda);
            if is_trailing {
                let value = self.expr(child);
                arguments.push(Argument { name: None, value });
            }
        }
        if self.in_class_body {
            self.macro_of(callee, &arguments);
        }
        let id = self.add(tree, Expr::Call { callee, arguments, makes: false });
        let named = field(tree, &["function"]).map(|of| self.text_of(of));
        if self.language.semantics.has_overloads && named.is_some_and(|of| of.ends_with('>')) {
            self.form.generic_calls.push(id);
        }
        id
    }

    /// C#: `: base(http, "/path")`.
    pub(super) fn base_call(&mut self, tree: Tree<'_>) -> Id {
        let callee = self.add(tree, Expr::Name("super".into()));
        self.call_of(tree, callee)
    }

    fn callee(&mut self, tree: Tree<'_>) -> Id {
        if let Some(function) = field(tree, &["function", "constructor"]) {
            return self.expr(function);
        }
        let object = field(tree, &["object", "receiver", "scope"]);
        match (object, field(tree, &["name", "method"])) {
            (Some(object), Some(name)) => {
                let object = self.expr(object);
                let name_text = self.plain_name(name);
                self.add(name, Expr::Member(object, name_text.into()))
            }
            (None, Some(name)) => {
                let text = self.plain_name(name);
                self.add(name, Expr::Name(text.into()))
            }
            (Some(object), None) => self.expr(object),
            (None, None) => match tree.named_child(0) {
                Some(first) => self.expr(first),
                None => self.unknown(tree),
            },
        }
    }

    pub(super) fn arguments(&mut self, list: Tree<'_>, into: &mut Vec<Argument>) {
        if self.role(list) == Some(Role::Text) {
            let value = self.expr(list);
            into.push(Argument { name: None, value });
            return;
        }
        for child in children(list) {
            let argument = self.argument(child);
            into.push(argument);
        }
    }

    fn argument(&mut self, tree: Tree<'_>) -> Argument {
        let all = children(tree);
        match () {
            () if self.is(tree, Part::NamedArgument) => {
                let name = field(tree, &["name", "key"]).map(|name| self.key(name));
                let value = match field(tree, &["value"]) {
                    Some(value) => self.expr(value),
                    None => self.unknown(tree),
                };
                Argument { name, value }
            }
            () if self.is(tree, Part::PlainArgument) => {
                let named = field(tree, &["name"]);
                let is_named = named.is_some() || (self.is(tree, Part::ValueArgument) && all.len() > 1);
                let name = named.or_else(|| all.first().copied()).filter(|_| is_named).map(|name| self.key(name));
                let value = match all.last() {
                    Some(last) => self.expr(*last),
                    None => self.unknown(tree),
                };
                Argument { name, value }
            }
            // All entries of a map, by name.
            () if self.is(tree, Part::MapSplat) => {
                Argument { name: Some("**".into()), value: self.through(tree, false) }
            }
            () if self.is(tree, Part::ListSplat) => Argument { name: None, value: self.through(tree, false) },
            () => Argument { name: None, value: self.expr(tree) },
        }
    }

    /// Go: an item of a slice of structs, which leaves out what it is made of: `[]Call{{"GET", "/path"}}`.
    fn item_of(&mut self, tree: Tree<'_>, element: Option<Tree<'_>>) -> Id {
        let inner = tree.named_child(0).filter(|_| tree.kind() == "literal_element").unwrap_or(tree);
        let parts = children(inner);
        let is_by_place = inner.kind() == "literal_value" && parts.iter().all(|part| part.kind() == "literal_element");
        let Some(element) = element.filter(|_| is_by_place && !parts.is_empty()) else { return self.expr(tree) };
        if element.kind() == "struct_type" {
            let names = self.names_of_fields(element);
            let values: Vec<Id> = parts.into_iter().map(|part| self.expr(part)).collect();
            let entries = names.into_iter().zip(values).map(|(name, value)| Entry::Pair(name, value)).collect();
            return self.add(inner, Expr::Map(entries));
        }
        if self.role(element) != Some(Role::Name) {
            return self.expr(tree);
        }
        let callee = self.last_name(element);
        let arguments = parts.into_iter().map(|part| Argument { name: None, value: self.expr(part) }).collect();
        self.add(inner, Expr::Call { callee, arguments, makes: true })
    }

    /// Go: the names of a struct's fields, in order.
    fn names_of_fields(&self, tree: Tree<'_>) -> Vec<Box<str>> {
        let list = tree.named_child(0).map(children).unwrap_or_default();
        let mut names = Vec::new();
        for part in list {
            let mut cursor = part.walk();
            names.extend(part.children_by_field_name("name", &mut cursor).map(|name| self.text_of(name).into()));
        }
        names
    }

    /// An object that is made: of a class, with arguments and named fields.
    pub(super) fn make(&mut self, tree: Tree<'_>) -> Id {
        let of = field(tree, &["constructor", "type"]);
        if of.is_some_and(|of| self.is(of, Part::MapType)) {
            return match field(tree, &["body"]) {
                Some(body) => self.expr(body),
                None => self.unknown(tree),
            };
        }
        // Go: a struct whose type has no name.
        if let Some(body) = field(tree, &["body"]).filter(|_| of.is_some_and(|of| self.is(of, Part::StructType))) {
            return self.expr(body);
        }
        if of.is_some_and(|of| self.is(of, Part::ListType)) {
            let element = of.and_then(|of| field(of, &["element"]));
            let items = field(tree, &["body"]).map(children).unwrap_or_default();
            let items = items.into_iter().map(|item| self.item_of(item, element)).collect();
            return self.add(tree, Expr::List(items));
        }
        // C#: `new Dictionary<…> { ["a"] = "b" }`, `new() { { "a", "b" } }`.
        if let Some(entries) = children(tree).into_iter().find(|child| self.holds_entries(*child)) {
            return self.expr(entries);
        }
        let of = of.or_else(|| tree.named_child(0).filter(|first| !self.is(*first, Part::Arguments)));
        let callee = match of {
            Some(of) if self.role(of).is_some() => self.expr(of),
            Some(of) => self.last_name(of),
            None => self.unknown(tree),
        };
        let callee = match self.declared_type(tree) {
            Some(of) => self.last_name(of),
            None => callee,
        };
        let callee = match self.form.expr(callee) {
            Expr::Name(name) if self.bound_of(name) != *name => {
                let bound = self.bound_of(name);
                self.add(tree, Expr::Name(bound))
            }
            _ => callee,
        };
        let mut arguments = Vec::new();
        let bodies = children(tree).into_iter().filter(|child| Some(*child) != of);
        for body in bodies {
            if self.is(body, Part::Initializer) {
                self.named_fields(body, &mut arguments);
            } else if self.is(body, Part::Arguments) {
                self.arguments(body, &mut arguments);
            } else {
                self.expr(body);
            }
        }
        self.add(tree, Expr::Call { callee, arguments, makes: true })
    }

    fn named_fields(&mut self, body: Tree<'_>, into: &mut Vec<Argument>) {
        for child in children(body) {
            let key = field(child, &["left", "key"]);
            let value = field(child, &["right", "value"]);
            let argument = match (key, value) {
                (Some(key), Some(value)) => Argument { name: Some(self.key(key)), value: self.expr(value) },
                _ => Argument { name: None, value: self.expr(child) },
            };
            into.push(argument);
        }
    }

    pub(super) fn annotation(&mut self, tree: Tree<'_>) -> Id {
        let call = children(tree).into_iter().find(|child| matches!(self.role(*child), Some(Role::Call)));
        let named = call.unwrap_or(tree);
        let name = field(named, &["name", "function"]).or_else(|| named.named_child(0));
        let mut arguments = Vec::new();
        if let Some(list) = self.arguments_of(named) {
            self.arguments(list, &mut arguments);
        }
        let whole = name.map_or("", |name| self.text_of(name));
        // `@app.get("/path")` answers a request and makes none.
        if whole.split_once('.').is_some_and(|(root, _)| words::means(Meaning::Serves, root)) {
            return self.unknown(tree);
        }
        // Python, TypeScript: a decorator is a call like any other.
        if let Some(call) = call.filter(|_| self.is(tree, Part::DecoratorCall)) {
            self.expr(call);
        }
        let name = last_of(whole).into();
        self.form.annotations.push(Annotation { name, arguments, start: span(tree).0 });
        self.unknown(tree)
    }

    /// `base_uri "https://…"` in the body of a class sets something of the class.
    fn macro_of(&mut self, callee: Id, arguments: &[Argument]) {
        let Expr::Name(name) = self.form.expr(callee) else { return };
        let name = name.clone();
        if name.starts_with(char::is_uppercase) {
            return;
        }
        if self.language.semantics.mixins.contains(&&*name) {
            for argument in arguments {
                if let Expr::Name(of) | Expr::Member(_, of) = self.form.expr(argument.value).clone() {
                    self.extend(&of);
                }
            }
            return;
        }
        let (Some(class), Some(argument)) = (self.class, arguments.first()) else { return };
        if let Some(class) = self.form.classes.get_mut(class as usize) {
            class.fields.push((name, argument.value));
        }
    }

    /// C#: the type of `Endpoint List = new("GET", path)`, which the making leaves out.
    fn declared_type<'t>(&self, tree: Tree<'t>) -> Option<Tree<'t>> {
        if !self.is(tree, Part::UntypedNew) {
            return None;
        }
        let mut at = tree.parent();
        for _ in 0..3 {
            let here = at?;
            if self.is(here, Part::TypedDeclaration) {
                return field(here, &["type"]);
            }
            if self.is(here, Part::TypedFunction) {
                return field(here, &["returns", "type"]);
            }
            at = here.parent();
        }
        None
    }

    /// The node that holds what is handed to a call.
    fn arguments_of<'t>(&self, tree: Tree<'t>) -> Option<Tree<'t>> {
        let is_list = |child: &Tree<'_>| self.is(*child, Part::Arguments) && !self.is(*child, Part::TypeArguments);
        field(tree, &["arguments", "parameters"]).or_else(|| children(tree).into_iter().find(is_list))
    }

    /// Whether an initializer gives entries by key, and no fields.
    fn holds_entries(&self, tree: Tree<'_>) -> bool {
        let is_entry = |first: Tree<'_>| {
            self.is(first, Part::Initializers)
                || field(first, &["left"]).is_some_and(|left| self.is(left, Part::EntryKey))
        };
        self.is(tree, Part::Initializers) && tree.named_child(0).is_some_and(is_entry)
    }
}
