//! Notebooks: the code of their cells as one text, and where each line of it stands in the file.
//!
//! Owns the way from the JSON of a notebook to code and back to places. What the code calls is the grammar's business.

use jsonc_parser::ast::{Object, StringLit, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The code of a notebook.
pub(super) struct Code {
    pub(super) text: Vec<u8>,
    /// By line of the text: the line of the file, and the byte where it begins.
    pub(super) starts: Vec<(u32, u32)>,
    /// The ending of the language that it is written in.
    pub(super) ending: String,
}

/// The code of the notebook in `source`; `None` where it is no notebook.
pub(super) fn code(source: &[u8]) -> Option<Code> {
    let text = std::str::from_utf8(source).ok()?;
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let Value::Object(notebook) = parsed.value? else { return None };
    let mut code = Code { text: Vec::new(), starts: Vec::new(), ending: ending_of(&notebook).to_owned() };
    let mut lines_before = Lines { source, at: 0, line: 1 };
    for cell in notebook.get_array("cells")?.elements.iter().filter_map(Value::as_object) {
        if cell.get_string("cell_type").is_none_or(|kind| kind.value != "code") {
            continue;
        }
        let lines: Vec<&StringLit<'_>> = match cell.get("source").map(|source| &source.value) {
            Some(Value::StringLit(all)) => vec![all],
            Some(Value::Array(lines)) => lines.elements.iter().filter_map(Value::as_string_lit).collect(),
            _ => Vec::new(),
        };
        let is_foreign = lines.first().is_some_and(|line| line.value.starts_with("%%"));
        lines.iter().filter(|_| !is_foreign).for_each(|line| code.add(line, &mut lines_before));
        code.end_line();
    }
    Some(code)
}

impl Code {
    fn add(&mut self, literal: &StringLit<'_>, lines: &mut Lines<'_>) {
        let start = (lines.of(literal.range.start), u32::try_from(literal.range.start).unwrap_or(u32::MAX));
        for line in literal.value.split_inclusive('\n') {
            if self.text.last().is_none_or(|last| *last == b'\n') {
                self.starts.push(start);
            }
            // What the notebook itself runs is no code of the language.
            let is_magic = line.trim_start().starts_with(['%', '!']);
            self.text.extend(if is_magic { b"\n" } else { line.as_bytes() });
        }
    }

    fn end_line(&mut self) {
        if self.text.last().is_some_and(|last| *last != b'\n') {
            self.text.push(b'\n');
        }
    }
}

/// Counts lines from one place to the next.
struct Lines<'a> {
    source: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn of(&mut self, at: usize) -> u32 {
        let between = self.source.get(self.at..at).unwrap_or_default();
        self.line = self.line.saturating_add(u32::try_from(memchr::memchr_iter(b'\n', between).count()).unwrap_or(0));
        self.at = self.at.max(at);
        self.line
    }
}

/// The ending of files in the language of the notebook.
fn ending_of(notebook: &Object<'_>) -> &'static str {
    let metadata = notebook.get_object("metadata");
    let of = |place: &str, key: &str| {
        let named = metadata.and_then(|metadata| metadata.get_object(place)).and_then(|place| place.get_string(key));
        named.map(|named| named.value.to_ascii_lowercase())
    };
    match of("language_info", "name").or_else(|| of("kernelspec", "language")).as_deref() {
        Some("r") => "r",
        Some("scala") => "scala",
        Some("julia") => "jl",
        Some("javascript") => "js",
        Some("typescript") => "ts",
        Some("ruby") => "rb",
        Some("c#") => "cs",
        Some("f#") => "fs",
        Some("powershell" | "pwsh") => "ps1",
        Some("java") => "java",
        Some("kotlin") => "kt",
        Some("go") => "go",
        _ => "py",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_all_cells_is_one_text_with_its_places() {
        let notebook = "{\n \"cells\": [\n  {\"cell_type\": \"markdown\", \"source\": [\"# x\"]},\n  {\"cell_type\": \"code\",\n   \"source\": [\n    \"%pip install x\\n\",\n    \"a = \\\"b\\\"\\n\",\n    \"f(a)\"\n   ]},\n  {\"cell_type\": \"code\", \"source\": \"g()\\nh()\"},\n  {\"cell_type\": \"code\", \"source\": [\"%%bash\\n\", \"ls\"]}\n ]\n}";
        let code = code(notebook.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(code.text).unwrap(), "\na = \"b\"\nf(a)\ng()\nh()\n");
        let lines: Vec<u32> = code.starts.iter().map(|(line, _)| *line).collect();
        assert!(code.starts.iter().all(|(_, start)| notebook.as_bytes()[*start as usize] == b'"'));
        assert_eq!((lines, code.ending.as_str()), (vec![6, 7, 8, 10, 10], "py"));
        assert!(super::code(b"[1]").is_none() && super::code(b"{").is_none());
    }

    #[test]
    fn the_language_of_a_notebook_is_the_one_that_it_names() {
        for (name, ending) in [("R", "r"), ("scala", "scala"), ("python", "py")] {
            let text = format!("{{\"cells\": [], \"metadata\": {{\"language_info\": {{\"name\": \"{name}\"}}}}}}");
            assert_eq!(code(text.as_bytes()).unwrap().ending, ending);
        }
    }
}
