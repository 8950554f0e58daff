//! Versions of the developer platform, and what each means for the files of a project.
//!
//! Owns which format a version has and which finding it deserves. It reads no clock: the day is given.

use super::fields::excerpt;
use crate::catalog::Date;
use crate::diagnostic::{Diagnostic, Severity};

/// How the files of a project are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// `*-hsmeta.json`, from 2025.2 on.
    Components,
    /// `app.json` or `public-app.json` and the files that they name.
    Older,
}

const SOURCE: &str = "HubSpot docs: developer platform versioning";

/// Versions whose components are read here, oldest first.
const CURRENT: [&str; 8] =
    ["2025.2", "2026.03-beta", "2026.03", "2026.09-beta", "2026.09", "2027.03-beta", "2027.03", "unstable"];
/// The first of [`CURRENT`] on which a component may ask for scopes itself.
const FIRST_WITH_PERMISSIONS: usize = 3;

/// The format that `version` has. One that is not known is taken to be newer than this program.
pub(super) fn format_of(version: &str) -> Format {
    let old = version.starts_with("2023.") || version.starts_with("2024.") || version == "2025.1";
    if old { Format::Older } else { Format::Components }
}

/// Whether HubSpot has, or had, this version.
pub(super) fn is_known(version: &str) -> bool {
    matches!(version, "2023.1" | "2023.2" | "2025.1") || CURRENT.contains(&version)
}

/// Whether a component may have `permissions` on `version`.
pub(super) fn has_permissions(version: &str) -> bool {
    CURRENT.iter().position(|known| *known == version).is_none_or(|place| place >= FIRST_WITH_PERMISSIONS)
}

/// The day from which 2025.1 neither builds nor deploys.
const END_OF_2025_1: Date = Date::constant(2026, 8, 1);

/// What there is to say about `version` on `day`.
pub(super) fn judge(version: &str, day: Date) -> Option<Diagnostic> {
    let named = excerpt(version);
    let say = |rule, severity, text: String| Diagnostic::new(rule, severity, named.as_str(), text).with_source(SOURCE);
    let migrate = "Migrate the project to platform 2026.09.";
    match version {
        "2025.1" if day >= END_OF_2025_1 => {
            let text =
                "Platform version 2025.1 is retired since 2026-08-01: it no longer builds or deploys.".to_owned();
            Some(say("config/retired-platform", Severity::Warning, text).with_fix(migrate))
        }
        "2025.1" => {
            let text = "Platform version 2025.1 is retired on 2026-08-01: from then on it no longer builds or deploys.";
            Some(say("config/retired-platform", Severity::Note, text.to_owned()).with_fix(migrate))
        }
        "2023.1" | "2023.2" => {
            let text = format!(
                "Platform version {version} still runs, but is refused for new listings and certifications since \
                 2026-11-02."
            );
            Some(say("config/retired-platform", Severity::Note, text).with_fix(migrate))
        }
        known if is_known(known) => None,
        _ => {
            let text = format!("Platform version {named} is not one that HubSpot is known to have.");
            let near = crate::catalog::nearest(&named, CURRENT.into_iter(), 1);
            let wanted = near.first().filter(|_| format_of(version) == Format::Components).unwrap_or(&"2026.09");
            let fix = format!("Set platformVersion to a current version, such as {wanted}.");
            Some(say("config/unknown-platform", Severity::Error, text).with_fix(fix))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(version: &str) -> Option<(&'static str, Severity)> {
        judge(version, Date::constant(2026, 11, 21)).map(|finding| (finding.rule, finding.severity))
    }

    #[test]
    fn every_version_gets_its_verdict() {
        for version in CURRENT {
            assert_eq!(verdict(version), None, "{version}");
        }
        assert_eq!(verdict("2025.1"), Some(("config/retired-platform", Severity::Warning)));
        assert_eq!(verdict("2023.2"), Some(("config/retired-platform", Severity::Note)));
        assert_eq!(verdict("2024.1"), Some(("config/unknown-platform", Severity::Error)));
        assert_eq!(verdict("2031.03"), Some(("config/unknown-platform", Severity::Error)));
    }

    #[test]
    fn a_version_is_not_retired_before_its_day() {
        let before = judge("2025.1", Date::constant(2026, 7, 31)).map(|finding| finding.severity);
        assert_eq!(before, Some(Severity::Note));
    }

    #[test]
    fn components_ask_for_scopes_from_2026_09_on() {
        for (version, has) in [("2025.2", false), ("2026.03", false), ("2026.09-beta", true), ("unstable", true)] {
            assert_eq!(has_permissions(version), has, "{version}");
        }
    }
}
