//! The values of a JSON text by their places, in one pass and without recursion.
//!
//! Owns which texts can be edited: JSON, with comments and trailing commas let pass, for an edit must not depend on them.
//! The words are read by the scanner of `jsonc-parser`; its own tree is recursive and its editor rewrites what it need not.

use std::borrow::Cow;

use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

const NONE: u32 = u32::MAX;
const MARK: &str = "\u{feff}";

/// The number of a value.
pub(super) type Id = u32;

/// The outermost value.
pub(super) const ROOT: Id = 0;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    List,
    Text,
    Other,
}

/// One value. Numbers of 32 bits, for a file of ten megabytes can hold five million values.
#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    start: u32,
    end: u32,
    key: (u32, u32),
    parent: Id,
    first: Id,
    next: Id,
}

/// All values of a text.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    text: &'t str,
    nodes: Vec<Node>,
}

impl<'t> Tree<'t> {
    /// The values of `text`; or why it cannot be read, as the end of a sentence.
    pub(super) fn parse(text: &'t str) -> Result<Self, String> {
        if u32::try_from(text.len()).is_err() {
            return Err("the text is larger than 4 GiB".to_owned());
        }
        let mut reader = Reader { tree: Self { text, nodes: Vec::new() }, open: Vec::new(), key: (0, 0) };
        reader.read().map_err(|at| {
            let before = text.get(..at).unwrap_or(text);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
            format!("the text is not JSON (line {line}, column {column})")
        })?;
        Ok(reader.tree)
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = Id> + use<> {
        0..u32::try_from(self.nodes.len()).unwrap_or(NONE)
    }

    fn node(&self, id: Id) -> Node {
        self.nodes[id as usize]
    }

    pub(super) fn kind(&self, id: Id) -> Kind {
        self.node(id).kind
    }

    /// The first byte of the value.
    pub(super) fn start(&self, id: Id) -> usize {
        self.node(id).start as usize
    }

    /// The byte after the last.
    pub(super) fn end(&self, id: Id) -> usize {
        self.node(id).end as usize
    }

    /// The bytes of the member's key, with its quotes.
    pub(super) fn key(&self, id: Id) -> Option<(usize, usize)> {
        let (start, end) = self.node(id).key;
        (end > 0).then_some((start as usize, end as usize))
    }

    /// The member's key, decoded.
    pub(super) fn key_text(&self, id: Id) -> Option<Cow<'t, str>> {
        self.key(id).map(|(start, end)| decoded(&self.text[start..end]))
    }

    /// The first byte of the list item or of the member, its key included.
    pub(super) fn unit_start(&self, id: Id) -> usize {
        self.key(id).map_or_else(|| self.start(id), |(start, _)| start)
    }

    /// What the string says; `None` = it is none.
    pub(super) fn string(&self, id: Id) -> Option<Cow<'t, str>> {
        (self.kind(id) == Kind::Text).then(|| decoded(&self.text[self.start(id)..self.end(id)]))
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        Some(self.node(id).parent).filter(|parent| *parent != NONE)
    }

    /// The items of a list or the values of an object, in order.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + use<'_, 't> {
        let some = |id: Id| Some(id).filter(|id| *id != NONE);
        std::iter::successors(some(self.node(id).first), move |child| some(self.node(*child).next))
    }
}

/// A string as the scanner took it: strings that only a lenient reader takes stand for their bytes.
fn decoded(quoted: &str) -> Cow<'_, str> {
    let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
    if inner.contains('\\') {
        return serde_json::from_str(quoted).map_or(Cow::Borrowed(inner), Cow::Owned);
    }
    Cow::Borrowed(inner)
}

/// The scanner for JSON with comments, and nothing else.
pub(super) fn scanner(text: &str) -> Scanner<'_> {
    let options = ScannerOptions {
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    Scanner::new(text, &options)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expects {
    Value,
    ValueOrClose,
    KeyOrClose,
    Colon,
    CommaOrClose,
    Nothing,
}

struct Reader<'t> {
    tree: Tree<'t>,
    /// The open lists and objects, each with its last child.
    open: Vec<(Id, Id)>,
    key: (u32, u32),
}

impl Reader<'_> {
    /// Reads all; the error is the byte that cannot be there.
    fn read(&mut self) -> Result<(), usize> {
        let text = self.tree.text;
        let mark = if text.starts_with(MARK) { MARK.len() } else { 0 };
        let mut scanner = scanner(&text[mark..]);
        let mut expects = Expects::Value;
        while let Some(token) = scanner.scan().map_err(|error| error.range().start + mark)? {
            let at = scanner.token_start() + mark;
            let place = (narrow(at), narrow(scanner.token_end() + mark));
            expects = self.take(expects, &token, place).ok_or(at)?;
        }
        if expects == Expects::Nothing { Ok(()) } else { Err(text.len()) }
    }

    fn take(&mut self, expects: Expects, token: &Token<'_>, place: (u32, u32)) -> Option<Expects> {
        use Expects::{Colon, CommaOrClose, KeyOrClose, Nothing, Value, ValueOrClose};
        Some(match (expects, token) {
            (_, Token::CommentLine(_) | Token::CommentBlock(_)) => expects,
            (Value | ValueOrClose, Token::OpenBrace) => {
                self.begin(Kind::Object, place);
                KeyOrClose
            }
            (Value | ValueOrClose, Token::OpenBracket) => {
                self.begin(Kind::List, place);
                ValueOrClose
            }
            (Value | ValueOrClose, Token::String(_)) => self.leaf(Kind::Text, place),
            (Value | ValueOrClose, Token::Boolean(_) | Token::Number(_) | Token::Null) => self.leaf(Kind::Other, place),
            (ValueOrClose, Token::CloseBracket) | (KeyOrClose, Token::CloseBrace) => self.close(place)?,
            (CommaOrClose, Token::CloseBracket) if self.inside() == Some(Kind::List) => self.close(place)?,
            (CommaOrClose, Token::CloseBrace) if self.inside() == Some(Kind::Object) => self.close(place)?,
            (CommaOrClose, Token::Comma) if self.inside() == Some(Kind::List) => ValueOrClose,
            (CommaOrClose, Token::Comma) => KeyOrClose,
            (KeyOrClose, Token::String(_)) => {
                self.key = place;
                Colon
            }
            (Colon, Token::Colon) => Value,
            (Nothing | Value | ValueOrClose | KeyOrClose | Colon | CommaOrClose, _) => return None,
        })
    }

    fn inside(&self) -> Option<Kind> {
        self.open.last().map(|(id, _)| self.tree.kind(*id))
    }

    fn after_value(&self) -> Expects {
        if self.open.is_empty() { Expects::Nothing } else { Expects::CommaOrClose }
    }

    fn add(&mut self, kind: Kind, (start, end): (u32, u32)) -> Id {
        let id = narrow(self.tree.nodes.len());
        let key = std::mem::take(&mut self.key);
        let parent = self.open.last().map_or(NONE, |(parent, _)| *parent);
        self.tree.nodes.push(Node { kind, start, end, key, parent, first: NONE, next: NONE });
        if let Some((parent, last)) = self.open.last_mut() {
            if *last == NONE {
                self.tree.nodes[*parent as usize].first = id;
            } else {
                self.tree.nodes[*last as usize].next = id;
            }
            *last = id;
        }
        id
    }

    fn leaf(&mut self, kind: Kind, place: (u32, u32)) -> Expects {
        self.add(kind, place);
        self.after_value()
    }

    fn begin(&mut self, kind: Kind, place: (u32, u32)) {
        let id = self.add(kind, place);
        self.open.push((id, NONE));
    }

    fn close(&mut self, (_, end): (u32, u32)) -> Option<Expects> {
        let (id, _) = self.open.pop()?;
        self.tree.nodes[id as usize].end = end;
        Some(self.after_value())
    }
}

/// Whether it fits was asked before.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}
