//! Why an app has each of its scopes, as reviewed by people: the part of a plan file that locks the declared set.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::PlanFile;
use super::error::{PlanFileError, shape};
use super::fields::{entries, object, text_at};

/// The field of the document.
const FIELD: &str = "reasons";

impl PlanFile {
    /// The reason of each scope: those of `reasons`, and those of scopes entered by name. An empty one is none.
    pub fn reasons(&self) -> Result<BTreeMap<String, String>, PlanFileError> {
        let mut reasons = BTreeMap::new();
        for (path, entry) in entries(&self.0, "scopes")? {
            if let (Some(scope), Some(reason)) = (text_at(entry, &path, "scope")?, text_at(entry, &path, "reason")?) {
                reasons.insert(scope.to_owned(), reason.to_owned());
            }
        }
        if let Some(value) = self.0.get(FIELD) {
            for (scope, reason) in object(FIELD, value)? {
                let reason = reason.as_str().ok_or_else(|| shape(format!("{FIELD}.{scope}"), "is not a text"))?;
                reasons.insert(scope.clone(), reason.to_owned());
            }
        }
        reasons.retain(|_, reason| !reason.trim().is_empty());
        Ok(reasons)
    }

    /// The document with these reasons added; those that it has stay as they are.
    #[must_use]
    pub fn with_reasons(&self, added: &BTreeMap<String, String>) -> Self {
        let mut document = self.0.clone();
        document.entry("version").or_insert_with(|| super::VERSION.into());
        let reasons = document.entry(FIELD).or_insert_with(|| Map::new().into());
        if let Value::Object(reasons) = reasons {
            for (scope, reason) in added {
                let blank = reasons.get(scope).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty());
                if blank {
                    reasons.insert(scope.clone(), json!(reason));
                }
            }
        }
        Self(document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_entered_by_name_brings_its_reason_and_a_blank_one_is_none() {
        let text = r#"{"scopes": [{"scope": "crm.export", "reason": "the export button"}],
            "reasons": {"tickets": "the inbox", "forms": " "}}"#;
        let file = PlanFile::parse(text).unwrap();
        let reasons = file.reasons().unwrap();
        assert_eq!(reasons.keys().map(String::as_str).collect::<Vec<_>>(), ["crm.export", "tickets"]);
        let more = [("forms".to_owned(), "the form card".to_owned()), ("tickets".to_owned(), "else".to_owned())];
        let file = file.with_reasons(&more.into_iter().collect());
        assert_eq!(file.reasons().unwrap()["forms"], "the form card");
        assert_eq!(file.reasons().unwrap()["tickets"], "the inbox");
    }

    #[test]
    fn reasons_that_are_no_texts_are_named() {
        let message = |text: &str| PlanFile::parse(text).unwrap().reasons().unwrap_err().to_string();
        assert_eq!(message(r#"{"reasons": []}"#), "reasons is not an object");
        assert_eq!(message(r#"{"reasons": {"forms": 1}}"#), "reasons.forms is not a text");
    }
}
