//! Bytes to a syntax tree to a form, within bounds.

use std::ops::ControlFlow;

use tree_sitter::{ParseOptions, ParseState, Parser, Tree};

use super::tree::Lower;
use crate::scan::form::{Form, Function};
use crate::scan::languages::Language;

/// The form of `source`; `None` where the grammar gave up.
pub(in crate::scan) fn lower(language: &'static Language, ending: &str, source: &[u8]) -> Option<Form> {
    let grammar = language.grammar(ending);
    let mut parser = Parser::new();
    parser.set_language(&grammar).ok()?;
    let tree = parsed(&mut parser, source)?;
    let repaired = if language.name == "kotlin" && tree.root_node().has_error() { with_ends(source) } else { None };
    let again = repaired.as_ref().and_then(|repaired| parsed(&mut parser, repaired));
    let (source, tree) = match (&repaired, again) {
        (Some(repaired), Some(again)) => (repaired.as_slice(), again),
        _ => (source, tree),
    };
    let roles = language.roles(ending, &grammar);
    let whole = (0, super::tree::offset(source.len()));
    let file = Function { span: whole, ..Function::default() };
    let mut lower = Lower {
        form: Form { functions: vec![file], ..Form::default() },
        source,
        language,
        roles,
        function: 0,
        class: None,
        in_class_body: false,
        branch: whole,
        depth: 0,
        entries: Vec::new(),
        bounds: Vec::new(),
    };
    lower.block(tree.root_node());
    lower.form.cut_short |= tree.root_node().is_error();
    Some(lower.form)
}

/// The tree of `source`; `None` where the grammar gave up.
fn parsed(parser: &mut Parser, source: &[u8]) -> Option<Tree> {
    // Text that is no program can make a grammar look for repairs without end: it is asked now and then whether it gets on.
    let mut asked = 0_usize;
    let most = 2_000 + source.len() / 4;
    let mut progress = |_: &ParseState| {
        asked += 1;
        if asked > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    parser.parse_with_options(&mut |at, _| source.get(at..).unwrap_or_default(), None, Some(options))
}

/// How long a body on one line may be.
const LONGEST_BODY: usize = 400;

/// Kotlin with an end for what stands before a brace on one line, `{ const val BASE = "…" }`, which its grammar asks for:
/// all stays where it is. `None` where there is none.
fn with_ends(source: &[u8]) -> Option<Vec<u8>> {
    const DECLARING: [&[u8]; 5] = [b"val ", b"var ", b"class ", b"object ", b"fun "];
    let declares = |body: &[u8]| DECLARING.iter().any(|word| memchr::memmem::find(body, word).is_some());
    let mut text = source.to_vec();
    let mut start = 0;
    for line in source.split_inclusive(|byte| *byte == b'\n') {
        let first = line.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(line.len());
        for at in memchr::memchr_iter(b'}', line).filter(|at| *at > first + 1 && line[at - 1] == b' ') {
            let before = &line[at.saturating_sub(LONGEST_BODY)..at];
            let body = memchr::memrchr(b'{', before).map(|open| &before[open..]);
            if body.is_none_or(declares) {
                text[start + at - 1] = b';';
            }
        }
        start += line.len();
    }
    (text != source).then_some(text)
}
