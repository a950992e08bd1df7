//! The workbook as its readers' programs see it: a ZIP of XML parts, each table on a sheet, dates as dates.

use std::io::{Cursor, Read};

use document::{Block, Document, Inline};

fn document() -> Document {
    let cell = |text: &str| vec![Inline::text(text)];
    let day = vec![Inline::Date { text: "1. november 2026".into(), day: "2026-11-01".into() }];
    let row = vec![
        cell("=1+1"),
        vec![Inline::text("Navn"), Inline::LineBreak, Inline::Assumed("antatt".into())],
        day,
    ];
    let heading = |text: &str| Block::Heading {
        level: 2,
        number: Some("1.".into()),
        text: text.into(),
        anchor: "a".into(),
    };
    let table = |rows: usize| Block::Table {
        caption: "Aktiviteter & mer".into(),
        head: vec!["Formål".into(), "Kategorier".into(), "Datert".into()],
        rows: vec![row.clone(); rows],
    };
    Document {
        lang: "nb".into(),
        title: "Protokoll: [Wepack]".into(),
        subtitle: Some("Artikkel 30".into()),
        meta: vec![("Versjon".into(), "1".into())],
        blocks: vec![
            Block::Definitions(vec![("Navn".into(), cell("WEPACK"))]),
            heading("Behandlingsaktiviteter med et svært langt navn"),
            table(3),
            heading("Behandlingsaktiviteter med et svært langt navn"),
            table(1),
        ],
    }
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.push((file.name().unwrap().into_owned(), text));
    }
    parts
}

fn written() -> Vec<u8> {
    let created = "2026-11-01T00:00:00Z".parse().unwrap();
    press::xlsx(&document(), &press::PdfInfo { created, author: "WEPACK".into() }).unwrap()
}

#[test]
fn every_table_is_a_sheet_with_its_head_in_sight() {
    let parts = parts(&written());
    let part = |name: &str| &parts.iter().find(|(known, _)| known == name).unwrap().1;
    let book = part("xl/workbook.xml");
    for name in ["Protokoll Wepack", "Behandlingsaktiviteter med et", "Behandlingsaktiviteter med et 2"] {
        assert!(book.contains(&format!("name=\"{name}\"")), "{name} in {book}");
    }
    for number in [2, 3] {
        let sheet = part(&format!("xl/worksheets/sheet{number}.xml"));
        for sign in [
            "state=\"frozen\"",
            "ySplit=\"1\"",
            "<autoFilter ref=\"A1:C",
            "<cols>",
            "orientation=\"landscape\"",
        ] {
            assert!(sheet.contains(sign), "{sign} in {sheet}");
        }
        assert!(!sheet.contains("<f>"), "a cell holds a formula");
    }
    assert!(book.contains("_xlnm.Print_Titles"), "the head is printed on every page");
    let words = part("xl/sharedStrings.xml");
    for text in ["=1+1", "[antatt]", "WEPACK", "Artikkel 30"] {
        assert!(words.contains(text), "{text} in {words}");
    }
    let day = "<v>46327</v>";
    assert!(part("xl/worksheets/sheet2.xml").contains(day), "1 November 2026 is kept as a day");
    assert!(part("xl/styles.xml").contains("yyyy\\-mm\\-dd") || part("xl/styles.xml").contains("yyyy-mm-dd"));
    assert!(part("xl/styles.xml").contains("wrapText=\"1\""));
    let about = part("docProps/core.xml");
    assert!(
        about.contains("Protokoll: [Wepack]") && about.contains("WEPACK") && about.contains("2026-11-01"),
        "{about}"
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(written() == written());
}

#[test]
fn nothing_at_all_and_very_much_are_workbooks_too() {
    let created = "2026-11-01T00:00:00Z".parse().unwrap();
    let info = press::PdfInfo { created, author: String::new() };
    let empty = Document::default();
    assert!(press::xlsx(&empty, &info).unwrap().starts_with(b"PK"));
    let long = Block::Paragraph(vec![Inline::text("ø".repeat(40_000))]);
    let much = Document { blocks: vec![long], ..Document::default() };
    assert!(press::xlsx(&much, &info).unwrap().starts_with(b"PK"));
}
