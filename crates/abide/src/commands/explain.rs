//! `abide explain`: the whole story of a code.

use anyhow::Result;

use crate::Ending;
use crate::cli::Explain;
use crate::out;

/// Prints one code's documentation, or lists all codes.
pub fn run(options: &Explain) -> Result<Ending> {
    let Some(code) = &options.code else {
        for (code, title) in policy::codes() {
            out::line(format_args!("{code}  {title}"))?;
        }
        return Ok(Ending::Well);
    };
    let wanted = code.trim().to_uppercase();
    match policy::explain(&wanted) {
        Some(story) => {
            out::line(format_args!("{}", story.trim()))?;
            Ok(Ending::Well)
        }
        None => {
            out::tell(format_args!("abide: there is no code `{code}`; `abide explain` lists them all"));
            Ok(Ending::Faults)
        }
    }
}
