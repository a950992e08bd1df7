//! Wepack's policy, and short ways to say facts and questions.

use std::sync::LazyLock;

use gate::{Event, Fact, Question, Rules};
use jiff::Timestamp;
use policy::{Policy, Source};

pub static WEPACK: LazyLock<Policy> = LazyLock::new(|| {
    let text = include_str!("../../../../examples/wepack/policy.yaml").to_owned();
    let compiled = policy::compile(&Source { name: "policy.yaml".to_owned(), text });
    compiled.policy.unwrap()
});

pub static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::of(&WEPACK));

pub const CONTACT_FORM: [u8; 16] = [1; 16];
pub const ORDER: [u8; 16] = [2; 16];

/// Midnight (UTC) of a day.
pub fn day(date: &str) -> Timestamp {
    format!("{date}T00:00:00Z").parse().unwrap()
}

pub fn fact(date: &str, event: Event) -> Fact {
    Fact { at: day(date), policy: Some(WEPACK.hash), event }
}

pub fn collected(record: [u8; 16], purpose: &str, fields: &[&str]) -> Event {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    Event::Collected { record, purposes: vec![purpose.to_owned()], fields }
}

pub fn ask<'a>(purpose: &'a str, date: &str) -> Question<'a> {
    Question::about(purpose, day(date))
}
