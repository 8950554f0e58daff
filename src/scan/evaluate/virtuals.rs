//! What an object is asked for in a method of a class that others extend: each of them may say it in its own way.
//!
//! Owns the object as one more parameter of such a method, so that a caller says which heir it is. Where no heir has an own
//! answer, and in a constructor, the class itself is asked, as ever.

use super::evaluator::Evaluator;
use crate::scan::condition::Condition;
use crate::scan::form::{Expr, Id};
use crate::scan::value::{ClassRef, FunctionRef, Parameter, Site, Value, Values, few};
use crate::scan::words::{self, Meaning};

/// The place of the object among the parameters of its method.
const THIS: u16 = u16::MAX;

/// How many classes are looked at below one.
const MOST_HEIRS: usize = 48;

impl Evaluator<'_> {
    /// Whether the parameter is something of the object that its method is called on.
    pub(super) fn is_of_this(parameter: &Parameter) -> bool {
        parameter.place == THIS
    }

    /// `this.name` in `function`, where heirs of its class answer it each in its own way.
    pub(super) fn of_this(&self, file: u32, function: u32, name: &str) -> Option<Value> {
        let method = self.method_around(file, function)?;
        let class = (file, self.class_of(file, function)?);
        let own = &self.program.form(file).classes[class.1 as usize].name;
        let is_method = !words::is_constructor(&self.program.form(file).function(method).name, own);
        (is_method && self.heirs_say(class, name))
            .then(|| Value::Parameter(Parameter { of: (file, method), place: THIS, path: [name.into()].into() }))
    }

    /// Whether the expression is the object itself, or its class.
    pub(super) fn is_this(&self, file: u32, id: Id) -> bool {
        let form = self.program.form(file);
        match form.expr(id) {
            Expr::Name(name) => {
                let is_receiver = form.function(form.node(id).function).receiver.as_ref() == Some(name);
                words::means(Meaning::OwnObject, name) && !is_receiver
            }
            // Ruby: `self.class` is a call.
            Expr::Call { callee, arguments, .. } => {
                arguments.is_empty() && matches!(form.expr(*callee), Expr::Member(..)) && self.is_this(file, *callee)
            }
            Expr::Member(object, name) => words::means(Meaning::ClassOfObject, name) && self.is_this(file, *object),
            _ => false,
        }
    }

    /// What the object is asked for with `parameter`, of the object that the call at `site` is on.
    pub(super) fn handed_this(&self, parameter: &Parameter, site: Site) -> Values {
        let Some((first, rest)) = parameter.path.split_first() else { return Values::default() };
        let form = self.program.form(site.0);
        let Expr::Call { callee, .. } = form.expr(site.1) else { return self.this_at_rest(parameter) };
        let here = form.node(site.1).function;
        let of_own = || -> Values {
            let class = self.class_of(site.0, here).map(|class| (site.0, class));
            let open = self.of_this(site.0, here, first).map(|value| Values::from([value]));
            open.or_else(|| class.map(|class| self.class_member(class, first, None))).unwrap_or_default()
        };
        let found = match form.expr(*callee) {
            Expr::Member(object, _) if !self.is_this(site.0, *object) && !self.is_parent(site.0, *object) => {
                let objects = self.eval((site.0, *object));
                let known = objects.iter().filter(|object| matches!(object, Value::Instance(..) | Value::Class(_)));
                few(known.flat_map(|object| self.member(site.0, object, first).to_vec()).collect())
            }
            Expr::Member(..) | Expr::Name(_) => of_own(),
            _ => Values::default(),
        };
        if found.is_empty() || found.iter().all(|value| matches!(value, Value::Outside(..))) {
            return self.this_at_rest(parameter);
        }
        let of_rest = rest.iter().fold(self.got(&found), |values, key| {
            few(values.iter().flat_map(|value| self.member(site.0, value, key).to_vec()).collect())
        });
        self.got(&of_rest)
    }

    /// What the object is asked for where nobody says which one it is: what its class says, or all of its heirs.
    pub(super) fn this_at_rest(&self, parameter: &Parameter) -> Values {
        let (file, method) = parameter.of;
        let Some(class) = self.class_of(file, method) else { return Values::default() };
        let Some((first, rest)) = parameter.path.split_first() else { return Values::default() };
        let found = self.got(&self.class_member((file, class), first, None));
        let found = rest.iter().fold(found, |values, key| {
            few(values.iter().flat_map(|value| self.member(file, value, key).to_vec()).collect())
        });
        self.got(&found)
    }

    /// `value`, which a method of `class` or of what it extends gives, as it is for an object of `class`.
    pub(in crate::scan) fn as_of(&self, class: ClassRef, value: &Value) -> Values {
        let own = self.replaced(
            value,
            &|parameter| {
                let (first, _) = parameter.path.split_first().filter(|_| Self::is_of_this(parameter))?;
                Some(self.asked(class, first))
            },
            &Condition::clone,
        );
        few(own.iter().flat_map(|value| self.defaults(value).to_vec()).collect())
    }

    fn is_parent(&self, file: u32, id: Id) -> bool {
        let source = self.program.file(file);
        matches!(source.form.expr(id), Expr::Name(name) if words::means(Meaning::ParentObject, name)
            || source.language.semantics.own_names.contains(&&**name))
    }

    /// The method that `function` is, or stands in.
    fn method_around(&self, file: u32, function: u32) -> Option<u32> {
        let form = self.program.form(file);
        let mut at = function;
        while at != 0 {
            let here = form.function(at);
            if here.class.is_some_and(|class| form.classes[class as usize].methods.contains(&at)) {
                return Some(at);
            }
            at = here.parent;
        }
        None
    }

    /// Whether an heir of the class has a field of this name, or a method that is asked for nothing.
    fn heirs_say(&self, class: ClassRef, name: &str) -> bool {
        if !self.program.file(class.0).language.semantics.has_virtual_methods {
            return false;
        }
        let mut seen: Vec<ClassRef> = vec![class];
        let mut at = 0;
        while let Some(here) = seen.get(at).copied() {
            at += 1;
            let own = &self.program.form(here.0).classes[here.1 as usize].name;
            for heir in self.program.heirs(own) {
                if self.says(*heir, name) {
                    return true;
                }
                if seen.len() < MOST_HEIRS && !seen.contains(heir) {
                    seen.push(*heir);
                }
            }
        }
        false
    }

    fn says(&self, class: ClassRef, name: &str) -> bool {
        let form = self.program.form(class.0);
        let own = &form.classes[class.1 as usize];
        let is_plain = |of: &FunctionRef| {
            let method = form.function(of.1);
            &*method.name == name && method.parameters.is_empty()
        };
        own.fields.iter().any(|(field, _)| &**field == name)
            || own.methods.iter().any(|method| is_plain(&(class.0, *method)))
    }
}
