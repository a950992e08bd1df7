//! What the crate promises: valid archival and accessible files, for any text.

use document::{Block, Document, Inline, NoticeKind};
use jiff::Timestamp;

use crate::fonts::{Face, fonts};
use crate::style::{BODY, BOTTOM, LEFT, PAGE, TOP};
use crate::text::{Marks, Span, lines};
use crate::{PdfInfo, blocks, draw, pdf};

fn info() -> PdfInfo {
    PdfInfo { created: Timestamp::from_second(1_795_271_400).unwrap(), author: "WEPACK".into() }
}

fn paper(blocks: Vec<Block>) -> Document {
    let meta = vec![("Version".into(), "1".into())];
    Document { lang: "nb".into(), title: "Prøve".into(), subtitle: Some("En prøve".into()), meta, blocks }
}

fn every_block() -> Vec<Block> {
    let cell = |text: &str| vec![Inline::text(text)];
    vec![
        Block::Heading { level: 2, number: Some("1".into()), text: "Én".into(), anchor: "en".into() },
        Block::Paragraph(vec![
            Inline::text("Les "),
            Inline::link("del 1", "#en"),
            Inline::text(", "),
            Inline::link("siden", "https://example.org/å"),
            Inline::text(" eller "),
            Inline::link("her", "/privacy"),
            Inline::Strong("sterk".into()),
            Inline::Emphasis("lett".into()),
            Inline::Code("kode".into()),
            Inline::Assumed("antatt".into()),
            Inline::LineBreak,
            Inline::link("uten mål", "#mangler"),
        ]),
        Block::List { ordered: true, items: vec![cell("a"), cell("b")] },
        Block::List { ordered: false, items: vec![cell("a"), vec![]] },
        Block::Table {
            caption: "Tabell".into(),
            head: vec!["A".into(), String::new()],
            rows: vec![vec![cell("1"), cell("2")], vec![], vec![cell("3")]],
        },
        Block::Definitions(vec![("Et langt begrep som brytes over flere linjer".into(), cell("tekst"))]),
        Block::Notice { kind: NoticeKind::Danger, title: "Obs".into(), text: cell("viktig") },
        Block::PageBreak,
        Block::PageBreak,
        Block::Heading { level: 3, number: None, text: "Slutt".into(), anchor: "slutt".into() },
    ]
}

fn strictly(document: &Document) -> Result<(), String> {
    let laid = blocks::lay(document, &info(), fonts().unwrap());
    draw::strictly(&laid, document, &info(), fonts().unwrap())
}

#[test]
fn every_block_is_archival_and_accessible() {
    assert_eq!(strictly(&paper(every_block())), Ok(()));
}

#[test]
fn odd_text_is_still_archival_and_accessible() {
    let odd = "😀👩‍👩‍👧 שלום سلام 漢字 \u{0}\u{1}\u{7f}\u{1b}[31m \u{e000}\u{10ffff}\u{fffe}\u{feff} e\u{301} \u{202e}x\u{2028}y";
    let blocks = vec![
        Block::Paragraph(vec![Inline::text(odd)]),
        Block::Notice { kind: NoticeKind::Info, title: odd.into(), text: vec![Inline::Code(odd.into())] },
    ];
    assert_eq!(strictly(&Document { title: odd.into(), ..paper(blocks) }), Ok(()));
}

#[test]
fn nothing_at_all_is_a_paper_too() {
    let empty = Document { lang: "en".into(), ..Document::default() };
    assert!(pdf(&empty, info()).unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let document = paper(every_block());
    let (first, second) = (pdf(&document, info()).unwrap(), pdf(&document, info()).unwrap());
    assert!(first == second);
    let later = PdfInfo { created: info().created + jiff::SignedDuration::from_hours(30), ..info() };
    assert!(first != pdf(&document, later).unwrap(), "the date is part of the input");
}

#[test]
fn everything_stands_within_the_margins_of_its_page() {
    let long = "ord ".repeat(3_000) + &"x".repeat(100_000);
    let rows = (0..60).map(|i| vec![vec![Inline::text(long.get(..i * 60).unwrap_or(""))]; 3]).collect();
    let mut all = every_block();
    all.push(Block::Paragraph(vec![Inline::text(long.as_str())]));
    all.push(Block::Table { caption: "T".into(), head: vec!["a".into(), "b".into(), "c".into()], rows });
    all.push(Block::Notice {
        kind: NoticeKind::Info,
        title: "N".into(),
        text: vec![Inline::text(long.as_str())],
    });
    let laid = blocks::lay(&paper(all), &info(), fonts().unwrap());
    assert!(laid.done.len() > 40, "{} pages", laid.done.len());
    for placed in laid.done.iter().flat_map(|page| &page.texts) {
        let visible =
            placed.run.text.trim_end().chars().count() as f32 / placed.run.text.chars().count() as f32;
        let right = placed.x + placed.run.width * visible.min(1.0);
        assert!(
            placed.x >= LEFT - 0.1 && right <= PAGE.0 - LEFT + 3.0,
            "{:?} ends at {right}",
            placed.run.text
        );
        let foot = placed.run.marks.slot.is_none() && placed.y > BOTTOM;
        assert!(foot || (placed.y > TOP && placed.y < BOTTOM), "{:?} at {}", placed.run.text, placed.y);
    }
}

#[test]
fn lines_keep_every_letter_and_fit_the_width() {
    let text = "Vi sletter det loven ikke pålegger oss å ta vare på, og sier fra om resten innen én måned.";
    let span = Span { text: text.into(), style: BODY, marks: Marks::default() };
    let broken = lines(&[span], 120.0, fonts().unwrap());
    let joined: String = broken.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect();
    assert_eq!(joined, text);
    assert!(broken.len() > 3);
    for line in &broken {
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        let space = if text.ends_with(' ') { 0.25 * BODY.size } else { 0.0 };
        assert!(line.width - space <= 120.5, "{text:?} is {} wide", line.width);
    }
}

#[test]
fn pairs_are_kerned_and_letters_come_from_the_serif() {
    let fonts = fonts().unwrap();
    let glyph = |c| fonts.sign(Face::Regular, c).glyph;
    assert!(fonts.kerning(Face::Regular, glyph('A'), glyph('V')) < -0.02);
    assert!(fonts.kerning(Face::Regular, glyph('T'), glyph('o')) < -0.02);
    assert!(fonts.kerning(Face::Regular, glyph('n'), glyph('n')).abs() < 0.01);
    for c in "abcæøåÆØÅéèêñšžłŁğİıßþðŒœΩЖшŐű€–—“”’…·•×".chars() {
        assert_eq!(fonts.sign(Face::Regular, c).face, Face::Regular, "{c} is missing in the serif");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_in_any_place_is_archival_and_accessible(
        texts in proptest::collection::vec(proptest::collection::vec(proptest::char::any(), 0..200), 6),
    ) {
        let mut texts = texts.into_iter().map(|text| text.into_iter().collect::<String>());
        let mut next = || texts.next().unwrap_or_default();
        let (title, text, code) = (next(), next(), next());
        let blocks = vec![
            Block::Heading { level: 2, number: Some(next()), text: text.clone(), anchor: text.clone() },
            Block::Paragraph(vec![Inline::link(text.clone(), format!("https://example.org/{code}")), Inline::Code(code)]),
            Block::Table { caption: next(), head: vec![next()], rows: vec![vec![vec![Inline::text(text)]]] },
        ];
        let document = Document { title, ..paper(blocks) };
        proptest::prop_assert_eq!(strictly(&document), Ok(()));
    }
}
