//! kill -9 at any moment: what was acknowledged is there, whole and once; what was begun is finished after the start.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::demo::Demo;

/// Sends the contact form as a program would; the receipt's address, if it was acknowledged.
async fn send(base: &str, number: usize) -> Option<String> {
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().ok()?;
    let page = http.get(format!("{base}/forms/contact")).send().await.ok()?.text().await.ok()?;
    let token = page.split("name=\"form-token\" value=\"").nth(1)?.split('"').next()?.to_owned();
    let fields = [
        ("form-token", token.as_str()),
        ("contact.name", "Ola Nordmann"),
        ("contact.email", &format!("ola.{number}@kunde.example")),
        ("correspondence.message", "Is the shop open on 17 May?"),
        ("accepted", "accept"),
    ];
    let body = fields.iter().map(|(name, value)| {
        format!("{name}={}", value.replace('@', "%40").replace(' ', "+").replace('?', "%3F"))
    });
    let body = body.collect::<Vec<_>>().join("&");
    let request = http
        .post(format!("{base}/forms/contact"))
        .header("Content-Type", "application/x-www-form-urlencoded");
    let answer = request.header("Origin", base).body(body).send().await.ok()?;
    let place = answer.headers().get("location")?.to_str().ok()?.to_owned();
    answer.status().is_redirection().then_some(place)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_kill_whole_and_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|free| free.local_addr())
        .expect("a free port")
        .port();
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
        let answer = http.get(&place).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "an acknowledged form has no receipt after the kill");
        let receipt: serde_json::Value = answer.json().await.expect("a receipt");
        let index = receipt["leaf"]["index"].as_u64().expect("an index");
        assert!(indexes.insert(index), "two forms share entry {index}");
    }
    assert_eq!(indexes.len(), acknowledged.len());
    assert_eq!(demo.stop(), Some(0));
}
