//! What whole documents look like as HTML and Markdown.

use document::{Block, Document, Inline, NoticeKind, plain};

fn document() -> Document {
    let cell = |text: &str| vec![Inline::text(text)];
    Document {
        lang: "en".into(),
        title: "Privacy <policy> & more".into(),
        subtitle: Some("What we do".into()),
        meta: vec![("Version".into(), "1 November 2026".into())],
        blocks: vec![
            Block::Heading {
                level: 2,
                number: Some("1".into()),
                text: "What we use".into(),
                anchor: "use".into(),
            },
            Block::Paragraph(vec![
                Inline::text("See "),
                Inline::link("section 2", "#two"),
                Inline::text(" or "),
                Inline::link("nothing", "javascript:alert(1)"),
                Inline::LineBreak,
                Inline::strong("always "),
                Inline::Emphasis("never".into()),
                Inline::Code("a|b`c".into()),
                Inline::Assumed("to be told".into()),
            ]),
            Block::List { ordered: true, items: vec![cell("one"), cell("1. two")] },
            Block::Table {
                caption: "Uses".into(),
                head: vec!["What".into(), "How long".into()],
                rows: vec![vec![cell("Orders | all"), cell("6 months")], vec![cell("Books")]],
            },
            Block::Definitions(vec![("Controller".into(), cell("WEPACK"))]),
            Block::Notice { kind: NoticeKind::Warning, title: "Mind".into(), text: cell("- this") },
            Block::PageBreak,
            Block::Heading { level: 3, number: None, text: "Two".into(), anchor: "two words".into() },
        ],
    }
}

#[test]
fn html() {
    insta::assert_snapshot!(document().html_body());
}

#[test]
fn markdown() {
    insta::assert_snapshot!(document().markdown());
}

#[test]
fn a_page_stands_alone_and_closes_no_style_early() {
    let page = document().html_page(Some("/assets/a.css"), Some("p { margin: 0 }"));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(page.contains("<title>Privacy &lt;policy&gt; &amp; more</title>"));
    assert!(page.contains("<link rel=\"stylesheet\" href=\"/assets/a.css\">"));
    assert!(page.contains("<style>\np { margin: 0 }\n</style>"));
    let broken = document().html_page(Some("javascript:x"), Some("</STYLE><script>x</script>"));
    assert!(!broken.contains("<script") && !broken.contains("javascript:") && !broken.contains("<style"));
}

#[test]
fn contents_lists_the_sections() {
    assert_eq!(document().contents(), [("use".to_owned(), "1 What we use".to_owned())]);
}

#[test]
fn plain_words() {
    let text = [Inline::strong("a"), Inline::LineBreak, Inline::link("b", "/c"), Inline::Assumed("d".into())];
    assert_eq!(plain(&text), "a bd");
}
