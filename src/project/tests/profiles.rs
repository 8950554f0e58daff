//! Profiles: what they fill in, and what they leave.

use super::{Project, SETTINGS, project_of, rules, write};
use crate::catalog::Catalog;
use crate::diagnostic::rule;
use crate::plan::Distribution;
use crate::project::{Options, Variable};

const APP: &str = r#"{"uid": "${UID}", "type": "app", "config": {"name": "Shop ${STAGE}", "distribution": "${REACH}",
    "isUserLevel": "${USER}", "auth": {"type": "oauth", "redirectUrls": ["http://${HOST}/done"],
    "requiredScopes": ["oauth", "${SCOPE}", "${SCOPE}"]}}}"#;
const PROFILE: &str = r#"{"accountId": 123456, "variables": {"UID": "shop", "STAGE": 2, "REACH": "marketplace",
    "USER": true, "HOST": "shop.example", "SCOPE": "tickets"}}"#;

fn read(profile: Option<&str>) -> Project {
    let folder = tempfile::tempdir().unwrap();
    let files: [(&str, &[u8]); 3] = [
        ("hsproject.json", SETTINGS.as_bytes()),
        ("src/app/app-hsmeta.json", APP.as_bytes()),
        ("src/hsprofile.prod.json", PROFILE.as_bytes()),
    ];
    write(folder.path(), &files);
    let options = Options { profile: profile.map(str::to_owned), ..Options::default() };
    Project::read_with(folder.path(), Catalog::embedded(), &options)
}

#[test]
fn the_chosen_profile_is_filled_in() {
    let project = read(Some("prod"));
    let app = &project.apps[0];
    assert_eq!((app.uid.as_deref(), app.name.as_deref()), (Some("shop"), Some("Shop 2")));
    assert_eq!(app.distribution, Some(Distribution::Marketplace));
    assert!(app.user_level);
    assert_eq!(app.declared.required, ["oauth", "tickets", "tickets"]);
    assert_eq!(
        rules(&project),
        [(rule::CONFIG_DUPLICATE_SCOPE, "tickets"), (rule::CONFIG_REDIRECT_NOT_HTTPS, "http://shop.example/done")]
    );
    // An edit would write the value of one profile over the variable.
    assert!(project.diagnostics.iter().all(|finding| finding.fix.as_ref().is_none_or(|fix| fix.edits.is_empty())));
    assert_eq!(&APP[app.scopes[1].span.start..app.scopes[1].span.end], "\"${SCOPE}\"");
}

#[test]
fn without_a_choice_the_variables_stay_open_and_the_profiles_are_told() {
    let project = read(None);
    let app = &project.apps[0];
    assert_eq!((app.uid.as_deref(), app.distribution, app.user_level), (Some("${UID}"), None, false));
    assert_eq!(app.redirect_urls, ["http://${HOST}/done"]);
    let open: Vec<&str> =
        rules(&project).iter().filter(|(rule, _)| *rule == rule::CONFIG_PLACEHOLDER).map(|(_, of)| *of).collect();
    assert_eq!(open, ["UID", "STAGE", "REACH", "USER", "HOST", "SCOPE"]);
    assert_eq!(project.profiles[0].name, "prod");
    assert_eq!(project.profiles[0].account.as_deref(), Some("123456"));
    assert_eq!(project.profiles[0].variables["USER"], Variable::Flag(true));
    assert_eq!(project.files, ["hsproject.json", "src/hsprofile.prod.json", "src/app/app-hsmeta.json"]);
}

#[test]
fn a_profile_that_cannot_be_read_is_named_and_the_rest_is_read() {
    for (profile, rule) in [
        (&b"{"[..], rule::CONFIG_INVALID_JSON),
        (b"\xff\xfe\x00", rule::CONFIG_INVALID_JSON),
        (b"[]", rule::CONFIG_WRONG_TYPE),
        (b"{}", rule::CONFIG_MISSING_FIELD),
        (br#"{"accountId": 1, "variables": []}"#, rule::CONFIG_WRONG_TYPE),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let app = super::APP.as_bytes();
        let files = [
            ("hsproject.json", SETTINGS.as_bytes()),
            ("src/app/app-hsmeta.json", app),
            ("src/hsprofile.qa.json", profile),
        ];
        write(folder.path(), &files);
        let options = Options { profile: Some("qa".to_owned()), ..Options::default() };
        let project = Project::read_with(folder.path(), Catalog::embedded(), &options);
        assert_eq!(rules(&project)[0].0, rule);
        assert_eq!(project.apps.len(), 1);
    }
}

#[test]
fn what_is_no_part_of_uid_and_config_is_not_filled_in() {
    let page = r#"{"uid": "p", "type": "page", "config": {}, "permissions": {"requiredScopes": ["${SCOPE}"]}}"#;
    let project = project_of(&[
        ("hsproject.json", SETTINGS),
        ("src/app/app-hsmeta.json", super::APP),
        ("src/page-hsmeta.json", page),
        ("src/hsprofile.prod.json", PROFILE),
    ]);
    assert_eq!(project.permissions[0].declared.required, ["${SCOPE}"]);
}
