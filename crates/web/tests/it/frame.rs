//! What holds for every page: headers, sizes, landmarks.

use testkit::actors::Answer;

use crate::{contact, each};

const PUBLIC: [&str; 9] = [
    "/",
    "/policy",
    "/policy?lang=nb",
    "/forms/contact",
    "/forms/order",
    "/verify",
    "/privacy",
    "/console/sign-in",
    "/demo/mailbox",
];

fn holds_the_frame(page: &Answer) {
    let text = page.text();
    let path = &page.path;
    assert!(page.body.len() < 50 * 1024, "{path} has {} bytes", page.body.len());
    for one in ["<main id=\"main\"", "<h1", "<title>", "class=\"skip\"", "<html lang=\""] {
        assert_eq!(text.matches(one).count(), 1, "{path}: {one}");
    }
    for never in ["<script", " style=\"", "javascript:", " onclick", "⟦", "http://fonts", "data:image"] {
        if path == "/verify" && never == "<script" {
            assert_eq!(text.matches("<script src=\"/assets/").count(), text.matches("<script").count());
            continue;
        }
        let after = text.split_once(never).map(|(_, rest)| rest.chars().take(60).collect::<String>());
        assert_eq!(after, None, "{path} has {never}");
    }
    let ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{path} repeats an id: {ids:?}");
    let csp = page.header("content-security-policy");
    let own = if path == "/verify" { "default-src 'none'" } else { "default-src 'self'" };
    assert!(csp.contains(own) && !csp.contains("unsafe"), "{path}: {csp}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(page.header(name), value, "{path}");
    }
    assert!(csp.contains("frame-ancestors 'none'"));
    assert!(page.header("x-request-id").len() == 12, "{path}");
}

#[tokio::test]
async fn every_page_holds_the_frame() {
    each(async |_, house| {
        let mut visitor = house.visitor();
        for path in PUBLIC {
            holds_the_frame(&visitor.get(path).await.is(200));
        }
        let (_, receipt) = contact(house).await;
        holds_the_frame(&receipt);
        let mut kari = house.person("kari.nordmann@firma.example").await;
        let request = kari.ask("access", "").await.is(200);
        holds_the_frame(&request);
        for path in ["/privacy/home", "/privacy/requests", "/privacy/requests/new"] {
            let page = kari.get(path).await.is(200);
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
            holds_the_frame(&page);
        }
        let mut staff = house.staff().await;
        for path in [
            "/console",
            "/console/requests",
            "/console/people",
            "/console/people/enter",
            "/console/policy",
            "/console/health",
        ] {
            let page = staff.get(path).await.is(200);
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
            holds_the_frame(&page);
        }
    })
    .await;
}

#[tokio::test]
async fn the_style_sheet_is_small_and_kept_for_ever() {
    each(async |_, house| {
        let page = house.visitor().get("/").await.text();
        let (_, rest) = page.split_once("rel=\"stylesheet\" href=\"").expect("a style sheet");
        let href = rest.split('"').next().unwrap_or_default().to_owned();
        let css = house.visitor().get(&href).await.is(200);
        assert!(css.body.len() < 20 * 1024, "{} bytes", css.body.len());
        assert!(css.header("cache-control").contains("immutable"));
        let _ = css.never_says(&["http://", "https://", "@import", "url("]);
        let _ = house.visitor().get("/assets/other.css").await.is(404);
    })
    .await;
}

#[tokio::test]
async fn pages_are_compressed_where_the_browser_can() {
    each(async |_, house| {
        let mut visitor = house.visitor();
        visitor.headers.push(("accept-encoding".to_owned(), "gzip".to_owned()));
        let page = visitor.get("/policy").await.is(200);
        assert_eq!(page.header("content-encoding"), "gzip");
        assert!(page.body.len() < 20 * 1024, "{} bytes", page.body.len());
    })
    .await;
}

#[tokio::test]
async fn the_policy_is_there_as_page_markdown_and_pdf() {
    each(async |_, house| {
        let mut visitor = house.visitor();
        let _ = visitor.get("/policy").await.is(200).says(&["<article", "Contents", "WEPACK"]);
        let markdown = visitor.get("/policy.md?lang=nb").await.is(200);
        assert!(markdown.header("content-type").starts_with("text/markdown"));
        let pdf = visitor.get("/policy.pdf").await.is(200);
        assert_eq!(pdf.header("content-type"), "application/pdf");
        assert!(pdf.body.starts_with(b"%PDF-"));
    })
    .await;
}

#[tokio::test]
async fn health_names_no_person_and_no_secret() {
    each(async |_, house| {
        let _ = contact(house).await;
        let page = house.visitor().get("/health").await.is(200).says(&["\"status\":\"ok\"", "\"ledger\""]);
        let _ = page.never_says(&["kari", "postgres:", "sqlite:"]);
    })
    .await;
}
