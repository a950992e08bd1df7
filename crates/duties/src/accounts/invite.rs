//! Further accounts: an invitation makes the account, with its role, and a one-use link to set it up with. Nobody can
//! sign in before they chose a password and a first code of their second factor fitted.
//!
//! INVARIANT: of the links for an account only the newest is good; none is once the account is closed.

use db::{SERVER, Unit, staff, tokens};
use jiff::{SignedDuration, Timestamp};
use ledger::Kind;
use texts::texts;

use super::account::{self, Who};
use super::link::{self, INVITATION};
use super::{INVITATION_LASTS, NotInvited, Role, Staff, roles};
use crate::address::is_email;
use crate::error::Error;
use crate::mail::{self, Letter};
use crate::service::Service;

/// A way in for a new member of the team, given out once.
pub struct Invitation {
    /// Opens the page where the account is set up; kept here only as its SHA-256.
    pub token: String,
    /// When it ends.
    pub expires: Timestamp,
}

/// Whom to invite.
pub struct Invited<'a> {
    /// The mail address to sign in with.
    pub email: &'a str,
    /// What the account may do in this service.
    pub role: Role,
    /// The language of the letter.
    pub lang: &'a str,
}

/// A privacy lead invites somebody: the link goes to the address by mail.
///
/// # Errors
/// [`NotInvited`]; [`Error::Forbidden`] unless a privacy lead does it.
pub async fn invite(service: &Service, by: &Staff, invited: &Invited<'_>) -> Result<(), NotInvited> {
    by.must_be(Role::PrivacyLead)?;
    let (unit, invitation) =
        prepare(service, &by.actor(), invited.email, invited.role, INVITATION_LASTS).await?;
    let lang = service.language(invited.lang);
    let values = [
        ("inviter", by.name.clone()),
        ("role", texts(lang).say(&format!("console-role-{}", invited.role.as_str()))),
        ("days", (INVITATION_LASTS.as_hours() / 24).to_string()),
    ];
    let letter = Letter {
        to: invited.email.trim(),
        lang,
        name: "staff-invited",
        values: &values,
        link: Some(format!("{}/console/setup?token={}", service.base_url, invitation.token)),
        subject: None,
    };
    Ok(account::submit(service, unit.mail(mail::queue(service, &letter)?)).await?)
}

/// What makes the account and its link.
pub(super) async fn prepare(
    service: &Service,
    by: &str,
    email: &str,
    role: Role,
    lasts: SignedDuration,
) -> Result<(Unit, Invitation), NotInvited> {
    let email = email.trim();
    let blind = account::blind(service, email)?.filter(|_| is_email(email));
    let blind = blind.ok_or(NotInvited::NotAnAddress)?;
    if role == Role::None {
        return Err(NotInvited::NoRole);
    }
    let former = staff::find_by_blind(&service.db, &blind).await.map_err(Error::from)?;
    if former.as_ref().is_some_and(|row| row.state == account::ACTIVE) {
        return Err(NotInvited::Exists);
    }
    let known = former.as_ref().map(|row| account::who(service, row)).transpose()?;
    let who = Who { name: known.map(|who| who.name).unwrap_or_default(), email: email.to_owned() };
    // no password fits an empty hash, and there is no secret a code could fit
    let row = account::new(service, former.as_ref(), &who, blind, String::new(), None)?;
    let write = if former.is_some() { staff::update(&row) } else { staff::insert(&row) };
    let (write_token, token) = link::token(service, INVITATION, Some(row.id), lasts);
    let unit = service.unit().write(write).write(tokens::delete_for(SERVER, row.id)).write(write_token);
    let unit = unit.entry(roles::entry(service, Kind::StaffInvited, by, row.id, role.as_str())?);
    let unit = roles::set(service, unit, by, row.id, role).await?;
    let expires = service.now().checked_add(lasts).unwrap_or_else(|_| service.now());
    Ok((unit, Invitation { token, expires }))
}
