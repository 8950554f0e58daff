//! Every call expression of the program as a sink, and who calls which function.

use super::method;
use super::sink::{Sink, looks_like_path, may_have_place};
use super::trace::Trace;
use crate::scan::evaluate::{expanded, joined_paths, lengthens_url, with_named};
use crate::scan::form::{Expr, Form, Id};
use crate::scan::value::{Piece, Site, Value, Values};
use crate::scan::words::{self, Meaning};

/// How many parts an option may set.
const MOST_SET: usize = 8;

impl Trace<'_> {
    pub(super) fn gather(&mut self) -> Vec<Sink> {
        let program = self.evaluator.program;
        let mut sinks = Vec::new();
        for (file, source) in (0..).zip(&program.files) {
            for (id, node) in (0..).zip(&source.form.nodes) {
                let Expr::Call { callee, .. } = &node.expr else { continue };
                if let Expr::Member(object, _) = source.form.expr(*callee) {
                    self.outer.insert((file, *object), (file, id));
                }
                self.gather_call((file, id), *callee, node.function, &mut sinks);
            }
        }
        sinks
    }

    fn gather_call(&mut self, site: Site, callee: u32, function: u32, sinks: &mut Vec<Sink>) {
        let form = self.evaluator.program.form(site.0);
        let (mut name, mut object) = match form.expr(callee) {
            Expr::Member(object, name) => (name.to_string(), root_name(form, *object)),
            Expr::Name(name) => (name.to_string(), None),
            _ => (String::new(), None),
        };
        if let Expr::Member(of, _) = form.expr(callee)
            && words::means(Meaning::MakesNamed, &name)
            && let Some(made) = last_name(form.expr(*of))
        {
            (name, object) = (made, None);
        }
        let callees = self.evaluator.meant(&self.evaluator.eval((site.0, callee)), site);
        if words::means(Meaning::AsksByKey, &name) && self.gather_fetcher(site) {
            return;
        }
        let talks = words::talks(object.as_deref(), &name);
        let mut is_own = false;
        for value in callees.iter() {
            if let Value::Function(of, bound) = value {
                is_own = true;
                self.callers.entry(*of).or_default().push((site, bound.clone()));
                if let Some(sink) = self.sink(site, function, &name, object.clone(), value.clone()).filter(|_| !talks) {
                    self.edges.push((sink, *of));
                }
            }
        }
        let mut values: Vec<Value> = callees
            .iter()
            .filter(|value| matches!(value, Value::Outside(..) | Value::Parameter(_) | Value::Class(_)))
            .cloned()
            .collect();
        if is_own || talks {
            return;
        }
        // What only reads or makes a URL hands it on to what sends it.
        let has_receiver = || {
            self.evaluator.program.file(site.0).language.semantics.lambdas_have_receivers
                && form.function(function).is_lambda
        };
        let is_method = words::means(Meaning::SetsUrlOfRequest, &name)
            && (matches!(form.expr(callee), Expr::Member(..)) || has_receiver());
        let hands_on = (!is_method && words::hands_on(&name)) || self.lengthens(site.0, callee);
        if values.is_empty() {
            values.push(Value::outside(&name));
        }
        for value in values {
            let sink = self.sink(site, function, &name, object.clone(), value);
            sinks.extend(sink.map(|sink| Sink { hands_on, ..sink }));
        }
    }

    /// Whether a call only puts a path behind a URL, which something else sends.
    fn lengthens(&self, file: u32, callee: Id) -> bool {
        let form = self.evaluator.program.form(file);
        let Expr::Member(object, name) = form.expr(callee) else { return false };
        let is_url = |value: &Value| matches!(value, Value::Text(pieces) if matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.starts_with("http")));
        lengthens_url(name) && self.evaluator.eval((file, *object)).iter().any(is_url)
    }

    /// `useSWR(key, fetcher)`: the fetcher is called with the key. Whether it is one of the project.
    fn gather_fetcher(&mut self, site: Site) -> bool {
        let Some(fetcher) = self.evaluator.arguments(site).get(1).map(|argument| argument.value) else { return false };
        let mut is_own = false;
        for value in self.evaluator.eval((site.0, fetcher)).iter() {
            if let Value::Function(of, bound) = value {
                is_own = true;
                self.callers.entry(*of).or_default().push((site, bound.clone()));
            }
        }
        is_own
    }

    /// The call at `site` as a sink; `None` where nothing that is handed in can be a target.
    fn sink(&self, site: Site, function: u32, name: &str, object: Option<String>, callee: Value) -> Option<Sink> {
        let form = self.evaluator.program.form(site.0);
        let arguments: Vec<(Option<Box<str>>, Values)> = self
            .evaluator
            .arguments(site)
            .iter()
            .map(|argument| (argument.name.clone(), self.evaluator.got(&self.evaluator.eval((site.0, argument.value)))))
            .collect();
        let mut arguments = arguments;
        let set: Vec<_> = arguments.iter().flat_map(|(_, values)| self.set_by(values)).collect();
        arguments.extend(set);
        // `url.openConnection()`, `"https://…".GetJsonAsync()`: the URL stands before the call.
        if let Expr::Call { callee, .. } = form.expr(site.1)
            && let Expr::Member(object, _) = form.expr(*callee)
            && (words::verb(name).is_some() || words::means(Meaning::OpensUrl, name))
        {
            let at = form.node(site.1).end;
            let built = || self.evaluator.built((site.0, *object), at);
            let grown = if matches!(form.expr(*object), Expr::Name(_)) { built() } else { None };
            let values = grown.unwrap_or_else(|| self.evaluator.got(&self.evaluator.eval((site.0, *object))));
            if values.iter().any(looks_like_path)
                && !arguments.iter().any(|(_, values)| values.iter().any(looks_like_path))
            {
                arguments.insert(0, (None, values));
            }
        }
        // `path("crm", "v3", "owners")`: the segments one by one.
        let is_request = words::means(Meaning::RequestOfUrl, name) && matches!(&callee, Value::Outside(_, Some(_)));
        if (takes_segments(name) || is_request)
            && arguments.len() > 2
            && arguments.iter().all(|(name, _)| name.is_none())
        {
            let segments: Vec<Values> = arguments.drain(..).map(|(_, values)| values).collect();
            arguments.push((None, joined_paths(&segments)));
        }
        // Spring: the values of the places in a template stand behind it.
        if let Some(first_of_rest) = words::values_from(name)
            && let Some(rest) = arguments.get(first_of_rest..)
        {
            let rest: Vec<Values> = rest.iter().map(|(_, values)| values.clone()).collect();
            let named = by_key(&rest);
            if let (Some((_, target)), Some(named)) = (arguments.first_mut(), &named) {
                *target = target.iter().flat_map(|value| with_named(value, named).to_vec()).collect();
            } else if let Some((_, target)) = arguments.first_mut() {
                *target = target.iter().flat_map(|value| expanded(value, &rest).to_vec()).collect();
            }
        }
        let is_chain = match &callee {
            Value::Outside(names, _) => names.len() >= 2,
            Value::Parameter(parameter) => !parameter.path.is_empty(),
            _ => false,
        };
        let can_be = arguments.iter().flat_map(|(_, values)| values.iter()).any(|value| {
            matches!(value, Value::Parameter(_) | Value::Map(_) | Value::Pick(..)) || looks_like_path(value)
        });
        if !is_chain && !can_be {
            return None;
        }
        let base = match &callee {
            Value::Outside(_, base) => base.clone(),
            _ => None,
        };
        let base = base.or_else(|| self.base_of_file(site.0, object.as_deref()));
        let named = self.named_for(site, function, &arguments);
        let mut sink = Sink {
            site,
            function,
            name: words::fold(name),
            sends: words::verb(name).is_some() || words::sends(name),
            object,
            callee,
            arguments,
            named,
            base,
            hands_on: false,
            through: Vec::new(),
            way: None,
            entered: Vec::new(),
            conditions: self.evaluator.conditions_at(site.0, function, form.node(site.1).start),
            is_client: false,
        };
        sink.fill();
        let is_client = method::is_open(self.evaluator, &sink);
        Some(Sink { is_client, ..sink })
    }

    /// Go: what a functional option sets, `WithPath("/crm/v3/owners")`: parts of a request by name.
    fn set_by(&self, values: &Values) -> Vec<(Option<Box<str>>, Values)> {
        let mut found = Vec::new();
        for value in values.iter() {
            let Value::Function(of, Some(bound)) = value else { continue };
            let form = self.evaluator.program.form(of.0);
            for own in form.function(of.1).assignments.iter().take(MOST_SET) {
                let Some((_, part)) = own.name.rsplit_once('.').filter(|(_, part)| names_part(part)) else { continue };
                let given = self.evaluator.eval((of.0, own.value));
                let given = given.iter().flat_map(|value| self.evaluator.with_bound(value, bound).to_vec()).collect();
                found.push((Some(part.into()), given));
            }
        }
        found
    }

    /// What the places of a template are filled with by name, where anything handed in may have some.
    fn named_for(&self, site: Site, function: u32, arguments: &[(Option<Box<str>>, Values)]) -> Vec<(String, Values)> {
        if arguments.iter().any(|(_, values)| values.iter().any(may_have_place)) {
            self.segments_for(site, function)
        } else {
            Vec::new()
        }
    }

    /// `client.BaseAddress = new Uri("…")` somewhere in the file.
    fn base_of_file(&self, file: u32, object: Option<&str>) -> Option<std::rc::Rc<[Piece]>> {
        let bases = self.evaluator.program.bases_in(file);
        if bases.is_empty() {
            return None;
        }
        let object = words::fold(object?);
        let own = bases
            .iter()
            .filter(|(of, _)| of.trim_end_matches("defaults").ends_with(&object) || of.starts_with(&object));
        own.take(2).find_map(|(_, value)| {
            self.evaluator.eval((file, *value)).iter().find_map(|value| match value {
                Value::Text(pieces) => Some(pieces.clone()),
                _ => None,
            })
        })
    }
}

/// The entries of a map that is all that is handed in: Spring's `uri(template, Map.of("type", "deals"))`.
fn by_key(rest: &[Values]) -> Option<Vec<(String, Values)>> {
    let [only] = rest else { return None };
    let [Value::Map(entries)] = &**only else { return None };
    Some(entries.iter().map(|(name, values)| (name.to_string(), values.clone())).collect())
}

/// Whether a part of a request with this name says what is called.
fn names_part(part: &str) -> bool {
    words::means(Meaning::TargetKey, part) || words::means(Meaning::MethodKey, part)
}

fn last_name(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) | Expr::Member(_, name) => Some(name.to_string()),
        _ => None,
    }
}

/// The name at the root of a chain of calls: `nock(…).get(…)` is nock's.
fn root_name(form: &Form, id: Id) -> Option<String> {
    let mut at = id;
    for _ in 0..24 {
        match form.expr(at) {
            Expr::Call { callee, .. } => at = *callee,
            Expr::Member(object, _) if matches!(form.expr(*object), Expr::Call { .. }) => at = *object,
            other => return last_name(other),
        }
    }
    None
}

/// Whether a method with this name takes the segments of a path one by one.
fn takes_segments(name: &str) -> bool {
    words::means(Meaning::TakesSegments, name)
}
