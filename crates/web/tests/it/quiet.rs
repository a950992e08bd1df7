//! No GET changes anything: standing, requests, tokens. (A member of staff's view of a person is logged, and a fetched
//! answer is too: both are evidence, tested where they are made.)

use testkit::TestDb;
use testkit::actors::{House, Visitor};

use crate::{contact, each};

/// What anybody can look at.
const PUBLIC: [&str; 16] = [
    "/",
    "/?lang=nb",
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
];
const OF_A_PERSON: [&str; 3] = ["/privacy/home", "/privacy/requests", "/privacy/requests/new"];
const OF_STAFF: [&str; 7] = [
    "/console",
    "/console/requests",
    "/console/people",
    "/console/people/enter",
    "/console/policy",
    "/console/health",
    "/console/team",
];

/// Looks at each address; the database must stay as it was.
async fn looks_leave_all_as_it_was(db: &TestDb, browser: &mut Visitor, paths: &[&str]) {
    let before = db.dump().await;
    for path in paths {
        let _ = browser.get(path).await;
        assert_eq!(db.dump().await, before, "GET {path}");
    }
}

/// A link that waits in a mailbox.
async fn waiting_link(house: &House) -> String {
    let _ = house.visitor().submit("/privacy", &[("email", "ola@firma.example")]).await;
    house.link("/privacy/link/").await
}

#[tokio::test]
async fn no_get_of_a_visitor_or_a_person_changes_anything() {
    each(async |db, house| {
        let (mut visitor, receipt) = contact(house).await;
        let mut person = house.person("kari.nordmann@firma.example").await;
        let request = person.ask("access", "").await.is(200).path;
        let link = waiting_link(house).await;
        let demo =
            format!("/demo/staff/{}", duties::accounts::demo_link(&house.service).await.expect("a link"));
        house.tick().await;
        looks_leave_all_as_it_was(db, &mut visitor, &PUBLIC).await;
        looks_leave_all_as_it_was(db, &mut visitor, &[&link, &receipt.path, &demo]).await;
        looks_leave_all_as_it_was(db, &mut person, &OF_A_PERSON).await;
        looks_leave_all_as_it_was(db, &mut person, &[&request, &receipt.path]).await;
        let _ = person.get(&request).await.is(200);
        let _ = visitor.get(&link).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn no_get_of_staff_changes_anything() {
    each(async |db, house| {
        let mut person = house.person("kari.nordmann@firma.example").await;
        let request = person.ask("access", "").await.is(200).path;
        let id = request.trim_start_matches("/privacy/requests/").split('?').next().unwrap_or_default();
        let gate = format!("/console/requests/{id}");
        let mut staff = house.staff().await;
        house.tick().await;
        looks_leave_all_as_it_was(db, &mut staff, &OF_STAFF).await;
        looks_leave_all_as_it_was(db, &mut staff, &[&gate, &format!("{gate}/progress")]).await;
        let _ = staff.get(&gate).await.is(200);
        // what is addressed to a POST does nothing on a GET either
        for verb in ["plan", "rehearse", "run", "reply", "close", "refuse", "choose"] {
            let path = format!("{gate}/{verb}");
            looks_leave_all_as_it_was(db, &mut staff, &[&path]).await;
            let _ = staff.get(&path).await.is(405);
        }
        for path in ["/privacy/sign-out", "/console/sign-out"] {
            let _ = staff.get(path).await.is(405);
        }
    })
    .await;
}
