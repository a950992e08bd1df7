//! The console.

use std::pin::Pin;

use duties::mail::{Mail, Mailer, NotSent};
use testkit::actors::PASSWORD;

use crate::{contact, each};

const STAFF_PAGES: [&str; 9] = [
    "/console",
    "/console/requests",
    "/console/people",
    "/console/people/enter",
    "/console/demands",
    "/console/policy",
    "/console/registers/record",
    "/console/health",
    "/console/team",
];

#[tokio::test]
async fn without_a_session_there_is_only_the_way_in() {
    each(async |_, house| {
        let mut kari = house.person("kari@firma.example").await;
        for path in STAFF_PAGES {
            assert_eq!(kari.get(path).await.is(303).location(), "/console/sign-in", "{path}");
        }
        let request = kari.ask("erasure", "").await.path;
        let id =
            request.trim_start_matches("/privacy/requests/").split('?').next().unwrap_or_default().to_owned();
        for verb in ["plan", "rehearse", "run", "reply", "close", "refuse", "choose"] {
            let path = format!("/console/requests/{id}/{verb}");
            assert_eq!(
                kari.post(&path, &[("purpose", "answer-request")]).await.is(303).location(),
                "/console/sign-in",
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_first_account_is_set_up_with_a_second_factor() {
    each(async |_, house| {
        let mut staff = house.staff().await;
        for path in STAFF_PAGES {
            let _ =
                staff.get(path).await.is(200).says(&["Liv Lead", "aria-current=\"page\""]).never_says(&["⟦"]);
        }
        let _ = staff.post("/console/sign-out", &[]).await.is(303);
        let _ = staff.get("/console").await.is(303);
        house.clock.advance_hours(1);
        let code = staff.code(house);
        let wrong = [("email", "lead@wepack.example"), ("password", "wrong"), ("code", code.as_str())];
        let page = staff.post("/console/sign-in", &wrong).await.is(422).says(&["lead@wepack.example"]);
        let _ = page.never_says(&["value=\"wrong\""]);
        let right = [("email", "lead@wepack.example"), ("password", PASSWORD), ("code", code.as_str())];
        let _ = staff.submit("/console/sign-in", &right).await.is(200).says(&["Liv Lead"]);
    })
    .await;
}

#[tokio::test]
async fn a_used_or_wrong_setup_link_says_so() {
    each(async |_, house| {
        let _ = house.staff().await;
        for path in ["/console/setup", "/console/setup?token=wrong", "/console/setup/code?pending=wrong"] {
            let _ = house.visitor().get(path).await.is(410).says(&["abide serve"]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_weak_password_is_refused_with_advice() {
    each(async |_, house| {
        let token =
            duties::accounts::setup_token(&house.service).await.expect("a token").expect("nobody yet");
        let fields = [
            ("token", token.as_str()),
            ("email", "lead@wepack.example"),
            ("name", "Liv"),
            ("password", "password1"),
        ];
        let page = house.visitor().post("/console/setup", &fields).await.is(422);
        let _ = page
            .says(&["guessed too quickly", "value=\"Liv\"", "id=\"password-error\""])
            .never_says(&["password1"]);
    })
    .await;
}

#[tokio::test]
async fn we_12_a_request_shows_its_clocks_and_its_person_only_for_a_purpose() {
    each(async |db, house| {
        let _ = contact(house).await;
        let mut kari = house.person("kari.nordmann@firma.example").await;
        let _ = kari.ask("access", "All of it, please").await.is(200);
        let mut staff = house.staff().await;
        let list = staff.get("/console/requests").await.is(200).never_says(&["kari.nordmann", "All of it"]);
        let path = request_in(&list.text());
        let gate = staff.get(&path).await.is(200).says(&["Why do you look?", "class=\"clock"]);
        let _ = gate.never_says(&["kari.nordmann", "All of it", "\" checked"]);
        let _ = staff.get(&format!("{path}?purpose=")).await.is(422);
        let _ = staff.get(&format!("{path}?purpose=curiosity")).await.is(422).never_says(&["kari.nordmann"]);

        let before = db.dump().await;
        let page = staff.get(&format!("{path}?purpose=answer-request")).await.is(200);
        let _ = page.says(&["kari.nordmann@firma.example", "All of it, please", "Your look is written down"]);
        let after = db.dump().await;
        assert!(after["ledger_leaf"].len() > before["ledger_leaf"].len(), "the look stands in the ledger");
        let _ = kari
            .get("/privacy/home")
            .await
            .is(200)
            .says(&["Who of us looked"])
            .never_says(&["None of our staff has looked"]);
    })
    .await;
}

#[tokio::test]
async fn an_access_is_planned_run_and_fetched() {
    each(async |_, house| {
        let _ = contact(house).await;
        let mut kari = house.person("kari.nordmann@firma.example").await;
        let request = kari.ask("access", "").await.is(200).path;
        let request = request.split('?').next().unwrap_or_default();
        let mut staff = house.staff().await;
        let path = request_in(&staff.get("/console/requests").await.text());
        let purpose = ("purpose", "answer-request");
        let _ = staff
            .submit(&format!("{path}/plan"), &[purpose])
            .await
            .is(200)
            .says(&["The plan is drawn", "class=\"tree\""]);
        let _ = staff.submit(&format!("{path}/run"), &[purpose]).await.is(200).never_says(&["kari.nordmann"]);
        house.tick().await;
        let page = staff.get(&format!("{path}?purpose=answer-request")).await.is(200);
        let _ = page.says(&["Steps", "The person can fetch it until"]);
        let _ = kari.get(request).await.is(200).says(&["Download the answer"]);
        let zip = kari.get(&format!("{request}/answer")).await.is(200);
        assert!(zip.body.starts_with(b"PK"), "a zip");
        assert!(zip.header("content-disposition").starts_with("attachment"));
        house.clock.advance_days(40);
        let mut later = house.person("kari.nordmann@firma.example").await;
        let _ = later.get(&format!("{request}/answer")).await.is(410).says(&["<h1>"]);
    })
    .await;
}

#[tokio::test]
async fn an_erasure_is_rehearsed_and_confirmed_by_its_reference() {
    each(async |_, house| {
        let _ = contact(house).await;
        let mut kari = house.person("kari.nordmann@firma.example").await;
        let _ = kari.ask("erasure", "").await.is(200);
        let mut staff = house.staff().await;
        let list = staff.get("/console/requests").await.text();
        let (path, reference) = (request_in(&list), reference_in(&list));
        let purpose = ("purpose", "answer-request");
        let _ = staff.submit(&format!("{path}/plan"), &[purpose]).await.is(200);
        let page = staff.submit(&format!("{path}/rehearse"), &[purpose]).await.is(200);
        let _ = page.says(&["Rehearsed", "This cannot be undone", &format!("Type {reference} to confirm")]);

        let page = staff.post(&format!("{path}/run"), &[purpose, ("confirm", "A-0000-0000")]).await.is(422);
        let _ = page.says(&[
            "That is not the reference",
            "value=\"A-0000-0000\"",
            "Kari Nordmann".get(..0).unwrap_or_default(),
        ]);
        // the code of a quarter of an hour ago no longer counts
        house.clock.advance_hours(1);
        let _ = staff
            .post(&format!("{path}/run"), &[purpose, ("confirm", &reference)])
            .await
            .is(422)
            .says(&["id=\"code-error\""]);
        let code = staff.code(house);
        let run = staff
            .submit(&format!("{path}/run"), &[purpose, ("confirm", &reference), ("code", &code)])
            .await
            .is(200);
        let _ = run.never_says(&["kari.nordmann"]);
        house.tick().await;
        let done = staff.get(&format!("{path}?purpose=answer-request")).await.is(200);
        let _ = done.says(&["Steps"]).never_says(&["kari.nordmann@firma.example", "Kari Nordmann"]);
    })
    .await;
}

#[tokio::test]
async fn each_console_page_is_named_in_the_browser() {
    each(async |_, house| {
        let mut staff = house.staff().await;
        let mut titles = Vec::new();
        for path in STAFF_PAGES {
            let page = staff.get(path).await.is(200).text();
            let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
            let title = title.map(|(title, _)| title.to_owned()).expect("a title");
            let name = title.strip_suffix(" · WEPACK").expect("whose it is").to_owned();
            assert!(!name.is_empty() && !name.contains('⟦'), "{path}: {title}");
            titles.push(name);
        }
        assert_eq!(titles[..3], ["Today", "Requests", "People"]);
        let all = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), all, "no two pages bear the same name: {titles:?}");
    })
    .await;
}

/// A mail server that takes nothing.
struct Refuses;

impl Mailer for Refuses {
    fn send<'a>(&'a self, _: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(async { Err(NotSent::Never("550 unknown".to_owned())) })
    }
}

#[tokio::test]
async fn letters_that_were_given_up_are_shown_to_staff_and_to_their_person() {
    each(async |_, house| {
        let mut kari = house.person("kari@firma.example").await;
        let mut staff = house.staff().await;
        let _ = staff.get("/console").await.is(200).never_says(&["could not be delivered"]);
        let request = kari.ask("question", "Who are you?").await.is(200).path;
        duties::mail::deliver_due(&house.service, &Refuses).await.expect("a round");
        for path in ["/console", "/console/health"] {
            let page = staff.get(path).await.is(200);
            let page = page.says(&["One letter could not be delivered", "Confirmations of requests"]);
            let _ = page.never_says(&["kari@firma.example", "⟦"]);
        }
        let _ = kari.get(&request).await.is(200).says(&["The last letter could not be delivered"]);
    })
    .await;
}

#[tokio::test]
async fn the_demos_link_says_when_it_is_no_longer_good() {
    each(async |_, house| {
        let token = duties::accounts::demo_link(&house.service).await.expect("a link");
        let path = format!("/demo/staff/{token}");
        let mut staff = house.visitor();
        let _ = staff.get(&path).await.is(200).says(&["Open the console"]);
        let _ = staff.submit(&path, &[]).await.is(200).says(&["Demo privacy lead"]);
        assert_eq!(staff.get(&path).await.is(303).location(), "/console", "who is signed in is led on");
        for dead in [path.as_str(), "/demo/staff/made-up"] {
            let page = house.visitor().get(dead).await.is(410).says(&["This link is no longer good"]);
            let _ = page.says(&["Start the demonstration again"]).never_says(&["⟦"]);
            let _ = house.visitor().post(dead, &[]).await.is(410).says(&["This link is no longer good"]);
        }
    })
    .await;
}

#[tokio::test]
async fn what_keeps_an_erasure_from_running_stands_with_the_plan() {
    each(async |_, house| {
        let mut kari = house.person("kari@firma.example").await;
        let access = kari.ask("access", "").await.is(200).path;
        let _ = kari.ask("erasure", "").await.is(200);
        let mut staff = house.staff().await;
        let list = staff.get("/console/requests").await.text();
        let id = |path: &str| {
            path.split('?').next().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned()
        };
        let access = format!("/console/requests/{}", id(&access));
        let path = list
            .match_indices("href=\"/console/requests/")
            .map(|(at, _)| list[at + 6..].split('"').next().unwrap_or_default().to_owned())
            .find(|path| path.len() == access.len() && *path != access)
            .expect("the erasure");
        let purpose = ("purpose", "answer-request");
        let _ = staff.submit(&format!("{path}/plan"), &[purpose]).await.is(200);
        let page = staff.submit(&format!("{path}/rehearse"), &[purpose]).await.is(200);
        let page = page.says(&["This cannot be carried out yet", &format!("href=\"{access}\"")]);
        let _ = page.never_says(&["Erase now", "⟦"]);
        let _ = staff.submit(&format!("{access}/run"), &[purpose]).await.is(200);
        house.tick().await;
        let page = staff.get(&format!("{path}?purpose=answer-request")).await.is(200);
        let _ = page.says(&["Erase now"]).never_says(&["cannot be carried out yet"]);
    })
    .await;
}

#[tokio::test]
async fn a_first_reply_reaches_the_person() {
    each(async |_, house| {
        let mut kari = house.person("kari@firma.example").await;
        let request = kari.ask("question", "Do you have my phone number?").await.is(200).path;
        let mut staff = house.staff().await;
        let path = request_in(&staff.get("/console/requests").await.text());
        let purpose = ("purpose", "answer-request");
        let _ = staff
            .post(&format!("{path}/reply"), &[purpose, ("text", "")])
            .await
            .is(422)
            .says(&["id=\"text-error\""]);
        let _ = staff
            .submit(&format!("{path}/reply"), &[purpose, ("text", "We look into it.")])
            .await
            .is(200)
            .says(&["The message is on its way"]);
        let _ = kari.get(&request).await.is(200).says(&["We look into it."]);
    })
    .await;
}

#[tokio::test]
async fn people_are_looked_for_under_a_purpose() {
    each(async |db, house| {
        let _ = contact(house).await;
        let _ = house.person("kari.nordmann@firma.example").await;
        let mut staff = house.staff().await;
        let who = [("by", "email"), ("value", "Kari.Nordmann@firma.example")];
        let _ = staff
            .post("/console/people", &who)
            .await
            .is(422)
            .says(&["Choose why you look", "Kari.Nordmann@firma.example"]);
        let unknown = [("purpose", "verify-identity"), ("by", "email"), ("value", "nobody@firma.example")];
        let _ = staff.post("/console/people", &unknown).await.is(200).says(&["Nobody here has that"]);
        let before = db.dump().await["ledger_leaf"].len();
        let known =
            [("purpose", "verify-identity"), ("by", "email"), ("value", "Kari.Nordmann@firma.example")];
        let _ = staff
            .submit("/console/people", &known)
            .await
            .is(200)
            .says(&["Kari Nordmann", "Your look is written down"]);
        assert!(db.dump().await["ledger_leaf"].len() > before, "the look stands in the ledger");
    })
    .await;
}

#[tokio::test]
async fn staff_enter_a_request_only_for_what_they_verified() {
    each(async |_, house| {
        let mut staff = house.staff().await;
        let fields = [
            ("by", "email"),
            ("value", "per@firma.example"),
            ("kind", "access"),
            ("answer-in", "nb"),
            ("detail", ""),
        ];
        let page = staff.post("/console/people/enter", &fields).await.is(422);
        let _ = page.says(&["Tick this once you have checked it", "per@firma.example"]);
        let mut fields = fields.to_vec();
        fields.push(("verified", "yes"));
        let _ = staff.submit("/console/people/enter", &fields).await.is(200).says(&["Why do you look?"]);
    })
    .await;
}

/// The first request's page in a list.
fn request_in(list: &str) -> String {
    let (_, rest) = list.split_once("<th scope=\"row\"><a href=\"").expect("a request in the list");
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The first request's reference in a list.
fn reference_in(list: &str) -> String {
    let (_, rest) = list.split_once("<th scope=\"row\"><a href=\"").expect("a request in the list");
    rest.split(['>', '<']).nth(1).unwrap_or_default().to_owned()
}
