//! Checking a receipt without asking us: in the browser, or with the program. The page is served so that it cannot
//! connect to anywhere.

use askama::Template;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use duties::accountability::{self, signing};

use crate::assets;
use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::visit::Visit;

/// Every sentence the script may say, and the values it fills in.
const WORDS: [(&str, &[&str]); 37] = [
    ("holds", &[]),
    ("holds-own", &[]),
    ("not-proven", &[]),
    ("fails", &[]),
    ("facts", &[]),
    ("body", &[]),
    ("no-body", &[]),
    ("body-withheld", &[]),
    ("entry-key-fits", &[]),
    ("included", &["index", "size"]),
    ("own-key", &["key"]),
    ("trusted", &["key"]),
    ("vouched", &["key", "trusted"]),
    ("record-fits", &[]),
    ("cosigned", &["name", "time"]),
    ("not-cosigned", &["name"]),
    ("truth", &[]),
    ("same-log", &[]),
    ("not-yet", &[]),
    ("wrong-unreadable", &[]),
    ("wrong-unsupported", &[]),
    ("wrong-format", &[]),
    ("wrong-facts", &[]),
    ("wrong-body", &[]),
    ("wrong-entry-key", &[]),
    ("wrong-origin", &[]),
    ("wrong-key", &[]),
    ("wrong-other-key", &["key", "trusted"]),
    ("wrong-checkpoint", &[]),
    ("wrong-signature", &[]),
    ("wrong-proof", &[]),
    ("wrong-notice", &[]),
    ("wrong-record", &["at"]),
    ("wrong-introduction", &[]),
    ("wrong-replaced", &[]),
    ("wrong-witness", &["name"]),
    ("wrong-witness-key", &[]),
];

#[derive(Template)]
#[template(path = "receipts/verify.html")]
struct Verify {
    p: Page,
    key: String,
    script: String,
    words: Vec<(&'static str, String)>,
    introductions: Vec<String>,
}

pub(crate) async fn verify(visit: Visit) -> Result<Response, Fault> {
    let service = &visit.site.service;
    let key = accountability::verifier_key(service)?;
    let introductions = signing::list(service).await?.introductions();
    let t = visit.texts();
    let word = |(name, values): (&'static str, &[&'static str])| {
        let fill: Vec<_> = values.iter().map(|value| (*value, format!("{{{value}}}").into())).collect();
        (name, t.with(&format!("web-verify-says-{name}"), &fill))
    };
    let page = Verify {
        p: Page::new(&visit, t.say("web-nav-verify")),
        key,
        script: assets::verify(&visit.site.base),
        words: WORDS.into_iter().map(word).collect(),
        introductions,
    };
    let offline: [(HeaderName, &str); 1] = [(header::CONTENT_SECURITY_POLICY, headers::CSP_OFFLINE)];
    Ok((headers::PUBLIC, offline, answer(&page)?).into_response())
}
