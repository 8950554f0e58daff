//! Subscriptions: which account has which tier, and what a scope asks of it.

use super::rows::{Hub, Level, Tier, TierPart};

impl Level {
    /// From the least to the most.
    pub const ALL: [Self; 4] = [Self::Free, Self::Starter, Self::Professional, Self::Enterprise];

    /// The word that HubSpot uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "Free",
            Self::Starter => "Starter",
            Self::Professional => "Professional",
            Self::Enterprise => "Enterprise",
        }
    }

    /// At most four letters, for a crowded line.
    pub fn short(self) -> &'static str {
        match self {
            Self::Professional => "Pro",
            Self::Enterprise => "Ent",
            Self::Starter => "Start",
            Self::Free => "Free",
        }
    }
}

impl Hub {
    /// Those that an account can have a level of.
    pub const PRODUCTS: [Self; 6] =
        [Self::Marketing, Self::Sales, Self::Service, Self::Content, Self::Data, Self::Commerce];

    /// HubSpot's name for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any hub",
            Self::Marketing => "Marketing Hub",
            Self::Sales => "Sales Hub",
            Self::Service => "Service Hub",
            Self::Content => "Content Hub",
            Self::Data => "Data Hub",
            Self::Commerce => "Commerce Hub",
        }
    }
}

/// Three answers: a tier that is not known is never a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It installs.
    Yes,
    /// It is refused.
    No,
    /// No fact settles it.
    Unknown,
}

impl Verdict {
    /// Both must hold: a no wins over an unknown, an unknown over a yes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }
}

/// An account as far as tiers go: the level of each hub, and its add-ons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    levels: [Level; Hub::PRODUCTS.len()],
    /// Names of its add-ons, as the facts write them: `transactional_email`.
    pub addons: Vec<String>,
}

impl Account {
    /// An account on `level` in every hub, without add-ons.
    pub fn on(level: Level) -> Self {
        Self { levels: [level; Hub::PRODUCTS.len()], addons: Vec::new() }
    }

    /// The same account with `level` in `hub`; [`Hub::Any`] stands for all of them.
    #[must_use]
    pub fn with(mut self, hub: Hub, level: Level) -> Self {
        match Hub::PRODUCTS.iter().position(|product| *product == hub) {
            Some(place) => self.levels[place] = level,
            None => self.levels = [level; Hub::PRODUCTS.len()],
        }
        self
    }

    /// The same account with these add-ons.
    #[must_use]
    pub fn with_addons(mut self, addons: Vec<String>) -> Self {
        self.addons = addons;
        self
    }

    /// The level that `hub` has; of [`Hub::Any`] the highest.
    pub fn level_of(&self, hub: Hub) -> Level {
        let of = |place: usize| self.levels[place];
        Hub::PRODUCTS.iter().position(|product| *product == hub).map_or_else(|| self.highest(), of)
    }

    /// The level, where it is the same in every hub.
    pub fn same_everywhere(&self) -> Option<Level> {
        self.levels.iter().all(|level| *level == self.levels[0]).then_some(self.levels[0])
    }

    fn highest(&self) -> Level {
        self.levels.iter().copied().max().unwrap_or(Level::Free)
    }

    fn has_addon(&self, name: &str) -> bool {
        self.addons.iter().any(|addon| addon == name)
    }
}

impl TierPart {
    /// The least that there is.
    pub(super) const EMPTY: Self = Self { hub: Hub::Any, level: Level::Free, addon: None };
}

impl Tier {
    /// Nothing suffices: what a tier is before anything is said of it.
    pub(super) const EMPTY: Self = Self { any: false, any_of: &[], addon: None, addon_alternative: None };

    /// Whether every account has it.
    pub fn is_any(&self) -> bool {
        self.any
    }

    /// Whether `account` has it.
    pub fn allows(&self, account: &Account) -> bool {
        let by_addon = |name: Option<&str>| name.is_some_and(|name| account.has_addon(name));
        let by_part = self.any_of.iter().any(|part| {
            account.level_of(part.hub) >= part.level && part.addon.is_none_or(|name| account.has_addon(name))
        });
        self.any || by_part || by_addon(self.addon) || by_addon(self.addon_alternative)
    }

    /// The add-ons that it names.
    pub fn addons(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.any_of.iter().filter_map(|part| part.addon).chain(self.addon).chain(self.addon_alternative)
    }

    /// The least level that suffices in some hub; `None` where only an add-on does, or every account has it.
    pub fn least_level(&self) -> Option<Level> {
        self.any_of.iter().map(|part| part.level).min()
    }

    /// In words: `Professional: Marketing Hub`, `Enterprise`, `any account`, `add-on: brands`.
    pub fn describe(&self) -> String {
        if self.any {
            return "any account".to_owned();
        }
        let mut ways: Vec<String> = Vec::new();
        for part in self.any_of {
            let mut way = part.level.as_str().to_owned();
            if part.hub != Hub::Any {
                way = format!("{way}: {}", part.hub.as_str());
            }
            if let Some(addon) = part.addon {
                way = format!("{way} with add-on {}", addon_name(addon));
            }
            ways.push(way);
        }
        ways.extend(
            self.addon.into_iter().chain(self.addon_alternative).map(|name| format!("add-on {}", addon_name(name))),
        );
        ways.join(" or ")
    }
}

/// An add-on as people read it.
pub fn addon_name(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(part: &'static TierPart) -> Tier {
        Tier { any_of: std::slice::from_ref(part), ..Tier::EMPTY }
    }

    #[test]
    fn a_level_includes_the_lower_ones() {
        let pro = needs(&TierPart { hub: Hub::Marketing, level: Level::Professional, addon: None });
        assert!(!pro.allows(&Account::on(Level::Starter)));
        assert!(pro.allows(&Account::on(Level::Professional)));
        assert!(pro.allows(&Account::on(Level::Enterprise)));
        assert_eq!(pro.describe(), "Professional: Marketing Hub");
    }

    #[test]
    fn an_add_on_alone_suffices_only_where_the_fact_says_so() {
        let brands = Tier { addon: Some("brands"), ..Tier::EMPTY };
        let with = Account { addons: vec!["brands".to_owned()], ..Account::on(Level::Free) };
        assert!(!brands.allows(&Account::on(Level::Enterprise)));
        assert!(brands.allows(&with));
        let site = needs(&TierPart { hub: Hub::Marketing, level: Level::Professional, addon: Some("website") });
        assert!(!site.allows(&Account::on(Level::Enterprise)));
    }

    #[test]
    fn a_hub_has_a_level_of_its_own_and_any_hub_means_the_highest() {
        let sales = Account::on(Level::Free).with(Hub::Sales, Level::Enterprise);
        let marketing = needs(&TierPart { hub: Hub::Marketing, level: Level::Starter, addon: None });
        let any = needs(&TierPart { hub: Hub::Any, level: Level::Enterprise, addon: None });
        assert!(!marketing.allows(&sales) && any.allows(&sales));
        assert_eq!((sales.same_everywhere(), sales.level_of(Hub::Sales)), (None, Level::Enterprise));
    }

    #[test]
    fn a_no_wins_over_an_unknown() {
        assert_eq!(Verdict::Unknown.and(Verdict::No), Verdict::No);
        assert_eq!(Verdict::Yes.and(Verdict::Unknown), Verdict::Unknown);
    }
}
