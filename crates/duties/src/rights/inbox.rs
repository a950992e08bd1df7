//! The staff's inbox: requests with their clocks, without personal data.

use uuid::Uuid;

use super::{Error, InboxFilter, InboxRow, Result};
use crate::Service;

/// The requests the filter asks for.
pub async fn inbox(service: &Service, filter: InboxFilter, lang: &str) -> Result<Vec<InboxRow>> {
    let _ = (service, filter, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}

/// One line of the inbox: what may be shown before staff said for which purpose they look.
pub async fn row(service: &Service, id: Uuid, lang: &str) -> Result<InboxRow> {
    let _ = (service, id, lang);
    Err(Error::Unfinished("not built yet".to_owned()))
}
