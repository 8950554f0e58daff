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
