//! The clipboard of the desktop, through the operating system.
//!
//! Owns the difference between systems: macOS and Windows keep what they are given; X11 and Wayland ask the program
//! that copied, each time somebody pastes, so that a program that ends has to leave one behind that answers.

/// Sets the clipboard; `Ok` only when it is set. The error is a clause that says why not.
#[cfg(any(target_os = "macos", windows))]
pub(super) fn set(text: &str) -> Result<(), String> {
    arboard::Clipboard::new().and_then(|mut clipboard| clipboard.set_text(text)).map_err(|error| error.to_string())
}

/// Sets the clipboard; `Ok` only when it is set. The error is a clause that says why not.
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) fn set(text: &str) -> Result<(), String> {
    super::linger::hand_over(&super::linger::this_program()?, text)
}
