//! Whether a word stands in an import, told from the bytes around it: the file is not parsed for that.

use std::ops::Range;

/// How far an import reaches.
const FARTHEST: usize = 600;

fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

/// Whether the word at `range` is a whole one.
pub(super) fn is_whole(bytes: &[u8], range: Range<usize>) -> bool {
    let before = range.start.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    let begins = bytes.get(range.start).is_some_and(|first| !is_part(*first)) || !before.is_some_and(is_part);
    begins && !bytes.get(range.end).copied().is_some_and(is_part)
}

/// The module that a script imports with the word at `range`: as a part of the module's path, or as a name from it.
pub(super) fn imported_module(bytes: &[u8], range: Range<usize>) -> Option<String> {
    quoted_around(bytes, &range).or_else(|| module_after(&bytes[range.end..]))
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'\'' | b'"' | b'`')
}

/// The quoted path in which the word stands.
fn quoted_around(bytes: &[u8], range: &Range<usize>) -> Option<String> {
    let from = range.start.saturating_sub(FARTHEST);
    let start = from + bytes[from..range.start].iter().rposition(|byte| is_quote(*byte))? + 1;
    let end = range.end + bytes[range.end..].iter().take(FARTHEST).position(|byte| is_quote(*byte))?;
    let is_path = |byte: &u8| is_part(*byte) || matches!(byte, b'.' | b'/' | b'-' | b'@' | b'~' | b'#');
    let text = &bytes[start..end];
    text.iter().all(is_path).then(|| String::from_utf8_lossy(text).into_owned())
}

/// `, b } from "module"`, `} = require("module")`.
fn module_after(rest: &[u8]) -> Option<String> {
    let rest = &rest[..rest.len().min(FARTHEST)];
    let start = rest.iter().position(|byte| is_quote(*byte))?;
    let between = &rest[..start];
    let is_list = |byte: &u8| is_part(*byte) || byte.is_ascii_whitespace() || b",{}:*=()".contains(byte);
    let says_so = [&b"from"[..], b"require(", b"import("].iter().any(|word| between.trim_ascii_end().ends_with(word));
    if !says_so || !between.iter().all(is_list) {
        return None;
    }
    let text = &rest[start + 1..];
    let end = text.iter().position(|byte| is_quote(*byte))?;
    Some(String::from_utf8_lossy(&text[..end]).into_owned())
}

/// Whether the name at `at` stands in an import of Python's, which may go over several lines.
pub(super) fn is_imported_name(bytes: &[u8], at: usize) -> bool {
    let mut end = at;
    while end > at.saturating_sub(FARTHEST) || end == at {
        let start = bytes[..end].iter().rposition(|byte| *byte == b'\n').map_or(0, |found| found + 1);
        let line = bytes[start..end].trim_ascii_start();
        if line.starts_with(b"from ") || line.starts_with(b"import ") {
            return true;
        }
        let is_list = |byte: &u8| is_part(*byte) || byte.is_ascii_whitespace() || *byte == b',';
        if start == 0 || !line.iter().all(is_list) {
            return false;
        }
        end = start - 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, word: &str) -> Range<usize> {
        let start = text.find(word).unwrap();
        start..start + word.len()
    }

    #[test]
    fn a_word_is_whole_where_no_name_goes_on() {
        for (text, is) in [("a sendDeal(", true), ("a resendDeal(", false), ("sendDeals", false), ("x.sendDeal", true)]
        {
            assert_eq!(is_whole(text.as_bytes(), of(text, "sendDeal")), is, "{text}");
        }
    }

    #[test]
    fn a_script_says_from_which_module_a_name_comes() {
        let module = |text: &str, word: &str| imported_module(text.as_bytes(), of(text, word));
        assert_eq!(module("import {\n  a,\n  send,\n} from '../crm';", "send"), Some("../crm".to_owned()));
        assert_eq!(module("const { send: go } = require(\"./crm\")", "send"), Some("./crm".to_owned()));
        assert_eq!(module("const crm = await import('./api/crm.js')", "/crm"), Some("./api/crm.js".to_owned()));
        assert_eq!(module("send(deal);\nlog('sent')", "send"), None);
        assert_eq!(module("function send(a) { return from('x') }", "send"), None);
    }

    #[test]
    fn a_name_of_python_stands_in_an_import_over_several_lines() {
        let is = |text: &str, word: &str| is_imported_name(text.as_bytes(), of(text, word).start);
        assert!(is("from app.crm import send", "send"));
        assert!(is("import os\nfrom app.crm import (\n    a,\n    send,\n)", "send"));
        assert!(!is("import os\nx = 1\nsend(x)", "send"));
        assert!(!is("import os\n\ndef f():\n    send(1)", "send"));
    }
}
