//! What a question looks like: its words, its numbered answers, and what may be typed.

/// A numbered answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// What it is.
    pub(super) text: String,
    /// How it stands; empty where there is nothing to say.
    pub(super) state: String,
}

impl Row {
    /// A row without a state.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), state: String::new() }
    }

    /// A row that says how it stands.
    pub(super) fn with(text: impl Into<String>, state: impl Into<String>) -> Self {
        Self { text: text.into(), state: state.into() }
    }
}

/// A question, ready to be asked.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// The question.
    pub(super) question: String,
    /// The numbered answers.
    pub(super) rows: Vec<Row>,
    /// What may be typed, for the prompt.
    pub(super) prompt: String,
    /// What `?` says.
    pub(super) help: Vec<String>,
}

/// How many rows are said at once: more than this nobody keeps in mind who hears them.
pub(super) const PAGE: usize = 20;

/// The rows from `from` on, with their numbers, and whether there are more.
pub(super) fn page(rows: &[Row], from: usize) -> Vec<String> {
    let shown = rows.iter().enumerate().skip(from).take(PAGE);
    let mut lines: Vec<String> = shown
        .map(|(place, row)| {
            let state = if row.state.is_empty() { String::new() } else { format!(" ({})", row.state) };
            format!("  {}. {}{state}", place + 1, row.text)
        })
        .collect();
    let left = rows.len().saturating_sub(from + PAGE);
    if left > 0 {
        lines.push(format!("  {left} more: type more."));
    }
    lines
}

/// The places that `line` names by their numbers, from 0; an error says which number there is not.
pub(super) fn numbers(line: &str, rows: usize) -> Option<Result<Vec<usize>, String>> {
    let words: Vec<&str> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() || !words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let place = |word: &&str| match word.parse::<usize>() {
        Ok(number) if (1..=rows).contains(&number) => Ok(number - 1),
        _ if rows == 0 => Err("There is nothing here to choose by number.".to_owned()),
        _ => Err(format!("There is no answer {word}: the numbers go from 1 to {rows}.")),
    };
    Some(words.iter().map(place).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places_or_say_what_there_is() {
        assert_eq!(numbers("1, 3", 3), Some(Ok(vec![0, 2])));
        assert_eq!(numbers("GET 3", 3), None);
        assert_eq!(numbers("", 3), None);
        assert!(numbers("0", 3).is_some_and(|found| found.is_err()));
        assert!(numbers("99999999999999999999999", 3).is_some_and(|found| found.is_err()));
    }

    #[test]
    fn a_long_list_is_said_in_parts() {
        let rows: Vec<Row> = (0..45).map(|i| Row::new(format!("row {i}"))).collect();
        assert_eq!(page(&rows, 0).len(), PAGE + 1);
        assert_eq!(page(&rows, 40).len(), 5);
        assert!(page(&rows, 20)[0].starts_with("  21. "));
    }
}
