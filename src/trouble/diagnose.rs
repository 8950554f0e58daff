//! From a text of trouble to its causes: the likely one first, the scopes that it is about, who mends it and how.

use std::collections::BTreeSet;

use super::body::{Body, Mode, in_brackets};
use super::names::selectable;
use super::recognise::{Recognised, recognise};
use super::sentence;
use crate::catalog::{Call, Catalog, Confidence, Match, Message, Permission, WhoFixes};
use crate::solve::choose;

/// Answers that name more scopes than this are HubSpot's list for every kind of record.
const GENERIC: usize = 12;

/// One cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// Why it happens.
    pub cause: String,
    /// Who can mend it.
    pub who_fixes: WhoFixes,
    /// What to do.
    pub fix: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// What is behind a text.
#[derive(Debug, Clone)]
pub struct Diagnosis {
    /// The sentence that it is.
    pub message: &'static Message,
    /// The call, where it is known.
    pub call: Option<Call>,
    /// The causes, the likeliest first; never empty.
    pub causes: Vec<Suspect>,
    /// The scopes that it is about, as an app asks for them.
    pub scopes: Vec<String>,
    /// One of the scopes is enough.
    pub any_of: bool,
    /// User permissions that the text names, each with the scopes that ask for it.
    pub permissions: Vec<(&'static Permission, Vec<&'static str>)>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
}

/// What is behind `text`: a sentence of HubSpot's, or the body of a 403, with the call before it where it is known.
pub fn diagnose(catalog: &'static Catalog, text: &str) -> Option<Diagnosis> {
    match recognise(catalog, text)? {
        Recognised::Sentence(message) => Some(of_sentence(catalog, message, text)),
        Recognised::Body(body) => of_body(catalog, body),
        Recognised::Link(_) | Recognised::Scopes(_) => None,
    }
}

/// What is behind `text` where it is no whole sentence, but a part of one.
pub fn diagnose_part(catalog: &'static Catalog, text: &str) -> Option<Diagnosis> {
    sentence::part(catalog, text).map(|message| of_sentence(catalog, message, text))
}

fn of_sentence(catalog: &'static Catalog, message: &'static Message, text: &str) -> Diagnosis {
    let named = in_brackets(text).into_iter().chain(dotted(text)).chain(after_colon(text));
    let mut diagnosis = start(message);
    let mut met = BTreeSet::new();
    for name in named.filter(|name| met.insert(name.clone())) {
        if catalog.scope_id(&name).is_some() || name.contains('.') && name.starts_with("crm.") {
            diagnosis.notes.extend(about_name(catalog, &name));
            diagnosis.scopes.push(name);
        }
    }
    diagnosis.permissions = permissions(catalog, text);
    if !diagnosis.permissions.is_empty()
        && let Some(rule) = catalog.permissions().rule("optional-listed")
    {
        diagnosis.notes.push(format!("{} ({})", rule.text, rule.confidence.as_str()));
    }
    diagnosis
}

fn start(message: &'static Message) -> Diagnosis {
    let first = Suspect {
        cause: message.cause.to_owned(),
        who_fixes: message.who_fixes,
        fix: message.fix.unwrap_or("See what it names.").to_owned(),
        confidence: message.confidence,
    };
    let others = message.also.iter().map(|other| Suspect {
        cause: other.cause.to_owned(),
        who_fixes: other.who_fixes,
        fix: other.fix.to_owned(),
        confidence: other.confidence,
    });
    Diagnosis {
        message,
        call: None,
        causes: std::iter::once(first).chain(others).collect(),
        scopes: Vec::new(),
        any_of: false,
        permissions: Vec::new(),
        notes: Vec::new(),
    }
}

/// What became of a name that an app cannot simply ask for.
fn about_name(catalog: &'static Catalog, name: &str) -> Option<String> {
    let instead = selectable(catalog, name);
    match &instead[..] {
        [same] if *same == name => None,
        [] => Some(format!("{name} is no scope that an app of this kind can ask for.")),
        names => Some(format!("{name} is not what an app asks for: that is {}.", names.join(", "))),
    }
}

fn of_body(catalog: &'static Catalog, body: Body) -> Option<Diagnosis> {
    let message = catalog.messages().get("api.missing-scopes")?;
    let mut diagnosis = start(message);
    let found = body.call.as_ref().and_then(|call| catalog.endpoints().find(call));
    let decided = found.as_ref().and_then(|found| by_endpoint(catalog, found, &body, &mut diagnosis));
    let replaced = decided.is_none() && by_names(catalog, &body, &mut diagnosis);
    diagnosis.call = body.call;
    if let Some(first) = diagnosis.causes.first_mut().filter(|_| replaced) {
        // Many names took the place of one: which of them the call takes, only the call tells.
        first.cause = format!(
            "The answer names {}, which apps no longer ask for; which of the names in its place is lacking depends on the \
             call.",
            few(&body.names)
        );
        "Give the call before the answer, such as \"GET /crm/v3/owners\"; or declare those of the scopes below that belong \
         to what it reads or writes."
            .clone_into(&mut first.fix);
        first.confidence = Confidence::Inferred;
    } else if let Some(first) = diagnosis.causes.first_mut() {
        if diagnosis.any_of && diagnosis.scopes.len() > 1 {
            "Declare one of the scopes in the app's settings, put it into the link, and authorise again."
                .clone_into(&mut first.fix);
        }
        first.cause = match (&diagnosis.scopes[..], diagnosis.any_of) {
            ([], _) => "The token lacks what the call needs.".to_owned(),
            (names @ [_, _, ..], true) => format!("The token holds none of {}; one of them is enough.", few(names)),
            (names, _) => format!("The token lacks {}.", few(names)),
        };
    }
    Some(diagnosis)
}

/// The first names, and how many more there are.
fn few(names: &[String]) -> String {
    const SHOWN: usize = 6;
    match names.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names[..SHOWN].join(", ")),
    }
}

/// The endpoint decides: what it needs is known better than what the answer lists.
fn by_endpoint(catalog: &'static Catalog, found: &Match<'_>, body: &Body, diagnosis: &mut Diagnosis) -> Option<()> {
    if found.not_for_apps {
        diagnosis.notes.push("This is a call of the developer: no scope of an installed app opens it.".to_owned());
        return Some(());
    }
    if found.object_unknown {
        return None;
    }
    let least = choose(catalog, &found.requirement)?;
    let listed: BTreeSet<&str> = body.names.iter().map(|name| name.trim_end_matches(".v2")).collect();
    let foreign = !body.names.is_empty() && !least.names.iter().all(|name| listed.contains(name));
    if foreign {
        let named: Vec<&str> = body.names.iter().take(5).map(String::as_str).collect();
        diagnosis.notes.push(format!(
            "The answer names {}, and such lists are known to mislead; what {} needs has decided.",
            named.join(", "),
            found.operation.id()
        ));
    } else if body.names.len() > GENERIC {
        diagnosis
            .notes
            .push("HubSpot lists the same names for every kind of record; the call's own are those above.".to_owned());
    }
    diagnosis.notes.extend(found.notes().map(str::to_owned));
    let way = found.requirement.iter().find(|way| way.all_of == least.names).and_then(|way| way.confidence);
    if let Some(first) = diagnosis.causes.first_mut() {
        first.confidence = way.unwrap_or(found.confidence);
    }
    diagnosis.scopes = least.names.into_iter().map(str::to_owned).collect();
    Some(())
}

/// No call, or one that no fact knows: the names in the answer, as an app asks for them. Says whether one of them gave way to
/// several.
fn by_names(catalog: &'static Catalog, body: &Body, diagnosis: &mut Diagnosis) -> bool {
    let mut scopes: BTreeSet<&str> = BTreeSet::new();
    let mut replaced = false;
    for name in &body.names {
        let instead = selectable(catalog, name);
        replaced |= instead.len() > 1;
        if diagnosis.notes.len() < GENERIC {
            diagnosis.notes.extend(about_name(catalog, name));
        }
        scopes.extend(instead);
    }
    diagnosis.any_of = body.mode != Mode::AllOf;
    if body.names.len() > GENERIC {
        diagnosis.notes.push(
            "HubSpot lists the same names for every kind of record, so they do not say which yours needs: give the call before \
             the answer, such as \"GET /crm/v3/objects/deals\"."
                .to_owned(),
        );
    } else if body.call.is_none() {
        diagnosis.notes.push(
            "Such lists are known to mislead: with the call before the answer, what it needs decides.".to_owned(),
        );
    }
    diagnosis.scopes = scopes.into_iter().map(str::to_owned).collect();
    replaced
}

/// Names with a dot in running text: `crm.objects.contacts.read` is no word of a sentence.
fn dotted(text: &str) -> Vec<String> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let words = text.split(|c: char| !legal(c)).map(|word| word.trim_matches('.'));
    words.filter(|word| word.contains('.')).map(str::to_owned).collect()
}

/// The names after the last colon: `… scopes are invalid: contacts`.
fn after_colon(text: &str) -> Vec<String> {
    let Some((_, after)) = text.rsplit_once(": ") else { return Vec::new() };
    let words: Vec<&str> =
        after.split(|c: char| c == ',' || c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    // A clause is no list.
    if words.len() > 3 && !after.contains(',') {
        return Vec::new();
    }
    words.iter().map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned()).collect()
}

/// The user permissions that stand in the text, with the scopes that ask for each.
fn permissions(catalog: &'static Catalog, text: &str) -> Vec<(&'static Permission, Vec<&'static str>)> {
    let folded = text.to_lowercase().replace(['›', '→'], ">");
    let facts = catalog.permissions();
    let stands = |permission: &&Permission| {
        // A single word, such as Files, may mean anything.
        let mut names = permission.names().filter(|name| name.contains([' ', '-']));
        names.any(|name| folded.contains(&name.to_lowercase()))
    };
    let asking = |id: &str| -> Vec<&'static str> {
        facts.grants().iter().filter(|grant| grant.needs.contains(&id)).map(|grant| grant.scope).collect()
    };
    facts.all().iter().filter(stands).map(|permission| (permission, asking(permission.id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Diagnosis {
        diagnose(Catalog::embedded(), text).unwrap_or_else(|| panic!("not recognised: {text}"))
    }

    proptest::proptest! {
        #[test]
        fn no_text_of_any_shape_makes_the_reading_panic(
            parts in proptest::collection::vec(
                proptest::sample::select(vec![
                    "{", "}", "[", "]", "\"", ":", ",", "requiredScopes", "GET /crm/v3/owners ", "contacts", "é", "\u{1b}[",
                    ".v2", "MISSING_SCOPES", "One or more of the following scopes are required", "install", "\n", "{\"a\":",
                    "DELETE /crm/v3/objects/{objectType}/", "crm.objects.deals.read", "are invalid: ", "\u{2019}", "%20",
                ]),
                0..30,
            ),
        ) {
            let _ = diagnose(Catalog::embedded(), &parts.concat());
        }
    }

    #[test]
    fn megabytes_are_read_to_their_end() {
        // Ten of them in an optimised build, which reads them ten times as fast.
        const BYTES: usize = if cfg!(debug_assertions) { 1_000_000 } else { 10_000_000 };
        for part in ["[", "requiredScopes a.b [", "x: y, "] {
            let text = part.repeat(BYTES / part.len());
            let _ = diagnose(Catalog::embedded(), &text);
        }
    }

    #[test]
    fn the_endpoint_decides_over_a_list_that_misleads() {
        let body = r#"{"status":"error","category":"MISSING_SCOPES","errors":[{"message":"All of the following scopes are required.",
            "context":{"requiredScopes":["contacts"]}}]}"#;
        let with_call = told(&format!("GET /crm/v3/owners/ {body}"));
        assert_eq!(with_call.scopes, ["crm.objects.owners.read"]);
        assert!(with_call.notes[0].contains("mislead"), "{:?}", with_call.notes);
        let alone = told(body);
        assert!(alone.scopes.contains(&"crm.objects.contacts.read".to_owned()) && !alone.any_of, "{alone:?}");
    }

    #[test]
    fn the_names_of_a_sentence_are_taken_out_of_it() {
        let tier =
            told("Authorization failed because your account lacks access to the required scopes [automation, content]");
        assert_eq!(
            (tier.message.id, &tier.scopes[..]),
            ("install.tier", &["automation".to_owned(), "content".to_owned()][..])
        );
        let invalid = told("Authorization failed because one or more scopes are invalid: contacts");
        assert_eq!(invalid.scopes, ["contacts"]);
        assert!(invalid.notes[0].contains("crm.objects.contacts.read"));
    }

    #[test]
    fn a_page_of_missing_permissions_leads_to_the_scopes_behind_them() {
        let page = told("You don't have the right permissions to install Acme: Workflows > Delete, Forms > Publish");
        let of = |id: &str| page.permissions.iter().find(|(row, _)| row.id == id).map(|(_, scopes)| scopes.clone());
        assert!(of("workflows_delete").unwrap().contains(&"automation"));
        assert!(of("forms_publish").unwrap().contains(&"forms"));
    }
}
