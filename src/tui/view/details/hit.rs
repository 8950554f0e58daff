//! Details of a match of the search that is no row of the tree: a scope, an object, a finding, a setting.

use super::{cell, field, scope};
use crate::catalog::Status;
use crate::tui::action::Command;
use crate::tui::model::{Hit, Model};
use crate::tui::view::prose::Text;

/// Describes the match under the cursor; `None` where the tree's row says it all.
pub(super) fn describe(model: &Model, text: &mut Text) -> Option<String> {
    let find = model.find.as_ref().filter(|find| !find.is_blank())?;
    let Some(entry) = find.current() else { return Some(String::new()) };
    match &entry.hit {
        Hit::Feature(..) | Hit::Call(_) | Hit::Found(_) => return None,
        Hit::Scope(name) => {
            text.say(format!("{}.", entry.label));
            if !entry.in_plan {
                text.heading("Not in the plan");
                let key = model.key(Command::Accept);
                if model.catalog.scope_named(name).is_some_and(|scope| scope.status == Status::Retired) {
                    text.say("It is retired: a link that has it is refused.");
                }
                text.say(format!("Nothing that is chosen needs it. {key} offers to pin it, with a reason."));
            }
            if let Some(fact) = model.catalog.scope_named(name) {
                scope::facts(model, fact, text);
            }
        }
        Hit::Object(object) => {
            if let Some(row) = model.grid().iter().find(|row| row.object == *object) {
                cell::describe_row(model, row, text);
            }
        }
        Hit::Topic(id) => {
            if let Some(topic) = model.catalog.topics().iter().find(|topic| topic.id == *id) {
                text.say(format!("{}.", topic.title));
                topic.says.iter().for_each(|sentence| text.item((*sentence).to_owned()));
                text.dim(format!("{} · {}", topic.confidence.as_str(), topic.sources.join(", ")));
            }
        }
        Hit::Credential(id) => {
            if let Some(row) = model.catalog.credential(id) {
                for (about, told) in row.told() {
                    text.heading(about);
                    text.say(told.text);
                    text.dim(told.confidence.as_str());
                }
            }
        }
        Hit::Finding(place) => model.answer.built.diagnostics.get(*place).into_iter().for_each(|one| text.finding(one)),
        Hit::Note(place) => model.notes().get(*place).into_iter().for_each(|one| text.finding(one)),
        Hit::Field(field) => field::describe_field(model, *field, text),
        Hit::ProjectFinding(place) => model.project_findings.get(*place).into_iter().for_each(|one| text.finding(one)),
    }
    Some(entry.name.clone())
}
