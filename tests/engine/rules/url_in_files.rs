//! Links inside of files: where their findings point, and what is not said of a link that code puts together.

use crate::rules::stage::{fires, source};

const ID: &str = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";

#[test]
fn a_finding_points_into_the_file() {
    let text =
        format!("# comment é\nHUBSPOT_URL=https://app.hubspot.com/oauth/authorize?client_id={ID}&scope=oauth,forms\n");
    let findings = source(&text);
    let comma = findings.iter().find(|finding| finding.rule.id == "url/wrong-separator").unwrap();
    let span = comma.span.as_ref().unwrap();
    assert_eq!((&text[span.start..span.end], span.line, span.column, span.file.as_str()), (",", 2, 111, "a.txt"));
    assert!(fires(&findings, "url/missing-redirect-uri"));
}

#[test]
fn a_base_is_never_said_to_lack_parameters() {
    for text in [
        "const AUTHORIZE = \"https://app.hubspot.com/oauth/authorize\";",
        "url = \"https://app.hubspot.com/oauth/authorize\" + \"?client_id=\" + id",
        "$u = 'https://app.hubspot.com/oauth/authorize?client_id=' . $id . '&scope=oauth';",
        "redirect(`https://app.hubspot.com/oauth/authorize?${query}`)",
        "AUTH_URL=https://app-eu1.hubspot.com/oauth/123/authorize",
    ] {
        let findings = source(text);
        assert!(findings.iter().all(|finding| !finding.is_error()), "{text}: {findings:?}");
        assert!(fires(&findings, "url/template"), "{text}");
    }
}

#[test]
fn an_escape_that_its_surroundings_need_is_right() {
    let link = format!("https://app.hubspot.com/oauth/authorize?client_id={ID}&amp;scope=oauth");
    assert!(!fires(&source(&format!("<a href=\"{link}\">Install</a>")), "url/malformed-encoding"));
    assert!(fires(&source(&format!("INSTALL_URL={link}")), "url/malformed-encoding"));
    let json = format!("{{\"url\": \"{}\"}}", link.replace("&amp;", "\\u0026"));
    assert!(!fires(&source(&json), "url/malformed-encoding"));
}
