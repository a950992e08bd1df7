//! Every message of the message files is used, and every message used is there, in each language.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Finding};

const FOLDER: &str = "crates/texts/locales/";

/// Message ids look like `area-words`; a file's name is its area's first word or one its messages start with.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut languages: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.ends_with(".ftl")) {
        let Some(rest) = file.path.strip_prefix(FOLDER) else { continue };
        let language = rest.split('/').next().unwrap_or_default();
        let messages = languages.entry(language).or_default();
        messages.extend(ids(&file.text).map(|id| (id, file.path.clone())));
    }
    let all: BTreeMap<String, String> =
        languages.values().flatten().map(|(id, file)| (id.clone(), file.clone())).collect();
    let used = |id: &str| {
        let quoted = format!("\"{id}\"");
        let code = |file: &File| file.path.ends_with(".rs") || file.path.ends_with(".html");
        files.iter().filter(|file| code(file)).any(|file| file.text.contains(&quoted))
    };
    let stems = dynamic_stems(files);
    let unused =
        all.iter().filter(|(id, _)| !used(id) && !stems.iter().any(|stem| id.starts_with(stem.as_str())));
    let mut findings: Vec<Finding> = unused
        .map(|(id, file)| Finding::warning(file.clone(), format!("message `{id}` is used nowhere")))
        .collect();
    for (language, messages) in &languages {
        let missing = all.iter().filter(|(id, _)| !messages.contains_key(*id));
        findings.extend(missing.map(|(id, _)| {
            Finding::error(format!("{FOLDER}{language}"), format!("message `{id}` is missing"))
        }));
    }
    findings
}

fn ids(text: &str) -> impl Iterator<Item = String> {
    let starts = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    starts.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
}

/// Ids put together at run time: `format!("kind-{name}")` makes `kind-` a stem whose messages count as used.
fn dynamic_stems(files: &[File]) -> BTreeSet<String> {
    let code = files.iter().filter(|file| file.path.ends_with(".rs") || file.path.ends_with(".html"));
    let pieces = code.flat_map(|file| file.text.split('"').skip(1));
    let stems = pieces.filter_map(|piece| {
        let stem = piece.split('{').next()?;
        let shaped = piece.contains('{') && stem.ends_with('-') && stem.len() > 3;
        (shaped && stem.chars().all(|c| c.is_ascii_lowercase() || c == '-')).then(|| stem.to_owned())
    });
    stems.collect()
}
