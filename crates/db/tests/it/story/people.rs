//! A person: identifiers, links, records, standing, and the end of them.

use db::{EntryRef, identifiers, links, records, standing, subjects};
use testkit::TestDb;
use uuid::Uuid;

use super::conflicts;
use crate::sample::{SERVICE, at, id, record, subject, unit};

/// Everything that can be known of one person, as it is written first.
struct Known {
    who: subjects::Subject,
    address: identifiers::Identifier,
    number: identifiers::Identifier,
    link: links::Link,
    stands: standing::StandingRow,
    given: records::Record,
}

impl Known {
    fn new() -> Self {
        let who = subject();
        let address = address_of(who.id);
        let number =
            identifiers::Identifier { id: id(), kind: "number".into(), blind: None, ..address.clone() };
        let link = link_of(who.id, address.id);
        let stands = standing::StandingRow {
            subject: who.id,
            aspect: "consent".into(),
            about: "newsletter".into(),
            state: "given".into(),
            at: at(0),
            until: Some(at(9)),
            policy: None,
            entry: 0,
        };
        Self { given: record(who.id, EntryRef::At(0)), who, address, number, link, stands }
    }

    fn written(&self) -> Vec<db::Write> {
        let withdrawn = standing::StandingRow { state: "withdrawn".into(), ..self.stands.clone() };
        let stands =
            |row: &standing::StandingRow| standing::write(SERVICE, [&standing::Change::Put(row.clone())]);
        let rest = [
            subjects::insert(SERVICE, &self.who),
            identifiers::insert(SERVICE, &self.address),
            identifiers::insert(SERVICE, &self.number),
            links::insert(SERVICE, &self.link),
            records::insert(SERVICE, &self.given),
            identifiers::verify(SERVICE, self.address.id, at(5)),
        ];
        rest.into_iter().chain(stands(&self.stands)).chain(stands(&withdrawn)).collect()
    }
}

fn address_of(subject: Uuid) -> identifiers::Identifier {
    identifiers::Identifier {
        id: id(),
        subject,
        kind: "email".into(),
        blind: Some([3; 32]),
        index_version: 1,
        sealed: b"sealed".to_vec(),
        key_version: 1,
        verified_at: None,
        created_at: at(0),
    }
}

fn link_of(subject: Uuid, identifier: Uuid) -> links::Link {
    links::Link {
        id: id(),
        subject,
        identifier: Some(identifier),
        store: "shop".into(),
        place: "customers".into(),
        blind: None,
        sealed: b"sealed".to_vec(),
        key_version: 1,
        created_at: at(0),
    }
}

#[tokio::test]
async fn people_come_are_found_and_go() {
    TestDb::each(async |t| {
        let known = Known::new();
        t.db.submit(unit().writes(known.written())).await.unwrap();
        let Known { who, address, link, given, .. } = known;

        let found = identifiers::find_by_blind(&t.db, SERVICE, "email", &[3; 32]).await.unwrap();
        assert_eq!(found, [identifiers::Identifier { verified_at: Some(at(5)), ..address }]);
        assert!(identifiers::find_by_blind(&t.db, "other", "email", &[3; 32]).await.unwrap().is_empty());
        assert_eq!(links::list(&t.db, SERVICE, who.id).await.unwrap(), [link]);
        assert_eq!(records::list(&t.db, SERVICE, who.id).await.unwrap(), [given]);
        assert_eq!(standing::list(&t.db, SERVICE, who.id).await.unwrap()[0].state, "withdrawn");

        let gone = [
            records::delete_of(SERVICE, who.id),
            links::delete_of(SERVICE, who.id),
            identifiers::delete_of(SERVICE, who.id),
            standing::delete_of(SERVICE, who.id),
            subjects::erase(SERVICE, who.id, at(7)),
        ];
        t.db.submit(unit().writes(gone)).await.unwrap();
        assert!(
            conflicts(&t, subjects::erase(SERVICE, who.id, at(8))).await,
            "two erasures at once: one happens"
        );
        assert_eq!(subjects::get(&t.db, SERVICE, who.id).await.unwrap().erased_at, Some(at(7)));
        assert!(identifiers::list(&t.db, SERVICE, who.id).await.unwrap().is_empty());
        assert_eq!(subjects::count(&t.db, SERVICE, subjects::ACTIVE).await.unwrap(), 0);
    })
    .await;
}
