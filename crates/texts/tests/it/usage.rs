//! Every message that the other crates ask for literally exists.

use std::path::Path;

use texts::texts;
use texts::usage::ids_in;

/// All source and template text of the workspace's crates, tests left out.
fn sources(folder: &Path, out: &mut Vec<(String, String)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !["tests", "target", "texts", "locales"].contains(&name) {
            sources(&path, out);
        } else if name != "tests.rs"
            && (name.ends_with(".rs") || name.ends_with(".html") || name.ends_with(".txt"))
        {
            out.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap_or_default()));
        }
    }
}

#[test]
fn every_message_asked_for_exists() {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &mut all);
    let unknown: Vec<_> = all
        .iter()
        .flat_map(|(path, text)| ids_in(text).into_iter().map(move |id| (path, id)))
        .filter(|(_, id)| !texts("en").has(id))
        .map(|(path, id)| format!("{id}\t{path}"))
        .collect();
    assert!(unknown.is_empty(), "asked for, but in no .ftl file:\n{}", unknown.join("\n"));
}

#[test]
fn ids_are_found_in_code_and_templates() {
    let source = "t.say(\"page-title\"), texts.with(\n  \"days-left\", &[]), path.with(\"C:/x\"), says.with(\"count\", 2), say(\"no\") .say(id)";
    assert_eq!(ids_in(source), ["page-title", "days-left"]);
}
