//! Everything that can happen to the configurator: commands of the user, input, and what effects report back.

use crossterm::event::{KeyEvent, MouseEvent};

use super::model::Found;
use crate::diagnostic::Diagnostic;
use crate::plan::Declared;

/// A command that a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Go to step 1 to 4.
    Step(u8),
    /// The next step.
    NextStep,
    /// The step before.
    PreviousStep,
    /// The next pane.
    NextPane,
    /// The pane before.
    PreviousPane,
    /// Open the search field.
    Find,
    /// Show the keys.
    Help,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Copy the link.
    CopyLink,
    /// Copy the scopes, one a line.
    CopyScopes,
    /// Write the plan file.
    Save,
    /// Turn the mouse on or off.
    Mouse,
    /// Leave, asking first when something is not saved.
    Quit,
    /// Leave at once.
    Cancel,
    /// Stop until the shell brings it back.
    Suspend,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Put in the next name that fits what is typed.
    Complete,
    /// Put in the one before.
    CompleteBack,
    /// Unfold, or go in.
    Unfold,
    /// Fold, or go out.
    Fold,
    /// Choose, or give up.
    Choose,
    /// Go to the details of the row.
    Details,
    /// Scroll the details down, from the list.
    DetailsDown,
    /// Scroll them up.
    DetailsUp,
    /// Close what is open: a field, the search, a page over the screen, the details.
    Close,
    /// Edit the field, or step through its values.
    Edit,
    /// Take what was typed.
    Accept,
    /// Step through always, per link, if available.
    When,
    /// Open the matrix of CRM records, or close it.
    Matrix,
    /// The cell to the left.
    CellLeft,
    /// The cell to the right.
    CellRight,
    /// Choose all of an object but sensitive data, or give it up.
    WholeRow,
    /// Choose a capability for every object that is shown, or give it up.
    WholeColumn,
    /// Make the scope required.
    MakeRequired,
    /// Make the scope conditionally required.
    MakeConditional,
    /// Make the scope optional.
    MakeOptional,
    /// Enter a scope by name.
    Pin,
    /// Take out a scope that was entered by name.
    Unpin,
    /// Take the suggestion for the scope.
    Suggestion,
    /// Take every suggestion.
    AllSuggestions,
    /// A new named link.
    NewLink,
    /// Remove the named link under the cursor.
    RemoveLink,
    /// Draw the screen anew.
    Redraw,
    /// Open the link in the browser.
    OpenLink,
    /// The bare link on the whole screen.
    BareLink,
    /// Take the pasted link into the plan, as it is.
    TakePasted,
    /// Take the pasted link into the plan, repaired.
    TakeRepaired,
    /// Take the scopes of the pasted text as required.
    TakeRequired,
    /// Take the scopes of the pasted text as conditionally required.
    TakeConditional,
    /// Take the scopes of the pasted text as optional.
    TakeOptional,
    /// Show the fewest links for every tier.
    FewestLinks,
    /// Take the fewest links as named links.
    TakeLinks,
    /// Copy the pasted link, repaired where it can be.
    CopyPasted,
    /// Go to what the code calls.
    GoToCode,
    /// Take every call of the code.
    TakeCode,
    /// Show a call of the code no more.
    Dismiss,
    /// Write the edit that is shown.
    WriteEdit,
    /// Leave with the link on standard output.
    AcceptLink,
    /// Take the unsaved work of earlier.
    TakeWork,
    /// Throw the unsaved work of earlier away.
    DropWork,
    /// Yes, to a question.
    Yes,
    /// No, to a question.
    No,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted, as one piece.
    Paste(String),
    /// The mouse was used.
    Mouse(MouseEvent),
    /// The screen has this size.
    Resize(u16, u16),
    /// A command, however it was given.
    Run(Command),
    /// An effect says what came of it.
    Report(Report),
    /// The first frame is drawn.
    Drawn,
}

/// The app's settings as they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Its scopes by type.
    pub declared: Declared,
    /// Its redirect URLs.
    pub redirect_urls: Vec<String>,
    /// What is to be said of the project from now on.
    pub findings: Vec<Diagnostic>,
}

/// What came of an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// Something went well; the text is for the status row.
    Done(String),
    /// Something failed; the text says what, why and what to do.
    Failed(String),
    /// A fresh random state for the link.
    State(String),
    /// What saving would change in the project's own files, as the lines of a diff.
    Edit(Vec<String>),
    /// The scan of the code has looked at so many files.
    Scanning(usize),
    /// The scan of the code is done.
    Scanned(Box<Found>),
    /// The code could not be scanned; the text says why.
    NotScanned(String),
    /// The plan was written.
    Saved {
        /// What was written.
        text: String,
        /// The app's settings as they stand on disk now, where they were written.
        settings: Option<Box<Written>>,
    },
}
