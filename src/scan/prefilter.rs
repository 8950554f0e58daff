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
    /// It names a host or a path of the API, or an SDK.
    pub(super) reaches_api: bool,
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
    let uses_unofficial = names && is_unofficial(bytes);
    Marks {
        speaks_of_hubspot: names,
        can_matter: true,
        reaches_api: uses_unofficial || reaches_api(rest),
        uses_unofficial,
    }
}

/// What only a file has that calls HubSpot, or that has what callers need: hosts, SDKs, words of its paths.
const API: [&str; 34] = [
    "hubapi",
    "HUBAPI",
    "api.hubspot.com",
    "@hubspot/",
    "hubspot/api-client",
    "hubspot-api-client",
    "hubspot-client",
    "import hubspot",
    "from hubspot",
    "HubSpot\\",
    "Hubspot::",
    "hubspot.http",
    "crm-objects/v1",
    "crm-associations/v1",
    "owners/v",
    "properties/v",
    "automation/v",
    "marketing/v3/",
    "marketing-emails/v1",
    "cms/v3/",
    "content/api/v2",
    "conversations/v3/",
    "settings/v3/",
    "files/v3/",
    "filemanager/api/",
    "webhooks/v",
    "forms/v",
    "form-integrations/",
    "email/public/v1",
    "communication-preferences/v",
    "integrations/v1",
    "events/v3/",
    "hubdb/",
    "crm.objects.",
];

fn reaches_api(bytes: &[u8]) -> bool {
    static REACHING: OnceLock<Option<Searcher>> = OnceLock::new();
    let searcher = REACHING.get_or_init(|| searcher(API.iter().chain(&PATHS)));
    searcher.as_ref().is_none_or(|searcher| searcher.find(bytes).is_some())
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
}
