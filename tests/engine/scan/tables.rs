//! Paths in maps that are filled by calls, in objects whose fields come one by one, below URLs with a version.

use crate::scan::stage::{calls, expect, scanned};

#[test]
fn maps_of_java_are_asked_for_their_keys() {
    let code = r#"
package shop.hubspot;
public class Hub {
  private static final Map<String, String> PATHS = new HashMap<>();
  static { PATHS.put("contact", "/crm/v3/objects/contacts"); PATHS.put("deal", "/crm/v3/objects/deals"); }
  private static final Map<String, String> MORE = Map.of("ticket", "/crm/v3/objects/tickets", "owner", "/crm/v3/owners");
  private final String base = "https://api.hubapi.com";
  String call(String method, String path) {
    return client.send(HttpRequest.newBuilder().uri(URI.create(base + path)).method(method, none()).build());
  }
  void a() { call("POST", PATHS.get("deal")); }
  void b() { call("GET", MORE.get("owner")); }
  void c() {
    HttpUrl url = HttpUrl.parse(base).newBuilder().addPathSegment("crm").addPathSegment("v3").addPathSegment("lists").build();
    http.newCall(new Request.Builder().url(url).post(body).build());
  }
}
"#;
    expect("Hub.java", code, &["GET /crm/v3/owners", "POST /crm/v3/lists", "POST /crm/v3/objects/deals"]);
}

#[test]
fn a_client_for_all_calls_is_not_where_a_call_is_shown() {
    let code = r#"// HubSpot
public abstract class Api
{
    protected abstract string Resource { get; }
    protected async Task Send(HttpMethod method, string tail)
    {
        var request = new HttpRequestMessage(method, $"https://api.hubapi.com/crm/v3/{Resource}{tail}");
        await Client.SendAsync(request);
    }
}
public sealed class Items : Api
{
    protected override string Resource => "objects/line_items";
    public Task One(long id) => Send(HttpMethod.Get, $"/{id:D}");

    public Task Make() => Send(HttpMethod.Post, string.Empty);
}
"#;
    let scan = scanned(&[("Api.cs", code)]);
    let found: Vec<(usize, String)> =
        scan.calls.iter().map(|call| (call.line, format!("{} {}", call.method, call.path))).collect();
    assert_eq!(
        found,
        [
            (14, "GET /crm/v3/objects/line_items/{objectId}".to_owned()),
            (16, "POST /crm/v3/objects/line_items".to_owned())
        ]
    );
}

#[test]
fn objects_are_made_by_place_and_by_name_side_by_side() {
    let code = r#"
import httpx
from dataclasses import dataclass

@dataclass
class Req:
    method: str
    path: str

class HubSpot:
    def __init__(self):
        self.client = httpx.Client(base_url="https://api.hubapi.com")

    def send(self, req: Req):
        return self.client.request(req.method, req.path)

    def owners(self):
        return self.send(Req("GET", "/crm/v3/owners"))

    def find(self):
        return self.send(Req(method="POST", path="/crm/v3/objects/contacts/search"))
"#;
    expect("hub.py", code, &["GET /crm/v3/owners", "POST /crm/v3/objects/contacts/search"]);
}

#[test]
fn a_path_stands_below_the_url_with_its_version() {
    let urls = r#"
// HubSpot
public static class Urls { public const string Cms = "https://api.hubapi.com/cms/v3"; }
public class Client(string? url = null) : BaseClient(new() { BaseUrl = url == null ? Urls.Cms.ToUri() : url.ToUri() }) { }
"#;
    let posts = r#"
// HubSpot
public class Posts
{
    public Task Make(object post)
    {
        var request = new RestRequest("/blogs/posts", Method.Post).AddJsonBody(post);
        return Client.ExecuteAsync(request);
    }
}
"#;
    assert_eq!(calls(&[("Urls.cs", urls), ("Posts.cs", posts)]), ["POST /cms/v3/blogs/posts"]);
}

#[test]
fn a_client_of_a_service_is_declared_in_two_annotations() {
    let code = r#"
package shop.hubspot;
@Path("/crm/v3/objects")
@RegisterRestClient(baseUri = "https://api.hubapi.com")
public interface Api {
  @GET @Path("/contacts/{id}") String contact(@PathParam("id") String id);
  @DELETE
  @Path("/tickets/{id}")
  void ticket(@PathParam("id") String id);
}
"#;
    expect("Api.java", code, &["DELETE /crm/v3/objects/tickets/{}", "GET /crm/v3/objects/contacts/{}"]);
    let server = code.replace("@RegisterRestClient(baseUri = \"https://api.hubapi.com\")\n", "");
    expect("Api.java", &server, &[]);
}

#[test]
fn go_knows_types_without_names_and_functions_of_types() {
    let code = r#"
package hubspot

const base = "https://api.hubapi.com"

var routes = struct{ Lists, Forms string }{Lists: "/crm/v3/lists", Forms: "/marketing/v3/forms"}

func call[T any](c *http.Client, method string, parts ...string) {
	target := strings.Join(append([]string{base, "crm", "v3"}, parts...), "/")
	req, _ := http.NewRequest(method, target, nil)
	c.Do(req)
}

func Products(c *http.Client) { call[Product](c, "GET", "objects", "products") }
func Forms()                  { http.Post(base+routes.Forms, "application/json", nil) }
"#;
    expect("a.go", code, &["GET /crm/v3/objects/products", "POST /marketing/v3/forms"]);
}
