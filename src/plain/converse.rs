//! A line is taken in: words that work everywhere, numbers, and what the open question makes of the rest.

use super::sheet::{Sheet, numbers, page};
use super::talk::{Question, Talk, Turn};
use super::{app, features, leave, link, pasted, scopes, status, typed};
use crate::tui::action::{Action, Command, Report};
use crate::tui::effect::Effect;
use crate::tui::effect::Outcome;
use crate::tui::model::Model;

/// What works everywhere, for `?`.
const EVERYWHERE: &str = "Everywhere: ? explains, back, next, undo, redo, list says the answers again, status says how \
    everything stands, app, features, scopes, link go to a step, find WORDS, save, quit. An install link that is pasted is checked.";

impl Talk {
    /// A conversation about what `model` holds.
    pub fn new(model: Model) -> Self {
        let step = model.step.number();
        let mut talk =
            Self { model, questions: Vec::new(), turn: Turn::default(), told: Vec::new(), from: 0, filling_in: false };
        talk.ask(Question::of_step(step));
        talk
    }

    /// The first words and the first question.
    pub fn open(&mut self) -> Turn {
        self.say(format!("hubscope on {}, line by line. ? explains, quit leaves.", self.model.origin.clone()));
        let worst = self.model.project_findings.iter().max_by_key(|finding| finding.severity);
        let worst = worst.map(super::changes::finding_line);
        self.turn.lines.extend(worst);
        if let Some(earlier) = &self.model.earlier {
            let line = format!("Unsaved work of {} is kept: take takes it, drop throws it away.", earlier.date);
            self.say(line);
        }
        typed::fill_in(self);
        self.finish(true)
    }

    /// Takes a line in: what to say and what to do.
    pub fn answer(&mut self, line: &str) -> Turn {
        let line = line.trim();
        if !pasted::offer(self, line) && !self.word_everywhere(line) {
            self.take(line);
        }
        self.finish(true)
    }

    /// Takes in what came of an effect.
    pub fn report(&mut self, report: Report) -> Turn {
        match report {
            Report::Edit(lines) => leave::show_edit(self, lines),
            report => self.act(Action::Report(report)),
        }
        self.finish(true)
    }

    /// The end of the input: nobody answers any more.
    pub fn end(&mut self) -> Turn {
        Turn { lines: Vec::new(), effects: vec![Effect::Quit(Outcome::Cancelled)] }
    }

    /// What is said and done, with the open question at its end unless something is to be done first.
    fn finish(&mut self, ask: bool) -> Turn {
        if ask && self.turn.effects.is_empty() {
            self.put_question();
        }
        std::mem::take(&mut self.turn)
    }

    fn put_question(&mut self) {
        if matches!(self.question(), Question::Link) && self.told.is_empty() {
            link::tell(self);
        }
        let sheet = self.sheet();
        let told: Vec<String> = sheet.rows.iter().map(|row| row.text.clone()).collect();
        let same = told == self.told && self.from == 0;
        if !same || told.is_empty() {
            self.say(sheet.question);
            let rows = page(&sheet.rows, self.from);
            self.turn.lines.extend(rows);
        }
        self.told = told;
        self.say(format!("{}:", sheet.prompt));
    }

    fn sheet(&self) -> Sheet {
        let model = &self.model;
        match &self.question() {
            Question::App => app::sheet(model),
            Question::Values(field) => app::values_sheet(model, *field),
            Question::Features => features::sheet(model),
            list @ (Question::Group(_) | Question::Found(_) | Question::Chosen) => features::list_sheet(model, list),
            Question::When(choice) => features::when_sheet(model, *choice),
            Question::Scopes => scopes::sheet(model),
            Question::Scope(name) => scopes::scope_sheet(model, name),
            Question::Link => link::sheet(model),
            Question::Conditional => link::conditional_sheet(model),
            Question::Typed => typed::sheet(model),
            Question::Pasted => pasted::sheet(model),
            Question::Write => leave::write_sheet(),
            Question::Quit => leave::quit_sheet(),
        }
    }

    /// Words that mean the same wherever they are typed. Where text is asked for, only a few of them do.
    fn word_everywhere(&mut self, line: &str) -> bool {
        let lower = line.to_lowercase();
        match lower.as_str() {
            "?" => self.help(None),
            "undo" => self.history(Command::Undo),
            "redo" => self.history(Command::Redo),
            "back" => self.back(),
            "quit" => {
                self.model.typing = None;
                leave::quit(self);
            }
            "take" if self.model.earlier.is_some() => {
                self.filling_in = false;
                self.go_to(Question::Features);
                self.run(Command::TakeWork);
            }
            "drop" if self.model.earlier.is_some() => self.run(Command::DropWork),
            _ if typed::is_open(self) => return false,
            "next" => self.next(),
            "list" => self.again_from_the_start(),
            "more" => self.more(),
            "status" => status::tell(self),
            "app" => self.go_to(Question::App),
            "features" => self.go_to(Question::Features),
            "scopes" => self.go_to(Question::Scopes),
            "link" | "links" => self.go_to(Question::Link),
            "chosen" => self.ask(Question::Chosen),
            "save" => self.run(Command::Save),
            _ => return self.with_argument(line),
        }
        true
    }

    /// `? 3`, `when 3`, `find deal creation`.
    fn with_argument(&mut self, line: &str) -> bool {
        let Some((word, rest)) = line.split_once(' ') else {
            let number = line.strip_prefix('?').filter(|rest| !rest.is_empty());
            return number.is_some_and(|number| self.help_on(number));
        };
        match word.to_lowercase().as_str() {
            "?" => self.help_on(rest),
            "find" => {
                self.search(rest.trim());
                true
            }
            "when" => match numbers(rest, self.sheet().rows.len()) {
                Some(Ok(places))
                    if matches!(self.question(), Question::Group(_) | Question::Found(_) | Question::Chosen) =>
                {
                    if let Some(place) = places.first() {
                        features::ask_when(self, *place);
                    }
                    true
                }
                Some(Err(why)) => {
                    self.say(why);
                    true
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn help_on(&mut self, text: &str) -> bool {
        match numbers(text, self.sheet().rows.len()) {
            None => return false,
            Some(Err(why)) => self.say(why),
            Some(Ok(places)) => self.help(places.first().copied()),
        }
        true
    }

    fn help(&mut self, place: Option<usize>) {
        let lines = match (place, self.question()) {
            (Some(place), Question::App) => app::explain(&self.model, place),
            (Some(place), list @ (Question::Group(_) | Question::Found(_) | Question::Chosen)) => {
                let choice = features::rows_of(&self.model, &list).get(place).copied();
                choice.map(|choice| super::choices::explain(&self.model, choice)).unwrap_or_default()
            }
            (Some(place), Question::Scopes) => {
                let name = self.model.answer.resolved.scopes.get(place).map(|scope| scope.name.clone());
                name.map(|name| scopes::explain(&self.model, &name)).unwrap_or_default()
            }
            (Some(_), _) => vec!["There is no more to say of it than the list does.".to_owned()],
            (None, _) => self.sheet().help.into_iter().chain([EVERYWHERE.to_owned()]).collect(),
        };
        self.turn.lines.extend(lines);
    }

    fn history(&mut self, command: Command) {
        let moves = self.model.is_available(command);
        let word = if command == Command::Undo { "Undone" } else { "Redone" };
        if moves {
            self.say(format!("{word}."));
        }
        self.run(command);
    }

    fn back(&mut self) {
        self.filling_in = false;
        match (self.question(), self.question().step()) {
            (_, Some(1)) => self.say("This is the first step; quit leaves."),
            (_, Some(step)) => self.go_to(Question::of_step(step - 1)),
            (Question::Typed, None) => {
                self.model.typing = None;
                self.close();
            }
            (Question::Write, None) => leave::write(self, false),
            (Question::Pasted, None) => self.leave_pasted(),
            (_, None) => self.close(),
        }
    }

    fn leave_pasted(&mut self) {
        self.close();
        self.run(Command::Close);
    }

    fn next(&mut self) {
        let step = self.questions.iter().find_map(Question::step).unwrap_or(1);
        if step == 4 {
            self.say("This is the last step.");
        } else {
            self.go_to(Question::of_step(step + 1));
        }
    }

    fn again_from_the_start(&mut self) {
        self.from = 0;
        self.told.clear();
    }

    fn more(&mut self) {
        let next = self.from + super::sheet::PAGE;
        if next < self.sheet().rows.len() {
            self.from = next;
        } else {
            self.say("That is all.");
        }
    }

    fn search(&mut self, words: &str) {
        if matches!(self.question(), Question::Found(_)) {
            self.close();
        }
        if !matches!(self.question(), Question::Features) {
            self.go_to(Question::Features);
        }
        self.ask(Question::Found(words.to_owned()));
    }

    /// What the open question makes of a line.
    fn take(&mut self, line: &str) {
        let question = self.question();
        if matches!(question, Question::Typed) {
            typed::take(self, line);
            return;
        }
        if line.is_empty() {
            self.enter(&question);
            return;
        }
        match numbers(line, self.sheet().rows.len()) {
            Some(Ok(places)) => self.chosen(&question, &places),
            Some(Err(why)) => self.say(why),
            None => self.words(&question, line),
        }
    }

    fn enter(&mut self, question: &Question) {
        match question {
            Question::App | Question::Features | Question::Scopes => self.next(),
            Question::Link if self.model.answer.built.url.is_some() => self.run(Command::AcceptLink),
            Question::Link => self.say("There is no link yet; what lacks stands above."),
            Question::Write => self.say("Type y or n."),
            _ => self.back(),
        }
    }

    fn chosen(&mut self, question: &Question, places: &[usize]) {
        let several =
            matches!(question, Question::Group(_) | Question::Found(_) | Question::Chosen | Question::Conditional);
        if places.len() > 1 && !several {
            self.say("One number, please: this question has one answer.");
            return;
        }
        let place = places.first().copied().unwrap_or_default();
        match question {
            Question::App => app::choose(self, place),
            Question::Values(field) => app::take_value(self, *field, place),
            Question::Features => features::open_group(self, place),
            Question::Group(_) | Question::Found(_) | Question::Chosen => features::toggle(self, places),
            Question::When(choice) => features::take_when(self, *choice, place),
            Question::Scopes => scopes::open(self, place),
            Question::Scope(name) => scopes::take(self, name, place),
            Question::Link => link::take(self, place),
            Question::Conditional => link::put(self, places),
            Question::Typed => {}
            Question::Pasted => pasted::take(self, place),
            Question::Write => leave::write(self, place == 0),
            Question::Quit => leave::take_quit(self, place),
        }
    }

    fn words(&mut self, question: &Question, line: &str) {
        let lower = line.to_lowercase();
        match (question, lower.as_str()) {
            (Question::Features | Question::Group(_) | Question::Found(_) | Question::Chosen, _) => self.search(line),
            (Question::Scopes, word) if scopes::word(self, word) => {}
            (Question::Write, "y" | "yes") => leave::write(self, true),
            (Question::Write, "n" | "no") => leave::write(self, false),
            (Question::Quit, "y" | "yes") => leave::take_quit(self, 1),
            (Question::Quit, "n" | "no") => leave::take_quit(self, 2),
            _ => self.say(format!("{line} is no answer here. ? says what is.")),
        }
    }
}
