//! `abide render`: what people, authorities and auditors read of a policy.

use std::io::IsTerminal;

use anyhow::{Result, bail};
use jiff::tz::TimeZone;
use policy::machine::Machine;
use policy::{Policy, Rendering};

use crate::Ending;
use crate::cli::{Form, Render, What};
use crate::files;
use crate::out;

/// Compiles, renders, writes. A file carries the policy's own date, so the same policy gives the same bytes.
pub fn run(options: &Render) -> Result<Ending> {
    let form = options.form();
    if options.out.is_none() && matches!(form, Form::Pdf | Form::Xlsx) && std::io::stdout().is_terminal() {
        bail!("a PDF or a workbook is not for a terminal to show; name a file with `--out`");
    }
    let Some(policy) = files::policy(&options.policy)? else { return Ok(Ending::Faults) };
    let lang = language(&policy, options.lang.as_deref())?;
    let machine = match form {
        Form::Tilt => Some(Machine::Tilt),
        Form::Dpv => Some(Machine::Dpv),
        Form::Html | Form::Markdown | Form::Pdf | Form::Xlsx => None,
    };
    let bytes = match machine {
        Some(machine) => for_machines(&policy, machine, &lang, options.what)?,
        None => for_people(&policy, form, &lang, options.what)?,
    };
    files::write(options.out.as_deref(), &bytes)?;
    Ok(Ending::Well)
}

/// The whole policy as JSON; what the language has no place for is told.
fn for_machines(policy: &Policy, machine: Machine, lang: &str, what: What) -> Result<Vec<u8>> {
    if what != What::Policy {
        bail!("`--format {}` writes the whole policy; leave `--what` out", machine.as_str());
    }
    let left = policy::machine::left_out(policy, machine);
    if !left.is_empty() {
        let name = machine.as_str().to_uppercase();
        out::tell(format_args!("{name} has no place for: {}", left.join(", ")));
    }
    let mut text = serde_json::to_string_pretty(&policy::machine::written(policy, machine, lang))?;
    text.push('\n');
    Ok(text.into_bytes())
}

/// A page, paper or workbook.
fn for_people(policy: &Policy, form: Form, lang: &str, what: What) -> Result<Vec<u8>> {
    let document = policy::render(policy, rendering(what), lang);
    let document = match &policy.controller.website {
        Some(site) => document.under(&site.value),
        None => document,
    };
    let created = policy.version.to_zoned(TimeZone::UTC)?.timestamp();
    let info = press::PdfInfo { created, author: policy.controller.name.clone() };
    Ok(match form {
        Form::Html => document.html_page(None, Some(web::style())).into_bytes(),
        Form::Markdown => document.markdown().into_bytes(),
        Form::Pdf => press::pdf(&document, info)?,
        Form::Xlsx => press::xlsx(&document, &info)?,
        Form::Tilt | Form::Dpv => bail!("this is no form for people"),
    })
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
