//! kill -9 at any moment: what was acknowledged is there, whole and once; what was begun is finished after the start.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::time::Duration;

use sqlx::Connection;

use crate::demo::Demo;
use crate::visitor::Visitor;

/// Sends the contact form as a program would; the receipt's address, if it was acknowledged.
pub async fn send(base: &str, number: usize) -> Option<String> {
    let mut visitor = Visitor::new(base);
    visitor.open("/forms/contact").await.then_some(())?;
    let token = visitor.between("name=\"form-token\" value=\"", "\"")?;
    let email = format!("ola.{number}@kunde.example");
    let fields = [
        ("form-token", token.as_str()),
        ("contact.name", "Ola Nordmann"),
        ("contact.email", &email),
        ("correspondence.message", "Is the shop open on 17 May?"),
        ("accepted", "accept"),
    ];
    // acknowledged once the server sends the visitor on, whether or not it lives to show the next page
    let _ = visitor.send("/forms/contact", &fields).await;
    visitor.place.contains("/receipts/").then_some(visitor.place)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_kill_whole_and_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let mut acknowledged = BTreeSet::new();
    for round in 0..5_usize {
        let mut demo = Demo::start_at(folder.path(), port);
        let senders: Vec<_> = (0..8)
            .map(|at| {
                let base = demo.base.clone();
                tokio::spawn(async move {
                    let mut got = Vec::new();
                    for number in 0..200 {
                        match send(&base, round * 10_000 + at * 1_000 + number).await {
                            Some(place) => got.push(place),
                            None => break,
                        }
                    }
                    got
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(300 + 350 * round as u64)).await;
        demo.kill();
        for sender in senders {
            acknowledged.extend(sender.await.expect("a sender"));
        }
    }
    assert!(
        acknowledged.len() > 10,
        "only {} forms were acknowledged: the test kills too early",
        acknowledged.len()
    );
    let demo = Demo::start_at(folder.path(), port);
    let http = reqwest::Client::new();
    let mut indexes = BTreeSet::new();
    for place in &acknowledged {
        let place = place.replacen("?", ".json?", 1);
        let place = if place.starts_with("http") { place } else { format!("{}{place}", demo.base) };
        let mut answer = http.get(&place).send().await.expect("an answer");
        // the proof of the last ones follows soon after the start, later on a machine that is busy
        for _ in 0..300 {
            if answer.status() != 425 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
            answer = http.get(&place).send().await.expect("an answer");
        }
        assert_eq!(answer.status(), 200, "an acknowledged form has no receipt after the kill");
        let receipt: serde_json::Value = answer.json().await.expect("a receipt");
        let index = receipt["proof"]["leaf"]["index"].as_u64().expect("an index");
        assert!(indexes.insert(index), "two forms share entry {index}");
    }
    assert_eq!(indexes.len(), acknowledged.len());
    assert_eq!(demo.stop(), Some(0));
}

/// Kari asks for erasure; the staff plans, rehearses and starts it. The request's reference.
async fn starts_an_erasure(demo: &Demo) -> String {
    let mut kari = Visitor::new(&demo.base);
    kari.send("/privacy", &[("email", &demo.email)]).await;
    let mut link = None;
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(200)).await;
        kari.open("/demo/mailbox").await;
        let Some(letter) = kari.between("href=\"/demo/mailbox/", "\"") else { continue };
        kari.open(&format!("/demo/mailbox/{letter}")).await;
        link = kari.between("/privacy/link/", "\"");
        if link.is_some() {
            break;
        }
    }
    kari.send(&format!("/privacy/link/{}", link.expect("a letter with a link")), &[]).await;
    kari.open("/privacy/requests/new").await;
    let token = kari.between("name=\"form-token\" value=\"", "\"").expect("a token");
    kari.send("/privacy/requests", &[("form-token", &token), ("kind", "erasure"), ("detail", "")]).await;
    let request =
        kari.place.split('?').next().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
    let reference = kari.between("<span class=\"mono\">", "<").expect("a reference");
    let mut staff = staff_of(demo).await;
    let at = |action: &str| format!("/console/requests/{request}/{action}");
    staff.send(&at("plan"), &[("purpose", "answer-request")]).await;
    staff.send(&at("rehearse"), &[("purpose", "answer-request")]).await;
    let (run, typed) = (at("run"), reference.clone());
    tokio::spawn(
        async move { staff.send(&run, &[("purpose", "answer-request"), ("confirm", &typed)]).await },
    );
    reference
}

async fn staff_of(demo: &Demo) -> Visitor {
    let mut staff = Visitor::new(&demo.base);
    staff.send(demo.staff.trim_start_matches(&demo.base), &[]).await;
    staff
}

/// How many customers and accounts of hers the shop still has, and how many invoices in her name.
async fn left(folder: &std::path::Path) -> (i64, i64, i64) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(folder.join("shop.sqlite"));
    let mut shop = sqlx::SqliteConnection::connect_with(&options).await.expect("the shop");
    let count = "SELECT (SELECT count(*) FROM customers WHERE lower(email) = 'kari.nordmann@kunde.example'), \
                 (SELECT count(*) FROM accounts WHERE customer_id = 1), \
                 (SELECT count(*) FROM invoices WHERE name = 'Kari Nordmann')";
    sqlx::query_as(count).fetch_one(&mut shop).await.expect("three numbers")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_killed_at_any_moment_is_finished_after_the_start_we_13() {
    let mut finished = 0;
    for delay in [0, 20, 60, 120, 250, 500] {
        let folder = tempfile::tempdir().expect("a folder");
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut demo = Demo::start_at(folder.path(), port);
        let before = left(folder.path()).await;
        assert!(before.0 == 1 && before.1 == 1 && before.2 > 1, "the shop does not know her: {before:?}");
        let reference = starts_an_erasure(&demo).await;
        tokio::time::sleep(Duration::from_millis(delay)).await;
        demo.kill();
        let demo = Demo::start_at(folder.path(), port);
        let mut staff = staff_of(&demo).await;
        let closed = closes(&mut staff, &reference, delay).await;
        let after = left(folder.path()).await;
        if closed {
            assert!(
                after.0 == 0 && after.1 == 0 && after.2 < before.2 && after.2 > 0,
                "after {delay} ms: {before:?} → {after:?}"
            );
            finished += 1;
            staff.open("/demo/mailbox").await;
            // what was delivered before the kill went with the demo's mailbox, which is in memory
            let last = format!("has been erased: {reference}");
            assert!(staff.page.matches(&last).count() <= 1, "more than one last letter");
        } else {
            assert_eq!(after, before, "killed after {delay} ms, before it began: nothing may be gone");
        }
        assert_eq!(demo.stop(), Some(0));
    }
    assert!(finished > 0, "no erasure had begun when it was killed: the test kills too early");
}

/// Whether the erasure ends by itself, or had not begun. A step's lease lasts two minutes: that it is closed before shows
/// that nobody waited for what the dead process held.
async fn closes(staff: &mut Visitor, reference: &str, delay: u64) -> bool {
    let begun_at = std::time::Instant::now();
    while begun_at.elapsed() < Duration::from_secs(100) {
        staff.open("/console/requests?show=closed").await;
        let closed = staff.page.contains(reference);
        if closed || !begun(staff, reference).await {
            return closed;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("killed after {delay} ms, and not closed soon after the start");
}

/// Whether a request that is still open is being carried out.
async fn begun(staff: &mut Visitor, reference: &str) -> bool {
    staff.open("/console/requests").await;
    let row = staff.page.split("<tr").find(|row| row.contains(reference)).unwrap_or_default();
    !row.contains("Being prepared")
}
