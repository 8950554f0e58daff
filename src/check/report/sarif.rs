//! The report as SARIF 2.1.0, which code-scanning services read.
//!
//! Owns how findings become results, rules, regions and fixes of that format. Columns count characters.

use std::collections::{BTreeMap, HashMap};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json as object};

use super::fingerprint::fingerprint;
use super::place::{Places, path_of, whole_message};
use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Edit, Span};
use crate::escape::sanitize_json;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The key of our fingerprints; the number grows when they are made otherwise.
const FINGERPRINT: &str = "hubscopeFinding/v1";
/// What stands in a path as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// One run with all findings; ends with a line end.
pub fn sarif(targets: &[Checked]) -> String {
    let rules = rules(targets);
    let indices: HashMap<&str, usize> = rules.keys().enumerate().map(|(i, id)| (*id, i)).collect();
    let mut seen = HashMap::new();
    let mut results = Vec::new();
    for checked in targets {
        let mut places = Places::of(checked);
        for finding in &checked.diagnostics {
            let mut result = result(checked, finding, &mut places);
            result.insert("ruleIndex".into(), indices.get(finding.rule.id).copied().unwrap_or_default().into());
            let print = distinct_fingerprint(checked, finding, &mut seen);
            result.insert("partialFingerprints".into(), object!({ FINGERPRINT: print }));
            results.push(Value::Object(result));
        }
    }
    let rules: Vec<Value> = rules.into_values().collect();
    let driver = object!({ "name": "hubscope", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = object!({ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results });
    let value = object!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    format!("{}\n", sanitize_json(&format!("{value:#}")))
}

/// The rules that fired, by id.
fn rules(targets: &[Checked]) -> BTreeMap<&'static str, Value> {
    let mut rules = BTreeMap::new();
    for finding in targets.iter().flat_map(|target| &target.diagnostics) {
        let rule = finding.rule;
        rules.entry(rule.id).or_insert_with(|| {
            object!({
                "id": rule.id,
                "shortDescription": { "text": rule.summary },
                "help": { "text": format!("{}\n{}\nSource: {}", rule.summary, rule.fix, rule.source) },
                "defaultConfiguration": { "level": rule.severity.as_str() },
            })
        });
    }
    rules
}

fn result(checked: &Checked, finding: &Diagnostic, places: &mut Places<'_>) -> Map<String, Value> {
    let mut result = Map::new();
    result.insert("ruleId".into(), finding.rule.id.into());
    result.insert("level".into(), finding.severity.as_str().into());
    result.insert("message".into(), object!({ "text": whole_message(finding) }));
    result.insert("locations".into(), object!([location(checked, finding, places)]));
    if let Some(fix) = fix(checked, finding, places) {
        result.insert("fixes".into(), object!([fix]));
    }
    let properties = object!({
        "subject": finding.subject,
        "whoFixes": finding.who_fixes,
        "confidence": finding.confidence,
        "source": finding.source,
    });
    result.insert("properties".into(), properties);
    result
}

fn location(checked: &Checked, finding: &Diagnostic, places: &mut Places<'_>) -> Value {
    // What is no file still has a name: a link is told by its parameter or scope.
    let mut location = object!({ "logicalLocations": [{ "name": finding.subject }] });
    let in_file = finding.span.as_ref().and_then(|span| Some((span, path_of(checked, &span.file)?)));
    if let Some((span, path)) = in_file {
        let region = region(span, places);
        location["physicalLocation"] = object!({ "artifactLocation": { "uri": uri(&path) }, "region": region });
    }
    location
}

fn region(span: &Span, places: &mut Places<'_>) -> Value {
    let mut region = object!({ "startLine": span.line, "startColumn": span.column });
    if let Some((line, column)) = places.end(span) {
        region["endLine"] = line.into();
        region["endColumn"] = column.into();
    }
    region
}

/// The edits as replacements of text; `None` where one of them is of another kind, for half a fix is none.
fn fix(checked: &Checked, finding: &Diagnostic, places: &mut Places<'_>) -> Option<Value> {
    let fix = finding.fix.as_ref().filter(|fix| !fix.edits.is_empty())?;
    let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        let Edit::Replace { file, start, end, with } = edit else { return None };
        let ((line, column), (end_line, end_column)) = (places.at(file, *start)?, places.at(file, *end)?);
        files.entry(uri(&path_of(checked, file)?)).or_default().push(object!({
            "deletedRegion":
                { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
            "insertedContent": { "text": with },
        }));
    }
    let change = |(uri, replacements)| object!({ "artifactLocation": { "uri": uri }, "replacements": replacements });
    let changes: Vec<Value> = files.into_iter().map(change).collect();
    let text = if fix.text.is_empty() { finding.message.as_str() } else { fix.text.as_str() };
    Some(object!({ "description": { "text": text }, "artifactChanges": changes }))
}

/// The same for the same finding in the next run; of findings that look alike, the second one is told from the first.
fn distinct_fingerprint(checked: &Checked, finding: &Diagnostic, seen: &mut HashMap<String, usize>) -> String {
    let path = finding.span.as_ref().and_then(|span| path_of(checked, &span.file)).unwrap_or_default();
    let print = fingerprint(&[finding.rule.id, &path, &finding.subject]);
    let count = seen.entry(print.clone()).and_modify(|count| *count += 1).or_insert(1);
    format!("{print}:{count}")
}

/// A path as a relative reference; one from the root of the system as a `file` URI.
fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, PATH);
    let has_drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/');
    if path.starts_with('/') {
        format!("file://{encoded}")
    } else if has_drive {
        format!("file:///{encoded}")
    } else {
        encoded.to_string()
    }
}
