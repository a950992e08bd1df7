//! The registers: the records of processing activities (Art. 30), the wordings of consents; each as a page, as a workbook
//! and as PDF (`/console/registers/record`, `.xlsx`, `.pdf`). They follow from the policy in force and hold nobody's data.

use ::policy::{Policy, Rendering};
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use document::Document;
use jiff::tz::TimeZone;
use press::PdfInfo;

use super::session::OnDuty;
use crate::fault::Fault;
use crate::page::{Link, Page, answer};
use crate::policy::paper_of;

/// The media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The registers with their addresses, and the words for the ways to them.
const REGISTERS: [(&str, Rendering, &str); 3] = [
    ("record", Rendering::Record, "console-registers-record"),
    ("processor-record", Rendering::ProcessorRecord, "console-registers-processor"),
    ("consents", Rendering::Consents, "console-registers-consents"),
];

#[derive(Template)]
#[template(path = "console/registers.html")]
struct Registers {
    p: Page,
    label: String,
    tabs: Vec<Link>,
    body: String,
    workbook: String,
    pdf: String,
}

pub(crate) async fn show(duty: OnDuty, Path(which): Path<String>) -> Result<Response, Fault> {
    let (name, ending) = which.split_once('.').unwrap_or((&which, ""));
    let Some((name, what, title)) = REGISTERS.into_iter().find(|(known, ..)| *known == name) else {
        return Err(Fault::NotFound);
    };
    let visit = &duty.visit;
    let policy = &visit.site.service.policy;
    let document = ::policy::render(policy, what, &visit.lang);
    let file = format!("{}-{name}-{}-{}", policy.service, policy.version, visit.lang);
    match ending {
        "" => page(&duty, name, title, document),
        "pdf" => paper_of(visit, policy, document, &file).await,
        "xlsx" => workbook(policy, &document.under(&visit.site.service.base_url), &file),
        _ => Err(Fault::NotFound),
    }
}

fn page(duty: &OnDuty, here: &str, title: &str, document: Document) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let to = |ending: &str| visit.to(&format!("/console/registers/{here}.{ending}?lang={}", visit.lang));
    let tab = |(name, _, id): (&str, Rendering, &str)| Link {
        href: visit.to(&format!("/console/registers/{name}")),
        words: visit.texts().say(id),
        current: name == here,
    };
    answer(&Registers {
        p: duty.page(visit.texts().say(title)),
        label: visit.texts().say("console-nav-registers"),
        tabs: REGISTERS.into_iter().map(tab).collect(),
        body: document.under(&visit.site.base).html_body(),
        workbook: to("xlsx"),
        pdf: to("pdf"),
    })
}

/// The register as a workbook, dated as the policy is: the same policy gives the same bytes.
fn workbook(policy: &Policy, document: &Document, file: &str) -> Result<Response, Fault> {
    let internal = |error: &dyn std::fmt::Display| Fault::Internal(error.to_string());
    let created = policy.version.to_zoned(TimeZone::UTC).map_err(|error| internal(&error))?.timestamp();
    let info = PdfInfo { created, author: policy.controller.name.clone() };
    let bytes = press::xlsx(document, &info).map_err(|error| internal(&error))?;
    let name = format!("attachment; filename=\"{file}.xlsx\"");
    let kind = [(header::CONTENT_TYPE, WORKBOOK.to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((kind, bytes).into_response())
}
