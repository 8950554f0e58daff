//! `hubscope explain`: scopes, calls and features, in words and as JSON.

use serde_json::{Value, json};

use super::run::{Done, assert_says, hubscope};

fn explain(line: &str) -> Done {
    hubscope(&format!("explain {line}")).run()
}

fn told(line: &str) -> String {
    explain(line).exits(0).out
}

fn answer(line: &str) -> Value {
    hubscope(&format!("explain {line}")).json()
}

/// The lines of a text as one, so that it does not matter where they are broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_scope_is_told_with_tier_installer_features_endpoints_and_sources() {
    let out = flat(&told("crm.export"));
    assert_says(
        &out,
        &[
            "crm.export: Run bulk exports of CRM records",
            "Status in use (documented)",
            "Tier any account (documented)",
            "Installer a Super Admin has to grant it (documented)",
            "Features that need it on 2026-11-21 crm.export: CRM exports",
            "It opens 3, 3 of them alone: CRM/Exports 3.",
            "Optional is the better type",
            "Sources (documented, as of 2026-11-21) https://",
        ],
    );
}

#[test]
fn what_a_scope_asks_of_installers_is_what_simulate_says() {
    let out = flat(&told("crm.objects.contacts.write"));
    assert_says(
        &out,
        &[
            "Installer a Super Admin, or HubSpot Marketplace access with Contacts > View (reported) and Contacts > Edit (reported)",
        ],
    );
    let held = &answer("crm.objects.contacts.write")["permissions"][0];
    assert_eq!((&held["permission"], &held["confidence"]), (&"Contacts > View".into(), &"reported".into()));
}

#[test]
fn a_scope_as_json_has_the_promised_fields() {
    let scope = answer("crm.objects.contacts.read");
    for field in
        ["kind", "name", "summary", "status", "tier", "selectable", "replaced_by", "features", "confidence", "sources"]
    {
        assert!(!scope[field].is_null(), "{field}");
    }
    assert_eq!((&scope["kind"], &scope["replaces"]), (&json!("scope"), &json!(["contacts"])));
    assert!(scope["endpoints"].as_u64().unwrap() > 30, "{scope:#}");
}

#[test]
fn the_catalog_and_an_explanation_give_the_same_json() {
    let of = |line: &str| hubscope(line).json()[0].clone();
    assert_eq!(of("catalog scopes crm.export"), answer("crm.export"));
    let mut owners = answer("'GET /crm/v3/owners'");
    owners.as_object_mut().unwrap().shift_remove("facts_as_of");
    assert_eq!(of("catalog endpoints GET /crm/v3/owners"), owners);
    let mut feature = answer("cards.app");
    feature.as_object_mut().unwrap().shift_remove("as_of");
    assert_eq!(of("catalog features cards.app"), feature);
}

#[test]
fn the_type_that_is_advised_has_its_reason() {
    assert_says(
        &flat(&told("crm.objects.contacts.read")),
        &["Required where the app has one of these: webhooks.classic"],
    );
    assert_says(&flat(&told("automation")), &["Optional or conditionally required", "Professional: Marketing Hub"]);
    assert_says(&flat(&told("oauth")), &["Required in every app and link"]);
    assert_says(&flat(&told("tickets")), &["legacy", "webhooks.classic:", "as one of several ways"]);
}

#[test]
fn old_and_internal_spellings_lead_to_the_name_to_ask_for() {
    let out = flat(&told("crm.objects.contacts.sensitive.read.v2"));
    assert_says(&out, &["Replaced by crm.objects.contacts.sensitive.read", "Ask for what replaces it."]);
    assert_says(&flat(&told("business_units.view.read")), &["old spelling", "Replaced by business_units_view.read"]);
    assert_says(&flat(&told("crm.app.objects.a1_car.view")), &["crm.app.objects.{fqn}.view", "Asked as"]);
}

#[test]
fn services_need_their_own_scope_to_be_written() {
    let out = flat(&told("'POST /crm/v3/objects/0-162'"));
    assert_says(&out, &["services (0-162)", "crm.objects.services.write (documented)"]);
    let found = answer("'POST https://api.hubapi.com/crm/v3/objects/0-162?a=b'");
    assert_eq!((&found["object"], &found["confidence"]), (&json!("services"), &json!("documented")));
    let own = json!(["crm.objects.services.write"]);
    assert_eq!((&found["requirement"]["any_of"], &found["least"]), (&json!([own]), &own));
}

#[test]
fn memberships_are_told_with_what_was_observed() {
    let out = flat(&told("'PUT /crm/v3/lists/{listId}/memberships/add'"));
    assert_says(
        &out,
        &[
            "crm.lists.read + crm.lists.write (reported)",
            "Where specification and observation differ",
            "n8n-io/n8n#31190, 2026-05, reported",
            "The careful reading is the default",
        ],
    );
}

#[test]
fn the_least_of_several_ways_is_chosen_and_the_choice_is_explained() {
    assert_eq!(answer("'GET /crm/v3/properties/deals'")["least"], json!(["crm.schemas.deals.read"]));
    let out = flat(&told("'GET /crm/v3/properties/deals'"));
    assert_says(&out, &["fewer scopes that open records than the next way, crm.objects.deals.read"]);
    assert_eq!(answer("'GET /crm/v3/owners'")["least"], json!(["crm.objects.owners.read"]));
}

#[test]
fn a_call_may_be_given_as_two_words() {
    assert_eq!(answer("GET /crm/v3/owners"), answer("'get /crm/v3/owners/'"));
}

#[test]
fn without_the_object_it_is_said_what_to_give() {
    let found = answer("'GET /crm/v3/objects/{objectType}/{objectId}'");
    assert_eq!((&found["object_unknown"], &found["least"]), (&json!(true), &Value::Null));
    let out = flat(&told("'GET /crm/v3/objects/{objectType}/{objectId}'"));
    assert_says(&out, &["hangs on the object type", "\"GET /crm/v3/objects/deals/{objectId}\""]);
}

#[test]
fn calls_of_developers_of_users_of_nobody_and_of_old_are_told_apart() {
    assert_says(&flat(&told("'GET /webhooks/v3/1/settings'")), &["a call of the developer"]);
    assert_says(&flat(&told("'GET /commerce/payment-accounts/2026-09-beta/status'")), &["User-level apps only:"]);
    assert_says(&flat(&told("'POST /oauth/v1/token'")), &["None is needed (documented)."]);
    assert_says(&flat(&told("'POST /contacts/v1/contact'")), &["crm.objects.contacts.write", "no specification has"]);
}

#[test]
fn scopes_that_allow_a_call_and_scopes_that_do_not() {
    let call = "'GET /crm/v3/objects/deals/1' --scopes";
    assert_says(&told(&format!("{call} crm.lists.read,crm.objects.deals.read")), &["Allowed."]);
    let allowed = answer(&format!("{call} 'oauth crm.objects.deals.read'"));
    assert_eq!((&allowed["allowed"], &allowed["missing"]), (&json!(true), &json!([])));
    let done = explain(&format!("{call} crm.objects.deals.write,nonsense")).exits(1);
    assert_says(&flat(&done.out), &["Missing: crm.objects.deals.read.", "wording of crm.objects.deals.write includes"]);
    assert_says(&done.err, &["no scope nonsense"]);
    let refused = answer(&format!("{call} crm.lists.read"));
    assert_eq!((&refused["allowed"], &refused["missing"]), (&json!(false), &json!(["crm.objects.deals.read"])));
}

#[test]
fn only_what_is_lacking_counts_as_missing() {
    let call = "'PUT /crm/v3/lists/1/memberships/add' --scopes crm.lists.write";
    assert_eq!(answer(call)["missing"], json!(["crm.lists.read"]));
}

#[test]
fn whether_a_call_on_any_object_is_allowed_is_not_guessed() {
    let call = "'GET /crm/v3/objects/{objectType}/{objectId}' --scopes";
    assert_eq!(answer(&format!("{call} crm.objects.deals.read"))["allowed"], Value::Null);
    assert_eq!(answer(&format!("{call} crm.lists.read"))["allowed"], json!(false));
    assert_says(&explain(&format!("{call} crm.objects.deals.read")).exits(1).out, &["Not known"]);
}

#[test]
fn scopes_without_a_call_are_wrong_usage() {
    let err = hubscope("explain crm.export --scopes crm.export").trouble();
    assert_says(&err, &["--scopes goes with a call"]);
}

#[test]
fn a_feature_is_told_with_what_it_needs_now_and_needed_then() {
    let out = flat(&told("webhooks.classic"));
    assert_says(
        &out,
        &[
            "Needed on 2026-11-21 crm.objects.contacts.read (documented): contact.creation",
            "crm.objects.tickets.read (inferred), or tickets (documented): ticket.creation",
            "Needed from 2019-11-13 until 2022-07-31 contacts (documented): for all",
            "Type locked",
        ],
    );
    let feature = answer("cards.app:contacts");
    assert_eq!((&feature["kind"], &feature["id"]), (&json!("feature"), &json!("cards.app")));
    let options = feature["options"].as_array().unwrap();
    assert_eq!(options.len(), 1);
    assert_eq!(options[0]["requirement"]["any_of"], json!([["crm.objects.contacts.read"]]));
}

#[test]
fn in_2019_any_webhook_asked_for_contacts_on_deals_too() {
    for what in ["webhooks.classic", "webhooks.classic:deal.creation"] {
        let out = flat(&told(&format!("{what} --as-of 2019-12-01")));
        assert_says(&out, &["Needed on 2019-12-01 contacts (documented)", "on deals and other records as on contacts"]);
    }
    let feature = answer("webhooks.classic:deal.creation --as-of 2019-12-01");
    assert_eq!(feature["options"][0]["requirement"]["any_of"], json!([["contacts"]]));
    assert_says(&flat(&told("webhooks.classic --as-of 2018-01-01")), &["2018-01-01 not known for this date"]);
    let out = flat(&told("contacts --as-of 2019-12-01"));
    assert_says(&out, &["webhooks.classic: all", "Required on that day, for webhooks.classic", "gone today"]);
}

#[test]
fn where_a_name_is_a_scope_and_a_feature_the_scope_is_meant() {
    assert_eq!(answer("crm.export")["kind"], "scope");
    assert_eq!(answer("feature:crm.export")["kind"], "feature");
}

#[test]
fn what_is_not_known_has_near_names() {
    for (what, near) in [
        ("crm.objects.contact.read", "crm.objects.contacts.read"),
        ("crm.contact", "crm.objects.contacts"),
        ("webhook.classic", "webhooks.classic"),
        ("feature:crm.exports", "crm.export"),
        ("webhooks.classic:contact.creaton", "webhooks.classic:contact.creation"),
        ("contact.creation", "webhooks.classic:contact.creation"),
        ("'GET /crm/v3/ownerss'", "GET /crm/v3/owners"),
        ("'PUT /crm/v3/owners'", "GET /crm/v3/owners"),
        ("/crm/v3/owners", "GET /crm/v3/owners"),
    ] {
        assert_says(&hubscope(&format!("explain {what}")).refusal(), &[near]);
        let found = answer(what);
        assert_eq!(found["kind"], "unknown", "{what}");
        assert!(found["nearest"].as_array().unwrap().iter().any(|one| one == near), "{what}: {found:#}");
    }
    assert_says(&hubscope("explain qqq").refusal(), &["no scope, feature, call", "hubscope catalog scopes WORD"]);
    assert_says(&hubscope("explain GET").refusal(), &["the call has no path"]);
    assert_says(&hubscope("explain").trouble(), &["WHAT"]);
}

#[test]
fn a_page_fits_in_eighty_columns() {
    for what in ["crm.objects.contacts.read", "contacts", "webhooks.classic", "'GET /crm/v3/properties/deals'"] {
        for line in told(what).lines() {
            let is_one_word = line.split_whitespace().count() == 1;
            assert!(line.chars().count() <= 80 || is_one_word, "{line}");
        }
    }
}

#[test]
fn a_rule_is_told_with_when_it_fires_its_severity_and_its_source() {
    let out = flat(&told("config/placeholder"));
    assert_says(&out, &["config/placeholder: ", "Severity note at most", "--allow config/placeholder", "Source "]);
    let rule = answer("Config/Placeholder");
    assert_eq!(
        (&rule["kind"], &rule["id"], &rule["severity"]),
        (&json!("rule"), &json!("config/placeholder"), &json!("note"))
    );
    assert_eq!((&rule["family"], rule["source"].is_string()), (&json!("config"), true));
    for rule in hubscope::diagnostic::rule::all() {
        assert_eq!(answer(rule.id)["summary"], rule.summary);
    }
    assert_eq!(hubscope("catalog rules config placeholder").json(), json!([rule]));
}

#[test]
fn an_unknown_rule_has_its_neighbours_and_a_family_its_rules() {
    let done = explain("config/placeholders").exits(1);
    assert_says(&done.err, &["there is no rule \"config/placeholders\"", "    config/placeholder\n"]);
    assert_says(&explain("match/*").exits(1).err, &["a family of", "    match/required-missing\n"]);
    assert_eq!(answer("url/mising-state")["nearest"][0], "url/missing-state");
    assert_says(&explain("oauth/authorize").exits(1).err, &["is no scope, feature, call"]);
}

#[test]
fn what_is_printed_of_a_plan_can_be_asked_about_and_is_left_out_by_no_check() {
    let ahead = hubscope("url --as-of 2031-01-01 --client-id 3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b").run();
    assert_says(&ahead.err, &["[plan/future-date]"]);
    assert_says(&flat(&told("plan/future-date")), &["plan/future-date: ", "Told of a plan"]);
    let out = flat(&told("plan/unknown-link"));
    assert_says(&out, &["plan/unknown-link: A link was asked for", "Severity error at most: no link is built"]);
    assert_says(&out, &["Told of a plan", "What to do Use the name of one of the plan's links"]);
    assert!(!out.contains("Left out by"), "{out}");
    assert_eq!(answer("plan/unknown-link")["told_by"], "plan");
    assert_eq!(answer("plan/sunset")["told_by"], "check");
    let done = hubscope("check --allow plan/unknown-link x").run().exits(2);
    assert_says(&done.err, &["plan/unknown-link: there is no such rule"]);
}

#[test]
fn a_rule_says_what_to_do_with_an_example() {
    let out = flat(&told("code/scope-missing"));
    assert_says(&out, &["What to do Declare the scope in the app's settings", "Example fetch("]);
    let rule = answer("code/scope-missing");
    assert!(rule["fix"].is_string() && rule["example"].is_string(), "{rule}");
}

#[test]
fn words_that_are_no_name_find_what_they_mean_with_titles() {
    for (words, found) in [
        ("deal changes", "webhooks.classic:deal.propertyChange"),
        ("deal listen", "webhooks.classic:deal."),
        ("app card on companies", "cards.app:companies"),
    ] {
        let err = hubscope("explain").arg(words).run().exits(1).err;
        assert_says(
            &err,
            &["is no scope, feature, call, rule or error", "near it:", found, "an error, or a part of it"],
        );
    }
    assert_says(
        &hubscope("explain").arg("app card on companies").run().err,
        &["cards.app:companies  App cards, companies"],
    );
}

#[test]
fn a_part_of_a_sentence_is_enough() {
    for part in ["You don't have the right permissions", "mismatch between the scopes"] {
        hubscope("explain").arg(part).run().exits(0);
    }
}

#[test]
fn what_a_feature_would_change_in_an_app_is_told_before_it_is_added() {
    let plan = r#"{"version": 1, "app": {"name": "shop"}, "features": [{"feature": "webhooks.classic", "option": "deal.creation"}]}"#;
    let of = |what: &str| hubscope(&format!("explain {what} --plan shop.json")).file("shop.json", plan);
    let out = flat(&of("cards.app:companies").run().exits(0).out);
    assert_says(
        &out,
        &["Adding it to shop", "cards.app:companies: + crm.objects.companies.read", "needs Companies > View"],
    );
    let out = flat(&of("automation.workflows").run().exits(0).out);
    assert_says(&out, &["no longer installs on Free, Starter"]);
    let adding = of("webhooks.classic:deal.creation").json();
    assert_eq!(adding["adding"][0]["chosen"], true);
    assert_says(&of("crm.export").trouble(), &["--project and --plan go with a feature"]);
}

#[test]
fn a_sentence_is_shown_as_it_was_pasted_where_it_names_something() {
    let pasted = "You don't have the right permissions to install Acme Sync: Workflows > Delete";
    let out = flat(&hubscope("explain").arg(pasted).run().exits(0).out);
    assert_says(&out, &["install Acme Sync"]);
    assert!(!out.contains("{app}"), "{out}");
}

#[test]
fn sentences_of_the_settings_and_of_uploads_are_known_and_a_mismatch_may_be_a_missing_oauth() {
    let of = |text: &str| hubscope("explain").arg(text).run().exits(0).out;
    assert_says(&flat(&of("Your account doesn't have access to this scope")), &["developer's own account"]);
    let permissions =
        "The \"permissions\" field is not supported on platform version \"2025.2\". Upgrade to \"2026.09\" or later";
    assert_says(&flat(&of(permissions)), &["\"2025.2\"", "platformVersion"]);
    assert_says(&flat(&of("This is an unverified app")), &["banner is a warning"]);
    let mismatch = "Authorization failed because there is a mismatch between the scopes in the install URL and the app's \
                    configured scopes";
    assert_says(&flat(&of(mismatch)), &["oauth is missing from scope", "(reported)"]);
}

#[test]
fn a_403_that_names_a_retired_scope_alone_is_not_answered_with_all_that_took_its_place() {
    let body = r#"{"status":"error","category":"MISSING_SCOPES","errors":[{"message":"All of the following scopes are required.",
        "context":{"requiredScopes":["contacts"]}}]}"#;
    let told: Value = serde_json::from_str(&hubscope("explain --json").arg(body).run().exits(0).out).unwrap();
    assert_says(told["cause"].as_str().unwrap(), &["contacts", "depends on the call"]);
    assert_eq!(told["confidence"], "inferred");
    assert_says(told["fix"].as_str().unwrap(), &["Give the call before the answer"]);
}

#[test]
fn a_name_in_no_source_of_hubspots_is_unknown() {
    let told = hubscope("explain crm.schemas.products.read").run().exits(0).out;
    assert_says(&flat(&told), &["in no source of HubSpot's"]);
    assert!(!told.contains("inside HubSpot"), "{told}");
    let link = "https://app.hubspot.com/oauth/authorize?scope=oauth%20crm.schemas.products.read";
    assert_says(&hubscope("check").arg(link).run().out, &["scope/unknown", "is in no HubSpot source"]);
}

#[test]
fn an_object_is_answered_by_its_number_and_by_any_of_its_names() {
    for (name, plural) in [
        ("0-162", "services"),
        ("SERVICE", "services"),
        ("deal", "deals"),
        ("'line items'", "line_items"),
        ("MEETING_EVENT", "meetings"),
        ("p_bicycle", "custom"),
        ("2-4711", "custom"),
        ("object:contacts", "contacts"),
        ("owners", "owners"),
        ("'`0-3`'", "deals"),
    ] {
        let found = answer(name);
        assert_eq!((&found["kind"], &found["plural"]), (&json!("object"), &json!(plural)), "{name}");
    }
    let found = answer("deal");
    assert_eq!(found["needs"]["read"]["any_of"], json!([["crm.objects.deals.read"]]));
    assert!(found["sensitive"].as_array().unwrap().contains(&json!("crm.objects.deals.sensitive.write")));
    assert!(found["features"].as_array().unwrap().contains(&json!({"feature": "cards.app", "option": "deals"})));
    assert!(found["paths"].as_array().unwrap().contains(&json!("/crm/v3/objects/deals")));
    let out = flat(&told("0-162"));
    assert_says(&out, &["services (0-162): CRM records", "To read: crm.objects.services.read", "cards.app: services"]);
    assert_eq!(answer("contacts")["kind"], "scope", "a scope comes first");
    assert_says(&explain("object:contcats").exits(1).err, &["there is no object", "object:contacts"]);
}

#[test]
fn a_call_is_found_in_a_sentence_in_a_line_of_curl_and_behind_the_names_of_an_sdk() {
    for text in [
        "why do I get a 401 from GET https://api.hubapi.com/crm/v3/owners?limit=5, please",
        "curl -H 'a: b' \"https://api.hubapi.com/crm/v3/owners\"",
        "what does `GET /crm/v3/owners/` need?",
        "client.crm.owners.ownersApi.getPage(undefined, 1)",
    ] {
        let out = hubscope("explain --json").arg(text).run().exits(0).out;
        let found: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(found["endpoint"], "GET /crm/v3/owners", "{text}");
    }
    let err = hubscope("explain https://api.hubapi.com/crm/v3/owners").refusal();
    assert_says(&err, &["the call has no method", "GET /crm/v3/owners"]);
}

#[test]
fn a_sentence_that_is_not_known_has_no_list_of_what_shares_a_word_with_it() {
    for text in [
        "Where do I find the card after the page was loaded again",
        "Die Karte fehlt auf der Seite der Kontakte",
        "our webhooks stopped coming since Monday morning",
        "how many contacts can a free account have",
        "la liste des contacts ne charge plus",
        "please help",
    ] {
        let done = hubscope("explain --json").arg(text).run().exits(1);
        let found: Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!((&found["kind"], &found["nearest"]), (&json!("unknown"), &json!([])), "{text}");
    }
}

#[test]
fn a_name_of_hubspots_own_is_told_with_what_it_stands_for() {
    let found = answer("automation-access");
    assert_eq!(
        (&found["kind"], &found["status"], &found["replaced_by"]),
        (&json!("scope"), &json!("internal"), &json!(["automation"]))
    );
    assert_says(&flat(&told("automation-access")), &["Stands for automation", "reported"]);
}

#[test]
fn a_feature_with_a_slip_in_it_has_the_nearest_with_its_option() {
    for (what, near) in [
        ("webhook.classic:contact.create", "webhooks.classic:contact.creation"),
        ("webhooks.classic:deals.deleted", "webhooks.classic:deal.deletion"),
        ("card.app:company", "cards.app:companies"),
    ] {
        assert_eq!(answer(what)["nearest"][0], near, "{what}");
        assert_says(&explain(what).exits(1).err, &[near]);
    }
}

#[test]
fn what_a_name_is_about_is_known_before_its_letters_are_counted_whoever_asks() {
    for (name, meant, other) in [
        ("crm.objects.workflows.write", "automation", "crm.objects.forecasts.read"),
        ("crm.objects.audiences.read", "crm.lists.read", "crm.objects.invoices.read"),
        ("crm.objects.tasks_queue.read", "crm.objects.contacts.read", "crm.objects.carts.read"),
        ("companies.read", "crm.objects.companies.read", "ctas.read"),
    ] {
        let ids = "--client-id 3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b --redirect-uri https://shop.example/cb";
        let err = hubscope(&format!("url {ids} --scope {name}")).run().exits(1).err;
        let link = format!("https://app.hubspot.com/oauth/authorize?scope=oauth%20{name}");
        let checked = hubscope("check").arg(&link).run().exits(1).out;
        for said in [err, checked, explain(name).exits(1).err] {
            assert_says(&said, &[meant]);
            assert!(!said.contains(other), "{name}: {said}");
        }
    }
    let link = "https://app.hubspot.com/oauth/authorize?scope=offline";
    let out = flat(&hubscope("check").arg(link).run().exits(1).out);
    assert!(out.contains("asked for by its name") && !out.contains("Check its spelling"), "{out}");
}
