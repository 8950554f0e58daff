//! From flags to who installs what where.

use std::collections::BTreeSet;

use anyhow::Context as _;

use super::target::{Target, is_account_id};
use crate::account::{Customer, Governance, Install, Installer, Offered, Role};
use crate::catalog::{Account, Catalog, Hub, Level, Tier, nearest};
use crate::cli::args::{Signed, SimulateArgs, Switch, parse_level};
use crate::cli::failure::{Failure, usage};
use crate::plan::Auth;

/// What the flags say, and what is taken where they say nothing.
pub(super) fn of_flags(catalog: &'static Catalog, flags: &SimulateArgs, target: &Target) -> anyhow::Result<Install> {
    let mut tiers = account(&flags.account)?;
    tiers.addons = addons(catalog, &flags.addon)?;
    Ok(Install {
        customer: Customer {
            tiers,
            sensitive_data: flags.sensitive_data == Some(Switch::On),
            governance: governance(flags)?,
        },
        installer: installer(catalog, flags)?,
        app: Offered {
            name: target.app.name.clone(),
            distribution: target.distribution,
            auth: flags.auth.unwrap_or(target.app.auth),
            user_level: target.app.user_level || flags.user_level,
            listed: flags.listed,
            installs: flags.installs,
            allow_listed: flags.allow_listed,
            aup_signed: flags.aup.map(|state| state == Signed::Signed),
        },
    })
}

/// The flags that say nothing here, and why.
pub(super) fn unused(flags: &SimulateArgs, target: &Target, install: &Install) -> Vec<String> {
    let mut notes = Vec::new();
    let of_distribution = [
        (flags.aup.is_some(), "--aup"),
        (flags.installs > 0, "--installs"),
        (flags.listed, "--listed"),
        (flags.allow_listed.is_some(), "--allow-listed"),
    ];
    let given: Vec<&str> = of_distribution.iter().filter(|(given, _)| *given).map(|(_, flag)| *flag).collect();
    if !given.is_empty() && install.app.distribution.is_none() && install.app.auth == Auth::Oauth {
        notes.push(format!(
            "{} not used: a link does not tell how its app reaches accounts (--distribution does)",
            match given[..] {
                [only] => format!("{only} is"),
                _ => format!("{} are", given.join(" and ")),
            }
        ));
    }
    let number = flags.account.iter().find(|text| is_account_id(text));
    let has_tier = flags.account.iter().any(|text| !text.is_empty() && !is_account_id(text));
    if let Some(number) = number.filter(|_| target.plan.is_none() && !has_tier) {
        notes.push(format!("--account {number} is the number of an account, not its tier: Free is taken"));
    }
    notes
}

fn account(texts: &[String]) -> anyhow::Result<Account> {
    let mut account = Account::on(Level::Free);
    let parts = texts.iter().filter(|text| !is_account_id(text)).flat_map(|text| text.split(','));
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        account = match part.split_once('=') {
            None => account.with(Hub::Any, level(part)?),
            Some((hub_name, tier)) => account.with(hub(hub_name)?, level(tier)?),
        };
    }
    Ok(account)
}

fn level(text: &str) -> anyhow::Result<Level> {
    parse_level(text).ok().with_context(|| {
        let tiers = ["free", "starter", "pro", "enterprise"];
        let message = format!("--account: there is no tier {text:?}; it is free, starter, pro or enterprise");
        Failure::usage(message).near(tiers)
    })
}

fn hub(text: &str) -> anyhow::Result<Hub> {
    Ok(match text.trim().to_lowercase().as_str() {
        "marketing" => Hub::Marketing,
        "sales" => Hub::Sales,
        "service" => Hub::Service,
        "content" | "cms" => Hub::Content,
        "data" | "operations" => Hub::Data,
        "commerce" => Hub::Commerce,
        _ => usage!(
            "--account: there is no hub {text:?}; the hubs are marketing, sales, service, content, data and commerce"
        ),
    })
}

fn addons(catalog: &Catalog, names: &[String]) -> anyhow::Result<Vec<String>> {
    let tiers = catalog.scopes().iter().filter_map(|scope| scope.tier.as_ref());
    let known: BTreeSet<&str> = tiers.flat_map(Tier::addons).collect();
    let mut found = Vec::new();
    for name in names.iter().filter(|name| !name.trim().is_empty()) {
        let wanted = name.trim().to_lowercase().replace(['-', ' '], "_");
        if !known.contains(wanted.as_str()) {
            let all: Vec<String> = known.iter().map(|name| name.replace('_', "-")).collect();
            let message =
                format!("--addon: there is no add-on {name:?} that scopes ask for; they are {}", all.join(", "));
            return Err(Failure::usage(message).near(all).into());
        }
        found.push(wanted);
    }
    Ok(found)
}

fn installer(catalog: &'static Catalog, flags: &SimulateArgs) -> anyhow::Result<Installer> {
    let permissions = catalog.permissions();
    let mut lacks = BTreeSet::new();
    for name in &flags.lacks {
        let Some(permission) = permissions.named(name) else {
            let names = permissions.all().iter().flat_map(|row| [row.id, row.name]);
            match nearest(name, names, 1).first() {
                Some(near) => {
                    let message = format!("--lacks: there is no permission {name:?}; did you mean {near:?}?");
                    return Err(Failure::usage(message).near([near]).into());
                }
                None => usage!("--lacks: there is no permission {name:?} that scopes ask for"),
            }
        };
        lacks.insert(permission.id);
    }
    let role = match flags.installer {
        Some(Role::SuperAdmin) if !lacks.is_empty() => {
            usage!("--lacks goes with --installer marketplace-access: a Super Admin holds every permission")
        }
        Some(role) => role,
        None if lacks.is_empty() => Role::default(),
        None => Role::MarketplaceAccess,
    };
    Ok(Installer { role, lacks })
}

fn governance(flags: &SimulateArgs) -> anyhow::Result<Governance> {
    let names = flags.approved.iter().flat_map(|text| text.split(|c: char| c == ',' || c.is_whitespace()));
    let approved: BTreeSet<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    match flags.governance {
        Some(Switch::Off) if !approved.is_empty() => usage!("--approved goes with --governance on"),
        Some(Switch::On) => Ok(Governance::On { approved }),
        None if !approved.is_empty() => Ok(Governance::On { approved }),
        Some(Switch::Off) | None => Ok(Governance::Off),
    }
}
