//! Step 2: what the app does. Groups, a search by words, what is chosen, and when it is needed.

use super::choices;
use super::sheet::{Row, Sheet};
use super::talk::{Question, Talk};
use crate::plan::When;
use crate::tui::model::{Choice, Model, Purpose, call_of};

const PROMPT: &str =
    "A number adds or removes, when and a number says when it is needed, ? and a number explains, Enter goes back";

/// The groups.
pub(super) fn sheet(model: &Model) -> Sheet {
    let chosen = choices::chosen(model);
    let groups = model.catalog.groups().iter().map(|group| {
        let rows = choices::of_group(model, group.id);
        let many = rows.iter().filter(|choice| model.is_chosen(**choice)).count();
        Row::with(group.name, if many == 0 { String::new() } else { format!("{many} chosen") })
    });
    Sheet {
        question: format!("Step 2 of 4, Features: {} chosen. What does the app do?", chosen.len()),
        rows: groups.collect(),
        prompt: "Words to search features and API calls, a number for a group, chosen for what is chosen, or Enter for the next step".to_owned(),
        help: vec![
            "Type words such as deal creation, card contacts, or get owners: features and API calls are found by id and name.".to_owned(),
            "Each one that you choose brings the scopes that it needs, and no more.".to_owned(),
        ],
    }
}

/// What is behind a list of choices.
pub(super) fn list_sheet(model: &Model, question: &Question) -> Sheet {
    let rows = rows_of(model, question);
    let title = match question {
        Question::Group(id) => {
            let group = model.catalog.groups().iter().find(|group| group.id == *id);
            format!("{}: which ones?", group.map_or(*id, |group| group.name))
        }
        Question::Found(words) if rows.is_empty() => format!("Nothing matches {words}. Try fewer or other words."),
        Question::Found(words) => format!("{} found for {words}. Which ones?", rows.len()),
        _ if rows.is_empty() => "Nothing is chosen yet.".to_owned(),
        _ => format!("{} chosen.", rows.len()),
    };
    let prompt = if rows.is_empty() { "Words to search, or Enter to go back" } else { PROMPT };
    Sheet {
        question: title,
        rows: rows.iter().map(|choice| choices::row(model, *choice)).collect(),
        prompt: prompt.to_owned(),
        help: vec![
            "Several numbers may stand in a line: 1 3 5. A number that is chosen is given up.".to_owned(),
            "Other words search anew.".to_owned(),
        ],
    }
}

/// The choices of a list.
pub(super) fn rows_of(model: &Model, question: &Question) -> Vec<Choice> {
    match question {
        Question::Group(id) => choices::of_group(model, id),
        Question::Found(words) => choices::found(model, words),
        _ => choices::chosen(model),
    }
}

/// Opens the group in this row.
pub(super) fn open_group(talk: &mut Talk, place: usize) {
    if let Some(group) = talk.model.catalog.groups().get(place) {
        talk.ask(Question::Group(group.id));
    }
}

/// Chooses these rows, or gives them up.
pub(super) fn toggle(talk: &mut Talk, places: &[usize]) {
    // All rows first: a list of what is chosen shrinks under the numbers.
    let rows = rows_of(&talk.model, &talk.question());
    let named: Vec<Choice> = places.iter().filter_map(|place| rows.get(*place).copied()).collect();
    let calls: Vec<String> = named.iter().filter_map(|choice| call_text(&talk.model, *choice)).collect();
    if let [call] = &calls[..]
        && !talk.model.plan().calls.iter().any(|chosen| chosen.call == *call)
        && talk.model.needs_object(call)
    {
        talk.type_for(Purpose::CallObject(call.clone()));
        return;
    }
    let files: Vec<String> = named.iter().filter_map(|choice| file_of(&talk.model, *choice)).collect();
    let open: Vec<&String> = calls.iter().filter(|call| talk.model.needs_object(call)).collect();
    for call in &open {
        talk.turn.lines.push(format!("{call} asks for a record type: choose it by itself."));
    }
    let open: Vec<String> = open.into_iter().cloned().collect();
    talk.change(|plan| {
        for choice in &named {
            if let Choice::Feature(id, option) = choice {
                plan.toggle(id, *option);
            }
        }
        for call in calls.iter().filter(|call| !open.contains(call)) {
            plan.toggle_call(call);
        }
    });
    for file in files {
        talk.say(format!("It stands in {file}: take it out there, too, or it comes back."));
    }
}

/// The call of a row.
fn call_text(model: &Model, choice: Choice) -> Option<String> {
    match choice {
        Choice::Feature(..) => None,
        Choice::Call(place) => model.chosen_call(place).map(|chosen| chosen.call.clone()),
        Choice::Operation(operation) => Some(call_of(operation)),
        Choice::Found(place) => model.found_call(place).map(|found| found.call.clone()),
    }
}

/// The project's file that a chosen row was read from.
fn file_of(model: &Model, choice: Choice) -> Option<String> {
    let Choice::Feature(id, option) = choice else { return None };
    model.plan().selected(id, option).find_map(|selection| selection.file.clone())
}

/// Asks when the row is needed, or says why that is not to be chosen.
pub(super) fn ask_when(talk: &mut Talk, place: usize) {
    let Some(choice) = rows_of(&talk.model, &talk.question()).get(place).copied() else { return };
    if !talk.model.is_chosen(choice) {
        talk.say("Choose it first; then say when it is needed.");
        return;
    }
    if let Choice::Feature(id, _) = choice
        && let Some(why) = talk.model.when_refused(id)
    {
        talk.say(why);
        return;
    }
    talk.ask(Question::When(choice));
}

/// The three times of need.
pub(super) fn when_sheet(model: &Model, choice: Choice) -> Sheet {
    let now = choices::when_of(model, choice);
    let row = |when: When| {
        let state = if now == Some(when) { "as it is" } else { "" };
        Row::with(format!("{}: {}", when.as_str(), when.summary()), state)
    };
    Sheet {
        question: format!("When is {} needed?", choices::name(model, choice)),
        rows: When::ALL.map(row).to_vec(),
        prompt: "A number, or Enter to leave it".to_owned(),
        help: vec!["What is always needed is required, what only some links need is conditionally required, what is used if it is there is optional.".to_owned()],
    }
}

/// Takes the time of need in this row.
pub(super) fn take_when(talk: &mut Talk, choice: Choice, place: usize) {
    let Some(when) = When::ALL.get(place).copied() else { return };
    let call = call_text(&talk.model, choice);
    talk.change(|plan| match choice {
        Choice::Feature(id, option) => {
            plan.selections.iter_mut().filter(|selection| selection.is_of(id, option)).for_each(|s| s.when = when);
        }
        Choice::Call(_) | Choice::Operation(_) | Choice::Found(_) => {
            plan.calls.iter_mut().filter(|chosen| Some(&chosen.call) == call.as_ref()).for_each(|c| c.when = when);
        }
    });
    talk.close();
}
