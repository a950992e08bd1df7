//! The policy of Sodepac: French is the reference, every fact has its place, and it reads as French is set.

use document::{Block, Document};
use policy::{
    Basis, Channel, ConsentBy, EnteredBy, Messages, Origin, Policy, Role, Source, Then, compile, document,
    render_terminal,
};

fn source() -> Source {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/sodepac/policy.yaml");
    Source::new("examples/sodepac/policy.yaml", std::fs::read_to_string(path).unwrap())
}

fn policy() -> Policy {
    let source = source();
    let compiled = compile(&source);
    compiled.policy.unwrap_or_else(|| panic!("{}", render_terminal(&source, &compiled.diagnostics, false)))
}

/// What is told once `from` is written as `to`.
fn told_with(from: &str, to: &str) -> Vec<&'static str> {
    let text = source().text;
    assert!(text.contains(from), "{from} does not stand there");
    compile(&Source::new("changed", text.replacen(from, to, 1)))
        .diagnostics
        .iter()
        .map(|d| d.code.0)
        .collect()
}

fn runs(document: &Document) -> Vec<String> {
    let words = |block: &Block| match block {
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph(words) | Block::Notice { text: words, .. } => vec![document::plain(words)],
        Block::List { items, .. } => items.iter().map(|words| document::plain(words)).collect(),
        Block::Table { rows, .. } => rows.iter().flatten().map(|words| document::plain(words)).collect(),
        Block::Definitions(pairs) => pairs.iter().map(|(_, words)| document::plain(words)).collect(),
        Block::PageBreak => Vec::new(),
    };
    document.blocks.iter().flat_map(words).collect()
}

#[test]
fn so_02_each_collection_has_a_form_and_a_purpose_of_its_own() {
    let policy = policy();
    let forms = ["account", "billing", "downloads", "survey", "contest", "promotion", "event", "support"];
    let mut purposes: Vec<&str> =
        forms.iter().map(|name| policy.form(name).unwrap().purpose.as_str()).collect();
    purposes.sort_unstable();
    purposes.dedup();
    assert_eq!(purposes.len(), forms.len(), "{purposes:?}");
    assert!(policy.form("support").unwrap().attachments.is_some());
}

#[test]
fn so_01_so_34_sources_are_named_and_what_partners_give_is_told() {
    let policy = policy();
    let origins: Vec<Origin> = policy.purposes.iter().flat_map(|purpose| purpose.sources.clone()).collect();
    for origin in [Origin::Person, Origin::Use, Origin::Others, Origin::Partners, Origin::SocialMedia] {
        assert!(origins.contains(&origin), "{origin:?}");
    }
    for name in ["partners", "partner-sale"] {
        let form = policy.form(name).unwrap();
        assert_eq!(
            (form.entered_by, form.tells_person_within.is_some()),
            (EnteredBy::Partner, true),
            "{name}"
        );
    }
    assert!(
        told_with("    entered_by: partner\n    tells_person_within: 1 month\n", "    entered_by: partner\n")
            .contains(&"A0231")
    );
}

#[test]
fn so_05_so_07_service_mail_and_marketing_are_different_things() {
    let policy = policy();
    for name in ["orders", "quotes", "support", "technical-notices"] {
        assert_eq!(policy.purpose(name).unwrap().messages, Some(Messages::Service), "{name}");
    }
    let marketing = policy.purposes.iter().filter(|purpose| purpose.messages == Some(Messages::Marketing));
    assert_eq!(marketing.map(|purpose| purpose.name.as_str()).collect::<Vec<_>>(), ["news"]);
}

#[test]
fn so_08_so_11_consent_stands_where_it_was_promised() {
    let policy = policy();
    for name in ["expert-advice", "testimonials", "statistics", "social-widgets", "recognition"] {
        assert_eq!(policy.purpose(name).unwrap().basis, Basis::Consent, "{name}");
    }
    let testimonials = policy.purpose("testimonials").unwrap();
    assert!(testimonials.witness && testimonials.consent_by.contains(&ConsentBy::Verbal));
    assert!(told_with("    witness: yes\n", "").contains(&"A0343"));
}

#[test]
fn so_17_so_37_each_provider_keeps_nothing_and_is_vouched_for() {
    let policy = policy();
    for provider in policy.recipients.iter().filter(|recipient| recipient.role == Role::Processor) {
        assert!(provider.instructions_only && provider.at_end.is_some(), "{}", provider.name);
        assert!(provider.confirms_within.is_some(), "{}", provider.name);
        let vouched = policy.attestations.iter().any(|promise| promise.of.as_ref() == Some(&provider.name));
        assert!(vouched || provider.name == "experts", "{}", provider.name);
    }
}

#[test]
fn so_18_so_30_so_36_nothing_is_set_before_the_answer() {
    let policy = policy();
    for cookie in policy.cookies.iter().filter(|cookie| !cookie.necessary) {
        assert_eq!(policy.purpose(&cookie.purpose).unwrap().basis, Basis::Consent, "{}", cookie.name);
    }
    assert!(told_with("consent_by: [banner]", "consent_by: [browsing]").contains(&"A0341"));
}

#[test]
fn so_20_so_29_changes_and_mergers_are_told_and_versions_stay() {
    let changes = policy().changes;
    assert!(changes.public_archive && changes.significant.by.contains(&Channel::SocialMedia));
    assert_eq!(changes.merger, [Channel::Email, Channel::Site]);
}

#[test]
fn so_21_data_is_deleted_made_anonymous_or_locked_away() {
    let policy = policy();
    for then in [Then::Delete, Then::Anonymise, Then::Isolate] {
        assert!(policy.purposes.iter().any(|purpose| purpose.keep.then == then), "{then:?}");
    }
}

#[test]
fn so_25_so_26_a_veto_and_a_deaf_ear_are_told() {
    assert!(told_with("veto: none", "veto: administrator").contains(&"A0342"));
    assert!(told_with("dnt: honour", "dnt: ignore").contains(&"A0312"));
}

#[test]
fn so_31_french_is_the_reference_and_says_so() {
    let policy = policy();
    assert_eq!(policy.languages.all().collect::<Vec<_>>(), ["fr", "en"]);
    let (fr, en) = (runs(&document(&policy, "fr")), runs(&document(&policy, "en")));
    assert!(fr.iter().any(|run| run.starts_with("Ce texte fait foi")), "{fr:#?}");
    assert!(en.iter().any(|run| run.contains("translation")), "{en:#?}");
    for said in ["4 Avenue Industrielle", "+33 (0)3 20 07 63 43", "Droit applicable\u{202f}: France"] {
        assert!(fr.iter().any(|run| run.contains(said)), "{said}");
    }
}

#[test]
fn names_that_are_words_are_said_in_each_language() {
    let policy = policy();
    let colleagues = policy.recipient("colleagues").unwrap();
    assert_eq!(colleagues.title_in("en"), "Your colleagues, also former ones");
    assert_eq!(colleagues.title_in("fr"), colleagues.title);
    assert_eq!(policy.recipient("linkedin").unwrap().title_in("en"), "LinkedIn");
}

#[test]
fn the_french_text_is_set_as_french_is() {
    // The names of authorities stand in their own languages.
    let theirs = |run: &str| policy::law::authority("DE").is_some_and(|known| known.name == run);
    for run in runs(&document(&policy(), "fr")).iter().filter(|run| !theirs(run)) {
        for (at, mark) in run.match_indices([';', '?', '!', '»', ':']) {
            let before = run[..at].chars().next_back().unwrap_or(' ');
            let address = mark == ":" && run[at..].starts_with("://");
            assert!(before == '\u{202f}' || address, "{mark} in {run:?}");
        }
        assert!(!run.contains('\'') || run.contains("Commission nationale"), "{run:?}");
    }
}
