//! Keys by the names that the key table uses, as the bytes that a terminal sends.

/// The bytes of a key: `j`, `Space`, `Ctrl-C`, `Shift-Tab` …
pub(crate) fn bytes(key: &str) -> Vec<u8> {
    if let Some(letter) = key.strip_prefix("Ctrl-") {
        return letter.bytes().map(|letter| letter.to_ascii_uppercase() & 0x1f).collect();
    }
    let text = match key {
        "Space" => " ",
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "Shift-Tab" => "\x1b[Z",
        "Backspace" => "\x7f",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        key => {
            assert_eq!(key.chars().count(), 1, "no key is called {key}");
            key
        }
    };
    text.as_bytes().to_vec()
}
