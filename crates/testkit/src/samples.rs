//! Sample databases of other people's (Northwind), which are not part of the project.

use std::path::{Path, PathBuf};

/// What the folder holds where it is whole.
const FILES: [&str; 2] = ["northwind/northwind.sqlite", "northwind/northwind_postgres.sql"];

/// The folder of the samples, or none where none is named (which is said). A folder that is named and not whole is a
/// mistake: under `CI=true` the test fails, elsewhere it is skipped, and both say which file is missing.
#[must_use]
pub fn samples() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("ABIDE_SAMPLES").map(PathBuf::from) else {
        // not a failure under CI either: the samples are no part of the project
        eprintln!("SKIPPED: a test on real sample data: set ABIDE_SAMPLES to the folder with Northwind");
        return None;
    };
    let strict = std::env::var_os("CI").is_some_and(|ci| ci == "true");
    match missing(&folder) {
        None => Some(folder),
        Some(file) if strict => panic!("ABIDE_SAMPLES is set, but {} is missing", file.display()),
        Some(file) => {
            crate::skipped(&format!("a test on real sample data did not run: {} is missing", file.display()));
            None
        }
    }
}

/// The first file the folder lacks.
fn missing(folder: &Path) -> Option<PathBuf> {
    FILES.iter().map(|file| folder.join(file)).find(|file| !file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_whole_or_the_missing_file_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(missing(folder.path()), Some(folder.path().join(FILES[0])));
        std::fs::create_dir(folder.path().join("northwind")).expect("a folder");
        std::fs::write(folder.path().join(FILES[0]), "").expect("a file");
        assert_eq!(missing(folder.path()), Some(folder.path().join(FILES[1])));
        std::fs::write(folder.path().join(FILES[1]), "").expect("a file");
        assert_eq!(missing(folder.path()), None);
    }
}
