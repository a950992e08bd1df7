//! The JSON Schema, held by a validator that is not ours against files that are right and files that are not.

use super::suite::{SOUND, laid_over};
use jsonschema::Validator;
use serde_json::Value;
use std::path::Path;

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(schema)
        .expect("a schema of draft 2020-12")
}

/// YAML 1.2, in which `NO` is a word.
fn read(text: &str) -> Value {
    serde_saphyr::from_str_with_options(text, serde_saphyr::options! { strict_booleans: true }).expect("YAML")
}

fn faults(validator: &Validator, text: &str) -> Vec<String> {
    validator
        .iter_errors(&read(text))
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect()
}

#[test]
fn it_is_a_schema_by_its_own_meta_schema() {
    for schema in [policy::schema(), policy::map::schema()] {
        assert!(jsonschema::meta::validate(&schema).is_ok());
    }
}

#[test]
fn what_compiles_is_valid() {
    let policy = validator(&policy::schema());
    assert_eq!(faults(&policy, SOUND), [] as [String; 0]);
    let map = validator(&policy::map::schema());
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut seen = (0, 0);
    for folder in std::fs::read_dir(examples).unwrap().flatten() {
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let text = || std::fs::read_to_string(file.path()).unwrap();
            match name.as_str() {
                "policy.yaml" if !text().contains("\ninclude:") => {
                    assert_eq!(faults(&policy, &text()), [] as [String; 0], "{}", file.path().display());
                    seen.0 += 1;
                }
                name if name.ends_with(".map.yaml") => {
                    assert_eq!(faults(&map, &text()), [] as [String; 0], "{}", file.path().display());
                    seen.1 += 1;
                }
                _ => {}
            }
        }
    }
    assert!(seen.0 >= 4 && seen.1 >= 3, "{seen:?}");
}

#[test]
fn what_has_a_fault_of_keys_or_values_is_not() {
    let policy = validator(&policy::schema());
    for (over, at) in [
        ("recipents: {}\n", "recipents"),
        ("minimum_age: 99\n", "minimum_age"),
        ("version: 1. November\n", "version"),
        ("signals: { gpc: honour }\n", "signals"),
        ("signals: { gpc: maybe, dnt: honour }\n", "gpc"),
        ("authority: { name: Datatilsynet, country: Norway }\n", "country"),
        ("rights: { answer: { within: soon } }\n", "within"),
        ("changes: { minor: site, significant: [site], rights_affecting: [site] }\n", "minor"),
        ("lints: { A0505: { level: never, because: No } }\n", "A0505"),
        ("lints: { A0505: { level: note } }\n", "A0505"),
    ] {
        let found = faults(&policy, &laid_over(over));
        assert!(!found.is_empty() && found.iter().any(|fault| fault.contains(at)), "{over}: {found:?}");
    }
    let missing = SOUND.replace("controller:", "x-controller:");
    assert!(!faults(&policy, &missing).is_empty());
}

#[test]
fn every_key_is_described() {
    fn look(value: &Value, seen: &mut usize) {
        let Some(object) = value.as_object() else { return };
        if let Some(properties) = object.get("properties").and_then(Value::as_object) {
            for (name, property) in properties.iter().filter(|(name, _)| *name != "assumed") {
                let said = property["description"].as_str().unwrap_or_default();
                assert!(said.len() > 5, "{name} is not described");
                *seen += 1;
            }
        }
        object.values().for_each(|inner| look(inner, seen));
    }
    let mut seen = 0;
    look(&policy::schema(), &mut seen);
    assert!(seen > 250, "{seen}");
}
