//! Standard output and standard error: colour only where it is wanted, a closed pipe is no fault.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use serde_json::{Value, json};

use super::page::Page;
use crate::catalog::Layer;
use crate::check::report::Look;
use crate::diagnostic::Severity;
use crate::edit::{DiffLine, Mark};
use crate::escape::sanitize_json;
use crate::terminal::{Abilities, Environment};

/// When text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always, unless `NO_COLOR` is set.
    Always,
    /// Never.
    Never,
}

/// Both streams.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own")]
pub(super) struct Streams {
    /// Of standard error.
    color: bool,
    /// Of standard output.
    color_out: bool,
    /// Standard output is to be one document, and nothing is written yet.
    owes_document: bool,
    /// The facts file that answers are made with, as they name it.
    facts: Option<Value>,
    /// Text on standard output can lead to a page of the web.
    links: bool,
}

/// The reader of standard output went away; there is nothing left to do and nothing to say.
#[derive(Debug, thiserror::Error)]
#[error("the pipe was closed")]
pub(super) struct ClosedPipe;

impl Streams {
    /// The streams of this process, coloured as `choice` says.
    pub(super) fn new(choice: ColorChoice) -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        // `NO_COLOR` has the last word, whatever a script's flag says.
        let color = !no_color && choice != ColorChoice::Never;
        let always = choice == ColorChoice::Always;
        Self {
            color: color && (always || io::stderr().is_terminal()),
            color_out: color && (always || io::stdout().is_terminal()),
            owes_document: false,
            facts: None,
            links: io::stdout().is_terminal() && Abilities::probe(&Environment::here()).hyperlinks,
        }
    }

    /// For a command of which a program wants one document, whatever comes.
    #[must_use]
    pub(super) fn for_documents(self, wanted: bool) -> Self {
        Self { owes_document: wanted, ..self }
    }

    /// Whether a document is wanted and nothing was written.
    pub(super) fn owes_document(&self) -> bool {
        self.owes_document
    }

    /// From here on every answer in JSON names the facts file that it is made with.
    pub(super) fn name_facts(&mut self, layer: &Layer) {
        let files: Vec<&str> = layer.files.iter().map(|(file, _)| *file).collect();
        self.facts = Some(json!({"file": layer.name, "as_of": layer.as_of.to_string(), "files": files}));
    }

    /// `value` with the facts file in its field `catalog`; a list has no place for it, and is told of beside it. A failure is
    /// no answer.
    fn with_facts(&mut self, value: &Value) -> Value {
        let mut value = value.clone();
        if let Some(facts) = self.facts.as_ref().filter(|_| value.get("error").is_none()) {
            match value.as_object_mut() {
                Some(object) => drop(object.insert("catalog".to_owned(), facts.clone())),
                None => self.say(&format!("hubscope: with the facts in {}", sanitize_json(&facts["file"].to_string()))),
            }
        }
        value
    }

    /// Writes `text` and a line end to standard output.
    pub(super) fn line(&mut self, text: &str) -> anyhow::Result<()> {
        self.write(&format!("{text}\n"))
    }

    /// Writes `text` to standard output as it is.
    pub(super) fn write(&mut self, text: &str) -> anyhow::Result<()> {
        self.owes_document = false;
        let mut stdout = io::stdout().lock();
        match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(ClosedPipe.into()),
            written => Ok(written?),
        }
    }

    /// Writes a page to standard output; its sources lead to their pages where the terminal has hyperlinks.
    pub(super) fn page(&mut self, page: &Page) -> anyhow::Result<()> {
        if self.links { self.write(&page.text_with_links()) } else { self.write(page.text()) }
    }

    /// Writes `value` to standard output. What could do something to a terminal is escaped, also where JSON would let it
    /// stand.
    pub(super) fn json(&mut self, value: &Value) -> anyhow::Result<()> {
        let value = self.with_facts(value);
        self.line(&sanitize_json(&format!("{value:#}")))
    }

    /// Writes `value` as one line, for a stream of them; escaped as [`Self::json`] does.
    pub(super) fn json_line(&mut self, value: &Value) -> anyhow::Result<()> {
        let value = self.with_facts(value);
        self.line(&sanitize_json(&value.to_string()))
    }

    /// Writes a line to standard error. Nobody can be told when that fails.
    #[expect(clippy::unused_self, reason = "whoever writes holds the streams")]
    pub(super) fn say(&mut self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// How a report on standard output looks.
    pub(super) fn look(&self) -> Look {
        Look { color: self.color_out, ascii: Abilities::probe(&Environment::here()).ascii, links: self.links }
    }

    /// A line of a diff for standard error, coloured where colour is on.
    pub(super) fn diff_line(&self, line: &DiffLine) -> String {
        let code = match line.mark {
            Mark::Added => "32",
            Mark::Removed => "31",
            Mark::Place => "36",
            Mark::File => "1",
            Mark::Same => return line.text.clone(),
        };
        if self.color { format!("\x1b[{code}m{}\x1b[0m", line.text) } else { line.text.clone() }
    }

    /// The word for a severity, coloured where colour is on.
    pub(super) fn severity(&self, severity: Severity) -> String {
        let word = severity.as_str();
        let code = match severity {
            Severity::Error => "1;31",
            Severity::Warning => "33",
            Severity::Note => "2",
        };
        if self.color { format!("\x1b[{code}m{word}\x1b[0m") } else { word.to_owned() }
    }
}
