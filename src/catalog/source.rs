//! Where a fact comes from: what kind of source a text names, and the page to open, where there is one.
//!
//! The text is what stands in the catalog's files. It begins with the source itself; what stands in brackets after it says
//! which part is meant. It opens nothing: whoever prints a source decides whether it becomes a link.

/// What kind of thing a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A page, by its address.
    Address,
    /// A file or folder of a public repository at a commit: `owner/name@commit:path`.
    Repository,
    /// An issue or a pull request: `owner/name#123`.
    Issue,
    /// A post of HubSpot's developer changelog: `changelog/its-name`.
    Changelog,
    /// Seen by somebody, in something that is not public.
    Reported,
    /// A page of somebody else that is not named here.
    ThirdParty,
    /// Reasoned from other facts, which the text names.
    Derived,
    /// A fact about hubscope itself.
    Own,
}

/// A source, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'a> {
    /// All of the text.
    pub text: &'a str,
    /// What it names.
    pub kind: SourceKind,
    name: &'a str,
}

/// How the text of a source begins that has no address.
const WITHOUT_ADDRESS: [(&str, SourceKind); 5] = [
    ("reported, ", SourceKind::Reported),
    ("reported: ", SourceKind::Reported),
    ("third-party ", SourceKind::ThirdParty),
    ("derived from ", SourceKind::Derived),
    ("of hubscope: ", SourceKind::Own),
];

impl<'a> Source<'a> {
    /// The source that `text` names; `None` where it names none, or several.
    pub fn read(text: &'a str) -> Option<Self> {
        let without = WITHOUT_ADDRESS.iter().find(|(start, _)| text.starts_with(start));
        if let Some((_, kind)) = without {
            return Some(Self { text, kind: *kind, name: text });
        }
        let name = match text.split_once(' ') {
            None => text,
            Some((name, detail)) if detail.starts_with('(') && detail.ends_with(')') => name,
            Some(_) => return None,
        };
        Some(Self { text, kind: kind(name)?, name })
    }

    /// The address of the page to open.
    pub fn url(self) -> Option<String> {
        let name = self.name;
        match self.kind {
            SourceKind::Address => Some(name.to_owned()),
            SourceKind::Changelog => Some(format!("https://developers.hubspot.com/{name}")),
            SourceKind::Issue => Some(format!("https://github.com/{}", name.replacen('#', "/issues/", 1))),
            SourceKind::Repository => {
                let (repository, at) = name.split_once('@')?;
                let (commit, path) = at.split_once(':').unwrap_or((at, ""));
                let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
                let form = if is_file { "blob" } else { "tree" };
                let path = if path.is_empty() { String::new() } else { format!("/{path}") };
                Some(format!("https://github.com/{repository}/{form}/{commit}{path}"))
            }
            SourceKind::Reported | SourceKind::ThirdParty | SourceKind::Derived | SourceKind::Own => None,
        }
    }

    /// The part of the text that names it, before what is said of it.
    pub fn name(self) -> &'a str {
        self.name
    }
}

fn kind(name: &str) -> Option<SourceKind> {
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b';');
    if !is_plain(name) {
        return None;
    }
    if let Some(rest) = name.strip_prefix("https://") {
        let (host, _) = rest.split_once('/')?;
        return host.contains('.').then_some(SourceKind::Address);
    }
    if let Some(post) = name.strip_prefix("changelog/") {
        let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        return (!post.is_empty() && post.bytes().all(is_word)).then_some(SourceKind::Changelog);
    }
    let is_repository = |text: &str| {
        text.split_once('/').is_some_and(|(owner, name)| {
            let is_name = |text: &str| {
                !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
            };
            is_name(owner) && is_name(name)
        })
    };
    if let Some((repository, number)) = name.split_once('#') {
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        return (is_repository(repository) && is_number).then_some(SourceKind::Issue);
    }
    let (repository, at) = name.split_once('@')?;
    let commit = at.split(':').next().unwrap_or_default();
    let is_commit = (7..=40).contains(&commit.len()) && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_repository(repository) && is_commit).then_some(SourceKind::Repository)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_by_its_form_and_leads_to_its_page() {
        for (text, kind, url) in [
            ("https://docs.example/a (copy of 2025)", SourceKind::Address, Some("https://docs.example/a")),
            (
                "changelog/v1-api-ends",
                SourceKind::Changelog,
                Some("https://developers.hubspot.com/changelog/v1-api-ends"),
            ),
            ("acme/anvil#12", SourceKind::Issue, Some("https://github.com/acme/anvil/issues/12")),
            (
                "acme/anvil@0123abc:src/a.rs (line 3)",
                SourceKind::Repository,
                Some("https://github.com/acme/anvil/blob/0123abc/src/a.rs"),
            ),
            (
                "acme/anvil@0123abc:specs/CRM",
                SourceKind::Repository,
                Some("https://github.com/acme/anvil/tree/0123abc/specs/CRM"),
            ),
            ("acme/anvil@0123abc", SourceKind::Repository, Some("https://github.com/acme/anvil/tree/0123abc")),
            ("reported: a token's introspection, source not public, 2026-09", SourceKind::Reported, None),
            ("reported, source not public, 2026-09", SourceKind::Reported, None),
            ("third-party page about permissions, seen 2026-10", SourceKind::ThirdParty, None),
            ("derived from the scope of the records", SourceKind::Derived, None),
            ("of hubscope: its own plan file", SourceKind::Own, None),
        ] {
            let source = Source::read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((source.kind, source.url().as_deref()), (kind, url), "{text}");
        }
    }

    #[test]
    fn what_names_no_source_or_two_of_them_is_none() {
        for text in [
            "",
            "HubSpot docs, scopes",
            "seen in the wild",
            "https://a.example/x; https://b.example/y",
            "https://a.example/x; current page https://b.example/y",
            "acme/anvil#12; the help centre",
            "acme/anvil src/a.rs",
            "acme/anvil#twelve",
            "acme/anvil@main:src/a.rs",
            "changelog/Some Post",
            "https://localhost",
        ] {
            assert_eq!(Source::read(text), None, "{text:?}");
        }
    }

    /// The rows of a file that say where they come from, with what is known of them: its sources and its confidence.
    fn rows<'a>(value: &'a serde_json::Value, keys: &serde_json::Value, found: &mut Vec<(Vec<String>, &'a str)>) {
        let full = |text: &str| keys[text].as_str().unwrap_or(text).to_owned();
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| rows(item, keys, found)),
            serde_json::Value::Object(row) => {
                let one = row.get("source").and_then(|source| source.as_str()).map(full);
                let many = row.get("sources").and_then(|sources| sources.as_array());
                let many = many.into_iter().flatten().filter_map(|source| source.as_str().map(full));
                let sources: Vec<String> = one.into_iter().chain(many).collect();
                if !sources.is_empty() {
                    found.push((sources, row.get("confidence").and_then(|text| text.as_str()).unwrap_or_default()));
                }
                row.values().for_each(|value| rows(value, keys, found));
            }
            _ => {}
        }
    }

    #[test]
    fn every_row_of_every_file_has_sources_that_can_be_opened_or_say_what_they_are() {
        let mut counted = 0;
        for (file, text) in [
            ("endpoints.json", include_str!("../../assets/catalog/endpoints.json")),
            ("features.json", include_str!("../../assets/catalog/features.json")),
            ("internal_names.json", include_str!("../../assets/catalog/internal_names.json")),
            ("messages.json", include_str!("../../assets/catalog/messages.json")),
            ("objects.json", include_str!("../../assets/catalog/objects.json")),
            ("overrides.json", include_str!("../../assets/catalog/overrides.json")),
            ("permissions.json", include_str!("../../assets/catalog/permissions.json")),
            ("platforms.json", include_str!("../../assets/catalog/platforms.json")),
            ("rules.json", include_str!("../../assets/catalog/rules.json")),
            ("scopes.json", include_str!("../../assets/catalog/scopes.json")),
            ("sunsets.json", include_str!("../../assets/catalog/sunsets.json")),
            ("topics.json", include_str!("../../assets/catalog/topics.json")),
        ] {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            let mut found = Vec::new();
            rows(&value, &value["sources"], &mut found);
            assert!(!found.is_empty(), "{file}");
            counted += found.len();
            for (sources, confidence) in found {
                let read: Vec<Source> = sources
                    .iter()
                    .map(|text| {
                        Source::read(text).unwrap_or_else(|| panic!("{file}: no source that can be named: {text}"))
                    })
                    .collect();
                let opens = read.iter().any(|source| source.url().is_some());
                let is_seen = opens || read.iter().any(|source| source.kind != SourceKind::Derived);
                assert!(opens || confidence != "documented", "{file}: documented, and no page to open: {sources:?}");
                assert!(is_seen || confidence != "reported", "{file}: reported by nobody: {sources:?}");
                for source in
                    read.iter().filter(|source| matches!(source.kind, SourceKind::Reported | SourceKind::ThirdParty))
                {
                    let has_year = source
                        .text
                        .split(|c: char| !c.is_ascii_digit())
                        .any(|word| word.len() == 4 && word.starts_with("20"));
                    assert!(has_year, "{file}: it does not say when it was seen: {}", source.text);
                }
            }
        }
        assert!(counted > 1_000, "{counted}");
    }
}
