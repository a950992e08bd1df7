//! Work that waits: mails, jobs, leases.

use db::{jobs, leases, outbox};
use testkit::TestDb;

use super::{conflicts, write};
use crate::sample::{SERVICE, at, id, mail, unit};

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
