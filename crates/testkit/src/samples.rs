//! Sample databases of other people's (Northwind), which are not part of the project.

use std::path::PathBuf;

/// The folder of the samples, or none where there is none (which is said).
#[must_use]
pub fn samples() -> Option<PathBuf> {
    let folder = std::env::var_os("ABIDE_SAMPLES").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        crate::skipped(
            "a test on real sample data did not run: set ABIDE_SAMPLES to the folder with Northwind",
        );
    }
    folder
}
