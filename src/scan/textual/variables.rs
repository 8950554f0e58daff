//! What a script or a file of requests calls an address of HubSpot: `BASE="https://api.hubapi.com"`, `@base = …`.

use super::lines::Reading;

/// How many are known of one file.
const MOST: usize = 32;

/// Whether it can be the name of a variable, with what may stand before one.
pub(super) fn is_name(text: &str) -> bool {
    let name = ["export ", "readonly ", "local ", "declare -r ", "$"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// What a script calls a URL of HubSpot: `BASE="https://api.hubapi.com"`, `API="$BASE/crm/v3"`.
pub(super) struct Variables(Vec<(String, String)>);

impl Variables {
    /// The variables that these lines set.
    pub(super) fn of(lines: &[(usize, &str)], reading: Reading) -> Self {
        let mut known = Self(Vec::new());
        for (_, line) in lines.iter().filter(|_| reading != Reading::Document) {
            let line = line.trim_start().strip_prefix('@').unwrap_or(line);
            let Some((name, value)) = line.split_once('=').filter(|(name, _)| is_name(name.trim())) else { continue };
            let value = known.filled(value.trim());
            let value = value.trim_matches(['"', '\'']);
            // `${HUBSPOT_URL:-https://api.hubapi.com}`: what stands behind is what it is when nothing says otherwise.
            let value = value.split_once(":-").map_or(value, |(_, fallback)| fallback.trim_end_matches('}'));
            let name = name.trim().rsplit([' ', '$']).next().unwrap_or_default();
            if value.contains("hubapi.com")
                && value.len() < 200
                && known.0.len() < MOST
                && !value.contains(char::is_whitespace)
            {
                known.0.push((name.to_owned(), value.to_owned()));
            }
        }
        known
    }

    /// The line with the values of these variables in it.
    pub(super) fn filled(&self, line: &str) -> String {
        let mut text = line.to_owned();
        for (name, value) in &self.0 {
            if !text.contains(name.as_str()) || text.len() > 5_000 {
                continue;
            }
            text = text.replace(&format!("${{{name}}}"), value).replace(&format!("{{{{{name}}}}}"), value);
            let plain = format!("${name}");
            let mut filled = String::with_capacity(text.len());
            let mut rest: &str = &text;
            while let Some((before, after)) = rest.split_once(plain.as_str()) {
                filled.push_str(before);
                let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
                filled.push_str(if goes_on { &plain } else { value });
                rest = after;
            }
            filled.push_str(rest);
            text = filled;
        }
        text
    }
}
