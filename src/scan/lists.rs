//! Lists of scopes in code and settings: what an app asks for where no HubSpot project declares it.
//!
//! Owns where such a list begins (a word with `scope` in it that something is put into: a constant, a parameter of a link, a
//! field of a client's configuration, a variable of an environment) and ends. It knows no language: names of scopes, what
//! stands between them, and nothing else. What the lists are held against is not decided here.

use serde::Serialize;

use super::words::fold;
use crate::catalog::Catalog;
use crate::plan::ScopeType;

/// How far a name may stand behind the word that the list begins with.
const REACH: usize = 160;

/// How many words that are no scopes may stand before the first name: types, functions that make lists.
const MOST_OTHER: usize = 4;

/// A list that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScopeList {
    /// Relative to the folder.
    pub file: String,
    /// From 1: the line of the first name.
    pub line: usize,
    /// As they are written, in order.
    pub scopes: Vec<(String, ScopeType)>,
}

/// The lists of `text`, which is the file `file`.
pub fn lists_in(catalog: &Catalog, file: &str, text: &str) -> Vec<ScopeList> {
    let mut found: Vec<ScopeList> = Vec::new();
    let mut free = 0;
    for at in heads(text) {
        if at < free {
            continue;
        }
        let Some(head) = Head::at(text, at) else { continue };
        let (names, end) = names(catalog, text, head.end);
        let Some((first, _)) = names.first() else { continue };
        // One plain word may mean anything.
        let is_sure = names.iter().any(|(_, name)| name.contains('.') || *name == "oauth") || names.len() > 2;
        if !is_sure {
            continue;
        }
        free = end;
        let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..*first]).count() + 1;
        let scopes = names.iter().map(|(_, name)| ((*name).to_owned(), head.kind)).collect();
        found.push(ScopeList { file: file.to_owned(), line, scopes });
    }
    found
}

/// Where `scope` stands, in small or capital letters.
fn heads(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b's', b'S', bytes)
        .filter(|at| bytes.get(*at..*at + 5).is_some_and(|word| word.eq_ignore_ascii_case(b"scope")))
}

/// The word that a list begins with.
struct Head {
    kind: ScopeType,
    /// Behind the sign that puts something into it.
    end: usize,
}

impl Head {
    fn at(text: &str, at: usize) -> Option<Self> {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
        let bytes = text.as_bytes();
        let start = bytes[..at].iter().rposition(|byte| !is_part(*byte)).map_or(0, |before| before + 1);
        let end = bytes[at..].iter().position(|byte| !is_part(*byte)).map_or(bytes.len(), |length| at + length);
        let word = fold(text.get(start..end)?);
        // What is lacking, granted or looked for is not asked for.
        let is_other = ["missing", "granted", "has", "check", "error", "invalid", "describe", "lacks", "unused"];
        if word.len() > 40 || is_other.iter().any(|other| word.starts_with(other)) || word.ends_with("error") {
            return None;
        }
        let kind = match () {
            () if word.contains("optional") => ScopeType::Optional,
            () if word.contains("conditional") => ScopeType::ConditionallyRequired,
            () => ScopeType::Required,
        };
        let rest = text.get(end..)?.trim_start_matches(['"', '\'', '`', ']', '?', '!']).trim_start_matches([' ', '\t']);
        let opens = match rest.as_bytes() {
            [b'=', b'=', ..] => false,
            [b'=' | b':' | b',' | b'[' | b'{', ..] => true,
            [b'(', ..] => is_setter(&word),
            // `%w[…]`, `List<String> SCOPES = …` is met at its name, `scopes string[] = …`
            _ => false,
        };
        opens.then(|| Self { kind, end: text.len() - rest.len() + 1 })
    }
}

/// Whether a function with this name takes the scopes to ask for.
fn is_setter(word: &str) -> bool {
    let bare = ["set", "with", "add", "required", "optional", "default"]
        .iter()
        .find_map(|start| word.strip_prefix(start))
        .unwrap_or(word);
    matches!(bare, "scope" | "scopes" | "scopelist")
}

/// The names from `from` on, each with where it stands, and where they end.
fn names<'t>(catalog: &Catalog, text: &'t str, from: usize) -> (Vec<(usize, &'t str)>, usize) {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/');
    let mut found: Vec<(usize, &str)> = Vec::new();
    let (mut at, mut other, mut last) = (from, 0, from);
    while at < bytes.len() && at < last + REACH {
        let byte = bytes[at];
        let is_mark = byte == b'#' && bytes[at - 1].is_ascii_whitespace();
        if !is_part(byte) && !is_mark {
            // A list ends with its statement, and a parameter of a link with the next one.
            let is_next = byte == b'&' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
            if byte == b';' || byte == b'}' && !found.is_empty() || is_next {
                break;
            }
            at += 1;
            continue;
        }
        let is_comment = is_mark || bytes[at..].starts_with(b"//") || bytes[at..].starts_with(b"--");
        if is_comment {
            at = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
            last = last.max(at.saturating_sub(REACH / 2));
            continue;
        }
        let end = bytes[at..].iter().position(|byte| !is_part(*byte)).map_or(bytes.len(), |length| at + length);
        let mut start = at;
        // `%20` between names of a link.
        if at > 0
            && bytes[at - 1] == b'%'
            && ["20", "2C", "2B", "2c", "2b"].iter().any(|sign| text[at..].starts_with(sign))
        {
            start += 2;
        }
        let word = text[start..end].trim_matches(['.', '-', '/']);
        at = end;
        // `files: …` behind a list of YAML, `CONTENT=…` behind a line of an environment: the next key.
        let is_key = matches!(bytes.get(end), Some(b':' | b'='));
        if catalog.scope_named(word).is_some() && !is_key {
            found.push((start, word));
            last = end;
        } else if found.is_empty() && other < MOST_OTHER {
            other += 1;
        } else if !word.is_empty() {
            break;
        }
    }
    (found, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let one = |list: ScopeList| {
            let names: Vec<String> = list
                .scopes
                .iter()
                .map(|(name, kind)| if *kind == ScopeType::Required { name.clone() } else { format!("?{name}") })
                .collect();
            format!("{}: {}", list.line, names.join(" "))
        };
        lists_in(Catalog::embedded(), "a", text).into_iter().map(one).collect()
    }

    #[test]
    fn a_list_of_scopes_is_known_in_every_shape() {
        let wanted = ["1: crm.objects.contacts.read crm.objects.deals.write"];
        for text in [
            "const SCOPES = ['crm.objects.contacts.read', 'crm.objects.deals.write'];",
            "HUBSPOT_SCOPES=crm.objects.contacts.read crm.objects.deals.write\nNAME=x",
            "HUBSPOT_SCOPES=\"crm.objects.contacts.read,crm.objects.deals.write\"",
            "scopes: [crm.objects.contacts.read, crm.objects.deals.write]\nname: x",
            "{\"requiredScopes\": [\"crm.objects.contacts.read\", \"crm.objects.deals.write\"], \"x\": 1}",
            "c := oauth2.Config{Scopes: []string{\"crm.objects.contacts.read\", \"crm.objects.deals.write\"}}",
            "SCOPES = %w[crm.objects.contacts.read crm.objects.deals.write].freeze",
            "private static final List<String> SCOPES = List.of(\"crm.objects.contacts.read\", \"crm.objects.deals.write\");",
            "val scopes = listOf(\"crm.objects.contacts.read\", \"crm.objects.deals.write\")",
            "'scopes' => ['crm.objects.contacts.read', 'crm.objects.deals.write'],",
            "string[] Scopes = new[] { \"crm.objects.contacts.read\", \"crm.objects.deals.write\" };",
            "scope = os.getenv('SCOPES', 'crm.objects.contacts.read crm.objects.deals.write')",
            "https://app.hubspot.com/oauth/authorize?client_id=1&scope=crm.objects.contacts.read%20crm.objects.deals.write&state=automation",
            "->setScopes(['crm.objects.contacts.read', 'crm.objects.deals.write'])",
            "const scope = process.env.SCOPE ?? 'crm.objects.contacts.read crm.objects.deals.write';",
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
        let yaml = "scopes:\n  - crm.objects.contacts.read # people\n  - crm.objects.deals.write\nfiles: x\n";
        assert_eq!(
            shown(yaml),
            ["2: crm.objects.contacts.read"].map(|_| "2: crm.objects.contacts.read crm.objects.deals.write")
        );
    }

    #[test]
    fn optional_scopes_are_told_apart() {
        let link = "/oauth/authorize?scope=oauth%20crm.objects.deals.read&optional_scope=crm.lists.read";
        assert_eq!(shown(link), ["1: oauth crm.objects.deals.read", "1: ?crm.lists.read"]);
    }

    #[test]
    fn questions_about_scopes_are_no_lists() {
        for text in [
            "if (token.scopes.includes('crm.objects.contacts.read')) {}",
            "if (scope === 'crm.objects.contacts.read') {}",
            "missingScopes = ['crm.objects.contacts.read']",
            "hasScope('crm.objects.contacts.read')",
            "scopes: ['content']",
            "scope = buildScopes(user) // see the manual of the other vendor, not crm.objects.contacts.read",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }
}
