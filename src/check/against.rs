//! What is wrong between a link and its app, said so that either side can be mended.
//!
//! Owns the sentences and the edits of both sides; which scope may stand where, [`super::rules::matching`] knows.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::app_side::AppSide;
use super::rules::matching::{List, Mismatch, compare};
use super::rules::scope::MOST_FINDINGS;
use crate::catalog::{Catalog, Scope, alike, nearest};
use crate::diagnostic::{Diagnostic, Edit, Fix, Rule, rule};
use crate::link::{Known, Parameter, ParsedLink, ScopeName, encode};
use crate::plan::{ScopeType, has_variable, usual_redirect};

/// Where a name stands first in a list.
#[derive(Clone, Copy)]
struct Seat<'a> {
    parameter: &'a Parameter,
    i: usize,
}

impl Seat<'_> {
    fn name(&self) -> &ScopeName {
        &self.parameter.names[self.i]
    }
}

/// The lists of a link, as far as they are known.
struct Lists<'a> {
    scope: Vec<&'a str>,
    optional: Vec<&'a str>,
    seats: HashMap<(List, &'a str), Seat<'a>>,
    /// Whether all names are known: no placeholder stands for some of them.
    is_whole: bool,
}

impl<'a> Lists<'a> {
    fn of(link: &'a ParsedLink<'a>) -> Self {
        let mut lists = Self {
            scope: Vec::new(),
            optional: Vec::new(),
            seats: HashMap::new(),
            is_whole: !link.has_unseen_parameters(),
        };
        for (known, list) in [(Known::Scope, List::Scope), (Known::OptionalScope, List::Optional)] {
            for parameter in link.all(known) {
                lists.is_whole &= !link.is_open(parameter) && parameter.names.iter().all(|name| !name.placeholder);
                for (i, name) in parameter.names.iter().enumerate() {
                    if name.placeholder || name.name.is_empty() {
                        continue;
                    }
                    lists.seats.entry((list, &name.name)).or_insert(Seat { parameter, i });
                    match list {
                        List::Scope => lists.scope.push(&name.name),
                        List::Optional => lists.optional.push(&name.name),
                    }
                }
            }
        }
        lists
    }

    /// Whether mending `mismatch` puts `name` into `list`.
    fn gets(&self, list: List, name: &str, mismatch: Mismatch) -> bool {
        mismatch.enters() == Some(list) && !self.has(list, name)
    }

    /// Whether `name` stands in `list`.
    fn has(&self, list: List, name: &str) -> bool {
        self.seats.contains_key(&(list, name))
    }
}

/// What is wrong between `link` and the app, each with the bytes of the link that it is about. `file` names the link's
/// text, in which it begins at `offset`.
pub(super) fn check(
    catalog: &'static Catalog,
    link: &ParsedLink<'_>,
    side: &AppSide,
    typed: bool,
    file: &str,
    offset: usize,
) -> Vec<(Diagnostic, Range<usize>)> {
    let lists = Lists::of(link);
    let mismatches: Vec<(&str, Mismatch)> = compare(&side.declared, &lists.scope, &lists.optional)
        .into_iter()
        .filter(|(name, mismatch)| match mismatch {
            // What a placeholder of the settings stands for may well be there.
            Mismatch::RequiredMissing { .. } => lists.is_whole && !has_variable(name),
            Mismatch::NotConfigured(_) => typed && !side.is_open(),
            Mismatch::ConditionalInOptional | Mismatch::OptionalInScope => typed,
        })
        .collect();
    let moves = Moves::of(link, &lists, &mismatches);
    let mut judge = Judge { catalog, link, side, file, offset, lists, moves, found: Vec::new() };
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

/// What the edits of all findings do together, so that no two of them share a byte and every name arrives.
struct Moves<'a> {
    /// The first name of each parameter that stays, by where the parameter begins.
    first_to_stay: HashMap<usize, usize>,
    /// What is written for all names that enter a list in which nothing stays: each finding carries the same edit.
    anew: HashMap<List, String>,
    /// The names that enter such a list later, when it is there: an edit with all of them would be too long.
    later: HashSet<&'a str>,
}

impl<'a> Moves<'a> {
    fn of(link: &ParsedLink<'_>, lists: &Lists<'_>, mismatches: &[(&'a str, Mismatch)]) -> Self {
        let mut moves = Self { first_to_stay: HashMap::new(), anew: HashMap::new(), later: HashSet::new() };
        let leaving = mismatches.iter().filter_map(|(name, mismatch)| Some((mismatch.leaves()?, *name)));
        let leaving: HashSet<(List, &str)> = leaving.collect();
        for list in [List::Scope, List::Optional] {
            let entering = || mismatches.iter().filter(|(name, mismatch)| lists.gets(list, name, *mismatch));
            let stays = |one: &ScopeName| !leaving.contains(&(list, one.name.as_str()));
            for parameter in link.all(list.known()) {
                let first = parameter.names.iter().position(stays);
                moves.first_to_stay.extend(first.map(|first| (parameter.name.start, first)));
            }
            let first = link.first(list.known());
            if first.is_none_or(|first| !moves.first_to_stay.contains_key(&first.name.start)) {
                let names: Vec<_> = entering().take(MOST_FINDINGS).map(|(name, _)| encode(name)).collect();
                if !names.is_empty() {
                    moves.anew.insert(list, names.join("%20"));
                }
                moves.later.extend(entering().skip(MOST_FINDINGS).map(|(name, _)| *name));
            }
        }
        // What enters later leaves later, too.
        for list in [List::Scope, List::Optional].into_iter().filter(|_| !moves.later.is_empty()) {
            let stays = |one: &ScopeName| {
                !leaving.contains(&(list, one.name.as_str())) || moves.later.contains(one.name.as_str())
            };
            for parameter in link.all(list.known()) {
                let first = parameter.names.iter().position(stays);
                moves.first_to_stay.extend(first.map(|first| (parameter.name.start, first)));
            }
        }
        moves
    }
}

struct Judge<'a> {
    catalog: &'static Catalog,
    link: &'a ParsedLink<'a>,
    side: &'a AppSide,
    file: &'a str,
    offset: usize,
    lists: Lists<'a>,
    moves: Moves<'a>,
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
        let leaves = in_optional.then_some(List::Optional);
        let edits = self.moved(name, leaves, Some(List::Scope));
        let finding = self
            .error(rule::MATCH_REQUIRED_MISSING, "install.insufficient", name, message)
            .with_fix(format!("Add {name} to scope."))
            .with_edits(edits);
        // HubSpot adds oauth to every OAuth app: no settings make it less.
        let finding = if name == Scope::OAUTH {
            finding
        } else {
            let text = format!("Make it {} in the app's settings.", weaker.name());
            finding.with_alternative(in_settings(text, self.side.retyped(name, Some(weaker))))
        };
        let seat = self.lists.seats.get(&(List::Optional, name));
        let place = seat.map_or_else(|| self.parameter_place(Known::Scope), |seat| seat.name().range.clone());
        self.found.push((finding, place));
    }

    fn not_configured(&mut self, name: &str, list: List) {
        let unused = |name: &&str| !self.lists.has(List::Scope, name) && !self.lists.has(List::Optional, name);
        // Of so many strangers the first ones show what went wrong.
        let declared = self.side.declared.iter().map(|(name, _)| name).filter(unused);
        let near = if self.found.len() < MOST_FINDINGS { nearest(name, declared, 1) } else { Vec::new() };
        let message = format!("The link has {name} in {}, and the app's settings do not have it.", list.as_str());
        let hint = near.first().map_or_else(String::new, |near| format!(" The app has {near}: was that meant?"));
        let kind = match list {
            List::Scope => ScopeType::ConditionallyRequired,
            List::Optional => ScopeType::Optional,
        };
        let finding = self
            .error(rule::MATCH_NOT_CONFIGURED, "install.mismatch", name, message)
            .with_fix(format!("Take {name} out of {}.{hint}", list.as_str()))
            .with_edits(self.moved(name, Some(list), None));
        // A name that HubSpot does not take in links is none that an app could declare.
        let usable = self.catalog.scope_named(name).is_some_and(|scope| !scope.pattern)
            && crate::plan::current_spelling(self.catalog, name).is_none();
        let text = format!("Declare it as {} in the app's settings.", kind.name());
        let finding = if usable { self.or_in_settings(finding, text, name, kind) } else { finding };
        self.found.push((finding, self.place(list, name)));
    }

    fn conditional_in_optional(&mut self, name: &str) {
        let message = format!(
            "{name} is conditionally required in the app's settings: a link has it in scope or not at all, never in \
             optional_scope."
        );
        let also_in_scope = self.lists.has(List::Scope, name);
        let edits = self.moved(name, Some(List::Optional), Some(List::Scope));
        let fix = if also_in_scope {
            format!("Take {name} out of optional_scope.")
        } else {
            format!("Move {name} to scope, where accounts must grant it, or take it out.")
        };
        let finding = self
            .error(rule::MATCH_CONDITIONAL_IN_OPTIONAL, "install.mismatch", name, message)
            .with_fix(fix)
            .with_edits(edits);
        let text = "Make it optional in the app's settings.".to_owned();
        let finding = self.or_in_settings(finding, text, name, ScopeType::Optional);
        self.found.push((finding, self.place(List::Optional, name)));
    }

    fn optional_in_scope(&mut self, name: &str) {
        let message =
            format!("{name} is optional in the app's settings: a link may have it in optional_scope, never in scope.");
        let edits = self.moved(name, Some(List::Scope), Some(List::Optional));
        let finding = self
            .error(rule::MATCH_OPTIONAL_IN_SCOPE, "install.mismatch", name, message)
            .with_fix(format!("Move {name} to optional_scope."))
            .with_edits(edits);
        let text = "Make it conditionally required in the app's settings.".to_owned();
        let finding = self.or_in_settings(finding, text, name, ScopeType::ConditionallyRequired);
        self.found.push((finding, self.place(List::Scope, name)));
    }

    fn redirect(&mut self) {
        let Some(parameter) = self.link.first(Known::RedirectUri) else { return };
        let known = &self.side.redirects;
        let is_open = self.link.is_open(parameter) || known.iter().any(|url| has_variable(url));
        if is_open || known.is_empty() || self.link.is_blank(parameter) {
            return;
        }
        let url = self.link.value(parameter);
        if known.contains(&url) {
            return;
        }
        let near = alike(&url, known.iter().map(String::as_str), 1);
        let wanted = near.first().copied().or_else(|| usual_redirect(known).map(String::as_str)).unwrap_or_default();
        let range = self.link.trimmed(parameter);
        let message = format!("{url:?} is none of the app's redirect URLs, letter for letter.");
        let says = self.catalog.messages().says("install.redirect", "redirect", &url);
        let finding = Diagnostic::new(rule::MATCH_REDIRECT_NOT_REGISTERED, "redirect_uri", message)
            .with_hubspot_says(says)
            .with_fix(format!("Registered: {}.", known.join(", ")))
            .with_edits([self.replace(&range, encode(wanted))])
            .with_alternative(in_settings(
                "Add it to redirectUrls of the app's settings.".to_owned(),
                self.side.with_redirect(&url).into_iter().collect(),
            ));
        self.found.push((finding, range));
    }

    fn error(&self, rule: &'static Rule, says: &str, subject: &str, message: String) -> Diagnostic {
        let says = self.catalog.messages().text(says);
        Diagnostic::new(rule, subject, message).with_hubspot_says(says)
    }

    /// With what the settings could say instead; where the name stands in both lists, no settings make the link right.
    fn or_in_settings(&self, finding: Diagnostic, text: String, name: &str, kind: ScopeType) -> Diagnostic {
        if self.lists.has(List::Scope, name) && self.lists.has(List::Optional, name) {
            return finding;
        }
        finding.with_alternative(in_settings(text, self.side.retyped(name, Some(kind))))
    }

    fn place(&self, list: List, name: &str) -> Range<usize> {
        self.lists.seats.get(&(list, name)).map_or_else(|| self.link.body.clone(), |seat| seat.name().range.clone())
    }

    /// The value of a parameter, or the path where there is none.
    fn parameter_place(&self, known: Known) -> Range<usize> {
        self.link.first(known).map_or_else(|| self.link.place.path.clone(), Parameter::bytes)
    }

    fn replace(&self, range: &Range<usize>, with: impl Into<String>) -> Edit {
        let (start, end) = (range.start + self.offset, range.end + self.offset);
        Edit::Replace { file: self.file.to_owned(), start, end, with: with.into() }
    }

    /// Takes `name` out of one list and puts it into the other.
    fn moved(&self, name: &str, from: Option<List>, to: Option<List>) -> Vec<Edit> {
        if self.moves.later.contains(name) {
            return Vec::new();
        }
        let enters = to.filter(|to| !self.lists.has(*to, name)).map(|to| self.insertion(to, name));
        from.and_then(|from| self.removal(from, name)).into_iter().chain(enters).collect()
    }

    /// Adds `name` at the end of a list; where nothing stays in it, all names that enter it.
    fn insertion(&self, list: List, name: &str) -> Edit {
        let known = list.known();
        match (self.link.first(known), self.moves.anew.get(&list)) {
            (Some(parameter), anew) => {
                let at = self.link.trimmed(parameter).end;
                let with = anew.cloned().unwrap_or_else(|| format!("{}{}", space(parameter), encode(name)));
                self.replace(&(at..at), with)
            }
            (None, anew) => {
                let at = self.link.parameters.iter().rfind(|parameter| !parameter.in_fragment).map(Parameter::end);
                let sign = if at.is_some() { '&' } else { '?' };
                let at = at.unwrap_or(self.link.place.path.end);
                let names = anew.cloned().unwrap_or_else(|| encode(name));
                self.replace(&(at..at), format!("{sign}{}={names}", known.as_str()))
            }
        }
    }

    /// Takes `name` out of a list, with the space that parts it from the others.
    fn removal(&self, list: List, name: &str) -> Option<Edit> {
        let &Seat { parameter, i } = self.lists.seats.get(&(list, name))?;
        let (one, next) = (&parameter.names[i], parameter.names.get(i + 1));
        let first_to_stay = self.moves.first_to_stay.get(&parameter.name.start).copied();
        let range = match (first_to_stay, next) {
            // The last names of an optional parameter take it with them.
            (None, None) if list == List::Optional && !self.moves.anew.contains_key(&list) => {
                return Some(self.replace(&parameter.whole(), ""));
            }
            (Some(first), _) if first < i => one.before.range.start..one.range.end,
            (_, Some(next)) => one.range.start..next.range.start,
            (_, None) => one.range.clone(),
        };
        Some(self.replace(&range, ""))
    }
}

/// A fix on the side of the settings.
fn in_settings(text: String, edits: Vec<Edit>) -> Fix {
    Fix { text, edits, ..Fix::default() }
}

/// How a list writes a space.
fn space(parameter: &Parameter) -> &'static str {
    // The second name shows it as well as all of them.
    if parameter.names.get(1).is_some_and(|name| name.before.plus) { "+" } else { "%20" }
}
