//! What a start reads. Alone in its process, so that nothing else has asked for more.

use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, resolve};
use hubscope::tui::action::{Action, Command};
use hubscope::tui::model::Model;
use hubscope::tui::region::Regions;
use hubscope::tui::update::update;

#[test]
fn the_configurator_opens_without_reading_the_endpoints() {
    let catalog = Catalog::embedded();
    let plan = Plan::default();
    let _ = resolve(catalog, &plan);
    let mut model = Model::new(catalog, plan, String::new(), (120, 40));
    assert!(!catalog.has_read_endpoints());
    let regions = Regions::default();
    for command in [Command::Matrix, Command::Matrix, Command::Find] {
        update(&mut model, Action::Run(command), &regions);
    }
    assert!(!catalog.has_read_endpoints(), "the matrix and an empty search need no calls");
    update(&mut model, Action::Paste("owners".to_owned()), &regions);
    assert!(catalog.has_read_endpoints(), "what is searched for may be a call");
}
