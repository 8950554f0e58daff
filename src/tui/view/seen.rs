//! What the last frame showed: regions for the mouse, scroll offsets, how much room a list had.

use std::cell::RefCell;
use std::collections::HashMap;

use ratatui::layout::Rect;

use crate::terminal::Links;
use crate::tui::model::{Capability, Choice, Model, NeedKey, Node, NodeKey, Page, Pane, Preview, Step, Tag};
use crate::tui::region::{Area, Regions, Target};

/// What has a cost.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Priced {
    /// A row of the tree.
    Row(NodeKey),
    /// A match of the search, by its name.
    Match(String),
    /// A cell of the matrix, by the place of its object and its column.
    Cell(usize, usize),
}

/// What choosing a row would cost, computed once a change of the plan and not once a frame.
#[derive(Debug, Default)]
struct Tags {
    revision: u64,
    of: HashMap<Priced, Tag>,
    /// Rows that ask for the same cost the same.
    of_need: HashMap<NeedKey, Tag>,
}

/// Kept from frame to frame.
#[derive(Debug, Default)]
pub struct Seen {
    /// What was drawn where.
    pub regions: Regions,
    offsets: HashMap<(Step, Pane), usize>,
    /// How far the search and the matrix are scrolled: they stand where the tree does, which keeps its place.
    over_tree: usize,
    tags: RefCell<Tags>,
    page_rows: usize,
    scroll_limit: Option<u16>,
    /// Hyperlinks, where the terminal has them.
    links: Option<Links>,
}

impl Seen {
    /// For a terminal with these hyperlinks, if it has any.
    pub fn on(links: Option<Links>) -> Self {
        Self { links, ..Self::default() }
    }

    /// The hyperlinks that cells can be marked with.
    pub(super) fn links(&self) -> Option<&Links> {
        self.links.as_ref()
    }

    /// Before a frame.
    pub(super) fn begin(&mut self) {
        self.regions.clear();
        self.scroll_limit = None;
    }

    /// Notes what was drawn in `area`.
    pub(super) fn add(&mut self, area: Rect, target: Target) {
        self.regions.add(Area { x: area.x, y: area.y, width: area.width, height: area.height }, target);
    }

    /// The first row to show so that `row` of `total` rows is seen, moving no more than is needed.
    pub(super) fn offset(&mut self, key: (Step, Pane), row: usize, room: usize, total: usize) -> usize {
        let offset = self.offsets.entry(key).or_default();
        let last = total.saturating_sub(room);
        *offset = (*offset).min(last).min(row).max((row + 1).saturating_sub(room));
        *offset
    }

    /// In a few letters, what choosing the row would cost.
    pub(super) fn tag(&self, model: &Model, node: &Node) -> Tag {
        let Some(choice) = node.choice() else { return Tag::default() };
        self.cached(model, Priced::Row(node.key), || model.need_key(choice), || model.preview_choice(choice))
    }

    /// In a few letters, what choosing the match of the search called `name` would cost.
    pub(super) fn tag_of_match(&self, model: &Model, name: &str, choice: Choice) -> Tag {
        let key = Priced::Match(name.to_owned());
        self.cached(model, key, || model.need_key(choice), || model.preview_choice(choice))
    }

    /// In a few letters, what Space on the cell of the matrix would cost.
    pub(super) fn tag_of_cell(&self, model: &Model, place: usize, column: usize) -> Tag {
        let (Some(row), Some(capability)) = (model.grid().get(place), Capability::ALL.get(column)) else {
            return Tag::default();
        };
        let cell = row.cell(*capability);
        let need = || model.next_choice(cell, *capability).and_then(|choice| model.need_key(choice));
        self.cached(model, Priced::Cell(place, column), need, || model.preview_cell(cell, *capability))
    }

    /// The tag as it is known since the last change, or else computed.
    fn cached(
        &self,
        model: &Model,
        key: Priced,
        need: impl Fn() -> Option<NeedKey>,
        preview: impl Fn() -> Preview,
    ) -> Tag {
        let mut tags = self.tags.borrow_mut();
        if tags.revision != model.revision {
            *tags = Tags { revision: model.revision, ..Tags::default() };
        }
        if let Some(tag) = tags.of.get(&key) {
            return tag.clone();
        }
        let need = need();
        let known = need.as_ref().and_then(|need| tags.of_need.get(need)).cloned();
        let tag = known.unwrap_or_else(|| preview().tag());
        tags.of.insert(key, tag.clone());
        if let Some(need) = need {
            tags.of_need.insert(need, tag.clone());
        }
        tag
    }

    /// The first row of the search or the matrix to show, as [`Self::offset`] does of a pane's list.
    pub(super) fn offset_over_tree(&mut self, row: usize, room: usize, total: usize) -> usize {
        let last = total.saturating_sub(room);
        self.over_tree = self.over_tree.min(last).min(row).max((row + 1).saturating_sub(room));
        self.over_tree
    }

    /// Notes how many rows the list that has the keys has room for.
    pub(super) fn note_page(&mut self, rows: usize) {
        self.page_rows = rows;
    }

    /// Notes how far what has the keys can be scrolled.
    pub(super) fn note_scroll_limit(&mut self, limit: u16) {
        self.scroll_limit = Some(limit);
    }

    /// Tells the model what it can only know from the frame.
    pub fn settle(&self, model: &mut Model) {
        model.page_rows = self.page_rows.max(1);
        model.scroll_limit = self.scroll_limit.unwrap_or(0);
        let Some(limit) = self.scroll_limit else { return };
        match &mut model.page {
            Some(Page::Help(at) | Page::Pasted(at) | Page::PastedText(at) | Page::Offer(at) | Page::Edit(at)) => {
                *at = (*at).min(limit);
            }
            Some(Page::Bare) => {}
            None => model.details_scroll = model.details_scroll.min(limit),
        }
    }
}
