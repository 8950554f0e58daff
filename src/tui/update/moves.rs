//! Moving the cursor, and scrolling what has none.

use crate::tui::action::Command;
use crate::tui::model::{LinkRow, Model, Page, Pane, ScopeRow, Step};

/// Moves by `command` in whatever has the keys.
pub(super) fn go(model: &mut Model, command: Command) {
    if let Some(page) = model.page {
        let to = |at| scrolled(at, command, model.page_rows);
        model.page = Some(match page {
            Page::Help(at) => Page::Help(to(at)),
            Page::Pasted(at) => Page::Pasted(to(at)),
            Page::PastedText(at) => Page::PastedText(to(at)),
            Page::Offer(at) => Page::Offer(to(at)),
            Page::Edit(at) => Page::Edit(to(at)),
            Page::Bare => Page::Bare,
        });
        return;
    }
    if model.pane == Pane::Details {
        model.details_scroll = scrolled(model.details_scroll, command, model.page_rows);
        return;
    }
    model.details_scroll = 0;
    let page = model.page_rows.max(2) - 1;
    if model.pane == Pane::Computed {
        let rows = model.scope_rows();
        model.computed.row = moved(model.computed.row, command, page, &selectable(&rows, ScopeRow::is_selectable));
        return;
    }
    match model.step {
        Step::App => {
            let all: Vec<usize> = (0..model.field_rows().len()).collect();
            model.app.row = moved(model.app.row, command, page, &all);
        }
        Step::Features => on_features(model, command, page),
        Step::Scopes => {
            let rows = model.scope_rows();
            model.scopes.row = moved(model.scopes.row, command, page, &selectable(&rows, ScopeRow::is_selectable));
        }
        Step::Link => {
            let rows = model.link_rows();
            let places = selectable(&rows, LinkRow::is_selectable);
            model.link.row = moved(model.link.row, command, page, &places);
        }
    }
}

/// Lines that the details are scrolled by from elsewhere.
pub(super) const NOTCH: u16 = 3;

/// Scrolls the details by so many lines, whichever pane has the keys.
pub(super) fn scroll_details(model: &mut Model, command: Command, lines: u16) {
    let at = model.details_scroll;
    model.details_scroll = match command {
        Command::Up => at.saturating_sub(lines),
        _ => at.saturating_add(lines).min(model.scroll_limit),
    };
}

fn on_features(model: &mut Model, command: Command, page: usize) {
    if let Some(matrix) = &mut model.matrix {
        let all: Vec<usize> = (0..matrix.shown.len()).collect();
        matrix.row = moved(matrix.row, command, page, &all);
    } else if let Some(find) = model.find.as_mut().filter(|find| !find.is_blank()) {
        let all: Vec<usize> = (0..find.len()).collect();
        find.row = moved(find.row, command, page, &all);
        model.follow_match();
    } else {
        let all: Vec<usize> = (0..model.tree.rows().len()).collect();
        model.tree.row = moved(model.tree.row, command, page, &all);
    }
}

fn selectable<T>(rows: &[T], is_selectable: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..rows.len()).filter(|place| is_selectable(&rows[*place])).collect()
}

/// The place in `places` to which `command` leads from `row`.
fn moved(row: usize, command: Command, page: usize, places: &[usize]) -> usize {
    let Some(last) = places.len().checked_sub(1) else { return row };
    let at = places.iter().position(|place| *place >= row).unwrap_or(last);
    let to = match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at + 1,
        Command::PageUp => at.saturating_sub(page),
        Command::PageDown => at + page,
        Command::First => 0,
        _ => last,
    };
    places[to.min(last)]
}

fn scrolled(at: u16, command: Command, page: usize) -> u16 {
    let page = u16::try_from(page.max(2) - 1).unwrap_or(10);
    match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at.saturating_add(1),
        Command::PageUp => at.saturating_sub(page),
        Command::PageDown => at.saturating_add(page),
        Command::First => 0,
        // The view stops at the end of what it shows.
        _ => u16::MAX,
    }
}
