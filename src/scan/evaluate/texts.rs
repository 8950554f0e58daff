//! Functions that make texts from texts: formats, joins, URLs, defaults of settings.

use super::evaluator::Evaluator;
use crate::scan::form::{Argument, Expr};
use crate::scan::value::{Literal, Piece, Site, Value, Values, few, joined, through_pick};
use crate::scan::words::{self, Meaning};

impl Evaluator<'_> {
    /// The texts that the call at `site` makes; `None` where it makes none.
    pub(super) fn made_text(&self, site: Site) -> Option<Values> {
        let (file, id) = site;
        let form = self.program.form(file);
        let Expr::Call { callee, arguments, .. } = form.expr(id) else { return None };
        let (object, name) = match form.expr(*callee) {
            Expr::Member(object, name) => (Some(*object), &**name),
            Expr::Name(name) => (None, &**name),
            _ => return None,
        };
        // `HttpUrl.parse(base).newBuilder()` goes on with the URL.
        if let (true, [], Some(object)) = (words::means(Meaning::GoesOnWithUrl, name), arguments.as_slice(), object) {
            let own = self.eval((file, object));
            return own.iter().any(is_url).then_some(own);
        }
        if let Some(url) = object.and_then(|object| self.longer_url((file, object), name, arguments)) {
            return Some(url);
        }
        let making = words::making(name)?;
        let values: Vec<Values> =
            arguments.iter().take(8).map(|argument| self.got(&self.eval((file, argument.value)))).collect();
        let of_object = || object.map(|object| self.eval((file, object))).unwrap_or_default();
        let whole = host_and_path(name, arguments, &values);
        match making {
            _ if whole.is_some() => whole,
            words::Making::Format => format_of(&of_object(), &values, arguments),
            words::Making::Join => Some(joined_parts(of_object(), &values)),
            words::Making::Concat => {
                let own = of_object();
                if own.is_empty() && object.is_some() {
                    return None;
                }
                let parts: Vec<Values> = [own].into_iter().filter(|own| !own.is_empty()).chain(values).collect();
                Some(joined(&parts))
            }
            words::Making::Url if arguments.is_empty() => {
                let own = of_object();
                own.iter().any(is_url).then_some(own)
            }
            words::Making::Url => url_of(arguments, &values),
            words::Making::Kept => {
                // `Object.freeze({ … })` gives back what it is handed.
                let handed =
                    values.first().filter(|_| words::means(Meaning::GivesWhatItGets, name) && arguments.len() == 1);
                let own = handed.cloned().unwrap_or_else(of_object);
                own.iter().any(|value| matches!(value, Value::Text(_) | Value::Map(_) | Value::List(_))).then_some(own)
            }
            words::Making::First => {
                let path = arguments.iter().position(|argument| argument.name.as_deref() == Some("Path"));
                if let (Some(path), Some(base)) = (path.and_then(|at| values.get(at)), values.first())
                    && base.iter().any(is_url)
                    && arguments.len() > 1
                {
                    return Some(joined_paths(&[base.clone(), path.clone()]));
                }
                let fits = |values: &&Values| values.iter().any(is_url);
                values.iter().find(fits).cloned()
            }
            words::Making::Same => {
                let built = object.and_then(|object| self.built((file, object), form.node(id).end));
                let own = built.unwrap_or_else(of_object);
                let of = if own.iter().any(|value| matches!(value, Value::Text(_) | Value::Parameter(_))) {
                    own
                } else {
                    // `base.TrimEnd('/')` gives nothing of what it trims away.
                    values.first().filter(|first| object.is_none() || !first.iter().all(is_slash))?.clone()
                };
                let other = words::means(Meaning::AlsoMakesOthers, name);
                let fits = |value: &Value| match value {
                    Value::Text(pieces) => {
                        !other
                            || pieces
                                .iter()
                                .any(|piece| matches!(piece, Piece::Literal { text, .. } if text.contains('/')))
                    }
                    Value::Parameter(_) => true,
                    _ => false,
                };
                of.iter().any(fits).then_some(of)
            }
            words::Making::Default => {
                let fallback = values.get(1)?;
                if values.first()?.iter().any(is_url) {
                    return None;
                }
                fallback.iter().any(is_url).then(|| fallback.clone())
            }
        }
    }
}

impl Evaluator<'_> {
    /// A URL that is built part by part: `builder.host("api.hubapi.com").addPathSegments("crm/v3/owners")`.
    fn longer_url(&self, object: Site, name: &str, arguments: &[Argument]) -> Option<Values> {
        let values = || arguments.iter().take(8).map(|argument| self.got(&self.eval((object.0, argument.value))));
        if words::means(Meaning::SetsHost, name) {
            let host = values().next().filter(|_| arguments.len() == 1)?;
            let is_host = |value: &Value| value.whole().is_some_and(|text| text.contains('.') && !text.contains('/'));
            return host.iter().any(is_host).then(|| joined(&[written("https://"), host]));
        }
        if !lengthens_url(name) {
            return None;
        }
        let own = self.eval(object);
        let is_absolute = own.iter().any(|value| starts_with(value, "http"));
        is_absolute.then(|| joined_paths(&std::iter::once(own).chain(values()).collect::<Vec<_>>()))
    }
}

/// Whether a method with this name puts a path behind the URL that it is called on.
pub(in crate::scan) fn lengthens_url(name: &str) -> bool {
    words::means(Meaning::LengthensUrl, name)
}

/// A template with the places filled whose names are known; the others stay.
pub(in crate::scan) fn with_named(template: &Value, named: &[(String, Values)]) -> Values {
    let Value::Text(pieces) = template else { return [template.clone()].into() };
    let mut parts: Vec<Values> = Vec::new();
    for piece in pieces.iter() {
        let Piece::Literal { text, at } = piece else {
            parts.push([Value::Text([piece.clone()].into())].into());
            continue;
        };
        let mut rest: &str = text;
        while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, inner)| {
            let (name, after) = inner.split_once('}')?;
            Some((before, name, after))
        }) {
            parts.push([Value::literal(before, *at)].into());
            let known = named.iter().find(|(own, _)| own == name.trim_start_matches('+'));
            let stays = || Values::from([Value::literal(&format!("{{{name}}}"), *at)]);
            parts.push(known.map_or_else(stays, |(_, values)| values.clone()));
            rest = after;
        }
        parts.push([Value::literal(rest, *at)].into());
    }
    joined(&parts)
}

/// Ruby: `URI::HTTPS.build(host: …, path: …)`.
fn host_and_path(name: &str, arguments: &[Argument], values: &[Values]) -> Option<Values> {
    let named = |wanted: &str| {
        let at = arguments.iter().position(|argument| argument.name.as_deref() == Some(wanted))?;
        values.get(at).filter(|values| !values.is_empty()).cloned()
    };
    (name == "build").then(|| Some(joined_paths(&[named("host")?, named("path")?])))?
}

/// A format, of the call or handed to it, with its places filled.
pub(super) fn format_of(own: &Values, values: &[Values], arguments: &[Argument]) -> Option<Values> {
    let is_own = own.iter().any(|value| matches!(value, Value::Text(_) | Value::Pick(..)));
    // Python: `"%s/%s" % (a, b)`.
    if let (true, [only]) = (is_own, values)
        && let Some(Value::List(items)) = only.first()
    {
        let items: Vec<Values> = items.iter().map(|item| Values::from([item.clone()])).collect();
        let names = vec![None; items.len()];
        return Some(few(own.iter().flat_map(|format| filled(format, &items, &names).to_vec()).collect()));
    }
    let (formats, rest) = if is_own { (own.clone(), values) } else { (values.first()?.clone(), values.get(1..)?) };
    let formats_of = [formats.clone()];
    if let Some(picked) = through_pick(&formats_of, |formats| {
        let names = vec![None; rest.len()];
        let names: Vec<Option<&str>> = match arguments.len().checked_sub(rest.len()) {
            Some(skipped) => arguments[skipped..].iter().map(|argument| argument.name.as_deref()).collect(),
            None => names,
        };
        few(formats[0].iter().flat_map(|format| filled(format, rest, &names).to_vec()).collect())
    }) {
        return Some(picked);
    }
    // Go, Ruby: a writer or a locale may stand before the format.
    let (formats, rest) = match formats.iter().any(|value| matches!(value, Value::Text(_))) {
        true => (formats, rest),
        false => (values.get(1)?.clone(), values.get(2..)?),
    };
    let names: Vec<Option<&str>> = arguments.iter().map(|argument| argument.name.as_deref()).collect();
    let skipped = arguments.len() - rest.len();
    Some(few(formats.iter().flat_map(|format| filled(format, rest, &names[skipped..]).to_vec()).collect()))
}

fn is_url(value: &Value) -> bool {
    matches!(value, Value::Text(pieces) if matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.contains('/')))
}

/// The parts of a path, one after the other: items of a list, or what is handed in one by one.
fn joined_parts(own: Values, values: &[Values]) -> Values {
    if let Some(all) = each_list(&own, values) {
        return all;
    }
    let mut parts: Vec<Values> = Vec::new();
    if let Some(Value::List(items)) = own.first() {
        parts.extend(items.iter().map(|item| Values::from([item.clone()])));
    } else if let Some(items) = values.iter().find(|values| !values.is_empty()).and_then(items_of) {
        parts.extend(items.iter().map(|item| Values::from([item.clone()])));
    } else {
        let is_own = own.iter().any(|value| matches!(value, Value::Text(_)));
        if is_own {
            parts.push(own);
        }
        // Java, C#: `String.join("/", host, path)` says first what stands between.
        let between = usize::from(!is_own && values.len() > 1 && values[0].first().is_some_and(is_slash));
        parts.extend(values.iter().skip(between).cloned());
    }
    joined_paths(&parts)
}

/// Several lists of the parts of a path, each of them joined; `None` where there are not several.
fn each_list(own: &Values, values: &[Values]) -> Option<Values> {
    let all = std::iter::once(own).chain(values).find(|values| values.len() > 1 && items_of(values).is_some())?;
    let lists = all.iter().filter_map(|value| match value {
        Value::List(items) => Some(items.iter().map(|item| Values::from([item.clone()])).collect::<Vec<_>>()),
        _ => None,
    });
    Some(few(lists.flat_map(|items| joined_paths(&items).to_vec()).collect()))
}

fn items_of(values: &Values) -> Option<&Values> {
    match values.first() {
        Some(Value::List(items)) => Some(items),
        _ => None,
    }
}

fn is_slash(value: &Value) -> bool {
    value.whole().is_some_and(|text| text == "/")
}

fn starts_with_slash(value: &Value) -> bool {
    starts_with(value, "/")
}

fn starts_with(value: &Value, with: &str) -> bool {
    matches!(value, Value::Text(pieces) if matches!(pieces.first(), Some(Piece::Literal { text, .. }) if text.starts_with(with)))
}

/// The texts with one slash between each two.
pub(in crate::scan) fn joined_paths(parts: &[Values]) -> Values {
    let mut spaced = Vec::new();
    for part in parts {
        if !spaced.is_empty() {
            spaced.push(written("/"));
        }
        spaced.push(part.clone());
    }
    joined(&spaced)
}

/// The URL that is made of these arguments.
fn url_of(arguments: &[Argument], values: &[Values]) -> Option<Values> {
    let is_relative = |values: &Values| values.first().is_some_and(starts_with_slash);
    let is_absolute = |values: &Values| values.first().is_some_and(|value| starts_with(value, "http"));
    let has_text = |values: &Values| values.iter().any(|value| matches!(value, Value::Text(_) | Value::Parameter(_)));
    let named = |names: [&str; 2]| {
        let mut all = arguments.iter().zip(values);
        all.find(|(argument, _)| argument.name.as_deref().is_some_and(|name| names.contains(&name)))
            .map(|(_, values)| values.clone())
    };
    let path = named(["Path", "path"]);
    // `url.URL{Scheme: "https", Host: host, Path: path}`
    if let Some(host) = named(["Host", "host"]) {
        let whole = joined(&[written("https://"), host]);
        return Some(path.map_or_else(|| whole.clone(), |path| joined_paths(&[whole.clone(), path])));
    }
    if path.is_some() {
        return path;
    }
    match values {
        // `new URL(path, base)`.
        [path, base] if has_text(path) && has_text(base) => {
            // C#: `new Uri(base, path)`.
            let parts = if !is_absolute(path) && (is_relative(path) || !is_relative(base)) {
                [base.clone(), path.clone()]
            } else {
                [path.clone(), base.clone()]
            };
            Some(joined_paths(&parts))
        }
        [path, ..] if has_text(path) => Some(path.clone()),
        _ => None,
    }
}

/// A text that stands in no file.
fn written(text: &str) -> Values {
    let at = Literal { file: u32::MAX, start: 0, function: 0 };
    [Value::literal(text, at)].into()
}

/// A format with its places filled: `%s`, `{}`, `{0}`, `{name}`.
fn filled(format: &Value, values: &[Values], names: &[Option<&str>]) -> Values {
    let Value::Text(pieces) = format else { return Values::default() };
    let mut parts: Vec<Values> = Vec::new();
    let mut next = 0;
    for piece in pieces.iter() {
        let Piece::Literal { text, at } = piece else {
            parts.push([Value::Text([piece.clone()].into())].into());
            continue;
        };
        let mut rest: &str = text;
        while let Some((before, place, after)) = next_place(rest) {
            if !before.is_empty() {
                parts.push([Value::literal(before, *at)].into());
            }
            let by_number = place.parse::<usize>().ok();
            let by_name = names.iter().position(|name| *name == Some(place) && !place.is_empty());
            let of_all = || {
                let at = names.iter().position(|name| *name == Some("**")).filter(|_| !place.is_empty())?;
                let parts = values.get(at)?.iter().flat_map(|value| match value {
                    Value::Parameter(of) => vec![Value::Parameter(of.part(place))],
                    value => value.get(place).iter().flat_map(|values| values.to_vec()).collect(),
                });
                Some(few(parts.collect()))
            };
            let given = match (by_name, by_number) {
                (Some(at), _) | (None, Some(at)) => values.get(at).cloned(),
                (None, None) => of_all().or_else(|| {
                    next += 1;
                    values.get(next - 1).cloned()
                }),
            };
            let hole = if place.is_empty() { "value" } else { place };
            parts.push(given.filter(|given| !given.is_empty()).unwrap_or_else(|| [Value::outside(hole)].into()));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push([Value::literal(rest, *at)].into());
        }
    }
    joined(&parts)
}

/// The path of a template with the places in braces filled, one by one: Spring's `"/{type}/{id}", type, id`.
pub(in crate::scan) fn expanded(template: &Value, values: &[Values]) -> Values {
    let is_plain = |piece: &Piece| matches!(piece, Piece::Literal { text, .. } if !text.contains('%'));
    let Value::Text(pieces) = template else { return [template.clone()].into() };
    let has_place = pieces.iter().any(|piece| matches!(piece, Piece::Literal { text, .. } if text.contains('{')));
    if !has_place || values.is_empty() || !pieces.iter().any(is_plain) {
        return [template.clone()].into();
    }
    filled(template, values, &[])
}

/// What stands before the first place to fill, its name or number, and what stands after it.
fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let at = text.find(['%', '{'])?;
    let (before, rest) = text.split_at(at);
    if let Some(inner) = rest.strip_prefix('{') {
        let (name, after) = inner.split_once('}')?;
        let name = name.split([':', '!']).next().unwrap_or(name);
        return Some((before, name, after));
    }
    let inner = &rest[1..];
    if let Some(named) = inner.strip_prefix(['(', '{', '<']) {
        let end = named.find([')', '}', '>'])?;
        let after = &named[end + 1..];
        return Some((before, &named[..end], after.strip_prefix(['s', 'd']).unwrap_or(after)));
    }
    let letters = inner.find(|c: char| c.is_ascii_alphabetic())?;
    if letters > 3 {
        return None;
    }
    Some((before, "", &inner[letters + 1..]))
}
