//! What a file of a project is, by its name and by what stands in it.
//!
//! Owns the names that HubSpot gives files and the marks that tell their contents apart. It reads nothing of them.

use super::json::{Kind, Node};
use super::profiles;

/// A kind of file that is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// `hsproject.json`.
    Settings,
    /// `…-hsmeta.json`: a component, from platform 2025.2 on.
    Component,
    /// `app.json`: a private app of the older formats.
    PrivateApp,
    /// `public-app.json`: a public app of the older formats.
    PublicApp,
    /// A `crm-card` that an app of the older formats names.
    Card,
    /// `webhooks.json`: the subscriptions of an app of the older formats.
    Webhooks,
    /// `serverless.json`: the functions of an app of the older formats.
    Functions,
    /// `hsprofile.NAME.json`: what the variables stand for in one account.
    Profile,
    /// `theme.json`: a theme, which asks for no scope and is not read.
    Theme,
}

impl FileKind {
    /// What a file of this name is; a card may have any name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        match name {
            "hsproject.json" => Some(Self::Settings),
            "app.json" => Some(Self::PrivateApp),
            "public-app.json" => Some(Self::PublicApp),
            "webhooks.json" => Some(Self::Webhooks),
            "serverless.json" => Some(Self::Functions),
            "theme.json" => Some(Self::Theme),
            _ if name.starts_with('.') => None,
            _ if name.ends_with("-hsmeta.json") => Some(Self::Component),
            _ => profiles::name_of(name).map(|_| Self::Profile),
        }
    }

    /// What a file with this text is.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        let root = Node::parse(text.trim_start_matches('\u{feff}')).ok().filter(|root| root.kind() == Kind::Object)?;
        let members = root.members()?;
        let get = |key: &str| members.iter().rev().find(|(name, _)| name == key).map(|(_, node)| *node);
        let has = |key: &str, kind: Kind| get(key).is_some_and(|node| node.kind() == kind);
        let type_is = |wanted: &str| get("type").and_then(Node::text).is_some_and(|kind| kind == wanted);
        match () {
            () if has("srcDir", Kind::Text) || has("platformVersion", Kind::Text) => Some(Self::Settings),
            () if type_is("crm-card") => Some(Self::Card),
            () if has("config", Kind::Object) && get("type").is_some() => Some(Self::Component),
            // A plan has a list of that name, too, of objects.
            () if get("scopes").and_then(Node::items).is_some_and(|list| !list.iter().any(is_object)) => {
                Some(Self::PrivateApp)
            }
            () if get("auth")
                .and_then(Node::members)
                .is_some_and(|auth| auth.iter().any(|(key, _)| is_of_auth(key))) =>
            {
                Some(Self::PublicApp)
            }
            () if has("subscriptions", Kind::Object) => Some(Self::Webhooks),
            () if has("appFunctions", Kind::Object) => Some(Self::Functions),
            () if has("variables", Kind::Object) && get("accountId").is_some() => Some(Self::Profile),
            () => None,
        }
    }
}

fn is_object(node: &Node<'_>) -> bool {
    node.kind() == Kind::Object
}

fn is_of_auth(key: &str) -> bool {
    matches!(key, "redirectUrls" | "requiredScopes" | "optionalScopes" | "conditionallyRequiredScopes")
}

/// What the file `name` with this text is: by its name where that is HubSpot's own, else by what stands in it.
/// `None` = no config file that is known.
pub fn file_kind(name: &str, text: &str) -> Option<FileKind> {
    let by_name = FileKind::of_name(name);
    // Other tools have an app.json, a theme.json or a webhooks.json too.
    let is_common = matches!(name, "app.json" | "webhooks.json" | "serverless.json" | "theme.json");
    match by_name {
        Some(kind) if !is_common => Some(kind),
        _ => FileKind::of_text(text).or(by_name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_hubspots_decides_and_else_the_text() {
        assert_eq!(file_kind("app-hsmeta.json", "{"), Some(FileKind::Component));
        assert_eq!(file_kind("app.json", "{"), Some(FileKind::PrivateApp));
        let texts = [
            (r#"{"srcDir": "src"}"#, Some(FileKind::Settings)),
            (r#"{"type": "crm-card", "data": {}}"#, Some(FileKind::Card)),
            (r#"{"type": "card", "config": {}}"#, Some(FileKind::Component)),
            (r#"{"scopes": []}"#, Some(FileKind::PrivateApp)),
            (r#"{"scopes": ["forms", 1]}"#, Some(FileKind::PrivateApp)),
            (r#"{"version": 1, "scopes": [{"scope": "forms"}]}"#, None),
            (r#"{"auth": {"requiredScopes": []}}"#, Some(FileKind::PublicApp)),
            (r#"{"subscriptions": {}}"#, Some(FileKind::Webhooks)),
            (r#"{"appFunctions": {}}"#, Some(FileKind::Functions)),
            (r#"{"accountId": 1, "variables": {}}"#, Some(FileKind::Profile)),
            (r#"{"expo": {}}"#, None),
            ("[]", None),
            ("", None),
        ];
        for (text, kind) in texts {
            assert_eq!(file_kind("x.json", text), kind, "{text}");
        }
        assert_eq!(file_kind("webhooks.json", r#"{"scopes": []}"#), Some(FileKind::PrivateApp));
    }
}
