//! Everything at once, for `status`: the app, the counts, the scopes by type, the findings, the tiers.

use super::link;
use super::talk::Talk;
use crate::plan::ScopeType;

/// Says how the plan stands.
pub(super) fn tell(talk: &mut Talk) {
    let model = &talk.model;
    let resolved = &model.answer.resolved;
    let mut lines =
        vec![format!("{}, {}.", model.origin, if model.is_dirty() { "not saved" } else { "nothing to save" })];
    for kind in ScopeType::ALL {
        let names: Vec<&str> = resolved.of_type(kind).map(|scope| scope.name.as_str()).collect();
        if !names.is_empty() {
            let name = kind.name();
            lines.push(format!("{}{}: {}.", name[..1].to_uppercase(), &name[1..], names.join(", ")));
        }
    }
    if !resolved.token_request.is_empty() {
        lines.push(format!("For the token request, never in a link: {}.", resolved.token_request.join(", ")));
    }
    lines.extend(model.project_findings.iter().map(super::changes::finding_line));
    talk.turn.lines.extend(lines);
    link::tell(talk);
}
