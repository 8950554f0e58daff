//! The table of keys that holds: the standard one, or one with keys of the user's.

use std::sync::OnceLock;

use super::Chord;
use super::table::{Binding, Context, TABLE};
use crate::tui::action::Command;

/// A table, ready for dispatch.
#[derive(Debug)]
pub struct Keys {
    rows: Vec<Binding>,
    /// The first key of each row.
    firsts: Vec<Option<Chord>>,
    chords: Vec<(Context, Chord, Command)>,
}

impl Keys {
    /// The standard table, read once.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Keys> = OnceLock::new();
        STANDARD.get_or_init(|| Self::of(TABLE.to_vec()))
    }

    /// A table of these rows.
    pub(super) fn of(rows: Vec<Binding>) -> Self {
        let of_row = |row: &Binding| {
            row.keys.iter().filter_map(|key| Some((row.context, Chord::parse(key)?, row.command))).collect::<Vec<_>>()
        };
        let chords = rows.iter().flat_map(of_row).collect();
        let firsts = rows.iter().map(|row| row.keys.first().and_then(|key| Chord::parse(key))).collect();
        Self { rows, firsts, chords }
    }

    /// The rows, in the order of the key line.
    pub fn rows(&self) -> &[Binding] {
        &self.rows
    }

    /// The command that `chord` stands for where `contexts` hold, the nearest context first.
    pub fn command_for(&self, chord: Chord, contexts: &[Context]) -> Option<Command> {
        let bound = |context: &Context| {
            self.chords.iter().find(|(here, key, _)| here == context && *key == chord).map(|(_, _, command)| *command)
        };
        contexts.iter().find_map(bound)
    }

    /// The bindings that hold in `contexts`; one whose first key a nearer context has taken is left out.
    pub fn bindings(&self, contexts: &[Context]) -> impl Iterator<Item = &Binding> {
        let holds = |row: &Binding, first: Option<Chord>| {
            contexts.contains(&row.context)
                && first.is_some_and(|chord| self.command_for(chord, contexts) == Some(row.command))
        };
        self.rows.iter().zip(&self.firsts).filter(move |(row, first)| holds(row, **first)).map(|(row, _)| row)
    }

    /// The first key of `command`, for a sentence: in the nearest of `contexts` that has one, else anywhere.
    pub fn key_of(&self, command: Command, contexts: &[Context]) -> &'static str {
        let has = |row: &&Binding| row.command == command && !row.keys.is_empty();
        let here = |context: &Context| self.rows.iter().filter(has).find(|row| row.context == *context);
        let row = contexts.iter().find_map(here).or_else(|| self.rows.iter().find(has));
        row.and_then(|row| row.keys.first()).copied().unwrap_or("no key")
    }
}
