//! Which of HubSpot's sentences a text is, however it was pasted.

use crate::catalog::{Catalog, Message};

/// Texts longer than this are no sentence; what stands at their start is looked at all the same.
const LOOKED_AT: usize = 20_000;

/// The sentence in `text`: the one whose longest mark stands in it; one that stands for a group only where there is no other.
pub(super) fn find<'a>(catalog: &'a Catalog, text: &str) -> Option<&'a Message> {
    // Apostrophes are the first that is lost on the way.
    let bare = |text: &str| text.replace('\'', "");
    let folded = bare(&fold(text));
    let longest = |message: &&Message| -> Option<usize> {
        if message.marks.is_empty() && !message.paraphrase {
            let own = std::iter::once(&message.says).chain(&message.older).filter_map(|wording| fixed(wording));
            return own.filter(|words| folded.contains(&bare(words))).map(|words| words.len()).max();
        }
        message.marks.iter().filter(|mark| folded.contains(&bare(mark))).map(|mark| mark.len()).max()
    };
    let found = catalog.messages().all().iter().filter_map(|message| Some((longest(&message)?, message)));
    found.max_by_key(|(length, message)| (!message.general, *length)).map(|(_, message)| message)
}

/// Fewer words may stand in any sentence.
const TELLING_WORDS: usize = 3;

/// The sentences of which `text` is a part: at least three words of a wording, old or new, or of what gives it away; or a
/// beginning that they share.
pub(super) fn parts<'a>(catalog: &'a Catalog, text: &str) -> Vec<&'a Message> {
    let folded = fold(text);
    let part = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let all = catalog.messages().all();
    let begins = |message: &&Message| message.begins.iter().any(|start| fold(start) == part);
    let sharing: Vec<&Message> = all.iter().filter(begins).collect();
    if !sharing.is_empty() {
        return sharing;
    }
    if part.split(' ').count() < TELLING_WORDS || !part.contains(char::is_alphabetic) {
        return Vec::new();
    }
    let has = |wording: &str| fold(wording).contains(part);
    let said =
        |message: &&Message| has(message.says) || message.older.iter().chain(&message.marks).any(|text| has(text));
    all.iter().filter(said).collect()
}

/// The longest part of a wording in which nothing varies, where it is long enough to tell.
fn fixed(wording: &str) -> Option<String> {
    const ENOUGH: usize = 16;
    let parts = wording.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    parts.map(fold).max_by_key(String::len).filter(|words| words.len() >= ENOUGH)
}

/// In lower case, with single spaces and straight quotes.
fn fold(text: &str) -> String {
    let mut folded = String::new();
    for word in text.split_whitespace() {
        if folded.len() > LOOKED_AT {
            break;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        let straight = word.chars().take(LOOKED_AT).map(|c| if matches!(c, '’' | '‘' | '`') { '\'' } else { c });
        folded.extend(straight.flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_found_by_each_of_its_wordings() {
        let catalog = Catalog::embedded();
        for message in catalog.messages().all().iter().filter(|message| !message.paraphrase) {
            for wording in message.older.iter().chain([&message.says]) {
                let found = find(catalog, wording).map(|found| found.id);
                let tells = !message.marks.is_empty() || fixed(wording).is_some();
                assert!(!tells || found == Some(message.id), "{wording} is taken for {found:?}");
            }
            assert!(message.marks.iter().all(|mark| *mark == fold(mark)), "{}", message.id);
            assert!(message.marks.is_empty() || message.fix.is_some(), "{}", message.id);
        }
        let curly = "Couldn’t complete the connection:  Authorization failed as the redirect URL 'x' doesn’t match\n the app’s \
                     registered redirect URL";
        assert_eq!(find(catalog, curly).map(|found| found.id), Some("install.redirect"));
        let of = |text: &str| match &parts(catalog, text)[..] {
            [found] => Some(found.id),
            _ => None,
        };
        assert_eq!(of("You don't have the right permissions"), Some("install.permissions"));
        assert_eq!(of("“mismatch between the scopes”."), Some("install.mismatch"));
        assert_eq!(of("Insufficient scopes were"), Some("install.insufficient"));
        assert_eq!((of("the scopes"), of(". . ."), of("nothing of the kind")), (None, None, None));
        for beginning in
            ["Couldn\u{2019}t complete the connection", "couldn't complete the connection:", "Authorization failed."]
        {
            let named = parts(catalog, beginning);
            assert!(named.len() >= 6 && find(catalog, beginning).is_none(), "{beginning}");
        }
        assert!(find(catalog, "crm.objects.contacts.read").is_none() && find(catalog, "").is_none());
    }
}
