//! The rules of an install, written down a second time: plainly, from the facts as they lie in JSON, without one line of
//! the library. It answers one question only: is it sure that this is refused?

use serde_json::Value;

const SCOPES: &str = include_str!("../../../assets/catalog/scopes.json");
const PERMISSIONS: &str = include_str!("../../../assets/catalog/permissions.json");

/// Level of each hub, in the words of the facts.
pub(crate) struct Account {
    pub(crate) hubs: Vec<(&'static str, &'static str)>,
    pub(crate) addons: Vec<&'static str>,
    pub(crate) sensitive: bool,
    /// `None` = no App Governance.
    pub(crate) approved: Option<Vec<String>>,
}

pub(crate) struct Person {
    pub(crate) super_admin: bool,
    pub(crate) marketplace_access: bool,
    pub(crate) lacks: Vec<&'static str>,
}

pub(crate) struct Facts {
    scopes: Value,
    permissions: Value,
}

fn rank(level: &str) -> usize {
    ["free", "starter", "professional", "enterprise"].iter().position(|one| *one == level).unwrap()
}

impl Facts {
    pub(crate) fn read() -> Self {
        Self { scopes: serde_json::from_str(SCOPES).unwrap(), permissions: serde_json::from_str(PERMISSIONS).unwrap() }
    }

    /// The names of all scopes.
    pub(crate) fn names(&self) -> Vec<String> {
        self.scopes["scopes"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    }

    fn scope(&self, name: &str) -> &Value {
        self.scopes["scopes"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap_or(&Value::Null)
    }

    /// Whether it is sure that the account cannot grant the scope.
    pub(crate) fn tier_refuses(&self, name: &str, account: &Account) -> bool {
        let row = self.scope(name);
        let tier = &row["tier"];
        let confidence = if row["tier_confidence"].is_null() { &row["confidence"] } else { &row["tier_confidence"] };
        if tier.is_null() || tier["any"] == true || confidence != "documented" {
            return false;
        }
        let has_addon = |value: &Value| value.as_str().is_some_and(|name| account.addons.contains(&name));
        let by_hub = tier["any_of"].as_array().unwrap().iter().any(|part| {
            let wanted = rank(part["level"].as_str().unwrap());
            let hub = part["hub"].as_str().unwrap();
            let high = account.hubs.iter().any(|(mine, level)| (hub == "any" || hub == *mine) && rank(level) >= wanted);
            high && (part["addon"].is_null() || has_addon(&part["addon"]))
        });
        !(by_hub || has_addon(&tier["addon"]) || has_addon(&tier["addon_alternative"]))
    }

    /// Whether it is sure that the person cannot grant the scope.
    pub(crate) fn person_refuses(&self, name: &str, person: &Person) -> bool {
        if person.super_admin {
            return false;
        }
        let rows = self.permissions["scopes"].as_array().unwrap();
        let Some(row) = rows.iter().find(|row| row["scope"] == name && row["confidence"] == "documented") else {
            return false;
        };
        let needs = row["needs"].as_array().unwrap().iter().filter_map(Value::as_str);
        row["super_admin"] == true || needs.into_iter().any(|id| person.lacks.contains(&id))
    }

    /// Whether it is sure that a link which demands `scope` is refused.
    pub(crate) fn refuses(&self, scope: &[String], account: &Account, person: &Person) -> bool {
        if !person.super_admin && (!person.marketplace_access || person.lacks.contains(&"marketplace_access")) {
            return true;
        }
        if scope.is_empty() || account.approved.as_ref().is_some_and(Vec::is_empty) {
            return true;
        }
        scope.iter().any(|name| {
            let row = self.scope(name);
            let gone = row.is_null() && !name.starts_with("crm.app.")
                || ["retired", "deprecated", "internal"].iter().any(|status| row["status"] == *status)
                || ["no", "user_level_only", "client_credentials_only"].iter().any(|who| row["selectable"] == *who)
                || row["pattern"] == true;
            let sensitive = !row["sensitivity"].is_null() && row["sensitivity"] != "normal";
            let approved = account.approved.as_ref().is_none_or(|names| name == "oauth" || names.contains(name));
            gone || (sensitive && !account.sensitive)
                || !approved
                || self.tier_refuses(name, account)
                || self.person_refuses(name, person)
        })
    }
}
