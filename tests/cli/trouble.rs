//! `hubscope explain` on errors: sentences of the install page, the token endpoint, bodies of a 403.

use serde_json::json;

use super::run::{assert_says, hubscope};

const BODY: &str = r#"{"status":"error","message":"This app hasn't been granted all required scopes to make this call.",
    "category":"MISSING_SCOPES","errors":[{"message":"All of the following scopes are required.",
    "context":{"requiredScopes":["contacts"]}}]}"#;

#[test]
fn the_wrong_role_is_no_fault_of_the_app_and_no_matter_of_end_users() {
    let page =
        hubscope("explain").arg("You do not have the correct role to grant these permissions.").run().exits(0).out;
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = ["Super Admin", "neither switched off nor blocked", "end users need none of it", "to log in"];
    assert_says(&flat, &parts);
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}

#[test]
fn an_error_as_json_has_the_promised_fields() {
    let told = hubscope("explain").arg("Authorization failed because the provided scopes are insufficient.").json();
    for field in ["kind", "cause", "who_fixes", "scopes", "fix", "confidence"] {
        assert!(!told[field].is_null(), "{field}: {told:#}");
    }
    assert_eq!((&told["kind"], &told["confidence"]), (&json!("error"), &json!("documented")));
}

#[test]
fn the_endpoint_decides_what_a_403_lacks_and_a_body_alone_gives_its_names() {
    let with_call = hubscope("explain").arg("GET /crm/v3/owners/").arg(BODY).json();
    assert_eq!(with_call["scopes"], json!(["crm.objects.owners.read"]));
    let read = hubscope("explain").arg("GET /crm/v3/owners/").arg("-").stdin(BODY).json();
    assert_eq!(read, with_call);
    let alone = hubscope("explain -").stdin(BODY).json();
    assert!(alone["scopes"].as_array().unwrap().contains(&json!("crm.objects.contacts.read")), "{alone:#}");
    let page = hubscope("explain -").stdin(BODY).run().exits(0).out;
    assert_says(&page, &["Causes, the likeliest first", "refreshing adds nothing", "introspect"]);
}

#[test]
fn errors_of_the_token_endpoint_are_known() {
    let codes = [
        ("BAD_REDIRECT_URI", "redirect_uri"),
        ("BAD_AUTH_CODE", "code"),
        ("{\"error\":\"invalid_grant\"}", "refresh token"),
        ("BAD_CLIENT_SECRET", "client secret"),
    ];
    for (code, part) in codes {
        let told = hubscope("explain").arg(code).json();
        assert_eq!(told["where"], "token endpoint");
        assert_says(told["cause"].as_str().unwrap(), &[part]);
    }
}

#[test]
fn a_page_of_permissions_leads_back_to_the_scopes() {
    let text = "You don't have the right permissions to install Acme\n- Workflows > Delete\n- Knowledge base settings";
    let told = hubscope("explain -").stdin(text).json();
    let rows: Vec<&str> =
        told["permissions"].as_array().unwrap().iter().map(|row| row["permission"].as_str().unwrap()).collect();
    assert_eq!(rows, ["Knowledge base settings", "Workflows > Delete"]);
}

#[test]
fn an_install_is_no_login_and_connected_apps_are_where_one_sees_them() {
    assert_says(&hubscope("explain login").run().exits(0).out, &["no login", "user-level apps"]);
    let told = hubscope("explain connected-apps").json();
    assert_eq!((&told["kind"], &told["name"]), (&json!("topic"), &json!("connected-apps")));
    assert_says(&hubscope("explain connected-apps").run().out, &["Settings > Integrations > Connected apps"]);
}

#[test]
fn a_text_that_is_too_long_or_for_another_subcommand_is_answered_at_once() {
    let long = hubscope("explain -").stdin(&"a long story ".repeat(100_000)).run().exits(1);
    assert!(long.err.len() < 400, "{}", long.err);
    let link =
        hubscope("explain").arg("https://app.hubspot.com/oauth/authorize?client_id=x&scope=oauth").run().exits(1);
    assert_says(&link.err, &["hubscope simulate"]);
    let list = hubscope("explain").arg("oauth crm.lists.read").run().exits(1);
    assert_says(&list.err, &["a list of 2 scopes"]);
}

/// A 403 that lacks one scope.
const LACKS_HUBDB: &str = r#"{"status":"error","message":"This app hasn't been granted all required scopes to make this call.",
    "category":"MISSING_SCOPES","errors":[{"message":"One or more of the following scopes are required.",
    "context":{"requiredGranularScopes":["hubdb"]}}]}"#;

#[test]
fn no_token_that_is_pasted_is_shown_in_any_form_of_answer() {
    let uuid = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";
    let tokens = [
        format!("pat-eu1-{uuid}"),
        uuid.to_owned(),
        format!("na1-{}", &uuid[..23]),
        "CPj7g5q2LBIHAAEAQAAAARiAAAAA0ABC12345xyz".to_owned(),
        "CiRuYTEtMWEyYi0zYzRkLTVlNmYtN2E4Yi05YzBkMWUyZjNhNGISFAgB".to_owned(),
    ];
    let around = [
        "@",
        "Authorization: Bearer @",
        "401 Unauthorized with Bearer @",
        "{\"access_token\":\"@\",\"refresh_token\":\"@\",\"expires_in\":1800}",
        "{\"status\":\"error\",\"message\":\"This oauth-token (@) does not have proper permissions! (requires any of [content])\"}",
        "curl -H 'Authorization: Bearer @' https://api.hubapi.com/crm/v3/owners",
        "an unknown sentence that has @ in it and nothing else of note",
        "GET /crm/v3/nowhere/@",
        "my.scope.@",
        "webhooks.classic:@",
    ];
    for token in &tokens {
        for text in around.map(|around| around.replace('@', token)) {
            for command in ["explain -", "explain - --json"] {
                let ran = hubscope(command).stdin(&text).run();
                assert!(
                    !(ran.out.clone() + &ran.err).contains(&token[8..]),
                    "{command} {text}: {} {}",
                    ran.out,
                    ran.err
                );
            }
        }
        let ran = hubscope("explain").arg(token).run();
        assert!(!(ran.out + &ran.err).contains(&token[8..]));
    }
}

#[test]
fn a_pasted_token_is_told_by_its_kind_and_one_that_may_be_several_is_asked_about() {
    let private = hubscope("explain pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b").json();
    let names = |told: &serde_json::Value| -> Vec<String> {
        told["may_be"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((&private["kind"], &private["name"]), (&json!("credential"), &json!(null)));
    for name in ["private-app", "static-auth", "service-key"] {
        assert!(names(&private).contains(&name.to_owned()), "{private:#}");
    }
    let uuid = names(&hubscope("explain 3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b").json());
    assert!(uuid.contains(&"client-id".to_owned()) && uuid.contains(&"refresh-token".to_owned()), "{uuid:?}");
}

#[test]
fn every_kind_of_token_is_explained_by_its_name() {
    for (words, id) in [
        ("private app", "private-app"),
        ("static auth", "static-auth"),
        ("service key", "service-key"),
        ("PAK", "personal-access-key"),
        ("hapikey", "hapikey"),
        ("developer key", "developer-key"),
        ("client credentials", "client-credentials"),
        ("user-level", "user-level"),
        ("mcp", "mcp-auth-app"),
        ("refresh token", "refresh-token"),
    ] {
        let told = hubscope("explain").arg(words).json();
        assert_eq!((&told["kind"], &told["name"]), (&json!("credential"), &json!(id)), "{words}");
        for field in ["is", "scopes", "change", "link", "token", "calls", "read"] {
            assert!(told[field]["text"].is_string() && told[field]["confidence"].is_string(), "{words}: {field}");
        }
        assert_says(&hubscope("explain").arg(words).run().exits(0).out, &["Its scopes", "Sources"]);
    }
}

#[test]
fn a_403_is_mended_as_the_kind_of_token_asks() {
    let fix = |kind: &str| hubscope("explain").arg("--auth").arg(kind).arg(LACKS_HUBDB).json()["fix"].to_string();
    assert_says(&fix("private-app"), &["Tick hubdb", "stays the same"]);
    assert_says(&fix("static"), &["requiredScopes", "upload"]);
    assert_says(&fix("service-key"), &["service key"]);
    assert_says(&fix("oauth"), &["into the link"]);
    for kind in ["private-app", "static", "service-key", "personal-access-key"] {
        assert!(!fix(kind).contains("the link"), "{kind}: {}", fix(kind));
    }
    let unknown = hubscope("explain").arg(LACKS_HUBDB).json();
    assert_says(unknown["fix"].as_str().unwrap(), &["into the link"]);
    assert_says(&unknown["notes"].to_string(), &["Private app: tick hubdb", "Service key:"]);
    let beside = hubscope("explain").arg(&format!("pat-na1-3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b {LACKS_HUBDB}")).json();
    assert_says(beside["fix"].as_str().unwrap(), &["It depends on what the token is", "tick hubdb"]);
    let wrong = hubscope("explain --auth basic").arg(LACKS_HUBDB).run().exits(2);
    assert_says(&wrong.err, &["service-key"]);
}

#[test]
fn what_is_no_error_is_never_read_as_one() {
    for (text, part) in [
        (
            "{\"uid\":\"a\",\"type\":\"app\",\"config\":{\"auth\":{\"type\":\"oauth\",\"requiredScopes\":[\"oauth\"]}}}",
            "hubscope check",
        ),
        ("{\"name\":\"a\",\"version\":\"1.0.0\",\"dependencies\":{}}", "hubscope scan"),
        ("{\"active\":true,\"hub_id\":1,\"scopes\":[\"oauth\",\"crm.lists.read\"]}", "account-scopes"),
    ] {
        let ran = hubscope("explain -").stdin(text).run().exits(1);
        assert_says(&ran.err, &[part, "no error"]);
        assert_says(&hubscope("explain - --json").stdin(text).run().exits(1).out, &["\"unknown\""]);
    }
}

#[test]
fn a_beginning_that_sentences_share_names_them_all_and_claims_none() {
    let ran = hubscope("explain").arg("Couldn\u{2019}t complete the connection").run().exits(1);
    assert_says(&ran.err, &["install.insufficient", "install.mismatch", "install.invalid-scope", "install.tier"]);
}

#[test]
fn the_call_and_the_body_are_found_in_what_libraries_print() {
    let python = "(403)\nReason: Forbidden\nHTTP response headers: HTTPHeaderDict({'Content-Type': 'application/json'})\n\
        HTTP response body: {\"status\":\"error\",\"message\":\"This app hasn't been granted all required scopes to make this call.\",\
        \"errors\":[{\"message\":\"One or more of the following scopes are required.\",\"context\":{\"requiredGranularScopes\":\
        [\"crm.objects.owners.read\"]}}],\"category\":\"MISSING_SCOPES\"}";
    let guzzle = "Client error: `GET https://api.hubapi.com/crm/v3/owners/?limit=1` resulted in a `403 Forbidden` response:\n\
        {\"status\":\"error\",\"message\":\"This app hasn't been granted all required scopes to make this (truncated...)";
    let axios = "AxiosError: Request failed with status code 403\n  config: { method: 'get', url: 'https://api.hubapi.com/crm/v3/owners' }";
    let page = "GET /crm/v3/owners {&quot;message&quot;:&quot;The scope needed for this API call isn&#39;t available for public use.&quot;,\
        &quot;category&quot;:&quot;MISSING_SCOPES&quot;}";
    let requests =
        "requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.hubapi.com/crm/v3/owners";
    for text in [python, guzzle, axios, page, requests] {
        let told = hubscope("explain -").stdin(text).json();
        assert_eq!(
            (&told["kind"], &told["scopes"]),
            (&json!("error"), &json!(["crm.objects.owners.read"])),
            "{text}: {told:#}"
        );
    }
}

#[test]
fn the_words_of_the_questions_are_topics_and_all_of_them_are_listed() {
    let all = hubscope("explain").run().exits(0).out;
    for word in [
        "required",
        "conditional",
        "optional",
        "optional_scope",
        "scope",
        "reconnect",
        "login",
        "connected-apps",
        "tiers",
        "who-can-install",
        "app-governance",
    ] {
        assert_eq!(hubscope("explain").arg(word).json()["kind"], "topic", "{word}");
        assert_says(&all, &[word]);
    }
    assert_says(&all, &["private-app", "service-key"]);
    assert_says(&hubscope("explain reconnect").run().exits(0).out, &["keep what they were granted", "Refreshing"]);
    assert_says(&hubscope("explain optional").run().exits(0).out, &["left out"]);
    assert_says(&hubscope("explain webhooks.classic").run().exits(0).out, &["contact"]);
    assert_says(
        &hubscope("explain webhooks.classic:deal.creation --as-of 2019-12-01").run().exits(0).out,
        &["contacts"],
    );
}

#[test]
fn an_answer_about_a_token_is_no_settings() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token.json");
    std::fs::write(&file, r#"{"active":true,"hub_id":1,"client_id":"x","scopes":["oauth"]}"#).unwrap();
    let file = file.to_str().unwrap();
    let link = "https://app.hubspot.com/oauth/authorize?client_id=x&redirect_uri=https%3A%2F%2Fa.example&scope=oauth";
    let ran = hubscope("diff").arg(file).arg(link).run().exits(2);
    assert_says(&ran.err, &["token introspection", "no settings"]);
    assert_says(&hubscope("check").arg(file).run().exits(2).err, &["token introspection"]);
}
