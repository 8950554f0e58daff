//! Ruby.

use crate::scan::stage::expect;

#[test]
fn httparty_faraday_and_net_http_are_clients() {
    let code = r##"
class HubspotClient
  include HTTParty
  base_uri 'https://api.hubapi.com'
  BASE = 'https://api.hubapi.com'.freeze

  def contacts
    self.class.get('/crm/v3/objects/contacts', headers: headers)
  end

  def add(deal)
    HTTParty.post("#{BASE}/crm/v3/objects/deals", body: deal.to_json)
  end

  def change(id)
    connection.patch("/crm/v3/objects/tickets/#{id}")
  end

  def connection
    @connection ||= Faraday.new(url: BASE)
  end

  def drop(id)
    uri = URI.parse("#{BASE}/crm/v3/objects/companies/#{id}")
    request = Net::HTTP::Delete.new(uri)
    http.request(request)
  end

  def owners
    call(:get, '/crm/v3/owners')
  end

  private

  def call(verb, path, payload = nil)
    RestClient::Request.execute(method: verb, url: BASE + path, payload: payload)
  end
end
client = Hubspot::Client.new(access_token: 'x')
client.crm.contacts.basic_api.get_by_id('1')
client.crm.objects.basic_api.get_page('products')
"##;
    expect(
        "client.rb",
        code,
        &[
            "DELETE /crm/v3/objects/companies/{}",
            "GET /crm/v3/objects/contacts",
            "GET /crm/v3/objects/contacts/{}",
            "GET /crm/v3/objects/products",
            "GET /crm/v3/owners",
            "PATCH /crm/v3/objects/tickets/{}",
            "POST /crm/v3/objects/deals",
        ],
    );
}
