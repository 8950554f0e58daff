//! What conditions say of parameters, and what then is left of a value.
//!
//! Only what hangs on a parameter is kept: a variable may have got another value meanwhile.

use super::evaluator::Evaluator;
use super::guarded::guarded;
use crate::scan::condition::{Condition, Fixed, Handed};
use crate::scan::form::{Expr, Id, Test};
use crate::scan::value::{Parameter, Piece, Site, Value, Values, few};
use crate::scan::words::{self, Asked};

impl Evaluator<'_> {
    /// What the expression says as a condition.
    pub(in crate::scan) fn condition(&self, site: Site) -> Condition {
        let at = |id: &Id| self.condition((site.0, *id));
        match self.program.form(site.0).tests.get(&site.1) {
            Some(Test::Same(one, others)) => self.same(site.0, *one, others),
            Some(Test::Not(one)) => at(one).not(),
            Some(Test::All(all)) => Condition::all(all.iter().map(at)),
            Some(Test::Any(all)) => Condition::any(all.iter().map(at)),
            Some(Test::Chooses(_)) | None => self.bare(site),
        }
    }

    /// What must hold so that the byte `at` of a function is reached.
    pub(in crate::scan) fn conditions_at(&self, file: u32, function: u32, at: u32) -> Vec<Condition> {
        self.conditions_between(file, function, at, None)
    }

    /// What must hold so that the byte `at` is reached, besides what holds at `known`.
    pub(super) fn conditions_between(&self, file: u32, function: u32, at: u32, known: Option<u32>) -> Vec<Condition> {
        let form = self.program.form(file);
        let mut found = Vec::new();
        let mut place = function;
        loop {
            for guard in self.program.guards_in((file, place)) {
                let (start, end) = guard.span;
                let holds = |at: u32| start <= at && at < end;
                if holds(at) && !known.is_some_and(holds) {
                    let condition = self.condition((file, guard.condition));
                    let condition = if guard.holds { condition } else { condition.not() };
                    if !condition.is_idle() && !found.contains(&condition) {
                        found.push(condition);
                    }
                }
            }
            if place == 0 {
                return found;
            }
            place = form.function(place).parent;
        }
    }

    /// `ways`, of which `test` says one.
    pub(super) fn either(&self, site: Site, ways: &[Id]) -> Values {
        let at = |id: &Id| self.eval((site.0, *id));
        let all = || few(ways.iter().flat_map(|way| at(way).to_vec()).collect());
        match (self.program.form(site.0).tests.get(&site.1), ways) {
            (Some(Test::Chooses(condition)), [one, other]) => {
                let condition = self.condition((site.0, *condition));
                if condition.is_idle() {
                    return all();
                }
                let (one, other) = (at(one), at(other));
                let condition = as_given(condition, &one, &other);
                let mut found = guarded(&one, &condition);
                found.extend(guarded(&other, &condition.not()));
                few(found)
            }
            (Some(Test::Any(_)), [one, others @ ..]) if !others.is_empty() => self.first_of(site.0, *one, others),
            _ => all(),
        }
    }

    /// `one || other`: the first that is something. An empty text beside something says that it is left out.
    fn first_of(&self, file: u32, one: Id, others: &[Id]) -> Values {
        let mut found = self.eval((file, one)).to_vec();
        let lacks = match self.operand((file, one)) {
            Handed::Parameter(parameter) => Some(Condition::Lacks { parameter, or_empty: true }),
            _ => None,
        };
        let is_known = found.iter().any(|value| value.whole().is_some());
        for other in others {
            let values = self.eval((file, *other));
            let is_empty = |value: &Value| value.whole().is_some_and(|text| text.is_empty());
            match &lacks {
                Some(lacks) => found.extend(guarded(&values, lacks)),
                None if !is_known && values.iter().all(is_empty) => {
                    if found.is_empty() {
                        found.push(Value::outside("value"));
                    }
                }
                None => found.extend(values.iter().cloned()),
            }
        }
        few(found)
    }

    /// Whether `one` is one of `others`.
    fn same(&self, file: u32, one: Id, others: &[Id]) -> Condition {
        let mut fixed: Vec<Fixed> = Vec::new();
        let mut of = self.compared((file, one));
        for other in others {
            match self.compared((file, *other)) {
                Handed::Fixed(one) => fixed.push(one),
                // `"GET" == method`
                Handed::Parameter(parameter) if others.len() == 1 => {
                    let Handed::Fixed(one) = of else { return Condition::Open };
                    fixed.push(one);
                    of = Handed::Parameter(parameter);
                    break;
                }
                _ => match self.fixed_items((file, *other)) {
                    Some(items) => fixed.extend(items),
                    None => return Condition::Open,
                },
            }
        }
        let Handed::Parameter(parameter) = of else { return Condition::Open };
        if let Some(whole) = of_length(&parameter) {
            let is_none = fixed.iter().all(|fixed| matches!(fixed, Fixed::Text(text) if &**text == "0"));
            return if is_none { Condition::Lacks { parameter: whole, or_empty: true } } else { Condition::Open };
        }
        match fixed.as_slice() {
            [Fixed::Nothing] => Condition::Lacks { parameter, or_empty: false },
            [Fixed::Text(text)] if text.is_empty() => Condition::Lacks { parameter, or_empty: true },
            [Fixed::Flag(true)] => Condition::True(parameter),
            [Fixed::Flag(false)] => Condition::True(parameter).not(),
            _ => Condition::Is(parameter, fixed.into()),
        }
    }

    /// The items of a list, where all of them are fixed.
    fn fixed_items(&self, site: Site) -> Option<Vec<Fixed>> {
        let values = self.eval(site);
        let [Value::List(items)] = &*values else { return None };
        let text = |item: &Value| item.whole().map(|text| Fixed::Text(text.into()));
        if items.is_empty() { None } else { items.iter().map(text).collect() }
    }

    /// A condition that is no comparison: a parameter, a question to one.
    fn bare(&self, site: Site) -> Condition {
        let form = self.program.form(site.0);
        if let Expr::Call { callee, arguments, .. } = form.expr(site.1) {
            let (object, name) = match form.expr(*callee) {
                Expr::Member(object, name) => (Some(*object), name),
                Expr::Name(name) => (None, name),
                _ => return Condition::Open,
            };
            return match (words::asked(name), object, arguments.as_slice()) {
                (Some(Asked::Lacks { or_empty }), Some(of), []) => self.lacks((site.0, of), or_empty),
                (Some(Asked::Lacks { or_empty }), _, [only]) => self.lacks((site.0, only.value), or_empty),
                (Some(Asked::Has), Some(of), []) => self.lacks((site.0, of), true).not(),
                (Some(Asked::Has), _, [only]) => self.lacks((site.0, only.value), true).not(),
                (Some(Asked::Same), Some(of), [other]) => self.same(site.0, of, &[other.value]),
                (Some(Asked::Same), None, [one, other]) => self.same(site.0, one.value, &[other.value]),
                (Some(Asked::Contains), Some(of), [one]) if self.fixed_items((site.0, of)).is_some() => {
                    self.same(site.0, one.value, &[of])
                }
                (Some(Asked::Contains), _, [a, b]) => match self.fixed_items((site.0, a.value)) {
                    Some(_) => self.same(site.0, b.value, &[a.value]),
                    None => self.same(site.0, a.value, &[b.value]),
                },
                _ => Condition::Open,
            };
        }
        match self.compared(site) {
            Handed::Parameter(parameter) => match of_length(&parameter) {
                Some(parameter) => Condition::Lacks { parameter, or_empty: true }.not(),
                None => Condition::True(parameter),
            },
            Handed::Fixed(Fixed::Flag(flag)) => Condition::Settled(flag),
            _ => Condition::Open,
        }
    }

    fn lacks(&self, site: Site, or_empty: bool) -> Condition {
        match self.compared(site) {
            Handed::Parameter(parameter) => Condition::Lacks { parameter, or_empty },
            _ => Condition::Open,
        }
    }

    /// An operand of a comparison; `len(x)` counts as `x.length`.
    fn compared(&self, site: Site) -> Handed {
        let form = self.program.form(site.0);
        if let Expr::Call { callee, arguments, .. } = form.expr(site.1)
            && let (Expr::Name(name), [only]) = (form.expr(*callee), arguments.as_slice())
            && words::asked(name) == Some(Asked::Length)
        {
            return match self.operand((site.0, only.value)) {
                Handed::Parameter(parameter) => Handed::Parameter(parameter.part("length")),
                _ => Handed::Unknown,
            };
        }
        match self.operand(site) {
            // `case GET:` names an entry of the type of what is asked.
            Handed::Something => match &*self.eval(site) {
                [Value::Outside(names, None)] if matches!(form.expr(site.1), Expr::Name(_)) => match &**names {
                    [only] => Handed::Fixed(Fixed::Entry(only.as_ref().into(), None)),
                    _ => Handed::Something,
                },
                [Value::Outside(names, None)] if names.len() == 2 && names[0].starts_with(char::is_uppercase) => {
                    Handed::Fixed(Fixed::Entry(names[1].as_ref().into(), None))
                }
                _ => Handed::Something,
            },
            other => other,
        }
    }
}

/// What `x.length` is the length of.
fn of_length(parameter: &Parameter) -> Option<Parameter> {
    let (last, before) = parameter.path.split_last()?;
    let is_length = words::asked(last) == Some(Asked::Length);
    is_length.then(|| Parameter { path: before.into(), ..parameter.clone() })
}

/// `id ? "/" + id : ""` asks whether there is an id, not whether it is true.
fn as_given(condition: Condition, one: &Values, other: &Values) -> Condition {
    let has = |values: &Values, parameter: &Parameter| {
        values
            .iter()
            .any(|value| value.pieces().iter().any(|piece| matches!(piece, Piece::Parameter(own) if own == parameter)))
    };
    match &condition {
        Condition::True(parameter) if has(one, parameter) => {
            Condition::Lacks { parameter: parameter.clone(), or_empty: true }.not()
        }
        Condition::Not(inner) => match &**inner {
            Condition::True(parameter) if has(other, parameter) => {
                Condition::Lacks { parameter: parameter.clone(), or_empty: true }
            }
            _ => condition,
        },
        _ => condition,
    }
}
