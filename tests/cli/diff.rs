//! `hubscope diff`: who has to reconnect, which links die, and in which order a change is safe.

use serde_json::{Value, json};

use super::run::{CLIENT_ID, Done, Run, assert_says, hubscope};

const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;

/// The lists of an app as JSON, names separated by spaces.
fn lists(required: &str, conditional: &str, optional: &str) -> String {
    let names = |text: &str| Value::from(text.split_whitespace().collect::<Vec<_>>());
    json!({
        "requiredScopes": names(required), "conditionallyRequiredScopes": names(conditional),
        "optionalScopes": names(optional),
    })
    .to_string()
}

fn app(required: &str, optional: &str) -> String {
    let mut auth: Value = serde_json::from_str(&lists(required, "", optional)).unwrap();
    auth["type"] = "oauth".into();
    auth["redirectUrls"] = json!(["https://shop.example/done"]);
    json!({"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "marketplace", "auth": auth}})
        .to_string()
}

fn between(old: &str, new: &str, flags: &str) -> Run {
    hubscope(&format!("diff old.json new.json {flags}")).file("old.json", old).file("new.json", new)
}

/// Writes that become optional, as integrators do when small accounts cannot install.
fn writes_become_optional(flags: &str) -> Run {
    between(
        &lists("oauth crm.objects.deals.read crm.objects.deals.write crm.schemas.custom.read", "", ""),
        &lists("oauth crm.objects.deals.read", "", "crm.objects.deals.write crm.schemas.custom.read"),
        flags,
    )
}

fn first_line(done: &Done) -> &str {
    done.out.lines().next().unwrap_or_default()
}

#[test]
fn must_users_who_authorised_before_reconnect_is_answered_by_the_first_line() {
    let same = lists("oauth crm.lists.read", "", "");
    let done = between(&same, &same, "").run().exits(0);
    assert_eq!(first_line(&done), "Nobody has to reconnect: the scopes are the same.");
    let done = between(&same, &lists("oauth crm.lists.read crm.objects.deals.read", "", ""), "").run().exits(0);
    assert_eq!(
        first_line(&done),
        "Nobody has to reconnect for what works today; what needs crm.objects.deals.read works in an account only after it \
         authorises again."
    );
    // The rule of 2019: webhooks that worked without a scope need one.
    let plan = |day: &str| {
        format!(
            r#"{{"version": 1, "as_of": "{day}", "features": [{{"feature": "webhooks.classic", "option": "deal.creation"}}]}}"#
        )
    };
    let done = between(&plan("2019-11-01"), &plan("2019-12-01"), "").run().exits(0);
    assert_says(first_line(&done), &["Everybody has to reconnect", "webhooks.classic:deal.creation", "contacts"]);
}

#[test]
fn do_changes_affect_existing_installs_and_refresh_tokens_is_answered() {
    let done =
        between(&lists("oauth tickets", "", "crm.export"), &lists("oauth tickets forms", "", ""), "").run().exits(0);
    assert_says(
        &done.out,
        &[
            "\nExisting installs\n",
            "Existing installs keep working, without forms until they authorise again.",
            "Access tokens that are out hold crm.export until they expire; tokens of a later refresh, or of authorising \
             again, do not.",
            "\nRefresh tokens\n",
            "Refreshing a token of an old install cannot add forms.",
            "Once the settings are changed, a refresh no longer gives crm.export.",
        ],
    );
}

#[test]
fn what_cannot_be_read_of_a_config_file_is_said_as_check_says_it() {
    let app = app("oauth", "").replace(r#"["oauth"]"#, r#""oauth crm.lists.read""#);
    let done = hubscope("diff app-hsmeta.json app-hsmeta.json").file("app-hsmeta.json", &app).run().exits(0);
    let checked = hubscope("check app-hsmeta.json").file("app-hsmeta.json", &app).run().exits(1);
    for said in [&done.err, &checked.out] {
        assert_says(said, &["config/wrong-type", "requiredScopes should be a list, but is a string: it is left out."]);
    }
}

#[test]
fn the_whole_answer_in_words() {
    insta::assert_snapshot!(writes_become_optional("").run().exits(0).out, @r"
    Nobody has to reconnect: existing installs keep what they were granted. (inferred)

    Changes
      ~ crm.objects.deals.write  required -> optional
      ~ crm.schemas.custom.read  required -> optional

    Existing installs
      crm.objects.deals.write and crm.schemas.custom.read: existing installs keep what they were granted. (inferred)

    Links in circulation: none of them installs any more
      Links that have crm.objects.deals.write and crm.schemas.custom.read in scope, as every old one does, stop working: an optional scope may stand in optional_scope only. (inferred)

    Refresh tokens
      crm.objects.deals.write and crm.schemas.custom.read: a refresh gives what it gave before. (inferred)

    Tiers and installers
      gained: accounts on Free, Starter, Professional
      gained: installers who are no Super Admins and lack Deals > Edit, for crm.objects.deals.write (reported)
      gained: installers who are no Super Admins and lack Custom objects > View, for crm.schemas.custom.read (inferred)

    Code
      crm.objects.deals.write, crm.schemas.custom.read: left out, and nobody is told, where the account or the installer cannot grant it

    Rollout
      1. In the app's settings, make crm.objects.deals.write and crm.schemas.custom.read conditionally required.
         Links in circulation keep installing: a conditionally required scope may stand in scope or be left out.
      2. Deploy code that works where the token lacks crm.objects.deals.write and crm.schemas.custom.read.
         After the next steps there are tokens without; calls that need the scope are answered with 403.
      3. Replace every link by one without crm.objects.deals.write and crm.schemas.custom.read.
         Before the settings change again, no link in circulation may have what is taken out. Site, mails, documentation and the marketplace listing all carry links.
      4. In the app's settings, make crm.objects.deals.write and crm.schemas.custom.read optional.
         The links of the step before are accepted before and after it; older ones die now.
      5. Replace every link by one with crm.objects.deals.write and crm.schemas.custom.read in optional_scope.
         The settings accept it by now. Site, mails, documentation and the marketplace listing all carry links.
      6. Watch installs that stop on HubSpot's page, and answers of 403 with category MISSING_SCOPES.
         Faults of a link show on HubSpot's own page and never reach the redirect URL.

    Notes
      The order of the rollout follows from HubSpot's rules for links; HubSpot describes no order itself. (inferred)
    ");
}

#[test]
fn of_two_links_each_thing_is_said_once() {
    let link = |scope: &str| format!("https://app.hubspot.com/oauth/authorize?scope=oauth%20crm.lists.read{scope}");
    let done = hubscope("diff").arg(&link("")).arg(&link("%20automation")).run().exits(0);
    assert_says(&done.out, &["The link stops working: automation is required, but not in its scope."]);
    for once in ["automation is required", "A link does not tell required scopes"] {
        assert_eq!(done.out.matches(once).count(), 1, "{}", done.out);
    }
}

#[test]
fn the_whole_answer_as_a_release_note() {
    let run = between(
        &lists("oauth tickets", "automation", ""),
        &lists("oauth tickets forms automation", "", ""),
        "--markdown",
    );
    insta::assert_snapshot!(run.run().exits(0).out, @r"
    # Scope changes

    **Nobody has to reconnect for what works today; what needs forms works in an account only after it authorises again.**

    ## Changes

    | scope | before | after | because |
    |---|---|---|---|
    | `automation` | conditionally required | required |  |
    | `forms` | none | required |  |

    ## Existing installs

    - Existing installs keep working, without forms until they authorise again.
    - Installs that hold automation go on as before; the others do without until they authorise again. (inferred)

    ## Links in circulation: none of them installs any more

    - Links that do not have forms in scope, as no old one does, stop working: a required scope has to be in scope of every link.
    - Links that leave automation out stop working: a required scope has to be in scope of every link. (inferred)

    ## Refresh tokens

    - Refreshing a token of an old install cannot add automation and forms.

    ## Tiers and installers

    - lost: accounts on Free, Starter, which cannot have automation
    - lost: installers who are no Super Admins and lack Workflows \> Edit, for automation (reported)
    - lost: installers who are no Super Admins and lack Workflows \> Delete, for automation (reported)
    - lost: installers who are no Super Admins and lack Forms, for forms (reported)

    ## Code

    - automation: missing from installs that were not granted it, until they authorise again (inferred)
    - forms: missing from tokens of accounts that have not authorised again; such calls are answered with 403 MISSING_SCOPES

    ## Rollout

    - [ ] In the app's settings, add forms as conditionally required. *Links in circulation keep installing: a conditionally required scope may stand in scope or be left out.*
    - [ ] Replace every link by one with automation and forms in scope. *The settings accept it by now. Site, mails, documentation and the marketplace listing all carry links.*
    - [ ] In the app's settings, make automation and forms required. *The links of the step before are accepted before and after it; older ones die now.*
    - [ ] Deploy the code that uses automation and forms, and let it say so where a token is without them. *Deployed before the links, it would meet no token with them; old installs are without them until they authorise again.*
    - [ ] Ask the accounts that want what is new to go through the new link once more, without uninstalling first. *HubSpot does not ask them by itself, and refreshing a token adds nothing; it takes someone with the rights.*
    - [ ] Watch, for each account, answers of 403 with category MISSING_SCOPES and the scopes in its token; hs project app-install-status says whether an install has the current scopes. *Faults of a link show on HubSpot's own page and never reach the redirect URL.*

    ## For customers

    > **New with HubSpot: reconnect when you want to use it**
    >
    > Everything you use today keeps working, and there is nothing you have to do. What is new needs a permission that your HubSpot account has not given our app yet.
    >
    > To reconnect, open \[your new install link\] and choose your account. A Super Admin can do this, or a user with access to the app marketplace and the permissions that HubSpot lists. You need not uninstall first, and one person does it for the whole account.
    >
    > HubSpot will ask for: forms and automation.

    ## Notes

    - The order of the rollout follows from HubSpot's rules for links; HubSpot describes no order itself. (inferred)
    ");
}

#[test]
fn the_json_is_that_of_the_contract() {
    let answer = writes_become_optional("").json();
    assert_eq!(answer["reconnect"]["answer"], "nobody");
    assert!(answer["reconnect"]["sentence"].as_str().unwrap().starts_with("Nobody has to reconnect"));
    assert_eq!(answer["changes"][0]["scope"], "crm.objects.deals.write");
    assert_eq!((&answer["changes"][0]["from"], &answer["changes"][0]["to"]), (&json!("required"), &json!("optional")));
    assert_eq!(answer["links"]["old"], "none");
    assert_says(answer["links"]["broken"][0]["links_that"].as_str().unwrap(), &["in scope"]);
    assert!(answer["links"]["broken"][0]["why"].is_string());
    assert_eq!(answer["tiers"]["gained"], json!(["free", "starter", "professional"]));
    assert_eq!(answer["tiers"]["lost"], json!([]));
    let steps = answer["rollout"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["step"].is_string() && step["why"].is_string()));
    let added = between(&lists("", "", ""), &lists("forms", "", ""), "").json();
    assert_eq!((&added["changes"][0]["from"], &added["changes"][0]["to"]), (&Value::Null, &json!("required")));
}

#[test]
fn a_conditional_scope_stands_in_between_where_a_required_one_would_kill_links() {
    let steps = between(&lists("oauth", "", ""), &lists("oauth forms", "", ""), "").json();
    let steps: Vec<(&str, &str)> = steps["rollout"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["kind"].as_str().unwrap(), step["step"].as_str().unwrap()))
        .collect();
    assert_eq!(steps[0], ("settings", "In the app's settings, add forms as conditionally required."));
    assert_eq!(steps[1], ("links", "Replace every link by one with forms in scope."));
    assert_eq!(steps[2], ("settings", "In the app's settings, make forms required."));
    assert_eq!((steps[3].0, steps[4].0, steps[5].0), ("code", "accounts", "watch"));
}

#[test]
fn with_exit_code_the_answer_is_no_where_someone_has_something_to_do() {
    let base = lists("oauth forms", "", "");
    between(&base, &base, "--exit-code").run().exits(0);
    between(&base, &lists("oauth", "forms", ""), "--exit-code").run().exits(0);
    between(&base, &lists("oauth forms", "", "crm.export"), "--exit-code").run().exits(1);
    writes_become_optional("--exit-code").run().exits(1);
    writes_become_optional("").run().exits(0);
}

#[test]
fn a_link_in_circulation_is_judged_by_the_new_settings() {
    let link = |scope: &str| {
        format!(
            "https://app.hubspot.com/oauth/authorize?client_id={CLIENT_ID}&redirect_uri=https%3A%2F%2Fshop.example%2Fdone&scope={scope}"
        )
    };
    let judged = |scope: &str| {
        let run = hubscope("diff")
            .arg(&link(scope))
            .arg("new.json")
            .file("new.json", lists("oauth forms", "automation", "crm.export"));
        run.json()["links"]["old"].as_str().unwrap().to_owned()
    };
    assert_eq!(judged("oauth%20forms"), "all");
    assert_eq!(judged("oauth%20forms%20automation"), "all");
    assert_eq!(judged("oauth"), "none");
    assert_eq!(judged("oauth%20forms%20crm.export"), "none");
}

#[test]
fn projects_and_their_files_are_compared() {
    let run = hubscope("diff a b")
        .file("a/hsproject.json", SETTINGS)
        .file("a/src/app/app-hsmeta.json", app("oauth crm.objects.contacts.read", ""))
        .file("b/hsproject.json", SETTINGS)
        .file("b/src/app/app-hsmeta.json", app("oauth crm.objects.contacts.read crm.objects.deals.read", ""))
        .file(
            "b/src/app/cards/card-hsmeta.json",
            r#"{"uid": "c", "type": "card", "config": {"objectTypes": ["DEAL"]}}"#,
        );
    let answer = run.json();
    assert_eq!(answer["changes"].as_array().unwrap().len(), 1);
    assert_eq!(answer["changes"][0]["because"], json!([{"feature": "cards.app:deals", "changed": true}]));
    let files = between(&app("oauth forms", ""), &app("oauth", "forms"), "").json();
    assert_eq!(files["changes"][0]["to"], "optional");
}

/// Runs git in the folder, with nothing of the machine's settings.
fn git(run: &Run, arguments: &[&str]) {
    let mut command = std::process::Command::new("git");
    command.args(["-c", "user.name=x", "-c", "user.email=x@shop.example", "-c", "init.defaultBranch=main"]);
    command
        .args(arguments)
        .current_dir(run.folder())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    assert!(command.output().unwrap().status.success(), "git {arguments:?}");
}

fn repository(line: &str) -> Run {
    let run = hubscope(line)
        .env("PATH", &std::env::var("PATH").unwrap())
        .file("app/hsproject.json", SETTINGS)
        .file("app/src/app/app-hsmeta.json", app("oauth forms", ""))
        .file("hubscope.json", r#"{"version": 1, "scopes": [{"scope": "forms"}]}"#);
    git(&run, &["init"]);
    git(&run, &["add", "."]);
    git(&run, &["commit", "-m", "x"]);
    run.file("app/src/app/app-hsmeta.json", app("oauth forms tickets", ""))
        .file("hubscope.json", r#"{"version": 1, "scopes": [{"scope": "forms"}, {"scope": "automation"}]}"#)
}

#[test]
fn a_revision_is_the_project_as_it_was() {
    for line in ["diff git:HEAD app", "diff git:HEAD:app app", "diff git:HEAD:app/src/app/app-hsmeta.json app"] {
        let answer = repository(line).json();
        assert_eq!(answer["changes"].as_array().unwrap().len(), 1, "{line}");
        assert_eq!((&answer["changes"][0]["scope"], &answer["changes"][0]["from"]), (&json!("tickets"), &Value::Null));
    }
    let answer = repository("diff git:HEAD hubscope.json").json();
    assert_eq!(answer["changes"][0]["scope"], "automation");
}

#[test]
fn a_path_of_a_revision_begins_at_the_root_of_the_repository() {
    let line = "diff git:HEAD:app/src/app/app-hsmeta.json src/app/app-hsmeta.json --json";
    for line in [line, &line.replace("HEAD:app/", "HEAD:./")] {
        let run = repository(line);
        let done = run.command().current_dir(run.folder().join("app")).output().unwrap();
        let told: Value = serde_json::from_slice(&done.stdout).unwrap_or_else(|error| panic!("{error}: {done:?}"));
        assert_eq!(told["changes"][0]["scope"], "tickets", "{line}");
    }
}

#[test]
fn a_revision_that_is_none_says_so() {
    assert_says(&repository("diff git:v9 app").trouble(), &["no revision v9"]);
    assert_says(&repository("diff git:--output=x app").trouble(), &["needs a revision"]);
    assert_says(&repository("diff git:HEAD:../x app").trouble(), &["below the current folder"]);
    let path = std::env::var("PATH").unwrap();
    let outside = between("[]", &lists("", "", ""), "").env("PATH", &path);
    assert_says(&outside.trouble(), &["old.json is no install URL", "no plan"]);
    let nowhere = hubscope("diff git:HEAD new.json").env("PATH", &path).file("new.json", lists("", "", ""));
    assert_says(&nowhere.trouble(), &["git repository"]);
    let without_git = hubscope("diff git:HEAD new.json").env("PATH", "/nowhere").file("new.json", lists("", "", ""));
    assert_says(&without_git.trouble(), &["git"]);
}

#[test]
fn what_is_nothing_of_the_kind_says_what_would_be() {
    let said = hubscope("diff https://shop.example/x https://shop.example/y").trouble();
    assert_says(&said, &["is no install URL", "https://app.hubspot.com/oauth/authorize"]);
    assert_says(&hubscope("diff a b").trouble(), &["cannot open a"]);
    assert_says(&hubscope("diff . .").trouble(), &[". is no HubSpot project", "hubscope.json"]);
    assert_says(&hubscope("diff - -").trouble(), &["one of the two sides"]);
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_says(&between(&deep, &lists("", "", ""), "").trouble(), &["old.json is no install URL"]);
}

#[test]
fn names_from_outside_reach_the_terminal_escaped() {
    let new = json!({"requiredScopes": ["\u{1b}[31mred\nline"]}).to_string();
    for flags in ["", "--markdown"] {
        let out = between(&lists("", "", ""), &new, flags).run().exits(0).out;
        assert!(!out.contains('\u{1b}') && !out.contains("\nline"), "{out:?}");
    }
}

#[test]
fn standard_input_may_be_one_side() {
    let run = hubscope("diff - new.json").stdin(&lists("forms", "", "")).file("new.json", lists("forms", "", ""));
    assert_says(&run.run().exits(0).out, &["the scopes are the same"]);
}

#[test]
fn the_old_link_carries_what_the_old_settings_declare_and_not_what_its_features_lack() {
    let card = r#"{"uid": "c", "type": "card", "config": {"location": "crm.record.tab", "objectTypes": ["DEAL"]}}"#;
    let mut run = hubscope("diff old new");
    for (side, scopes) in [("old", "oauth"), ("new", "oauth crm.objects.deals.read")] {
        run = run
            .file(&format!("{side}/hsproject.json"), SETTINGS)
            .file(&format!("{side}/src/app/app-hsmeta.json"), app(scopes, ""))
            .file(&format!("{side}/src/app/cards/card-hsmeta.json"), card);
    }
    let told = run.json();
    assert_eq!((&told["links"]["old"], &told["links"]["known"][0]["installs"]), (&"none".into(), &false.into()));
}

#[test]
fn before_types_were_enforced_a_link_dies_for_what_it_lacks_alone() {
    let (old, new) = (lists("oauth forms", "", ""), lists("oauth", "", "forms"));
    let links = |flags: &str| between(&old, &new, flags).json()["links"]["old"].clone();
    assert_eq!(links("--as-of 2024-01-01"), "all");
    assert_eq!(links("--as-of 2024-01-01 --advanced-scopes on"), "none");
    assert_eq!(links("--as-of 2024-10-21"), "none");
}

#[test]
fn a_change_of_the_kind_of_app_is_said_in_words_and_in_json() {
    let run = |line: &str| {
        let project = |run: Run, side: &str, text: String| {
            run.file(&format!("{side}/hsproject.json"), SETTINGS).file(&format!("{side}/src/app/app-hsmeta.json"), text)
        };
        let old = app("oauth forms", "");
        let new = old.replace("\"auth\"", "\"isUserLevel\": true, \"auth\"");
        assert_ne!(old, new);
        project(project(hubscope(line), "old", old), "new", new)
    };
    let told = run("diff old new").json();
    assert_eq!((&told["reconnect"]["answer"], &told["reconnect"]["another_app"]), (&json!("everybody"), &json!(true)));
    assert_says(told["app_changes"][0]["text"].as_str().unwrap(), &["cannot become user-level"]);
    let page = run("diff old new --exit-code").run().exits(1).out;
    assert_says(&page, &["Everybody has to install again", "The app itself", "Make another app"]);
}

#[test]
fn a_file_alone_says_for_whom_the_app_is_and_how_it_reaches_accounts() {
    let old = app("oauth forms", "");
    let changed = |key: &str, to: Value| {
        let mut new: Value = serde_json::from_str(&old).unwrap();
        new["config"][key] = to;
        new.to_string()
    };
    let user_level = between(&old, &changed("isUserLevel", true.into()), "").json();
    assert_eq!(user_level["reconnect"]["answer"], "everybody");
    assert_says(user_level["app_changes"][0]["text"].as_str().unwrap(), &["cannot become user-level"]);
    let private = between(&old, &changed("distribution", "private".into()), "").json();
    assert_says(private["app_changes"][0]["text"].as_str().unwrap(), &["is private and was marketplace"]);
    // A part of the file, without its type.
    let part = |text: &str| json!({"config": serde_json::from_str::<Value>(text).unwrap()["config"]}).to_string();
    let parts = between(&part(&old), &part(&changed("isUserLevel", true.into())), "").json();
    assert_eq!(parts["reconnect"]["answer"], "nobody", "of a part without the field, the level is not known");
    let parts = between(&part(&changed("isUserLevel", false.into())), &part(&changed("isUserLevel", true.into())), "");
    assert_eq!(parts.json()["reconnect"]["answer"], "everybody");
}

#[test]
fn the_rollout_of_a_day_before_types_speaks_of_none() {
    let (old, new) = (lists("oauth forms", "", "crm.export"), lists("oauth crm.lists.read", "automation", "forms"));
    let page = between(&old, &new, "--as-of 2024-01-01").run().exits(0).out;
    let rollout = page.split("\nRollout\n").nth(1).unwrap().split("\nFor your customers").next().unwrap();
    insta::assert_snapshot!(rollout, @r"
    1. Deploy code that works where the token lacks forms and no longer uses crm.export.
       After the next steps there are tokens without; calls that need the scope are answered with 403.
    2. Replace every link by one with crm.lists.read in scope, with automation in scope where the link is to demand it, without crm.export.
       A link may carry scopes that the settings do not list, and needs those that they will list. Site, mails, documentation and the marketplace listing all carry links.
    3. In the app's settings, add crm.lists.read; remove forms.
       The links of the step before are accepted before and after it; older ones die now.
    4. Replace every link by one with forms in optional_scope.
       The settings no longer demand what they no longer list. Site, mails, documentation and the marketplace listing all carry links.
    5. Deploy the code that uses automation and crm.lists.read, and let it say so where a token is without them.
       Deployed before the links, it would meet no token with them; old installs are without them until they authorise again.
    6. Ask the accounts that want what is new to go through the new link once more, without uninstalling first.
       HubSpot does not ask them by itself, and refreshing a token adds nothing; it takes someone with the rights.
    7. Watch, for each account, answers of 403 with category MISSING_SCOPES and the scopes in its token; hs project app-install-status says whether an install has the current scopes.
       Faults of a link show on HubSpot's own page and never reach the redirect URL.
    ");
    assert_says(&page, &["enforced for every app since 2024-10-21"]);
    let typed = between(&old, &new, "--as-of 2024-01-01 --advanced-scopes on").run().exits(0).out;
    assert_says(&typed, &["add automation and crm.lists.read as conditionally required"]);
}
