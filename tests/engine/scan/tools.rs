//! Calls that nobody writes as one: tools in tables, annotations of clients, modules beside the client, names that SDKs had.

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
fn a_method_beside_a_function_that_gives_the_url_is_a_call() {
    all(A_METHOD_BESIDE_A_FUNCTION_THAT_GIVES_THE_URL_IS_A_CALL);
}

const A_METHOD_BESIDE_A_FUNCTION_THAT_GIVES_THE_URL_IS_A_CALL: &[Row<'static>] = &[
    (
        &[(
            "a.rb",
            r#"
TOOLS = { make: { url: ->(p) { "https://api.hubapi.com/crm/v3/objects/deals/#{p[:id]}" }, method: :patch } }
"#,
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.php",
            r#"<?php return ['x' => ['url' => fn ($p) => "https://api.hubapi.com/crm/v3/objects/deals/{$p['id']}", 'method' => 'PATCH']];"#,
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "A.kt",
            r#"
val tool = Tool(id = "hubspot_sale", url = { p -> "https://api.hubapi.com/crm/v3/objects/deals/${p.id}" }, method = "PATCH")
"#,
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.go",
            r#"package a
var tool = Tool{ID: "x", URL: func(p P) string { return "https://api.hubapi.com/crm/v3/objects/deals/" + p.ID }, Method: "PATCH"}
"#,
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "A.cs",
            r#"class T { static Tool t = new Tool { Url = p => $"https://api.hubapi.com/crm/v3/objects/deals/{p.Id}", Method = HttpMethod.Patch }; }"#,
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "A.java",
            r#"class T { static Tool t = new Tool("x", p -> "https://api.hubapi.com/crm/v3/objects/deals/" + p.id(), "PATCH"); }"#,
        )],
        &["PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.ts",
            r"
export const t: ToolConfig = { request: { url: (params) => { const id = params.id.trim(); return `https://api.hubapi.com/crm/v3/objects/deals/${id}` }, method: 'PATCH' } }
export const u = { request: { url(params) { return 'https://api.hubapi.com/crm/v3/owners' }, method: 'GET' } }
export const w = { request: { url: (params) => { const base = 'https://api.hubapi.com/crm/v3/objects/contacts'; const q = new URLSearchParams(); if (params.limit) q.append('limit', params.limit); return q.toString() ? `${base}?${q.toString()}` : base }, method: 'GET' } }
",
        )],
        &["GET /crm/v3/objects/contacts", "GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.ts",
            r"
export const tools = [ { url: () => 'https://api.hubapi.com/crm/v3/objects/deals', method: 'POST' }, { url: 'https://api.hubapi.com/crm/v3/owners', method: 'GET' } ];
",
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.py",
            r#"
TOOLS = [
  {"request_url": lambda a: f"https://api.hubapi.com/crm/v3/objects/deals/{a['id']}", "http_method": "PATCH"},
  {"uri": "https://api.hubapi.com/crm/v3/owners", "verb": "GET"},
  dict(path=lambda a: "https://api.hubapi.com/crm/v3/lists", method="POST"),
]
"#,
        )],
        &["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}", "POST /crm/v3/lists"],
    ),
];

#[test]
fn annotations_of_every_client_are_calls() {
    all(ANNOTATIONS_OF_EVERY_CLIENT_ARE_CALLS);
}

const ANNOTATIONS_OF_EVERY_CLIENT_ARE_CALLS: &[Row<'static>] = &[
    (
        &[(
            "A.java",
            r#"package hubspot;
interface A { @GET("cms/v3/pages/{kind}/{id}") Call<X> a(); @HTTP(method = "DELETE", path = "crm/v3/objects/deals/{id}", hasBody = true) Call<X> b(); @PATCH("/crm/v3/objects/deals/{id}") Call<X> c(); }"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /cms/v3/pages/{}/{}", "PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "A.cs",
            r#"// HubSpot
interface IA { [Get("/crm/v3/owners")] Task A(); [Patch("/crm/v3/objects/deals/{id}")] Task B(string id); [Post("/crm/v9/nothing/{x}")] Task C(string x); }"#,
        )],
        &["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}", "POST /crm/v9/nothing/{}"],
    ),
    (
        &[(
            "A.java",
            r#"
@Client("https://api.hubapi.com") interface A { @Get("/crm/v3/owners") X a(); @Delete("/crm/v3/objects/deals/{id}") void b(String id); @Post(uri = "/crm/v3/objects/tickets") X c(); }"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/owners", "POST /crm/v3/objects/tickets"],
    ),
    (
        &[(
            "A.java",
            r#"
@HttpExchange(url = "https://api.hubapi.com/crm/v3") interface A { @GetExchange("/owners") X a(); @DeleteExchange("/objects/deals/{id}") void b(String id); @HttpExchange(method = "PATCH", url = "/objects/tickets/{id}") X c(); }"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/owners", "PATCH /crm/v3/objects/tickets/{}"],
    ),
    (
        &[(
            "A.java",
            r#"
@RegisterRestClient(baseUri = "https://api.hubapi.com") @Path("/crm/v3") public interface A { @GET @Path("/owners") X a(); @DELETE @Path("/objects/deals/{id}") void b(@PathParam("id") String id); @POST @Path("/objects/tickets/search") X c(); }"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/owners", "POST /crm/v3/objects/tickets/search"],
    ),
    (
        &[(
            "A.java",
            r#"
@RegisterRestClient(baseUri = "https://api.hubapi.com") @Path("/crm/v3/objects/deals") public interface A { @GET X a(); @POST X b(X x); @DELETE @Path("/{id}") void c(@PathParam("id") String id); }"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/deals", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "A.java",
            r#"
@FeignClient(name = "hubspot", url = "https://api.hubapi.com") interface A { @GetMapping("/crm/v3/owners") X a(); @RequestMapping(method = RequestMethod.PATCH, value = "/crm/v3/objects/deals/{id}") X b(String id); @PostMapping(value = "/crm/v3/objects/tickets") X c(); }"#,
        )],
        &["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}", "POST /crm/v3/objects/tickets"],
    ),
    (
        &[(
            "A.kt",
            r#"package hubspot
interface A { @GET("crm/v3/owners") suspend fun a(): X
 @PATCH("crm/v3/objects/deals/{id}") suspend fun b(@Path("id") id: String): X
 @HTTP(method = "DELETE", path = "crm/v3/objects/deals/{id}", hasBody = true) suspend fun c(): X }"#,
        )],
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}"],
    ),
    (
        &[(
            "a.py",
            r#"
from uplink import Consumer, get, patch
class HubSpot(Consumer):
    @get("crm/v3/owners")
    def owners(self): pass
    @patch("/crm/v3/objects/deals/{id}")
    def change(self, id): pass
"#,
        )],
        &["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/{}"],
    ),
];

#[test]
fn arguments_by_name_find_their_parameter_through_wrappers() {
    all(ARGUMENTS_BY_NAME_FIND_THEIR_PARAMETER_THROUGH_WRAPPERS);
}

const ARGUMENTS_BY_NAME_FIND_THEIR_PARAMETER_THROUGH_WRAPPERS: &[Row<'static>] = &[
    (
        &[(
            "A.kt",
            r#"
class A(val http: HttpClient) {
 private suspend fun fire(method: String, path: String) = http.request("https://api.hubapi.com/$path") { this.method = HttpMethod.parse(method) }
 suspend fun call(path: String, verb: String) = fire(path = path.trimStart('/'), method = verb.uppercase())
 suspend fun a() = call(verb = "post", path = "/crm/v3/objects/companies")
}"#,
        )],
        &["POST /crm/v3/objects/companies"],
    ),
    (
        &[(
            "A.cs",
            r#"class A { HttpClient c;
 Task Fire(string method, string path) => c.SendAsync(new HttpRequestMessage(new HttpMethod(method), "https://api.hubapi.com/" + path));
 Task Call(string path, string verb) => Fire(path: path.TrimStart('/'), method: verb.ToUpperInvariant());
 Task Mk() => Call(verb: "post", path: "/crm/v3/objects/companies"); }"#,
        )],
        &["POST /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.py",
            r#"
import requests
def fire(method, path, **kw):
    return requests.request(method, "https://api.hubapi.com/" + path, **kw)
def call(path, verb):
    return fire(path=path.lstrip("/"), method=verb.upper())
def mk():
    return call(verb="post", path="/crm/v3/objects/companies")
"#,
        )],
        &["POST /crm/v3/objects/companies"],
    ),
    (
        &[(
            "a.rb",
            r#"
class A
  def fire(method:, path:, body: nil)
    RestClient::Request.execute(method: method, url: "https://api.hubapi.com#{path}", payload: body)
  end
  def call(path:, verb:)
    fire(path: path, method: verb.to_s.upcase)
  end
  def mk
    call(verb: :post, path: "/crm/v3/objects/companies")
  end
end"#,
        )],
        &["POST /crm/v3/objects/companies"],
    ),
];

#[test]
fn what_a_client_imports_belongs_to_it_though_it_never_names_it() {
    all(WHAT_A_CLIENT_IMPORTS_BELONGS_TO_IT_THOUGH_IT_NEVER_NAMES_IT);
}

const WHAT_A_CLIENT_IMPORTS_BELONGS_TO_IT_THOUGH_IT_NEVER_NAMES_IT: &[Row<'static>] = &[(
    &[
        (
            "client.js",
            r"
const Owners = require('./owners')
class Client { constructor() { this.root = 'https://api.hubapi.com'; this.owners = new Owners(this) } apiRequest(o) { return this.queue.push(o, this.root) } }
module.exports = Client
",
        ),
        (
            "owners.js",
            r"
class Owners { constructor(c) { this.client = c } all() { return this.client.apiRequest({ method: 'GET', path: '/owners/v2/owners' }) } }
module.exports = Owners
",
        ),
    ],
    &["GET /owners/v2/owners"],
)];

#[test]
fn names_that_the_sdk_had_before_are_calls() {
    all(NAMES_THAT_THE_SDK_HAD_BEFORE_ARE_CALLS);
}

const NAMES_THAT_THE_SDK_HAD_BEFORE_ARE_CALLS: &[Row<'static>] = &[
    (
        &[(
            "a.php",
            r"<?php use HubSpot\Factory; $hub = Factory::createWithApiKey('x'); $hub->crm()->owners()->defaultApi()->getPage();",
        )],
        &["GET /crm/v3/owners"],
    ),
    (
        &[(
            "a.py",
            r#"
import hubspot
client = hubspot.Client.create(access_token="x")
client.crm.owners.default_api.get_page()
"#,
        )],
        &["GET /crm/v3/owners"],
    ),
];

#[test]
fn a_method_of_an_object_asks_the_object() {
    all(A_METHOD_OF_AN_OBJECT_ASKS_THE_OBJECT);
}

const A_METHOD_OF_AN_OBJECT_ASKS_THE_OBJECT: &[Row<'static>] = &[
    (
        &[(
            "a.js",
            r"
const hub = { root: 'https://api.hubapi.com',
 send({ api, endpoint, method = 'GET' }) { return fetch(`${this.root}/${api}/${endpoint}`, { method }); },
 all() { return this.send({ api: 'crm/v3', endpoint: 'owners' }); },
 make: function (x) { return this.send({ api: 'crm/v3', endpoint: 'objects/deals', method: 'POST' }); } };
",
        )],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[(
            "a.ts",
            r"
class Hub { async send({ api, endpoint, method }: Opts) { return this.http.request({ url: `https://api.hubapi.com/${api}/${endpoint}`, method }); }
 list() { return this.send({ api: 'crm/v3', endpoint: 'owners', method: 'GET' }); } }
",
        )],
        &["GET /crm/v3/owners"],
    ),
];

#[test]
fn a_text_beside_an_unknown_is_no_object_of_its_own() {
    all(A_TEXT_BESIDE_AN_UNKNOWN_IS_NO_OBJECT_OF_ITS_OWN);
}

const A_TEXT_BESIDE_AN_UNKNOWN_IS_NO_OBJECT_OF_ITS_OWN: &[Row<'static>] = &[(
    &[(
        "a.js",
        r"
export const a = (x) => fetch(`https://api.hubapi.com/crm/v3/objects/deal_${x}/1`);
export const b = (x) => fetch(`https://api.hubapi.com/crm/v3/objects/contacts-${x}`);
export const c = (q) => fetch(`https://api.hubapi.com/crm/v3/objects/tickets${q}`);
",
    )],
    &["GET /crm/v3/objects/tickets", "GET /crm/v3/objects/{objectType}", "GET /crm/v3/objects/{objectType}/{}"],
)];

#[test]
fn packages_of_go_share_their_transport() {
    all(PACKAGES_OF_GO_SHARE_THEIR_TRANSPORT);
}

const PACKAGES_OF_GO_SHARE_THEIR_TRANSPORT: &[Row<'static>] = &[
    (
        &[
            (
                "client.go",
                r#"package hub
const root = "https://api.hubapi.com"
func do[T any](ctx context.Context, method, path string, body any) (T, error) {
 var out T
 req, _ := http.NewRequestWithContext(ctx, method, root+path, nil)
 resp, err := http.DefaultClient.Do(req)
 return out, err
}
func get[T any](ctx context.Context, path string) (T, error) { return do[T](ctx, http.MethodGet, path, nil) }
"#,
            ),
            (
                "owners.go",
                r#"package hub
func Owners(ctx context.Context) ([]Owner, error) { return get[[]Owner](ctx, "/crm/v3/owners") }
func Make(ctx context.Context, d Deal) (*Deal, error) { return do[*Deal](ctx, http.MethodPost, "/crm/v3/objects/deals", d) }
"#,
            ),
        ],
        &["GET /crm/v3/owners", "POST /crm/v3/objects/deals"],
    ),
    (
        &[
            (
                "hub/client.go",
                r#"package hub
type Client struct { http *http.Client }
var base = "https://api.hubapi.com"
func (c *Client) do(ctx context.Context, method string, path string, in, out interface{}) error { req, err := http.NewRequest(method, base+path, nil); _, err = c.http.Do(req); return err }
"#,
            ),
            (
                "hub/deals.go",
                r#"package hub
func (c *Client) Deal(ctx context.Context, id string) error { return c.do(ctx, "GET", "/crm/v3/objects/deals/"+id, nil, nil) }
"#,
            ),
            (
                "svc/svc.go",
                r#"package svc
import "example.com/app/hub"
type S struct { c *hub.Client }
"#,
            ),
        ],
        &["GET /crm/v3/objects/deals/{}"],
    ),
];
