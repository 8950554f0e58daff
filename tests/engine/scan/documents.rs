//! YAML and JSON that describe requests: of connectors, workflows, collections.

use crate::scan::stage::{calls, expect, scanned};

/// A document whose one request is `GET /settings/v3/users`, said in many ways.
const SHAPES: [(&str, &str); 9] = [
    ("a.yaml", "url_base: https://api.hubapi.com\nrequester: {path: /settings/v3/users}\n"),
    (
        "b.yaml",
        "definitions:\n  wire: &wire\n    url_base: https://api.hubapi.com/settings\n  people:\n    requester:\n      <<: *wire\n      path: v3/users\n      http_method: GET\n",
    ),
    (
        "c.yaml",
        "client:\n  base_url: https://api.hubapi.com/settings/v3/\nresources:\n  - name: users\n    endpoint: {path: users}\n",
    ),
    ("d.yaml", "client: {base_url: https://api.hubapi.com}\nresources:\n  - settings/v3/users\n"),
    ("e.json", "{\"server\": \"https://api.hubapi.com\", \"call\": {\"endpoint\": \"GET /settings/v3/users\"}}"),
    ("f.json", "{\"host\": \"api.hubapi.com\", // HubSpot\n \"path\": \"/settings/v3/users\", \"verb\": \"get\",}"),
    (
        "g.yaml",
        "url_base: https://api.hubapi.com\n$parameters: {leaf: users}\npath: \"/settings/v3/{{ parameters['leaf'] }}\"\n",
    ),
    (
        "h.yaml",
        "parts:\n  one: {url_base: https://api.hubapi.com/settings}\nuse:\n  $ref: '#/parts/one'\n  path: /v3/users\n",
    ),
    (
        "i.json",
        "{\"nodes\": [{\"parameters\": {\"url\": \"={{ 'https://api.hubapi.com' + '/settings/v3/users' }}\"}}]}",
    ),
];

#[test]
fn a_path_below_an_address_of_hubspot_is_a_call_whatever_it_begins_with() {
    for (name, text) in SHAPES {
        expect(name, text, &["GET /settings/v3/users"]);
    }
}

#[test]
fn a_path_below_another_address_is_none() {
    for (name, text) in SHAPES {
        let other = format!("{}# hubspot\n", text.replace("api.hubapi.com", "api.shop.example"));
        let other = if std::path::Path::new(name).extension().is_some_and(|of| of == "json") {
            text.replace("api.hubapi.com", "api.shop.example").replacen('{', "{\"from\": \"hubspot\", ", 1)
        } else {
            other
        };
        assert_eq!(calls(&[(name, &other)]), Vec::<String>::new(), "in\n{other}");
    }
}

#[test]
fn a_method_belongs_to_the_mapping_of_its_target() {
    let url = |of: &str| format!("https://api.hubapi.com/crm/v3/objects/{of}/7");
    let (one, two) = (url("deals"), url("tickets"));
    let cases = [
        format!("a:\n  - {{method: DELETE, url: \"{one}\"}}\n  - {{url: \"{two}\"}}\n"),
        format!("a:\n  - url: {two}\n  - method: DELETE\n    url: {one}\n"),
        format!("first: {{method: DELETE, url: \"{one}\", then: {{url: \"{two}\"}}}}\n"),
        format!("a:\n  method: DELETE\n  request:\n    url: {one}\nb:\n  url: {two}\n"),
        format!("a:\n  url: {one}\n  options: {{method: DELETE}}\nb:\n  url: {two}\n"),
    ];
    for text in cases {
        expect("a.yaml", &text, &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/tickets/{}"]);
    }
    // What a program fills first is no YAML yet.
    let template = format!(
        "{{{{- if .on }}}}\na:\n  - url: {two}/associations/deals\n  - name: x\n    method: DELETE\n    url: {one}\n{{{{ end }}}}\n"
    );
    expect(
        "a.yaml",
        &template,
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/tickets/{}/associations/deals"],
    );
}

#[test]
fn a_component_is_called_with_what_each_reference_brings() {
    let text = "definitions:\n  wire: {url_base: https://api.hubapi.com}\n  search:\n    retriever:\n      requester:\n        $ref: '#/definitions/wire'\n        http_method: POST\n        path: /crm/v3/objects/{{ parameters.kind }}/search\n  asked:\n    retriever: {requester: {$ref: '#/definitions/wire'}}\nstreams:\n  - {$ref: '#/definitions/search', $parameters: {kind: deals}}\n  - {$ref: '#/definitions/search', $parameters: {kind: tickets}}\n  - {$ref: '#/definitions/asked', $parameters: {path: /email/public/v1/campaigns}}\n";
    expect(
        "manifest.yaml",
        text,
        &["GET /email/public/v1/campaigns", "POST /crm/v3/objects/deals/search", "POST /crm/v3/objects/tickets/search"],
    );
}

#[test]
fn a_component_that_nobody_fills_stays_open() {
    let text = "url_base: https://api.hubapi.com\nrequester: {path: '/crm/v3/objects/{{ parameters.kind }}'}\nother: {path: '/{{ parameters.path }}', http_method: GET}\n";
    let scan = scanned(&[("a.yaml", text)]);
    assert_eq!(scan.calls.len(), 1);
    assert_eq!(scan.calls[0].path, "/crm/v3/objects/{objectType}");
    assert_eq!(scan.unresolved.len(), 1, "{:?}", scan.unresolved);
    assert_eq!(scan.unresolved[0].line, 3);
}

#[test]
fn references_in_a_circle_end() {
    let text = "url_base: https://api.hubapi.com\na: {$ref: '#/b', x: {$ref: '#/a'}}\nb: {$ref: '#/a', path: /crm/v3/owners, y: '#/a', z: '#/b'}\nc: &c [*c]\n";
    assert!(scanned(&[("a.yaml", text)]).calls.len() <= 1);
    let mut many = "url_base: https://api.hubapi.com\n".to_owned();
    let level = |at: usize| format!("l{at}: {{a: '#/l{0}', b: '#/l{0}', c: {{$ref: '#/l{0}'}}}}\n", at + 1);
    many.extend((0..40).map(level));
    many.push_str("l40: {path: /crm/v3/owners, method: GET}\n");
    let scan = scanned(&[("a.yaml", &many)]);
    assert_eq!(scan.calls.len(), 1);
    assert!(scan.unresolved.iter().any(|open| open.why.contains("refers to itself")), "{:?}", scan.unresolved);
}

#[test]
fn scripts_in_documents_are_read_as_scripts() {
    let flow = "jobs:\n  hubspot:\n    steps:\n      - run: |\n          curl -X POST \\\n            https://api.hubapi.com/crm/v3/objects/notes\n          curl https://api.hubapi.com/crm/v3/owners\n      - run: curl -d x https://api.hubapi.com/crm/v3/objects/calls\n";
    expect("a.yml", flow, &["GET /crm/v3/owners", "POST /crm/v3/objects/calls", "POST /crm/v3/objects/notes"]);
}

#[test]
fn words_about_an_api_call_nothing() {
    let url = "https://api.hubapi.com/crm/v3/owners";
    for text in [
        format!("components:\n  schemes:\n    tokenUrl: {url}\n"),
        format!("info: {{documentation: \"{url}\"}}\n"),
        format!("description: ask {url} for it\n"),
        format!("examples:\n  - {{method: GET, url: \"{url}\"}}\n"),
        format!("paging: {{next: {{link: \"{url}?after=1\"}}}}\n"),
        "a: {method: POST, url: https://forms.hubspot.com/uploads/form/v2/1/2}\n".to_owned(),
        "a: {method: POST, url: https://api.hubapi.com/automation/v4/webhook-triggers/1/x}\n".to_owned(),
        "hubspot: {syncs: {people: {endpoint: GET /contacts, method: GET, path: /contacts/1}}}\n".to_owned(),
    ] {
        assert_eq!(calls(&[("a.yaml", &text)]), Vec::<String>::new(), "in\n{text}");
    }
}

#[test]
fn files_of_requests_know_their_variables() {
    let text = "@hub = https://api.hubapi.com\n@mail = {{hub}}/marketing/v3\n### HubSpot\nGET {{mail}}/forms HTTP/1.1\n###\nPOST {{hub}}/automation/v4/flows\n";
    expect("a.http", text, &["GET /marketing/v3/forms", "POST /automation/v4/flows"]);
}
