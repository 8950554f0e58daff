//! The tier lens: on which tiers a link installs.

use super::gates::tier_verdict;
use crate::catalog::{Account, Catalog, Level, Verdict};

/// What one tier says to a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierVerdict {
    /// The tier, in every hub.
    pub level: Level,
    /// Whether the link installs there.
    pub verdict: Verdict,
    /// The scopes that refuse, or whose tier is not known.
    pub because: Vec<String>,
}

/// The four tiers, from the least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens(pub [TierVerdict; 4]);

/// On which tiers a link installs that demands `scope` (what is optional is left out where it is lacking).
pub fn lens<S: AsRef<str>>(catalog: &Catalog, scope: &[S]) -> Lens {
    lens_with(catalog, scope, &[])
}

/// The same for accounts that have `addons`.
pub fn lens_with<S: AsRef<str>>(catalog: &Catalog, scope: &[S], addons: &[String]) -> Lens {
    Lens(Level::ALL.map(|level| {
        let account = Account::on(level).with_addons(addons.to_vec());
        let mut verdict = Verdict::Yes;
        let (mut refusing, mut unknown) = (Vec::new(), Vec::new());
        for name in scope.iter().map(AsRef::as_ref) {
            let one = tier_verdict(catalog.scope_named(name), &account);
            match one {
                Verdict::Yes => {}
                Verdict::No => refusing.push(name.to_owned()),
                Verdict::Unknown => unknown.push(name.to_owned()),
            }
            verdict = verdict.and(one);
        }
        TierVerdict { level, verdict, because: if verdict == Verdict::No { refusing } else { unknown } }
    }))
}

impl Lens {
    /// The verdicts alone, from the least tier.
    pub fn verdicts(&self) -> [Verdict; 4] {
        self.0.each_ref().map(|tier| tier.verdict)
    }

    /// Where it installs as far as its tiers go, leaves the answer open because of `names`: what no tier settles.
    #[must_use]
    pub fn left_open_by(mut self, names: &[String]) -> Self {
        for tier in self.0.iter_mut().filter(|tier| !names.is_empty() && tier.verdict != Verdict::No) {
            tier.verdict = Verdict::Unknown;
            tier.because.extend(names.iter().filter(|name| !tier.because.contains(*name)).cloned().collect::<Vec<_>>());
        }
        self
    }

    /// In words, what a change from `before` to this lens does: nothing where no tier is lost or won.
    pub fn change_since(&self, before: &Self) -> Vec<String> {
        let names = |levels: &[Level]| levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", ");
        let (lost, gained) = (self.gained_by(before), before.gained_by(self));
        let lost = (!lost.is_empty()).then(|| format!("no longer installs on {}", names(&lost)));
        let gained = (!gained.is_empty()).then(|| format!("installs on {} too", names(&gained)));
        lost.into_iter().chain(gained).collect()
    }

    /// The tiers on which `other` installs and this one is refused.
    pub fn gained_by(&self, other: &Self) -> Vec<Level> {
        self.0
            .iter()
            .zip(&other.0)
            .filter(|(mine, theirs)| mine.verdict == Verdict::No && theirs.verdict != Verdict::No)
            .map(|(mine, _)| mine.level)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_scope_of_a_high_tier_shuts_out_the_lower_ones_and_is_named() {
        use Verdict::{No, Yes};
        let seen = lens(Catalog::embedded(), &["oauth", "crm.objects.contacts.read", "crm.objects.custom.read"]);
        assert_eq!(seen.verdicts(), [No, No, No, Yes]);
        assert_eq!(seen.0[0].because, ["crm.objects.custom.read"]);
    }

    #[test]
    fn a_tier_that_no_fact_tells_is_a_question_and_no_refusal() {
        let seen = lens(Catalog::embedded(), &["oauth", "crm.app.objects.a1_x.view"]);
        assert_eq!(seen.verdicts(), [Verdict::Unknown; 4]);
        assert_eq!(seen.0[3].because, ["crm.app.objects.a1_x.view"]);
    }
}
