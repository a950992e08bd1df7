//! The privacy centre.

use crate::{contact, each};

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    each(async |_, house| {
        let _ = contact(house).await;
        let mut answers = Vec::new();
        for address in ["kari.nordmann@firma.example", "nobody@else.example"] {
            let mut visitor = house.visitor();
            let sent = visitor.post("/privacy", &[("email", address)]).await.is(303);
            let page = visitor.get(sent.location()).await.is(200).never_says(&[address]);
            answers.push((sent.location().to_owned(), page.text()));
        }
        assert_eq!(answers.first(), answers.last());
    })
    .await;
}

#[tokio::test]
async fn a_link_signs_in_by_its_button_only_once() {
    each(async |db, house| {
        let mut kari = house.visitor();
        let _ = kari.submit("/privacy", &[("email", "kari@firma.example")]).await.is(200);
        let link = house.link("/privacy/link/").await;
        let before = db.dump().await;
        for _ in 0..3 {
            let _ = house.visitor().get(&link).await.is(200).says(&["Open my page", "method=\"post\""]);
        }
        assert_eq!(db.dump().await, before, "a mail scanner that follows the link changes nothing");
        let _ = kari.submit(&link, &[]).await.is(200).says(&["What we have about you", "kari@firma.example"]);
        let _ = house
            .visitor()
            .post(&link, &[])
            .await
            .is(410)
            .says(&["Ask for a new link"])
            .never_says(&["kari@"]);
        let _ = house.visitor().get(&link).await.is(410);
    })
    .await;
}

#[tokio::test]
async fn an_old_or_tampered_link_helps_on() {
    each(async |_, house| {
        let mut kari = house.visitor();
        let _ = kari.submit("/privacy", &[("email", "kari@firma.example")]).await;
        let link = house.link("/privacy/link/").await;
        let tampered = format!("{}x", link.strip_suffix(|_: char| true).unwrap_or_default());
        for method in ["get", "post"] {
            let page =
                if method == "get" { kari.get(&tampered).await } else { kari.post(&tampered, &[]).await };
            let _ = page.is(404).says(&["Ask for a new link"]);
        }
        house.clock.advance_hours(1);
        let _ = kari.get(&link).await.is(410).says(&["Ask for a new link"]);
        let _ = kari.post(&link, &[]).await.is(410);
        let _ = kari.get("/privacy/home").await.is(303);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_address_is_said_and_kept() {
    each(async |_, house| {
        let page = house.visitor().post("/privacy", &[("email", "kari at firma")]).await.is(422);
        let _ = page.says(&[
            "value=\"kari at firma\"",
            "id=\"email-error\"",
            "aria-describedby=\"email-hint email-error\"",
        ]);
    })
    .await;
}

#[tokio::test]
async fn we_11_a_person_sees_what_is_held_and_asks() {
    each(async |_, house| {
        let _ = contact(house).await;
        let mut kari = house.person("kari.nordmann@firma.example").await;
        let home = kari.get("/privacy/home").await.is(200);
        let home = home.says(&[
            "Kari Nordmann",
            "Why do you have this?",
            "What you agreed to",
            "Your receipts",
            "/receipts/",
        ]);
        assert_eq!(home.header("cache-control"), "no-store");
        let page = kari
            .ask("access", "")
            .await
            .is(200)
            .says(&["Your request has arrived", "Art. 12(3)", "What happened"])
            .never_says(&["⟦"]);
        let _ = kari.get("/privacy/requests").await.is(200).says(&["/privacy/requests/"]);
        // nobody else sees it
        let request = page.path.split('?').next().unwrap_or_default().to_owned();
        let mut other = house.person("ola@firma.example").await;
        let _ = other.get(&request).await.is(404).never_says(&["Kari"]);
        let _ = other.get(&format!("{request}/answer")).await.is(404);
        let _ = other.get("/privacy/home").await.is(200).never_says(&["Kari", "boxes"]);
    })
    .await;
}

#[tokio::test]
async fn a_second_erasure_is_the_first_one() {
    each(async |db, house| {
        let kari = house.person("kari@firma.example").await;
        // two pages, each with a token of its own, sent at the same time
        let (mut one, mut two) = ((*kari).clone(), (*kari).clone());
        let first = one.get("/privacy/requests/new").await.is(200).hidden("form-token");
        let second = two.get("/privacy/requests/new").await.is(200).hidden("form-token");
        assert_ne!(first, second, "not one form pressed twice");
        let asked = |token| [("form-token", token), ("kind", "erasure"), ("detail", "")];
        let (asks, again) = (asked(first.as_str()), asked(second.as_str()));
        let (first, second) =
            tokio::join!(one.submit("/privacy/requests", &asks), two.submit("/privacy/requests", &again));
        let id = |path: &str| path.split('?').next().unwrap_or_default().to_owned();
        assert_eq!(id(&first.path), id(&second.path));
        let (first, second) = (first.is(200).text(), second.is(200).text());
        let told = [&first, &second].map(|page| page.contains("You have asked for this already"));
        assert_eq!(told.iter().filter(|told| **told).count(), 1, "one of the two is told");
        assert_eq!(db.dump().await["request"].len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_double_click_makes_one_request_and_a_second_of_the_same_kind_is_asked_about() {
    each(async |db, house| {
        let mut kari = house.person("kari@firma.example").await;
        let id = |path: &str| path.split('?').next().unwrap_or_default().to_owned();
        let token = kari.get("/privacy/requests/new").await.is(200).hidden("form-token");
        let fields = [("form-token", token.as_str()), ("kind", "access"), ("detail", "")];
        let (mut one, mut two) = ((*kari).clone(), (*kari).clone());
        let (first, second) =
            tokio::join!(one.post("/privacy/requests", &fields), two.post("/privacy/requests", &fields));
        let third =
            kari.submit("/privacy/requests", &fields).await.is(200).says(&["Your request has arrived"]);
        assert_eq!(id(first.is(303).location()), id(second.is(303).location()));
        assert_eq!(db.dump().await["request"].len(), 1, "one request, however often the button is pressed");

        // a new page: the open one is named, and nothing is made without saying so
        let page = kari.ask("access", "").await.is(409);
        let page = page.says(&["You have asked for this already", &format!("href=\"{}\"", id(&third.path))]);
        let token = page.says(&["name=\"another\""]).hidden("form-token");
        assert_eq!(db.dump().await["request"].len(), 1);
        let fields = [("form-token", token.as_str()), ("kind", "access"), ("detail", ""), ("another", "yes")];
        let other =
            kari.submit("/privacy/requests", &fields).await.is(200).says(&["Your request has arrived"]);
        assert_ne!(id(&other.path), id(&third.path));
        // another kind is no matter
        let _ = kari.ask("question", "Who are you?").await.is(200).says(&["Your request has arrived"]);
        let _ =
            kari.post("/privacy/requests", &[("kind", "access")]).await.is(422).says(&["Nothing is lost"]);
        assert_eq!(db.dump().await["request"].len(), 3);
    })
    .await;
}

#[tokio::test]
async fn asking_for_nothing_keeps_the_words() {
    each(async |_, house| {
        let mut kari = house.person("kari@firma.example").await;
        let page = kari
            .post("/privacy/requests", &[("kind", "everything"), ("detail", "about <my> order")])
            .await
            .is(422);
        let _ = page.says(&["href=\"#kind\"", "about &#60;my&#62; order"]).never_says(&["\" checked"]);
    })
    .await;
}

#[tokio::test]
async fn we_19_a_consent_typed_by_somebody_else_waits_for_a_yes() {
    each(async |_, house| {
        let mut kari = house.person("kari.nordmann@firma.example").await;
        let mut anybody = house.visitor();
        for ((path, nobody), answer) in
            [(&mut anybody, true), (&mut *kari, false)].into_iter().zip(["no", ""])
        {
            let token = path.get("/forms/order").await.is(200).hidden("form-token");
            let mut fields = vec![
                ("form-token", token.as_str()),
                ("contact.name", "Kari"),
                ("contact.email", "kari.nordmann@firma.example"),
                ("contact.mobile", "+47 900 00 001"),
                ("contact.street", "Storgata 1"),
                ("contact.postcode", "0155"),
                ("contact.place", "Oslo"),
                ("order.product", "Box"),
                ("order.quantity", "1"),
            ];
            fields.extend([("accepted", "accept"), ("accepted", "consent:campaigns")]);
            let _ = path.submit("/forms/order", &fields).await.is(200);
            let home = house.person("kari.nordmann@firma.example").await.get("/privacy/home").await.is(200);
            if nobody {
                let _ =
                    home.says(&["Waiting for your yes", "Yes, I agree"]).never_says(&["Take it back", "⟦"]);
                let mut kari = house.person("kari.nordmann@firma.example").await;
                let said = [("purpose", "campaigns"), ("answer", answer)];
                let _ = kari.submit("/privacy/consents/settle", &said).await.is(200).says(&["you said no"]);
            } else {
                let _ = home.says(&["Take it back"]).never_says(&["Waiting for your yes"]);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session_here_too() {
    each(async |_, house| {
        let mut kari = house.person("kari@firma.example").await;
        let stolen = kari.cookies.clone();
        let _ = kari.post("/privacy/sign-out", &[]).await.is(303);
        assert!(kari.cookies.is_empty(), "{:?}", kari.cookies.keys());
        kari.cookies = stolen;
        assert_eq!(kari.get("/privacy/home").await.is(303).location(), "/privacy?session=over");
    })
    .await;
}
