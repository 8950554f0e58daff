//! Functions with their parameters, and names that get values.

use tree_sitter::Node as Tree;

use super::names::last_of;
use super::tree::Lower;
use crate::scan::form::{Assignment, Expr, Function, Id, Parameter};
use crate::syntax::{Part, Role, children, field, offset, span};

impl Lower<'_> {
    pub(super) fn function(&mut self, tree: Tree<'_>, is_lambda: bool) -> Id {
        let name = field(tree, &["name"]).or_else(|| self.child_that_is(tree, Part::Identifier).filter(|_| !is_lambda));
        let name = name.map_or_else(String::new, |name| self.plain_name(name));
        let function = Function {
            name: name.as_str().into(),
            parent: self.function,
            class: self.class,
            span: span(tree),
            is_lambda,
            is_generic: self.child_that_is(tree, Part::GenericMark).is_some(),
            ..Function::default()
        };
        self.form.functions.push(function);
        let id = offset(self.form.functions.len() - 1);
        let known_bounds = self.bounds.len();
        self.note_bounds(tree);
        let is_method = self.in_class_body && !is_lambda;
        if let (true, Some(class)) = (is_method, self.class) {
            self.form.classes[class as usize].methods.push(id);
        }
        let outer = (self.function, self.in_class_body, self.branch, self.class);
        (self.function, self.in_class_body, self.branch) = (id, false, span(tree));
        for child in children(tree) {
            if self.is(child, Part::Prefix) {
                self.expr(child);
            }
        }
        if let Some(receiver) = field(tree, &["receiver"]) {
            self.receiver(receiver, id);
        }
        if let Some(list) = self.parameters_of(tree) {
            self.parameters(list);
        }
        if let Some(base) = self.child_that_is(tree, Part::ParentInitializer) {
            self.base_call(base);
        }
        let of_first = self.parameters_of(tree).and_then(|list| list.named_child(0));
        let is_extension = of_first.is_some_and(|first| {
            first
                .child(0)
                .is_some_and(|modifier| Some(self.text_of(modifier)) == self.language.semantics.extension_mark)
        });
        self.form.functions[id as usize].is_extension = is_extension;
        self.body(tree);
        self.bounds.truncate(known_bounds);
        (self.function, self.in_class_body, self.branch, self.class) = outer;
        let value = self.add(tree, Expr::Function(id));
        if !is_method && !is_lambda && !name.is_empty() {
            self.bind(&name, value, tree);
        }
        value
    }

    fn body(&mut self, tree: Tree<'_>) {
        let body = field(tree, &["body"])
            .or_else(|| children(tree).into_iter().rev().find(|child| self.is(*child, Part::Body)));
        let is_kotlin_lambda = self.is(tree, Part::LambdaLiteral);
        let Some(body) = body.or(is_kotlin_lambda.then_some(tree)) else { return };
        let is_block = self.is(body, Part::BlockBody);
        let value = if is_kotlin_lambda { self.block(body) } else { self.expr(body) };
        if !is_block || self.language.semantics.last_is_result {
            self.give(value);
        }
    }

    fn give(&mut self, value: Id) {
        if let Some(function) = self.current() {
            function.results.push(value);
        }
    }

    pub(super) fn result(&mut self, tree: Tree<'_>) -> Id {
        let inner: Vec<Id> = children(tree).into_iter().map(|child| self.expr(child)).collect();
        if let Some(first) = inner.first() {
            self.give(*first);
        }
        self.unknown(tree)
    }

    /// Go: `func (c *Client) Get(…)` is a method of `Client`, which calls itself `c`.
    fn receiver(&mut self, tree: Tree<'_>, id: u32) {
        let Some(parameter) = tree.named_child(0) else { return };
        let of = field(parameter, &["type"]).map(|of| last_of(self.text_of(of)).to_owned()).unwrap_or_default();
        let class = self.class_named(&of);
        self.class = Some(class);
        self.form.classes[class as usize].methods.push(id);
        let name = field(parameter, &["name"]).map(|name| self.text_of(name).into());
        if let Some(function) = self.current() {
            function.class = Some(class);
            function.receiver = name;
        }
    }

    fn parameters(&mut self, list: Tree<'_>) {
        if self.role(list) == Some(Role::Name) || self.is(list, Part::ImplicitParameter) {
            let name = self.plain_name(list);
            self.parameter_named(Parameter { name: name.into(), ..Parameter::default() });
            return;
        }
        // C#: `params string[] parts` stands in the list itself.
        let rest = field(list, &["name"]).filter(|_| self.is(list, Part::ParameterList));
        let of_rest = rest.and_then(|_| field(list, &["type"]));
        for child in children(list).into_iter().filter(|child| Some(*child) != rest && Some(*child) != of_rest) {
            self.parameter(child);
        }
        if let Some(rest) = rest {
            let name = self.plain_name(rest).into();
            self.parameter_named(Parameter { name, is_rest: true, ..Parameter::default() });
        }
    }

    fn parameter(&mut self, tree: Tree<'_>) {
        // Python: a lone `/` or `*` between parameters.
        if self.is(tree, Part::Separator) {
            return;
        }
        let is_first = self.current().is_some_and(|function| function.parameters.is_empty());
        let is_beside = tree.parent().is_some_and(|list| list.kind() == "function_value_parameters")
            && tree.kind() != "parameter"
            && !tree.kind().contains("modifier");
        if self.role(tree) == Some(Role::Text) || (!is_first && (is_beside || self.is(tree, Part::Literal))) {
            // Kotlin: a default stands beside its parameter.
            let value = self.expr(tree);
            if let Some(last) = self.current().and_then(|function| function.parameters.last_mut()) {
                last.default = Some(value);
            }
            return;
        }
        let of_type = field(tree, &["type"])
            .or_else(|| self.child_that_is(tree, Part::Type).filter(|_| self.is(tree, Part::Parameter)));
        let of_type = of_type.map(|of| self.bound_of(last_of(self.text_of(of).trim_start_matches([':', ' ']))));
        let default = field(tree, &["value", "default_value", "right"]);
        let default = default.or_else(|| {
            let last = children(tree).last().copied();
            last.filter(|last| self.is(tree, Part::PlainParameter) && self.role(*last) == Some(Role::Text))
        });
        let pattern = field(tree, &["pattern", "left"]).unwrap_or(tree);
        let mut cursor = tree.walk();
        let names: Vec<Tree<'_>> = tree.children_by_field_name("name", &mut cursor).collect();
        let default = default.map(|value| self.expr(value));
        let choices = field(tree, &["type"]).and_then(|of| self.choices(of));
        if takes_items(pattern.kind()) {
            let items = children(pattern).into_iter().map(|part| self.plain_name(part));
            let parts = (0..).zip(items).map(|(place, name): (usize, String)| {
                let name = name.split(':').next().unwrap_or_default().trim();
                (name.into(), place.to_string().into(), None)
            });
            let parts = parts.collect();
            self.parameter_named(Parameter { of_type, default, parts, ..Parameter::default() });
            return;
        }
        if self.is(pattern, Part::ObjectPattern) {
            let parts = self.parts(pattern);
            self.parameter_named(Parameter { of_type, default, choices, parts, ..Parameter::default() });
            return;
        }
        if names.len() > 1 {
            for name in names {
                let name = self.plain_name(name).into();
                self.parameter_named(Parameter { name, of_type: of_type.clone(), ..Parameter::default() });
            }
            return;
        }
        let own = names.first().copied().unwrap_or_else(|| {
            let inner = self.child_that_is(pattern, Part::Identifier);
            inner.filter(|_| self.role(pattern) != Some(Role::Name)).unwrap_or(pattern)
        });
        let name = self.plain_name(own);
        if matches!(name.as_str(), "self" | "cls") && is_first {
            return;
        }
        let is_field = self.has_modifier(tree);
        let is_rest = self.takes_the_rest(pattern) || self.takes_the_rest(tree);
        let of_type = of_type.filter(|_| !is_rest);
        let choices = choices.filter(|_| !is_rest);
        let name_text = name.as_str().into();
        let is_optional = self.may_be_nothing(tree);
        let parameter =
            Parameter { name: name_text, of_type, default, is_rest, is_optional, choices, parts: Vec::new() };
        self.parameter_named(parameter);
        if is_field {
            let value = self.add(tree, Expr::Name(name.as_str().into()));
            self.set_field(&name, value);
        }
    }

    /// Whether the type of a parameter lets it be nothing.
    fn may_be_nothing(&self, tree: Tree<'_>) -> bool {
        let own =
            field(tree, &["type"]).or_else(|| children(tree).into_iter().find(|child| child.kind().contains("type")));
        let text = own.map_or("", |own| self.text_of(own)).trim();
        tree.kind() == "optional_parameter"
            || text.starts_with('?')
            || text.ends_with('?')
            || ["None", "Optional", "null", "undefined"].iter().any(|word| text.contains(word))
    }

    fn parameter_named(&mut self, parameter: Parameter) {
        if let Some(function) = self.current() {
            function.parameters.push(parameter);
        }
    }

    /// What an object is taken apart into: local name, key, default.
    pub(super) fn parts(&mut self, pattern: Tree<'_>) -> Vec<(Box<str>, Box<str>, Option<Id>)> {
        let mut parts = Vec::new();
        for child in children(pattern) {
            match () {
                () if self.is(child, Part::PairPattern) => {
                    let (Some(key), Some(value)) = (field(child, &["key"]), field(child, &["value"])) else { continue };
                    let local = field(value, &["left"]).unwrap_or(value);
                    if self.is(local, Part::ObjectPattern) {
                        let key = self.key(key);
                        let inner = self.parts(local);
                        let below = |(name, part, default): (Box<str>, Box<str>, Option<Id>)| {
                            (name, Box::from(format!("{key}.{part}")), default)
                        };
                        parts.extend(inner.into_iter().map(below));
                        continue;
                    }
                    let default = field(value, &["right"]).map(|value| self.expr(value));
                    parts.push((self.text_of(local).into(), self.key(key), default));
                }
                () if self.is(child, Part::DefaultPattern) => {
                    let Some(left) = field(child, &["left"]) else { continue };
                    let default = field(child, &["right"]).map(|value| self.expr(value));
                    parts.push((self.text_of(left).into(), self.text_of(left).into(), default));
                }
                () if self.is(child, Part::ShorthandPattern) => {
                    parts.push((self.text_of(child).into(), self.text_of(child).into(), None));
                }
                () => {}
            }
        }
        parts
    }

    /// Gives `value` to a local name.
    pub(super) fn bind(&mut self, name: &str, value: Id, tree: Tree<'_>) {
        let assignment = Assignment { name: name.into(), value, at: span(tree).0, branch: self.branch };
        if let Some(function) = self.current() {
            function.assignments.push(assignment);
        }
    }

    fn parameters_of<'t>(&self, tree: Tree<'t>) -> Option<Tree<'t>> {
        field(tree, &["parameters", "parameter"]).or_else(|| self.child_that_is(tree, Part::Parameters))
    }

    /// Whether a parameter takes all that is handed in from its place on.
    fn takes_the_rest(&self, tree: Tree<'_>) -> bool {
        self.is(tree, Part::Rest) || tree.child(0).is_some_and(|first| self.is(first, Part::RestMark))
    }

    /// Whether a parameter of a constructor is a field as well.
    fn has_modifier(&self, tree: Tree<'_>) -> bool {
        self.is(tree, Part::Promoted)
            || self.is(tree, Part::FieldParameter) && self.child_that_is(tree, Part::Accessibility).is_some()
            || self.is(tree, Part::RequiredParameter)
                && tree.child(0).is_some_and(|first| self.is(first, Part::Readonly))
    }
}

/// Whether a parameter of this kind takes a list apart.
fn takes_items(kind: &str) -> bool {
    matches!(kind, "array_pattern" | "multi_variable_declaration" | "destructured_parameter")
}
