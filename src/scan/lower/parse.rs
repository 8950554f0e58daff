//! Bytes to a syntax tree to a form, within bounds.

use std::ops::ControlFlow;

use tree_sitter::{ParseOptions, ParseState, Parser};

use super::tree::Lower;
use crate::scan::form::{Form, Function};
use crate::scan::languages::Language;

/// The form of `source`; `None` where the grammar gave up.
pub(in crate::scan) fn lower(language: &'static Language, ending: &str, source: &[u8]) -> Option<Form> {
    let grammar = language.grammar(ending);
    let mut parser = Parser::new();
    parser.set_language(&grammar).ok()?;
    // Text that is no program can make a grammar look for repairs without end: it is asked now and then whether it gets on.
    let mut asked = 0_usize;
    let most = 2_000 + source.len() / 4;
    let mut progress = |_: &ParseState| {
        asked += 1;
        if asked > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    let tree = parser.parse_with_options(&mut |at, _| source.get(at..).unwrap_or_default(), None, Some(options))?;
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
    Some(lower.form)
}
