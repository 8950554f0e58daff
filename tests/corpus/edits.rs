//! Real app files: an edit changes the lines it is about, and what the file then says is what was wanted.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where.

#![expect(clippy::expect_used, reason = "a test may stop where its input is not there")]

use std::fs;
use std::path::{Path, PathBuf};

use hubscope::edit::{Mark, apply, declare, diff};
use hubscope::plan::Declared;
use serde_json::Value;

const KEYS: [&str; 3] = ["requiredScopes", "conditionallyRequiredScopes", "optionalScopes"];

fn json_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            json_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn the_scopes_of_real_apps_change_and_nothing_else() {
    let root = PathBuf::from(std::env::var_os("HUBSCOPE_CORPUS").expect("HUBSCOPE_CORPUS names the collection"));
    let mut files = Vec::new();
    json_files(&root.join("app_configs"), &mut files);
    let mut edited = 0;
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let Ok(value) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else { continue };
        let Some(lists) = ["/config/auth", "/auth"].into_iter().find(|lists| value.pointer(lists).is_some()) else {
            continue;
        };
        let auth = &value.pointer(lists).expect("it was found");
        let [required, conditional, optional] = KEYS.map(|key| strings(&auth[key]));
        let same = Declared { required, conditional, optional };
        let name = path.display().to_string();
        let doubled = |names: &[String]| names.iter().enumerate().any(|(i, name)| names[..i].contains(name));
        if ![&same.required, &same.conditional, &same.optional].iter().any(|names| doubled(names)) {
            assert_eq!(declare("a", &text, lists, &same), [], "{name}");
        }

        let mut wanted = Declared { optional: vec!["example.new.scope".to_owned()], ..same.clone() };
        wanted.required.truncate(same.required.len().saturating_sub(1));
        let result = apply(&text, &declare("a", &text, lists, &wanted));
        assert_eq!(result.skipped, [], "{name}");
        let after: Value = serde_json::from_str(result.text.trim_start_matches('\u{feff}')).expect("JSON");
        let mut expected = value.clone();
        for (key, names) in KEYS.iter().zip([&wanted.required, &wanted.conditional, &wanted.optional]) {
            let mut names = names.clone();
            let mut seen = std::collections::HashSet::new();
            names.retain(|name| seen.insert(name.clone()));
            let list = &after.pointer(lists).expect("it stays")[key];
            assert_eq!(strings(list), names, "{name}");
            if !list.is_null() {
                expected.pointer_mut(lists).expect("it was found")[key] = list.clone();
            }
        }
        assert_eq!(after, expected, "{name}");
        let change = diff("a", &text, &result.text);
        let changed = change.lines.iter().filter(|line| matches!(line.mark, Mark::Added | Mark::Removed)).count();
        // Each list: its opening, its last item and the one before, and what goes or comes.
        assert!(changed <= 12 + same.optional.len(), "{name}:\n{change}");
        println!("{name}\n{change}");
        edited += 1;
    }
    println!("{edited} files");
    assert!(edited >= 40);
}
