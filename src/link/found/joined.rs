//! Whether code adds something to a string that has just ended.

/// Looks at what follows the closing quote at `end`: `+`, `.`, `<<`, `..`, another string.
pub(super) fn is_joined(text: &str, end: usize) -> bool {
    const FAR: usize = 200;
    let rest = text.get(end..).unwrap_or_default();
    let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`' | '\\')) else { return false };
    let mut near = rest.len().min(FAR);
    while !rest.is_char_boundary(near) {
        near -= 1;
    }
    let closed = rest[..near].trim_start_matches(quote);
    let line_end = closed.find('\n').unwrap_or(closed.len());
    let next = closed.trim_start_matches(|c: char| c.is_whitespace() || c == '\\');
    let further = closed.len() - next.len() > line_end;
    if next.starts_with('+') || next.starts_with("<<") || next.starts_with("||") {
        return true;
    }
    if let Some(method) = next.strip_prefix('.') {
        let joins = ["concat", "append", "push", "join", "'", "\"", "$", ".", " "];
        return joins.iter().any(|word| method.starts_with(word)) || method.starts_with(|c: char| c.is_uppercase());
    }
    if let Some(rest) = next.strip_prefix('&') {
        return !rest.starts_with('&');
    }
    // Python and C put neighbouring strings together; after a comma they are two.
    let prefix = next.trim_start_matches(['f', 'F', 'r', 'u', 'b']);
    (further || next.len() != closed.len()) && (prefix.starts_with('"') || prefix.starts_with('\''))
}

#[cfg(test)]
mod tests {
    use super::is_joined;

    #[test]
    fn a_string_that_another_is_added_to_goes_on() {
        for after in [
            "\" + id",
            "\"\n  + id",
            "\" . $id",
            "\".concat(id)",
            "' 'x'",
            "\"\n    f\"x\"",
            "\" << id",
            "` + x",
            "\" & id",
        ] {
            assert!(is_joined(after, 0), "{after}");
        }
        for after in ["\";", "\", \"x\"", "\"\n", "\".format(a)", "\" % a", "\")", "", "\" && b"] {
            assert!(!is_joined(after, 0), "{after}");
        }
    }
}
