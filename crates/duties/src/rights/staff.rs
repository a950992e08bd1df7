//! The staff's side of a request: looking (for a purpose, logged), writing, closing, refusing.

use uuid::Uuid;

use super::{Error, Refusal, RequestView, Result};
use crate::{Service, accountability::ViewPurpose, accounts::Staff};

/// One request with its person. `purpose` is why the staff look; it is logged before anything is read.
pub async fn staff_get(service: &Service, staff: &Staff, id: Uuid, purpose: ViewPurpose, lang: &str) -> Result<RequestView> {
    let _ = (service, staff, id, purpose, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Writes to the person; the first one meets the first reply's clock.
pub async fn reply(service: &Service, staff: &Staff, id: Uuid, text: &str) -> Result<()> {
    let _ = (service, staff, id, text);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Closes a request that staff answered by hand, with the answer's words.
pub async fn close(service: &Service, staff: &Staff, id: Uuid, text: &str) -> Result<()> {
    let _ = (service, staff, id, text);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// Refuses a request on a ground; the person is told it, and where to complain (Art. 12(4)).
pub async fn refuse(service: &Service, staff: &Staff, id: Uuid, ground: Refusal, text: &str) -> Result<()> {
    let _ = (service, staff, id, ground, text);
    Err(Error::Unfinished("not built yet".to_owned()))
}
