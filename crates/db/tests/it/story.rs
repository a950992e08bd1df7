//! Every kind of row once through its life, on both engines.

use db::{
    EntryRef, SERVER, Unit, identifiers, jobs, leases, links, messages, outbox, packages, policies, records,
};
use db::{requests, sessions, staff, standing, steps, subjects, tokens};
use testkit::TestDb;

use crate::sample::{self, SERVICE, at, id, mail, record, subject, token, unit};

async fn conflicts(t: &TestDb, write: db::Write) -> bool {
    t.db.submit(unit().write(write)).await.is_err_and(|error| error.is_conflict())
}

async fn write(t: &TestDb, write: db::Write) {
    t.db.submit(unit().write(write)).await.unwrap();
}

#[tokio::test]
async fn people_come_are_found_and_go() {
    TestDb::each(async |t| {
        let who = subject();
        let address = identifiers::Identifier {
            id: id(),
            subject: who.id,
            kind: "email".into(),
            blind: Some([3; 32]),
            index_version: 1,
            sealed: b"sealed".to_vec(),
            key_version: 1,
            verified_at: None,
            created_at: at(0),
        };
        let number =
            identifiers::Identifier { id: id(), kind: "number".into(), blind: None, ..address.clone() };
        let link = links::Link {
            id: id(),
            subject: who.id,
            identifier: Some(address.id),
            store: "shop".into(),
            place: "customers".into(),
            blind: None,
            sealed: b"sealed".to_vec(),
            key_version: 1,
            created_at: at(0),
        };
        let stands = standing::StandingRow {
            subject: who.id,
            purpose: "newsletter".into(),
            state: "consented".into(),
            policy: None,
            entry: EntryRef::At(0),
            keep_until: Some(at(9)),
            updated_at: at(0),
        };
        let given = record(who.id, EntryRef::At(0));
        let rows = [
            subjects::insert(SERVICE, &who),
            identifiers::insert(SERVICE, &address),
            identifiers::insert(SERVICE, &number),
            links::insert(SERVICE, &link),
            records::insert(SERVICE, &given),
            standing::put(SERVICE, &stands),
            standing::put(SERVICE, &standing::StandingRow { state: "withdrawn".into(), ..stands.clone() }),
            identifiers::verify(SERVICE, address.id, at(5)),
        ];
        t.db.submit(unit().writes(rows)).await.unwrap();

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
async fn tokens_are_used_once_and_end() {
    TestDb::each(async |t| {
        write(&t, tokens::insert(SERVICE, &token(1))).await;
        write(&t, tokens::insert(SERVICE, &token(2))).await;
        assert!(conflicts(&t, tokens::use_once(SERVICE, &[1; 32], at(900))).await, "expired");
        assert!(conflicts(&t, tokens::use_once(SERVICE, &[8; 32], at(1))).await, "unknown");
        assert!(conflicts(&t, tokens::use_once("other", &[1; 32], at(1))).await, "of another service");
        write(&t, tokens::use_once(SERVICE, &[1; 32], at(899))).await;
        assert!(conflicts(&t, tokens::use_once(SERVICE, &[1; 32], at(899))).await, "used");
        assert_eq!(tokens::find(&t.db, SERVICE, &[1; 32]).await.unwrap().unwrap().used_at, Some(at(899)));
        assert_eq!(tokens::count_live(&t.db, SERVICE, "sign-in", at(1)).await.unwrap(), 1);
        write(&t, tokens::delete_kind(SERVICE, "sign-in")).await;
        assert_eq!(tokens::find(&t.db, SERVICE, &[2; 32]).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn sessions_live_until_they_end() {
    TestDb::each(async |t| {
        let holder = id();
        let session = |hash| sessions::Session {
            hash: [hash; 32],
            kind: "person".into(),
            holder,
            lang: "nb".into(),
            created_at: at(0),
            seen_at: at(0),
            expires_at: at(60),
        };
        write(&t, sessions::insert(SERVICE, &session(1))).await;
        write(&t, sessions::insert(SERVICE, &session(2))).await;
        assert_eq!(sessions::find(&t.db, SERVICE, &[1; 32], at(60)).await.unwrap(), None);
        write(&t, sessions::seen(SERVICE, &[1; 32], at(30), at(90))).await;
        assert!(sessions::find(&t.db, SERVICE, &[1; 32], at(60)).await.unwrap().is_some());
        write(&t, sessions::purge(SERVICE, at(60))).await;
        assert_eq!(sessions::find(&t.db, SERVICE, &[2; 32], at(1)).await.unwrap(), None);
        write(&t, sessions::delete_of(SERVICE, holder)).await;
        assert_eq!(sessions::find(&t.db, SERVICE, &[1; 32], at(1)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn staff_belong_to_the_server_and_their_grants_to_a_service() {
    TestDb::each(async |t| {
        let account = staff::Staff {
            id: id(),
            blind: [1; 32],
            sealed: b"sealed".to_vec(),
            key_version: 1,
            password: "$argon2id$".into(),
            totp: None,
            totp_step: 0,
            state: "active".into(),
            failures: 0,
            locked_until: None,
            created_at: at(0),
            revision: 0,
        };
        let grant = staff::Grant {
            id: id(),
            staff: account.id,
            role: "privacy-lead".into(),
            granted_by: "setup".into(),
            granted_at: at(0),
            revoked_at: None,
        };
        t.db.submit(Unit::new(SERVER, at(0)).write(staff::insert(&account))).await.unwrap();
        assert!(
            conflicts(&t, staff::insert(&staff::Staff { id: id(), ..account.clone() })).await,
            "one account an address"
        );
        write(&t, staff::grant(SERVICE, &grant)).await;
        let code = staff::Staff { totp: Some(b"sealed".to_vec()), totp_step: 5, ..account.clone() };
        write(&t, staff::update(&code)).await;
        assert!(conflicts(&t, staff::update(&code)).await, "a code counts once");
        let read = staff::find_by_blind(&t.db, &[1; 32]).await.unwrap().unwrap();
        assert_eq!(read, staff::Staff { revision: 1, ..code });
        assert_eq!((staff::count(&t.db).await.unwrap(), staff::list(&t.db).await.unwrap().len()), (1, 1));
        assert_eq!(staff::grants(&t.db, SERVICE, account.id).await.unwrap().len(), 1);
        assert!(staff::grants(&t.db, "other", account.id).await.unwrap().is_empty());
        write(&t, staff::revoke(SERVICE, grant.id, at(1))).await;
        assert!(staff::grants(&t.db, SERVICE, account.id).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_mail_is_sent_by_one_node_and_then_emptied() {
    TestDb::each(async |t| {
        t.db.submit(unit().mail(mail()).mail(mail())).await.unwrap();
        let due = outbox::due(&t.db, SERVICE, at(0), 9).await.unwrap();
        assert_eq!(due.len(), 2);
        write(&t, outbox::lease(SERVICE, &due[0], "one", at(30), at(0))).await;
        assert!(conflicts(&t, outbox::lease(SERVICE, &due[0], "two", at(30), at(0))).await);
        write(&t, outbox::sent(SERVICE, due[0].id, 1, at(1))).await;
        let sent = outbox::list(&t.db, SERVICE, outbox::SENT, 9).await.unwrap();
        assert!(sent[0].sealed.is_empty() && sent[0].sent_at == Some(at(1)));
        write(&t, outbox::lease(SERVICE, &due[1], "one", at(30), at(0))).await;
        write(&t, outbox::retry(SERVICE, due[1].id, 1, at(60), "the server was busy")).await;
        assert!(outbox::due(&t.db, SERVICE, at(59), 9).await.unwrap().is_empty());
        let again = outbox::due(&t.db, SERVICE, at(60), 9).await.unwrap();
        write(&t, outbox::lease(SERVICE, &again[0], "one", at(90), at(60))).await;
        assert!(conflicts(&t, outbox::sent(SERVICE, due[1].id, 1, at(61))).await, "under an old lease");
        write(&t, outbox::give_up(SERVICE, due[1].id, 2, at(61), "no such mailbox")).await;
        let given_up = outbox::given_up(&t.db, SERVICE).await.unwrap();
        assert!(given_up.len() == 1 && given_up[0].count == 1 && given_up[0].since == at(61), "{given_up:?}");
        assert_eq!(outbox::list(&t.db, SERVICE, outbox::FAILED, 9).await.unwrap()[0].attempts, 2);
    })
    .await;
}

#[tokio::test]
async fn jobs_and_leases_are_held_by_one() {
    TestDb::each(async |t| {
        let job = jobs::Job {
            id: id(),
            kind: "sweep".into(),
            payload: None,
            state: jobs::WAITING.into(),
            attempts: 0,
            created_at: at(0),
            next_at: at(5),
            done_at: None,
            error: None,
            lease_owner: None,
            lease_until: None,
            lease_epoch: 0,
        };
        write(&t, jobs::insert(SERVICE, &job)).await;
        assert!(jobs::due(&t.db, SERVICE, at(4), 9).await.unwrap().is_empty());
        write(&t, jobs::lease(SERVICE, &job, "one", at(30), at(5))).await;
        assert!(conflicts(&t, jobs::lease(SERVICE, &job, "two", at(30), at(5))).await);
        write(&t, jobs::retry(SERVICE, job.id, 1, at(50), "busy")).await;
        let again = jobs::due(&t.db, SERVICE, at(50), 9).await.unwrap().remove(0);
        write(&t, jobs::lease(SERVICE, &again, "two", at(80), at(50))).await;
        assert!(conflicts(&t, jobs::finish(SERVICE, job.id, 1, at(51))).await, "under an old lease");
        write(&t, jobs::finish(SERVICE, job.id, 2, at(51))).await;
        assert_eq!(jobs::find(&t.db, SERVICE, job.id).await.unwrap().unwrap().state, jobs::DONE);

        write(&t, leases::take(SERVICE, "publisher", "one", at(10), at(0))).await;
        write(&t, leases::take(SERVICE, "publisher", "one", at(20), at(5))).await;
        assert!(conflicts(&t, leases::take(SERVICE, "publisher", "two", at(30), at(19))).await);
        let old = leases::find(&t.db, SERVICE, "publisher").await.unwrap().unwrap();
        write(&t, leases::take(SERVICE, "publisher", "two", at(40), at(20))).await;
        assert!(conflicts(&t, leases::release(SERVICE, &old, at(21))).await);
        let held = leases::find(&t.db, SERVICE, "publisher").await.unwrap().unwrap();
        assert_eq!((held.owner.as_str(), held.epoch), ("two", 3));
        write(&t, leases::release(SERVICE, &held, at(21))).await;
        write(&t, leases::take(SERVICE, "publisher", "one", at(50), at(21))).await;
    })
    .await;
}

#[tokio::test]
async fn policies_and_packages_are_kept() {
    TestDb::each(async |t| {
        let policy = |hash, second| policies::PolicyRow {
            hash: [hash; 32],
            version: "2026-11-01".into(),
            source: "abide: 1".into(),
            canonical: "{}".into(),
            published_at: at(second),
            entry: None,
        };
        write(&t, policies::insert(SERVICE, &policy(1, 1))).await;
        write(&t, policies::insert(SERVICE, &policy(2, 2))).await;
        assert!(conflicts(&t, policies::insert(SERVICE, &policy(2, 3))).await);
        assert_eq!(policies::current(&t.db, SERVICE).await.unwrap(), Some(policy(2, 2)));
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
