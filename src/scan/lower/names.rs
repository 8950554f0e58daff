//! Names, members, keys, imports.

use tree_sitter::Node as Tree;

use super::text::unquoted;
use super::tree::Lower;
use crate::scan::form::{Expr, Id, Import};
use crate::syntax::{Part, Role, children, field};

impl Lower<'_> {
    pub(super) fn name(&mut self, tree: Tree<'_>) -> Id {
        let text = self.text_of(tree);
        if let Some(own) = text.strip_prefix("@").filter(|_| self.role(tree) != Some(Role::Annotation)) {
            let this = self.add(tree, Expr::Name("self".into()));
            return self.add(tree, Expr::Member(this, own.trim_start_matches('@').into()));
        }
        let name = plain(text);
        // Some grammars take these for names.
        if matches!(text, "null" | "true" | "false") {
            return self.constant(tree);
        }
        self.add(tree, Expr::Name(name.into()))
    }

    pub(super) fn last_name(&mut self, tree: Tree<'_>) -> Id {
        let name = last_of(self.text_of(tree));
        self.add(tree, Expr::Name(name.into()))
    }

    pub(super) fn member(&mut self, tree: Tree<'_>) -> Id {
        let all = children(tree);
        let object = field(tree, &["object", "operand", "expression", "scope", "condition"]);
        let name = field(tree, &["property", "attribute", "field", "name"]);
        let object = object.or_else(|| all.first().copied().filter(|first| Some(*first) != name));
        let name = name.or_else(|| all.last().copied());
        let Some(name) = name else { return self.unknown(tree) };
        let Some(object) = object.filter(|object| *object != name) else {
            // `?.name` alone: the object stands before it.
            let text = last_of(self.text_of(name));
            return self.add(tree, Expr::Name(text.into()));
        };
        let object = self.expr(object);
        // `a?.b(c)`: the call is the member.
        if self.role(name) == Some(Role::Call) {
            return self.call_on(name, object);
        }
        if self.is(name, Part::MemberAlone) {
            let text = plain(last_of(self.text_of(name)));
            return self.add(tree, Expr::Member(object, text.into()));
        }
        let text = self.plain_name(name);
        self.add(tree, Expr::Member(object, text.into()))
    }

    /// A name without sigils and type arguments.
    pub(super) fn plain_name(&self, tree: Tree<'_>) -> String {
        let text = self.text_of(tree);
        let text = text.split(['<', '(']).next().unwrap_or(text);
        plain(text.trim()).to_owned()
    }

    pub(super) fn index(&mut self, tree: Tree<'_>) -> Id {
        let all = children(tree);
        let (Some(object), Some(key)) = (all.first().copied(), all.last().copied().filter(|_| all.len() > 1)) else {
            return self.through(tree, false);
        };
        let object = self.expr(object);
        let key = match self.is(key, Part::KeyList) {
            true => self.through(key.named_child(0).unwrap_or(key), true),
            false => self.expr(key),
        };
        if let Expr::Text(text) = self.form.expr(key)
            && !text.contains('/')
        {
            let text = text.clone();
            return self.add(tree, Expr::Member(object, text));
        }
        self.add(tree, Expr::Index(object, key))
    }

    /// The text of a key: `key:`, `"key":`, `:key =>`.
    pub(super) fn key(&self, tree: Tree<'_>) -> Box<str> {
        plain(unquoted(self.text_of(tree)).trim_end_matches(':')).into()
    }

    pub(super) fn import(&mut self, tree: Tree<'_>) -> Id {
        match () {
            () if self.is(tree, Part::ImportFrom) => self.python_import(tree),
            () if self.is(tree, Part::ImportStatement) => self.script_import(tree),
            () if self.is(tree, Part::ImportPackage) => self.go_import(tree),
            () => {}
        }
        self.unknown(tree)
    }

    /// `export { a } from "./b"`, `export * from "./b"`.
    pub(super) fn again(&mut self, tree: Tree<'_>, source: Tree<'_>) {
        let module: Box<str> = unquoted(self.text_of(source)).into();
        let mut named = Vec::new();
        if let Some(clause) = self.child_that_is(tree, Part::ExportList) {
            for part in children(clause) {
                if let Some(name) = field(part, &["name"]) {
                    named.push((field(part, &["alias"]).unwrap_or(name), name));
                }
            }
        }
        if named.is_empty() {
            self.form.imports.push(Import { local: "*".into(), module, name: None });
            return;
        }
        for (local, name) in named {
            let (local, name) = (self.text_of(local).into(), Some(self.text_of(name).into()));
            self.form.imports.push(Import { local, module: module.clone(), name });
        }
    }

    /// `crm "shop.example/app/internal/crm"`: a package goes by its last name, unless it is given another one.
    fn go_import(&mut self, tree: Tree<'_>) {
        let Some(path) = field(tree, &["path"]) else { return };
        let module = unquoted(self.text_of(path));
        let is_version = |part: &&str| part.strip_prefix('v').is_some_and(|rest| rest.parse::<u32>().is_ok());
        let last = module.rsplit('/').find(|part| !is_version(part)).unwrap_or(module);
        let local = field(tree, &["name"]).map_or(last, |name| self.text_of(name));
        self.form.imports.push(Import { local: local.into(), module: module.into(), name: None });
    }

    fn python_import(&mut self, tree: Tree<'_>) {
        let Some(module) = field(tree, &["module_name"]) else { return };
        let module = self.text_of(module).to_owned();
        let mut cursor = tree.walk();
        let names: Vec<Tree<'_>> = tree.children_by_field_name("name", &mut cursor).collect();
        for name in names {
            let local = field(name, &["alias"]).unwrap_or(name);
            let there = field(name, &["name"]).unwrap_or(name);
            let import = Import {
                local: self.text_of(local).into(),
                module: module.as_str().into(),
                name: Some(self.text_of(there).into()),
            };
            self.form.imports.push(import);
        }
    }

    fn script_import(&mut self, tree: Tree<'_>) {
        let Some(source) = field(tree, &["source"]) else {
            // Python: `import a.b as c`.
            for name in children(tree) {
                let local = field(name, &["alias"]).unwrap_or(name);
                let module = field(name, &["name"]).unwrap_or(name);
                let (local, module) = (self.text_of(local).into(), self.text_of(module).into());
                self.form.imports.push(Import { local, module, name: None });
            }
            return;
        };
        let module: Box<str> = unquoted(self.text_of(source)).into();
        let mut open = children(tree);
        while let Some(part) = open.pop() {
            let (local, name) = match () {
                () if self.is(part, Part::PlainIdentifier) => (self.text_of(part), Some("default")),
                () if self.is(part, Part::NamespaceImport) => {
                    let Some(name) = part.named_child(0) else { continue };
                    (self.text_of(name), None)
                }
                () if self.is(part, Part::NamedImport) => {
                    let (name, alias) = (field(part, &["name"]), field(part, &["alias"]));
                    let Some(name) = name else { continue };
                    (self.text_of(alias.unwrap_or(name)), Some(self.text_of(name)))
                }
                () if self.is(part, Part::ImportList) => {
                    open.extend(children(part));
                    continue;
                }
                () => continue,
            };
            let import = Import { local: local.into(), module: module.clone(), name: name.map(Into::into) };
            self.form.imports.push(import);
        }
    }
}

/// A name without sigils.
pub(super) fn plain(text: &str) -> &str {
    text.trim_start_matches(['$', '@', '#', '&', '*', '?', '.', ':']).trim_end_matches(['?', '!'])
}

/// The last part of a name with several, without what it is parameterised with.
pub(super) fn last_of(text: &str) -> &str {
    let text = text.split(['<', '(', '[']).next().unwrap_or(text).trim();
    text.rsplit(['.', '\\', ':', ' ']).next().unwrap_or(text).trim_start_matches(['*', '&', '?'])
}
