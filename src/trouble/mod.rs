//! Texts of trouble: a sentence of HubSpot's install page, an error of the token endpoint, the body of a 403 or 401.
//!
//! ```text
//!  pasted text ─▶ redact ─▶ unwrap ─▶ recognise ─▶ install URL │ file or token answer │ scope list │ refusal │ sentence
//!                                                                                          └──── diagnose ────┘
//!                                                  causes, scopes, who mends it, and how for the kind of token at hand
//! ```
//! Owns the reading of such texts and what follows from them. The sentences, their causes and the kinds of tokens are the
//! catalog's; no token of a text is kept in what is made of it.

mod body;
mod call;
mod diagnose;
mod diagnosis;
mod document;
mod hand;
mod names;
mod recognise;
mod refusal;
mod said;
mod sentence;
mod several;
mod text;
mod told;

pub use body::{Body, Mode};
pub use diagnose::{diagnose, diagnose_for, diagnose_part, sharing};
pub use diagnosis::{Diagnosis, Suspect, Unanswered};
pub use document::{Document, token_answer};
pub use hand::{Hand, of_app, of_shape};
pub use names::selectable;
pub use recognise::{Recognised, recognise};
