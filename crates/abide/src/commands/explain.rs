//! `abide explain`: the whole story of a code.

use anyhow::Result;

use crate::Ending;
use crate::cli::Explain;

/// Prints one code's documentation, or lists all codes.
pub fn run(options: &Explain) -> Result<Ending> {
    let Some(code) = &options.code else {
        for (code, title) in policy::codes() {
            println!("{code}  {title}");
        }
        return Ok(Ending::Well);
    };
    let wanted = code.trim().to_uppercase();
    match policy::explain(&wanted) {
        Some(story) => {
            println!("{}", story.trim());
            Ok(Ending::Well)
        }
        None => {
            eprintln!("abide: there is no code `{code}`; `abide explain` lists them all");
            Ok(Ending::Faults)
        }
    }
}
