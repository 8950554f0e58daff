//! A text that is handed to something: whether it is a URL of HubSpot, with which method, or what is open in it.

use super::found::RawCall;
use super::method::{self, MethodFound};
use super::path::{Host, Route, is_version, names_object};
use super::sink::Sink;
use super::trace::{Trace, Turned};
use crate::catalog::Method;
use crate::scan::condition::Condition;
use crate::scan::value::{FunctionRef, Literal, Parameter, Piece, Value, Values};
use crate::scan::words::{self, Meaning};

impl Trace<'_> {
    pub(super) fn turn_target(&mut self, sink: &Sink, target: &Value, own_base: Option<&Value>, last: bool) -> Turned {
        if words::means(Meaning::KeepsText, &sink.name)
            || puts_by_key(sink)
            || sink.object.as_deref().is_some_and(|object| words::means(Meaning::Serves, object))
            || self.pretends(sink)
        {
            return Turned::Nothing;
        }
        // An object that only keeps what it is made with: whoever asks it for the path sends it.
        if matches!(&sink.callee, Value::Class(class) if (!sink.sends || self.evaluator.is_data(*class)) && !self.evaluator.is_request(*class))
        {
            return Turned::Nothing;
        }
        if let Value::Pick(_, parameter) = target {
            return if last { Turned::Nothing } else { Turned::Open(parameter.of) };
        }
        let pieces = whole(sink, target, own_base);
        let Some(route) = Route::read(&pieces) else { return Turned::Nothing };
        if route.host == Host::Other {
            self.cover(&pieces);
            return Turned::Nothing;
        }
        let speaks = self.speaks(sink);
        let (pieces, route) = self.below_root(speaks, pieces, route);
        // A parameter alone says nothing of a path, whatever stands before it.
        let is_said = !matches!(target, Value::Parameter(_));
        let fitted = self.known.fitted(&route).filter(|_| is_said);
        if fitted.is_none() && !last {
            // What stands before or in the path is for a caller to say.
            let parameters =
                route.lead.iter().chain(route.segments.iter().filter_map(|segment| segment.parameter.as_ref()));
            if let Some(parameter) = parameters.into_iter().next()
                && (sink.sends || route.host == Host::HubSpot || !sink.through.is_empty() || self.fits_at_rest(&pieces))
            {
                return Turned::Open(parameter.of);
            }
        }
        let Some((route, methods)) = fitted else {
            return match self.asked_ahead(sink, &pieces).filter(|_| !last) {
                Some(of) => Turned::Open(of),
                None => self.unfitted(sink, &route, &pieces),
            };
        };
        let is_near = || self.is_near(sink) && route.segments.iter().take(3).any(|segment| is_version(&segment.text));
        if route.host == Host::Open && !speaks && !is_distinct(&route) && !is_near() {
            return Turned::Nothing;
        }
        if !sink.sends && route.host == Host::Open && !last && sink.through.is_empty() && words::hands_on(&sink.name) {
            return Turned::Nothing;
        }
        if !last && let Some(parameter) = open_object(&route) {
            return Turned::Open(parameter.of);
        }
        if !last && let Some(of) = self.asked_ahead(sink, &pieces) {
            return Turned::Open(of);
        }
        let chain = self.chain_of(sink);
        let mut is_assumed = false;
        let wanted = match self.entered(sink, method::of_sink(self.evaluator, sink, &chain, &pieces)) {
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
            // An object of the project that is made with a path: whoever asks it for the path sends it.
            if !sink.sends
                && (matches!(sink.callee, Value::Class(_)) || words::means(Meaning::CallsParentConstructor, &sink.name))
            {
                return Turned::Nothing;
            }
            if !sink.sends && methods.len() != 1 {
                self.account(sink, &pieces);
                self.leave(
                    sink,
                    &pieces,
                    format!(
                        "{} is handed to {}, and nothing says which method is used",
                        route.path(),
                        shown(&sink.name)
                    ),
                );
                return Turned::Done;
            }
            vec![if methods.contains(&Method::Get) {
                Method::Get
            } else {
                methods.first().copied().unwrap_or(Method::Get)
            }]
        } else {
            wanted
        };
        self.account(sink, &pieces);
        self.report_each(sink, &route, &pieces, &of_path(wanted, &methods), is_assumed);
        Turned::Done
    }

    /// The targets of a sink; where one text may be several and some are paths of HubSpot's API, those.
    pub(super) fn likely_targets(&self, sink: &Sink) -> Vec<(Value, Option<Value>)> {
        let mut all = sink.targets();
        if all.len() < 2 {
            return all;
        }
        let route = |(target, base): &(Value, Option<Value>)| Route::read(&whole(sink, target, base.as_ref()));
        let fits = |one: &(Value, Option<Value>)| route(one).is_some_and(|route| self.known.fitted(&route).is_some());
        let is_open = |one: &(Value, Option<Value>)| {
            route(one).is_none_or(|route| {
                route.lead.is_some() || route.segments.iter().any(|segment| segment.parameter.is_some())
            })
        };
        if all.iter().any(&fits) {
            all.retain(|one| fits(one) || is_open(one));
        }
        all
    }

    /// Takes out what goes to another host: `process.env.HOST || "https://elsewhere.example"` says of one way where the other
    /// leads, too.
    pub(super) fn without_other_hosts(
        &mut self,
        sink: &Sink,
        mut all: Vec<(Value, Option<Value>)>,
    ) -> Vec<(Value, Option<Value>)> {
        let read = |(target, base): &(Value, Option<Value>)| Route::read(&whole(sink, target, base.as_ref()));
        let routes: Vec<Option<Route>> = all.iter().map(read).collect();
        let has_other = routes.iter().flatten().any(|route| route.host == Host::Other);
        if all.len() < 2 || !has_other {
            return all;
        }
        let is_left =
            |route: &Option<Route>| !route.as_ref().is_some_and(|route| route.host == Host::Open && route.has_lead);
        let mut left = routes.iter().map(is_left);
        all.retain(|(target, _)| {
            let stays = left.next().unwrap_or(true);
            if !stays {
                self.cover(&target.pieces());
            }
            stays
        });
        all
    }

    /// Whether the text is a path of HubSpot's API when nobody hands anything in.
    fn fits_at_rest(&self, pieces: &[Piece]) -> bool {
        let whole = self.evaluator.defaults(&Value::Text(pieces.into()));
        let routes = whole.iter().filter_map(|text| Route::read(&text.pieces()));
        routes.filter(|route| !route.has_lead).any(|route| self.known.fitted(&route).is_some())
    }

    /// See [`Self::rooted`]: only in what speaks of HubSpot.
    fn below_root(&self, speaks: bool, pieces: Vec<Piece>, route: Route) -> (Vec<Piece>, Route) {
        let rooted = if speaks { self.rooted(&route, &pieces) } else { None };
        match rooted.and_then(|whole| Some((Route::read(&whole)?, whole))) {
            Some((route, whole)) => (whole, route),
            None => (pieces, route),
        }
    }

    /// Reports the path with each of the methods.
    fn report_each(&mut self, sink: &Sink, route: &Route, pieces: &[Piece], methods: &[Method], is_assumed: bool) {
        let path = route.path();
        let (file, at) = self.place(sink, pieces, &path);
        for method in methods {
            let path = path.clone();
            self.report(RawCall {
                file,
                at,
                method: *method,
                method_is_assumed: is_assumed,
                path,
                via: "http",
                objects: Vec::new(),
            });
        }
    }

    /// A URL that HubSpot does not know, or that is not whole.
    fn unfitted(&mut self, sink: &Sink, route: &Route, pieces: &[Piece]) -> Turned {
        // Behind a client of the project, what begins like HubSpot's API is of it, though nobody wrote it down.
        let is_behind = route.has_lead || !sink.through.is_empty();
        let is_likely = sink.sends && is_behind && self.speaks(sink) && self.known.begins(route);
        if (route.host != Host::HubSpot && !is_likely) || words::hands_on(&sink.name) {
            return Turned::Nothing;
        }
        let is_whole = !route.segments.is_empty() && !route.segments.iter().take(3).any(super::path::Segment::is_hole);
        if !sink.sends && !is_whole {
            return Turned::Nothing;
        }
        if !is_whole {
            self.cover(pieces);
            self.leave(sink, pieces, "the path is put together from values that are not known here".to_owned());
            return Turned::Done;
        }
        self.account(sink, pieces);
        let chain = self.chain_of(sink);
        match self.entered(sink, method::of_sink(self.evaluator, sink, &chain, pieces)) {
            MethodFound::Known(known) => {
                let path = route.path();
                let (file, at) = self.place(sink, pieces, &path);
                for method in known {
                    let path = path.clone();
                    self.report(RawCall {
                        file,
                        at,
                        method,
                        method_is_assumed: false,
                        path,
                        via: "http",
                        objects: Vec::new(),
                    });
                }
            }
            _ => self.leave(sink, pieces, format!("{} is in no HubSpot source", route.path())),
        }
        Turned::Done
    }

    /// The function whose callers say whether this text is there, or whether the sink is reached.
    pub(super) fn asked_ahead(&self, sink: &Sink, pieces: &[Piece]) -> Option<FunctionRef> {
        let of_text = pieces.iter().filter_map(|piece| match piece {
            Piece::When(condition) => Some(&**condition),
            _ => None,
        });
        let at = sink.through.last().copied().unwrap_or(sink.site);
        let form = self.evaluator.program.form(at.0);
        let mut around = vec![form.node(at.1).function];
        while let Some(function) = around.last().copied().filter(|function| *function != 0) {
            around.push(form.function(function).parent);
        }
        let ahead = |condition: &Condition| {
            let of = condition.parameter()?.of;
            (of.0 == at.0 && of.1 != 0 && around.contains(&of.1)).then_some(of)
        };
        of_text.chain(&sink.conditions).find_map(ahead)
    }

    /// A method that a parameter brings, with the callers that the sink came through.
    pub(super) fn entered(&self, sink: &Sink, found: MethodFound) -> MethodFound {
        let MethodFound::Open(parameter) = found else { return found };
        let mut values: Values = [Value::Parameter(parameter)].into();
        for (of, site) in &sink.entered {
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
}

/// Of several methods and several paths, the methods that belong to this one.
fn of_path(mut wanted: Vec<Method>, methods: &[Method]) -> Vec<Method> {
    if wanted.len() > 1 && wanted.iter().any(|method| methods.contains(method)) {
        wanted.retain(|method| methods.contains(method));
    }
    wanted
}

/// `paths.put("deal", "/crm/v3/objects/deals")`: a word and what is kept under it.
fn puts_by_key(sink: &Sink) -> bool {
    let [(None, key), (None, _)] = sink.arguments.as_slice() else { return false };
    let is_word = |value: &Value| value.whole().is_some_and(|key| !key.is_empty() && !key.contains('/'));
    words::means(Meaning::PutsByKey, &sink.name) && key.iter().any(is_word)
}

/// A target with what stands before it.
fn whole(sink: &Sink, target: &Value, own_base: Option<&Value>) -> Vec<Piece> {
    let pieces = target.pieces();
    let base: Option<Vec<Piece>> = own_base.map(Value::pieces).or_else(|| sink.base.as_ref().map(|base| base.to_vec()));
    let is_absolute = matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.starts_with("http") || text.contains("hubapi.com"));
    let Some(mut base) = base.filter(|_| !is_absolute) else { return pieces };
    let at = Literal { file: u32::MAX, start: 0, function: 0 };
    base.push(Piece::Literal { text: "/".into(), at });
    base.extend(pieces);
    base
}

fn shown(name: &str) -> String {
    if name.is_empty() { "a function".to_owned() } else { format!("{name}()") }
}

/// Paths that nobody else has.
pub(in crate::scan) fn is_distinct(route: &Route) -> bool {
    let texts: Vec<&str> = route.segments.iter().take(3).map(|segment| segment.text.as_str()).collect();
    matches!(
        texts.as_slice(),
        ["crm", "v3" | "v4", "objects" | "properties" | "associations" | "schemas" | "pipelines" | "owners" | "lists"]
    )
}

/// A parameter that names an object type in the path.
fn open_object(route: &Route) -> Option<Parameter> {
    let segments = &route.segments;
    let mut open = segments.iter().enumerate().filter(|(at, segment)| segment.is_hole() && names_object(segments, *at));
    open.find_map(|(_, segment)| segment.parameter.clone())
}
