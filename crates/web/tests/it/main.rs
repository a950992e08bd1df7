//! The pages, used by people and staff without a socket: what they say, what they never say, what they leave unchanged.

#![expect(
    clippy::expect_used,
    clippy::type_complexity,
    reason = "a test's set-up fails loudly; its cases stand in tables"
)]

mod api;
mod archive;
mod centre;
mod console;
mod demands;
mod described;
mod evidence;
mod faults;
mod forms;
mod frame;
mod papers;
mod quiet;
mod reading;
mod receipts;
mod several;
mod shop;
mod socket;
mod team;
mod words;

use testkit::TestDb;
use testkit::actors::{Answer, House};

/// Runs a test on a fresh Wepack, on each engine.
async fn each(test: impl AsyncFn(&TestDb, &House)) {
    TestDb::each(async |db| test(&db, &House::new(&db).await).await).await;
}

/// What Kari types into the contact form.
const CONTACT: [(&str, &str); 3] = [
    ("contact.name", "Kari Nordmann"),
    ("contact.email", "kari.nordmann@firma.example"),
    ("correspondence.message", "When are the boxes back?"),
];

/// Sends the contact form as Kari does, everything ticked that must be; the page she comes to.
async fn contact(house: &House) -> (testkit::actors::Visitor, Answer) {
    let mut kari = house.visitor();
    let form = kari.get("/forms/contact").await.is(200);
    let token = form.hidden("form-token");
    let mut fields = CONTACT.to_vec();
    fields.extend([("form-token", token.as_str()), ("accepted", "accept")]);
    let page = kari.submit("/forms/contact", &fields).await;
    (kari, page)
}
