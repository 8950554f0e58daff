//! What does not count, and what is left open and said.

use hubscope::scan::CallConfidence;

use crate::scan::stage::{calls, expect, scanned};

#[test]
fn comments_logs_documentation_and_servers_do_not_count() {
    let code = r"
// fetch('https://api.hubapi.com/crm/v3/objects/contacts')
/* axios.post('https://api.hubapi.com/crm/v3/objects/deals') */
console.log('GET https://api.hubapi.com/crm/v3/objects/tickets');
logger.info(`calling https://api.hubapi.com/crm/v3/owners`);
app.get('/crm/v3/objects/companies', (req, res) => res.send('hubspot'));
throw new Error('POST /crm/v3/objects/quotes failed');
nock('https://api.hubapi.com').get('/crm/v3/objects/products').reply(200);
";
    expect("a.js", code, &[]);
    assert!(scanned(&[("a.js", code)]).unresolved.is_empty(), "{:?}", scanned(&[("a.js", code)]).unresolved);
    expect(
        "b.py",
        "\"\"\"Reads https://api.hubapi.com/crm/v3/objects/contacts of hubspot.\"\"\"\n\ndef f():\n    \"\"\"GET /crm/v3/objects/deals\"\"\"\n",
        &[],
    );
}

#[test]
fn look_alikes_of_other_vendors_do_not_count() {
    let code = r"
// hubspot is elsewhere
fetch('https://www.zohoapis.com/crm/v3/Contacts');
fetch('https://api.shop.example/contacts/v1/lists/all/contacts/all');
axios.create({ baseURL: 'https://api.shop.example' }).get('/crm/v3/objects/contacts');
fetch('https://app.hubspot.com/oauth/authorize?client_id=x');
fetch('https://developers.hubspot.com/docs/api/crm/contacts');
";
    expect("a.js", code, &[]);
}

#[test]
fn tests_and_vendored_files_are_passed_over() {
    let call = "fetch('https://api.hubapi.com/crm/v3/owners')";
    let files = [
        ("node_modules/x/a.js", call),
        ("tests/a.js", call),
        ("src/a.test.ts", call),
        ("vendor/a.php", "<?php file_get_contents('https://api.hubapi.com/crm/v3/owners');"),
        (".gitignore", "ignored/\n"),
        ("ignored/a.js", call),
        ("dist/a.js", call),
    ];
    assert!(calls(&files).is_empty());
}

#[test]
fn what_is_not_resolved_is_listed_with_its_place() {
    let code = "const hubspot = 1;\nexport const load = (next) => fetch('https://api.hubapi.com' + next());\nconst spare = '/crm/v3/objects/deals/search';\n";
    let scan = scanned(&[("a.js", code)]);
    let lines: Vec<usize> = scan.unresolved.iter().map(|open| open.line).collect();
    assert_eq!(lines, [2, 3], "{:?}", scan.unresolved);
    assert!(scan.unresolved.iter().all(|open| !open.why.is_empty() && !open.text.is_empty()));
}

#[test]
fn an_object_that_is_not_known_is_said_so() {
    let code = "export const list = (type) => fetch(`https://api.hubapi.com/crm/v3/objects/${type}`);";
    let scan = scanned(&[("a.js", code)]);
    assert_eq!(scan.calls.len(), 1);
    assert_eq!(scan.calls[0].path, "/crm/v3/objects/{objectType}");
    assert_eq!(scan.calls[0].confidence, CallConfidence::ObjectUnknown);
    assert!(scan.calls[0].requirement.len() > 5);
}

#[test]
fn unknown_calls_of_an_sdk_are_not_dropped() {
    let code = "import { Client } from '@hubspot/api-client';\nconst c = new Client({});\nconst api = pick(c);\napi.basicApi.getById('1');\n";
    let scan = scanned(&[("a.ts", code)]);
    assert!(scan.calls.is_empty());
    assert_eq!(scan.unresolved.iter().map(|open| open.line).collect::<Vec<_>>(), [4]);
}

#[test]
fn a_path_that_is_handed_over_in_parts_is_called_or_listed() {
    let code = r#"
class Api {
  private Request.Builder to(String... segments) {
    HttpUrl.Builder url = HttpUrl.parse("https://api.hubapi.com").newBuilder();
    for (String segment : segments) url.addPathSegment(segment);
    return new Request.Builder().url(url.build());
  }
  void contact(String id) { client.newCall(to("crm", "v3", "objects", "contacts", id).get().build()).execute(); }
  void other() { menu("file", "v3", "open"); }
}
"#;
    let scan = scanned(&[("Api.java", code)]);
    let whys: Vec<&str> = scan.unresolved.iter().map(|open| open.why.as_str()).collect();
    assert!(scan.calls.is_empty());
    let said = "/crm/v3/objects/contacts/{} is handed over in parts, and is not seen to be called";
    assert!(whys.contains(&said), "{whys:?}");
    assert!(!whys.iter().any(|why| why.contains("file/v3")), "{whys:?}");
}

#[test]
fn a_client_whose_paths_come_from_elsewhere_is_not_passed_over() {
    let code = r#"<?php
class Endpoint {
    const BASE_URL = 'https://api.hubapi.com';
    public function url(object $action): string {
        $url = self::BASE_URL;
        $url .= "/{$action->resource}/v{$action->version}";
        return "{$url}/{$action->path}";
    }
}
"#;
    let scan = scanned(&[("Endpoint.php", code)]);
    assert!(scan.calls.is_empty(), "{:?}", scan.calls);
    let places: Vec<usize> = scan.unresolved.iter().map(|place| place.line).collect();
    assert_eq!(places, [3], "{:?}", scan.unresolved);
}
