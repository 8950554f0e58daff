//! The vocabulary of programs: what functions of HTTP clients, texts, logs and servers are called.
//!
//! Owns the questions that are asked of a name. The words themselves are rows of `assets/scan/words.json`, each with its
//! language, its library and a page that says so.

mod fold;
mod lookup;
mod meaning;
#[cfg(test)]
mod row;
#[cfg(test)]
mod tests;

use crate::catalog::Method;

pub(super) use fold::fold;
pub(super) use lookup::{Meanings, all, means, place};
pub(super) use meaning::Meaning;

/// How a function makes a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Making {
    /// Fills the places of a format.
    Format,
    /// Puts parts of a path together.
    Join,
    /// Puts texts together.
    Concat,
    /// Reads a URL.
    Url,
    /// Gives the text back, more or less.
    Same,
    /// Is what it was called on.
    Kept,
    /// Is the first text handed in that is a path.
    First,
    /// Gives a default back.
    Default,
}

/// The meanings of the words by which a function makes a text.
const MAKING: [(Meaning, Making); 8] = [
    (Meaning::Formats, Making::Format),
    (Meaning::Joins, Making::Join),
    (Meaning::Concatenates, Making::Concat),
    (Meaning::TakesFirstPath, Making::First),
    (Meaning::ReadsUrl, Making::Url),
    (Meaning::GivesBack, Making::Same),
    (Meaning::GivesDefault, Making::Default),
    (Meaning::KeepsItsObject, Making::Kept),
];

/// How the function with this name makes a text; `None` = it does not.
pub(super) fn making(name: &str) -> Option<Making> {
    // The operator.
    if name == "%" {
        return Some(Making::Format);
    }
    let folded = fold(name);
    let meanings = Meanings::of_folded(&folded);
    let by_word = MAKING.iter().find(|(meaning, _)| meanings.has(*meaning)).map(|(_, making)| *making);
    by_word.or_else(|| all(Meaning::KeepsByBeginning).any(|word| folded.starts_with(word)).then_some(Making::Kept))
}

/// Whether a function with this name hands a text on and sends nothing.
pub(super) fn hands_on(name: &str) -> bool {
    making(name).is_some_and(|making| making != Making::Default)
}

/// The meanings of the words that say a method.
const METHODS: [(Meaning, Method); 5] = [
    (Meaning::MethodGet, Method::Get),
    (Meaning::MethodPost, Method::Post),
    (Meaning::MethodPatch, Method::Patch),
    (Meaning::MethodPut, Method::Put),
    (Meaning::MethodDelete, Method::Delete),
];

/// The method that the name of a function says: `get`, `postForObject`, `PatchAsync`, `HttpDelete`.
pub(super) fn verb(name: &str) -> Option<Method> {
    let folded = fold(name);
    let is_tail = |tail: &str| tail.is_empty() || Meanings::of_folded(tail).has(Meaning::AfterMethod);
    let method = |text: &str| {
        let says = |word: &str| text.strip_prefix(word).is_some_and(is_tail);
        METHODS.iter().find(|(meaning, _)| all(*meaning).any(says)).map(|(_, method)| *method)
    };
    let rest = || all(Meaning::BeforeMethod).find_map(|before| folded.strip_prefix(before));
    method(&folded).or_else(|| rest().and_then(method))
}

/// Whether a function with this name sends something, whatever the method.
pub(super) fn sends(name: &str) -> bool {
    let folded = fold(name);
    means(Meaning::AsksByKey, name)
        || all(Meaning::SendsInName).any(|part| folded.contains(part))
        || Meanings::of_folded(&folded).has(Meaning::Sends)
}

/// Whether a call without another word for it reads: `fetch(url)`, `urlopen(url)`.
pub(super) fn reads_by_default(name: &str) -> bool {
    verb(name).is_none()
}

/// Where the values for the places of a template begin among the arguments of a function with this name.
pub(super) fn values_from(name: &str) -> Option<usize> {
    place(Meaning::ValuesFrom, name)
}

/// Whether what is handed to a function with this name is only talked about.
pub(super) fn talks(object: Option<&str>, name: &str) -> bool {
    let name = fold(name);
    let meanings = Meanings::of_folded(&name);
    let logs = |object: &str| {
        let object = fold(object);
        Meanings::of_folded(&object).has(Meaning::Talks)
            || all(Meaning::LogsAtEnd).any(|ending| object.ends_with(ending))
    };
    meanings.has(Meaning::Talks)
        || meanings.has(Meaning::TalksAsFunction)
        || all(Meaning::TalksAtEnd).any(|ending| name.ends_with(ending))
        || object.is_some_and(logs)
}

/// What a function or property asks of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Whether it is nothing, or nothing or empty.
    Lacks { or_empty: bool },
    /// Whether it is something.
    Has,
    /// Whether it is another one.
    Same,
    /// Whether it has another one among its items.
    Contains,
    /// How long it is.
    Length,
}

/// The meanings of the words that ask something.
const ASKED: [(Meaning, Asked); 6] = [
    (Meaning::AsksEmpty, Asked::Lacks { or_empty: true }),
    (Meaning::AsksNothing, Asked::Lacks { or_empty: false }),
    (Meaning::AsksSomething, Asked::Has),
    (Meaning::AsksSame, Asked::Same),
    (Meaning::AsksContained, Asked::Contains),
    (Meaning::AsksLength, Asked::Length),
];

/// What the function or property with this name asks; `None` = something else.
pub(super) fn asked(name: &str) -> Option<Asked> {
    let meanings = Meanings::of_folded(&fold(name));
    ASKED.iter().find(|(meaning, _)| meanings.has(*meaning)).map(|(_, asked)| *asked)
}

/// Whether a key beside a method names what is called: `url`, `endpoint`, `requestUrl`, `url_template`.
pub(super) fn names_target(key: &str) -> bool {
    let folded = fold(key);
    let folded = folded.strip_suffix("template").unwrap_or(&folded);
    means(Meaning::TargetKey, key) || all(Meaning::PathAtEnd).any(|ending| folded.ends_with(ending))
}

/// Whether a key beside a path names the method.
pub(super) fn names_method(key: &str) -> bool {
    means(Meaning::MethodKey, key) || means(Meaning::MethodName, key)
}

/// Which of the two of a pair a member with this name is.
pub(super) fn part_of_pair(name: &str) -> Option<usize> {
    let meanings = Meanings::of_folded(&fold(name));
    if meanings.has(Meaning::FirstOfPair) {
        return Some(0);
    }
    meanings.has(Meaning::SecondOfPair).then_some(1)
}

/// Whether a method of this name makes the objects of the class.
pub(super) fn is_constructor(name: &str, class: &str) -> bool {
    means(Meaning::Constructor, name) || name == class
}
