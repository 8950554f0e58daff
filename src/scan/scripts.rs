//! Files that hold scripts beside other things: what is no script is blanked, so that every place stays what it is.
//!
//! Owns where the scripts are in HTML, Vue, Svelte and Astro. What they call is the grammar's business.

/// The ending whose grammar reads the scripts in files with this one; any other is its own.
pub(super) fn ending(ending: &str) -> &str {
    match ending {
        "vue" | "svelte" | "astro" => "ts",
        "html" | "htm" | "xhtml" => "js",
        _ => ending,
    }
}

/// Whether files that end so hold scripts.
pub(super) fn holds(of: &str) -> bool {
    ending(of) != of
}

/// Whether files that end so are pages first, which other code does not import.
pub(super) fn is_page(ending: &str) -> bool {
    matches!(ending, "html" | "htm" | "xhtml")
}

/// Blanks all but the scripts of a file that ends so.
pub(super) fn keep_only(source: &mut [u8], ending: &str) {
    let mut kept = Vec::new();
    let mut at = 0;
    if ending == "astro"
        && let Some((start, end)) = front_matter(source)
    {
        kept.push((start, end));
        at = end;
    }
    while let Some((start, end)) = next_script(source, at) {
        if let Some(tag) =
            source.get(at..start).and_then(|before| memchr::memrchr(b'<', before).map(|tag| &before[tag..]))
            && is_code(tag)
        {
            kept.push((start, end));
        }
        at = end;
    }
    let mut begin = 0;
    for (start, end) in kept.into_iter().chain([(source.len(), source.len())]) {
        source[begin..start].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
        begin = end;
    }
}

/// What stands between the first two lines of `---`.
fn front_matter(source: &[u8]) -> Option<(usize, usize)> {
    let start = memchr::memmem::find(source, b"---")? + 3;
    let length = memchr::memmem::find(&source[start..], b"---")?;
    Some((start, start + length))
}

/// The inside of the next script from `at` on.
fn next_script(source: &[u8], at: usize) -> Option<(usize, usize)> {
    let tag = find(source, at, b"<script")?;
    let start = tag + memchr::memchr(b'>', &source[tag..])? + 1;
    let end = find(source, start, b"</script").unwrap_or(source.len());
    Some((start, end))
}

/// Where `word` stands from `at` on, in any letter case.
fn find(source: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    let places = memchr::memchr_iter(b'<', source.get(at..)?).map(|place| at + place);
    places
        .into_iter()
        .find(|place| source.get(*place..place + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word)))
}

/// Whether what a `script` tag holds runs: templates, data and maps of imports do not.
fn is_code(tag: &[u8]) -> bool {
    let tag = String::from_utf8_lossy(tag).to_ascii_lowercase();
    let Some((_, rest)) = tag.split_once("type") else { return true };
    let Some(value) = rest.trim_start().strip_prefix('=') else { return true };
    let value = value.trim_start().trim_start_matches(['"', '\'']);
    value.starts_with("module")
        || value.contains("javascript")
        || value.contains("ecmascript")
        || value.contains("babel")
        || value.contains("typescript")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(ending: &str, text: &str) -> String {
        let mut source = text.as_bytes().to_vec();
        keep_only(&mut source, ending);
        assert_eq!(source.len(), text.len());
        String::from_utf8(source).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_what_runs_is_kept_and_stays_where_it_was() {
        let page = "<p>a('x')</p><SCRIPT>b()</SCRIPT><script type=\"application/json\">{}</script>\n<script type=module>c()</script>";
        assert_eq!(kept("html", page), "b() c()");
        assert_eq!(kept("vue", "<template>x</template>\n<script setup lang=\"ts\">\na()\n</script>"), "a()");
        assert_eq!(kept("astro", "---\na()\n---\n<p>b()</p><script>c()</script>"), "a() c()");
        assert_eq!(kept("svelte", "<script>a()"), "a()");
        assert_eq!(kept("html", "no script at all"), "");
    }
}
