//! What is written from the key table is current: the schema and the reference. `UPDATE=1` writes them again.

use policy::{Severity, Source, compile, reference, render_terminal, schema};
use std::path::{Path, PathBuf};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn current(path: &str, wanted: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(at(path), wanted).unwrap();
    }
    let found = std::fs::read_to_string(at(path)).unwrap_or_default();
    assert!(found == wanted, "{path} is not current: run `UPDATE=1 cargo test -p policy`");
}

#[test]
fn the_schema_is_current() {
    current("schema/policy.schema.json", &(serde_json::to_string_pretty(&schema()).unwrap() + "\n"));
}

#[test]
fn the_schema_refers_to_what_it_defines() {
    let schema = schema();
    let text = schema.to_string();
    for part in text.split("\"#/$defs/").skip(1) {
        let name = part.split('"').next().unwrap();
        assert!(schema["$defs"][name].is_object(), "{name}");
    }
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn the_reference_is_current() {
    current("../../docs/policy-language.md", &reference());
}

/// The first example under a heading of the reference.
fn example(heading: &str) -> String {
    let text = reference();
    let (_, section) = text.split_once(&format!("\n## {heading}\n")).expect("the heading is missing");
    let (_, block) = section.split_once("```yaml\n").expect("there is no example");
    block.split_once("```").expect("the example does not end").0.to_owned()
}

#[test]
fn the_whole_policy_of_the_reference_compiles() {
    let source = Source::new("policy.yaml", example("A whole policy"));
    let compiled = compile(&source);
    let bad = |d: &&policy::Diagnostic| d.severity != Severity::Note;
    let told: Vec<_> = compiled.diagnostics.iter().filter(bad).cloned().collect();
    assert!(told.is_empty(), "{}", render_terminal(&source, &told, false));
    let policy = compiled.policy.unwrap();
    assert_eq!((policy.purposes.len(), policy.forms.len(), policy.recipients.len()), (3, 1, 1));
}

#[test]
fn the_promises_of_the_reference_are_kept_by_its_policy() {
    let whole = example("A whole policy") + &example("The company's own numbers");
    let compiled = compile(&Source::new("policy.yaml", whole));
    let policy = compiled.policy.unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics));
    assert_eq!(policy.promises.len(), 2);
}

#[test]
fn every_link_of_the_reference_leads_to_a_heading() {
    let text = reference();
    let anchor = |line: &str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    let headings: Vec<String> = text.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
    for link in text.split("](#").skip(1) {
        let target = link.split(')').next().unwrap().to_owned();
        assert!(headings.contains(&target), "{target}");
    }
}
