//! What is installed: a link as it stands, or the link of a project or plan.

use std::path::Path;

use anyhow::bail;

use crate::account::Ask;
use crate::catalog::{Catalog, eras};
use crate::check::{AppSide, LinkOptions, ask_of_link};
use crate::cli::args::{AppArgs, Args, SimulateArgs, types_hold};
use crate::cli::files;
use crate::cli::output::Streams;
use crate::cli::source::{Source, named_link};
use crate::diagnostic::{Diagnostic, rule};
use crate::link;
use crate::plan::{App, Asker, Auth, Distribution, Hublet, LinkChoice, Plan, Resolved, resolve};
use crate::terminal::sanitize;

/// What is installed.
pub(super) struct Target {
    /// What people call it.
    pub(super) title: String,
    /// What it asks for.
    pub(super) ask: Ask,
    /// The app's settings, as far as they are known.
    pub(super) app: App,
    /// How it reaches accounts, where that is known.
    pub(super) distribution: Option<Distribution>,
    /// The plan and what it needs, where there is one.
    pub(super) plan: Option<(Plan, Resolved)>,
    /// The region that the link's host pins, where it pins one.
    pub(super) region: Option<String>,
    /// What was found while reading.
    pub(super) findings: Vec<Diagnostic>,
}

impl Target {
    /// Reads what the flags name.
    pub(super) fn open(
        catalog: &'static Catalog,
        args: &Args,
        flags: &SimulateArgs,
        streams: &mut Streams,
    ) -> anyhow::Result<Self> {
        let text = match flags.target.as_deref() {
            Some("-") => Some(files::standard_input()?),
            Some(text) if looks_like_a_link(text) => Some(text.to_owned()),
            _ => None,
        };
        let path = flags.target.as_deref().filter(|_| text.is_none()).map(Path::new);
        let source = match (&flags.project, &flags.plan, &text, path) {
            (Some(folder), _, _, _) => Some(Source::open(catalog, Some(folder))?),
            (None, Some(file), _, _) => Some(Source::plan_file(file)?),
            (None, None, Some(text), _) if looks_like_a_link(text) => None,
            (None, None, Some(text), _) => Some(Source::plan_text(text)?),
            (None, None, None, _) if flags.example => Some(Source::example()?),
            (None, None, None, path) => Some(Source::existing(catalog, path)?),
        };
        let source = source.map(|source| source.with_app_read(streams)).transpose()?;
        let given = text.as_deref().filter(|text| looks_like_a_link(text));
        match (given, source) {
            (Some(text), source) => Self::of_link(catalog, args, flags, text, source),
            (None, Some(source)) => Self::of_plan(catalog, args, flags, source),
            (None, None) => bail!("there is nothing to simulate"),
        }
    }

    fn of_plan(
        catalog: &'static Catalog,
        args: &Args,
        flags: &SimulateArgs,
        mut source: Source,
    ) -> anyhow::Result<Self> {
        source.apply_flags(&args.bare.common, &app_flags(flags));
        let plan = source.plan;
        // Who can install is asked of the app as it is: what its settings lack is in no link of theirs.
        let resolved = resolve(catalog, &plan).as_declared(&plan.app);
        let choice = match (&flags.link, flags.with.is_empty()) {
            (Some(name), _) => named_link(&plan, name)?,
            (None, false) => LinkChoice::With(flags.with.clone()),
            (None, true) => LinkChoice::Base,
        };
        // What is wrong is told as a refusal; what else is to be said of the plan goes with it.
        let mut findings = source.findings;
        findings.extend(resolved.diagnostics.iter().filter(|finding| !finding.is_error()).cloned());
        Ok(Self {
            title: plan.app.name.clone().unwrap_or(source.origin),
            ask: Ask::of_plan(catalog, &plan, &resolved, &choice),
            app: plan.app.clone(),
            distribution: Some(plan.app.distribution),
            region: (plan.app.host != Hublet::Na1).then(|| plan.app.host.as_str().to_owned()),
            plan: Some((plan, resolved)),
            findings,
        })
    }

    /// A link as it stands; a project or plan beside it says what the app is, and is matched against.
    fn of_link(
        catalog: &'static Catalog,
        args: &Args,
        flags: &SimulateArgs,
        text: &str,
        source: Option<Source>,
    ) -> anyhow::Result<Self> {
        let behind = source.map(|source| Self::of_plan(catalog, args, flags, source)).transpose()?;
        let side = behind.as_ref().and_then(|behind| behind.plan.as_ref()).and_then(|(plan, _)| AppSide::of_plan(plan));
        let user_level = flags.user_level || behind.as_ref().is_some_and(|behind| behind.app.user_level);
        let era = eras::of(args.bare.common.as_of.unwrap_or(catalog.as_of()));
        let distribution = behind.as_ref().map_or(flags.distribution, |behind| behind.distribution);
        let auth = flags.auth.or_else(|| side.as_ref().and_then(|side| side.auth));
        let asker = Asker { distribution, user_level, era };
        let typed = types_hold(&args.bare.common, era);
        let options = LinkOptions { auth, asker, typed, side: side.as_ref(), ..LinkOptions::default() };
        let mut ask = ask_of_link(catalog, text, &options);
        if ask.scope.is_empty() && ask.faults.iter().any(|fault| fault.rule == rule::URL_NOT_INSTALL_URL) {
            let shown: String = sanitize(text.trim()).chars().take(120).collect();
            bail!("{shown} is no install URL with scopes; hubscope check says what is wrong with a link");
        }
        let place = link::parse(text.trim()).place;
        let region = place.hublet.filter(|region| place.known_hublet && region != Hublet::Na1.as_str());
        let Some(behind) = behind else {
            let app = App { auth: flags.auth.unwrap_or_default(), user_level, ..App::default() };
            let title = "The link".to_owned();
            return Ok(Self { title, ask, app, distribution, plan: None, region, findings: Vec::new() });
        };
        if place.kind == link::Kind::Static && behind.app.auth == Auth::Static {
            // Its scopes are those of the settings.
            ask = Ask { faults: ask.faults, ..behind.ask };
        } else {
            ask.needs = behind.ask.needs;
            ask.locked = behind.ask.locked;
        }
        let Self { title, app, plan, findings, .. } = behind;
        Ok(Self { title, ask, app, distribution, plan, region, findings })
    }
}

fn looks_like_a_link(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("https://") || text.starts_with("http://")
}

/// The flags that say something of the app. An account that is a number is the one that the link is for.
fn app_flags(flags: &SimulateArgs) -> AppArgs {
    AppArgs {
        client_id: flags.client_id.clone(),
        redirect_uri: flags.redirect_uri.clone(),
        distribution: flags.distribution,
        auth: flags.auth,
        user_level: flags.user_level,
        account: flags.account.iter().find(|text| is_account_id(text)).cloned(),
        app_id: None,
        host: flags.host,
    }
}

/// Whether the text is the number of an account, not its tier.
pub(super) fn is_account_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
