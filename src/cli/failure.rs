//! Why a command has no answer, as a program wants to know it: whose turn it is, what is near, what to do.
//!
//! Owns the kinds of failure and their form in JSON. People get the same words on standard error. A failure without a kind of
//! its own is one of the system where the system refused something that no other path would mend, else one of the input.

use std::fmt;
use std::io;

use serde::Serialize;
use serde_json::{Value, json};

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// The command line is wrong.
    Usage,
    /// What it names cannot be opened, or is not what it should be.
    Input,
    /// The system refused something.
    System,
}

/// Why there is no answer; also as the context of another error, whose kind it then says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    kind: Kind,
    message: String,
    near: Vec<String>,
    fix: Option<String>,
}

impl Failure {
    /// The command line is wrong.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    /// What the command line names is wrong.
    pub(super) fn input(message: impl Into<String>) -> Self {
        Self::new(Kind::Input, message)
    }

    /// The system refused something.
    pub(super) fn system(message: impl Into<String>) -> Self {
        Self::new(Kind::System, message)
    }

    /// Of the kind of another error, with other words.
    pub(super) fn like(error: &anyhow::Error, message: impl Into<String>) -> Self {
        let kind = error.downcast_ref::<Self>().map_or_else(|| kind_of(error), |failure| failure.kind);
        Self::new(kind, message)
    }

    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), near: Vec::new(), fix: None }
    }

    /// With the names that may have been meant.
    #[must_use]
    pub(super) fn near<T: ToString>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.near = names.into_iter().map(|name| name.to_string()).collect();
        self
    }

    /// With what to do.
    #[must_use]
    pub(super) fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// Ends with a failure of the command line, whose words are given as to `format!`.
macro_rules! usage {
    ($($words:tt)*) => {
        return Err($crate::cli::failure::Failure::usage(format!($($words)*)).into())
    };
}
pub(super) use usage;

/// The words of `error` with all of its causes.
pub(super) fn words(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// The document of an answer that there is not.
pub(super) fn document(error: &anyhow::Error) -> Value {
    let told = error.downcast_ref::<Failure>();
    let kind = told.map_or_else(|| kind_of(error), |failure| failure.kind);
    let near = told.map(|failure| failure.near.as_slice()).unwrap_or_default();
    let fix = told.and_then(|failure| failure.fix.as_deref()).unwrap_or_else(|| usual_fix(kind, near));
    json!({"error": {"kind": kind, "message": words(error), "near": near, "fix": fix}})
}

/// The document of a command line that could not be read.
pub(super) fn usage_document(error: &clap::Error) -> Value {
    use clap::error::{ContextKind, ContextValue};
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let values = suggested.iter().chain(&[ContextKind::ValidValue]).filter_map(|kind| error.get(*kind));
    let near: Vec<String> = values
        .flat_map(|value| match value {
            ContextValue::String(name) => vec![name.clone()],
            ContextValue::Strings(names) => names.clone(),
            _ => Vec::new(),
        })
        .filter(|name| !name.is_empty())
        .collect();
    let said = error.render().to_string();
    // What follows the first paragraph is how the command is called.
    let first = said.split("\n\n").next().unwrap_or(&said).trim_start_matches("error: ");
    let message = first.split_whitespace().collect::<Vec<_>>().join(" ");
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let fix = "Call it as hubscope --help, or --help after the subcommand, says.";
    json!({"error": {"kind": Kind::Usage, "message": message, "near": near, "fix": fix}})
}

/// The kind of an error that says none: what the system says of a path is about the path.
fn kind_of(error: &anyhow::Error) -> Kind {
    let of_path = |kind: io::ErrorKind| {
        use io::ErrorKind as Of;
        let kinds = [Of::NotFound, Of::PermissionDenied, Of::IsADirectory, Of::NotADirectory, Of::InvalidInput];
        kinds.contains(&kind) || matches!(kind, Of::InvalidData | Of::InvalidFilename | Of::UnexpectedEof)
    };
    let of_system = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>());
    match of_system {
        Some(cause) if !of_path(cause.kind()) => Kind::System,
        _ => Kind::Input,
    }
}

fn usual_fix(kind: Kind, near: &[String]) -> &'static str {
    match kind {
        _ if !near.is_empty() => "Take one of the names that are near.",
        Kind::Usage => "Call it as --help after the subcommand says.",
        Kind::Input => {
            "Name a path that can be opened and holds what the command reads, or mend what the message names."
        }
        Kind::System => "Give the program what the message names (rights, room, the tool), then try again.",
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;

    use super::*;

    fn kind(error: &anyhow::Error) -> Value {
        document(error)["error"]["kind"].clone()
    }

    #[test]
    fn the_kind_is_what_the_failure_says_wherever_it_stands_among_the_causes() {
        let gone = || io::Error::from(io::ErrorKind::NotFound);
        assert_eq!(kind(&gone().into()), "input");
        assert_eq!(kind(&anyhow::Error::from(gone()).context("cannot open shop")), "input");
        assert_eq!(kind(&io::Error::from(io::ErrorKind::StorageFull).into()), "system");
        let named = Err::<(), _>(gone()).context(Failure::system("cannot write shop")).context("--output");
        let named = named.unwrap_err();
        assert_eq!(kind(&named), "system");
        assert_eq!(document(&named)["error"]["message"], "--output: cannot write shop: entity not found");
        assert_eq!(kind(&anyhow::anyhow!("shop is no project")), "input");
    }

    #[test]
    fn what_is_near_and_what_to_do_always_have_their_place() {
        let near = Failure::usage("there is no link eu").near(["eu1"]);
        assert_eq!(document(&near.into())["error"]["near"], json!(["eu1"]));
        let bare = document(&anyhow::anyhow!("x"));
        assert_eq!(bare["error"]["near"], json!([]));
        assert!(bare["error"]["fix"].as_str().unwrap().ends_with('.'));
        let told = Failure::input("x").fix("Make it y.");
        assert_eq!(document(&told.into())["error"]["fix"], "Make it y.");
    }
}
