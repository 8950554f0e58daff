//! Variables that stay open: what `${NAME}` stands for where no profile was filled in.
//!
//! Owns what is said of them. It fills in nothing.

use std::collections::HashSet;

use super::fields::excerpt;
use super::profiles::Profiles;
use super::sheet::Sheet;
use super::variables::{Profile, variables_in};
use crate::catalog::Confidence;
use crate::diagnostic::{Diagnostic, Severity, rule};

/// Names every variable that stands open in the file, once each.
pub(super) fn note(sheet: &mut Sheet<'_>, profiles: &Profiles) {
    let text = sheet.whole();
    let mut seen = HashSet::new();
    for (bytes, name) in variables_in(text) {
        let is_filled = profiles.chosen().is_some_and(|profile| profile.variables.contains_key(name));
        if !is_filled && seen.insert(name) {
            let finding = finding(sheet, name, profiles);
            sheet.say_of(bytes, finding);
        }
    }
}

fn finding(sheet: &Sheet<'_>, name: &str, profiles: &Profiles) -> Diagnostic {
    let shown = excerpt(name);
    let (with, without): (Vec<_>, Vec<_>) =
        profiles.all().iter().partition(|profile| profile.variables.contains_key(name));
    if profiles.all().is_empty() {
        let message = format!(
            "The profile variable {shown} is left open, for the project has no profile that is read here: what it stands \
             for is not checked."
        );
        return Diagnostic::new(rule::CONFIG_PLACEHOLDER, shown, message);
    }
    if let Some(chosen) = profiles.chosen() {
        let message = format!("The profile {} has no variable {shown}.", chosen.name);
        let fix = format!("Add {shown} to the variables of {}.", chosen.file);
        return undefined(sheet, &shown, message).with_fix(fix);
    }
    if with.is_empty() {
        let message = format!("No profile has the variable {shown}, so an upload with any of them is refused.");
        let fix = format!("Add {shown} to the variables of {}.", names(&without));
        return undefined(sheet, &shown, message).at_most(Severity::Warning).with_fix(fix);
    }
    let lacking = match without.as_slice() {
        [] => String::new(),
        lacking => format!(" An upload with {} is refused, for it is not defined there.", names(lacking)),
    };
    let message = format!(
        "The profile variable {shown} is left open: what it stands for is not checked. {} it.{lacking}",
        if with.len() == 1 { format!("{} defines", names(&with)) } else { format!("{} define", names(&with)) }
    );
    Diagnostic::new(rule::CONFIG_PLACEHOLDER, shown, message)
        .with_fix("Name a profile to check the project with its values.")
}

fn undefined(sheet: &Sheet<'_>, name: &str, message: String) -> Diagnostic {
    let says = sheet.hubspot_says("upload.profile-missing-value", "variable", name).replace("{file}", sheet.name());
    Diagnostic::new(rule::CONFIG_UNDEFINED_VARIABLE, name, message)
        .with_confidence(Confidence::Documented)
        .with_hubspot_says(says)
}

fn names(profiles: &[&Profile]) -> String {
    let names: Vec<&str> = profiles.iter().map(|profile| profile.name.as_str()).collect();
    excerpt(&names.join(", "))
}
