//! What is said about a request: messages, sealed under the person's data key.

use db::{Write, messages};
use uuid::Uuid;
use vault::{Place, SubjectKey};

use super::{Message, Result, case};
use crate::keys::KEY_VERSION;
use crate::{Service, entries};

fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "message", id, field: "text" }
}

/// A new message.
pub(super) fn say(
    service: &Service,
    key: &SubjectKey,
    request: Uuid,
    sender: &str,
    text: &str,
) -> Result<Write> {
    let id = service.new_id();
    let row = messages::Message {
        id,
        request,
        sender: sender.to_owned(),
        at: service.now(),
        sealed: case::seal(service, key, &place(service, id), &text)?,
        key_version: KEY_VERSION,
    };
    Ok(messages::insert(&service.name, &row))
}

/// The conversation, the oldest first.
pub(super) async fn read(service: &Service, key: &SubjectKey, request: Uuid) -> Result<Vec<Message>> {
    let rows = messages::list(&service.db, &service.name, request).await?;
    let each = rows.into_iter().map(|row| {
        let text = case::open(key, &place(service, row.id), &row.sealed, "message")?;
        Ok(Message { at: row.at, from_staff: row.sender != entries::PERSON, text })
    });
    each.collect()
}
