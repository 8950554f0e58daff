//! Why a folder cannot be watched, and what to do.

use notify::ErrorKind;

use crate::cli::failure::Failure;

/// The sentence for an error of the system.
pub(super) fn of(error: &notify::Error) -> anyhow::Error {
    let place = error.paths.first().map_or_else(String::new, |path| format!(" {}", path.display()));
    let text = match &error.kind {
        ErrorKind::MaxFilesWatch => format!(
            "cannot watch{place}: the system's limit of watched folders is reached. Raise it (sudo sysctl \
             fs.inotify.max_user_watches=524288), or name a smaller folder."
        ),
        ErrorKind::Io(error) if is_too_many(error) => format!(
            "cannot watch{place}: too many programs watch files. Close one, or raise the limit (sudo sysctl \
             fs.inotify.max_user_instances=512)."
        ),
        ErrorKind::PathNotFound => format!("cannot watch{place}: it is not there. Check the path."),
        ErrorKind::Io(error) => format!("cannot watch{place}: {error}. Without --watch the scan works all the same."),
        other => format!("cannot watch{place}: {other:?}. Without --watch the scan works all the same."),
    };
    Failure::system(text).into()
}

/// EMFILE, as Unix numbers it.
fn is_too_many(error: &std::io::Error) -> bool {
    cfg!(unix) && error.raw_os_error() == Some(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do() {
        let said = |kind: ErrorKind| of(&notify::Error::new(kind).add_path("shop".into())).to_string();
        assert!(said(ErrorKind::MaxFilesWatch).starts_with("cannot watch shop: the system's limit"));
        assert!(said(ErrorKind::MaxFilesWatch).contains("fs.inotify.max_user_watches"));
        assert!(said(ErrorKind::PathNotFound).ends_with("Check the path."));
        #[cfg(unix)]
        assert!(said(ErrorKind::Io(std::io::Error::from_raw_os_error(24))).contains("max_user_instances"));
        assert!(said(ErrorKind::Generic("odd".to_owned())).contains("Without --watch"));
    }
}
