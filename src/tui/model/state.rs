//! The model itself: what is open, what is typed, what is said.

use std::collections::BTreeSet;
use std::fmt::Display;

use tui_input::Input;

use super::answer::Answer;
use super::code::Code;
use super::features::Tree;
use super::field::Field;
use super::find::Find;
use super::given_up::GivenUp;
use super::matrix::Matrix;
use super::offer_page::OfferPage;
use super::pasted::Pasted;
use super::pasted_text::PastedText;
use super::place::{Cursor, Pane, SMALLEST, Step};
use super::simulated::Simulated;
use super::splits::{Grip, Splits};
use crate::catalog::{Catalog, Date, age_in_words};
use crate::diagnostic::Diagnostic;
use crate::plan::{History, LinkChoice, Plan};
use crate::tui::keys::Keys;

/// Something that is typed into.
#[derive(Debug, Clone)]
pub struct Typing {
    /// What it is for.
    pub purpose: Purpose,
    /// The text.
    pub input: Input,
    /// While names are stepped through: what was typed, and the place of the name that stands in the field.
    pub completing: Option<(String, usize)>,
}

impl Typing {
    /// Begins to type for `purpose`, from `text`.
    pub fn new(purpose: Purpose, text: impl Into<String>) -> Self {
        Self { purpose, input: Input::new(text.into()), completing: None }
    }
}

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A field of the step App.
    Field(Field),
    /// The name of a scope to pin; the name that was already warned of, if one was.
    PinName(Option<String>),
    /// The record type that a call is about; the call as far as it is written.
    CallObject(String),
    /// The record type that a call of the code is about: its place among those found, and it as far as it is written.
    FoundObject(usize, String),
    /// Why this scope is pinned.
    PinReason(String),
    /// The name of a new link.
    LinkName,
}

/// A page over the whole screen, with how far it is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The keys.
    Help(u16),
    /// The link and nothing else.
    Bare,
    /// A link that was pasted, before it is taken into the plan, with how far it is scrolled.
    Pasted(u16),
    /// Another text that was pasted, with what is behind it, and how far it is scrolled.
    PastedText(u16),
    /// The fewest links, before they are taken into the plan, with how far it is scrolled.
    Offer(u16),
    /// The edit of the project's settings, before it is written, with how far it is scrolled.
    Edit(u16),
}

/// A line for the status row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub text: String,
    /// Whether something went wrong.
    pub is_fault: bool,
    /// The end of the text that no answer says: what a change means for links in circulation.
    pub note: Option<&'static str>,
}

impl Message {
    /// One that is no complaint.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_fault: false, note: None }
    }

    /// What went wrong.
    pub fn fault(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_fault: true, note: None }
    }

    /// The same with `lead` before it.
    #[must_use]
    pub fn after(self, lead: impl Display) -> Self {
        Self { text: format!("{lead} {}", self.text), ..self }
    }

    /// The same with a sentence after it.
    #[must_use]
    pub fn with_end(self, end: impl Display) -> Self {
        let stop = if self.text.ends_with('.') { "" } else { "." };
        Self { text: format!("{}{stop} {end}", self.text), ..self }
    }
}

/// The filter of the help page.
#[derive(Debug, Clone, Default)]
pub struct HelpFilter {
    /// What is typed.
    pub input: Input,
    /// Whether it is being typed.
    pub is_open: bool,
}

/// Unsaved work of an earlier run, while it is offered.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// When it was left.
    pub date: String,
    /// The plan, with what was saved since.
    pub plan: Box<Plan>,
    /// Whether something else was saved since: both are in the plan.
    pub is_merged: bool,
    /// What was changed there and here, each its own way.
    pub disputed: Vec<String>,
}

impl Earlier {
    /// Work of `date`, on top of what is there still.
    pub fn new(date: impl Into<String>, plan: Plan) -> Self {
        Self { date: date.into(), plan: Box::new(plan), is_merged: false, disputed: Vec::new() }
    }
}

/// All of it.
#[derive(Debug, Clone)]
pub struct Model {
    /// The facts.
    pub catalog: &'static Catalog,
    /// The plan and its history.
    pub history: History<Plan>,
    /// The plan as it was last written or read.
    pub saved: Plan,
    /// Grows with every change of the answer.
    pub revision: u64,
    /// What the plan needs, and the current link.
    pub answer: Answer,
    /// What was given up, so that it can come back as it was.
    pub(super) given_up: GivenUp,
    /// Names of scopes that the last change brought or moved.
    pub marks: BTreeSet<String>,
    /// The scan of the code, and what became of what it found.
    pub code: Code,
    /// What was found while the project was read.
    pub project_findings: Vec<Diagnostic>,
    /// Where the plan came from.
    pub origin: String,
    /// The step.
    pub step: Step,
    /// The pane that has the keys.
    pub pane: Pane,
    /// Row of the step App.
    pub app: Cursor,
    /// Rows of the step Features.
    pub tree: Tree,
    /// Row of the computed scopes beside the features.
    pub computed: Cursor,
    /// Row of the step Scopes.
    pub scopes: Cursor,
    /// Row of the step Link.
    pub link: Cursor,
    /// Which link is current: the one that is shown where the cursor is on no other.
    pub choice: LinkChoice,
    /// Which link is shown, copied and left with: on Link the one under the cursor.
    pub(super) shown: LinkChoice,
    /// The account that is simulated.
    pub simulated: Simulated,
    /// The details are those of the computed scopes beside the features.
    pub details_of_computed: bool,
    /// How far the details are scrolled.
    pub details_scroll: u16,
    /// The matrix of CRM records, while it stands in place of the tree.
    pub matrix: Option<Matrix>,
    /// The search, while it is open.
    pub find: Option<Find>,
    /// Names of what searches went to lately, the last one last.
    pub recent: Vec<String>,
    /// What is typed into, while something is.
    pub typing: Option<Typing>,
    /// A page over the screen.
    pub page: Option<Page>,
    /// The plan as it was when a pasted link had just been taken.
    pub(super) of_paste: Option<Box<Plan>>,
    /// The link that was pasted, while its page is open.
    pub pasted: Option<Box<Pasted>>,
    /// Another text that was pasted, while its page is open.
    pub pasted_text: Option<Box<PastedText>>,
    /// The fewest links, while their page is open.
    pub offer: Option<Box<OfferPage>>,
    /// The edit to be written, as the lines of a diff, while its page is open.
    pub edit: Vec<String>,
    /// Unsaved work of an earlier run, while it is offered.
    pub earlier: Option<Earlier>,
    /// Such work that was just thrown away, until something is changed.
    pub dropped: Option<Earlier>,
    /// When the unsaved work was left whose offer a change has just put aside.
    pub put_aside: Option<String>,
    /// The steps on which the plan was changed: they need no hint for who is new.
    pub changed_on: Vec<Step>,
    /// What the keys mean.
    pub keys: &'static Keys,
    /// What the help page is filtered by.
    pub help_filter: HelpFilter,
    /// The question whether to leave unsaved work.
    pub asking_to_quit: bool,
    /// The status row, until the next key.
    pub message: Option<Message>,
    /// The day on which the configurator was opened, where it is known: how old the facts are hangs on it.
    pub today: Option<Date>,
    /// Whether the mouse is wanted.
    pub mouse: bool,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// How far what has the keys can be scrolled.
    pub scroll_limit: u16,
    /// Where borders between panes were dragged to.
    pub splits: Splits,
    /// The border that is being dragged, and how far from it the pointer took hold.
    pub dragged: Option<(Grip, i32)>,
    /// How many rows of a list the last frame had room for.
    pub page_rows: usize,
}

impl Model {
    /// The plan as it stands.
    pub fn plan(&self) -> &Plan {
        self.history.present()
    }

    /// How old the facts are, where that is worth a word: `4 months old`.
    pub fn age_of_facts(&self) -> Option<String> {
        self.today.and_then(|today| age_in_words(self.catalog.as_of(), today))
    }

    /// Whether something is not on disk.
    pub fn is_dirty(&self) -> bool {
        !self.plan().says_as_much_as(&self.saved)
    }

    /// Whether the mouse is to be reported now: where the bare link stands, the terminal has it to select with.
    pub fn takes_mouse(&self) -> bool {
        self.mouse && self.page != Some(Page::Bare)
    }

    /// Whether the screen is too small to show what a key would do.
    pub fn is_too_small(&self) -> bool {
        self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1
    }

    /// Whether the filter of the help page is typed.
    pub fn is_filtering_help(&self) -> bool {
        self.help_filter.is_open && matches!(self.page, Some(Page::Help(_)))
    }

    /// Says something in the status row until the next key.
    pub fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message::plain(text));
    }

    /// Says in the status row what went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message::fault(text));
    }

    /// Gives the keys to `pane`.
    pub fn focus(&mut self, pane: Pane) {
        if pane != Pane::Details {
            self.details_of_computed = pane == Pane::Computed;
        }
        self.pane = pane;
        self.details_scroll = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_around_a_complaint_leaves_it_one() {
        let said = Message::fault("The scope is retired").after("Undone:").with_end("Old links are refused.");
        assert_eq!(said.text, "Undone: The scope is retired. Old links are refused.");
        assert!(said.is_fault);
        assert!(!Message::plain("Scopes unchanged.").with_end("More.").is_fault);
        assert_eq!(Message::plain("Scopes unchanged.").with_end("More.").text, "Scopes unchanged. More.");
    }
}
