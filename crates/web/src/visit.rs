//! Who asks for a page, where and in which language: what every handler begins with.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use jiff::{Timestamp, civil};
use texts::Texts;

use crate::cookies::{self, Session};
use crate::form::Posted;
use crate::language;
use crate::site::Site;

/// A visit of a page.
#[derive(Clone)]
pub(crate) struct Visit {
    pub site: Arc<Site>,
    pub lang: String,
    /// The path without the base.
    pub path: String,
    pub query: String,
    jar: CookieJar,
}

impl Visit {
    pub fn of(site: &Arc<Site>, parts: &Parts) -> Self {
        let jar = CookieJar::from_headers(&parts.headers);
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let asked = value_in(&query, "lang");
        let accept = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let cookie = jar.get(cookies::LANGUAGE).map(|cookie| cookie.value());
        let lang = language::choose(&site.service.policy.languages, asked.as_deref(), cookie, accept);
        Self { site: Arc::clone(site), lang, path: parts.uri.path().to_owned(), query, jar }
    }

    /// The texts of the visit's language.
    pub fn texts(&self) -> &'static Texts {
        texts::texts(&self.lang)
    }

    /// A value of the query; `None` where it is missing, empty, repeated or not text.
    pub fn asked(&self, name: &str) -> Option<String> {
        value_in(&self.query, name)
    }

    /// The token of a session cookie.
    pub fn session(&self, whose: Session) -> Option<&str> {
        self.jar.get(&whose.name(&self.site)).map(|cookie| cookie.value()).filter(|value| !value.is_empty())
    }

    /// An address of this service: the base before a path.
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.site.base)
    }

    /// The moment, by the service's clock.
    pub fn now(&self) -> Timestamp {
        self.site.service.now()
    }

    /// A moment, written out in the service's zone.
    pub fn when(&self, at: Timestamp) -> String {
        self.texts().date_time(at, &self.site.zone)
    }

    /// A moment, written out, with how far away it is.
    pub fn when_and_how_far(&self, at: Timestamp) -> String {
        format!("{} ({})", self.when(at), self.texts().relative(self.now(), at))
    }

    /// A moment's day.
    pub fn day(&self, at: Timestamp) -> String {
        self.date(at.to_zoned(self.site.zone.clone()).date())
    }

    /// A day, written out.
    pub fn date(&self, date: civil::Date) -> String {
        self.texts().date(date)
    }
}

fn value_in(query: &str, name: &str) -> Option<String> {
    let posted = Posted::parse(query.as_bytes()).ok()?;
    posted.one(name).ok().filter(|value| !value.is_empty()).map(str::to_owned)
}

impl FromRequestParts<Arc<Site>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Infallible> {
        Ok(Self::of(site, parts))
    }
}
