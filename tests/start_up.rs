//! What a start reads. Alone in its process, so that nothing else has asked for more.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, resolve};
use hubscope::tui::model::Model;
use hubscope::tui::theme::Theme;
use hubscope::tui::view::{Seen, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[test]
fn the_first_frame_is_drawn_without_reading_the_endpoints_or_the_permissions() {
    let catalog = Catalog::embedded();
    let plan = Plan::default();
    let _ = resolve(catalog, &plan);
    let model = Model::new(catalog, plan, String::new(), (120, 40));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| draw(frame, &model, Theme::new(true, false), &mut Seen::default())).unwrap();
    assert!(!catalog.has_read_endpoints());
    assert!(!catalog.has_read_permissions(), "who can install is asked where it is shown");
    assert!(!model.standing().matrix.cells.is_empty());
    assert!(catalog.has_read_permissions());
    assert!(!catalog.endpoints().operations().is_empty());
    assert!(catalog.has_read_endpoints());
}
