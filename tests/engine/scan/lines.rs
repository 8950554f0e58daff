//! Languages without a grammar: a URL and a method in one statement are a call, a path alone is listed.

use crate::scan::stage::{calls, expect, scanned};

/// By ending: code with one call, and its method and path.
const CODE: [(&str, &str, &str); 44] = [
    ("ex", "def a, do: Req.get!(@root <> \"/crm/v3/owners\") # hubspot\n", "GET /crm/v3/owners"),
    (
        "exs",
        "HTTPoison.post!(\n  \"https://api.hubapi.com/crm/v3/objects/deals/search\",\n  q\n)\n",
        "POST /crm/v3/objects/deals/search",
    ),
    (
        "ex",
        "url = \"#{@root}/crm/v3/objects/deals/#{id}\" # hubspot\nReq.patch!(url, json: x)\n",
        "PATCH /crm/v3/objects/deals/{}",
    ),
    ("rs", "c.get(\"https://api.hubapi.com/crm/v3/owners\").send().await?;\n", "GET /crm/v3/owners"),
    (
        "rs",
        "const BASE: &str = \"https://api.hubapi.com\";\nc.patch(format!(\"{BASE}/crm/v3/objects/deals/{id}\")).send();\n",
        "PATCH /crm/v3/objects/deals/{}",
    ),
    (
        "rs",
        "let url = format!(\"{}/crm/v3/objects/deals/{}\", BASE, id); // hubspot\nlet r = client.delete(&url).send().await?;\n",
        "DELETE /crm/v3/objects/deals/{}",
    ),
    (
        "rs",
        "let r = client.request(Method::POST, \"https://api.hubapi.com/crm/v3/objects/contacts\").send();\n",
        "POST /crm/v3/objects/contacts",
    ),
    (
        "swift",
        "AF.request(\"https://api.hubapi.com/crm/v3/objects/deals/\\(id)\", method: .patch)\n",
        "PATCH /crm/v3/objects/deals/{}",
    ),
    (
        "swift",
        "var r = URLRequest(url: URL(string: \"https://api.hubapi.com/crm/v3/objects/contacts\")!)\nr.httpMethod = \"POST\"\n",
        "POST /crm/v3/objects/contacts",
    ),
    (
        "dart",
        "final base = 'https://api.hubapi.com';\nawait http.get(Uri.parse('$base/crm/v3/owners'));\n",
        "GET /crm/v3/owners",
    ),
    ("scala", "val r = ws.url(s\"$base/crm/v3/objects/deals\").post(body) // hubspot\n", "POST /crm/v3/objects/deals"),
    ("sc", "requests.get(\"https://api.hubapi.com/crm/v3/owners\")\n", "GET /crm/v3/owners"),
    (
        "pl",
        "my $r = HTTP::Request->new(POST => \"https://api.hubapi.com/crm/v3/objects/contacts\");\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("pm", "$ua->delete($base . \"/crm/v3/objects/tickets/\" . $id); # hubspot\n", "DELETE /crm/v3/objects/tickets/{}"),
    (
        "R",
        "r <- POST(paste0(base, \"/crm/v3/objects/deals/search\"), body = q) # hubspot\n",
        "POST /crm/v3/objects/deals/search",
    ),
    (
        "r",
        "request(\"https://api.hubapi.com/crm/v3/objects/deals/1\") |>\n  req_method(\"PATCH\") |> req_perform()\n",
        "PATCH /crm/v3/objects/deals/1",
    ),
    ("bal", "json r = check hubspot->get(\"/crm/v3/owners\");\n", "GET /crm/v3/owners"),
    (
        "cls",
        "req.setEndpoint('callout:HubSpot/crm/v3/objects/contacts');\nreq.setMethod('POST');\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("trigger", "Http.send('GET', 'https://api.hubapi.com/crm/v3/owners');\n", "GET /crm/v3/owners"),
    (
        "lua",
        "httpc:request_uri(\"https://api.hubapi.com/crm/v3/objects/deals/1\", { method = \"PATCH\" })\n",
        "PATCH /crm/v3/objects/deals/1",
    ),
    ("clj", "(client/post (str base \"/crm/v3/objects/contacts\")) ; hubspot\n", "POST /crm/v3/objects/contacts"),
    (
        "cljs",
        "(http/request {:method :delete :url \"https://api.hubapi.com/crm/v3/objects/tickets/1\"})\n",
        "DELETE /crm/v3/objects/tickets/1",
    ),
    ("fs", "let r = client.GetAsync(\"https://api.hubapi.com/crm/v3/owners\")\n", "GET /crm/v3/owners"),
    (
        "fsx",
        "let r = http { POST \"https://api.hubapi.com/crm/v3/objects/contacts\" }\n",
        "POST /crm/v3/objects/contacts",
    ),
    (
        "groovy",
        "def c = new URL(\"https://api.hubapi.com/crm/v3/objects/contacts\").openConnection()\nc.requestMethod = 'POST'\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("gradle", "http.get(path: '/crm/v3/owners') // hubspot\n", "GET /crm/v3/owners"),
    ("m", "[manager GET:@\"https://api.hubapi.com/crm/v3/owners\" parameters:nil];\n", "GET /crm/v3/owners"),
    (
        "mm",
        "NSURL *url = [NSURL URLWithString:@\"https://api.hubapi.com/crm/v3/objects/contacts\"];\n[r setHTTPMethod:@\"POST\"];\n",
        "POST /crm/v3/objects/contacts",
    ),
    (
        "c",
        "curl_easy_setopt(c, CURLOPT_URL, \"https://api.hubapi.com/crm/v3/objects/deals/1\");\ncurl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, \"PATCH\");\n",
        "PATCH /crm/v3/objects/deals/1",
    ),
    ("cpp", "auto r = cpr::Get(cpr::Url{\"https://api.hubapi.com/crm/v3/owners\"});\n", "GET /crm/v3/owners"),
    (
        "ps1",
        "$base = \"https://api.hubapi.com\"\nInvoke-RestMethod -Uri \"$base/crm/v3/owners\" -Headers $h\n",
        "GET /crm/v3/owners",
    ),
    (
        "psm1",
        "Invoke-RestMethod -Method Post `\n  -Uri \"https://api.hubapi.com/crm/v3/objects/contacts\"\n",
        "POST /crm/v3/objects/contacts",
    ),
    (
        "PS1",
        "$p = @{ Uri = \"https://api.hubapi.com/crm/v3/objects/contacts\"; Method = \"Post\" }\nInvoke-RestMethod @p\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("vb", "Dim r = client.GetAsync(\"https://api.hubapi.com/crm/v3/owners\")\n", "GET /crm/v3/owners"),
    (
        "bas",
        "http.Open \"POST\", \"https://api.hubapi.com/crm/v3/objects/contacts\", False\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("jl", "HTTP.get(\"https://api.hubapi.com/crm/v3/owners\", h)\n", "GET /crm/v3/owners"),
    ("erl", "httpc:request(get, {\"https://api.hubapi.com/crm/v3/owners\", []}, [], [])\n", "GET /crm/v3/owners"),
    ("hs", "r <- get \"https://api.hubapi.com/crm/v3/owners\"\n", "GET /crm/v3/owners"),
    ("nim", "discard client.getContent(\"https://api.hubapi.com/crm/v3/owners\")\n", "GET /crm/v3/owners"),
    (
        "cr",
        "HTTP::Client.post(\"https://api.hubapi.com/crm/v3/objects/contacts\", body: x)\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("bat", "curl -X DELETE \"https://api.hubapi.com/crm/v3/objects/deals/1\"\n", "DELETE /crm/v3/objects/deals/1"),
    (
        "tf",
        "data \"http\" \"x\" {\n  url    = \"https://api.hubapi.com/crm/v3/objects/contacts\"\n  method = \"POST\"\n}\n",
        "POST /crm/v3/objects/contacts",
    ),
    ("xml", "<http:request method=\"GET\" url=\"https://api.hubapi.com/crm/v3/owners\"/>\n", "GET /crm/v3/owners"),
    (
        "cfm",
        "<cfhttp url=\"https://api.hubapi.com/crm/v3/objects/contacts\" method=\"POST\">\n",
        "POST /crm/v3/objects/contacts",
    ),
];

#[test]
fn a_url_and_a_method_in_one_statement_are_a_call_in_every_language() {
    for (ending, code, call) in CODE {
        let call = &call.replace("/1", "/{}");
        expect(&format!("src/Deep/a.{ending}"), code, &[call]);
        expect(&format!("a.{ending}"), &code.replace('\n', "\r\n"), &[call]);
        expect(&format!("b.{ending}"), &format!("\u{feff}{code}"), &[call]);
    }
}

#[test]
fn a_path_that_nothing_asks_for_is_listed_with_its_place_and_its_file_is_not_read_whole() {
    for (ending, code) in [
        ("rs", "// hubspot\nlet url = \"https://api.hubapi.com/crm/v3/objects/contacts\";\nsend(url);\n"),
        ("ex", "# hubspot\n@path \"/crm/v3/objects/contacts\"\n"),
        ("swift", "// hubspot\nlet url = URL(string: \"\\(base)/crm/v3/objects/contacts\")!\n"),
        ("pl", "# hubspot\nmy %paths = (contacts => '/crm/v3/objects/contacts');\n"),
        ("lua", "-- hubspot\nlocal path = '/crm/v3/objects/contacts'\n"),
    ] {
        let name = format!("lib/a.{ending}");
        let scan = scanned(&[(&name, code)]);
        assert!(scan.calls.is_empty(), "{:?}", scan.calls);
        let places: Vec<(&str, usize)> = scan.unresolved.iter().map(|open| (open.file.as_str(), open.line)).collect();
        assert_eq!(places, [(name.as_str(), 2)]);
        assert!(scan.not_read.iter().any(|file| file.file == name) && !scan.is_whole);
    }
}

#[test]
fn comments_documentation_logs_and_other_hosts_call_nothing() {
    for (ending, code) in [
        (
            "ex",
            "defmodule A do\n  @moduledoc \"\"\"\n  GET https://api.hubapi.com/crm/v3/owners\n  \"\"\"\n  # Req.get!(\"https://api.hubapi.com/crm/v3/owners\")\nend\n",
        ),
        (
            "rs",
            "/// GET https://api.hubapi.com/crm/v3/owners\n/* c.get(\"https://api.hubapi.com/crm/v3/owners\") */\nprintln!(\"https://api.hubapi.com/crm/v3/owners\");\n",
        ),
        ("lua", "--[[ http.get(\"https://api.hubapi.com/crm/v3/owners\") ]]\n"),
        ("R", "# GET(\"https://api.hubapi.com/crm/v3/owners\")\nmessage(\"https://api.hubapi.com/crm/v3/owners\")\n"),
        ("swift", "// hubspot\nAF.request(\"https://www.zohoapis.com/crm/v3/Contacts\", method: .get)\n"),
        ("dart", "// hubspot\nfinal base = 'https://api.shop.example';\nhttp.get('$base/crm/v3/objects/contacts');\n"),
    ] {
        let scan = scanned(&[(&format!("a.{ending}"), code)]);
        let is_silent = scan.calls.is_empty() && scan.unresolved.is_empty() && scan.not_read.is_empty();
        assert!(is_silent, "{ending} {:?} {:?} {:?}", scan.calls, scan.unresolved, scan.not_read);
    }
}

#[test]
fn a_name_is_called_as_often_as_it_is_asked_for() {
    let code =
        "url = \"https://api.hubapi.com/crm/v3/objects/deals/\" <> id\nReq.get!(url)\nReq.patch!(url, json: x)\n";
    expect("a.ex", code, &["GET /crm/v3/objects/deals/{}", "PATCH /crm/v3/objects/deals/{}"]);
    assert!(scanned(&[("a.ex", code)]).not_read.is_empty());
}

#[test]
fn a_host_whose_path_comes_from_elsewhere_is_not_passed_over() {
    let code = "const BASE: &str = \"https://api.hubapi.com\";\nfn get(path: &str) { client.get(format!(\"{BASE}{path}\")).send(); }\n";
    let scan = scanned(&[("a.rs", code)]);
    assert!(scan.calls.is_empty());
    assert_eq!(scan.unresolved.iter().map(|open| open.line).collect::<Vec<_>>(), [2], "{:?}", scan.unresolved);
    assert_eq!(scan.not_read.len(), 1);
}

#[test]
fn scripts_in_pages_and_the_cells_of_notebooks_are_read_by_their_grammars() {
    let call = "fetch('https://api.hubapi.com/crm/v3/owners')";
    let page = format!("<pre>fetch('https://api.hubapi.com/crm/v3/objects/deals')</pre>\n<script>{call}</script>\n");
    let notebook = "{\"cells\": [\n{\"cell_type\": \"markdown\", \"source\": [\"https://api.hubapi.com/crm/v3/objects/deals\"]},\n{\"cell_type\": \"code\", \"source\": [\n\"%pip install requests\\n\",\n\"import requests\\n\",\n\"requests.get(\\\"https://api.hubapi.com/crm/v3/owners\\\")\"\n]}]}";
    for (name, text, line) in [
        ("a.html", page.as_str(), 2),
        ("a.HTM", page.as_str(), 2),
        ("a.vue", page.as_str(), 2),
        ("a.svelte", page.as_str(), 2),
        ("a.astro", &format!("---\n{call}\n---\n<p/>\n"), 2),
        ("a.ipynb", notebook, 6),
        ("Code.gs", &format!("\nUrlFetchApp.{call}"), 2),
        ("bin/sync", &format!("#!/usr/bin/env node\n{call}\n"), 2),
        ("Rakefile", "\nHTTParty.get('https://api.hubapi.com/crm/v3/owners')\n", 2),
        ("Makefile", "x:\n\tcurl https://api.hubapi.com/crm/v3/owners\n", 2),
    ] {
        assert_eq!(calls(&[(name, text)]), ["GET /crm/v3/owners"], "{name}");
        assert_eq!(scanned(&[(name, text)]).calls[0].line, line, "{name}");
    }
}
