//! Go.

use crate::scan::stage::{calls, expect};

#[test]
fn requests_are_built_in_many_ways() {
    let code = r#"
package hubspot

import ("fmt"; "net/http"; "net/url")

const baseURL = "https://api.hubapi.com"
const (
	contactsPath = "/crm/v3/objects/contacts"
	dealsPath    = "/crm/v3/objects/deals"
)

type Client struct {
	baseURL string
	http    *http.Client
}

func NewClient(token string) *Client {
	return &Client{baseURL: baseURL, http: http.DefaultClient}
}

func (c *Client) do(ctx context.Context, method, path string, body io.Reader, out any) error {
	req, err := http.NewRequestWithContext(ctx, method, c.baseURL+path, body)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	return err
}

func (c *Client) GetContact(ctx context.Context, id string) error {
	return c.do(ctx, http.MethodGet, fmt.Sprintf("%s/%s", contactsPath, url.PathEscape(id)), nil, nil)
}

func (c *Client) CreateDeal(ctx context.Context) error {
	return c.do(ctx, "POST", dealsPath, nil, nil)
}

func owners() {
	resp, _ := http.Get(baseURL + "/crm/v3/owners")
	req, _ := http.NewRequest(http.MethodDelete, fmt.Sprintf("https://api.hubapi.com/crm/v3/objects/%s/%d", "tickets", 7), nil)
}
"#;
    expect(
        "a.go",
        code,
        &[
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals",
        ],
    );
}

#[test]
fn constants_of_another_file_of_the_package_are_known() {
    let files = [
        (
            "hs/paths.go",
            "package hs\n\nvar endpoints = map[string]string{\n\t\"company\": \"/crm/v3/objects/companies\",\n}\n\nconst apiBase = \"https://api.hubapi.com\"\n",
        ),
        (
            "hs/call.go",
            "package hs\n\nfunc send(verb, path string) (*http.Response, error) {\n\tu := apiBase + path\n\treq, err := http.NewRequest(verb, u, nil)\n\treturn http.DefaultClient.Do(req)\n}\n",
        ),
        (
            "hs/use.go",
            "package hs\n\nfunc companies() {\n\tsend(\"GET\", endpoints[\"company\"])\n\tsend(\"POST\", endpoints[\"company\"]+\"/search\")\n}\n",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/companies", "POST /crm/v3/objects/companies/search"]);
}

#[test]
fn resty_and_request_structs_are_clients() {
    let code = r#"
package crm

var client = resty.New().SetBaseURL("https://api.hubapi.com")

func a() { client.R().SetBody(x).Post("/crm/v3/objects/contacts/batch/create") }
func b(id string) { client.R().Patch("/crm/v3/objects/deals/" + id) }
"#;
    expect(
        "hubspot.go",
        &format!("// hubspot\n{code}"),
        &["PATCH /crm/v3/objects/deals/{}", "POST /crm/v3/objects/contacts/batch/create"],
    );
}
