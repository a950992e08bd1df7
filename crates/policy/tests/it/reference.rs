//! What is written from the key table is current: the schema and the reference. `UPDATE=1` writes them again.

use policy::{reference, schema};
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
    let path = "../../docs/policy-language.md";
    let text = std::fs::read_to_string(at(path)).unwrap();
    let (before, _) = text.split_once("<!-- written from the key table -->\n").expect("the mark is missing");
    current(path, &format!("{before}<!-- written from the key table -->\n\n{}", reference()));
}
