//! The published policy says everything Articles 13 and 14 ask for, in every language, and marks what is assumed.

use super::wepack::policy;
use document::{Block, Document, Inline};
use policy::document;

fn words(inlines: &[Inline]) -> String {
    document::plain(inlines)
}

fn all(document: &Document) -> Vec<Vec<Inline>> {
    let mut runs = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(words) | Block::Notice { text: words, .. } => runs.push(words.clone()),
            Block::List { items, .. } => runs.extend(items.clone()),
            Block::Table { rows, .. } => runs.extend(rows.iter().flatten().cloned()),
            Block::Definitions(pairs) => runs.extend(pairs.iter().map(|(_, words)| words.clone())),
            Block::Heading { text, .. } => runs.push(vec![Inline::Text(text.clone())]),
            Block::PageBreak => {}
        }
    }
    runs
}

fn anchors(document: &Document) -> Vec<String> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { anchor, .. } => Some(anchor.clone()),
        _ => None,
    });
    headings.collect()
}

#[test]
fn every_item_of_article_13_stands_in_it() {
    let text = document(&policy(), "en").markdown();
    for (item, said) in [
        ("1a controller", "WEPACK decides why"),
        ("1a contact", "privacy@wepack.example"),
        ("1c purposes", "Deliver what you ordered"),
        ("1c basis", "A contract with you, or what you ask for before one (Art. 6(1)(b))"),
        ("1d interests", "People who write to us want an answer"),
        ("1e recipients", "Tripletex"),
        ("1f safeguard", "Data Privacy Framework"),
        ("1f copy", "copy of a contract or safeguard"),
        ("2a period", "5 years from the end of the financial year"),
        ("2b rights", "(Art. 20)"),
        ("2c withdrawal", "You can withdraw your consent at any time"),
        ("2d complaint", "Datatilsynet"),
        ("2e duty", "Without these details we cannot deliver your order."),
        ("2f decisions", "No decision about you is made by a computer alone."),
        ("14(2)(f) source", "From your use of the service"),
    ] {
        assert!(text.contains(said), "{item}: “{said}” is missing");
    }
}

#[test]
fn both_languages_say_the_same_and_nothing_is_left_unsaid() {
    let policy = policy();
    let (en, nb) = (document(&policy, "en"), document(&policy, "nb"));
    assert_eq!(anchors(&en), anchors(&nb));
    assert_eq!((en.lang.as_str(), nb.lang.as_str()), ("en", "nb"));
    for document in [&en, &nb] {
        for run in all(document) {
            let words = words(&run);
            assert!(
                !words.trim().is_empty() && !words.contains('⟦') && !words.contains('\u{1}'),
                "{words:?}"
            );
            assert!(!words.contains(".."), "{words:?}");
        }
    }
    let english = ["Your rights", "Shared with", "Who we are", "You can object"];
    let norwegian = nb.markdown();
    for phrase in english {
        assert!(!norwegian.contains(phrase), "“{phrase}” stands in the Norwegian text");
    }
}

#[test]
fn anchors_are_unique_and_links_within_lead_somewhere() {
    let document = document(&policy(), "en");
    let anchors = anchors(&document);
    let mut unique = anchors.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), anchors.len());
    for run in all(&document) {
        for inline in run {
            if let Inline::Link { href, .. } = inline
                && let Some(anchor) = href.strip_prefix('#')
            {
                assert!(anchors.iter().any(|known| known == anchor), "#{anchor}");
            }
        }
    }
}

#[test]
fn what_is_assumed_is_a_placeholder_and_what_is_stated_is_not() {
    let document = document(&policy(), "en");
    let assumed: Vec<String> = all(&document)
        .into_iter()
        .flatten()
        .filter_map(|inline| match inline {
            Inline::Assumed(text) => Some(text),
            _ => None,
        })
        .collect();
    for text in
        ["privacy@wepack.example", "12 months from our last contact", "30 days", "The head of operations"]
    {
        assert!(assumed.iter().any(|known| known == text), "{text} in {assumed:#?}");
    }
    for text in [
        "WEPACK",
        "Datatilsynet",
        "5 years from the end of the financial year",
        "2 years from the day we got it",
    ] {
        assert!(!assumed.iter().any(|known| known == text), "{text} is no assumption");
    }
}

#[test]
fn we_04_equal_carriers_share_one_row() {
    let document = document(&policy(), "en");
    let rows = document.blocks.iter().find_map(|block| match block {
        Block::Table { head, rows, .. } if head.iter().any(|h| h == "Protection") => Some(rows),
        _ => None,
    });
    let rows = rows.unwrap();
    assert!(
        words(&rows[0][0]).starts_with("PostNord, Posten, DHL, Bring, Budpartner, Helthjem and Hurtiggutta")
    );
    assert_eq!(
        words(&rows[0][1]),
        "Contact details: name, e-mail, mobile, street address and place of delivery"
    );
}

#[test]
fn the_fingerprint_is_the_policy_s() {
    let policy = policy();
    assert!(document(&policy, "nb").markdown().contains(&policy.hash_hex()));
}
