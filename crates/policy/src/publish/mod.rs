//! The published policy: a short layer first, then numbered sections with every item of Articles 13 and 14.
//!
//! **Contract.** Every sentence comes from the policy or from `texts` (`document.ftl`); what the policy declares as
//! assumed is shown as a placeholder. Absences: no clock, no choice of layout (that is `document` and `press`).

mod cookies;
mod data;
mod paper;
mod people;
mod promises;
mod purposes;
mod short;
mod words;

use crate::model::Policy;
use document::Document;
use paper::Paper;

/// The policy as people read it, in `lang`; what is not translated stands in the reference language.
pub fn document(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::new(policy, lang);
    short::write(&mut paper);
    people::write(&mut paper);
    purposes::write(&mut paper);
    data::write(&mut paper);
    people::recipients(&mut paper);
    cookies::write(&mut paper);
    promises::rights(&mut paper);
    promises::authority(&mut paper);
    promises::security(&mut paper);
    promises::changes(&mut paper);
    promises::statements(&mut paper);
    promises::version(&mut paper);
    paper.finish()
}
