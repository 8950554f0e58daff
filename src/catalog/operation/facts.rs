//! `endpoints.json` as a text: how the rows are written.

use crate::catalog::rows::EndpointsFile;

/// The place of the version in a stored path.
pub(in crate::catalog) const VERSION: &str = "*";

impl EndpointsFile<'_> {
    /// The file's text: one line a requirement and an operation, so that it diffs well.
    pub(in crate::catalog) fn to_text(&self) -> serde_json::Result<String> {
        let lines = |rows: Vec<String>| rows.join(",\n");
        let tiers = self
            .tiers
            .iter()
            .map(|(api, tier)| Ok(format!("{}: {}", serde_json::to_string(api)?, serde_json::to_string(tier)?)));
        let tiers: Vec<String> = tiers.collect::<serde_json::Result<_>>()?;
        let requirements: Vec<String> =
            self.requirements.iter().map(serde_json::to_string).collect::<serde_json::Result<_>>()?;
        let operations: Vec<String> =
            self.operations.iter().map(serde_json::to_string).collect::<serde_json::Result<_>>()?;
        Ok(format!(
            "{{\"as_of\": {}, \"source\": {},\n\"tiers\": {{\n{}\n}},\n\"requirements\": [\n{}\n],\n\"operations\": [\n{}\n]}}\n",
            serde_json::to_string(self.as_of)?,
            serde_json::to_string(self.source)?,
            lines(tiers),
            lines(requirements),
            lines(operations)
        ))
    }
}
