//! Staff accounts: the first one by a short-lived link that `serve` prints, further ones by invitation; a password
//! and a second factor each, a role per service, sessions. Nobody is all-powerful: what a role may see is seen
//! under a purpose and logged (`accountability::viewed`).
//!
//! Contract: an unknown account, a wrong password and a wrong code look alike and take the same time;
//! guessing is slowed down; a code is accepted once.

mod account;
mod close;
mod demo;
mod invite;
mod link;
pub mod operator;
mod roles;
mod session;
mod setup;
mod sign_in;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub use crate::credentials::totp::Enrolment;
use crate::error::Error;
pub use account::{Member, MemberState};
pub use close::close;
pub use demo::{demo_link, open_demo_link, peek_demo_link};
pub use invite::{Invitation, Invited, invite};
pub use roles::{grant, members};
pub use session::{sign_out, staff};
pub use setup::{SetupFor, confirm, peek_setup, pending, setup, setup_token};
pub use sign_in::{recheck, sign_in};

/// How long a set-up link printed on the server's machine is good for.
pub const SETUP_LASTS: SignedDuration = SignedDuration::from_mins(60);
/// How long an invitation sent by mail is good for.
pub const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(72);
/// How long staff stay signed in.
pub const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(10);
/// How old the last check of the second factor may be before an action that cannot be taken back.
pub const FRESH: SignedDuration = SignedDuration::from_mins(15);

/// What an account may do in a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Nothing.
    None,
    /// Maps, policies and health; no personal data.
    Developer,
    /// Requests and the people behind them, without running an erasure.
    Support,
    /// Everything a request needs, and the team.
    PrivacyLead,
}

/// A signed-in member of staff.
#[derive(Debug, Clone)]
pub struct Staff {
    /// The account.
    pub id: Uuid,
    /// The name to show.
    pub name: String,
    /// The role in this service.
    pub role: Role,
    /// When the second factor was last checked.
    pub last_auth: Timestamp,
    /// When the session ends.
    pub expires: Timestamp,
}

impl Staff {
    /// How this account stands on the ledger: `staff:<id>`.
    #[must_use]
    pub fn actor(&self) -> String {
        format!("staff:{}", self.id)
    }

    /// Whether the second factor was checked recently enough for a sensitive action.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.last_auth) <= FRESH
    }

    /// Refuses who has less than this role.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn must_be(&self, role: Role) -> Result<(), Error> {
        if self.role >= role { Ok(()) } else { Err(Error::Forbidden(role.as_str())) }
    }
}

impl Role {
    /// As stored and as in `grant`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Developer => "developer",
            Self::Support => "support",
            Self::PrivacyLead => "privacy-lead",
        }
    }

    /// The role of that name; anything unknown is [`Role::None`].
    #[must_use]
    pub fn parse(name: &str) -> Self {
        [Self::Developer, Self::Support, Self::PrivacyLead]
            .into_iter()
            .find(|role| role.as_str() == name)
            .unwrap_or(Self::None)
    }
}

/// Who a new account is for.
#[derive(Clone)]
pub struct NewAccount {
    /// The mail address to sign in with; whoever was invited has it already, and this one is not looked at.
    pub email: String,
    /// The name to show.
    pub name: String,
    /// The password, checked and then kept as its hash only.
    pub password: zeroize::Zeroizing<String>,
}

/// An account that still needs its second factor confirmed.
pub struct Pending {
    /// The account.
    pub account: Uuid,
    /// Proves in the next step that it is the same visitor (a hidden field); short-lived.
    pub token: String,
    /// What the authenticator app is given, shown once.
    pub enrolment: Enrolment,
}

/// A session, as it is given out once.
pub struct StaffSession {
    /// Goes into the cookie; kept here only as its SHA-256.
    pub token: String,
    /// When it ends.
    pub expires: Timestamp,
}

/// Why there is no account.
#[derive(Debug, thiserror::Error)]
pub enum NotSetUp {
    /// The link is used, expired or wrong.
    #[error(
        "the link is no longer good; ask for a new one, or start `abide serve` again if there is no account yet"
    )]
    Link,
    /// No mail address.
    #[error("this is not a mail address")]
    NotAnAddress,
    /// No name, or a very long one.
    #[error("a name of 1 to 100 characters is needed")]
    Name,
    /// The password is too easy to guess.
    #[error("the password is too weak: {}", .0.why)]
    Weak(crate::credentials::password::Weak),
    /// The code does not fit; the account waits for a right one.
    #[error("the code does not fit; take the one your app shows now")]
    Code,
    /// Something beneath failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum NotInvited {
    /// No mail address.
    #[error("this is not a mail address")]
    NotAnAddress,
    /// A role that may do nothing.
    #[error("an account needs a role")]
    NoRole,
    /// The address has an account that can sign in.
    #[error("this address has an account already; close it first if it is to be set up anew")]
    Exists,
    /// Something beneath failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// Address, password or code is wrong: which one is not said.
    #[error("the address, the password or the code is wrong")]
    Wrong,
    /// Too many attempts.
    #[error("too many attempts; wait a quarter of an hour")]
    TooMany,
    /// Something beneath failed.
    #[error(transparent)]
    Failed(#[from] Error),
}
