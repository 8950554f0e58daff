//! The plan file, `hubscope.json`: what cannot be read off a project, meant to be committed and reviewed.
//!
//! Owns reading it into a [`super::Plan`] and writing a plan back so that everything it does not know stays where it was. It
//! touches no disk: the caller reads and writes the text.

mod error;
mod fields;
mod read;
mod reasons;
mod write;

use serde_json::{Map, Value};

pub use error::PlanFileError;

use error::shape;

/// The name of the file.
pub const FILE_NAME: &str = "hubscope.json";

/// The version that this program writes and the highest that it reads.
const VERSION: u64 = 1;

/// The document as it stands in the file, with all that this program does not know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanFile(Map<String, Value>);

impl PlanFile {
    /// Reads the text of a plan file.
    pub fn parse(text: &str) -> Result<Self, PlanFileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: Value = serde_json::from_str(text).map_err(|error| PlanFileError::Syntax {
            line: error.line(),
            column: error.column(),
            what: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
        })?;
        let Value::Object(document) = value else {
            return Err(shape("the document", "is not an object"));
        };
        match document.get("version") {
            None => {}
            Some(version) => match version.as_u64() {
                Some(1..=VERSION) => {}
                _ => return Err(shape("version", format!("is {version}, and this hubscope reads up to {VERSION}"))),
            },
        }
        Ok(Self(document))
    }

    /// Whether it says nothing but its version.
    pub fn is_bare(&self) -> bool {
        self.0.keys().all(|key| key == "version")
    }

    /// The text to write: two spaces of indent, a newline at the end.
    pub fn to_text(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.0).unwrap_or_default();
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Clicker, Hublet, Plan, ScopeType, When};

    const TEXT: &str = r#"{
  "team": "growth",
  "version": 1,
  "app": {
    "client_id": "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
    "owner": "ann"
  },
  "features": [
    {
      "feature": "crm.owners",
      "when": "if-available",
      "ticket": "OPS-1"
    }
  ],
  "scopes": [
    {
      "scope": "crm.export",
      "type": "optional",
      "reason": "the export button",
      "since": 2024
    }
  ],
  "links": [
    {
      "name": "pro",
      "with": [
        "automation"
      ],
      "color": "blue"
    }
  ],
  "endpoints": [
    "GET /crm/v3/owners"
  ]
}
"#;

    fn plan_of(file: &PlanFile) -> Plan {
        let mut plan = Plan::default();
        file.apply(&mut plan).unwrap();
        plan
    }

    #[test]
    fn rewriting_an_unchanged_plan_keeps_every_field() {
        let file = PlanFile::parse(TEXT).unwrap();
        let plan = plan_of(&file);
        assert_eq!(plan.selections[0].when, When::IfAvailable);
        let rewritten = file.updated(&plan, true);
        assert_eq!(rewritten.to_text(), TEXT);
    }

    #[test]
    fn a_change_touches_only_its_entry() {
        let file = PlanFile::parse(TEXT).unwrap();
        let mut plan = plan_of(&file);
        plan.toggle("crm.import", None);
        plan.pins[0].kind = ScopeType::Required;
        let text = file.updated(&plan, true).to_text();
        for kept in ["OPS-1", "2024", "ann", "growth", "blue", "GET /crm/v3/owners", "crm.import", "\"required\""] {
            assert!(text.contains(kept), "{kept} is in\n{text}");
        }
        assert_eq!(plan_of(&PlanFile::parse(&text).unwrap()), plan);
    }

    #[test]
    fn every_setting_comes_back_as_it_was_written() {
        let mut plan = Plan { advanced_scopes: true, ..Plan::default() };
        plan.app.clicker = Clicker::EveryUser;
        plan.app.host = Hublet::Eu1;
        let file = PlanFile::default().updated(&plan, false);
        assert_eq!(plan_of(&file), plan);
        plan.app.clicker = Clicker::Admin;
        plan.advanced_scopes = false;
        let file = file.updated(&plan, false);
        assert_eq!(plan_of(&file), plan);
        assert!(file.to_text().contains("\"advanced_scopes\": false"), "a field that was there stays");
    }

    #[test]
    fn a_redirect_url_that_the_project_gives_is_written_only_where_another_is_chosen() {
        let mut plan = Plan::default();
        plan.app.registered_redirects =
            ["https://shop.example/done", "https://shop.example/other"].map(str::to_owned).to_vec();
        plan.app.redirect_url = plan.app.registered_redirects.first().cloned();
        let file = PlanFile::default();
        assert!(!file.updated(&plan, true).to_text().contains("redirect_url"));
        assert!(
            file.updated(&plan, false).to_text().contains("redirect_url"),
            "without a project nobody else gives it"
        );
        plan.app.redirect_url = plan.app.registered_redirects.last().cloned();
        assert!(file.updated(&plan, true).to_text().contains("https://shop.example/other"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let message = |text: &str| match PlanFile::parse(text).and_then(|file| file.apply(&mut Plan::default())) {
            Ok(()) => "no error".to_owned(),
            Err(error) => error.to_string(),
        };
        assert_eq!(message("{\n \"a\": ,}"), "it is not JSON, at line 2, column 7: expected value");
        assert!(message(r#"{"version": 9}"#).starts_with("version is 9"));
        assert!(
            message(r#"{"features": [{"feature": "a"}, {"feature": "b", "when": "now"}]}"#)
                .starts_with("features[1].when is \"now\"")
        );
        assert_eq!(message(r#"{"scopes": [{}]}"#), "scopes[0] has no scope");
        assert_eq!(message(r#"{"as_of": "soon"}"#), "as_of is \"soon\", not a date such as 2026-11-21");
        assert_eq!(message("[]"), "the document is not an object");
    }
}
