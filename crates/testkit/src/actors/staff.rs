//! A member of staff: sets up an account with a second factor, works in the console.

use std::ops::{Deref, DerefMut};

use super::{House, Visitor};

/// A password that is strong enough.
pub const PASSWORD: &str = "violet otter ladder seventeen";

/// Somebody who is signed in to the console.
pub struct Staff {
    browser: Visitor,
    /// The secret of the authenticator app.
    pub secret: String,
}

impl Staff {
    /// Sets up the first account over the pages.
    pub async fn set_up(house: &House) -> Self {
        let token = duties::accounts::setup_token(&house.service)
            .await
            .expect("a token")
            .expect("nobody is there yet");
        Self::join(house, &format!("/console/setup?token={token}"), "Liv Lead").await
    }

    /// Follows a set-up link: name and password, then the second factor. The address is the first account's; whoever
    /// was invited has theirs already.
    pub async fn join(house: &House, link: &str, name: &str) -> Self {
        let mut browser = house.visitor();
        let _ = browser.get(link).await.is(200);
        let (_, token) = link.split_once("token=").expect("a set-up link");
        let account =
            [("token", token), ("email", "lead@wepack.example"), ("name", name), ("password", PASSWORD)];
        let page = browser.submit("/console/setup", &account).await.is(200);
        let secret = secret_in(&page.text());
        let pending = page.hidden("pending");
        let code = code(house, &secret);
        let done =
            browser.post("/console/setup/code", &[("pending", &pending), ("code", &code)]).await.is(303);
        assert!(done.location().starts_with("/console"), "{}", done.location());
        Self { browser, secret }
    }

    /// The code the app shows now.
    #[must_use]
    pub fn code(&self, house: &House) -> String {
        code(house, &self.secret)
    }
}

fn code(house: &House, secret: &str) -> String {
    let seconds = u64::try_from(house.clock.time().as_second()).expect("after 1970");
    duties::credentials::totp::code(&crate::base32(secret), seconds).expect("a code")
}

/// The key that the page shows for typing by hand.
fn secret_in(page: &str) -> String {
    let (_, rest) = page.split_once("<p class=\"big\">").expect("the key is shown");
    rest.split('<').next().unwrap_or_default().replace(' ', "")
}

impl Deref for Staff {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.browser
    }
}

impl DerefMut for Staff {
    fn deref_mut(&mut self) -> &mut Visitor {
        &mut self.browser
    }
}
