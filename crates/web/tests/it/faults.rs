//! What strangers send: each fault has a page that says what was wrong and what to do.

use axum::body::Body;
use axum::http::Method;

use crate::each;

#[tokio::test]
async fn each_fault_has_its_page() {
    each(async |db, house| {
        let before = db.dump().await;
        let large = format!("message={}", "x".repeat(10 * 1024 * 1024)).into_bytes();
        let form = "application/x-www-form-urlencoded";
        let cases: [(Method, &str, Option<&str>, Body, u16, &str); 10] = [
            (Method::GET, "/nowhere", None, Body::empty(), 404, "There is nothing here"),
            (Method::GET, "/forms/none", None, Body::empty(), 404, "There is nothing here"),
            (Method::GET, "/receipts/x", None, Body::empty(), 404, "There is nothing here"),
            (Method::POST, "/policy", Some(form), Body::empty(), 405, "cannot be used that way"),
            (Method::POST, "/forms/contact", Some(form), Body::from(large), 413, "256 kilobytes"),
            (
                Method::POST,
                "/forms/contact",
                Some("text/plain"),
                Body::from("a=b"),
                415,
                "We could not read that",
            ),
            (
                Method::POST,
                "/forms/contact",
                Some("multipart/form-data; boundary=x"),
                Body::from("--x--"),
                415,
                "We could not read that",
            ),
            (
                Method::POST,
                "/forms/contact",
                Some(form),
                Body::from("contact.name=%ff%fe"),
                400,
                "could not be read",
            ),
            (
                Method::POST,
                "/privacy",
                Some(form),
                Body::from("email=a%40b.example&email=c%40d.example"),
                400,
                "A field came twice",
            ),
            (Method::GET, "/privacy/requests/not-an-id", None, Body::empty(), 303, ""),
        ];
        for (method, path, kind, body, status, words) in cases {
            let page = house.visitor().send(method, path, kind, body).await.is(status);
            if status != 303 {
                let id = page.header("x-request-id").to_owned();
                let _ =
                    page.says(&[words, &id, "<h1>", "href=\"/\""]).never_says(&["⟦", "panicked", "Error {"]);
            }
        }
        assert_eq!(db.dump().await, before, "nothing is stored");
    })
    .await;
}

#[tokio::test]
async fn a_form_from_another_site_does_nothing() {
    each(async |db, house| {
        let mut kari = house.person("kari@firma.example").await;
        let token = kari.get("/privacy/requests/new").await.is(200).hidden("form-token");
        let before = db.dump().await;
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
        ] {
            kari.headers = vec![(name.to_owned(), value.to_owned())];
            for (path, fields) in [
                ("/privacy/requests", [("kind", "erasure")]),
                ("/privacy", [("email", "a@b.example")]),
                ("/privacy/sign-out", [("", "")]),
            ] {
                let _ = kari.post(path, &fields).await.is(403).says(&["This form came from another site"]);
            }
        }
        assert_eq!(db.dump().await, before);
        kari.headers = vec![("sec-fetch-site".to_owned(), "same-origin".to_owned())];
        let _ = kari.post("/privacy/requests", &[("form-token", &token), ("kind", "erasure")]).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn too_many_links_are_slowed_down() {
    each(async |_, house| {
        let mut kari = house.visitor();
        let mut last = 303;
        for _ in 0..8 {
            last = kari.post("/privacy", &[("email", "kari@firma.example")]).await.status.as_u16();
        }
        assert_eq!(last, 429);
    })
    .await;
}
