//! Small questions to the nodes of a tree.

use tree_sitter::Node as Tree;

/// Bytes as the form counts them.
pub(crate) fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

pub(crate) fn span(tree: Tree<'_>) -> (u32, u32) {
    (offset(tree.start_byte()), offset(tree.end_byte()))
}

/// The named children that are no comments.
pub(crate) fn children(tree: Tree<'_>) -> Vec<Tree<'_>> {
    let mut cursor = tree.walk();
    tree.named_children(&mut cursor).filter(|child| !child.is_extra()).collect()
}

/// The first of these fields that is there.
pub(crate) fn field<'t>(tree: Tree<'t>, names: &[&str]) -> Option<Tree<'t>> {
    // Looking a name up costs more than asking whether there is anything at all.
    if tree.child_count() == 0 {
        return None;
    }
    names.iter().find_map(|name| tree.child_by_field_name(name))
}

/// How many places of a tree are told apart that its grammar could not read.
const MOST_BROKEN: usize = 500;

/// What the grammar could not read, in order, the outermost of each; what it only missed is empty.
pub(crate) fn broken(root: Tree<'_>) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let mut cursor = root.walk();
    loop {
        let tree = cursor.node();
        if tree.is_error() {
            found.push(span(tree));
        } else if tree.is_missing() {
            found.push((offset(tree.start_byte()), offset(tree.start_byte())));
        }
        if found.len() >= MOST_BROKEN {
            return vec![span(root)];
        }
        let goes_in = tree.has_error() && !tree.is_error() && cursor.goto_first_child();
        while !goes_in && !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return found;
            }
        }
    }
}
