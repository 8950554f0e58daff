//! What a start reads. Alone in its process, so that nothing else has asked for more.

use hubscope::catalog::Catalog;
use hubscope::plan::{Plan, resolve};
use hubscope::tui::model::Model;

#[test]
fn the_configurator_opens_without_reading_the_endpoints() {
    let catalog = Catalog::embedded();
    let plan = Plan::default();
    let _ = resolve(catalog, &plan);
    let _ = Model::new(catalog, plan, String::new(), (120, 40));
    assert!(!catalog.has_read_endpoints());
    assert!(!catalog.endpoints().operations().is_empty());
    assert!(catalog.has_read_endpoints());
}
