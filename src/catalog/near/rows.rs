//! The rows of `near.json`, read when first asked for.

use std::sync::OnceLock;

use crate::catalog::rows::{NearFile, read};

/// The rows.
///
/// # Panics
/// Never in a binary whose tests passed.
#[expect(clippy::expect_used, reason = "the embedded data is part of the program and read by its tests")]
pub(in crate::catalog) fn rows() -> &'static NearFile {
    static ROWS: OnceLock<NearFile> = OnceLock::new();
    ROWS.get_or_init(|| {
        read("near.json", include_str!("../../../assets/catalog/near.json")).expect("the embedded data is valid")
    })
}
