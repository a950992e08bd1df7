//! Versions of the policy: published in time, in force by the clock, kept for ever.

use std::sync::Arc;

use duties::accountability::versions::{self, Current, News, Refused};
use duties::{Service, standing};
use gate::Reason;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use ledger::Kind;
use policy::diff::Class;
use policy::{Length, Policy, Text, Unit};
use testkit::TestDb;

use crate::fixture::House;
use crate::rights_kit::kari;

/// The policy in force with another date and something changed.
fn changed(service: &Service, version: Date, change: impl Fn(&mut Policy)) -> Policy {
    let mut policy = Policy::clone(&service.policy);
    policy.version = version;
    change(&mut policy);
    Policy::from_canonical(&serde_json::to_string(&policy).expect("JSON")).expect("a policy")
}

fn slower(policy: &mut Policy) {
    policy.rights.answer.within = Length::new(3, Unit::Months);
}

fn reworded(policy: &mut Policy) {
    policy.title = Text::only("en", "Wepack AS");
}

/// The beginning of a day in Oslo.
fn morning(day: Date) -> Timestamp {
    day.in_tz("Europe/Oslo").expect("a day").timestamp()
}

async fn published(house: &House) -> usize {
    let entries = db::entries::list(&house.service.db, "wepack", 0, 1000).await.expect("the ledger");
    entries.iter().filter(|entry| entry.facts.kind == Kind::PolicyPublished).count()
}

#[tokio::test]
async fn wx_24_a_version_that_takes_something_away_is_told_in_time_or_not_published() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.clock.set("2026-11-22T09:00:00Z".parse().expect("a time"));
        let (service, early) = (&house.service, date(2026, 12, 22));
        let new = changed(service, date(2026, 11, 22), slower);
        for wanted in [date(2026, 11, 22), date(2026, 11, 23), early] {
            let refused = versions::publish(service, &new, "", Some(wanted)).await.expect_err("too soon");
            let Refused::TooSoon { class, earliest, .. } = &refused else { panic!("{refused}") };
            assert_eq!((*class, *earliest), (Class::RightsAffecting, date(2026, 12, 23)));
            assert!(refused.to_string().contains("--effective 2026-12-23"), "{refused}");
        }
        let past = versions::publish(service, &new, "", Some(date(2026, 11, 21))).await;
        assert!(matches!(past, Err(Refused::Past { .. })), "{past:?}");
        assert_eq!(published(&house).await, 1, "what is refused leaves nothing behind");
        let done = versions::publish(service, &new, "abide: 1", None).await.expect("published");
        assert_eq!((done.effective, done.class), (date(2026, 12, 23), Some(Class::RightsAffecting)));
        assert_eq!(published(&house).await, 2);
    })
    .await;
}

#[tokio::test]
async fn so_29_a_version_comes_into_force_by_the_clock_and_the_one_before_stays() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.clock.set("2026-11-22T09:00:00Z".parse().expect("a time"));
        let current = Current::new(Arc::new(house.again(&db, db.db.clone(), 41).await));
        let old = current.now().await.policy.hash;
        let new = changed(&house.service, date(2026, 12, 1), slower);
        let day = date(2027, 1, 15);
        versions::publish(&house.service, &new, "abide: 1", Some(day)).await.expect("published");
        let coming = versions::coming(&house.service).await.expect("the archive").expect("a version");
        assert_eq!((coming.policy.hash, coming.about.from), (new.hash, morning(day)));
        for (at, hash) in [
            (house.clock.time(), old),
            (morning(day) - SignedDuration::from_micros(1), old),
            (morning(day), new.hash),
            (morning(day) + SignedDuration::from_hours(24 * 900), new.hash),
        ] {
            house.clock.set(at);
            assert_eq!(current.now().await.policy.hash, hash, "{at}");
        }
        // a restart with the old file changes nothing: the version in force counts
        let again = house.again(&db, db.db.clone(), 42).await;
        assert_eq!(again.policy.hash, new.hash);
        let news = versions::offer(&again, &house.service.policy, "").await.expect("an answer");
        assert_eq!(news, News::Former(date(2026, 11, 1)));
        let all = versions::list(&again).await.expect("the archive");
        let known: Vec<_> = all.iter().map(|one| (one.version, one.until)).collect();
        assert_eq!(known, [(date(2026, 12, 1), None), (date(2026, 11, 1), Some(morning(day)))]);
        let first = versions::find(&again, date(2026, 11, 1)).await.expect("the archive").expect("the first");
        assert_eq!(first.policy, *house.service.policy, "readable as it was");
    })
    .await;
}

#[tokio::test]
async fn a_file_at_the_start_is_the_same_or_is_posted_or_waits() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.clock.set("2026-11-22T09:00:00Z".parse().expect("a time"));
        let service = &house.service;
        let offer = async |policy: &Policy| versions::offer(service, policy, "").await.expect("an answer");
        assert_eq!(offer(&service.policy).await, News::Same);
        assert_eq!(
            offer(&changed(service, service.policy.version, reworded)).await,
            News::SameDay(date(2026, 11, 1))
        );
        let grave = changed(service, date(2026, 11, 20), slower);
        let waits =
            News::Waits { class: Class::RightsAffecting, differences: 2, earliest: date(2026, 12, 23) };
        assert_eq!(offer(&grave).await, waits);
        let substance = changed(service, date(2026, 11, 20), |policy| policy.languages.also.clear());
        assert!(matches!(offer(&substance).await, News::Waits { class: Class::Significant, .. }));
        assert_eq!(published(&house).await, 1);
        let minor = changed(service, date(2026, 11, 21), reworded);
        assert_eq!(offer(&minor).await, News::Published(date(2026, 11, 21)));
        let now = Current::new(Arc::new(house.again(&db, db.db.clone(), 43).await)).now().await;
        assert_eq!(now.policy.hash, minor.hash, "posted, and in force at once");
        versions::publish(&now, &grave, "", None).await.expect("published");
        let coming = News::Coming { version: date(2026, 11, 20), on: date(2026, 12, 23) };
        assert_eq!(versions::offer(&now, &grave, "").await.expect("an answer"), coming);
    })
    .await;
}

#[tokio::test]
async fn a_published_version_is_never_changed() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let service = &house.service;
        let again = versions::publish(service, &service.policy, "", None).await;
        assert!(matches!(again, Err(Refused::Known(_))), "{again:?}");
        let other = changed(service, service.policy.version, reworded);
        let refused = versions::publish(service, &other, "", None).await.expect_err("the same day");
        assert!(matches!(refused, Refused::SameDay(_)), "{refused}");
        assert!(refused.to_string().contains("give the file another day"), "{refused}");
        let elsewhere = changed(service, date(2027, 1, 1), |policy| policy.service = "other".into());
        let refused = versions::publish(service, &elsewhere, "", None).await;
        assert!(matches!(refused, Err(Refused::OtherService { .. })), "{refused:?}");
        assert_eq!(published(&house).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_version_between_must_leave_the_next_one_its_notice() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.clock.set("2026-11-22T09:00:00Z".parse().expect("a time"));
        let service = &house.service;
        let next = changed(service, date(2026, 12, 20), reworded);
        versions::publish(service, &next, "", Some(date(2026, 12, 20))).await.expect("published");
        // going back from this one would take a way away, which people would have heard of too late
        let between = changed(service, date(2026, 11, 22), |policy| {
            policy.rights.withdraw.push(policy::Channel::Post);
        });
        let refused = versions::publish(service, &between, "", Some(date(2026, 11, 22))).await;
        assert!(matches!(refused, Err(Refused::Follower { .. })), "{refused:?}");
        house.clock.advance_hours(1);
        // one that takes its place on the same day is free to
        let instead = changed(service, date(2026, 12, 21), reworded);
        versions::publish(service, &instead, "", Some(date(2026, 12, 20))).await.expect("published");
        let all = versions::list(service).await.expect("the archive");
        let never: Vec<_> = all.iter().filter(|one| one.never()).map(|one| one.version).collect();
        assert_eq!(never, [date(2026, 12, 20)]);
    })
    .await;
}

#[tokio::test]
async fn cn_15_cn_16_wx_25_what_was_given_keeps_its_version_and_going_on_is_no_consent() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.clock.set("2026-11-22T09:00:00Z".parse().expect("a time"));
        let subject = kari(&house).await;
        let new = changed(&house.service, date(2026, 11, 22), |policy| {
            let mut purpose = policy.purpose("deliver-orders").expect("a purpose").clone();
            "resell".clone_into(&mut purpose.name);
            policy.purposes.push(purpose);
        });
        let done = versions::publish(&house.service, &new, "", None).await.expect("published");
        house.clock.set(morning(done.effective));
        let service = house.again(&db, db.db.clone(), 44).await;
        assert_eq!(service.policy.hash, new.hash);
        // she goes on using the service
        let form = crate::fixture::contact(&service);
        duties::collect::submit(&service, "contact", form).await.expect("stored");
        let decision =
            standing::decide(&service, subject, "resell", service.now()).await.expect("a decision");
        assert!(!decision.allow, "{:?}", decision.reason);
        assert_eq!(decision.reason, Reason::NotStatedAtCollection);
        let entries = db::entries::list_of(&service.db, "wepack", subject).await.expect("her entries");
        let consents = [Kind::ConsentGiven, Kind::ConsentAsked];
        assert!(entries.iter().all(|entry| !consents.contains(&entry.facts.kind)));
        let under: Vec<_> = entries
            .iter()
            .filter(|entry| entry.facts.kind == Kind::RecordCollected)
            .map(|entry| entry.facts.policy)
            .collect();
        assert_eq!(under, [Some(house.service.policy.hash), Some(new.hash)]);
    })
    .await;
}
