//! Versions of the developer platform.

use super::Confidence;

/// How the files of a project are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlatformFormat {
    /// `*-hsmeta.json`.
    Components,
    /// `app.json` or `public-app.json` and the files that they name.
    Older,
}

/// One version.
#[derive(Debug, Clone)]
pub struct Platform {
    /// As `platformVersion` of hsproject.json says it.
    pub version: &'static str,
    /// How the files of its projects are laid out.
    pub format: PlatformFormat,
    /// Whether a component may ask for scopes itself.
    pub permissions: bool,
    /// Whether HubSpot calls it the current one.
    pub is_current: bool,
    /// The [`super::Sunset`] that has come, or whose day HubSpot names.
    pub sunset: Option<&'static str>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Where it is said.
    pub source: &'static str,
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;

    #[test]
    fn every_version_stands_once_with_its_source_and_one_is_current() {
        let rows = Catalog::embedded().platforms();
        let versions: std::collections::BTreeSet<_> = rows.iter().map(|row| row.version).collect();
        assert_eq!(versions.len(), rows.len());
        assert_eq!(rows.iter().filter(|row| row.is_current).count(), 1);
        for row in rows {
            assert!(!row.source.is_empty(), "{}", row.version);
            let sunset = row.sunset.map(|id| Catalog::embedded().sunset(id).expect(id));
            assert!(sunset.is_none_or(|one| one.platforms.contains(&row.version) && one.date().is_some()), "{row:?}");
        }
    }
}
