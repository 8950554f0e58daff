//! Which contexts hold now and which commands do something here: the key line and help show nothing else.

use super::field::Field;
use super::grid::{Capability, Member};
use super::link::LinkRow;
use super::matrix::CellState;
use super::node::{Choice, Node};
use super::place::{Pane, Step};
use super::state::{Model, Page, Purpose};
use crate::catalog::Scope;
use crate::diagnostic::Diagnostic;
use crate::plan::{Auth, LinkChoice, ScopeType};
use crate::tui::action::Command;
use crate::tui::keys::Context;

/// The contexts that hold, nearest first.
pub fn contexts(model: &Model) -> Vec<Context> {
    if model.asking_to_quit {
        return vec![Context::Question];
    }
    match model.page {
        Some(Page::Pasted(_)) => return vec![Context::Pasted, Context::Page],
        Some(Page::PastedText(_)) => return vec![Context::PastedText, Context::Page],
        Some(Page::Offer(_)) => return vec![Context::Offer, Context::Page],
        Some(Page::Edit(_)) => return vec![Context::Edit, Context::Page],
        Some(Page::Help(_)) if model.help_filter.is_open => return vec![Context::Filter],
        Some(Page::Help(_)) => return vec![Context::Help, Context::Page],
        Some(Page::Bare) => return vec![Context::Page],
        None => {}
    }
    if model.typing.is_some() {
        return vec![Context::Field];
    }
    if model.find.is_some() {
        return vec![Context::Find];
    }
    let earlier = model.earlier.is_some().then_some(Context::Earlier);
    if model.pane == Pane::Details {
        return earlier.into_iter().chain([Context::Details, Context::Everywhere]).collect();
    }
    let here = (model.pane == Pane::Main).then(|| of_step(model));
    let of_code = (model.pane == Pane::Main && model.is_on_code()).then_some(Context::Code);
    let of_value = (model.pane == Pane::Main && model.is_on_value()).then_some(Context::Value);
    earlier.into_iter().chain(of_code).chain(of_value).chain(here).chain([Context::List, Context::Everywhere]).collect()
}

/// The context of the step's own list.
fn of_step(model: &Model) -> Context {
    match model.step {
        Step::App => Context::App,
        Step::Features if model.matrix.is_some() => Context::Matrix,
        Step::Features => Context::Features,
        Step::Scopes => Context::Scopes,
        Step::Link => Context::Link,
    }
}

impl Model {
    /// The key of `command` for a sentence: as it holds here, else as it does in the list of the step.
    pub fn key(&self, command: Command) -> &'static str {
        let mut contexts = contexts(self);
        contexts.extend([of_step(self), Context::List, Context::Everywhere]);
        self.keys.key_of(command, &contexts)
    }

    /// Whether `command` would do something now.
    pub fn is_available(&self, command: Command) -> bool {
        let main = self.pane == Pane::Main;
        match command {
            Command::Undo => self.history.can_undo() || self.dropped.is_some(),
            Command::Redo => self.history.can_redo(),
            Command::Save => self.is_dirty(),
            Command::NextStep => self.step != Step::Link,
            Command::PreviousStep => self.step != Step::App,
            Command::AcceptLink if !self.asking_to_quit && self.current_finding().is_some() => true,
            // The page shows other links than the one that would be copied.
            Command::CopyLink if matches!(self.page, Some(Page::Offer(_))) => false,
            Command::CopyLink | Command::OpenLink | Command::AcceptLink => self.answer.built.url.is_some(),
            Command::BareLink => !self.answer.built.draft.is_empty(),
            // Where there is nothing to repair, both would do the same.
            Command::TakePasted => self.pasted.as_ref().is_some_and(|pasted| pasted.repaired.is_some()),
            Command::TakeRequired => self.can_take(ScopeType::Required),
            Command::TakeConditional => self.can_take(ScopeType::ConditionallyRequired),
            Command::TakeOptional => self.can_take(ScopeType::Optional),
            Command::NewLink => self.has_links(),
            Command::FewestLinks => {
                self.has_links() && self.answer.resolved.of_type(ScopeType::ConditionallyRequired).next().is_some()
            }
            Command::TakeLinks => self.offer.as_ref().is_some_and(|page| !page.adds.is_empty()),
            Command::Choose => main && self.can_choose(),
            Command::When => self.has_when(),
            Command::Unfold | Command::Fold if self.matrix.is_some() => false,
            Command::Unfold => {
                self.step == Step::Features && main && self.tree.current().is_some_and(|node| node.folds && !node.open)
            }
            Command::Fold => {
                self.step == Step::Features
                    && main
                    && self.tree.current().is_some_and(|node| node.folds && node.open || node.depth > 0)
            }
            Command::MakeRequired => self.can_become(ScopeType::Required),
            Command::MakeConditional => self.can_become(ScopeType::ConditionallyRequired),
            Command::MakeOptional => self.can_become(ScopeType::Optional),
            Command::Unpin => {
                let is_entered = |name: &str| self.plan().pins.iter().any(|pin| pin.scope == name);
                // The settings may name oauth, and it is there all the same.
                self.current_scope().is_some_and(|scope| scope.name != Scope::OAUTH && is_entered(&scope.name))
            }
            Command::Suggestion => {
                self.current_scope().is_some_and(|scope| self.answer.suggestion_for(&scope.name).is_some())
                    || self.better_name().is_some()
            }
            Command::AllSuggestions => !self.answer.suggestions.is_empty(),
            Command::TakeCode => self.ghosts().iter().filter_map(|at| self.found_call(*at)).any(|call| !call.is_open),
            Command::GoToCode => !self.ghosts().is_empty() || self.has_rest(),
            Command::Dismiss => main && !self.current_ghosts().is_empty(),
            Command::Complete | Command::CompleteBack => !self.scope_matches().is_empty(),
            Command::RemoveLink => matches!(self.current_link_row(), Some(LinkRow::Link(Some(_)))),
            Command::Up | Command::Down | Command::Accept if self.find.is_some() => self.finds_something(),
            Command::CellLeft => self.matrix.as_ref().is_some_and(|matrix| matrix.column > 0),
            Command::CellRight => self.matrix.as_ref().is_some_and(|matrix| matrix.column + 1 < Capability::ALL.len()),
            Command::WholeRow | Command::WholeColumn => self.current_cell().is_some(),
            Command::Up | Command::Down if self.page == Some(Page::Bare) => false,
            Command::Up if self.scrolls() => self.scrolled() > 0,
            Command::Down if self.scrolls() => self.scrolled() < self.scroll_limit,
            _ => true,
        }
    }

    /// Whether the cursor of the step Link is on a row with values, or on a snippet.
    fn is_on_value(&self) -> bool {
        self.step == Step::Link && self.current_link_row().is_some_and(|row| row.has_value())
    }

    /// Whether what is searched for is there.
    fn finds_something(&self) -> bool {
        match (&self.matrix, &self.find) {
            (Some(matrix), _) => !matrix.shown.is_empty(),
            (None, Some(find)) => find.is_blank() || !find.is_empty(),
            (None, None) => false,
        }
    }

    /// Whether the keys that move a cursor scroll here.
    fn scrolls(&self) -> bool {
        self.page.is_some() || self.pane == Pane::Details
    }

    fn scrolled(&self) -> u16 {
        match self.page {
            Some(Page::Help(at) | Page::Pasted(at) | Page::PastedText(at) | Page::Offer(at) | Page::Edit(at)) => at,
            Some(Page::Bare) => 0,
            None => self.details_scroll,
        }
    }

    /// Whether what is under the cursor is chosen, and when it is needed is the user's choice.
    fn has_when(&self) -> bool {
        if !self.has_type(ScopeType::Optional) {
            return false;
        }
        let is_free =
            |id: &str| self.catalog.feature(id).is_some_and(|feature| feature.in_link && !feature.checked_at_setup);
        if let Some((row, capability)) = self.current_cell() {
            let is_chosen = |(id, option): &&Member| self.plan().selected(id, *option).next().is_some();
            let mut chosen = row.cell(capability).iter().filter(is_chosen).peekable();
            return chosen.peek().is_some() && chosen.all(|(id, _)| is_free(id));
        }
        let Some(choice) = self.tree.current().and_then(Node::choice).filter(|choice| self.is_chosen(*choice)) else {
            return false;
        };
        match choice {
            Choice::Feature(id, _) => is_free(id),
            Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => true,
        }
    }

    /// Why the time of need of a feature is not the user's choice.
    pub fn when_refused(&self, id: &str) -> Option<&'static str> {
        if !self.has_type(ScopeType::Optional) {
            return Some("Always: a static-auth app has required scopes only.");
        }
        let feature = self.catalog.feature(id)?;
        if feature.checked_at_setup {
            return Some("Always: HubSpot checks this scope when the feature is set up, so it must be required.");
        }
        (!feature.in_link).then_some("Its scopes belong in a token request, never in a link.")
    }

    /// What the command does here and now, in a word or two, where the table's own words say too much or too little.
    pub fn hint(&self, command: Command) -> Option<&'static str> {
        let pasted = self.pasted.as_ref();
        let is_partly = pasted.is_some_and(|pasted| !pasted.left.is_empty());
        match command {
            Command::Choose => Some(self.choose_hint()),
            Command::Edit if self.current_field().is_some_and(|row| !row.field.is_text()) => Some("next value"),
            Command::Accept => self.accept_hint(),
            Command::AcceptLink if !self.asking_to_quit => {
                self.current_finding().map(|found| if self.mend_of(found).is_some() { "mend it" } else { "details" })
            }
            Command::TakeRepaired if is_partly => Some("take partly repaired"),
            Command::TakeRepaired if pasted.is_some_and(|pasted| pasted.repaired.is_none()) => {
                let is_refused = pasted.is_some_and(|pasted| pasted.diagnostics.iter().any(Diagnostic::is_error));
                Some(if is_refused { "take as it is" } else { "take it" })
            }
            Command::CopyPasted if is_partly => Some("copy partly repaired"),
            Command::CopyPasted if pasted.is_some_and(|pasted| pasted.repaired.is_none()) => Some("copy it"),
            _ => None,
        }
    }

    /// What the key that accepts does with what is typed, in a word or two.
    fn accept_hint(&self) -> Option<&'static str> {
        Some(match self.typing.as_ref()?.purpose {
            Purpose::PinName(_) => "go on",
            Purpose::PinReason(_) => "add scope",
            Purpose::LinkName => "add link",
            Purpose::Field(_) | Purpose::CallObject(_) | Purpose::FoundObject(..) => "accept",
        })
    }

    /// What Space does on the row under the cursor, in a word or two.
    fn choose_hint(&self) -> &'static str {
        if let Some(state) = self.current_cell_state() {
            return match state {
                CellState::Missing | CellState::Open | CellState::Partly => "add",
                CellState::Chosen | CellState::OfProject => "remove",
            };
        }
        match self.step {
            Step::Features if self.tree.is_on_rest() => "bring back",
            Step::Features if self.tree.current_found().is_some() => "take",
            Step::Features
                if self.tree.current().and_then(Node::choice).is_some_and(|choice| self.is_chosen(choice)) =>
            {
                "remove"
            }
            Step::Features => "add",
            Step::Link => match self.current_link_row() {
                Some(LinkRow::Snippet(_)) => "copy snippet",
                Some(LinkRow::Conditional(_)) => "in or out",
                Some(LinkRow::Account) => "next tier",
                Some(LinkRow::Installer) => "next installer",
                Some(LinkRow::SensitiveData) => "on or off",
                _ => "make current",
            },
            Step::Scopes => "take",
            Step::App => "change",
        }
    }

    /// Whether Space does something in the main pane.
    fn can_choose(&self) -> bool {
        match self.step {
            Step::App => self.current_field().is_some_and(|row| {
                let steps_through_redirects =
                    row.field == Field::RedirectUrl && self.plan().app.registered_redirects.len() > 1;
                !row.field.is_text() || steps_through_redirects || matches!(row.field, Field::State | Field::AsOf)
            }),
            Step::Features if self.matrix.is_some() => {
                self.current_cell_state().is_some_and(|state| state != CellState::Missing)
            }
            Step::Features if self.tree.is_on_rest() => self.code.dismissed() > 0,
            Step::Features => self.tree.current().is_some_and(Node::is_choice),
            Step::Scopes => !self.current_ghosts().is_empty(),
            Step::Link => match self.current_link_row() {
                Some(LinkRow::Link(name)) => self.choice != name.map_or(LinkChoice::Base, LinkChoice::Named),
                Some(LinkRow::Conditional(_)) => matches!(self.choice, LinkChoice::Named(_)),
                Some(LinkRow::Account | LinkRow::Installer | LinkRow::SensitiveData) => true,
                Some(LinkRow::Snippet(_)) => self.answer.built.url.is_some(),
                _ => false,
            },
        }
    }

    /// Whether the app can have scopes of this type: a static token has its required ones only.
    pub fn has_type(&self, kind: ScopeType) -> bool {
        kind == ScopeType::Required || self.plan().app.auth != Auth::Static
    }

    /// Whether the app's links can differ in their scopes.
    pub fn has_links(&self) -> bool {
        self.plan().app.auth == Auth::Oauth
    }

    fn can_take(&self, kind: ScopeType) -> bool {
        self.has_type(kind) && self.pasted_text.as_ref().is_some_and(|text| !text.to_take(kind).is_empty())
    }

    fn can_become(&self, kind: ScopeType) -> bool {
        self.has_type(kind) && self.current_scope().is_some_and(|scope| scope.kind != kind && scope.locked().is_none())
    }
}
