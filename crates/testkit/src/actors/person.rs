//! A person: asks for a link, opens it, uses the privacy centre.

use std::ops::{Deref, DerefMut};

use super::{Answer, House, Visitor};

/// A signed-in person.
pub struct Person {
    browser: Visitor,
    /// Their address.
    pub address: String,
}

impl Person {
    /// Signs in by a link from the mailbox, over the pages.
    pub async fn sign_in(house: &House, address: &str) -> Self {
        let mut browser = house.visitor();
        let _ = browser.submit("/privacy", &[("email", address)]).await.is(200);
        let link = house.link("/privacy/link/").await;
        let _ = browser.get(&link).await.is(200);
        let opened = browser.post(&link, &[]).await.is(303);
        assert_eq!(opened.location(), "/privacy/home");
        Self { browser, address: address.to_owned() }
    }

    /// Asks for something; the page of the request.
    pub async fn ask(&mut self, kind: &str, detail: &str) -> Answer {
        let token = self.get("/privacy/requests/new").await.is(200).hidden("form-token");
        let fields = [("form-token", token.as_str()), ("kind", kind), ("detail", detail)];
        self.submit("/privacy/requests", &fields).await
    }
}

impl Deref for Person {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.browser
    }
}

impl DerefMut for Person {
    fn deref_mut(&mut self) -> &mut Visitor {
        &mut self.browser
    }
}
