//! `hubscope check --fix`: edits are shown, and with `--write` made, and nothing else changes.

use std::fs;

use super::check::{APP, CARD, SETTINGS, link, project};
use super::run::{Run, assert_says, hubscope};

const FILE: &str = "src/app/app-hsmeta.json";

/// A project whose card needs a scope that its app has not.
fn lacking(line: &str) -> Run {
    project(line).file(FILE, APP.replace(", \"crm.objects.contacts.read\"", ""))
}

fn text(run: &Run, file: &str) -> String {
    fs::read_to_string(run.folder().join(file)).unwrap()
}

#[test]
fn a_fix_is_shown_and_nothing_is_written() {
    let run = lacking("--fix .");
    let before = text(&run, FILE);
    let done = run.run().exits(1);
    assert_says(
        &done.err,
        &["+++ src/app/app-hsmeta.json", "+      \"requiredScopes\": [\"oauth\", \"crm.objects.contacts.read\"],"],
    );
    assert_says(&done.err, &["nothing is written yet; --write does it"]);
    assert_says(&done.out, &["feature/scope-missing"]);
    assert_eq!(text(&run, FILE), before);
}

#[test]
fn a_written_fix_leaves_a_project_that_passes() {
    let run = lacking("--fix --write .");
    assert_says(&run.run().exits(0).err, &["hubscope: wrote ", "app-hsmeta.json", "after that, nothing is wrong"]);
    assert_eq!(text(&run, FILE), APP);
    let again = run.run().exits(0);
    assert_says(&again.err, &["nothing that a program could mend"]);
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let broken = format!("\u{feff}{}", APP.replace(", \"crm.objects.contacts.read\"", "").replace('\n', "\r\n"));
    let run = project("--fix --write .").file(FILE, broken);
    run.run().exits(0);
    assert_eq!(text(&run, FILE), format!("\u{feff}{}", APP.replace('\n', "\r\n")));
}

#[test]
fn the_links_of_a_file_are_mended_where_they_stand() {
    let before = format!("# mine\r\nA={}\r\nB=\"{}\"\r\n", link("oauth,forms"), link("oauth oauth"));
    for place in ["links.env", "conf/links.env"] {
        let run = hubscope("check --fix --write").arg(place).file(place, &before);
        run.run().exits(0);
        assert_eq!(text(&run, place), format!("# mine\r\nA={}\r\nB=\"{}\"\r\n", link("oauth forms"), link("oauth")));
    }
}

#[test]
fn a_link_by_itself_is_shown_mended_and_stands_in_no_file() {
    for line in ["check --fix", "check --fix --write"] {
        let done = hubscope(line).arg(&link("oauth,forms")).run().exits(1);
        assert_says(&done.err, &[&format!("+{}", link("oauth forms")), "did not come from a file"]);
        let done = hubscope(&format!("{line} -")).stdin(&link("oauth,forms")).run().exits(1);
        assert_says(&done.err, &[&format!("+{}", link("oauth forms")), "did not come from a file"]);
    }
}

#[test]
fn a_mismatch_is_mended_in_the_settings_where_that_is_asked_for() {
    let run = project("--fix=settings --write --project .")
        .arg(&link("oauth crm.objects.contacts.read forms crm.lists.read"));
    run.run().exits(0);
    let now = text(&run, FILE);
    assert_says(&now, &["[\"automation\", \"forms\", \"crm.lists.read\"]", "\"optionalScopes\": []"]);
    run.run().exits(0);
    let shown = project("--fix=settings --project .").arg(&link("oauth crm.objects.contacts.read forms"));
    assert_says(&shown.run().exits(1).err, &["+++ src/app/app-hsmeta.json", "--write does it"]);
    assert_eq!(text(&shown, FILE), APP);
}

#[test]
fn reasons_are_written_into_the_plan_file_and_its_other_bytes_stay() {
    let plan = "{\r\n\t\"team\": \"growth\",\r\n\t\"reasons\": {\"automation\": \"flows\", \"forms\": \"the form\"},\r\n\t\"version\": 1\r\n}";
    let run = project("--locked --fix --write .").file("hubscope.json", plan);
    run.run().exits(0);
    let reason = "\"crm.objects.contacts.read\": \"cards.app:contacts (src/app/cards/card-hsmeta.json)\"";
    let expected = plan.replace("\"the form\"}", &format!("\"the form\", {reason}}}"));
    assert_eq!(text(&run, "hubscope.json"), expected);
    run.run().exits(0);
}

#[test]
fn reasons_are_made_where_a_plan_file_has_none_or_there_is_none() {
    let run = project("--locked --fix --write .").file("hubscope.json", "{\n  \"team\": \"growth\"\n}\n");
    assert_says(&run.run().exits(1).err, &["after that, 2 errors remain for a person to mend"]);
    let now = text(&run, "hubscope.json");
    assert!(now.starts_with("{\n  \"team\": \"growth\",\n  \"reasons\": {"), "{now}");
    let run = project("--locked --fix --write .");
    run.run().exits(1);
    assert_says(
        &text(&run, "hubscope.json"),
        &["\"version\": 1", "\"crm.objects.contacts.read\": \"cards.app:contacts"],
    );
}

#[test]
fn writing_needs_a_fix() {
    assert_says(&project("--write .").trouble(), &["--fix"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_read_only_or_lies_outside_is_left_alone() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let run = lacking("--fix --write .");
    let path = run.folder().join(FILE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = text(&run, FILE);
    assert_says(&run.run().exits(2).err, &["was not written: it is read-only"]);
    assert_eq!(text(&run, FILE), before);

    let run = hubscope("check --fix --write shop")
        .file("shop/hsproject.json", SETTINGS)
        .file("shop/src/app/cards/card-hsmeta.json", CARD)
        .file("outside.json", &before);
    symlink("../../../outside.json", run.folder().join("shop/src/app/app-hsmeta.json")).unwrap();
    let done = run.run();
    assert_says(&done.out, &["symbolic link that leads out"]);
    assert_eq!(text(&run, "outside.json"), before);
}

#[test]
fn a_rule_that_is_allowed_is_neither_told_nor_mended() {
    let link = "https://app.hubspot.com/oauth/authorize?client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b\
                &redirect_uri=https%3A%2F%2Fshop.example%2Fcb&scope=crm.lists.read,forms&state=s";
    let arguments = "check .env --fix --write --allow url/missing-oauth --allow account/*";
    let run = hubscope(arguments).file(".env", format!("URL={link}\n"));
    run.run();
    assert_eq!(text(&run, ".env"), format!("URL={}\n", link.replace(',', "%20")), "oauth is not added");
}
