//! Hosted forms.

use crate::{CONTACT, contact, each};

#[tokio::test]
async fn a_form_asks_only_what_it_needs_and_ticks_nothing() {
    each(async |_, house| {
        let page = house.visitor().get("/forms/order").await.is(200);
        let page = page.says(&[
            "<h1>Place an order</h1>",
            "contact.mobile",
            "type=\"checkbox\"",
            "Why we ask for this",
        ]);
        let _ = page.never_says(&["\" checked", "contact.gender", "<script", "style="]);
    })
    .await;
}

#[tokio::test]
async fn what_the_company_has_not_published_is_marked_on_its_forms() {
    each(async |_, house| {
        let page = house.visitor().get("/forms/contact").await.is(200);
        let _ = page.says(&[
            "<mark class=\"assumed\">12 months from our last contact</mark>",
            "<mark class=\"assumed\">Our legitimate interest",
        ]);
    })
    .await;
}

#[tokio::test]
async fn we_17_a_sent_form_leads_to_its_receipt() {
    each(async |_, house| {
        let (_, page) = contact(house).await;
        let page = page.is(200).says(&["Thank you. It has arrived.", "I have read the privacy policy."]);
        let page = page.never_says(&["Kari Nordmann", "When are the boxes back?"]);
        assert!(page.path.starts_with("/receipts/"), "{}", page.path);
        assert_eq!(page.header("cache-control"), "no-store");
    })
    .await;
}

#[tokio::test]
async fn a_refusal_keeps_what_was_typed_and_says_what_to_do() {
    each(async |db, house| {
        let mut kari = house.visitor();
        let token = kari.get("/forms/contact").await.hidden("form-token");
        let before = db.dump().await;
        let cases: [(&[(&str, &str)], &[&str]); 3] = [
            (
                &[("contact.name", "Kari <b>"), ("contact.email", "kari@")],
                &["Kari &#60;b&#62;", "kari@", "href=\"#contact.email\"", "correspondence.message-error"],
            ),
            (
                &[
                    ("contact.name", "Kari"),
                    ("contact.email", "kari@firma.example"),
                    ("correspondence.message", "Hei"),
                ],
                &["Please tick this box", "value=\"Kari\"", ">\nHei</textarea>"],
            ),
            (
                &[("contact.name", "Kari"), ("contact.name", "Ola"), ("accepted", "accept")],
                &["was sent twice"],
            ),
        ];
        for (fields, expected) in cases {
            let mut sent = fields.to_vec();
            sent.push(("form-token", &token));
            let page = kari.post("/forms/contact", &sent).await.is(422).says(expected);
            let _ = page
                .says(&["role=\"alert\"", "aria-invalid=\"true\"", "aria-describedby="])
                .never_says(&["⟦", "<b>"]);
        }
        assert_eq!(db.dump().await, before, "a refused form stores nothing");
    })
    .await;
}

#[tokio::test]
async fn a_missing_form_token_refuses_and_a_replayed_one_stores_nothing_twice() {
    each(async |db, house| {
        let mut kari = house.visitor();
        let mut fields = CONTACT.to_vec();
        fields.push(("accepted", "accept"));
        let page = kari.post("/forms/contact", &fields).await.is(422);
        let token = page.says(&["Nothing is lost", "value=\"Kari Nordmann\""]).hidden("form-token");
        fields.push(("form-token", &token));
        let first = kari.post("/forms/contact", &fields).await.is(303);
        let before = db.dump().await;
        let again = kari.post("/forms/contact", &fields).await.is(303);
        let receipt = |location: &str| location.split('?').next().unwrap_or_default().to_owned();
        assert_eq!(receipt(first.location()), receipt(again.location()), "the same receipt");
        let after = db.dump().await;
        for table in ["record", "ledger_leaf", "subject"] {
            assert_eq!(before[table].len(), after[table].len(), "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_form_speaks_norwegian_where_asked() {
    each(async |_, house| {
        let mut kari = house.visitor();
        let _ = kari.get("/forms/contact?lang=nb").await.is(200).says(&[
            "lang=\"nb\"",
            "Kontakt oss",
            "Hvorfor vi spør om dette",
        ]);
        let _ = kari.get("/forms/contact").await.says(&["Kontakt oss"]);
        let mut ola = house.visitor();
        ola.headers.push(("accept-language".into(), "no,en;q=0.5".into()));
        let _ = ola.get("/forms/order").await.says(&["Legg inn en bestilling"]);
        let _ = house.visitor().get("/forms/contact?lang=xx").await.says(&["Contact us"]);
    })
    .await;
}
