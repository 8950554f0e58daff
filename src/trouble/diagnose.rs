//! From a text of trouble to its causes: the likely one first, the scopes that it is about, who mends it and how.

use super::diagnosis::{Diagnosis, Suspect};
use super::hand::{self, Hand};
use super::recognise::{Recognised, recognise};
use super::refusal;
use super::said::said;
use super::sentence;
use super::several;
use super::text::Text;
use super::told::add_names;
use crate::catalog::{Catalog, Credential, Matter, Message};
use crate::credential::{self, Redacted};

/// What is behind `text`: a sentence of HubSpot's, or the body of a 403, with the call beside it where it is known.
pub fn diagnose(catalog: &'static Catalog, text: &str) -> Option<Diagnosis> {
    diagnose_for(catalog, text, None)
}

/// The same for the kind of token that is at hand. What the text itself shows of the token goes before it.
pub fn diagnose_for(catalog: &'static Catalog, text: &str, at_hand: Option<&Hand>) -> Option<Diagnosis> {
    let mut shown = credential::redact(text);
    let several = several::first(catalog, &shown.text);
    let (part, more) = several.map_or((None, Vec::new()), |(part, more)| (Some(part), more));
    if let Some(part) = part {
        shown.text = part;
    }
    let message = match recognise(catalog, &shown.text)? {
        Recognised::Sentence(message) => message,
        Recognised::Body(_) => missing_scopes(catalog, &shown.text)?,
        Recognised::Link(_) | Recognised::Scopes(_) | Recognised::Document(_) => return None,
    };
    let mut diagnosis = told(catalog, message, &shown, at_hand);
    if !more.is_empty() {
        diagnosis.notes.insert(0, several::note(&more));
        diagnosis.more = more;
    }
    Some(diagnosis)
}

/// What is behind `text` where it is no whole sentence, but a part of one; of several, [`sharing`] names them.
pub fn diagnose_part(catalog: &'static Catalog, text: &str, at_hand: Option<&Hand>) -> Option<Diagnosis> {
    let shown = credential::redact(text);
    match sentence::parts(catalog, &shown.text)[..] {
        [message] => Some(told(catalog, message, &shown, at_hand)),
        _ => None,
    }
}

/// The sentences that all have `text` in them, where it does not tell which one it is of.
pub fn sharing(catalog: &'static Catalog, text: &str) -> Vec<&'static Message> {
    sentence::parts(catalog, text)
}

/// The sentence of a body: its own, or the general one.
fn missing_scopes(catalog: &'static Catalog, text: &str) -> Option<&'static Message> {
    let own = sentence::find(catalog, &Text::read(text).plain)
        .filter(|message| message.matter == Some(Matter::Scope) && !message.general);
    own.or_else(|| catalog.messages().get("api.missing-scopes"))
}

fn told(catalog: &'static Catalog, message: &'static Message, shown: &Redacted, at_hand: Option<&Hand>) -> Diagnosis {
    let text = Text::read(&shown.text);
    let message = since_1970(catalog, message, &text.plain);
    let in_text = hand::of_text(catalog, &shown.shapes, &text.plain);
    let is_foreign = at_hand.is_some_and(|own| !in_text.is_empty() && !in_text.contains(&own.kind));
    let own = at_hand.filter(|_| !is_foreign);
    let kinds = own.map_or(in_text, |own| vec![own.kind]);
    let mut diagnosis = start(message, kinds);
    diagnosis.said = said(catalog, message, &shown.text, &text);
    if let Some(other) = at_hand.filter(|_| is_foreign) {
        let note = format!("The token in the text is not that of the app at hand, which is: {}.", other.kind.name);
        diagnosis.notes.push(note);
    }
    if message.matter == Some(Matter::Scope) {
        refusal::decide(catalog, &text, own.map_or(&[], |own| &own.declared), &mut diagnosis);
    } else {
        add_names(catalog, &text.plain, &mut diagnosis);
    }
    if message.matter == Some(Matter::Token) {
        refused(&mut diagnosis);
    }
    diagnosis
}

fn start(message: &'static Message, kinds: Vec<&'static Credential>) -> Diagnosis {
    let first = Suspect {
        cause: message.cause.to_owned(),
        who_fixes: message.who_fixes,
        fix: message.fix.unwrap_or("See what it names.").to_owned(),
        confidence: message.confidence,
    };
    // Where no kind is known, the link's way is told first.
    let link = meant(&kinds);
    let fits = |of: &[&str]| {
        of.is_empty() || link.iter().copied().chain(kinds.iter().map(|kind| kind.id)).any(|id| of.contains(&id))
    };
    let others = message.also.iter().filter(|other| fits(&other.credentials)).map(|other| Suspect {
        cause: other.cause.to_owned(),
        who_fixes: other.who_fixes,
        fix: other.fix.to_owned(),
        confidence: other.confidence,
    });
    let own = fits(&message.credentials).then(|| first.clone());
    let mut causes: Vec<Suspect> = own.into_iter().chain(others).collect();
    if causes.is_empty() {
        causes.push(first);
    }
    Diagnosis {
        message,
        call: None,
        said: String::new(),
        causes,
        kinds,
        scopes: Vec::new(),
        any_of: false,
        permissions: Vec::new(),
        notes: Vec::new(),
        more: Vec::new(),
    }
}

/// The kind that is meant where none is known.
fn meant(kinds: &[&'static Credential]) -> Option<&'static str> {
    kinds.is_empty().then_some("oauth-token")
}

/// The mending of a token that is not accepted, by its kind.
fn refused(diagnosis: &mut Diagnosis) {
    if let Some(fix) = hand::rejected(&diagnosis.kinds)
        && let Some(first) = diagnosis.causes.first_mut()
    {
        first.fix = fix;
    }
}

/// A token that ran out in 1970 never was one.
const MOST_DAYS: u64 = 10_000;

/// `expired 20788 day(s) ago` counts from 1970: what was sent has no date in it.
fn since_1970(catalog: &'static Catalog, message: &'static Message, text: &str) -> &'static Message {
    let days = text.split_once("expired ").and_then(|(_, behind)| {
        let mut words = behind.split_whitespace();
        let count: u64 = words.next()?.replace(',', "").parse().ok()?;
        words.next()?.starts_with("day").then_some(count)
    });
    let is_that = message.id == "api.expired" && days.is_some_and(|days| days > MOST_DAYS);
    catalog.messages().get("api.no-access-token").filter(|_| is_that).unwrap_or(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Diagnosis {
        diagnose(Catalog::embedded(), text).unwrap_or_else(|| panic!("not recognised: {text}"))
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

        #[test]
        fn no_text_of_any_shape_makes_the_reading_panic(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "{", "}", "[", "]", "\"", ":", ",", "requiredScopes", "GET /crm/v3/owners ", "contacts", "é", "\u{1b}[",
                    ".v2", "MISSING_SCOPES", "One or more of the following scopes are required", "install", "\n", "{\"a\":",
                    "DELETE /crm/v3/objects/{objectType}/", "crm.objects.deals.read", "are invalid: ", "\u{2019}", "%20",
                    "\\", "\\u00", "&quot;", "curl ", "-X ", "method:", "/", "https://api.hubapi.com", "expired ", "1 day",
                    "pat-na1-", "does not have proper permissions", "requires any of [",
                ]),
                0..30,
            ),
        ) {
            let _ = diagnose(Catalog::embedded(), &parts.concat());
        }
    }

    #[test]
    fn megabytes_are_read_to_their_end() {
        // Ten of them in an optimised build, which reads them ten times as fast.
        const BYTES: usize = if cfg!(debug_assertions) { 300_000 } else { 10_000_000 };
        for part in ["[", "requiredScopes a.b [", "x: y, "] {
            let text = part.repeat(BYTES / part.len());
            let _ = diagnose(Catalog::embedded(), &text);
        }
    }

    #[test]
    fn the_names_of_a_sentence_are_taken_out_of_it() {
        let tier =
            told("Authorization failed because your account lacks access to the required scopes [automation, content]");
        assert_eq!(
            (tier.message.id, &tier.scopes[..]),
            ("install.tier", &["automation".to_owned(), "content".to_owned()][..])
        );
        let invalid = told("Authorization failed because one or more scopes are invalid: contacts");
        assert_eq!(invalid.scopes, ["contacts"]);
        assert!(invalid.notes[0].contains("crm.objects.contacts.read"));
    }

    #[test]
    fn a_page_of_missing_permissions_leads_to_the_scopes_behind_them() {
        let page = told("You don't have the right permissions to install Acme: Workflows > Delete, Forms > Publish");
        let of = |id: &str| page.permissions.iter().find(|(row, _)| row.id == id).map(|(_, scopes)| scopes.clone());
        assert!(of("workflows_delete").unwrap().contains(&"automation"));
        assert!(of("forms_publish").unwrap().contains(&"forms"));
    }

    #[test]
    fn a_token_that_is_not_accepted_is_no_matter_of_scopes_and_is_mended_by_its_kind() {
        let body = r#"{"status":"error","message":"Authentication credentials not found. This API supports OAuth 2.0 authentication","category":"INVALID_AUTHENTICATION"}"#;
        let alone = told(body);
        assert!(alone.message.matter == Some(Matter::Token) && alone.scopes.is_empty(), "{alone:?}");
        let private = told(&format!("our private app answers {body}"));
        assert!(private.causes[0].fix.contains("Auth tab"), "{:?}", private.causes[0]);
        let expired = told("The OAuth token used to make this call expired 3 hour(s) ago.");
        assert_eq!((expired.message.id, expired.scopes.len()), ("api.expired", 0));
        let never = told("The OAuth token used to make this call expired 20788 day(s) ago.");
        assert_eq!(never.message.id, "api.no-access-token");
    }

    fn for_kind(text: &str, kind: &str) -> Diagnosis {
        let kind = Catalog::embedded().credential(kind).unwrap();
        diagnose_for(Catalog::embedded(), text, Some(&Hand { kind, declared: Vec::new() })).unwrap()
    }

    #[test]
    fn a_static_token_never_runs_out() {
        let either = r#"{"message":"The access token is expired or invalid","category":"INVALID_AUTHENTICATION"}"#;
        let after = "The OAuth token used to make this call expired 5 hour(s) ago.";
        let bare = "401 Unauthorized";
        for kind in ["private-app", "project-private-app", "static-auth", "service-key"] {
            for text in [either, after, bare] {
                let told = for_kind(text, kind);
                assert!(
                    told.causes.iter().all(|one| !one.cause.contains("has run out") && !one.fix.contains("grant_type")),
                    "{kind}, {text}: {told:?}"
                );
            }
            assert!(for_kind(after, kind).causes[0].cause.contains("only OAuth access tokens run out"));
        }
        let pasted = told(&format!("Authorization: Bearer pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b\n{either}"));
        assert!(pasted.causes.iter().all(|one| !one.cause.contains("has run out")), "{pasted:?}");
        for found in [told(either), for_kind(either, "oauth-token"), for_kind(either, "user-level")] {
            assert_eq!((found.message.id, found.causes.len()), ("api.expired-or-invalid", 2));
            assert!(found.causes[0].cause.contains("has run out"), "{found:?}");
        }
        assert_eq!(for_kind(after, "oauth-token").causes.len(), 1);
    }

    #[test]
    fn a_limit_of_calls_and_a_lock_are_no_matter_of_scopes() {
        for (text, id) in [
            (r#"{"message":"You have reached your secondly limit.","errorType":"RATE_LIMIT"}"#, "api.rate-limit"),
            (
                r#"{"message":"You have reached your daily limit.","category":"RATE_LIMITS","policyName":"DAILY"}"#,
                "api.rate-limit",
            ),
            ("you have reached your ten_secondly_rolling limit", "api.rate-limit"),
            (r#"{"category":"RATE_LIMITS"}"#, "api.too-many-requests"),
            ("GET /crm/v3/objects/contacts: 429 Too Many Requests", "api.too-many-requests"),
            ("Request failed with status code 429", "api.too-many-requests"),
            ("Status 423 Locked", "api.locked"),
            ("POST /crm/v3/objects/companies/batch/upsert HTTP/1.1 423 Locked", "api.locked"),
        ] {
            let found = told(text);
            assert_eq!((found.message.id, found.scopes.len()), (id, 0), "{text}");
        }
    }
}
