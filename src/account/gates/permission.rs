//! The installer's permissions: who may install at all, and who can grant a scope.

use crate::account::gate::{Gate, Judged, Refusal, says};
use crate::account::{Install, Role};
use crate::catalog::{Catalog, Confidence, Permission, Permissions, Scope, WhoFixes};

/// What the installer's permissions say to one scope.
pub(super) fn judge(catalog: &Catalog, install: &Install, name: &str, scope: Option<&Scope>) -> Judged {
    if install.installer.role == Role::SuperAdmin {
        return Judged::Pass;
    }
    match scope.and_then(|scope| scope.super_admin) {
        Some(Confidence::Documented) => return Judged::Refuse(Box::new(super_admin_only(catalog, install, name))),
        Some(confidence) => {
            return Judged::Open(format!(
                "It is {} to need a Super Admin, and the installer is none. What is not documented is not counted as a \
                 refusal.",
                confidence.as_str()
            ));
        }
        None => {}
    }
    let Some(grant) = catalog.permissions().of_scope(name).filter(|_| !install.installer.lacks.is_empty()) else {
        return Judged::Pass;
    };
    let lacking = grant.needs.iter().filter(|id| install.installer.lacks.contains(*id));
    let names: Vec<&str> =
        lacking.filter_map(|id| catalog.permissions().get(id)).map(|permission| permission.name).collect();
    match (names.is_empty(), grant.confidence) {
        (true, _) => Judged::Pass,
        (false, Confidence::Documented) => Judged::Refuse(Box::new(lacks(catalog, install, name, &names))),
        (false, confidence) => Judged::Open(format!(
            "It is {} to ask for {}, which the installer lacks. What is not documented is not counted as a refusal.",
            confidence.as_str(),
            names.join(" and ")
        )),
    }
}

/// Whether the installer may install apps at all.
pub(super) fn judge_installer(catalog: &Catalog, install: &Install) -> Judged {
    let installer = &install.installer;
    let may = match installer.role {
        Role::SuperAdmin => true,
        Role::MarketplaceAccess => !installer.lacks.contains(Permissions::MARKETPLACE_ACCESS),
        Role::None => false,
    };
    if may {
        return Judged::Pass;
    }
    if install.app.user_level {
        return Judged::Open(
            "A user-level app is installed by every user for themselves; whether that takes HubSpot Marketplace access is not \
             known."
                .to_owned(),
        );
    }
    let name = catalog.permissions().get(Permissions::MARKETPLACE_ACCESS).map_or("HubSpot Marketplace access", named);
    Judged::Refuse(Box::new(Refusal {
        gate: Gate::Permission,
        scope: None,
        why: format!("The installer is no Super Admin and has no {name}."),
        hubspot_says: page_says(catalog, install),
        who_fixes: WhoFixes::AccountAdmin,
        fix: format!("Let a Super Admin install, or give the installer {name} and the permissions behind the scopes."),
        confidence: Confidence::Documented,
    }))
}

fn super_admin_only(catalog: &Catalog, install: &Install, name: &str) -> Refusal {
    Refusal {
        gate: Gate::Permission,
        scope: Some(name.to_owned()),
        why: format!("Only a Super Admin can grant {name}."),
        hubspot_says: page_says(catalog, install),
        who_fixes: WhoFixes::AccountAdmin,
        fix: match install.app.gets_all_or_none() {
            true => format!("Let a Super Admin install; or take {name} out of the app's settings."),
            false => {
                format!(
                    "Let a Super Admin install; or make {name} optional, so that it is left out for other installers."
                )
            }
        },
        confidence: Confidence::Documented,
    }
}

fn lacks(catalog: &Catalog, install: &Install, name: &str, permissions: &[&str]) -> Refusal {
    Refusal {
        why: format!("{name} asks for {}, which the installer lacks.", permissions.join(" and ")),
        fix: format!("Give the installer {}, or let a Super Admin install.", permissions.join(" and ")),
        ..super_admin_only(catalog, install, name)
    }
}

fn page_says(catalog: &Catalog, install: &Install) -> Option<String> {
    says(catalog, "install.permissions", "app", install.app.name.as_deref().unwrap_or("the app"))
}

fn named(permission: &Permission) -> &'static str {
    permission.name
}
