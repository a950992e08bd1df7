//! Why there is no answer.

/// What Abide says is wrong with a question (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail} ({code}, {status})")]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// What it is, for programs; stable.
    pub code: String,
    /// What was wrong, where, and what to do, for people.
    pub detail: String,
}

impl Problem {
    /// A success that is not Abide's: a page of a proxy, or another service at this address. Never an allowance.
    pub(crate) fn foreign(status: u16) -> Self {
        let detail = "what answered is not Abide: look at the address, and at what stands between";
        Self { status, code: "not-abide".to_owned(), detail: detail.to_owned() }
    }
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The question is wrong, or the token is.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// No answer could be had: no network, no ledger, too slow, or a stream that broke off.
    #[error("no answer: {0}")]
    Unavailable(String),
}

impl Error {
    pub(crate) fn unavailable(why: impl ToString) -> Self {
        Self::Unavailable(why.to_string())
    }
}
