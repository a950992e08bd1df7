//! `abide schema`: the JSON Schema of a language, for editors.

use anyhow::Result;

use crate::Ending;
use crate::cli::{Language, Schema};
use crate::files;

/// Writes the schema (draft 2020-12).
pub fn run(options: &Schema) -> Result<Ending> {
    let schema = match options.language {
        Language::Policy => policy::schema(),
        Language::Map => policy::map::schema(),
    };
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    files::write(options.out.as_deref(), text.as_bytes())?;
    Ok(Ending::Well)
}
