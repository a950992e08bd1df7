//! Reading what is to be checked, saying what is wrong with it, writing what was asked for.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use policy::sources::LARGEST;
use policy::{Diagnostic, Places, Policy, Refusal, Severity, Source, Sources};

use crate::out;

/// Reads a policy and every file it includes. What lies outside the policy's folder, also by a link, is not read.
pub fn sources(path: &Path) -> Result<Sources> {
    let bytes = bytes(path).with_context(|| format!("cannot read {}", path.display()))?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let root = folder.canonicalize();
    let read = |file: &str| match &root {
        Ok(root) => beside(root, &folder.join(file)),
        Err(error) => Err(Refusal::Unreadable(error.to_string())),
    };
    Ok(Sources::gather(&path.display().to_string(), &bytes, read))
}

/// Reads an included file, whose place must be below `root`.
pub fn beside(root: &Path, path: &Path) -> Result<Vec<u8>, Refusal> {
    let refused = |error: io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Refusal::Missing,
        _ => Refusal::Unreadable(error.to_string()),
    };
    let real: PathBuf = path.canonicalize().map_err(refused)?;
    if !real.starts_with(root) {
        return Err(Refusal::Outside);
    }
    if !real.metadata().map_err(refused)?.is_file() {
        return Err(Refusal::NoFile);
    }
    bytes(&real).map_err(refused)
}

/// The bytes of a file, at most one more than a policy may hold: a larger one is refused by what reads it.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a file that includes no other, with everything that is wrong with its bytes.
pub fn decoded(path: &Path) -> Result<(Source, Vec<Diagnostic>)> {
    let bytes = bytes(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(policy::sources::text(&path.display().to_string(), &bytes))
}

/// Reads a store map for a command that needs it whole; prints what is wrong with its bytes.
pub fn source(path: &Path) -> Result<Source> {
    let (source, told) = decoded(path)?;
    report(&source, &told);
    if !told.is_empty() {
        bail!("{} cannot be read; save it as UTF-8 text", source.name);
    }
    Ok(source)
}

/// Whether the terminal wants colour: never when piped, nor when `NO_COLOR` is set.
pub fn colour() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Compiles a policy for a command that needs one whole; prints what is wrong.
pub fn policy(path: &Path) -> Result<Option<Policy>> {
    let sources = sources(path)?;
    let compiled = policy::compile_all(&sources);
    report(&sources, &compiled.diagnostics);
    Ok(compiled.policy)
}

/// Prints findings for reading, on standard error.
pub fn report(places: &(impl Places + ?Sized), diagnostics: &[Diagnostic]) {
    if !diagnostics.is_empty() {
        let _ = write!(io::stderr().lock(), "{}", policy::render_terminal(places, diagnostics, colour()));
    }
}

/// How many are errors and how many warnings.
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let of = |severity: Severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    (of(Severity::Error), of(Severity::Warning))
}

/// Writes to a file, or to standard output when none is named.
pub fn write(out: Option<&Path>, bytes: &[u8]) -> Result<()> {
    match out {
        Some(path) => std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display())),
        None => out::bytes(bytes),
    }
}

/// Puts the new text in the file's place at once: a reader sees the old or the new one, never half of it.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let real = path.canonicalize()?;
    let permissions: std::fs::Permissions = real.metadata()?.permissions();
    let Some(name) = real.file_name() else { bail!("it has no name") };
    let beside: PathBuf = real.with_file_name(format!(".{}.fmt", name.to_string_lossy()));
    let written = std::fs::write(&beside, bytes)
        .and_then(|()| std::fs::set_permissions(&beside, permissions))
        .and_then(|()| std::fs::rename(&beside, &real));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    Ok(written?)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What an include of a policy in `folder` is refused with.
    fn refusal(folder: &Path, file: &str) -> Option<Refusal> {
        beside(&folder.canonicalize().ok()?, &folder.join(file)).err()
    }

    #[test]
    fn nothing_is_read_from_outside_the_policy_s_folder() {
        let all = tempfile::tempdir().unwrap();
        let folder = all.path().join("policy");
        std::fs::create_dir_all(folder.join("below")).unwrap();
        std::fs::write(all.path().join("secret.yaml"), "secret").unwrap();
        std::fs::write(folder.join("below/inside.yaml"), "inside").unwrap();
        std::os::unix::fs::symlink(all.path().join("secret.yaml"), folder.join("link.yaml")).unwrap();
        std::os::unix::fs::symlink(all.path(), folder.join("up")).unwrap();
        std::os::unix::fs::symlink("below/inside.yaml", folder.join("within.yaml")).unwrap();
        assert_eq!(refusal(&folder, "link.yaml"), Some(Refusal::Outside));
        assert_eq!(refusal(&folder, "up/secret.yaml"), Some(Refusal::Outside));
        assert_eq!(refusal(&folder, "missing.yaml"), Some(Refusal::Missing));
        assert_eq!(refusal(&folder, "below"), Some(Refusal::NoFile));
        assert_eq!(refusal(&folder, "within.yaml"), None);
        assert_eq!(refusal(&folder, "below/inside.yaml"), None);
    }
}
