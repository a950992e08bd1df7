//! Reading what is to be checked, saying what is wrong with it, writing what was asked for.

use std::io::{IsTerminal, Write as _};
use std::path::Path;

use anyhow::{Context, Result};
use policy::{Diagnostic, Policy, Severity, Source};

use crate::out;

/// Reads a policy or map file.
pub fn source(path: &Path) -> Result<Source> {
    let text = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let text = String::from_utf8(text).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!("{} is not UTF-8 text (byte {at}); save it as UTF-8", path.display())
    })?;
    Ok(Source { name: path.display().to_string(), text })
}

/// Whether the terminal wants colour: never when piped, nor when `NO_COLOR` is set.
pub fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Compiles a policy for a command that needs one whole; prints what is wrong.
pub fn policy(path: &Path) -> Result<Option<Policy>> {
    let source = source(path)?;
    let compiled = policy::compile(&source);
    report(&source, &compiled.diagnostics);
    Ok(compiled.policy)
}

/// Prints findings for reading, on standard error.
pub fn report(source: &Source, diagnostics: &[Diagnostic]) {
    if !diagnostics.is_empty() {
        let _ = write!(std::io::stderr().lock(), "{}", policy::render_terminal(source, diagnostics, colour()));
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
