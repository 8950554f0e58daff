//! Object types as component files write them, and the option of a feature that each stands for.
//!
//! Owns the meeting of three spellings (`contacts` on cards, `contact` in webhooks, `CONTACT` in events) and of the app's
//! own objects, which need no scope. The spellings themselves are the catalog's.

use crate::diagnostic::rule;
use std::collections::HashSet;

use super::fields::{Text, excerpt};
use super::sheet::Sheet;
use crate::catalog::{Catalog, Feature, Object};

/// What a name of an object type turned out to be, for one feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// This option of the feature.
    Option(&'static str),
    /// This option, which stands for every custom object.
    Custom(&'static str),
    /// An object of the app itself: no scope of its own.
    AppObject,
}

/// The object types that a project can name: the catalog's, and its own app objects.
#[derive(Debug)]
pub(super) struct ObjectTypes {
    pub(super) catalog: &'static Catalog,
    /// The uids of the project's app objects.
    pub(super) app_objects: HashSet<String>,
}

impl ObjectTypes {
    /// What `text` means as an option of `feature`; reports what cannot be placed.
    pub(super) fn meaning<'a>(
        &self,
        sheet: &mut Sheet<'a>,
        feature: &'static Feature,
        text: &Text<'a>,
    ) -> Option<Meaning> {
        if self.is_app_object(&text.value) {
            return Some(Meaning::AppObject);
        }
        let Some(object) = self.catalog.objects().resolve(&text.value) else {
            self.report_unknown(sheet, text);
            return None;
        };
        if is_custom(object) {
            if let Some(option) = feature.option("custom") {
                return Some(Meaning::Custom(option.id));
            }
        } else if let Some(option) = option_for(feature, object) {
            return Some(Meaning::Option(option));
        }
        let message = format!(
            "Which scope \"{}\" needs for {} is not known, so none is counted for it.",
            feature.name, object.plural
        );
        sheet.unplaced(rule::CONFIG_UNKNOWN_OBJECT_TYPE, text, message);
        None
    }

    /// Reports `text` when it names no object type at all.
    pub(super) fn check<'a>(&self, sheet: &mut Sheet<'a>, text: &Text<'a>) {
        if !self.is_app_object(&text.value) && self.catalog.objects().resolve(&text.value).is_none() {
            self.report_unknown(sheet, text);
        }
    }

    fn report_unknown<'a>(&self, sheet: &mut Sheet<'a>, text: &Text<'a>) {
        let names = self.catalog.objects().all().iter().map(|object| object.plural);
        let name = excerpt(&text.value);
        let hint = sheet.hint(&name, names);
        let message = format!("No object type is known as {name}, so no scope is counted for it.{hint}");
        sheet.unplaced(rule::CONFIG_UNKNOWN_OBJECT_TYPE, text, message);
    }

    /// Whether `name` is a uid of the project's app objects, or has the form of another app's object.
    fn is_app_object(&self, name: &str) -> bool {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let of_app = |rest: &str| rest.split_once('_').is_some_and(|(app, object)| digits(app) && !object.is_empty());
        self.app_objects.contains(name)
            || name.strip_prefix("1-").is_some_and(digits)
            || name.strip_prefix('a').is_some_and(of_app)
    }
}

fn is_custom(object: &Object) -> bool {
    object.plural == "custom"
}

fn option_for(feature: &'static Feature, object: &Object) -> Option<&'static str> {
    let by_id = || feature.options.iter().find(|option| object.id.is_some() && option.object_type_id == object.id);
    [object.plural, object.singular, object.upper]
        .into_iter()
        .find_map(|name| feature.option(name))
        .or_else(by_id)
        .map(|option| option.id)
}
