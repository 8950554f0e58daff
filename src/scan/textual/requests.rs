//! The requests that a document describes: a target beside a method, below a base address.
//!
//! ```text
//!  tree ─▶ walked from the top, references put in ─▶ texts that can be targets ─▶ base, path, method ─▶ calls
//! ```
//! A method counts only from the mapping that the target stands in, or one that is around it alone: never a neighbour's. A
//! base counts from the mapping, from what is around it, or where the whole document has one.

use std::collections::HashSet;

use super::base::Base;
use super::keys::{self, Meaning};
use super::template::{self, Part};
use super::tree::{Id, Kind, Tree};
use crate::catalog::Method;
use crate::scan::calls::{Host, Known, RawCall, Route, Unresolved};

/// How many nodes are looked at, those behind references each time anew: so many for each of the document, and some more.
const STEPS_EACH: usize = 4;
const MORE_STEPS: usize = 5_000;

/// How deep mappings may lie in each other.
const DEEPEST: usize = 120;

/// What a document asks for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    pub(super) calls: Vec<RawCall>,
    pub(super) unresolved: Vec<Unresolved>,
    /// First bytes of calls with the scopes that the document lists beside them, for a stream or an action.
    pub(super) listed: Vec<(usize, Vec<String>)>,
    /// Texts that are scripts, to be read line by line: first byte, and the one behind.
    pub(super) scripts: Vec<(usize, usize)>,
}

/// What the document `tree` asks for, which stands in `file`.
pub(super) fn asked(known: &Known, file: u32, tree: &Tree) -> Asked {
    let Some(root) = tree.root() else { return Asked::default() };
    let mut walk = Walk {
        tree,
        known,
        file,
        bases: Vec::new(),
        frames: Vec::new(),
        parameters: Vec::new(),
        bodies: 0,
        paths: Vec::new(),
        entered: Vec::new(),
        steps: STEPS_EACH * tree.len() + MORE_STEPS,
        found: Asked::default(),
        general: Vec::new(),
        settled: HashSet::new(),
        open: Vec::new(),
    };
    walk.bases = walk.all_bases();
    walk.node(root, None, false);
    walk.paths_left();
    if walk.steps == 0 {
        let why = "the document refers to itself so often that not all of it was followed".to_owned();
        walk.open.push(Unresolved { file, at: 0, why });
    }
    let Walk { mut found, general, settled, open, .. } = walk;
    found.calls.extend(general.into_iter().filter(|call| !settled.contains(&(call.at as usize))));
    let is_left = |open: &Unresolved| !settled.contains(&(open.at as usize));
    found.unresolved.extend(open.into_iter().filter(is_left));
    found
}

/// A mapping on the way to where the walk is.
pub(super) struct Frame<'a> {
    pub(super) entries: Vec<(&'a str, Id)>,
    /// Whether it is one of several in a list.
    is_item: bool,
}

pub(super) struct Walk<'a> {
    pub(super) tree: &'a Tree,
    known: &'a Known,
    pub(super) file: u32,
    /// The distinct bases of the document.
    bases: Vec<Base>,
    pub(super) frames: Vec<Frame<'a>>,
    /// What `$parameters` around bring, the nearest last.
    parameters: Vec<(&'a str, Id)>,
    /// How many of the mappings around are sent along with a request.
    bodies: usize,
    /// Paths among all such parameters.
    paths: Vec<Id>,
    /// The references that the walk is in.
    entered: Vec<Id>,
    steps: usize,
    found: Asked,
    /// Calls of components whose parameters are open, unless they are settled by those who refer to them.
    general: Vec<RawCall>,
    /// First bytes of texts that led to a call.
    settled: HashSet<usize>,
    /// Places that look like a call, unless they lead to one elsewhere.
    open: Vec<Unresolved>,
}

/// A text that can be a target.
struct Target {
    parts: Vec<Part>,
    /// The text itself.
    text_at: usize,
    /// Where the call is shown.
    at: usize,
    /// The method that stands before it: `GET /crm/v3/owners`.
    said: Option<Method>,
    is_asked: bool,
}

impl Target {
    /// Whether a parameter of the document is not known here: whoever refers to the component brings it.
    fn is_open(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Hole(of) if template::parameter(of).is_some()))
    }
}

impl<'a> Walk<'a> {
    fn node(&mut self, id: Id, key: Option<&'a str>, is_item: bool) {
        if self.steps == 0 || self.frames.len() > DEEPEST {
            return;
        }
        self.steps -= 1;
        let tree = self.tree;
        let meant = tree.meant(id);
        let is_elsewhere = meant != id;
        if is_elsewhere {
            if self.entered.contains(&meant) {
                return;
            }
            self.entered.push(meant);
        }
        match &tree.node(meant).kind {
            Kind::Map(_) => self.map(meant, is_item),
            Kind::List(items) => items.iter().for_each(|item| self.node(*item, key, true)),
            Kind::Text(_) => self.text(meant, key.unwrap_or_default()),
            Kind::Same(_) => {}
        }
        if is_elsewhere {
            self.entered.pop();
        }
    }

    fn map(&mut self, id: Id, is_item: bool) {
        let entries = self.tree.entries(id);
        if self.frames.len() <= 1 && keys::describes_api(&entries.iter().map(|(key, _)| *key).collect::<Vec<_>>()) {
            return;
        }
        let before = self.parameters.len();
        for (_, own) in entries.iter().filter(|(key, _)| matches!(*key, "$parameters" | "$options")) {
            let own = self.tree.entries(*own);
            self.paths.extend(own.iter().filter(|(name, _)| *name == "path").map(|(_, id)| *id));
            self.parameters.extend(own);
        }
        self.frames.push(Frame { entries: entries.clone(), is_item });
        self.named_requests(id);
        for (key, child) in entries {
            if keys::meaning(key) != Meaning::Talk && !matches!(key, "$parameters" | "$options") {
                let is_body = usize::from(keys::is_body(key));
                self.bodies += is_body;
                self.node(child, Some(key), false);
                self.bodies -= is_body;
            }
        }
        self.inherited_path();
        self.frames.pop();
        self.parameters.truncate(before);
    }

    /// Requests whose target is a key: `"/crm/v3/owners": "GET"`, `"/crm/v3/owners": { method: … }`.
    fn named_requests(&mut self, map: Id) {
        let Kind::Map(children) = &self.tree.node(map).kind else { return };
        for child in children {
            let Some(key) = self.tree.node(*child).key.as_ref().filter(|key| key.text.contains('/')) else { continue };
            let value = self.tree.meant(*child);
            let said = match &self.tree.node(value).kind {
                Kind::Text(text) => Method::from_word(text),
                Kind::Map(_) => method_in(self.tree, &self.tree.entries(value)),
                Kind::List(_) | Kind::Same(_) => None,
            };
            let (line, target) = request_line(&key.text);
            let Some(said) = said.or(line) else { continue };
            let parts = template::parts(target);
            let at = key.at + usize::from(key.at > 0);
            self.candidate(&Target { parts, text_at: key.at, at, said: Some(said), is_asked: true });
        }
    }

    /// A path that only the parameters around bring to a requester: of Airbyte's manifests.
    fn inherited_path(&mut self) {
        let Some(frame) = self.frames.last() else { return };
        let has = |meaning| frame.entries.iter().any(|(key, _)| keys::meaning(key) == meaning);
        let is_requester = has(Meaning::Base) && !has(Meaning::Target);
        if !is_requester {
            return;
        }
        let path = self.parameters.iter().rev().find(|(name, _)| *name == "path").map(|(_, id)| *id);
        match path.and_then(|path| self.target_of(path, "path")) {
            Some(target) => self.candidate(&target),
            // A base that is whole is the target itself.
            None => {
                let method = method_in(self.tree, &frame.entries);
                let base = frame.entries.iter().find(|(key, _)| keys::meaning(key) == Meaning::Base);
                if let (Some(said), Some((key, base))) = (method, base)
                    && let Some(target) = self.target_of(*base, key)
                {
                    self.candidate(&Target { said: Some(said), is_asked: true, ..target });
                }
            }
        }
    }

    /// Paths in parameters of components that were not seen to reach a requester.
    fn paths_left(&mut self) {
        for path in std::mem::take(&mut self.paths) {
            let target = self.target_of(path, "path").filter(|target| !self.settled.contains(&target.text_at));
            if let Some(target) = target {
                self.candidate(&target);
            }
        }
    }

    fn text(&mut self, id: Id, key: &str) {
        let node = self.tree.node(id);
        let Kind::Text(text) = &node.kind else { return };
        let is_script = text.trim().contains('\n') || text.contains("curl ");
        if is_script && text.contains('/') {
            self.found.scripts.push((node.at, node.end));
            return;
        }
        if keys::is_link(key) {
            return;
        }
        let may_be = text.contains('/') || matches!(keys::meaning(key), Meaning::Target) || key == "resources";
        if !may_be || keys::meaning(key) == Meaning::Base || text.len() > 2_000 {
            return;
        }
        if let Some(target) = self.target_of(id, key) {
            self.candidate(&target);
        }
    }

    /// The text at `id` as a target; `None` where it can be none.
    fn target_of(&self, id: Id, key: &str) -> Option<Target> {
        let node = self.tree.node(self.tree.meant(id));
        let Kind::Text(text) = &node.kind else { return None };
        let (said, target) = request_line(text.trim());
        // `NAME=https://…` of an environment.
        let (is_setting, target) = match target.split_once('=') {
            Some((name, value)) if is_name(name) && value.starts_with("http") => (true, value),
            _ => (false, target),
        };
        let mut from = None;
        let parts = self.filled(template::parts(target), &mut from, 0);
        let outside: String = parts
            .iter()
            .filter_map(|part| if let Part::Text(text) = part { Some(text.as_str()) } else { None })
            .collect();
        if outside.contains(char::is_whitespace) {
            return None;
        }
        let is_asked = said.is_some() || (keys::meaning(key) == Meaning::Target && !is_setting) || key == "resources";
        Some(Target { parts, text_at: node.at, at: from.unwrap_or(node.at), said, is_asked })
    }

    /// The parts with the parameters of the document put in; `from` is where the last of them stands.
    pub(super) fn filled(&self, parts: Vec<Part>, from: &mut Option<usize>, depth: usize) -> Vec<Part> {
        let mut filled = Vec::new();
        for part in parts {
            let value = match &part {
                Part::Hole(expression) => template::parameter(expression).and_then(|name| self.parameter(name)),
                Part::Text(_) => None,
            };
            match value.and_then(|value| Some((value, self.tree.text(self.tree.meant(value))?))) {
                Some((value, text)) if depth < 3 => {
                    *from = Some(self.tree.node(self.tree.meant(value)).at);
                    filled.extend(self.filled(template::parts(text), from, depth + 1));
                }
                _ => filled.push(part),
            }
        }
        filled
    }

    fn parameter(&self, name: &str) -> Option<Id> {
        self.parameters.iter().rev().find(|(known, _)| *known == name).map(|(_, id)| *id)
    }

    /// Reports what a target turns out to be.
    fn candidate(&mut self, target: &Target) {
        if target.parts.is_empty() {
            return;
        }
        let pieces = template::pieces(&target.parts, self.file);
        let Some(route) = Route::read(&pieces) else { return };
        let is_absolute = matches!(target.parts.first(), Some(Part::Text(text)) if text.starts_with("http") || text.contains("hubapi.com"));
        if is_absolute {
            if route.host == Host::HubSpot {
                self.ours(target, &route, true);
            }
            return;
        }
        if self.bodies > 0 {
            return;
        }
        match self.near_base() {
            Some(Base { host: Host::Other, .. }) => {}
            Some(base) if base.host == Host::HubSpot => {
                if target.is_asked
                    && self.is_request(target)
                    && let Some(route) = self.below(&base, target)
                {
                    self.ours(target, &route, true);
                }
            }
            _ => self.without_base(target, &route),
        }
    }

    /// A path that no base stands near: below the one of the document, or by what it looks like.
    fn without_base(&mut self, target: &Target, own: &Route) {
        let ours: Vec<Base> = self.bases.iter().filter(|base| base.host == Host::HubSpot).cloned().collect();
        let is_alone = ours.len() == self.bases.len();
        let below: Vec<Route> = ours.iter().filter_map(|base| self.below(base, target)).collect();
        let fitting = below.iter().find(|route| self.known.fitted(route).is_some());
        let is_begun = !own.has_lead && self.known.begins(own);
        if let Some(route) = fitting.filter(|_| target.is_asked && (is_alone || is_begun)) {
            self.ours(target, &route.clone(), true);
        } else if let [route] = below.as_slice()
            && is_alone
            && target.is_asked
            && (is_begun || (self.says_method() && !own.has_lead))
        {
            self.ours(target, route, true);
        } else if self.known.begins(own) && self.known.fitted(own).is_some() && own.host != Host::Other {
            self.ours(target, own, false);
        }
    }

    /// A path of HubSpot's: a call, or a place to look at.
    fn ours(&mut self, target: &Target, route: &Route, is_certain: bool) {
        let fitted = self.known.fitted(route);
        let (is_known, route, methods) = match fitted {
            Some((route, methods)) => (true, route, methods),
            None => (false, route.clone(), Vec::new()),
        };
        let is_ours = is_known || (is_certain && target.is_asked);
        if !is_ours {
            return;
        }
        if !is_known && route.segments.iter().take(3).any(|segment| segment.text.starts_with('{'))
            || route.segments.is_empty()
        {
            if !route.segments.is_empty() {
                let why = "the path is put together from values that are not known here".to_owned();
                self.leave(target.at, why);
            }
            return;
        }
        let said = target.said.or_else(|| self.method_near());
        let path = route.path();
        let method = match (said, methods.as_slice()) {
            (Some(said), _) => Some((said, false)),
            // What asks without a word, reads.
            (None, all) if target.is_asked && all.contains(&Method::Get) => Some((Method::Get, true)),
            (None, [only]) => Some((*only, true)),
            _ => None,
        };
        match method {
            Some((method, method_is_assumed)) => {
                if !target.is_open() {
                    self.settled.extend([target.text_at, target.at]);
                }
                self.found.listed.extend(self.scopes_near().map(|scopes| (target.at, scopes)));
                let at = u32::try_from(target.at).unwrap_or(u32::MAX);
                let call =
                    RawCall { file: self.file, at, method, method_is_assumed, path, via: "http", objects: Vec::new() };
                if target.is_open() {
                    self.general.push(call);
                } else if !self.found.calls.contains(&call) {
                    self.found.calls.push(call);
                }
            }
            None if is_known => {
                self.leave(target.at, format!("{path} stands here, and nothing says which method is used"));
            }
            None => self.leave(target.at, format!("{path} is in no HubSpot source")),
        }
    }

    fn leave(&mut self, at: usize, why: String) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let open = Unresolved { file: self.file, at, why };
        if !self.open.contains(&open) {
            self.open.push(open);
        }
    }

    /// The target below a base.
    fn below(&self, base: &Base, target: &Target) -> Option<Route> {
        let slash = Part::Text("/".to_owned());
        let parts: Vec<Part> = base.parts.iter().cloned().chain([slash]).chain(target.parts.iter().cloned()).collect();
        Route::read(&template::pieces(&parts, self.file))
    }

    /// Whether what stands near a base is plainly a request, and not a path into something else.
    fn is_request(&self, target: &Target) -> bool {
        let has_slash = target.parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains('/')));
        let own_base = self
            .frames
            .last()
            .is_some_and(|frame| frame.entries.iter().any(|(key, _)| keys::meaning(key) == Meaning::Base));
        let is_named = || {
            let frames = self.frames.iter().rev().take(2);
            frames.flat_map(|frame| &frame.entries).any(|(key, _)| keys::is_request(key) || *key == "resources")
        };
        has_slash || own_base || self.says_method() || is_named()
    }

    /// The scopes that the mapping of a request lists, or one around it that is not the whole document.
    fn scopes_near(&self) -> Option<Vec<String>> {
        let frames = self.frames.iter().skip(1).rev().take(3);
        let id = frames.flat_map(|frame| &frame.entries).find(|(key, _)| keys::lists_scopes(key)).map(|(_, id)| *id)?;
        let id = self.tree.meant(id);
        let all = match &self.tree.node(id).kind {
            Kind::List(items) => items.iter().filter_map(|item| self.tree.text(self.tree.meant(*item))).collect(),
            Kind::Text(text) => vec![&**text],
            Kind::Map(_) | Kind::Same(_) => Vec::new(),
        };
        let names = all.iter().flat_map(|text| text.split([' ', ','])).filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_owned).collect();
        (!names.is_empty()).then_some(names)
    }

    fn says_method(&self) -> bool {
        self.frames.last().is_some_and(|frame| method_in(self.tree, &frame.entries).is_some())
    }

    /// The method of the mapping that the walk is in, or of one around that has no target of its own.
    fn method_near(&self) -> Option<Method> {
        for (number, frame) in self.frames.iter().rev().take(4).enumerate() {
            let has_target = |(key, id): &(&str, Id)| {
                keys::meaning(key) == Meaning::Target && self.tree.text(self.tree.meant(*id)).is_some()
            };
            if number > 0 && frame.entries.iter().any(has_target) {
                return None;
            }
            if let Some(method) = method_in(self.tree, &frame.entries) {
                return Some(method);
            }
            if frame.is_item {
                return None;
            }
        }
        None
    }
}

/// The method that a mapping says, itself or in its options.
fn method_in(tree: &Tree, entries: &[(&str, Id)]) -> Option<Method> {
    let of = |entries: &[(&str, Id)]| {
        let said = entries.iter().filter(|(key, _)| keys::meaning(key) == Meaning::Method);
        said.filter_map(|(_, id)| tree.text(tree.meant(*id))).find_map(Method::from_word)
    };
    of(entries).or_else(|| {
        let options = entries.iter().filter(|(key, _)| keys::is_options(key));
        options.map(|(_, id)| tree.entries(*id)).filter(|below| !has_target(below)).find_map(|below| of(&below))
    })
}

fn has_target(entries: &[(&str, Id)]) -> bool {
    entries.iter().any(|(key, _)| keys::meaning(key) == Meaning::Target)
}

/// `GET /crm/v3/owners`: the method, and what comes behind it.
fn request_line(text: &str) -> (Option<Method>, &str) {
    let said = text.split_once([' ', ':']).and_then(|(method, rest)| {
        let is_word = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
        Method::from_word(method).filter(|_| is_word).map(|method| (method, rest.trim_start()))
    });
    said.map_or((None, text), |(method, rest)| (Some(method), rest))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}
