//! One config file: its text, and the lines and columns in it.
//!
//! Owns how a file is opened (a regular file, not above a size, UTF-8 with or without a byte order mark). What the text
//! means is decided elsewhere.

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

use super::lines::Lines;
use crate::diagnostic::{Diagnostic, Severity, Span, rule};

/// The most bytes that are read of one file; real ones have a few thousand.
pub(super) const MOST_BYTES: u64 = 16 * 1024 * 1024;

const MARK: &str = "\u{feff}";

/// A file that was read.
#[derive(Debug)]
pub(super) struct ConfigFile {
    name: String,
    text: String,
    /// Bytes of the byte order mark, which stands before `text` in the file.
    mark: usize,
    lines: Lines,
}

impl ConfigFile {
    /// Reads `path`, which goes by `name` in the project; or says why not.
    pub(super) fn open(path: &Path, name: &str) -> Result<Self, Box<Diagnostic>> {
        let bytes = read_bytes(path).map_err(|error| unreadable(name, &reason(&error)))?;
        if bytes.len() as u64 > MOST_BYTES {
            let most = MOST_BYTES / 1024 / 1024;
            return Err(Box::new(unreadable(name, &format!("it is larger than {most} MiB"))));
        }
        Self::from_bytes(name, bytes)
    }

    /// The file `name` with these bytes.
    pub(super) fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, Box<Diagnostic>> {
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
            let message = format!("{name} is not valid JSON: a byte in it is not UTF-8 text.");
            Box::new(
                Diagnostic::new(rule::CONFIG_INVALID_JSON, name, message)
                    .with_span(Self::of_text(name, before).span(valid..valid + 1))
                    .with_fix("Save the file as UTF-8."),
            )
        })?;
        Ok(Self::of_text(name, text))
    }

    fn of_text(name: &str, mut text: String) -> Self {
        let mark = if text.starts_with(MARK) { MARK.len() } else { 0 };
        text.drain(..mark);
        let lines = Lines::of(&text);
        Self { name: name.to_owned(), text, mark, lines }
    }

    /// Its path within the project, with `/`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Its text, without the byte order mark.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Its text as it stands in the file, which the bytes of a place are of.
    pub(super) fn into_text(mut self) -> String {
        if self.mark > 0 {
            self.text.insert_str(0, MARK);
        }
        self.text
    }

    /// The place of these bytes of [`Self::text`].
    pub(super) fn span(&self, bytes: Range<usize>) -> Span {
        let start = character_start(&self.text, bytes.start);
        let (line, column) = self.lines.place(&self.text, start);
        let end = bytes.end.max(start);
        Span { file: self.name.clone(), line, column, start: start + self.mark, end: end + self.mark }
    }

    /// The byte that a parser means by its line and column (from 1, in bytes).
    pub(super) fn byte_at(&self, line: usize, column: usize) -> usize {
        (self.lines.start_of(&self.text, line) + column.saturating_sub(1)).min(self.text.len())
    }
}

/// The character that the byte `at` belongs to; the end of the text for one past it.
fn character_start(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|place| text.is_char_boundary(*place)).unwrap_or_default()
}

fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    // A pipe of that name would block for ever when opened.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why the system did not read something, as the end of a sentence.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "the system does not permit it".to_owned(),
        _ => error.to_string(),
    }
}

/// The finding that a file or folder was not read, and why; the rest of the project is still worth a check.
pub(super) fn unreadable(name: &str, why: &str) -> Diagnostic {
    not_read(name, why).at_most(Severity::Warning)
}

/// The same of a file without which nothing is left.
pub(super) fn not_read(name: &str, why: &str) -> Diagnostic {
    let message = format!("{name} was not read: {why}. What it declares is missing here.");
    Diagnostic::new(rule::CONFIG_UNREADABLE_FILE, name, message).with_span(file_start(name))
}

/// The place of a finding about the whole file.
pub(super) fn file_start(name: &str) -> Span {
    Span { file: name.to_owned(), line: 1, column: 1, start: 0, end: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_bytes_count_the_mark() {
        let file = ConfigFile::from_bytes("a.json", "\u{feff}{\n \"é\": x}".into()).unwrap();
        let at = file.text().find('x').unwrap();
        let span = file.span(at..at + 1);
        assert_eq!((span.line, span.column), (2, 7));
        assert_eq!(span.start, at + 3);
    }

    #[test]
    fn a_byte_that_is_not_text_is_named_with_its_place() {
        let finding = ConfigFile::from_bytes("a.json", b"{\n  \"a\": \"\xff\"}".to_vec()).unwrap_err();
        assert_eq!(finding.rule, rule::CONFIG_INVALID_JSON);
        assert_eq!(finding.span.as_ref().map(|span| (span.line, span.column)), Some((2, 9)));
    }

    #[test]
    fn a_file_above_the_limit_is_named_and_one_of_ten_megabytes_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, vec![b' '; 10_000_000]).unwrap();
        assert!(ConfigFile::open(&path, "a.json").is_ok());
        File::create(&path).unwrap().set_len(MOST_BYTES + 1).unwrap();
        let finding = ConfigFile::open(&path, "a.json").unwrap_err();
        assert!(finding.message.contains("larger than 16 MiB"), "{}", finding.message);
    }

    #[test]
    fn a_folder_with_the_name_of_a_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let finding = ConfigFile::open(folder.path(), "a.json").unwrap_err();
        assert!(finding.message.contains("not a regular file"), "{}", finding.message);
    }
}
