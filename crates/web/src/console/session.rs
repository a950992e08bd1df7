//! Who of the staff is signed in, and the console's frame. Without a session every page leads to signing in.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::{self, Role, Staff};

use crate::cookies::Session;
use crate::fault::Fault;
use crate::page::{Link, Page};
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
        ("/console/health", "console-nav-health", Role::Developer),
    ];
    let is_here =
        |path: &str| if path == "/console" { visit.path == path } else { visit.path.starts_with(path) };
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
