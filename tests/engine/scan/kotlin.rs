//! Kotlin.

use crate::scan::stage::expect;

#[test]
fn templates_wrappers_and_ktor_are_seen() {
    let code = r#"
package shop.crm
private const val BASE = "https://api.hubapi.com"
class HubSpotApi(private val client: HttpClient, private val baseUrl: String = "https://api.hubapi.com") {
    suspend fun contact(id: String) = client.get("$BASE/crm/v3/objects/contacts/$id")
    suspend fun add(body: String) { client.post("${baseUrl}/crm/v3/objects/deals") { setBody(body) } }
    fun old(): Request = Request.Builder().url("$BASE/crm/v3/owners").build()
    private fun send(path: String, method: String = "GET"): String {
        val request = Request.Builder().url(BASE + path).method(method, null).build()
        return http.newCall(request).execute().body
    }
    fun tickets() = send("/crm/v3/objects/tickets")
    fun drop(id: String) = send("/crm/v3/objects/tickets/$id", method = "DELETE")
}
interface Retro {
    @GET("crm/v3/lists/{id}") suspend fun list(@Path("id") id: String): ListDto
}
"#;
    expect(
        "HubSpotApi.kt",
        code,
        &[
            "DELETE /crm/v3/objects/tickets/{}",
            "GET /crm/v3/lists/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/tickets",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/deals",
        ],
    );
}

#[test]
fn bodies_on_one_line_are_read() {
    let code = r#"
package shop.hubspot
interface HubApi {
    @GET("crm/v3/objects/contacts/{id}")
    suspend fun contact(@Path("id") id: String): Contact
    companion object { const val BASE = "https://api.hubapi.com" }
}
class Note { val kind = "notes" }
class Hub(private val http: HttpClient) { suspend fun drop(id: String) = http.delete("${HubApi.BASE}/crm/v3/objects/deals/$id") }
"#;
    expect("Hub.kt", code, &["DELETE /crm/v3/objects/deals/{}", "GET /crm/v3/objects/contacts/{}"]);
}
