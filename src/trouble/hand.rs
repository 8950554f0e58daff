//! The kind of token at hand: what a project's app has, what a text shows or says, and the mending that fits it.

use crate::catalog::{Catalog, Confidence, Credential};
use crate::credential::Shape;
use crate::plan::Auth;

/// The token at hand, and what its app's settings ask for.
#[derive(Debug, Clone)]
pub struct Hand {
    /// Its kind.
    pub kind: &'static Credential,
    /// The scopes of the app's settings, of every type; empty where they are not known.
    pub declared: Vec<String>,
}

/// The kind of token that an app of a project has; `None` = it has none.
pub fn of_app(catalog: &'static Catalog, auth: Auth, user_level: bool) -> Option<&'static Credential> {
    match auth {
        Auth::Oauth if user_level => catalog.credential("user-level"),
        Auth::Oauth => catalog.credential("oauth-token"),
        Auth::Static => catalog.credential("static-auth"),
        Auth::None => None,
    }
}

/// The kinds that something of this shape may be.
pub fn of_shape(catalog: &'static Catalog, shape: Shape) -> Vec<&'static Credential> {
    catalog.credentials().iter().filter(|row| row.shapes.contains(&shape.as_str())).collect()
}

/// Shapes that tell who sent a call. A UUID or a secret's name beside an error tells nothing of its token.
const TELLING: [Shape; 4] = [Shape::PrivateToken, Shape::PersonalAccessKey, Shape::ApiKey, Shape::AccessToken];

/// Kinds that people call by their name where they tell of an error.
const CALLED: [&str; 5] = ["private-app", "service-key", "static-auth", "personal-access-key", "user-level"];

/// The kinds that a text shows by the shapes in it, or names in words. Several = one of them.
pub(super) fn of_text(catalog: &'static Catalog, shapes: &[Shape], text: &str) -> Vec<&'static Credential> {
    let lower = text.to_lowercase().replace('-', " ");
    let says = |name: &str| name.contains(' ') && name.len() > 8 && lower.contains(name);
    let called: Vec<&Credential> = CALLED
        .iter()
        .filter_map(|id| catalog.credential(id))
        .filter(|row| std::iter::once(&row.id).chain(&row.aliases).any(|name| says(&name.replace('-', " "))))
        .collect();
    if let [one] = called[..] {
        return vec![one];
    }
    let Some(shape) = shapes.iter().find(|shape| TELLING.contains(shape)) else { return Vec::new() };
    match shape {
        // What else looks so is rare, and is mended alike.
        Shape::AccessToken => catalog.credential("oauth-token").into_iter().collect(),
        _ => of_shape(catalog, *shape),
    }
}

/// Kinds of tokens that have no link for scopes, and that people mistake for each other.
const WITHOUT_LINK: [&str; 3] = ["private-app", "static-auth", "service-key"];

/// What to do where a token of these kinds lacks `scopes`, and how well that is known; `None` = no kind is known.
pub(super) fn lacking(kinds: &[&'static Credential], scopes: &str) -> Option<(String, Confidence)> {
    match kinds {
        [] => None,
        [one] => Some((sentence(&one.lacking.replace("{scopes}", scopes)), one.lacking_confidence)),
        several => Some((by_kind(several, |row| row.lacking.replace("{scopes}", scopes)), Confidence::Reported)),
    }
}

/// What to do where a token of these kinds is not accepted.
pub(super) fn rejected(kinds: &[&'static Credential]) -> Option<String> {
    match kinds {
        [] => None,
        [one] => Some(sentence(one.rejected)),
        several => Some(by_kind(several, |row| row.rejected.to_owned())),
    }
}

/// What to do in the kinds that have no link, in one line.
pub(super) fn without_link(catalog: &'static Catalog, scopes: &str) -> String {
    let rows: Vec<&Credential> = WITHOUT_LINK.iter().filter_map(|id| catalog.credential(id)).collect();
    let ways: Vec<String> =
        rows.iter().map(|row| format!("{}: {}", short(row), row.lacking.replace("{scopes}", scopes))).collect();
    format!("A token that no link gave. {}.", ways.join(". "))
}

fn by_kind(kinds: &[&'static Credential], told: impl Fn(&Credential) -> String) -> String {
    let ways: Vec<String> = kinds.iter().map(|row| format!("{}: {}.", short(row), told(row))).collect();
    format!("It depends on what the token is. {}", ways.join(" "))
}

/// Its name without what stands in brackets.
fn short(row: &Credential) -> &'static str {
    row.name.split(" (").next().unwrap_or(row.name)
}

/// The clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_known_by_the_project_the_shape_or_the_words() {
        let catalog = Catalog::embedded();
        let ids = |kinds: Vec<&Credential>| kinds.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(of_app(catalog, Auth::Static, false).unwrap().id, "static-auth");
        assert_eq!(of_app(catalog, Auth::Oauth, true).unwrap().id, "user-level");
        assert!(of_app(catalog, Auth::None, false).is_none());
        let of = |shapes: &[Shape], text: &str| ids(of_text(catalog, shapes, text));
        assert_eq!(
            of(&[Shape::PrivateToken], "a token"),
            ["private-app", "project-private-app", "service-key", "static-auth"]
        );
        assert_eq!(of(&[Shape::PrivateToken], "my service key fails"), ["service-key"]);
        assert_eq!(of(&[], "our Private App gets a 403"), ["private-app"]);
        assert!(of(&[Shape::Uuid, Shape::Secret], "the app").is_empty());
    }

    #[test]
    fn the_mending_is_that_of_the_kind() {
        let catalog = Catalog::embedded();
        let of = |id: &str| lacking(&[catalog.credential(id).unwrap()], "hubdb").unwrap().0;
        assert!(of("static-auth").contains("requiredScopes") && !of("static-auth").contains("link"));
        assert!(of("private-app").starts_with("Tick hubdb") && of("private-app").contains("stays the same"));
        assert!(of("oauth-token").contains("into the link"));
        assert!(lacking(&[], "hubdb").is_none());
    }
}
