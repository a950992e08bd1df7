//! The texts of the pages: every one asked for exists in both languages.

use std::path::Path;

/// Every file under a folder with this ending.
fn files(folder: &Path, ending: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(std::fs::read_to_string(&path).expect("a text"));
        }
    }
}

#[test]
fn every_text_asked_for_exists_in_both_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    files(&root.join("src"), "rs", &mut sources);
    files(&root.join("templates"), "html", &mut sources);
    let is_id = |word: &str| {
        ["web-", "centre-", "console-"].iter().any(|area| word.starts_with(area)) && !word.ends_with('-')
    };
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let named = sources.iter().flat_map(|source| source.split('"')).filter(|word| is_id(word) && plain(word));
    let asked = sources.iter().flat_map(|source| texts::usage::ids_in(source));
    let ids: std::collections::BTreeSet<&str> = named.chain(asked).collect();
    assert!(ids.len() > 200, "the ids are found at all");
    for lang in ["en", "nb"] {
        let missing: Vec<&&str> = ids.iter().filter(|id| !texts::texts(lang).has(id)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}
