//! Bytes to a syntax tree, within bounds.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::sync::Arc;

use tree_sitter::{ParseOptions, ParseState, Parser, Tree};

use super::language::{Kind, Language};

/// A file as its grammar reads it.
pub(crate) struct Parsed<'a> {
    /// What was parsed: every byte stands where it stood.
    pub(crate) source: Cow<'a, [u8]>,
    pub(crate) tree: Tree,
    /// What the node kinds stand for, by their ids.
    pub(crate) kinds: Arc<[Kind]>,
}

/// The tree of `source`; `None` where the grammar gave up.
pub(crate) fn parse<'a>(language: &'static Language, ending: &str, source: &'a [u8]) -> Option<Parsed<'a>> {
    let grammar = language.grammar(ending);
    let mut parser = Parser::new();
    parser.set_language(&grammar).ok()?;
    let tree = parsed(&mut parser, source)?;
    let kinds = language.kinds(ending, &grammar);
    let mended = language.mend.filter(|_| tree.root_node().has_error()).and_then(|mend| mend(source));
    let again = mended.as_ref().and_then(|mended| parsed(&mut parser, mended));
    Some(match (mended, again) {
        (Some(mended), Some(again)) => Parsed { source: Cow::Owned(mended), tree: again, kinds },
        _ => Parsed { source: Cow::Borrowed(source), tree, kinds },
    })
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
