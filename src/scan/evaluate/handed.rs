//! What a caller hands in for a parameter, as far as conditions ask: a constant, something, nothing.

use super::evaluator::Evaluator;
use super::guarded::method_named;
use crate::catalog::Method;
use crate::scan::condition::{Condition, Fixed, Handed};
use crate::scan::form::{Constant, Entry, Expr, Id};
use crate::scan::value::{FunctionRef, Parameter, Piece, Site, Value, few};

/// What the argument for a parameter is at a call.
enum Argued {
    Given(Id),
    Absent,
    Unknown,
}

/// What a map that is written out has under a key.
enum Part {
    Here(Site),
    Missing,
    /// It is no such map, or may have more.
    Unknown,
}

impl Evaluator<'_> {
    /// What is known of an expression for a condition.
    pub(super) fn operand(&self, site: Site) -> Handed {
        let form = self.program.form(site.0);
        match form.expr(site.1) {
            Expr::Constant(Constant::Nothing) => return Handed::Fixed(Fixed::Nothing),
            Expr::Constant(Constant::Flag(flag)) => return Handed::Fixed(Fixed::Flag(*flag)),
            Expr::Constant(Constant::Number(number)) => return Handed::Fixed(Fixed::Text(number.as_ref().into())),
            Expr::Map(entries) if !entries.is_empty() => return Handed::Solid,
            Expr::List(items) if !items.is_empty() => return Handed::Solid,
            Expr::Function(_) => return Handed::Solid,
            Expr::Name(name) => {
                if let Some(parameter) = self.plain_parameter(site, name) {
                    return Handed::Parameter(parameter);
                }
            }
            _ => {}
        }
        match &*self.eval(site) {
            [] => Handed::Something,
            [value] => self.handed_value(value),
            _ => Handed::Unknown,
        }
    }

    fn handed_value(&self, value: &Value) -> Handed {
        match value {
            Value::Text(pieces) => match (value.whole(), pieces.first()) {
                (Some(text), _) => Handed::Fixed(Fixed::Text(text.into())),
                (None, Some(Piece::Literal { text, .. })) if !text.is_empty() => Handed::Solid,
                _ => Handed::Something,
            },
            Value::Parameter(parameter) if !Self::is_of_this(parameter) => Handed::Parameter(parameter.clone()),
            Value::Instance(_, Some(site)) if let Some(name) = self.entry_name(*site).and_then(|name| name.whole()) => {
                let text = self.got(&[value.clone()].into()).first().and_then(Value::whole);
                Handed::Fixed(Fixed::Entry(name.into(), text.map(Into::into)))
            }
            Value::Instance(..) => Handed::Solid,
            Value::Outside(names, _) if method_named(names).is_some() => {
                let method = method_named(names).map_or("", Method::as_str);
                Handed::Fixed(Fixed::Text(method.into()))
            }
            _ => Handed::Something,
        }
    }

    /// The parameter that a name stands for, which got no other value before.
    fn plain_parameter(&self, site: Site, name: &str) -> Option<Parameter> {
        let form = self.program.form(site.0);
        let node = form.node(site.1);
        let mut place = node.function;
        while place != 0 {
            let here = form.function(place);
            if here.assignments.iter().any(|own| &*own.name == name && own.at < node.start) {
                return None;
            }
            for (at, parameter) in (0..).zip(&here.parameters) {
                let whole = || Parameter { of: (site.0, place), place: at, path: [].into() };
                if &*parameter.name == name {
                    return Some(whole());
                }
                if let Some((_, key, _)) = parameter.parts.iter().find(|(local, _, _)| &**local == name) {
                    return Some(whole().parts(key));
                }
            }
            place = here.parent;
        }
        None
    }

    /// `condition` as it is where `of` is called at `site`.
    pub(in crate::scan) fn condition_at_call(&self, condition: &Condition, of: FunctionRef, site: Site) -> Condition {
        condition.settled(&|parameter| (parameter.of == of).then(|| self.handed_at(parameter, site)))
    }

    /// What `parameter` is handed at `site`, as far as conditions ask.
    pub(super) fn handed_at(&self, parameter: &Parameter, site: Site) -> Handed {
        let (file, function) = parameter.of;
        let Some(wanted) = self.program.form(file).function(function).parameters.get(usize::from(parameter.place))
        else {
            return Handed::Unknown;
        };
        let default = |default: Option<Id>| {
            default.map_or(Handed::Fixed(Fixed::Nothing), |default| self.operand((file, default)))
        };
        let part_default =
            |key: &str| wanted.parts.iter().find(|(_, part, _)| &**part == key).and_then(|(_, _, id)| *id);
        let given = match self.argued(parameter, site) {
            Argued::Given(id) => (site.0, id),
            Argued::Absent => match (&*parameter.path, wanted.default) {
                ([], own) => return default(own),
                ([key], None) => return default(part_default(key)),
                (_, Some(own)) => (file, own),
                (_, None) => return Handed::Fixed(Fixed::Nothing),
            },
            Argued::Unknown => return Handed::Unknown,
        };
        match &*parameter.path {
            [] => self.operand(given),
            [key] => match self.part_of(given, key) {
                Part::Here(part) => self.operand(part),
                Part::Missing => default(part_default(key)),
                Part::Unknown => self.operand_of_path(given, &parameter.path),
            },
            path => self.operand_of_path(given, path),
        }
    }

    /// What stands under `key` of a map that is written out here, or under a name that got it and nothing else.
    fn part_of(&self, site: Site, key: &str) -> Part {
        let form = self.program.form(site.0);
        let mut id = site.1;
        if let Expr::Name(name) = form.expr(id) {
            let function = form.function(form.node(id).function);
            let inner = format!("{name}.");
            let mut own = function.assignments.iter().filter(|own| *own.name == **name || own.name.starts_with(&inner));
            match (own.next(), own.next()) {
                (Some(only), None) => id = only.value,
                _ => return Part::Unknown,
            }
        }
        let Expr::Map(entries) = form.expr(id) else { return Part::Unknown };
        for entry in entries.iter().rev() {
            match entry {
                Entry::Pair(name, value) if **name == *key => return Part::Here((site.0, *value)),
                Entry::Pair(..) => {}
                Entry::Spread(_) => return Part::Unknown,
            }
        }
        Part::Missing
    }

    fn operand_of_path(&self, site: Site, path: &[Box<str>]) -> Handed {
        let whole = self.eval(site);
        let found = path.iter().fold(whole, |values, key| {
            few(values.iter().flat_map(|value| self.member(site.0, value, key).to_vec()).collect())
        });
        match &*found {
            [value @ (Value::Parameter(_) | Value::Text(_))] => self.handed_value(value),
            [Value::Outside(..)] => Handed::Something,
            _ => Handed::Unknown,
        }
    }

    fn argued(&self, parameter: &Parameter, site: Site) -> Argued {
        let (file, function) = parameter.of;
        let here = self.program.form(file).function(function);
        let Some(wanted) = here.parameters.get(usize::from(parameter.place)) else { return Argued::Unknown };
        let form = self.program.form(site.0);
        let Expr::Call { callee, .. } = form.expr(site.1) else { return Argued::Unknown };
        let is_on_object = here.is_extension && matches!(form.expr(*callee), Expr::Member(..));
        let arguments = self.arguments(site);
        let is_spread = |id: Id| {
            let start = form.node(id).start as usize;
            let before = self.program.file(site.0).source.get(..start).unwrap_or_default();
            before.ends_with(b"...") || before.ends_with(b"*")
        };
        if wanted.is_rest || Self::is_of_this(parameter) || arguments.iter().any(|one| is_spread(one.value)) {
            return Argued::Unknown;
        }
        let named = arguments.iter().find(|argument| argument.name.as_ref().is_some_and(|name| *name == wanted.name));
        let place = usize::from(parameter.place).checked_sub(usize::from(is_on_object));
        let by_place = || {
            let mut own = arguments.iter().filter(|argument| argument.name.is_none());
            own.nth(place?)
        };
        match named.or_else(by_place) {
            Some(argument) => Argued::Given(argument.value),
            // Ruby: named arguments at the end may be one hash.
            None if arguments.iter().any(|one| one.name.is_some())
                && !here
                    .parameters
                    .iter()
                    .any(|own| arguments.iter().any(|one| one.name.as_ref() == Some(&own.name))) =>
            {
                Argued::Unknown
            }
            None if place.is_none() => Argued::Unknown,
            None => Argued::Absent,
        }
    }

    /// `condition` of a call whose last caller nobody is seen to call: what that caller must be handed is something.
    pub(in crate::scan) fn condition_of_uncalled(&self, condition: &Condition) -> Condition {
        condition.settled(&|parameter| {
            let form = self.program.form(parameter.of.0);
            let wanted = form.function(parameter.of.1).parameters.get(usize::from(parameter.place));
            let must = parameter.path.is_empty()
                && wanted.is_some_and(|wanted| wanted.default.is_none() && !wanted.is_optional && !wanted.is_rest);
            Some(if must { Handed::Something } else { Handed::Unknown })
        })
    }

    /// `condition` where nobody is seen to call: what is left out is so, for the text has its default, too.
    pub(super) fn condition_at_rest(&self, condition: &Condition) -> Condition {
        condition.settled(&|parameter| {
            let (file, function) = parameter.of;
            let wanted = self.program.form(file).function(function).parameters.get(usize::from(parameter.place));
            let default = wanted.and_then(|wanted| match &*parameter.path {
                [] => wanted.default,
                [key] => wanted.parts.iter().find(|(_, part, _)| part == key).and_then(|(_, _, default)| *default),
                _ => None,
            });
            Some(match default.map(|default| self.operand((file, default))) {
                Some(Handed::Fixed(fixed @ (Fixed::Text(_) | Fixed::Nothing))) => Handed::Fixed(fixed),
                Some(_) => Handed::Unknown,
                None if wanted.is_some_and(|wanted| wanted.is_optional) => Handed::Unknown,
                None => Handed::Something,
            })
        })
    }
}
