//! Several calls that take their path from one helper or one constant: each of them counts, also where what sends them
//! cannot be seen through.

use crate::scan::stage::{expect, scanned};

/// The lines of the file that a call or something unresolved is shown at.
fn lines(name: &str, code: &str) -> Vec<usize> {
    let scan = scanned(&[(name, code)]);
    let calls = scan.calls.iter().map(|call| call.line);
    let mut lines: Vec<usize> = calls.chain(scan.unresolved.iter().map(|place| place.line)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// The lines of `code` that are marked as calls.
fn marked(code: &str) -> Vec<usize> {
    (1..).zip(code.lines()).filter(|(_, line)| line.contains("// call")).map(|(number, _)| number).collect()
}

const GO: &str = r#"
package crm

import ("context"; "net/http"; "net/url")

type Step struct {
	Label  string
	Method string
	Path   string
}

type Pipe interface {
	Do(ctx context.Context, step Step, body, out any) error
}

// Talks to HubSpot.
type Tickets struct{ pipe Pipe }

func (t *Tickets) List(ctx context.Context, out any) error {
	return t.pipe.Do(ctx, Step{Label: "list", Method: http.MethodGet, Path: ticketsPath()}, nil, out) // call
}

func (t *Tickets) Open(ctx context.Context, in, out any) error {
	return t.pipe.Do(ctx, Step{Label: "open", Method: http.MethodPost, Path: ticketsPath()}, in, out) // call
}

func (t *Tickets) Change(ctx context.Context, id string, in any) error {
	return t.pipe.Do(ctx, Step{Label: "change", Method: http.MethodPatch, Path: ticketsPath() + "/" + url.PathEscape(id)}, in, nil) // call
}

func (t *Tickets) Close(ctx context.Context, id string) error {
	return t.pipe.Do(ctx, Step{Label: "close", Method: http.MethodDelete, Path: ticketsPath() + "/" + url.PathEscape(id)}, nil, nil) // call
}

func ticketsPath() string { return "/crm/v3/objects/tickets" }
"#;

#[test]
fn requests_of_go_may_share_the_helper_of_their_path() {
    let wanted = [
        "DELETE /crm/v3/objects/tickets/{}",
        "GET /crm/v3/objects/tickets",
        "PATCH /crm/v3/objects/tickets/{}",
        "POST /crm/v3/objects/tickets",
    ];
    expect("tickets.go", GO, &wanted);
    assert_eq!(lines("tickets.go", GO), marked(GO));
}

const GO_TRANSPORT: &str = r#"
package crm

import ("bytes"; "context"; "net/http"; "net/url"; "strings")

type Step struct {
	Method string
	Path   string
}

type Pipe struct {
	root   *url.URL
	client *http.Client
}

// Talks to HubSpot.
func NewPipe(root *url.URL) *Pipe { return &Pipe{root: copyOf(root), client: http.DefaultClient} }

func copyOf(from *url.URL) *url.URL {
	to := *from
	return &to
}

func (p *Pipe) Do(ctx context.Context, step Step, body []byte) error {
	request, err := p.request(ctx, step, body)
	if err != nil {
		return err
	}
	_, err = p.client.Do(request)
	return err
}

func (p *Pipe) request(ctx context.Context, step Step, body []byte) (*http.Request, error) {
	whole := copyOf(p.root)
	route, err := url.Parse(step.Path)
	if err != nil {
		return nil, err
	}
	plain, err := url.PathUnescape(route.Path)
	if err != nil {
		return nil, err
	}
	whole.Path = strings.TrimSuffix(whole.Path, "/") + plain
	whole.RawQuery = route.RawQuery
	return http.NewRequestWithContext(ctx, step.Method, whole.String(), bytes.NewReader(body))
}

type Quotes struct{ pipe *Pipe }

func (q *Quotes) List(ctx context.Context) error {
	return q.pipe.Do(ctx, Step{Method: http.MethodGet, Path: quotesPath()}, nil) // call
}

func (q *Quotes) Make(ctx context.Context, body []byte) error {
	return q.pipe.Do(ctx, Step{Method: http.MethodPost, Path: quotesPath()}, body) // call
}

func (q *Quotes) Drop(ctx context.Context, id string) error {
	return q.pipe.Do(ctx, Step{Method: http.MethodDelete, Path: quotesPath() + "/" + url.PathEscape(id)}, nil) // call
}

func quotesPath() string { return "/crm/v3/objects/quotes" }

func client() *Quotes {
	root, _ := url.Parse("https://api.hubapi.com")
	return &Quotes{pipe: NewPipe(root)}
}
"#;

#[test]
fn a_transport_that_takes_a_url_apart_hides_none_of_its_callers() {
    let wanted = ["DELETE /crm/v3/objects/quotes/{}", "GET /crm/v3/objects/quotes", "POST /crm/v3/objects/quotes"];
    expect("quotes.go", GO_TRANSPORT, &wanted);
    assert_eq!(lines("quotes.go", GO_TRANSPORT), marked(GO_TRANSPORT));
}

const CSHARP: &str = r#"
// Talks to HubSpot.
public interface IPipe { Task<T> SendAsync<T>(HttpMethod method, string path, object body = null); }
public class Deals {
    private readonly IPipe _pipe;
    public Deals(IPipe pipe) { _pipe = pipe; }
    private static string DealsPath() => "/crm/v3/objects/deals";
    public Task<Deal[]> All() => _pipe.SendAsync<Deal[]>(HttpMethod.Get, DealsPath()); // call
    public Task<Deal> Make(Deal deal) => _pipe.SendAsync<Deal>(HttpMethod.Post, DealsPath(), deal); // call
    public Task<Deal> Change(string id, Deal deal) => _pipe.SendAsync<Deal>(HttpMethod.Patch, DealsPath() + "/" + id, deal); // call
    public Task<bool> Drop(string id) => _pipe.SendAsync<bool>(HttpMethod.Delete, $"{DealsPath()}/{id}"); // call
}
"#;

#[test]
fn requests_of_csharp_may_share_the_helper_of_their_path() {
    let wanted = [
        "DELETE /crm/v3/objects/deals/{}",
        "GET /crm/v3/objects/deals",
        "PATCH /crm/v3/objects/deals/{}",
        "POST /crm/v3/objects/deals",
    ];
    expect("Deals.cs", CSHARP, &wanted);
    assert_eq!(lines("Deals.cs", CSHARP), marked(CSHARP));
}

const TYPESCRIPT: &str = r#"
// Talks to HubSpot.
const companies = () => "/crm/v3/objects/companies";

class Queue {
  private jobs: unknown[] = [];
  async request(job: { method: string; path: string; data?: unknown }) {
    this.jobs.push(job);
    return drained(this.jobs);
  }
}

export class Companies {
  constructor(private queue: Queue) {}
  list() {
    return this.queue.request({ method: "GET", path: companies() }); // call
  }
  make(data: unknown) {
    return this.queue.request({ method: "POST", path: companies(), data }); // call
  }
  change(id: string, data: unknown) {
    return this.queue.request({ method: "PATCH", path: `${companies()}/${id}`, data }); // call
  }
}
"#;

#[test]
fn requests_of_typescript_may_share_the_helper_of_their_path() {
    let wanted =
        ["GET /crm/v3/objects/companies", "PATCH /crm/v3/objects/companies/{}", "POST /crm/v3/objects/companies"];
    expect("companies.ts", TYPESCRIPT, &wanted);
    assert_eq!(lines("companies.ts", TYPESCRIPT), marked(TYPESCRIPT));
}

#[test]
fn a_request_that_waits_in_a_queue_counts_though_its_path_is_a_constant_of_another() {
    let code = r#"
// Talks to HubSpot.
const ITEMS = "https://api.hubapi.com/crm/v3/objects/line_items";

class Queue {
  async post(path: string, body: unknown) { return drained([path, body]); }
  async get(path: string) { return drained([path]); }
}

export const read = (queue: Queue) => queue.get(ITEMS);
export const make = (queue: Queue, body: unknown) => queue.post(ITEMS, body);
export const direct = () => fetch(ITEMS + "/7", { method: "DELETE" });
"#;
    let wanted =
        ["DELETE /crm/v3/objects/line_items/{}", "GET /crm/v3/objects/line_items", "POST /crm/v3/objects/line_items"];
    let found = crate::scan::stage::calls(&[("queue.ts", code)]);
    assert_eq!(found.iter().map(|call| call.replace("/7", "/{}")).collect::<Vec<_>>(), wanted);
}

#[test]
fn a_wrapper_that_is_not_called_like_one_and_is_told_the_method_hides_no_call() {
    let code = r#"
// Talks to HubSpot.
const invoices = () => "https://api.hubapi.com/crm/v3/objects/invoices";

class Queue {
  async enqueue(method: string, path: string) { return drained(this.jobs); }
}

export const read = (queue: Queue) => queue.enqueue("GET", invoices()); // call
export const make = (queue: Queue) => queue.enqueue("POST", invoices()); // call
export const direct = () => fetch(invoices() + "/7", { method: "DELETE" }); // call
export const shown = (queue: Queue) => label(invoices());
function label(text: string) { return kept(text); }
"#;
    let scan = scanned(&[("queue.ts", code)]);
    let calls: Vec<String> = scan.calls.iter().map(|call| format!("{} {}", call.line, call.method)).collect();
    assert_eq!(calls, ["9 GET", "10 POST", "11 DELETE"], "{:?}", scan.unresolved);
    assert_eq!(lines("queue.ts", code), marked(code));
}
