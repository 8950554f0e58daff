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
