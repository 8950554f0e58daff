//! Which bytes can matter: a search for a few words, before anything is parsed.
//!
//! Owns the words. It is run over every file of the folder, so it is the one thing here whose speed counts.

use std::sync::OnceLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// It names HubSpot or a host of it.
    pub(super) speaks_of_hubspot: bool,
    /// It has a path, a member of an SDK, or a name of HubSpot.
    pub(super) can_matter: bool,
    /// It uses an unofficial package.
    pub(super) uses_unofficial: bool,
}

const NAMES: [&str; 6] = ["hubspot", "HubSpot", "Hubspot", "HUBSPOT", "hubapi", "HUBAPI"];

const PATHS: [&str; 14] = [
    "crm/v3/",
    "crm/v4/",
    "basicApi",
    "basic_api",
    "searchApi",
    "search_api",
    "batchApi",
    "batch_api",
    "objects/contacts",
    "contacts/v1/",
    "companies/v2/",
    "deals/v1/",
    "engagements/v1/",
    "crm/objects/20",
];

/// Looks at the bytes of a file.
pub(super) fn marks(bytes: &[u8]) -> Marks {
    let Some(at) = first(bytes) else { return Marks::default() };
    let rest = &bytes[at..];
    let names = names().is_none_or(|searcher| searcher.find(rest).is_some());
    Marks { speaks_of_hubspot: names, can_matter: true, uses_unofficial: names && is_unofficial(bytes) }
}

/// Hosts of the API.
const HOSTS: [&str; 6] =
    ["hubapi.com", "hubapiqa.com", "api.hubspot.com", "api-eu1.hubspot.com", "api-na1.hubspot.com", "api.hsforms.com"];

/// Beginnings of paths that nobody else has.
const DISTINCT: [&str; 10] = [
    "crm/v3/objects/",
    "crm/v4/objects/",
    "crm/v3/properties/",
    "crm/v3/associations/",
    "crm/v4/associations/",
    "crm/v3/pipelines/",
    "crm/v3/schemas",
    "crm/v3/owners",
    "crm/v3/lists",
    "crm/objects/20",
];

/// Beginnings of paths that are HubSpot's where its name stands as well.
const WITH_NAME: [&str; 20] = [
    "crm/v3/",
    "crm/v4/",
    "automation/v",
    "marketing/v3/",
    "cms/v3/",
    "conversations/v3/",
    "settings/v3/",
    "files/v3/",
    "webhooks/v3/",
    "communication-preferences/v",
    "business-units/v3/",
    "oauth/v1/",
    "contacts/v1/",
    "companies/v2/",
    "deals/v1/",
    "engagements/v1/",
    "owners/v2/",
    "properties/v1/",
    "integrations/v1/",
    "events/v3/",
];

/// Whether the bytes name a host of HubSpot's API or a path of it.
pub(super) fn names_api(bytes: &[u8]) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| memchr::memmem::find(bytes, word.as_bytes()).is_some());
    has(&HOSTS) || has(&DISTINCT) || (has(&NAMES) && has(&WITH_NAME))
}

fn first(bytes: &[u8]) -> Option<usize> {
    static ANY: OnceLock<Option<Searcher>> = OnceLock::new();
    let searcher = ANY.get_or_init(|| searcher(NAMES.iter().chain(&PATHS)));
    match searcher {
        Some(searcher) => searcher.find(bytes).map(|found| found.start()),
        None => Some(0),
    }
}

fn names() -> Option<&'static Searcher> {
    static NAMED: OnceLock<Option<Searcher>> = OnceLock::new();
    NAMED.get_or_init(|| searcher(NAMES.iter())).as_ref()
}

fn searcher<'a>(words: impl Iterator<Item = &'a &'a str>) -> Option<Searcher> {
    Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(words).build()
}

fn is_unofficial(bytes: &[u8]) -> bool {
    const SIGNS: [&str; 6] = [
        "require('hubspot')",
        "require(\"hubspot\")",
        "from 'hubspot'",
        "from \"hubspot\"",
        "SevenShores",
        "node-hubspot",
    ];
    SIGNS.iter().any(|sign| memchr::memmem::find(bytes, sign.as_bytes()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_names_nothing_of_hubspot_cannot_matter() {
        assert!(!marks(b"fetch('https://api.shop.example/orders')").can_matter);
        assert!(marks(b"client.get('/crm/v3/objects/deals')").can_matter);
        assert!(!marks(b"client.get('/crm/v3/objects/deals')").speaks_of_hubspot);
        assert!(marks(b"const HubspotClient = 1").speaks_of_hubspot);
    }

    #[test]
    fn the_api_is_named_by_a_host_of_it_or_by_a_path() {
        assert!(names_api(b"https://api.hubapi.com") && names_api(b"get \"/crm/v3/objects/deals\""));
        assert!(names_api(b"hubspot: /automation/v4/flows") && !names_api(b"zoho: /automation/v4/flows"));
        assert!(!names_api(b"We use HubSpot at https://www.hubspot.com"));
    }
}
