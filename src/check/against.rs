//! What is wrong between a link and its app, said so that either side can be mended.
//!
//! Owns the sentences and the edits of both sides; which scope may stand where, [`super::rules::matching`] knows.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::app_side::AppSide;
use super::rules::matching::{List, Mismatch, compare};
use crate::catalog::{Catalog, nearest};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::link::{Known, Parameter, ParsedLink, ScopeName, encode};
use crate::plan::ScopeType;

/// The lists of a link, as far as they are known.
struct Lists<'a> {
    scope: Vec<&'a str>,
    optional: Vec<&'a str>,
    places: HashMap<(List, &'a str), Range<usize>>,
    /// Whether all names are known: no placeholder stands for some of them.
    is_whole: bool,
}

impl<'a> Lists<'a> {
    fn of(link: &'a ParsedLink<'a>) -> Self {
        let mut lists = Self {
            scope: Vec::new(),
            optional: Vec::new(),
            places: HashMap::new(),
            is_whole: !link.has_unseen_parameters(),
        };
        for (known, list) in [(Known::Scope, List::Scope), (Known::OptionalScope, List::Optional)] {
            for parameter in link.all(known) {
                lists.is_whole &= !link.is_open(parameter) && parameter.names.iter().all(|name| !name.placeholder);
                for name in parameter.names.iter().filter(|name| !name.placeholder && !name.name.is_empty()) {
                    lists.places.entry((list, name.name.as_str())).or_insert_with(|| name.range.clone());
                    match list {
                        List::Scope => lists.scope.push(&name.name),
                        List::Optional => lists.optional.push(&name.name),
                    }
                }
            }
        }
        lists
    }
}

/// What is wrong between `link` and the app, each with the bytes of the link that it is about. `file` names the link's
/// text, in which it begins at `offset`.
pub(super) fn check(
    catalog: &'static Catalog,
    link: &ParsedLink<'_>,
    side: &AppSide,
    file: &str,
    offset: usize,
) -> Vec<(Diagnostic, Range<usize>)> {
    let lists = Lists::of(link);
    let mismatches: Vec<(&str, Mismatch)> = compare(&side.declared, &lists.scope, &lists.optional)
        .into_iter()
        .filter(|(_, mismatch)| match mismatch {
            Mismatch::RequiredMissing { .. } => lists.is_whole,
            Mismatch::NotConfigured(_) => !side.is_open(),
            Mismatch::ConditionalInOptional | Mismatch::OptionalInScope => true,
        })
        .collect();
    let leaving = mismatches.iter().filter_map(|(name, mismatch)| Some((mismatch.leaves()?, *name))).collect();
    let mut judge = Judge { catalog, link, side, file, offset, lists, leaving, found: Vec::new() };
    for (name, mismatch) in mismatches {
        match mismatch {
            Mismatch::RequiredMissing { in_optional } => judge.required_missing(name, in_optional),
            Mismatch::NotConfigured(list) => judge.not_configured(name, list),
            Mismatch::ConditionalInOptional => judge.conditional_in_optional(name),
            Mismatch::OptionalInScope => judge.optional_in_scope(name),
        }
    }
    judge.redirect();
    judge.found
}

struct Judge<'a> {
    catalog: &'static Catalog,
    link: &'a ParsedLink<'a>,
    side: &'a AppSide,
    file: &'a str,
    offset: usize,
    lists: Lists<'a>,
    /// The names that leave a list, so that their edits do not share a byte.
    leaving: HashSet<(List, &'a str)>,
    found: Vec<(Diagnostic, Range<usize>)>,
}

impl Judge<'_> {
    fn required_missing(&mut self, name: &str, in_optional: bool) {
        let message = if in_optional {
            format!("{name} is required by the app, and the link has it in optional_scope, where it does not count.")
        } else {
            format!("{name} is required by the app, and the link's scope lacks it.")
        };
        let weaker = if in_optional { ScopeType::Optional } else { ScopeType::ConditionallyRequired };
        let mut edits = vec![self.insertion(Known::Scope, name)];
        if in_optional {
            edits.extend(self.removal(List::Optional, name));
        }
        let finding = self
            .error("match/required-missing", "install.insufficient", name, message)
            .with_fix(format!("Add {name} to scope."))
            .with_edits(edits)
            .with_alternative(in_settings(
                format!("Make it {} in the app's settings.", weaker.name()),
                self.side.retyped(name, Some(weaker)),
            ));
        let place = self.lists.places.get(&(List::Optional, name)).cloned();
        let place = place.unwrap_or_else(|| self.parameter_place(Known::Scope));
        self.found.push((finding, place));
    }

    fn not_configured(&mut self, name: &str, list: List) {
        let unused = |name: &&str| !self.lists.scope.contains(name) && !self.lists.optional.contains(name);
        let near = nearest(name, self.side.declared.iter().map(|(name, _)| name).filter(unused), 1);
        let message = format!("The link has {name} in {}, and the app's settings do not have it.", list.as_str());
        let hint = near.first().map_or_else(String::new, |near| format!(" The app has {near}: was that meant?"));
        let kind = match list {
            List::Scope => ScopeType::ConditionallyRequired,
            List::Optional => ScopeType::Optional,
        };
        let finding = self
            .error("match/not-configured", "install.mismatch", name, message)
            .with_fix(format!("Take {name} out of {}.{hint}", list.as_str()))
            .with_edits(self.removal(list, name));
        // A name that HubSpot does not take in links is none that an app could declare.
        let usable = crate::plan::current_spelling(self.catalog, name).is_none()
            && self.catalog.scope_named(name).is_some_and(|scope| !scope.pattern);
        let finding = if usable {
            finding.with_alternative(in_settings(
                format!("Declare it as {} in the app's settings.", kind.name()),
                self.side.retyped(name, Some(kind)),
            ))
        } else {
            finding
        };
        self.found.push((finding, self.place(list, name)));
    }

    fn conditional_in_optional(&mut self, name: &str) {
        let message = format!(
            "{name} is conditionally required in the app's settings: a link has it in scope or not at all, never in \
             optional_scope."
        );
        let also_in_scope = self.lists.scope.contains(&name);
        let mut edits: Vec<Edit> = self.removal(List::Optional, name).into_iter().collect();
        let fix = if also_in_scope {
            format!("Take {name} out of optional_scope.")
        } else {
            edits.push(self.insertion(Known::Scope, name));
            format!("Move {name} to scope, where accounts must grant it, or take it out.")
        };
        let finding = self
            .error("match/conditional-in-optional", "install.mismatch", name, message)
            .with_fix(fix)
            .with_edits(edits)
            .with_alternative(in_settings(
                "Make it optional in the app's settings.".to_owned(),
                self.side.retyped(name, Some(ScopeType::Optional)),
            ));
        self.found.push((finding, self.place(List::Optional, name)));
    }

    fn optional_in_scope(&mut self, name: &str) {
        let message =
            format!("{name} is optional in the app's settings: a link may have it in optional_scope, never in scope.");
        let mut edits: Vec<Edit> = self.removal(List::Scope, name).into_iter().collect();
        if !self.lists.optional.contains(&name) {
            edits.push(self.insertion(Known::OptionalScope, name));
        }
        let finding = self
            .error("match/optional-in-scope", "install.mismatch", name, message)
            .with_fix(format!("Move {name} to optional_scope."))
            .with_edits(edits)
            .with_alternative(in_settings(
                "Make it conditionally required in the app's settings.".to_owned(),
                self.side.retyped(name, Some(ScopeType::ConditionallyRequired)),
            ));
        self.found.push((finding, self.place(List::Scope, name)));
    }

    fn redirect(&mut self) {
        let Some(parameter) = self.link.first(Known::RedirectUri) else { return };
        let known = &self.side.redirects;
        let is_open = self.link.is_open(parameter) || known.iter().any(|url| url.contains("${"));
        if is_open || known.is_empty() || self.link.is_blank(parameter) {
            return;
        }
        let url = self.link.value(parameter);
        if known.contains(&url) {
            return;
        }
        let near = nearest(&url, known.iter().map(String::as_str), 1);
        let wanted = near.first().copied().or_else(|| known.first().map(String::as_str)).unwrap_or_default();
        let range = self.link.trimmed(parameter);
        let message = format!("{url:?} is none of the app's redirect URLs, letter for letter.");
        let says = self.catalog.messages().says("install.redirect", "redirect", &url);
        let finding = Diagnostic::new("match/redirect-not-registered", Severity::Error, "redirect_uri", message)
            .with_hubspot_says(says)
            .with_fix(format!("Registered: {}.", known.join(", ")))
            .with_edits([self.replace(&range, encode(wanted))])
            .with_alternative(in_settings(
                "Add it to redirectUrls of the app's settings.".to_owned(),
                self.side.with_redirect(&url).into_iter().collect(),
            ));
        self.found.push((finding, range));
    }

    fn error(&self, rule: &'static str, says: &str, subject: &str, message: String) -> Diagnostic {
        let says = self.catalog.messages().get(says).map_or("", |message| message.says);
        Diagnostic::new(rule, Severity::Error, subject, message).with_hubspot_says(says)
    }

    fn place(&self, list: List, name: &str) -> Range<usize> {
        self.lists.places.get(&(list, name)).cloned().unwrap_or_else(|| self.link.body.clone())
    }

    /// The value of a parameter, or the path where there is none.
    fn parameter_place(&self, known: Known) -> Range<usize> {
        self.link.first(known).map_or_else(|| self.link.place.path.clone(), Parameter::bytes)
    }

    fn replace(&self, range: &Range<usize>, with: impl Into<String>) -> Edit {
        let (start, end) = (range.start + self.offset, range.end + self.offset);
        Edit::Replace { file: self.file.to_owned(), start, end, with: with.into() }
    }

    /// Adds `name` at the end of a list.
    fn insertion(&self, known: Known, name: &str) -> Edit {
        match self.link.first(known) {
            Some(parameter) => {
                let at = self.link.trimmed(parameter).end;
                let is_first = parameter.names.is_empty();
                let space = if is_first { "" } else { space(parameter) };
                self.replace(&(at..at), format!("{space}{}", encode(name)))
            }
            None => {
                let at = self.link.parameters.iter().rfind(|parameter| !parameter.in_fragment).map(Parameter::end);
                let sign = if at.is_some() { '&' } else { '?' };
                let at = at.unwrap_or(self.link.place.path.end);
                self.replace(&(at..at), format!("{sign}{}={}", known.as_str(), encode(name)))
            }
        }
    }

    /// Takes `name` out of a list, with the space that parts it from the others.
    fn removal(&self, list: List, name: &str) -> Option<Edit> {
        let known = list.known();
        let parameter = self.link.all(known).find(|parameter| parameter.names.iter().any(|one| one.name == name))?;
        let names = &parameter.names;
        let stays = |one: &ScopeName| !self.leaving.contains(&(list, one.name.as_str()));
        let i = names.iter().position(|one| one.name == name)?;
        let (one, next) = (&names[i], names.get(i + 1));
        let first_to_stay = names.iter().position(stays);
        let range = match (first_to_stay, next) {
            // The last names of an optional parameter take it with them.
            (None, None) if known == Known::OptionalScope => return Some(self.replace(&parameter.whole(), "")),
            (Some(first), _) if first < i => one.before.range.start..one.range.end,
            (_, Some(next)) => one.range.start..next.range.start,
            (_, None) => one.range.clone(),
        };
        Some(self.replace(&range, ""))
    }
}

/// A fix on the side of the settings.
fn in_settings(text: String, edits: Vec<Edit>) -> Fix {
    Fix { text, edits }
}

/// How a list writes a space.
fn space(parameter: &Parameter) -> &'static str {
    if parameter.names.iter().any(|name| name.before.plus) { "+" } else { "%20" }
}
