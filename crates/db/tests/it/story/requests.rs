//! Requests, their messages, steps and packages; the policies they were made under.

use db::{messages, packages, policies, requests, steps};
use testkit::TestDb;

use super::{conflicts, write};
use crate::sample::{self, SERVICE, at, id, unit};

fn request() -> requests::Request {
    requests::Request {
        id: id(),
        subject: id(),
        kind: "access".into(),
        state: "received".into(),
        reference: "W-2026-0001".into(),
        lang: "nb".into(),
        received_at: at(0),
        due_at: at(100),
        first_reply_due: Some(at(10)),
        first_reply_at: None,
        extended_to: None,
        closed_at: None,
        sealed: Some(b"sealed".to_vec()),
        key_version: 1,
        revision: 0,
    }
}

fn step(request: uuid::Uuid, position: i64) -> steps::Step {
    steps::Step {
        id: id(),
        request,
        position,
        target: "shop".into(),
        action: "erase".into(),
        state: steps::WAITING.into(),
        sealed: None,
        key_version: 1,
        counts: None,
        outcome: None,
        error: None,
        attempts: 0,
        next_at: at(0),
        updated_at: at(0),
        lease_owner: None,
        lease_until: None,
        lease_epoch: 0,
    }
}

#[tokio::test]
async fn a_request_changes_only_from_what_was_read() {
    TestDb::each(async |t| {
        let first = request();
        write(&t, requests::insert(SERVICE, &first)).await;
        let same = requests::Request { id: id(), ..first.clone() };
        assert!(conflicts(&t, requests::insert(SERVICE, &same)).await, "a reference is given once");

        let closed = requests::Request { state: "closed".into(), closed_at: Some(at(50)), ..first.clone() };
        assert_eq!(requests::open(&t.db, SERVICE, 9).await.unwrap().len(), 1);
        write(&t, requests::update(SERVICE, &closed)).await;
        assert!(conflicts(&t, requests::update(SERVICE, &closed)).await, "a stale copy changes nothing");
        assert!(requests::open(&t.db, SERVICE, 9).await.unwrap().is_empty());
        let read = requests::find_by_reference(&t.db, SERVICE, "W-2026-0001").await.unwrap().unwrap();
        assert_eq!(read, requests::Request { revision: 1, ..closed });
        assert_eq!(requests::list_in(&t.db, SERVICE, "closed", 9).await.unwrap().len(), 1);

        write(&t, requests::forget_of(SERVICE, first.subject)).await;
        assert_eq!(requests::list_of(&t.db, SERVICE, first.subject).await.unwrap()[0].sealed, None);
        let said = messages::Message {
            id: id(),
            request: first.id,
            sender: "person".into(),
            at: at(3),
            sealed: b"sealed".to_vec(),
            key_version: 1,
        };
        write(&t, messages::insert(SERVICE, &said)).await;
        assert_eq!(messages::list(&t.db, SERVICE, first.id).await.unwrap(), [said]);
    })
    .await;
}

#[tokio::test]
async fn a_step_is_held_by_one_and_its_old_holder_is_fenced_off() {
    TestDb::each(async |t| {
        let asked = request();
        let waiting = step(asked.id, 0);
        let rows = [
            requests::insert(SERVICE, &asked),
            steps::insert(SERVICE, &waiting),
            steps::insert(SERVICE, &step(asked.id, 1)),
        ];
        t.db.submit(unit().writes(rows)).await.unwrap();
        assert!(conflicts(&t, steps::insert(SERVICE, &step(asked.id, 1))).await, "one step at a place");

        write(&t, steps::lease(SERVICE, &waiting, "one", at(30), at(1))).await;
        assert!(conflicts(&t, steps::lease(SERVICE, &waiting, "two", at(30), at(1))).await);
        assert_eq!(steps::due(&t.db, SERVICE, at(2), 9).await.unwrap().len(), 1);
        write(&t, steps::renew(SERVICE, waiting.id, 1, at(40))).await;
        let lapsed = steps::due(&t.db, SERVICE, at(41), 9).await.unwrap();
        assert_eq!(lapsed.len(), 2, "one who died is followed by another");

        let held = steps::get(&t.db, SERVICE, waiting.id).await.unwrap();
        assert_eq!((held.state.as_str(), held.attempts, held.lease_epoch), (steps::RUNNING, 1, 1));
        write(&t, steps::lease(SERVICE, &held, "two", at(90), at(41))).await;
        let late = steps::Step { state: steps::DONE.into(), ..held };
        assert!(conflicts(&t, steps::update(SERVICE, &late)).await, "the one who slept reports nothing");
        assert!(conflicts(&t, steps::renew(SERVICE, waiting.id, 1, at(99))).await);

        let done = steps::Step {
            lease_epoch: 2,
            outcome: Some(r#"{"customers":1}"#.into()),
            lease_owner: None,
            lease_until: None,
            ..late
        };
        write(&t, steps::update(SERVICE, &done)).await;
        assert!(conflicts(&t, steps::lease(SERVICE, &done, "three", at(200), at(100))).await, "done is done");
        assert_eq!(steps::list(&t.db, SERVICE, asked.id).await.unwrap()[0].outcome, done.outcome);
    })
    .await;
}

#[tokio::test]
async fn policies_and_packages_are_kept() {
    TestDb::each(async |t| {
        let policy = |hash, second| policies::PolicyRow {
            hash: [hash; 32],
            version: format!("2026-11-0{hash}"),
            source: "abide: 1".into(),
            canonical: "{}".into(),
            published_at: at(second),
            entry: None,
            effective_at: at(second * 10),
        };
        write(&t, policies::insert(SERVICE, &policy(1, 1))).await;
        write(&t, policies::insert(SERVICE, &policy(2, 2))).await;
        assert!(conflicts(&t, policies::insert(SERVICE, &policy(2, 3))).await);
        for (second, in_force, next) in
            [(9, None, Some(1)), (10, Some(1), Some(2)), (19, Some(1), Some(2)), (20, Some(2), None)]
        {
            let row = |hash: Option<u8>| hash.map(|hash| policy(hash, i64::from(hash)));
            assert_eq!(
                policies::in_force(&t.db, SERVICE, at(second)).await.unwrap(),
                row(in_force),
                "{second}"
            );
            assert_eq!(policies::next(&t.db, SERVICE, at(second)).await.unwrap(), row(next), "{second}");
        }
        let known = policies::of_version(&t.db, SERVICE, "2026-11-02").await.unwrap();
        assert_eq!(known, Some(policy(2, 2)));
        assert_eq!(policies::of_version(&t.db, SERVICE, "2026-11-09").await.unwrap(), None);
        assert_eq!(policies::get(&t.db, SERVICE, &[1; 32]).await.unwrap(), policy(1, 1));
        assert_eq!(policies::list(&t.db, SERVICE).await.unwrap().len(), 2);

        let asked = request();
        let package = packages::Package {
            id: id(),
            request: asked.id,
            name: "answer.zip".into(),
            media: "application/zip".into(),
            size: 3,
            sealed: vec![0; 100_000],
            key_version: 1,
            created_at: at(0),
            expires_at: at(100),
            fetched_at: None,
        };
        let rows = [requests::insert(SERVICE, &asked), packages::insert(SERVICE, &package)];
        t.db.submit(unit().writes(rows)).await.unwrap();
        write(&t, packages::fetched(SERVICE, package.id, at(5))).await;
        write(&t, packages::fetched(SERVICE, package.id, at(6))).await;
        let read = packages::find(&t.db, SERVICE, package.id).await.unwrap().unwrap();
        assert_eq!(read, packages::Package { fetched_at: Some(at(5)), ..package });
        write(&t, packages::purge(SERVICE, at(100))).await;
        assert!(packages::list(&t.db, SERVICE, asked.id).await.unwrap().is_empty());
        assert_eq!(sample::verify(&t.db).await, 0);
    })
    .await;
}
