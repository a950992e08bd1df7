//! Where bytes come from: the examples, the suites, and what broke something once.

use std::path::Path;

/// Every YAML file below `folder`, and every block of YAML in its Markdown files.
pub fn below(folder: &Path, found: &mut Vec<Vec<u8>>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(|entry| entry.path());
    for entry in entries {
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending {
            _ if path.is_dir() => below(&path, found),
            "yaml" => found.extend(std::fs::read(&path)),
            "md" => {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                let blocks = text.split("\n```yaml").skip(1);
                found.extend(blocks.filter_map(|b| Some(b.split_once('\n')?.1.split("```").next()?.into())));
            }
            _ => {}
        }
    }
}
