//! `credentials.json`: kinds of tokens and keys, and what to do where one is refused.

use serde::{Deserialize, Serialize};

use super::{Confidence, Date, as_day, day};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(crate) struct CredentialsFile {
    #[serde(deserialize_with = "day", serialize_with = "as_day")]
    pub(crate) as_of: Date,
    /// By their keys.
    pub(crate) credentials: Vec<Credential>,
}

/// A kind of token, key or secret.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Credential {
    /// Key, such as `private-app`.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Other names for it, in lower case.
    pub aliases: Vec<&'static str>,
    /// Values of `--auth` that mean it.
    pub auth: Vec<&'static str>,
    /// Shapes that it may have, as `credential::Shape` names them.
    pub shapes: Vec<&'static str>,
    /// Whether there is an install link.
    pub has_link: bool,
    /// What it is.
    pub is: Told,
    /// Where its scopes stand.
    pub scopes: Told,
    /// How they change.
    pub change: Told,
    /// What its link is, where there is one.
    pub link: Told,
    /// What happens to the token then.
    pub token: Told,
    /// Which calls it can make, and which not.
    pub calls: Told,
    /// How its scopes can be read.
    pub read: Told,
    /// What to do where it lacks `{scopes}`: a clause without an end.
    pub lacking: &'static str,
    /// How well that is known.
    pub lacking_confidence: Confidence,
    /// What to do where it is not accepted at all: a clause without an end.
    pub rejected: &'static str,
    /// Where it comes from.
    pub sources: Vec<&'static str>,
}

/// A sentence, and how well it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The sentence.
    pub text: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
}
