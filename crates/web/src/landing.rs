//! The first page of a service: where to go from here.

use askama::Template;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::headers;
use crate::page::{Page, answer};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "landing.html")]
struct Landing {
    p: Page,
    lede: String,
    cards: Vec<Card>,
}

struct Card {
    href: String,
    title: String,
    text: String,
}

pub(crate) async fn show(visit: Visit) -> Result<Response, Fault> {
    let t = visit.texts();
    let policy = &visit.site.service.policy;
    let name = &policy.controller.name;
    let version = visit.date(policy.version);
    let mut cards = vec![
        Card {
            href: visit.to("/policy"),
            title: t.say("web-nav-policy"),
            text: t.with("web-landing-policy", &[("version", version.into())]),
        },
        Card {
            href: visit.to("/privacy"),
            title: t.say("web-nav-privacy"),
            text: t.say("web-landing-privacy"),
        },
    ];
    cards.extend(policy.forms.iter().map(|form| Card {
        href: visit.to(&format!("/forms/{}", form.name)),
        title: form.title.get(&visit.lang).to_owned(),
        text: form.intro.get(&visit.lang).to_owned(),
    }));
    cards.push(Card {
        href: visit.to("/verify"),
        title: t.say("web-nav-verify"),
        text: t.say("web-landing-verify"),
    });
    let page = Landing {
        p: Page::new(&visit, t.with("web-landing-title", &[("name", name.into())])).wide(),
        lede: t.with("web-landing-lede", &[("name", name.into())]),
        cards,
    };
    Ok((headers::PUBLIC, answer(&page)?).into_response())
}
