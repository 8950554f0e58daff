//! Cards, and bulk actions like them: a choice of a feature for each record type that they name.
//!
//! Owns how `objectTypes` and `location` become choices. Which scope each needs, the catalog knows.

use std::collections::HashSet;

use super::fields::{Fields, Text};
use super::object_type::{Meaning, ObjectTypes};
use super::place::ProjectFeature;
use super::sheet::Sheet;

/// The feature of a card of the current kind.
pub(super) const APP_CARD: &str = "cards.app";

/// The choices that a card stands for: its record types, and its place where that needs a scope.
pub(super) fn read<'a>(sheet: &mut Sheet<'a>, config: &Fields<'a>, types: &ObjectTypes) -> Vec<ProjectFeature> {
    let of_location = location(sheet, config, types);
    if of_location.is_some() && config.get("objectTypes").is_none() {
        return of_location.into_iter().collect();
    }
    per_object(sheet, config, APP_CARD, types).into_iter().chain(of_location).collect()
}

/// The choice that the place of a card stands for, where that needs a scope.
pub(super) fn location<'a>(sheet: &mut Sheet<'a>, config: &Fields<'a>, types: &ObjectTypes) -> Option<ProjectFeature> {
    let text = sheet.text_at(config, "location")?;
    let option = types.catalog.feature(APP_CARD)?.option(&format!("location:{}", text.value))?;
    Some(sheet.feature(sheet.selection(APP_CARD, Some(option.id)), text.node, &text.at))
}

/// One choice of `feature` for each of `objectTypes`.
pub(super) fn per_object<'a>(
    sheet: &mut Sheet<'a>,
    config: &Fields<'a>,
    feature: &str,
    types: &ObjectTypes,
) -> Vec<ProjectFeature> {
    if config.get("objectTypes").is_none() {
        sheet.missing(config, "objectTypes");
    }
    let texts = sheet.texts_at(config, "objectTypes").unwrap_or_default();
    of_texts(sheet, texts, feature, types)
}

/// One choice of `feature` for each record type in `texts`.
pub(super) fn of_texts<'a>(
    sheet: &mut Sheet<'a>,
    texts: Vec<Text<'a>>,
    feature: &str,
    types: &ObjectTypes,
) -> Vec<ProjectFeature> {
    let Some(feature) = types.catalog.feature(feature) else { return Vec::new() };
    let mut features = Vec::new();
    let mut seen = HashSet::new();
    for text in texts {
        let selection = match types.meaning(sheet, feature, &text) {
            Some(Meaning::Option(option)) => sheet.selection(feature.id, Some(option)),
            Some(Meaning::Custom(option)) => {
                let mut selection = sheet.selection(feature.id, Some(option));
                selection.parameters.insert("objectType".to_owned(), text.value.clone());
                selection
            }
            Some(Meaning::AppObject) | None => continue,
        };
        // `contacts` and `CONTACT` in one list are one choice.
        if seen.insert(selection.clone()) {
            features.push(sheet.feature(selection, text.node, &text.at));
        }
    }
    features
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::rule;
    use crate::project::Project;
    use crate::project::testing::{rules, specs, with_component};

    fn card(config: &str) -> Project {
        with_component(&format!(r#"{{"uid": "x", "type": "card", "config": {config}}}"#))
    }

    #[test]
    fn a_card_is_one_choice_for_each_object_in_any_spelling() {
        let project = card(r#"{"objectTypes": ["contacts", "DEAL", "COMPANIES", "0-5", "p_house", "CONTACT"]}"#);
        let expected = [
            "cards.app:contacts",
            "cards.app:deals",
            "cards.app:companies",
            "cards.app:tickets",
            "cards.app:custom (p_name)[objectType=p_house]",
        ];
        assert_eq!(specs(&project), expected);
        assert_eq!(rules(&project), []);
    }

    #[test]
    fn a_help_desk_card_is_a_choice_of_its_place() {
        let project = card(r#"{"location": "helpdesk.sidebar", "objectTypes": ["tickets"]}"#);
        assert_eq!(specs(&project), ["cards.app:tickets", "cards.app:location:helpdesk.sidebar"]);
        let project = card(r#"{"location": "helpdesk.sidebar"}"#);
        assert_eq!((specs(&project).len(), rules(&project)), (1, vec![]));
    }

    #[test]
    fn an_object_that_cannot_be_placed_is_named() {
        let project = card(r#"{"objectTypes": ["contcats", "calls"]}"#);
        assert!(project.features.is_empty());
        let expected = [(rule::CONFIG_UNKNOWN_OBJECT_TYPE, "contcats"), (rule::CONFIG_UNKNOWN_OBJECT_TYPE, "calls")];
        assert_eq!(rules(&project), expected);
        assert!(project.diagnostics[0].message.ends_with("Did you mean contacts?"));
        assert_eq!(rules(&card("{}")), [(rule::CONFIG_MISSING_FIELD, "config.objectTypes")]);
    }
}
