//! `hubscope url`: the install URL from flags, a plan file or a project; JSON with every reason.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::json;

use super::answer::link::{self, Links};
use super::args::{AppArgs, Args, LinkSet, UrlArgs};
use super::certificate;
use super::exit::Exit;
use super::facts;
use super::failure::{Failure, usage};
use super::offer;
use super::output::Streams;
use super::report;
use super::source::{Source, choose_features, named_link};
use crate::catalog::Catalog;
use crate::link::{Built, LinkKind, build, random_state, snippet};
use crate::plan::{
    Auth, ChosenCall, LinkChoice, Pin, PinOrigin, Plan, Resolved, ScopeType, State, certificates, resolve_for_today,
    usual_redirect,
};
use crate::terminal::sanitize;

/// Prints the link, or says why there is none.
pub(super) fn run(args: &Args, url: &UrlArgs, streams: &mut Streams) -> anyhow::Result<Exit> {
    let catalog = facts::catalog(&args.bare.common, streams)?;
    let mut source = match (&url.path, &url.project, &url.plan) {
        (Some(path), _, _) => Source::existing(catalog, Some(path))?,
        (None, Some(folder), _) => Source::project_at(catalog, folder)?,
        (None, None, Some(file)) => Source::plan_file(file)?,
        // What stands here counts unless the flags say it all.
        (None, None, None) if has_choices(url) => {
            say_what_was_not_read(streams);
            Source::empty()
        }
        (None, None, None) => Source::open(catalog, None)?,
    }
    .with_app_read(streams)?;
    source.apply_flags(&args.bare.common, &url.app.or(&args.bare.app));
    take_flags(catalog, &mut source.plan, url)?;
    let resolved = resolve_for_today(catalog, &source.plan);
    let plan = &source.plan;
    if let Some(path) = &url.certificate {
        certificate::write(path, &certificates(catalog, &plan.switched_on()))?;
    }
    let as_json = args.bare.common.json;
    let links = Links { catalog, read: &source.findings, plan, resolved: &resolved, force: url.force, as_json };
    if url.links == Some(LinkSet::Fewest) {
        return offer::run(&links, url, streams);
    }
    if url.for_each_link {
        return each_link(&links, streams);
    }
    say_which_redirect(plan, &url.app.or(&args.bare.app), streams);
    let choice = match (&url.link, url.with.is_empty()) {
        (Some(name), _) => named_link(plan, name)?,
        (None, false) => LinkChoice::With(url.with.iter().flat_map(|text| items(text)).map(str::to_owned).collect()),
        (None, true) => LinkChoice::Base,
    };
    let built = build(catalog, plan, &resolved, &choice);
    let printed = link::printed(&built, url.force);
    if as_json {
        streams.json(&link::json(catalog, &source.findings, &resolved, &built, printed))?;
    } else {
        report::findings(source.findings.iter().chain(&built.diagnostics), streams);
        say_what_is_elsewhere(&resolved, &built, &choice, streams);
        match (printed, url.snippet) {
            (None, _) => {
                streams.say(&format!("hubscope: {}", link::why_not(&built)));
                if let Some(lacking) = link::lacking(&built) {
                    streams.say(&format!("hubscope: it lacks {lacking}"));
                }
            }
            (Some(link), None) => streams.line(link)?,
            (Some(link), Some(kind)) => streams.line(&snippet(kind, link))?,
        }
    }
    Ok(if printed.is_some() { Exit::Done } else { Exit::No })
}

/// Whether the flags choose features, calls or scopes.
fn has_choices(url: &UrlArgs) -> bool {
    [&url.features, &url.endpoints, &url.scopes, &url.conditional, &url.optional].into_iter().any(|all| !all.is_empty())
}

/// A reader in the folder of a project may think that flags add to it.
fn say_what_was_not_read(streams: &mut Streams) {
    if let Some(here) = Source::here() {
        let here = here.display().to_string();
        streams.say(&format!("hubscope: of flags alone; {} is not read (. as PATH adds it)", sanitize(&here)));
    }
}

/// Which of several registered redirect URLs was taken, where nobody chose.
fn say_which_redirect(plan: &Plan, flags: &AppArgs, streams: &mut Streams) {
    let known = &plan.app.registered_redirects;
    let Some(taken) = usual_redirect(known).filter(|taken| plan.app.redirect_url.as_ref() == Some(taken)) else {
        return;
    };
    if known.len() > 1 && flags.redirect_uri.is_none() && plan.app.auth == Auth::Oauth {
        let (many, taken) = (known.len(), sanitize(taken).into_owned());
        streams.say(&format!("hubscope: of {many} redirect URLs, the link has {taken}; --redirect-uri takes another"));
    }
}

/// Scopes of the plan that a reader of the URL would look for in vain.
fn say_what_is_elsewhere(resolved: &Resolved, built: &Built, choice: &LinkChoice, streams: &mut Streams) {
    if built.kind == LinkKind::Oauth && *choice == LinkChoice::Base {
        let left: Vec<&str> =
            resolved.of_type(ScopeType::ConditionallyRequired).map(|scope| scope.name.as_str()).collect();
        if !left.is_empty() {
            let names = sanitize(&left.join(" ")).into_owned();
            streams
                .say(&format!("hubscope: conditionally required, so not in the base link: {names}; --with adds them."));
        }
    }
    if !resolved.token_request.is_empty() {
        let names = resolved.token_request.join(" ");
        streams.say(&format!("hubscope: for the client-credentials token request, never in a link: {names}"));
    }
}

/// Scopes or features that may come as one word, as they stand in a link; the options of a feature stay together.
fn items(text: &str) -> impl Iterator<Item = &str> {
    let features = text.contains(':');
    text.split(move |c: char| c.is_whitespace() || (c == ',' && !features)).filter(|item| !item.is_empty())
}

fn take_flags(catalog: &Catalog, plan: &mut Plan, url: &UrlArgs) -> anyhow::Result<()> {
    if !url.keep_declared {
        plan.pins.retain(|pin| pin.origin != PinOrigin::Declared);
    }
    choose_features(catalog, plan, &url.features)?;
    for text in &url.endpoints {
        let chosen =
            ChosenCall::parse(text).with_context(|| Failure::usage(format!("--endpoint {}", sanitize(text))))?;
        plan.choose_call(chosen);
    }
    let lists = [
        (&url.scopes, ScopeType::Required),
        (&url.conditional, ScopeType::ConditionallyRequired),
        (&url.optional, ScopeType::Optional),
    ];
    let mut given: BTreeMap<&str, ScopeType> = BTreeMap::new();
    for (names, kind) in lists {
        for name in names.iter().flat_map(|text| items(text)) {
            if let Some(other) = given.insert(name, kind).filter(|other| *other != kind) {
                usage!("{name} is given as {} and as {}: a scope has one type", other.name(), kind.name());
            }
            plan.pin(Pin::new(name, kind, Some("entered on the command line")));
        }
    }
    match url.state.as_deref() {
        None => {}
        Some("auto") => plan.app.state = State::Value(random_state()?),
        Some(value) => plan.app.state = State::Value(value.to_owned()),
    }
    Ok(())
}

/// Every named link and the base, each with its name; the answer is no when one of them is refused.
fn each_link(links: &Links<'_>, streams: &mut Streams) -> anyhow::Result<Exit> {
    if !links.as_json {
        report::findings(links.read, streams);
    }
    let names = links.plan.links.iter().map(|link| (link.name.as_str(), LinkChoice::Named(link.name.clone())));
    let mut rows = Vec::new();
    let mut exit = Exit::Done;
    for (name, choice) in std::iter::once(("base", LinkChoice::Base)).chain(names) {
        let shown = links.show(name, &choice, streams)?;
        if shown.is_refused {
            exit = Exit::No;
        }
        rows.extend(shown.row);
    }
    if links.as_json {
        streams.json(&json!({"links": rows}))?;
    }
    Ok(exit)
}
