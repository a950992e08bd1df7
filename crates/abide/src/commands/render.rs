//! `abide render`: what people, authorities and auditors read of a policy.

use std::io::IsTerminal;

use anyhow::{Result, bail};
use jiff::tz::TimeZone;
use policy::{Policy, Rendering};

use crate::Ending;
use crate::cli::{Form, Render, What};
use crate::files;

/// Compiles, renders, writes. A file carries the policy's own date, so the same policy gives the same bytes.
pub fn run(options: &Render) -> Result<Ending> {
    let form = options.form();
    if options.out.is_none() && matches!(form, Form::Pdf | Form::Xlsx) && std::io::stdout().is_terminal() {
        bail!("a PDF or a workbook is not for a terminal to show; name a file with `--out`");
    }
    let Some(policy) = files::policy(&options.policy)? else { return Ok(Ending::Faults) };
    let lang = language(&policy, options.lang.as_deref())?;
    let document = policy::render(&policy, rendering(options.what), &lang);
    let document = match &policy.controller.website {
        Some(site) => document.under(&site.value),
        None => document,
    };
    let created = policy.version.to_zoned(TimeZone::UTC)?.timestamp();
    let info = press::PdfInfo { created, author: policy.controller.name.clone() };
    let bytes = match form {
        Form::Html => document.html_page(None, Some(web::style())).into_bytes(),
        Form::Markdown => document.markdown().into_bytes(),
        Form::Pdf => press::pdf(&document, info)?,
        Form::Xlsx => press::xlsx(&document, &info)?,
    };
    files::write(options.out.as_deref(), &bytes)?;
    Ok(Ending::Well)
}

/// The language asked for, if the policy speaks it; its reference language when none is.
fn language(policy: &Policy, asked: Option<&str>) -> Result<String> {
    let languages = &policy.languages;
    let lang = asked.unwrap_or(&languages.reference);
    if !languages.all().any(|known| known == lang) {
        let known: Vec<&str> = languages.all().collect();
        bail!("the policy has no `{lang}`; its languages are {}", known.join(", "));
    }
    Ok(lang.to_owned())
}

fn rendering(what: What) -> Rendering {
    match what {
        What::Policy => Rendering::Policy,
        What::Cookies => Rendering::Cookies,
        What::Recipients => Rendering::Recipients,
        What::Record => Rendering::Record,
        What::ProcessorRecord => Rendering::ProcessorRecord,
        What::Consents => Rendering::Consents,
        What::Notices => Rendering::Notices,
    }
}
