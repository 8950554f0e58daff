//! Branches: the one is taken that a caller names by a constant, a default, or by leaving something out.

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
fn a_switch_takes_the_case_that_the_caller_names() {
    all(A_SWITCH_TAKES_THE_CASE_THAT_THE_CALLER_NAMES);
}

const A_SWITCH_TAKES_THE_CASE_THAT_THE_CALLER_NAMES: &[Row<'static>] = &[
    (
        &[(
            "A.java",
            r#"
class A { static final String U = "https://api.hubapi.com";
 HttpResponse send(String verb, String path, Object body) {
  switch (verb) { case "GET": return rest.getForObject(U + path, String.class); case "POST": return rest.postForObject(U + path, body, String.class); default: throw new IllegalArgumentException(); } }
 void a() { send("GET", "/crm/v3/objects/companies", null); } }"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.java",
            r#"
class A { static final String U = "https://api.hubapi.com";
 Object send(String verb, String path, Object body) {
  return switch (verb) { case "GET" -> rest.getForObject(U + path, String.class); case "POST" -> rest.postForObject(U + path, body, String.class); default -> throw new IllegalArgumentException(); }; }
 void a() { send("GET", "/crm/v3/objects/companies", null); } }"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.kt",
            r#"
class A(val http: HttpClient) {
 suspend fun send(verb: String, path: String) = when (verb) {
   "get" -> http.get("https://api.hubapi.com$path")
   "post" -> http.post("https://api.hubapi.com$path")
   else -> http.delete("https://api.hubapi.com$path")
 }
 suspend fun a() = send("post", "/crm/v3/objects/companies")
}"#,
        )],
        &["POST /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.kt",
            r#"
class A(val http: HttpClient) {
 suspend fun send(verb: String, path: String): String {
   when (verb) {
   "get" -> { return http.get("https://api.hubapi.com$path").body() }
   "post", "put" -> { return http.post("https://api.hubapi.com$path").body() }
   else -> { return http.delete("https://api.hubapi.com$path").body() }
   }
 }
 suspend fun a() = send("delete", "/crm/v3/objects/companies/1")
}"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}"],
    ),
    (
        &[(
            "a.go",
            r#"package a
const base = "https://api.hubapi.com"
func send(verb, path string) (*http.Response, error) {
 switch verb {
 case "GET":
  return http.Get(base + path)
 case "POST":
  return http.Post(base+path, "application/json", nil)
 }
 return nil, nil
}
func All() { send("GET", "/crm/v3/objects/companies") }
"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.cs",
            r#"class A { HttpClient c;
 Task Send(string verb, string path) => verb switch { "GET" => c.GetAsync("https://api.hubapi.com" + path), "POST" => c.PostAsync("https://api.hubapi.com" + path, null), _ => c.DeleteAsync("https://api.hubapi.com" + path) };
 Task All() => Send("GET", "/crm/v3/objects/companies"); }"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.php",
            r"<?php class A { private $c;
 function send($verb, $path) { switch ($verb) { case 'get': return $this->c->get('https://api.hubapi.com' . $path); case 'post': return $this->c->post('https://api.hubapi.com' . $path); } }
 function all() { return $this->send('get', '/crm/v3/objects/companies'); } }",
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.php",
            r"<?php class A { private $c;
 function send(string $verb, string $path) { return match ($verb) { 'get' => $this->c->get('https://api.hubapi.com' . $path), 'post', 'put' => $this->c->post('https://api.hubapi.com' . $path), default => $this->c->delete('https://api.hubapi.com' . $path) }; }
 function all() { return $this->send('get', '/crm/v3/objects/companies'); } }",
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.rb",
            r#"class A
  def send_it(verb, path)
    case verb
    when :get then HTTParty.get("https://api.hubapi.com#{path}")
    when :post then HTTParty.post("https://api.hubapi.com#{path}")
    else HTTParty.delete("https://api.hubapi.com#{path}")
    end
  end
  def all = send_it(:get, "/crm/v3/objects/companies")
end"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def send(verb, path):
    match verb:
        case "GET":
            return requests.get("https://api.hubapi.com" + path)
        case "POST" | "PUT":
            return requests.post("https://api.hubapi.com" + path)
        case _:
            return requests.delete("https://api.hubapi.com" + path)
def all():
    return send("GET", "/crm/v3/objects/companies")
"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def send(verb, path, data=None):
    url = "https://api.hubapi.com" + path
    if verb == "get":
        r = requests.get(url)
    elif verb in ("post", "create"):
        r = requests.post(url, json=data)
    elif verb == 'patch':
        r = requests.patch(url, json=data)
    else:
        r = requests.delete(url)
    return r
def all():
    return send("get", "/crm/v3/objects/companies")
def drop(i):
    return send("delete", f"/crm/v3/objects/deals/{i}")
"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.js",
            r"
async function send(method, path, body) {
  const url = 'https://api.hubapi.com' + path;
  if (method === 'GET') { return axios.get(url); }
  else if (method === 'POST') { return axios.post(url, body); }
  throw new Error('no');
}
export const mk = () => send('GET', '/crm/v3/objects/companies');
",
        )],
        &["GET /crm/v3/objects/companies"],
    ),
];

#[test]
fn a_switch_over_an_enumeration_takes_the_case_of_its_entry() {
    all(A_SWITCH_OVER_AN_ENUMERATION_TAKES_THE_CASE_OF_ITS_ENTRY);
}

const A_SWITCH_OVER_AN_ENUMERATION_TAKES_THE_CASE_OF_ITS_ENTRY: &[Row<'static>] = &[
    (
        &[(
            "a.ts",
            r"
enum Verb { Get = 'GET', Post = 'POST' }
function send(verb: Verb, path: string) {
  const url = `https://api.hubapi.com${path}`;
  switch (verb) { case Verb.Get: return axios.get(url); case Verb.Post: return axios.post(url); }
}
export const all = () => send(Verb.Get, '/crm/v3/objects/companies');
",
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.ts",
            r"
enum Verb { Get, Post }
function send(verb: Verb, path: string) {
  const url = `https://api.hubapi.com${path}`;
  switch (verb) { case Verb.Get: return axios.get(url); case Verb.Post: return axios.post(url); }
}
export const all = () => send(Verb.Post, '/crm/v3/objects/companies');
",
        )],
        &["POST /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.java",
            r#"
enum Verb { GET, POST }
class A { static final String U = "https://api.hubapi.com";
 Object send(Verb verb, String path) {
  switch (verb) { case GET: return rest.getForObject(U + path, String.class); case POST: return rest.postForObject(U + path, null, String.class); default: return null; } }
 void a() { send(Verb.GET, "/crm/v3/objects/companies"); } }"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.kt",
            r#"
enum class Verb { GET, POST }
class A(val http: HttpClient) {
 suspend fun send(verb: Verb, path: String) = when (verb) {
   Verb.GET -> http.get("https://api.hubapi.com$path")
   Verb.POST -> http.post("https://api.hubapi.com$path")
 }
 suspend fun a() = send(Verb.POST, "/crm/v3/objects/companies")
}"#,
        )],
        &["POST /crm/v3/objects/companies"],
    ),
];

#[test]
fn what_is_left_out_or_nothing_takes_its_branch() {
    all(WHAT_IS_LEFT_OUT_OR_NOTHING_TAKES_ITS_BRANCH);
}

const WHAT_IS_LEFT_OUT_OR_NOTHING_TAKES_ITS_BRANCH: &[Row<'static>] = &[
    (
        &[(
            "A.kt",
            r#"
class A(val http: HttpClient) {
 suspend fun send(path: String, body: Any? = null): String {
   if (body == null) return http.get("https://api.hubapi.com$path").body()
   return http.post("https://api.hubapi.com$path") { setBody(body) }.body()
 }
 suspend fun a() = send("/crm/v3/objects/companies")
 suspend fun b() = send("/crm/v3/objects/deals", mapOf("a" to 1))
}"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.go",
            r#"package a
const base = "https://api.hubapi.com"
func send(path string, body io.Reader) (*http.Response, error) {
 if body == nil {
  return http.Get(base + path)
 }
 return http.Post(base+path, "application/json", body)
}
func All() { send("/crm/v3/objects/companies", nil) }
func Make(b []byte) { send("/crm/v3/objects/deals", bytes.NewReader(b)) }
"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.go",
            r#"package a
func send(path string, body []byte) {
 method := "GET"
 if body != nil {
  method = "POST"
 }
 req, _ := http.NewRequest(method, "https://api.hubapi.com"+path, nil)
 http.DefaultClient.Do(req)
}
func All() { send("/crm/v3/objects/companies", nil) }
func Make(b []byte) { send("/crm/v3/objects/deals", b) }
"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "A.cs",
            r#"class A { HttpClient c;
 async Task<string> Send(string path, object body = null) {
  if (body is null) { return await c.GetStringAsync("https://api.hubapi.com" + path); }
  var r = await c.PostAsJsonAsync("https://api.hubapi.com" + path, body); return r.ToString(); }
 Task All() => Send("/crm/v3/objects/companies"); Task Make(Deal d) => Send("/crm/v3/objects/deals", d); }"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.php",
            r"<?php class A { private $c;
 function send(string $path, ?array $body = null) { if ($body === null) { return $this->c->get('https://api.hubapi.com' . $path); } return $this->c->post('https://api.hubapi.com' . $path, ['json' => $body]); }
 function all() { return $this->send('/crm/v3/objects/companies'); }
 function make($x) { return $this->send('/crm/v3/objects/deals', ['a' => $x]); } }",
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.rb",
            r#"class A
  def call(path, body = nil)
    return HTTParty.get("https://api.hubapi.com#{path}") if body.nil?
    HTTParty.post("https://api.hubapi.com#{path}", body: body)
  end
  def all
    call("/crm/v3/objects/companies")
  end
  def make(deal)
    call("/crm/v3/objects/deals", { a: deal })
  end
end"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.rb",
            r#"class A
  def call(path, body = nil)
    unless body
      HTTParty.get("https://api.hubapi.com#{path}")
    else
      HTTParty.post("https://api.hubapi.com#{path}", body: body)
    end
  end
  def all
    call("/crm/v3/objects/companies")
  end
end"#,
        )],
        &["GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
class C:
    def _req(self, path, data=None):
        method = "GET"
        if data:
            method = "POST"
        return requests.request(method, "https://api.hubapi.com" + path, json=data)
    def all(self):
        return self._req("/crm/v3/objects/companies")
    def mk(self, x):
        return self._req("/crm/v3/objects/deals", {"properties": x})
    def unknown(self, x):
        return self._req("/crm/v3/objects/tickets", x)
"#,
        )],
        &[
            "GET /crm/v3/objects/companies",
            "GET /crm/v3/objects/tickets",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/tickets",
        ],
    ),
    (
        &[(
            "a.ts",
            r"
class C {
  private send(path: string, opts: { method?: string; body?: unknown } = {}) {
    const url = `https://api.hubapi.com${path}`;
    if (opts.body === undefined) return axios.get(url);
    return axios.post(url, opts.body);
  }
  get(path: string) { return this.send(path); }
  post(path: string, body: unknown) { return this.send(path, { body }); }
  all() { return this.get('/crm/v3/objects/companies'); }
  mk(x: any) { return this.post('/crm/v3/objects/deals', { properties: x }); }
}
",
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.js",
            r"
async function send(path, options = {}) {
  const method = options.method || 'GET';
  return fetch('https://api.hubapi.com' + path, { ...options, method });
}
export const all = () => send('/crm/v3/objects/companies');
export const mk = () => send('/crm/v3/objects/deals', { method: 'POST' });
",
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
];

#[test]
fn a_flag_that_the_caller_names_says_the_method() {
    all(A_FLAG_THAT_THE_CALLER_NAMES_SAYS_THE_METHOD);
}

const A_FLAG_THAT_THE_CALLER_NAMES_SAYS_THE_METHOD: &[Row<'static>] = &[
    (
        &[(
            "A.cs",
            r#"class A { HttpClient c;
 async Task Send(string path, bool post) {
  var req = new HttpRequestMessage(post ? HttpMethod.Post : HttpMethod.Get, "https://api.hubapi.com" + path); await c.SendAsync(req); }
 Task All() => Send("/crm/v3/objects/companies", false); Task Make(Deal d) => Send("/crm/v3/objects/deals", true); }"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def send(path, *, data=None, use_post=False):
    m = requests.post if use_post else requests.get
    method = "POST" if use_post else "GET"
    return requests.request(method, "https://api.hubapi.com" + path, json=data)
def all():
    return send("/crm/v3/objects/companies")
def mk():
    return send("/crm/v3/objects/deals", use_post=True)
"#,
        )],
        &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/deals"],
    ),
];

#[test]
fn an_id_that_is_left_out_leaves_the_list() {
    all(AN_ID_THAT_IS_LEFT_OUT_LEAVES_THE_LIST);
}

const AN_ID_THAT_IS_LEFT_OUT_LEAVES_THE_LIST: &[Row<'static>] = &[
    (
        &[(
            "A.cs",
            r#"class A { HttpClient c;
 string At(string id) => string.IsNullOrEmpty(id) ? "https://api.hubapi.com/crm/v3/objects/companies" : "https://api.hubapi.com/crm/v3/objects/companies/" + id;
 Task All() => c.GetAsync(At(null)); Task One(string id) => c.DeleteAsync(At(id)); }"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.js",
            r"
const at = (tail = '') => `https://api.hubapi.com/crm/v3/objects/companies${tail ? '/' + tail : ''}`;
export const all = () => fetch(at());
export const drop = (id) => fetch(at(id), { method: 'DELETE' });
",
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def path(obj_id=None):
    return "https://api.hubapi.com/crm/v3/objects/companies" + (f"/{obj_id}" if obj_id else "")
def all():
    return requests.get(path())
def drop(i):
    return requests.delete(path(i))
"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.rb",
            r#"
class A
  def path(id = nil)
    id ? "https://api.hubapi.com/crm/v3/objects/companies/#{id}" : "https://api.hubapi.com/crm/v3/objects/companies"
  end
  def all; HTTParty.get(path); end
  def drop(id); HTTParty.delete(path(id)); end
end"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.kt",
            r#"
class A(val http: HttpClient) {
  private fun at(id: String? = null): String = if (id == null) "https://api.hubapi.com/crm/v3/objects/companies" else "https://api.hubapi.com/crm/v3/objects/companies/$id"
  suspend fun all() = http.get(at())
  suspend fun drop(id: String) = http.delete(at(id))
}"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.java",
            r#"
class A {
  private String at(String id) { return id == null || id.isEmpty() ? "https://api.hubapi.com/crm/v3/objects/companies" : "https://api.hubapi.com/crm/v3/objects/companies/" + id; }
  void all() { rest.getForObject(at(null), String.class); }
  void drop(String id) { rest.delete(at(id)); }
}"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.go",
            r#"package a
func at(id string) string {
 u := "https://api.hubapi.com/crm/v3/objects/companies"
 if id != "" {
  u += "/" + id
 }
 return u
}
func All() { http.Get(at("")) }
func Drop(id string) { req, _ := http.NewRequest("DELETE", at(id), nil); c.Do(req) }
"#,
        )],
        &["DELETE /crm/v3/objects/companies/{}", "GET /crm/v3/objects/companies"],
    ),
];

#[test]
fn an_empty_text_beside_an_id_makes_no_call_of_the_list() {
    all(AN_EMPTY_TEXT_BESIDE_AN_ID_MAKES_NO_CALL_OF_THE_LIST);
}

const AN_EMPTY_TEXT_BESIDE_AN_ID_MAKES_NO_CALL_OF_THE_LIST: &[Row<'static>] = &[
    (
        &[(
            "a.js",
            r#"
export const one = (id) => fetch(`https://api.hubapi.com/crm/v3/objects/companies/${id ?? ""}`);
"#,
        )],
        &["GET /crm/v3/objects/companies/{}"],
    ),
    (
        &[(
            "a.php",
            r"<?php class A { private $c;
 function one($row) { $id = (string) ($row['id'] ?? ''); if ($id === '') { return null; } return $this->c->get('https://api.hubapi.com/crm/v3/objects/companies/' . $id); } }",
        )],
        &["GET /crm/v3/objects/companies/{}"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def one(row):
    key = str(row.get("id") or "")
    return requests.get(f"https://api.hubapi.com/crm/v3/objects/companies/{key}")
"#,
        )],
        &["GET /crm/v3/objects/companies/{}"],
    ),
];

#[test]
fn an_unknown_condition_takes_every_branch() {
    all(AN_UNKNOWN_CONDITION_TAKES_EVERY_BRANCH);
}

const AN_UNKNOWN_CONDITION_TAKES_EVERY_BRANCH: &[Row<'static>] = &[(
    &[(
        "a.js",
        r"
async function send(method, path) {
  const url = 'https://api.hubapi.com' + path;
  if (method === 'GET') return axios.get(url);
  return axios.post(url);
}
export const mk = (m) => send(m, '/crm/v3/objects/companies');
",
    )],
    &["GET /crm/v3/objects/companies", "POST /crm/v3/objects/companies"],
)];

#[test]
fn a_type_of_a_few_texts_is_not_widened_by_a_caller_that_knows_nothing() {
    all(A_TYPE_OF_A_FEW_TEXTS_IS_NOT_WIDENED_BY_A_CALLER_THAT_KNOWS_NOTHING);
}

const A_TYPE_OF_A_FEW_TEXTS_IS_NOT_WIDENED_BY_A_CALLER_THAT_KNOWS_NOTHING: &[Row<'static>] = &[
    (
        &[(
            "a.py",
            r#"
from typing import Literal
import requests
def touch(kind: Literal["companies", "deals"], i):
    return requests.patch(f"https://api.hubapi.com/crm/v3/objects/{kind}/{i}")
def run(data):
    return touch(data["kind"], data["id"])
"#,
        )],
        &["PATCH /crm/v3/objects/companies/{}", "PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.ts",
            r"
type Kind = 'companies' | 'deals';
async function touch(kind: Kind, id: string) { return fetch(`https://api.hubapi.com/crm/v3/objects/${kind}/${id}`, { method: 'PATCH' }); }
const wrap = (kind: Kind, id: string) => touch(kind, id);
export const run = (id: string) => wrap('deals', id);
",
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.php",
            r#"<?php enum Kind: string { case Firm = 'companies'; case Sale = 'deals'; }
class A { private $c; function touch(Kind $kind, $id) { return $this->c->patch("https://api.hubapi.com/crm/v3/objects/{$kind->value}/$id"); }
 function run($in) { return $this->touch(Kind::from($in['kind']), $in['id']); } }"#,
        )],
        &["PATCH /crm/v3/objects/companies/{}", "PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.py",
            r#"
import enum, requests
class Kind(enum.StrEnum):
    TICKETS = enum.auto()
    DEALS = "deals"
def page(kind: Kind):
    return requests.get(f"https://api.hubapi.com/crm/v3/objects/{kind}")
def run():
    return page(Kind.TICKETS), page(Kind.DEALS.value)
"#,
        )],
        &["GET /crm/v3/objects/deals", "GET /crm/v3/objects/tickets"],
    ),
];
