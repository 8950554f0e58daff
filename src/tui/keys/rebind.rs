//! Keys of the user's: a file such as `{"features": {"e": "when"}}` laid over the standard table.
//!
//! A key means what the file says, where the file says it; the other keys of a command stay. What is no context, no key or
//! no command, would hide a key that works everywhere or in lists, or takes a command its last key, is refused whole, with
//! its place.

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::names::{name_of, named, names};
use super::table::{Binding, Context, TABLE};
use super::{Chord, Keys};
use crate::catalog::nearest;
use crate::tui::action::Command;

/// The word that leaves a key without a meaning.
const NOTHING: &str = "none";

/// A line of the file.
struct Entry {
    at: usize,
    context: Context,
    key: String,
    chord: Chord,
    command: Option<Command>,
}

/// The standard table with the keys of `text`; what is wrong with it is said with its line and column.
pub fn rebound(text: &str) -> Result<Keys, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Bounded in its depth, which the reader that knows places is not.
    serde_json::from_str::<serde_json::Value>(text).map_err(|error| format!("it is not JSON: {error}"))?;
    let entries = entries(text).map_err(|(at, why)| format!("{}: {why}", place(text, at)))?;
    let mut rows = TABLE.to_vec();
    for entry in &entries {
        let here = rows.iter_mut().filter(|row| row.context == entry.context);
        here.for_each(|row| row.keys = kept(row.keys, entry.chord));
    }
    for entry in &entries {
        if let Some(command) = entry.command {
            add(&mut rows, entry, command).map_err(|why| format!("{}: {why}", place(text, entry.at)))?;
        }
    }
    if let Some((entry, why)) = entries.iter().find_map(|entry| Some((entry, last_key(&rows, entry)?))) {
        return Err(format!("{}: {why}", place(text, entry.at)));
    }
    let keys = Keys::of(rows);
    for entry in &entries {
        if let Some(why) = hidden(&keys, entry) {
            return Err(format!("{}: {why}", place(text, entry.at)));
        }
    }
    Ok(keys)
}

fn place(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    format!("line {}, column {column}", before.matches('\n').count() + 1)
}

type Refused = (usize, String);

fn entries(text: &str) -> Result<Vec<Entry>, Refused> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let parsed = parsed.map_err(|error| (error.range().start, error.kind().to_string()))?;
    let Some(Value::Object(document)) = parsed.value else {
        return Err((0, "it is not an object such as {\"features\": {\"e\": \"when\"}}".to_owned()));
    };
    let mut entries: Vec<Entry> = Vec::new();
    for part in &document.properties {
        let at = part.range.start;
        let context = context_of(part.name.as_str()).map_err(|why| (at, why))?;
        let Value::Object(keys) = &part.value else {
            return Err((at, format!("{} is not an object of keys and commands", part.name.as_str())));
        };
        for property in &keys.properties {
            let entry = entry(context, property).map_err(|why| (property.range.start, why))?;
            if entries.iter().any(|other| other.context == context && other.chord == entry.chord) {
                return Err((entry.at, format!("{} stands twice in {}", entry.key, context.id())));
            }
            entries.push(entry);
        }
    }
    Ok(entries)
}

fn context_of(name: &str) -> Result<Context, String> {
    Context::ALL.into_iter().find(|context| context.id() == name).ok_or_else(|| {
        let all = Context::ALL.map(Context::id).join(", ");
        format!("{name} is not a place for keys; these are: {all}")
    })
}

fn entry(context: Context, property: &ObjectProp<'_>) -> Result<Entry, String> {
    let key = property.name.as_str().to_owned();
    let Some(chord) = Chord::parse(&key) else {
        return Err(format!(
            "{key} is not a key; write a, A, ], Space, Enter, Esc, Tab, Shift-Tab, Up, PgDn, Home or Ctrl-A"
        ));
    };
    if Chord::parse("Ctrl-C") == Some(chord) {
        return Err("Ctrl-C always leaves".to_owned());
    }
    if context.takes_text() && (key.chars().count() == 1 || key == "Space") {
        return Err(format!("{key} is text in {}, so it cannot be a command there", context.id()));
    }
    let Some(text) = property.value.as_string_lit() else {
        let at = property.value.range();
        return Err(format!(
            "{key} is not given the name of a command ({} bytes of something else)",
            at.end - at.start
        ));
    };
    let command = match &*text.value {
        NOTHING => None,
        name => Some(named(name).ok_or_else(|| unknown(name))?),
    };
    Ok(Entry { at: property.range.start, context, key, chord, command })
}

fn unknown(name: &str) -> String {
    let near = nearest(name, names(), 2);
    let hint = match near.is_empty() {
        true => format!("commands are: {}", names().collect::<Vec<_>>().join(", ")),
        false => format!("did you mean {}?", near.join(" or ")),
    };
    format!("{name} is not a command; {hint}")
}

/// `keys` without `chord`.
fn kept(keys: &'static [&'static str], chord: Chord) -> &'static [&'static str] {
    if !keys.iter().any(|key| Chord::parse(key) == Some(chord)) {
        return keys;
    }
    let left: Vec<&'static str> = keys.iter().filter(|key| Chord::parse(key) != Some(chord)).copied().collect();
    left.leak()
}

/// Gives the key to the command's row here, in front; where it has none, to a new row with the words of another.
fn add(rows: &mut Vec<Binding>, entry: &Entry, command: Command) -> Result<(), String> {
    let key: &'static str = entry.key.clone().leak();
    let has = |row: &&mut Binding| row.context == entry.context && row.command == command;
    if let Some(row) = rows.iter_mut().find(has) {
        row.keys = [&[key], row.keys].concat().leak();
        return Ok(());
    }
    if !can_stand(command, entry.context, rows) {
        return Err(format!("{} does nothing in {}", name_of(command), entry.context.id()));
    }
    let Some(model) = rows.iter().find(|row| row.command == command).copied() else {
        return Err(format!("{} has no key that it could be modelled on", name_of(command)));
    };
    let at = rows.iter().position(|row| row.context == entry.context).unwrap_or(rows.len());
    rows.insert(at, Binding { context: entry.context, keys: vec![key].leak(), ..model });
    Ok(())
}

/// Whether a command that has no key here does something here: those of everywhere and of lists do on each step, and the
/// keys of everywhere reach each step.
fn can_stand(command: Command, context: Context, rows: &[Binding]) -> bool {
    let known = |wanted: Context| rows.iter().any(|row| row.context == wanted && row.command == command);
    let is_of_step = !matches!(context, Context::List | Context::Details);
    context.is_beside_everywhere() && (known(Context::Everywhere) || is_of_step && known(Context::List))
}

/// Why the entry leaves another command without a key, which it does not say: a key that is to mean nothing says so.
fn last_key(rows: &[Binding], entry: &Entry) -> Option<String> {
    entry.command?;
    let has_it = |row: &&Binding| row.keys.iter().any(|key| Chord::parse(key) == Some(entry.chord));
    let taken = TABLE.iter().filter(|row| row.context == entry.context).find(has_it)?.command;
    let has_key = rows.iter().any(|row| row.command == taken && !row.keys.is_empty());
    (!has_key)
        .then(|| format!("{} is the only key of {}: give that another key, or none, first", entry.key, name_of(taken)))
}

/// Why the key of an entry would hide another that works everywhere or in lists, or be hidden by one.
fn hidden(keys: &Keys, entry: &Entry) -> Option<String> {
    entry.command?;
    let stands = |context: Context| Some((context, keys.command_for(entry.chord, &[context])?));
    let other = if entry.context == Context::Everywhere {
        Context::ALL.into_iter().filter(|context| context.is_beside_everywhere()).find_map(stands)
    } else if entry.context.is_beside_everywhere() {
        let is_list = matches!(entry.context, Context::List | Context::Details);
        stands(Context::Everywhere).or_else(|| if is_list { None } else { stands(Context::List) })
    } else {
        None
    };
    let (context, command) = other?;
    (Some(command) != entry.command).then(|| {
        format!(
            "{} is {} in {} already: give that another key, or none, first",
            entry.key,
            name_of(command),
            context.id()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(text: &str, key: &str, contexts: &[Context]) -> Option<Command> {
        rebound(text).unwrap().command_for(Chord::parse(key).unwrap(), contexts)
    }

    fn refused(text: &str) -> String {
        rebound(text).err().unwrap_or_else(|| "taken".to_owned())
    }

    #[test]
    fn a_key_means_what_the_file_says_where_it_says_it() {
        let text = r#"{"features": {"w": "choose", "e": "when"}}"#;
        let here = [Context::Features, Context::List, Context::Everywhere];
        assert_eq!(command(text, "w", &here), Some(Command::Choose));
        assert_eq!(command(text, "e", &here), Some(Command::When));
        assert_eq!(command(text, "Space", &here), Some(Command::Choose), "the other key stays");
        assert_eq!(command(text, "w", &[Context::Scopes, Context::List]), None);
    }

    #[test]
    fn what_works_everywhere_can_have_a_key_of_its_own_on_each_step() {
        for place in ["app", "features", "matrix", "scopes", "code", "link", "value", "list", "details"] {
            let keys = rebound(&format!(r#"{{"{place}": {{"z": "undo"}}}}"#)).unwrap();
            let context = context_of(place).unwrap();
            assert_eq!(keys.command_for(Chord::parse("z").unwrap(), &[context]), Some(Command::Undo), "{place}");
        }
    }

    #[test]
    fn two_keys_can_be_swapped_and_one_left_without_a_meaning() {
        let text = r#"{"scopes": {"r": "make-optional", "o": "make-required"}, "everywhere": {"M": "none"}}"#;
        assert_eq!(command(text, "r", &[Context::Scopes]), Some(Command::MakeOptional));
        assert_eq!(command(text, "o", &[Context::Scopes]), Some(Command::MakeRequired));
        assert_eq!(command(text, "M", &[Context::Everywhere]), None);
    }

    #[test]
    fn what_is_wrong_is_refused_with_its_place() {
        let cases = [
            (
                "{\n  \"features\": {\"w\": \"chose\"}\n}",
                "line 2, column 16: chose is not a command; did you mean choose",
            ),
            (r#"{"steps": {}}"#, "line 1, column 2: steps is not a place for keys; these are: everywhere, list"),
            (r#"{"list": {"Hyper-x": "up"}}"#, "Hyper-x is not a key"),
            (r#"{"list": {"a": "up", "a": "down"}}"#, "line 1, column 22: a stands twice in list"),
            (r#"{"list": {"y": "choose"}}"#, "y is copy-link in everywhere already"),
            (r#"{"matrix": {"y": "whole-row"}}"#, "y is copy-link in everywhere already"),
            (r#"{"code": {"u": "dismiss"}}"#, "u is undo in everywhere already"),
            (r#"{"value": {"Tab": "choose"}}"#, "Tab is next-pane in everywhere already"),
            (r#"{"features": {"j": "when"}}"#, "j is down in list already"),
            (r#"{"everywhere": {"u": "redo"}}"#, "u is the only key of undo: give that another key"),
            (r#"{"everywhere": {"h": "undo"}}"#, "h is fold in list already"),
            (r#"{"everywhere": {"w": "undo"}}"#, "w is when in features already"),
            (r#"{"field": {"a": "accept"}}"#, "a is text in field"),
            (r#"{"list": {"Ctrl-C": "up"}}"#, "Ctrl-C always leaves"),
            (r#"{"app": {"w": "when"}}"#, "when does nothing in app"),
            (r#"{"list": {"a": 1}}"#, "a is not given the name of a command"),
            ("{\"list\": ", "it is not JSON"),
            ("[]", "it is not an object"),
        ];
        for (text, wanted) in cases {
            let why = refused(text);
            assert!(why.contains(wanted), "{text}: {why}");
        }
        assert!(refused(&"[".repeat(20_000)).contains("not JSON"));
    }
}
