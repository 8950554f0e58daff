//! Java.

use crate::scan::stage::{calls, expect};

#[test]
fn builders_templates_and_verbs_are_seen() {
    let code = r#"
class HubSpotService {
  private static final String BASE_URL = "https://api.hubapi.com";
  private static final String CONTACTS = BASE_URL + "/crm/v3/objects/contacts";
  void a(String id) throws Exception {
    HttpRequest request = HttpRequest.newBuilder().uri(URI.create(CONTACTS + "/" + id)).header("a", "b").GET().build();
    client.send(request, BodyHandlers.ofString());
  }
  void b() { HttpRequest r = HttpRequest.newBuilder(URI.create(BASE_URL + "/crm/v3/objects/deals")).POST(BodyPublishers.ofString("{}")).build(); }
  void c() { HttpRequest r = HttpRequest.newBuilder().uri(URI.create(BASE_URL + "/crm/v3/objects/deals/1")).method("PATCH", body).build(); }
  void d() { restTemplate.exchange(String.format("%s/crm/v3/objects/%s", BASE_URL, "tickets"), HttpMethod.POST, entity, Map.class); }
  void e() { Request request = new Request.Builder().url(BASE_URL + "/crm/v3/owners").get().build(); }
  void f() { HttpDelete del = new HttpDelete("https://api.hubapi.com/crm/v3/objects/companies/7"); }
  void g() { webClient.put().uri("/crm/v3/properties/deals/groups").retrieve(); }
  void h() throws Exception { HttpURLConnection c = (HttpURLConnection) new URL(BASE_URL + "/crm/v3/lists/1").openConnection(); c.setRequestMethod("DELETE"); }
}
"#;
    expect(
        "HubSpotService.java",
        code,
        &[
            "DELETE /crm/v3/lists/{}",
            "DELETE /crm/v3/objects/companies/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/deals/{}",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/tickets",
            "PUT /crm/v3/properties/deals/groups",
        ],
    );
}

#[test]
fn annotations_are_calls() {
    let code = r#"
@FeignClient(name = "hubspot", url = "https://api.hubapi.com/crm/v3")
interface HubSpotClient {
  @GetMapping("/objects/contacts/{id}") Contact get(@PathVariable String id);
  @RequestMapping(method = RequestMethod.POST, value = "/objects/deals") void add(@RequestBody Deal deal);
}
interface Retro {
  @GET("crm/v3/owners") Call<Owners> owners();
  @PATCH("crm/v3/objects/tickets/{id}") Call<Void> change(@Path("id") String id);
}
"#;
    expect(
        "HubSpotClient.java",
        code,
        &[
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/tickets/{}",
            "POST /crm/v3/objects/deals",
        ],
    );
}

#[test]
fn enumerations_and_other_classes_hold_paths() {
    let files = [
        (
            "Paths.java",
            "public final class Paths { public static final String BASE = \"https://api.hubapi.com\"; public static final String NOTES = \"/crm/v3/objects/notes\"; }",
        ),
        (
            "Api.java",
            "public class Api { private final HttpClient http; String send(String method, String path, String body) { return http.send(HttpRequest.newBuilder().uri(URI.create(Paths.BASE + path)).method(method, of(body)).build()); } }",
        ),
        (
            "Notes.java",
            "public class Notes { private final Api api; void add() { api.send(\"POST\", Paths.NOTES, \"{}\"); } void all() { api.send(\"GET\", Paths.NOTES, null); } }",
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/notes", "POST /crm/v3/objects/notes"]);
}

#[test]
fn a_line_of_a_request_says_method_and_path() {
    let code = r#"
package com.shop.hubspot;

import feign.Param;
import feign.RequestLine;

public interface Pages {
    String FIELDS = "id,name";

    @RequestLine("GET /crm/v3/objects/companies/{id}?properties=" + FIELDS)
    String company(@Param("id") long id);

    @RequestLine("DELETE /crm/v3/objects/tickets/{id}")
    void drop(@Param("id") long id);

    @Headers("X-Note: GET /crm/v3/objects/deals")
    void nothing();
}
"#;
    expect("Pages.java", code, &["DELETE /crm/v3/objects/tickets/{}", "GET /crm/v3/objects/companies/{}"]);
}
