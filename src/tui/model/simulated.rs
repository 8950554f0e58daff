//! The one account that is simulated: its tier, who installs there, and its switch for sensitive data.

use crate::account::Role;
use crate::catalog::Level;

/// Who installs where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Simulated {
    /// The tier, in every hub.
    pub level: Level,
    /// Who installs.
    pub role: Role,
    /// Whether the account has sensitive data turned on.
    pub sensitive_data: bool,
}

impl Default for Simulated {
    /// A free account as HubSpot opens it, and its Super Admin.
    fn default() -> Self {
        Self { level: Level::Free, role: Role::SuperAdmin, sensitive_data: false }
    }
}

impl Simulated {
    /// The next tier, from the least to the most and round.
    pub fn step_level(&mut self) {
        self.level = after(&Level::ALL, self.level);
    }

    /// The next installer, from the most able to the least and round.
    pub fn step_role(&mut self) {
        self.role = after(&Role::ALL, self.role);
    }
}

fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let next = all.iter().position(|one| *one == now).map_or(0, |place| place + 1);
    all.get(next).or_else(|| all.first()).copied().unwrap_or(now)
}
