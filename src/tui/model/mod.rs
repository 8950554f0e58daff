//! The state of the configurator. It knows no terminal and no drawing.
//!
//! Owns the plan with its history, the answer computed from it, and where the user is: step, pane, rows, what is typed.

mod answer;
mod available;
mod calls;
mod change;
mod features;
mod field;
mod field_rows;
mod find;
mod findings;
mod link;
mod node;
mod pasted;
mod place;
mod preview;
mod scopes;
mod state;
mod take;

pub use answer::Answer;
pub use available::contexts;
pub use calls::{call_of, open_object};
pub use features::Tree;
pub use field::Field;
pub use field_rows::FieldRow;
pub use find::Find;
pub use link::LinkRow;
pub use node::{Choice, Item, Node, NodeKey};
pub use pasted::Pasted;
pub use place::{Cursor, Pane, Step};
pub use preview::{NeedKey, Preview, Tag};
pub use scopes::ScopeRow;
pub use state::{Earlier, HelpFilter, Message, Model, Page, Purpose, Typing};
