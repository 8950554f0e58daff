//! Who can install, on the step Link: the matrix of tiers and installers, and the one account that is simulated.

use ratatui::text::Span;

use super::canvas::Canvas;
use super::list::Row;
use crate::account::Role;
use crate::catalog::{Level, Verdict};
use crate::terminal::sanitize;
use crate::tui::model::LinkRow;
use crate::tui::theme::{Theme, Tone};

/// Columns of a tier's name.
const TIER: usize = 13;

/// From so many columns of the whole screen on the installers' names are written out.
const ROOMY: u16 = 110;

/// The names of the installers, as the columns of the matrix.
fn installers(canvas: &Canvas<'_, '_>) -> [&'static str; 3] {
    let roomy = canvas.frame.area().width >= ROOMY;
    Role::ALL.map(|role| match (role, roomy) {
        (Role::SuperAdmin, true) => "Super Admin   ",
        (Role::SuperAdmin, false) => "Admin  ",
        (Role::MarketplaceAccess, true) => "Marketplace access     ",
        (Role::MarketplaceAccess, false) => "Market  ",
        (Role::None, _) => "neither",
    })
}

/// The row above the matrix.
pub(super) fn names(canvas: &Canvas<'_, '_>) -> Row {
    let mut spans = vec![Span::raw(" ".repeat(3 + TIER))];
    spans.extend(installers(canvas).map(|name| canvas.span(Tone::Dim, name)));
    Row::new(spans)
}

/// A tier, and whether each installer can install there.
pub(super) fn tier(canvas: &Canvas<'_, '_>, level: Level) -> Row {
    let matrix = &canvas.model.standing().matrix;
    let mut spans = vec![Span::raw("   "), canvas.span(Tone::Plain, format!("{:<TIER$}", level.as_str()))];
    for (role, name) in Role::ALL.into_iter().zip(installers(canvas)) {
        let verdict = matrix.at(level, role).map_or(Verdict::Unknown, |outcome| outcome.installs);
        let sign =
            with_permissions(canvas, canvas.theme.verdict_sign(verdict, false), matrix.permissions_at(level, role));
        let columns = if role == Role::None { 0 } else { name.len() };
        let tone = if canvas.model.is_whole() { Theme::verdict(verdict) } else { Tone::Dim };
        spans.push(canvas.span(tone, format!("{sign:<columns$}")));
    }
    Row::new(spans)
}

/// The sign, and how many permissions come with it: what an installer must hold of their own is no plain yes.
fn with_permissions(canvas: &Canvas<'_, '_>, sign: &str, many: usize) -> String {
    match (many, canvas.frame.area().width >= ROOMY) {
        (0, _) => sign.to_owned(),
        (1, true) => format!("{sign} with 1 permission"),
        (many, true) => format!("{sign} with {many} permissions"),
        (many, false) => format!("{sign}{many}"),
    }
}

/// A setting of the account that is simulated, with the value that Space steps through.
pub(super) fn setting(canvas: &Canvas<'_, '_>, row: &LinkRow) -> Row {
    let simulated = canvas.model.simulated;
    let roomy = canvas.frame.area().width >= ROOMY;
    let (name, value) = match row {
        LinkRow::Account => ("Tier", simulated.level.as_str()),
        LinkRow::Installer if roomy => ("Installer", simulated.role.describe()),
        LinkRow::Installer => ("Installer", short(simulated.role)),
        _ => ("Sensitive", if simulated.sensitive_data { "turned on" } else { "turned off" }),
    };
    let (before, after) = canvas.theme.stepper();
    Row::new(vec![
        Span::raw("   "),
        canvas.span(Tone::Plain, format!("{name:<10}")),
        canvas.span(Tone::Dim, before),
        canvas.span(Tone::Plain, value),
        canvas.span(Tone::Dim, after),
    ])
}

fn short(role: Role) -> &'static str {
    match role {
        Role::SuperAdmin => "Super Admin",
        Role::MarketplaceAccess => "Marketplace access",
        Role::None => "neither",
    }
}

/// What comes of it, in a line: the rest is in the details.
pub(super) fn outcome(canvas: &Canvas<'_, '_>) -> Row {
    let outcome = canvas.model.simulation().outcome;
    let text = match (outcome.installs, outcome.refusals.first()) {
        (Verdict::No, Some(refusal)) => format!("refused: {}", refusal.why),
        (Verdict::No, None) => "refused".to_owned(),
        (Verdict::Yes, _) => match outcome.dropped.len() {
            0 => "installs".to_owned(),
            1 => "installs without 1 optional scope".to_owned(),
            many => format!("installs without {many} optional scopes"),
        },
        (Verdict::Unknown, _) => "installs, as far as it is known".to_owned(),
    };
    let whole = canvas.model.is_whole();
    let verdict = if whole { outcome.installs } else { Verdict::No };
    let text = if whole { text } else { format!("no link yet; then: {text}") };
    let sign = canvas.theme.verdict_sign(verdict, false);
    Row::new(vec![
        Span::raw("   "),
        canvas.span(Theme::verdict(verdict), format!("{sign} ")),
        canvas.span(Tone::Plain, sanitize(&text)),
    ])
}
