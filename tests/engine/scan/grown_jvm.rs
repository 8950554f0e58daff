//! Programs as people write them: paths in pieces, requests filled in later, endpoints by key, lambdas, tables.

use crate::scan::stage::calls;

#[test]
fn java_builders_of_urls() {
    let files = [
        (
            "HubSpotDao.java",
            r#"package com.shop;

import org.apache.http.client.methods.*;
import org.apache.http.client.utils.URIBuilder;

public class HubSpotDao {
    private final CloseableHttpClient http = HttpClients.createDefault();

    public String list(String after) throws Exception {
        URI uri = new URIBuilder("https://api.hubapi.com/crm/v3/objects/companies").addParameter("after", after).build();
        HttpGet get = new HttpGet(uri);
        return EntityUtils.toString(http.execute(get).getEntity());
    }

    public void create(String json) throws Exception {
        HttpPost post = new HttpPost(ApiPaths.url(ApiPaths.COMPANIES));
        post.setEntity(new StringEntity(json));
        http.execute(post);
    }
}
"#,
        ),
        (
            "ApiPaths.java",
            r#"package com.shop;

public interface ApiPaths {
    String HUBSPOT = "https://api.hubapi.com";
    String COMPANIES = "crm/v3/objects/companies";
    static String url(String p) { return HUBSPOT + "/" + p; }
}
"#,
        ),
    ];
    assert_eq!(calls(&files), ["GET /crm/v3/objects/companies", "POST /crm/v3/objects/companies",]);
}

#[test]
fn java_builders_that_are_given_back() {
    let files = [(
        "HubSpotClient.java",
        r#"package com.shop;

import okhttp3.*;

public class HubSpotClient {
    private static final String SCHEME = "https";
    private static final String HOST = "api.hubapi.com";
    private final OkHttpClient client = new OkHttpClient();
    private final String token;

    public HubSpotClient(String token) { this.token = token; }

    public String owners() throws Exception {
        HttpUrl url = new HttpUrl.Builder()
            .scheme(SCHEME)
            .host(HOST)
            .addPathSegments("crm/v3/owners")
            .addQueryParameter("limit", "100")
            .build();
        Request request = new Request.Builder().url(url).header("Authorization", "Bearer " + token).build();
        try (Response response = client.newCall(request).execute()) { return response.body().string(); }
    }

    public void createTask(String json) throws Exception {
        RequestBody body = RequestBody.create(json, MediaType.get("application/json"));
        Request request = new Request.Builder()
            .url("https://api.hubapi.com/crm/v3/objects/tasks")
            .post(body)
            .build();
        client.newCall(request).execute().close();
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url("https://" + HOST + path).addHeader("Authorization", "Bearer " + token);
    }

    public void deleteTask(String id) throws Exception {
        client.newCall(request("/crm/v3/objects/tasks/" + id).delete().build()).execute();
    }
}
"#,
    )];
    assert_eq!(calls(&files), ["DELETE /crm/v3/objects/tasks/{}", "GET /crm/v3/owners", "POST /crm/v3/objects/tasks",]);
}

#[test]
fn kotlin_requests_in_lambdas() {
    let files = [(
        "HubSpot.kt",
        r#"package shop

import io.ktor.client.*
import io.ktor.client.request.*
import io.ktor.http.*

class HubSpot(private val client: HttpClient, private val token: String) {
    private companion object {
        const val BASE = "https://api.hubapi.com"
        const val CONTACTS = "$BASE/crm/v3/objects/contacts"
    }

    suspend fun contact(id: String): String =
        client.get("$CONTACTS/$id") { bearerAuth(token) }.bodyAsText()

    suspend fun search(body: String) = client.post {
        url("$CONTACTS/search")
        setBody(body)
    }

    suspend fun associate(a: String, b: String) = client.request("$BASE/crm/v4/objects/contacts/$a/associations/default/companies/$b") {
        method = HttpMethod.Put
    }

    suspend fun owners() = client.get {
        url {
            protocol = URLProtocol.HTTPS
            host = "api.hubapi.com"
            path("crm", "v3", "owners")
        }
    }
}
"#,
    )];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "POST /crm/v3/objects/contacts/search",
            "PUT /crm/v4/objects/contacts/{}/associations/default/companies/{}",
        ]
    );
}

#[test]
fn kotlin_paths_of_sealed_classes() {
    let files = [
        (
            "Paths.kt",
            r#"package shop.crm

sealed class HubSpotPath(val value: String) {
    object Deals : HubSpotPath("/crm/v3/objects/deals")
    object Tickets : HubSpotPath("/crm/v3/objects/tickets")
    data class Deal(val id: String) : HubSpotPath("/crm/v3/objects/deals/$id")
}

enum class ObjectType(val path: String) { CONTACT("contacts"), QUOTE("quotes") }
"#,
        ),
        (
            "Client.kt",
            r#"package shop.crm

import okhttp3.OkHttpClient
import okhttp3.Request

class HubSpotHttp(private val http: OkHttpClient, private val base: String = "https://api.hubapi.com") {
    fun deals() = call("GET", HubSpotPath.Deals)
    fun open(t: String) = call("POST", HubSpotPath.Tickets, t)
    fun deal(id: String) = call("GET", HubSpotPath.Deal(id))

    private fun call(method: String, path: HubSpotPath, body: String? = null): String {
        val request = Request.Builder().url(base + path.value).method(method, body?.toRequestBody()).build()
        return http.newCall(request).execute().use { it.body!!.string() }
    }

    fun read(type: ObjectType, id: String): String {
        val request = Request.Builder().url("$base/crm/v3/objects/${type.path}/$id").get().build()
        return http.newCall(request).execute().use { it.body!!.string() }
    }
}
"#,
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/deals",
            "GET /crm/v3/objects/deals/{}",
            "GET /crm/v3/objects/quotes/{}",
            "POST /crm/v3/objects/tickets",
        ]
    );
}
