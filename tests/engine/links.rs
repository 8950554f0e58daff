//! What holds for the check of every link and of every text with links in it, however strange.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use hubscope::catalog::Catalog;
use hubscope::check::{LinkOptions, LinkReport, check_link, check_links, repair_link};
use hubscope::link::{find_links, parse, parse_continued};
use proptest::prelude::*;

const ID: &str = "3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b";

fn check(text: &str) -> LinkReport {
    check_link(Catalog::embedded(), text, &LinkOptions::default())
}

/// Every edit and every place lies in the text, between characters.
fn assert_sound(text: &str, report: &LinkReport) -> Result<(), TestCaseError> {
    for finding in &report.diagnostics {
        let span = finding.span.as_ref().unwrap();
        prop_assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            let hubscope::diagnostic::Edit::Replace { start, end, .. } = edit else { panic!("a link is text") };
            prop_assert!(text.get(*start..*end).is_some(), "{finding:?}");
        }
    }
    for name in &report.names {
        prop_assert!(text.get(name.span.start..name.span.end).is_some() && text.get(name.removal.clone()).is_some());
    }
    Ok(())
}

/// Pieces of links, right ones and wrong ones, in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "https://",
        "http://",
        "app.hubspot.com",
        "app-eu1.hubspot.com",
        "hubspot.com.evil.example",
        "@",
        "/oauth",
        "/",
        "authorize",
        "static-token",
        "123",
        "?",
        "&",
        "&amp;",
        "&#38;",
        "\\u0026",
        ";",
        "#",
        "=",
        "client_id",
        "client_id=",
        "redirect_uri=",
        "redirect_url=",
        "scope=",
        "scopes=",
        "optional_scope=",
        "state=",
        "appId=",
        ID,
        "http://127.0.0.1/cb",
        "https://shop.example/cb",
        "https%3A%2F%2Fshop.example",
        "https%253A%252F%252F",
        "oauth",
        "crm.lists.read",
        "forms",
        "%20",
        "+",
        " ",
        ",",
        "%2C",
        "%2520",
        "%2B",
        "|",
        "\n",
        "\t",
        "%",
        "%2",
        "%zz",
        "%C3%A9",
        "é",
        "\u{200b}",
        "\"",
        "'",
        "`",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "{",
        "}",
        "${",
        "${a.join(\" \")}",
        "{{x}}",
        "{}",
        "{0}",
        "#{a}",
        "%s",
        "<your-id>",
        "<?php",
        "?>",
        ":name",
        "$NAME",
        "$",
        "...",
        "…",
        "CLIENT_ID",
        "xxxxxxxx",
        "\\",
        ".",
    ];
    prop::collection::vec(prop_oneof![12 => prop::sample::select(pieces), 1 => Just("\u{feff}")], 0..24)
        .prop_map(|pieces| pieces.concat())
}

/// Links that a person might write: a right one with a few slips.
fn slipped() -> impl Strategy<Value = String> {
    let separator = prop::sample::select(vec!["&", "&amp;", "&#38;", "&", "\n&", ";", "#", "&&"]);
    let space = prop::sample::select(vec!["%20", "+", " ", ",", ", ", "%2C", "|", "\n", "%2520", "%0A"]);
    let scope =
        prop::sample::select(vec!["oauth", "forms", "crm.lists.read", "tickets", "\"forms\"", "${MORE}", "SCOPES"]);
    let list = (prop::collection::vec(scope, 0..5), space).prop_map(|(names, space)| names.join(space));
    let name = |names: &[&'static str]| prop::sample::select(names.to_vec());
    let id = name(&[ID, "", "123", "{ID}", "CLIENT_ID", "\"x\""]);
    let url = name(&[
        "https%3A%2F%2Fshop.example%2Fcb",
        "https://shop.example/cb?a=b",
        "/cb",
        "",
        "${URL}",
        "http://1.2.3.4",
        "https%253A%252F%252Fa",
    ]);
    let parameter = prop_oneof![
        (name(&["client_id", "clientId"]), id).prop_map(|(name, id)| format!("{name}={id}")),
        (name(&["redirect_uri", "redirect_url"]), url).prop_map(|(name, url)| format!("{name}={url}")),
        (name(&["scope", "scopes", "optional_scope", "optionalScope"]), list)
            .prop_map(|(name, list)| format!("{name}={list}")),
        name(&["state=a b", "state={\"a\":1}", "state=%zz", "state=é", "x=1", "forms", "${params}"])
            .prop_map(str::to_owned),
    ];
    let place = name(&[
        "https://app.hubspot.com/oauth/authorize",
        "http://app-eu1.hubspot.com/oauth/123/authorize",
        "app.hubspot.com/oauth/authorize",
        "https://app.hubspot.com/oauth2/authorise",
        "https://app.hubspot.com:99/oauth/authorize",
        "/oauth/authorize",
        "{BASE}",
    ]);
    let around = name(&["", "\"", "<", "(", "URL="]);
    let first = name(&["?", "&", "#", "?&"]);
    (around, place, first, prop::collection::vec((parameter, separator), 0..7)).prop_map(
        |(around, place, first, rest)| {
            let parameters: String = rest.into_iter().map(|(parameter, separator)| parameter + separator).collect();
            let parameters = parameters.trim_end_matches(['&', '\n', ';', '#']);
            let close = if around == "<" { ">" } else { around };
            format!("{around}{place}{first}{parameters}{close}")
        },
    )
}

fn rules_with_edits(report: &LinkReport) -> BTreeSet<&'static str> {
    let edited =
        report.diagnostics.iter().filter(|finding| finding.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty()));
    edited.map(|finding| finding.rule.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_is_too_strange_to_be_checked(text in prop_oneof![soup(), any::<String>(), slipped()]) {
        assert_sound(&text, &check(&text))?;
        let _ = repair_link(Catalog::embedded(), &text, &LinkOptions::default());
        let options = LinkOptions { file: "a.txt", ..LinkOptions::default() };
        for report in check_links(Catalog::embedded(), &text, &options) {
            assert_sound(&text, &report)?;
            prop_assert!(text.get(report.range).is_some());
        }
    }

    #[test]
    fn the_parts_of_a_link_follow_each_other_without_a_gap(text in prop_oneof![soup(), slipped()]) {
        for link in [parse(&text), parse_continued(&text)] {
            prop_assert!(text.get(link.body.clone()).is_some());
            let mut at = link.place.path.end;
            for parameter in &link.parameters {
                prop_assert_eq!(parameter.separator_range.start, at);
                prop_assert_eq!(parameter.separator_range.end, parameter.name.start);
                if let Some(value) = &parameter.value {
                    prop_assert_eq!(&text[parameter.name.end..value.start], "=");
                }
                at = parameter.end();
                for name in &parameter.names {
                    prop_assert!(text.get(name.range.clone()).is_some() && text.get(name.before.range.clone()).is_some());
                }
            }
            prop_assert_eq!(link.fragment.map_or(at, |fragment| fragment.end).max(at), link.body.end.max(link.place.path.end));
        }
    }

    #[test]
    fn a_repaired_link_has_nothing_left_to_mend(text in prop_oneof![slipped(), soup()]) {
        let repaired = repair_link(Catalog::embedded(), &text, &LinkOptions::default());
        prop_assert!(!repaired.unfinished, "{} => {}", text, repaired.text);
        let left = rules_with_edits(&check(&repaired.text));
        prop_assert!(left.is_empty(), "{} => {}: {:?}", text, repaired.text, left);
        if repaired.rules.is_empty() {
            prop_assert_eq!(repaired.text, text);
        }
    }

    #[test]
    fn a_repair_leaves_placeholders_as_they_are(
        place in prop::sample::select(vec!["client_id", "redirect_uri", "state"]),
        hole in prop::sample::select(vec!["${encodeURIComponent(a.join(\" \"))}", "{{ID}}", "{id}", "#{x}", "%s", "<your id>", "<?php echo 'a b' ?>"]),
        rest in "(&amp;scope=forms,oauth|&scopes=oauth oauth|#scope=a%2520b)"
    ) {
        let text = format!("https://app.hubspot.com/oauth/authorize?{place}={hole}{rest}");
        let repaired = repair_link(Catalog::embedded(), &text, &LinkOptions::default());
        let wanted = format!("{place}={hole}&");
        prop_assert!(repaired.text.contains(&wanted), "{}", repaired.text);
    }

    #[test]
    fn links_are_found_in_order_and_apart(parts in prop::collection::vec(prop_oneof![soup(), slipped(), Just("\n".to_owned())], 0..6)) {
        let text = parts.concat();
        let mut free = 0;
        for link in find_links(&text) {
            prop_assert!(link.range.start >= free && text.get(link.range.clone()).is_some());
            free = link.range.end;
        }
    }
}

#[test]
fn long_links_are_checked_to_their_end() {
    assert_checked_to_the_end(5_000);
}

#[test]
#[ignore = "takes half a minute without optimization: .ci/long runs it"]
fn links_of_ten_megabytes_are_checked_to_their_end() {
    assert_checked_to_the_end(100_000);
}

/// Links with that many names, and others that are a hundred times as long in bytes at most.
fn assert_checked_to_the_end(count: usize) {
    let names: Vec<String> = (0..count).map(|i| format!("crm.objects.o{}.read", i % (count / 5 * 3))).collect();
    let list =
        |sign: &str| format!("https://app.hubspot.com/oauth/authorize?client_id={ID}&scope={}", names.join(sign));
    let report = check(&list("%20"));
    assert_eq!((report.names.len(), report.parsed.scope.len()), (count, count));
    let doubled = report.diagnostics.iter().filter(|finding| finding.rule.id == "url/duplicate-scope").count();
    assert_eq!(doubled, count / 5 * 2);
    assert!(!repair_link(Catalog::embedded(), &list(","), &LinkOptions::default()).unfinished);
    for part in [
        "&a=b",
        "&amp;scope=a",
        "%2520",
        "\"",
        "(",
        ")",
        "${",
        "}",
        "&x",
        "#",
        "?",
        "%",
        " ",
        "\n",
        "é",
        "<",
        "{{",
        ";state=",
    ] {
        let text = format!(
            "https://app.hubspot.com/oauth/authorize?client_id=1&scope=a{}",
            part.repeat(10 * count / part.len())
        );
        let _ = check(&text);
    }
    let text = format!("https://app.hubspot.com/oauth/authorize?state={}", "x".repeat(100 * count));
    assert!(check(&text).parsed.state.is_some());
}
