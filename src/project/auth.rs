//! How an app gets its token: its scopes and redirect URLs, and what is wrong between them.
//!
//! Owns the findings that hold for an app of every format. Whether a scope exists is not asked here.

use super::app::ProjectApp;
use super::declared::{self, Key, List, Lists};
use super::fields::{Fields, Text};
use super::redirects;
use super::sheet::Sheet;
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, Edit, rule};
use crate::plan::{Auth, ScopeType};

/// The scope that each app has that is authorised by its install link.
const OAUTH: &str = "oauth";

/// What the type is called in the app's file.
pub fn auth_word(auth: Auth) -> &'static str {
    match auth {
        Auth::Oauth => "oauth",
        Auth::Static => "static",
        Auth::None => "no_api_access",
    }
}

const REDIRECTS: &str = "redirectUrls";

/// Takes into `app` what `fields` declares: the lists of scopes under `keys`, and the redirect URLs.
pub(super) fn read<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, keys: &[Key], app: &mut ProjectApp) {
    let is_static = app.auth == Some(Auth::Static);
    let lists = declared::read(sheet, fields, keys, |kind| !is_static || kind == ScopeType::Required);
    let redirects = sheet.texts_at(fields, REDIRECTS);
    match app.auth {
        Some(Auth::Oauth) => {
            report_no_redirects(sheet, fields, redirects.as_deref());
            for text in redirects.iter().flatten() {
                redirects::check(sheet, text);
            }
            warn_of_missing_oauth(sheet, fields, &lists);
        }
        Some(Auth::Static) => {
            warn_of_static_redirects(sheet, fields, redirects.as_deref());
            warn_of_extra_scopes(sheet, fields, &lists);
        }
        Some(Auth::None) | None => {}
    }
    app.scopes = lists.places(sheet);
    app.lists = lists.list_places(sheet);
    app.declared = lists.into_declared();
    let redirects = redirects.unwrap_or_default();
    app.redirects = redirects.iter().map(|text| sheet.place(text)).collect();
    app.redirect_urls = redirects.into_iter().map(|text| text.value).collect();
}

fn report_no_redirects<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, redirects: Option<&[Text<'a>]>) {
    // A list that is not one was reported; that it is empty then is no news.
    if redirects.map_or(fields.get(REDIRECTS).is_none(), <[Text<'a>]>::is_empty) {
        let text = "The app uses OAuth and has no redirect URLs, so nobody can install it.";
        let finding = Diagnostic::new(rule::CONFIG_NO_REDIRECTS, REDIRECTS, text)
            .with_fix("Add the URL that your app answers on to redirectUrls.");
        sheet.say(fields.node, finding);
    }
}

fn warn_of_static_redirects<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, redirects: Option<&[Text<'a>]>) {
    if redirects.is_some_and(|urls| !urls.is_empty()) {
        let text = "The app uses a static token, and the schema of such an app is reported to have no redirectUrls and to \
                    take no other fields: the upload then fails.";
        let finding = Diagnostic::new(rule::CONFIG_STATIC_REDIRECTS, REDIRECTS, text)
            .with_confidence(Confidence::Reported)
            .with_fix("Remove redirectUrls.")
            .with_edits([sheet.remove(&fields.at.key(REDIRECTS))]);
        sheet.say(fields.get(REDIRECTS).unwrap_or(fields.node), finding);
    }
}

fn warn_of_missing_oauth<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, lists: &Lists<'a>) {
    if lists.texts().any(|(scope, _)| scope.value == OAUTH || scope.is_open()) {
        return;
    }
    let Some(list) = lists.all().iter().find(|list| list.kind == ScopeType::Required) else { return };
    let text = "The app uses OAuth, but none of its scope lists has oauth: HubSpot adds it, and links without it are \
                reported to fail.";
    let add = Edit::Add { file: sheet.name().to_owned(), path: list.at.pointer().to_owned(), value: OAUTH.to_owned() };
    let finding = Diagnostic::new(rule::CONFIG_MISSING_OAUTH, OAUTH, text)
        .with_confidence(Confidence::Reported)
        .with_fix(format!("Add oauth to {}.", list.key))
        .with_edits([add]);
    sheet.say(list.node.unwrap_or(fields.node), finding);
}

fn warn_of_extra_scopes<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>, lists: &Lists<'a>) {
    let has_no_effect = |list: &&List<'a>| list.kind != ScopeType::Required && !list.texts.is_empty();
    for list in lists.all().iter().filter(has_no_effect) {
        let key = list.key;
        let text = format!("The app uses a static token, so {key} has no effect: only requiredScopes counts.");
        let fix = format!("Remove {key}, or move the scopes that the app needs to requiredScopes.");
        let finding = Diagnostic::new(rule::CONFIG_STATIC_EXTRA_SCOPES, key, text)
            .with_fix(fix)
            .with_edits([sheet.remove(&list.at)]);
        sheet.say(list.node.unwrap_or(fields.node), finding);
    }
}
