//! A name taken apart: its words, in lower case and in the singular, and how far one word is from another.
//!
//! It knows no names: what a word means is data, and who asks judges it.

/// No name that is known has more bytes, by far: a longer text is no slip of the hand, and would be compared for minutes.
pub(super) const LONGEST_NAME: usize = 200;

/// The words of `name` in lower case and in the singular; a capital inside of a word begins another.
pub(super) fn words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.flat_map(humps).map(|word| singular(&word.to_lowercase())).collect()
}

/// `propertyChange` in two; a word in capitals is one.
fn humps(part: &str) -> Vec<&str> {
    let mut starts = vec![0];
    let mut was_small = false;
    for (at, letter) in part.char_indices() {
        if was_small && letter.is_uppercase() {
            starts.push(at);
        }
        was_small = letter.is_lowercase();
    }
    let ends = starts.iter().skip(1).copied().chain([part.len()]);
    starts.iter().zip(ends).map(|(start, end)| &part[*start..end]).collect()
}

/// `companies` and `company`, `taxes` and `tax`, `deals` and `deal`.
pub(super) fn singular(word: &str) -> String {
    const SHORTEST: usize = 4;
    if word.chars().count() < SHORTEST {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    if let Some(stem) = ["xes", "ches", "shes", "sses", "uses"].iter().find_map(|end| word.strip_suffix(end)) {
        let kept = word.len() - "es".len();
        return if stem.is_empty() { word.to_owned() } else { word[..kept].to_owned() };
    }
    let stem = word.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i']));
    stem.unwrap_or(word).to_owned()
}

/// What `create`, `created`, `creating` and `creation` share.
pub(super) fn stem(word: &str) -> &str {
    const SHORTEST: usize = 4;
    let ends = ["ion", "ing", "ed", "e"];
    let cut = ends.iter().find_map(|end| word.strip_suffix(end));
    cut.filter(|stem| stem.chars().count() >= SHORTEST).unwrap_or(word)
}

/// How many letters are wrong where `word` is `known` with a slip of the hand; `None` where it is another word.
pub fn slip(word: &str, known: &str) -> Option<usize> {
    let (ours, theirs) = (word.chars().count(), known.chars().count());
    let most = match ours.min(theirs) {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    // Each letter too many is a step by itself.
    if ours.abs_diff(theirs) > most {
        return None;
    }
    let far = strsim::osa_distance(word, known);
    (far <= most).then_some(far)
}

/// Letters and digits alone, in lower case.
pub(super) fn squashed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_into_words_at_signs_and_capitals() {
        for (name, parts) in [
            ("crm.objects.line_items.read", &["crm", "object", "line", "item", "read"][..]),
            ("deal.propertyChange", &["deal", "property", "change"]),
            ("CRM.Objects.Companies", &["crm", "object", "company"]),
            ("taxes statuses boxes", &["tax", "status", "box"]),
            ("cms business status ctas", &["cms", "business", "status", "cta"]),
            (" .. ", &[]),
            ("Żółte-KARTY", &["żółte", "karty"]),
        ] {
            assert_eq!(words(name), parts, "{name}");
        }
    }

    #[test]
    fn a_slip_is_a_letter_in_a_short_word_and_two_in_a_long_one() {
        assert_eq!(
            (slip("raed", "read"), slip("contcats", "contacts"), slip("cta", "cta")),
            (Some(1), Some(1), Some(0))
        );
        assert_eq!(slip("appointmnets", "appointments"), Some(1));
        assert_eq!(slip("subsciptons", "subscriptions"), Some(2));
        for (word, other) in [("tag", "tax"), ("order", "owner"), ("list", "lead"), ("", "a"), ("cards", "carts1")] {
            assert_eq!(slip(word, other), None, "{word} {other}");
        }
    }

    #[test]
    fn endings_of_verbs_are_cut() {
        assert_eq!(stem("creation"), stem("created"));
        assert_eq!((stem("creation"), stem("create"), stem("read")), ("creat", "creat", "read"));
    }

    #[test]
    fn any_text_is_taken_apart() {
        for text in ["", "s", "ies", "uses", "ŻŻs", "éS", "ß", "İİ", &"aB".repeat(10_000)] {
            let _ = (words(text), squashed(text));
        }
    }
}
