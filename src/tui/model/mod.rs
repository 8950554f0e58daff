//! The state of the configurator. It knows no terminal and no drawing.
//!
//! Owns the plan with its history, the answer computed from it, and where the user is: step, pane, rows, what is typed.

mod answer;
mod available;
mod features;
mod fields;
mod find;
mod link;
mod preview;
mod scopes;

pub use answer::Answer;
pub use available::contexts;
pub use features::{Node, NodeKey, Tree};
pub use fields::{Field, FieldRow};
pub use find::{Find, matches};
pub use link::LinkRow;
pub use preview::Preview;
pub use scopes::ScopeRow;

use std::collections::BTreeSet;

use tui_input::Input;

use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::plan::{History, LinkChoice, Plan};

/// The four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The app's settings.
    App,
    /// What the app does.
    Features,
    /// The scopes that follow.
    Scopes,
    /// The link.
    Link,
}

impl Step {
    /// In order.
    pub const ALL: [Self; 4] = [Self::App, Self::Features, Self::Scopes, Self::Link];

    /// The step with this number, from 1.
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Its number, from 1.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::App => "App",
            Self::Features => "Features",
            Self::Scopes => "Scopes",
            Self::Link => "Link",
        }
    }
}

/// The panes of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The step's own list.
    Main,
    /// The computed scopes.
    Computed,
    /// The details of the row under the cursor.
    Details,
}

/// A list's cursor and how far it is scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row under the cursor.
    pub row: usize,
}

/// Something that is typed into.
#[derive(Debug, Clone)]
pub struct Typing {
    /// What it is for.
    pub purpose: Purpose,
    /// The text.
    pub input: Input,
}

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A field of the step App.
    Field(Field),
    /// The name of a scope to pin.
    PinName,
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
}

/// A line for the status row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it says.
    pub text: String,
    /// Whether something went wrong.
    pub is_fault: bool,
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
    /// Names of scopes that the last change brought or moved.
    pub marks: BTreeSet<String>,
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
    /// Which link is current.
    pub choice: LinkChoice,
    /// The details are those of the computed scopes beside the features.
    pub details_of_computed: bool,
    /// How far the details are scrolled.
    pub details_scroll: u16,
    /// The search, while it is open.
    pub find: Option<Find>,
    /// What is typed into, while something is.
    pub typing: Option<Typing>,
    /// A page over the screen.
    pub page: Option<Page>,
    /// The question whether to leave unsaved work.
    pub asking_to_quit: bool,
    /// The status row, until the next key.
    pub message: Option<Message>,
    /// Whether the mouse is reported.
    pub mouse: bool,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// How many rows of a list the last frame had room for.
    pub page_rows: usize,
}

impl Model {
    /// The configurator on `plan`, which stands as `saved` on disk.
    pub fn new(catalog: &'static Catalog, plan: Plan, origin: String, size: (u16, u16)) -> Self {
        let choice = LinkChoice::Base;
        let answer = Answer::of(catalog, &plan, &choice);
        let complete = plan.app.client_id.is_some() && plan.app.redirect_url.is_some();
        let mut model = Self {
            catalog,
            tree: Tree::new(catalog, &plan),
            saved: plan.clone(),
            history: History::new(plan),
            revision: 0,
            answer,
            marks: BTreeSet::new(),
            project_findings: Vec::new(),
            origin,
            step: if complete { Step::Features } else { Step::App },
            pane: Pane::Main,
            app: Cursor::default(),
            computed: Cursor::default(),
            scopes: Cursor::default(),
            link: Cursor::default(),
            choice,
            details_of_computed: false,
            details_scroll: 0,
            find: None,
            typing: None,
            page: None,
            asking_to_quit: false,
            message: None,
            mouse: true,
            size,
            page_rows: 10,
        };
        model.scopes.row = model.first_selectable_scope();
        model.link.row = 1;
        model
    }

    /// The plan as it stands.
    pub fn plan(&self) -> &Plan {
        self.history.present()
    }

    /// Whether something is not on disk.
    pub fn is_dirty(&self) -> bool {
        *self.plan() != self.saved
    }

    /// Changes the plan, computes what follows and marks what changed; says whether anything did.
    pub fn change(&mut self, edit: impl FnOnce(&mut Plan)) -> bool {
        let mut plan = self.plan().clone();
        edit(&mut plan);
        let changed = self.history.push(plan);
        if changed {
            self.recompute();
        }
        changed
    }

    /// Computes the answer anew after the plan or the current link changed.
    pub fn recompute(&mut self) {
        let gone =
            matches!(&self.choice, LinkChoice::Named(name) if !self.plan().links.iter().any(|link| link.name == *name));
        if gone {
            self.choice = LinkChoice::Base;
        }
        let answer = Answer::of(self.catalog, self.plan(), &self.choice);
        self.marks = answer.news_since(&self.answer);
        self.answer = answer;
        self.revision += 1;
        self.clamp();
    }

    /// Says something in the status row until the next key.
    pub fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_fault: false });
    }

    /// Says in the status row what went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), is_fault: true });
    }

    /// Gives the keys to `pane`.
    pub fn focus(&mut self, pane: Pane) {
        if pane != Pane::Details {
            self.details_of_computed = pane == Pane::Computed;
        }
        self.pane = pane;
        self.details_scroll = 0;
    }

    /// Keeps every cursor on a row that exists.
    pub fn clamp(&mut self) {
        let scopes = self.scope_rows();
        self.scopes.row = nearest_selectable(&scopes, self.scopes.row, |row| matches!(row, ScopeRow::Scope(_)));
        self.computed.row = nearest_selectable(&scopes, self.computed.row, |row| matches!(row, ScopeRow::Scope(_)));
        let rows = self.link_rows();
        self.link.row = nearest_selectable(&rows, self.link.row, |row| !matches!(row, LinkRow::Heading(_)));
        self.app.row = self.app.row.min(self.field_rows().len().saturating_sub(1));
        self.tree.clamp();
    }

    fn first_selectable_scope(&self) -> usize {
        nearest_selectable(&self.scope_rows(), 0, |row| matches!(row, ScopeRow::Scope(_)))
    }
}

/// The selectable row nearest to `wanted`, at or after it where there is one.
pub(super) fn nearest_selectable<T>(rows: &[T], wanted: usize, selectable: impl Fn(&T) -> bool) -> usize {
    let after = (wanted..rows.len()).find(|i| selectable(&rows[*i]));
    let before = || (0..wanted.min(rows.len())).rev().find(|i| selectable(&rows[*i]));
    after.or_else(before).unwrap_or(0)
}
