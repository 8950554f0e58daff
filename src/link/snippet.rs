//! The link, ready to paste where a developer needs it.

/// The places a link is pasted into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Snippet {
    /// A line of a `.env` file.
    Env,
    /// A shell command that shows where the link leads.
    Curl,
    /// Node.
    Node,
    /// Python.
    Python,
    /// An install button.
    Html,
}

impl Snippet {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Env, Self::Curl, Self::Node, Self::Python, Self::Html];

    /// The word of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Env => "env",
            Self::Curl => "curl",
            Self::Node => "node",
            Self::Python => "python",
            Self::Html => "html",
        }
    }
}

/// `url` in the form of `kind`. The URL has no quote, no backslash and no `$` in it that means anything there: it is
/// percent-encoded, and what it leaves alone (`'`, `(`, `)`, `!`) is escaped here where it matters.
pub fn snippet(kind: Snippet, url: &str) -> String {
    let shell = url.replace('\'', "%27");
    match kind {
        Snippet::Env => format!("HUBSPOT_INSTALL_URL='{shell}'"),
        Snippet::Curl => format!("curl -sS -o /dev/null -w '%{{http_code}} %{{redirect_url}}\\n' '{shell}'"),
        Snippet::Node => format!(
            "const installUrl =\n  '{shell}';\n// In a route handler, send the installer there:\nres.redirect(installUrl);"
        ),
        Snippet::Python => format!(
            "INSTALL_URL = (\n    '{shell}'\n)\n# In a Flask view, send the installer there:\nreturn redirect(INSTALL_URL)"
        ),
        Snippet::Html => {
            format!("<a href=\"{}\">Install in HubSpot</a>", url.replace('&', "&amp;").replace('"', "&quot;"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_in_a_redirect_url_cannot_end_a_snippet() {
        let url = "https://app.hubspot.com/oauth/authorize?redirect_uri=https%3A%2F%2Fa.example%2F'%3B&scope=oauth";
        for kind in [Snippet::Env, Snippet::Curl, Snippet::Node, Snippet::Python] {
            assert!(!snippet(kind, url).contains("%2F'"), "{kind:?}");
        }
        assert!(snippet(Snippet::Html, url).contains("&amp;scope=oauth"));
    }
}
