//! What a start reads: on a catalog of its own, of which no other test has asked anything.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, resolve};
use hubscope::tui::action::{Action, Command};
use hubscope::tui::model::{Code, Model};
use hubscope::tui::region::Regions;
use hubscope::tui::theme::Theme;
use hubscope::tui::update::update;
use hubscope::tui::view::{Seen, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[test]
fn the_first_frame_is_drawn_without_reading_the_endpoints_the_permissions_or_the_sentences() {
    let catalog: &'static Catalog = Box::leak(Box::default());
    let has_read = |table: &str| catalog.read_so_far().contains(&table);
    let mut plan = Plan::default();
    plan.app.client_id = Some("3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b".to_owned());
    plan.app.redirect_url = Some("http://localhost:3000/cb".to_owned());
    let _ = resolve(catalog, &plan);
    let mut model = Model::new(catalog, plan, String::new(), (120, 40));
    model.code = Code::to_scan();
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| draw(frame, &model, Theme::new(true, false), &mut Seen::default())).unwrap();
    assert!(!has_read("endpoints"));
    assert!(!has_read("messages"), "nothing is wrong, so that nothing of HubSpot's is quoted");
    assert!(!has_read("permissions"), "who can install is asked where it is shown");
    assert!(!model.standing().matrix.cells.is_empty());
    assert!(has_read("permissions"));
    let regions = Regions::default();
    for command in [Command::Matrix, Command::Matrix, Command::Find] {
        update(&mut model, Action::Run(command), &regions);
    }
    assert!(!has_read("endpoints"), "the matrix and an empty search need no calls");
    update(&mut model, Action::Paste("owners".to_owned()), &regions);
    assert!(has_read("endpoints"), "what is searched for may be a call");
}
