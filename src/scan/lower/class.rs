//! Classes, fields and declarations.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::scan::form::{Class, Expr, Function, Id, Parameter};
use crate::syntax::{Part, Role, children, field, offset, span};

impl Lower<'_> {
    /// The class with this name in the file; methods may stand before it.
    pub(super) fn class_named(&mut self, name: &str) -> u32 {
        if let Some(place) = self.form.classes.iter().position(|class| &*class.name == name) {
            return offset(place);
        }
        self.form.classes.push(Class { name: name.into(), ..Class::default() });
        offset(self.form.classes.len() - 1)
    }

    pub(super) fn class(&mut self, tree: Tree<'_>) -> Id {
        let name = field(tree, &["name"]).or_else(|| self.child_that_is(tree, Part::Identifier));
        let name = name.map_or_else(String::new, |name| last_of(self.text_of(name)).to_owned());
        let outer = (self.class, self.in_class_body);
        let outer_entries = std::mem::take(&mut self.entries);
        let class = match self.class.filter(|_| self.is(tree, Part::Companion)) {
            Some(class) => class,
            None => self.class_named(&name),
        };
        let is_partial = children(tree).iter().any(|c| self.is(*c, Part::Modifier) && self.text_of(*c) == "partial");
        self.form.classes[class as usize].is_partial |= is_partial;
        (self.class, self.in_class_body) = (Some(class), true);
        let known_bounds = self.bounds.len();
        self.note_bounds(tree);
        for child in children(tree) {
            if self.is(child, Part::Heritage) {
                self.heritage(child);
            } else if self.is(child, Part::BodyWithUses) {
                // PHP: `use Trait;` in a class.
                for part in children(child) {
                    if self.is(part, Part::UsesTrait) {
                        self.heritage(part);
                    }
                }
                self.expr(child);
            } else if self.is(child, Part::Parameters) || self.is(child, Part::PrimaryConstructor) {
                self.primary_constructor(child);
            } else if self.is(child, Part::StructType) {
                self.struct_fields(child);
            } else {
                self.expr(child);
            }
        }
        self.bounds.truncate(known_bounds);
        (self.class, self.in_class_body) = outer;
        let supers = self.form.classes.get(class as usize).map(|class| class.supers.clone()).unwrap_or_default();
        self.settle_entries(tree, class, self.is_enumeration(tree, &supers));
        self.entries = outer_entries;
        self.add(tree, Expr::Name(name.as_str().into()))
    }

    fn heritage(&mut self, tree: Tree<'_>) {
        let mut open = children(tree);
        let mut text = self.text_of(tree).to_owned();
        // C#: what is handed up stands beside the name of a parent.
        if self.is(tree, Part::BaseList) && open.iter().any(|part| self.is(*part, Part::Handed)) {
            open.push(tree);
        }
        while let Some(part) = open.pop() {
            match () {
                () if self.is(part, Part::ParentCall) => {
                    self.parent_call(part);
                    // What is handed up names no parent.
                    let handed = self.child_that_is(part, Part::Handed);
                    text = handed.map_or(text.clone(), |handed| text.replace(self.text_of(handed), " "));
                }
                () if self.is(part, Part::Delegation) => open.extend(children(part)),
                () => {}
            }
        }
        let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        let names = words.filter(|word| !word.is_empty() && !matches!(*word, "extends" | "implements" | "super"));
        let names: Vec<Box<str>> = names.map(Into::into).collect();
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.supers.extend(names);
        }
    }

    /// Kotlin, C#: `: Resource(http, "/path")`, with what the constructor beside the name of the class gets.
    fn parent_call(&mut self, tree: Tree<'_>) {
        let is_own = |of: &Function| of.class == self.class && &*of.name == "constructor";
        let constructor = self.form.functions.iter().rposition(is_own).map(offset);
        let outer = self.function;
        self.function = constructor.unwrap_or(outer);
        let call = if self.is(tree, Part::CallOfParent) { self.expr(tree) } else { self.base_call(tree) };
        self.function = outer;
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.parent_calls.push(call);
        }
    }

    /// Kotlin, C#, records: parameters beside the name are fields.
    fn primary_constructor(&mut self, tree: Tree<'_>) {
        let mut list = vec![tree];
        let constructor =
            Function { name: "constructor".into(), class: self.class, span: span(tree), ..Function::default() };
        self.form.functions.push(constructor);
        let id = offset(self.form.functions.len() - 1);
        let outer = std::mem::replace(&mut self.function, id);
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.methods.push(id);
        }
        while let Some(part) = list.pop() {
            for child in children(part) {
                if self.is(child, Part::Parameters) {
                    list.push(child);
                    continue;
                }
                let named = field(child, &["name"]).or_else(|| self.child_that_is(child, Part::PlainIdentifier));
                let Some(named) = named else { continue };
                let name = self.plain_name(named);
                let of_type = self.child_that_is(child, Part::Type);
                let of_type = of_type.map(|of| last_of(self.text_of(of)).into());
                let default = children(child).last().copied().filter(|last| self.role(*last) == Some(Role::Text));
                let default = default.map(|value| self.expr(value));
                let parameter = Parameter { name: name.as_str().into(), of_type, default, ..Parameter::default() };
                self.form.functions[id as usize].parameters.push(parameter);
                let value = self.add(child, Expr::Name(name.as_str().into()));
                self.set_field(&name, value);
            }
        }
        self.function = outer;
    }

    fn struct_fields(&mut self, tree: Tree<'_>) {
        let mut open = vec![tree];
        while let Some(part) = open.pop() {
            if self.is(part, Part::FieldDeclaration) {
                let of = field(part, &["type"]).map(|of| last_of(self.text_of(of)).to_owned());
                let mut cursor = part.walk();
                let names: Vec<Tree<'_>> = part.children_by_field_name("name", &mut cursor).collect();
                match of {
                    // Go: a type in a struct without a name lends it its methods.
                    Some(of) if names.is_empty() => self.extend(&of),
                    Some(of) => names.into_iter().for_each(|name| self.set_type(self.text_of(name), &of)),
                    None => {}
                }
            } else {
                // In the order that they stand in: an object may be made with them one by one.
                open.extend(children(part).into_iter().rev());
            }
        }
    }

    /// The class here has what `parent` has.
    pub(super) fn extend(&mut self, parent: &str) {
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.supers.push(parent.into());
        }
    }

    pub(super) fn set_field(&mut self, name: &str, value: Id) {
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.fields.push((name.into(), value));
        }
    }

    pub(super) fn set_type(&mut self, name: &str, of: &str) {
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.types.push((name.into(), of.into()));
        }
    }

    pub(super) fn declare(&mut self, tree: Tree<'_>) -> Id {
        let all = children(tree);
        let mut cursor = tree.walk();
        let names: Vec<Tree<'_>> = tree.children_by_field_name("name", &mut cursor).filter(Tree::is_named).collect();
        let alias = field(tree, &["alias"]);
        let target = alias.or_else(|| field(tree, &["property"])).or_else(|| names.first().copied());
        let target = target.or_else(|| {
            all.iter()
                .copied()
                .find(|child| self.is(*child, Part::Declaration) || self.role(*child) == Some(Role::Name))
        });
        let Some(target) = target else { return self.block(tree) };
        let of = field(tree, &["type"]).or_else(|| tree.parent().and_then(|parent| field(parent, &["type"])));
        if let (true, Some(of)) = (self.in_class_body, of) {
            let (name, of) =
                (self.plain_name(target), last_of(self.text_of(of).trim_start_matches([':', ' '])).to_owned());
            self.set_type(&name, &of);
        }
        if let Some(accessor) = all.iter().find(|child| self.is(**child, Part::AccessorBody)) {
            return self.accessor(tree, target, *accessor);
        }
        let value = field(tree, &["value", "default_value"]).or_else(|| {
            let last = all.last().copied().filter(|last| *last != target && !self.is(*last, Part::Type));
            if alias.is_some() { all.first().copied() } else { last }
        });
        let Some(value) = value else { return self.unknown(tree) };
        if self.is(tree, Part::EnumEntry) {
            return self.entry_of(tree, target);
        }
        if self.is(value, Part::Several) && names.len() > 1 {
            let values = children(value);
            for (name, value) in names.iter().zip(values) {
                let value = self.expr(value);
                self.assign_to(*name, value);
            }
            return self.unknown(tree);
        }
        let id = if self.is(value, Part::ArrowBody) { self.through(value, false) } else { self.expr(value) };
        let id = match field(tree, &["type"]).filter(|_| self.is(tree, Part::TypedConstant)) {
            Some(of) => {
                let (name, of) = (self.plain_name(target), last_of(self.text_of(of)).to_owned());
                self.typed_constant(tree, &name, &of, id)
            }
            None => id,
        };
        self.assign_to(target, id);
        if self.is(tree, Part::EnumCase) {
            let name = self.plain_name(target);
            self.entry_worth(&name, id);
        }
        id
    }

    /// A property whose value is worked out when it is asked for.
    fn accessor(&mut self, tree: Tree<'_>, target: Tree<'_>, accessor: Tree<'_>) -> Id {
        let name = last_of(self.text_of(target)).to_owned();
        if let Some(value) = field(tree, &["value"]) {
            let id = self.expr(value);
            self.set_field(&name, id);
            return id;
        }
        let function = Function {
            name: name.as_str().into(),
            parent: self.function,
            class: self.class,
            span: span(tree),
            ..Function::default()
        };
        self.form.functions.push(function);
        let id = offset(self.form.functions.len() - 1);
        if let Some(class) = self.class.and_then(|class| self.form.classes.get_mut(class as usize)) {
            class.methods.push(id);
        }
        let outer = (std::mem::replace(&mut self.function, id), std::mem::replace(&mut self.in_class_body, false));
        let last = self.block(accessor);
        if self.language.semantics.last_is_result {
            self.form.functions[id as usize].results.push(last);
        }
        (self.function, self.in_class_body) = outer;
        self.unknown(tree)
    }
}
