//! Texts with places that something else fills: `{{ parameters['noun'] }}`, `${id}`, `$ID`, `{id}`.

use std::rc::Rc;

use crate::scan::value::{Literal, Piece};

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// As it stands.
    Text(String),
    /// What an expression gives.
    Hole(String),
}

/// The parts of `text`, in order.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut found = Vec::new();
    // n8n begins a text with holes so.
    let mut rest = text.strip_prefix('=').unwrap_or(text);
    while let Some(at) = rest.find(['$', '{', '<']) {
        let (before, from) = rest.split_at(at);
        let Some((expression, behind)) = hole(from) else {
            // A sign that opens nothing.
            let wide = from.chars().next().map_or(0, char::len_utf8);
            found.push(Part::Text(rest[..at + wide].to_owned()));
            rest = &rest[at + wide..];
            continue;
        };
        found.push(Part::Text(before.to_owned()));
        found.extend(of_expression(expression));
        rest = behind;
    }
    found.push(Part::Text(rest.to_owned()));
    found.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
    found
}

/// The expression that a hole holds, and what comes behind it.
fn hole(from: &str) -> Option<(&str, &str)> {
    let pairs = [("{{", "}}"), ("${{", "}}"), ("${", "}"), ("$(", ")"), ("{", "}"), ("<", ">")];
    let longest = ["${{", "{{", "${", "$(", "{", "<"];
    for open in longest {
        let Some(inner) = from.strip_prefix(open) else { continue };
        let close = pairs.iter().find(|(known, _)| *known == open).map(|(_, close)| *close)?;
        return inner.split_once(close).filter(|(inner, _)| inner.len() < 200);
    }
    let inner = from.strip_prefix('$')?;
    let end = inner.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(inner.len());
    (end > 0).then(|| inner.split_at(end))
}

/// Texts in quotes as they stand, and what is put together with them: `$json.base + '/crm/v3/owners'`.
fn of_expression(expression: &str) -> Vec<Part> {
    let is_joined = expression.contains(['+', '~']) && !expression.contains('?') && !expression.contains(" if ");
    if !is_joined {
        return vec![Part::Hole(expression.trim().to_owned())];
    }
    let mut parts = Vec::new();
    let (mut quote, mut one) = (None, String::new());
    let mut push = |one: &mut String| {
        let part = std::mem::take(one);
        let part = part.trim();
        let bare = ['\'', '"', '`'].iter().find_map(|quote| part.strip_prefix(*quote)?.strip_suffix(*quote));
        match bare {
            Some(text) => parts.push(Part::Text(text.to_owned())),
            None if part.is_empty() => {}
            None => parts.push(Part::Hole(part.to_owned())),
        }
    };
    for c in expression.chars() {
        match quote {
            None if matches!(c, '+' | '~') => push(&mut one),
            _ => {
                quote = match quote {
                    None if matches!(c, '\'' | '"' | '`') => Some(c),
                    Some(open) if open == c => None,
                    kept => kept,
                };
                one.push(c);
            }
        }
    }
    push(&mut one);
    parts
}

/// The name that an expression ends in: `parameters['noun']` is `noun`.
pub(super) fn last_name(expression: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let before_filter = expression.split('|').next().unwrap_or(expression);
    before_filter.rsplit(|c| !is_part(c)).find(|word| !word.is_empty()).unwrap_or("value")
}

/// The name of a parameter of the document that an expression asks for: `parameters.noun`, `options["noun"]`.
pub(super) fn parameter(expression: &str) -> Option<&str> {
    let rest =
        ["parameters", "options", "$parameters", "$options"].iter().find_map(|of| expression.strip_prefix(of))?;
    let name = rest.trim_start_matches(['.', '[', '\'', '"']).trim_end_matches([']', '\'', '"', ' ']);
    let is_plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    is_plain.then_some(name)
}

/// The pieces of a text in a document, for a route.
pub(super) fn pieces(parts: &[Part], file: u32) -> Vec<Piece> {
    let at = Literal { file, start: 0, function: 0 };
    let piece = |part: &Part| match part {
        Part::Text(text) => Piece::Literal { text: Rc::from(text.as_str()), at },
        Part::Hole(expression) => Piece::Hole(Rc::from(last_name(expression))),
    };
    parts.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let one = |part: Part| match part {
            Part::Text(text) => text,
            Part::Hole(of) => format!("<{}>", last_name(&of)),
        };
        parts(text).into_iter().map(one).collect()
    }

    #[test]
    fn a_hole_is_called_as_its_expression_ends() {
        for (text, wanted) in [
            ("/crm/v3/objects/{{ parameters['noun'] }}", "/crm/v3/objects/<noun>"),
            ("/crm/v3/owners/${id}/x", "/crm/v3/owners/<id>/x"),
            ("$BASE/crm", "<BASE>/crm"),
            ("=https://x/{{ $json.id }}", "https://x/<id>"),
            ("={{ $json.base + '/crm/v3/owners/' + $json.key }}", "<base>/crm/v3/owners/<key>"),
            ("={{ 'https://x' + '/crm' }}", "https://x/crm"),
            ("a<b", "a<b"),
            ("/crm/{{ config.x | default('y') }}", "/crm/<x>"),
            ("{", "{"),
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_parameter_is_asked_for_by_member_or_by_key() {
        assert_eq!(parameter("parameters.noun"), Some("noun"));
        assert_eq!(parameter("parameters['noun']"), Some("noun"));
        assert_eq!(parameter("config['noun']"), None);
        assert_eq!(parameter("parameters.noun + 's'"), None);
    }
}
