//! No GET changes anything: standing, requests, tokens. (A member of staff's view of a person is logged, and a fetched
//! answer is too: both are evidence, tested where they are made.)

use crate::{contact, each};

#[tokio::test]
async fn no_get_changes_anything() {
    each(async |db, house| {
        let (mut kari, receipt) = contact(house).await;
        let mut person = house.person("kari.nordmann@firma.example").await;
        let request = person.ask("access", "").await.is(200).path;
        let mut staff = house.staff().await;
        let mut visitor = house.visitor();
        let _ = visitor.submit("/privacy", &[("email", "ola@firma.example")]).await;
        let link = house.link("/privacy/link/").await;
        let demo = duties::accounts::demo_link(&house.service).await.expect("a link");
        let id =
            request.trim_start_matches("/privacy/requests/").split('?').next().unwrap_or_default().to_owned();
        house.tick().await;
        let before = db.dump().await;
        let public = [
            "/",
            "/policy",
            "/policy.md",
            "/forms/contact",
            "/forms/order",
            "/verify",
            "/privacy",
            "/privacy?sent=1",
            "/health",
            "/checkpoint",
            "/key",
            "/tile/0/000",
            "/demo/mailbox",
            "/console/sign-in",
            "/console/setup?token=x",
            "/?lang=nb",
            &link,
            &receipt.path,
            &format!("/demo/staff/{demo}"),
        ];
        for path in public {
            let _ = kari.get(path).await;
            assert_eq!(db.dump().await, before, "GET {path} as a visitor");
        }
        for path in ["/privacy/home", "/privacy/requests", "/privacy/requests/new", &request, &receipt.path] {
            let _ = person.get(path).await.is(200);
            assert_eq!(db.dump().await, before, "GET {path} as a person");
        }
        let gate = format!("/console/requests/{id}");
        let progress = format!("/console/requests/{id}/progress");
        for path in [
            "/console",
            "/console/requests",
            "/console/people",
            "/console/people/enter",
            "/console/policy",
            "/console/health",
            &gate,
            &progress,
        ] {
            let _ = staff.get(path).await.is(200);
            assert_eq!(db.dump().await, before, "GET {path} as staff");
        }
        // what is addressed to a POST does nothing on a GET either
        for verb in ["plan", "rehearse", "run", "reply", "close", "refuse", "choose"] {
            let _ = staff.get(&format!("{gate}/{verb}")).await.is(405);
        }
        for path in ["/privacy/sign-out", "/console/sign-out"] {
            let _ = staff.get(path).await.is(405);
        }
        assert_eq!(db.dump().await, before);
    })
    .await;
}
