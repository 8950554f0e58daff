//! What a pasted text is: an install URL, a file or answer that is no error, the body of a 403, a list of scopes, a sentence of
//! HubSpot's.

use super::body::{Body, read_body};
use super::document::{Document, document};
use super::sentence;
use super::text::Text;
use crate::catalog::{Catalog, Matter, Message, name_from_text};
use crate::link::{self, InstallUrl};

/// What a text turned out to be.
#[derive(Debug, Clone)]
pub enum Recognised<'a> {
    /// An install URL.
    Link(Box<InstallUrl>),
    /// A file or an answer that is no error.
    Document(Document),
    /// The body of a refusal for the lack of scopes.
    Body(Body),
    /// Names of scopes and nothing else.
    Scopes(Vec<String>),
    /// A sentence of HubSpot's.
    Sentence(&'a Message),
}

/// What `text` is; `None` where it is none of these.
pub fn recognise<'a>(catalog: &'a Catalog, text: &str) -> Option<Recognised<'a>> {
    let text = text.trim();
    if let Some(link) = link::read(text) {
        return Some(Recognised::Link(Box::new(link)));
    }
    if let Some(names) = scopes(catalog, text) {
        return Some(Recognised::Scopes(names));
    }
    of_text(catalog, &Text::read(text))
}

/// What an unwrapped text is.
pub(super) fn of_text<'a>(catalog: &'a Catalog, text: &Text) -> Option<Recognised<'a>> {
    if let Some(found) = document(text) {
        return Some(Recognised::Document(found));
    }
    let said = sentence::find(catalog, &text.plain);
    match read_body(text) {
        // A sentence that does not say what a scope would mend is not about scopes, whatever stands around it.
        Some(body) if said.is_none_or(|message| message.matter == Some(Matter::Scope)) => Some(Recognised::Body(body)),
        _ => said.map(Recognised::Sentence),
    }
}

/// The names, where there is nothing but names and most are known.
fn scopes(catalog: &Catalog, text: &str) -> Option<Vec<String>> {
    const AROUND: [char; 6] = ['"', '\'', '[', ']', '`', '-'];
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '+'));
    let words = words.flat_map(|word| word.split("%20")).map(|word| word.trim_matches(AROUND));
    let mut names = Vec::new();
    let mut known = 0_usize;
    for word in words.filter(|word| !word.is_empty()) {
        names.push(name_from_text(word)?.to_owned());
        known += usize::from(catalog.scope_id(word).is_some());
    }
    (known > 0 && 2 * known >= names.len()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_told_apart() {
        let catalog = Catalog::embedded();
        let kind = |text: &str| match recognise(catalog, text) {
            Some(Recognised::Link(_)) => "link",
            Some(Recognised::Document(_)) => "document",
            Some(Recognised::Body(_)) => "body",
            Some(Recognised::Scopes(_)) => "scopes",
            Some(Recognised::Sentence(_)) => "sentence",
            None => "nothing",
        };
        assert_eq!(kind("https://app.hubspot.com/oauth/authorize?client_id=x&scope=oauth"), "link");
        assert_eq!(kind(r#"{"category":"MISSING_SCOPES"}"#), "body");
        assert_eq!(kind(r#"{"type":"app","uid":"a","config":{"auth":{"requiredScopes":["oauth"]}}}"#), "document");
        assert_eq!(kind("[\"oauth\", \"crm.lists.read\",\n\"crm.lists.raed\"]"), "scopes");
        assert_eq!(kind("oauth%20crm.objects.contacts.read"), "scopes");
        assert_eq!(kind(r#"{"status":"BAD_REDIRECT_URI","message":"missing or unknown"}"#), "sentence");
        assert_eq!(kind("Good morning, everybody"), "nothing");
        assert_eq!(kind(&"{[".repeat(10_000)), "nothing");
    }
}
