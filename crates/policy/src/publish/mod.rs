//! What is published of a policy: the policy itself, the cookie table, the recipients, the records of Article 30, the
//! wordings of consents, the notices of Articles 13 and 14.
//!
//! **Contract.** Every sentence comes from the policy or from `texts` (`document.ftl`, `register.ftl`), and stands in
//! one place: what a form, a letter or an answer says of a purpose comes from [`Wording`], as the policy's own page
//! does. What the policy declares as assumed is shown as a placeholder. Absences: no clock, no choice of layout (that
//! is `document` and `press`).

mod age;
mod assumed;
mod authorities;
mod changes;
mod companies;
mod cookies;
mod data;
mod exchange;
mod limits;
mod messages;
mod notices;
mod paper;
mod permissions;
mod purposes;
mod recipients;
mod registers;
mod rights;
mod security;
mod service_data;
mod short;
mod statements;
mod who;
mod wording;
mod words;

use crate::model::{Form, Policy};
use crate::words::words as closed;
use document::{Document, Inline};
use paper::Paper;

pub use wording::Wording;
pub(crate) use wording::period;

closed! {
    /// What can be written of a policy.
    Rendering default Policy {
        /// The policy as people read it.
        Policy = "policy",
        /// What is stored in the browser.
        Cookies = "cookies",
        /// Who receives data, where, under which safeguard.
        Recipients = "recipients",
        /// The record of processing activities of a controller (Art. 30(1)).
        Record = "record",
        /// The record of processing activities of a processor (Art. 30(2)).
        ProcessorRecord = "processor-record",
        /// Every wording of consent, with its fingerprint and where it is asked.
        Consents = "consents",
        /// The notices of Articles 13 and 14.
        Notices = "notices",
    }
}

/// One of the renderings in `lang`; what is not translated stands in the reference language.
pub fn render(policy: &Policy, what: Rendering, lang: &str) -> Document {
    match what {
        Rendering::Policy => document(policy, lang),
        Rendering::Cookies => cookies::page(policy, lang),
        Rendering::Recipients => recipients::page(policy, lang),
        Rendering::Record => registers::record(policy, lang),
        Rendering::ProcessorRecord => registers::processor_record(policy, lang),
        Rendering::Consents => registers::consents(policy, lang),
        Rendering::Notices => notices::page(policy, lang),
    }
}

/// The policy as people read it, in `lang`: a short layer first, then numbered sections with every item of Articles 13
/// and 14.
pub fn document(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::new(policy, lang);
    short::write(&mut paper);
    who::write(&mut paper);
    age::write(&mut paper);
    purposes::write(&mut paper);
    data::write(&mut paper);
    recipients::write(&mut paper);
    service_data::write(&mut paper);
    exchange::write(&mut paper);
    cookies::write(&mut paper);
    permissions::write(&mut paper);
    messages::write(&mut paper);
    rights::write(&mut paper);
    rights::complaint(&mut paper);
    limits::write(&mut paper);
    security::write(&mut paper);
    changes::write(&mut paper);
    statements::write(&mut paper);
    statements::version(&mut paper);
    authorities::write(&mut paper);
    paper.finish("document-title", "document-subtitle")
}

/// The notice beside a form, its short layer: term and words each (Art. 13). All of it stands on the page of notices,
/// under the anchor `form-<name>`.
pub fn notice_at(policy: &Policy, form: &Form, lang: &str) -> Vec<(String, Vec<Inline>)> {
    notices::short(policy, form, lang)
}

/// The letter to people whose data came from others (Art. 14), for what one form takes in.
pub fn indirect_notice(policy: &Policy, form: &Form, lang: &str) -> Document {
    notices::letter(policy, form, lang)
}
