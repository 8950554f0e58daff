//! Texts as routes: host, segments, holes; and which of them HubSpot knows.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::catalog::{Call, Catalog, Method};
use crate::scan::value::{Parameter, Piece};

/// Whose server a URL names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scan) enum Host {
    /// HubSpot's.
    HubSpot,
    /// Not known.
    Open,
    /// Someone else's.
    Other,
}

/// A text read as a URL.
#[derive(Debug, Clone)]
pub(in crate::scan) struct Route {
    pub(in crate::scan) host: Host,
    /// What stands before the path, where that is a parameter.
    pub(in crate::scan) lead: Option<Parameter>,
    /// Whether a hole stands before the path.
    pub(in crate::scan) has_lead: bool,
    pub(in crate::scan) segments: Vec<Segment>,
}

/// A part of a path between slashes.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::scan) struct Segment {
    pub(in crate::scan) text: String,
    pub(in crate::scan) parameter: Option<Parameter>,
    /// Text and hole together.
    pub(in crate::scan) is_mixed: bool,
}

impl Segment {
    /// Whether it is not known.
    pub(in crate::scan) fn is_hole(&self) -> bool {
        self.text.starts_with('{')
    }
}

/// HubSpot's hosts of the API.
fn is_hubspot_host(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    let is_api = host.starts_with("api.") || host.starts_with("api-") || host.starts_with('{');
    host.ends_with("hubapi.com")
        || (is_api && (host.ends_with(".hubspot.com") || host.ends_with("hsforms.com")))
        || host == "hubapi"
}

impl Route {
    /// Reads `pieces`; `None` where they are no URL and no path.
    pub(in crate::scan) fn read(pieces: &[Piece]) -> Option<Self> {
        let mut text = String::new();
        let mut parameters: Vec<Option<Parameter>> = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Literal { text: part, .. } => {
                    // A parsed URL ends in a slash though its text does not.
                    if text.ends_with("hubapi.com") && part.starts_with(char::is_alphanumeric) {
                        text.push('/');
                    }
                    text.push_str(&part.replace(['\u{1}', '\u{2}'], ""));
                }
                Piece::Parameter(parameter) => {
                    hole(&mut text, parameters.len());
                    parameters.push(Some(parameter.clone()));
                }
                Piece::Hole(_) => {
                    hole(&mut text, parameters.len());
                    parameters.push(None);
                }
                Piece::When(_) => {}
            }
            if text.len() > 4_000 {
                return None;
            }
        }
        let mut names: Vec<String> = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Literal { .. } | Piece::When(_) => {}
                Piece::Parameter(parameter) => names.push(parameter.name("value")),
                Piece::Hole(name) => names.push(name.to_string()),
            }
        }
        Self::of_text(text.trim(), &parameters, &names)
    }

    fn of_text(text: &str, parameters: &[Option<Parameter>], names: &[String]) -> Option<Self> {
        let mut route = Self { host: Host::Open, lead: None, has_lead: false, segments: Vec::new() };
        let text = &without_templates(text);
        let mut rest: &str = last_address(text);
        let after_scheme = ["https://", "http://", "//"].iter().find_map(|scheme| rest.strip_prefix(scheme));
        if let Some(after) = after_scheme {
            let end = host_end(after);
            route.set_host(&after[..end], parameters);
            rest = &after[end..];
            // `https://api.hubapi.com` and then what a caller brings, slash and all.
            if let Some(inner) = rest.strip_prefix('\u{1}').filter(|_| route.host == Host::HubSpot)
                && let Some((number, after)) = inner.split_once('\u{2}')
                && (after.is_empty() || after.starts_with('/') || after.starts_with('?'))
            {
                let known = number.parse::<usize>().ok().and_then(|at| parameters.get(at)).cloned().flatten();
                route.has_lead = true;
                route.lead = known.or(route.lead.take());
            }
        } else if let Some((_, path)) = rest.split_once('/').filter(|(host, _)| host.contains("hubapi.com")) {
            route.host = Host::HubSpot;
            rest = path;
        } else {
            while let Some(inner) = rest.strip_prefix('\u{1}') {
                let (number, after) = inner.split_once('\u{2}')?;
                let known = number.parse::<usize>().ok().and_then(|at| parameters.get(at)).cloned().flatten();
                // What is a hole and goes on to the next slash is a segment, unless nothing stands before it.
                route.has_lead = true;
                route.lead = known.or(route.lead.take());
                rest = after;
                if rest.starts_with("://") {
                    rest = &rest[3..];
                }
            }
        }
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        // Patterns and expressions are no paths.
        if path.contains(['[', ']', '*', '(', ')', '^', '|', '\\']) {
            return None;
        }
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        route.segments = parts.iter().map(|part| segment(part, parameters, names)).collect();
        for at in 0..parts.len() {
            if route.segments[at].is_mixed && names_object(&route.segments, at) {
                let is_last = at + 1 == parts.len();
                if let Some(text) = own_object(parts[at], is_last, parameters.len(), names) {
                    route.segments[at].text = text;
                }
            }
        }
        if route.takes_no_token() {
            route.host = Host::Other;
        }
        Some(route)
    }

    fn set_host(&mut self, host: &str, parameters: &[Option<Parameter>]) {
        let plain: String = host.chars().filter(|c| !matches!(c, '\u{1}' | '\u{2}')).collect();
        if is_hubspot_host(&plain) {
            self.host = Host::HubSpot;
        } else if host.starts_with('\u{1}') && host.ends_with('\u{2}') && host.matches('\u{1}').count() == 1 {
            self.has_lead = true;
            let number = host.trim_matches(['\u{1}', '\u{2}']).parse::<usize>().ok();
            self.lead = number.and_then(|at| parameters.get(at)).cloned().flatten();
        } else {
            self.host = Host::Other;
        }
    }

    /// Whether no token opens the address: that of a workflow which waits for a webhook carries its own secret, and what a
    /// page embeds is open to all.
    fn takes_no_token(&self) -> bool {
        let mut segments = self.segments.iter().map(|segment| segment.text.as_str());
        match segments.next() {
            Some("automation") => segments.nth(1) == Some("webhook-triggers"),
            Some("embed") => true,
            _ => false,
        }
    }

    /// The path with its holes named.
    pub(in crate::scan) fn path(&self) -> String {
        let segments: Vec<&str> = self.segments.iter().map(|segment| segment.text.as_str()).collect();
        format!("/{}", segments.join("/"))
    }
}

/// An absolute address stays one, whatever was put before it: `https://api.hubapi.com` and `https://forms.hubspot.com/x`.
fn last_address(text: &str) -> &str {
    let path = text.split('?').next().unwrap_or(text);
    let starts = ["https://", "http://"].iter().filter_map(|scheme| path.rfind(scheme));
    starts.max().map_or(text, |start| &text[start..])
}

/// `{{$parameter["id"]}}`, which engines of templates fill, as one hole; n8n begins such a text with `=`.
fn without_templates(text: &str) -> Cow<'_, str> {
    if !text.contains("{{") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.strip_prefix('=').unwrap_or(text);
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((inner, behind)) = after.split_once("}}") else { break };
        let name: String = inner.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
        plain.push_str(before);
        plain.push('{');
        plain.push_str(&name);
        plain.push('}');
        rest = behind;
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Whether a segment is a version: `v3`, `2026-03`.
pub(super) fn is_version(text: &str) -> bool {
    matches!(text.as_bytes(), [b'v', b'1'..=b'9']) || text.starts_with("202")
}

/// A hole in a text: its number between two marks that no source has.
fn hole(text: &mut String, number: usize) {
    text.push('\u{1}');
    text.push_str(&number.to_string());
    text.push('\u{2}');
}

/// Where the host ends: at a slash, or at a hole behind a whole name.
fn host_end(after: &str) -> usize {
    let slash = after.find('/').unwrap_or(after.len());
    let hole = after.find('\u{1}').filter(|hole| {
        let before = &after[..*hole];
        let next = after[*hole..].find('\u{2}').map_or("", |end| &after[*hole + end + 1..]);
        before.contains('.') && before.ends_with(char::is_alphanumeric) && !next.starts_with(['.', ':', '-'])
    });
    hole.map_or(slash, |hole| hole.min(slash))
}

fn segment(part: &str, parameters: &[Option<Parameter>], names: &[String]) -> Segment {
    let Some(start) = part.find('\u{1}') else {
        let text = part
            .strip_prefix(':')
            .map(|name| name.trim_end_matches(':'))
            .map_or_else(|| part.to_owned(), |name| format!("{{{name}}}"));
        return Segment { text, parameter: None, is_mixed: false };
    };
    let number = part[start + 1..].split('\u{2}').next().and_then(|number| number.parse::<usize>().ok());
    let name = number.and_then(|at| names.get(at)).map_or("value", String::as_str);
    let parameter = number.and_then(|at| parameters.get(at)).cloned().flatten();
    let is_whole = start == 0 && part.ends_with('\u{2}') && part.matches('\u{1}').count() == 1;
    let before = &part[..start];
    if !is_whole && !before.is_empty() {
        return Segment { text: before.to_owned(), parameter, is_mixed: true };
    }
    let clean: String = name.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
    Segment { text: format!("{{{}}}", if clean.is_empty() { "value" } else { &clean }), parameter, is_mixed: !is_whole }
}

/// Segments that an object type comes after.
const AFTER: [&str; 8] =
    ["objects", "properties", "pipelines", "schemas", "associations", "associated", "default", "change-log"];

/// Whether the segment at `at` names an object type.
pub(super) fn names_object(segments: &[Segment], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| segments[at].text.as_str());
    before(1).is_some_and(|before| AFTER.contains(&before))
        || before(2) == Some("associations")
            && before(3).is_some_and(|before| before.starts_with('v') || before == "crm")
}

/// What a text beside a hole says of an object type: `p_{name}` is a custom object's, any other is not known. `None` where
/// the text may be the name of the object and the hole a query behind it.
fn own_object(part: &str, is_last: bool, count: usize, names: &[String]) -> Option<String> {
    let literal = part.split('\u{1}').next().unwrap_or_default();
    let last = part.rsplit('\u{1}').next().and_then(|inner| inner.split('\u{2}').next());
    let number = last.and_then(|number| number.parse::<usize>().ok()).filter(|number| *number < count);
    let name = number.and_then(|at| names.get(at)).map_or("name", String::as_str);
    let name: String = name.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
    let name = if name.is_empty() { "name".to_owned() } else { name };
    let portal = literal.strip_prefix('p').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let behind = part.split_once('\u{2}').map_or("", |(_, behind)| behind);
    let is_custom = match portal {
        Some("") => behind.starts_with('_'),
        Some(rest) => rest.starts_with('_'),
        None => literal == "2-",
    };
    if is_custom {
        let start = if literal == "2-" { "2-" } else { "p_" };
        return Some(format!("{start}{{{name}}}"));
    }
    let is_word = literal.ends_with(|c: char| c.is_ascii_alphanumeric());
    if literal.is_empty() || (is_last && is_word) {
        return None;
    }
    Some(format!("{{{name}}}"))
}

/// What HubSpot knows of paths, remembered.
pub(in crate::scan) struct Known {
    catalog: &'static Catalog,
    methods: RefCell<HashMap<String, Vec<Method>>>,
    families: HashSet<&'static str>,
}

impl Known {
    /// What the catalog knows.
    pub(in crate::scan) fn new(catalog: &'static Catalog) -> Self {
        let first = |path: &'static str| path.split('/').nth(1);
        let families = catalog.endpoints().operations().iter().filter_map(|operation| first(operation.path)).collect();
        Self { catalog, methods: RefCell::default(), families }
    }

    /// The methods that HubSpot has on this path.
    pub(in crate::scan) fn methods(&self, path: &str) -> Vec<Method> {
        if let Some(known) = self.methods.borrow().get(path) {
            return known.clone();
        }
        let first = path.split('/').nth(1).unwrap_or_default();
        let last = path.rsplit('/').next().unwrap_or_default();
        let mut found: Vec<(Method, bool)> = Vec::new();
        for method in Method::ALL.into_iter().filter(|_| self.families.contains(first)) {
            let call = Call::new(method, path).ok();
            let operation = call.and_then(|call| self.catalog.endpoints().find(&call)).map(|found| found.operation);
            found.extend(operation.map(|operation| (method, operation.path.rsplit('/').next() == Some(last))));
        }
        // `…/contacts/search` is a search, not a contact called so.
        let is_named = found.iter().any(|(_, named)| *named);
        let found: Vec<Method> =
            found.into_iter().filter(|(_, named)| *named || !is_named).map(|(method, _)| method).collect();
        self.methods.borrow_mut().insert(path.to_owned(), found.clone());
        found
    }

    /// Whether `route` begins as paths of HubSpot's API do: a family of it, and a version.
    pub(in crate::scan) fn begins(&self, route: &Route) -> bool {
        let [family, version, _, ..] = route.segments.as_slice() else { return false };
        self.is_family(&family.text) && is_version(&version.text)
    }

    /// Whether `first` begins a path of HubSpot's API.
    pub(in crate::scan) fn is_family(&self, first: &str) -> bool {
        self.families.contains(first)
    }

    /// `route` as HubSpot has it: as it stands, or without a hole at its end that is a query. Gives the methods.
    pub(in crate::scan) fn fitted(&self, route: &Route) -> Option<(Route, Vec<Method>)> {
        if route.segments.is_empty() {
            return None;
        }
        let mut methods = self.methods(&route.path());
        if methods.is_empty()
            && let Some(dated) = self.dated(route)
        {
            return Some(dated);
        }
        let is_open = route.segments.iter().take(2).any(Segment::is_hole);
        let last_is_mixed = !is_open && route.segments.last().is_some_and(|last| last.is_mixed);
        if !methods.is_empty() && (self.is_guess(route, methods[0]) || self.lacks_version(route, methods[0])) {
            return None;
        }
        if !methods.is_empty() {
            return Some((route.clone(), methods));
        }
        if last_is_mixed {
            let mut shorter = route.clone();
            let hole = shorter.segments.last().is_some_and(Segment::is_hole);
            if hole {
                shorter.segments.pop();
            }
            methods = self.methods(&shorter.path());
            if !methods.is_empty() {
                return Some((shorter, methods));
            }
        }
        None
    }

    /// Whether the path would only be known by taking a hole behind its version for a word that HubSpot has there.
    fn is_guess(&self, route: &Route, method: Method) -> bool {
        let [_, version, third, ..] = route.segments.as_slice() else { return false };
        if !is_version(&version.text) || !third.is_hole() {
            return false;
        }
        let call = Call::new(method, &route.path()).ok();
        let operation = call.and_then(|call| self.catalog.endpoints().find(&call)).map(|found| found.operation);
        operation.and_then(|operation| operation.path.split('/').nth(3)).is_some_and(|word| !word.starts_with('{'))
    }

    /// Whether HubSpot has a version in the path, and `route` none: a path of the project's own server, or a word of a text.
    fn lacks_version(&self, route: &Route, method: Method) -> bool {
        let is_said = route.segments.iter().take(5).any(|segment| is_version(&segment.text));
        let operation = || {
            let call = Call::new(method, &route.path()).ok()?;
            self.catalog.endpoints().find(&call).map(|found| found.operation)
        };
        !is_said && operation().is_some_and(|operation| operation.path.split('/').any(is_version))
    }

    /// `route` with the version that a hole of it stands for: `/crm/{version}/lists`, `/files/{revision}/folders`.
    fn dated(&self, route: &Route) -> Option<(Route, Vec<Method>)> {
        let says_version = |segment: &Segment| segment.text.to_ascii_lowercase().contains("ver");
        let at = route.segments.iter().take(3).position(|segment| segment.is_hole() && says_version(segment));
        // A hole right behind the family is one, whatever it is called, where what comes after it is said.
        let second = || {
            let [family, hole, next, ..] = route.segments.as_slice() else { return None };
            let is_settled = hole.is_hole() && !hole.is_mixed && hole.parameter.is_none();
            let fits = self.is_family(&family.text) && is_settled && !next.is_hole();
            fits.then_some(1)
        };
        let at = at.or_else(second)?;
        ["v3", "v4", "v1", "v2"].iter().find_map(|version| {
            let mut dated = route.clone();
            (*version).clone_into(&mut dated.segments[at].text);
            dated.segments[at].parameter = None;
            let methods = self.methods(&dated.path());
            (!methods.is_empty()).then_some((dated, methods))
        })
    }
}
