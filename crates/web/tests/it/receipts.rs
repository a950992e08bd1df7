//! Receipts.

use crate::{contact, each};

#[tokio::test]
async fn a_receipt_is_for_the_one_it_is_about() {
    each(async |_, house| {
        let (mut kari, page) = contact(house).await;
        let at = page.path.clone();
        let (address, _) = at.split_once('?').expect("a view token");
        let file = page.path.replacen('?', ".json?", 1);
        // before the proof is there: said so, looked at again by itself, no file that would prove nothing
        let page = page.says(&["The proof follows within a second"]).never_says(&[".json"]);
        assert_eq!(page.header("refresh"), "1");
        let _ = kari.get(&file).await.is(425).says(&["The receipt is not complete yet"]);
        house.tick().await;
        let page = kari.get(&page.path).await.is(200).says(&[".json"]);
        assert_eq!(page.header("refresh"), "");
        let json = kari.get(&file).await.is(200);
        assert_eq!(json.header("content-type"), "application/ld+json");
        let value: serde_json::Value = serde_json::from_slice(&json.body).expect("JSON");
        assert_eq!(value["proof"]["format"], "abide-receipt-v2");
        holds(&value);
        let proof = kari.get(&file.replacen(".json", ".tlog-proof", 1)).await.is(200);
        assert!(proof.text().starts_with("c2sp.org/tlog-proof@v1\nextra "), "{}", proof.text());
        // the printed page leads to where it can be checked, and says nothing of her in the code
        let _ = page.says(&["role=\"img\" aria-label=\"", "/verify</span>"]);

        // nobody else, with the same words as for a receipt that never was
        let mut stranger = house.visitor();
        let theirs = stranger.get(address).await.is(404).never_says(&["Kari", "kari.nordmann"]);
        let nobodys = stranger.get("/receipts/0198b2a0-0000-7000-8000-000000000000").await.is(404);
        assert_eq!(without_id(&theirs.text()), without_id(&nobodys.text()));
        let _ = stranger.get(&format!("{address}?view=wrong")).await.is(404);

        // and Kari again, once signed in
        let mut signed_in = house.person("kari.nordmann@firma.example").await;
        let _ = signed_in.get(address).await.is(200).says(&["Receipt number"]);
        let mut other = house.person("ola@firma.example").await;
        let _ = other.get(address).await.is(404).never_says(&["Kari"]);
    })
    .await;
}

#[tokio::test]
async fn how_to_verify_is_explained_with_the_key() {
    each(async |_, house| {
        let key = house.visitor().get("/key").await.is(200).text();
        let _ =
            house.visitor().get("/verify").await.is(200).says(&[
                "abide verify receipt.json",
                &key.trim().replace('+', "&#43;").replace("&#43;", "+"),
            ]);
        house.tick().await;
        let note = house.visitor().get("/checkpoint").await.is(200).text();
        assert!(note.starts_with("127.0.0.1/") || note.contains("wepack"), "{note}");
        let size: u64 = note.lines().nth(1).and_then(|line| line.parse().ok()).expect("a size");
        let tile = house.visitor().get(&format!("/tile/0/000.p/{size}")).await.is(200);
        assert_eq!(tile.body.len() as u64, 32 * size);
        assert_eq!(tile.header("content-type"), "application/octet-stream");
        assert!(tile.header("cache-control").contains("immutable"));
        let checkpoint = house.visitor().get("/checkpoint").await.is(200);
        assert_eq!(checkpoint.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(checkpoint.header("cache-control"), "no-cache");
        // what is not released, no hash tile, or nobody's business
        for path in [
            format!("/tile/0/000.p/{}", size + 1),
            "/tile/0/000".to_owned(),
            "/tile/0/001.p/1".to_owned(),
            "/tile/entries/000.p/1".to_owned(),
            "/tile/0/../../checkpoint".to_owned(),
            "/tile/../checkpoint".to_owned(),
            "/tile/0/0".to_owned(),
        ] {
            let _ = house.visitor().get(&path).await.is(404);
        }
        let keys = house.visitor().get("/keys").await.is(200);
        let keys: serde_json::Value = serde_json::from_slice(&keys.body).expect("JSON");
        assert_eq!(keys["keys"][0]["key"].as_str(), Some(key.trim()));
        // the page that checks receipts may not connect to anywhere
        let page = house.visitor().get("/verify").await.is(200);
        let csp = page.header("content-security-policy");
        assert!(csp.contains("connect-src 'none'") && csp.contains("script-src 'self'"), "{csp}");
        assert!(!page.text().contains("web-verify-says"), "a sentence is missing");
    })
    .await;
}

/// Valid JSON-LD in the shape of TS 27560, and every word of it covered by the proof.
#[expect(clippy::indexing_slicing, reason = "a key that is not there fails the test")]
fn holds(file: &serde_json::Value) {
    let read = ledger::linked::File::from_json(file.to_string().as_bytes()).expect("a receipt");
    ledger::verify(&read.receipt, None).expect("it holds");
    let body = vault::open_receipt_body(&read.receipt).expect("it opens").expect("a body");
    let body = serde_json::from_slice(&body).expect("JSON");
    read.check(Some(&body)).expect("the record is what is proven");
    let record = &file["dpv:hasRecordOfActivity"][0];
    assert_eq!(record["dpv:hasDataController"]["dpv:hasName"], "WEPACK");
    assert_eq!(record["dpv:hasJurisdiction"]["@id"], "loc:NO");
    assert!(record["dpv:hasProcess"][0]["dpv:hasStorageCondition"][0]["dpv:hasDuration"].is_string());
    for pointer in
        ["/dpv:hasRecordOfActivity/0/dpv:hasDataController/dpv:hasName", "/@type", "/dct:identifier"]
    {
        let mut changed = file.clone();
        *changed.pointer_mut(pointer).expect("it is there") = "somebody else".into();
        let read = ledger::linked::File::from_json(changed.to_string().as_bytes()).expect("a receipt");
        let error = read.check(Some(&body)).expect_err("changed").to_string();
        assert!(error.contains(pointer), "{error}");
    }
    let mut other = file.clone();
    other["proof"]["notice"]["dpv:hasDataController"]["dpv:hasName"] = "Another".into();
    let read = ledger::linked::File::from_json(other.to_string().as_bytes()).expect("a receipt");
    assert_eq!(read.check(Some(&body)), Err(ledger::linked::LinkedError::Notice));
    let mut more = file.clone();
    more["abide:consents"] = "to everything".into();
    let read = ledger::linked::File::from_json(more.to_string().as_bytes()).expect("a receipt");
    assert!(read.check(Some(&body)).is_err(), "a word that nothing covers");
}

/// Without what differs between any two answers: the request's id and address.
fn without_id(page: &str) -> String {
    let cut = page.split("not-found, ").next().unwrap_or_default();
    cut.lines().filter(|line| !line.contains("?lang=")).collect()
}
