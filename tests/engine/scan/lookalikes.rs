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

/// A call to another host, through a client of HubSpot's or with a host that only a fallback says.
const ELSEWHERE: [(&str, &str); 14] = [
    (
        "a.py",
        "BASE = 'https://api.hubapi.com'\ndef post(u): return requests.post(BASE + u)\ndef a(p): return post('https://forms.hubspot.com/uploads/form/v2/' + p + '/x')\n",
    ),
    (
        "b.py",
        "# HubSpot\nACC = os.getenv('ACC', 'https://accounts.hubspot.com')\ndef a(c): return requests.post(f'{ACC}/oauth/v1/token', data=c)\n",
    ),
    (
        "c.ts",
        "const hub = axios.create({ baseURL: 'https://api.hubapi.com' });\nexport const a = () => hub.post('https://forms.hubspot.com/uploads/form/v2/1/2');\n",
    ),
    (
        "d.ts",
        "// HubSpot\nexport const a = () => fetch(`${process.env.ACC ?? 'https://accounts.hubspot.com'}/oauth/v1/token`, { method: 'POST' });\n",
    ),
    (
        "e.go",
        "package hubspot\nconst base = \"https://api.hubapi.com\"\nfunc get(u string) { http.Get(base + u) }\nfunc a() { get(\"https://forms.hubspot.com/uploads/form/v2/1/2\") }\n",
    ),
    (
        "f.go",
        "package hubspot\nfunc host() string {\n\tif v := os.Getenv(\"ACC\"); v != \"\" {\n\t\treturn v\n\t}\n\treturn \"https://accounts.hubspot.com\"\n}\nfunc a() { http.Post(host()+\"/oauth/v1/token\", \"\", nil) }\n",
    ),
    (
        "g.rb",
        "# HubSpot\nACC = ENV.fetch('ACC', 'https://accounts.hubspot.com')\ndef a; HTTParty.post(\"#{ACC}/oauth/v1/token\"); end\n",
    ),
    (
        "h.php",
        "<?php // HubSpot\nclass W { private $base = 'https://api.hubapi.com';\n function post($u) { return (new \\GuzzleHttp\\Client())->post($this->base . $u); }\n function a($p) { return $this->post(\"https://forms.hubspot.com/uploads/form/v2/$p/x\"); } }\n",
    ),
    (
        "i.cs",
        "// HubSpot\nclass W { HttpClient http = new HttpClient();\n Task B() { var acc = Environment.GetEnvironmentVariable(\"ACC\") ?? \"https://accounts.hubspot.com\"; return http.PostAsync(acc + \"/oauth/v1/token\", null); } }\n",
    ),
    (
        "j.kt",
        "// HubSpot\nclass W { val base = \"https://api.hubapi.com\"\n fun post(u: String) = Unirest.post(base + u).asJson()\n fun a(p: String) = post(\"https://forms.hubspot.com/uploads/form/v2/$p/x\") }\n",
    ),
    (
        "k.java",
        "// HubSpot\nclass W { String acc = System.getenv(\"ACC\") != null ? System.getenv(\"ACC\") : \"https://accounts.hubspot.com\";\n Object b() { return Unirest.post(acc + \"/oauth/v1/token\").asJson(); } }\n",
    ),
    ("l.py", "def a(key): return requests.post('https://api.hubapi.com/automation/v4/webhook-triggers/' + key)\n"),
    ("m.ts", "export const a = (p: string) => fetch(`https://api.hsforms.com/embed/v3/form/${p}/x`);\n"),
    (
        "n.py",
        "# HubSpot\nscopes = ['automation', 'content']\nurl = 'https://app.hubspot.com/oauth/authorize?scope=' + quote(' '.join(scopes))\n",
    ),
];

#[test]
fn what_goes_to_another_host_is_neither_a_call_nor_left_open() {
    for (name, text) in ELSEWHERE {
        let scan = crate::scan::stage::scanned(&[(name, text)]);
        let calls: Vec<&str> = scan.calls.iter().map(|call| call.path.as_str()).collect();
        assert_eq!(calls, Vec::<&str>::new(), "in\n{text}");
        // That a base is there of which nothing is called may be said.
        let left = scan.unresolved.iter().find(|open| !open.why.contains("what is called below it"));
        assert_eq!(left, None, "in\n{text}");
    }
}

#[test]
fn routes_and_paths_of_the_projects_own_server_are_no_calls() {
    for (name, text) in [
        (
            "a.tsx",
            "// HubSpot\nexport const a = () => { const router = useRouter(); router.push('/companies/new'); navigate('/contacts/create'); };\n",
        ),
        (
            "b.ts",
            "// HubSpot\nconst api = axios.create({ baseURL: '/api' });\nexport const a = (id: string) => api.get(`/contacts/${id}`);\nexport const b = () => axios.post('/deals/list');\n",
        ),
        ("c.py", "# HubSpot\ndef a(i): return requests.get('/contacts/' + i)\n"),
        ("d.rb", "# HubSpot\ndef a(id) HTTParty.get(\"/contacts/#{id}\") end\n"),
        ("e.php", "<?php // HubSpot\nfunction a($http, $i) { return $http->get(\"/contacts/$i\"); }\n"),
        (
            "f.cs",
            "// HubSpot\nclass W { HttpClient http = new HttpClient(); Task C(int i) => http.GetAsync($\"/contacts/{i}\"); }\n",
        ),
        ("g.go", "package hubspot\nfunc a(id string) { http.Get(\"/contacts/\" + id) }\n"),
        (
            "h.java",
            "// HubSpot\nclass W { Object a(String id) { return Unirest.get(\"/contacts/\" + id).asJson(); } }\n",
        ),
        ("i.kt", "// HubSpot\nfun a(id: String) = Unirest.get(\"/contacts/$id\").asJson()\n"),
    ] {
        let scan = crate::scan::stage::scanned(&[(name, text)]);
        assert!(
            scan.calls.is_empty() && scan.unresolved.is_empty(),
            "{:?} {:?} in\n{text}",
            scan.calls,
            scan.unresolved
        );
    }
}
