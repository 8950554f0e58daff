//! What the calls of SDKs are: HubSpot's own of every language and age, and the common unofficial ones.
//!
//! Owns the table of `assets/catalog/sdk.json` and how a chain of names is found in it.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::words::{Meaning, Meanings, fold};
use crate::catalog::{Call, Method, SdkFile, SdkRow, read};

/// A call of an SDK.
#[derive(Debug, Clone, Copy)]
pub(super) struct SdkCall {
    /// Which SDK.
    pub(super) sdk: &'static str,
    pub(super) method: Method,
    pub(super) path: &'static str,
    /// The parameters in order, where that is not the order of the path.
    arguments: Option<&'static [&'static str]>,
}

/// What a chain of names turned out to be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Chain {
    /// A call, and whether the object is not said by the names.
    Call(SdkCall),
    /// It looks like one, and is not in the table.
    LooksLikeOne,
    /// None.
    No,
}

struct Table {
    official: HashMap<&'static str, SdkCall>,
    dated: HashMap<&'static str, SdkCall>,
    unofficial: HashMap<&'static str, SdkCall>,
    /// Last names of official calls, and the names before them.
    operations: HashSet<&'static str>,
    apis: HashSet<&'static str>,
}

/// The table of SDKs.
///
/// # Panics
/// Never in a binary whose tests passed.
#[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let text = include_str!("../../assets/catalog/sdk.json");
        let file: SdkFile = read("sdk.json", text).expect("the embedded data is valid");
        let of = |rows: Vec<SdkRow>, sdk: &'static str| -> HashMap<&'static str, SdkCall> {
            let call = |SdkRow(key, method, path, names): SdkRow| {
                let arguments = (!names.is_empty()).then(|| &*Vec::leak(names));
                (key, SdkCall { sdk, method, path, arguments })
            };
            rows.into_iter().map(call).collect()
        };
        let official = of(file.official, "hubspot-api-client");
        let split = |key: &&'static str| {
            key.rsplit_once('.').map(|(before, last)| (before.rsplit('.').next().unwrap_or(before), last))
        };
        let apis = official.keys().filter_map(split).map(|(api, _)| api).filter(|api| api.ends_with("api")).collect();
        let operations = official.keys().filter_map(split).map(|(_, last)| last).collect();
        Table {
            official,
            dated: of(file.dated, "hubspot-sdk"),
            unofficial: of(file.unofficial.into_iter().flat_map(|group| group.rows).collect(), "hubspot"),
            operations,
            apis,
        }
    })
}

impl SdkCall {
    /// Where the parameter `hole` of the path stands among the arguments.
    pub(super) fn place_of(&self, hole: &str) -> Option<usize> {
        match self.arguments {
            Some(names) => names.iter().position(|name| *name == hole),
            None => holes(self.path).position(|name| name == hole),
        }
    }
}

/// The names of the holes of a path, in order.
pub(super) fn holes(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
}

/// Whether `name` is an operation of an official SDK.
pub(super) fn is_operation(name: &str) -> bool {
    table().operations.contains(fold(name).as_str())
}

/// What the call through these names is. `near` says whether the file speaks of HubSpot, `unofficial` whether it uses an
/// unofficial package.
pub(super) fn chain(names: &[Box<str>], near: bool, unofficial: bool) -> Chain {
    let table = table();
    let folded: Vec<String> =
        names.iter().map(|name| if name.starts_with('{') { "objects".to_owned() } else { fold(name) }).collect();
    let Some(last) = folded.last() else { return Chain::No };
    let keys = || (0..folded.len()).map(|from| (from, folded[from..].join(".")));
    for (from, key) in keys() {
        let length = folded.len() - from;
        if let Some(call) = table.official.get(key.as_str()) {
            let is_plain = key.contains("api.") && length >= 3;
            if is_plain || (length >= 3 && near && from > 0) {
                return Chain::Call(*call);
            }
        }
    }
    // Go: a client of one object, `companies.NewAPIClient(…).BasicApi.GetPage(…)`.
    if let Some(at) =
        folded.iter().position(|name| name == "newapiclient").filter(|at| *at > 0 && folded.len() - at == 3)
    {
        let ending = format!(".{}.{}.{last}", folded[at - 1], folded[at + 1]);
        if let Some((_, call)) =
            table.official.iter().filter(|(key, _)| key.ends_with(&ending)).min_by_key(|(key, _)| **key)
        {
            return Chain::Call(*call);
        }
    }
    // `crm.objects.leads.…` and `crm.leads.…` are one, and so are `crm[type]` and the API for all objects.
    if let Some(at) =
        folded.iter().position(|name| name == "objects").filter(|_| table.operations.contains(last.as_str()))
    {
        let generic = [&folded[..at], &folded[at + 1..]].concat();
        for from in 0..generic.len().saturating_sub(2) {
            if let Some(call) = table.official.get(generic[from..].join(".").as_str()).filter(|_| near) {
                return Chain::Call(*call);
            }
        }
    }
    let before = |from: usize| {
        folded[..from]
            .iter()
            .any(|name| name.contains("hubspot") || name.ends_with("factory") || name == "hs" || name == "hsclient")
    };
    if unofficial {
        for (from, key) in keys().filter(|(from, key)| *from > 0 && key.contains('.')) {
            if let Some(call) = table.unofficial.get(key.as_str()).filter(|_| before(from) || from == 1) {
                return Chain::Call(*call);
            }
        }
    }
    let api = folded.len().checked_sub(2).map(|place| folded[place].as_str()).unwrap_or_default();
    if near && table.apis.contains(api) && table.operations.contains(last.as_str()) {
        return Chain::LooksLikeOne;
    }
    if near {
        for (from, key) in keys().filter(|(from, key)| *from > 0 && key.contains('.')) {
            if let Some(call) = table.dated.get(key.as_str()) {
                let length = folded.len() - from;
                if before(from) || (length >= 3 && folded[from - 1].contains("client")) {
                    return Chain::Call(*call);
                }
            }
        }
    }
    if unofficial && folded.len() >= 3 && before(folded.len() - 2) {
        let is_area = |name: &String| Meanings::of_folded(name).has(Meaning::SdkArea);
        if folded.iter().any(is_area) && !Meanings::of_folded(last).has(Meaning::TakesAnswer) {
            return Chain::LooksLikeOne;
        }
    }
    Chain::No
}

/// The call that a method of an SDK makes, written as in code: `client.crm.contacts.basicApi.getPage`.
pub fn sdk_call(text: &str) -> Option<Call> {
    let names = names_of(text);
    let is_sdk = |name: &str| name.contains("client") || name.ends_with("api");
    if names.len() < 3 || !names.iter().any(|name| is_sdk(&fold(name))) {
        return None;
    }
    match chain(&names, true, false) {
        Chain::Call(call) => Call::new(call.method, call.path).ok(),
        Chain::LooksLikeOne | Chain::No => None,
    }
}

/// The names of a chain, without arguments; none where anything else stands in the text.
fn names_of(text: &str) -> Vec<Box<str>> {
    let (mut depth, mut plain) = (0_usize, String::new());
    for letter in text.trim().trim_start_matches("await ").trim_end_matches(';').chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let plain = plain.replace("->", ".").replace("::", ".").replace('$', "");
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    if plain.split('.').all(is_name) { plain.split('.').map(Box::from).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_of_an_sdk_is_read_as_any_language_writes_it() {
        let told = |text: &str| sdk_call(text).map(|call| call.to_string());
        for text in [
            "client.crm.contacts.basicApi.getPage",
            "await hubspotClient.crm.contacts.basicApi.getPage(10, undefined);",
            "client.crm.contacts.basic_api.get_page()",
            "$hubspot->crm()->contacts()->basicApi()->getPage()",
        ] {
            assert_eq!(told(text).as_deref(), Some("GET /crm/v3/objects/contacts"), "{text}");
        }
        for text in ["crm.objects.contacts.read", "client.a.b", "the client.crm.contacts.basicApi.getPage is slow", ""]
        {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn the_table_is_whole() {
        let table = table();
        assert!(table.official.len() > 900 && table.dated.len() > 900 && table.unofficial.len() > 100);
        for call in table.official.values().chain(table.dated.values()).chain(table.unofficial.values()) {
            assert!(call.path.starts_with('/'), "{call:?}");
        }
    }
}
