//! Components other than the app: which feature each kind is, and for which objects.
//!
//! Owns how a component's `type` leads to a feature; whose presence alone is one, the catalog knows. It invents no scope: a feature without a chosen option stands for
//! itself, and what cannot be placed is reported.

use super::cards;
use super::fields::{Fields, Text, excerpt};
use super::json::Kind;
use super::object_type::{Meaning, ObjectTypes};
use super::place::ProjectFeature;
use super::sheet::Sheet;
use super::webhooks::{self, OBJECT_TYPE};
use crate::catalog::{Catalog, Confidence, Feature};
use crate::diagnostic::{Diagnostic, rule};

/// The type of the app itself.
pub(super) const APP: &str = "app";
/// The type of an object that the app brings.
pub(super) const APP_OBJECT: &str = "app-object";

/// Kinds that are read for more than their presence.
const READ: [&str; 7] =
    [APP, "webhooks", "card", "crm-bulk-action", "app-event", "app-object-association", "workflow-action"];

/// Whether a project with such a component does something without an app.
pub(super) fn needs_no_app(kind: &str) -> bool {
    matches!(kind, "theme" | "cms-assets")
}

/// The features that the component of type `kind` stands for.
pub(super) fn read<'a>(
    sheet: &mut Sheet<'a>,
    kind: &Text<'a>,
    config: Option<&Fields<'a>>,
    types: &ObjectTypes,
) -> Vec<ProjectFeature> {
    let is_of = |feature: &&Feature| feature.components.contains(&kind.value.as_str());
    if let Some(feature) = types.catalog.features().iter().find(is_of) {
        return vec![alone(sheet, kind, feature.id)];
    }
    if !READ.contains(&kind.value.as_str()) {
        report_unknown(sheet, kind, types.catalog);
        return Vec::new();
    }
    let Some(config) = config else { return Vec::new() };
    match kind.value.as_str() {
        "webhooks" => webhooks::read(sheet, config, OBJECT_TYPE, types),
        "card" => cards::read(sheet, config, types),
        "crm-bulk-action" => cards::per_object(sheet, config, "crm_bulk_action", types),
        "app-event" => vec![app_event(sheet, kind, config, types)],
        "app-object-association" => vec![association(sheet, kind, config, types)],
        "workflow-action" => vec![workflow_action(sheet, kind, config, types)],
        _ => Vec::new(),
    }
}

/// A feature that stands for itself, at the type of its component.
fn alone<'a>(sheet: &Sheet<'a>, kind: &Text<'a>, feature: &str) -> ProjectFeature {
    sheet.feature(sheet.selection(feature, None), kind.node, &kind.at)
}

fn app_event<'a>(sheet: &mut Sheet<'a>, kind: &Text<'a>, config: &Fields<'a>, types: &ObjectTypes) -> ProjectFeature {
    const FEATURE: &str = "app_events";
    let known = sheet.wanted_text_at(config, "objectType").zip(types.catalog.feature(FEATURE));
    if let Some((text, feature)) = known
        && let Some(Meaning::Option(option) | Meaning::Custom(option)) = types.meaning(sheet, feature, &text)
    {
        return sheet.feature(sheet.selection(FEATURE, Some(option)), text.node, &text.at);
    }
    alone(sheet, kind, FEATURE)
}

fn association<'a>(sheet: &mut Sheet<'a>, kind: &Text<'a>, config: &Fields<'a>, types: &ObjectTypes) -> ProjectFeature {
    for key in ["firstObjectType", "secondObjectType"] {
        if let Some(text) = sheet.wanted_text_at(config, key) {
            types.check(sheet, &text);
        }
    }
    alone(sheet, kind, "app_objects")
}

fn workflow_action<'a>(
    sheet: &mut Sheet<'a>,
    kind: &Text<'a>,
    config: &Fields<'a>,
    types: &ObjectTypes,
) -> ProjectFeature {
    for text in sheet.texts_at(config, "objectTypes").unwrap_or_default() {
        types.check(sheet, &text);
    }
    let clients = config.at.key("supportedClients");
    let mut for_agents = false;
    for (place, node) in sheet.list_at(config, "supportedClients").unwrap_or_default().into_iter().enumerate() {
        // Some write the name of the client alone.
        if node.kind() == Kind::Text {
            for_agents |= node.text().as_deref() == Some("AGENTS");
        } else if let Some(client) = sheet.fields(clients.item(place), node) {
            for_agents |= sheet.wanted_text_at(&client, "client").is_some_and(|text| text.value == "AGENTS");
        }
    }
    alone(sheet, kind, if for_agents { "agent_tools" } else { "workflow_actions" })
}

fn report_unknown<'a>(sheet: &mut Sheet<'a>, kind: &Text<'a>, catalog: &Catalog) {
    let without_feature = catalog.components_without_feature();
    if without_feature.contains(&kind.value.as_str()) || kind.is_open() {
        return;
    }
    let name = excerpt(&kind.value);
    let of_features = catalog.features().iter().flat_map(|feature| feature.components);
    let known = of_features.chain(without_feature).copied().chain(READ);
    let hint = sheet.hint(&name, known);
    let message = format!("No component type is known as {name}, so nothing is read from {}.{hint}", sheet.name());
    let finding = Diagnostic::new(rule::CONFIG_UNKNOWN_COMPONENT, name, message);
    sheet.say(kind.node, finding.with_confidence(Confidence::Inferred));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use crate::project::testing::{APP, SETTINGS, project_of, rules, specs, with_component};

    fn with(kind: &str, config: &str) -> Project {
        with_component(&format!(r#"{{"uid": "x", "type": "{kind}", "config": {config}}}"#))
    }

    #[test]
    fn every_component_of_the_catalog_is_read_as_its_feature() {
        let features = Catalog::embedded().features().iter();
        let all = features.flat_map(|feature| feature.components.iter().map(|kind| (*kind, feature.id)));
        assert!(all.clone().any(|one| one == ("pages", "app_pages")));
        for (kind, feature) in all {
            assert!(!READ.contains(&kind) || kind == APP_OBJECT, "{kind}");
            let project = with(kind, "{}");
            assert_eq!((specs(&project), rules(&project)), (vec![feature.to_owned()], vec![]), "{kind}");
        }
        for kind in Catalog::embedded().components_without_feature() {
            let project = with(kind, "{}");
            assert_eq!((specs(&project), rules(&project)), (vec![], vec![]), "{kind}");
            assert_eq!(project.files.len(), 3);
        }
    }

    #[test]
    fn objects_of_the_app_need_no_scope() {
        let project = project_of(&[
            ("hsproject.json", SETTINGS),
            ("src/app/app-hsmeta.json", APP),
            (
                "src/a-hsmeta.json",
                r#"{"uid": "c", "type": "card", "config": {"objectTypes": ["car", "a12_golf", "1-7"]}}"#,
            ),
            ("src/b-hsmeta.json", r#"{"uid": "car", "type": "app-object", "config": {"name": "CAR"}}"#),
            (
                "src/c-hsmeta.json",
                r#"{"uid": "l", "type": "app-object-association", "config": {"firstObjectType": "car",
                    "secondObjectType": "CONTACT"}}"#,
            ),
        ]);
        assert_eq!(rules(&project), []);
        assert_eq!(specs(&project), ["app_objects", "app_objects"]);
    }

    #[test]
    fn events_actions_and_bulk_actions_are_their_features() {
        let cases = [
            ("app-event", r#"{"objectType": "CONTACT"}"#, "app_events:CONTACT"),
            ("app-event", r#"{"objectType": "companies"}"#, "app_events:COMPANY"),
            ("crm-bulk-action", r#"{"objectTypes": ["contacts"]}"#, "crm_bulk_action:contacts"),
            ("workflow-action", r#"{"objectTypes": ["CONTACT"]}"#, "workflow_actions"),
            ("workflow-action", r#"{"supportedClients": [{"client": "WORKFLOWS"}]}"#, "workflow_actions"),
            (
                "workflow-action",
                r#"{"supportedClients": [{"client": "WORKFLOWS"}, {"client": "AGENTS"}]}"#,
                "agent_tools",
            ),
        ];
        for (kind, config, spec) in cases {
            let project = with(kind, config);
            assert_eq!((specs(&project), rules(&project)), (vec![spec.to_owned()], vec![]), "{config}");
        }
    }

    #[test]
    fn an_event_on_an_unknown_object_still_counts_as_an_event() {
        let project = with("app-event", r#"{"objectType": "LEAD"}"#);
        assert_eq!(specs(&project), ["app_events"]);
        assert_eq!(rules(&project), [(rule::CONFIG_UNKNOWN_OBJECT_TYPE, "LEAD")]);
    }

    #[test]
    fn a_type_that_nobody_knows_is_named() {
        let project = with("crad", "{}");
        assert_eq!(rules(&project), [(rule::CONFIG_UNKNOWN_COMPONENT, "crad")]);
        assert!(project.diagnostics[0].message.ends_with("Did you mean card?"));
    }
}
