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
fn addresses_and_short_names_stay_whole_where_a_line_has_room() {
    let text = "Skriv til kontakt-sodepac@sodepac.example eller bruk e-post-skjemaet etter Art. 13 på https://www.datatilsynet.no i dag.";
    for width in [230.0, 250.0, 280.0, 330.0] {
        let span = Span { text: text.into(), style: BODY, marks: Marks::default() };
        let broken = lines(&[span], width, fonts().unwrap());
        let set: Vec<String> =
            broken.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect();
        for whole in ["kontakt-sodepac@sodepac.example", "e-post", "Art. 13", "https://www.datatilsynet.no"] {
            assert!(set.iter().any(|line| line.contains(whole)), "{whole} is broken at {width}: {set:?}");
        }
    }
    let span =
        Span { text: "kontakt@en-svært-lang-adresse.example".into(), style: BODY, marks: Marks::default() };
    assert!(
        lines(&[span], 90.0, fonts().unwrap()).len() > 1,
        "too long for any line, it is broken at its joints"
    );
}

#[test]
fn a_paragraph_does_not_end_in_a_line_of_one_short_word() {
    let text = "Most people have given us only a part of it, as the Bookkeeping Act asks in its section 13.";
    for width in 60..400_u16 {
        let span = Span { text: text.into(), style: BODY, marks: Marks::default() };
        let broken = lines(&[span], f32::from(width), fonts().unwrap());
        let last: String = broken.last().unwrap().runs.iter().map(|run| run.text.as_str()).collect();
        assert!(last.trim().contains(' '), "`{last}` stands alone at {width}");
    }
    let span = Span { text: "Bookkeeping it.".into(), style: BODY, marks: Marks::default() };
    let narrow = lines(&[span], 62.0, fonts().unwrap());
    let first: String = narrow.first().unwrap().runs.iter().map(|run| run.text.as_str()).collect();
    assert_eq!(first.trim(), "Bookkeeping", "a word is not torn for it");
}

#[test]
fn no_heading_or_table_head_stands_alone_at_the_foot_of_a_page() {
    let cell = |text: &str| vec![Inline::text(text)];
    for before in 0..45 {
        let mut all: Vec<Block> = (0..before).map(|_| Block::Paragraph(cell("En linje."))).collect();
        all.push(Block::Heading { level: 2, number: None, text: "Overskrift".into(), anchor: "o".into() });
        let row = vec![cell(&"Ord ".repeat(40)), cell("B")];
        let head = vec!["Hode".into(), "B".into()];
        all.push(Block::Table { caption: "Tabell".into(), head, rows: vec![row.clone(), row] });
        let laid = blocks::lay(&paper(all), &info(), fonts().unwrap());
        let page_of = |word: &str| {
            laid.done.iter().position(|page| page.texts.iter().any(|placed| placed.run.text.trim() == word))
        };
        let body =
            laid.done.iter().position(|page| page.texts.iter().any(|one| one.run.text.starts_with("Ord")));
        assert_eq!(page_of("Overskrift"), page_of("Tabell"), "{before}");
        assert_eq!(page_of("Tabell"), body, "{before}");
    }
}

#[test]
fn a_long_paper_lists_its_contents_with_their_pages() {
    let section = |n: usize| {
        [
            Block::Heading {
                level: 2,
                number: Some(format!("{n}.")),
                text: format!("Del {n}"),
                anchor: format!("d{n}"),
            },
            Block::Paragraph(vec![Inline::text("ord ".repeat(400))]),
        ]
    };
    let document = paper((1..=8).flat_map(section).collect());
    assert_eq!(strictly(&document), Ok(()));
    let laid = blocks::lay(&document, &info(), fonts().unwrap());
    let first = &laid.done[0];
    for n in 1..=8 {
        let entry = first.texts.iter().find(|one| one.run.text.trim() == format!("{n}. Del {n}")).unwrap();
        let near = |one: &&crate::flow::Placed| {
            (one.y - entry.y).abs() < 0.5 && one.x > entry.x && one.x < entry.x + 250.0
        };
        let page = (laid.anchors[&format!("d{n}")].page + 1).to_string();
        assert!(first.texts.iter().filter(near).any(|one| one.run.text == page), "{n}: {page}");
    }
}

#[test]
fn the_tags_are_not_called_suspect_in_a_way_readers_complain_of() {
    let bytes = pdf(&paper(every_block()), info()).unwrap();
    let has = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    assert!(!has(b"/Suspects"));
    assert!(has(b"/Marked true"), "the catalogue is where it is looked for");
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
