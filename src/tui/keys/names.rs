//! What commands are called in the file of keys.

use crate::tui::action::Command;

/// Every command with its name.
const NAMES: [(Command, &str); 71] = [
    (Command::Step(1), "step-1"),
    (Command::Step(2), "step-2"),
    (Command::Step(3), "step-3"),
    (Command::Step(4), "step-4"),
    (Command::NextStep, "next-step"),
    (Command::PreviousStep, "previous-step"),
    (Command::NextPane, "next-pane"),
    (Command::PreviousPane, "previous-pane"),
    (Command::Find, "find"),
    (Command::Help, "help"),
    (Command::Undo, "undo"),
    (Command::Redo, "redo"),
    (Command::CopyLink, "copy-link"),
    (Command::CopyScopes, "copy-scopes"),
    (Command::Save, "save"),
    (Command::Mouse, "mouse"),
    (Command::Quit, "quit"),
    (Command::Cancel, "cancel"),
    (Command::Suspend, "suspend"),
    (Command::Up, "up"),
    (Command::Down, "down"),
    (Command::PageUp, "page-up"),
    (Command::PageDown, "page-down"),
    (Command::First, "first"),
    (Command::Last, "last"),
    (Command::Complete, "complete"),
    (Command::CompleteBack, "complete-back"),
    (Command::Unfold, "unfold"),
    (Command::Fold, "fold"),
    (Command::Choose, "choose"),
    (Command::Details, "details"),
    (Command::DetailsDown, "details-down"),
    (Command::DetailsUp, "details-up"),
    (Command::Close, "close"),
    (Command::Edit, "edit"),
    (Command::Accept, "accept"),
    (Command::When, "when"),
    (Command::MakeRequired, "make-required"),
    (Command::MakeConditional, "make-conditional"),
    (Command::MakeOptional, "make-optional"),
    (Command::Pin, "pin"),
    (Command::Unpin, "unpin"),
    (Command::Suggestion, "suggestion"),
    (Command::AllSuggestions, "all-suggestions"),
    (Command::NewLink, "new-link"),
    (Command::RemoveLink, "remove-link"),
    (Command::Redraw, "redraw"),
    (Command::OpenLink, "open-link"),
    (Command::BareLink, "bare-link"),
    (Command::TakePasted, "take-pasted"),
    (Command::TakeRepaired, "take-repaired"),
    (Command::CopyPasted, "copy-pasted"),
    (Command::WriteEdit, "write-edit"),
    (Command::AcceptLink, "accept-link"),
    (Command::TakeWork, "take-work"),
    (Command::DropWork, "drop-work"),
    (Command::Yes, "yes"),
    (Command::No, "no"),
    (Command::Matrix, "matrix"),
    (Command::CellLeft, "cell-left"),
    (Command::CellRight, "cell-right"),
    (Command::WholeRow, "whole-row"),
    (Command::WholeColumn, "whole-column"),
    (Command::TakeRequired, "take-required"),
    (Command::TakeConditional, "take-conditional"),
    (Command::TakeOptional, "take-optional"),
    (Command::FewestLinks, "fewest-links"),
    (Command::TakeLinks, "take-links"),
    (Command::GoToCode, "go-to-code"),
    (Command::TakeCode, "take-code"),
    (Command::Dismiss, "dismiss"),
];

/// The command of this name.
pub fn named(name: &str) -> Option<Command> {
    NAMES.iter().find(|(_, other)| *other == name).map(|(command, _)| *command)
}

/// The name of a command; empty for none that a table has.
pub fn name_of(command: Command) -> &'static str {
    NAMES.iter().find(|(other, _)| *other == command).map_or("", |(_, name)| name)
}

/// All names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::tui::keys::TABLE;

    #[test]
    fn every_command_of_the_table_has_a_name_of_its_own() {
        for row in TABLE {
            assert_eq!(named(name_of(row.command)), Some(row.command), "{:?}", row.command);
        }
        assert_eq!(names().collect::<HashSet<_>>().len(), NAMES.len());
    }
}
