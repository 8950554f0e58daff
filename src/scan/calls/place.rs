//! Where a call is shown.

use super::sink::Sink;
use super::trace::Trace;
use crate::scan::value::{Literal, Piece, Site};

impl Trace<'_> {
    /// Where a call is shown: at the text that says its path, where that stands beside the call; else where it is called.
    pub(super) fn place(&self, sink: &Sink, pieces: &[Piece]) -> (u32, u32) {
        self.places(sink, pieces).0
    }

    /// Where what is left open is shown: a helper that gives the path back is where a reader looks for it.
    pub(super) fn open_place(&self, sink: &Sink, pieces: &[Piece]) -> (u32, u32) {
        let (place, helper) = self.places(sink, pieces);
        helper.unwrap_or(place)
    }

    /// The place of the call, and of a helper that says the path where nothing beside the call does.
    fn places(&self, sink: &Sink, pieces: &[Piece]) -> ((u32, u32), Option<(u32, u32)>) {
        let outermost = sink.through.last().copied().unwrap_or(sink.site);
        let program = self.evaluator.program;
        let within = |site: Site, at: Literal| {
            let node = program.form(site.0).node(site.1);
            site.0 == at.file && node.start <= at.start && at.start < node.end
        };
        let literals = pieces.iter().enumerate().filter_map(|(number, piece)| match piece {
            Piece::Literal { text, at } if at.file != u32::MAX => Some((number, text, *at)),
            _ => None,
        });
        // A slash alone says nothing where it only binds what stands before a path and the path.
        let last_word = pieces
            .iter()
            .rposition(|piece| matches!(piece, Piece::Literal { text, at } if at.file != u32::MAX && says_path(text)));
        let mut best: Option<(usize, Literal)> = None;
        let mut helper: Option<Literal> = None;
        for (number, text, at) in literals {
            let is_near = |site: Site| {
                site.0 == at.file
                    && at.function != 0
                    && self.whole(site.0, at.function) == self.whole(site.0, program.form(site.0).node(site.1).function)
            };
            let is_of_sink = || !sink.is_client || sink.through.is_empty();
            let is_local = is_of_sink() && (is_near(sink.site) || within(sink.site, at))
                || sink.through.iter().any(|site| is_near(*site))
                || within(outermost, at);
            let is_glue = !says_path(text) && last_word.is_some_and(|last| last > number);
            let weight = if is_glue { 0 } else { text.split("://").last().unwrap_or_default().matches('/').count() };
            if is_local && weight > 0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, at));
            }
            // The outermost of several helpers says the end.
            if at.function != 0 && weight > 0 {
                helper = Some(at);
            }
        }
        match best {
            Some((_, at)) => ((at.file, at.start), None),
            None => {
                let call = (outermost.0, program.form(outermost.0).node(outermost.1).start);
                (call, helper.map(|at| (at.file, at.start)))
            }
        }
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

/// Whether a text says something of a path, and not only the host.
fn says_path(text: &str) -> bool {
    let path = text.split_once("://").map_or(text, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    path.contains(char::is_alphanumeric)
}
