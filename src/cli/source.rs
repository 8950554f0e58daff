//! Where a plan comes from: a HubSpot project, a plan file, the sample app, flags.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::app_file::{AppFile, Change};
use super::args::{AppArgs, Common, Switch};
use super::code::CodeFolder;
use super::failure::{Failure, usage};
use super::files;
use super::moment::Moment;
use super::output::Streams;
use super::plan_file::Target;
use super::report;
use super::session::{Kept, Read, Sessions};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::plan::{FILE_NAME, LinkChoice, Plan, PlanFile, Selection, parse_feature};
use crate::project::{Project, nearest_project};
use crate::tui::action::Written;
use crate::tui::{Disk, ScanWork};

/// The sample app of `--example`.
const EXAMPLE: &str = include_str!("../../assets/example.json");

/// The origin of a plan that was not read from anywhere.
const NEW: &str = "new plan";

/// A plan with all that is known of its origin.
#[derive(Debug)]
pub(super) struct Source {
    /// The plan.
    pub(super) plan: Plan,
    /// As it stands on disk, before any flag.
    on_disk: Plan,
    /// Where it came from, for the title.
    pub(super) origin: String,
    /// What was found while reading.
    pub(super) findings: Vec<Diagnostic>,
    /// Where it is written to.
    target: Target,
    /// The file of the app that it is beside.
    app_file: Option<AppFile>,
    /// Why its app could not be read, though it seems to have one.
    unread_app: Vec<Diagnostic>,
    /// The code that goes with it.
    code: Option<CodeFolder>,
    /// What keeps unsaved work, where that is wanted.
    sessions: Option<Sessions>,
}

impl Source {
    /// The project or plan file that a command without a path would read here; it is looked for, not read.
    pub(super) fn here() -> Option<PathBuf> {
        let place = std::path::absolute(".").ok()?;
        nearest_project(&place).or_else(|| Some(place.join(FILE_NAME)).filter(|file| file.is_file()))
    }

    /// What `path` means: a project there or above, else a plan file, else an empty plan.
    pub(super) fn open(catalog: &'static Catalog, path: Option<&Path>) -> anyhow::Result<Self> {
        let place = path.unwrap_or(Path::new("."));
        if let Some(path) = path {
            must_be_there(path)?;
            let is_plan = path.is_file() && path.extension().is_some_and(|end| end == "json") && !is_project_file(path);
            if is_plan {
                return Ok(Self { code: CodeFolder::beside_plan(catalog, path), ..Self::plan_file(path)? });
            }
        }
        let absolute = std::path::absolute(place).with_context(|| format!("cannot open {}", place.display()))?;
        if let Some(root) = nearest_project(&absolute) {
            return Self::project(catalog, &root);
        }
        let file = absolute.join(FILE_NAME);
        if file.is_file() {
            return Ok(Self { code: CodeFolder::beside_plan(catalog, &file), ..Self::plan_file(&file)? });
        }
        let folder = if absolute.is_dir() { absolute } else { PathBuf::from(".") };
        Ok(Self::new(Plan::default(), NEW, Target::fresh(folder.join(FILE_NAME), false)))
    }

    /// The sample app. It is written to a plan file here, if it is written at all.
    pub(super) fn example() -> anyhow::Result<Self> {
        let mut plan = Plan::default();
        PlanFile::parse(EXAMPLE)?.apply(&mut plan)?;
        Ok(Self::new(plan, "sample app", Target::fresh(PathBuf::from(FILE_NAME), false)))
    }

    /// An empty plan, filled by flags.
    pub(super) fn empty() -> Self {
        Self::new(Plan::default(), "flags", Target::fresh(PathBuf::from(FILE_NAME), false))
    }

    /// The plan in the file at `path`; `-` is standard input.
    pub(super) fn plan_file(path: &Path) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Self::plan_text(&files::standard_input()?);
        }
        let target = Target::read(path, false)?;
        let mut plan = Plan::default();
        target.apply(&mut plan)?;
        if target.is_new() {
            bail!("cannot open {}: there is no such file", path.display());
        }
        Ok(Self::new(plan, &path.display().to_string(), target))
    }

    /// The plan that came on standard input.
    pub(super) fn plan_text(text: &str) -> anyhow::Result<Self> {
        let mut plan = Plan::default();
        let read = PlanFile::parse(text).and_then(|file| file.apply(&mut plan));
        read.context("what came on standard input is not a plan")?;
        Ok(Self::new(plan, "standard input", Target::fresh(PathBuf::from(FILE_NAME), false)))
    }

    /// Whether there was neither a project nor a plan, so that this one is empty.
    pub(super) fn is_new(&self) -> bool {
        self.origin == NEW
    }

    /// The project or plan at `path`, or here; nothing at all is no answer.
    pub(super) fn existing(catalog: &'static Catalog, path: Option<&Path>) -> anyhow::Result<Self> {
        let source = Self::open(catalog, path)?;
        if source.is_new() {
            let place = path.map_or_else(|| "here".to_owned(), |path| format!("in {}", path.display()));
            let message = format!("there is no HubSpot project and no hubscope.json {place}");
            let fix =
                "Name the folder of a project or a plan file, or say what the app does with flags such as --feature.";
            return Err(Failure::input(message).fix(fix).into());
        }
        Ok(source)
    }

    /// The project in `folder` or above it; unlike with the bare command, nothing else will do.
    pub(super) fn project_at(catalog: &'static Catalog, folder: &Path) -> anyhow::Result<Self> {
        must_be_there(folder)?;
        let absolute = std::path::absolute(folder)?;
        let Some(root) = nearest_project(&absolute) else {
            let message =
                format!("{} is no HubSpot project: there is no hsproject.json in it or above it", folder.display());
            return Err(Failure::input(message).fix("Name the folder that has the hsproject.json.").into());
        };
        Self::project(catalog, &root)
    }

    /// The project at `root`, with the plan file beside it.
    pub(super) fn project(catalog: &'static Catalog, root: &Path) -> anyhow::Result<Self> {
        let project = Project::read(root, catalog);
        let mut plan = project.plan();
        let target = Target::read(&root.join(FILE_NAME), true)?;
        target.apply(&mut plan)?;
        let origin = root.display().to_string();
        let app_file = AppFile::of(catalog, &project);
        let code = Some(CodeFolder::of_project(catalog, root));
        let unread_app = project.unread_app().into_iter().cloned().collect();
        Ok(Self { findings: project.diagnostics, app_file, unread_app, code, ..Self::new(plan, &origin, target) })
    }

    fn new(plan: Plan, origin: &str, target: Target) -> Self {
        Self {
            on_disk: plan.clone(),
            plan,
            origin: origin.to_owned(),
            findings: Vec::new(),
            target,
            app_file: None,
            unread_app: Vec::new(),
            code: None,
            sessions: None,
        }
    }

    /// An app whose file could not be read is no app without scopes: whoever asks what it may do gets no answer.
    pub(super) fn with_app_read(self, streams: &mut Streams) -> anyhow::Result<Self> {
        if self.unread_app.is_empty() {
            return Ok(self);
        }
        report::findings(&self.unread_app, streams);
        let message = format!("{}: the app could not be read, so nothing is known of its scopes", self.origin);
        Err(Failure::input(message).fix("Mend the app's file: hubscope check says what is wrong with it.").into())
    }

    /// Whether unsaved work is kept for the next run.
    pub(super) fn keeps_work(&self) -> bool {
        self.sessions.is_some()
    }

    /// Whether there is code that the configurator scans.
    pub(super) fn has_code(&self) -> bool {
        self.code.is_some()
    }

    /// Keeps unsaved work from here on; gives what was kept before.
    pub(super) fn keep_sessions(&mut self, moment: Moment) -> Option<Kept> {
        let mut sessions = Sessions::of(self.target.path(), moment)?;
        let kept = sessions.newest(Read { on_disk: &self.on_disk, flagged: &self.plan });
        self.sessions = Some(sessions);
        kept
    }

    /// Lays the flags over the plan.
    pub(super) fn apply_flags(&mut self, common: &Common, flags: &AppArgs) {
        let app = &mut self.plan.app;
        let texts = [
            (&mut app.client_id, &flags.client_id),
            (&mut app.redirect_url, &flags.redirect_uri),
            (&mut app.account, &flags.account),
            (&mut app.app_id, &flags.app_id),
        ];
        for (slot, flag) in texts {
            // A variable of the environment that is set to nothing says nothing.
            if flag.as_ref().is_some_and(|text| !text.is_empty()) {
                slot.clone_from(flag);
            }
        }
        app.distribution = flags.distribution.unwrap_or(app.distribution);
        app.auth = flags.auth.unwrap_or(app.auth);
        app.host = flags.host.unwrap_or(app.host);
        app.user_level |= flags.user_level;
        if common.as_of.is_some() {
            self.plan.as_of = common.as_of;
        }
        if let Some(switch) = common.advanced_scopes {
            self.plan.advanced_scopes = switch == Switch::On;
        }
    }

    /// What saving `plan` changes in the app's own file.
    fn change(&self, plan: &Plan) -> anyhow::Result<Option<Change>> {
        self.app_file.as_ref().map_or(Ok(None), |file| file.change(plan))
    }
}

impl Disk for Source {
    fn preview(&mut self, plan: &Plan) -> Result<Vec<String>, String> {
        let change = self.change(plan).map_err(told)?;
        Ok(change.map_or_else(Vec::new, |change| change.diff.lines.into_iter().map(|line| line.text).collect()))
    }

    fn save(&mut self, plan: &Plan) -> Result<(String, Option<Written>), String> {
        let change = self.change(plan).map_err(told)?;
        let mut saved = Vec::new();
        let mut written = None;
        if let (Some(change), Some(file)) = (change, &mut self.app_file) {
            written = Some(file.write(change).map_err(told)?);
            saved.push(file.name().to_owned());
        }
        // What the app's file has learnt is not written twice.
        let mut plan = plan.clone();
        if let Some(written) = &written {
            plan.app.registered_redirects.clone_from(&written.redirect_urls);
            self.findings.clone_from(&written.findings);
        }
        match self.target.write(&plan) {
            Ok(true) => saved.push(self.target.path().display().to_string()),
            Ok(false) => {}
            Err(error) if saved.is_empty() => return Err(told(error)),
            Err(error) => return Err(format!("{} is written, but: {}", saved.join(" and "), told(error))),
        }
        if let Some(sessions) = &mut self.sessions {
            sessions.saved(&plan);
        }
        let what = if saved.is_empty() { "nothing: the files say it already".to_owned() } else { saved.join(" and ") };
        Ok((format!("Saved {what}."), written))
    }

    fn note(&mut self, unsaved: Option<&Plan>) {
        if let Some(sessions) = &mut self.sessions {
            sessions.note(unsaved);
        }
    }

    fn scan(&mut self) -> Option<ScanWork> {
        self.code.as_ref().map(CodeFolder::work)
    }

    fn take_work(&mut self) {
        if let Some(sessions) = &mut self.sessions {
            sessions.take();
        }
    }

    fn drop_work(&mut self) {
        if let Some(sessions) = &mut self.sessions {
            sessions.decline();
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands where an error is mapped")]
fn told(error: anyhow::Error) -> String {
    let text = format!("{error:#}");
    if text.ends_with('.') { text } else { format!("{text}.") }
}

/// A path that is not there says nothing of the folders above it.
fn must_be_there(path: &Path) -> anyhow::Result<()> {
    std::fs::metadata(path).map(|_| ()).with_context(|| format!("cannot open {}", path.display()))
}

fn is_project_file(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name == "hsproject.json" || name.ends_with("-hsmeta.json"))
}

/// A link of `plan` that a flag names; one that is not there is a slip of the command line, not a link that HubSpot refuses.
pub(super) fn named_link(plan: &Plan, name: &str) -> anyhow::Result<LinkChoice> {
    if plan.links.iter().any(|link| link.name == name) {
        return Ok(LinkChoice::Named(name.to_owned()));
    }
    let known: Vec<&str> = plan.links.iter().map(|link| link.name.as_str()).collect();
    match known[..] {
        [] => usage!(
            "--link: there is no link named {name}: the plan has no named links, and without --link it is the base"
        ),
        _ => {
            let message = format!("--link: there is no link named {name}; the plan's links are {}", known.join(", "));
            Err(Failure::usage(message).near(known).into())
        }
    }
}

/// Features written on the command line.
pub(super) fn choose_features(catalog: &Catalog, plan: &mut Plan, specs: &[String]) -> anyhow::Result<()> {
    for spec in specs {
        let found: Vec<Selection> = parse_feature(catalog, spec).map_err(|error| {
            let near = error.nearest().to_vec();
            anyhow::Error::from(error).context(Failure::usage(format!("--feature {spec}")).near(near))
        })?;
        for selection in found {
            plan.choose(selection);
        }
    }
    Ok(())
}
