//! What a plan says that a check says, too.

/// What ends is told by the plan's own resolution.
pub(in crate::check) const SUNSET: &str = "plan/sunset";
