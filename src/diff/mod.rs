//! What a change of an app's scopes does to those who use it: accounts that installed it, links that are out, tokens.
//!
//! Owns the comparison of two states of an app, the order in which a change is safe, and the words for the people who hear
//! of it. It reads no file and no link, and judges no single state: that is what the rules of `check` are for.
//!
//! ```text
//!  side ─▶ change ─▶ effect     what each scope's move does, a table
//!            ├─────▶ impact     all moves together: reconnect, links, tiers and installers, code
//!            ├─────▶ way ─▶ rollout   the safe order
//!            ├─────▶ letter     the text for customers
//!            └─────▶ report, markdown   the same in words
//! ```

mod another;
mod change;
mod compare;
mod effect;
mod impact;
mod letter;
mod links;
mod markdown;
mod names;
#[cfg(test)]
mod properties;
mod reconnect;
mod report;
mod rollout;
mod side;
mod statement;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod way;

pub use another::Another;
pub use change::{Because, Change};
pub use compare::{Diff, diff};
pub use effect::{Effects, InstallEffect, LinkEffect, RefreshEffect, effects};
pub use impact::{Cope, Reach, TierChange};
pub use letter::Letter;
pub use links::{Broken, LinkFate, LinksLeft, OldLinks};
pub use markdown::markdown;
pub use reconnect::{Narrowed, Reconnect, ReconnectAnswer};
pub use report::report;
pub use rollout::{Step, StepKind};
pub use side::{KnownLink, Scopes, Side, Use};
pub use statement::Statement;
