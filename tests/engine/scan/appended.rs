//! Paths that are appended to after they were first written: by `+=`, by a builder, in one way of an `if`.

use crate::scan::stage::{calls, expect};

#[test]
fn a_path_may_be_put_together_with_itself() {
    let code = r#"
// HubSpot
public class Deals {
    const string Host = "https://api.hubapi.com";
    public Task Read() { var path = "/crm/v3/objects/deals"; path = path + "/batch/read"; return http.PostAsync(Host + path, null); }
    public Task Page(int n) { var path = Host + "/crm/v3/objects/deals"; path += "?count=" + n; return http.GetAsync(path); }
    public Task Find(bool search) { var path = Host + "/crm/v3/objects/tickets"; if (search) { path += "/search"; } return http.PostAsync(path, null); }
}
"#;
    let wanted = [
        "GET /crm/v3/objects/deals",
        "POST /crm/v3/objects/deals/batch/read",
        "POST /crm/v3/objects/tickets",
        "POST /crm/v3/objects/tickets/search",
    ];
    expect("Deals.cs", code, &wanted);
}

#[test]
fn go_appends_to_a_path_as_others_do() {
    let code = r#"package hub
const host = "https://api.hubapi.com"
func page(n int) { at := host + "/crm/v3/objects/contacts"; at += fmt.Sprintf("?limit=%d", n); http.Get(at) }
func read() { at := "/crm/v3/objects/deals"; at = at + "/batch/read"; http.Post(host+at, "application/json", nil) }
func find(search bool) { at := host + "/crm/v3/objects/tickets"; if search { at += "/search" }; http.Post(at, "application/json", nil) }
func one(id string) { parts := []string{host, "crm", "v3", "objects"}; parts = append(parts, "meetings", id); http.Get(strings.Join(parts, "/")) }
"#;
    let wanted = [
        "GET /crm/v3/objects/contacts",
        "GET /crm/v3/objects/meetings/{}",
        "POST /crm/v3/objects/deals/batch/read",
        "POST /crm/v3/objects/tickets",
        "POST /crm/v3/objects/tickets/search",
    ];
    expect("hub.go", code, &wanted);
}

#[test]
fn builders_grow_by_formats_bytes_and_texts() {
    let go = r#"package hub
const host = "https://api.hubapi.com"
func drop(id string) { var b strings.Builder; fmt.Fprintf(&b, "%s/crm/v3/objects/%s/%s", host, "quotes", id); req, _ := http.NewRequest(http.MethodDelete, b.String(), nil); http.DefaultClient.Do(req) }
func one(id string) { var b bytes.Buffer; b.WriteString(host); fmt.Fprintf(&b, "/crm/v3/objects/line_items/%s", id); http.Get(b.String()) }
func lists(id string) { b := strings.Builder{}; b.WriteString(host + "/crm/v3/lists"); if id != "" { b.WriteByte('/'); b.WriteString(id) }; http.Get(b.String()) }
"#;
    let wanted = [
        "DELETE /crm/v3/objects/quotes/{}",
        "GET /crm/v3/lists",
        "GET /crm/v3/lists/{}",
        "GET /crm/v3/objects/line_items/{}",
    ];
    expect("hub.go", go, &wanted);
    let csharp = r#"
// HubSpot
class Hub {
    const string Host = "https://api.hubapi.com";
    Task A(string id) { var sb = new StringBuilder(); sb.Append(Host).Append("/crm/v3/objects/"); sb.Append("products"); sb.Append('/'); sb.Append(id); return http.DeleteAsync(sb.ToString()); }
    Task B(string id) { var sb = new StringBuilder(Host); sb.AppendFormat("/crm/v3/objects/{0}/{1}", "quotes", id); return http.GetAsync(sb.ToString()); }
    Task C() { var sb = new StringBuilder(); sb.Append($"{Host}/crm/v3/properties/"); sb.Append("contacts"); return http.PostAsync($"{sb}", null); }
}
"#;
    let wanted =
        ["DELETE /crm/v3/objects/products/{}", "GET /crm/v3/objects/quotes/{}", "POST /crm/v3/properties/contacts"];
    expect("Hub.cs", csharp, &wanted);
}

#[test]
fn what_is_appended_in_one_way_of_an_if_is_not_put_behind_the_other() {
    let code = r#"
// HubSpot
class Hub {
    static final String HOST = "https://api.hubapi.com";
    HttpRequest a(boolean read) {
        StringBuilder sb = new StringBuilder(HOST);
        sb.append("/crm/v3/objects/contacts/batch/");
        if (read) { sb.append("read"); } else { sb.append("archive"); }
        return HttpRequest.newBuilder(URI.create(sb.toString())).POST(null).build();
    }
}
"#;
    let wanted = ["POST /crm/v3/objects/contacts/batch/archive", "POST /crm/v3/objects/contacts/batch/read"];
    expect("Hub.java", code, &wanted);
}

#[test]
fn what_is_printed_to_a_person_is_no_path() {
    let code = r#"package hub
// HubSpot
func tell(w io.Writer) { fmt.Fprintf(w, "see https://api.hubapi.com/crm/v3/objects/contacts for more") }
"#;
    assert!(calls(&[("hub.go", code)]).is_empty());
}

#[test]
fn a_separator_that_stands_first_is_no_part_of_the_path() {
    let code = r#"
// HubSpot
class Hub {
    static final String HOST = "https://api.hubapi.com";
    HttpRequest f(String id) { return HttpRequest.newBuilder(URI.create(String.join("/", HOST, "crm", "v3", "objects", "line_items", id))).GET().build(); }
}
"#;
    expect("Hub.java", code, &["GET /crm/v3/objects/line_items/{}"]);
}
