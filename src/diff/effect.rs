//! What a scope's move from one type to another does: to installs, to links that are out, to refresh tokens.
//!
//! Owns that table and the sentences for its cells. A move of one scope says nothing yet of the others.

use super::names::{listed, number};
use super::statement::{GRANTS, REASONED, REFRESH, RULES, Statement};
use crate::plan::ScopeType;

/// What becomes of accounts that installed the app before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InstallEffect {
    /// They keep what they were granted.
    Same,
    /// They keep working, and lack the scope until they authorise again.
    LackIt,
    /// Those that were not granted it lack it until they authorise again.
    SomeLackIt,
    /// They lose it.
    LoseIt,
}

/// Which links that are out die.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkEffect {
    /// None.
    None,
    /// Every one.
    All,
    /// Those that ask for the scope.
    With,
    /// Those that leave the scope out.
    Without,
}

/// What a refresh of an old token gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefreshEffect {
    /// What it gave before.
    Same,
    /// Not the new scope.
    CannotAdd,
    /// Not the scope that is gone.
    Loses,
}

/// What one move does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Effects {
    /// To existing installs.
    pub installs: InstallEffect,
    /// To links in circulation.
    pub links: LinkEffect,
    /// To refresh tokens.
    pub refresh: RefreshEffect,
}

/// The table: the type before, the type after; `None` = not among the app's scopes.
pub fn effects(from: Option<ScopeType>, to: Option<ScopeType>) -> Effects {
    use ScopeType::{ConditionallyRequired as C, Optional as O, Required as R};
    let (installs, links) = match (from, to) {
        (None, None) | (Some(R), Some(R | C)) | (Some(C), Some(C)) | (Some(O), Some(O)) => {
            (InstallEffect::Same, LinkEffect::None)
        }
        (None, Some(R)) => (InstallEffect::LackIt, LinkEffect::All),
        (None, Some(C | O)) => (InstallEffect::LackIt, LinkEffect::None),
        (Some(R), Some(O)) => (InstallEffect::Same, LinkEffect::All),
        (Some(R), None) => (InstallEffect::LoseIt, LinkEffect::All),
        (Some(C), Some(R)) => (InstallEffect::SomeLackIt, LinkEffect::Without),
        (Some(C), Some(O)) | (Some(O), Some(C)) => (InstallEffect::Same, LinkEffect::With),
        (Some(C | O), None) => (InstallEffect::LoseIt, LinkEffect::With),
        (Some(O), Some(R)) => (InstallEffect::SomeLackIt, LinkEffect::All),
    };
    let refresh = match installs {
        InstallEffect::Same => RefreshEffect::Same,
        InstallEffect::LackIt | InstallEffect::SomeLackIt => RefreshEffect::CannotAdd,
        InstallEffect::LoseIt => RefreshEffect::Loses,
    };
    Effects { installs, links, refresh }
}

impl Effects {
    /// What is said of existing installs; `names` are scopes with this move.
    pub fn of_installs(self, names: &str) -> Statement {
        match self.installs {
            InstallEffect::Same => {
                Statement::inferred(format!("{names}: existing installs keep what they were granted."), REASONED)
            }
            InstallEffect::LackIt => Statement::documented(
                format!("Existing installs keep working, without {names} until they authorise again."),
                GRANTS,
            ),
            InstallEffect::SomeLackIt => Statement::inferred(
                format!(
                    "Installs that hold {names} go on as before; the others do without until they authorise again."
                ),
                REASONED,
            ),
            InstallEffect::LoseIt => Statement::documented(
                format!(
                    "Access tokens that are out hold {names} until they expire; tokens of a later refresh, or of \
                     authorising again, do not."
                ),
                GRANTS,
            ),
        }
    }

    /// What is said of refresh tokens.
    pub fn of_refresh(self, names: &str) -> Statement {
        match self.refresh {
            RefreshEffect::Same => {
                Statement::inferred(format!("{names}: a refresh gives what it gave before."), REASONED)
            }
            RefreshEffect::CannotAdd => {
                Statement::documented(format!("Refreshing a token of an old install cannot add {names}."), REFRESH)
            }
            RefreshEffect::Loses => Statement::documented(
                format!("Once the settings are changed, a refresh no longer gives {names}."),
                GRANTS,
            ),
        }
    }
}

/// The links that die when `scopes` move so, and why; nothing where none does.
pub(super) fn broken_by(
    from: Option<ScopeType>,
    to: Option<ScopeType>,
    scopes: &[String],
) -> Option<(String, Statement)> {
    use ScopeType::{ConditionallyRequired as C, Optional as O, Required as R};
    let place = match from {
        Some(O) => "optional_scope",
        _ => "scope",
    };
    let names = listed(scopes);
    let any = number(scopes.len(), "", "any of ");
    let which = match effects(from, to).links {
        LinkEffect::None => return None,
        LinkEffect::All if matches!(from, None | Some(O)) => {
            format!("do not have {names} in scope, as no old one does")
        }
        LinkEffect::All => format!("have {names} in scope, as every old one does"),
        LinkEffect::With => format!("have {any}{names} in {place}"),
        LinkEffect::Without => format!("leave {any}{names} out"),
    };
    let why = match (from, to) {
        (None, Some(R)) => Statement::documented("a required scope has to be in scope of every link", RULES),
        (Some(C | O), Some(R)) => Statement::inferred("a required scope has to be in scope of every link", RULES),
        (Some(O), Some(C)) => Statement::documented("a conditionally required scope may stand in scope only", RULES),
        (_, Some(O)) => Statement::inferred("an optional scope may stand in optional_scope only", RULES),
        _ => Statement::documented("a link may ask only for scopes that the app's settings have", RULES),
    };
    Some((which, why))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The decision table in full, as facts on permissions and install links give it.
    #[test]
    fn every_move_has_its_effect_on_installs_links_and_refresh_tokens() {
        use InstallEffect::{LackIt, LoseIt, Same as Keep, SomeLackIt};
        use LinkEffect::{All, None as NoLink, With, Without};
        use RefreshEffect::{CannotAdd, Loses, Same};
        use ScopeType::{ConditionallyRequired as C, Optional as O, Required as R};
        let table = [
            (None, None, Keep, NoLink, Same),
            (None, Some(R), LackIt, All, CannotAdd),
            (None, Some(C), LackIt, NoLink, CannotAdd),
            (None, Some(O), LackIt, NoLink, CannotAdd),
            (Some(R), None, LoseIt, All, Loses),
            (Some(R), Some(R), Keep, NoLink, Same),
            (Some(R), Some(C), Keep, NoLink, Same),
            (Some(R), Some(O), Keep, All, Same),
            (Some(C), None, LoseIt, With, Loses),
            (Some(C), Some(R), SomeLackIt, Without, CannotAdd),
            (Some(C), Some(C), Keep, NoLink, Same),
            (Some(C), Some(O), Keep, With, Same),
            (Some(O), None, LoseIt, With, Loses),
            (Some(O), Some(R), SomeLackIt, All, CannotAdd),
            (Some(O), Some(C), Keep, With, Same),
            (Some(O), Some(O), Keep, NoLink, Same),
        ];
        for (from, to, installs, links, refresh) in table {
            assert_eq!(effects(from, to), Effects { installs, links, refresh }, "{from:?} to {to:?}");
            assert_eq!(broken_by(from, to, &["x".to_owned()]).is_some(), links != NoLink, "{from:?} to {to:?}");
        }
    }
}
