//! One receipt, as a page or, at the same address with `.json`, as the file that `abide verify`
//! checks, with `.tlog-proof` as the proof alone for programs of others.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use duties::receipts::{self, Reader};
use uuid::Uuid;

use crate::centre::signed_in;
use crate::fault::Fault;
use crate::page::{Page, again, answer};
use crate::parts::{Notice, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "receipts/show.html")]
struct Show {
    p: Page,
    notice: Option<Notice>,
    body: String,
    qr: String,
    address: String,
    proof: String,
    json: Option<String>,
    file: String,
    verify: String,
}

/// Who may read it: the holder of the view token, else the signed-in person; anybody else finds nothing here.
pub(crate) async fn show(visit: Visit, Path(name): Path<String>) -> Result<Response, Fault> {
    let (id, form) = Form::of(&name);
    let id = Uuid::parse_str(id).map_err(|_| Fault::NotFound)?;
    let token = visit.asked("view");
    let service = &visit.site.service;
    let receipt = match &token {
        Some(token) => receipts::get(service, id, Reader::Token(token)).await?,
        None => {
            let person = signed_in(&visit).await?.ok_or(Fault::NotFound)?;
            receipts::get(service, id, Reader::Person(person.subject)).await?
        }
    };
    match (form, receipts::tlog_proof(&receipt)) {
        (Form::Page, _) => {}
        (_, None) => return Ok((again(1), Fault::NotYet).into_response()),
        (Form::Json, Some(_)) => return file(id, &receipts::file(&receipt)?),
        (Form::Proof, Some(proof)) => return Ok(proof_file(id, proof)),
    }
    let t = visit.texts();
    let document = receipts::document(service, &receipt, &visit.lang);
    let query = token.map(|token| format!("?view={token}")).unwrap_or_default();
    let notice = (!query.is_empty()).then(|| {
        Notice::status(Tone::Kept, t.say("web-receipt-thanks"), vec![t.say("web-receipt-thanks-text")])
    });
    let page = answer(&Show {
        p: Page::new(&visit, document.title.clone()).wide().private(),
        notice,
        body: document.html_body(),
        qr: receipts::qr(service, &t.say("web-receipt-qr")).unwrap_or_default(),
        address: format!("{}/verify", service.base_url),
        proof: visit.to(&format!("/receipts/{id}.tlog-proof{query}")),
        json: receipt.proof.is_some().then(|| visit.to(&format!("/receipts/{id}.json{query}"))),
        file: format!("receipt-{id}.json"),
        verify: visit.to("/verify"),
    })?;
    // The checkpoint that covers a fresh entry is published within about a second.
    Ok(if receipt.proof.is_none() { (again(1), page).into_response() } else { page })
}

/// How a receipt is asked for.
#[derive(Clone, Copy)]
enum Form {
    Page,
    Json,
    Proof,
}

impl Form {
    fn of(name: &str) -> (&str, Self) {
        let known = [(".json", Self::Json), (".tlog-proof", Self::Proof)];
        let found = known.into_iter().find_map(|(end, form)| Some((name.strip_suffix(end)?, form)));
        found.unwrap_or((name, Self::Page))
    }
}

fn proof_file(id: Uuid, proof: String) -> Response {
    let kind = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"receipt-{id}.tlog-proof\"")),
    ];
    (kind, proof).into_response()
}

fn file(id: Uuid, receipt: &impl serde::Serialize) -> Result<Response, Fault> {
    let json = serde_json::to_vec_pretty(receipt).map_err(|error| Fault::Internal(error.to_string()))?;
    let kind = [
        (header::CONTENT_TYPE, "application/ld+json".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"receipt-{id}.json\"")),
    ];
    Ok((kind, json).into_response())
}
