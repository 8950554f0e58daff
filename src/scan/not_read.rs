//! Files that name HubSpot and were not read, or not whole: which, why, and how people are told.
//!
//! Owns the reasons and their words. Which file has which reason is decided where files are read.

use std::collections::BTreeMap;

use crate::prose::counted;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is read line by line only, and not all of it is settled.
    Language,
    /// A program wrote it.
    Generated,
    /// Others wrote it, and no package manager brought it.
    Vendored,
    /// It is passed over by a rule of the folder, though git tracks it.
    Ignored,
    /// It is larger than what is read.
    TooLarge,
    /// A part of it is not what the grammar of its language knows.
    Syntax,
    /// The system does not show it.
    Unreadable,
}

/// A file that was not read, or not whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct NotRead {
    /// Relative to the folder; a folder where that is what cannot be read.
    pub file: String,
    /// What kept it.
    pub why: Why,
}

impl Why {
    /// What is so, after the name of the file.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Language => "its language is read line by line only, and not all of it is settled",
            Self::Generated => "it looks generated, and is not read",
            Self::Vendored => "it lies in a folder of code that others wrote, and is not read",
            Self::Ignored => "it is ignored though git tracks it, and is not read",
            Self::TooLarge => "it is too large to be read",
            Self::Syntax => "a part of it could not be parsed and was searched line by line only",
            Self::Unreadable => "it cannot be read",
        }
    }

    /// Its short name in a count.
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Generated => "generated",
            Self::Vendored => "vendored",
            Self::Ignored => "ignored",
            Self::TooLarge => "too large",
            Self::Syntax => "syntax",
            Self::Unreadable => "unreadable",
        }
    }
}

/// All of them in one line, most first: `12 files that name HubSpot were not read: 9 generated, 2 .rs, 1 syntax`. `None` without
/// any.
pub fn not_read_line(files: &[NotRead]) -> Option<String> {
    if files.is_empty() {
        return None;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let ending = file.file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
        let name = match (file.why, ending) {
            (Why::Language, Some(ending)) => format!(".{ending}"),
            (why, _) => why.name().to_owned(),
        };
        *counts.entry(name).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    let counts: Vec<String> = counts.into_iter().map(|(name, count)| format!("{count} {name}")).collect();
    let (name, was) = if files.len() == 1 { ("names", "was") } else { ("name", "were") };
    let whole =
        if files.iter().all(|file| file.why == Why::Syntax || file.why == Why::Language) { " whole" } else { "" };
    Some(format!("{} that {name} HubSpot {was} not read{whole}: {}", counted(files.len(), "file"), counts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_one_line_with_the_most_frequent_reason_first() {
        let of = |file: &str, why| NotRead { file: file.to_owned(), why };
        let files = [
            of("a/client.rs", Why::Language),
            of("b.ts", Why::Syntax),
            of("gen/a.py", Why::Generated),
            of("gen/b.py", Why::Generated),
            of("main.rs", Why::Language),
            of("gen/c.py", Why::Generated),
        ];
        let line = not_read_line(&files).unwrap();
        assert_eq!(line, "6 files that name HubSpot were not read: 3 generated, 2 .rs, 1 syntax");
        let line = not_read_line(&files[..1]).unwrap();
        assert_eq!(line, "1 file that names HubSpot was not read whole: 1 .rs");
        assert_eq!(not_read_line(&[]), None);
    }

    #[test]
    fn a_reason_is_written_as_programs_read_it() {
        let all =
            [Why::Language, Why::Generated, Why::Vendored, Why::Ignored, Why::TooLarge, Why::Syntax, Why::Unreadable];
        let written = serde_json::to_value(all).unwrap();
        let wanted = ["language", "generated", "vendored", "ignored", "too-large", "syntax", "unreadable"];
        assert_eq!(written, serde_json::json!(wanted));
    }
}
