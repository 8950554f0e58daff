//! The comparison as a release note in Markdown, one string a line.
//!
//! Names from outside cannot end a code span or a cell of the table, nor begin markup of their own.

use super::change::Change;
use super::compare::Diff;
use super::report::{because, cope_lines, link_lines, links_in_words, reach_lines, type_name};
use super::statement::Statement;

/// The release note, the answer on its first line of text.
pub fn markdown(diff: &Diff) -> Vec<String> {
    let sentence =
        Statement { text: diff.reconnect.sentence.clone(), confidence: diff.reconnect.confidence, source: "" };
    let mut lines = vec!["# Scope changes".to_owned(), String::new(), format!("**{}**", plain(&sentence.told()))];
    if !diff.changes.is_empty() {
        section(&mut lines, "Changes", table(&diff.changes));
    }
    section(&mut lines, "The app itself", bullets(diff.app.iter().map(Statement::told)));
    section(&mut lines, "Existing installs", bullets(diff.installs.iter().map(Statement::told)));
    let title = format!("Links in circulation: {}", links_in_words(diff));
    section(&mut lines, &title, bullets(link_lines(diff)));
    section(&mut lines, "Refresh tokens", bullets(diff.refresh.iter().map(Statement::told)));
    section(&mut lines, "Tiers and installers", bullets(reach_lines(diff)));
    section(&mut lines, "Code", bullets(cope_lines(diff)));
    let steps = diff.rollout.iter().map(|step| format!("- [ ] {} *{}*", plain(&step.step), plain(&step.why)));
    section(&mut lines, "Rollout", steps.collect());
    if let Some(letter) = &diff.letter {
        let mut quoted = vec![format!("> **{}**", plain(&letter.subject))];
        for paragraph in &letter.paragraphs {
            quoted.push(">".to_owned());
            quoted.push(format!("> {}", plain(paragraph)));
        }
        section(&mut lines, "For customers", quoted);
    }
    section(&mut lines, "Notes", bullets(diff.notes.iter().map(Statement::told)));
    lines
}

fn section(lines: &mut Vec<String>, title: &str, body: Vec<String>) {
    if !body.is_empty() {
        lines.extend([String::new(), format!("## {title}"), String::new()]);
        lines.extend(body);
    }
}

fn bullets(items: impl IntoIterator<Item = String>) -> Vec<String> {
    items.into_iter().map(|item| format!("- {}", plain(&item))).collect()
}

fn table(changes: &[Change]) -> Vec<String> {
    let mut rows = vec!["| scope | before | after | because |".to_owned(), "|---|---|---|---|".to_owned()];
    rows.extend(changes.iter().map(|change| {
        format!(
            "| {} | {} | {} | {} |",
            code(&change.scope),
            type_name(change.from),
            type_name(change.to),
            plain(&because(change))
        )
    }));
    rows
}

/// A name as code; one that holds a backtick, a bar or a line end is told in words.
fn code(name: &str) -> String {
    if name.contains(['`', '|', '\n', '\r']) { plain(name) } else { format!("`{name}`") }
}

/// Text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '<' | '>' | '|' | '[' | ']' | '#' | '!' | '~' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_bring_markup_of_its_own() {
        assert_eq!(code("crm.export"), "`crm.export`");
        assert_eq!(code("a`|<b>"), r"a\`\|\<b\>");
        assert_eq!(plain("x\n# y [z](u)"), r"x \# y \[z\](u)");
    }
}
