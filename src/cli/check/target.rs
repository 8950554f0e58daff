//! What a TARGET is, and how it is read: a link, a project or a folder of projects, a config file, a file with links, `-`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::{app_side, locked};
use crate::catalog::{Catalog, eras};
use crate::check::{
    Allowed, AppSide, Checked, LinkOptions, check_config, check_one_link, check_project, check_source, looks_like_link,
    no_project, with_code,
};
use crate::cli::args::{CheckArgs, Common, LinkAuth, types_hold};
use crate::cli::files;
use crate::cli::readings::{Readings, Unreadable};
use crate::cli::scan::scanned::{How, scanned};
use crate::plan::{Asker, Auth, FILE_NAME, Plan, PlanFile, resolve};
use crate::project::{Options, PROJECT_FILE, Project, file_kind, find_projects, nearest_project};
use crate::trouble::token_answer;

/// The most bytes that are read of one file.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A target that was checked, with where its files are.
#[derive(Debug)]
pub(super) struct Target {
    /// What was found.
    pub(super) checked: Checked,
    /// The folder that the spans' files are in; `None` = nothing of it is on disk.
    pub(super) folder: Option<PathBuf>,
    /// Reasons that the project gives for scopes that have none, for `--locked --fix`.
    pub(super) proposed: BTreeMap<String, String>,
}

impl From<Checked> for Target {
    fn from(checked: Checked) -> Self {
        Self { checked, folder: None, proposed: BTreeMap::new() }
    }
}

/// Reads targets by the flags of one run.
pub(super) struct Reader<'a> {
    catalog: &'static Catalog,
    common: &'a Common,
    check: &'a CheckArgs,
    allowed: &'a Allowed,
    side: Option<AppSide>,
}

impl<'a> Reader<'a> {
    /// Reads the app that links are matched against.
    pub(super) fn new(
        catalog: &'static Catalog,
        common: &'a Common,
        check: &'a CheckArgs,
        allowed: &'a Allowed,
    ) -> anyhow::Result<Self> {
        let side = app_side::of(catalog, check, common.as_of)?;
        Ok(Self { catalog, common, check, allowed, side })
    }

    /// The app that links are matched against.
    pub(super) fn side(&self) -> Option<&AppSide> {
        self.side.as_ref()
    }

    /// All targets of the command line that can be read; without one, the project here.
    pub(super) fn read_all(&self) -> anyhow::Result<(Vec<Target>, Unreadable)> {
        let mut readings = Readings::default();
        if self.check.targets.is_empty() {
            let here = self.check.project.as_deref().unwrap_or(Path::new("."));
            self.folder(here, &here.display().to_string(), &mut readings);
        }
        for given in &self.check.targets {
            if Path::new(given).is_dir() {
                self.folder(Path::new(given), given, &mut readings);
            } else {
                readings.take(given, self.read(given));
            }
        }
        readings.finish()
    }

    /// What is no folder.
    fn read(&self, given: &str) -> anyhow::Result<Target> {
        if given == "-" {
            let bytes = all_of(std::io::stdin(), "standard input")?;
            return self.text("-", &bytes);
        }
        let path = Path::new(given);
        match fs::metadata(path) {
            Ok(about) if about.is_file() => self.file(path, given),
            Ok(_) => bail!("{given} is neither a file nor a folder"),
            Err(_) if looks_like_link(given) => {
                Ok(check_one_link(self.catalog, given, &self.options_for("<link>")).into())
            }
            Err(error) => Err(error)
                .with_context(|| format!("cannot check {given}: it is no link, and no path that can be opened")),
        }
    }

    /// What is known of the app that the links of `file` install.
    fn options_for<'b>(&'b self, file: &'b str) -> LinkOptions<'b> {
        let era = eras::of(self.common.as_of.unwrap_or(self.catalog.as_of()));
        let side = self.side.as_ref();
        let distribution = side.and_then(|side| side.distribution);
        let user_level = self.check.user_level || side.is_some_and(|side| side.user_level);
        let flag = self.check.link_auth.map(|auth| if auth == LinkAuth::Static { Auth::Static } else { Auth::Oauth });
        let auth = flag.or_else(|| side.and_then(|side| side.auth));
        let allowed = Some(self.allowed);
        let typed = types_hold(self.common, era);
        LinkOptions { file, auth, asker: Asker { distribution, user_level, era }, typed, side, guesses: false, allowed }
    }

    fn options(&self) -> Options {
        Options { profile: self.check.profile.clone(), as_of: self.common.as_of }
    }

    /// The project that a folder is or lies in, or the projects below it.
    fn folder(&self, path: &Path, given: &str, readings: &mut Readings<Target>) {
        if let Some(root) = nearest_project(path) {
            return readings.take(given, self.project(&root, given));
        }
        let below = find_projects(path);
        if below.is_empty() {
            let opened = fs::read_dir(path).with_context(|| format!("cannot look into {given}"));
            return readings.take(given, opened.map(|_| no_project(given).into()));
        }
        for root in &below {
            let name = root.display().to_string();
            readings.take(&name, self.project(root, &name));
        }
    }

    fn project(&self, root: &Path, given: &str) -> anyhow::Result<Target> {
        let project = Project::read_with(root, self.catalog, &self.options());
        let mut plan = project.plan();
        let file = files::plan_file(root)?;
        if let Some(file) = &file {
            file.apply(&mut plan).with_context(|| root.join(FILE_NAME).display().to_string())?;
        }
        plan.as_of = self.common.as_of.or(plan.as_of);
        let mut checked = check_project(self.catalog, given, &project, &plan);
        if !self.check.no_code {
            let code = scanned(self.catalog, root, How { day: self.common.as_of, ..How::default() })?;
            let found = code.checked();
            let side = AppSide::of(&project);
            let missing = &code.answer.missing;
            checked.diagnostics.extend(with_code(found.diagnostics, code.scan.calls.len(), missing, side.as_ref()));
            checked.not_read = found.not_read;
            checked.texts.extend(found.texts.into_iter().filter(|(file, _)| !project.texts.contains_key(file)));
        }
        let mut proposed = BTreeMap::new();
        if self.check.locked {
            let lock = locked::of(self.catalog, &project, &plan, file.as_ref())?;
            checked.diagnostics.extend(lock.diagnostics);
            proposed = lock.proposed;
        }
        Ok(Target { checked, folder: Some(root.to_path_buf()), proposed })
    }

    fn file(&self, path: &Path, given: &str) -> anyhow::Result<Target> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name == PROJECT_FILE {
            return self.project(
                path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
                given,
            );
        }
        let file = fs::File::open(path).with_context(|| format!("cannot read {given}"))?;
        let bytes = all_of(file, given)?;
        let mut target = self.named(given, &name, &bytes)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        target.folder = Some(folder.unwrap_or(Path::new(".")).to_path_buf());
        Ok(target)
    }

    /// What came on standard input: a link, a config file, or a text with links.
    fn text(&self, given: &str, bytes: &[u8]) -> anyhow::Result<Target> {
        let text = String::from_utf8_lossy(bytes);
        let line = text.trim();
        if looks_like_link(line) && !line.contains('\n') {
            let mut checked = check_one_link(self.catalog, line, &self.options_for("<stdin>"));
            given.clone_into(&mut checked.target);
            return Ok(checked.into());
        }
        self.named(given, "<stdin>", bytes)
    }

    /// A config file where it is one, else a file with links.
    fn named(&self, given: &str, name: &str, bytes: &[u8]) -> anyhow::Result<Target> {
        let text = String::from_utf8_lossy(bytes);
        if name == FILE_NAME {
            return self.plan(given, name, &text);
        }
        if let Some(answer) = token_answer(&text) {
            bail!("cannot check {given}: it is {}: {}", answer.name(), answer.instead());
        }
        if file_kind(name, &text).is_some() {
            let config = Project::read_text(name, bytes, self.catalog, &self.options());
            let plan = Plan { as_of: self.common.as_of, ..config.plan() };
            return Ok(check_config(self.catalog, given, &config, &plan).into());
        }
        // Places are told in bytes, and edits are made in them: what stands for others would shift them all.
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => bail!("cannot check {given}: it is not UTF-8 text, at byte {}", error.valid_up_to()),
        };
        Ok(check_source(self.catalog, given, text, &self.options_for(name)).into())
    }
}

impl Reader<'_> {
    /// A plan of this program's by itself: what is to be said of it without its project.
    fn plan(&self, given: &str, name: &str, text: &str) -> anyhow::Result<Target> {
        let mut plan = Plan::default();
        PlanFile::parse(text).and_then(|file| file.apply(&mut plan)).with_context(|| given.to_owned())?;
        plan.as_of = self.common.as_of.or(plan.as_of);
        let checked = Checked {
            target: given.to_owned(),
            kind: "config",
            diagnostics: resolve(self.catalog, &plan).diagnostics,
            texts: std::iter::once((name.to_owned(), text.to_owned())).collect(),
            ..Checked::default()
        };
        Ok(checked.into())
    }
}

/// All bytes of a file or a stream; more than this program reads are refused, for half of a file says little.
fn all_of(from: impl std::io::Read, given: &str) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read {given}"))?;
    if bytes.len() as u64 > MOST_BYTES {
        bail!("cannot check {given}: it is larger than {} MB", MOST_BYTES >> 20);
    }
    Ok(bytes)
}
