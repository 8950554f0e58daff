//! The comparison as JSON.

use serde_json::{Value, json};

use crate::diff::{Because, Change, Diff, Statement, StepKind};
use crate::plan::{Cause, ScopeType};

/// The whole answer.
pub(super) fn of(diff: &Diff) -> Value {
    let (reconnect, reach) = (&diff.reconnect, &diff.reach);
    json!({
        "old": diff.old,
        "new": diff.new,
        "reconnect": {
            "answer": reconnect.answer.as_str(),
            "sentence": reconnect.sentence,
            "confidence": reconnect.confidence,
            "broken": reconnect.broken.iter().map(|(text, lacks)| json!({"what": text, "lacks": lacks})).collect::<Vec<_>>(),
            "ended": reconnect.ended,
            "lacking": reconnect.lacking,
            "lacking_in_some": reconnect.lacking_in_some,
            "lost": reconnect.lost,
            "narrowed": reconnect.narrowed.iter().map(|one| json!({
                "scope": one.scope, "kept": one.kept, "without": one.without,
            })).collect::<Vec<_>>(),
            "another_app": reconnect.another.is_some(),
        },
        "changes": diff.changes.iter().map(change).collect::<Vec<_>>(),
        "app_changes": diff.app.iter().map(statement).collect::<Vec<_>>(),
        "installs": diff.installs.iter().map(statement).collect::<Vec<_>>(),
        "links": {
            "old": diff.links.left.as_str(),
            "broken": diff.links.broken.iter().map(|one| json!({
                "links_that": one.links_that, "why": one.why.text, "scopes": one.scopes,
                "confidence": one.why.confidence, "source": one.why.source,
            })).collect::<Vec<_>>(),
            "known": diff.links.known.iter().map(|link| json!({
                "name": link.name, "installs": link.why.is_empty(), "why": link.why,
            })).collect::<Vec<_>>(),
        },
        "refresh_tokens": diff.refresh.iter().map(statement).collect::<Vec<_>>(),
        "tiers": {
            "gained": reach.tiers.gained, "lost": reach.tiers.lost, "unknown": reach.tiers.unknown,
            "because": reach.tiers.because,
        },
        "installers": {
            "gained": reach.installers_gained.iter().map(statement).collect::<Vec<_>>(),
            "lost": reach.installers_lost.iter().map(statement).collect::<Vec<_>>(),
        },
        "code": diff.cope.iter().map(|one| json!({
            "scope": one.scope, "features": one.features, "why": one.why.text, "confidence": one.why.confidence,
        })).collect::<Vec<_>>(),
        "rollout": diff.rollout.iter().map(|step| json!({
            "kind": kind(step.kind), "step": step.step, "why": step.why,
        })).collect::<Vec<_>>(),
        "letter": diff.letter.as_ref().map(|letter| json!({
            "subject": letter.subject, "paragraphs": letter.paragraphs,
        })),
        "notes": diff.notes.iter().map(statement).collect::<Vec<_>>(),
    })
}

fn kind(kind: StepKind) -> &'static str {
    kind.as_str()
}

fn change(change: &Change) -> Value {
    let word = |kind: Option<ScopeType>| kind.map(ScopeType::as_str);
    json!({
        "scope": change.scope, "from": word(change.from), "to": word(change.to),
        "because": change.because.iter().map(because).collect::<Vec<_>>(),
    })
}

fn because(one: &Because) -> Value {
    let key = match one.cause {
        Cause::Feature(_) => "feature",
        Cause::Endpoint(_) => "endpoint",
        Cause::Pinned(_) | Cause::Declared | Cause::EveryApp => "pinned",
    };
    json!({ key: one.cause.describe(), "changed": one.is_part_of_change })
}

fn statement(one: &Statement) -> Value {
    json!({"text": one.text, "confidence": one.confidence, "source": one.source})
}
