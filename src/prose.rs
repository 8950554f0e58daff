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

/// [`listed`], but of a list longer than `most` the first ones and the number of the others: `a, b and 3 more`.
pub fn first_of<S: AsRef<str>>(names: &[S], most: usize) -> String {
    match names.get(..most).filter(|first| first.len() < names.len()) {
        None => listed(names),
        Some(first) => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {} more", first.join(", "), names.len() - first.len())
        }
    }
}

/// Scopes that are needed together, with `joint` between them; `no scope` where there is none.
pub fn together<S: AsRef<str>>(names: &[S], joint: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    if names.is_empty() { "no scope".to_owned() } else { names.join(joint) }
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
        assert_eq!(first_of(&["a", "b", "c", "d", "e"], 3), "a, b, c and 2 more");
        assert_eq!((first_of(&["a", "b"], 2), first_of(&["a"], 2)), ("a and b".to_owned(), "a".to_owned()));
        assert_eq!(
            (together(&["a", "b"], " + "), together::<&str>(&[], " + ")),
            ("a + b".to_owned(), "no scope".to_owned())
        );
        assert_eq!(did_you_mean(&["a", "b"]).as_deref(), Some("Did you mean a or b?"));
        assert_eq!(did_you_mean::<&str>(&[]), None);
    }
}
