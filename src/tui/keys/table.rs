//! The one table of keys: dispatch, key line, help page, README and man page are made from it.

use crate::tui::action::Command;

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// On every step, unless something is typed or asked.
    Everywhere,
    /// In every list.
    List,
    /// On the step App.
    App,
    /// On the step Features.
    Features,
    /// In the matrix of CRM records.
    Matrix,
    /// On the step Scopes.
    Scopes,
    /// On a row of what the code calls.
    Code,
    /// On the step Link.
    Link,
    /// On a row of the step Link that has values, or a snippet.
    Value,
    /// In the details.
    Details,
    /// While a field is edited or something is asked for.
    Field,
    /// While the search field is open.
    Find,
    /// On a page over the screen: help, the bare link.
    Page,
    /// On the page of a pasted link.
    Pasted,
    /// On the page of another text that was pasted.
    PastedText,
    /// On the page of the fewest links.
    Offer,
    /// On the page of an edit that is about to be written.
    Edit,
    /// While a question is asked.
    Question,
    /// On the help page.
    Help,
    /// While the help page is filtered.
    Filter,
    /// While unsaved work of an earlier run is offered.
    Earlier,
}

impl Context {
    /// In the order in which help shows them.
    pub const ALL: [Self; 21] = [
        Self::Everywhere,
        Self::List,
        Self::App,
        Self::Features,
        Self::Matrix,
        Self::Scopes,
        Self::Code,
        Self::Link,
        Self::Value,
        Self::Details,
        Self::Field,
        Self::Find,
        Self::Page,
        Self::Pasted,
        Self::PastedText,
        Self::Offer,
        Self::Edit,
        Self::Question,
        Self::Help,
        Self::Filter,
        Self::Earlier,
    ];

    /// The heading in help.
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::List => "Lists",
            Self::App => "App",
            Self::Features => "Features",
            Self::Matrix => "The matrix",
            Self::Scopes => "Scopes",
            Self::Code => "What the code calls",
            Self::Link => "Link",
            Self::Value => "Values and snippets of Link",
            Self::Details => "Details",
            Self::Field => "Fields",
            Self::Find => "Find",
            Self::Page => "Pages",
            Self::Pasted => "A pasted link",
            Self::PastedText => "Another pasted text",
            Self::Offer => "The fewest links",
            Self::Edit => "Saving",
            Self::Question => "Questions",
            Self::Help => "Help",
            Self::Filter => "The filter of help",
            Self::Earlier => "Earlier unsaved work",
        }
    }

    /// What it is called in the file of keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::List => "list",
            Self::App => "app",
            Self::Features => "features",
            Self::Scopes => "scopes",
            Self::Code => "code",
            Self::Link => "link",
            Self::Value => "value",
            Self::Details => "details",
            Self::Field => "field",
            Self::Find => "find",
            Self::Page => "page",
            Self::Pasted => "pasted",
            Self::PastedText => "pasted-text",
            Self::Offer => "offer",
            Self::Matrix => "matrix",
            Self::Edit => "edit",
            Self::Question => "question",
            Self::Help => "help",
            Self::Filter => "filter",
            Self::Earlier => "earlier",
        }
    }

    /// Whether the keys of everywhere hold here, too: none of its own may hide one of them.
    pub(super) fn is_beside_everywhere(self) -> bool {
        match self {
            Self::List
            | Self::App
            | Self::Features
            | Self::Matrix
            | Self::Scopes
            | Self::Code
            | Self::Link
            | Self::Value
            | Self::Details => true,
            // What unsaved work asks comes before all else, and is gone with the answer.
            Self::Earlier
            | Self::Everywhere
            | Self::Field
            | Self::Find
            | Self::Page
            | Self::Pasted
            | Self::PastedText
            | Self::Offer
            | Self::Edit
            | Self::Question
            | Self::Help
            | Self::Filter => false,
        }
    }

    /// Whether letters are text here.
    pub(super) fn takes_text(self) -> bool {
        matches!(self, Self::Field | Self::Find | Self::Filter)
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys, the first of which is shown in the key line.
    pub keys: &'static [&'static str],
    /// What they do.
    pub command: Command,
    /// One or two words for the key line; empty = not there.
    pub hint: &'static str,
    /// A line for the help page.
    pub help: &'static str,
}

const fn row(
    context: Context,
    keys: &'static [&'static str],
    command: Command,
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding { context, keys, command, hint, help }
}

use Command as C;
use Context::{
    App, Code, Details, Earlier, Edit, Everywhere, Features, Field, Filter, Find, Help, Link, List, Matrix, Offer,
    Page, Pasted, PastedText, Question, Scopes, Value,
};

/// Every binding, in the order of the key line: what is special here comes first.
pub const TABLE: &[Binding] = &[
    row(App, &["Enter"], C::Edit, "edit", "edit the field, or step through its values"),
    row(App, &["Space"], C::Choose, "change", "step through the values of the field"),
    row(Features, &["w"], C::When, "when", "when it is needed: always, per link, if available"),
    row(Features, &["m"], C::Matrix, "matrix", "CRM records and webhooks as a matrix of objects"),
    row(Features, &["c"], C::GoToCode, "code", "go to what the code calls"),
    row(Features, &["A"], C::TakeCode, "take code", "take every call of the code into the plan"),
    row(Matrix, &["Space"], C::Choose, "toggle", "choose the cell, or give it up"),
    row(Matrix, &["Left", "h"], C::CellLeft, "", "the cell to the left"),
    row(Matrix, &["Right", "l"], C::CellRight, "", "the cell to the right"),
    row(Matrix, &["r"], C::WholeRow, "row", "all of the object but sensitive data, or none of it"),
    row(Matrix, &["c"], C::WholeColumn, "column", "the same for every object, or for none"),
    row(Matrix, &["w"], C::When, "when", "when what is chosen of the cell is needed"),
    row(Matrix, &["m", "Esc"], C::Matrix, "tree", "back to the tree"),
    row(Scopes, &["s"], C::Suggestion, "take suggestion", "take the suggestion for the scope"),
    row(Scopes, &["S"], C::AllSuggestions, "take all", "take every suggestion"),
    row(Scopes, &["r"], C::MakeRequired, "required", "make the scope required"),
    row(Scopes, &["c"], C::MakeConditional, "conditional", "make the scope conditionally required"),
    row(Scopes, &["o"], C::MakeOptional, "optional", "make the scope optional"),
    row(Scopes, &["p"], C::Pin, "add scope", "enter a scope by name"),
    row(Scopes, &["x"], C::Unpin, "unpin", "take out a scope that was entered by name"),
    row(Scopes, &["A"], C::TakeCode, "take code", "take every call of the code into the plan"),
    row(Code, &["Space"], C::Choose, "take", "take the call into the plan, or all calls that need the scope"),
    row(Code, &["A"], C::TakeCode, "take all", "take every call of the code into the plan"),
    row(Code, &["x"], C::Dismiss, "dismiss", "show it no more, until the row below the calls brings it back"),
    row(Value, &["Enter", "Space"], C::Choose, "next value", "the next value of the row, or copy the snippet"),
    row(
        Link,
        &["Enter"],
        C::AcceptLink,
        "leave with link",
        "leave with the link on standard output; on a finding, go to what mends it",
    ),
    row(Link, &["Space"], C::Choose, "make current", "a conditional scope in or out, or make the link the current one"),
    row(Link, &["n"], C::NewLink, "new link", "a new named link"),
    row(Link, &["f"], C::FewestLinks, "fewest links", "the fewest links that serve every tier"),
    row(Link, &["x"], C::RemoveLink, "remove link", "remove the named link under the cursor"),
    row(Link, &["O"], C::OpenLink, "open", "open the link in the browser"),
    row(Link, &["v"], C::BareLink, "bare", "the bare link on the whole screen"),
    row(List, &["Space"], C::Choose, "toggle", "choose, or give up"),
    row(List, &["Up", "k"], C::Up, "", "one row up"),
    row(List, &["Down", "j"], C::Down, "", "one row down"),
    row(List, &["PgUp"], C::PageUp, "", "a page up"),
    row(List, &["PgDn"], C::PageDown, "", "a page down"),
    row(List, &["g", "Home"], C::First, "", "the first row"),
    row(List, &["G", "End"], C::Last, "", "the last row"),
    row(List, &["Right", "l"], C::Unfold, "unfold", "unfold, or go to the first row inside"),
    row(List, &["Left", "h"], C::Fold, "fold", "fold, or go to the heading"),
    row(List, &["Enter"], C::Details, "details", "go to the details of the row"),
    row(List, &["J"], C::DetailsDown, "", "scroll the details down"),
    row(List, &["K"], C::DetailsUp, "", "scroll the details up"),
    row(Details, &["Up", "k"], C::Up, "scroll", "scroll up"),
    row(Details, &["Down", "j"], C::Down, "scroll", "scroll down"),
    row(Details, &["PgUp"], C::PageUp, "", "a page up"),
    row(Details, &["PgDn"], C::PageDown, "", "a page down"),
    row(Details, &["g", "Home"], C::First, "", "the beginning"),
    row(Details, &["G", "End"], C::Last, "", "the end"),
    row(Details, &["Esc", "Enter", "Left", "h"], C::Close, "back", "back to the list"),
    row(Everywhere, &["/"], C::Find, "find", "find features, scopes, objects, calls, findings"),
    row(Everywhere, &["y"], C::CopyLink, "copy", "copy the link"),
    row(Everywhere, &["Y"], C::CopyScopes, "", "copy the scopes"),
    row(Everywhere, &["u"], C::Undo, "undo", "take the last change back"),
    row(Everywhere, &["Ctrl-R"], C::Redo, "redo", "make it again"),
    row(Everywhere, &["]"], C::NextStep, "next", "the next step"),
    row(Everywhere, &["["], C::PreviousStep, "", "the step before"),
    row(Everywhere, &["1"], C::Step(1), "", "App"),
    row(Everywhere, &["2"], C::Step(2), "", "Features"),
    row(Everywhere, &["3"], C::Step(3), "", "Scopes"),
    row(Everywhere, &["4"], C::Step(4), "", "Link"),
    row(Everywhere, &["Tab"], C::NextPane, "pane", "the next pane"),
    row(Everywhere, &["Shift-Tab"], C::PreviousPane, "", "the pane before"),
    row(Everywhere, &["Ctrl-S"], C::Save, "save", "write hubscope.json, and the app's file after its edit was shown"),
    row(Everywhere, &["M"], C::Mouse, "", "mouse on or off, so that the terminal can select text"),
    row(Everywhere, &["?"], C::Help, "help", "these keys"),
    row(Everywhere, &["q"], C::Quit, "quit", "leave without a link"),
    row(Everywhere, &["Ctrl-C"], C::Cancel, "", "leave at once"),
    row(Everywhere, &["Ctrl-Z"], C::Suspend, "", "stop; fg brings it back"),
    row(Everywhere, &["Ctrl-L"], C::Redraw, "", "draw the screen anew"),
    row(Field, &["Enter"], C::Accept, "accept", "accept what was typed"),
    row(Field, &["Tab", "Down"], C::Complete, "next name", "the next name of a scope that fits what is typed"),
    row(Field, &["Shift-Tab", "Up"], C::CompleteBack, "", "the name before"),
    row(Field, &["Esc"], C::Close, "cancel", "leave the field as it was"),
    row(Field, &["Ctrl-C"], C::Cancel, "", "leave the program at once"),
    row(Find, &["Enter"], C::Accept, "go there", "close the search and go to the match"),
    row(Find, &["Esc"], C::Close, "clear", "close the search and go back"),
    row(Find, &["Up"], C::Up, "up", "the match above"),
    row(Find, &["Down"], C::Down, "down", "the match below"),
    row(Find, &["Ctrl-C"], C::Cancel, "", "leave the program at once"),
    row(Page, &["Esc", "q", "Enter", "?", "v"], C::Close, "back", "back to the step"),
    row(Page, &["Up", "k"], C::Up, "scroll", "scroll up"),
    row(Page, &["Down", "j"], C::Down, "scroll", "scroll down"),
    row(Page, &["PgUp"], C::PageUp, "", "a page up"),
    row(Page, &["PgDn", "Space"], C::PageDown, "", "a page down"),
    row(Page, &["g", "Home"], C::First, "", "the beginning"),
    row(Page, &["G", "End"], C::Last, "", "the end"),
    row(Page, &["y"], C::CopyLink, "copy", "copy the link"),
    row(Page, &["M"], C::Mouse, "", "mouse on or off; on the bare link it is the terminal's anyway"),
    row(Page, &["Ctrl-C"], C::Cancel, "", "leave the program at once"),
    row(
        Pasted,
        &["r", "Enter"],
        C::TakeRepaired,
        "take repaired",
        "take the link into the plan, repaired where it can be",
    ),
    row(Pasted, &["t"], C::TakePasted, "take as it is", "take the link into the plan as it is"),
    row(Pasted, &["y"], C::CopyPasted, "copy it repaired", "copy the link, repaired where it can be"),
    row(Pasted, &["Esc", "q"], C::Close, "leave it", "leave the plan as it was"),
    row(PastedText, &["r", "Enter"], C::TakeRequired, "take as required", "take its scopes into the plan as required"),
    row(PastedText, &["c"], C::TakeConditional, "conditional", "take them as conditionally required"),
    row(PastedText, &["o"], C::TakeOptional, "optional", "take them as optional"),
    row(PastedText, &["Esc", "q"], C::Close, "leave it", "leave the plan as it was"),
    row(Offer, &["Enter", "t"], C::TakeLinks, "take them", "take the links into the plan, each under its name"),
    row(Offer, &["Esc", "q"], C::Close, "back", "leave the plan as it was"),
    row(Edit, &["Enter", "Ctrl-S"], C::WriteEdit, "write", "write the edit that is shown, and hubscope.json"),
    row(Edit, &["Esc", "n", "q"], C::Close, "back", "write nothing"),
    row(Question, &["y"], C::Yes, "yes", "yes, leave without saving"),
    row(Question, &["l"], C::AcceptLink, "with link", "leave with the link on standard output, without saving"),
    row(Question, &["n", "Esc", "Enter", "q"], C::No, "no", "no, stay"),
    row(Question, &["Ctrl-S"], C::Save, "save", "save first, and stay"),
    row(Question, &["Ctrl-C"], C::Cancel, "", "leave at once"),
    row(Help, &["/"], C::Find, "filter", "show the keys that have what is typed in them"),
    row(Filter, &["Enter"], C::Accept, "keep it", "close the filter and keep what it shows"),
    row(Filter, &["Esc"], C::Close, "clear", "show all keys again"),
    row(Filter, &["Up"], C::Up, "", "scroll up"),
    row(Filter, &["Down"], C::Down, "", "scroll down"),
    row(Filter, &["Ctrl-C"], C::Cancel, "", "leave the program at once"),
    row(Earlier, &["y"], C::TakeWork, "take it", "take the unsaved work into the plan"),
    row(Earlier, &["n"], C::DropWork, "drop it", "throw the unsaved work away"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::tui::keys::{Chord, Keys};

    #[test]
    fn every_key_of_the_table_can_be_read() {
        for row in TABLE {
            for key in row.keys {
                assert!(Chord::parse(key).is_some(), "{key}");
            }
            assert!(!row.help.is_empty());
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in Context::ALL {
            let mut seen = HashSet::new();
            for row in TABLE.iter().filter(|row| row.context == context) {
                for key in row.keys {
                    assert!(seen.insert(Chord::parse(key)), "{key} twice in {context:?}");
                }
            }
        }
    }

    #[test]
    fn a_step_never_takes_a_key_that_works_everywhere() {
        for step in Context::ALL.into_iter().filter(|context| context.is_beside_everywhere()) {
            for row in TABLE.iter().filter(|row| row.context == step) {
                for key in row.keys {
                    let chord = Chord::parse(key).unwrap();
                    assert_eq!(Keys::standard().command_for(chord, &[Context::Everywhere]), None, "{key} of {step:?}");
                }
            }
        }
    }
}
