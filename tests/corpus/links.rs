//! Real links: what people wrote is read as they meant it.
//!
//! The collection lies outside of the repository; `HUBSCOPE_CORPUS` says where. Its tags were set by hand.

#![expect(clippy::expect_used, reason = "a test may stop where its input is not there")]

use std::fs;
use std::path::PathBuf;

use hubscope::catalog::Catalog;
use hubscope::check::{LinkOptions, check_link, check_links, repair_link};
use hubscope::link::{Kind, Known, ParsedLink, parse};
use serde_json::Value;

struct Real {
    id: String,
    url: String,
    resolved: Option<String>,
    kind: String,
    tags: Vec<String>,
}

impl Real {
    fn is(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own == tag)
    }
}

fn links() -> Vec<Real> {
    let folder = PathBuf::from(std::env::var_os("HUBSCOPE_CORPUS").expect("HUBSCOPE_CORPUS names the collection"));
    let text = fs::read_to_string(folder.join("install_urls.jsonl")).expect("the links");
    let real = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("JSON");
        let field = |key: &str| value[key].as_str().map(str::to_owned);
        let tags = value["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        Real {
            id: field("id").expect("an id"),
            url: field("url").expect("a url"),
            resolved: field("resolved"),
            kind: field("kind").expect("a kind"),
            tags: tags.collect(),
        }
    };
    text.lines().map(real).collect()
}

fn has(link: &ParsedLink<'_>, known: Known) -> bool {
    link.first(known).is_some_and(|parameter| !link.is_blank(parameter))
}

/// A base of a link: nobody says what its parameters are.
fn is_base(real: &Real, link: &ParsedLink<'_>) -> bool {
    real.kind == "hubspot" && link.parameters.is_empty() && !real.is("fragment")
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_real_link_is_read_as_its_tags_say() {
    let mut seen = 0;
    for real in links() {
        let link = parse(&real.url);
        let id = &real.id;
        seen += 1;
        match (real.kind.as_str(), real.is("mcp")) {
            ("negative", _) => assert!(matches!(link.place.kind, Kind::Other(_)), "{id}"),
            (_, true) => assert_eq!(link.place.kind, Kind::Mcp, "{id}"),
            _ => assert_eq!(link.place.kind, Kind::Oauth, "{id}"),
        }
        if real.kind == "negative" || real.is("mcp") || is_base(&real, &link) {
            continue;
        }
        // A base in a constant, of which the tags tell what it is known to hold, has no host of its own.
        if link.place.scheme.is_some() {
            let region = real.tags.iter().find_map(|tag| tag.strip_prefix("region:")).unwrap_or("na1");
            assert_eq!(link.place.hublet.as_deref(), Some(region), "{id}");
        }
        assert_eq!(link.place.account.is_some(), real.is("account-path"), "{id}");
        // The tags call a word such as CLIENT_ID literal.
        assert!(!real.is("template") || link.is_template(), "{id}");
        for (known, tag) in
            [(Known::ClientId, "no-client_id"), (Known::RedirectUri, "no-redirect_uri"), (Known::Scope, "no-scope")]
        {
            if !real.is("fragment") {
                assert_eq!(has(&link, known), !real.is(tag), "{id} {tag}");
            }
        }
        for (known, tag) in [
            (Known::OptionalScope, "optional_scope"),
            (Known::State, "state"),
            (Known::ResponseType, "response_type"),
            (Known::CodeChallenge, "pkce"),
        ] {
            assert_eq!(has(&link, known), real.is(tag), "{id} {tag}");
        }
        assert_eq!(link.fragment.is_some(), real.is("fragment"), "{id}");
        assert_eq!(real.url.contains("&amp;"), real.is("html-escaped"), "{id}");
        let lists = || [Known::Scope, Known::OptionalScope].into_iter().flat_map(|known| link.all(known));
        let between = || lists().flat_map(|list| list.names.iter().skip(1)).map(|name| &name.before);
        assert_eq!(between().any(|between| between.plus), real.is("sep:+"), "{id}");
        assert_eq!(between().any(|between| between.raw_space), real.is("sep:raw-space"), "{id}");
        let encoded = between().any(|between| link.slice(&between.range) == "%20");
        assert_eq!(encoded, real.is("sep:%20"), "{id}");
        let named = |name: &str| lists().flat_map(|list| &list.names).any(|own| own.name == name);
        assert!(!real.is("no-oauth-scope") || !named("oauth"), "{id}");
    }
    assert_eq!(seen, 111);
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn what_is_found_in_real_links_holds() {
    let catalog = Catalog::embedded();
    let options = LinkOptions::default();
    for real in links() {
        let texts = [Some(&real.url), real.resolved.as_ref()];
        for text in texts.into_iter().flatten() {
            let report = check_link(catalog, text, &options);
            println!("{} {text}", real.id);
            for finding in &report.diagnostics {
                println!(
                    "    {} {}: {} {}",
                    finding.severity.as_str(),
                    finding.rule.id,
                    finding.subject,
                    finding.message
                );
                let span = finding.span.as_ref().expect("a place");
                assert!(text.get(span.start..span.end).is_some(), "{} {span:?}", real.id);
            }
            let fires = |rule: &str| report.diagnostics.iter().any(|finding| finding.rule.id == rule);
            assert_eq!(fires("url/not-install-url"), real.kind == "negative", "{}", real.id);
            let repaired = repair_link(catalog, text, &options);
            if repaired.text != *text {
                println!("    => {}", repaired.text);
            }
            assert!(!repaired.unfinished);
            let again = check_link(catalog, &repaired.text, &options);
            let left = again.diagnostics.iter().filter_map(|finding| finding.fix.as_ref());
            assert_eq!(left.map(|fix| fix.edits.len()).sum::<usize>(), 0, "{}", real.id);
        }
    }
}

#[test]
#[ignore = "needs HUBSCOPE_CORPUS"]
fn every_whole_link_is_found_in_code_around_it() {
    let options = LinkOptions { file: "a.js", ..LinkOptions::default() };
    let catalog = Catalog::embedded();
    for real in links() {
        let link = parse(&real.url);
        let cut = real.url.matches("${").count() > real.url.matches('}').count() || real.url.contains('`');
        if real.kind == "negative" || link.place.scheme.is_none() || cut || real.url.contains("\\'") {
            continue;
        }
        let body = &real.url[link.body.clone()];
        for (before, after) in [("const u = `", "`;"), ("[x](", ") y"), ("- ", "\n")] {
            if before != "const u = `" && body.contains([' ', '\'']) {
                continue;
            }
            let text = format!("{before}{body}{after}");
            let found = check_links(catalog, &text, &options);
            let bodies: Vec<&str> = found.iter().map(|report| &text[report.range.clone()]).collect();
            assert_eq!(bodies, [body], "{} {before}", real.id);
        }
    }
}
