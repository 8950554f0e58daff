//! What an install asks for: the scopes of one link, whether they come from a plan, a project or the link itself.
//!
//! Owns the step from each of these to names; whether they are granted is decided at the gates.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, name_from_text};
use crate::diagnostic::{Diagnostic, Severity};
use crate::link::{InstallUrl, build, check_client_id, check_redirect};
use crate::plan::{Auth, LinkChoice, Pin, Plan, Resolved, ScopeType, ServedNeed, resolve};

/// At most so many unknown names get a suggestion: each is compared with every scope.
const SUGGESTED: usize = 20;

/// What an install asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// What must be granted: the names of `scope`, each once.
    pub scope: Vec<String>,
    /// What is granted if it can be: the names of `optional_scope`, each once.
    pub optional: Vec<String>,
    /// The scopes whose type cannot be weaker, and why.
    pub locked: BTreeMap<String, &'static str>,
    /// Why HubSpot refuses the link whoever installs.
    pub faults: Vec<Diagnostic>,
    /// The features and calls behind the scopes.
    pub needs: Vec<ServedNeed>,
}

impl Ask {
    /// The link of a plan.
    pub fn of_plan(catalog: &'static Catalog, plan: &Plan, resolved: &Resolved, choice: &LinkChoice) -> Self {
        let built = build(catalog, plan, resolved, choice);
        let locked = resolved.scopes.iter().filter_map(|scope| Some((scope.name.clone(), scope.locked()?)));
        Self {
            locked: locked.collect(),
            faults: built.diagnostics.into_iter().filter(|fault| fault.is_error() && !is_open(fault)).collect(),
            needs: resolved.needs.clone(),
            scope: built.scopes.scope,
            optional: built.scopes.optional,
        }
    }

    /// A link as it stands; `app` says what kind of app it is, as far as that is known.
    pub fn of_link(catalog: &'static Catalog, link: &InstallUrl, app: &Plan) -> Self {
        let (scope, optional) = names_of(link);
        let mut ask = Self { scope: once(scope), optional: once(optional), ..Self::default() };
        ask.faults = ask.faults_of_names(catalog, app);
        ask.faults.extend(foreign_host(&link.host));
        let values = [
            check_client_id(catalog.messages(), Some(&link.client_id)).filter(|_| !is_placeholder(&link.client_id)),
            check_redirect(Some(&link.redirect_uri)).filter(|_| !is_placeholder(&link.redirect_uri)),
        ];
        ask.faults.extend(values.into_iter().flatten());
        ask
    }

    /// The names alone, in a plan of their own, so that the rules are those of every plan.
    fn faults_of_names(&self, catalog: &'static Catalog, app: &Plan) -> Vec<Diagnostic> {
        let mut plan = app.clone();
        let is_known = |name: &str| catalog.scope_id(name).is_some() || name.starts_with("crm.app.");
        let mut faults = Vec::new();
        if self.scope.is_empty() {
            let message = "The link has no scope.";
            faults.push(
                Diagnostic::new("url/missing-scope", Severity::Error, "scope", message)
                    .with_fix("Add the app's required scopes, oauth among them."),
            );
        }
        let demanded: BTreeSet<&str> = self.scope.iter().map(String::as_str).collect();
        let typed = [(&self.scope, ScopeType::Required), (&self.optional, ScopeType::Optional)];
        for (names, kind) in typed {
            for name in names {
                if kind == ScopeType::Optional && demanded.contains(name.as_str()) {
                    faults.push(in_both(catalog, name));
                } else if is_known(name) {
                    plan.pins.push(Pin::new(name, kind, None));
                } else {
                    faults.push(unknown(catalog, name, faults.len() < SUGGESTED));
                }
            }
        }
        let found = resolve(catalog, &plan).diagnostics;
        faults.extend(found.into_iter().filter(Diagnostic::is_error));
        faults
    }
}

/// The names of a link: the one place that knows how a link is read.
fn names_of(link: &InstallUrl) -> (&[String], &[String]) {
    (&link.scope, &link.optional_scope)
}

/// Each name once, in the order in which it is met.
fn once(names: &[String]) -> Vec<String> {
    let mut met = BTreeSet::new();
    names.iter().filter(|name| met.insert(name.as_str())).cloned().collect()
}

/// What is not given yet is no fault of who installs: a project knows no client id.
fn is_open(fault: &Diagnostic) -> bool {
    const NOT_GIVEN: [&str; 4] =
        ["url/missing-client-id", "url/missing-redirect-uri", "plan/static-link-incomplete", "config/placeholder"];
    NOT_GIVEN.contains(&fault.rule)
}

/// Whether a value stands for another: what it stands for is never called malformed.
fn is_placeholder(text: &str) -> bool {
    text.contains(['{', '<', '$', '#']) || text.contains("%s") || text.contains("YOUR") || text.starts_with(':')
}

/// HubSpot's hosts are `app.hubspot.com` and `app-REGION.hubspot.com`; look-alikes are not HubSpot's.
fn foreign_host(host: &str) -> Option<Diagnostic> {
    let region = host.to_ascii_lowercase();
    let region = region.strip_suffix(".hubspot.com").and_then(|name| name.strip_prefix("app"));
    let is_region = |name: &str| name.is_empty() || name.strip_prefix('-').is_some_and(|id| !id.contains('.'));
    (!region.is_some_and(is_region)).then(|| {
        let message = format!("{host} is no host of HubSpot's install page.");
        Diagnostic::new("url/not-install-url", Severity::Error, host, message)
            .with_fix("Use app.hubspot.com, which leads every account to its own region.")
    })
}

fn unknown(catalog: &Catalog, name: &str, suggest: bool) -> Diagnostic {
    let near = if suggest && name_from_text(name).is_some() { catalog.nearest_scopes(name, 3) } else { Vec::new() };
    let message = format!("{name} is in no HubSpot source.");
    let finding = Diagnostic::new("scope/unknown", Severity::Error, name, message)
        .with_hubspot_says(catalog.messages().says("install.invalid-scope", "scope", name));
    match &near[..] {
        [] => finding.with_fix("Check its spelling: hubscope catalog scopes lists every scope that is known."),
        near => finding.with_fix(format!("Did you mean {}?", near.join(" or "))),
    }
}

fn in_both(catalog: &Catalog, name: &str) -> Diagnostic {
    let message = format!("{name} stands in scope and in optional_scope, and a scope has one type.");
    let says = catalog.messages().get("install.mismatch").map_or_else(String::new, |message| message.says.to_owned());
    Diagnostic::new("url/scope-in-both", Severity::Error, name, message)
        .with_hubspot_says(says)
        .with_fix("Leave it in the one that the app's settings say.")
}

/// A plan that stands for the app behind a link, of which nothing else is known.
pub fn app_of_link(auth: Auth, user_level: bool) -> Plan {
    let mut plan = Plan::default();
    plan.app.auth = auth;
    plan.app.user_level = user_level;
    plan
}
