//! What OLD and NEW mean: a link, a project, a plan, a config file, or one of these at a revision.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::config;
use super::revision::Revision;
use crate::catalog::Catalog;
use crate::cli::args::{AppArgs, Common};
use crate::cli::files;
use crate::cli::output::Streams;
use crate::cli::source::Source;
use crate::diagnostic::Diagnostic;
use crate::diff::{KnownLink, Side};
use crate::plan::{FILE_NAME, Plan, PlanFile};
use crate::project::{PROJECT_FILE, nearest_project};
use crate::trouble::token_answer;

/// One of the two states, and what was wrong with its files.
pub(super) struct Target {
    pub(super) side: Side,
    pub(super) findings: Vec<Diagnostic>,
}

impl Target {
    /// The state that `text` names. `other` is the text of the other side: a revision without a path means its project.
    pub(super) fn open(
        catalog: &'static Catalog,
        common: &Common,
        text: &str,
        other: &str,
        streams: &mut Streams,
    ) -> anyhow::Result<Self> {
        if text == "-" {
            return Self::text(catalog, common, "standard input", &files::standard_input()?);
        }
        if let Some(revision) = text.strip_prefix("git:") {
            let files = Revision::open(revision, other)?;
            return Self::place(catalog, common, text, &files.place(), files.root(), streams);
        }
        if is_url(text) {
            return Self::link(text, text);
        }
        Self::place(catalog, common, text, Path::new(text), Path::new(""), streams)
    }

    /// What lies at `place`; a project above it counts where it is within `bounds`.
    fn place(
        catalog: &'static Catalog,
        common: &Common,
        name: &str,
        place: &Path,
        bounds: &Path,
        streams: &mut Streams,
    ) -> anyhow::Result<Self> {
        let known = std::fs::metadata(place).with_context(|| format!("cannot open {name}"))?;
        let is_project_file = place.file_name().is_some_and(|file| file == PROJECT_FILE);
        if known.is_file() && !is_project_file {
            let read = std::fs::read_to_string(place).with_context(|| format!("cannot read {name}"))?;
            return Self::text(catalog, common, name, &read);
        }
        if let Some(root) = nearest_project(place).filter(|root| root.starts_with(bounds)) {
            return Ok(Self::source(catalog, common, name, Source::project(catalog, &root)?.with_app_read(streams)?));
        }
        let file = place.join(FILE_NAME);
        if file.is_file() {
            return Ok(Self::source(catalog, common, name, Source::plan_file(&file)?));
        }
        bail!("{name} is no HubSpot project and has no {FILE_NAME}: there is no {PROJECT_FILE} in it or above it");
    }

    /// A text of which only the content says what it is.
    fn text(catalog: &'static Catalog, common: &Common, name: &str, read: &str) -> anyhow::Result<Self> {
        let text = read.strip_prefix('\u{feff}').unwrap_or(read).trim();
        if is_url(text) {
            return Self::link(name, text);
        }
        if let Some(answer) = token_answer(text) {
            bail!("{name} is {}, and no settings: {}", answer.name(), answer.instead());
        }
        if let Some((side, findings)) = config::side(catalog, name, read) {
            return Ok(Self { side, findings });
        }
        let mut plan = Plan::default();
        PlanFile::parse(text)
            .and_then(|file| file.apply(&mut plan))
            .with_context(|| format!("{name} is no install URL, no config file of an app and no plan"))?;
        plan.as_of = common.as_of.or(plan.as_of);
        Ok(Self { side: Side::of_plan(catalog, name, &plan), findings: Vec::new() })
    }

    fn source(catalog: &'static Catalog, common: &Common, name: &str, mut source: Source) -> Self {
        source.apply_flags(common, &AppArgs::default());
        Self { side: Side::of_plan(catalog, name, &source.plan), findings: source.findings }
    }

    /// The one place that reads a link.
    fn link(name: &str, url: &str) -> anyhow::Result<Self> {
        let Some(read) = crate::link::read(url) else {
            bail!("{name} is no install URL: https://app.hubspot.com/oauth/authorize?client_id=… is one");
        };
        let text = |value: String| Some(value).filter(|value| !value.is_empty());
        let link = KnownLink {
            name: if name == url { "the link".to_owned() } else { name.to_owned() },
            scope: read.scope,
            optional: read.optional_scope,
            redirect: text(read.redirect_uri),
            client_id: text(read.client_id),
        };
        Ok(Self { side: Side::of_link(link), findings: Vec::new() })
    }
}

fn is_url(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme)) && !text.contains('\n')
}
