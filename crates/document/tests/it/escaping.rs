//! No text becomes markup, whatever it is.

use document::{Block, Document, Inline, NoticeKind, safe_href};
use proptest::prelude::*;

/// Every place a text can stand in, all holding the same text.
fn everywhere(text: &str) -> Document {
    let runs = || {
        vec![
            Inline::text(text),
            Inline::strong(text),
            Inline::Emphasis(text.into()),
            Inline::Code(text.into()),
            Inline::Assumed(text.into()),
            Inline::link(text, text),
        ]
    };
    Document {
        lang: text.into(),
        title: text.into(),
        subtitle: Some(text.into()),
        meta: vec![(text.into(), text.into())],
        blocks: vec![
            Block::Heading { level: 2, number: Some(text.into()), text: text.into(), anchor: text.into() },
            Block::Paragraph(runs()),
            Block::List { ordered: false, items: vec![runs()] },
            Block::Table { caption: text.into(), head: vec![text.into()], rows: vec![vec![runs()]] },
            Block::Definitions(vec![(text.into(), runs())]),
            Block::Notice { kind: NoticeKind::Info, title: text.into(), text: runs() },
        ],
    }
}

/// The tags and the attributes' names of a page, in order: its shape without its text.
fn shape(html: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, next) = after.split_once('>').unwrap();
        let outside: Vec<&str> = tag.split('"').step_by(2).collect();
        out.push(outside.join("\""));
        rest = next;
    }
    out
}

const ELEMENTS: [&str; 31] = [
    "article", "header", "h1", "h2", "p", "dl", "div", "dt", "dd", "ul", "ol", "li", "table", "caption",
    "thead", "tbody", "tr", "th", "td", "aside", "hr", "br", "strong", "em", "code", "mark", "a", "span",
    "h3", "h4", "h5",
];

proptest! {
    #[test]
    fn html_holds_only_our_own_tags(text in "(\\PC|[<>&\"'\\x00-\\x1f]){0,40}") {
        let html = everywhere(&text).html_body();
        for tag in shape(&html) {
            let name = tag.trim_start_matches('/').split([' ', '"']).next().unwrap();
            prop_assert!(ELEMENTS.contains(&name), "{tag:?} from {text:?}");
            prop_assert!(!tag.contains("style") && !tag.contains(" on"), "{tag:?} from {text:?}");
        }
        // Links aside, the shape does not depend on the text at all.
        let without_links = |html: &str| -> Vec<String> {
            shape(html).into_iter().filter(|tag| !tag.starts_with("a ") && tag != "/a").collect()
        };
        prop_assert_eq!(without_links(&html), without_links(&everywhere("x").html_body()));
    }

    #[test]
    fn markdown_holds_no_html_and_keeps_its_lines(text in "(\\PC|[<>&|*_`#\\[\\]()\\-+.0-9\\n\\r]){0,40}") {
        let markdown = everywhere(&text).markdown();
        let code_free: String = markdown.split('`').step_by(2).collect();
        if !text.contains('`') {
            prop_assert!(!code_free.contains('<'), "{code_free:?} from {text:?}");
        }
        // A text adds no line of its own, whatever it holds.
        prop_assert_eq!(markdown.lines().count(), everywhere("x").markdown().lines().count(), "{:?}", text);
    }

    #[test]
    fn links_lead_only_to_known_schemes(text in "\\s{0,2}[a-zA-Z/:?#.@\\\\\\t\\n-]{0,24}") {
        if let Some(href) = safe_href(&text) {
            let scheme = href.split(['/', '?', '#']).next().unwrap().split_once(':').map(|(scheme, _)| scheme);
            let known = ["http", "https", "mailto"];
            prop_assert!(scheme.is_none_or(|scheme| known.contains(&scheme.to_ascii_lowercase().as_str())));
        }
    }
}

#[test]
fn known_traps_lead_nowhere() {
    for href in [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "",
        " ",
        "x\" onload=\"y",
    ] {
        assert_eq!(safe_href(href), None, "{href:?}");
    }
    for href in [
        "https://a.example/b?c=d#e",
        "mailto:a@b.example",
        "/privacy",
        "#top",
        "receipts/1",
        "?page=2",
        "/a:b",
    ] {
        assert_eq!(safe_href(href), Some(href));
    }
}
