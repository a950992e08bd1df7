//! Letters about a request: to every verified address of the person, or to the one kept for the last letter of an
//! erasure. Whoever has no address is answered by the staff, on the way they wrote.

use db::NewMail;
use db::requests::Request;
use texts::texts;

use super::{Result, summary};
use crate::mail::{Letter, queue};
use crate::{Service, subjects};

/// A letter to each verified address of the request's person. What all letters about requests say is filled in.
pub(super) async fn to_person(
    service: &Service,
    request: &Request,
    name: &str,
    values: &[(&str, String)],
) -> Result<Vec<NewMail>> {
    let addresses = subjects::verified_emails(service, request.subject).await?;
    let link = format!("{}/privacy/requests/{}", service.base_url, request.id);
    let each = addresses.iter().map(|to| letter(service, request, to, name, values, Some(link.clone())));
    each.collect()
}

/// One letter.
pub(super) fn letter(
    service: &Service,
    request: &Request,
    to: &str,
    name: &str,
    values: &[(&str, String)],
    link: Option<String>,
) -> Result<NewMail> {
    let mut all = common(service, request)?;
    all.extend(values.iter().cloned());
    let subject = Some(request.subject);
    let mail = queue(service, &Letter { to, lang: &request.lang, name, values: &all, link, subject })?;
    Ok(NewMail { request: Some(request.id), ..mail })
}

/// What letters about requests say.
fn common<'a>(service: &Service, request: &Request) -> Result<Vec<(&'a str, String)>> {
    let (texts, zone) = (texts(&request.lang), super::clocks::zone(&service.policy));
    let day = |at| texts.date(zone.to_datetime(at).date());
    let authority = &service.policy.authority;
    let website = authority.website.as_ref().map(|site| format!(" ({site})")).unwrap_or_default();
    Ok(vec![
        ("controller", service.policy.controller.name.clone()),
        ("reference", request.reference.clone()),
        ("kind", summary::kind(request)?.title(&request.lang)),
        ("received", day(request.received_at)),
        ("due", day(request.extended_to.unwrap_or(request.due_at))),
        ("authority", format!("{}{website}", authority.name.value)),
    ])
}
