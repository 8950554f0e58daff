//! Places: what a later rule talks of has its span and its pointer.

use super::{SETTINGS, project_of, with_component};
use crate::plan::ScopeType;

#[test]
fn a_scope_a_list_and_a_redirect_url_know_where_they_stand() {
    let app = "{\"uid\": \"é\", \"type\": \"app\", \"config\": {\"distribution\": \"private\", \"auth\": {\n\
               \"type\": \"oauth\", \"redirectUrls\": [\"https://shop.example/done\"],\n\
               \"requiredScopes\": [\"oauth\", \"tickets\"], \"optionalScopes\": []}}}";
    let project = project_of(&[("hsproject.json", SETTINGS), ("src/app/app-hsmeta.json", app)]);
    let found = &project.apps[0];
    let scope = &found.scopes[1];
    assert_eq!(
        (scope.name.as_str(), scope.kind, scope.file()),
        ("tickets", ScopeType::Required, "src/app/app-hsmeta.json")
    );
    assert_eq!((scope.pointer.as_str(), scope.span.line, scope.span.column), ("/config/auth/requiredScopes/1", 3, 29));
    assert_eq!(&app[scope.span.start..scope.span.end], "\"tickets\"");
    assert_eq!(project.scope_places().count(), 2);
    let lists: Vec<_> = found.lists.iter().map(|list| (list.key, list.span.is_some())).collect();
    let expected = [("requiredScopes", true), ("conditionallyRequiredScopes", false), ("optionalScopes", true)];
    assert_eq!(lists, expected);
    assert_eq!(found.redirects[0].pointer, "/config/auth/redirectUrls/0");
    let pointer = |place: &Option<crate::project::TextPlace>| place.as_ref().map(|place| place.pointer.clone());
    assert_eq!(pointer(&found.distribution_place).as_deref(), Some("/config/distribution"));
    assert_eq!(pointer(&found.auth_place).as_deref(), Some("/config/auth/type"));
}

#[test]
fn a_feature_knows_what_stands_for_it_and_whether_it_is_active() {
    let webhooks = r#"{"uid": "w", "type": "webhooks", "config": {"subscriptions": {"legacyCrmObjects": [
        {"subscriptionType": "contact.creation", "active": false}, {"subscriptionType": "deal.creation"}]}}}"#;
    let project = with_component(webhooks);
    let places: Vec<_> =
        project.features.iter().map(|feature| (feature.pointer.as_str(), feature.is_active())).collect();
    let path = "/config/subscriptions/legacyCrmObjects";
    assert_eq!(places, [(format!("{path}/0").as_str(), false), (format!("{path}/1").as_str(), true)]);
    let span = &project.features[0].span;
    assert!(webhooks[span.start..span.end].starts_with(r#"{"subscriptionType": "contact.creation""#));
    // A plan counts them all.
    assert_eq!(project.selections().len(), 2);
}

#[test]
fn cards_and_components_alone_have_their_places() {
    let pointers = |text: &str| -> Vec<String> {
        with_component(text).features.iter().map(|feature| feature.pointer.clone()).collect()
    };
    let card = r#"{"uid": "c", "type": "card", "config": {"location": "helpdesk.sidebar", "objectTypes": ["DEAL", "tickets"]}}"#;
    assert_eq!(pointers(card), ["/config/objectTypes/0", "/config/objectTypes/1", "/config/location"]);
    assert_eq!(pointers(r#"{"uid": "s", "type": "settings", "config": {}}"#), ["/type"]);
    assert_eq!(
        pointers(r#"{"uid": "e", "type": "app-event", "config": {"objectType": "DEAL"}}"#),
        ["/config/objectType"]
    );
}

#[test]
fn the_scopes_of_a_component_have_their_places_too() {
    let page = r#"{"uid": "p", "type": "page", "config": {}, "permissions": {"optionalScopes": ["forms"]}}"#;
    let project = with_component(page);
    let permissions = &project.permissions[0];
    assert_eq!(
        (permissions.scopes[0].pointer.as_str(), permissions.scopes[0].kind),
        ("/permissions/optionalScopes/0", ScopeType::Optional)
    );
    assert_eq!(permissions.lists[0].pointer, "/permissions/requiredScopes");
    assert_eq!(project.scope_places().count(), 2);
}
