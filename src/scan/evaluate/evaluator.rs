//! The evaluator: expressions and names.

use std::cell::RefCell;
use std::collections::HashMap;

use super::guarded::guarded;
use super::memo::{Memo, Question};
use super::names::{Names, Places};
use crate::scan::condition::Condition;
use crate::scan::form::{Assignment, Entry, Expr, Id};
use crate::scan::program::Program;
use crate::scan::value::{FunctionRef, Literal, MAX_ITEMS, MAX_VALUES, Parameter, Site, Value, Values, few, joined};
use crate::scan::words::{self, Meaning, Meanings};
use crate::syntax::Imports;

/// Answers about the expressions of a program.
pub(in crate::scan) struct Evaluator<'a> {
    pub(in crate::scan) program: &'a Program,
    pub(super) memo: Memo,
    pub(super) names: Names<'a>,
    /// By function: its assignments to parts of something that say what is called.
    pub(super) parts_given: RefCell<HashMap<FunctionRef, Places<'a>>>,
}

impl<'a> Evaluator<'a> {
    /// An evaluator that knows nothing yet.
    pub(in crate::scan) fn new(program: &'a Program) -> Self {
        let nodes = program.files.iter().map(|file| file.form.nodes.len()).sum();
        Self { program, memo: Memo::new(nodes), names: Names::default(), parts_given: RefCell::default() }
    }

    /// What the expression is worth.
    pub(in crate::scan) fn eval(&self, site: Site) -> Values {
        self.ask(Question::Expr(site))
    }

    /// The answer to a question that was not asked before.
    pub(super) fn work_out(&self, question: &Question) -> Values {
        match question {
            Question::Expr(site) => self.worth(*site),
            Question::Member(class, name, site) => self.class_member_of(*class, name, *site),
            Question::Shared(module, name) => self.shared_by(*module, name),
            Question::HandedIn(parameter, site) => self.handed_in(parameter, *site),
        }
    }

    fn worth(&self, site: Site) -> Values {
        let (file, id) = site;
        let form = self.program.form(file);
        let node = form.node(id);
        let at = |id: Id| self.eval((file, id));
        match &node.expr {
            Expr::Unknown | Expr::Constant(_) => Values::default(),
            Expr::Text(text) => {
                let at = Literal { file, start: node.start, function: node.function };
                [Value::literal(text, at)].into()
            }
            Expr::Join(parts) => {
                let parts: Vec<Values> = parts.iter().map(|part| self.text_of((file, *part))).collect();
                joined(&parts)
            }
            Expr::Name(name) => self.name(file, node.function, name, node.start),
            Expr::Member(object, name) => {
                if self.is_this(file, *object)
                    && let Some(open) = self.of_this(file, node.function, name)
                {
                    return [open].into();
                }
                let objects = at(*object);
                if objects.is_empty() {
                    return [Value::outside(name)].into();
                }
                few(objects.iter().flat_map(|object| self.member(file, object, name).to_vec()).collect())
            }
            Expr::Index(object, key) => self.index(file, &self.held(file, *object), &at(*key)),
            Expr::Call { .. } => self.call(site),
            Expr::Map(entries) => {
                let entries = entries.iter().map(|entry| match entry {
                    Entry::Pair(key, value) => (key.clone(), at(*value)),
                    Entry::Spread(value) => (Box::from("..."), at(*value)),
                });
                [Value::Map(entries.collect())].into()
            }
            Expr::List(items) => {
                let one = |item: &Id| match at(*item) {
                    // What stands behind it keeps its place.
                    values if values.is_empty() => vec![Value::outside("value")],
                    values => values.to_vec(),
                };
                [Value::List(items.iter().take(MAX_ITEMS).flat_map(one).collect())].into()
            }
            Expr::Either(ways) => self.either(site, ways),
            Expr::Each(of, place) => self.each(file, *of, *place),
            Expr::Function(function) => [Value::Function((file, *function), None)].into(),
        }
    }

    /// The values of a part of a text, under a name where nothing else is known.
    fn text_of(&self, site: Site) -> Values {
        let values = self.eval(site);
        // C#: `$"{sb}"` asks a builder for its text.
        if let [Value::Outside(..)] = &*values
            && matches!(self.program.form(site.0).expr(site.1), Expr::Name(_))
            && let Some(built) = self.built(site, self.program.form(site.0).node(site.1).start)
        {
            return built;
        }
        if !values.is_empty() {
            return self.got(&values);
        }
        match self.program.form(site.0).expr(site.1) {
            Expr::Call { callee, arguments, .. } => {
                // `encodeURIComponent(dealId)` is called after what it is made from.
                let inner = arguments.first().map_or(*callee, |argument| argument.value);
                self.eval((site.0, inner))
            }
            _ => values,
        }
    }

    /// What `name` stands for in `function` before the byte `at`.
    fn name(&self, file: u32, function: u32, name: &str, at: u32) -> Values {
        let form = self.program.form(file);
        let mut place = function;
        let (mut found, mut is_local) = (Vec::new(), false);
        let meanings = Meanings::of_spelt(name);
        let is_itself = meanings.has(Meaning::OwnObject) || meanings.has(Meaning::ParentObject);
        loop {
            let here = form.function(place);
            let given = self.assignments_to((file, place), name);
            is_local |= place != 0 && given.iter().any(|own| own.at < at);
            if is_itself
                || self.program.file(file).language.semantics.own_names.contains(&name)
                || here.receiver.as_deref() == Some(name)
            {
                let Some(class) = self.class_of(file, place) else { return self.object_around(file, place, name) };
                return [Value::Instance((file, class), None)].into();
            }
            self.assigned(file, &given, at, place == function, &mut found);
            let mut is_settled = !found.is_empty();
            if let Some(value) = self.parameter(file, place, name) {
                // A parameter that got another value in a branch may still be what was handed in.
                let replaced = is_settled && given.iter().any(|own| own.branch == here.span && own.at < at);
                if !replaced {
                    found.extend(value.iter().cloned());
                }
                is_settled = true;
            }
            if is_settled || place == 0 {
                break;
            }
            place = here.parent;
        }
        if found.is_empty() {
            // A local name of which nothing is known hides what others call so.
            let is_field = || {
                self.class_of(file, function)
                    .is_some_and(|class| !self.class_member((file, class), name, None).is_empty())
            };
            found =
                if is_local && !is_field() { vec![Value::outside(name)] } else { self.beyond(file, function, name) };
        }
        let found = self.with_put(file, function, name, at, found);
        few(self.with_assigned(file, function, name, at, found))
    }

    /// What of `given`, the assignments to a name in one function, may still hold at `at`.
    fn assigned(&self, file: u32, given: &[&Assignment], at: u32, is_same: bool, found: &mut Vec<Value>) {
        // In `path = path + "/batch"`, what is put together speaks of what was there before.
        let form = self.program.form(file);
        let is_over = |one: &&&Assignment| !is_same || one.at < at && !(one.at..form.node(one.value).end).contains(&at);
        let mut passed = Condition::Settled(true);
        for (count, assignment) in given.iter().rev().filter(is_over).enumerate() {
            if count == MAX_VALUES {
                found.push(Value::Cut);
                return;
            }
            let values = self.eval((file, assignment.value));
            if !is_same {
                found.extend(values.iter().cloned());
                continue;
            }
            let place = form.node(assignment.value).function;
            let here = Condition::all(self.conditions_between(file, place, assignment.at, Some(at)));
            found.extend(guarded(&values, &Condition::all([here.clone(), passed.clone()])));
            let (start, end) = assignment.branch;
            if start <= at && at < end {
                return;
            }
            // What was there before is left where this one did not happen.
            if !here.is_idle() {
                passed = Condition::all([passed, here.not()]);
            }
        }
        // A function may be called before the line that declares it.
        if is_same && found.is_empty() {
            let declared = given.iter().rev().find(|own| matches!(form.expr(own.value), Expr::Function(_)));
            found.extend(declared.into_iter().flat_map(|own| self.eval((file, own.value)).to_vec()));
        }
    }

    /// What `this` is in a function that is an entry of an object.
    fn object_around(&self, file: u32, function: u32, name: &str) -> Values {
        let form = self.program.form(file);
        let mut place = function;
        while place != 0 {
            let here = form.function(place);
            if let Some(object) = here.of_object {
                let found = self.eval((file, object));
                return if found.is_empty() { [Value::outside(name)].into() } else { found };
            }
            place = here.parent;
        }
        [Value::outside(name)].into()
    }

    /// The parameter `name` of the function, with its default.
    fn parameter(&self, file: u32, function: u32, name: &str) -> Option<Values> {
        let here = self.program.form(file).function(function);
        for (place, parameter) in (0..).zip(&here.parameters) {
            if &*parameter.name == name {
                if let Some(items) = self.items_for((file, function), place, None) {
                    return Some(items);
                }
                let class = parameter.of_type.as_deref().and_then(|of| self.class_meant(file, of));
                if let Some(class) = class.filter(|class| !self.is_data(*class)) {
                    return Some([Value::Instance(class, None)].into());
                }
                return Some([Value::Parameter(Parameter { of: (file, function), place, path: [].into() })].into());
            }
            if let Some((_, key, _)) = parameter.parts.iter().find(|(local, _, _)| &**local == name) {
                let whole = Parameter { of: (file, function), place, path: [].into() };
                let number = key.parse::<u8>().ok();
                if let Some(items) = number.and_then(|number| self.items_for((file, function), place, Some(number))) {
                    return Some(items);
                }
                return Some([Value::Parameter(whole.parts(key))].into());
            }
        }
        None
    }

    /// What `name` stands for where no function on the way has it: the class, the file, an import, other files.
    fn beyond(&self, file: u32, function: u32, name: &str) -> Vec<Value> {
        if let Some(of) = name.strip_prefix("type ") {
            return self.type_named(file, of);
        }
        if let Some(class) = self.class_of(file, function) {
            if let Some(open) = self.of_this(file, function, name) {
                return vec![open];
            }
            let own = self.class_member((file, class), name, None);
            if !own.is_empty() {
                return own.to_vec();
            }
        }
        // What a field begins with stands in no function, and a class may stand in another one: what the file's classes have
        // is near.
        if let Some(class) = self.class_with_field(file, name) {
            let own = self.class_member((file, class), name, None);
            if !own.is_empty() {
                return own.to_vec();
            }
        }
        if let Some(class) = self.class_called(file, name) {
            return vec![Value::Class((file, class))];
        }
        let has_files = self.program.file(file).language.semantics.imports != Imports::Folders;
        if let Some(import) = self.import_of(file, name).filter(|_| has_files) {
            for module in self.modules(file, &import.module).iter() {
                let found = match &import.name {
                    None => vec![Value::Module(*module)],
                    Some(there) => self.module_member(*module, there).to_vec(),
                };
                if !found.is_empty() {
                    return found;
                }
                if import.name.as_deref() == Some("default") {
                    return vec![Value::Module(*module)];
                }
            }
            // Python: `from app import settings` may name a file of the package.
            let inner = import.name.as_ref().and_then(|there| self.program.inner_module(file, &import.module, there));
            if let Some(inner) = inner {
                return vec![Value::Module(inner)];
            }
            let names: Vec<Box<str>> =
                [Some(&import.module), import.name.as_ref()].into_iter().flatten().cloned().collect();
            return vec![Value::Outside(names.into(), None)];
        }
        if self.program.file(file).language.semantics.names_are_global {
            let classes = self.program.classes_named(file, name);
            if !classes.is_empty() {
                return classes.into_iter().map(Value::Class).collect();
            }
            // `import static shop.Paths.TICKETS`
            let holder = self.program.class_with_constant(file, name);
            if let Some(holder) = holder {
                return self.class_member(holder, name, None).to_vec();
            }
            let globals = self.program.globals_anywhere(file, name);
            let mut found: Vec<Value> = globals.into_iter().flat_map(|site| self.eval(site).to_vec()).collect();
            if found.is_empty() {
                found.extend(
                    self.program.functions_anywhere(file, name).into_iter().map(|of| Value::Function(of, None)),
                );
            }
            if !found.is_empty() {
                return found;
            }
        }
        vec![Value::outside(name)]
    }

    /// The class that a function belongs to, itself or through what encloses it.
    pub(super) fn class_of(&self, file: u32, function: u32) -> Option<u32> {
        let form = self.program.form(file);
        let mut place = function;
        loop {
            let here = form.function(place);
            if here.class.is_some() || place == 0 {
                return here.class;
            }
            place = here.parent;
        }
    }

    /// The class of the project that the name of a type means.
    pub(super) fn class_meant(&self, file: u32, name: &str) -> Option<(u32, u32)> {
        let is_plain = words::means(Meaning::NamesNoClass, name);
        let found = self.program.classes_named(file, name);
        found
            .into_iter()
            .find(|(at, class)| !is_plain && !self.program.form(*at).classes[*class as usize].methods.is_empty())
    }

    /// Whether objects of the class only hold something: no method of it is handed anything but its constructor.
    pub(in crate::scan) fn is_data(&self, class: (u32, u32)) -> bool {
        let form = self.program.form(class.0);
        let own = &form.classes[class.1 as usize];
        own.is_enumeration
            || own
                .methods
                .iter()
                .map(|method| form.function(*method))
                .all(|method| words::is_constructor(&method.name, &own.name) || method.parameters.is_empty())
    }

    /// Values with the results of what is asked for without a call: getters, properties, methods without parameters.
    pub(in crate::scan) fn got(&self, values: &Values) -> Values {
        if !values.iter().any(|value| matches!(value, Value::Function(..) | Value::Instance(..))) {
            return values.clone();
        }
        let all = values.iter().flat_map(|value| match value {
            Value::Function(of, bound) if self.program.form(of.0).function(of.1).parameters.is_empty() => {
                self.given_back(*of, bound.as_ref())
            }
            // Ruby: a name alone may be a call.
            Value::Function(of, bound) if self.is_called_by_name(*of) => {
                let given = self.given_back(*of, bound.as_ref());
                given.iter().flat_map(|value| self.defaults(value).to_vec()).collect()
            }
            Value::Instance(class, site) => {
                self.entry_text(*class, *site).map_or_else(|| vec![value.clone()], |text| text.to_vec())
            }
            value => vec![value.clone()],
        });
        few(all.collect())
    }

    fn is_called_by_name(&self, of: FunctionRef) -> bool {
        let function = self.program.form(of.0).function(of.1);
        let semantics = &self.program.file(of.0).language.semantics;
        semantics.last_is_result && !function.is_lambda && function.parameters.iter().all(|one| one.default.is_some())
    }

    /// Values with what functions among them give back, whatever they are handed: holes where that counts.
    pub(in crate::scan) fn got_with_any(&self, values: &Values) -> Values {
        let all = values.iter().flat_map(|value| match value {
            Value::Function(of, bound) => {
                let results = self.given_back(*of, bound.as_ref());
                results.iter().flat_map(|result| self.defaults(result).to_vec()).collect()
            }
            value => vec![value.clone()],
        });
        few(all.collect())
    }

    /// The results of a function, with its own parameters open.
    pub(super) fn results(&self, function: FunctionRef) -> Vec<Value> {
        let here = self.program.form(function.0).function(function.1);
        let form = self.program.form(function.0);
        let mut found: Vec<Value> = Vec::new();
        for (count, result) in here.results.iter().enumerate() {
            if count == MAX_VALUES {
                found.push(Value::Cut);
                break;
            }
            let conditions = self.conditions_at(function.0, function.1, form.node(*result).start);
            found.extend(guarded(&self.eval((function.0, *result)), &Condition::all(conditions)));
        }
        few(found).to_vec()
    }
}
