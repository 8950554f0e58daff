//! Texts of trouble: a sentence of HubSpot's install page, an error of the token endpoint, the body of a 403.
//!
//! ```text
//!  pasted text ─▶ recognise ─▶ install URL │ scope list │ 403 body │ sentence ─▶ diagnose ─▶ causes, scopes, who mends it
//! ```
//! Owns the reading of such texts and what follows from them. The sentences and their causes are the catalog's.

mod body;
mod diagnose;
mod names;
mod recognise;
mod sentence;

pub use body::{Body, Mode, read_body};
pub use diagnose::{Diagnosis, Suspect, diagnose, diagnose_part};
pub use names::selectable;
pub use recognise::{Recognised, recognise};
