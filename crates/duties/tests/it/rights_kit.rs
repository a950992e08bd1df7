//! What tests of requests share.

use duties::accounts::{self, Staff};
use duties::rights::{self, RequestKind};
use ledger::Kind;
use uuid::Uuid;
use vault::IdentifierKind;

use crate::fixture::House;

/// Kari's address.
pub const KARI: &str = "kari.nordmann@firma.example";

/// Kari, who wrote by the contact form and then signed in: her address is verified.
pub async fn kari(house: &House) -> Uuid {
    house.contact().await;
    house.letters().await;
    signed_in(house, KARI).await
}

/// Whoever opens a link sent to this address.
pub async fn signed_in(house: &House, address: &str) -> Uuid {
    let cookie = house.person(address).await;
    let person =
        duties::identity::person(&house.service, &cookie).await.expect("a session").expect("signed in");
    let found = duties::subjects::find_verified(&house.service, IdentifierKind::Email, address)
        .await
        .expect("a look");
    assert_eq!(found, Some(person.subject));
    person.subject
}

/// A request of the person, without a word to it.
pub async fn opened(house: &House, subject: Uuid, kind: RequestKind) -> Uuid {
    rights::open(&house.service, subject, kind, "", "en").await.expect("it opens").request.id
}

/// The privacy lead, signed in.
pub async fn lead(house: &House) -> Staff {
    let (session, _) = house.lead().await;
    accounts::staff(&house.service, &session.token).await.expect("a session").expect("signed in")
}

/// The kinds of a subject's entries, in order.
pub async fn kinds_of(house: &House, subject: Uuid) -> Vec<Kind> {
    let all = db::entries::list_of(&house.service.db, "wepack", subject).await.expect("entries");
    all.into_iter().map(|entry| entry.facts.kind).collect()
}

/// The files of a zip: path and bytes.
pub fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let each = (0..zip.len()).map(|at| {
        let mut file = zip.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).expect("it opens");
        (file.name().expect("a name").into_owned(), bytes)
    });
    each.collect()
}

/// One file of a zip as text.
pub fn text_in(bytes: &[u8], path: &str) -> String {
    let files = unzip(bytes);
    let (_, bytes) = files.iter().find(|(name, _)| name == path).expect("the file is in the package");
    String::from_utf8(bytes.clone()).expect("text")
}
