//! How a model begins, and what follows from a change of its plan.

use std::collections::BTreeSet;

use super::answer::Answer;
use super::code::Code;
use super::features::Tree;
use super::given_up::GivenUp;
use super::link::LinkRow;
use super::place::{Cursor, Pane, Step};
use super::scopes::ScopeRow;
use super::simulated::Simulated;
use super::splits::Splits;
use super::state::{HelpFilter, Model};
use crate::catalog::Catalog;
use crate::plan::{History, LinkChoice, Plan, ScopeType, resolve_scopes};
use crate::tui::action::Written;
use crate::tui::keys::Keys;

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
            given_up: GivenUp::default(),
            marks: BTreeSet::new(),
            code: Code::default(),
            project_findings: Vec::new(),
            origin,
            step: if complete { Step::Features } else { Step::App },
            pane: Pane::Main,
            app: Cursor::default(),
            computed: Cursor::default(),
            scopes: Cursor::default(),
            link: Cursor::default(),
            shown: choice.clone(),
            choice,
            simulated: Simulated::default(),
            details_of_computed: false,
            details_scroll: 0,
            matrix: None,
            find: None,
            recent: Vec::new(),
            typing: None,
            page: None,
            of_paste: None,
            pasted: None,
            pasted_text: None,
            offer: None,
            edit: Vec::new(),
            earlier: None,
            dropped: None,
            put_aside: None,
            changed_on: Vec::new(),
            keys: Keys::standard(),
            help_filter: HelpFilter::default(),
            asking_to_quit: false,
            message: None,
            today: None,
            mouse: true,
            size,
            scroll_limit: 0,
            splits: Splits::default(),
            dragged: None,
            page_rows: 10,
        };
        model.scopes.row = model.first_selectable_scope();
        model.link.row = 1;
        model
    }

    /// Changes the plan, computes what follows and marks what changed; says whether anything did.
    pub fn change(&mut self, edit: impl FnOnce(&mut Plan)) -> bool {
        let mut plan = self.plan().clone();
        edit(&mut plan);
        self.leave_links(&mut plan);
        self.given_up.note(self.history.present(), &plan);
        let changed = self.history.push(plan);
        if changed {
            // Work goes on from here: what was kept earlier stays kept, and is offered the next time.
            self.dropped = None;
            self.put_aside = self.earlier.take().map(|earlier| earlier.date);
            if !self.changed_on.contains(&self.step) {
                self.changed_on.push(self.step);
            }
            self.recompute();
        }
        changed
    }

    /// Takes what becomes optional out of the named links of `plan`: no link can demand it.
    fn leave_links(&self, plan: &mut Plan) {
        if plan.links.iter().all(|link| link.with.is_empty()) {
            return;
        }
        let scopes = resolve_scopes(self.catalog, plan);
        let was_optional =
            |name: &str| self.answer.resolved.scope(name).is_some_and(|scope| scope.kind == ScopeType::Optional);
        let optional = scopes.iter().filter(|scope| scope.kind == ScopeType::Optional);
        let became: BTreeSet<&str> = optional.map(|scope| &*scope.name).filter(|name| !was_optional(name)).collect();
        for link in &mut plan.links {
            link.with.retain(|item| !became.contains(item.as_str()));
        }
    }

    /// Takes in what was written to the app's settings: true of every step of the history, for undo does not unwrite it.
    pub fn take_settings(&mut self, written: &Written) {
        self.history.amend(|plan| {
            plan.app.declared = Some(written.declared.clone());
            plan.app.registered_redirects.clone_from(&written.redirect_urls);
        });
        self.project_findings.clone_from(&written.findings);
        self.recompute();
        self.marks.clear();
    }

    /// Computes the answer anew after the plan or the current link changed.
    pub fn recompute(&mut self) {
        let gone =
            matches!(&self.choice, LinkChoice::Named(name) if !self.plan().links.iter().any(|link| link.name == *name));
        if gone {
            self.choice = LinkChoice::Base;
        }
        self.shown = self.wanted_link();
        let answer = Answer::of(self.catalog, self.plan(), &self.shown);
        self.marks = answer.news_since(&self.answer);
        self.answer = answer;
        self.revision += 1;
        self.settle_ghosts();
        self.clamp();
    }

    /// Keeps every cursor on a row that exists.
    pub fn clamp(&mut self) {
        let scopes = self.scope_rows();
        self.scopes.row = nearest_selectable(&scopes, self.scopes.row, ScopeRow::is_selectable);
        self.computed.row = nearest_selectable(&scopes, self.computed.row, ScopeRow::is_selectable);
        let rows = self.link_rows();
        self.link.row = nearest_selectable(&rows, self.link.row, LinkRow::is_selectable);
        self.app.row = self.app.row.min(self.field_rows().len().saturating_sub(1));
        self.tree.set_calls(self.call_rows());
        self.tree.clamp();
    }

    fn first_selectable_scope(&self) -> usize {
        nearest_selectable(&self.scope_rows(), 0, ScopeRow::is_selectable)
    }
}

/// The selectable row nearest to `wanted`, at or after it where there is one.
fn nearest_selectable<T>(rows: &[T], wanted: usize, selectable: impl Fn(&T) -> bool) -> usize {
    let after = (wanted..rows.len()).find(|i| selectable(&rows[*i]));
    let before = || (0..wanted.min(rows.len())).rev().find(|i| selectable(&rows[*i]));
    after.or_else(before).unwrap_or(0)
}
