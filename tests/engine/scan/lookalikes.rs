//! What looks like a call and is none: servers, controllers, mock libraries, logs, other vendors.

use crate::scan::stage::calls;

#[test]
fn go_servers_and_other_vendors_do_not_count() {
    let files = [(
        "other.go",
        r#"package zoho

import (
	"log"
	"net/http"
)

// Moved here from HubSpot: GET https://api.hubapi.com/crm/v3/objects/contacts
const zohoBase = "https://www.zohoapis.com"

func list() (*http.Response, error) {
	log.Printf("see https://developers.hubspot.com/docs/api/crm/contacts and POST /crm/v3/objects/contacts")
	return http.Get(zohoBase + "/crm/v3/Contacts")
}

func pipedrive(tok string) (*http.Response, error) {
	return http.Get("https://api.pipedrive.com/v1/deals?api_token=" + tok)
}

func serve(mux *http.ServeMux) {
	mux.HandleFunc("/crm/v3/objects/contacts", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) })
	http.HandleFunc("/contacts/v1/contact", nil)
}
"#,
    )];
    assert!(calls(&files).is_empty());
}

#[test]
fn csharp_controllers_do_not_count() {
    let files = [(
        "Other.cs",
        r#"public class PipedriveClient
{
    /// <summary>Replaces HubSpot's <c>POST /crm/v3/objects/contacts</c>.</summary>
    public Task Add(object o) => new HttpClient().PostAsync("https://api.pipedrive.com/contacts/v1/contact", null);

    public void Log(ILogger logger) => logger.LogInformation("Calling https://api.hubapi.com/crm/v3/objects/deals for {Id}", 1);

    [HttpPost("/crm/v3/objects/contacts")]
    public IActionResult Fake() => Ok();
}
"#,
    )];
    assert!(calls(&files).is_empty());
}

#[test]
fn java_controllers_do_not_count() {
    let files = [(
        "Controller.java",
        r#"@RestController
@RequestMapping("/crm/v3")
public class MockHubSpotController {
    @GetMapping("/objects/contacts")
    public String contacts() { return "{}"; }
    @PostMapping("/objects/deals")
    public String deals() { return "{}"; }
    void log() { log.info("calling https://api.hubapi.com/crm/v3/objects/contacts"); }
}
"#,
    )];
    assert!(calls(&files).is_empty());
}

#[test]
fn ruby_routes_do_not_count() {
    let files = [(
        "spec_like.rb",
        r#"class FakeHubspot < Sinatra::Base
  get('/crm/v3/objects/contacts') { '{}' }
  post '/crm/v3/objects/deals' do
    '{}'
  end
end
Rails.logger.info "GET https://api.hubapi.com/crm/v3/objects/contacts"
raise HubspotError, 'PATCH /crm/v3/objects/contacts failed'
"#,
    )];
    assert!(calls(&files).is_empty());
}

#[test]
fn pretended_servers_do_not_count() {
    let files = [(
        "neg.ts",
        r"import nock from 'nock';
import { http, HttpResponse } from 'msw';
export const handlers = [http.get('https://api.hubapi.com/crm/v3/objects/contacts', () => HttpResponse.json({}))];
nock('https://api.hubapi.com').post('/crm/v3/objects/contacts').reply(200);
app.get('/crm/v3/objects/contacts', (_, res) => res.json({}));
const docs = 'https://developers.hubspot.com/docs/api/crm/contacts';
console.log(`POST https://api.hubapi.com/crm/v3/objects/contacts failed: see ${docs}`);
fetch('https://www.zohoapis.com/crm/v3/Contacts');
fetch(`https://api.freshsales.io/contacts/v1/lists`);
throw new Error('GET /crm/v3/objects/deals returned 403');
",
    )];
    assert!(calls(&files).is_empty());
}
