//! With the company's own database: what it holds is shown, planned table by table, and gone afterwards.

use testkit::TestDb;
use testkit::actors::{Answer, House, Person, Shop, Staff};

const PURPOSE: (&str, &str) = ("purpose", "answer-request");

/// Kari with 400 orders, signed in, and the lead, signed in.
async fn kari_and_lead(house: &House) -> (Person, Staff) {
    (house.person("kari.nordmann@firma.example").await, house.staff().await)
}

#[track_caller]
fn is_small(page: &Answer) {
    assert!(page.body.len() < 50 * 1024, "{} has {} bytes", page.path, page.body.len());
}

fn first_request(list: &str) -> (String, String) {
    let (_, rest) = list.split_once("<th scope=\"row\"><a href=\"").expect("a request in the list");
    let mut parts = rest.split(['"', '>', '<']);
    let path = parts.next().unwrap_or_default().to_owned();
    (path, parts.nth(1).unwrap_or_default().to_owned())
}

#[tokio::test]
async fn we_11_what_the_shop_holds_is_shown_and_long_tables_are_cut() {
    TestDb::each(async |db| {
        let shop = Shop::with_orders(400).await;
        let house = House::with(&db, shop.stores().await).await;
        let (mut kari, mut staff) = kari_and_lead(&house).await;
        let page = kari.get("/privacy/home").await.is(200);
        is_small(&page);
        let _ = page
            .says(&["Storgata 1", "kari80", "388 more entries", "Why do you have this?"])
            .never_says(&["argon2id-of-kari", "ola@hansen", "⟦"]);
        // each thing names every purpose with its period, and what is past it
        let _ = kari.get("/privacy/home").await.is(200).says(&[
            "Keep our accounts (5 years from the end of the financial year)",
            "past their time: the first could be kept until",
        ]);
        let found =
            [("purpose", "verify-identity"), ("by", "email"), ("value", "kari.nordmann@firma.example")];
        let page = staff.submit("/console/people", &found).await.is(200);
        is_small(&page);
        let _ = page.says(&["kari80"]).never_says(&["argon2id-of-kari", "⟦"]);
    })
    .await;
}

#[tokio::test]
async fn we_13_an_erasure_shows_what_stays_and_then_only_that_is_left() {
    TestDb::each(async |db| {
        let shop = Shop::with_orders(40).await;
        let house = House::with(&db, shop.stores().await).await;
        let (mut kari, mut staff) = kari_and_lead(&house).await;
        let request = kari.ask("erasure", "").await.is(200).path;
        let (path, reference) = first_request(&staff.get("/console/requests").await.text());
        let _ = staff.submit(&format!("{path}/plan"), &[PURPOSE]).await.is(200);
        let page = staff.submit(&format!("{path}/rehearse"), &[PURPOSE]).await.is(200);
        is_small(&page);
        let _ = page.says(&["class=\"tree\"", "kept", "deleted", "This cannot be undone"]).never_says(&["⟦"]);
        assert_eq!(shop.count("customers WHERE name LIKE 'Kari%'").await, 1, "a rehearsal changes nothing");

        let _ = staff.submit(&format!("{path}/run"), &[PURPOSE, ("confirm", &reference)]).await.is(200);
        house.tick().await;
        let page = staff.get(&format!("{path}?purpose=answer-request")).await.is(200);
        let _ = page.says(&["done and verified", "they were erased"]).never_says(&[
            "kari80",
            "Storgata",
            "kari.nordmann",
        ]);
        assert_eq!(shop.count("customers WHERE name LIKE 'Kari%'").await, 0);
        assert!(shop.count("invoices").await > 0, "the books stay");
        assert_eq!(shop.count("customers WHERE name = 'Ola Hansen'").await, 1, "nobody else is touched");
        // her open page tells her what happened, and nobody else anything
        let page = kari.go(&request).await.is(200);
        let _ = page.says(&["Your data has been erased", "receipt"]).never_says(&["signed out", "kari"]);
        let _ = house.visitor().go("/privacy?session=over").await.is(200).never_says(&["has been erased"]);
    })
    .await;
}

#[tokio::test]
async fn what_others_wrote_is_read_and_withheld_on_the_requests_page() {
    TestDb::each(async |db| {
        let shop = Shop::with_orders(3).await;
        let house = House::with(&db, shop.stores().await).await;
        let (mut kari, mut staff) = kari_and_lead(&house).await;
        let _ = kari.ask("access", "").await.is(200);
        let (path, _) = first_request(&staff.get("/console/requests").await.text());
        let page = staff.submit(&format!("{path}/plan"), &[PURPOSE]).await.is(200);
        let page = page
            .says(&["What others wrote about the person", "name=\"withheld\""])
            .never_says(&["\" checked", "⟦"]);
        is_small(&page);
        let text = page.text();
        let (_, rest) = text.split_once("name=\"withheld\" type=\"checkbox\" value=\"").expect("a box");
        let key = rest.split('"').next().unwrap_or_default().replace("&#34;", "\"");
        let _ = staff.post(&format!("{path}/withhold"), &[PURPOSE, ("withheld", &key)]).await.is(422);
        let fields = [PURPOSE, ("withheld", &key), ("withhold-ground", "others-rights")];
        let page = staff.submit(&format!("{path}/withhold"), &fields).await.is(200);
        let _ = page.says(&["What is ticked will not be in the copy", "\" checked", "It names other people"]);
    })
    .await;
}
