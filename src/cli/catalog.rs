//! `hubscope catalog`: the facts, filterable, as tables or JSON.

use serde_json::{Value, json};

use super::answer::{self, Openings};
use super::args::{Args, CatalogArgs, CatalogSub, Filter};
use super::exit::Exit;
use super::output::Streams;
use super::{endpoints, facts, import, verify};
use crate::catalog::{Catalog, DatedRequirement, Feature, FeatureOption, Object, Scope, Sunset, Tier, matches};
use crate::check::{Rule, all_rules};
use crate::terminal::sanitize;

/// Shows what was asked for.
pub(super) fn run(args: &Args, catalog_args: &CatalogArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common)?;
    let day = args.bare.common.as_of.unwrap_or(catalog.as_of());
    match (&catalog_args.what, args.bare.common.json) {
        (CatalogSub::Info, true) => streams.json(&info_json(catalog))?,
        (CatalogSub::Info, false) => streams.write(&info_text(catalog))?,
        (CatalogSub::Scopes(filter), as_json) => {
            let found = catalog.scopes().iter().filter(|scope| matches(&filter.words.join(" "), &scope_texts(scope)));
            if as_json {
                let openings = Openings::of(catalog);
                streams.json(&found.map(|scope| answer::scope::json(catalog, &openings, scope)).collect())?;
            } else {
                show(&found.map(scope_row).collect::<Vec<_>>(), "scope", filter, streams)?;
            }
        }
        (CatalogSub::Endpoints(filter), as_json) => {
            let endpoints = catalog.endpoints();
            let found =
                endpoints.operations().iter().filter(|one| matches(&filter.words.join(" "), &endpoints::texts(one)));
            if as_json {
                streams.json(&found.map(|one| answer::endpoint::json(catalog, &endpoints.needs(one))).collect())?;
            } else {
                let rows: Vec<_> = found.map(|one| endpoints::row(&endpoints.needs(one))).collect();
                show(&rows, "endpoint", filter, streams)?;
            }
        }
        (CatalogSub::Objects(filter), as_json) => {
            let words = filter.words.join(" ");
            let found = catalog.objects().all().iter().filter(|object| matches(&words, &object_texts(object)));
            if as_json {
                streams.json(&found.map(answer::object::json).collect())?;
            } else {
                show(&found.map(object_row).collect::<Vec<_>>(), "object", filter, streams)?;
            }
        }
        (CatalogSub::Rules(filter), as_json) => {
            let texts = |rule: &Rule| [rule.id, rule.severity.as_str(), rule.summary];
            let found = all_rules().filter(|rule| matches(&filter.words.join(" "), &texts(rule)));
            if as_json {
                streams.json(&found.map(answer::rule::json).collect())?;
            } else {
                show(
                    &found.map(|rule| texts(rule).map(str::to_owned).to_vec()).collect::<Vec<_>>(),
                    "rule",
                    filter,
                    streams,
                )?;
            }
        }
        (CatalogSub::Verify(verify_args), as_json) => return verify::run(verify_args, catalog, as_json, streams),
        (CatalogSub::Import(import_args), as_json) => return import::run(import_args, catalog, as_json, streams),
        (CatalogSub::Features(filter), as_json) => {
            let found = catalog.features().iter().filter_map(|feature| narrowed(feature, &filter.words));
            if as_json {
                let rows = found.map(|(feature, options)| answer::feature::json(feature, &options, day));
                streams.json(&rows.collect())?;
            } else {
                let rows = found.flat_map(|(feature, options)| feature_rows(feature, &options, day));
                show(&rows.collect::<Vec<_>>(), "feature", filter, streams)?;
            }
        }
    }
    Ok(Exit::Done)
}

/// A table, or a word on why there is none.
fn show(rows: &[Vec<String>], what: &str, filter: &Filter, streams: &mut Streams) -> anyhow::Result<()> {
    if rows.is_empty() {
        let words = filter.words.join(" ");
        streams.say(&format!("hubscope: no {what} has all of these words: {}", sanitize(&words)));
    }
    streams.write(&table(rows))
}

fn info_json(catalog: &Catalog) -> Value {
    let options: usize = catalog.features().iter().map(|feature| feature.options.len()).sum();
    json!({
        "as_of": catalog.as_of().to_string(),
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

fn info_text(catalog: &Catalog) -> String {
    let info = info_json(catalog);
    let mut lines: Vec<String> = ["as_of", "scopes", "features", "options", "objects", "messages", "endpoints"]
        .iter()
        .map(|name| format!("{name:<10}{}", info[name].to_string().trim_matches('"')))
        .collect();
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
    let status = serde_json::to_value(scope.status).unwrap_or_default();
    vec![
        scope.name.to_owned(),
        status.as_str().unwrap_or_default().to_owned(),
        tier,
        scope.confidence.as_str().to_owned(),
        scope.summary.to_owned(),
    ]
}

/// The feature with those of its options that have the words; all of them where the feature itself has.
fn narrowed<'a>(feature: &'a Feature, words: &[String]) -> Option<(&'a Feature, Vec<&'a FeatureOption>)> {
    let own = [feature.id, feature.name, feature.category];
    if matches(&words.join(" "), &own) {
        return Some((feature, feature.options.iter().collect()));
    }
    let all = |option: &&FeatureOption| matches(&words.join(" "), &[own[0], own[1], own[2], option.id, option.label]);
    let options: Vec<&FeatureOption> = feature.options.iter().filter(all).collect();
    (!options.is_empty()).then_some((feature, options))
}

fn feature_rows(feature: &Feature, options: &[&FeatureOption], day: crate::catalog::Date) -> Vec<Vec<String>> {
    let needs = |rule: Option<&DatedRequirement>| match rule {
        None => "not known for this date".to_owned(),
        Some(rule) => {
            let ways = rule
                .any_of
                .iter()
                .map(|way| if way.all_of.is_empty() { "no scope".to_owned() } else { way.all_of.join(" + ") });
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
