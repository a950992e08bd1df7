//! What goes wrong, mapped once: the duties' errors to a status, a stable code and a public sentence. The internal
//! reason goes to the log, which holds no personal data because no error of the duties does.
//!
//! Three tiers: what a person can put right in a form is shown at its field and never comes here; what they should know
//! is a [`Fault`] with a page of its own; what only the operator can mend is [`Fault::Internal`], one sentence and an id.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Why there is no page.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// Nothing here, or not for the one who asks: both look the same.
    NotFound,
    /// The account's role does not reach this far.
    Forbidden(&'static str),
    /// A form sent from another site.
    CrossSite,
    /// The address takes other methods.
    Method,
    /// More bytes than a form may have.
    TooLarge,
    /// Not sent as a form.
    NotAForm,
    /// Not UTF-8.
    NotText,
    /// The same field twice.
    Twice,
    /// Too many in a short time.
    TooMany,
    /// Somebody else was first.
    Changed,
    /// Staff did not say why they look.
    NeedsPurpose,
    /// The person was erased.
    Erased,
    /// A receipt's link whose time is over.
    Stale,
    /// A receipt's file before its proof is there.
    NotYet,
    /// A request does not allow this, in its own words.
    Request(Arc<duties::rights::Error>),
    /// It took longer than anybody should wait.
    Slow,
    /// Abide cannot answer for now.
    Unavailable(String),
    /// A fault of ours.
    Internal(String),
}

impl Fault {
    /// The stable code: names the texts, stands on the page.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Forbidden(_) => "forbidden",
            Self::CrossSite => "cross-site",
            Self::Method => "method",
            Self::TooLarge => "too-large",
            Self::NotAForm => "not-a-form",
            Self::NotText => "not-text",
            Self::Twice => "twice",
            Self::TooMany => "too-many",
            Self::Changed => "changed",
            Self::NeedsPurpose => "needs-purpose",
            Self::Erased => "erased",
            Self::Stale => "stale",
            Self::NotYet => "not-yet",
            Self::Request(error) => error.code(),
            Self::Slow => "slow",
            Self::Unavailable(_) => "unavailable",
            Self::Internal(_) => "internal",
        }
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden(_) | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NotText | Self::Twice => StatusCode::BAD_REQUEST,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::NeedsPurpose => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Changed => StatusCode::CONFLICT,
            Self::Erased | Self::Stale => StatusCode::GONE,
            Self::NotYet => StatusCode::TOO_EARLY,
            Self::Request(error) => status_of(error),
            Self::Slow => StatusCode::GATEWAY_TIMEOUT,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The fault behind a bare status that a layer answered with.
    pub fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::FORBIDDEN => Some(Self::CrossSite),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::Method),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Self::NotAForm),
            StatusCode::BAD_REQUEST => Some(Self::NotFound),
            StatusCode::GATEWAY_TIMEOUT => Some(Self::Slow),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::Unavailable("a layer said so".to_owned())),
            StatusCode::INTERNAL_SERVER_ERROR => Some(Self::Internal("a handler panicked".to_owned())),
            _ => None,
        }
    }
}

fn status_of(error: &duties::rights::Error) -> StatusCode {
    use duties::rights::Error;
    match error {
        Error::NotFound | Error::NoAnswer => StatusCode::NOT_FOUND,
        Error::Expired => StatusCode::GONE,
        Error::Text { .. } | Error::Identifier { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Unfinished(_) | Error::Failed(_) | Error::Stopped(_) => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::CONFLICT,
    }
}

impl From<duties::Error> for Fault {
    fn from(error: duties::Error) -> Self {
        use duties::Error;
        match error {
            Error::NotFound(_) => Self::NotFound,
            Error::Forbidden(role) => Self::Forbidden(role),
            Error::Changed(_) => Self::Changed,
            Error::Erased => Self::Erased,
            Error::Behind { .. } | Error::Closed | Error::Published(_) | Error::Stores(_) => {
                Self::Unavailable(error.to_string())
            }
            error => Self::Internal(error.to_string()),
        }
    }
}

impl From<duties::rights::Error> for Fault {
    fn from(error: duties::rights::Error) -> Self {
        use duties::rights::Error;
        match error {
            Error::NotFound => Self::NotFound,
            Error::Changed => Self::Changed,
            Error::Forbidden(role) => Self::Forbidden(role),
            Error::Failed(error) => error.into(),
            Error::Unfinished(why) => Self::Internal(why),
            error => Self::Request(Arc::new(error)),
        }
    }
}

/// A fault leaves a handler as a bare status with itself attached; `dress` makes the page, in the reader's language.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
