//! Tokens and secrets in texts: where they stand, of which shape each is, and the text without them.
//!
//! ```text
//!  text ─▶ find ─▶ spans with a shape ─▶ redact (what is shown) │ is_secret (what is kept)
//! ```
//! Owns the shapes of HubSpot's tokens and keys, and the names under which secrets stand. A shape is a hint and never a
//! proof: one UUID may be a code, a key or a client id. Nothing in here keeps a secret: a finding is a place and a shape.

mod found;
mod named;
mod scan;
mod shape;

pub use found::Found;
pub use shape::Shape;

/// What stands in the place of a secret.
pub const HIDDEN: &str = "HIDDEN";

/// A text without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The text, with [`HIDDEN`] in the place of each.
    pub text: String,
    /// The shapes of what was taken out, in order, each once.
    pub shapes: Vec<Shape>,
}

impl Redacted {
    /// Whether the text was a token or key and nothing else: alone, in quotes, or behind its name.
    pub fn is_a_credential_alone(&self) -> bool {
        let words = self.text.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'));
        let mut hidden = 0;
        let others = words.filter(|word| !word.is_empty()).filter(|word| {
            hidden += usize::from(*word == HIDDEN);
            *word != HIDDEN && !named::is_name(word)
        });
        others.count() == 0 && hidden == 1
    }
}

/// The tokens, keys and secrets of `text`, in order; no two overlap.
pub fn find(text: &str) -> Vec<Found> {
    scan::scan(text)
}

/// `text` without its secrets. UUIDs go, too: which of them is a client id, and public, the text rarely says.
pub fn redact(text: &str) -> Redacted {
    let found = find(text);
    let mut shown = String::with_capacity(text.len());
    let mut shapes = Vec::new();
    let mut from = 0;
    for Found { span, shape } in found {
        shown.push_str(&text[from..span.start]);
        shown.push_str(HIDDEN);
        from = span.end;
        if !shapes.contains(&shape) {
            shapes.push(shape);
        }
    }
    shown.push_str(&text[from..]);
    Redacted { text: shown, shapes }
}

/// Whether `text` holds what may be a token, a secret or a password. A UUID under no secret's name is none: client ids are
/// public.
pub fn is_secret(text: &str) -> bool {
    find(text).iter().any(|found| found.shape != Shape::Uuid)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";

    fn tokens() -> Vec<(String, Shape)> {
        vec![
            (format!("pat-na1-{UUID}"), Shape::PrivateToken),
            (format!("pat-eu1-{UUID}"), Shape::PrivateToken),
            (format!("PAT-AP1-{}", UUID.to_uppercase()), Shape::PrivateToken),
            ("CPj7g5q2LBIHAAEAQAAAARiAAAAA0ABC12345xyz".to_owned(), Shape::AccessToken),
            ("CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYAGQsF4".to_owned(), Shape::AccessToken),
            ("na1-1a2b-3c4d-5e6f-7a8b-9c0d1e2f3a4b".to_owned(), Shape::RegionKey),
            (
                "CiRuYTEtMWEyYi0zYzRkLTVlNmYtN2E4Yi05YzBkMWUyZjNhNGISFAgB+/xy0123456789==".to_owned(),
                Shape::PersonalAccessKey,
            ),
            (
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P".to_owned(),
                Shape::Jwt,
            ),
            ("0123456789abcdef0123456789abcdef".to_owned(), Shape::Long),
            (UUID.to_owned(), Shape::Uuid),
        ]
    }

    /// Texts in which a token is met, `@` in its place.
    const AROUND: [&str; 22] = [
        "@",
        "\"@\"",
        "Bearer @",
        "the token @, as it was copied",
        "Authorization: Bearer @",
        "curl -H 'Authorization: Bearer @' https://api.hubapi.com/crm/v3/owners",
        "curl \"https://api.hubapi.com/crm/v3/owners?hapikey=@&limit=1\"",
        "https://api.hubapi.com/oauth/v1/access-tokens/@",
        "https://api.hubapi.com/x?a=b%20@%26c",
        "{\"access_token\":\"@\",\"expires_in\":1800}",
        "{\"log\":\"{\\\"refresh_token\\\":\\\"@\\\"}\"}",
        "a line\\n@\\nanother",
        "HUBSPOT_TOKEN=@",
        "client_secret: @",
        "{'tokenKey': '@'}",
        "--client-secret @ --json",
        "&quot;token&quot;: &quot;@&quot;",
        "(@)",
        "[@]",
        "mail x to y: @",
        "token=>@",
        "<b>@</b>",
    ];

    #[test]
    fn no_token_of_any_shape_is_left_in_any_text_around_it() {
        for (token, shape) in tokens() {
            for around in AROUND {
                let text = around.replace('@', &token);
                let redacted = redact(&text);
                assert!(!redacted.text.contains(&token), "{around} keeps {shape:?}: {}", redacted.text);
                let longest = token.split(['-', '.', '=', '+', '/', '_']).max_by_key(|part| part.len()).unwrap();
                assert!(!redacted.text.contains(longest), "{around} keeps a part of {shape:?}: {}", redacted.text);
                assert!(!format!("{:?} {redacted:?}", find(&text)).contains(longest));
            }
            assert_eq!(find(&token).iter().map(|found| found.shape).collect::<Vec<_>>(), [shape], "{token}");
            assert_eq!(is_secret(&token), shape != Shape::Uuid);
        }
    }

    #[test]
    fn a_secret_is_known_by_its_name_whatever_its_letters() {
        for (text, shape) in [
            ("client_secret=hunter", Shape::ClientSecret),
            ("\"clientSecret\": \"hunter two\"", Shape::ClientSecret),
            ("https://shop.example/cb?code=abc&state=x", Shape::Code),
            ("https://shop.example/cb?token=abc", Shape::Secret),
            ("hapikey=demo", Shape::ApiKey),
            ("This oauth-token (Cz0d9e) does not have proper permissions!", Shape::Secret),
            ("This hapikey (0aff) does not have", Shape::ApiKey),
            ("https://ann:pw@shop.example/cb", Shape::Secret),
            ("password: correct7", Shape::Secret),
            ("x-hubspot-signature: a1b2c3d4e5", Shape::Secret),
            ("Authorization: Basic YW5uOnB3MTIzNA==", Shape::Secret),
        ] {
            assert_eq!(redact(text).shapes, [shape], "{text}");
            assert!(is_secret(text), "{text}");
        }
        assert_eq!(redact("a?client_secret=hunter&b=1").text, "a?client_secret=HIDDEN&b=1");
        assert_eq!(redact("This oauth-token (Cz0d9e) does").text, "This oauth-token (HIDDEN) does");
    }

    #[test]
    fn what_people_and_hubspot_write_is_no_secret() {
        for text in [
            "The access token is expired: refresh token: missing or invalid",
            "{\"error\":\"invalid_token\",\"token_type\":\"bearer\",\"status\":\"BAD_REFRESH_TOKEN\"}",
            "grant_type=refresh_token&token_type_hint=access_token",
            "Bearer undefined",
            "Authorization: Bearer ${TOKEN}",
            "https://shop.example/hubspot/oauth-callback-of-the-shop-2024",
            "crm.objects.custom.highly_sensitive.read.v2",
            "na1-partners, pat-na1, a private app token (pat-)",
            "GET /crm/v3/objects/contacts/{contactId}/associations/{toObjectType}",
            "CONVERSATIONS and COMPANIES, category=MISSING_SCOPES",
            "{\"code\": 403, \"message\": \"Forbidden\"}",
            "This refresh token (expired) is no access token",
            "",
        ] {
            assert_eq!(redact(text).text, text);
            assert!(!is_secret(text), "{text}");
        }
    }

    #[test]
    fn a_credential_alone_is_told_from_a_text_that_holds_one() {
        for text in [
            "pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
            "Authorization: Bearer CPj7g5q2LBIHAAEAQAAAARiAAAAA0",
            UUID,
        ] {
            assert!(redact(text).is_a_credential_alone(), "{text}");
        }
        for text in ["401 with pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b", "private app", &format!("{UUID} {UUID}")]
        {
            assert!(!redact(text).is_a_credential_alone(), "{text}");
        }
    }

    #[test]
    fn long_texts_are_read_once() {
        for text in ["a".repeat(400_000), "token=".repeat(70_000), "\"token\": ".repeat(40_000), "%2".repeat(200_000)] {
            let _ = redact(&text);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_its_spans_follow_one_another(text in "\\PC{0,80}") {
            let mut end = 0;
            for found in find(&text) {
                proptest::prop_assert!(found.span.start >= end && text.get(found.span.clone()).is_some());
                end = found.span.end;
            }
        }
    }
}
