//! The shape of a diagnosis: a sentence, its causes, the scopes that it is about. It is filled beside it.

use crate::catalog::{Call, Confidence, Credential, Message, Permission, WhoFixes};

/// One cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// Why it happens.
    pub cause: String,
    /// Who can mend it.
    pub who_fixes: WhoFixes,
    /// What to do.
    pub fix: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// What is behind a text.
#[derive(Debug, Clone)]
pub struct Diagnosis {
    /// The sentence that it is.
    pub message: &'static Message,
    /// The sentence as the text has it, in one line and without secrets; what varies in it and is not told is `…`.
    pub said: String,
    /// The call, where it is known.
    pub call: Option<Call>,
    /// The kinds of token that it is answered for; several = one of them; none = not known.
    pub kinds: Vec<&'static Credential>,
    /// The causes, the likeliest first; never empty.
    pub causes: Vec<Suspect>,
    /// The scopes that it is about, as an app asks for them.
    pub scopes: Vec<String>,
    /// One of the scopes is enough.
    pub any_of: bool,
    /// User permissions that the text names, each with the scopes that ask for it.
    pub permissions: Vec<(&'static Permission, Vec<&'static str>)>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// Refusals that follow in the text and are not answered.
    pub more: Vec<Unanswered>,
}

/// A refusal of a text that is not answered: one is answered at a time.
#[derive(Debug, Clone)]
pub struct Unanswered {
    /// The sentence that it is.
    pub message: &'static Message,
    /// Its call, where the text tells it.
    pub call: Option<Call>,
}
