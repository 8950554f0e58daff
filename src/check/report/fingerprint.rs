//! What makes a finding the same one from one run to the next.
//!
//! Owns the number that SARIF readers compare. It does not depend on the line, for lines move.

/// FNV-1a, 64 bits: the same in every version, unlike the hashes of the standard library.
pub(super) fn fingerprint(parts: &[&str]) -> String {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain(std::iter::once(0)));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
