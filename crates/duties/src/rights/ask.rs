//! Asking on one's own page: once, however often the button is pressed; and beside an open request of the same kind
//! only by saying so.

use db::requests::{self, Request};
use uuid::Uuid;

use super::open::{Asked, Given};
use super::{Opened, RequestKind, RequestSummary, Result, summary, text};
use crate::{Service, form_token};

/// What a person sends from the page that asks for something.
#[derive(Clone, Debug)]
pub struct NewByPerson {
    /// What is asked.
    pub kind: RequestKind,
    /// Anything they wrote with it.
    pub detail: String,
    /// The page's token, from [`ask_token`].
    pub token: Option<String>,
    /// Whether they want another one although one of this kind is open.
    pub another: bool,
}

/// What came of asking.
#[derive(Clone, Debug)]
pub enum Asking {
    /// It is open: the new request, or the one the first press of the button made.
    Opened(Box<Opened>),
    /// One of this kind is open already; nothing new was made.
    SameKind(Box<RequestSummary>),
    /// The page's token does not hold; nothing was made. The id of the message that helps.
    Token(&'static str),
}

/// What the token of this page is bound to; no form of a policy can have this name.
const FORM: &str = "/privacy/requests";

/// A token for the page that asks for something.
///
/// # Errors
/// [`super::Error::Failed`], where the keys do not answer.
pub fn ask_token(service: &Service) -> Result<String> {
    Ok(form_token::give_out(service, FORM)?)
}

/// Opens what a signed-in person asks for. A second press of the button gives the first one's request; an open request
/// of the same kind is named instead of a second one, unless they want another; of erasures there is never a second.
///
/// # Errors
/// [`super::Error::Text`] for words that are missing or too long; [`super::Error::Failed`].
pub async fn ask(service: &Service, subject: Uuid, new: NewByPerson, lang: &str) -> Result<Asking> {
    let token = match form_token::take_back(service, FORM, new.token.as_deref())? {
        Ok(token) => token,
        Err(unfit) => return Ok(Asking::Token(unfit)),
    };
    let detail = text::detail(new.kind, &new.detail)?;
    let content = [subject.as_bytes(), new.kind.as_str().as_bytes(), b"\n", detail.as_bytes()].concat();
    let once = token.once(&content);
    let given = Given { id: once.id(b"request"), key: once.key };
    let lang = service.language(lang);
    let earlier = requests::list_of(&service.db, &service.name, subject).await?;
    if let Some(first) = earlier.iter().find(|row| row.id == given.id) {
        let request = summary::of(service, first, lang)?;
        return Ok(Asking::Opened(Box::new(Opened { request, already: false })));
    }
    // a second erasure is the first one, which `open` says itself
    let may = new.another || new.kind == RequestKind::Erasure;
    if let Some(same) = earlier.iter().find(|row| !may && is_open(row, new.kind)) {
        return Ok(Asking::SameKind(Box::new(summary::of(service, same, lang)?)));
    }
    let asked = Asked::by_person(service, subject, new.kind, detail, lang).await?;
    Ok(Asking::Opened(Box::new(asked.once(given).insert(service, vec![], vec![]).await?)))
}

fn is_open(row: &Request, kind: RequestKind) -> bool {
    row.kind == kind.as_str() && row.closed_at.is_none()
}
