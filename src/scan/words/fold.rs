//! Names as they are compared where spelling differs between languages.

/// A name without letter case and underscores.
pub(crate) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
