//! Cookies: two sessions (a person's, a member of staff's) and the language, all of this site only, none for tracking,
//! none that outlives the browser.

use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::site::Site;

/// Whose session a cookie holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Session {
    Person,
    Staff,
}

impl Session {
    /// The cookie's name at a site.
    pub fn name(self, site: &Site) -> String {
        site.cookie(match self {
            Self::Person => "",
            Self::Staff => "-staff",
        })
    }
}

/// The language's cookie.
pub(crate) const LANGUAGE: &str = "abide-lang";

/// A session cookie: unreadable for scripts, not sent along from other sites' forms.
pub(crate) fn session(site: &Site, whose: Session, token: String) -> Cookie<'static> {
    plain(site, whose.name(site), token)
}

/// The cookie that ends a session in the browser.
pub(crate) fn ended(site: &Site, whose: Session) -> Cookie<'static> {
    let mut cookie = plain(site, whose.name(site), String::new());
    cookie.make_removal();
    cookie
}

/// The language chosen, until the browser closes.
pub(crate) fn language(site: &Site, lang: &str) -> Cookie<'static> {
    plain(site, LANGUAGE.to_owned(), lang.to_owned())
}

fn plain(site: &Site, name: String, value: String) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(site.secure)
        .same_site(SameSite::Lax)
        .build()
}
