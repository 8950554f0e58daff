//! What taking out and adding does to the bytes of one list or one object.
//!
//! Owns the commas and the white space between its parts. Comments always stay: a program cannot know whose they are. Of
//! several gaps that become one, one of them stays as it is; nothing else is touched.

use std::collections::HashSet;

use jsonc_parser::tokens::Token;

use super::fresh::{Around, Fresh, quoted};
use super::layout::{Layout, indent, line_end, on_lines};
use super::splice::Splice;
use super::tree::{Id, Kind, Tree, scanner};

/// Something new at the end of a list (no key) or of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: Option<String>,
    pub(super) value: Fresh,
}

/// The changes to the bytes of `id` when the children in `gone` are taken out and `added` comes to the end.
pub(super) fn rewrite(tree: &Tree<'_>, layout: &Layout, id: Id, gone: &HashSet<Id>, added: &[Entry]) -> Vec<Splice> {
    let mut pieces = pieces(tree, id, gone);
    let trailing = pieces.iter().rfind(|piece| !piece.is_comment()).is_some_and(|piece| piece.what == What::Comma);
    mark_commas(&mut pieces, added.is_empty());
    let container = Container { tree, layout, id, pieces, trailing };
    let mut splices = container.closed_gaps(added.is_empty());
    if !added.is_empty() {
        container.add(added, &mut splices);
    }
    splices
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Child,
    Comma,
    LineComment,
    BlockComment,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    what: What,
    gone: bool,
}

impl Piece {
    fn is_comment(&self) -> bool {
        matches!(self.what, What::LineComment | What::BlockComment)
    }
}

/// Everything between the brackets but white space.
fn pieces(tree: &Tree<'_>, id: Id, gone: &HashSet<Id>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = tree.start(id) + 1;
    for child in tree.children(id) {
        let (start, end) = (tree.unit_start(child), tree.end(child));
        between(tree.text(), at, start, &mut pieces);
        pieces.push(Piece { start, end, what: What::Child, gone: gone.contains(&child) });
        at = end;
    }
    between(tree.text(), at, tree.end(id) - 1, &mut pieces);
    pieces
}

/// The commas and comments from `start` to before `end`.
fn between(text: &str, start: usize, end: usize, pieces: &mut Vec<Piece>) {
    let mut scanner = scanner(&text[start..end]);
    while let Ok(Some(token)) = scanner.scan() {
        let what = match token {
            Token::CommentLine(_) => What::LineComment,
            Token::CommentBlock(_) => What::BlockComment,
            _ => What::Comma,
        };
        let (from, to) = (start + scanner.token_start(), start + scanner.token_end());
        pieces.push(Piece { start: from, end: to, what, gone: false });
    }
}

/// With every child that goes, goes one comma: the one after it, else the last one before it.
fn mark_commas(pieces: &mut [Piece], nothing_follows: bool) {
    let mut owed = false;
    for piece in pieces.iter_mut() {
        match piece.what {
            What::Child => owed = piece.gone,
            What::Comma if owed => {
                piece.gone = true;
                owed = false;
            }
            What::Comma | What::LineComment | What::BlockComment => {}
        }
    }
    if owed
        && nothing_follows
        && let Some(comma) = pieces.iter_mut().rfind(|piece| piece.what == What::Comma && !piece.gone)
    {
        comma.gone = true;
    }
}

/// A list or an object with what stays and what goes in it.
struct Container<'a, 't> {
    tree: &'a Tree<'t>,
    layout: &'a Layout,
    id: Id,
    pieces: Vec<Piece>,
    trailing: bool,
}

impl Container<'_, '_> {
    fn inside(&self) -> (usize, usize) {
        (self.tree.start(self.id) + 1, self.tree.end(self.id) - 1)
    }

    /// One gap where there were several.
    fn closed_gaps(&self, nothing_follows: bool) -> Vec<Splice> {
        let mut splices = Vec::new();
        let (open, close) = self.inside();
        let (mut left, mut left_piece) = (open, None::<&Piece>);
        let mut gaps: Vec<&str> = Vec::new();
        let mut at = open;
        let end = Piece { start: close, end: close, what: What::Comma, gone: false };
        for (i, piece) in self.pieces.iter().chain(std::iter::once(&end)).enumerate() {
            gaps.push(&self.tree.text()[at..piece.start]);
            at = piece.end;
            if piece.gone {
                continue;
            }
            let right = (i < self.pieces.len()).then_some(piece);
            if gaps.len() > 1 && (nothing_follows || left_piece.is_some() || right.is_some()) {
                let with = kept_gap(&gaps, left_piece, right).to_owned();
                splices.push(Splice { start: left, end: piece.start, with });
            }
            gaps.clear();
            (left, left_piece) = (piece.end, Some(piece));
        }
        splices
    }

    fn add(&self, added: &[Entry], splices: &mut Vec<Splice>) {
        let style = self.style();
        let texts: Vec<String> = added.iter().map(|entry| self.text_of(entry, &style)).collect();
        let (open, close) = self.inside();
        let stays = |piece: &&Piece| !piece.gone;
        let joined = texts.join(&format!(",{}", style.between));
        let Some(anchor) = self.anchor() else {
            // Nothing stays between the brackets.
            let (first, last) = match self.pieces.as_slice() {
                [] => (style.between.clone(), style.closing.clone()),
                [first, .., last] => {
                    (self.tree.text()[open..first.start].to_owned(), self.tree.text()[last.end..close].to_owned())
                }
                [only] => (self.tree.text()[open..only.start].to_owned(), self.tree.text()[only.end..close].to_owned()),
            };
            let first = if self.pieces.is_empty() && !style.on_lines { String::new() } else { first };
            let comma = if self.trailing { "," } else { "" };
            return splices.push(Splice { start: open, end: close, with: format!("{first}{joined}{comma}{last}") });
        };
        let survivor = self.pieces.iter().filter(stays).rfind(|piece| piece.what == What::Child);
        let has_comma = self
            .pieces
            .iter()
            .filter(stays)
            .any(|piece| piece.what == What::Comma && survivor.is_none_or(|survivor| piece.start >= survivor.end));
        let anchor = &self.pieces[anchor];
        let gap = match line_end(&style.between) {
            None if anchor.what == What::LineComment => self.line(indent(self.tree.text(), anchor.start)),
            _ => style.between.clone(),
        };
        let comma = if self.trailing { "," } else { "" };
        let mut with = format!("{gap}{joined}{comma}");
        if let Some(survivor) = survivor.filter(|_| !has_comma) {
            if survivor.end == anchor.end {
                with.insert(0, ',');
            } else {
                splices.push(Splice { start: survivor.end, end: survivor.end, with: ",".to_owned() });
            }
        }
        splices.push(Splice { start: anchor.end, end: anchor.end, with });
    }

    /// The piece that new ones follow: the last child that stays, with its comma and the comments on its line; without such
    /// a child, the last comment.
    fn anchor(&self) -> Option<usize> {
        let stays = |(_, piece): &(usize, &Piece)| !piece.gone;
        let pieces = || self.pieces.iter().enumerate().filter(stays);
        let Some((survivor, _)) = pieces().rfind(|(_, piece)| piece.what == What::Child) else {
            return pieces().next_back().map(|(i, _)| i);
        };
        let mut anchor = survivor;
        for (i, piece) in pieces().filter(|(i, _)| *i > survivor) {
            let between = &self.tree.text()[self.pieces[anchor].end..piece.start];
            if piece.is_comment() && line_end(between).is_some() {
                break;
            }
            anchor = i;
        }
        // A comma on a later line, below comments, has to stand before what is new all the same.
        pieces().rfind(|(i, piece)| *i > anchor && piece.what == What::Comma).map_or(Some(anchor), |(i, _)| Some(i))
    }

    /// How children are written here.
    fn style(&self) -> Style {
        let (tree, layout) = (self.tree, self.layout);
        let (open, close) = self.inside();
        let children: Vec<&Piece> = self.pieces.iter().filter(|piece| piece.what == What::Child).collect();
        if let [.., last] = children[..] {
            let before = children.len().checked_sub(2).map_or(open, |i| children[i].end);
            let region = &tree.text()[before..last.start];
            if line_end(region).is_some() {
                let inner = indent(tree.text(), last.start);
                return Style { between: self.line(inner), closing: String::new(), on_lines: true };
            }
            let between = match before == open {
                true => layout.space().to_owned(),
                false => region[region.trim_end().len()..].to_owned(),
            };
            return Style { between, closing: String::new(), on_lines: false };
        }
        let is_open = line_end(&tree.text()[open..close]).is_some();
        let parent = tree.parent(self.id);
        let parent_on_lines = parent.is_some_and(|parent| on_lines(tree, parent) == Some(true));
        let on_lines = is_open
            || match tree.kind(self.id) {
                Kind::List => layout.new_list_on_lines(tree, parent, parent_on_lines),
                _ => parent_on_lines,
            };
        if !on_lines {
            return Style { between: layout.space().to_owned(), closing: String::new(), on_lines };
        }
        let own_indent = indent(tree.text(), tree.unit_start(self.id));
        let inner = format!("{own_indent}{}", layout.unit);
        Style { between: self.line(&inner), closing: self.line(own_indent), on_lines }
    }

    fn line(&self, indent: &str) -> String {
        format!("{}{indent}", self.layout.line_end)
    }

    fn text_of(&self, entry: &Entry, style: &Style) -> String {
        let Some(key) = &entry.key else {
            return match &entry.value {
                Fresh::Text(text) => quoted(text),
                Fresh::List(_) | Fresh::Object(_) => "null".to_owned(),
            };
        };
        let indent = style.between.trim_start_matches(['\r', '\n']);
        let lists_on_lines = self.layout.new_list_on_lines(self.tree, Some(self.id), style.on_lines);
        let around = Around { layout: self.layout, indent, on_lines: style.on_lines, lists_on_lines };
        around.member(key, &entry.value)
    }
}

/// The white space around a new child.
struct Style {
    /// Before it.
    between: String,
    /// Before the closing bracket of what was empty.
    closing: String,
    on_lines: bool,
}

/// Which of the gaps between `left` and `right` stays when all that stood between goes.
fn kept_gap<'g>(gaps: &[&'g str], left: Option<&Piece>, right: Option<&Piece>) -> &'g str {
    let [first, .., last] = gaps else { return gaps.first().copied().unwrap_or_default() };
    let after_child = left.is_some_and(|piece| piece.what == What::Child);
    let kept = match (left, right) {
        (None, None) => "",
        (_, None) => last,
        (_, Some(piece)) if piece.is_comment() && after_child => last,
        _ => first,
    };
    // A space before the line end would become part of the comment.
    let ends_line = left.is_some_and(|piece| piece.what == What::LineComment);
    if ends_line && !kept.starts_with(['\r', '\n']) { first } else { kept }
}
