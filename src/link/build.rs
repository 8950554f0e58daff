//! One plan's link: the URL that HubSpot accepts, or why there is none.
//!
//! ```text
//!  https://app[-eu1].hubspot.com/oauth/[123456/]authorize
//!      ?client_id=…&redirect_uri=…&scope=oauth%20…[&optional_scope=…][&state=…]
//! ```

use super::encode;
use super::settings::{check_account, check_oauth};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::{
    App, Auth, Declared, LinkChoice, LinkScopes, Plan, Resolved, ResolvedScope, ScopeType, State, has_variable,
    link_scopes,
};

/// What kind of link the app's auth type gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// An OAuth install URL with scopes.
    Oauth,
    /// A static-auth app's link, which carries no scopes.
    Static,
    /// None: the app has no API access.
    None,
}

/// The link of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// What kind of link it is.
    pub kind: LinkKind,
    /// The URL, where HubSpot would accept it.
    pub url: Option<String>,
    /// The URL as far as it goes, also where HubSpot would refuse it; empty where there is no link at all.
    pub draft: String,
    /// The scopes that it carries.
    pub scopes: LinkScopes,
    /// All findings of the plan and of this link, worst first.
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds the link that `choice` means. What HubSpot would refuse gives no [`Built::url`], and the findings say why.
pub fn build(catalog: &'static Catalog, plan: &Plan, resolved: &Resolved, choice: &LinkChoice) -> Built {
    let mut scopes = link_scopes(catalog, plan, &resolved.scopes, choice);
    let mut diagnostics = resolved.diagnostics.clone();
    diagnostics.append(&mut scopes.diagnostics);
    let app = &plan.app;
    let held = resolved.by_settings && resolved.typed && app.auth == Auth::Oauth;
    if let Some(declared) = app.declared.as_ref().filter(|_| held) {
        hold_to(app, declared, resolved, &scopes, &mut diagnostics);
        diagnostics.extend(left_out(catalog, declared, &scopes));
    }
    if app.unread {
        diagnostics.push(unread());
    }
    let (kind, draft, refused) = match app.auth {
        Auth::Oauth => {
            diagnostics.extend(check_oauth(catalog, app));
            let refused = diagnostics.iter().any(Diagnostic::is_error);
            (LinkKind::Oauth, oauth_url(app, &scopes), refused)
        }
        Auth::Static => {
            // Scopes do not stand in this link, so what is wrong with them does not refuse it.
            let (url, findings) = static_url(app);
            let refused = app.unread || findings.iter().any(Diagnostic::is_error);
            diagnostics.extend(findings);
            (LinkKind::Static, url, refused)
        }
        Auth::None => {
            diagnostics.push(
                Diagnostic::new(
                    rule::PLAN_NO_API_ACCESS,
                    "auth",
                    "The app has no API access, so it has no install link.",
                )
                .with_fix("Give it auth of type oauth in its settings."),
            );
            (LinkKind::None, String::new(), true)
        }
    };
    diagnostics.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let url = (!refused && !draft.is_empty()).then(|| draft.clone());
    Built { kind, url, draft, scopes, diagnostics }
}

/// Of an app whose settings nobody could read, no link can be called right.
fn unread() -> Diagnostic {
    let message = "The app's settings could not be read, so nothing is known of the link that they need.";
    Diagnostic::new(rule::CONFIG_NO_APP, "app", message)
        .with_fix("Mend the app's file first: what was found in the project says what is wrong with it.")
}

/// What HubSpot refuses today, for the app's settings have a scope of this link otherwise or not at all, refuses the link. A
/// placeholder in the settings may stand for any scope, and what becomes of a component's own scopes is not documented: for
/// lacking those, nothing is refused.
fn hold_to(app: &App, declared: &Declared, resolved: &Resolved, scopes: &LinkScopes, diagnostics: &mut [Diagnostic]) {
    let is_open = declared.is_open();
    for finding in diagnostics {
        let name = &finding.subject;
        let (demanded, optional) = (scopes.scope.contains(name), scopes.optional.contains(name));
        let is_refused = match (finding.rule, declared.type_of(name)) {
            (rule::PLAN_SETTINGS_LACK_SCOPE, _) => {
                (demanded || optional) && !is_open && !app.of_components.contains(name)
            }
            (rule::PLAN_SETTINGS_DIFFER, Some(ScopeType::Required)) => !demanded,
            (rule::PLAN_SETTINGS_DIFFER, Some(ScopeType::ConditionallyRequired)) => optional,
            (rule::PLAN_SETTINGS_DIFFER, Some(ScopeType::Optional)) => demanded,
            _ => false,
        };
        if !is_refused {
            continue;
        }
        let of_project = |scope: &ResolvedScope| scope.reasons.iter().any(|reason| reason.file.is_some());
        let is_of_project = resolved.scope(name).is_some_and(of_project);
        finding.refuse_link();
        // What a component of the project needs, the check knows as well.
        if is_of_project && let Some(fix) = &mut finding.fix {
            fix.text.push_str(" hubscope check --fix --write does it.");
        }
    }
}

/// The scopes that the settings require of every link, and this one leaves out.
fn left_out(catalog: &Catalog, declared: &Declared, scopes: &LinkScopes) -> Vec<Diagnostic> {
    let told = |name: &&String| has_variable(name) || scopes.scope.contains(name) || scopes.optional.contains(name);
    let missing = declared.required.iter().filter(|name| !told(name));
    let finding = |name: &String| {
        let message = format!("{name} is required in the app's settings, and this link leaves it out.");
        let says = catalog.messages().get("install.insufficient").map_or("", |message| message.says);
        Diagnostic::new(rule::MATCH_REQUIRED_MISSING, name, message)
            .with_hubspot_says(says)
            .with_fix("Keep it in the link, or take it out of the app's settings first.")
    };
    missing.map(finding).collect()
}

fn oauth_url(app: &App, scopes: &LinkScopes) -> String {
    let account = app.account.as_ref().map_or_else(String::new, |id| format!("{}/", encode(id)));
    let mut url = format!("https://{}/oauth/{account}authorize", app.host.host());
    let list = |names: &[String]| encode(&names.join(" "));
    let mut parameters = vec![
        ("client_id", encode(app.client_id.as_deref().unwrap_or_default())),
        ("redirect_uri", encode(app.redirect_url.as_deref().unwrap_or_default())),
        ("scope", list(&scopes.scope)),
    ];
    if !scopes.optional.is_empty() {
        parameters.push(("optional_scope", list(&scopes.optional)));
    }
    if let State::Value(state) = &app.state {
        parameters.push(("state", encode(state)));
    }
    for (i, (name, value)) in parameters.iter().enumerate() {
        url.push(if i == 0 { '?' } else { '&' });
        url.push_str(name);
        url.push('=');
        url.push_str(value);
    }
    url
}

/// The link of a static-auth app, where the account and the app are known.
fn static_url(app: &App) -> (String, Vec<Diagnostic>) {
    let numbers = [("account id", &app.account), ("app id", &app.app_id)];
    let missing: Vec<&str> = numbers.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| *name).collect();
    let mut findings: Vec<Diagnostic> =
        numbers.iter().filter_map(|(name, value)| check_account(name, value.as_deref()?)).collect();
    if !missing.is_empty() {
        let message =
            format!("A static-auth app has no OAuth link; its own link needs the {}.", missing.join(" and the "));
        findings.push(
            Diagnostic::new(rule::PLAN_STATIC_LINK_INCOMPLETE, "auth", message)
                .with_fix("Give them, or install the app from its Distribution page in HubSpot."),
        );
    }
    let url = app.account.as_ref().zip(app.app_id.as_ref()).map(|(account, app_id)| {
        let (account, app_id) = (encode(account), encode(app_id));
        format!("https://{}/static-token/{account}/authorize?appId={app_id}", app.host.host())
    });
    (url.unwrap_or_default(), findings)
}
