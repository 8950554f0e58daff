//! The calls that are chained to a sink: they may say its method.

use super::sink::Sink;
use super::trace::Trace;
use crate::scan::form::Expr;
use crate::scan::value::{Site, Value};
use crate::scan::words::{self, Meaning, Meanings};

/// How long a chain is read.
const LONGEST: usize = 12;

/// A call of a chain: its name, and what is handed to it.
pub(super) type Link = (String, Vec<Value>);

impl Trace<'_> {
    /// The calls before and after the sink on its chain. Where the sink only sets a URL, the chain goes on in the call that
    /// its lambda is handed to, and at the callers that it is given back to.
    pub(super) fn chain_of(&self, sink: &Sink) -> Vec<Link> {
        let mut chain = Vec::new();
        self.around(sink.site, &mut chain);
        // RestSharp: what sends the request may say the method.
        if words::all(Meaning::RequestClassAtEnd).any(|ending| sink.name.ends_with(&words::fold(ending))) {
            chain.extend(self.senders_of(sink.site, sink.function).into_iter().map(|name| (name, Vec::new())));
        }
        if !sets_url(&sink.name) {
            return chain;
        }
        let program = self.evaluator.program;
        let mut function = sink.function;
        for _ in 0..3 {
            let Some(taker) = program.taker((sink.site.0, function)) else { break };
            self.around(taker, &mut chain);
            function = program.form(taker.0).node(taker.1).function;
        }
        for site in &sink.through {
            self.after(*site, &mut chain);
        }
        chain
    }

    fn around(&self, site: Site, chain: &mut Vec<Link>) {
        let mut inner = self.link(site, chain);
        for _ in 0..LONGEST {
            inner = inner.and_then(|at| self.link(at, chain));
        }
        self.after(site, chain);
    }

    fn after(&self, site: Site, chain: &mut Vec<Link>) {
        let mut outer = self.outer.get(&site);
        for _ in 0..LONGEST {
            let Some(next) = outer else { break };
            self.link(*next, chain);
            outer = self.outer.get(next);
        }
    }

    /// Adds the call at `at`; gives what it is called on.
    fn link(&self, at: Site, chain: &mut Vec<Link>) -> Option<Site> {
        let form = self.evaluator.program.form(at.0);
        let Expr::Call { callee, arguments, .. } = form.expr(at.1) else { return None };
        let Expr::Member(object, name) = form.expr(*callee) else { return None };
        let values =
            arguments.iter().flat_map(|argument| self.evaluator.eval((at.0, argument.value)).to_vec()).collect();
        chain.push((name.to_string(), values));
        Some((at.0, *object))
    }
}

/// Whether a call with this name sets the URL of a request that something else sends.
fn sets_url(name: &str) -> bool {
    Meanings::of_folded(name).has(Meaning::SetsUrl)
}
