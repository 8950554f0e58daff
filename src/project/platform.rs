//! Versions of the developer platform, and what each means for the files of a project.
//!
//! Owns which format a version has and which finding it deserves. It reads no clock: a version is retired as of the
//! catalog's day.

use super::fields::excerpt;
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

/// Whether a component may have `permissions` on `version`.
pub(super) fn has_permissions(version: &str) -> bool {
    CURRENT.iter().position(|known| *known == version).is_none_or(|place| place >= FIRST_WITH_PERMISSIONS)
}

/// What there is to say about `version`; `older_files` are the app files of an older format that lie in the project.
pub(super) fn judge(version: &str, older_files: &[String]) -> Option<Diagnostic> {
    let unread = match (format_of(version), older_files) {
        (Format::Components, []) => String::new(),
        (Format::Older, []) => " No app.json or public-app.json was found under its srcDir.".to_owned(),
        (_, files) => format!(" The app files of the older format are not read yet: {}.", files.join(", ")),
    };
    let named = excerpt(version);
    let say = |rule, severity, text: String| Diagnostic::new(rule, severity, named.as_str(), text).with_source(SOURCE);
    let migrate = "Migrate the project to platform 2026.09.";
    match version {
        "2025.1" => {
            let text =
                format!("Platform version 2025.1 is retired since 2026-08-01: it no longer builds or deploys.{unread}");
            Some(say("config/retired-platform", Severity::Warning, text).with_fix(migrate))
        }
        "2023.1" | "2023.2" => {
            let text = format!(
                "Platform version {version} still runs, but is refused for new listings and certifications since \
                 2026-11-02.{unread}"
            );
            Some(say("config/retired-platform", Severity::Note, text).with_fix(migrate))
        }
        known if CURRENT.contains(&known) => None,
        _ => {
            let text = format!("Platform version {named} is not one that HubSpot is known to have.{unread}");
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
        judge(version, &[]).map(|finding| (finding.rule, finding.severity))
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
    fn files_that_are_not_read_yet_are_named() {
        let finding = judge("2023.2", &["src/app/public-app.json".to_owned()]).unwrap();
        assert!(finding.message.contains("not read yet: src/app/public-app.json"), "{}", finding.message);
    }

    #[test]
    fn components_ask_for_scopes_from_2026_09_on() {
        for (version, has) in [("2025.2", false), ("2026.03", false), ("2026.09-beta", true), ("unstable", true)] {
            assert_eq!(has_permissions(version), has, "{version}");
        }
    }
}
