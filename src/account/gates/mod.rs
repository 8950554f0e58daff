//! The gates of an install, one file each: what each says to a scope, or to the app as a whole.
//!
//! Every gate is asked, whatever another one has said. What is not documented about tiers and installers is an open
//! question here, never a refusal.

mod distribution;
mod governance;
mod link;
mod permission;
mod sensitive;
mod tier;

use super::gate::Judged;
use super::{Ask, Install};
use crate::catalog::Catalog;

pub(super) use tier::verdict as tier_verdict;

/// What every gate says to one scope; `conditional` where only this link demands it.
pub(super) fn of_scope(catalog: &Catalog, install: &Install, name: &str, conditional: bool) -> [Judged; 4] {
    let scope = catalog.scope_named(name);
    [
        tier::judge(catalog, install, name, scope, conditional),
        permission::judge(catalog, install, name, scope),
        sensitive::judge(install, scope),
        governance::judge(catalog, install, name),
    ]
}

/// What the gates say to the app and the installer as a whole.
pub(super) fn of_app(catalog: &Catalog, install: &Install, ask: &Ask) -> Vec<Judged> {
    let mut judged = link::judge(&ask.faults);
    judged.push(permission::judge_installer(catalog, install));
    judged.push(governance::judge_app(catalog, install, ask));
    judged.extend(distribution::judge(catalog, install));
    judged
}
