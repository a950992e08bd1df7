//! A member of staff: sets up the first account with a second factor, works in the console.

use std::ops::{Deref, DerefMut};

use super::{House, Visitor};

/// A password that is strong enough.
pub const PASSWORD: &str = "violet otter ladder seventeen";

/// A signed-in privacy lead.
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
        let mut browser = house.visitor();
        let _ = browser.get(&format!("/console/setup?token={token}")).await.is(200);
        let account = [
            ("token", token.as_str()),
            ("email", "lead@wepack.example"),
            ("name", "Liv Lead"),
            ("password", PASSWORD),
        ];
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
    duties::credentials::totp::code(&base32(secret), seconds).expect("a code")
}

/// The key that the page shows for typing by hand.
fn secret_in(page: &str) -> String {
    let (_, rest) = page.split_once("<p class=\"big\">").expect("the key is shown");
    rest.split('<').next().unwrap_or_default().replace(' ', "")
}

fn base32(text: &str) -> Vec<u8> {
    let (mut bits, mut count, mut out) = (0_u32, 0, Vec::new());
    for c in text.chars() {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).expect("base 32");
        bits = (bits << 5) | u32::try_from(value).expect("five bits");
        count += 5;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xff).expect("eight bits"));
        }
    }
    out
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
