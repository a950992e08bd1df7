//! The paper as its readers' programs see it: `pdftotext` reads back what was written (where it is installed).

use std::io::Write;
use std::process::{Command, Stdio};

use document::{Block, Document, Inline};

fn document(text: &str) -> Document {
    let row = |name: &str| vec![vec![Inline::text(name)], vec![Inline::text("Blåbærsyltetøy")]];
    Document {
        lang: "nb".into(),
        title: "Opplysningene vi har om deg".into(),
        blocks: vec![
            Block::Heading {
                level: 2,
                number: Some("1".into()),
                text: "Ærlig svar".into(),
                anchor: "svar".into(),
            },
            Block::Paragraph(vec![Inline::text(text)]),
            Block::Table {
                caption: "Bestillinger".into(),
                head: vec!["Hvem".into(), "Hva".into()],
                rows: ["Åse Bjørnstad", "Łukasz Żółć", "Doğan Yıldız", "Ελένη", "Наталья"].map(row).to_vec(),
            },
        ],
        ..Document::default()
    }
}

fn pdf(document: &Document) -> Vec<u8> {
    let created = "2026-11-21T14:30:00Z".parse().unwrap();
    press::pdf(document, press::PdfInfo { created, author: "WEPACK".into() }).unwrap()
}

/// The text of a PDF, or nothing where `pdftotext` is not installed.
fn read_back(pdf: &[u8]) -> Option<String> {
    let mut command = Command::new("pdftotext");
    command.args(["-raw", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        println!("skipped: pdftotext (poppler-utils) is not installed");
        return None;
    };
    let mut input = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_text_reads_back_with_every_letter() {
    let Some(text) = read_back(&pdf(&document("Vi svarer deg, med æ ø å é ğ ł ß og €."))) else {
        return;
    };
    for words in [
        "Opplysningene vi har om deg",
        "1 Ærlig svar",
        "Vi svarer deg, med æ ø å é ğ ł ß og €.",
        "Åse Bjørnstad Blåbærsyltetøy",
        "Łukasz Żółć",
        "Doğan Yıldız",
        "Ελένη",
        "Наталья",
        "1 / 1",
        "21. november 2026",
    ] {
        assert!(text.contains(words), "{words:?} is missing in {text:?}");
    }
}

#[test]
fn signs_the_fonts_lack_still_read_back() {
    let Some(text) = read_back(&pdf(&document("Hei 😀 og 漢字!"))) else { return };
    assert!(text.contains('😀') && text.contains("漢字"), "{text:?}");
}

#[test]
fn a_long_table_repeats_its_head_and_counts_its_pages() {
    let mut document = document("Kort.");
    if let Some(Block::Table { rows, .. }) = document.blocks.last_mut() {
        *rows = (0..1_200).map(|i| vec![vec![Inline::text(format!("rad {i}"))], vec![]]).collect();
    }
    let Some(text) = read_back(&pdf(&document)) else { return };
    let pages = text.matches('\u{c}').count();
    assert!(pages > 25, "{pages} pages");
    assert_eq!(text.matches("Hvem").count(), pages);
    assert!(text.contains(&format!("{pages} / {pages}")));
    for i in 0..1_200 {
        assert!(text.contains(&format!("rad {i}\n")), "row {i} is lost");
    }
}
