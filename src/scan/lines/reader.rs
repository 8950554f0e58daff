//! The calls in the lines of a file, and what looks like one.
//!
//! Owns the way from a text to a call: its path, its method, where it is called. It follows no function and no other file.

use std::collections::HashSet;

use super::found::Lines;
use super::lexer::readable;
use super::source::{Chain, Source};
use super::table::Row;
use super::verb::Verb;
use crate::catalog::Method;
use crate::scan::calls::{Host, Known, RawCall, Route, Unresolved, is_distinct};
use crate::scan::prefilter;
use crate::scan::value::Piece;
use crate::syntax::offset;

/// Reads the file `file`; where `within` is given, only what stands in the lines of these parts is told.
pub(in crate::scan) fn read(
    known: &Known,
    file: u32,
    row: &Row,
    bytes: &[u8],
    speaks_of_hubspot: bool,
    within: Option<&[(u32, u32)]>,
) -> Lines {
    let text = readable(bytes);
    let source = Source::new(&text, row);
    let lines = within.map(|parts| lines_of(&text, parts));
    let mut reader = Reader {
        known,
        file,
        source: &source,
        speaks_of_hubspot,
        lines,
        found: Lines::default(),
        settled: HashSet::new(),
        used: HashSet::new(),
    };
    reader.run();
    reader.found
}

/// The lines in which these parts stand, from 0.
fn lines_of(text: &str, parts: &[(u32, u32)]) -> HashSet<usize> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
    let line = |at: u32| starts.partition_point(|start| *start <= at as usize).saturating_sub(1);
    parts.iter().flat_map(|(start, end)| line(*start)..=line(end.saturating_sub(1).max(*start))).collect()
}

struct Reader<'a> {
    known: &'a Known,
    file: u32,
    source: &'a Source<'a>,
    speaks_of_hubspot: bool,
    lines: Option<HashSet<usize>>,
    found: Lines,
    /// Literals of which it is known what becomes of them.
    settled: HashSet<usize>,
    /// What was given to names, and is called by them.
    used: HashSet<usize>,
}

/// A path of HubSpot's in the file.
struct Path {
    text: String,
    methods: Vec<Method>,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut waiting: Vec<(Chain, Path)> = Vec::new();
        let mut at = 0;
        while at < self.source.tokens.len() {
            let Some(chain) = self.chain_at(at) else {
                at += 1;
                continue;
            };
            let is_only_name = chain.literals.is_empty();
            let next = if is_only_name { at + 1 } else { chain.end.max(at + 1) };
            if let Some(path) = self.path(&chain) {
                self.visit(chain, path, is_only_name, &mut waiting);
            } else if self.is_open(&chain) {
                self.leave(&chain, "the path that is asked for here comes from elsewhere".to_owned());
            } else if Route::read(&chain.pieces).is_some_and(|route| route.host == Host::Other) {
                self.settled.extend(&chain.literals);
            }
            at = next;
        }
        for (chain, path) in waiting {
            self.settle(&chain, &path);
        }
        self.found.is_left |= !self.found.unresolved.is_empty() || self.is_something_left();
    }

    fn chain_at(&self, at: usize) -> Option<Chain> {
        let source = self.source;
        let is_begin = source.is_text(at) || (source.word(at).is_some() && !(at > 0 && source.links(at - 1)));
        is_begin.then(|| source.chain(at)).flatten()
    }

    /// Takes a call whose method is known; what is not settled yet waits for what stands behind it.
    fn visit(&mut self, chain: Chain, path: Path, is_only_name: bool, waiting: &mut Vec<(Chain, Path)>) {
        match self.source.verb(chain.start, chain.end) {
            Verb::Said(method) => self.call(&chain, &path, method, false),
            Verb::Told => self.settled.extend(&chain.literals),
            _ if is_only_name => {}
            _ => waiting.push((chain, path)),
        }
    }

    /// A path that nothing on its line asks for: it is called by the name that it is given, or lines near it say the method.
    fn settle(&mut self, chain: &Chain, path: &Path) {
        let source = self.source;
        let given = source.given.iter().position(|given| given.at == chain.start);
        if given.is_some_and(|given| self.used.contains(&given)) {
            return self.settled.extend(&chain.literals);
        }
        let is_handed = source.verb(chain.start, chain.end) == Verb::Open;
        let near = source.near(chain.start, chain.end).filter(|method| path.methods.contains(method));
        match (near, path.methods.as_slice()) {
            (Some(method), _) => self.call(chain, path, method, false),
            (None, [only]) if is_handed && given.is_none() => self.call(chain, path, *only, true),
            _ => {
                self.leave(chain, format!("{} stands here, and nothing says which method is used", path.text));
            }
        }
    }

    fn call(&mut self, chain: &Chain, path: &Path, method: Method, is_assumed: bool) {
        self.settled.extend(&chain.literals);
        self.used.extend(&chain.names);
        self.used.extend(self.client_of(chain));
        let Some(token) = self.source.tokens.get(chain.start).filter(|token| self.is_within(token.line)) else {
            return;
        };
        self.found.calls.push(RawCall {
            file: self.file,
            at: offset(token.start),
            method,
            method_is_assumed: is_assumed,
            path: path.text.clone(),
            via: "http",
            objects: Vec::new(),
        });
    }

    fn leave(&mut self, chain: &Chain, why: String) {
        self.settled.extend(&chain.literals);
        self.used.extend(&chain.names);
        let Some(token) = self.source.tokens.get(chain.start).filter(|token| self.is_within(token.line)) else {
            return;
        };
        self.found.unresolved.push(Unresolved { file: self.file, at: offset(token.start), why });
    }

    /// What the object was made with that is asked here: `hub->get("/path")`.
    fn client_of(&self, chain: &Chain) -> Option<usize> {
        let source = self.source;
        let callee = source.callee(source.parent(chain.start)?)?;
        let first = source.begin(callee);
        source.given_to(source.word(first)?, first)
    }

    /// Whether it is HubSpot's host and then something that is not known, which is asked for.
    fn is_open(&self, chain: &Chain) -> bool {
        let is_base = |route: Route| route.host == Host::HubSpot && (route.segments.is_empty() || route.has_lead);
        chain.pieces.iter().any(|piece| matches!(piece, Piece::Hole(_)))
            && !has_prose(&chain.pieces)
            && Route::read(&chain.pieces).is_some_and(is_base)
            && matches!(self.source.verb(chain.start, chain.end), Verb::Said(_))
    }

    fn is_within(&self, line: usize) -> bool {
        self.lines.as_ref().is_none_or(|lines| lines.contains(&line))
    }

    /// The path that the text is, where it is one of HubSpot's.
    fn path(&self, chain: &Chain) -> Option<Path> {
        if has_prose(&chain.pieces) {
            return None;
        }
        let pieces = without_name_of_host(&chain.pieces);
        let route = Route::read(&pieces)?;
        let is_own = match route.host {
            Host::HubSpot => true,
            Host::Open => self.speaks_of_hubspot || is_distinct(&route),
            Host::Other => false,
        };
        if !is_own || route.segments.is_empty() {
            return None;
        }
        match self.known.fitted(&route) {
            Some((route, methods)) => Some(Path { text: route.path(), methods }),
            None if route.host == Host::HubSpot && self.known.begins(&route) => {
                Some(Path { text: route.path(), methods: Vec::new() })
            }
            None => None,
        }
    }

    /// Whether the API is named somewhere that led to nothing.
    fn is_something_left(&self) -> bool {
        let source = self.source;
        let bases: HashSet<usize> = self.used.iter().map(|place| source.given[*place].at).collect();
        // The host and the path may be handed over one beside the other.
        let together: HashSet<usize> = self.settled.iter().filter_map(|at| source.parent(*at)).collect();
        let is_together =
            |at: usize| source.parent(at).is_some_and(|open| !source.is_block(open) && together.contains(&open));
        (0..source.tokens.len()).any(|at| {
            let token = &source.tokens[at];
            source.is_text(at)
                && self.is_within(token.line)
                && !self.settled.contains(&at)
                && !bases.contains(&at)
                && prefilter::names_api(&source.text.as_bytes()[token.start..token.end])
                && !source.is_documentation(at)
                && !is_together(at)
        })
    }
}

fn has_prose(pieces: &[Piece]) -> bool {
    let is_prose = |text: &str| text.trim().contains(char::is_whitespace);
    pieces.iter().any(|piece| matches!(piece, Piece::Literal { text, .. } if is_prose(text)))
}

/// Salesforce names a host by a credential that is kept elsewhere: `callout:HubSpot/crm/v3/…`.
fn without_name_of_host(pieces: &[Piece]) -> Vec<Piece> {
    let mut pieces = pieces.to_vec();
    if let Some(Piece::Literal { text, at }) = pieces.first()
        && let Some((_, path)) = text.strip_prefix("callout:").and_then(|rest| rest.split_once('/'))
    {
        pieces[0] = Piece::Literal { text: format!("/{path}").into(), at: *at };
    }
    pieces
}
