//! Writes sample papers into a folder and says how long each took:
//! `cargo run -p press --example sample --release -- /tmp/papers`.

#![expect(clippy::print_stdout, reason = "it is a program for the terminal")]

use std::time::Instant;

use document::{Block, Document, Inline, NoticeKind};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder to write to")?;
    std::fs::create_dir_all(&folder)?;
    for (name, document) in
        [("policy-en", policy_en()), ("answer-nb", answer_nb(60)), ("long", answer_nb(900)), ("odd", odd())]
    {
        let info = press::PdfInfo { created: "2026-11-21T14:30:00Z".parse()?, author: "WEPACK".to_owned() };
        let before = Instant::now();
        let bytes = press::pdf(&document, info)?;
        println!("{name}: {} bytes in {:?}", bytes.len(), before.elapsed());
        std::fs::write(format!("{folder}/{name}.pdf"), bytes)?;
    }
    Ok(())
}

fn heading(level: u8, number: &str, text: &str, anchor: &str) -> Block {
    Block::Heading { level, number: Some(number.into()), text: text.into(), anchor: anchor.into() }
}

fn policy_en() -> Document {
    let mut blocks = vec![Block::Notice {
        kind: NoticeKind::Info,
        title: "In short".into(),
        text: vec![
            Inline::text(
                "We use what you give us to answer you and to deliver what you order. You can ask for it at ",
            ),
            Inline::link("wepack.example/privacy", "https://wepack.example/privacy"),
            Inline::text("."),
        ],
    }];
    blocks.extend(uses());
    blocks.extend(grounds());
    blocks.extend(rights());
    blocks.extend(company());
    Document {
        lang: "en".into(),
        title: "Privacy policy".into(),
        subtitle: Some("What WEPACK does with your data, and what you can ask for".into()),
        meta: vec![
            ("Version".into(), "1 November 2026".into()),
            ("Controller".into(), "WEPACK AS, Oslo".into()),
        ],
        blocks,
    }
}

fn uses() -> Vec<Block> {
    let row = |cells: [&str; 4]| cells.iter().map(|cell| vec![Inline::text(*cell)]).collect();
    vec![
        heading(2, "1", "What we use, why, and for how long", "what"),
        Block::Paragraph(vec![
            Inline::text("This table is the whole of it. Every use rests on a ground in law, named in "),
            Inline::link("section 2", "#grounds"),
            Inline::text("; where we have published nothing yet, the text is marked "),
            Inline::Assumed("like this".into()),
            Inline::text(". AVAST Type To Wave: kerning is at work here."),
        ]),
        Block::Table {
            caption: "What we use your data for".into(),
            head: ["What for", "Which data", "How long", "With whom"].map(String::from).to_vec(),
            rows: vec![
                row([
                    "Answer enquiries",
                    "Name, e-mail, message",
                    "12 months after the last contact",
                    "Nobody",
                ]),
                row([
                    "Deliver orders",
                    "Name, address, mobile number",
                    "6 months after delivery",
                    "PostNord, DHL",
                ]),
                row([
                    "Keep books",
                    "Name, invoice lines",
                    "5 years after the financial year",
                    "Tax authority",
                ]),
                row(["Newsletter", "E-mail address", "Until you withdraw your consent", "MailerLite"]),
            ],
        },
    ]
}

fn grounds() -> Vec<Block> {
    vec![
        heading(2, "2", "The grounds", "grounds"),
        Block::Paragraph(vec![
            Inline::text("A "),
            Inline::Strong("contract".into()),
            Inline::text(" with you is the ground for delivering. The "),
            Inline::Emphasis("Bookkeeping Act".into()),
            Inline::text(
                " obliges us to keep invoices. You can say no as easily as yes. The field is called ",
            ),
            Inline::Code("contact.email".into()),
            Inline::text(" in our exports."),
        ]),
    ]
}

fn rights() -> Vec<Block> {
    let right = |name: &str, text: &str| vec![Inline::strong(format!("{name}. ")), Inline::text(text)];
    vec![
        heading(3, "2.1", "Your rights", "rights"),
        Block::List {
            ordered: false,
            items: vec![
                right(
                    "Access",
                    "A copy of what we have about you, with where it came from and who received it.",
                ),
                right("Erasure", "We delete what the law does not oblige us to keep, and say what remains."),
                right("Objection", "Against direct marketing it always holds."),
            ],
        },
        heading(3, "2.2", "How to use them", "how"),
        Block::List {
            ordered: true,
            items: vec![
                vec![Inline::text("Type your e-mail address on the privacy page.")],
                vec![Inline::text("Open the link that we mail you.")],
                vec![Inline::text("Say what you want. You see at once by when we answer.")],
            ],
        },
        Block::Notice {
            kind: NoticeKind::Warning,
            title: "If we do not answer in time".into(),
            text: vec![
                Inline::text("Complain to the Norwegian supervisory authority: "),
                Inline::link("www.datatilsynet.no", "https://www.datatilsynet.no"),
            ],
        },
    ]
}

fn company() -> Vec<Block> {
    vec![
        heading(2, "3", "Who we are", "who"),
        Block::Definitions(vec![
            (
                "Controller".into(),
                vec![
                    Inline::text("WEPACK AS, organisation number 977 281 962"),
                    Inline::LineBreak,
                    Inline::text("Storgata 1, 0155 Oslo, Norway"),
                ],
            ),
            ("Contact".into(), vec![Inline::link("privacy@wepack.example", "mailto:privacy@wepack.example")]),
        ]),
    ]
}

fn answer_nb(rows: usize) -> Document {
    let names = [
        "Åse Bjørnstad",
        "Ægir Øverås",
        "Łukasz Żółć",
        "Doğan Yıldız",
        "José Ñuñez",
        "Ελένη Παππά",
        "Наталья Щукина",
    ];
    let mut table = Vec::new();
    for (index, name) in names.iter().cycle().take(rows).enumerate() {
        table.push(vec![
            vec![Inline::Code(format!("{:05}", 10248 + index))],
            vec![Inline::text(format!("{}. november 2026 kl. 14.{:02}", index % 28 + 1, index % 60))],
            vec![Inline::text(*name)],
            vec![Inline::text(if index % 5 == 0 { "Pappesker 400×300×200 mm, 25 stk., levert til døra; kunden ba om at pakken settes i boden fordi hunden bjeffer på fremmede." } else { "Pappesker 400×300×200 mm" })],
        ]);
    }
    Document {
        lang: "nb".into(),
        title: "Opplysningene vi har om deg".into(),
        subtitle: Some("Svar på forespørselen din om innsyn, mottatt 21. november 2026".into()),
        meta: vec![
            ("Referanse".into(), "2026-0042".into()),
            ("Behandlingsansvarlig".into(), "WEPACK AS, Oslo".into()),
        ],
        blocks: vec![
            heading(2, "1", "Det viktigste", "kort"),
            Block::Paragraph(vec![
                Inline::text("Vi har "),
                Inline::Strong(format!("{rows} bestillinger")),
                Inline::text(
                    " og tre fakturaer om deg. Fakturaene må vi ta vare på i fem år etter regnskapsårets slutt; resten kan du be oss slette. Blåbærsyltetøy, ærfugl og østersjøen: alle bokstavene skal stå her.",
                ),
            ]),
            heading(2, "2", "Bestillinger", "bestillinger"),
            Block::Table {
                caption: "Bestillinger fra nettbutikken".into(),
                head: ["Nummer", "Tidspunkt", "Mottaker", "Innhold"].map(String::from).to_vec(),
                rows: table,
            },
            Block::Notice {
                kind: NoticeKind::Success,
                title: "Du kan klage".into(),
                text: vec![Inline::text("Datatilsynet tar imot klager på www.datatilsynet.no.")],
            },
        ],
    }
}

fn odd() -> Document {
    let text = |text: &str| Block::Paragraph(vec![Inline::text(text)]);
    let wide: Vec<String> = (1..=24).map(|i| format!("customer_column_{i}")).collect();
    let row = (1..=24).map(|i| vec![Inline::text(format!("value {i}"))]).collect();
    Document {
        lang: "en".into(),
        title: "Odd input 😀 \u{202e}abc".into(),
        subtitle: None,
        meta: vec![],
        blocks: vec![
            text(
                "Emoji 😀👩‍👩‍👧 shalom שלום salaam سلام kanji 漢字 control \u{1}\u{7}\u{1b}[31m nul \u{0} private \u{e000} \u{10ffff} e\u{301}",
            ),
            text(&"x".repeat(4_000)),
            text(
                "https://example.org/a/very/long/address/that/goes/on/and/on?with=parameters&and=more&of=them&until=it_is_too_long_for_one_line",
            ),
            Block::Table { caption: "Too many columns".into(), head: wide, rows: vec![row] },
        ],
    }
}
