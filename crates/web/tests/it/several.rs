//! Several services on one server: each at its own address, by path or by host name.

use std::sync::Arc;

use testkit::TestDb;
use testkit::actors::{House, Stores, Visitor};

#[tokio::test]
async fn each_service_is_at_its_own_address() {
    TestDb::each(async |one| {
        let two = TestDb::sqlite().await;
        let none = Stores::default;
        let by_host = House::at(&one, none(), "http://privacy.one.example").await;
        let by_path = House::at(&two, none(), "http://127.0.0.1/s/two").await;
        let services = vec![Arc::clone(&by_host.service), Arc::clone(&by_path.service)];
        let router = web::router(web::App { services, demo: None, secure: true });

        let mut visitor = Visitor::new(router);
        let page = visitor
            .get("/s/two/policy")
            .await
            .is(200)
            .says(&["href=\"/s/two/privacy\"", "href=\"/s/two/assets/"]);
        assert!(page.header("strict-transport-security").contains("max-age"));
        let _ = visitor
            .get("/s/two/forms/contact")
            .await
            .is(200)
            .says(&["action=\"/s/two/forms/contact\"", "href=\"/s/two/policy\""]);
        let _ = visitor.get("/s/two/demo/mailbox").await.is(404);
        let _ = visitor.get("/policy").await.is(404);
        let _ = visitor.get("/s/three/policy").await.is(404);

        visitor.host = "privacy.one.example".to_owned();
        let _ = visitor.get("/policy").await.is(200).says(&["href=\"/privacy\""]);
        let sent = visitor.post("/privacy", &[("email", "kari@firma.example")]).await.is(303);
        assert_eq!(sent.location(), "/privacy?sent=1");
    })
    .await;
}

#[tokio::test]
async fn over_https_a_session_is_bound_to_the_host() {
    TestDb::each(async |db| {
        let house = House::at(&db, Stores::default(), "https://privacy.one.example").await;
        let router =
            web::router(web::App { services: vec![Arc::clone(&house.service)], demo: None, secure: true });
        let mut kari = Visitor::new(router);
        let _ = kari.post("/privacy", &[("email", "kari@firma.example")]).await.is(303);
        let opened = kari.post(&house.link("/privacy/link/").await, &[]).await.is(303);
        let cookie = opened.header("set-cookie");
        assert!(cookie.starts_with("__Host-abide="), "{cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    })
    .await;
}
