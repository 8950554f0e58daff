//! `hubscope url` from flags: which scopes stand where, and how the link is written.

use super::run::{CLIENT_ID, assert_says, hubscope, url};

#[test]
fn the_link_of_the_documentation_is_printed_as_one_line() {
    let run = url("--feature webhooks.classic:contact.creation,deal.propertyChange --feature cards.app:contacts \
                   --scope crm.lists.read --conditional automation --optional crm.export");
    assert_eq!(
        run.run().exits(0).out,
        format!(
            "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}\
             &redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Foauth-callback\
             &scope=oauth%20crm.lists.read%20crm.objects.contacts.read%20crm.objects.deals.read\
             &optional_scope=crm.export\n"
        )
    );
}

#[test]
fn oauth_is_first_and_the_other_scopes_are_sorted() {
    let link =
        url("--scope tickets automation crm.lists.read --scope crm.import --optional crm.export accounting").link();
    assert_eq!(link.scope, ["oauth", "automation", "crm.import", "crm.lists.read", "tickets"]);
    assert_eq!(link.optional_scope, ["accounting", "crm.export"]);
}

#[test]
fn a_space_is_written_as_percent_20_and_an_empty_list_is_left_out() {
    let out = url("--scope crm.import").run().out;
    assert_says(&out, &["scope=oauth%20crm.import"]);
    assert!(!out.contains("optional_scope") && !out.contains('+') && !out.contains("state="), "{out}");
}

#[test]
fn a_list_of_scopes_may_come_as_one_word_as_it_stands_in_a_link() {
    let link = url("--scope 'crm.import crm.lists.read,tickets'").link();
    assert_eq!(link.scope, ["oauth", "crm.import", "crm.lists.read", "tickets"]);
    let link = url("--conditional 'automation forms' --with 'automation forms'").link();
    assert_eq!(link.scope, ["oauth", "automation", "forms"]);
}

#[test]
fn a_conditional_scope_is_in_a_link_that_asks_for_it_and_in_no_other() {
    let done = url("--conditional automation").run().exits(0);
    assert!(!done.out.contains("automation"), "{done:?}");
    assert_says(&done.err, &["conditionally required", "automation", "--with"]);
    assert_eq!(url("--conditional automation --with automation").link().scope, ["oauth", "automation"]);
}

#[test]
fn a_feature_of_some_links_is_added_by_its_own_name() {
    let link = url("--feature automation.workflows@per-link --with automation.workflows").link();
    assert_eq!(link.scope, ["oauth", "automation"]);
}

#[test]
fn several_options_are_added_as_they_were_chosen() {
    let link =
        url("--feature crm.objects.deals:read,write@per-link --with crm.objects.deals:read,write@per-link").link();
    assert_eq!(link.scope, ["oauth", "crm.objects.deals.read", "crm.objects.deals.write"]);
    let said = url("--feature crm.objects.deals:read@per-link --with crm.objects.deals:read,write").refusal();
    assert_says(&said, &["crm.objects.deals:write is not in this plan", "--feature crm.objects.deals:write@per-link"]);
}

#[test]
fn a_feature_that_accounts_may_lack_is_optional() {
    let link = url("--feature crm.owners@if-available").link();
    assert_eq!(
        (link.scope, link.optional_scope),
        (vec!["oauth".to_owned()], vec!["crm.objects.owners.read".to_owned()])
    );
}

#[test]
fn a_webhook_stays_required_and_a_wish_for_less_is_answered() {
    let done = url("--feature webhooks.classic:contact.creation@per-link").run().exits(0);
    assert_says(&done.out, &["scope=oauth%20crm.objects.contacts.read"]);
    assert_says(&done.err, &["cannot be per-link", "HubSpot checks it when the feature is set up", "always needed"]);
}

#[test]
fn what_the_plan_does_not_have_cannot_be_added_to_a_link() {
    let said = url("--with automation").refusal();
    assert_says(
        &said,
        &["match/not-configured", "automation is not in this plan", "mismatch", "--conditional automation"],
    );
    let said = url("--optional crm.export --with crm.export").refusal();
    assert_says(&said, &["match/optional-in-scope", "crm.export is optional", "fix: "]);
}

#[test]
fn a_scope_has_one_type_and_two_are_a_contradiction() {
    let said = url("--scope crm.export --optional crm.export").trouble();
    assert_says(&said, &["crm.export is given as required and as optional"]);
}

#[test]
fn the_account_stands_in_the_path() {
    let link = url("--account 123456").link();
    assert_eq!((link.host.as_str(), link.account.as_deref()), ("app.hubspot.com", Some("123456")));
    assert_says(&url("--account acme").refusal(), &["The account id \"acme\" is not a number", "fix: "]);
}

#[test]
fn every_region_has_its_host() {
    let hosts = [
        ("na1", "app.hubspot.com"),
        ("na2", "app-na2.hubspot.com"),
        ("na3", "app-na3.hubspot.com"),
        ("eu1", "app-eu1.hubspot.com"),
        ("ap1", "app-ap1.hubspot.com"),
    ];
    for (region, host) in hosts {
        assert_eq!(url(&format!("--host {region}")).link().host, host);
    }
    assert_says(&url("--host mars").trouble(), &["'mars'", "na1, na2, na3, eu1, ap1"]);
}

#[test]
fn a_state_is_carried_as_it_was_given() {
    assert_eq!(url("--state 'a b&c=d#é'").link().state.as_deref(), Some("a b&c=d#é"));
}

#[test]
fn an_automatic_state_is_another_one_each_time() {
    let states = [(); 2].map(|()| url("--state auto").link().state.unwrap());
    assert_ne!(states[0], states[1]);
    assert!(states[0].len() == 32 && states[0].bytes().all(|b| b.is_ascii_hexdigit()), "{}", states[0]);
}

#[test]
fn a_snippet_holds_the_link_ready_to_paste() {
    let start = "https://app.hubspot.com/oauth/authorize?client_id=";
    for (kind, around) in [
        ("env", "HUBSPOT_INSTALL_URL='"),
        ("curl", "curl -sS "),
        ("node", "res.redirect("),
        ("python", "return redirect("),
        ("html", "<a href=\""),
    ] {
        assert_says(&url(&format!("--snippet {kind}")).run().exits(0).out, &[around, start]);
    }
    assert_says(&url("--snippet html").run().out, &["&amp;redirect_uri="]);
}

#[test]
fn a_link_that_hubspot_would_refuse_is_printed_by_force_only() {
    let said = url("--scope contacts").refusal();
    assert_says(&said, &["error[scope/retired]", "HubSpot says: ", "fix: ", "--force"]);
    let done = url("--scope contacts --force").run().exits(0);
    assert_says(&done.out, &["scope=oauth%20contacts"]);
    assert_says(&done.err, &["error[scope/retired]"]);
}

#[test]
fn a_name_that_no_source_has_is_refused_with_what_is_near() {
    assert_says(
        &url("--scope crm.objects.lists.read").refusal(),
        &["is in no HubSpot source", "Did you mean crm.lists.read"],
    );
    assert_says(&url("--scope qqqqqqqq").refusal(), &["qqqqqqqq is in no HubSpot source", "hubscope catalog scopes"]);
}

#[test]
fn an_unknown_feature_offers_the_nearest_ones() {
    for (wrong, right) in [
        ("webhook.classic:contact.creation", "webhooks.classic"),
        ("crm.contact", "crm.objects.contacts"),
        ("webhooks.classic:contact.creaton", "contact.creation"),
        ("webhooks.classic", "webhooks.classic:contact.creation"),
        ("webhooks.classic:", "webhooks.classic:contact.creation"),
        ("crm.owners@sometimes", "@if-available"),
        ("nothing-like-it", "hubscope catalog features"),
    ] {
        assert_says(&url("").arg("--feature").arg(wrong).trouble(), &["hubscope: --feature", right]);
    }
}

#[test]
fn a_parameter_that_the_option_does_not_take_is_named() {
    let said = url("").arg("--feature").arg("webhooks.classic:deal.propertyChange[property=amount]").trouble();
    assert_says(&said, &["takes no parameter \"property\"", "propertyName"]);
}

#[test]
fn without_client_id_and_redirect_url_both_are_asked_for() {
    let said = hubscope("url").refusal();
    assert_says(&said, &["url/missing-client-id", "url/missing-redirect-uri", "localhost:3000", "Auth page"]);
}

#[test]
fn a_client_id_with_spaces_is_refused() {
    let run = hubscope("url --redirect-uri https://a.example/cb --client-id '3f2b8c1e 0a4d 4e6f 9b7a 5c8d2e1f0a3b'");
    assert_says(&run.refusal(), &["url/malformed-client-id", "has spaces in it", "HubSpot says: "]);
}

#[test]
fn a_redirect_url_without_scheme_is_written_out_whole() {
    let run = hubscope(&format!("url --client-id {CLIENT_ID} --redirect-uri shop.example/cb"));
    assert_says(&run.refusal(), &["url/redirect-not-absolute", "has no scheme", "https://shop.example/cb"]);
    let run = hubscope(&format!("url --client-id {CLIENT_ID} --redirect-uri localhost:3000/cb"));
    assert_says(&run.refusal(), &["Write it whole: http://localhost:3000/cb."]);
}

#[test]
fn a_redirect_url_is_https_with_a_name_or_http_on_localhost() {
    for (redirect, rule) in [
        ("http://shop.example/cb", "url/redirect-not-https"),
        ("https://10.0.0.1/cb", "url/redirect-ip-address"),
        ("https://", "url/redirect-not-absolute"),
        ("https://${HOST}/cb", "config/placeholder"),
    ] {
        let run = hubscope(&format!("url --client-id {CLIENT_ID} --redirect-uri {redirect}"));
        assert_says(&run.refusal(), &[rule, "fix: "]);
    }
}

#[test]
fn the_client_id_may_come_from_the_environment_and_the_flag_wins() {
    let other = "00000000-0000-0000-0000-000000000000";
    let run = || hubscope("url --redirect-uri https://a.example/cb").env("HUBSPOT_CLIENT_ID", other);
    assert_eq!(run().link().client_id, other);
    assert_eq!(run().arg("--client-id").arg(CLIENT_ID).link().client_id, CLIENT_ID);
}

#[test]
fn a_variable_that_is_set_to_nothing_says_nothing() {
    let run = hubscope("url --plan plan.json").env("HUBSPOT_CLIENT_ID", "").file(
        "plan.json",
        format!(r#"{{"app": {{"client_id": "{CLIENT_ID}", "redirect_url": "https://a.example/cb"}}}}"#),
    );
    assert_eq!(run.link().client_id, CLIENT_ID);
}

#[test]
fn a_path_is_a_project_or_a_plan() {
    let plan = r#"{"version": 1, "app": {"client_id": "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b", "redirect_url": "https://shop.example/cb"}}"#;
    let run = |line: &str| hubscope(line).file("demo/hubscope.json", plan);
    let by_path = run("url demo").run().exits(0).out;
    assert_eq!(by_path, run("url --plan demo/hubscope.json").run().exits(0).out);
    assert_eq!(by_path, run("url demo/hubscope.json").run().exits(0).out);
    assert!(run("url demo --plan demo/hubscope.json").trouble().contains("cannot be used with"));
    assert!(run("url tests").trouble().contains("cannot open tests"));
}
