//! The serverless functions of the older formats.
//!
//! Owns which `serverless.json` is an app's. The functions need no scope themselves; their calls do.

use crate::project::place::ProjectFeature;
use crate::project::sheet::Sheet;

/// Whether the file `name` lies in a folder of functions, whose name ends in `.functions`.
pub(in crate::project) fn is_of_app(name: &str) -> bool {
    name.rsplit('/').nth(1).is_some_and(|folder| folder.ends_with(".functions"))
}

/// The choice that the functions in the file of `sheet` stand for.
pub(in crate::project) fn read(sheet: &mut Sheet<'_>) -> Option<ProjectFeature> {
    let root = sheet.root()?;
    if root.get("appFunctions").is_none() {
        sheet.missing(&root, "appFunctions");
    }
    let functions = sheet.fields_at(&root, "appFunctions")?;
    functions.members().next()?;
    Some(sheet.feature(sheet.selection("app_functions", None), functions.node, &functions.at))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::rule;
    use crate::project::testing::{older, rules, specs};

    #[test]
    fn the_functions_of_an_app_are_its_feature() {
        let app = ("src/app/app.json", r#"{"scopes": []}"#);
        let text = r#"{"appFunctions": {"one": {"file": "one.js", "secrets": []}}}"#;
        let project = older(&[app, ("src/app/app.functions/serverless.json", text)]);
        assert_eq!(specs(&project), ["app_functions"]);
        let project = older(&[app, ("src/app/app.functions/serverless.json", r#"{"endpoints": {}}"#)]);
        assert_eq!(rules(&project)[1], (rule::CONFIG_MISSING_FIELD, "appFunctions"));
    }

    #[test]
    fn functions_elsewhere_are_named_and_not_read() {
        let app = ("src/app/app.json", r#"{"scopes": []}"#);
        let project = older(&[app, ("src/app/functions/serverless.json", "{}")]);
        assert_eq!(rules(&project)[1], (rule::CONFIG_NOT_READ, "src/app/functions/serverless.json"));
    }
}
