//! Evidence in the console: a person's timeline, consents that were spoken, the package for an authority, the ledger's
//! page; and the page while the database is behind what is published.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use duties::published::Memory;
use duties::{access, accountability};
use jiff::SignedDuration;
use testkit::TestDb;
use testkit::actors::House;
use tower::ServiceExt as _;

use crate::{contact, each};

/// The page of Kari, for a purpose, found as staff find her.
async fn found(house: &House, staff: &mut testkit::actors::Staff) -> String {
    let _ = contact(house).await;
    let _ = house.person("kari.nordmann@firma.example").await;
    let who = [("purpose", "answer-request"), ("by", "email"), ("value", "kari.nordmann@firma.example")];
    let page = staff.submit("/console/people", &who).await.is(200);
    let path = page.path.split('?').next().unwrap_or_default().to_owned();
    assert!(
        page.text().contains(&format!("{path}/timeline?purpose=answer-request")),
        "a way to the timeline"
    );
    path
}

#[tokio::test]
async fn so_11_staff_enter_a_spoken_consent_and_the_timeline_says_what_it_changed() {
    each(async |_, house| {
        let mut staff = house.staff().await;
        let path = found(house, &mut staff).await;
        let _ = staff.get(&format!("{path}/timeline")).await.is(303);
        let _ = staff.get(&format!("{path}/consent")).await.is(303);
        let form = format!("{path}/consent?purpose=answer-request");
        let _ = staff.get(&form).await.is(200).says(&["Who heard it"]).never_says(&["\" checked", "⟦"]);
        let given = [
            ("purpose", "campaigns"),
            ("answer", "given"),
            ("method", "verbal"),
            ("wording", "May we send you our newsletter?"),
            ("asked-in", "en"),
            ("surface", "telephone"),
            ("witness", ""),
        ];
        let page = staff.post(&form, &given).await.is(422).says(&["Write who heard the spoken consent."]);
        let _ = page.says(&["May we send you our newsletter?", "id=\"witness-error\""]).never_says(&["⟦"]);
        let mut heard = given;
        heard[6].1 = "Ola Kundeservice";
        let page = staff.submit(&form, &heard).await.is(200);
        let said =
            ["Gave consent", "May we send you our newsletter?", "Heard by Ola Kundeservice", "From then on:"];
        let _ = page.says(&said).says(&["Staff looked at the data"]).never_says(&["⟦"]);
        // a double click is one consent; without saying why one looks there is none
        let before = size(house).await;
        let twice = [&heard[..], &[("page", "01a2")]].concat();
        for _ in 0..2 {
            let _ = staff.post(&form, &twice).await.is(303);
        }
        assert_eq!(size(house).await, before + 1);
        let _ = staff.post(&format!("{path}/consent?purpose=curiosity"), &heard).await.is(422);
        assert_eq!(size(house).await, before + 1);
        let none = [("purpose", "campaigns"), ("wording", "x"), ("asked-in", "en"), ("surface", "x")];
        let _ = staff
            .post(&form, &none)
            .await
            .is(422)
            .says(&["Choose what they said.", "Choose how they said it."]);
    })
    .await;
}

async fn size(house: &House) -> u64 {
    accountability::checkpoint(&house.service).await.expect("a head").size
}

#[tokio::test]
async fn a_privacy_lead_hands_the_evidence_over_for_somebody_named() {
    each(async |_, house| {
        let mut staff = house.staff().await;
        let path = found(house, &mut staff).await;
        let to = format!("{path}/evidence?purpose=answer-request");
        let _ = staff.post(&to, &[("authority", " ")]).await.is(422).says(&["Write who it is for"]);
        let code = staff.code(house);
        let package = staff.post(&to, &[("authority", "Datatilsynet"), ("code", &code)]).await.is(200);
        assert_eq!(package.header("content-type"), "application/zip");
        assert!(package.body.starts_with(b"PK") && package.header("cache-control") == "no-store");
        let page = staff.get(&format!("{path}/timeline?purpose=answer-request")).await.is(200);
        let _ = page.says(&["Data was given to a recipient"]);
        let _ = house.visitor().post(&to, &[("authority", "me")]).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn the_ledgers_page_shows_the_last_look_and_what_changed_since_a_checkpoint() {
    each(async |_, house| {
        let mut staff = house.staff().await;
        let _ = staff.get("/console/health").await.is(200).says(&["Nobody has looked"]).never_says(&["⟦"]);
        let mut watch = duties::doctor::Watch::default();
        while watch.round(&house.service, 10_000).await.expect("a round").is_none() {}
        let _ = staff.get("/console/health").await.is(200).says(&["The ledger is whole: looked at on"]);
        accountability::publish(&house.service).await.expect("published");
        let kept =
            String::from_utf8(house.published.file("checkpoint").expect("a checkpoint")).expect("text");
        let _ = contact(house).await;
        let page = staff.post("/console/health", &[("kept", &kept)]).await.is(200);
        let _ = page.says(&["The ledger continues that checkpoint", "Gave data"]).never_says(&["⟦"]);
        let _ = staff
            .post("/console/health", &[("kept", "0")])
            .await
            .is(200)
            .says(&["A number alone proves nothing"]);
        for wrong in ["nonsense", "999999", &kept.replace("wepack", "wepadk")] {
            let page = staff.post("/console/health", &[("kept", wrong)]).await.is(422);
            let _ = page.says(&["no checkpoint of this ledger"]).never_says(&["⟦"]);
        }
    })
    .await;
}

async fn asked(pages: &Router, request: Request<Body>) -> (StatusCode, String) {
    let response = pages.clone().oneshot(request).await.expect("an answer");
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn while_the_database_is_behind_nothing_is_shown_and_requests_are_taken_in() {
    TestDb::each(async |db| {
        let waits = Arc::new(Memory::default());
        let House { service, router, .. } =
            House::at(&db, Default::default(), "https://privacy.wepack.example").await;
        drop(router);
        let lasts = SignedDuration::from_hours(1);
        let token = access::add(&service, access::Scope::ALL, lasts).await.expect("a token");
        let closed =
            Arc::into_inner(service).expect("nobody else holds it").with_queue(waits.clone()).closed();
        assert!(matches!(closed.submit(closed.unit()).await, Err(duties::Error::Closed)));
        let app = web::App { services: vec![Arc::new(closed)], demo: None, secure: true };
        let pages = web::closed_router(app);
        let get = |path: &str| {
            let request = Request::get(path).header("host", "privacy.wepack.example");
            request.body(Body::empty()).expect("a request")
        };
        for path in ["/", "/privacy", "/console", "/receipts/x", "/policy"] {
            let (status, text) = asked(&pages, get(path)).await;
            assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
            assert!(text.contains("We are repairing something") && !text.contains('⟦'), "{path}: {text}");
        }
        let described: serde_json::Value =
            serde_json::from_str(include_str!("../../assets/openapi.json")).expect("JSON");
        for (path, methods) in described["paths"].as_object().expect("paths") {
            for method in methods.as_object().expect("methods").keys() {
                let request = Request::builder()
                    .method(method.to_uppercase().as_str())
                    .uri(path.replace("{purpose}", "campaigns"));
                let request = request
                    .header("host", "privacy.wepack.example")
                    .header("authorization", format!("Bearer {token}"));
                let (status, text) = asked(&pages, request.body(Body::from("{}")).expect("a request")).await;
                assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{method} {path}");
                assert!(text.contains("urn:abide:problem:closed"), "{method} {path}: {text}");
            }
        }
        let post = |body: &'static str| {
            let request = Request::post("/privacy/queue").header("host", "privacy.wepack.example");
            let request = request.header("sec-fetch-site", "same-origin");
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            request.body(Body::from(body)).expect("a request")
        };
        let (status, _) = asked(&pages, post("kind=objection&email=nobody&detail=")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let (status, text) = asked(&pages, post("kind=objection&email=kari%40firma.example&detail=")).await;
        assert_eq!(status, StatusCode::OK, "{text}");
        assert!(text.contains("We have it") && waits.paths().len() == 1, "{text}");
    })
    .await;
}
