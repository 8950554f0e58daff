//! Everything at once, for `status`: the app, the counts, the scopes by type, the findings, the tiers.

use super::link;
use super::talk::Talk;
use crate::plan::ScopeType;
use crate::prose::capitalised;

/// Says how the plan stands.
pub(super) fn tell(talk: &mut Talk) {
    let model = &talk.model;
    let resolved = &model.answer.resolved;
    let mut lines =
        vec![format!("{}, {}.", model.origin, if model.is_dirty() { "not saved" } else { "nothing to save" })];
    for kind in ScopeType::ALL {
        let names: Vec<&str> = resolved.of_type(kind).map(|scope| scope.name.as_str()).collect();
        if !names.is_empty() {
            lines.push(format!("{}: {}.", capitalised(kind.name()), names.join(", ")));
        }
    }
    if !resolved.token_request.is_empty() {
        lines.push(format!("For the token request, never in a link: {}.", resolved.token_request.join(", ")));
    }
    lines.extend(model.project_findings.iter().map(super::changes::finding_line));
    talk.turn.lines.extend(lines);
    link::tell(talk);
}
