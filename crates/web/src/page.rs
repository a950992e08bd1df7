//! What every page shows around its own content, and how a page becomes an answer.

use askama::Template;
use axum::http::{HeaderName, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use texts::Texts;

use crate::assets;
use crate::fault::Fault;
use crate::language::own_name;
use crate::parts::Crumbs;
use crate::visit::Visit;

/// A link in the frame.
pub(crate) struct Link {
    pub href: String,
    pub words: String,
    pub current: bool,
}

/// A language the page can be read in.
pub(crate) struct Language {
    pub code: String,
    pub name: String,
    pub href: String,
    pub current: bool,
}

/// The frame of a page.
pub(crate) struct Page {
    pub texts: &'static Texts,
    pub title: String,
    pub brand: String,
    pub base: String,
    pub home: String,
    pub css: String,
    pub icon: String,
    pub mailbox: Option<String>,
    pub nav: Vec<Link>,
    pub footer: Vec<Link>,
    pub languages: Vec<Language>,
    pub crumbs: Crumbs,
    /// Where the sign-out button sends to, for who is signed in.
    pub sign_out: Option<String>,
    /// Who is signed in, in the console.
    pub who: String,
    /// Not for search engines.
    pub private: bool,
    /// One column of reading width.
    pub narrow: bool,
    /// With the console's navigation.
    pub console: bool,
}

impl Page {
    /// The frame of a public page under a title.
    pub fn new(visit: &Visit, title: String) -> Self {
        let base = visit.site.base.clone();
        Self {
            texts: visit.texts(),
            title,
            brand: visit.site.service.policy.controller.name.clone(),
            home: format!("{base}/"),
            css: assets::css(&base),
            icon: assets::mark(&base),
            mailbox: visit.site.demo.is_some().then(|| format!("{base}/demo/mailbox")),
            nav: public_navigation(visit),
            footer: footer(visit),
            languages: languages(visit),
            crumbs: Crumbs::default(),
            sign_out: None,
            who: String::new(),
            private: false,
            narrow: true,
            console: false,
            base,
        }
    }

    /// The same, over the whole width.
    pub fn wide(mut self) -> Self {
        self.narrow = false;
        self
    }

    /// The same, kept from search engines.
    pub fn private(mut self) -> Self {
        self.private = true;
        self
    }

    /// The same, under the pages that lead here: message id and address each.
    pub fn under(mut self, trail: &[(&str, &str)]) -> Self {
        let mut steps: Vec<(String, Option<String>)> =
            trail.iter().map(|(id, path)| (self.say(id), Some(format!("{}{path}", self.base)))).collect();
        steps.push((self.title.clone(), None));
        self.crumbs = Crumbs { label: self.say("web-crumbs"), trail: steps };
        self
    }

    pub fn say(&self, id: &str) -> String {
        self.texts.say(id)
    }

    pub fn lang(&self) -> &str {
        self.texts.lang()
    }
}

fn public_navigation(visit: &Visit) -> Vec<Link> {
    let t = visit.texts();
    [("/policy", t.say("web-nav-policy")), ("/privacy", t.say("web-nav-privacy"))]
        .into_iter()
        .map(|(path, words)| Link { href: visit.to(path), current: visit.path.starts_with(path), words })
        .collect()
}

fn footer(visit: &Visit) -> Vec<Link> {
    let t = visit.texts();
    [
        ("/policy", t.say("web-nav-policy")),
        ("/privacy", t.say("web-nav-privacy")),
        ("/verify", t.say("web-nav-verify")),
    ]
    .into_iter()
    .map(|(path, words)| Link { href: visit.to(path), words, current: false })
    .collect()
}

/// The same page in each language, its other questions kept.
fn languages(visit: &Visit) -> Vec<Language> {
    let kept: Vec<&str> =
        visit.query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    let languages = &visit.site.service.policy.languages;
    languages
        .all()
        .map(|code| {
            let query = kept
                .iter()
                .copied()
                .map(str::to_owned)
                .chain([format!("lang={code}")])
                .collect::<Vec<_>>()
                .join("&");
            Language {
                code: code.to_owned(),
                name: own_name(code).to_owned(),
                href: format!("{}?{query}", visit.to(&visit.path)),
                current: code == visit.lang,
            }
        })
        .collect()
}

/// A page as an answer.
pub(crate) fn answer(template: &impl Template) -> Result<Response, Fault> {
    answer_with(StatusCode::OK, template)
}

/// The header that lets a browser ask again after so many seconds, while something is still being done.
pub(crate) fn again(seconds: u8) -> [(HeaderName, String); 1] {
    [(HeaderName::from_static("refresh"), seconds.to_string())]
}

/// A page as an answer with another status than 200.
pub(crate) fn answer_with(status: StatusCode, template: &impl Template) -> Result<Response, Fault> {
    let html = template
        .render()
        .map_err(|error| Fault::Internal(format!("a page could not be written: {error}")))?;
    Ok((status, Html(html)).into_response())
}
