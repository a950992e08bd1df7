//! `abide explain`: the whole story of a code, or of all of them as a site.

mod site;

use anyhow::Result;

use crate::Ending;
use crate::cli::Explain;
use crate::out;

/// Prints one code's documentation, lists all codes, or writes their site.
pub fn run(options: &Explain) -> Result<Ending> {
    if let Some(folder) = &options.site {
        let pages = site::write(folder)?;
        out::tell(format_args!("{}: {pages} pages written; open index.html", folder.display()));
        return Ok(Ending::Well);
    }
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
