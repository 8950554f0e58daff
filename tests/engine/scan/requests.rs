//! Requests and URLs that are filled in after they were made, part by part.

use crate::scan::stage::expect;

#[test]
fn go_options_may_be_completed_later() {
    let code = r#"package hub
type Options struct { Method, Endpoint string; Body any }
type Client struct { hc *http.Client; root string }
func New() *Client { return &Client{root: "https://api.hubapi.com"} }
func (c *Client) do(ctx context.Context, o Options) error {
	req, err := http.NewRequestWithContext(ctx, o.Method, c.root+o.Endpoint, nil)
	if err != nil { return err }
	_, err = c.hc.Do(req)
	return err
}
func (c *Client) A(ctx context.Context) error { opts := Options{Method: "GET"}; opts.Endpoint = "/crm/v3/objects/contacts"; return c.do(ctx, opts) }
func (c *Client) B(ctx context.Context, id string) error { var opts Options; opts.Method = http.MethodPatch; opts.Endpoint = "/crm/v3/objects/deals/" + id; return c.do(ctx, opts) }
func (c *Client) C(ctx context.Context) error { opts := new(Options); opts.Method = "DELETE"; opts.Endpoint = "/crm/v3/objects/products/1"; return c.do(ctx, *opts) }
func (c *Client) D(ctx context.Context, find bool) error {
	opts := Options{Method: "POST", Endpoint: "/crm/v3/objects/tickets"}
	if find { opts.Endpoint += "/search" }
	return c.do(ctx, opts)
}
"#;
    let wanted = [
        "DELETE /crm/v3/objects/products/{}",
        "GET /crm/v3/objects/contacts",
        "PATCH /crm/v3/objects/deals/{}",
        "POST /crm/v3/objects/tickets",
        "POST /crm/v3/objects/tickets/search",
    ];
    expect("hub.go", code, &wanted);
}

#[test]
fn messages_and_urls_of_csharp_may_be_filled_in_later() {
    let code = r#"
// HubSpot
public class Hub(HttpClient http) {
    const string Host = "https://api.hubapi.com";
    public Task A() { var m = new HttpRequestMessage(); m.Method = HttpMethod.Post; m.RequestUri = new Uri(Host + "/crm/v3/objects/deals"); return http.SendAsync(m); }
    public Task B() => http.SendAsync(new HttpRequestMessage { RequestUri = new Uri(new Uri(Host), "crm/v3/objects/tickets"), Method = new HttpMethod("POST") });
    public Task C() { var url = QueryHelpers.AddQueryString(Host + Paths.Quotes, new Dictionary<string,string> { ["a"] = "b" }); return http.GetAsync(url); }
    public Task D() { var b = new UriBuilder(Host); b.Path = Paths.Quotes; b.Path += "/batch/read"; return http.PostAsync(b.Uri, null); }
}
static class Paths { public const string Quotes = "/crm/v3/objects/quotes"; }
"#;
    let wanted = [
        "GET /crm/v3/objects/quotes",
        "POST /crm/v3/objects/deals",
        "POST /crm/v3/objects/quotes/batch/read",
        "POST /crm/v3/objects/tickets",
    ];
    expect("Hub.cs", code, &wanted);
}

#[test]
fn a_path_of_one_word_is_below_the_base_of_its_client() {
    let code = r#"<?php
class Hub {
  private $client;
  public function __construct(private string $token) { $this->client = new \GuzzleHttp\Client(['base_uri' => 'https://api.hubapi.com/crm/v3/', 'headers' => ['Authorization' => "Bearer $token"]]); }
  public function a() { return $this->client->get('objects/contacts'); }
  public function e() { return $this->client->requestAsync('GET', 'owners'); }
}
"#;
    expect("Hub.php", code, &["GET /crm/v3/objects/contacts", "GET /crm/v3/owners"]);
}

#[test]
fn functional_options_of_go_say_method_and_path() {
    let code = r#"package hub
type Option func(*request)
type request struct { method string; path string; body any }
func WithMethod(m string) Option { return func(r *request) { r.method = m } }
func WithPath(p string) Option { return func(r *request) { r.path = p } }
type Client struct { hc *http.Client }
func (c *Client) Do(opts ...Option) error {
	r := &request{method: http.MethodGet}
	for _, o := range opts { o(r) }
	req, _ := http.NewRequest(r.method, "https://api.hubapi.com"+r.path, nil)
	_, err := c.hc.Do(req)
	return err
}
func (c *Client) A() error { return c.Do(WithPath("/crm/v3/objects/contacts")) }
func (c *Client) B() error { return c.Do(WithMethod("POST"), WithPath("/crm/v3/objects/deals")) }
"#;
    expect("hub.go", code, &["GET /crm/v3/objects/contacts", "POST /crm/v3/objects/deals"]);
}

#[test]
fn segments_of_flurl_are_one_path() {
    let code = r#"
public class C {
    const string Root = "https://api.hubapi.com";
    public Task A(string id) => Root.AppendPathSegment("crm").AppendPathSegments("v3", "objects", "contacts").AppendPathSegment(id).GetJsonAsync<Contact>();
    public Task B() => new FlurlClient(Root).Request("crm", "v3", "objects", "quotes").GetJsonAsync<Q>();
    public Task D() { var u = new Url(Root); u.AppendPathSegment("crm/v3/objects/line_items"); return u.SendJsonAsync(HttpMethod.Post, new {}); }
}
"#;
    let wanted = ["GET /crm/v3/objects/contacts/{}", "GET /crm/v3/objects/quotes", "POST /crm/v3/objects/line_items"];
    expect("C.cs", code, &wanted);
}

#[test]
fn what_is_put_into_a_list_is_part_of_the_path() {
    let code = r#"
const HOST = "https://api.hubapi.com";
export async function e(id?: string) { const parts = [HOST, "crm", "v3", "objects"]; parts.push("products"); if (id) parts.push(id); return fetch(parts.join("/")); }
"#;
    expect("e.ts", code, &["GET /crm/v3/objects/products", "GET /crm/v3/objects/products/{}"]);
    let php = r"<?php
const HOST = 'https://api.hubapi.com';
class Hub { function d($id) { $parts = [HOST, 'crm/v3/objects']; $parts[] = 'products'; $parts[] = $id; return $this->http->get(implode('/', $parts)); } }
";
    expect("hub.php", php, &["GET /crm/v3/objects/products/{}"]);
}

#[test]
fn urls_of_java_are_built_part_by_part() {
    let code = r#"
// HubSpot
class Hub {
    Object a(OkHttpClient ok) { HttpUrl u = new HttpUrl.Builder().scheme("https").host("api.hubapi.com").addPathSegments("crm/v3/objects").addPathSegment("products").build(); return ok.newCall(new Request.Builder().url(u).post(body).build()).execute(); }
    Object b(OkHttpClient ok, String id) { HttpUrl.Builder b = HttpUrl.parse("https://api.hubapi.com").newBuilder(); b.addPathSegments("crm/v3/objects/quotes"); b.addPathSegment(id); return ok.newCall(new Request.Builder().url(b.build()).delete().build()).execute(); }
    Object c(String id) { URI u = UriComponentsBuilder.fromHttpUrl("https://api.hubapi.com").pathSegment("crm", "v3", "objects", "line_items", id).build().toUri(); return new RestTemplate().getForObject(u, String.class); }
    Object d() { URI u = UriComponentsBuilder.fromUriString("https://api.hubapi.com").path("/crm/v3/properties/{t}").buildAndExpand("contacts").toUri(); return new RestTemplate().postForObject(u, 1, String.class); }
}
"#;
    let wanted = [
        "DELETE /crm/v3/objects/quotes/{}",
        "GET /crm/v3/objects/line_items/{}",
        "POST /crm/v3/objects/products",
        "POST /crm/v3/properties/contacts",
    ];
    expect("Hub.java", code, &wanted);
}

#[test]
fn a_request_says_its_method_in_its_lambda_or_on_its_way() {
    let kotlin = r#"
// HubSpot
class C(private val http: HttpClient) {
    suspend fun c() = http.request("https://api.hubapi.com/crm/v3/objects/tickets/1") { method = HttpMethod.Patch }
}
"#;
    expect("C.kt", kotlin, &["PATCH /crm/v3/objects/tickets/{}"]);
    let go = r#"package hub
type Builder struct { method, path string; c *http.Client }
func (c *API) Request() *Builder { return &Builder{c: c.hc} }
func (b *Builder) Verb(m string) *Builder { b.method = m; return b }
func (b *Builder) Path(p string) *Builder { b.path = p; return b }
func (b *Builder) Send() error { req, _ := http.NewRequest(b.method, "https://api.hubapi.com"+b.path, nil); _, err := b.c.Do(req); return err }
type API struct { hc *http.Client }
func (a *API) One() error { return a.Request().Verb("POST").Path("/crm/v3/objects/contacts").Send() }
"#;
    expect("hub.go", go, &["POST /crm/v3/objects/contacts"]);
}

#[test]
fn a_local_name_hides_what_another_class_calls_so() {
    let code = r#"
// HubSpot
class Hub {
    Object j(RestClient rest) { String path = rest.toString(); return rest.get().uri("https://api.hubapi.com" + path).retrieve(); }
}
class Other { private final String path = "/crm/v3/objects/tasks"; }
"#;
    expect("Hub.java", code, &[]);
}
