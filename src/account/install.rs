//! Who installs what where.

use super::{Customer, Installer, Offered};

/// Who installs what where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Install {
    /// The account.
    pub customer: Customer,
    /// The person.
    pub installer: Installer,
    /// The app.
    pub app: Offered,
}
