//! Members: of objects, classes, files, maps, and of what comes from outside.

use super::entries::NAME;
use super::evaluator::Evaluator;
use super::memo::Question;
use crate::scan::value::{ClassRef, FunctionRef, Literal, Piece, Site, Value, Values, few, without_picks};
use crate::scan::words::{self, Meaning};

/// How long a chain of names may be.
const LONGEST_CHAIN: usize = 14;

/// How many classes may wait to be looked at for one member.
const MOST_OPEN: usize = 80;

impl Evaluator<'_> {
    /// `object.name`, asked for in `file`.
    pub(super) fn member(&self, file: u32, object: &Value, name: &str) -> Values {
        let member = || self.extension(file, object, name).unwrap_or_else(|| self.member_of(file, object, name));
        self.deeper(member).unwrap_or_else(|| [Value::outside(name)].into())
    }

    /// C#: a function that is called on what is its first parameter.
    fn extension(&self, file: u32, object: &Value, name: &str) -> Option<Values> {
        if self.program.file(file).language.semantics.extension_mark.is_none()
            || !matches!(object, Value::Parameter(_) | Value::Text(_) | Value::Outside(..))
        {
            return None;
        }
        let is_one = |of: &&FunctionRef| self.program.form(of.0).function(of.1).is_extension;
        let found = self.program.functions_named(name).iter().filter(is_one);
        let found: Vec<Value> = found.take(3).map(|of| Value::Function(*of, None)).collect();
        (!found.is_empty()).then(|| few(found))
    }

    fn member_of(&self, file: u32, object: &Value, name: &str) -> Values {
        match object {
            Value::Instance(_, Some(site)) if name == NAME => {
                self.entry_name(*site).map_or_else(|| [Value::outside("value")].into(), |name| [name].into())
            }
            Value::Instance(class, site) => {
                let found = self.class_member(*class, name, *site);
                if !found.is_empty() {
                    return found;
                }
                let of = &self.program.form(class.0).classes[class.1 as usize].name;
                [Value::Outside([of.clone(), name.into()].into(), None)].into()
            }
            Value::Class(class) => {
                if words::means(Meaning::GivesObjectOfClass, name) {
                    return [Value::Class(*class)].into();
                }
                let found = self.class_member(*class, name, None);
                let inner = || self.program.classes_named(class.0, name).into_iter().find(|inner| inner.0 == class.0);
                let own = &self.program.form(class.0).classes[class.1 as usize];
                match found.is_empty() {
                    false => found,
                    true if own.is_enumeration => [Value::Outside([own.name.clone(), name.into()].into(), None)].into(),
                    true => [inner().map_or_else(|| Value::outside(name), Value::Class)].into(),
                }
            }
            Value::Module(module) => {
                let found = self.module_member(*module, name);
                if found.is_empty() { [Value::outside(name)].into() } else { found }
            }
            Value::Map(entries) => object.get(name).unwrap_or_else(|| {
                // A thing with parts that were given to it later.
                let whole = entries.iter().filter(|(key, _)| &**key == "...").flat_map(|(_, values)| values.iter());
                let own = whole.filter(|value| matches!(value, Value::Instance(..) | Value::Outside(..)));
                let found: Vec<Value> = own.flat_map(|value| self.member(file, value, name).to_vec()).collect();
                if found.is_empty() { [Value::outside(name)].into() } else { few(found) }
            }),
            Value::Parameter(parameter) => [Value::Parameter(parameter.part(name))].into(),
            Value::Pick(entries, parameter) => {
                let part = |values: &Values| {
                    let each = values.iter().flat_map(|value| self.member(file, value, name).to_vec());
                    without_picks(&few(each.collect()))
                };
                let entries = entries.iter().map(|(key, values)| (key.clone(), part(values)));
                [Value::Pick(entries.collect(), parameter.clone())].into()
            }
            // An entry of an enumeration without values is known by its name alone.
            Value::Outside(names, None) if name == NAME && names.len() > 1 => {
                let at = Literal { file: u32::MAX, start: 0, function: 0 };
                names.last().map(|last| Value::literal(last, at)).into_iter().collect()
            }
            // C#: the text that is empty.
            Value::Outside(names, None)
                if words::means(Meaning::EmptyText, name)
                    && matches!(&**names, [of] if words::means(Meaning::TextClass, of)) =>
            {
                let at = Literal { file: u32::MAX, start: 0, function: 0 };
                [Value::literal("", at)].into()
            }
            Value::Outside(names, base) => {
                if let [package] = &**names {
                    let found = self.package_member(file, package, name);
                    if !found.is_empty() {
                        return found;
                    }
                }
                let mut names = names.to_vec();
                if names.len() < LONGEST_CHAIN {
                    names.push(name.into());
                }
                [Value::Outside(names.into(), base.clone())].into()
            }
            // The value of an enumeration's entry is its text.
            Value::Text(_) if name == NAME => [object.clone()].into(),
            Value::Text(_) if words::means(Meaning::TextItself, name) => [object.clone()].into(),
            // The path of a URL, which may have none.
            Value::Text(pieces)
                if words::means(Meaning::PathOfUrl, name)
                    && matches!(pieces.first(), Some(first) if host_end(first).is_some()) =>
            {
                [path_of(pieces)].into()
            }
            // What a URL is asked for is still that URL.
            Value::Text(_) if words::means(Meaning::UrlItself, name) => [object.clone()].into(),
            Value::Function(of, bound) if self.program.form(of.0).function(of.1).parameters.is_empty() => {
                let results = self.given_back(*of, bound.as_ref());
                let found: Vec<Value> = results
                    .iter()
                    .filter(|result| !matches!(result, Value::Function(..)))
                    .flat_map(|result| self.member(file, result, name).to_vec())
                    .collect();
                if found.is_empty() { [Value::outside(name)].into() } else { few(found) }
            }
            // A pair of a map.
            Value::List(items) if items.len() == 2 && words::part_of_pair(name).is_some() => {
                words::part_of_pair(name).and_then(|place| items.get(place)).cloned().into_iter().collect()
            }
            Value::List(items) if name.parse::<usize>().is_ok_and(|place| place < items.len()) => {
                name.parse::<usize>().ok().and_then(|place| items.get(place)).cloned().into_iter().collect()
            }
            Value::Cut | Value::Unsettled => [object.clone()].into(),
            Value::Text(_) | Value::Function(..) | Value::List(_) => [Value::outside(name)].into(),
        }
    }

    /// What a package of the project, imported in `file`, gives others under `name`: its files are one.
    fn package_member(&self, file: u32, package: &str, name: &str) -> Values {
        let files = self.program.package(file, package);
        files
            .into_iter()
            .map(|member| self.module_member(member, name))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// What the file gives others under `name`.
    pub(super) fn module_member(&self, module: u32, name: &str) -> Values {
        self.ask(Question::Shared(module, name.into()))
    }

    pub(super) fn shared_by(&self, module: u32, name: &str) -> Values {
        let mut found: Vec<Value> = Vec::new();
        for text in [name.to_owned(), format!("exports.{name}"), format!("module.exports.{name}")] {
            for site in self.program.globals_in(module, &text) {
                found.extend(self.eval(site).iter().cloned());
            }
        }
        if found.is_empty() {
            found.extend(self.class_called(module, name).map(|at| Value::Class((module, at))));
        }
        if found.is_empty() {
            let whole = ["module.exports", "default", "exports"].map(|whole| self.program.globals_in(module, whole));
            for site in whole.into_iter().flatten() {
                let values = self.eval(site);
                if name == "default" || name.is_empty() {
                    found.extend(values.iter().cloned());
                } else {
                    for value in values.iter() {
                        match value {
                            Value::Map(_) => found.extend(value.get(name).iter().flat_map(|values| values.to_vec())),
                            Value::Class(_) | Value::Instance(..) => {
                                found.extend(self.member(module, value, name).to_vec());
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
        if found.is_empty() {
            if let Some(import) = self.import_of(module, name) {
                for next in self.modules(module, &import.module).iter() {
                    let there = import.name.as_deref().unwrap_or(name);
                    found.extend(self.module_member(*next, there).iter().cloned());
                }
            }
            for next in self.passed_on(module, name) {
                found.extend(self.module_member(next, name).iter().cloned());
            }
        }
        few(found)
    }

    /// The value of a member of a class, worked out where it is a method without parameters.
    pub(in crate::scan) fn asked(&self, class: ClassRef, name: &str) -> Values {
        let found = self.class_member(class, name, None);
        let values = found.iter().flat_map(|value| match value {
            Value::Function(function, bound) => self.given_back(*function, bound.as_ref()),
            value => vec![value.clone()],
        });
        few(values.collect())
    }

    /// A field or method of a class, of what it extends, or of what extends it.
    pub(super) fn class_member(&self, class: ClassRef, name: &str, site: Option<Site>) -> Values {
        self.ask(Question::Member(class, name.into(), site))
    }

    pub(super) fn class_member_of(&self, class: ClassRef, name: &str, site: Option<Site>) -> Values {
        let mut seen = self.program.parts_of(class);
        let mut open: Vec<ClassRef> = seen.iter().rev().copied().collect();
        while let Some(here) = open.pop() {
            let mut found = self.own_member(here, name, site, class);
            if !found.is_empty() {
                // What gives nothing back is left to the heirs: it is abstract, or only says so.
                if found.iter().all(|value| self.gives_nothing(value)) {
                    found.extend(self.of_heirs(class, name));
                }
                return few(found);
            }
            for parent in &self.program.form(here.0).classes[here.1 as usize].supers {
                let parents = self.program.classes_named(here.0, parent).into_iter();
                for parent in parents.flat_map(|parent| self.program.parts_of(parent)) {
                    if !seen.contains(&parent) && open.len() < MOST_OPEN {
                        seen.push(parent);
                        open.insert(0, parent);
                    }
                }
            }
        }
        few(self.of_heirs(class, name))
    }

    fn gives_nothing(&self, value: &Value) -> bool {
        match value {
            Value::Function(of, _) => self.program.form(of.0).function(of.1).results.is_empty(),
            Value::Text(_) => value.whole().is_some_and(|text| text.is_empty()),
            _ => false,
        }
    }

    /// What the classes that extend this one have under `name`.
    fn of_heirs(&self, class: ClassRef, name: &str) -> Vec<Value> {
        let own = &self.program.form(class.0).classes[class.1 as usize].name;
        let heirs = self.program.heirs(own).iter().take(24);
        heirs.flat_map(|heir| self.own_member(*heir, name, None, *heir)).collect()
    }

    /// What the class has of its own; `origin` is what was asked, itself or an heir.
    fn own_member(&self, class: ClassRef, name: &str, site: Option<Site>, origin: ClassRef) -> Vec<Value> {
        let form = self.program.form(class.0);
        let here = &form.classes[class.1 as usize];
        let mut found = Vec::new();
        for (_, value) in here.fields.iter().filter(|(field, _)| &**field == name).take(6) {
            for value in self.eval((class.0, *value)).iter() {
                match value {
                    Value::Parameter(parameter)
                        if parameter.of.0 == class.0 && here.methods.contains(&parameter.of.1) =>
                    {
                        found.extend(self.made_as(class, value, site, origin));
                    }
                    Value::Text(pieces) if pieces.iter().any(|piece| matches!(piece, Piece::Parameter(_))) => {
                        found.extend(self.made_as(class, value, site, origin));
                    }
                    value => found.push(value.clone()),
                }
            }
        }
        if found.is_empty() {
            found = self.made_with(class, name, site.filter(|_| origin == class));
        }
        for method in here.methods.iter().filter(|method| &*form.function(**method).name == name).take(8) {
            // A method of an entry speaks of what the entry was made with.
            let of_entry = site.filter(|_| self.has_entries(class));
            let bound = of_entry.map(|site| super::bound::also(None, &self.constructors(class), site));
            found.push(Value::Function((class.0, *method), bound));
        }
        if found.is_empty() || found.iter().all(|value| matches!(value, Value::Outside(..))) {
            let types = here.types.iter().filter(|(field, _)| &**field == name);
            let of: Vec<Value> =
                types.filter_map(|(_, of)| self.class_meant(class.0, of)).map(|of| Value::Instance(of, None)).collect();
            if !of.is_empty() {
                return of;
            }
        }
        found
    }
}

/// Where the host of an absolute URL ends in its first part.
fn host_end(first: &Piece) -> Option<usize> {
    let Piece::Literal { text, .. } = first else { return None };
    let start = text.find("://").filter(|_| text.starts_with("http"))? + 3;
    Some(text[start..].find('/').map_or(text.len(), |slash| start + slash))
}

/// A URL from its path on.
fn path_of(pieces: &[Piece]) -> Value {
    cut(pieces, |text, end| &text[end..])
}

/// A URL up to its path.
pub(super) fn host_of(url: &Value) -> Value {
    match url {
        Value::Text(pieces) if pieces.first().and_then(host_end).is_some_and(|end| is_shorter(pieces, end)) => {
            cut(&pieces[..1], |text, end| &text[..end])
        }
        other => other.clone(),
    }
}

fn is_shorter(pieces: &[Piece], end: usize) -> bool {
    matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.len() > end)
}

fn cut(pieces: &[Piece], part: impl Fn(&str, usize) -> &str) -> Value {
    let mut own = pieces.to_vec();
    if let Some(first @ Piece::Literal { .. }) = own.first_mut()
        && let Some(end) = host_end(first)
        && let Piece::Literal { text, .. } = first
    {
        *text = part(text, end).into();
    }
    Value::Text(own.into())
}
