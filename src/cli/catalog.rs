//! `hubscope catalog`: the facts, filterable, as tables or JSON.

use std::cell::LazyCell;

use serde_json::{Value, json};

use super::answer::{self, Openings};
use super::args::{Args, CatalogArgs, CatalogSub, Filter};
use super::exit::Exit;
use super::moment::Moment;
use super::output::Streams;
use super::{endpoints, facts, facts_diff, import, verify};
use crate::catalog::{
    Catalog, Date, DatedRequirement, Feature, FeatureOption, Object, Scope, Sunset, Tier, age_in_days, age_in_words,
    matches,
};
use crate::diagnostic::{Rule, rule};
use crate::prose::together;
use crate::terminal::sanitize;

/// Shows what was asked for.
pub(super) fn run(
    args: &Args,
    catalog_args: &CatalogArgs,
    moment: Moment,
    streams: &mut Streams,
) -> anyhow::Result<Exit> {
    let common = &args.bare.common;
    let catalog = facts::catalog(common, streams)?;
    let day = common.as_of.unwrap_or(catalog.as_of());
    let as_json = common.json;
    match &catalog_args.what {
        CatalogSub::Info if as_json => streams.json(&info_json(catalog, moment.today()))?,
        CatalogSub::Info => streams.write(&info_text(catalog, moment.today()))?,
        CatalogSub::Scopes(filter) => scopes(catalog, &Listing::of("scope", filter, as_json), streams)?,
        CatalogSub::Endpoints(filter) => endpoints_of(catalog, &Listing::of("endpoint", filter, as_json), streams)?,
        CatalogSub::Objects(filter) => objects(catalog, &Listing::of("object", filter, as_json), streams)?,
        CatalogSub::Rules(filter) => rules(&Listing::of("rule", filter, as_json), streams)?,
        CatalogSub::Features(filter) => features(catalog, day, &Listing::of("feature", filter, as_json), streams)?,
        CatalogSub::Verify(verify_args) => return verify::run(verify_args, catalog, as_json, streams),
        CatalogSub::Import(import_args) => return import::run(import_args, args, catalog, streams),
        CatalogSub::Diff(facts_args) => facts_diff::run(facts_args, catalog, as_json, streams)?,
    }
    Ok(Exit::Done)
}

/// Facts of one kind: what they are called, which of them are wanted, and how they are shown.
struct Listing {
    what: &'static str,
    words: String,
    as_json: bool,
}

impl Listing {
    fn of(what: &'static str, filter: &Filter, as_json: bool) -> Self {
        Self { what, words: filter.words.join(" "), as_json }
    }

    /// Whether what has these texts is wanted.
    fn wants(&self, texts: &[&str]) -> bool {
        matches(&self.words, texts)
    }

    /// What was found as JSON, as a table, or a word on why there is none.
    fn show<T, Rows: IntoIterator<Item = Vec<String>>>(
        &self,
        found: impl Iterator<Item = T>,
        json: impl FnMut(T) -> Value,
        rows: impl FnMut(T) -> Rows,
        streams: &mut Streams,
    ) -> anyhow::Result<()> {
        if self.as_json {
            return streams.json(&found.map(json).collect());
        }
        let rows: Vec<Vec<String>> = found.flat_map(rows).collect();
        if rows.is_empty() {
            let words = sanitize(&self.words);
            streams.say(&format!("hubscope: no {} has all of these words: {words}", self.what));
        }
        streams.write(&table(&rows))
    }
}

fn scopes(catalog: &'static Catalog, list: &Listing, streams: &mut Streams) -> anyhow::Result<()> {
    let found = catalog.scopes().iter().filter(|scope| list.wants(&scope_texts(scope)));
    // The table needs none of them.
    let openings = LazyCell::new(|| Openings::of(catalog));
    list.show(found, |scope| answer::scope::json(catalog, &openings, scope), |scope| [scope_row(scope)], streams)
}

fn endpoints_of(catalog: &'static Catalog, list: &Listing, streams: &mut Streams) -> anyhow::Result<()> {
    let facts = catalog.endpoints();
    let found = facts.operations().iter().filter(|one| list.wants(&endpoints::texts(one)));
    let json = |one| answer::endpoint::json(catalog, &facts.needs(one));
    list.show(found, json, |one| [endpoints::row(&facts.needs(one))], streams)
}

fn objects(catalog: &Catalog, list: &Listing, streams: &mut Streams) -> anyhow::Result<()> {
    let found = catalog.objects().all().iter().filter(|object| list.wants(&object_texts(object)));
    list.show(found, answer::object::json, |object| [object_row(object)], streams)
}

fn rules(list: &Listing, streams: &mut Streams) -> anyhow::Result<()> {
    let texts = |rule: &Rule| [rule.id, rule.severity.as_str(), rule.summary];
    let found = rule::all().filter(|rule| list.wants(&texts(rule)));
    list.show(found, answer::rule::json, |rule| [texts(rule).map(str::to_owned).to_vec()], streams)
}

fn features(catalog: &Catalog, day: Date, list: &Listing, streams: &mut Streams) -> anyhow::Result<()> {
    let found = catalog.features().iter().filter_map(|feature| narrowed(feature, list));
    let json = |(feature, options): (&Feature, Vec<&FeatureOption>)| answer::feature::json(feature, &options, day);
    list.show(found, json, |(feature, options)| feature_rows(feature, &options, day), streams)
}

fn info_json(catalog: &Catalog, today: Date) -> Value {
    let days: serde_json::Map<String, Value> =
        catalog.days().map(|(file, day)| (file.to_owned(), day.to_string().into())).collect();
    let options: usize = catalog.features().iter().map(|feature| feature.options.len()).sum();
    json!({
        "as_of": catalog.as_of().to_string(),
        "age_days": age_in_days(catalog.as_of(), today),
        "days": days,
        "scopes": catalog.scopes().len(),
        "features": catalog.features().len(),
        "options": options,
        "objects": catalog.objects().all().len(),
        "messages": catalog.messages().all().len(),
        "endpoints": catalog.endpoints().operations().len(),
        "endpoints_source": catalog.endpoints().source(),
        "endpoints_as_of": catalog.endpoints().as_of(),
        "sunsets": catalog.sunsets(),
        "sources": catalog.sources().collect::<Vec<_>>(),
    })
}

fn info_text(catalog: &Catalog, today: Date) -> String {
    let info = info_json(catalog, today);
    let mut lines: Vec<String> = ["as_of", "scopes", "features", "options", "objects", "messages", "endpoints"]
        .iter()
        .map(|name| format!("{name:<10}{}", info[name].to_string().trim_matches('"')))
        .collect();
    if let Some(age) = age_in_words(catalog.as_of(), today) {
        lines.insert(1, format!("{:<10}{age}: hubscope catalog import renews the facts", "age"));
    }
    lines.push("files".to_owned());
    lines.extend(catalog.days().map(|(file, day)| match age_in_words(day, today) {
        Some(age) => format!("  {day}  {file}, {age}"),
        None => format!("  {day}  {file}"),
    }));
    lines.push("sunsets".to_owned());
    let rows: Vec<Vec<String>> = catalog.sunsets().iter().map(sunset_row).collect();
    lines.extend(table(&rows).lines().map(|line| format!("  {line}")));
    lines.push("sources".to_owned());
    lines.extend(catalog.sources().map(|source| format!("  {source}")));
    lines.push(format!("  {} ({})", catalog.endpoints().source(), catalog.endpoints().as_of()));
    lines.join("\n") + "\n"
}

fn sunset_row(sunset: &Sunset) -> Vec<String> {
    vec![sunset.day(), sunset.what.to_owned(), sunset.confidence.as_str().to_owned(), sunset.source.to_owned()]
}

fn object_texts(object: &Object) -> Vec<&str> {
    let own = [object.plural, object.singular, object.upper, object.kind];
    own.into_iter().chain(object.id).chain(object.aliases.iter().copied()).collect()
}

fn object_row(object: &Object) -> Vec<String> {
    vec![
        object.plural.to_owned(),
        object.id.unwrap_or("-").to_owned(),
        answer::object::scopes(object).unwrap_or_else(|| "-".to_owned()),
        object.confidence.as_str().to_owned(),
    ]
}

fn scope_texts(scope: &Scope) -> Vec<&'static str> {
    vec![scope.name, scope.summary, scope.group]
}

fn scope_row(scope: &Scope) -> Vec<String> {
    let tier = scope.tier.as_ref().map_or_else(|| "?".to_owned(), Tier::describe);
    vec![
        scope.name.to_owned(),
        scope.status.as_str().to_owned(),
        tier,
        scope.confidence.as_str().to_owned(),
        scope.summary.to_owned(),
    ]
}

/// The feature with those of its options that have the words; all of them where the feature itself has.
fn narrowed<'a>(feature: &'a Feature, list: &Listing) -> Option<(&'a Feature, Vec<&'a FeatureOption>)> {
    let own = [feature.id, feature.name, feature.category];
    if list.wants(&own) {
        return Some((feature, feature.options.iter().collect()));
    }
    let has_them = |option: &&FeatureOption| list.wants(&[own[0], own[1], own[2], option.id, option.label]);
    let options: Vec<&FeatureOption> = feature.options.iter().filter(has_them).collect();
    (!options.is_empty()).then_some((feature, options))
}

fn feature_rows(feature: &Feature, options: &[&FeatureOption], day: Date) -> Vec<Vec<String>> {
    let needs = |rule: Option<&DatedRequirement>| match rule {
        None => "not known for this date".to_owned(),
        Some(rule) => {
            let ways = rule.any_of.iter().map(|way| together(way.all_of, " + "));
            ways.collect::<Vec<_>>().join(" | ")
        }
    };
    let mut rows = Vec::new();
    if feature.stands_alone() || options.is_empty() {
        let confidence = feature.confidence.as_str().to_owned();
        rows.push(vec![feature.id.to_owned(), needs(feature.requires_on(day)), confidence, feature.name.to_owned()]);
    }
    rows.extend(options.iter().map(|option| {
        let spec = format!("{}:{}", feature.id, option.id);
        vec![spec, needs(option.requires_on(day)), option.confidence.as_str().to_owned(), option.label.to_owned()]
    }));
    rows
}

/// Columns as wide as their widest entry.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}
