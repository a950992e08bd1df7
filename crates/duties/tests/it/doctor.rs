//! The doctor: a single flipped bit in anything stored is found and named, and a whole ledger has nothing to say.

use duties::doctor::{self, Grade, Report, Watch};
use duties::{accountability, standing};
use ledger::Kind;
use sqlx::{AssertSqlSafe, Row as _};
use testkit::TestDb;

use crate::fixture::House;
use crate::unsteady::Unsteady;

/// Behind Abide's back.
async fn meddle(db: &TestDb, sql: &str) {
    let (url, sql) = (db.url(), AssertSqlSafe(sql.to_owned()));
    if url.starts_with("sqlite") {
        let pool = sqlx::SqlitePool::connect(url).await.expect("opens");
        sqlx::raw_sql(sql).execute(&pool).await.expect("meddled");
        pool.close().await;
    } else {
        let pool = sqlx::PgPool::connect(url).await.expect("opens");
        sqlx::raw_sql(sql).execute(&pool).await.expect("meddled");
        pool.close().await;
    }
}

/// A blob or a text as bytes, in hexadecimal.
async fn read(db: &TestDb, table: &str, column: &str, place: &str) -> String {
    let url = db.url();
    let sql = |encode: &str| AssertSqlSafe(format!("SELECT {encode} FROM {table} WHERE {place}"));
    if url.starts_with("sqlite") {
        let pool = sqlx::SqlitePool::connect(url).await.expect("opens");
        let row = sqlx::query(sql(&format!("hex({column})"))).fetch_one(&pool).await.expect("a row");
        pool.close().await;
        row.get(0)
    } else {
        let pool = sqlx::PgPool::connect(url).await.expect("opens");
        let row =
            sqlx::query(sql(&format!("encode({column}, 'hex')"))).fetch_one(&pool).await.expect("a row");
        pool.close().await;
        row.get(0)
    }
}

/// Flips a bit of a blob, and gives the statement that flips it back.
async fn flip_blob(db: &TestDb, table: &str, column: &str, place: &str) -> String {
    let before = read(db, table, column, place).await;
    let nibble = u8::from_str_radix(&before[..1], 16).expect("hexadecimal") ^ 1;
    let after = format!("{nibble:x}{}", &before[1..]);
    let set = |hex: &str| {
        let literal =
            if db.url().starts_with("sqlite") { format!("x'{hex}'") } else { format!("'\\x{hex}'") };
        format!("UPDATE {table} SET {column} = {literal} WHERE {place}")
    };
    meddle(db, &set(&after)).await;
    set(&before)
}

async fn examined(house: &House) -> Report {
    doctor::examine(&house.service, |_, _| ()).await.expect("examined")
}

/// A ledger of more than one tile, published, followed, with a person in it: whose entry, and how many there are.
async fn ledger(house: &House) -> (u64, u64) {
    for _ in 0..3 {
        house.contact_again().await;
    }
    for _ in 0..260 {
        house.entry().await;
    }
    let subject = house.contact_again().await.subject;
    accountability::publish(&house.service).await.expect("published");
    house.service.db.index("wepack").await.expect("indexed");
    standing::follow(&house.service).await.expect("followed");
    let entries = db::entries::list_of(&house.service.db, "wepack", subject).await.expect("entries");
    let record = entries.iter().find(|entry| entry.facts.kind == Kind::RecordCollected).expect("a record");
    (record.index, house.size().await)
}

/// The finding with this code: at this entry, or else in a place that begins so.
fn found(report: &Report, code: &str, at: &str) -> bool {
    assert!(!at.is_empty(), "a finding is somewhere");
    let fits = |one: &doctor::Finding| match at.parse::<u64>() {
        Ok(entry) => one.code == code && one.entry == Some(entry),
        Err(_) => one.code == code && one.place.starts_with(at),
    };
    report.findings.iter().any(fits)
}

#[tokio::test]
async fn a_flipped_bit_in_any_stored_entry_tile_or_checkpoint_is_found_and_named() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (entry, size) = ledger(&house).await;
        let report = examined(&house).await;
        assert_eq!(report.findings, [], "a whole ledger has nothing to say");
        assert_eq!((report.entries, report.gone), (size, 0));
        assert!(report.tiles >= 1 && report.opened == size, "{report:?}");

        let (row, named) = (format!("service = 'wepack' AND entry = {entry}"), entry.to_string());
        for column in ["facts", "body", "entry_key", "hash"] {
            let back = flip_blob(&db, "ledger_leaf", column, &row).await;
            let report = examined(&house).await;
            assert!(found(&report, "leaf-changed", &named), "{column}: {report:#?}");
            meddle(&db, &back).await;
        }
        for column in ["id", "subject", "policy"] {
            let back = flip_blob(&db, "ledger_facts", column, &row).await;
            let report = examined(&house).await;
            let named = ["facts-changed", "facts-nobody"].iter().any(|code| found(&report, code, &named));
            assert!(named, "{column}: {report:#?}");
            meddle(&db, &back).await;
        }
        let back = flip_blob(&db, "ledger_body", "sealed", &row).await;
        assert!(found(&examined(&house).await, "body-changed", &named));
        meddle(&db, &back).await;
        let tile = "service = 'wepack' AND level = 0 AND tile = 0";
        let back = flip_blob(&db, "ledger_tile", "hashes", tile).await;
        assert!(found(&examined(&house).await, "tile-changed", "ledger_tile tile/0/000"));
        meddle(&db, &back).await;
        for column in ["root", "frontier"] {
            let back = flip_blob(&db, "ledger_head", column, "service = 'wepack'").await;
            assert!(found(&examined(&house).await, "head-changed", "ledger_head"), "{column}");
            meddle(&db, &back).await;
        }
        assert_eq!(examined(&house).await.findings, [], "everything was put back");
    })
    .await;
}

#[tokio::test]
async fn a_changed_word_number_or_row_is_found_and_named() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (entry, size) = ledger(&house).await;
        let named = entry.to_string();
        let row = format!("WHERE service = 'wepack' AND entry = {entry}");
        // what is changed, what is found where, how it is put back
        let cases = [
            ("UPDATE ledger_facts SET at = at + 1", "UPDATE ledger_facts SET at = at - 1", "facts-changed"),
            ("UPDATE ledger_facts SET kind = 'record-collectee'", "UPDATE ledger_facts SET kind = 'record-collected'", "facts-changed"),
            ("UPDATE ledger_facts SET purpose = 'answer-enquirier'", "UPDATE ledger_facts SET purpose = 'answer-enquiries'", "facts-changed"),
            ("UPDATE ledger_facts SET recipient = 'dhl'", "UPDATE ledger_facts SET recipient = NULL", "facts-changed"),
            ("UPDATE ledger_facts SET expires = 5", "UPDATE ledger_facts SET expires = NULL", "facts-changed"),
            ("UPDATE ledger_facts SET actor = 'persoo'", "UPDATE ledger_facts SET actor = 'person'", "facts-changed"),
            ("UPDATE ledger_facts SET key_version = 3", "UPDATE ledger_facts SET key_version = 1", "facts-changed"),
            ("UPDATE ledger_facts SET categories = '{' || categories", "UPDATE ledger_facts SET categories = substr(categories, 2)", "facts-unreadable"),
            ("UPDATE ledger_body SET key_version = 0", "UPDATE ledger_body SET key_version = 1", "body-changed"),
            ("UPDATE ledger_leaf SET format = 3", "UPDATE ledger_leaf SET format = 1", "astray"),
        ];
        for (change, back, code) in cases {
            meddle(&db, &format!("{change} {row}")).await;
            let report = examined(&house).await;
            assert!(found(&report, code, &named), "{change}: {report:#?}");
            assert_eq!(report.grade(), Some(Grade::Broken));
            meddle(&db, &format!("{back} {row}")).await;
        }
        // rows that went away or hang in the air
        let beyond = size + 7;
        // the table, what is found, and where
        let moved = [("ledger_leaf", "leaf-missing", named.as_str()), ("ledger_facts", "astray", "subject_entry.wrong"),
            ("ledger_body", "body-missing", &named), ("subject_entry", "astray", "subject_entry.lacks")];
        for (table, code, at) in moved {
            meddle(&db, &format!("UPDATE {table} SET entry = {beyond} {row}")).await;
            let report = examined(&house).await;
            assert!(found(&report, code, at), "{table}: {report:#?}");
            assert!(found(&report, "astray", &format!("{table}.beyond")), "{table}: {report:#?}");
            assert!(found(&report, "astray", &beyond.to_string()), "{table}: {report:#?}");
            meddle(&db, &format!("UPDATE {table} SET entry = {entry} WHERE service = 'wepack' AND entry = {beyond}")).await;
        }
        meddle(&db, "UPDATE standing SET state = 'set' WHERE service = 'wepack' AND aspect = 'stated'").await;
        assert!(found(&examined(&house).await, "standing-differs", "standing"));
        standing::rebuild(&house.service, |_| ()).await.expect("rebuilt");
        meddle(&db, "UPDATE policy SET canonical = canonical || ' ' WHERE service = 'wepack'").await;
        assert!(found(&examined(&house).await, "policy-changed", "policy"));
        meddle(&db, "UPDATE policy SET canonical = substr(canonical, 1, length(canonical) - 1) WHERE service = 'wepack'").await;
        assert_eq!(examined(&house).await.findings, [], "everything was put back");
        meddle(&db, "DELETE FROM policy WHERE service = 'wepack'").await;
        let report = examined(&house).await;
        assert!(found(&report, "policy-unknown", "0"), "from the first entry under it: {report:#?}");
        assert!(found(&report, "policy-unknown", "record "), "and of what was collected: {report:#?}");
        meddle(&db, "UPDATE ledger_head SET checkpoint = replace(checkpoint, 'wepack', 'wepadk') WHERE service = 'wepack'").await;
        assert!(found(&examined(&house).await, "checkpoint-changed", "ledger_head.checkpoint"));
    })
    .await;
}

#[tokio::test]
async fn what_is_published_is_held_against_the_database() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        ledger(&house).await;
        // every tile of the published size, full or not, and the checkpoint
        let tiles = ledger::tile::Tile::all(house.size().await).map(|tile| tile.path());
        let paths: Vec<String> = tiles.chain(["checkpoint".to_owned()]).collect();
        assert_eq!(paths.len(), 4, "a full tile, two partial ones, a checkpoint: {paths:?}");
        for path in &paths {
            let before = house.published.file(path).expect("published");
            let mut bytes = before.clone();
            let last = bytes.len() - 3;
            bytes[last] ^= 1;
            put(&house, path, &bytes).await;
            let report = examined(&house).await;
            let (code, at) = match path.as_str() {
                "checkpoint" => ("checkpoint-changed", "published checkpoint"),
                tile => ("published-changed", tile),
            };
            assert!(found(&report, code, at), "{path}: {report:#?}");
            put(&house, path, &before).await;
        }
        assert_eq!(examined(&house).await.findings, [], "everything was put back");
        duties::Published::remove(house.published.as_ref(), "tile/0/000").await.expect("removed");
        assert!(found(&examined(&house).await, "published-missing", "tile/0/000"));
    })
    .await;
}

async fn put(house: &House, path: &str, bytes: &[u8]) {
    duties::Published::put(house.published.as_ref(), path, bytes).await.expect("put");
}

#[tokio::test]
async fn a_fork_and_an_older_database_are_told_apart() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    house.contact().await;
    accountability::publish(&house.service).await.expect("published");
    let other = TestDb::sqlite().await;
    house.clock.advance_hours(1);
    let forked = house.again(&db, other.db.clone(), 3).await;
    let report = doctor::examine(&forked, |_, _| ()).await.expect("examined");
    assert!(found(&report, "behind", "published checkpoint"), "{report:#?}");
    assert!(!found(&report, "fork", "published checkpoint"), "{report:#?}");
    for _ in 0..9 {
        let facts = duties::entries::facts(&forked, Kind::Attested, None, duties::entries::ABIDE);
        let key = forked.keys.service_evidence().expect("the key");
        let entry = duties::entries::entry(&forked, &key, facts, None).expect("an entry");
        forked.submit(forked.unit().entry(entry)).await.expect("written");
    }
    let report = doctor::examine(&forked, |_, _| ()).await.expect("examined");
    assert!(found(&report, "fork", "published checkpoint"), "{report:#?}");
    assert!(!found(&report, "behind", "published checkpoint"), "{report:#?}");
    for finding in &report.findings {
        for lang in ["en", "nb", "fr"] {
            assert!(!finding.says(lang).contains('⟦') && !finding.advice(lang).contains('⟦'), "{finding:?}");
        }
    }
}

#[tokio::test]
async fn in_the_background_it_goes_in_steps_and_tells_a_privacy_lead_once() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.lead().await;
        let (entry, _) = ledger(&house).await;
        let letters = house.letters().await.len();
        let mut watch = Watch::default();
        let mut rounds = 0;
        let report = loop {
            rounds += 1;
            if let Some(report) = watch.round(&house.service, 50).await.expect("a round") {
                break report;
            }
        };
        assert!(rounds > 5 && report.findings.is_empty(), "{rounds}");
        assert_eq!(doctor::latest(&house.service).await.expect("kept"), Some(report));
        assert_eq!(watch.round(&house.service, 50).await.expect("a round"), None, "not again at once");
        let row = format!("service = 'wepack' AND entry = {entry}");
        flip_blob(&db, "ledger_leaf", "facts", &row).await;
        for round in 0..2 {
            house.clock.advance_hours(7);
            while watch.round(&house.service, 500).await.expect("a round").is_none() {}
            let all = house.letters().await;
            assert_eq!(all.len(), letters + 1, "told once, in round {round} too");
            assert!(
                all[letters].text.contains(&entry.to_string()) && !all[letters].text.contains('⟦'),
                "{}",
                all[letters].text
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_round_that_ends_in_an_error_loses_nothing_of_the_pass() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let (_, size) = ledger(&house).await;
        // a published tile that is not the database's: it is compared in the very step that is broken off
        let mut bytes = house.published.file("tile/0/000").expect("published");
        bytes[7] ^= 1;
        put(&house, "tile/0/000", &bytes).await;
        let folder = Unsteady::over(&house.published);
        house.service.published = Some(folder.clone());
        let mut watch = Watch::default();
        for _ in 0..5 {
            assert_eq!(watch.round(&house.service, 50).await.expect("a round"), None);
        }
        folder.fail(Some("tile/"));
        for _ in 0..3 {
            watch.round(&house.service, 50).await.expect_err("the folder is gone");
        }
        folder.fail(None);
        assert_eq!(watch.round(&house.service, 50).await.expect("it goes on"), None);
        // at its end, and the report cannot be kept
        let ended = loop {
            meddle(&db, "ALTER TABLE examination RENAME TO elsewhere").await;
            let round = watch.round(&house.service, u64::MAX).await;
            meddle(&db, "ALTER TABLE elsewhere RENAME TO examination").await;
            match round {
                Ok(report) => assert_eq!(report, None, "it cannot be kept"),
                Err(error) => break error,
            }
        };
        assert!(ended.to_string().contains("examination"), "{ended}");
        let report = watch.round(&house.service, 1).await.expect("a round").expect("it was at its end");
        assert_eq!(
            (report.entries, report.opened, report.tiles, report.gone),
            (size, size, 1, 0),
            "{report:?}"
        );
        assert!(found(&report, "published-changed", "tile/0/000"), "{report:#?}");
        assert_eq!(report.findings.len(), 1, "nothing twice: {report:#?}");
        assert_eq!(doctor::latest(&house.service).await.expect("kept"), Some(report));
    })
    .await;
}
