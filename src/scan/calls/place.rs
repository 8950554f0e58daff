//! Where a call is shown.

use super::sink::Sink;
use super::trace::Trace;
use crate::scan::value::{Literal, Piece, Site};

impl Trace<'_> {
    /// Where a call is shown: at the text that says its path, where that stands beside the call, as a reader looks for it;
    /// else at the outermost call of the project at which its method and path are both known. A path that is said elsewhere,
    /// by a constant or an entry of a table, is remembered as the row of the call.
    pub(super) fn place(&mut self, sink: &Sink, pieces: &[Piece], path: &str) -> (u32, u32) {
        if let Some(beside) = self.text_beside(sink, pieces) {
            return (beside.file, beside.start);
        }
        let outermost = sink.through.last().copied().unwrap_or(sink.site);
        let start = self.evaluator.program.form(outermost.0).node(outermost.1).start;
        if let Some(said) = most(weighed(pieces)) {
            self.found.rows.insert((outermost.0, start, path.to_owned()), (said.file, said.start));
        }
        (outermost.0, start)
    }

    /// Where what is left open is shown: a helper that gives the path back is where a reader looks for it.
    pub(super) fn open_place(&self, sink: &Sink, pieces: &[Piece]) -> (u32, u32) {
        // The outermost of several helpers says the end.
        let helper = || weighed(pieces).filter(|(weight, at)| *weight > 0 && at.function != 0).map(|(_, at)| at).last();
        let said = self.text_beside(sink, pieces).or_else(helper).map(|at| (at.file, at.start));
        let outermost = sink.through.last().copied().unwrap_or(sink.site);
        said.unwrap_or_else(|| (outermost.0, self.evaluator.program.form(outermost.0).node(outermost.1).start))
    }

    /// The text that says most of the path, among those that stand in a call on the way or in the function of one.
    fn text_beside(&self, sink: &Sink, pieces: &[Piece]) -> Option<Literal> {
        let outermost = sink.through.last().copied().unwrap_or(sink.site);
        let program = self.evaluator.program;
        let within = |site: Site, at: Literal| {
            let node = program.form(site.0).node(site.1);
            site.0 == at.file && node.start <= at.start && at.start < node.end
        };
        let is_near = |at: Literal, site: Site| {
            site.0 == at.file
                && at.function != 0
                && self.whole(site.0, at.function) == self.whole(site.0, program.form(site.0).node(site.1).function)
        };
        let is_of_sink = !sink.is_client || sink.through.is_empty();
        let is_beside = |at: Literal| {
            is_of_sink && (is_near(at, sink.site) || within(sink.site, at))
                || sink.through.iter().any(|site| is_near(at, *site))
                || within(outermost, at)
        };
        most(weighed(pieces).filter(|(_, at)| is_beside(*at)))
    }

    /// The function with a name that encloses `function`.
    pub(super) fn whole(&self, file: u32, function: u32) -> u32 {
        let form = self.evaluator.program.form(file);
        let mut place = function;
        while form.function(place).is_lambda && form.function(place).parent != 0 {
            place = form.function(place).parent;
        }
        place
    }
}

/// The literals among `pieces`, each with how much of the path it says. A slash alone says nothing where it only binds what
/// stands before a path and the path.
fn weighed(pieces: &[Piece]) -> impl Iterator<Item = (usize, Literal)> {
    let is_said =
        |piece: &Piece| matches!(piece, Piece::Literal { text, at } if at.file != u32::MAX && says_path(text));
    let last_word = pieces.iter().rposition(is_said);
    pieces.iter().enumerate().filter_map(move |(number, piece)| match piece {
        Piece::Literal { text, at } if at.file != u32::MAX => {
            let is_glue = !says_path(text) && last_word.is_some_and(|last| last > number);
            let weight = text.split("://").last().unwrap_or_default().matches('/').count();
            Some((if is_glue { 0 } else { weight }, *at))
        }
        Piece::Literal { .. } | Piece::Parameter(_) | Piece::Hole(_) | Piece::When(_) => None,
    })
}

/// The literal that says most of the path, the first of several.
fn most(literals: impl Iterator<Item = (usize, Literal)>) -> Option<Literal> {
    let mut best: Option<(usize, Literal)> = None;
    for (weight, at) in literals {
        if weight > 0 && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Whether a text says something of a path, and not only the host.
fn says_path(text: &str) -> bool {
    let path = text.split_once("://").map_or(text, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    path.contains(char::is_alphanumeric)
}
