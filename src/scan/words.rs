//! The vocabulary of programs: what functions of HTTP clients, texts, logs and servers are called.
//!
//! Owns words only, for all languages together; names are compared without letter case and underscores.

use crate::catalog::Method;

/// A name without letter case and underscores.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

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

/// How the function with this name makes a text; `None` = it does not.
pub(super) fn making(name: &str) -> Option<Making> {
    let folded = fold(name);
    Some(match folded.as_str() {
        "format" | "sprintf" | "sprintff" | "formatted" | "strformat" | "printf" | "formatmap" | "buildandexpand"
        | "expand" => Making::Format,
        _ if name == "%" => Making::Format,
        "join" | "implode" | "resolvereference" | "appendpathsegment" | "appendpathsegments" | "joinpath"
        | "urljoin" | "addpathsegment" | "joinurl" | "urlcombine" | "combine" | "resolve" | "buildpath" => Making::Join,
        "concat" | "plus" => Making::Concat,
        "addqueryarg" | "addquerystring" | "uribuilder" | "urlbuilder" => Making::First,
        "url" | "uri" | "urlparse" | "parserequesturi" | "tohttpurl" | "tohttpurlornull" | "touri"
        | "fromuristring" | "httpurl" | "fromhttpurl" => Making::Url,
        "trim" | "strip" | "rstrip" | "lstrip" | "trimend" | "trimstart" | "trimright" | "trimleft" | "ltrim"
        | "rtrim" | "trimsuffix" | "trimprefix" | "replace" | "replaceall" | "str" | "string" | "tostring" | "tos"
        | "tolowercase" | "strreplace" | "parse" | "create" | "chomp" | "build" | "httpmethod" | "touristring"
        | "removesuffix" | "removeprefix" | "assertnotnull" | "cast" | "valueof" | "let" | "asstring" | "tolower"
        | "removesurrounding" | "trimspace" | "trimall" | "encodeuri" | "escapeuristring" | "normalizeurl"
        | "squish" | "lstripslash" | "fromstring" | "slice" | "substring" | "substr" | "touppercase" | "toupper"
        | "strtoupper" | "strtolower" | "upcase" | "downcase" | "upper" | "lower" | "uppercase" | "lowercase"
        | "toupperinvariant" | "tolowerinvariant" | "casefold" => Making::Same,
        "getenv" | "env" | "config" | "getordefault" | "getvalue" | "envget" | "getenvordefault" | "default"
        | "getenvdefault" | "envordefault" | "get" | "fetch" => Making::Default,
        "freeze" | "dup" | "addparameter" | "addqueryparameter" | "setparameter" | "queryparam" | "setqueryparam"
        | "setqueryparams" | "scheme" | "port" | "allowhttpstatus" | "allowanyhttpstatus" => Making::Kept,
        _ if folded.starts_with("with") => Making::Kept,
        _ => return None,
    })
}

/// Whether a function with this name hands a text on and sends nothing.
pub(super) fn hands_on(name: &str) -> bool {
    making(name).is_some_and(|making| making != Making::Default)
}

/// Whether a method with this name opens the URL that it is called on.
pub(super) fn opens(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "openconnection"
            | "openstream"
            | "readtext"
            | "getjsonasync"
            | "receivejson"
            | "sendjsonasync"
            | "open"
            | "read"
    )
}

/// Whether such a function may be called for other things than texts: it counts where the text is a path.
pub(super) fn makes_other_things(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "create"
            | "parse"
            | "build"
            | "cast"
            | "slice"
            | "valueof"
            | "let"
            | "replace"
            | "resolve"
            | "join"
            | "combine"
    )
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

/// What the function or property with this name asks; `None` = something else.
pub(super) fn asked(name: &str) -> Option<Asked> {
    Some(match fold(name).as_str() {
        "isempty" | "empty" | "isblank" | "blank" | "isnullorempty" | "isnullorwhitespace" | "isnullorblank" => {
            Asked::Lacks { or_empty: true }
        }
        "isnull" | "isnil" | "nil" | "isnone" | "isundefined" => Asked::Lacks { or_empty: false },
        "isnotempty" | "isnotblank" | "isset" | "present" | "any" | "nonnull" | "isnotnull" => Asked::Has,
        "equals" | "equalsignorecase" | "equalfold" | "eql" | "contentequals" | "isequal" => Asked::Same,
        "includes" | "include" | "contains" | "inarray" | "has" => Asked::Contains,
        "length" | "len" | "size" | "count" | "strlen" | "mbstrlen" => Asked::Length,
        _ => return None,
    })
}

/// Names of what a client puts before every path.
pub(super) fn is_base_name(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "baseurl"
            | "baseuri"
            | "prefixurl"
            | "baseaddress"
            | "apibase"
            | "apibaseurl"
            | "host"
            | "apiurl"
            | "setbaseurl"
            | "withbaseurl"
            | "urlbase"
            | "rooturi"
            | "defaultbaseurl"
            | "basepath"
            | "rooturl"
            | "setbaseuri"
    )
}

/// Names of functions that make clients.
pub(super) fn makes_clients(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "create"
            | "extend"
            | "new"
            | "client"
            | "session"
            | "instance"
            | "builder"
            | "faraday"
            | "newclient"
            | "connection"
    )
}

/// The method that the name of a function says: `get`, `postForObject`, `PatchAsync`, `HttpDelete`.
pub(super) fn verb(name: &str) -> Option<Method> {
    let folded = fold(name);
    let rest =
        ["http", "api", "hubspot", "hs", "do", "send", "make", "req", "wpremote", "wpsaferemote", "fetch", "execute"]
            .iter()
            .find_map(|before| folded.strip_prefix(before));
    let method = |text: &str| -> Option<Method> {
        let all = [
            ("get", Method::Get),
            ("post", Method::Post),
            ("patch", Method::Patch),
            ("put", Method::Put),
            ("delete", Method::Delete),
            ("del", Method::Delete),
            ("head", Method::Get),
        ];
        all.into_iter().find_map(|(word, method)| {
            let tail = text.strip_prefix(word)?;
            let is_tail = matches!(
                tail,
                "" | "async"
                    | "json"
                    | "request"
                    | "forobject"
                    | "forentity"
                    | "asjsonasync"
                    | "stringasync"
                    | "fromjsonasync"
                    | "form"
                    | "jsonasync"
                    | "mapping"
                    | "streamasync"
                    | "bytearrayasync"
                    | "requestasync"
                    | "data"
                    | "req"
                    | "call"
                    | "withretry"
                    | "exchange"
                    | "api"
                    | "hubspot"
                    | "http"
                    | "one"
                    | "all"
                    | "page"
                    | "raw"
                    | "forlocation"
                    | "bytes"
                    | "async1"
                    | "promise"
                    | "body"
                    | "urlencodedasync"
                    | "multipartasync"
                    | "jsonrequest"
                    | "apirequest"
            );
            is_tail.then_some(method)
        })
    };
    method(&folded).or_else(|| rest.and_then(method))
}

/// Parts of such names.
const SENDING: [&str; 16] = [
    "request", "fetch", "http", "curl", "axios", "urlopen", "exchange", "send", "call", "api", "invoke", "retrieve",
    "execute", "getjson", "paginate", "download",
];

/// Whether a function with this name sends something, whatever the method.
pub(super) fn sends(name: &str) -> bool {
    let folded = fold(name);
    asks_by_key(name)
        || SENDING.iter().any(|part| folded.contains(part))
        || matches!(
            folded.as_str(),
            "url"
                | "uri"
                | "got"
                | "ky"
                | "do"
                | "filegetcontents"
                | "requestjson"
                | "ajax"
                | "open"
                | "download"
                | "superagent"
                | "newrequest"
                | "query"
                | "needle"
                | "hs"
                | "path"
                | "resource"
                | "paged"
                | "hubspot"
        )
}

/// Whether a call without another word for it reads: `fetch(url)`, `urlopen(url)`.
pub(super) fn reads_by_default(name: &str) -> bool {
    verb(name).is_none()
}

/// Whether a function with this name hands its first argument to the function beside it: SWR's hooks.
pub(super) fn asks_by_key(name: &str) -> bool {
    matches!(name, "useSWR" | "useSWRImmutable" | "useSWRInfinite" | "useSWRMutation")
}

/// Where the values for the places of a template begin among the arguments of a function with this name.
pub(super) fn values_from(name: &str) -> Option<usize> {
    match name {
        "delete" | "uri" => Some(1),
        "put" | "getForObject" | "getForEntity" | "postForLocation" => Some(2),
        "postForObject" | "postForEntity" | "patchForObject" => Some(3),
        "exchange" => Some(4),
        _ => None,
    }
}

/// Whether what is handed to a function with this name is only talked about.
pub(super) fn talks(object: Option<&str>, name: &str) -> bool {
    let is_log = |name: &str| {
        matches!(
            name,
            "log"
                | "logger"
                | "console"
                | "logging"
                | "print"
                | "println"
                | "printf"
                | "puts"
                | "warn"
                | "warning"
                | "info"
                | "debug"
                | "error"
                | "trace"
                | "fatal"
                | "errorf"
                | "infof"
                | "debugf"
                | "warnf"
                | "logf"
                | "writeline"
                | "echo"
                | "raise"
                | "exception"
                | "throw"
                | "fprintf"
                | "fprintln"
                | "errorlog"
                | "vardump"
                | "dd"
                | "pp"
                | "critical"
                | "writeerror"
                | "writeoutput"
                | "assert"
                | "describe"
                | "it"
                | "test"
        )
    };
    let name = fold(name);
    let ends_like_error = name.ends_with("error") || name.ends_with("exception");
    is_log(&name)
        || ends_like_error
        || object.is_some_and(|object| {
            let object = fold(object);
            // Kotlin calls the parameter of a lambda so.
            (is_log(&object) && object != "it") || object.ends_with("logger") || object.ends_with("log")
        })
}

/// Whether a function with this name only looks at a text, keeps it, or compares it.
pub(super) fn keeps(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "push"
            | "map"
            | "entry"
            | "immutablemap"
            | "append"
            | "appendformat"
            | "writestring"
            | "includes"
            | "startswith"
            | "endswith"
            | "contains"
            | "equals"
            | "match"
            | "matches"
            | "test"
            | "indexof"
            | "has"
            | "split"
            | "set"
            | "add"
            | "hasprefix"
            | "hassuffix"
            | "expect"
            | "tobe"
            | "toequal"
            | "tohavebeencalledwith"
            | "assertequal"
            | "strpos"
            | "pregmatch"
            | "getitem"
            | "setitem"
            | "delete1"
            | "header"
            | "setheader"
            | "addheader"
            | "link"
            | "redirect"
            | "strcontains"
            | "startwith"
            | "search"
            | "exec"
            | "jsonstringify"
            | "stringify"
            | "addeventlistener"
            | "encode"
            | "dumps"
            | "marshal"
            | "eq"
            | "mock"
            | "nock"
            | "stubrequest"
            | "reply"
            | "require"
            | "import"
            | "usestate"
    )
}

/// Whether an object with this name serves requests and makes none.
pub(super) fn serves(object: &str) -> bool {
    matches!(
        fold(object).as_str(),
        "app"
            | "router"
            | "server"
            | "fastify"
            | "nock"
            | "mock"
            | "route"
            | "routes"
            | "msw"
            | "wiremock"
            | "blueprint"
            | "bp"
            | "map"
            | "cache"
            | "axiosmock"
            | "fetchmock"
            | "mockaxios"
            | "cy"
            | "redis"
            | "sessionstorage"
            | "localstorage"
            | "mux"
            | "localstore"
            | "mockserver"
    )
}

/// Keys under which an options object names what is called.
pub(super) const TARGET_KEYS: [&str; 15] = [
    "url",
    "uri",
    "path",
    "endpoint",
    "pathname",
    "resource",
    "route",
    "href",
    "apiPath",
    "requestUri",
    "RequestUri",
    "Path",
    "Url",
    "URL",
    "CURLOPT_URL",
];

/// Keys under which an options object names the method.
pub(super) const METHOD_KEYS: [&str; 8] =
    ["method", "verb", "httpMethod", "http_method", "type", "Method", "requestMethod", "customRequest"];

/// Whether a key beside a method names what is called: `url`, `endpoint`, `requestUrl`, `url_template`.
pub(super) fn names_target(key: &str) -> bool {
    let folded = fold(key);
    let folded = folded.strip_suffix("template").unwrap_or(&folded);
    TARGET_KEYS.contains(&key)
        || ["url", "uri", "endpoint", "path", "pathname", "route"].iter().any(|ending| folded.ends_with(ending))
}

/// Whether a key beside a path names the method.
pub(super) fn names_method(key: &str) -> bool {
    METHOD_KEYS.contains(&key)
        || matches!(fold(key).as_str(), "method" | "verb" | "httpmethod" | "httpverb" | "requestmethod")
}

/// Which of the two of a pair a member with this name is.
pub(super) fn part_of_pair(name: &str) -> Option<usize> {
    match name {
        "getKey" | "key" | "Key" | "first" | "First" | "Item1" | "getFirst" | "getLeft" => Some(0),
        "getValue" | "value" | "Value" | "second" | "Second" | "Item2" | "getSecond" | "getRight" => Some(1),
        _ => None,
    }
}
