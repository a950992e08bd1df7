//! The papers beside the policy and the registers: each as a page and as files, and the same sentence on all of them.

use policy::{Rendering, render};

use crate::each;

/// What stands between marks: words as a reader sees them.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect::<String>().replace('’', "'")
}

#[tokio::test]
async fn we_02_we_07_cookies_recipients_and_notices_have_pages_of_their_own() {
    each(async |_, house| {
        let mut anyone = house.visitor();
        let policy = anyone.get("/policy").await.is(200);
        let _ = policy.says(&["/policy/cookies", "/policy/recipients", "/policy/notices"]);
        let cookies = anyone.get("/policy/cookies").await.is(200);
        let _ = cookies
            .says(&["__utma", "_fbp", "180 days", "id=\"cookies-facebook-campaigns\""])
            .never_says(&["⟦"]);
        let recipients = anyone.get("/policy/recipients").await.is(200);
        let _ = recipients
            .says(&["Tripletex", "VeraSafe Ireland Ltd", "id=\"recipient-docusign\""])
            .never_says(&["⟦"]);
        let notices = anyone.get("/policy/notices?lang=nb").await.is(200);
        let _ = notices.says(&["id=\"form-order\"", "Datatilsynet", "artikkel 13 og 14"]).never_says(&["⟦"]);
        let text = anyone.get("/policy/cookies.md").await.is(200);
        assert_eq!(text.header("content-type"), "text/markdown; charset=utf-8");
        let pdf = anyone.get("/policy/recipients.pdf").await.is(200);
        assert_eq!(pdf.header("content-type"), "application/pdf");
        for path in ["/policy/nothing", "/policy/cookies.exe", "/policy/record"] {
            let _ = anyone.get(path).await.is(404);
        }
    })
    .await;
}

#[tokio::test]
async fn what_stands_beside_a_form_stands_word_for_word_in_the_policy_s_papers() {
    each(async |_, house| {
        let policy = &house.service.policy;
        for lang in ["en", "nb"] {
            let whole: String = [Rendering::Policy, Rendering::Notices, Rendering::Consents]
                .iter()
                .flat_map(|what| render(policy, *what, lang).runs())
                .map(|run| bare(&run) + "\n")
                .collect();
            for form in &policy.forms {
                let page = house.visitor().get(&format!("/forms/{}?lang={lang}", form.name)).await.is(200);
                let page = page.says(&[&format!("/policy/notices#form-{}", form.name)]).text();
                let notice = page.split_once("<details>").and_then(|(_, rest)| rest.split_once("</dl>"));
                let notice = notice.expect("a notice").0;
                let said: Vec<&str> =
                    notice.split("<dd>").skip(1).filter_map(|one| one.split("</dd>").next()).collect();
                assert!(said.len() >= 6, "{notice}");
                for words in said {
                    let words = words
                        .split('<')
                        .filter_map(|part| part.split_once('>').map(|(_, text)| text).or(Some(part)));
                    let words = bare(&words.collect::<String>().replace("&#39;", "'").replace("&amp;", "&"));
                    assert!(whole.contains(words.trim()), "{lang}, {}: {words}", form.name);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_records_of_article_30_are_for_staff_as_page_workbook_and_pdf() {
    each(async |_, house| {
        for which in ["record", "processor-record", "consents"] {
            let _ = house.visitor().get(&format!("/console/registers/{which}")).await.is(303);
            let _ = house.visitor().get(&format!("/console/registers/{which}.xlsx")).await.is(303);
        }
        let mut staff = house.staff().await;
        let page = staff.get("/console/registers/record").await.is(200);
        let _ = page
            .says(&["Processing activities", "Deliver what you ordered", "record.xlsx"])
            .never_says(&["⟦"]);
        let _ =
            staff.get("/console/registers/processor-record").await.is(200).says(&["holds no data on behalf"]);
        let consents = staff.get("/console/registers/consents").await.is(200);
        let _ = consents.says(&["Yes, send me news and campaigns that fit me."]);
        let book = staff.get("/console/registers/record.xlsx").await.is(200);
        assert!(
            book.header("content-disposition").ends_with(".xlsx\""),
            "{}",
            book.header("content-disposition")
        );
        let pdf = staff.get("/console/registers/consents.pdf").await.is(200);
        assert_eq!(pdf.header("content-type"), "application/pdf");
        let _ = staff.get("/console/registers/nothing").await.is(404);
    })
    .await;
}
