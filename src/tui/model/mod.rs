//! The state of the configurator. It knows no terminal and no drawing.
//!
//! Owns the plan with its history, the answer computed from it, and where the user is: step, pane, rows, what is typed.

mod answer;
mod available;
mod calls;
mod cells;
mod change;
mod features;
mod field;
mod field_rows;
mod find;
mod findings;
mod grid;
mod install;
mod link;
mod matrix;
mod node;
mod offer_page;
mod offered;
mod pasted;
mod pasted_text;
mod place;
mod preview;
mod rank;
mod recognised;
mod scopes;
mod searched;
mod simulated;
mod splits;
mod standing;
mod state;
mod take;

pub use answer::Answer;
pub use available::contexts;
pub use calls::{call_of, open_object};
pub use cells::add_next;
pub use features::Tree;
pub use field::Field;
pub use field_rows::FieldRow;
pub use find::{Entry, Find, Hit};
pub use grid::{Capability, GridRow, Member};
pub use install::Simulation;
pub use link::LinkRow;
pub use matrix::{CellState, Matrix};
pub use node::{Choice, Item, Node, NodeKey};
pub use offer_page::OfferPage;
pub use pasted::Pasted;
pub use pasted_text::{PastedText, TextScope};
pub use place::{Cursor, Pane, Step};
pub use preview::{NeedKey, Preview, Tag};
pub use scopes::ScopeRow;
pub use simulated::Simulated;
pub use splits::{Border, Grip, Side, Splits};
pub use standing::Standing;
pub use state::{Earlier, HelpFilter, Message, Model, Page, Purpose, Typing};
