//! The answer itself: every item of Art. 15, in both languages, the same bytes for the same person.

use duties::answer::{Answer, Held, Outcome, OutcomeRow, Report, explain};
use duties::{answer, collect, rights};
use jiff::tz::TimeZone;
use testkit::TestDb;

use crate::fixture::{House, order};
use crate::rights_kit::{kari, text_in, unzip};
use crate::rights_shop::Shop;

/// Kari as a whole: a form, an order with a consent, and her rows in the shop.
async fn kari_as_held(house: &mut House, shop: &Shop, lang: &str) -> Held {
    shop.open(house);
    let subject = kari(house).await;
    let form = order(&house.service, &["accept", "consent:campaigns"]);
    let form = collect::Submission { signed_in: Some(subject), ..form };
    collect::submit(&house.service, "order", form).await.expect("taken");
    rights::held(&house.service, subject, lang).await.expect("held")
}

/// Answers about `held`; ids of receipts are random and left out of what is compared.
fn with_answer<T>(house: &House, held: &Held, test: impl FnOnce(&Answer<'_>) -> T) -> T {
    let explanation = explain(&house.service.policy, held);
    test(&Answer {
        policy: &house.service.policy,
        held,
        explanation: &explanation,
        reference: "A-7K2M-9QXD".to_owned(),
        received_at: house.clock.time(),
        zone: TimeZone::get("Europe/Oslo").expect("a zone"),
    })
}

#[tokio::test]
async fn we_10_the_answer_reads_well_in_english() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        let held = kari_as_held(&mut house, &shop, "en").await;
        insta::assert_snapshot!(
            "we_10_the_answer_reads_well_in_english",
            with_answer(&house, &held, |answer| answer::document(answer).markdown())
        );
    })
    .await;
}

#[tokio::test]
async fn we_10_the_answer_reads_well_in_norwegian() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        let held = kari_as_held(&mut house, &shop, "nb").await;
        insta::assert_snapshot!(
            "we_10_the_answer_reads_well_in_norwegian",
            with_answer(&house, &held, |answer| answer::document(answer).markdown())
        );
    })
    .await;
}

#[tokio::test]
async fn wx_13_every_item_of_art_15_is_in_the_json_and_the_same_input_gives_the_same_bytes() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        let held = kari_as_held(&mut house, &shop, "en").await;
        with_answer(&house, &held, |answer| {
            let bytes = answer::package(answer).expect("a package");
            assert_eq!(bytes, answer::package(answer).expect("again"));
            let json: serde_json::Value =
                serde_json::from_str(&text_in(&bytes, "answer.json")).expect("JSON");
            for item in [
                "purposes",
                "categories",
                "recipients",
                "rights",
                "authority",
                "sources",
                "automated_decisions",
                "transfers",
            ] {
                let said = &json["explanation"][item];
                assert!(
                    !said.is_null() && said.as_array().is_none_or(|all| !all.is_empty()),
                    "{item}: {said}"
                );
            }
            assert_eq!(json["format"], "abide-answer-v1");
            assert_eq!(json["explanation"]["authority"]["name"], "Datatilsynet");
            let (_, paper) = unzip(&bytes).into_iter().find(|(name, _)| name == "answer.pdf").expect("a PDF");
            assert!(paper.starts_with(b"%PDF-"));
            assert!(text_in(&bytes, "README.txt").contains("A-7K2M-9QXD"));
        });
    })
    .await;
}

#[tokio::test]
async fn a_spreadsheet_takes_no_value_for_a_formula() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let mut form = crate::fixture::contact(&house.service);
        for (name, value) in &mut form.fields {
            if name == "correspondence.message" {
                *value = "=HYPERLINK(\"http://evil.example\")".to_owned();
            }
        }
        let collected = collect::submit(&house.service, "contact", form).await.expect("taken");
        let held = rights::held(&house.service, collected.subject, "en").await.expect("held");
        with_answer(&house, &held, |answer| {
            let bytes = answer::package_without_paper(answer).expect("a package");
            let csv = text_in(&bytes, "data/correspondence/form-contact.csv");
            assert!(csv.contains("'=HYPERLINK"), "{csv}");
            assert!(text_in(&bytes, "answer.json").contains("\"=HYPERLINK"), "the JSON says it as it is");
        });
    })
    .await;
}

#[tokio::test]
async fn cn_18_a_report_never_says_nothing_is_held_while_something_is() {
    let row = |outcome, rows| OutcomeRow {
        place: "Shop".to_owned(),
        table: "Invoices".to_owned(),
        outcome,
        outcome_title: String::new(),
        rows,
        counted: Some(rows),
        ground: Some("Bookkeeping".to_owned()),
        until: Some(jiff::civil::date(2031, 12, 31)),
        masked: vec![],
        stays: vec![],
    };
    let kept = Report::new("A-1", "en", vec![row(Outcome::Deleted, 2), row(Outcome::Kept, 3)], vec![]);
    assert!(!kept.nothing_stays());
    assert_eq!(
        kept.text(),
        "Deleted or made anonymous:\n- Shop, Invoices: 2 deleted\n\nWhat stays, why, and until when:\n\
         - Shop, Invoices: 3 kept. Bookkeeping. Until 31 December 2031"
    );
    let gone = Report::new("A-1", "nb", vec![row(Outcome::Deleted, 2)], vec![]);
    assert!(gone.text().ends_with("Vi har ikke noe om deg lenger."), "{}", gone.text());
}
