//! What the tests of the config family share: a sound project, of which each test changes one thing.

use hubscope::catalog::Catalog;
use hubscope::check::AppSide;
use hubscope::diagnostic::Diagnostic;
use hubscope::project::{Options, Project};

use crate::rules::stage;

/// A current `hsproject.json`.
pub(crate) const SETTINGS: &str = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2026.09"}"#;
/// An app that nothing is wrong with.
pub(crate) const APP: &str = r#"{"uid": "shop", "type": "app", "config": {"name": "Shop", "distribution": "private",
    "auth": {"type": "oauth", "redirectUrls": ["https://shop.example/done"], "requiredScopes": ["oauth"]}}}"#;

/// What is found in a current project with these files beside its settings.
pub(crate) fn current(files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let files: Vec<(&str, &str)> = [("hsproject.json", SETTINGS)].into_iter().chain(files.iter().copied()).collect();
    stage::project(&files)
}

/// What is found in a project of platform 2023.2 with these files beside its settings.
pub(crate) fn older(files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let settings = r#"{"name": "shop", "srcDir": "src", "platformVersion": "2023.2"}"#;
    let files: Vec<(&str, &str)> = [("hsproject.json", settings)].into_iter().chain(files.iter().copied()).collect();
    stage::project(&files)
}

/// What is found in a current project whose app has this `auth`.
pub(crate) fn auth(auth: &str) -> Vec<Diagnostic> {
    let app = format!(
        "{{\"uid\": \"shop\", \"type\": \"app\", \"config\": {{\"distribution\": \"marketplace\",\n\"auth\": {auth}}}}}"
    );
    current(&[("src/app/app-hsmeta.json", &app)])
}

/// What is found in a current project with this component beside its app.
pub(crate) fn component(text: &str) -> Vec<Diagnostic> {
    current(&[("src/app/app-hsmeta.json", APP), ("src/app/parts/part-hsmeta.json", text)])
}

/// What is found in a project of this platform version.
pub(crate) fn platform(version: &str) -> Vec<Diagnostic> {
    let settings = format!(r#"{{"name": "shop", "srcDir": "src", "platformVersion": "{version}"}}"#);
    stage::project(&[("hsproject.json", &settings), ("src/app/app-hsmeta.json", APP)])
}

/// What is found in a current project with the variables of `profile` filled in.
pub(crate) fn with_profile(profile: &str, files: &[(&str, &str)]) -> Vec<Diagnostic> {
    let files: Vec<(&str, &str)> = [("hsproject.json", SETTINGS)].into_iter().chain(files.iter().copied()).collect();
    stage::read(&files, &Options { profile: Some(profile.to_owned()), ..Options::default() }).diagnostics
}

/// The app file of an OAuth app with these three lists, in the text of JSON, and one redirect URL.
pub(crate) fn app(required: &str, conditional: &str, optional: &str) -> String {
    format!(
        r#"{{"uid": "shop", "type": "app", "config": {{"name": "Shop", "distribution": "private", "auth": {{"type": "oauth",
"redirectUrls": ["https://shop.example/done"],
"requiredScopes": [{required}],
"conditionallyRequiredScopes": [{conditional}],
"optionalScopes": [{optional}]}}}}}}"#
    )
}

/// The app that the file of [`app`] is, as links are matched against it.
pub(crate) fn side(required: &str, conditional: &str, optional: &str) -> AppSide {
    side_of(&app(required, conditional, optional))
}

/// The app of this file, as links are matched against it.
pub(crate) fn side_of(app: &str) -> AppSide {
    let files = [("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", app)];
    AppSide::of(&stage::read(&files, &Options::default())).unwrap()
}

/// What is found in one file by itself.
pub(crate) fn file(name: &str, text: &str) -> Vec<Diagnostic> {
    Project::read_text(name, text.as_bytes(), Catalog::embedded(), &Options::default()).diagnostics
}
