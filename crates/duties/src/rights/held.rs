//! Everything held about the verified person, from Abide itself and from the company's stores.

use uuid::Uuid;

use super::{Error, Result};
use crate::{Service, answer::Held};

/// Gathers what is held about the subject, in words of `lang`. A store that cannot be reached is shown as
/// such, never as empty.
pub async fn held(service: &Service, subject: Uuid, lang: &str) -> Result<Held> {
    let _ = (service, subject, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}
