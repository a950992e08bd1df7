//! Collecting: hosted forms that prove what was asked, accepted and given.
//!
//! Contract: a submission becomes one unit (record, entries, receipt access, mail) or nothing; the
//! same submission again stores nothing and shows the same receipt. Only declared fields are stored
//! (PC-05), and nothing without the acceptances the form needs (WE-17).
//!
//! Absences: no HTTP; bytes that are not UTF-8 never come this far.

mod boxes;
mod form;
mod record;
mod submit;
mod validate;
pub mod view;
mod written;

use ledger::Hash;
use texts::texts;
use uuid::Uuid;

use crate::error::Error;
use crate::form_token as token;
use crate::service::Service;
pub use record::open;
pub use view::{BoxView, FieldView, FormView};

/// The name of the hidden field with the form token.
pub const TOKEN: &str = "form-token";
/// The name under which every ticked box is posted.
pub const ACCEPTED: &str = "accepted";

/// What was posted.
#[derive(Clone)]
pub struct Submission {
    /// The form token, as [`FormView::token`] gave it out.
    pub token: Option<String>,
    /// Every other field in the order posted, repeated ones included.
    pub fields: Vec<(String, String)>,
    /// The names of the ticked boxes.
    pub accepted: Vec<String>,
    /// The language the form was shown in.
    pub lang: String,
    /// Who sent it, where they are signed in: only their own ticks count at once.
    pub signed_in: Option<Uuid>,
    /// Where it was given (`form:contact`, `api` …); on the ledger, so without any address or agent.
    pub surface: String,
}

/// What was stored.
#[derive(Debug, Clone)]
pub struct Collected {
    /// The record.
    pub record: Uuid,
    /// The subject it belongs to.
    pub subject: Uuid,
    /// The receipt to show: the entry `record_collected`.
    pub receipt: Uuid,
    /// Opens that receipt's page for half an hour (`/receipts/{id}?view=…`).
    pub view_token: String,
    /// Whether this very submission was stored before (a second click).
    pub repeated: bool,
}

/// Why a submission was not stored.
#[derive(Debug, thiserror::Error)]
pub enum NotCollected {
    /// There is something to put right: the form again, with what was typed.
    #[error("the form was not complete")]
    Refused(Box<Refused>),
    /// Too many at once.
    #[error("too many forms were sent in a short time")]
    TooMany,
    /// Something beneath failed; nothing was stored.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// What is to be put right.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The form again: what was typed, and a sentence at each problem.
    pub view: FormView,
    /// All problems, in the form's order.
    pub problems: Vec<FieldProblem>,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's or box's name; empty for the form as a whole.
    pub field: String,
    /// What is wrong and what to do, in the form's language.
    pub message: String,
}

/// The form as it is first shown.
///
/// # Errors
/// [`Error::NotFound`], where the policy has no such form.
pub fn view(service: &Service, form: &str, lang: &str) -> Result<FormView, Error> {
    let found = service.policy.form(form).ok_or(Error::NotFound("form"))?;
    Ok(form::fresh(&service.policy, found, service.language(lang), token::give_out(service, form)?))
}

/// Stores a submission, or says what is to be put right.
///
/// # Errors
/// [`NotCollected`]; in every case nothing was stored.
pub async fn submit(
    service: &Service,
    form: &str,
    submission: Submission,
) -> Result<Collected, NotCollected> {
    let found = service.policy.form(form).ok_or(Error::NotFound("form"))?;
    let lang = service.language(&submission.lang).to_owned();
    let words = texts(&lang);
    let mut checked = validate::check(service, found, &submission, words);
    let token = token::take_back(service, form, submission.token.as_deref())?;
    if let Err(unfit) = &token {
        checked.problems.insert(0, FieldProblem { field: String::new(), message: words.say(unfit) });
    }
    match token {
        Ok(token) if checked.problems.is_empty() => {
            submit::Valid::new(service, found, &lang, &submission, token, checked.values).store().await
        }
        _ => {
            let fresh = view(service, form, &lang)?;
            Err(NotCollected::Refused(Box::new(Refused {
                view: form::refused(fresh, &checked),
                problems: checked.problems,
            })))
        }
    }
}

/// What is wrong with a submission, but for its form token; looks only.
#[must_use]
pub fn problems(service: &Service, form: &policy::Form, submission: &Submission) -> Vec<FieldProblem> {
    validate::check(service, form, submission, texts(service.language(&submission.lang))).problems
}

/// The hash of a wording, as receipts carry it: SHA-256 of its UTF-8 bytes.
#[must_use]
pub fn wording_hash(wording: &str) -> Hash {
    ledger::sha256(wording.as_bytes())
}
