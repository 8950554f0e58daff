//! A syntax tree to a form.

use super::tree::Lower;
use crate::scan::form::{Form, Function};
use crate::syntax::{Language, broken, offset, parse};

/// The form of `source`; `None` where the grammar gave up.
pub(in crate::scan) fn lower(language: &'static Language, ending: &str, source: &[u8]) -> Option<Form> {
    let parsed = parse(language, ending, source)?;
    let whole = (0, offset(source.len()));
    let file = Function { span: whole, ..Function::default() };
    let mut lower = Lower {
        form: Form { functions: vec![file], ..Form::default() },
        source: &parsed.source,
        language,
        kinds: parsed.kinds,
        function: 0,
        class: None,
        in_class_body: false,
        branch: whole,
        depth: 0,
        entries: Vec::new(),
        bounds: Vec::new(),
        condition: None,
    };
    let root = parsed.tree.root_node();
    lower.block(root);
    lower.form.broken = broken(root);
    Some(lower.form)
}
