//! `abide explain`: the whole story of a code or of a reason of the gate, or of all of them as a site.

mod reasons;
mod site;

use anyhow::Result;
use duties::standing::ask::Reason;

use crate::Ending;
use crate::cli::Explain;
use crate::out;

/// Prints one story, lists all codes and reasons, or writes their site.
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
        let width = Reason::ALL.iter().map(|reason| reason.id().len()).max().unwrap_or(0);
        for reason in Reason::ALL {
            out::line(format_args!(
                "{:width$}  {}: {}",
                reason.id(),
                reasons::answer(*reason),
                reason.says()
            ))?;
        }
        return Ok(Ending::Well);
    };
    let reason = || reasons::find(code).map(reasons::story);
    match policy::explain(&code.trim().to_uppercase()).map(str::to_owned).or_else(reason) {
        Some(story) => {
            out::line(format_args!("{}", story.trim()))?;
            Ok(Ending::Well)
        }
        None => {
            out::tell(format_args!(
                "abide: there is no code or reason `{code}`; `abide explain` lists them all"
            ));
            Ok(Ending::Faults)
        }
    }
}
