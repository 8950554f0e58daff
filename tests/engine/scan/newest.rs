//! The newest forms of each language: whether its grammar knows them or not, no call is lost.

use crate::scan::stage::calls;

/// By name of a file: code with new forms, and its calls.
const FORMS: [(&str, &str, &[&str]); 9] = [
    (
        "a.ts",
        "export async function run(xs: any[]) {\n  for (using x of xs) { await fetch(\"https://api.hubapi.com/crm/v3/owners\"); }\n  await using file = await open();\n  return fetch(\"https://api.hubapi.com/crm/v3/objects/deals\");\n}\nimport defer * as late from \"./late\";\nclass A { accessor x = 1; go<const T>() { return fetch(\"https://api.hubapi.com/crm/v3/objects/contacts\"); } }\n",
        &["GET /crm/v3/objects/contacts", "GET /crm/v3/objects/deals", "GET /crm/v3/owners"],
    ),
    (
        "a.js",
        "async function run(xs) {\n  using file = open();\n  for await (using x of xs) await fetch(\"https://api.hubapi.com/crm/v3/owners\");\n  return fetch(\"https://api.hubapi.com/crm/v3/objects/deals\");\n}\n",
        &["GET /crm/v3/objects/deals", "GET /crm/v3/owners"],
    ),
    (
        "A.cs",
        "static class Ext {\n  extension(HttpClient c) { public Task<string> People() => c.GetStringAsync(\"https://api.hubapi.com/crm/v3/objects/contacts\"); }\n}\nclass A {\n  HttpClient http = new();\n  string Name { get => field; set => field = value ?? \"\"; }\n  async Task Go() { box?.Lid = 5; await http.GetAsync(\"https://api.hubapi.com/crm/v3/owners\"); }\n  async Task Sum() { box?.Count += 2; await http.DeleteAsync(\"https://api.hubapi.com/crm/v3/objects/deals/1\"); }\n}\n",
        &["DELETE /crm/v3/objects/deals/1", "GET /crm/v3/objects/contacts", "GET /crm/v3/owners"],
    ),
    (
        "A.kt",
        "context(log: Logger)\nsuspend fun a(c: HttpClient) { c.get(\"https://api.hubapi.com/crm/v3/owners\") }\nval text = $$\"\"\"{\"a\": \"$name\"}\"\"\"\nsuspend fun b(c: HttpClient, x: Any) = when (x) {\n  is Deal if x.won -> c.patch(\"https://api.hubapi.com/crm/v3/objects/deals/1\")\n  else -> c.post(\"https://api.hubapi.com/crm/v3/objects/contacts\")\n}\nclass N { typealias Rows = List<Int>\n  suspend fun d(c: HttpClient) { c.delete(\"https://api.hubapi.com/crm/v3/objects/tickets/1\") }\n}\n",
        &[
            "DELETE /crm/v3/objects/tickets/1",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/deals/1",
            "POST /crm/v3/objects/contacts",
        ],
    ),
    (
        "a.php",
        "<?php\nclass A {\n  public string $base { get => 'https://api.hubapi.com'; }\n  public private(set) int $n = 1;\n  public function a($x) { $y = $x |> trim(...) |> strtolower(...); return $this->http->get('https://api.hubapi.com/crm/v3/owners'); }\n  public function b() { $q = clone($this, ['n' => 2]); return new \\GuzzleHttp\\Client()->request('PATCH', 'https://api.hubapi.com/crm/v3/objects/deals/1'); }\n}\n",
        &["GET /crm/v3/owners", "PATCH /crm/v3/objects/deals/1"],
    ),
    (
        "a.py",
        "import requests\ndef a(i):\n    x = t\"hello {i}\"\n    try:\n        requests.get(\"https://api.hubapi.com/crm/v3/owners\")\n    except ValueError, TypeError:\n        requests.post(\"https://api.hubapi.com/crm/v3/objects/contacts\")\ntype Pair[T = int] = tuple[T, T]\ndef b[T: (int, str) = int](x: T):\n    return requests.delete(f\"https://api.hubapi.com/crm/v3/objects/deals/{x[\"id\"]}\")\n",
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/owners", "POST /crm/v3/objects/contacts"],
    ),
    (
        "a.rb",
        "def a(c) = c.get(\"https://api.hubapi.com/crm/v3/owners\")\ndef b(h)\n  case h\n  in {name: String => n, **nil} if n then Faraday.delete(\"https://api.hubapi.com/crm/v3/objects/deals/#{n}\")\n  end\n  [1].each { Faraday.patch(\"https://api.hubapi.com/crm/v3/objects/tickets/#{it}\") }\n  x = 5\n    && 6\nend\n",
        &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/owners", "PATCH /crm/v3/objects/tickets/{}"],
    ),
    (
        "a.go",
        "package a\n\ntype Set[T comparable] = map[T]struct{}\ntype Num interface{ ~int | ~float64 }\nfunc Map[T any, U Num](xs iter.Seq[T], f func(T) U) iter.Seq[U] {\n\treturn func(yield func(U) bool) { for x := range xs { if !yield(f(x)) { return } } }\n}\nfunc a() { for i := range 10 { http.Get(\"https://api.hubapi.com/crm/v3/owners\"); _ = min(i, 3) } }\nfunc (c *Client[T]) b() { p := new(3); http.Get(\"https://api.hubapi.com/crm/v3/objects/deals\") }\n",
        &["GET /crm/v3/objects/deals", "GET /crm/v3/owners"],
    ),
    (
        "A.java",
        "import module java.base;\nvoid main() throws Exception { HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(\"https://api.hubapi.com/crm/v3/owners\")).GET().build(), null); }\nclass A extends B {\n  A(int x) { if (x < 0) throw new X(); super(x); }\n  Object f(Object o) throws Exception {\n    return switch (o) {\n      case Point<?>(var a, int _) when a != null -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(\"https://api.hubapi.com/crm/v3/objects/deals/1\")).DELETE().build(), null);\n      case int i when i > 3 -> 1;\n      case null, default -> 2;\n    };\n  }\n}\n",
        &["DELETE /crm/v3/objects/deals/1", "GET /crm/v3/owners"],
    ),
];

#[test]
fn no_call_is_lost_in_the_newest_forms_of_a_language() {
    for (name, code, wanted) in FORMS {
        let plain = |call: &str| call.replace("/1", "/{}");
        let found: Vec<String> = calls(&[(name, code)]).iter().map(|call| plain(call)).collect();
        let wanted: Vec<String> = wanted.iter().map(|call| plain(call)).collect();
        assert_eq!(found, wanted, "in\n{code}");
    }
}
