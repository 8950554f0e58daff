//! PHP.

use crate::scan::stage::{calls, expect};

#[test]
fn guzzle_laravel_wordpress_and_curl_are_clients() {
    let code = r#"<?php
namespace App\Services;
class HubSpotService {
    const BASE = 'https://api.hubapi.com';
    private string $baseUrl;
    private $client;
    public function __construct() { $this->baseUrl = env('HUBSPOT_URL', 'https://api.hubapi.com'); $this->client = new \GuzzleHttp\Client(['base_uri' => 'https://api.hubapi.com']); }
    public function a($id) { return Http::withToken($t)->get($this->baseUrl . "/crm/v3/objects/contacts/{$id}"); }
    public function b() { return $this->client->request('POST', '/crm/v3/objects/deals', ['json' => []]); }
    public function c($id) { return $this->client->patch("crm/v3/objects/tickets/$id"); }
    public function d() { return wp_remote_post(self::BASE . '/crm/v3/objects/companies/search', []); }
    public function e() { return wp_remote_request('https://api.hubapi.com/crm/v3/lists/1', ['method' => 'DELETE']); }
    public function f() {
        $ch = curl_init();
        curl_setopt($ch, CURLOPT_URL, sprintf('%s/crm/v3/objects/%s', self::BASE, 'products'));
        curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'POST');
        return curl_exec($ch);
    }
    public function g() { return json_decode(file_get_contents('https://api.hubapi.com/crm/v3/owners')); }
    private function call(string $method, string $path, array $body = []) { return Http::withHeaders([])->send($method, self::BASE . $path, ['json' => $body]); }
    public function h() { return $this->call('PUT', '/crm/v3/objects/quotes/1/associations/deals/2/64'); }
}
"#;
    expect(
        "HubSpotService.php",
        code,
        &[
            "DELETE /crm/v3/lists/{}",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/tickets/{}",
            "POST /crm/v3/objects/companies/search",
            "POST /crm/v3/objects/deals",
            "POST /crm/v3/objects/products",
            "PUT /crm/v3/objects/quotes/{}/associations/deals/{}/{}",
        ],
    );
}

#[test]
fn both_sdks_are_known() {
    let files = [
        (
            "a.php",
            "<?php\n$hubspot = \\HubSpot\\Factory::createWithAccessToken('x');\n$hubspot->crm()->contacts()->basicApi()->getById($id);\n$api = $hubspot->crm()->deals()->searchApi();\n$api->doSearch($r);\n$hubspot->crm()->objects()->basicApi()->create('tickets', $x);\n",
        ),
        (
            "b.php",
            "<?php\nuse SevenShores\\Hubspot\\Factory;\n$old = Factory::create('k');\n$old->contacts()->getByEmail('a');\n",
        ),
    ];
    assert_eq!(
        calls(&files),
        [
            "GET /contacts/v1/contact/email/{}/profile",
            "GET /crm/v3/objects/contacts/{}",
            "POST /crm/v3/objects/deals/search",
            "POST /crm/v3/objects/tickets",
        ]
    );
}

#[test]
fn classes_of_saloon_are_requests() {
    let files = [
        (
            "Requests.php",
            r"<?php
namespace App\HubSpot;
class GetContact extends Request {
    protected Method $method = Method::GET;
    public function __construct(protected string $id) {}
    public function resolveEndpoint(): string { return '/crm/v3/objects/contacts/' . $this->id; }
}
class SearchCompanies extends Request { protected Method $method = Method::POST; public function resolveEndpoint(): string { return sprintf('/crm/v3/objects/%s/search', Type::COMPANIES); } }
class Type { const COMPANIES = 'companies'; }
class Me extends Request { protected Method $method = Method::GET; public function resolveEndpoint(): string { return '/users/me'; } }
",
        ),
        (
            "Objects.php",
            r"<?php
abstract class ObjectRequest extends Request {
   abstract protected function objectType(): string;
   public function resolveEndpoint(): string { return '/crm/v3/objects/' . $this->objectType(); }
}
class ListTickets extends ObjectRequest { protected Method $method = Method::GET; protected function objectType(): string { return 'tickets'; } }
class MakeDeal extends ObjectRequest { protected Method $method = Method::POST; protected function objectType(): string { return 'deals'; } }
",
        ),
    ];
    let wanted = [
        "GET /crm/v3/objects/contacts/{}",
        "GET /crm/v3/objects/tickets",
        "POST /crm/v3/objects/companies/search",
        "POST /crm/v3/objects/deals",
    ];
    assert_eq!(calls(&files), wanted);
}
