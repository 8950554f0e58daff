//! Whether some scopes allow a call.

use crate::catalog::{Availability, Catalog, Match, Scope, Standing, Way};
use crate::cli::page::together;
use crate::solve::lacking;

/// The answer to `--scopes`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Allowed {
    /// `None` = the facts do not settle it.
    pub(super) answer: Option<bool>,
    /// The fewest scopes that have to be added.
    pub(super) missing: Vec<&'static str>,
    /// A scope that is held and one that is missing, where HubSpot's wording of the first includes the second.
    pub(super) included: Vec<(&'static str, &'static str)>,
    /// Only a token of a user-level app is allowed by them.
    pub(super) as_user: bool,
    /// They hold nothing but a way that is not taken.
    pub(super) doubtful: bool,
}

impl Allowed {
    /// Whether `held` allows what was found.
    pub(super) fn of(catalog: &Catalog, found: &Match<'_>, held: &[&str]) -> Self {
        let holds =
            |way: &Way| way.all_of.iter().all(|name| *name == Scope::OAUTH || held.iter().any(|held| held == name));
        let answer = |answer, missing: Vec<&'static str>| {
            let included = included(catalog, held, &missing);
            Self { answer, missing, included, as_user: false, doubtful: false }
        };
        match found.availability {
            Availability::Developer => return answer(Some(false), Vec::new()),
            Availability::Unpublished => return answer(None, Vec::new()),
            Availability::App | Availability::ClientCredentials => {}
        }
        if found.object_unknown {
            // One of the ways is needed, and perhaps not the one that is held.
            let held_one = found.requirement.iter().chain(&found.user_level).any(holds);
            let open = held_one || found.requirement.is_empty();
            let missing = match &found.requirement[..] {
                [_] if !open => lacking(catalog, &found.requirement, held),
                _ => Vec::new(),
            };
            return answer(if open { None } else { Some(false) }, missing);
        }
        let ways = match (&found.requirement[..], &found.token_request[..]) {
            ([], []) => &found.user_level,
            ([], _) => &found.token_request,
            (_, _) => &found.requirement,
        };
        match found.standing(held) {
            Standing::Allowed => answer(Some(true), Vec::new()),
            Standing::AllowedAsUser => Self { as_user: true, ..answer(Some(true), Vec::new()) },
            Standing::Doubtful => Self { doubtful: true, ..answer(None, lacking(catalog, ways, held)) },
            Standing::Lacking if ways.is_empty() => answer(None, Vec::new()),
            Standing::Lacking => answer(Some(false), lacking(catalog, ways, held)),
        }
    }

    /// The answer in words.
    pub(super) fn verdict(&self, found: &Match<'_>) -> String {
        let missing = together(&self.missing);
        match self.answer {
            Some(true) if self.as_user => "Allowed, for a user-level app.".to_owned(),
            Some(true) => "Allowed.".to_owned(),
            None if self.doubtful => {
                format!("Not known: what they hold is doubtful, as is said below. Sure is: {missing}.")
            }
            None if found.availability == Availability::Unpublished => UNPUBLISHED.to_owned(),
            Some(false) if found.not_for_apps => "Not allowed: no scope of an installed app opens it.".to_owned(),
            Some(false) if self.missing.is_empty() => "Not allowed: none of them opens it on any object.".to_owned(),
            Some(false) => {
                let included = self.included.iter().map(|(held, missing)| {
                    format!(
                        " HubSpot's wording of {held} includes {missing}; the careful reading asks for it all the same."
                    )
                });
                format!("Not allowed. Missing: {missing}.{}", included.collect::<String>())
            }
            None if found.object_unknown => {
                "Not known: it hangs on the object type, which the call does not name.".to_owned()
            }
            None => "Not known: no fact says which scope it needs.".to_owned(),
        }
    }
}

/// What is said of a call whose scope has no public name.
pub(super) const UNPUBLISHED: &str = "Not known: HubSpot has not published the name of the scope that it needs.";

fn included(catalog: &Catalog, held: &[&str], missing: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    let scopes = held.iter().filter_map(|name| catalog.scope_named(name));
    let of = |scope: &'static Scope| {
        scope.implies.iter().filter(|name| missing.contains(name)).map(|name| (scope.name, *name))
    };
    scopes.flat_map(of).collect()
}
