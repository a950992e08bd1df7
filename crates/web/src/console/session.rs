//! Who of the staff is signed in, and the console's frame. Without a session every page leads to signing in.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::{self, NotSignedIn, Role, Staff};

use super::sign_in::code_field;
use crate::cookies::Session;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Link, Page};
use crate::parts::Field;
use crate::site::Site;
use crate::visit::Visit;

/// A visit of a signed-in member of staff who has a role here.
pub(crate) struct OnDuty {
    pub visit: Visit,
    pub staff: Staff,
}

impl OnDuty {
    /// A page of the console.
    pub fn page(&self, title: String) -> Page {
        let visit = &self.visit;
        let mut page = Page::new(visit, title).private().wide();
        page.console = true;
        page.home = visit.to("/console");
        page.nav = navigation(visit, self.staff.role);
        page.sign_out = Some(visit.to("/console/sign-out"));
        page.who = format!(
            "{} · {}",
            self.staff.name,
            visit.texts().say(&format!("console-role-{}", self.staff.role.as_str()))
        );
        page
    }

    /// The code of the second factor, asked for again where the last one is too long ago for what cannot be taken back.
    pub fn code_field(&self) -> Option<Field> {
        (!self.staff.is_fresh(self.visit.now())).then(|| code_field(&self.visit))
    }

    /// Checks that code, where it is asked for; what is wrong with it.
    pub async fn recheck(&self, posted: &Posted) -> Result<Option<String>, Fault> {
        if self.staff.is_fresh(self.visit.now()) {
            return Ok(None);
        }
        let cookie = self.visit.session(Session::Staff).unwrap_or_default();
        match accounts::recheck(&self.visit.site.service, cookie, posted.one("code")?).await {
            Ok(()) => Ok(None),
            Err(NotSignedIn::Wrong) => Ok(Some(self.visit.texts().say("console-code-wrong"))),
            Err(NotSignedIn::TooMany) => Err(Fault::TooMany),
            Err(NotSignedIn::Failed(error)) => Err(error.into()),
        }
    }

    /// Refuses who may not see people.
    pub fn sees_people(&self) -> Result<(), Fault> {
        Ok(self.staff.must_be(Role::Support)?)
    }
}

/// The pages this role has use for.
fn navigation(visit: &Visit, role: Role) -> Vec<Link> {
    let t = visit.texts();
    let all = [
        ("/console", "console-nav-today", Role::Support),
        ("/console/requests", "console-nav-requests", Role::Support),
        ("/console/people", "console-nav-people", Role::Support),
        ("/console/policy", "console-nav-policy", Role::Developer),
        ("/console/registers/record", "console-nav-registers", Role::Developer),
        ("/console/promises", "console-nav-promises", Role::Developer),
        ("/console/health", "console-nav-health", Role::Developer),
        ("/console/team", "console-nav-team", Role::PrivacyLead),
    ];
    let is_here = |path: &str| match path {
        "/console" => visit.path == path,
        // demands are about people: a place of their own would not fit under a thumb
        "/console/people" if visit.path.starts_with("/console/demands") => true,
        "/console/registers/record" => visit.path.starts_with("/console/registers"),
        _ => visit.path.starts_with(path),
    };
    all.into_iter()
        .filter(|(_, _, least)| role >= *least)
        .map(|(path, id, _)| Link { href: visit.to(path), words: t.say(id), current: is_here(path) })
        .collect()
}

impl FromRequestParts<Arc<Site>> for OnDuty {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let visit = Visit::of(site, parts);
        let found = match visit.session(Session::Staff) {
            Some(token) => accounts::staff(&site.service, token)
                .await
                .map_err(|error| Fault::from(error).into_response())?,
            None => None,
        };
        let Some(staff) = found else {
            return Err(Redirect::to(&visit.to("/console/sign-in")).into_response());
        };
        staff.must_be(Role::Developer).map_err(|error| Fault::from(error).into_response())?;
        Ok(Self { visit, staff })
    }
}
