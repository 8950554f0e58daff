//! A card of the older formats: `type` crm-card, with all else in `data`.
//!
//! Owns the two kinds: a card with a `module` is what is called an app card today; one with a `fetch` is a legacy CRM card.

use crate::project::cards::{self, APP_CARD};
use crate::project::fields::{Fields, Text};
use crate::project::json::Kind;
use crate::project::object_type::ObjectTypes;
use crate::project::place::ProjectFeature;
use crate::project::sheet::Sheet;

const LEGACY_CARD: &str = "cards.legacy";
const TYPE: &str = "crm-card";
const OBJECT_TYPES: &str = "objectTypes";

/// The choices that the card in the file of `sheet` stands for.
pub(in crate::project) fn read(sheet: &mut Sheet<'_>, types: &ObjectTypes) -> Vec<ProjectFeature> {
    let Some(root) = sheet.root() else { return Vec::new() };
    if let Some(kind) = sheet.wanted_text_at(&root, "type").filter(|kind| kind.value != TYPE) {
        sheet.unknown_value("type", &kind, &[TYPE]);
    }
    if root.get("data").is_none() {
        sheet.missing(&root, "data");
    }
    let Some(data) = sheet.fields_at(&root, "data") else { return Vec::new() };
    if let Some(fetch) = sheet.fields_at(&data, "fetch") {
        let texts = object_types(sheet, &fetch);
        return cards::of_texts(sheet, texts, LEGACY_CARD, types);
    }
    let of_location = cards::location(sheet, &data, types);
    let texts = object_types(sheet, &data);
    cards::of_texts(sheet, texts, APP_CARD, types).into_iter().chain(of_location).collect()
}

/// The names in `objectTypes`, where each is an object with a `name`; the place is that of the name.
fn object_types<'a>(sheet: &mut Sheet<'a>, fields: &Fields<'a>) -> Vec<Text<'a>> {
    if fields.get(OBJECT_TYPES).is_none() {
        sheet.missing(fields, OBJECT_TYPES);
    }
    let at = fields.at.key(OBJECT_TYPES);
    let mut texts = Vec::new();
    for (place, node) in sheet.list_at(fields, OBJECT_TYPES).unwrap_or_default().into_iter().enumerate() {
        if node.kind() == Kind::Text {
            // The way of the newer formats: what is meant is clear, that HubSpot takes it here is not.
            sheet.wrong_type(at.item(place).words(), node, "an object with a name");
            texts.extend(sheet.text(at.item(place), node));
        } else if let Some(object) = sheet.fields(at.item(place), node) {
            texts.extend(sheet.wanted_text_at(&object, "name"));
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::rule;
    use crate::project::Project;
    use crate::project::testing::{older, rules, specs};

    fn with(card: &str) -> Project {
        let app = r#"{"scopes": [], "extensions": {"crm": {"cards": [{"file": "./cards/one.json"}]}}}"#;
        older(&[("src/app/app.json", app), ("src/app/cards/one.json", card)])
    }

    #[test]
    fn a_card_with_a_module_is_an_app_card() {
        let project = with(
            r#"{"type": "crm-card", "data": {"location": "crm.record.tab", "module": {"file": "One.jsx"},
                "objectTypes": [{"name": "contacts"}, {"name": "deal"}]}}"#,
        );
        assert_eq!(specs(&project), ["cards.app:contacts", "cards.app:deals"]);
        assert_eq!(rules(&project).len(), 1);
        let second = &project.features[1];
        assert_eq!((second.pointer.as_str(), second.file()), ("/data/objectTypes/1/name", "src/app/cards/one.json"));
    }

    #[test]
    fn a_card_that_fetches_is_a_legacy_card() {
        let project = with(
            r#"{"type": "crm-card", "data": {"fetch": {"targetFunction": "card",
                "objectTypes": [{"name": "contacts", "propertiesToSend": ["email"]}]}}}"#,
        );
        assert_eq!(specs(&project), ["cards.legacy:contacts"]);
    }

    #[test]
    fn what_is_wrong_with_a_card_is_named_and_what_is_meant_is_read() {
        let project = with(r#"{"type": "card", "data": {"objectTypes": ["contacts", {}, 1]}}"#);
        assert_eq!(specs(&project), ["cards.app:contacts"]);
        let found: Vec<_> = rules(&project)[1..].iter().map(|(rule, _)| *rule).collect();
        assert_eq!(
            found,
            [rule::CONFIG_UNKNOWN_VALUE, rule::CONFIG_WRONG_TYPE, rule::CONFIG_MISSING_FIELD, rule::CONFIG_WRONG_TYPE]
        );
        assert_eq!(rules(&with(r#"{"type": "crm-card"}"#))[1], (rule::CONFIG_MISSING_FIELD, "data"));
    }
}
