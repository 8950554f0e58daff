//! Plans that several screens are drawn of.

use hubscope::plan::{Declared, Pin, PinOrigin, Plan, ScopeType};

use crate::stage::bare;

/// Scopes entered by name.
pub(crate) fn pinned(pins: &[(&str, ScopeType)]) -> Plan {
    let mut plan = bare();
    for (name, kind) in pins {
        plan.pin(Pin::new(name, *kind, None));
    }
    plan
}

/// A plan that shuts out tiers and installers.
pub(crate) fn narrow() -> Plan {
    use ScopeType::{ConditionallyRequired, Optional, Required};
    let mut plan = pinned(&[
        ("crm.export", Required),
        ("crm.objects.custom.read", ConditionallyRequired),
        ("crm.objects.deals.read", Optional),
    ]);
    plan.toggle("automation.workflows", None);
    plan
}

/// An app that declares one scope of each type.
pub(crate) fn declared() -> Plan {
    let mut plan = bare();
    let list = |name: &str| vec![name.to_owned()];
    let declared = Declared {
        required: vec!["oauth".to_owned(), "crm.objects.contacts.read".to_owned()],
        conditional: list("automation"),
        optional: list("crm.export"),
    };
    for (scope, kind) in declared.iter() {
        plan.pins.push(Pin { origin: PinOrigin::Declared, ..Pin::new(scope, kind, None) });
    }
    plan.app.declared = Some(declared);
    plan
}
