//! The profiles of a project: each `hsprofile.NAME.json` in its folder of components.
//!
//! Owns how such a file is read, and which one is chosen. What its variables stand for, [`super::variables`] fills in.

use std::collections::BTreeMap;

use super::fields::{Fields, excerpt};
use super::json::Kind;
use super::sheet::Sheet;
use super::variables::{Profile, Variable};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Span, rule};

/// The profiles of a project, by name.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    all: Vec<Profile>,
    chosen: Option<usize>,
}

impl Profiles {
    /// These profiles, of which the one called `chosen` is filled in.
    pub(super) fn new(all: Vec<Profile>, chosen: Option<&str>) -> Self {
        let chosen = chosen.and_then(|name| all.iter().position(|profile| profile.name == name));
        Self { all, chosen }
    }

    /// The one that is filled in.
    pub(super) fn chosen(&self) -> Option<&Profile> {
        self.chosen.and_then(|place| self.all.get(place))
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Profile] {
        &self.all
    }

    /// All of them, for good.
    pub(super) fn into_all(self) -> Vec<Profile> {
        self.all
    }
}

/// The name in `hsprofile.NAME.json`.
pub(super) fn name_of(file: &str) -> Option<&str> {
    let name = file.strip_prefix("hsprofile.")?.strip_suffix(".json")?;
    (!name.is_empty() && !name.contains('.')).then_some(name)
}

/// The profile that the file of `sheet` is.
pub(super) fn read(sheet: &mut Sheet<'_>) -> Profile {
    let file = sheet.name().to_owned();
    let base = file.rsplit('/').next().unwrap_or_default();
    let mut profile = Profile { name: name_of(base).unwrap_or(base).to_owned(), ..Profile::default() };
    if let Some(fields) = sheet.root() {
        profile.account = account(sheet, &fields);
        profile.variables = variables(sheet, &fields);
    }
    profile.file = file;
    profile
}

fn account<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>) -> Option<String> {
    let Some(node) = fields.get("accountId") else {
        sheet.missing(fields, "accountId");
        return None;
    };
    match node.kind() {
        Kind::Number => Some(node.as_written().to_owned()),
        _ => sheet.text(fields.at.key("accountId"), node).map(|text| text.value),
    }
}

fn variables<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>) -> BTreeMap<String, Variable> {
    let mut variables = BTreeMap::new();
    let Some(members) = sheet.fields_at(fields, "variables") else { return variables };
    for (key, node) in members.members() {
        let value = match node.kind() {
            Kind::Text => node.text().map(Variable::Text),
            Kind::Flag => node.flag().map(Variable::Flag),
            Kind::Number => Some(Variable::Number(node.as_written().to_owned())),
            Kind::Object | Kind::List | Kind::Null => None,
        };
        if let Some(value) = value {
            variables.insert(key.to_owned(), value);
            continue;
        }
        let name = excerpt(key);
        let message = format!("The variable {name} is {}, which cannot be filled in.", node.kind().as_str());
        let says = sheet.hubspot_says("upload.profile-invalid-value", "variable", &name);
        let finding = Diagnostic::new(rule::CONFIG_WRONG_TYPE, name, message)
            .with_hubspot_says(says)
            .with_fix("Make it a string, a number, or true or false.");
        sheet.say(node, finding);
    }
    variables
}

/// The finding that the chosen profile is none of `all`.
pub(super) fn not_there(catalog: &'static Catalog, chosen: &str, all: &[Profile], span: Span) -> Diagnostic {
    let chosen = excerpt(chosen);
    let file = format!("hsprofile.{chosen}.json");
    let message = format!("The project has no profile {chosen}: there is no {file} in its srcDir.");
    let names: Vec<&str> = all.iter().map(|profile| profile.name.as_str()).collect();
    let fix = match names.as_slice() {
        [] => format!("Add {file} with the accountId and the variables."),
        names => format!("Use one of: {}.", names.join(", ")),
    };
    Diagnostic::new(rule::CONFIG_UNKNOWN_PROFILE, chosen, message)
        .with_hubspot_says(catalog.messages().says("upload.profile-not-loaded", "profile", &file))
        .with_span(span)
        .with_fix(fix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_has_one_name_in_its_file() {
        assert_eq!(name_of("hsprofile.qa.json"), Some("qa"));
        for other in ["hsprofile.json", "hsprofile..json", "hsprofile.a.b.json", "profile.qa.json", "hsprofile.qa.yaml"]
        {
            assert_eq!(name_of(other), None, "{other}");
        }
    }
}
