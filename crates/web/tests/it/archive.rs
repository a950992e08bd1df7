//! The archive: every version as it was, what differs between any two, and a new version that comes by the clock (SO-29).

use duties::accountability::versions;
use jiff::civil::{Date, date};
use policy::{Length, Policy, Unit};
use testkit::actors::House;

use crate::{contact, each};

/// Publishes a version that replies more slowly; the day it takes effect.
async fn slower(house: &House) -> Date {
    house.clock.set("2026-11-22T09:00:00Z".parse().expect("a time"));
    let mut policy = Policy::clone(&house.service.policy);
    policy.version = date(2026, 11, 22);
    policy.rights.first_reply.as_mut().expect("a clock").within = Length::new(7, Unit::Hours);
    let policy = Policy::from_canonical(&serde_json::to_string(&policy).expect("JSON")).expect("a policy");
    versions::publish(&house.service, &policy, "abide: 1", None).await.expect("published").effective
}

#[tokio::test]
async fn so_29_a_new_version_is_announced_and_comes_by_the_clock() {
    each(async |_, house| {
        let mut kari = house.visitor();
        let _ = kari.get("/policy").await.is(200).never_says(&["A new version comes"]);
        let day = slower(house).await;
        assert_eq!(day, date(2026, 12, 23));
        let old = house.service.policy.hash_hex();
        let page = kari.get("/policy").await.is(200);
        let page = page.says(&[
            "A new version comes into force on 23 December 2026",
            "href=\"/policy/archive/2026-11-01..2026-11-22\"",
            "href=\"/policy/archive\"",
            &old[..12],
        ]);
        let _ = page.never_says(&["7 hours"]);
        let form = kari.get("/forms/contact").await.is(200).hidden("form-token");

        house.clock.set("2026-12-22T22:59:59Z".parse().expect("a time"));
        let _ = kari.get("/policy").await.is(200).says(&[&old[..12]]);
        house.clock.set("2026-12-22T23:00:00Z".parse().expect("midnight in Oslo"));
        let _ = kari
            .get("/policy")
            .await
            .is(200)
            .says(&["7 hours"])
            .never_says(&["A new version comes", &old[..12]]);
        // what was filled in under the version before is asked again, for it says something else now
        let late =
            kari.post("/forms/contact", &[("form-token", form.as_str()), ("accepted", "accept")]).await;
        assert!(!late.status.is_redirection(), "{}", late.words());
        let (_, done) = contact(house).await;
        assert!(done.words().contains("22 November 2026"), "{}", done.words());
    })
    .await;
}

#[tokio::test]
async fn so_29_every_version_can_be_read_as_it_was_and_any_two_compared() {
    each(async |_, house| {
        let mut kari = house.visitor();
        let alone = kari.get("/policy/archive").await.is(200).says(&["1 November 2026", "In force now"]);
        let _ = alone.never_says(&["Compare two versions"]);
        slower(house).await;
        let list = kari.get("/policy/archive").await.is(200).words();
        for expected in
            ["from 2 November 2026 to 22 December 2026", "from 23 December 2026 on", "Compare two versions"]
        {
            assert!(list.contains(expected), "{expected}: {list}");
        }
        let chosen = kari.get("/policy/archive/compare?from=2026-11-01&to=2026-11-22").await.is(303);
        assert_eq!(chosen.location(), "/policy/archive/2026-11-01..2026-11-22");
        let _ = kari.get(chosen.location()).await.is(200).says(&[
            "What takes something from people",
            "When a first reply comes",
            "1 hour",
            "7 hours",
            "at least 30 days before",
            "id=\"rights-affecting\"",
        ]);
        let _ = kari
            .get("/policy/archive/2026-11-01..2026-11-22?lang=nb")
            .await
            .is(200)
            .says(&["7 timer", "minst 30 dager før"]);
        let _ =
            kari.get("/policy/archive/2026-11-01..2026-11-01?lang=en").await.is(200).says(&["say the same"]);
        let markdown = kari.get("/policy/archive/2026-11-01..2026-11-22.md").await.is(200);
        assert!(markdown.header("content-type").starts_with("text/markdown"));

        let old = house.service.policy.hash_hex();
        let _ = kari
            .get("/policy/archive/2026-11-01?lang=en")
            .await
            .is(200)
            .says(&["This is the version in force", &old]);
        let _ = kari
            .get("/policy/archive/2026-11-22?lang=nb")
            .await
            .is(200)
            .says(&["gjelder ikke ennå", "7 timer"]);
        house.clock.advance_days(60);
        let _ = kari
            .get("/policy/archive/2026-11-01?lang=en")
            .await
            .is(200)
            .says(&["This is an earlier version", &old]);
        let pdf = kari.get("/policy/archive/2026-11-01.pdf").await.is(200);
        assert_eq!(pdf.header("content-type"), "application/pdf");
        assert!(pdf.header("content-disposition").contains("wepack-2026-11-01-en.pdf"));
        let _ = kari.get("/policy/archive/2026-11-01.md?lang=nb").await.is(200);
        for nothing in
            ["2026-11-02", "2026-11-01..2026-11-02", "x", "..", "2026-11-01..2026-11-22.pdf", "compare"]
        {
            let _ = kari.get(&format!("/policy/archive/{nothing}")).await.is(404);
        }
    })
    .await;
}
