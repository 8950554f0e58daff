//! Names that people write, and the scopes that they mean.

use super::super::Catalog;
use super::index::is_offered;
use super::rows::rows;
use super::split::words;

fn near(name: &str) -> Vec<&'static str> {
    Catalog::embedded().nearest_scopes(name, 3)
}

fn said(name: &str) -> String {
    Catalog::embedded().near_scopes(name, 3).said.map_or_else(String::new, |said| said.text.to_owned())
}

#[test]
fn the_object_or_api_in_a_name_is_known_before_letters_are_counted() {
    let wrong: Vec<String> = [
        ("crm.objects.workflows.read", "automation"),
        ("automation.workflows.write", "automation"),
        ("crm.workflows.read", "automation"),
        ("workflows", "automation"),
        ("crm.objects.segments.read", "crm.lists.read"),
        ("segments.write", "crm.lists.write"),
        ("crm.objects.lists.read", "crm.lists.read"),
        ("contact_lists.read", "crm.lists.read"),
        ("crm.objects.communications.read", "crm.objects.contacts.read"),
        ("crm.objects.engagements.write", "crm.objects.contacts.write"),
        ("crm.objects.call.read", "crm.objects.contacts.read"),
        ("notes.write", "crm.objects.contacts.write"),
        ("crm.objects.postal_mail.read", "crm.objects.contacts.read"),
        ("crm.engagements.read", "crm.objects.contacts.read"),
        ("crm.objects.activities.read", "crm.objects.contacts.read"),
        ("crm.objects.marketing_emails.write", "marketing.email.write"),
        ("marketing.emails.read", "marketing.email.read"),
        ("contacts.read", "crm.objects.contacts.read"),
        ("read_contacts", "crm.objects.contacts.read"),
        ("contacts-write", "crm.objects.contacts.write"),
        ("crm.contacts.read", "crm.objects.contacts.read"),
        ("crm.deals.write", "crm.objects.deals.write"),
        ("crm.objects.deal.read", "crm.objects.deals.read"),
        ("deals", "crm.objects.deals.read"),
        ("companies.write", "crm.objects.companies.write"),
        ("hubspot.contacts", "crm.objects.contacts.read"),
        ("crm.objects.contact.readwrite", "crm.objects.contacts.read"),
        ("crm.objects.contacts.delete", "crm.objects.contacts.write"),
        ("crm.objects.contacts.view", "crm.objects.contacts.read"),
        ("crmObjectsContactsRead", "crm.objects.contacts.read"),
        ("https.companies.read", "crm.objects.companies.read"),
        ("crm.objects.properties.contacts.read", "crm.schemas.contacts.read"),
        ("crm.properties.deals.write", "crm.schemas.deals.write"),
        ("crm.objects.companies.properties.read", "crm.schemas.companies.read"),
        ("crm.objects.properties.read", "crm.schemas.contacts.read"),
        ("crm.properties.write", "crm.schemas.contacts.write"),
        ("crm.objects.files.read", "files.read"),
        ("file_manager.write", "files.write"),
        ("crm.objects.forms.read", "forms"),
        ("marketing.forms.read", "forms"),
        ("forms.write", "forms"),
        ("crm.objects.custom_objects.read", "crm.objects.custom.read"),
        ("custom-objects.write", "crm.objects.custom.write"),
        ("crm.schemas.custom_objects.read", "crm.schemas.custom.read"),
        ("settings.user.read", "settings.users.read"),
        ("crm.objects.teams.read", "settings.users.teams.read"),
        ("crm.owners.read", "crm.objects.owners.read"),
        ("crm.objects.owners.write", "crm.objects.owners.read"),
        ("owners", "crm.objects.owners.read"),
        ("sales-email.read", "sales-email-read"),
        ("crm.objects.line-items.read", "crm.objects.line_items.read"),
        ("lineItems.write", "crm.objects.line_items.write"),
        ("crm.objects.payments.read", "crm.objects.commercepayments.read"),
        ("crm.objects.deals.pipelines.read", "crm.objects.deals.read"),
        ("crm.pipelines.read", "crm.objects.deals.read"),
        ("crm.objects.blog_posts.read", "content"),
        ("cms.blogs.write", "content"),
        ("crm.objects.campaigns.read", "marketing.campaigns.read"),
        ("campaigns.write", "marketing.campaigns.write"),
        ("crm.objects.sequences.read", "automation.sequences.read"),
        ("crm.objects.conversations.read", "conversations.read"),
        ("crm.imports.write", "crm.import"),
        ("crm.objects.exports.read", "crm.export"),
        ("hubdb.read", "hubdb"),
        ("crm.objects.goal_targets.read", "crm.objects.goals.read"),
        ("crm.objects.discounts.write", "crm.objects.line_items.write"),
        ("analytics.read", "business-intelligence"),
        ("timeline.events.write", "timeline.write"),
        ("crm.objects.contacts.sensitive", "crm.objects.contacts.sensitive.read"),
        ("subscription_preferences.read", "communication_preferences.read"),
        ("crm.objects.domains.read", "cms.domains.read"),
        ("crm.objects.contcats.raed", "crm.objects.contacts.read"),
        ("crm.objects.compnies.write", "crm.objects.companies.write"),
        ("crm.objects.tikcets.read", "crm.objects.tickets.read"),
        ("workflow.reads", "automation"),
        ("crm.objects.wrokflows.read", "automation"),
    ]
    .iter()
    .filter(|(name, meant)| near(name).first() != Some(meant))
    .map(|(name, meant)| format!("{name}: {:?} instead of {meant}", near(name)))
    .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_matches_badly_is_not_found() {
    for name in
        ["crm.objects.xxxxx.read", "nonsense", "hello", "qqq", "x", "", "...", "foo.bar.read", "a.b", "karte", "zapier"]
    {
        assert_eq!(near(name), [] as [&str; 0], "{name}");
    }
    assert!(near(&"contacts".repeat(1000)).is_empty());
}

#[test]
fn words_of_other_fields_are_no_slips_and_it_is_said_how_scopes_are_asked_for() {
    for name in [
        "crm.objects.*.read",
        "crm.objects.all.write",
        "offline",
        "offline_access",
        "all",
        "*",
        "profile",
        "email",
        "openid",
        "Full_Access",
        "read",
        "write",
    ] {
        assert!(near(name).is_empty(), "{name}: {:?}", near(name));
        assert!(said(name).contains("asked for by its"), "{name}: {}", said(name));
    }
}

#[test]
fn what_has_no_scope_of_its_own_is_told_with_what_opens_it() {
    for name in ["crm.objects.associations.read", "webhooks.read", "crm.extensions.cards.write"] {
        assert!(near(name).is_empty() && said(name).contains("no scope of their own"), "{name}: {:?}", near(name));
    }
    assert_eq!(near("crm.associations.contacts.read"), ["crm.objects.contacts.read"]);
}

#[test]
fn an_object_that_no_fact_knows_may_be_one_of_the_account() {
    let found = Catalog::embedded().near_scopes("crm.objects.Bicycles.read", 3);
    let own = Some(("Bicycles".to_owned(), "crm.objects.custom.read"));
    assert_eq!((found.names.len(), found.own_object), (0, own));
    assert_eq!(Catalog::embedded().near_scopes("bicycles.read", 3).own_object, None);
}

#[test]
fn another_way_to_write_a_scope_is_known() {
    let variant = |name| Catalog::embedded().variant_of(name);
    for name in ["crm.objects.contact.read", "CRM.Objects.Contacts.Read", "crm_objects_contacts_read"] {
        assert_eq!(variant(name), Some("crm.objects.contacts.read"), "{name}");
    }
    assert_eq!(variant("crm.objects.lists.read"), None);
    assert_eq!(variant("crm.objects.contacts.read"), None);
    assert_eq!(variant("crm.objects.note.read"), None, "an app of the account cannot have it");
}

#[test]
fn a_slip_of_a_letter_is_guessed_where_one_name_is_clearly_the_nearest() {
    let guess = |name| Catalog::embedded().guess_of(name);
    assert_eq!(guess("crm.objects.deals.reed"), Some("crm.objects.deals.read"));
    assert_eq!(guess("crm.objects.contcats.wirte"), Some("crm.objects.contacts.write"));
    for name in [
        "crm.objects.deals.read",
        "crm.deals.read",
        "crm.objects.xxxxx.read",
        "form",
        "",
        "nothing.at.all",
        "crm.objects.owners.write",
        "crm.objects.workflows.read",
        "offline",
    ] {
        assert_eq!(guess(name), None, "{name}");
    }
}

/// What a name is about, so that two can be compared.
fn about(name: &str) -> Vec<String> {
    let small = ["crm", "object", "read", "write", "delete", "schema"];
    let mut words = words(name);
    words.retain(|word| !small.contains(&word.as_str()));
    words
}

#[test]
fn a_scope_with_a_letter_or_a_sign_wrong_is_still_the_first_or_second() {
    let catalog = Catalog::embedded();
    let mut wrong = Vec::new();
    for scope in catalog.scopes().iter().filter(|scope| is_offered(scope) && !scope.pattern) {
        let name = scope.name;
        // Each place is met in some of the names.
        let places = || (0..name.len()).skip(name.len() % 3).step_by(3);
        let mut ways: Vec<String> = places().map(|at| format!("{}{}", &name[..at], &name[at + 1..])).collect();
        ways.extend(places().step_by(2).map(|at| format!("{}q{}", &name[..at], &name[at..])));
        for (from, to) in [(".", "_"), ("_", "-"), (".", "-"), ("-", "."), (".", ":"), (".", " ")] {
            ways.push(name.replace(from, to));
        }
        ways.push(name.to_uppercase());
        if name.contains('.') {
            ways.push(format!("crm.objects.{name}"));
            ways.push(name.trim_start_matches("crm.objects.").to_owned());
        }
        for way in ways.into_iter().filter(|way| way != name && way.len() > 3 && catalog.scope_named(way).is_none()) {
            let found = near(&way);
            let is_among = found.iter().take(2).any(|other| *other == name);
            let is_same = found.first().is_some_and(|first| about(first) == about(name));
            // A name of one word that another is, too, leads to what that one is about.
            if !(is_among || is_same && found.len() > 1) {
                wrong.push(format!("{way} of {name}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_row_names_scopes_that_an_app_can_ask_for_and_a_source() {
    let catalog = Catalog::embedded();
    let offered = |name: &&&str| catalog.scope_named(name).is_some_and(is_offered);
    for row in &rows().subjects {
        for name in row.read.iter().chain(&row.write) {
            assert!(offered(&name), "{:?} leads to {name}", row.words);
        }
        assert!(row.says.is_some() || !row.read.is_empty(), "{:?} leads nowhere", row.words);
        assert!(row.words.is_sorted(), "{:?}", row.words);
        for word in &row.words {
            assert_eq!(words(word).join(" "), *word, "in the singular");
        }
    }
    let sources = rows().subjects.iter().map(|row| row.source).chain(rows().alone.iter().map(|row| row.source));
    for source in sources {
        assert!(catalog.source(source) != source || source.contains("://"), "{source}");
    }
    let firsts: Vec<&str> = rows().subjects.iter().map(|row| row.words[0]).collect();
    assert!(firsts.is_sorted(), "rows stand in the order of their first words");
    let mut met = std::collections::HashSet::new();
    for word in rows().subjects.iter().flat_map(|row| &row.words) {
        assert!(met.insert(word), "{word} stands twice");
    }
}

#[test]
fn only_what_an_app_can_ask_for_is_near() {
    let catalog = Catalog::embedded();
    for scope in catalog.scopes() {
        for way in [format!("{}x", scope.name), scope.name.replace('.', "_"), scope.name.to_uppercase()] {
            for name in near(&way) {
                assert!(catalog.scope_named(name).is_some_and(is_offered), "{way}: {name}");
            }
        }
    }
}
