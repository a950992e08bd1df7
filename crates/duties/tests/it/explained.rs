//! What a privacy lead shows an auditor: purpose by purpose, allowed or not, why, since when, by which act (CN-05).

use duties::accountability::{self, Explained};
use duties::standing;
use gate::Reason;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::standing::agrees;

async fn of(house: &House, subject: Uuid, purpose: &str) -> Explained {
    let all = accountability::explain(&house.service, subject, "en").await.expect("an explanation");
    assert_eq!(all.len(), house.service.policy.purposes.len(), "every purpose");
    all.into_iter().find(|one| one.purpose == purpose).expect("the purpose")
}

#[tokio::test]
async fn cn_05_each_purpose_goes_back_to_the_act_that_decided_it() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let version = house.service.policy.version.to_string();
        let given = of(&house, subject, "campaigns").await;
        assert_eq!((given.decision.allow, given.decision.reason), (true, Reason::Consent));
        assert_eq!(
            (given.place.as_deref(), given.version.as_deref()),
            (Some("purposes/campaigns/basis"), Some(version.as_str()))
        );
        let act = given.act.expect("an act");
        assert_eq!((act.by.as_str(), act.version.as_deref()), ("the person", Some(version.as_str())));
        let order = of(&house, subject, "deliver-orders").await;
        assert!(order.decision.allow);
        assert!(order.act.as_ref().is_some_and(|one| one.index != act.index), "{:?}", order.act);
        // what was never put to the person goes back to nothing
        house.clock.advance_hours(1);
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        let taken = of(&house, subject, "campaigns").await;
        assert_eq!((taken.decision.allow, taken.decision.reason), (false, Reason::ConsentWithdrawn));
        let back = taken.act.expect("an act");
        assert!(back.index > act.index && back.at > act.at && !taken.lapsed);
        assert_eq!(
            of(&house, subject, "deliver-orders").await.act.expect("an act").index,
            order.act.expect("an act").index
        );
    })
    .await;
}

#[tokio::test]
async fn cn_05_what_ran_out_with_the_time_says_so_and_a_stranger_has_no_act() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let lapsed = async || {
            let all = accountability::explain(&house.service, subject, "en").await.expect("an explanation");
            all.into_iter().filter(|one| one.lapsed).collect::<Vec<_>>()
        };
        assert_eq!(lapsed().await.len(), 0, "nothing yet");
        house.clock.advance_hours(24 * 365 * 12);
        let over = lapsed().await;
        assert!(!over.is_empty());
        assert!(over.iter().all(|one| !one.decision.allow && one.act.is_some()), "{over:?}");
        let stranger = of(&house, Uuid::from_u128(9), "campaigns").await;
        assert_eq!(stranger.decision.reason, Reason::SubjectUnknown);
        assert!(stranger.act.is_none() && !stranger.lapsed);
        for lang in ["en", "nb", "fr"] {
            let all = accountability::explain(&house.service, subject, lang).await.expect("an explanation");
            assert!(all.iter().all(|one| !one.says.contains('⟦')), "{lang}");
        }
    })
    .await;
}

#[tokio::test]
async fn cn_05_what_ran_out_is_not_laid_at_the_door_of_whatever_was_said_next() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        house.clock.advance_hours(24 * 365 * 12);
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        let taken = of(&house, subject, "campaigns").await.act.expect("an act");
        let all = accountability::explain(&house.service, subject, "en").await.expect("an explanation");
        let over: Vec<_> = all.into_iter().filter(|one| one.lapsed).collect();
        assert!(!over.is_empty());
        for one in over {
            assert!(one.act.as_ref().is_some_and(|act| act.index < taken.index), "{one:?}");
        }
    })
    .await;
}
