//! What the binary's loop calls about once a second.

use crate::error::Error;
use crate::mail::{Delivered, Mailer};
use crate::service::Service;

/// What a round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// Mail.
    pub mail: Delivered,
    /// Entries the released checkpoint covers now.
    pub published: u64,
}

/// One round: index behind, publish, deliver mail. A failure of one does not stop the others; the
/// first one is returned at the end.
///
/// # Errors
/// [`Error`] of the first part that failed.
pub async fn tick(service: &Service, mailer: &dyn Mailer) -> Result<Round, Error> {
    todo!()
}
