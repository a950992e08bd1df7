//! What can go wrong with a request, in two kinds: what the asker can do something about (each has
//! a sentence in the message files) and what only the operator can (logged, shown as one sentence).

use thiserror::Error as ThisError;

/// Why a request could not be opened, shown, planned or run. Holds no personal data.
#[derive(Debug, ThisError)]
pub enum Error {
    /// No such request, or not this person's: the two look alike.
    #[error("there is no such request")]
    NotFound,
    /// Its state does not allow this.
    #[error("the request is `{state}`, which does not allow this")]
    WrongState {
        /// The state it is in.
        state: &'static str,
    },
    /// Someone else changed it meanwhile (a second click, a colleague).
    #[error("the request was changed by someone else meanwhile")]
    Changed,
    /// Several rows may be this person; staff must choose first.
    #[error("several rows match; staff must choose which are this person")]
    NeedsChoice,
    /// An erasure runs only after a rehearsal of the very plan.
    #[error("the plan has not been rehearsed")]
    NeedsRehearsal,
    /// An erasure would lose what the person still waits for.
    #[error("another request of the person is open; answer it first")]
    OthersOpen,
    /// Somebody else in Abide shows the same verified address, and other identifiers besides.
    #[error("another subject has the same verified address; open an erasure for it too")]
    Shared,
    /// The time limit was extended before, or its first month is over.
    #[error("the time limit can be extended once, within the first month")]
    Extension,
    /// A restriction ends only after the days its person was told.
    #[error("the person must be told before the restriction ends")]
    ToldFirst,
    /// An objection to this purpose always prevails.
    #[error("an objection to this purpose cannot be overridden")]
    Objection,
    /// A day that is still to come.
    #[error("the day is still to come")]
    Day,
    /// There is no plan to rehearse or run.
    #[error("no plan is drawn")]
    NeedsPlan,
    /// The answer was not made yet.
    #[error("there is no answer yet")]
    NoAnswer,
    /// The answer's time is over.
    #[error("the answer has expired")]
    Expired,
    /// The role does not reach this far.
    #[error("this needs the role {0}")]
    Forbidden(&'static str),
    /// A text is empty or too long.
    #[error("the text is empty or longer than {most} characters")]
    Text {
        /// The most characters it may have.
        most: usize,
    },
    /// An identifier staff entered is not of its kind.
    #[error("the identifier is not of its kind")]
    Identifier {
        /// The kind it should be.
        kind: policy::map::IdentifierKind,
    },
    /// A store did not do what was asked.
    #[error(transparent)]
    Store(stores::Error),
    /// A step could not be finished; it will be tried again.
    #[error("{0}")]
    Unfinished(String),
    /// Something beneath failed.
    #[error(transparent)]
    Failed(crate::Error),
    /// A test stopped the run here, as a kill would.
    #[error("stopped at `{0}`")]
    Stopped(&'static str),
}

impl Error {
    /// A stable code for pages and the API.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "request-not-found",
            Self::WrongState { .. } => "request-wrong-state",
            Self::Changed => "request-changed",
            Self::NeedsChoice => "request-needs-choice",
            Self::NeedsRehearsal => "request-needs-rehearsal",
            Self::OthersOpen => "request-others-open",
            Self::Shared => "request-shared",
            Self::Extension => "request-extension",
            Self::ToldFirst => "request-told-first",
            Self::Objection => "request-objection",
            Self::Day => "request-day",
            Self::NeedsPlan => "request-needs-plan",
            Self::NoAnswer => "answer-not-ready",
            Self::Expired => "answer-expired",
            Self::Forbidden(_) => "forbidden",
            Self::Text { .. } => "text-length",
            Self::Identifier { .. } => "identifier-invalid",
            Self::Store(_) => "store-failed",
            Self::Unfinished(_) | Self::Failed(_) | Self::Stopped(_) => "internal",
        }
    }

    /// The sentence for the page: what was wrong and what to do.
    pub fn public(&self, lang: &str) -> String {
        let texts = texts::texts(lang);
        let id = format!("rights-error-{}", self.code());
        match self {
            Self::Text { most } => texts.with(&id, &[("most", texts::Arg::from(*most))]),
            Self::Identifier { kind } => texts.with(&id, &[("kind", kind_word(*kind).into())]),
            _ => texts.say(&id),
        }
    }

    /// Whether it is the asker's to mend (a 4xx) rather than ours (a 5xx).
    pub fn is_askers(&self) -> bool {
        !matches!(self, Self::Unfinished(_) | Self::Failed(_) | Self::Stopped(_) | Self::Store(_))
    }
}

/// The word for a kind of identifier in message ids.
pub(super) fn kind_word(kind: policy::map::IdentifierKind) -> &'static str {
    match kind {
        policy::map::IdentifierKind::Email => "email",
        policy::map::IdentifierKind::Phone => "phone",
        policy::map::IdentifierKind::Number => "number",
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Self {
        match error {
            crate::Error::NotFound(_) => Self::NotFound,
            crate::Error::Changed(_) => Self::Changed,
            crate::Error::Forbidden(role) => Self::Forbidden(role),
            crate::Error::Db(error) => error.into(),
            crate::Error::Stores(error) => error.into(),
            other => Self::Failed(other),
        }
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        if error.is_conflict() { Self::Changed } else { Self::Failed(crate::Error::Db(error)) }
    }
}

impl From<stores::Error> for Error {
    fn from(error: stores::Error) -> Self {
        match error {
            stores::Error::ChoiceNeeded { .. } => Self::NeedsChoice,
            other => Self::Store(other),
        }
    }
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        Self::Failed(crate::Error::Vault(error))
    }
}

/// What every function here returns.
pub type Result<T> = std::result::Result<T, Error>;
