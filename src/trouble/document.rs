//! Files and answers that are pasted where an error is expected: what they are, and what reads them.

use serde_json::{Map, Value};

use super::text::Text;

/// A document that is no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The config file of an app, or its lists of scopes.
    App,
    /// The config file of another component.
    Component,
    /// `hsproject.json`.
    Project,
    /// `package.json`.
    Package,
    /// hubscope's own plan.
    Plan,
    /// What a token endpoint gave.
    Tokens,
    /// What is known of a token: an introspection, or the info of a private app.
    TokenInfo,
}

impl Document {
    /// What it is, as the rest of `that is …`.
    pub fn name(self) -> &'static str {
        match self {
            Self::App => "the config file of an app",
            Self::Component => "the config file of a component",
            Self::Project => "hsproject.json of a HubSpot project",
            Self::Package => "package.json",
            Self::Plan => "a plan of hubscope",
            Self::Tokens => "the answer of a token endpoint",
            Self::TokenInfo => "the answer of a token introspection",
        }
    }

    /// What to do with it instead.
    pub fn instead(self) -> &'static str {
        match self {
            Self::App | Self::Component | Self::Project => "hubscope check judges it",
            Self::Package => "hubscope scan finds the calls of the code beside it",
            Self::Plan => "hubscope url --plan builds its link",
            Self::Tokens => {
                "it holds tokens, so keep it to yourself; hubscope explain introspection says how to read what they may do"
            }
            Self::TokenInfo => {
                "it says what one account granted, not what the app's settings are; hubscope explain account-scopes says how to read it"
            }
        }
    }
}

/// What `text` is, where it is such a document and no error stands in it.
pub(super) fn document(text: &Text) -> Option<Document> {
    let objects = || text.values.iter().filter_map(Value::as_object);
    if objects().any(is_error) {
        return None;
    }
    objects().next().and_then(kind).or_else(|| by_words(&text.plain))
}

/// What `text` is, where it is a token's answer, whole: it is no settings of an app.
pub fn token_answer(text: &str) -> Option<Document> {
    document(&Text::read(text)).filter(|found| matches!(found, Document::Tokens | Document::TokenInfo))
}

/// HubSpot's errors have these; some are told in the shape of OAuth.
fn is_error(object: &Map<String, Value>) -> bool {
    let has = |key: &str| object.contains_key(key);
    has("category") && has("message")
        || has("correlationId") && has("message")
        || object
            .get("status")
            .and_then(Value::as_str)
            .is_some_and(|status| status.eq_ignore_ascii_case("error") || status.starts_with("BAD_"))
        || object.get("error").is_some_and(|error| !error.is_null()) && !has("access_token")
        || has("errors") && has("message")
}

fn kind(object: &Map<String, Value>) -> Option<Document> {
    let has = |key: &str| object.contains_key(key);
    let inner = |key: &str| object.get(key).and_then(Value::as_object);
    let auth =
        inner("config").and_then(|config| config.get("auth")).or_else(|| object.get("auth")).and_then(Value::as_object);
    let lists = |object: &Map<String, Value>| {
        ["requiredScopes", "optionalScopes", "conditionallyRequiredScopes", "redirectUrls"]
            .iter()
            .any(|key| object.contains_key(*key))
    };
    if auth.is_some_and(lists) || inner("config").is_some_and(lists) || lists(object) {
        Some(Document::App)
    } else if has("uid") && has("type") && has("config") {
        Some(if object.get("type").is_some_and(|kind| kind == "app") { Document::App } else { Document::Component })
    } else if has("srcDir") && (has("name") || has("platformVersion")) {
        Some(Document::Project)
    } else if ["dependencies", "devDependencies", "scripts"].iter().any(|key| has(key))
        && (has("name") || has("version"))
    {
        Some(Document::Package)
    } else if object.get("access_token").or_else(|| object.get("accessToken")).is_some() {
        Some(Document::Tokens)
    } else if is_token_info(object) {
        Some(Document::TokenInfo)
    } else if has("version") && inner("app").is_some() && (has("features") || has("scopes") || has("links")) {
        Some(Document::Plan)
    } else {
        None
    }
}

fn is_token_info(object: &Map<String, Value>) -> bool {
    let has = |key: &str| object.contains_key(key);
    let of_account = has("hub_id") || has("hubId") || has("client_id") || has("app_id") || has("appId");
    object.get("active").is_some_and(Value::is_boolean)
        || has("token_use")
        || of_account && (has("scopes") || has("scope"))
}

/// A config file with comments, or one that is cut off, is no JSON; its words tell.
fn by_words(text: &str) -> Option<Document> {
    let has = |word: &str| text.contains(word);
    let is_refusal =
        ["MISSING_SCOPES", "following scopes are required", "granted all required scopes", "correlationId"];
    let others = ["redirectUrls", "permittedUrls", "optionalScopes", "conditionallyRequiredScopes"];
    let is_config =
        has("requiredScopes") && others.iter().any(|word| has(word)) && !is_refusal.iter().any(|word| has(word));
    is_config.then_some(Document::App)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_answers_are_told_from_errors() {
        let of = |text: &str| document(&Text::read(text));
        for (text, is) in [
            (
                r#"{"uid":"a","type":"app","config":{"auth":{"type":"oauth","requiredScopes":["oauth"]}}}"#,
                Document::App,
            ),
            (r#"{"name":"a","auth":{"requiredScopes":["oauth"]}}"#, Document::App),
            (r#"{"requiredScopes":["oauth"]}"#, Document::App),
            ("{ // my app\n \"requiredScopes\": [\"oauth\"], \"redirectUrls\": [", Document::App),
            (r#"{"uid":"a","type":"card","config":{}}"#, Document::Component),
            (r#"{"name":"a","srcDir":"src","platformVersion":"2025.2"}"#, Document::Project),
            (r#"{"name":"a","version":"1.0.0","dependencies":{"@hubspot/api-client":"^11"}}"#, Document::Package),
            (r#"{"access_token":"HIDDEN","refresh_token":"HIDDEN","expires_in":1800}"#, Document::Tokens),
            (r#"{"active":true,"hub_id":1,"scopes":["oauth"]}"#, Document::TokenInfo),
            (r#"{"active":false}"#, Document::TokenInfo),
            (r#"{"userId":1,"hubId":2,"appId":3,"scopes":["crm.lists.read"]}"#, Document::TokenInfo),
        ] {
            assert_eq!(of(text), Some(is), "{text}");
        }
        for text in [
            r#"{"status":"error","message":"x","category":"MISSING_SCOPES","errors":[{"context":{"requiredScopes":["a"]}}]}"#,
            r#"{"error":"invalid_grant","status":"BAD_REFRESH_TOKEN"}"#,
            r#"{"requiredScopes":["a"]} {"status":"error","message":"x"}"#,
            r#"{"message":"hello"}"#,
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
