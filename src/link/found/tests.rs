//! Links in the surroundings that they are found in.

use super::*;

const LINK: &str = "https://app.hubspot.com/oauth/authorize?client_id=a&scope=oauth";

fn found(text: &str) -> Vec<(&str, bool)> {
    find_links(text).into_iter().map(|link| (&text[link.range], link.continued)).collect()
}

#[test]
fn a_link_ends_where_its_surroundings_say() {
    for (before, after) in [
        ("", ""),
        ("URL=", "\nNEXT=1"),
        ("export URL=\"", "\""),
        ("const u = `", "`;"),
        ("{\"u\": \"", "\"}"),
        ("\"{\\\"u\\\": \\\"", "\\\"}\""),
        ("[Install](", ") the app."),
        ("See <", ">."),
        ("Open ", ", please."),
        ("Open ", "."),
        ("(see ", ")"),
        ("<a href=\"", "\">Install</a>"),
        ("<a href='", "'>Install</a>"),
        ("// ", "\n"),
        ("/* ", " */"),
        ("`", "` is it"),
        ("| ", " | x |"),
        ("<td>", "</td>"),
        ("URL=", " # the link"),
    ] {
        assert_eq!(found(&format!("{before}{LINK}{after}")), [(LINK, false)], "{before}…{after}");
    }
}

#[test]
fn placeholders_do_not_end_a_link() {
    for value in [
        "${encodeURIComponent(s.join(\" \"))}",
        "{e[\"ID\"]}",
        "<YOUR_CLIENT_ID>",
        "<?php echo f('a b') ?>",
        "{{ id }}",
        "%s",
    ] {
        let link = format!("https://app.hubspot.com/oauth/authorize?client_id={value}&scope=oauth");
        assert_eq!(found(&format!("x = \"{link}\";")), [(link.as_str(), false)], "{value}");
        assert_eq!(found(&format!("See {link} there")), [(link.as_str(), false)], "{value}");
    }
}

#[test]
fn raw_spaces_belong_to_a_quoted_link_and_to_an_assigned_one() {
    let link = format!("{LINK} forms");
    assert_eq!(found(&format!("u = '{link}'")), [(link.as_str(), false)]);
    assert_eq!(found(&format!("URL={link}\n")), [(link.as_str(), false)]);
    assert_eq!(found(&format!("See {link}")), [(LINK, false)]);
}

#[test]
fn a_base_is_one_that_goes_on() {
    let base = "https://app.hubspot.com/oauth/authorize";
    for text in
        [format!("\"{base}\""), format!("\"{base}\" + \"?client_id=\" + id"), format!("'{base}?client_id=' . $id")]
    {
        assert!(found(&text)[0].1, "{text}");
    }
}

#[test]
fn what_only_speaks_of_oauth_is_no_link() {
    for text in [
        "https://developers.hubspot.com/docs/oauth/authorize-quickstart",
        "https://api.hubapi.com/oauth/v1/token",
        "https://hubspot.shop.example/oauth/authorize?client_id=1",
        "https://github.com/HubSpot/hubspot-php/oauth/authorize",
        "https://app.hubspot.com/contacts/123",
        "hubspot hubspot hubspot",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn what_was_meant_to_be_one_is_found() {
    for text in [
        "https://app.hubspot.com/oauth2/authorize?client_id=1",
        "https://app.hubspot.com.evil.example/oauth/authorize?client_id=1",
        "https://app.hubspot.com@evil.example/oauth/authorize",
        "https://app.hubspot.com/static-token/1/authorize?appId=2",
        "https://mcp.hubspot.com/oauth/authorize/user",
        "http://app-eu1.hubspot.com/oauth/authorize?client_id=1",
        "https://app${region}.hubspot.com/oauth/authorize?client_id=1",
    ] {
        assert_eq!(found(text).len(), 1, "{text}");
        assert_eq!(found(text)[0].0, text);
    }
}

#[test]
fn two_links_in_one_line_are_two() {
    assert_eq!(found(&format!("[a]({LINK}) or [b]({LINK})")), [(LINK, false), (LINK, false)]);
}

#[test]
fn megabytes_are_read_to_their_end() {
    // Ten of them in an optimised build, which reads them ten times as fast.
    const BYTES: usize = if cfg!(debug_assertions) { 300_000 } else { 10_000_000 };
    for part in
        ["hubspot", "https://hubspot", "https://app.hubspot.com/oauth/authorize?${", "x\n", "https://app.hubspot.com/"]
    {
        let _ = find_links(&part.repeat(BYTES / part.len()));
    }
}
