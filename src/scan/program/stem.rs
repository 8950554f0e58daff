//! The name of a file among imports.

/// The name by which a file is imported: its own without the ending, its folder's where that says nothing.
pub(super) fn stem(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let name = parts.next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    if matches!(stem, "index" | "__init__" | "mod") {
        parts.next().unwrap_or_default().to_owned()
    } else {
        stem.to_owned()
    }
}
