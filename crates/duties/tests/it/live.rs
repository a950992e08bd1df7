//! Everyone's standing in memory: it follows the ledger, denies when it cannot, and starts from a snapshot.

use duties::Error;
use duties::access::{self, Scope, Shown};
use duties::sharing::{NotDisclosed, disclose};
use duties::standing::ask::{Asked, Reason, answers, answers_of};
use duties::standing::audience::{self, Filter};
use duties::standing::live::{self, STALE_AFTER};
use duties::{Service, standing};
use jiff::SignedDuration;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::standing::agrees;

async fn reason(service: &Service, asked: Asked) -> Reason {
    let answers = answers(service, &[asked]).await.expect("answers");
    answers[0].decision.reason
}

fn campaigns(subject: Uuid) -> Asked {
    Asked::about(subject, "campaigns")
}

#[tokio::test]
async fn we_19_a_consent_taken_back_is_denied_by_every_node_that_followed() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let other = house.again(&db, db.node().await, 2).await;
        for node in [&house.service, &other] {
            assert_eq!(reason(node, campaigns(subject)).await, Reason::Stale, "nothing was read yet");
            let reached = live::follow(node).await.expect("follows");
            assert_eq!((reached.position, reached.people), (house.size().await, 1));
            assert_eq!(reason(node, campaigns(subject)).await, Reason::Consent);
        }
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        // in doubt the ledger itself can be asked, whatever this node has seen
        let consistent = Asked { consistent: true, ..campaigns(subject) };
        assert_eq!(reason(&other, consistent).await, Reason::ConsentWithdrawn);
        let reached = live::follow(&other).await.expect("follows");
        assert_eq!(reached.changed, 1);
        assert_eq!(reason(&other, campaigns(subject)).await, Reason::ConsentWithdrawn);
        assert_eq!(live::follow(&other).await.expect("follows").changed, 0);
        other.db.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_node_that_does_not_hear_from_the_ledger_denies_and_says_so() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        live::follow(&house.service).await.expect("follows");
        house.clock.advance(STALE_AFTER);
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::Consent);
        house.clock.advance(SignedDuration::from_millis(1));
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::Stale);
        let filter = Filter { purpose: "campaigns".to_owned(), ..Filter::default() };
        assert_eq!(audience::page(&house.service, &filter, None, 10), Err(Reason::Stale));
        live::follow(&house.service).await.expect("follows");
        assert_eq!(
            audience::page(&house.service, &filter, None, 10).map(|found| found.subjects),
            Ok(vec![subject])
        );
        assert_eq!(audience::count(&house.service, &filter), Ok(1));
    })
    .await;
}

#[tokio::test]
async fn so_13_the_past_and_one_record_are_answered_from_the_ledger() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let before = house.clock.time();
        house.clock.advance_hours(1);
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        live::follow(&house.service).await.expect("follows");
        let past = Asked { at: Some(before), ..campaigns(subject) };
        assert_eq!(reason(&house.service, past).await, Reason::Consent);
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::ConsentWithdrawn);
        let orders = Asked::about(subject, "deliver-orders");
        assert_eq!(reason(&house.service, orders.clone()).await, Reason::Contract);
        let nothing = Asked { record: Some(Uuid::from_u128(7)), ..orders.clone() };
        assert_eq!(reason(&house.service, nothing).await, Reason::NotStatedAtCollection);
        let each =
            answers_of(&house.service, &orders, &[subject, Uuid::from_u128(9)]).await.expect("answers");
        assert_eq!(each.reasons, [Reason::Contract, Reason::SubjectUnknown]);
        assert_eq!((each.policy, each.position), (house.service.policy.hash, Some(house.size().await)));
        let undeclared = Asked::about(subject, "train-models");
        assert_eq!(reason(&house.service, undeclared).await, Reason::PurposeNotDeclared);
    })
    .await;
}

#[tokio::test]
async fn a_snapshot_is_taken_up_and_followed_from_but_only_with_its_own_ledger() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let subject = agrees(&house).await;
        let mut bytes = Vec::new();
        assert!(!live::save(&house.service, &mut bytes).await.expect("nothing is known yet"));
        live::follow(&house.service).await.expect("follows");
        assert!(live::save(&house.service, &mut bytes).await.expect("written"));
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        house.restart(&db).await;
        assert!(live::restore(&house.service, &mut bytes.as_slice()).await.expect("read"));
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::Stale, "as old as it is");
        assert_eq!(live::follow(&house.service).await.expect("follows").changed, 1);
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::ConsentWithdrawn);
        // damaged, or of another ledger
        let mut changed = bytes.clone();
        changed[0] ^= 1;
        assert!(!live::restore(&house.service, &mut changed.as_slice()).await.expect("another ledger's"));
        let cut = &bytes[..bytes.len() / 2];
        assert!(matches!(live::restore(&house.service, &mut &*cut).await, Err(Error::Snapshot(_))));
    })
    .await;
}

#[tokio::test]
async fn we_04_what_leaves_is_written_down_first_for_the_person_to_see() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let given = disclose(&house.service, subject, "postnord", "deliver-orders").await.expect("given");
        let fields: Vec<&str> = given.fields.keys().map(String::as_str).collect();
        assert_eq!(
            fields,
            ["contact.email", "contact.mobile", "contact.name", "contact.place", "contact.street"]
        );
        assert_eq!(given.fields["contact.street"], "Storgata 1");
        let entries = db::entries::list_of(&house.service.db, "wepack", subject).await.expect("entries");
        let last = &entries.last().expect("an entry").facts;
        assert_eq!((last.kind.as_str(), last.recipient.as_deref()), ("disclosed", Some("postnord")));
        assert_eq!((last.id, last.categories.len()), (given.entry, 5));
        // what is denied, or not held, neither leaves nor is written down
        let size = house.size().await;
        let refused = disclose(&house.service, subject, "facebook", "deliver-orders").await;
        assert!(matches!(refused, Err(NotDisclosed::Denied(Reason::RecipientNotDeclared))), "{refused:?}");
        let nobody = disclose(&house.service, Uuid::from_u128(5), "postnord", "deliver-orders").await;
        assert!(matches!(nobody, Err(NotDisclosed::Denied(Reason::SubjectUnknown))), "{nobody:?}");
        let nothing = disclose(&house.service, subject, "tripletex", "bookkeeping").await;
        assert!(matches!(nothing, Err(NotDisclosed::Nothing)), "{nothing:?}");
        assert_eq!(house.size().await, size);
    })
    .await;
}

#[tokio::test]
async fn a_token_opens_its_scopes_until_it_ends_or_is_taken_back() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let service = &house.service;
        let lasts = SignedDuration::from_hours(24);
        let token = access::add(service, &[Scope::Decide], lasts).await.expect("a token");
        let other = access::add(service, &[Scope::Decide, Scope::Audience], lasts).await.expect("a token");
        let check = async |token: &str, scope| access::check(service, token, scope).await.expect("looked up");
        assert_eq!(check(&token, Scope::Decide).await, Shown::Fits);
        assert_eq!(check(&token, Scope::Audience).await, Shown::OtherScope);
        assert_eq!(check(&other, Scope::Audience).await, Shown::Fits);
        for wrong in ["", "nothing", &token[1..]] {
            assert_eq!(check(wrong, Scope::Decide).await, Shown::Nothing);
        }
        assert!(access::revoke(service, &token).await.expect("taken back"));
        assert!(!access::revoke(service, &token).await.expect("only once"));
        assert_eq!(check(&token, Scope::Decide).await, Shown::Nothing);
        house.clock.advance_hours(24);
        assert_eq!(check(&other, Scope::Decide).await, Shown::Nothing);
        // a link that signs a person in opens nothing here
        let link = house.link("kari.nordmann@firma.example").await;
        assert_eq!(check(&link, Scope::Decide).await, Shown::Nothing);
    })
    .await;
}
