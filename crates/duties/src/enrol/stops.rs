//! What stands in the way of a line: its person was erased, or said no before.

use db::suppressions::Suppression;
use db::{Write, subjects as rows};
use vault::Identifier;

use super::{Line, NotEnrolled};
use crate::consent::Answer;
use crate::error::Error;
use crate::service::Service;
use crate::{subjects, suppression};

/// Whether the line may come in; what the unit must hold against, should somebody be erased in between.
pub(super) async fn pass(
    service: &Service,
    line: &Line,
    given: &[Identifier],
) -> Result<Vec<Write>, NotEnrolled> {
    let mut guards = Vec::new();
    for identifier in given {
        let rows = suppression::standing(service, identifier).await?;
        match rows.iter().find(|row| suppression::is_whole(row)) {
            Some(row) if !came_back(service, identifier, row).await? => return Err(NotEnrolled::Suppressed),
            Some(_) => {}
            None => guards.push(suppression::not_stopped(service, identifier)?),
        }
        rows.iter().try_for_each(|row| older(line, row))?;
    }
    Ok(guards)
}

/// Whether whoever was stopped has shown the address to be theirs since, which nobody can do for them.
async fn came_back(service: &Service, identifier: &Identifier, row: &Suppression) -> Result<bool, Error> {
    for found in subjects::found_by(service, identifier).await? {
        let since = found.verified_at.is_some_and(|at| at >= row.said_at);
        let subject = rows::find(&service.db, &service.name, found.subject).await?;
        if since && subject.is_some_and(|subject| subject.state == rows::ACTIVE) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A consent from before they said no is over.
fn older(line: &Line, row: &Suppression) -> Result<(), NotEnrolled> {
    let over = |consent: &&super::ConsentLine| {
        consent.answer == Answer::Given && suppression::is_older(row, &consent.purpose, consent.at)
    };
    match line.consents.iter().find(over) {
        Some(consent) => Err(NotEnrolled::Refused(format!(
            "the person said no to `{}` after `at`: leave this consent out",
            consent.purpose
        ))),
        None => Ok(()),
    }
}
