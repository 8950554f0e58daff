//! The loop: sleep until something happens, take all of it in, do what is wished for, draw once.
//!
//! Nothing wakes while nothing happens: there is no tick. Effects are done here, and what came of them goes back in as
//! an action.

use std::io::Write as _;

use crossterm::event::Event as TerminalEvent;

use super::action::{Action, Command, Report, Written};
use super::effect::{Effect, Outcome};
use super::model::Model;
use super::scanning::{ScanWork, Scanner};
use super::theme::Theme;
use super::update::update;
use super::view::{Seen, draw};
use crate::clipboard;
use crate::plan::Plan;
use crate::prose::capitalised;
use crate::terminal::{Abilities, Color, Event, Input, Session, Signal, Terminal, output, terminal};

/// Where a plan belongs. An `Err` says what went wrong and what to do.
pub trait Disk {
    /// What saving `plan` would change in the project's own files, as the lines of a diff; none = only the plan file.
    fn preview(&mut self, plan: &Plan) -> Result<Vec<String>, String>;
    /// Writes `plan`; says what was written, and the app's settings where they were.
    fn save(&mut self, plan: &Plan) -> Result<(String, Option<Written>), String>;
    /// What would be lost if the program ended now; `None` = nothing.
    fn note(&mut self, unsaved: Option<&Plan>);
    /// The unsaved work of earlier is in the plan now.
    fn take_work(&mut self);
    /// Nobody wants the unsaved work of earlier.
    fn drop_work(&mut self);
    /// The scan of the project's code, to be done elsewhere; `None` = there is no code.
    fn scan(&mut self) -> Option<ScanWork>;
}

/// What to say where nothing opens the link.
fn no_browser(model: &Model) -> String {
    format!("No browser could be started; {} copies the link.", model.key(Command::CopyLink))
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// By the user.
    By(Outcome),
    /// By a signal.
    Signal(Signal),
}

/// Why the configurator could not run on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal does not do what it should.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] std::io::Error),
    /// The terminal was closed.
    #[error("{0}")]
    Gone(String),
}

/// Runs the configurator on `model` until the user or a signal ends it. The terminal is given back on every way out.
pub fn run(mut model: Model, abilities: &Abilities, disk: &mut dyn Disk) -> Result<Ended, RunError> {
    let theme = Theme::new(abilities.color != Color::Mono, abilities.ascii);
    let input: Input<Report> = Input::new()?;
    let mut session = Session::enter(abilities.draw_on)?;
    session.set_mouse(model.takes_mouse())?;
    let mut screen = terminal(abilities.draw_on)?;
    let size = output::size();
    model.size = (size.width, size.height);
    let mut seen = Seen::on(abilities.hyperlinks.then(|| screen.backend().links()));
    frame(&mut screen, &mut model, theme, &mut seen)?;
    input.read_terminal()?;
    let mut world = World { session, screen, disk, scanner: None };
    let mut noted = (model.revision, false);
    // What takes long begins here, when there is something to look at.
    world.act(&mut model, &input, Action::Drawn, &seen)?;
    let ended = loop {
        let ended = world.take_in(&mut model, &input, &seen);
        // Before an error goes up, too: what is unsaved then is kept.
        let now = (model.revision, model.is_dirty());
        if now != noted {
            world.disk.note(now.1.then(|| model.plan()));
            noted = now;
        }
        if let Some(ended) = ended? {
            break ended;
        }
        frame(&mut world.screen, &mut model, theme, &mut seen)?;
    };
    world.session.leave()?;
    Ok(ended)
}

fn frame(screen: &mut Terminal, model: &mut Model, theme: Theme, seen: &mut Seen) -> std::io::Result<()> {
    screen.draw(|frame| draw(frame, model, theme, seen))?;
    seen.settle(model);
    Ok(())
}

struct World<'a> {
    session: Session,
    screen: Terminal,
    disk: &'a mut dyn Disk,
    /// The scan of the code, which ends with this.
    scanner: Option<Scanner>,
}

impl World<'_> {
    /// Sleeps until something happens and takes all of it in; gives how the run ended, if it did.
    fn take_in(&mut self, model: &mut Model, input: &Input<Report>, seen: &Seen) -> Result<Option<Ended>, RunError> {
        for event in input.wait() {
            let action = match event {
                Event::Terminal(TerminalEvent::Key(key)) => Action::Key(key),
                Event::Terminal(TerminalEvent::Paste(text)) => Action::Paste(text),
                Event::Terminal(TerminalEvent::Mouse(event)) => Action::Mouse(event),
                Event::Terminal(TerminalEvent::Resize(columns, rows)) => {
                    // Even where the size is the known one: it may have been another for a moment, and what the
                    // terminal cut off then is gone.
                    self.screen.clear()?;
                    Action::Resize(columns, rows)
                }
                Event::Terminal(TerminalEvent::FocusGained | TerminalEvent::FocusLost) => continue,
                Event::Signal(Signal::Suspend) => Action::Run(Command::Suspend),
                Event::Signal(Signal::Continue) => {
                    self.session.resume()?;
                    self.screen.clear()?;
                    continue;
                }
                Event::Signal(signal) => return Ok(Some(Ended::Signal(signal))),
                Event::Work(report) => Action::Report(report),
                Event::Gone(why) => return Err(RunError::Gone(why)),
            };
            if let Some(ended) = self.act(model, input, action, seen)? {
                return Ok(Some(ended));
            }
        }
        Ok(None)
    }

    /// Takes one action in and does what is wished for; gives how the run ended, if it did.
    fn act(
        &mut self,
        model: &mut Model,
        input: &Input<Report>,
        action: Action,
        seen: &Seen,
    ) -> std::io::Result<Option<Ended>> {
        for effect in update(model, action, &seen.regions) {
            if let Effect::Quit(outcome) = effect {
                return Ok(Some(Ended::By(outcome)));
            }
            if let Some(report) = self.perform(model, input, effect)? {
                update(model, Action::Report(report), &seen.regions);
            }
        }
        Ok(None)
    }

    /// Does what is wished for; the report is what to say of it.
    fn perform(&mut self, model: &Model, input: &Input<Report>, effect: Effect) -> std::io::Result<Option<Report>> {
        Ok(match effect {
            Effect::Copy { text, what } => Some(self.copy(&text, &what)),
            Effect::Open(url) => {
                let failed = no_browser(model);
                let failed_later = failed.clone();
                let opened = input.spawn("browser", move |to_main| {
                    let report = match open::that_detached(&url) {
                        Ok(()) => Report::Done("Asked the system to open the link in the browser.".to_owned()),
                        Err(_) => Report::Failed(failed_later),
                    };
                    // Nobody is left to hear it only when the program ends.
                    let _ = to_main.send(Event::Work(report));
                });
                opened.err().map(|_| Report::Failed(failed))
            }
            Effect::Preview => Some(match self.disk.preview(model.plan()) {
                Ok(lines) if lines.is_empty() => self.save(model),
                Ok(lines) => Report::Edit(lines),
                Err(text) => Report::Failed(text),
            }),
            Effect::Save => Some(self.save(model)),
            Effect::RandomState => Some(match crate::link::random_state() {
                Ok(state) => Report::State(state),
                Err(error) => Report::Failed(format!(
                    "The system gives no random bytes ({error}); {} takes a state of your own.",
                    model.key(Command::Edit)
                )),
            }),
            Effect::Scan => self.disk.scan().and_then(|work| match Scanner::start(input, work) {
                Ok(scanner) => {
                    self.scanner = Some(scanner);
                    None
                }
                Err(error) => Some(Report::NotScanned(format!("no thread could be started ({error})."))),
            }),
            Effect::TakeWork => {
                self.disk.take_work();
                None
            }
            Effect::DropWork => {
                self.disk.drop_work();
                None
            }
            Effect::Redraw => {
                self.screen.clear()?;
                None
            }
            Effect::Mouse(on) => {
                self.session.set_mouse(on)?;
                None
            }
            Effect::Suspend => {
                let stopped = self.session.suspend()?;
                self.screen.clear()?;
                (!stopped).then(|| Report::Failed("There is no shell that could bring the program back.".to_owned()))
            }
            Effect::Quit(_) => None,
        })
    }

    fn save(&mut self, model: &Model) -> Report {
        match self.disk.save(model.plan()) {
            Ok((text, settings)) => Report::Saved { text, settings: settings.map(Box::new) },
            Err(text) => Report::Failed(text),
        }
    }

    fn copy(&mut self, text: &str, what: &str) -> Report {
        let copied = clipboard::copy(text, &clipboard::Environment::here(), self.screen.backend_mut());
        // OSC 52 that waits in the frame's buffer goes out with it.
        let _ = self.screen.backend_mut().flush();
        let message = format!("{}: {}", capitalised(what), copied.message());
        if copied.is_sent() { Report::Done(message) } else { Report::Failed(message) }
    }
}
