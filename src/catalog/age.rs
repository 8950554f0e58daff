//! How old facts are, in words.

use super::date::Date;

/// Younger facts are not worth a word.
const WORTH_SAYING: i32 = 90;

/// How old facts of the day `as_of` are on the day `today`; facts of a later day are not old.
pub fn age_in_days(as_of: Date, today: Date) -> i32 {
    (today - as_of).get_days().max(0)
}

/// `4 months old`, `2 years old`; `None` where it is not worth a word.
pub fn age_in_words(as_of: Date, today: Date) -> Option<String> {
    const MONTH: i32 = 30;
    const YEAR: i32 = 365;
    let days = age_in_days(as_of, today);
    match (days / YEAR, days / MONTH) {
        _ if days < WORTH_SAYING => None,
        (..=1, months) => Some(format!("{months} months old")),
        (years, _) => Some(format!("{years} years old")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_from_ninety_days_on() {
        let day = Date::constant(2026, 12, 1);
        let told = |days: i32| age_in_words(day, day.checked_add(jiff::Span::new().days(days)).unwrap());
        for young in [-400, -1, 0, 1, 89] {
            assert_eq!(told(young), None, "{young}");
        }
        assert_eq!(told(90).as_deref(), Some("3 months old"));
        assert_eq!(told(125).as_deref(), Some("4 months old"));
        assert_eq!(told(400).as_deref(), Some("13 months old"));
        assert_eq!(told(800).as_deref(), Some("2 years old"));
        assert_eq!(age_in_days(day, Date::constant(2027, 12, 1)), 365);
        assert_eq!(age_in_days(day, Date::constant(2020, 1, 1)), 0);
    }
}
