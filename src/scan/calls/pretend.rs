//! Calls that only say what is to be answered: of libraries that pretend to be a server, and of servers.

use super::sink::Sink;
use super::trace::Trace;
use crate::scan::form::Expr;
use crate::scan::value::Value;
use crate::scan::words::{self, Meaning};

impl Trace<'_> {
    /// Whether the sink only says what is to be answered: of a library that pretends to be a server, or of a server itself.
    pub(super) fn pretends(&self, sink: &Sink) -> bool {
        let of_library = match &sink.callee {
            Value::Outside(names, _) => names.first().is_some_and(|name| pretends_to_serve(name)),
            _ => false,
        };
        // Ruby: `get "/path" do … end` of Sinatra.
        let program = self.evaluator.program;
        let form = program.form(sink.site.0);
        let is_route = program.file(sink.site.0).language.semantics.blocks_answer
            && sink.object.is_none()
            && matches!(form.expr(sink.site.1), Expr::Call { callee, arguments, .. }
                if matches!(form.expr(*callee), Expr::Name(_))
                    && arguments.last().is_some_and(|last| matches!(form.expr(last.value), Expr::Function(_))));
        of_library || (is_route && words::verb(&sink.name).is_some())
    }
}

/// Whether a library with this name pretends to be a server.
fn pretends_to_serve(library: &str) -> bool {
    words::means(Meaning::PretendsToServe, library)
        || words::all(Meaning::PretendsInName).any(|part| library.contains(part))
}
