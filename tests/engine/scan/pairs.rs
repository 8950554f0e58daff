//! Pairs that a loop takes apart: what stands together stays together.

use crate::scan::stage::calls;

/// Files, and the calls that are in them.
type Row<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[track_caller]
fn all(rows: &[Row<'_>]) {
    for (files, wanted) in rows {
        assert_eq!(calls(files), *wanted, "in\n{files:#?}");
    }
}

#[test]
fn a_loop_takes_its_pairs_apart() {
    all(A_LOOP_TAKES_ITS_PAIRS_APART);
}

const A_LOOP_TAKES_ITS_PAIRS_APART: &[Row<'static>] = &[
    (
        &[(
            "a.py",
            r#"
import requests
def put(a, b):
    return requests.put(f"https://api.hubapi.com/crm/v4/objects/deals/1/associations/default/{a}/{b}")
def run(x, y):
    for noun, key in [("companies", x), ("contacts", y)]:
        put(noun, key)
"#,
        )],
        &[
            "PUT /crm/v4/objects/deals/{}/associations/default/companies/{}",
            "PUT /crm/v4/objects/deals/{}/associations/default/contacts/{}",
        ],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
CALLS = [("GET", "/crm/v3/owners"), ("POST", "/crm/v3/objects/deals")]
def run():
    for method, path in CALLS:
        requests.request(method, "https://api.hubapi.com" + path)
"#,
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.js",
            r"
const CALLS = [['GET', '/crm/v3/owners'], ['POST', '/crm/v3/objects/deals']];
for (const [method, path] of CALLS) { await fetch('https://api.hubapi.com' + path, { method }); }
",
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.js",
            r"
const CALLS = [['GET', '/crm/v3/owners'], ['POST', '/crm/v3/objects/deals']];
CALLS.forEach(([method, path]) => fetch('https://api.hubapi.com' + path, { method }));
",
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.js",
            r"
const CALLS = [{ method: 'GET', path: '/crm/v3/owners' }, { method: 'POST', path: '/crm/v3/objects/deals' }];
for (const { method, path } of CALLS) { await fetch('https://api.hubapi.com' + path, { method }); }
",
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.js",
            r"
const NOUNS = { companies: 'a', deals: 'b' };
for (const [noun, x] of Object.entries(NOUNS)) { await fetch(`https://api.hubapi.com/crm/v3/objects/${noun}`); }
",
        )],
        &["GET /crm/v3/objects/companies", "GET /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
NOUNS = {"companies": "x", "deals": "y"}
def run():
    for noun, x in NOUNS.items():
        requests.get(f"https://api.hubapi.com/crm/v3/objects/{noun}")
"#,
        )],
        &["GET /crm/v3/objects/companies", "GET /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.php",
            r#"<?php class A { private $c;
 function run($x, $y) { foreach ([['companies', $x], ['contacts', $y]] as [$noun, $key]) { $this->c->delete("https://api.hubapi.com/crm/v3/objects/$noun/$key"); } } }"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "DELETE /crm/v3/objects/contacts/{}"],
    ),
    (
        &[(
            "a.php",
            r#"<?php class A { private $c;
 function run($x, $y) { foreach ([['companies', $x], ['contacts', $y]] as list($noun, $key)) { $this->c->delete("https://api.hubapi.com/crm/v3/objects/{$noun}/{$key}"); } } }"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "DELETE /crm/v3/objects/contacts/{}"],
    ),
    (
        &[(
            "a.php",
            r#"<?php class A { private $c;
 function run($x, $y) { foreach (['companies' => $x, 'contacts' => $y] as $noun => $key) { $this->c->delete("https://api.hubapi.com/crm/v3/objects/{$noun}/{$key}"); } } }"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "DELETE /crm/v3/objects/contacts/{}"],
    ),
    (
        &[(
            "a.go",
            r#"package a
func Run() {
 for _, c := range []struct{ Method, Path string }{{"GET", "/crm/v3/owners"}, {"POST", "/crm/v3/objects/deals"}} {
  req, _ := http.NewRequest(c.Method, "https://api.hubapi.com"+c.Path, nil)
  http.DefaultClient.Do(req)
 }
}
"#,
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.go",
            r#"package a
type call struct { method string; path string }
var calls = []call{{method: "GET", path: "/crm/v3/owners"}, {method: "POST", path: "/crm/v3/objects/deals"}}
func Run() {
 for _, c := range calls {
  req, _ := http.NewRequest(c.method, "https://api.hubapi.com"+c.path, nil)
  http.DefaultClient.Do(req)
 }
}
"#,
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.go",
            r#"package a
func Run(x, y string) {
 for noun, id := range map[string]string{"companies": x, "contacts": y} {
  req, _ := http.NewRequest("DELETE", "https://api.hubapi.com/crm/v3/objects/"+noun+"/"+id, nil)
  http.DefaultClient.Do(req)
 }
}
"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "DELETE /crm/v3/objects/contacts/{}"],
    ),
    (
        &[(
            "A.kt",
            r#"
class A(val http: HttpClient) {
 suspend fun run(x: String, y: String) { for ((noun, key) in listOf("companies" to x, "contacts" to y)) { http.delete("https://api.hubapi.com/crm/v3/objects/$noun/$key") } }
 suspend fun run2(x: String, y: String) { listOf("deals" to x, "tickets" to y).forEach { (noun, key) -> http.delete("https://api.hubapi.com/crm/v3/objects/$noun/$key") } }
}"#,
        )],
        &[
            "DELETE /crm/v3/objects/companies/{}",
            "DELETE /crm/v3/objects/contacts/{}",
            "DELETE /crm/v3/objects/deals/{}",
            "DELETE /crm/v3/objects/tickets/{}",
        ],
    ),
    (
        &[(
            "a.rb",
            r#"
class A
  def run(x, y)
    [["companies", x], ["contacts", y]].each do |noun, key|
      HTTParty.delete("https://api.hubapi.com/crm/v3/objects/#{noun}/#{key}")
    end
    { "deals" => x, "tickets" => y }.each { |noun, key| HTTParty.delete("https://api.hubapi.com/crm/v3/objects/#{noun}/#{key}") }
  end
end"#,
        )],
        &[
            "DELETE /crm/v3/objects/companies/{}",
            "DELETE /crm/v3/objects/contacts/{}",
            "DELETE /crm/v3/objects/deals/{}",
            "DELETE /crm/v3/objects/tickets/{}",
        ],
    ),
    (
        &[(
            "A.java",
            r#"
class A { void run(String x, String y) { for (Map.Entry<String,String> e : Map.of("companies", x, "contacts", y).entrySet()) { rest.delete("https://api.hubapi.com/crm/v3/objects/" + e.getKey() + "/" + e.getValue()); } } }"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "DELETE /crm/v3/objects/contacts/{}"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def run(x, y):
    return [requests.delete(f"https://api.hubapi.com/crm/v3/objects/{noun}/{key}") for noun, key in (("companies", x), ("contacts", y))]
"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "DELETE /crm/v3/objects/contacts/{}"],
    ),
];
