//! The stored ledger: its root, its proofs, a subject's entries, and what remains when facts and bodies go.

use db::entries;
use ledger::tile::Tile;
use testkit::TestDb;

use crate::sample::{self, SERVICE, entry, unit};

async fn fill(t: &TestDb, entries: usize) {
    for chunk in 0..entries.div_ceil(97) {
        let count = 97.min(entries - chunk * 97);
        let many = (0..count).fold(unit(), |unit, _| unit.entry(entry(None)));
        t.db.submit(many).await.unwrap();
    }
}

#[tokio::test]
async fn reopened_it_goes_on_where_it_was() {
    TestDb::each(async |t| {
        fill(&t, 600).await;
        assert_eq!(sample::verify(&t.db).await, 600);
        let node = t.node().await;
        node.submit(unit().entry(entry(None))).await.unwrap();
        t.db.submit(unit().entry(entry(None))).await.unwrap();
        assert_eq!(sample::verify(&node).await, 602);
    })
    .await;
}

#[tokio::test]
async fn every_tile_is_there_and_every_proof_holds() {
    TestDb::each(async |t| {
        fill(&t, 600).await;
        let root = entries::head(&t.db, SERVICE).await.unwrap().root;
        let mut tiles = ledger::tile::Tiles::new();
        for tile in Tile::all(600) {
            let bytes = entries::tile(&t.db, SERVICE, tile).await.unwrap().unwrap();
            tiles.insert(tile, &bytes).unwrap();
        }
        assert_eq!(ledger::proof::root(600, &tiles).unwrap(), root);
        for old in [1, 97, 256, 257, 512, 599] {
            let proof = entries::consistency(&t.db, SERVICE, old, 600).await.unwrap();
            let before = ledger::proof::root(old, &tiles).unwrap();
            ledger::proof::verify_consistency(old, &before, 600, &root, &proof).unwrap();
        }
        let past = entries::inclusion(&t.db, SERVICE, 256, 257).await.unwrap();
        let (_, hash) = entries::leaf(&t.db, SERVICE, 256).await.unwrap().unwrap();
        let before = ledger::proof::root(257, &tiles).unwrap();
        ledger::proof::verify_inclusion(&hash, 256, 257, &past, &before).unwrap();
        assert!(entries::inclusion(&t.db, SERVICE, 600, 600).await.is_err());
        assert!(
            entries::tile(&t.db, SERVICE, Tile { level: 0, index: 9, width: 256 }).await.unwrap().is_none()
        );
    })
    .await;
}

#[tokio::test]
async fn a_subjects_entries_are_found_indexed_or_not() {
    TestDb::each(async |t| {
        let who = [sample::id(), sample::id(), sample::id()];
        for round in 0..30 {
            let unit = unit()
                .entry(entry(Some(who[round % 3])))
                .entry(entry(Some(who[round % 2])))
                .entry(entry(None));
            t.db.submit(unit).await.unwrap();
            if round == 17 {
                t.db.index(SERVICE).await.unwrap();
                assert_eq!(entries::head(&t.db, SERVICE).await.unwrap().indexed, 54);
            }
            for subject in who {
                let found = entries::list_of(&t.db, SERVICE, subject).await.unwrap();
                assert_eq!(found, entries::scan_of(&t.db, SERVICE, subject).await.unwrap());
            }
        }
        assert_eq!(entries::list_of(&t.db, SERVICE, who[2]).await.unwrap().len(), 10);
        assert!(entries::list_of(&t.db, "other", who[2]).await.unwrap().is_empty());
    })
    .await;
}

/// What is erased is gone; that something was recorded stays provable.
#[tokio::test]
async fn erased_facts_and_bodies_leave_every_proof_standing() {
    TestDb::each(async |t| {
        let who = sample::id();
        t.db.submit(unit().entry(entry(Some(who))).entry(entry(None)).entry(entry(Some(who)))).await.unwrap();
        t.db.index(SERVICE).await.unwrap();
        let root = entries::head(&t.db, SERVICE).await.unwrap().root;
        let theirs = entries::list_of(&t.db, SERVICE, who).await.unwrap();
        let gone = theirs.iter().flat_map(|entry| {
            [entries::delete_facts(SERVICE, entry.index), entries::delete_body(SERVICE, entry.index)]
        });
        t.db.submit(unit().writes(gone).write(entries::delete_index_of(SERVICE, who))).await.unwrap();

        assert!(entries::list_of(&t.db, SERVICE, who).await.unwrap().is_empty());
        assert_eq!(entries::list(&t.db, SERVICE, 0, 10).await.unwrap().len(), 1);
        assert_eq!(entries::body(&t.db, SERVICE, 0).await.unwrap(), None);
        assert!(entries::get(&t.db, SERVICE, 0).await.is_err());
        assert_eq!(entries::head(&t.db, SERVICE).await.unwrap().root, root);
        assert_eq!(sample::verify(&t.db).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_checkpoint_never_goes_back_nor_ahead_of_the_ledger() {
    TestDb::each(async |t| {
        fill(&t, 3).await;
        let keep = |size| t.db.submit(unit().write(entries::set_checkpoint(SERVICE, "note", size)));
        keep(2).await.unwrap();
        assert!(keep(1).await.unwrap_err().is_conflict());
        assert!(keep(4).await.unwrap_err().is_conflict());
        keep(3).await.unwrap();
        assert_eq!(entries::head(&t.db, SERVICE).await.unwrap().checkpoint, Some(("note".into(), 3)));
    })
    .await;
}
