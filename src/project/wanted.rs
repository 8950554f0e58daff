//! What a project wants, as a plan: its app's settings, its declared scopes, the features that its components stand for.

use std::collections::HashSet;

use super::{AppFormat, Project, ProjectApp};
use crate::plan::{Distribution, Pin, PinOrigin, Plan, has_variable, usual_redirect};

impl Project {
    /// The plan that the project's files stand for. Of several apps the first one counts.
    pub fn plan(&self) -> Plan {
        let mut plan = Plan::default();
        match self.apps.first() {
            Some(app) => take_app(&mut plan, app),
            None => plan.app.name.clone_from(&self.name),
        }
        plan.app.unread = self.hides_its_app();
        plan.app.platform.clone_from(&self.platform);
        plan.selections = self.selections();
        let of_components = self.permissions.iter().flat_map(|permissions| permissions.declared.iter());
        plan.app.of_components = of_components.map(|(name, _)| name.to_owned()).collect();
        plan
    }
}

/// What the app's own file says. Without a redirect URL chosen yet, a registered one serves the link.
fn take_app(plan: &mut Plan, app: &ProjectApp) {
    let target = &mut plan.app;
    target.name = app.name.clone().or_else(|| app.uid.clone());
    // A public app of the older formats says nothing of it: any account may install it.
    target.distribution = app.distribution.unwrap_or(match app.format {
        AppFormat::Public => Distribution::Marketplace,
        AppFormat::Component | AppFormat::Private => Distribution::Private,
    });
    target.auth = app.auth.unwrap_or_default();
    target.user_level = app.user_level;
    target.registered_redirects.clone_from(&app.redirect_urls);
    target.redirect_url = usual_redirect(&app.redirect_urls).cloned();
    target.declared = Some(app.declared.clone());
    // What a placeholder stands for, only a profile knows: it is no scope of the plan.
    let reason = format!("declared in {}", app.file);
    let mut known = HashSet::new();
    for (scope, kind) in app.declared.iter().filter(|(name, _)| !has_variable(name)) {
        if known.insert(scope) {
            plan.pins.push(Pin { origin: PinOrigin::Declared, ..Pin::new(scope, kind, Some(&reason)) });
        }
    }
}
