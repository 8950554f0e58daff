//! Types whose methods and requests are spread: over the files of a package, over the objects that describe one request.

use crate::scan::stage::{calls, expect};

#[test]
fn a_struct_that_describes_a_request_says_it_where_it_is_made() {
    let code = r#"
package crm

type operation struct {
	Name   string
	Method string
	Path   string
}

type transport struct{ base string }

func newTransport() *transport { return &transport{base: "https://api.hubapi.com"} }

func (t *transport) Do(ctx context.Context, op operation, body io.Reader) error {
	target, _ := url.JoinPath(t.base, op.Path)
	req, _ := http.NewRequestWithContext(ctx, op.Method, target, body)
	return t.send(req)
}

type Schemas struct{ transport *transport }

func schemas() string { return "/crm/v3/schemas" }

func (c *Schemas) Get(ctx context.Context, id string) error {
	return c.transport.Do(ctx, operation{Name: "read", Method: http.MethodGet, Path: schemas() + "/" + id}, nil)
}

func (c *Schemas) Create(ctx context.Context, in io.Reader) error {
	return c.transport.Do(ctx, operation{Name: "create", Method: http.MethodPost, Path: schemas()}, in)
}

func (c *Schemas) Archive(ctx context.Context, id string) error {
	return c.transport.Do(ctx, operation{"archive", http.MethodDelete, schemas() + "/" + id}, nil)
}
"#;
    expect(
        "crm.go",
        code,
        &["DELETE /crm/v3/schemas/{objectType}", "GET /crm/v3/schemas/{objectType}", "POST /crm/v3/schemas"],
    );
}

#[test]
fn methods_of_a_go_type_stand_in_any_file_of_its_package() {
    let service = r#"
package hubspot

const (
	cms string = "https://api.hubapi.com/cms"
	crm string = "https://api.hubapi.com/crm"
)

type Service struct{ http *rest.Service }

func (service *Service) send(config *rest.RequestConfig) error { return service.http.HttpRequest(config) }

func (service *Service) urlCms(path string) string { return fmt.Sprintf("%s/v3/%s", cms, path) }
func (service *Service) urlCrm(path string) string { return fmt.Sprintf("%s/v3/%s", crm, path) }
"#;
    let blogs = r#"
package hubspot

func (service *Service) DeletePost(id string) error {
	endpoint := "blogs/posts"
	config := rest.RequestConfig{Method: http.MethodDelete, Url: service.urlCms(fmt.Sprintf("%s/%s", endpoint, id))}
	return service.send(&config)
}

func (service *Service) AddGroup() error {
	config := rest.RequestConfig{Method: http.MethodPost, Url: service.urlCrm("properties/deals/groups")}
	return service.send(&config)
}
"#;
    // Another package has a type of the same name.
    let other =
        "package shop\n\ntype Service struct{}\n\nfunc (s *Service) urlCms(path string) string { return path }\n";
    assert_eq!(
        calls(&[("hubspot/service.go", service), ("hubspot/blogs.go", blogs), ("shop/service.go", other)]),
        ["DELETE /cms/v3/blogs/posts/{}", "POST /crm/v3/properties/deals/groups"]
    );
}

#[test]
fn a_partial_class_goes_on_in_another_file() {
    let main = r#"
namespace Shop;
public partial class HubSpotGateway
{
    private const string Base = "https://api.hubapi.com";
    private readonly HttpClient _http = new HttpClient();
    private string At(string path) => $"{Base}/crm/v3/objects/{path}";
}
"#;
    let deals = r#"
namespace Shop;
// Deals of HubSpot.
public partial class HubSpotGateway
{
    public Task<string> Deal(string id) => _http.GetStringAsync(At($"deals/{id}"));
    public Task Drop(string id) => _http.DeleteAsync(At("tickets/" + id));
}
"#;
    assert_eq!(
        calls(&[("Gateway.cs", main), ("Gateway.Deals.cs", deals)]),
        ["DELETE /crm/v3/objects/tickets/{}", "GET /crm/v3/objects/deals/{}"]
    );
}

#[test]
fn a_version_that_a_client_is_set_to_may_be_anything() {
    let code = r#"
package hubspot

type Client struct {
	base     *url.URL
	revision *string
}

func New(config Config) *Client {
	base, _ := url.Parse(config.Endpoint)
	return &Client{base: base, revision: &config.Revision}
}

func (c *Client) request(method, path string) (*http.Request, error) {
	rel, _ := url.Parse(strings.TrimSpace(path))
	return http.NewRequest(method, c.base.ResolveReference(rel).String(), nil)
}

func (c *Client) Search() {
	path := fmt.Sprintf("/crm/%s/lists/search", *c.revision)
	c.request("POST", path)
}
"#;
    expect("a.go", code, &["POST /crm/v3/lists/search"]);
}
