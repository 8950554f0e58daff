//! Resources that hand their path to what they extend, and paths that are chosen by a key.

use crate::scan::stage::expect;

#[test]
fn a_primary_constructor_hands_its_path_up() {
    let code = r#"
// HubSpot
public abstract class ApiResource<T>(HttpClient http, string path) {
    protected Task<T> GetAsync(string id) => http.GetFromJsonAsync<T>($"https://api.hubapi.com{path}/{id}");
    public Task<HttpResponseMessage> CreateAsync(T body) => http.PostAsJsonAsync("https://api.hubapi.com" + path, body);
}
public class Products(HttpClient http) : ApiResource<Product>(http, "/crm/v3/objects/products") { public Task<Product> One(string id) => GetAsync(id); }
public class Quotes : ApiResource<Quote> { public Quotes(HttpClient http) : base(http, Paths.Quotes) { } }
static class Paths { public const string Quotes = $"{Objects}/quotes"; const string Objects = "/crm/v3/objects"; }
"#;
    let wanted = [
        "GET /crm/v3/objects/products/{}",
        "GET /crm/v3/objects/quotes/{}",
        "POST /crm/v3/objects/products",
        "POST /crm/v3/objects/quotes",
    ];
    expect("Resources.cs", code, &wanted);
}

#[test]
fn a_key_of_a_dictionary_means_its_own_entry() {
    let code = r#"
// HubSpot
public class Hub(HttpClient http) {
    private static readonly Dictionary<string, string> Paths = new() { ["companies"] = "/crm/v3/objects/companies", ["owners"] = "/crm/v3/owners" };
    public Task One() => http.GetAsync("https://api.hubapi.com" + Paths["companies"]);
}
"#;
    expect("Hub.cs", code, &["GET /crm/v3/objects/companies"]);
}

#[test]
fn a_switch_of_java_gives_its_value() {
    let code = r#"
// HubSpot
class Hub {
    static final String HOST = "https://api.hubapi.com";
    static String of(Kind kind) { return switch (kind) { case DEAL -> "/crm/v3/objects/deals"; case TICKET -> "/crm/v3/objects/tickets"; }; }
    Object h(RestClient rest, boolean c) { String path = switch (c ? 1 : 2) { case 1 -> "/crm/v3/objects/calls"; default -> "/crm/v3/objects/notes"; }; return rest.get().uri(HOST + path).retrieve(); }
    Object i(RestClient rest) { return rest.post().uri(HOST + of(Kind.DEAL)).retrieve(); }
}
"#;
    let wanted = ["GET /crm/v3/objects/calls", "GET /crm/v3/objects/notes", "POST /crm/v3/objects/deals"];
    expect("Hub.java", code, &wanted);
}
