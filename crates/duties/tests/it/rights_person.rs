//! The person's side of requests, without a company's store: opening, clocks, the conversation, taking back.

use duties::rights::{self, ClockState, Error, RequestKind, RequestState};
use jiff::Timestamp;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{kari, kinds_of};

#[tokio::test]
async fn opening_writes_an_entry_sets_both_clocks_and_confirms_by_letter() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let opened =
            rights::open(&house.service, subject, RequestKind::Access, "", "en").await.expect("it opens");
        assert!(!opened.already);
        assert_eq!(opened.request.state, RequestState::Open);
        assert!(kinds_of(&house, subject).await.contains(&Kind::RequestOpened));
        // received Monday 2 November 2026, 10:00 in Oslo: one office hour; one month is Wednesday 2 December
        let reply = opened.request.first_reply.expect("a first reply is promised");
        assert_eq!(reply.due, "2026-11-02T10:00:00Z".parse::<Timestamp>().expect("a time"));
        assert_eq!(
            opened.request.answer.due,
            "2026-12-02T22:59:59.999999Z".parse::<Timestamp>().expect("a time")
        );
        assert_eq!(opened.request.answer.state, ClockState::Open);
        let letters = house.letters().await;
        let letter = letters.last().expect("a letter");
        assert!(letter.subject.contains(&opened.request.reference), "{}", letter.subject);
        assert!(letter.text.contains("2 December 2026"), "{}", letter.text);
        assert!(!letter.text.contains('⟦') && !letter.subject.contains('⟦'), "{}", letter.text);
    })
    .await;
}

#[tokio::test]
async fn we_12_a_first_reply_is_counted_in_office_hours_over_the_weekend() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        house.clock.set("2026-11-06T14:30:00Z".parse().expect("Friday, half past three in Oslo"));
        let opened = rights::open(&house.service, subject, RequestKind::Question, "Who are you?", "en")
            .await
            .expect("opens");
        let due = opened.request.first_reply.expect("a promise").due;
        assert_eq!(due, "2026-11-09T07:30:00Z".parse::<Timestamp>().expect("Monday, half past eight"));
    })
    .await;
}

#[tokio::test]
async fn two_erasures_at_once_are_one_and_the_second_is_told_so() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let ask = || rights::open(&house.service, subject, RequestKind::Erasure, "", "en");
        let (one, other, third) = tokio::join!(ask(), ask(), ask());
        let all = [one.expect("opens"), other.expect("opens"), third.expect("opens")];
        assert_eq!(all.iter().filter(|opened| !opened.already).count(), 1);
        assert!(all.iter().all(|opened| opened.request.id == all[0].request.id));
        let listed = rights::list_for(&house.service, subject, "en").await.expect("a list");
        assert_eq!(listed.len(), 1);
        // after it is taken back, asking again is a new request
        rights::withdraw_for(&house.service, subject, listed[0].id).await.expect("taken back");
        let again = ask().await.expect("opens");
        assert!(!again.already && again.request.id != listed[0].id);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_request_looks_like_none() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let request = rights::open(&house.service, subject, RequestKind::Question, "Why?", "en")
            .await
            .expect("opens")
            .request;
        let stranger = Uuid::from_u128(7);
        for result in [
            rights::get_for(&house.service, stranger, request.id, "en").await.map(drop),
            rights::get_for(&house.service, subject, Uuid::from_u128(8), "en").await.map(drop),
            rights::withdraw_for(&house.service, stranger, request.id).await,
            rights::write_for(&house.service, stranger, request.id, "Hello").await,
            rights::answer_for(&house.service, stranger, request.id).await.map(drop),
        ] {
            assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn texts_are_neither_empty_nor_endless() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let long = "x".repeat(4_001);
        for words in ["", "   ", long.as_str()] {
            let refused = rights::open(&house.service, subject, RequestKind::Question, words, "en").await;
            let error = refused.expect_err("refused");
            assert!(matches!(error, Error::Text { .. }));
            assert_eq!(error.public("en"), "Write between 1 and 4,000 characters.");
        }
    })
    .await;
}

#[tokio::test]
async fn the_conversation_is_sealed_and_read_back() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let words = "My old address is wrong: Storgata 99";
        let request = rights::open(&house.service, subject, RequestKind::Rectification, words, "en")
            .await
            .expect("opens")
            .request;
        rights::write_for(&house.service, subject, request.id, "Please hurry, Storgata 100")
            .await
            .expect("written");
        let view = rights::get_for(&house.service, subject, request.id, "en").await.expect("the request");
        assert_eq!(view.detail.as_deref(), Some(words));
        assert_eq!(view.messages.len(), 1);
        assert!(!view.messages[0].from_staff && view.may_withdraw);
        assert!(view.next.contains("2 December 2026"), "{}", view.next);
        let row = db::requests::get(&house.service.db, "wepack", request.id).await.expect("a row");
        let sealed = row.sealed.expect("sealed");
        assert!(!sealed.windows(8).any(|part| part == b"Storgata"));
        rights::withdraw_for(&house.service, subject, request.id).await.expect("taken back");
        let late = rights::write_for(&house.service, subject, request.id, "Too late").await;
        assert!(matches!(late, Err(Error::WrongState { .. })));
    })
    .await;
}
