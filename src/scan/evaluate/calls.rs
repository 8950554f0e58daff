//! What a call is worth: the result of a function, an object, a client with its base URL, a text made from texts.

use super::evaluator::Evaluator;
use crate::scan::form::{Argument, Expr};
use crate::scan::value::{ClassRef, Piece, Site, Value, Values, few, without_picks};
use crate::scan::words::{self, Meaning};

impl Evaluator<'_> {
    pub(super) fn call(&self, site: Site) -> Values {
        let (file, id) = site;
        let form = self.program.form(file);
        let Expr::Call { callee, arguments, makes } = form.expr(id) else { return Values::default() };
        let callees = self.meant(&self.eval((file, *callee)), site);
        // What the project calls `url` or `join` itself is what it makes of it.
        let is_own = callees.iter().any(|value| matches!(value, Value::Function(..)));
        if let Some(texts) = if is_own { None } else { self.made_text(site) } {
            return texts;
        }
        if let Some(lists) = self.made_list(site) {
            return lists;
        }
        let mut found = Vec::new();
        for value in callees.iter() {
            match value {
                Value::Function(..) if *makes => {}
                Value::Function(function, bound) => found.extend(self.given_back_at(*function, bound.as_ref(), site)),
                Value::Class(class) => found.push(Value::Instance(*class, Some(site))),
                // Go: `new(Options)`.
                Value::Outside(names, _) if let Some(class) = self.class_of_new(file, names, arguments) => {
                    found.push(Value::Instance(class, None));
                }
                Value::Outside(names, base) => {
                    let is_require = names.len() == 1 && words::means(Meaning::BringsInModule, &names[0]);
                    let module = arguments.first().filter(|_| is_require);
                    if let Some(text) = module.and_then(|module| self.eval((file, module.value)).first()?.whole()) {
                        found.extend(self.required(file, &text));
                        continue;
                    }
                    let base = self.base_of(site).or_else(|| base.clone());
                    found.push(Value::Outside(names.clone(), base));
                }
                // A getter of an entry that a caller names.
                Value::Parameter(parameter)
                    if arguments.is_empty() && (self.is_entry(parameter) || Self::is_of_this(parameter)) =>
                {
                    found.push(value.clone());
                }
                Value::Parameter(parameter) => found.push(Value::Outside(
                    parameter.path.last().map_or_else(|| ["call".into()].into(), |name| [name.clone()].into()),
                    self.base_of(site),
                )),
                // `ROUTES[kind](id)`: what each of them gives back.
                Value::Pick(entries, parameter) => {
                    let of = |values: &Values| -> Values {
                        let each = values.iter().flat_map(|value| match value {
                            Value::Function(function, bound) => self.given_back_at(*function, bound.as_ref(), site),
                            value => vec![value.clone()],
                        });
                        without_picks(&few(each.collect()))
                    };
                    let entries = entries.iter().map(|(key, values)| (key.clone(), of(values)));
                    found.push(Value::Pick(entries.collect(), parameter.clone()));
                }
                // A getter of an enumeration's entry, or what nobody knows.
                Value::Instance(..) | Value::Text(_) | Value::Cut | Value::Unsettled => found.push(value.clone()),
                _ => {}
            }
        }
        if is_own && found.iter().all(|value| matches!(value, Value::Outside(..)) && !is_made_request(value)) {
            return self.made_text(site).unwrap_or_else(|| few(found));
        }
        few(found)
    }

    fn class_of_new(&self, file: u32, names: &[Box<str>], arguments: &[Argument]) -> Option<ClassRef> {
        let [only] = arguments else { return None };
        let maker = self.program.file(file).language.semantics.maker;
        let is_new = matches!(names, [name] if Some(&**name) == maker);
        match self.eval((file, only.value)).first() {
            Some(Value::Class(class)) if is_new => Some(*class),
            _ => None,
        }
    }

    fn required(&self, file: u32, module: &str) -> Vec<Value> {
        let modules = self.program.modules(file, module);
        if modules.is_empty() {
            return vec![Value::outside(module)];
        }
        let mut found = Vec::new();
        for module in modules {
            let whole: Vec<Value> = self
                .program
                .globals_in(module, "module.exports")
                .into_iter()
                .flat_map(|site| self.eval(site).to_vec())
                .filter(|value| !matches!(value, Value::Map(_) | Value::Outside(..)))
                .collect();
            if whole.is_empty() { found.push(Value::Module(module)) } else { found.extend(whole) }
        }
        found
    }

    /// The URL that a client is made with.
    fn base_of(&self, site: Site) -> Option<std::rc::Rc<[Piece]>> {
        let (file, id) = site;
        let form = self.program.form(file);
        let Expr::Call { callee, arguments, makes } = form.expr(id) else { return None };
        let named = match form.expr(*callee) {
            Expr::Member(_, name) | Expr::Name(name) => words::means(Meaning::BaseUrl, name),
            _ => false,
        };
        let makes = *makes
            || named
            || matches!(form.expr(*callee), Expr::Name(name) | Expr::Member(_, name) if words::means(Meaning::MakesClient, name));
        for argument in arguments.iter().take(6) {
            for value in self.eval((file, argument.value)).iter() {
                let is_base = argument.name.as_deref().is_some_and(|name| words::means(Meaning::BaseUrl, name));
                match value {
                    Value::Text(pieces)
                        if is_base || (argument.name.is_none() && (named || (makes && is_url(pieces)))) =>
                    {
                        return Some(pieces.clone());
                    }
                    Value::Outside(_, Some(base)) if is_base || makes => return Some(base.clone()),
                    Value::Map(entries) => {
                        let base = entries.iter().find(|(key, _)| words::means(Meaning::BaseUrl, key));
                        let text = base.and_then(|(_, values)| {
                            values.iter().find_map(|value| match value {
                                Value::Text(pieces) => Some(pieces.clone()),
                                _ => None,
                            })
                        });
                        if text.is_some() {
                            return text;
                        }
                    }
                    _ => {}
                }
            }
        }
        None
    }
}

/// Whether a value is a request that a library makes: a function of the project that gives one back gives no text.
fn is_made_request(value: &Value) -> bool {
    matches!(value, Value::Outside(names, _) if matches!(&**names, [only] if words::all(Meaning::RequestAtEnd).any(|ending| only.ends_with(ending))))
}

fn is_url(pieces: &[Piece]) -> bool {
    matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.starts_with("http"))
}
