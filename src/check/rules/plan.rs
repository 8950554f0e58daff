//! What a plan says that a check says, too.

use crate::check::Rule;
use crate::diagnostic::Severity;

/// The rules of this family that a check tells.
pub(in crate::check) const RULES: &[Rule] = &[Rule {
    id: SUNSET,
    severity: Severity::Warning,
    summary: "HubSpot ends something that the app uses, before the day that was asked for.",
    source: "HubSpot developer changelog; docs, versioning",
}];

/// What ends is told by the plan's own resolution.
pub(in crate::check) const SUNSET: &str = "plan/sunset";
