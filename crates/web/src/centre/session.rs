//! Who is signed in. Without a session every page of the centre leads to the one that asks for a link.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use duties::identity::{self, Person};

use crate::cookies::{self, Session};
use crate::fault::Fault;
use crate::page::Page;
use crate::site::Site;
use crate::visit::Visit;

/// A visit of a signed-in person.
pub(crate) struct Signed {
    pub visit: Visit,
    pub person: Person,
}

impl Signed {
    /// A page of the centre.
    pub fn page(&self, title: String) -> Page {
        let mut page = Page::new(&self.visit, title).private();
        page.sign_out = Some(self.visit.to("/privacy/sign-out"));
        page
    }
}

/// The signed-in person of a visit.
pub(crate) async fn signed_in(visit: &Visit) -> Result<Option<Person>, Fault> {
    match visit.session(Session::Person) {
        Some(token) => Ok(identity::person(&visit.site.service, token).await?),
        None => Ok(None),
    }
}

impl FromRequestParts<Arc<Site>> for Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let visit = Visit::of(site, parts);
        match signed_in(&visit).await {
            Ok(Some(person)) => Ok(Self { visit, person }),
            Ok(None) => Err(Redirect::to(&visit.to("/privacy?session=over")).into_response()),
            Err(fault) => Err(fault.into_response()),
        }
    }
}

/// Ends the session here and in the browser.
pub(crate) async fn sign_out(visit: Visit) -> Result<Response, Fault> {
    if let Some(token) = visit.session(Session::Person) {
        identity::sign_out(&visit.site.service, token).await?;
    }
    let jar = CookieJar::new().add(cookies::ended(&visit.site, Session::Person));
    Ok((jar, Redirect::to(&visit.to("/"))).into_response())
}
