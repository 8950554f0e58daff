//! The languages that are read line by line: their endings, comments and quotes.
//!
//! Owns data only. The languages that have a grammar stand here as well: what their grammars cannot read is read so.

/// A language, as far as lines of it are read.
pub(in crate::scan) struct Row {
    pub(in crate::scan) endings: &'static [&'static str],
    /// What a comment to the end of the line begins with.
    pub(super) comments: &'static [&'static str],
    /// What comments over several lines begin and end with.
    pub(super) blocks: &'static [(&'static str, &'static str)],
    /// What texts stand between.
    pub(super) quotes: &'static [char],
    /// A `-` may stand within a name.
    pub(super) dashes: bool,
    /// Files of this kind set things and call nothing by themselves: a host without a path is a setting.
    pub(in crate::scan) only_sets: bool,
}

const CURLY: [(&str, &str); 1] = [("/*", "*/")];

const USUAL: Row =
    Row { endings: &[], comments: &["//"], blocks: &CURLY, quotes: &['"', '\'', '`'], dashes: false, only_sets: false };

/// `#` begins comments.
const HASH: Row = Row { comments: &["#"], blocks: &[], ..USUAL };

/// Markup.
const MARKUP: Row = Row { comments: &[], blocks: &[("<!--", "-->")], quotes: &['"', '\''], ..USUAL };

/// Lisps.
const LISP: Row = Row { comments: &[";"], blocks: &[("#|", "|#")], quotes: &['"'], dashes: true, ..USUAL };

/// Between these stands what is put into a text, in one language or another. In the path of a URL they never mean themselves.
pub(super) const HOLES: [(&str, &str); 10] = [
    ("#{", "}"),
    ("\\(", ")"),
    ("@{[", "]}"),
    ("${{", "}}"),
    ("{{", "}}"),
    ("<%=", "%>"),
    ("${", "}"),
    ("$(", ")"),
    ("@{", "}"),
    ("{", "}"),
];

static ALL: [Row; 57] = [
    Row { endings: &["ex", "exs"], quotes: &['"'], ..HASH },
    Row { endings: &["rs"], quotes: &['"'], ..USUAL },
    Row { endings: &["swift"], quotes: &['"'], ..USUAL },
    Row { endings: &["dart"], ..USUAL },
    Row { endings: &["scala", "sc", "sbt"], quotes: &['"'], ..USUAL },
    Row { endings: &["pl", "pm", "cgi"], blocks: &[("\n=", "\n=cut")], ..HASH },
    Row { endings: &["r"], ..HASH },
    Row { endings: &["bal"], comments: &["//", "#"], quotes: &['"', '`'], blocks: &[], ..USUAL },
    Row { endings: &["cls", "trigger", "apex"], quotes: &['\''], ..USUAL },
    Row { endings: &["lua"], comments: &["--"], blocks: &[("--[[", "]]")], quotes: &['"', '\''], ..USUAL },
    Row { endings: &["clj", "cljs", "cljc", "edn", "bb"], ..LISP },
    Row { endings: &["lisp", "el", "scm", "rkt", "ss"], ..LISP },
    Row { endings: &["fs", "fsx", "fsi"], blocks: &[("(*", "*)")], quotes: &['"'], ..USUAL },
    Row { endings: &["ml", "mli", "re", "res"], blocks: &[("(*", "*)")], quotes: &['"'], ..USUAL },
    Row { endings: &["groovy", "gvy", "gradle"], ..USUAL },
    Row { endings: &["m", "mm"], quotes: &['"'], ..USUAL },
    Row { endings: &["c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "ino"], quotes: &['"'], ..USUAL },
    Row { endings: &["ps1", "psm1", "psd1"], blocks: &[("<#", "#>")], quotes: &['"', '\''], dashes: true, ..HASH },
    Row { endings: &["vb", "bas", "vbs", "frm"], comments: &["'"], quotes: &['"'], ..HASH },
    Row { endings: &["hs"], comments: &["--"], blocks: &[("{-", "-}")], quotes: &['"'], ..USUAL },
    Row { endings: &["elm", "purs"], comments: &["--"], blocks: &[("{-", "-}")], quotes: &['"'], ..USUAL },
    Row { endings: &["erl", "hrl", "escript"], comments: &["%"], quotes: &['"'], ..HASH },
    Row { endings: &["gleam"], quotes: &['"'], ..USUAL },
    Row { endings: &["jl"], blocks: &[("#=", "=#")], quotes: &['"'], ..HASH },
    Row { endings: &["cr"], quotes: &['"'], ..HASH },
    Row { endings: &["nim"], quotes: &['"'], ..HASH },
    Row { endings: &["zig"], quotes: &['"'], ..USUAL },
    Row { endings: &["v", "vsh"], ..USUAL },
    Row { endings: &["d"], quotes: &['"', '`'], ..USUAL },
    Row { endings: &["hx"], ..USUAL },
    Row { endings: &["mojo"], ..HASH },
    Row { endings: &["coffee", "litcoffee"], blocks: &[("###", "###")], ..HASH },
    Row { endings: &["as"], ..USUAL },
    Row { endings: &["cfm", "cfc", "cfml"], blocks: &[("<!---", "--->"), ("/*", "*/")], ..USUAL },
    Row { endings: &["pas", "dpr", "pp"], blocks: &[("(*", "*)")], quotes: &['\''], ..USUAL },
    Row { endings: &["abap"], comments: &["\"", "*"], quotes: &['\'', '`', '|'], ..HASH },
    Row { endings: &["tcl"], quotes: &['"'], ..HASH },
    Row { endings: &["awk"], quotes: &['"'], ..HASH },
    Row { endings: &["fish", "ksh", "nu"], quotes: &['"', '\''], dashes: true, ..HASH },
    Row { endings: &["bat", "cmd"], comments: &["REM ", "rem ", "::"], quotes: &['"'], dashes: true, ..HASH },
    Row { endings: &["ahk"], comments: &[";"], quotes: &['"'], ..USUAL },
    Row { endings: &["sas"], comments: &[], quotes: &['"', '\''], ..USUAL },
    Row { endings: &["sql"], comments: &["--"], quotes: &['\'', '"'], ..USUAL },
    Row { endings: &["pq", "pqm"], quotes: &['"'], ..USUAL },
    Row { endings: &["tf", "hcl", "tfvars"], quotes: &['"'], only_sets: true, ..HASH },
    Row { endings: &["toml"], quotes: &['"', '\''], only_sets: true, ..HASH },
    Row {
        endings: &["ini", "cfg", "conf", "properties"],
        comments: &["#", ";"],
        quotes: &['"', '\''],
        only_sets: true,
        ..HASH
    },
    Row { endings: &["xml", "jmx", "xsl", "xslt", "bpmn"], only_sets: true, ..MARKUP },
    Row { endings: &["bru"], ..HASH },
    Row {
        endings: &[
            "erb",
            "ejs",
            "hbs",
            "handlebars",
            "mustache",
            "twig",
            "liquid",
            "njk",
            "j2",
            "jinja",
            "jinja2",
            "tpl",
            "tmpl",
            "gohtml",
            "ftl",
            "jsp",
            "jspx",
            "aspx",
            "ascx",
            "asp",
            "cshtml",
            "vbhtml",
            "razor",
            "eex",
            "leex",
            "heex",
            "haml",
            "slim",
            "pug",
        ],
        comments: &["//"],
        ..MARKUP
    },
    // What grammars read, where they cannot.
    Row {
        endings: &["js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "gs", "vue", "svelte", "astro", "html", "htm"],
        ..USUAL
    },
    Row { endings: &["py", "pyw", "ipynb"], quotes: &['"', '\''], ..HASH },
    Row { endings: &["php", "phtml"], comments: &["//", "#"], quotes: &['"', '\''], ..USUAL },
    Row { endings: &["rb", "rake", "gemspec"], blocks: &[("\n=begin", "\n=end")], ..HASH },
    Row { endings: &["java", "kt", "kts"], quotes: &['"'], ..USUAL },
    Row { endings: &["go"], quotes: &['"', '`'], ..USUAL },
    Row { endings: &["cs"], quotes: &['"'], ..USUAL },
];

/// The language whose files end so.
pub(in crate::scan) fn of_ending(ending: &str) -> Option<&'static Row> {
    ALL.iter().find(|row| row.endings.contains(&ending))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_ending_is_that_of_one_language() {
        let mut seen = BTreeSet::new();
        for (row, ending) in ALL.iter().flat_map(|row| row.endings.iter().map(move |ending| (row, ending))) {
            assert!(seen.insert(ending), "{ending} is there twice");
            assert_eq!(of_ending(ending).map(|found| found.endings), Some(row.endings), "{ending}");
        }
    }
}
