//! Who can install a link: accounts by their tiers, installers by their permissions.
//!
//! ```text
//!  plan, project or link ─▶ Ask ─┐                     ┌ refused: the gates, each with its sentence and its fix
//!  account · installer · app ────┴─▶ gates ─▶ Outcome ─┤ dropped, open, granted
//!                                                      └ features that then work
//! ```
//! Owns the questions asked of a plan's scopes on behalf of an account. It changes no plan and draws nothing.

mod ask;
mod bill;
mod checklist;
mod customer;
mod features;
mod gate;
mod gates;
mod install;
mod installer;
mod lens;
mod matrix;
mod offered;
mod outcome;
mod preview;
mod suggest;
mod value;

pub use ask::Ask;
pub use bill::{BillRow, bill, unbilled};
pub use checklist::checklist;
pub use customer::{Customer, Governance};
pub use features::{Working, working};
pub use gate::{Gate, Refusal};
pub use install::Install;
pub use installer::{Installer, Role};
pub use lens::{Lens, TierVerdict, lens, lens_with};
pub use matrix::{Cell, Matrix, Place, describe, matrix};
pub use offered::Offered;
pub use outcome::{Dropped, Open, Outcome, assumed, simulate};
pub use preview::{Preview, Tag, preview};
pub use suggest::{Suggestion, suggestions};
pub use value::{Change, Value, changes, values};
