//! What is worth saying of a chosen call: that it is not known, not for apps, or not as the specification has it.

use super::ChosenCall;
use crate::catalog::{Availability, CallError, Confidence, Date, Match};
use crate::diagnostic::{Diagnostic, Rule, Severity, rule};
use crate::prose::first_of;

fn finding(rule: &'static Rule, chosen: &ChosenCall, message: String) -> Diagnostic {
    Diagnostic::new(rule, &chosen.call, message)
}

/// A call on a day whose needs no fact tells.
pub(super) fn call_not_dated(chosen: &ChosenCall, as_of: Date) -> Diagnostic {
    finding(rule::PLAN_NOT_DATED, chosen, format!("What {} needed on {as_of} is not known for this date.", chosen.call))
        .with_fix("Choose another date, or enter the scope by name.")
}

/// Text that is no call.
pub(super) fn no_call(chosen: &ChosenCall, error: &CallError) -> Diagnostic {
    Diagnostic::new(rule::PLAN_UNKNOWN_ENDPOINT, &chosen.call, format!("{}: {error}.", chosen.call))
}

/// A path that no source has.
pub(super) fn unknown_endpoint(chosen: &ChosenCall, nearest: &[String]) -> Diagnostic {
    let message = format!("{} is in no HubSpot source, so its scopes are not counted.", chosen.call);
    let told = finding(rule::PLAN_UNKNOWN_ENDPOINT, chosen, message).at_most(Severity::Warning);
    if nearest.is_empty() { told } else { told.with_fix(format!("Near it: {}.", nearest.join(", "))) }
}

/// What is to be said of a call that is known.
pub(super) fn of_call(chosen: &ChosenCall, found: &Match<'_>, user_level: bool) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    if found.not_for_apps {
        let message = format!("{} is a call of the developer, not of an installed app, and is left out.", chosen.call);
        said.push(finding(rule::PLAN_NOT_FOR_APPS, chosen, message).with_fix("Make it with a developer key."));
        return said;
    }
    if found.availability == Availability::Unpublished {
        let message = format!(
            "HubSpot has not published the name of the scope that {} needs, so none is counted; its specification names {}.",
            chosen.call,
            found.internal.join(", ")
        );
        said.push(finding(rule::PLAN_ENDPOINT_UNSETTLED, chosen, message).with_confidence(Confidence::Inferred));
        return said;
    }
    if found.object_unknown {
        let message =
            format!("{} needs the scope of the record type that it is about, and that is not named.", chosen.call);
        said.push(finding(rule::PLAN_OBJECT_UNKNOWN, chosen, message).with_fix(naming_the_type(chosen, found)));
        return said;
    }
    if !found.near.is_empty() {
        let message = format!("{} names no standard object, and is taken to be about a custom one.", chosen.call);
        let meant = finding(rule::PLAN_ENDPOINT_UNSETTLED, chosen, message).at_most(Severity::Note);
        let fix = format!("If the name is a slip, write it right: {}.", found.near.join(" or "));
        said.push(meant.with_confidence(Confidence::Inferred).with_fix(fix));
    }
    if found.requirement.is_empty() && found.token_request.is_empty() {
        let message = match (found.user_level.is_empty(), user_level) {
            (false, false) => {
                Some(format!("{} takes user-level tokens only, and this app acts for the account.", chosen.call))
            }
            (false, true) => None,
            (true, _) => Some(format!("No source says which scope {} needs, so none is counted.", chosen.call)),
        };
        said.extend(message.map(|message| finding(rule::PLAN_ENDPOINT_UNSETTLED, chosen, message)));
    }
    for entry in &found.overrides {
        let message = format!("{}: {}", chosen.call, entry.note);
        let mut finding = Diagnostic::new(rule::PLAN_ENDPOINT_DIFFERS, &chosen.call, message)
            .with_source(entry.source)
            .with_confidence(entry.confidence);
        if finding.confidence == Confidence::Documented {
            finding.confidence = Confidence::Reported;
        }
        said.push(finding);
    }
    said
}

/// How the type is named: in the path where that has a place for it, else by the scope itself.
fn naming_the_type(chosen: &ChosenCall, found: &Match<'_>) -> String {
    const MOST: usize = 12;
    const HOLES: [(&str, &str); 3] =
        [("{objectType}", "contacts"), ("{fromObjectType}", "contacts"), ("{toObjectType}", "deals")];
    let written = HOLES.iter().fold(chosen.call.clone(), |call, (hole, name)| call.replacen(hole, name, 1));
    let filled = Some(written).filter(|written| *written != chosen.call).or_else(|| found.operation.id_with_types());
    if let Some(filled) = filled {
        return format!("Write the type into the path, such as {filled}.");
    }
    let ways: Vec<String> = found.requirement.iter().map(|way| way.all_of.join(" with ")).collect();
    let scopes: Vec<&str> = ways.iter().map(String::as_str).collect();
    let which = match scopes.len() {
        0 => String::new(),
        _ => format!(" It is one of: {}.", first_of(&scopes, MOST)),
    };
    format!(
        "The path has no place for the type: it stands in the body. Add the scope of the type with --scope, or choose the \
         feature that needs it.{which}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Call, Catalog};

    #[test]
    fn no_fix_for_an_unknown_type_repeats_the_call() {
        let endpoints = Catalog::embedded().endpoints();
        let mut in_body = 0;
        for operation in endpoints.operations() {
            let chosen = ChosenCall::new(&operation.id());
            let Some(found) = Call::parse(&chosen.call).ok().and_then(|call| endpoints.find(&call)) else { continue };
            if !found.object_unknown {
                continue;
            }
            let fix = naming_the_type(&chosen, &found);
            assert!(!fix.contains(&format!("{}.", chosen.call)), "{}: {fix}", chosen.call);
            assert!(fix.contains("--scope") || fix.contains("such as"), "{fix}");
            in_body += usize::from(fix.contains("--scope"));
        }
        assert!(in_body > 1, "calls whose body names the type");
    }

    #[test]
    fn a_slip_in_an_objects_name_is_noted_and_a_name_of_its_own_is_not() {
        let said = |call: &str| {
            let found = Catalog::embedded().endpoints().find(&Call::parse(call).unwrap()).unwrap();
            of_call(&ChosenCall::new(call), &found, false)
        };
        let told = said("GET /crm/v3/objects/tickts");
        assert_eq!((told.len(), told[0].severity), (1, Severity::Note));
        assert!(format!("{:?}", told[0].fix).contains("tickets"), "{told:?}");
        assert!(said("GET /crm/v3/objects/spaceships").is_empty());
    }

    #[test]
    fn a_word_that_stands_for_a_type_in_the_path_is_written_over_and_a_body_is_told() {
        let fix = |call: &str| {
            let found = Catalog::embedded().endpoints().find(&Call::parse(call).unwrap()).unwrap();
            assert!(found.object_unknown, "{call}");
            naming_the_type(&ChosenCall::new(call), &found)
        };
        assert_eq!(
            fix("GET /crm/v3/objects/{objectType}"),
            "Write the type into the path, such as GET /crm/v3/objects/contacts."
        );
        assert!(fix("GET /crm/v3/objects/objectName").contains("/objects/contacts"));
        for call in ["PUT /crm-associations/v1/associations", "POST /scheduler/v3/meetings/meeting-links/book"] {
            let told = fix(call);
            assert!(told.contains("stands in the body") && told.contains("--scope"), "{told}");
        }
    }
}
