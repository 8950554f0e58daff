//! The time of a run. The clock is read once, in `main`; whatever needs a day or a time is given this.

use std::time::{Instant, SystemTime};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::catalog::Date;

/// When a run began, and how long it has gone on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    began: Timestamp,
    since: Instant,
}

impl Moment {
    /// A run that begins at `now`, as the system's clock says.
    pub(super) fn of(now: SystemTime) -> Self {
        Self { began: Timestamp::try_from(now).unwrap_or(Timestamp::UNIX_EPOCH), since: Instant::now() }
    }

    /// The day on which it began, in UTC.
    pub(super) fn today(self) -> Date {
        self.began.to_zoned(TimeZone::UTC).date()
    }

    /// The time at hand.
    pub(super) fn now(self) -> Timestamp {
        self.began.saturating_add(self.since.elapsed()).unwrap_or(self.began)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_day_is_that_of_the_clock_in_utc_and_time_goes_on() {
        let moment = Moment::of(SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * 365));
        assert_eq!(moment.today(), Date::constant(1971, 1, 1));
        assert!(moment.now() >= moment.began);
        assert!(moment.now() <= moment.now());
    }
}
