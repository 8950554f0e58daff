//! The webhooks component: its subscriptions as choices of features.
//!
//! Owns the three lists of a webhooks file and what each subscription stands for. Which scope it needs, the catalog knows.

use super::fields::{At, Fields, Text, excerpt};
use super::json::Node;
use super::object_type::{Meaning, ObjectTypes};
use super::place::ProjectFeature;
use super::sheet::Sheet;
use crate::catalog::{Confidence, Feature};
use crate::diagnostic::{Diagnostic, rule};
use crate::plan::Selection;

const GENERIC: &str = "crmObjects";
const LISTS: [&str; 3] = [GENERIC, "legacyCrmObjects", "hubEvents"];

/// The key of a record type in a webhooks component.
pub(super) const OBJECT_TYPE: &str = "objectType";
/// The same in a `webhooks.json` of the older formats.
pub(super) const OBJECT_NAME: &str = "objectName";

/// Every subscription in `config`, whose record types stand under `object_key`.
pub(super) fn read<'a>(
    sheet: &mut Sheet<'a>,
    config: &Fields<'a>,
    object_key: &'static str,
    types: &ObjectTypes,
) -> Vec<ProjectFeature> {
    let Some(lists) = sheet.fields_at(config, "subscriptions") else { return Vec::new() };
    for (key, node) in lists.members() {
        if !LISTS.contains(&key) {
            let path = excerpt(&lists.path_of(key));
            let message = format!("{path} is no list of subscriptions that HubSpot knows: it is left out.");
            let fix = format!("Use one of: {}.", LISTS.join(", "));
            sheet.say(node, Diagnostic::new(rule::CONFIG_UNKNOWN_VALUE, path, message).with_fix(fix));
        }
    }
    let mut features = Vec::new();
    for list in LISTS {
        let at = lists.at.key(list);
        let items = sheet.list_at(&lists, list).unwrap_or_default();
        for (place, node) in items.into_iter().enumerate() {
            features.extend(subscription(sheet, Entry { list, object_key }, at.item(place), node, types));
        }
    }
    features
}

/// Where a subscription stands, and how one writes record types there.
#[derive(Debug, Clone, Copy)]
struct Entry {
    list: &'static str,
    object_key: &'static str,
}

fn subscription<'a>(
    sheet: &mut Sheet<'a>,
    entry: Entry,
    at: At,
    node: Node<'a>,
    types: &ObjectTypes,
) -> Option<ProjectFeature> {
    let fields = sheet.fields(at, node)?;
    let event = sheet.wanted_text_at(&fields, "subscriptionType")?;
    let property = sheet.text_at(&fields, "propertyName");
    let active = sheet.flag_at(&fields, "active").unwrap_or(true);
    let mut selection = if event.value.starts_with("object.") {
        generic(sheet, entry, &fields, &event, types)?
    } else {
        classic(sheet, entry.list, &event, types)?
    };
    match property {
        Some(property) => {
            selection.parameters.insert("propertyName".to_owned(), property.value);
        }
        None if event.value.ends_with(".propertyChange") && fields.get("propertyName").is_none() => {
            sheet.missing(&fields, "propertyName");
        }
        None => {}
    }
    selection.active = active;
    Some(sheet.feature(selection, node, &fields.at))
}

fn generic<'a>(
    sheet: &mut Sheet<'a>,
    entry: Entry,
    fields: &Fields<'a>,
    event: &Text<'a>,
    types: &ObjectTypes,
) -> Option<Selection> {
    let feature = types.catalog.feature("webhooks.generic")?;
    // The keys of other formats and of the webhooks API: what was meant is clear, that HubSpot takes it is not.
    let keys = [entry.object_key, OBJECT_TYPE, "objectTypeId", OBJECT_NAME];
    let key = keys.into_iter().find(|key| fields.get(key).is_some());
    if key != Some(entry.object_key) {
        sheet.missing(fields, entry.object_key);
    }
    let object = sheet.text_at(fields, key?)?;
    if !feature.events.contains(&event.value.as_str()) {
        report_unknown(sheet, event, feature.events.iter().copied());
        return None;
    }
    let mut selection = match types.meaning(sheet, feature, &object)? {
        Meaning::Option(option) => sheet.selection(feature.id, Some(option)),
        Meaning::Custom(option) => {
            let mut selection = sheet.selection(feature.id, Some(option));
            // One option for all of them: only this tells two custom objects apart.
            selection.parameters.insert("objectType".to_owned(), object.value);
            selection
        }
        Meaning::AppObject => {
            let name = excerpt(&object.value);
            let message =
                format!("Which scope webhooks of the app object {name} need is not known, so none is counted.");
            sheet.unplaced(rule::CONFIG_UNKNOWN_OBJECT_TYPE, &object, message);
            return None;
        }
    };
    selection.parameters.insert("event".to_owned(), event.value.clone());
    if entry.list != GENERIC {
        report_wrong_list(sheet, entry.list, event, GENERIC);
    }
    Some(selection)
}

fn classic<'a>(sheet: &mut Sheet<'a>, list: &'static str, event: &Text<'a>, types: &ObjectTypes) -> Option<Selection> {
    let feature: &'static Feature = types.catalog.feature("webhooks.classic")?;
    let Some(option) = feature.options.iter().find(|option| option.id == event.value) else {
        report_unknown(sheet, event, feature.options.iter().map(|option| option.id));
        return None;
    };
    if let Some(wanted) = option.platform_key.filter(|wanted| *wanted != list) {
        report_wrong_list(sheet, list, event, wanted);
    }
    Some(sheet.selection(feature.id, Some(option.id)))
}

fn report_unknown<'a>(sheet: &mut Sheet<'a>, event: &Text<'a>, known: impl Iterator<Item = &'static str>) {
    let name = excerpt(&event.value);
    let hint = sheet.hint(&name, known);
    let message = format!("No webhook event is known as {name}, so no scope is counted for it.{hint}");
    sheet.unplaced(rule::CONFIG_UNKNOWN_EVENT, event, message);
}

fn report_wrong_list<'a>(sheet: &mut Sheet<'a>, list: &str, event: &Text<'a>, wanted: &str) {
    let name = excerpt(&event.value);
    let message = format!("The subscription {name} stands under {list}, but belongs under {wanted}.");
    let finding = Diagnostic::new(rule::CONFIG_WRONG_LIST, name, message)
        .with_confidence(Confidence::Inferred)
        .with_fix(format!("Move it to {wanted}."));
    sheet.say(event.node, finding);
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::rule;
    use crate::project::Project;
    use crate::project::testing::{rules, specs, with_component};

    fn with_lists(lists: &str) -> Project {
        with_component(&format!(
            r#"{{"uid": "w", "type": "webhooks", "config": {{"settings": {{}}, "subscriptions": {{{lists}}}}}}}"#
        ))
    }

    #[test]
    fn each_list_gives_its_features() {
        let project = with_lists(
            r#""crmObjects": [{"subscriptionType": "object.propertyChange", "objectType": "deal", "propertyName": "amount"}],
               "legacyCrmObjects": [{"subscriptionType": "contact.creation", "active": false}],
               "hubEvents": [{"subscriptionType": "contact.privacyDeletion", "active": true}]"#,
        );
        assert_eq!(rules(&project), []);
        assert_eq!(
            specs(&project),
            [
                "webhooks.generic:object:deal[event=object.propertyChange,propertyName=amount]",
                "webhooks.classic:contact.creation",
                "webhooks.classic:contact.privacyDeletion",
            ]
        );
        assert_eq!(
            project.features.iter().map(crate::project::ProjectFeature::is_active).collect::<Vec<_>>(),
            [true, false, true]
        );
        assert!(
            project.selections().iter().all(|choice| choice.file.as_deref() == Some("src/app/parts/part-hsmeta.json"))
        );
    }

    #[test]
    fn an_object_is_known_in_every_spelling() {
        for name in ["contact", "CONTACT", "contacts", "Contacts", "0-1"] {
            let project = with_lists(&format!(
                r#""crmObjects": [{{"subscriptionType": "object.creation", "objectType": "{name}"}}]"#
            ));
            assert_eq!(specs(&project), ["webhooks.generic:object:contact[event=object.creation]"], "{name}");
        }
        for name in ["2-123", "p_house", "p4711_house"] {
            let project = with_lists(&format!(
                r#""crmObjects": [{{"subscriptionType": "object.creation", "objectType": "{name}"}}]"#
            ));
            let choice = &project.features[0].selection;
            assert!(choice.option.as_deref().is_some_and(|option| option.contains("custom")), "{name}");
            assert_eq!(choice.parameters["objectType"], name);
            assert_eq!(rules(&project), []);
        }
    }

    #[test]
    fn what_the_catalog_lacks_is_named() {
        let project = with_lists(
            r#""crmObjects": [{"subscriptionType": "object.creation", "objectType": "contcat"},
                              {"subscriptionType": "object.invention", "objectType": "contact"},
                              {"subscriptionType": "object.creation", "objectType": "contract"}],
               "legacyCrmObjects": [{"subscriptionType": "contact.craetion"}], "others": []"#,
        );
        assert!(project.features.is_empty());
        assert_eq!(
            rules(&project),
            [
                (rule::CONFIG_UNKNOWN_VALUE, "config.subscriptions.others"),
                (rule::CONFIG_UNKNOWN_OBJECT_TYPE, "contcat"),
                (rule::CONFIG_UNKNOWN_EVENT, "object.invention"),
                (rule::CONFIG_UNKNOWN_OBJECT_TYPE, "contract"),
                (rule::CONFIG_UNKNOWN_EVENT, "contact.craetion"),
            ]
        );
        assert!(project.diagnostics[4].message.ends_with("Did you mean contact.creation?"));
    }

    #[test]
    fn what_is_missing_or_in_the_wrong_list_is_named_and_what_is_meant_is_read() {
        let project = with_lists(
            r#""crmObjects": [{"subscriptionType": "deal.deletion"},
                              {"subscriptionType": "object.creation", "objectName": "deal"}, {}, "x"],
               "legacyCrmObjects": [{"subscriptionType": "deal.propertyChange"}], "hubEvents": {}"#,
        );
        let expected = ["webhooks.classic:deal.deletion", "webhooks.generic:object:deal[event=object.creation]"];
        assert_eq!(specs(&project)[..2], expected);
        assert_eq!(
            rules(&project),
            [
                (rule::CONFIG_WRONG_LIST, "deal.deletion"),
                (rule::CONFIG_MISSING_FIELD, "config.subscriptions.crmObjects[1].objectType"),
                (rule::CONFIG_MISSING_FIELD, "config.subscriptions.crmObjects[2].subscriptionType"),
                (rule::CONFIG_WRONG_TYPE, "config.subscriptions.crmObjects[3]"),
                (rule::CONFIG_MISSING_FIELD, "config.subscriptions.legacyCrmObjects[0].propertyName"),
                (rule::CONFIG_WRONG_TYPE, "config.subscriptions.hubEvents"),
            ]
        );
    }
}
