//! What the keys of documents mean: of workflows, connectors, collections and settings of integration platforms.

use crate::scan::words;

/// What stands under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The target of a request.
    Target,
    /// What stands before the paths of requests.
    Base,
    /// The method of a request.
    Method,
    /// Words about something, examples, answers that were received: nothing that is called.
    Talk,
    /// Anything else.
    Other,
}

/// Keys of targets, folded.
const TARGETS: [&str; 13] = [
    "url",
    "uri",
    "path",
    "endpoint",
    "raw",
    "requesturl",
    "apipath",
    "apiendpoint",
    "urlpath",
    "requestpath",
    "resourcepath",
    "relativeurl",
    "requesturi",
];

/// Keys of methods, folded.
const METHODS: [&str; 7] = ["method", "httpmethod", "verb", "httpverb", "requestmethod", "requestverb", "requesttype"];

/// Keys of bases beside those that code has, folded.
const BASES: [&str; 11] = [
    "hostname",
    "domain",
    "authority",
    "server",
    "baseendpoint",
    "apihost",
    "apiroot",
    "rootendpoint",
    "endpointbase",
    "hosturl",
    "serverurl",
];

/// Keys of what is talked about, with all below them, folded.
const TALK: [&str; 26] = [
    "description",
    "summary",
    "documentation",
    "documentationurl",
    "docs",
    "docsurl",
    "docurl",
    "externaldocs",
    "help",
    "helpurl",
    "helptext",
    "homepage",
    "example",
    "examples",
    "sample",
    "samples",
    "note",
    "notes",
    "comment",
    "comments",
    "schema",
    "jsonschema",
    "instructions",
    "response",
    "responses",
    "pindata",
];

/// Keys of addresses that came with an answer or are for people to open, folded: as texts, they are no calls.
const LINKS: [&str; 8] = ["title", "next", "link", "href", "self", "icon", "logo", "image"];

/// Keys of what is sent along with a request, folded.
const BODIES: [&str; 10] =
    ["body", "json", "data", "payload", "headers", "params", "query", "queryparams", "requestbody", "bodyparameters"];

/// What stands under `key`.
pub(super) fn meaning(key: &str) -> Meaning {
    // `token_url` of a connector is asked by it; the `tokenUrl` of a description tells others where to ask.
    let describes = matches!(key, "tokenUrl" | "authorizationUrl" | "refreshUrl");
    let folded = words::fold(key);
    let is_in = |words: &[&str]| words.contains(&folded.as_str());
    match () {
        () if describes || key.starts_with("$schema") => Meaning::Talk,
        () if is_in(&METHODS) => Meaning::Method,
        () if is_in(&TARGETS) => Meaning::Target,
        () if words::means(words::Meaning::BaseUrl, key) || is_in(&BASES) => Meaning::Base,
        () if is_in(&TALK) => Meaning::Talk,
        () => Meaning::Other,
    }
}

/// Whether a text under this key is an address to open or one that an answer brought.
pub(super) fn is_link(key: &str) -> bool {
    LINKS.contains(&words::fold(key).as_str())
}

/// Whether the key names what is sent along with a request: a path in it is a value.
pub(super) fn is_body(key: &str) -> bool {
    BODIES.contains(&words::fold(key).as_str())
}

/// Whether the key names the part of a mapping that says what its requests share: `client: { base_url: … }`.
pub(super) fn is_shared(key: &str) -> bool {
    matches!(
        words::fold(key).as_str(),
        "client"
            | "requester"
            | "httpclient"
            | "http"
            | "api"
            | "connection"
            | "proxy"
            | "server"
            | "restapi"
            | "source"
            | "baserequester"
            | "requestbase"
            | "config"
    )
}

/// Whether the key names a mapping of options beside a target, which may say the method.
pub(super) fn is_options(key: &str) -> bool {
    matches!(
        words::fold(key).as_str(),
        "options" | "request" | "requestoptions" | "config" | "init" | "settings" | "requestconfig"
    )
}

/// Whether the key names a request whole.
pub(super) fn is_request(key: &str) -> bool {
    matches!(
        words::fold(key).as_str(),
        "request" | "requester" | "endpoint" | "http" | "httprequest" | "call" | "url" | "operation" | "verification"
    )
}

/// Whether the key names the scopes that a stream or an action needs.
pub(super) fn lists_scopes(key: &str) -> bool {
    matches!(words::fold(key).as_str(), "scope" | "scopes" | "requiredscope" | "requiredscopes")
}

/// Whether the file describes an API for whoever calls it, by one of the entries at its top: OpenAPI and Swagger, whole or a
/// part of it.
pub(super) fn describes_api(top: &[&str]) -> bool {
    let has = |key: &str| top.contains(&key);
    has("openapi") || has("swagger") || (has("components") && !has("steps") && !has("definitions"))
}
