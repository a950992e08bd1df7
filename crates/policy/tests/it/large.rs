//! Large files: nothing is lost, and every name still resolves.

use super::suite::{laid_over, told};
use policy::{Source, compile};
use std::fmt::Write;

/// A policy with `n` fields, `n` purposes that each use one of them, and `n` recipients that each get it.
fn large(n: usize) -> String {
    let mut over = String::from("data:\n  big:\n    title: Big\n    fields:\n");
    for i in 0..n {
        writeln!(over, "      f{i}: {{ kind: text, title: Field {i} }}").unwrap();
    }
    over.push_str("purposes:\n");
    for i in 0..n {
        writeln!(over, "  p{i}:\n    why: Do the thing {i}\n    basis: contract\n    uses: [big.f{i}]\n    shares_with: [r{i}]\n    keep: {{ for: 1 year, from: collection }}").unwrap();
    }
    over.push_str("recipients:\n");
    for i in 0..n {
        writeln!(over, "  r{i}: {{ name: R{i}, role: controller, country: NO, gets: [big.f{i}] }}").unwrap();
    }
    laid_over(&over)
}

#[test]
fn ten_thousand_declarations_compile() {
    let text = large(3_400);
    let compiled = compile(&Source::new("large.yaml", text));
    assert_eq!(compiled.diagnostics, []);
    let policy = compiled.policy.unwrap();
    assert_eq!((policy.purposes.len(), policy.recipients.len()), (3_400, 3_400));
}

#[test]
fn every_wrong_name_is_an_error_however_many() {
    let text = large(3_400).replace("uses: [big.f", "uses: [big.g");
    let dangling = told(&text).iter().filter(|d| d.code.0 == "A0107").count();
    assert_eq!(dangling, 3_400);
}
