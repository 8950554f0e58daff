//! A pasted link is read, checked against the app, compared with the plan's own, and taken into the plan.

use std::collections::BTreeSet;

use super::pasted::Pasted;
use super::state::Model;
use crate::catalog::Scope;
use crate::check::{AppSide, LinkOptions, Parsed, ParsedUrl, check_one_link};
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::{Asker, Hublet, LinkChoice, NamedLink, Pin, Plan, ScopeType, State};

/// The name of the link that a pasted one becomes, where it demands conditional scopes.
const NAME: &str = "pasted";

impl Model {
    /// The link in `text`, checked against the app of `model`; `None` where the text is no link of HubSpot's.
    pub fn read_link(&self, text: &str) -> Option<Pasted> {
        let text = text.trim();
        if !is_link(text) {
            return None;
        }
        let plan = self.plan();
        let side = AppSide::of_plan(plan);
        let asker = Asker {
            distribution: Some(plan.app.distribution),
            user_level: plan.app.user_level,
            era: self.answer.resolved.era,
        };
        let auth = side.as_ref().and_then(|side| side.auth);
        let options = LinkOptions { auth, asker, side: side.as_ref(), guesses: true, ..LinkOptions::default() };
        let checked = check_one_link(self.catalog, text, &options);
        let parts = parts_of(checked.parsed)?;
        let again = checked.repaired.as_deref().map(|repaired| check_one_link(self.catalog, repaired, &options));
        let scopes = &self.answer.built.scopes;
        let ours: BTreeSet<&String> = scopes.scope.iter().chain(&scopes.optional).collect();
        let theirs: BTreeSet<&String> = parts.scope.iter().chain(&parts.optional_scope).collect();
        let without = |left: &BTreeSet<&String>, right: &BTreeSet<&String>| -> Vec<String> {
            left.difference(right).map(|name| (*name).clone()).collect()
        };
        let left = again.iter().flat_map(|again| &again.diagnostics).filter(|left| left.is_error()).cloned().collect();
        let repaired_parts = again.and_then(|checked| parts_of(checked.parsed));
        Some(Pasted {
            given: text.to_owned(),
            only_here: without(&theirs, &ours),
            only_in_plan: without(&ours, &theirs),
            guesses: self.guesses(&checked.diagnostics, repaired_parts.as_ref()),
            left,
            repaired_parts,
            repaired: checked.repaired,
            diagnostics: checked.diagnostics,
            parts,
        })
    }

    /// The unknown names among `found` that the repair takes for a near one.
    fn guesses(&self, found: &[Diagnostic], repaired: Option<&ParsedUrl>) -> Vec<(String, &'static str)> {
        // Of what the app's settings lack, nothing is left in the repaired link.
        let is_taken = |name: &str| {
            repaired.is_none_or(|parts| parts.scope.iter().chain(&parts.optional_scope).any(|scope| scope == name))
        };
        let unknown = found.iter().filter(|finding| finding.rule == rule::SCOPE_UNKNOWN);
        let guess = |finding: &Diagnostic| Some((finding.subject.clone(), self.catalog.guess_of(&finding.subject)?));
        let mut guesses: Vec<_> = unknown.filter_map(guess).filter(|(_, name)| is_taken(name)).collect();
        guesses.dedup();
        guesses
    }

    /// Takes the parts of a link into the plan: its settings, and its scopes with the types that the plan or the app's
    /// settings give them. What the link demands of conditional scopes becomes a link with a name.
    pub fn take_link(&mut self, parts: &ParsedUrl) {
        let declared = self.plan().app.declared.clone().unwrap_or_default();
        let resolved = self.answer.resolved.clone();
        let type_of = |name: &str| declared.type_of(name).or_else(|| resolved.scope(name).map(|scope| scope.kind));
        let mut conditional = Vec::new();
        let mut pins = Vec::new();
        for (names, otherwise) in [(&parts.scope, ScopeType::Required), (&parts.optional_scope, ScopeType::Optional)] {
            for name in names.iter().filter(|name| *name != Scope::OAUTH) {
                let kind = type_of(name).unwrap_or(otherwise);
                if kind == ScopeType::ConditionallyRequired && otherwise == ScopeType::Required {
                    conditional.push(name.clone());
                }
                if resolved.scope(name).is_none() {
                    pins.push(Pin::new(name, kind, Some("from a pasted link")));
                }
            }
        }
        let is_named = !conditional.is_empty();
        self.change(|plan| {
            take_settings(plan, parts);
            for pin in pins {
                plan.pin(pin);
            }
            plan.links.retain(|link| link.name != NAME);
            if is_named {
                plan.links.push(NamedLink { name: NAME.to_owned(), with: conditional });
            }
        });
        self.of_paste = Some(Box::new(self.plan().clone()));
        self.make_current(if is_named { LinkChoice::Named(NAME.to_owned()) } else { LinkChoice::Base });
    }
}

impl Model {
    /// Whether `plan` is what the last pasted link made.
    pub fn is_of_paste(&self, plan: &Plan) -> bool {
        self.of_paste.as_deref() == Some(plan)
    }
}

fn take_settings(plan: &mut Plan, parts: &ParsedUrl) {
    let app = &mut plan.app;
    // What a placeholder stands for is not known: the plan's own value is the better one.
    let known = |value: &Option<String>| value.clone().filter(|text| !text.is_empty() && !is_open(text));
    app.client_id = known(&parts.client_id).or(app.client_id.take());
    app.redirect_url = known(&parts.redirect_uri).or(app.redirect_url.take());
    app.account = known(&parts.account_id);
    app.state = known(&parts.state).map_or(State::Absent, State::Value);
    let host = parts.host.as_deref().unwrap_or_default();
    app.host = Hublet::ALL.into_iter().find(|hublet| hublet.host() == host).unwrap_or_default();
}

/// Whether a placeholder stands in `text`.
fn is_open(text: &str) -> bool {
    text.contains(['{', '<', '$'])
}

/// Whether `text` looks like a link of HubSpot's: one line or a wrapped one, with its host and its path.
fn is_link(text: &str) -> bool {
    let lower = text.to_lowercase();
    let at = lower.find("://").unwrap_or(usize::MAX);
    at < 12 && lower.contains("hubspot") && lower.contains("authorize")
}

fn parts_of(parsed: Option<Parsed>) -> Option<ParsedUrl> {
    match parsed {
        Some(Parsed::Url(parts)) => Some(*parts),
        _ => None,
    }
}
