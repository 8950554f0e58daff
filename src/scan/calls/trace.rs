//! The search: sinks are gathered, what they leave open is filled by callers, what is whole is a call.

use std::collections::{HashMap, HashSet};

use super::found::{Found, RawCall, Unresolved};
use super::method::{self, MethodFound};
use super::path::{Host, Known, Route};
use super::sink::{Sink, looks_like_path};
use super::{cover, declared};
use crate::catalog::Method;
use crate::scan::evaluate::Evaluator;
use crate::scan::form::{Expr, Form, Id};
use crate::scan::program::Program;
use crate::scan::sdk::{self, Chain};
use crate::scan::value::{FunctionRef, Literal, Parameter, Piece, Site, Value, Values};
use crate::scan::words;

/// How many wrappers may stand one in the other.
const DEEPEST: usize = 6;

/// How many sinks are looked at in all, those that callers fill included.
const MOST_SINKS: usize = 60_000;

/// All calls of the program, and what looks like one.
pub(in crate::scan) fn find(program: &Program, known: &Known) -> Found {
    let evaluator = Evaluator::new(program);
    let mut trace = Trace {
        evaluator: &evaluator,
        known,
        found: Found::default(),
        callers: HashMap::new(),
        outer: HashMap::new(),
        covered: HashSet::new(),
        left: MOST_SINKS,
        edges: Vec::new(),
    };
    let sinks = trace.gather();
    for sink in sinks {
        trace.follow(&sink);
    }
    trace.follow_unreached();
    declared::annotations(&mut trace);
    declared::fields(&mut trace);
    cover::literals(&mut trace);
    trace.found
}

/// The search at work.
pub(super) struct Trace<'a> {
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) known: &'a Known,
    pub(super) found: Found,
    /// The calls of each function of the project.
    callers: HashMap<FunctionRef, Vec<Site>>,
    /// A call on the result of another one.
    outer: HashMap<Site, Site>,
    /// First bytes of the literals that are accounted for.
    pub(super) covered: HashSet<(u32, u32)>,
    left: usize,
    /// Calls of functions of the project.
    edges: Vec<(Sink, FunctionRef)>,
}

/// How a sink turned out.
enum Turned {
    /// Done: it was reported, or it is no call.
    Done,
    /// A caller must say more.
    Open(FunctionRef),
    /// Nothing of it is a target.
    Nothing,
}

impl<'a> Trace<'a> {
    fn gather(&mut self) -> Vec<Sink> {
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
            && matches!(name.as_str(), "new" | "create" | "of")
            && let Some(made) = last_name(form.expr(*of))
        {
            (name, object) = (made, None);
        }
        let callees = self.evaluator.eval((site.0, callee));
        let talks = words::talks(object.as_deref(), &name);
        let mut is_own = false;
        for value in callees.iter() {
            if let Value::Function(of) = value {
                is_own = true;
                self.callers.entry(*of).or_default().push(site);
                if let Some(sink) = self.sink(site, function, &name, object.clone(), value.clone()).filter(|_| !talks) {
                    self.edges.push((sink, *of));
                }
            }
        }
        let values: Vec<Value> = callees.iter().filter(|value| matches!(value, Value::Outside(..) | Value::Parameter(_) | Value::Class(_))).cloned().collect();
        if is_own || talks {
            return;
        }
        // What only reads or makes a URL hands it on to what sends it.
        let is_method = matches!(form.expr(callee), Expr::Member(..)) && matches!(name.as_str(), "uri" | "url" | "path");
        let hands_on = !is_method && words::hands_on(&name);
        let mut values = values;
        if values.is_empty() {
            values.push(Value::outside(&name));
        }
        for value in values {
            let sink = self.sink(site, function, &name, object.clone(), value);
            sinks.extend(sink.map(|sink| Sink { hands_on, ..sink }));
        }
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
        // `url.openConnection()`, `"https://…".GetJsonAsync()`: the URL stands before the call.
        if let Expr::Call { callee, .. } = form.expr(site.1)
            && let Expr::Member(object, _) = form.expr(*callee)
            && (words::verb(name).is_some() || words::opens(name))
        {
            let values = self.evaluator.got(&self.evaluator.eval((site.0, *object)));
            if values.iter().any(looks_like_path) && !arguments.iter().any(|(_, values)| values.iter().any(looks_like_path)) {
                arguments.insert(0, (None, values));
            }
        }
        let is_chain = match &callee {
            Value::Outside(names, _) => names.len() >= 2,
            Value::Parameter(parameter) => !parameter.path.is_empty(),
            _ => false,
        };
        let can_be = arguments.iter().flat_map(|(_, values)| values.iter()).any(|value| {
            matches!(value, Value::Parameter(_) | Value::Map(_)) || looks_like_path(value)
        });
        if !is_chain && !can_be {
            return None;
        }
        let base = match &callee {
            Value::Outside(_, base) => base.clone(),
            _ => None,
        };
        let base = base.or_else(|| self.base_of_file(site.0, object.as_deref()));
        let _ = form;
        Some(Sink {
            site,
            function,
            name: words::fold(name),
            sends: words::verb(name).is_some() || words::sends(name),
            object,
            callee,
            arguments,
            base,
            hands_on: false,
            through: Vec::new(),
            entered: Vec::new(),
        })
    }

    /// `client.BaseAddress = new Uri("…")` somewhere in the file.
    fn base_of_file(&self, file: u32, object: Option<&str>) -> Option<std::rc::Rc<[Piece]>> {
        let object = words::fold(object?);
        let form = self.evaluator.program.form(file);
        let assignments = form.functions.iter().flat_map(|function| &function.assignments);
        let own = assignments.filter(|assignment| {
            assignment.name.rsplit_once('.').is_some_and(|(before, last)| {
                words::is_base_name(last) && words::fold(before.split('.').next_back().unwrap_or(before)).trim_end_matches("defaults").ends_with(&object)
                    || words::is_base_name(last) && words::fold(before).starts_with(&object)
            })
        });
        own.take(2).find_map(|assignment| {
            self.evaluator.eval((file, assignment.value)).iter().find_map(|value| match value {
                Value::Text(pieces) => Some(pieces.clone()),
                _ => None,
            })
        })
    }

    /// Reports a sink, or hands it to its callers.
    fn follow(&mut self, sink: &Sink) {
        let mut open = vec![sink.clone()];
        while let Some(sink) = open.pop() {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            let Turned::Open(of) = self.turn(&sink, false) else { continue };
            let callers = self.callers.get(&of).cloned().unwrap_or_default();
            let own: Vec<Site> = callers.into_iter().filter(|site| !sink.through.contains(site)).collect();
            if own.is_empty() || sink.through.len() >= DEEPEST {
                self.turn(&self.uncalled(&sink), true);
                continue;
            }
            for site in own {
                open.push(self.called_at(&sink, of, site));
            }
        }
    }

    /// The sink as it is when nobody calls: with the defaults of its parameters.
    fn uncalled(&self, sink: &Sink) -> Sink {
        let put = |values: &Values| -> Values { values.iter().flat_map(|value| self.evaluator.defaults(value).to_vec()).collect() };
        let arguments = sink.arguments.iter().map(|(name, values)| (name.clone(), put(values))).collect();
        Sink { arguments, ..sink.clone() }
    }

    /// The sink as it is when its function is called at `site`.
    fn called_at(&self, sink: &Sink, of: FunctionRef, site: Site) -> Sink {
        let put = |values: &Values| -> Values {
            values.iter().flat_map(|value| self.evaluator.put_in(value, of, site).to_vec()).collect()
        };
        let mut sink = sink.clone();
        for (_, values) in &mut sink.arguments {
            *values = put(values);
        }
        let callee = self.evaluator.put_in(&sink.callee, of, site);
        if let Some(first) = callee.first() {
            sink.callee = first.clone();
        }
        if let Some(base) = &sink.base {
            if let Some(Value::Text(pieces)) = self.evaluator.put_in(&Value::Text(base.clone()), of, site).first() {
                sink.base = Some(pieces.clone());
            }
        }
        sink.through.push(site);
        sink.entered.push(of);
        sink
    }

    /// What a sink is. With `last`, nobody can say more.
    fn turn(&mut self, sink: &Sink, last: bool) -> Turned {
        match self.turn_sdk(sink, last) {
            Turned::Nothing => {}
            turned => return turned,
        }
        if sink.hands_on {
            return Turned::Done;
        }
        let mut open = None;
        let mut any = false;
        for (target, own_base) in sink.targets() {
            match self.turn_target(sink, &target, own_base.as_ref(), last) {
                Turned::Done => {
                    any = true;
                    if !matches!(target, Value::Parameter(_)) && open.is_none() {
                        continue;
                    }
                }
                Turned::Open(of) => open = open.or(Some(of)),
                Turned::Nothing => {}
            }
        }
        match (open, any) {
            (Some(of), false) => Turned::Open(of),
            (Some(of), true) if !last => Turned::Open(of),
            _ => Turned::Done,
        }
    }

    fn turn_target(&mut self, sink: &Sink, target: &Value, own_base: Option<&Value>, last: bool) -> Turned {
        if words::keeps(&sink.name) || sink.object.as_deref().is_some_and(words::serves) {
            return Turned::Nothing;
        }
        let mut pieces = target.pieces();
        let base: Option<Vec<Piece>> = own_base.map(Value::pieces).or_else(|| sink.base.as_ref().map(|base| base.to_vec()));
        let is_absolute = matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.starts_with("http") || text.contains("hubapi.com"));
        if let Some(mut base) = base.filter(|_| !is_absolute) {
            let at = Literal { file: u32::MAX, start: 0, function: 0 };
            base.push(Piece::Literal { text: "/".into(), at });
            base.extend(pieces);
            pieces = base;
        }
        let Some(route) = Route::read(&pieces) else { return Turned::Nothing };
        if route.host == Host::Other {
            return Turned::Nothing;
        }
        let speaks = self.speaks(sink);
        // A parameter alone says nothing of a path, whatever stands before it.
        let is_said = !matches!(target, Value::Parameter(_));
        let fitted = self.known.fitted(&route).filter(|_| is_said);
        if fitted.is_none() && !last {
            // What stands before or in the path is for a caller to say.
            let parameters = route.lead.iter().chain(route.segments.iter().filter_map(|segment| segment.parameter.as_ref()));
            if let Some(parameter) = parameters.into_iter().next() {
                if sink.sends || route.host == Host::HubSpot || !sink.through.is_empty() {
                    return Turned::Open(parameter.of);
                }
            }
        }
        let Some((route, methods)) = fitted else { return self.unfitted(sink, &route, &pieces) };
        if route.host == Host::Open && !speaks && !is_distinct(&route) {
            return Turned::Nothing;
        }
        if !sink.sends && route.host == Host::Open && !last && sink.through.is_empty() && words::hands_on(&sink.name) {
            return Turned::Nothing;
        }
        if !last {
            if let Some(parameter) = self.open_object(&route) {
                return Turned::Open(parameter.of);
            }
        }
        let chain = self.chain_of(sink.site);
        let mut is_assumed = false;
        let wanted = match self.entered(sink, method::of_sink(self.evaluator, sink, &chain)) {
            MethodFound::Known(known) => known,
            MethodFound::Open(parameter) if !last => return Turned::Open(parameter.of),
            MethodFound::Open(parameter) => {
                let default = self.evaluator.defaults(&Value::Parameter(parameter));
                default.iter().filter_map(method::of_value).collect()
            }
            MethodFound::Silent => Vec::new(),
        };
        let wanted = if wanted.is_empty() {
            is_assumed = !(sink.sends && words::reads_by_default(&sink.name) && methods.contains(&Method::Get));
            if !sink.sends && methods.len() != 1 {
                self.cover(&pieces);
                self.leave(sink, &pieces, format!("{} is handed to {}, and nothing says which method is used", route.path(), shown(&sink.name)));
                return Turned::Done;
            }
            vec![if methods.contains(&Method::Get) { Method::Get } else { methods.first().copied().unwrap_or(Method::Get) }]
        } else {
            wanted
        };
        self.cover(&pieces);
        let (file, at) = self.place(sink, &pieces);
        for method in wanted {
            let call = RawCall {
                file,
                at,
                method,
                method_is_assumed: is_assumed,
                path: route.path(),
                via: "http",
                objects: Vec::new(),
            };
            self.report(call);
        }
        Turned::Done
    }

    /// A URL that HubSpot does not know, or that is not whole.
    fn unfitted(&mut self, sink: &Sink, route: &Route, pieces: &[Piece]) -> Turned {
        if route.host != Host::HubSpot || words::hands_on(&sink.name) {
            return Turned::Nothing;
        }
        let is_whole = !route.segments.is_empty() && !route.segments.iter().take(2).any(super::path::Segment::is_hole);
        if !sink.sends && !is_whole {
            return Turned::Nothing;
        }
        self.cover(pieces);
        if !is_whole {
            self.leave(sink, pieces, "the path is put together from values that are not known here".to_owned());
            return Turned::Done;
        }
        let chain = self.chain_of(sink.site);
        match self.entered(sink, method::of_sink(self.evaluator, sink, &chain)) {
            MethodFound::Known(known) => {
                let (file, at) = self.place(sink, pieces);
                for method in known {
                    let path = route.path();
                    self.report(RawCall { file, at, method, method_is_assumed: false, path, via: "http", objects: Vec::new() });
                }
            }
            _ => self.leave(sink, pieces, format!("{} is in no HubSpot source", route.path())),
        }
        Turned::Done
    }

    /// A parameter that names an object type in the path.
    fn open_object(&self, route: &Route) -> Option<Parameter> {
        let segments = &route.segments;
        let is_object = |at: usize| {
            let before = |back: usize| at.checked_sub(back).map(|at| segments[at].text.as_str());
            const AFTER: [&str; 8] = ["objects", "properties", "pipelines", "schemas", "associations", "associated", "default", "change-log"];
            before(1).is_some_and(|before| AFTER.contains(&before))
                || before(2) == Some("associations") && before(3).is_some_and(|before| before.starts_with('v') || before == "crm")
        };
        let mut open = segments.iter().enumerate().filter(|(at, segment)| segment.is_hole() && is_object(*at));
        open.find_map(|(_, segment)| segment.parameter.clone())
    }

    /// A method that a parameter brings, with the callers that the sink came through.
    fn entered(&self, sink: &Sink, found: MethodFound) -> MethodFound {
        let MethodFound::Open(parameter) = found else { return found };
        let mut values: Values = [Value::Parameter(parameter)].into();
        for (of, site) in sink.entered.iter().zip(&sink.through) {
            values = values.iter().flat_map(|value| self.evaluator.put_in(value, *of, *site).to_vec()).collect();
        }
        let known: Vec<Method> = values.iter().filter_map(method::of_value).collect();
        if !known.is_empty() {
            return MethodFound::Known(known);
        }
        let open = values.iter().find_map(|value| match value {
            Value::Parameter(parameter) => Some(parameter.clone()),
            _ => None,
        });
        open.map_or(MethodFound::Silent, MethodFound::Open)
    }

    /// The names of the calls that are chained to this one, with what is handed to them.
    fn chain_of(&self, site: Site) -> Vec<(String, Vec<Value>)> {
        let form = self.evaluator.program.form(site.0);
        let mut chain = Vec::new();
        let mut named = |at: Site| {
            let Expr::Call { callee, arguments, .. } = form.expr(at.1) else { return None };
            let Expr::Member(object, name) = form.expr(*callee) else { return None };
            let values = arguments.iter().flat_map(|argument| self.evaluator.eval((at.0, argument.value)).to_vec()).collect();
            chain.push((name.to_string(), values));
            Some((at.0, *object))
        };
        let mut inner = named(site);
        for _ in 0..12 {
            inner = inner.and_then(&mut named);
        }
        let mut outer = self.outer.get(&site);
        for _ in 0..12 {
            let Some(next) = outer else { break };
            named(*next);
            outer = self.outer.get(next);
        }
        chain
    }

    fn turn_sdk(&mut self, sink: &Sink, last: bool) -> Turned {
        let source = self.evaluator.program.file(sink.site.0);
        let near = source.speaks_of_hubspot || self.speaks(sink);
        let (names, parameter) = match &sink.callee {
            Value::Outside(names, _) => (names.to_vec(), None),
            Value::Parameter(parameter) => {
                let of = self.evaluator.program.form(parameter.of.0).function(parameter.of.1);
                let own = of.parameters.get(usize::from(parameter.place)).map_or("", |own| &*own.name);
                let names = std::iter::once(Box::from(own)).chain(parameter.path.iter().cloned()).collect();
                (names, Some(parameter))
            }
            _ => return Turned::Nothing,
        };
        let call = match sdk::chain(&names, near, source.uses_unofficial) {
            Chain::Call(call) => call,
            Chain::LooksLikeOne if parameter.is_none() || last => {
                let why = format!("{} looks like a call of an SDK, and is not one that is known", names.join("."));
                let (file, at) = self.sdk_place(sink);
                self.found.unresolved.push(Unresolved { file, at, why });
                return Turned::Done;
            }
            _ => {
                let open = parameter.filter(|parameter| {
                    !last && near && parameter.path.last().is_some_and(|name| sdk::is_operation(name)) && sink.targets().is_empty()
                });
                return open.map_or(Turned::Nothing, |parameter| Turned::Open(parameter.of));
            }
        };
        let mut segments = vec![String::new()];
        let mut open = None;
        let mut texts: Vec<String> = vec![String::new()];
        for part in call.path.split('/').skip(1) {
            let Some(hole) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) else {
                texts.iter_mut().for_each(|text| text.push_str(&format!("/{part}")));
                continue;
            };
            let values = if is_type_hole(hole) { self.sdk_argument(sink, &names, hole, call.place_of(hole)) } else { Values::default() };
            let mut ways: Vec<String> = Vec::new();
            let mut is_open = values.is_empty();
            for value in values.iter() {
                match value {
                    Value::Parameter(parameter) => {
                        open = open.or(Some(parameter.of));
                        is_open = true;
                    }
                    value => match value.whole() {
                        Some(way) => ways.push(way),
                        None => is_open = true,
                    },
                }
            }
            if is_open {
                ways.push(format!("{{{hole}}}"));
            }
            texts = texts.iter().flat_map(|text| ways.iter().map(move |way| format!("{text}/{way}"))).take(24).collect();
        }
        segments.clear();
        if let Some(of) = open.filter(|_| !last) {
            return Turned::Open(of);
        }
        let (file, at) = self.sdk_place(sink);
        for path in texts {
            self.report(RawCall { file, at, method: call.method, method_is_assumed: false, path, via: call.sdk, objects: Vec::new() });
        }
        Turned::Done
    }

    fn sdk_argument(&self, sink: &Sink, names: &[Box<str>], hole: &str, place: Option<usize>) -> Values {
        let wanted = words::fold(hole);
        if let Some((_, values)) = sink.arguments.iter().find(|(name, _)| name.as_deref().is_some_and(|name| words::fold(name) == wanted)) {
            return values.clone();
        }
        // `crm[type].basicApi`: the name itself is the object, where it is known.
        if names.iter().any(|name| name.starts_with('{')) {
            return Values::default();
        }
        for (_, values) in &sink.arguments {
            for value in values.iter() {
                if let Value::Map(entries) = value
                    && let Some((_, found)) = entries.iter().find(|(key, _)| words::fold(key) == wanted)
                {
                    return found.clone();
                }
            }
        }
        let positional = sink.arguments.iter().filter(|(name, _)| name.is_none());
        place.and_then(|place| positional.map(|(_, values)| values.clone()).nth(place)).unwrap_or_default()
    }

    fn sdk_place(&self, sink: &Sink) -> (u32, u32) {
        let (file, id) = sink.site;
        let form = self.evaluator.program.form(file);
        let node = form.node(id);
        // The last name of a long chain, not its beginning some lines before.
        let at = match &node.expr {
            Expr::Call { callee, .. } => match form.expr(*callee) {
                Expr::Member(object, _) => form.node(*object).start,
                _ => node.start,
            },
            _ => node.start,
        };
        (file, at)
    }

    /// Whether anything on the way to the sink speaks of HubSpot.
    fn speaks(&self, sink: &Sink) -> bool {
        let speaks = |file: u32| self.evaluator.program.file(file).speaks_of_hubspot;
        speaks(sink.site.0) || sink.through.iter().any(|site| speaks(site.0))
    }

    /// Where a call is shown: at the text that says its path, where that stands in a function; else where it is called.
    fn place(&self, sink: &Sink, pieces: &[Piece]) -> (u32, u32) {
        let outermost = sink.through.last().copied().unwrap_or(sink.site);
        let program = self.evaluator.program;
        let within = |site: Site, at: Literal| {
            let node = program.form(site.0).node(site.1);
            site.0 == at.file && node.start <= at.start && at.start < node.end
        };
        let literals = pieces.iter().filter_map(|piece| match piece {
            Piece::Literal { text, at } if at.file != u32::MAX => Some((text, *at)),
            _ => None,
        });
        let mut best: Option<(usize, Literal)> = None;
        for (text, at) in literals {
            let is_near = |site: Site| site.0 == at.file && at.function != 0 && self.whole(site.0, at.function) == self.whole(site.0, program.form(site.0).node(site.1).function);
            let is_local = is_near(sink.site) || sink.through.iter().any(|site| is_near(*site)) || within(outermost, at) || within(sink.site, at);
            let path = text.split("://").last().unwrap_or_default();
            let weight = path.matches('/').count();
            if is_local && weight > 0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, at));
            }
        }
        best.map_or_else(|| (outermost.0, program.form(outermost.0).node(outermost.1).start), |(_, at)| (at.file, at.start))
    }

    /// The function with a name that encloses `function`.
    fn whole(&self, file: u32, function: u32) -> u32 {
        let form = self.evaluator.program.form(file);
        let mut place = function;
        while form.function(place).is_lambda && form.function(place).parent != 0 {
            place = form.function(place).parent;
        }
        place
    }

    /// Marks the literals of a text as accounted for.
    pub(super) fn cover(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            if let Piece::Literal { at, .. } = piece {
                self.covered.insert((at.file, at.start));
            }
        }
    }

    fn leave(&mut self, sink: &Sink, pieces: &[Piece], why: String) {
        let (file, at) = self.place(sink, pieces);
        self.found.unresolved.push(Unresolved { file, at, why });
    }

    /// Adds a call, unless the very same stands there.
    pub(super) fn report(&mut self, call: RawCall) {
        self.found.calls.push(call);
    }

    /// Calls of the project's own functions whose ways could not be seen through, with a path that is plainly HubSpot's.
    fn follow_unreached(&mut self) {
        for (sink, _) in std::mem::take(&mut self.edges) {
            if !sink.sends || self.left == 0 {
                continue;
            }
            self.left -= 1;
            let is_new = sink.targets().iter().any(|(target, _)| {
                let plain = target.pieces().iter().any(|piece| {
                    matches!(piece, Piece::Literal { text, at } if text.contains('/') && !self.covered.contains(&(at.file, at.start)))
                });
                plain && Route::read(&target.pieces()).is_some_and(|route| self.known.fitted(&route).is_some())
            });
            if is_new {
                self.turn(&Sink { callee: Value::outside(&sink.name), ..sink }, true);
            }
        }
    }
}

fn shown(name: &str) -> String {
    if name.is_empty() { "a function".to_owned() } else { format!("{name}()") }
}

fn is_type_hole(hole: &str) -> bool {
    hole.to_ascii_lowercase().contains("objecttype")
}

/// Paths that nobody else has.
fn is_distinct(route: &Route) -> bool {
    let texts: Vec<&str> = route.segments.iter().take(3).map(|segment| segment.text.as_str()).collect();
    matches!(texts.as_slice(), ["crm", "v3" | "v4", "objects" | "properties" | "associations" | "schemas" | "pipelines" | "owners" | "lists"])
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
