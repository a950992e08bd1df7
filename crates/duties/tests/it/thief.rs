//! A thief who has both databases, but not the key folder: what they learn, and what not.

use std::collections::BTreeMap;

use duties::collect;
use testkit::{Dump, TestDb};
use vault::{IdentifierKind, normalise};

use crate::fixture::{House, contact};

const GIVEN: [&str; 8] = ["Kari", "Ola", "Anne", "Per", "Ingrid", "Lars", "Marit", "Nils"];
const FAMILY: [&str; 5] = ["Hansen", "Johansen", "Olsen", "Larsen", "Andersen"];

/// Forty people: names as common as they are, one telephone shared by a family, one address by two people.
fn people() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for (at, given) in GIVEN.iter().enumerate() {
        for (of, family) in FAMILY.iter().enumerate() {
            let name = format!("{given} {family}");
            let email = format!("{}.{}@kunde.example", given.to_lowercase(), family.to_lowercase());
            let phone = if of == 0 { "+4790000100".to_owned() } else { format!("+47900{:05}", at * 10 + of) };
            all.push((name, email, phone));
        }
    }
    all
}

async fn stolen(house: &House, db: &TestDb) -> Dump {
    for (name, email, phone) in people() {
        // one visitor at a time: limits on forms are not what is tried here
        house.clock.advance_hours(1);
        let mut form = contact(&house.service);
        form.fields[0].1 = name;
        form.fields[1].1 = email;
        form.fields[2].1 = phone;
        collect::submit(&house.service, "contact", form).await.expect("taken over");
    }
    let mut all = db.dump().await;
    all.extend(db.dump_keys().await);
    all
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_stolen_database_gives_no_name_address_or_number_and_equal_hashes_are_all_it_shows() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let dump = stolen(&house, &db).await;
        let rows: Vec<String> = dump.values().flatten().map(|row| row.to_lowercase()).collect();

        // plain search: as text and as the bytes of a blob
        for (name, email, phone) in people() {
            for value in [&name, &email, &phone, &phone[3..].to_owned()] {
                let (text, bytes) = (value.to_lowercase(), hex(value.as_bytes()));
                let found = rows.iter().filter(|row| row.contains(&text) || row.contains(&bytes)).count();
                assert_eq!(found, 0, "{value}");
            }
        }
        // guessing: a number is one of few, so a hash without a key would be found at once
        for (_, email, phone) in people() {
            for (kind, value) in [(IdentifierKind::Email, &email), (IdentifierKind::Phone, &phone)] {
                let normal = normalise(kind, value).expect("one");
                let plain = hex(&ledger::sha256(normal.as_str().as_bytes()).0);
                assert!(rows.iter().all(|row| !row.contains(&plain)), "{value}");
            }
        }
        // frequency: who shares a telephone is seen, and nothing more
        let mut seen: BTreeMap<(String, [u8; 32]), usize> = BTreeMap::new();
        let all =
            db::subjects::list(&house.service.db, "wepack", uuid::Uuid::nil(), 1000).await.expect("all");
        for subject in &all {
            for row in db::identifiers::list(&house.service.db, "wepack", subject.id).await.expect("rows") {
                *seen.entry((row.kind, row.blind.expect("a hash"))).or_default() += 1;
            }
        }
        let mut shared: Vec<(String, usize)> = seen
            .into_iter()
            .filter(|(_, count)| *count > 1)
            .map(|((kind, _), count)| (kind, count))
            .collect();
        shared.sort();
        println!("learnt by a thief: {} people; hashes that stand more than once: {shared:?}", all.len());
        assert_eq!(shared, [("phone".to_owned(), GIVEN.len())], "the family's telephone, and no name");
        assert_eq!(all.len(), people().len());
    })
    .await;
}
