//! `abide render`: the policy people read.

use anyhow::{Result, bail};
use jiff::tz::TimeZone;

use crate::Ending;
use crate::cli::{Form, Render};
use crate::files;

/// Compiles, renders, writes. The PDF carries the policy's own date, so the same policy gives the same bytes.
pub fn run(options: &Render) -> Result<Ending> {
    let Some(policy) = files::policy(&options.policy)? else { return Ok(Ending::Faults) };
    let lang = options.lang.clone().unwrap_or_else(|| policy.languages.reference.clone());
    if lang != policy.languages.reference && !policy.languages.also.contains(&lang) {
        bail!(
            "the policy has no `{lang}`; its languages are {}, {}",
            policy.languages.reference,
            policy.languages.also.join(", ")
        );
    }
    let document = policy::document(&policy, &lang);
    let bytes = match options.to {
        Form::Html => document.html_page(None, Some(web::style())).into_bytes(),
        Form::Md => document.markdown().into_bytes(),
        Form::Pdf => {
            let created = policy.version.to_zoned(TimeZone::UTC)?.timestamp();
            press::pdf(&document, press::PdfInfo { created, author: policy.controller.name.clone() })?
        }
    };
    files::write(options.out.as_deref(), &bytes)?;
    Ok(Ending::Well)
}
