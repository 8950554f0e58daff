//! Parts of sentences: lists, counts, capitals, guesses.
//!
//! Owns how they are put together; what is said is said elsewhere.

/// `text` with a capital letter in front.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `1 call`, `2 calls`.
pub fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// `a`, `a and b`, `a, b and c`; empty where there is nothing.
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `Did you mean a or b?`; `None` where nothing is near.
pub fn did_you_mean<S: AsRef<str>>(near: &[S]) -> Option<String> {
    let near: Vec<&str> = near.iter().map(AsRef::as_ref).collect();
    (!near.is_empty()).then(|| format!("Did you mean {}?", near.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_sentences_are_put_together() {
        assert_eq!((capitalised("éa b"), capitalised("")), ("Éa b".to_owned(), String::new()));
        assert_eq!((counted(1, "call"), counted(0, "call")), ("1 call".to_owned(), "0 calls".to_owned()));
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!((listed(&["a", "b"]), listed(&["a"])), ("a and b".to_owned(), "a".to_owned()));
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(did_you_mean(&["a", "b"]).as_deref(), Some("Did you mean a or b?"));
        assert_eq!(did_you_mean::<&str>(&[]), None);
    }
}
