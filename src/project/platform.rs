//! What a version of the developer platform means for the files of a project.
//!
//! Owns which format a version has and which finding it deserves. Which versions there are, the catalog knows. It reads no
//! clock: the day is given.

use super::fields::excerpt;
use crate::catalog::{Catalog, Date, End, Platform, PlatformFormat};
use crate::diagnostic::{Diagnostic, Severity, rule};

const SOURCE: &str = "HubSpot docs: developer platform versioning";

fn known<'c>(catalog: &'c Catalog, version: &str) -> Option<&'c Platform> {
    catalog.platforms().iter().find(|platform| platform.version == version)
}

/// The format that `version` has. One that is not known is of the year in it, where that is a year of the older format
/// alone; else it is taken to be newer than this program.
pub(super) fn format_of(catalog: &Catalog, version: &str) -> PlatformFormat {
    let year = |version: &str| version.split_once('.')?.0.parse::<u16>().ok();
    let first = |wanted: PlatformFormat| {
        let of_format = catalog.platforms().iter().filter(|platform| platform.format == wanted);
        of_format.filter_map(|platform| year(platform.version)).min()
    };
    let is_older = || {
        let (older, newer) = first(PlatformFormat::Older).zip(first(PlatformFormat::Components))?;
        year(version).map(|year| (older..newer).contains(&year))
    };
    match known(catalog, version) {
        Some(platform) => platform.format,
        None if is_older().unwrap_or_default() => PlatformFormat::Older,
        None => PlatformFormat::Components,
    }
}

/// Whether HubSpot has, or had, this version.
pub(super) fn is_known(catalog: &Catalog, version: &str) -> bool {
    known(catalog, version).is_some()
}

/// Whether a component may have `permissions` on `version`.
pub(super) fn has_permissions(catalog: &Catalog, version: &str) -> bool {
    known(catalog, version).is_none_or(|platform| platform.permissions)
}

/// What there is to say about `version` on `day`.
pub(super) fn judge(catalog: &Catalog, version: &str, day: Date) -> Option<Diagnostic> {
    match known(catalog, version) {
        Some(platform) => ending(catalog, platform, day),
        None => Some(unknown(catalog, version)),
    }
}

/// The end of a version that has come, or whose day HubSpot names.
fn ending(catalog: &Catalog, platform: &Platform, day: Date) -> Option<Diagnostic> {
    let version = platform.version;
    let sunset = catalog.sunset(platform.sunset?)?;
    let date = sunset.date()?;
    let (most, text) = match (sunset.end, day >= date) {
        (End::Gone, true) => (Severity::Warning, format!("is retired since {date}: it no longer builds or deploys.")),
        (End::Gone, false) => {
            (Severity::Note, format!("is retired on {date}: from then on it no longer builds or deploys."))
        }
        (End::Unsupported | End::Split, true) => {
            (Severity::Note, format!("still runs, but is refused for new listings and certifications since {date}."))
        }
        (End::Unsupported | End::Split, false) => {
            (Severity::Note, format!("still runs, but is refused for new listings and certifications from {date} on."))
        }
    };
    let finding = Diagnostic::new(rule::CONFIG_RETIRED_PLATFORM, version, format!("Platform version {version} {text}"))
        .at_most(most);
    let fix = format!("Migrate the project to platform {}.", catalog.current_platform());
    Some(finding.with_source(platform.source).with_fix(fix))
}

fn unknown(catalog: &Catalog, version: &str) -> Diagnostic {
    let named = excerpt(version);
    let text = format!("Platform version {named} is not one that HubSpot is known to have.");
    let of_components = catalog.platforms().iter().filter(|known| known.format == PlatformFormat::Components);
    let near = crate::catalog::alike(&named, of_components.map(|known| known.version), 1);
    let is_newer = format_of(catalog, version) == PlatformFormat::Components;
    let wanted = near.first().copied().filter(|_| is_newer).unwrap_or(catalog.current_platform());
    Diagnostic::new(rule::CONFIG_UNKNOWN_PLATFORM, named, text)
        .with_source(SOURCE)
        .with_fix(format!("Set platformVersion to a current version, such as {wanted}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;

    fn verdict_on(version: &str, day: Date) -> Option<(&'static Rule, Severity)> {
        judge(Catalog::embedded(), version, day).map(|finding| (finding.rule, finding.severity))
    }

    #[test]
    fn every_version_gets_its_verdict() {
        let verdict = |version: &str| verdict_on(version, Date::constant(2026, 11, 21));
        for version in ["2025.2", "2026.03-beta", "2026.03", "2026.09-beta", "2026.09", "2027.03", "unstable"] {
            assert_eq!(verdict(version), None, "{version}");
        }
        assert_eq!(verdict("2025.1"), Some((rule::CONFIG_RETIRED_PLATFORM, Severity::Warning)));
        assert_eq!(verdict("2023.2"), Some((rule::CONFIG_RETIRED_PLATFORM, Severity::Note)));
        assert_eq!(verdict("2024.1"), Some((rule::CONFIG_UNKNOWN_PLATFORM, Severity::Error)));
        assert_eq!(verdict("2031.03"), Some((rule::CONFIG_UNKNOWN_PLATFORM, Severity::Error)));
    }

    #[test]
    fn a_version_is_not_retired_before_its_day() {
        assert_eq!(verdict_on("2025.1", Date::constant(2026, 7, 31)).unwrap().1, Severity::Note);
        assert_eq!(verdict_on("2025.1", Date::constant(2026, 8, 1)).unwrap().1, Severity::Warning);
        let told = |day| judge(Catalog::embedded(), "2023.2", day).unwrap().message;
        assert!(told(Date::constant(2026, 11, 1)).ends_with("from 2026-11-02 on."));
        assert!(told(Date::constant(2026, 11, 2)).ends_with("since 2026-11-02."));
    }

    #[test]
    fn a_version_that_is_not_known_has_the_format_of_its_year() {
        let format = |version: &str| format_of(Catalog::embedded(), version);
        for version in ["2023.1", "2023.7", "2024.2", "2025.1"] {
            assert_eq!(format(version), PlatformFormat::Older, "{version}");
        }
        for version in ["2025.2", "2025.7", "2031.03", "unstable", "2022.1", "", "é.1"] {
            assert_eq!(format(version), PlatformFormat::Components, "{version}");
        }
    }

    #[test]
    fn components_ask_for_scopes_from_2026_09_on() {
        for (version, has) in [("2025.2", false), ("2026.03", false), ("2026.09-beta", true), ("unstable", true)] {
            assert_eq!(has_permissions(Catalog::embedded(), version), has, "{version}");
        }
    }
}
