//! `hubscope simulate`: who can install, what is left out, what the token then holds.

use serde_json::{Value, json};

use super::run::{CLIENT_ID, assert_says, hubscope};

fn link(scope: &str, optional: &str) -> String {
    let optional = if optional.is_empty() { String::new() } else { format!("&optional_scope={}", list(optional)) };
    format!(
        "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope={}{optional}",
        list(scope)
    )
}

fn list(names: &str) -> String {
    names.replace(' ', "%20")
}

fn answer(link: &str, flags: &str) -> Value {
    hubscope(&format!("simulate {link} {flags}")).json()
}

fn names(rows: &Value, field: &str) -> Vec<String> {
    rows.as_array().unwrap().iter().map(|row| row[field].as_str().unwrap_or_default().to_owned()).collect()
}

const PROJECT: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.03"}"#;
const APP: &str = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop sync", "distribution": "marketplace",
    "auth": {"type": "oauth", "redirectUrls": ["https://shop.example/cb"],
    "requiredScopes": ["oauth", "crm.objects.deals.read"], "optionalScopes": ["automation", "crm.export"],
    "conditionallyRequiredScopes": ["crm.objects.custom.read"]}}}"#;
const HOOKS: &str = r#"{"uid": "hooks", "type": "webhooks", "config": {"settings": {"targetUrl": "https://shop.example/h",
    "maxConcurrentRequests": 10}, "subscriptions": {"legacyCrmObjects": [{"subscriptionType": "deal.creation", "active": true}]}}}"#;

fn in_project(line: &str) -> super::run::Run {
    hubscope(line)
        .file("hsproject.json", PROJECT)
        .file("src/app/app-hsmeta.json", APP)
        .file("src/app/webhooks/hooks-hsmeta.json", HOOKS)
}

#[test]
fn a_project_is_simulated_as_it_is_and_what_its_settings_lack_is_said() {
    let hooks = HOOKS.replace("deal.creation", "company.creation");
    let run = |line: &str| in_project(line).file("src/app/webhooks/hooks-hsmeta.json", &hooks);
    let told = run("simulate . --allow-listed").json();
    assert_eq!(told["installs"], true);
    assert!(!told["granted"].to_string().contains("crm.objects.companies.read"), "{told:#}");
    let hook = &told["features"][0];
    assert_eq!((&hook["works"], &hook["lacks"]), (&json!(false), &json!(["crm.objects.companies.read"])));
    let warning = told["diagnostics"].as_array().unwrap().iter().find(|row| row["rule"] == "plan/settings-lack-scope");
    assert_says(warning.unwrap()["message"].as_str().unwrap(), &["webhooks.classic:company.creation"]);
    let page = run("simulate .").run().exits(0);
    assert_says(&page.err, &["warning[plan/settings-lack-scope]", "crm.objects.companies.read"]);
    assert_says(&page.out, &["webhooks.classic:company.creation: lacks crm.objects.companies.read"]);
    let checklist = run("simulate . --checklist").run().exits(0).out;
    assert!(!checklist.contains("crm.objects.companies.read"), "{checklist}");
}

#[test]
fn a_tier_that_the_account_lacks_refuses_with_hubspots_sentence_and_who_mends_it() {
    let link = link("oauth crm.objects.contacts.read marketing.campaigns.read", "");
    let told = answer(&link, "--account free --installer super-admin");
    let refusal = &told["refusals"][0];
    assert_eq!((&told["installs"], &refusal["gate"]), (&json!(false), &json!("tier")));
    assert_eq!(refusal["scope"], "marketing.campaigns.read");
    assert!(refusal["hubspot_says"].as_str().unwrap().ends_with("the required scopes [marketing.campaigns.read]"));
    assert_eq!((&told["granted"], &refusal["confidence"]), (&json!([]), &json!("documented")));
    let run = hubscope(&format!("simulate {link}")).run().exits(1);
    assert_says(&run.out, &["The link does not install.", "Free in every hub", "Who mends it", "optional"]);
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
}

#[test]
fn all_gates_are_told_and_not_the_first_alone() {
    let scope = "oauth contacts crm.export crm.objects.custom.read crm.objects.deals.sensitive.read";
    let told = answer(
        &link(scope, ""),
        "--account pro --installer none --governance on --approved crm.export --distribution private --allow-listed=false",
    );
    let mut gates = names(&told["refusals"], "gate");
    gates.sort();
    gates.dedup();
    assert_eq!(gates, ["distribution", "governance", "link", "permission", "sensitive", "tier"]);
}

#[test]
fn which_scopes_can_be_left_out_and_what_the_token_then_holds() {
    let link = link("oauth crm.objects.contacts.read", "crm.export content crm.lists.read");
    let told = answer(&link, "--account free --installer marketplace-access");
    assert_eq!(told["installs"], true);
    assert_eq!(told["granted"], json!(["oauth", "crm.objects.contacts.read", "crm.lists.read"]));
    assert_eq!(names(&told["dropped"], "scope"), ["crm.export", "content"]);
    let more = answer(&link, "--account content=pro --installer super-admin");
    assert_eq!(names(&more["dropped"], "scope"), [""; 0]);
}

#[test]
fn hubs_and_add_ons_are_taken_apart() {
    let link = link("oauth business_units_view.read automation", "");
    assert_eq!(answer(&link, "--account pro")["installs"], false);
    assert_eq!(answer(&link, "--account pro --addon brands")["installs"], true);
    let sales = answer(&link, "--account sales=enterprise,marketing=starter --addon brands");
    assert_eq!(names(&sales["refusals"], "scope"), ["automation"]);
    assert_says(sales["refusals"][0]["why"].as_str().unwrap(), &["Another source differs", "any hub PROFESSIONAL"]);
}

#[test]
fn what_is_not_documented_is_open_and_never_a_refusal() {
    let told = answer(&link("oauth automation", ""), "--account pro --lacks 'Workflows > Delete'");
    assert_eq!((&told["installs"], &told["refusals"]), (&Value::Null, &json!([])));
    assert_says(told["unknown"][0]["why"].as_str().unwrap(), &["reported", "Workflows > Delete"]);
    let run =
        hubscope(&format!("simulate {} --account pro --lacks workflows-delete", link("oauth automation", ""))).run();
    assert_says(&run.exits(0).out, &["installs, as far as it is known", "Not known"]);
    let tickets = answer(&link("oauth crm.objects.tickets.sensitive.read", ""), "--account pro --sensitive-data on");
    assert_eq!(tickets["installs"], Value::Null);
    assert_says(tickets["unknown"][0]["why"].as_str().unwrap(), &["inferred", "one 2026 article"]);
}

#[test]
fn a_project_says_which_features_work_and_which_must_cope_without() {
    let told = in_project("simulate --account free --installer marketplace-access").json();
    assert_eq!(told["installs"], true, "{told:#}");
    assert_eq!(names(&told["dropped"], "scope"), ["automation", "crm.export"]);
    let feature = &told["features"][0];
    assert_eq!((&feature["feature"], &feature["option"]), (&json!("webhooks.classic"), &json!("deal.creation")));
    assert_eq!((&feature["works"], &feature["lacks"]), (&json!(true), &json!([])));
    let page = in_project("simulate").run().exits(0).out;
    assert_says(&page, &["Shop sync installs.", "Works", "webhooks.classic:deal.creation"]);
}

#[test]
fn one_app_of_many_tiers_shows_its_links_beside_each_other() {
    let plan = r#"{"version": 1, "links": [{"name": "pro", "with": ["crm.objects.custom.read"]}]}"#;
    let run = in_project("simulate --matrix").file("hubscope.json", plan).run().exits(0);
    assert_says(&run.out, &["- base: Free installs", "- pro: Free no, Starter no,", "Enterprise installs"]);
    let told = in_project("simulate --matrix --with crm.objects.custom.read").json();
    assert_eq!(told["matrix"].as_array().unwrap().len(), 12);
    let cell = |tier: &str, role: &str| {
        let cells = told["matrix"].as_array().unwrap();
        let is = |cell: &&Value| cell["account"]["tier"] == tier && cell["installer"] == role;
        cells.iter().find(is).unwrap()["installs"].clone()
    };
    assert_eq!((cell("professional", "super-admin"), cell("enterprise", "super-admin")), (json!(false), json!(true)));
    assert_eq!(cell("enterprise", "none"), json!(false));
    assert_eq!(told["changes"][0]["scopes"], json!(["crm.objects.custom.read"]));
}

#[test]
fn the_matrix_says_with_how_many_permissions_marketplace_access_installs() {
    let link = link("oauth crm.objects.contacts.read crm.objects.contacts.write", "");
    let run = hubscope(&format!("simulate {link} --matrix")).run().exits(0);
    assert_says(
        &run.out,
        &["installs (2)", "(2) = with 2 permissions beside HubSpot Marketplace access", "- Contacts > Edit:"],
    );
    assert_eq!(answer(&link, "--matrix")["permissions"], 2);
}

#[test]
fn the_matrix_names_the_one_change_that_lets_more_in() {
    let link = link("oauth crm.objects.contacts.read crm.export", "");
    let run = hubscope(&format!("simulate {link} --matrix")).run().exits(0);
    assert_says(
        &run.out,
        &["crm.export to optional: + every installer without Super Admin", "Only a Super Admin can grant"],
    );
}

#[test]
fn who_can_install_and_whether_end_users_need_anything_is_told() {
    let link = link("oauth crm.objects.contacts.read", "");
    for (role, code) in [("super-admin", 0), ("marketplace-access", 0), ("none", 1)] {
        let run = hubscope(&format!("simulate {link} --installer {role}")).run().exits(code);
        assert_says(&run.out, &["HubSpot Marketplace access"]);
    }
    let list = hubscope(&format!("simulate {link} --checklist")).run().exits(0).out;
    assert_says(&list, &["# Before you install", "It is no login", "- [ ] Contacts > View", "Connected apps"]);
}

#[test]
fn app_governance_refuses_what_is_demanded_and_drops_what_is_optional() {
    let link = link("oauth crm.objects.contacts.read", "crm.lists.read");
    let none = answer(&link, "--governance on");
    assert_eq!((&none["installs"], &none["refusals"][0]["scope"]), (&json!(false), &Value::Null));
    let some = answer(&link, "--governance on --approved crm.objects.contacts.read");
    assert_eq!(
        (&some["installs"], names(&some["dropped"], "scope")),
        (&json!(true), vec!["crm.lists.read".to_owned()])
    );
    let other = answer(&link, "--governance on --approved crm.lists.read");
    assert_says(
        other["refusals"][0]["hubspot_says"].as_str().unwrap(),
        &["hasn't been approved", "[crm.objects.contacts.read]"],
    );
}

#[test]
fn the_way_in_which_an_app_is_offered_has_its_limits() {
    let link = link("oauth", "");
    let installs = |flags: &str| answer(&link, flags)["installs"].clone();
    assert_eq!(installs("--distribution private"), Value::Null);
    assert_eq!(installs("--distribution private --allow-listed"), true);
    assert_eq!(installs("--distribution private --allow-listed=false"), false);
    assert_eq!(installs("--distribution marketplace --installs 24"), true);
    assert_eq!(installs("--distribution marketplace --installs 25"), false);
    assert_eq!(installs("--distribution marketplace --installs 25 --listed"), true);
    assert_eq!(installs("--distribution marketplace --aup unsigned"), false);
    assert_eq!(installs("--auth static --installs 1"), false);
}

#[test]
fn the_bill_names_the_scopes_behind_each_permission() {
    let told = answer(&link("oauth automation crm.objects.deals.write", ""), "");
    let row = |name: &str| {
        told["bill"].as_array().unwrap().iter().find(|row| row["permission"] == name).cloned().unwrap_or_default()
    };
    assert_eq!(row("HubSpot Marketplace access")["confidence"], "documented");
    assert_eq!(row("Workflows > Delete")["scopes"], json!(["automation"]));
    assert_eq!(row("Deals > Edit")["scopes"], json!(["crm.objects.deals.write"]));
}

#[test]
fn what_cannot_be_simulated_is_said() {
    for (line, part) in [
        ("simulate", "no HubSpot project and no hubscope.json"),
        ("simulate https://app.hubspot.com/contacts/1", "is no install URL"),
        ("simulate https://x.example/ --account gold", "install URL"),
        ("simulate nowhere", "nowhere"),
    ] {
        assert_says(&hubscope(line).trouble(), &[part]);
    }
    let link = link("oauth", "");
    for (flags, part) in [
        ("--account gold", "no tier"),
        ("--account house=pro", "no hub"),
        ("--addon nothing", "no add-on"),
        ("--lacks nothing-of-the-kind", "no permission"),
        ("--lacks billing --installer super-admin", "a Super Admin holds every permission"),
        ("--approved oauth --governance off", "--governance on"),
    ] {
        assert_says(&hubscope(&format!("simulate {link} {flags}")).trouble(), &[part]);
    }
}

#[test]
fn a_link_comes_on_standard_input_and_nothing_of_it_reaches_the_terminal_raw() {
    let hostile = link("oauth \u{1b}[31mred crm.objects.contacts.read", "")
        .replace("app.hubspot.com", "app.hubspot.com.evil.example");
    let run = hubscope("simulate -").stdin(&hostile).run().exits(1);
    assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "{run:?}");
    assert_says(&run.out, &["only looks like a host of HubSpot"]);
    let plan = r#"{"version": 1, "scopes": [{"scope": "crm.export", "type": "required"}]}"#;
    hubscope("simulate - --installer marketplace-access").stdin(plan).run().exits(1);
}

#[test]
fn the_sample_app_is_simulated_and_a_tier_may_be_called_so() {
    let page = |line: &str| hubscope(&format!("simulate {line}")).run().exits(0).out;
    assert_eq!(page("--example --tier pro"), page("--example --account pro"));
    assert!(page("--example --tier pro").contains("Professional in every hub"));
    assert!(page("--help").contains("[alias: --tier]"));
}

#[test]
fn a_tier_has_the_same_words_for_every_flag() {
    for (word, tier) in [("start", "starter"), ("Professional", "pro"), ("ent", "enterprise")] {
        let account = |word: &str| hubscope(&format!("simulate --example --account {word} --json")).run().out;
        assert_eq!(account(word), account(tier));
        let url =
            format!("url --client-id {CLIENT_ID} --redirect-uri https://shop.example/cb --conditional automation");
        let links = |word: &str| hubscope(&format!("{url} --links fewest --for-tiers {word} --json")).run().out;
        assert_eq!(links(word), links(tier));
    }
    assert_says(&hubscope("simulate --example --account gold").trouble(), &["there is no tier \"gold\""]);
}

#[test]
fn a_link_that_does_not_tell_its_scopes_is_not_said_to_install() {
    let cb = "https%3A%2F%2Fshop.example%2Fcb";
    let links = [
        ("https://app.hubspot.com/static-token/123/authorize?appId=5", "settings"),
        (
            &format!("https://mcp.hubspot.com/oauth/authorize/user?client_id={CLIENT_ID}&redirect_uri={cb}"),
            "MCP server",
        ),
        ("https://app.hubspot.com/oauth/authorize?${parameters}", "placeholder"),
        (&link("oauth ${MORE}", ""), "placeholder"),
    ];
    for (link, why) in links {
        let run = |line: &str| hubscope(line).arg(link);
        let told = run("simulate --json").run().exits(0).out;
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(told["installs"], Value::Null, "{link}");
        assert_says(told["unknown"][0]["why"].as_str().unwrap(), &[why]);
        let page = run("simulate").run().exits(0).out;
        assert_says(&page, &["The link may install: its scopes are not known.", "not known here"]);
        assert!(!page.contains("${"), "{page}");
        let all = run("simulate --matrix").run().exits(0).out;
        assert_says(&all, &["not known"]);
        assert!(!all.contains("installs  "), "{all}");
    }
}

#[test]
fn the_scopes_of_a_static_apps_link_are_those_of_its_project() {
    let app =
        APP.replace("\"oauth\", \"redirectUrls\"", "\"static\", \"redirectUrls\"").replace("marketplace", "private");
    let told = in_project("simulate https://app.hubspot.com/static-token/123/authorize?appId=5 --project .")
        .file("src/app/app-hsmeta.json", app)
        .json();
    assert_eq!((&told["installs"], &told["granted"]), (&json!(true), &json!(["oauth", "crm.objects.deals.read"])));
}

#[test]
fn a_static_apps_scopes_have_one_type_and_no_other_is_advised() {
    let app = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private", "auth": {
        "type": "static", "requiredScopes": ["automation", "crm.objects.deals.sensitive.read"],
        "optionalScopes": ["crm.export"]}}}"#;
    let run = |line: &str| in_project(line).file("src/app/app-hsmeta.json", app);
    let told = run("simulate . --installer marketplace-access").json();
    let fixes = told["refusals"].to_string();
    assert_says(&fixes, &["take automation out", "a static-auth app gets its required scopes only"]);
    assert!(!fixes.contains("optional") && !fixes.contains("conditionally"), "{fixes}");
    assert!(!run("simulate .").run().exits(1).out.contains("The one change"));
    assert_eq!(run("simulate . --matrix").json()["changes"], json!([]));
    let checklist = run("simulate . --checklist").run().exits(0).out;
    assert!(!checklist.contains("optional") && !checklist.contains("crm.export"), "{checklist}");
}

#[test]
fn a_public_app_of_the_older_formats_is_not_taken_for_a_private_one() {
    let app = r#"{"name": "Shop", "uid": "shop", "auth": {"redirectUrls": ["https://shop.example/cb"],
        "requiredScopes": ["oauth", "crm.lists.read"]}}"#;
    let run = hubscope("simulate .")
        .file("hsproject.json", PROJECT.replace("2026.03", "2023.2"))
        .file("src/app/public-app.json", app);
    assert_eq!(run.json()["installs"], true);
}

#[test]
fn a_link_name_that_no_plan_has_is_a_slip_of_the_command_line() {
    let plan = r#"{"version": 1, "links": [{"name": "pro", "with": []}]}"#;
    for line in ["simulate plan.json --link nosuch", "url --plan plan.json --link nosuch"] {
        assert_says(&hubscope(line).file("plan.json", plan).trouble(), &["no link named nosuch", "pro"]);
    }
}

#[test]
fn what_is_to_be_said_of_a_plan_is_said_when_it_is_simulated() {
    let plan = r#"{"version": 1, "endpoints": [{"endpoint": "GET /crm/v3/objects/{objectType}"}]}"#;
    let told = hubscope("simulate plan.json").file("plan.json", plan).json();
    assert_says(&told["diagnostics"].to_string(), &["plan/object-unknown"]);
}

#[test]
fn a_region_that_the_host_pins_is_said_and_one_that_nobody_knows_leaves_the_answer_open() {
    let on = |host: &str| link("oauth", "").replace("app.hubspot.com", host);
    let told = answer(&on("app-eu1.hubspot.com"), "");
    assert_eq!((&told["installs"], &told["region"]), (&json!(true), &json!("eu1")));
    assert_says(&hubscope(&format!("simulate {}", on("app-eu1.hubspot.com"))).run().exits(0).out, &["eu1,"]);
    let told = answer(&on("app-xx9.hubspot.com"), "");
    assert_eq!(told["installs"], Value::Null);
    assert_says(told["unknown"][0]["why"].as_str().unwrap(), &["xx9", "not known"]);
    assert_eq!(answer(&link("oauth", ""), "")["region"], Value::Null);
}

#[test]
fn a_yes_that_no_document_gives_is_marked() {
    let told = answer(&link("oauth crm.objects.products.read", ""), "");
    assert_eq!((&told["installs"], &told["assumed"][0]["scope"]), (&json!(true), &json!("crm.objects.products.read")));
    assert_says(told["assumed"][0]["why"].as_str().unwrap(), &["inferred"]);
    assert_eq!(answer(&link("oauth crm.lists.read", ""), "")["assumed"], json!([]));
}

#[test]
fn a_flag_that_says_nothing_of_a_link_is_named() {
    let run = |flags: &str| hubscope(&format!("simulate {} {flags}", link("oauth", ""))).run().exits(0).err;
    assert_says(&run("--aup unsigned --installs 25"), &["--aup and --installs are not used", "--distribution"]);
    assert_says(&run("--account 12345"), &["--account 12345 is the number of an account", "Free"]);
    assert_eq!(run("--account pro"), "");
}

#[test]
fn where_only_a_super_admin_can_install_no_other_permissions_are_listed() {
    let line = format!("simulate {}", link("oauth crm.export crm.objects.deals.read", ""));
    let page = hubscope(&line).run().exits(0).out;
    assert_says(&page, &["Who can install", "a Super Admin: nobody else can grant crm.export"]);
    assert!(!page.contains("Deals > View"), "{page}");
    let checklist = hubscope(&format!("{line} --checklist")).run().exits(0).out;
    assert!(!checklist.contains("Deals > View") && !checklist.contains("HubSpot Marketplace access"), "{checklist}");
}
