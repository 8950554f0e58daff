//! The promises of editing in place, for any app file however it is written.
//!
//! The expected side is made by a lexer and a model of its own, so that a slip of the editor cannot hide in both.

use proptest::prelude::*;
use serde_json::Value;

use super::{FILE, add, remove};
use crate::diagnostic::Edit;
use crate::edit::{apply, declare};
use crate::plan::Declared;

const KEYS: [&str; 3] = ["requiredScopes", "conditionallyRequiredScopes", "optionalScopes"];

/// How a file is written: what stands in each gap, one after the other, over and over.
#[derive(Debug, Clone)]
struct Hand {
    gaps: Vec<String>,
    trailing: bool,
    mark: bool,
}

#[derive(Debug, Clone)]
struct App {
    /// The lists that stand there, in their order, with the index of their key.
    lists: Vec<(usize, Vec<String>)>,
    hand: Hand,
}

fn gap(comments: bool) -> BoxedStrategy<String> {
    let space = prop_oneof![
        3 => Just(String::new()),
        3 => Just(" ".to_owned()),
        3 => "(\n|\r\n)[ \t]{0,6}",
        1 => "[ \t\r\n]{0,6}",
    ];
    if comments {
        let block = "[ \n]{0,2}/\\*[a-z,\\[\"]{0,3}\\*/[ \n]{0,2}";
        let line = "[ \n]{0,2}//[a-z,\\]\"]{0,3}\r?\n[ ]{0,4}";
        prop_oneof![6 => space, 1 => block, 1 => line].boxed()
    } else {
        space.boxed()
    }
}

fn app(comments: bool, fewest: usize) -> impl Strategy<Value = App> {
    let names = prop::collection::vec("[a-e]|\\PC{0,4}", 0..5);
    let lists = prop::sample::subsequence(vec![0, 1, 2], fewest..=3).prop_shuffle();
    let lists =
        (lists, prop::collection::vec(names, 3)).prop_map(|(keys, names)| keys.into_iter().zip(names).collect());
    let hand = (prop::collection::vec(gap(comments), 1..40), any::<bool>(), any::<bool>())
        .prop_map(move |(gaps, trailing, mark)| Hand { gaps, trailing: trailing && comments, mark });
    (lists, hand).prop_map(|(lists, hand)| App { lists, hand })
}

/// The text of the app; also the bytes of each list, brackets included.
fn write(app: &App) -> (String, Vec<(usize, usize)>) {
    let mut text = if app.hand.mark { "\u{feff}".to_owned() } else { String::new() };
    let mut gaps = app.hand.gaps.iter().cycle();
    let mut put = |text: &mut String, token: &str| {
        text.push_str(token);
        text.push_str(gaps.next().map_or("", String::as_str));
    };
    let mut places = Vec::new();
    put(&mut text, "");
    for token in [
        "{",
        "\"n\"",
        ":",
        "[1, {\"x\": \"],\"}]",
        ",",
        "\"config\"",
        ":",
        "{",
        "\"auth\"",
        ":",
        "{",
        "\"type\"",
        ":",
        "\"oauth\"",
    ] {
        put(&mut text, token);
    }
    for (key, names) in &app.lists {
        put(&mut text, ",");
        put(&mut text, &format!("\"{}\"", KEYS[*key]));
        put(&mut text, ":");
        let start = text.len();
        put(&mut text, "[");
        for (i, name) in names.iter().enumerate() {
            put(&mut text, &Value::from(name.as_str()).to_string());
            if i + 1 < names.len() || app.hand.trailing {
                put(&mut text, ",");
            }
        }
        text.push(']');
        places.push((start, text.len()));
        put(&mut text, "");
    }
    for token in ["}", "}", "}"] {
        put(&mut text, token);
    }
    (text, places)
}

/// The tokens of a text by a lexer of its own: (is it a comment, token).
fn lex(text: &str) -> Vec<(bool, &str)> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find(['\r', '\n']).unwrap_or(rest.len()),
            '/' => rest.find("*/").unwrap() + 2,
            '"' => {
                let mut escaped = false;
                let mut inner = rest.char_indices().skip(1);
                let end = inner.find(|(_, c)| {
                    let ends = *c == '"' && !escaped;
                    escaped = *c == '\\' && !escaped;
                    ends
                });
                end.unwrap().0 + 1
            }
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            _ => rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()),
        };
        tokens.push((first == '/', &rest[..length]));
        rest = rest[length..].trim_start_matches([' ', '\t', '\r', '\n']);
    }
    tokens
}

/// The value of a text, comments and trailing commas left out.
fn value(text: &str) -> Value {
    let tokens: Vec<&str> = lex(text).into_iter().filter(|(comment, _)| !comment).map(|(_, token)| token).collect();
    let kept = tokens
        .iter()
        .enumerate()
        .filter(|(i, token)| **token != "," || !matches!(tokens.get(i + 1), Some(&("]" | "}"))));
    serde_json::from_str(&kept.map(|(_, token)| *token).collect::<Vec<_>>().join(" ")).unwrap()
}

fn comments(text: &str) -> Vec<&str> {
    lex(text).into_iter().filter(|(comment, _)| *comment).map(|(_, token)| token).collect()
}

/// The text without the bytes of the lists.
fn outside(text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (start, end) in lists_in(text) {
        out.push_str(&text[at..start]);
        at = end;
    }
    out + &text[at..]
}

/// The bytes of the scope lists, found by their keys.
fn lists_in(text: &str) -> Vec<(usize, usize)> {
    let place = |token: &str| token.as_ptr().addr() - text.as_ptr().addr();
    let tokens: Vec<&str> = lex(text).into_iter().filter(|(comment, _)| !comment).map(|(_, token)| token).collect();
    let is_list = |i: usize| KEYS.iter().any(|key| tokens[i] == format!("\"{key}\"")) && tokens[i + 1] == ":";
    let list = |i: usize| {
        let close = (i..tokens.len()).find(|i| tokens[*i] == "]").unwrap();
        (place(tokens[i + 2]), place(tokens[close]) + 1)
    };
    (0..tokens.len().saturating_sub(2)).filter(|i| is_list(*i)).map(list).collect()
}

fn wanted() -> impl Strategy<Value = Declared> {
    let names =
        || prop::collection::btree_set("[a-f]|oauth", 0..5).prop_map(|names| names.into_iter().collect::<Vec<_>>());
    (names(), names(), names()).prop_map(|(required, conditional, optional)| Declared {
        required,
        conditional,
        optional,
    })
}

proptest! {
    #[test]
    fn the_lists_become_what_is_wanted_and_all_else_stays(app in app(true, 0), wanted in wanted()) {
        let (text, _) = write(&app);
        let edits = declare(FILE, &text, "/config/auth", &wanted);
        let edited = apply(&text, &edits);
        prop_assert_eq!(&edited.skipped, &[]);
        let mut expected = value(&text);
        for (key, names) in KEYS.iter().zip([&wanted.required, &wanted.conditional, &wanted.optional]) {
            let list = value(&edited.text)["config"]["auth"][key].clone();
            let mut found: Vec<&str> = list.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            found.sort_unstable();
            let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
            names.sort_unstable();
            prop_assert_eq!(found, names);
            if !list.is_null() {
                expected["config"]["auth"][key] = list;
            }
        }
        prop_assert_eq!(value(&edited.text), expected);
        prop_assert_eq!(comments(&edited.text), comments(&text));
        prop_assert_eq!(declare(FILE, &edited.text, "/config/auth", &wanted), []);
    }

    #[test]
    fn outside_of_the_edited_lists_no_byte_changes(
        app in app(true, 1),
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 0..6),
    ) {
        let (text, places) = write(&app);
        prop_assert_eq!(&lists_in(&text), &places);
        let mut expected: Vec<Vec<Option<String>>> =
            app.lists.iter().map(|(_, names)| names.iter().cloned().map(Some).collect()).collect();
        let mut edits: Vec<Edit> = Vec::new();
        for (i, (list, item, takes)) in picks.iter().enumerate() {
            let list = list.index(app.lists.len());
            let (key, names) = &app.lists[list];
            let path = format!("/config/auth/{}", KEYS[*key]);
            if *takes && !names.is_empty() {
                let item = item.index(names.len());
                if expected[list][item].take().is_some() {
                    edits.push(remove(&format!("{path}/{item}")));
                }
            } else {
                edits.push(add(&path, &format!("new{i}")));
                expected[list].push(Some(format!("new{i}")));
            }
        }
        let edited = apply(&text, &edits);
        prop_assert_eq!(&edited.skipped, &[]);
        prop_assert_eq!(outside(&edited.text), outside(&text));
        prop_assert_eq!(comments(&edited.text), comments(&text));
        for ((key, _), expected) in app.lists.iter().zip(expected) {
            let expected: Vec<String> = expected.into_iter().flatten().collect();
            prop_assert_eq!(&value(&edited.text)["config"]["auth"][KEYS[*key]], &Value::from(expected));
        }
    }

    #[test]
    fn what_is_only_added_is_put_in_at_one_place_of_each_list(app in app(false, 1), name in "[x-z]{1,3}") {
        let (text, places) = write(&app);
        let (key, names) = &app.lists[0];
        let edited = apply(&text, &[add(&format!("/config/auth/{}", KEYS[*key]), &name)]);
        prop_assume!(!names.contains(&name));
        let (start, end) = places[0];
        let after = &edited.text[start..edited.text.len() - (text.len() - end)];
        // What was in the list stands there to the byte, before what is new, or around it.
        let inner = text[start + 1..end - 1].trim();
        prop_assert!(after[1..].trim_start().starts_with(inner), "{after:?}");
    }

    #[test]
    fn any_text_and_any_edit_are_survived(
        text in prop_oneof![any::<String>(), "[\\[\\]{},:\"a1 \n/*\\\\é]{0,30}"],
        path in prop_oneof![any::<String>(), "(/[a01~]{0,2}){0,4}"],
        (start, end) in (0_usize..40, 0_usize..40),
        value in any::<String>(),
    ) {
        let edits = [
            remove(&path),
            super::set(&path, &value),
            add(&path, &value),
            super::replace(start, end, &value),
        ];
        let edited = apply(&text, &edits);
        prop_assert_eq!(edited.applied.len() + edited.skipped.len(), edits.len());
        for edit in edits {
            apply(&text, &[edit]);
        }
        declare(FILE, &text, &path, &Declared { required: vec![value.clone()], ..Declared::default() });
        crate::edit::diff(&path, &text, &value);
    }

    #[test]
    fn strict_json_stays_strict_json(
        text in "[\\[\\]{},:\"a1 \n]{0,20}|\\{(\"a\" ?: ?(1|\"b\"|\\[[1,\" ]{0,5}\\]),? ?){0,3}\\}",
        path in "(/[a01]){0,3}",
    ) {
        if serde_json::from_str::<Value>(&text).is_ok() {
            for edit in [remove(&path), super::set(&path, "x"), add(&path, "y")] {
                let edited = apply(&text, &[edit]);
                prop_assert!(serde_json::from_str::<Value>(&edited.text).is_ok(), "{}", edited.text);
            }
        }
    }
}
