//! Programs as people write them: paths in pieces, requests filled in later, endpoints by key, lambdas, tables.

use crate::scan::stage::calls;

#[test]
fn go_paths_joined_from_what_is_handed_in() {
    let files = [(
        "main.go",
        r#"package crm

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"path"
)

const (
	hubHost    = "https://api.hubapi.com"
	apiVersion = "v3"
)

type Service struct{ hc *http.Client; token string }

func (s *Service) endpoint(parts ...string) string {
	u, _ := url.Parse(hubHost)
	u.Path = path.Join(append([]string{"crm", apiVersion, "objects"}, parts...)...)
	return u.String()
}

func (s *Service) roundTrip(verb, target string, payload any) (*http.Response, error) {
	buf, _ := json.Marshal(payload)
	req, err := http.NewRequest(verb, target, bytes.NewReader(buf))
	if err != nil { return nil, err }
	req.Header.Set("Authorization", "Bearer "+s.token)
	return s.hc.Do(req)
}

func (s *Service) CreateContact(p any) error {
	_, err := s.roundTrip(http.MethodPost, s.endpoint("contacts"), p)
	return err
}

func (s *Service) DeleteDeal(id string) error {
	_, err := s.roundTrip(http.MethodDelete, s.endpoint("deals", id), nil)
	return err
}
"#,
    )];
    assert_eq!(calls(&files), ["DELETE /crm/v3/objects/deals/{}", "POST /crm/v3/objects/contacts",]);
}

#[test]
fn go_requests_filled_in_later() {
    let files = [(
        "opts.go",
        r#"package hubspot

import (
	"fmt"
	"net/http"
	"net/url"
)

type request struct {
	Method string
	Path   string
	Query  url.Values
	Body   any
}

type Client struct {
	endpoint string
	doer     *http.Client
}

func NewClient(doer *http.Client) *Client {
	return &Client{endpoint: "https://api.hubapi.com", doer: doer}
}

func (c *Client) exec(r request) error {
	u := fmt.Sprintf("%s%s", c.endpoint, r.Path)
	req, err := http.NewRequest(r.Method, u, nil)
	if err != nil {
		return err
	}
	_, err = c.doer.Do(req)
	return err
}

func (c *Client) ListProducts() error {
	return c.exec(request{Method: "GET", Path: "/crm/v3/objects/products"})
}

func (c *Client) ArchiveProducts(ids []string) error {
	return c.exec(request{
		Method: http.MethodPost,
		Path:   "/crm/v3/objects/products/batch/archive",
		Body:   ids,
	})
}

func (c *Client) Pipelines(kind string) error {
	r := request{Method: http.MethodGet}
	r.Path = "/crm/v3/pipelines/deals"
	return c.exec(r)
}
"#,
    )];
    assert_eq!(
        calls(&files),
        ["GET /crm/v3/objects/products", "GET /crm/v3/pipelines/deals", "POST /crm/v3/objects/products/batch/archive",]
    );
}

#[test]
fn csharp_routes_of_a_class_belong_to_the_call() {
    let files = [
        (
            "Endpoints.cs",
            r#"namespace Integrations.HubSpot
{
    internal static class Endpoints
    {
        private const string Crm = "/crm/v3";
        private const string Objects = Crm + "/objects";

        public const string Contacts = Objects + "/contacts";
        public const string Deals = Objects + "/deals";
        public static readonly string Owners = $"{Crm}/owners";
        public static string Contact(string id) => $"{Contacts}/{id}";
        public static string Search(string objectType) => string.Format("{0}/{1}/search", Objects, objectType);
    }
}
"#,
        ),
        (
            "ApiBase.cs",
            r#"namespace Integrations.HubSpot
{
    public abstract class ApiBase
    {
        protected readonly HttpClient Http;
        protected virtual string Host => "https://api.hubapi.com";

        protected Task<T> Get<T>(string path) => Send<T>(HttpMethod.Get, path, null);
        protected Task<T> Post<T>(string path, object body) => Send<T>(HttpMethod.Post, path, body);

        private async Task<T> Send<T>(HttpMethod method, string path, object body)
        {
            var message = new HttpRequestMessage(method, Host + path);
            if (body != null) message.Content = new StringContent(JsonConvert.SerializeObject(body), Encoding.UTF8, "application/json");
            var response = await Http.SendAsync(message);
            return JsonConvert.DeserializeObject<T>(await response.Content.ReadAsStringAsync());
        }
    }
}
"#,
        ),
        (
            "ContactsApi.cs",
            r#"namespace Integrations.HubSpot
{
    public class ContactsApi : ApiBase
    {
        public Task<Contact> ById(string id) => Get<Contact>(Endpoints.Contact(id));
        public Task<Page<Contact>> All() => Get<Page<Contact>>(Endpoints.Contacts);
        public Task<Page<Contact>> Find(object filter) => Post<Page<Contact>>(Endpoints.Search("contacts"), filter);
        public Task<Page<Owner>> Owners() => Get<Page<Owner>>(Endpoints.Owners);
    }
}
"#,
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/contacts/search",
        ]
    );
}

#[test]
fn csharp_urls_that_are_built_piece_by_piece() {
    let files = [(
        "Sync.cs",
        r#"public class DealSync
{
    private readonly HttpClient client;
    private readonly HubSpotOptions options;

    public async Task<string> Page(string after)
    {
        var builder = new UriBuilder("https", "api.hubapi.com") { Path = "crm/v3/objects/deals" };
        builder.Query = "limit=100&after=" + after;
        var res = await client.GetAsync(builder.Uri);
        return await res.Content.ReadAsStringAsync();
    }

    public async Task Put(string dealId, string contactId)
    {
        var uri = new Uri(new Uri("https://api.hubapi.com"), $"/crm/v4/objects/deals/{dealId}/associations/default/contacts/{contactId}");
        await client.PutAsync(uri, null);
    }

    public async Task Batch(object body)
    {
        var url = new StringBuilder();
        url.Append("https://api.hubapi.com");
        url.Append("/crm/v3/objects/deals/batch/update");
        await client.PostAsync(url.ToString(), new StringContent(body.ToString()));
    }
}
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/deals",
            "POST /crm/v3/objects/deals/batch/update",
            "PUT /crm/v4/objects/deals/{}/associations/default/contacts/{}",
        ]
    );
}
