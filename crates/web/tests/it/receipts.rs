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
        assert_eq!(json.header("content-type"), "application/json");
        let value: serde_json::Value = serde_json::from_slice(&json.body).expect("JSON");
        assert_eq!(value["format"], "abide-receipt-v1");

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
        let _ = house.visitor().get("/tile/0/000.p/1").await;
        let _ = house.visitor().get("/tile/../checkpoint").await.is(404);
    })
    .await;
}

/// Without what differs between any two answers: the request's id and address.
fn without_id(page: &str) -> String {
    let cut = page.split("not-found, ").next().unwrap_or_default();
    cut.lines().filter(|line| !line.contains("?lang=")).collect()
}
