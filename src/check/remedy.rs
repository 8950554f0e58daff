//! What to do about a finding, rule by rule, with an example where one helps.
//!
//! Owns the general advice; a finding has its own, which names the very scope or field.

/// What mends a finding of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remedy {
    /// What to do.
    pub fix: &'static str,
    /// How that looks, or looks wrong; none where the fix says it all.
    pub example: Option<&'static str>,
}

/// What mends findings of the rule `id`; a test holds that each rule has a row.
pub fn remedy(id: &str) -> Option<Remedy> {
    let (_, fix, example) = REMEDIES.iter().find(|(rule, _, _)| *rule == id)?;
    Some(Remedy { fix, example: (!example.is_empty()).then_some(example) })
}

/// The rule, what to do, and an example or nothing.
const REMEDIES: &[(&str, &str, &str)] = &[
    (
        "url/not-install-url",
        "Use the install URL of the app's Auth page, or let hubscope url build one.",
        "https://app.hubspot.com/oauth/authorize?client_id=…&redirect_uri=…&scope=oauth",
    ),
    ("url/static-link", "Nothing has to be mended: the scopes stand in the app's settings.", ""),
    ("url/mcp-link", "Nothing has to be mended: the MCP server chooses the scopes.", ""),
    ("url/template", "Nothing has to be mended; fill the placeholders in, then check the finished link.", ""),
    (
        "url/missing-client-id",
        "Add the client id from the app's Auth page.",
        "client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
    ),
    (
        "url/malformed-client-id",
        "Copy the client id from the app's Auth page: it is a UUID, not the app's number.",
        "client_id=3f2b8c1e-0a4d-4e6f-9b7a-5c8d2e1f0a3b",
    ),
    (
        "url/missing-redirect-uri",
        "Add one of the app's redirect URLs, escaped.",
        "redirect_uri=https%3A%2F%2Fshop.example%2Fcb",
    ),
    (
        "url/redirect-not-absolute",
        "Write the redirect URL out, with scheme and host.",
        "https://shop.example/cb, not /cb",
    ),
    ("url/redirect-not-https", "Use https; http is for localhost only.", "https://shop.example/cb"),
    (
        "url/redirect-ip-address",
        "Use a host name, or localhost for tests.",
        "http://localhost:3000/cb, not http://127.0.0.1:3000/cb",
    ),
    ("url/missing-scope", "Add the scopes that the app's settings require.", "scope=oauth%20crm.objects.contacts.read"),
    (
        "url/misnamed-parameter",
        "Write the parameter's name as HubSpot does; hubscope check --fix does it.",
        "scope=, not scopes=",
    ),
    (
        "url/duplicate-parameter",
        "Keep one of the two, with the values of both.",
        "scope=oauth%20forms, not scope=oauth&scope=forms",
    ),
    (
        "url/wrong-separator",
        "Separate the names by %20; hubscope check --fix does it.",
        "scope=oauth%20forms, not scope=oauth,forms",
    ),
    (
        "url/duplicate-scope",
        "Name each scope once; hubscope check --fix does it.",
        "scope=oauth%20forms, not scope=oauth%20forms%20forms",
    ),
    (
        "url/scope-in-both",
        "Keep the scope in the parameter that the app's settings give it.",
        "scope=oauth&optional_scope=forms",
    ),
    ("url/malformed-encoding", "Escape each value once; hubscope check --fix does what it can.", "%20, not %2520"),
    ("url/malformed-account", "Take the account out of the path, or put its number there.", "/oauth/123456/authorize"),
    (
        "url/region-pinned",
        "Use app.hubspot.com, unless every account is in that region.",
        "app.hubspot.com, not app-eu1.hubspot.com",
    ),
    ("url/unknown-region", "Use app.hubspot.com.", "app.hubspot.com"),
    ("url/missing-oauth", "Add oauth to scope; hubscope check --fix does it.", "scope=oauth%20forms"),
    (
        "url/missing-state",
        "Add a state that your server makes for each visit and compares when the account comes back.",
        "hubscope url --state auto",
    ),
    ("scope/unknown", "Correct the name.", "crm.lists.read, not crm.lists.raed"),
    (
        "scope/retired",
        "Replace it by what took over: hubscope explain SCOPE names it.",
        "crm.objects.contacts.read in the place of contacts",
    ),
    (
        "scope/legacy",
        "Replace it by the granular scopes that the app needs, in the settings and in links.",
        "crm.objects.tickets.read in the place of tickets",
    ),
    (
        "scope/misspelt",
        "Use the name as HubSpot writes it; hubscope check --fix does it.",
        "crm.objects.contacts.read, not crm.objects.contact.read",
    ),
    ("scope/user-level-only", "Take the scope out, or make the app a user-level app.", ""),
    ("scope/not-user-level", "Take the scope out, or make the app act for the account.", ""),
    (
        "scope/client-credentials-only",
        "Ask for it in the client-credentials token request alone.",
        "developer.webhooks_journal.read",
    ),
    ("scope/internal", "Take it out: hubscope explain SCOPE says what an app asks for instead.", ""),
    (
        "scope/sensitive-approval",
        "Ask HubSpot to allow-list the app before it is published, or do without the scope.",
        "crm.objects.contacts.sensitive.read",
    ),
    (
        "scope/super-admin",
        "Make the scope optional, or tell customers that a Super Admin has to install.",
        "optional_scope=crm.export",
    ),
    ("scope/open-pattern", "Fill the full name of the app object in for {fqn}.", ""),
    (
        "scope/became",
        "Use what it became: hubscope explain SCOPE names it.",
        "crm.objects.contacts.read in the place of contacts",
    ),
    (
        "match/required-missing",
        "Add the scope to the link's scope, or make it optional in the app's settings.",
        "hubscope check LINK --project . --fix",
    ),
    (
        "match/not-configured",
        "Declare the scope in the app's settings, or take it out of the link.",
        "hubscope check LINK --project . --fix=settings",
    ),
    (
        "match/conditional-in-optional",
        "Move the scope to scope, or make it optional in the app's settings.",
        "scope=oauth%20automation, not optional_scope=automation",
    ),
    (
        "match/optional-in-scope",
        "Move the scope to optional_scope, or make it conditionally required in the app's settings.",
        "optional_scope=crm.export, not scope=oauth%20crm.export",
    ),
    (
        "match/redirect-not-registered",
        "Register the redirect URL with the app, letter for letter, or use one that is.",
        "\"redirectUrls\": [\"https://shop.example/cb\"]",
    ),
    ("config/duplicate-key", "Keep one of the two keys, with the value that is meant.", ""),
    ("config/duplicate-scope", "Name the scope once in its list.", ""),
    ("config/further-problems", "Mend the problems that are listed, then check again.", ""),
    (
        "config/invalid-json",
        "Make the file plain JSON at the place that is named: no comments, no comma before a closing bracket.",
        "[\"oauth\"], not [\"oauth\",]",
    ),
    ("config/missing-field", "Add the field to the component file.", "\"uid\": \"shop\""),
    ("config/missing-oauth", "Add oauth to requiredScopes.", "\"requiredScopes\": [\"oauth\"]"),
    ("config/nested-project", "Check the inner folder by itself, or move it out.", "hubscope check path/to/inner"),
    (
        "config/newer-format",
        "Raise platformVersion in hsproject.json, or take the component out.",
        "\"platformVersion\": \"2026.09\"",
    ),
    (
        "config/no-app",
        "Add an app file to the project's srcDir, or check the folder of the right project.",
        "src/app/app-hsmeta.json",
    ),
    ("config/no-project", "Go to the folder that has hsproject.json, or name it.", "hubscope check path/to/project"),
    (
        "config/no-redirects",
        "Add at least one redirect URL to the app's auth.",
        "\"redirectUrls\": [\"https://shop.example/cb\"]",
    ),
    ("config/not-read", "Look at what is named: it is left out of every answer.", ""),
    (
        "config/older-format",
        "Remove the older file once the app of the current format has all that it said.",
        "app.json beside app-hsmeta.json",
    ),
    (
        "config/permissions-unsupported",
        "Raise platformVersion to 2026.09, or declare the scopes in the app's file.",
        "\"platformVersion\": \"2026.09\"",
    ),
    ("config/placeholder", "Name the profile whose values are to be checked.", "hubscope check --profile production"),
    ("config/redirect-ip-address", "Use a host name, or localhost for tests.", "http://localhost:3000/cb"),
    ("config/redirect-not-absolute", "Write the redirect URL out, with scheme and host.", "https://shop.example/cb"),
    ("config/redirect-not-https", "Use https; http is for localhost only.", "https://shop.example/cb"),
    ("config/retired-platform", "Raise platformVersion in hsproject.json.", "\"platformVersion\": \"2026.09\""),
    ("config/scope-in-two-types", "Keep the scope in one of the three lists.", ""),
    ("config/several-apps", "Keep one app in a project, and make a project of each other one.", ""),
    ("config/source-folder", "Let srcDir name a folder within the project.", "\"srcDir\": \"src\""),
    ("config/static-extra-scopes", "Move the scopes to requiredScopes, or take them out.", ""),
    (
        "config/static-redirects",
        "Take the redirect URLs out, or make the auth type oauth.",
        "\"auth\": {\"type\": \"oauth\"}",
    ),
    (
        "config/undefined-variable",
        "Add the variable to the profile.",
        "\"variables\": {\"REDIRECT\": \"https://shop.example/cb\"}",
    ),
    ("config/unexpected-property", "Move the property into config, or take it out.", ""),
    ("config/unknown-component", "Correct the component's type.", "\"type\": \"card\""),
    (
        "config/unknown-event",
        "Correct the event's name: hubscope catalog features webhooks lists them.",
        "contact.creation",
    ),
    ("config/unknown-file", "Name a config file that HubSpot has.", "app-hsmeta.json"),
    (
        "config/unknown-object-type",
        "Use the name or the number of a record type: hubscope catalog objects lists them.",
        "contacts, or 0-1",
    ),
    ("config/unknown-platform", "Set a platform version that HubSpot has.", "\"platformVersion\": \"2026.09\""),
    (
        "config/unknown-profile",
        "Use the name of a profile file of the project.",
        "hsprofile.production.json, named with --profile production",
    ),
    ("config/unknown-value", "Use one of the values that the finding lists.", "\"distribution\": \"private\""),
    ("config/unreadable-file", "Mend the file's permissions or its place, then check again.", ""),
    ("config/wrong-list", "Move the subscription to the list of its kind.", ""),
    (
        "config/wrong-type",
        "Give the field a value of the type that the finding names.",
        "\"requiredScopes\": [\"oauth\"], not \"oauth\"",
    ),
    (
        "feature/scope-missing",
        "Declare the scope as required before the feature is set up; hubscope check --fix does it.",
        "\"requiredScopes\": [\"oauth\", \"crm.objects.deals.read\"]",
    ),
    (
        "feature/scope-missing-inactive",
        "Declare the scope before the subscription is switched on.",
        "\"requiredScopes\": [\"oauth\", \"crm.objects.deals.read\"]",
    ),
    (
        "feature/scope-not-required",
        "Move the scope to requiredScopes.",
        "\"requiredScopes\": [\"oauth\", \"crm.objects.deals.read\"]",
    ),
    ("feature/deprecated", "Move to what HubSpot offers instead, which the finding names.", ""),
    (
        "code/scope-missing",
        "Declare the scope in the app's settings and put it into the link; hubscope scan --fix --write does the first.",
        "fetch(…'/crm/v3/objects/deals') needs \"requiredScopes\": [\"oauth\", \"crm.objects.deals.read\"]",
    ),
    (
        "code/scope-missing-optional",
        "Let the code cope with a 403 there, or make the scope required.",
        "if the token lacks crm.export, hide the export button",
    ),
    (
        "code/scope-unused",
        "Take the scope out of the settings and links, unless code elsewhere needs it; hubscope diff git:HEAD . says what that does.",
        "",
    ),
    (
        "code/unresolved-call",
        "Look at the call, and add it to the plan where it is one.",
        "hubscope url --endpoint \"GET /crm/v3/owners\"",
    ),
    ("code/user-level-endpoint", "Make the call with the kind of token that it takes.", ""),
    ("plan/sunset", "Move to what replaces it before the day that is named.", "hubscope check --as-of 2027-01-01"),
    (
        "lock/no-reason",
        "Write the reason into hubscope.json, or take the scope out.",
        "\"reasons\": {\"crm.lists.read\": \"the audience picker\"}",
    ),
    ("lock/unused-reason", "Take the reason out of hubscope.json, or declare the scope again.", ""),
    (
        "account/tier-blocks",
        "Make the scope optional, or hand out a second link for the tiers that have it.",
        "hubscope url --links fewest",
    ),
    (
        "account/too-wide",
        "Make what few customers need optional, and hand the checklist to the installer.",
        "hubscope simulate --checklist",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::check::all_rules;

    #[test]
    fn each_rule_says_once_what_mends_it() {
        let rules: BTreeSet<&str> = all_rules().map(|rule| rule.id).collect();
        let told: BTreeSet<&str> = REMEDIES.iter().map(|(id, _, _)| *id).collect();
        assert_eq!((&told, told.len()), (&rules, REMEDIES.len()));
        assert!(REMEDIES.iter().all(|(_, fix, _)| fix.ends_with('.')));
    }
}
