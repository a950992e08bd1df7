//! What `abide render` is asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What can be written of a policy.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// The policy as people read it.
    Policy,
    /// What is stored in the browser.
    Cookies,
    /// Who receives data, where, under which safeguard.
    Recipients,
    /// The record of processing activities as controller (GDPR Art. 30(1)).
    Record,
    /// The record of processing activities as processor (GDPR Art. 30(2)).
    ProcessorRecord,
    /// Every wording of consent, with its fingerprint and where it is asked.
    Consents,
    /// The notices at forms and for data from others (GDPR Art. 13 and 14).
    Notices,
}

/// What it can be written as.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A page of its own, with its style in it.
    Html,
    /// Markdown.
    #[value(alias = "md")]
    Markdown,
    /// PDF (A4, tagged, archival).
    Pdf,
    /// A workbook: each table on a sheet of its own.
    Xlsx,
    /// Transparency Information Language: the policy as JSON for machines.
    Tilt,
    /// W3C Data Privacy Vocabulary 2.3: the policy as JSON-LD for machines.
    Dpv,
}

#[derive(Args)]
pub struct Render {
    /// The policy file.
    pub policy: PathBuf,
    /// What to write.
    #[arg(long, value_enum, default_value = "policy")]
    pub what: What,
    /// As what; by the ending of `--out` when not given, else HTML.
    #[arg(long, visible_alias = "to", value_enum)]
    pub format: Option<Form>,
    /// The language; the policy's reference language when not given.
    #[arg(long, visible_alias = "language")]
    pub lang: Option<String>,
    /// Where to; standard output when not given (not for PDF and XLSX on a terminal).
    #[arg(long)]
    pub out: Option<PathBuf>,
}

impl Render {
    /// The form asked for, else the one the file's name ends with, else HTML.
    pub fn form(&self) -> Form {
        let ending = self.out.as_ref().and_then(|out| out.extension()).and_then(|ending| ending.to_str());
        self.format.unwrap_or(match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("md" | "markdown") => Form::Markdown,
            Some("pdf") => Form::Pdf,
            Some("xlsx") => Form::Xlsx,
            Some("jsonld") => Form::Dpv,
            _ => Form::Html,
        })
    }
}
