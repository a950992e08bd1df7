//! The policy of Wepack: every published fact is in it, and it compiles without a word of complaint.

use policy::{Compiled, Policy, Severity, Source, compile, render_terminal};

pub fn source() -> Source {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/wepack/policy.yaml");
    Source::new("examples/wepack/policy.yaml", std::fs::read_to_string(path).unwrap())
}

pub fn policy() -> Policy {
    let source = source();
    let Compiled { policy, diagnostics } = compile(&source);
    policy.unwrap_or_else(|| panic!("{}", render_terminal(&source, &diagnostics, false)))
}

#[test]
fn compiles_without_error_or_warning() {
    let source = source();
    let told = compile(&source).diagnostics;
    let bad: Vec<_> = told.into_iter().filter(|d| d.severity != Severity::Note).collect();
    assert!(bad.is_empty(), "{}", render_terminal(&source, &bad, false));
}

#[test]
#[ignore = "prints the published policy for reading"]
fn print() {
    let policy = policy();
    println!("{}", policy::document(&policy, "en").markdown());
    println!("=======\n{}", policy::document(&policy, "nb").markdown());
}
