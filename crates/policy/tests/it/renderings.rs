//! Every rendering of every example in every language: whole, without a gap, the same sentence wherever it stands.

use document::{Document, Inline, texts};
use policy::{Basis, DataRole, Policy, Purpose, Refusal, Rendering, Sources, Wording, compile_all, render};

const ALL: [Rendering; 7] = [
    Rendering::Policy,
    Rendering::Cookies,
    Rendering::Recipients,
    Rendering::Record,
    Rendering::ProcessorRecord,
    Rendering::Consents,
    Rendering::Notices,
];

/// The examples that are there.
pub fn policies() -> Vec<(String, Policy)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let Ok(bytes) = std::fs::read(folder.join("policy.yaml")) else { continue };
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let read = |path: &str| std::fs::read(folder.join(path)).map_err(|_| Refusal::Missing);
        let sources = Sources::gather("policy.yaml", &bytes, read);
        if let Some(policy) = compile_all(&sources).policy {
            found.push((name, policy));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(found.iter().any(|(name, _)| name == "wepack"));
    found
}

/// What one rendering says, each run of words for itself, without the invisible marks of direction.
pub fn runs(document: &Document) -> Vec<String> {
    document.runs().iter().map(|run| bare(run)).collect()
}

pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

pub fn each(mut check: impl FnMut(&str, &Policy, &str)) {
    for (name, policy) in policies() {
        for lang in policy.languages.all() {
            check(&name, &policy, lang);
        }
    }
}

#[test]
fn nothing_is_left_unsaid_in_any_rendering() {
    each(|name, policy, lang| {
        for what in ALL {
            let document = render(policy, what, lang);
            assert_eq!(document.lang, lang);
            for run in runs(&document) {
                let at = format!("{name}, {lang}, {}: {run:?}", what.as_str());
                assert!(!run.contains(['⟦', '⟧', '\u{1}']), "{at}");
                assert!(!run.contains("..") || run.contains("..."), "{at}");
                assert!(!run.contains("  "), "{at}");
                assert!(!run.trim().is_empty(), "{at}");
                assert!(!run.contains(" ,") && !run.contains("()"), "{at}");
            }
        }
    });
}

#[test]
fn the_policy_names_every_purpose_recipient_tracker_category_and_statement() {
    each(|name, policy, lang| {
        let said = runs(&render(policy, Rendering::Policy, lang)).join("\n");
        let has = |what: &str, text: &str| {
            let text = bare(text.trim());
            assert!(said.contains(&text), "{name}, {lang}: {what} “{text}” is missing");
        };
        for purpose in &policy.purposes {
            has("purpose", purpose.why.get(lang));
            has("basis", &Wording::new(policy, lang).basis(purpose.basis));
            has("period", &Wording::new(policy, lang).period(&purpose.keep));
            // of what is anonymous nobody has to give anything
            if let Some(text) = purpose.consequence.as_ref().filter(|_| !purpose.anonymous) {
                has("consequence", text.get(lang));
            }
        }
        for recipient in &policy.recipients {
            has("recipient", recipient.title_in(lang));
            for sub in &recipient.sub_processors {
                has("sub-processor", &sub.title);
            }
        }
        policy.cookies.iter().for_each(|cookie| has("tracker", &cookie.name));
        policy.data.iter().for_each(|category| has("category", category.title.get(lang)));
        policy.attestations.iter().for_each(|one| has("attestation", one.promise.get(lang)));
        policy.attestations.iter().for_each(|one| has("who vouches", one.owner.get(lang)));
        policy.agreements.iter().for_each(|one| has("agreement", one.title.get(lang)));
        policy.statements.iter().for_each(|one| has("statement", one.title.get(lang)));
        policy.representatives.iter().for_each(|one| has("representative", &one.title));
        policy.joint_controllers.iter().for_each(|one| has("joint controller", &one.title));
        policy.joint_controllers.iter().for_each(|one| has("arrangement", one.arrangement.get(lang)));
        policy.group.iter().for_each(|one| has("group", &one.title));
        policy.permissions.iter().for_each(|one| has("permission", one.why.get(lang)));
        policy.staff.iter().for_each(|one| has("role", one.title.get(lang)));
    });
}

#[test]
fn cookies_and_recipients_are_whole_on_pages_of_their_own() {
    each(|name, policy, lang| {
        let cookies = runs(&render(policy, Rendering::Cookies, lang));
        for cookie in &policy.cookies {
            assert!(cookies.contains(&cookie.name), "{name}, {lang}: {}", cookie.name);
        }
        let recipients = render(policy, Rendering::Recipients, lang);
        let said = runs(&recipients);
        for recipient in &policy.recipients {
            let title = recipient.title_in(lang);
            assert!(said.iter().any(|run| run == title), "{name}, {lang}: {title}");
            let country = texts::texts(lang).country(&recipient.country);
            assert!(said.iter().any(|run| run.contains(&country)), "{name}, {lang}: {country}");
        }
    });
}

#[test]
fn the_record_has_every_item_of_article_30_1() {
    each(|name, policy, lang| {
        let document = render(policy, Rendering::Record, lang);
        // A name such as "The public" begins small within a list.
        let said = runs(&document).join("\n").to_lowercase();
        let words = texts::texts(lang);
        let has = |item: &str, text: &str| {
            assert!(
                said.contains(&bare(text).to_lowercase()),
                "{name}, {lang}: ({item}) “{text}” is missing"
            );
        };
        has("a: controller", &policy.controller.name);
        for value in [&policy.controller.email, &policy.controller.address].into_iter().flatten() {
            has("a: contact", &value.value);
        }
        has("a: officer", &words.say("document-officer"));
        policy.representatives.iter().for_each(|one| has("a: representative", &one.title));
        policy.joint_controllers.iter().for_each(|one| has("a: joint controller", &one.title));
        has("c: people", &words.say("register-head-people"));
        for purpose in own(policy) {
            has("b: purpose", purpose.why.get(lang));
            has("f: time limit", &Wording::new(policy, lang).period(&purpose.keep));
        }
        for category in policy.data.iter().filter(|one| one.role == DataRole::Controller) {
            has("c: data", category.title.get(lang));
        }
        for recipient in policy.recipients.iter().filter(|one| used(policy, &one.name)) {
            has("d: recipient", recipient.title_in(lang));
        }
        for abroad in policy.recipients.iter().filter(|one| one.safeguard.is_some()) {
            has("e: country", &words.country(&abroad.country));
            let safeguard = abroad.safeguard.unwrap();
            has("e: safeguard", &words.say(&format!("document-safeguard-{}", safeguard.as_str())));
        }
        has("g: measures", &words.say("register-measures"));
        policy.attestations.iter().for_each(|one| has("g: attested", one.promise.get(lang)));
    });
}

/// The purposes that are the controller's own.
/// What a contract settles, and when a certification was looked up, stand where the recipient is told of: on its own page, in the
/// policy's table, and in the record's transfers.
#[test]
fn terms_of_contracts_and_certifications_are_shown() {
    use policy::{ContractTerm, Safeguard};
    let (_, mut policy) = policies().into_iter().find(|(name, _)| name == "wepack").expect("wepack");
    let abroad = policy
        .recipients
        .iter_mut()
        .find(|one| one.safeguard == Some(Safeguard::Dpf) && one.agreement.is_some());
    let one = abroad.expect("one under the framework, with a contract");
    one.certified = Some(jiff::civil::date(2026, 10, 1));
    one.terms = vec![ContractTerm::End, ContractTerm::Instructions];
    let settles = "It settles that the recipient acts on documented instructions only and that the data is deleted or returned at the end.";
    let seen = "Seen on the list of those certified: 1 October 2026";
    let has = |policy: &Policy, rendering, said: &str| {
        runs(&render(policy, rendering, "en")).iter().any(|run| run.contains(said))
    };
    for (rendering, terms) in
        [(Rendering::Policy, false), (Rendering::Recipients, true), (Rendering::Record, true)]
    {
        assert!(has(&policy, rendering, seen), "{rendering:?}");
        assert_eq!(has(&policy, rendering, settles), terms, "{rendering:?}");
    }
    let all = ContractTerm::WORDS.iter().filter_map(|(word, _)| ContractTerm::parse(word)).collect();
    for one in policy.recipients.iter_mut().filter(|one| !one.terms.is_empty()) {
        one.terms.clone_from(&all);
    }
    assert!(has(&policy, Rendering::Recipients, "It settles everything that Art. 28(3) asks for."));
}

pub fn own(policy: &Policy) -> impl Iterator<Item = &Purpose> {
    policy.purposes.iter().filter(|purpose| !purpose.instructed_by_customer)
}

fn used(policy: &Policy, recipient: &str) -> bool {
    own(policy).any(|purpose| policy.receivers(purpose).any(|one| one.name == recipient))
}

#[test]
fn what_is_done_on_instruction_stands_in_the_processor_s_record_alone() {
    let mut seen = 0;
    each(|name, policy, lang| {
        let record = runs(&render(policy, Rendering::Record, lang)).join("\n");
        for purpose in policy.purposes.iter().filter(|one| one.instructed_by_customer) {
            let why = bare(purpose.why.get(lang));
            assert!(!record.contains(&why), "{name}, {lang}: “{why}” is no activity of the controller's own");
            seen += 1;
        }
    });
    assert!(seen > 0);
}

#[test]
fn pc_17_wx_27_who_keeps_backups_and_the_companies_of_the_group_stand_among_the_recipients() {
    let policies = policies();
    let facts_of = |service: &str, purpose: &str| {
        let (_, policy) = policies.iter().find(|(name, _)| name == service).unwrap();
        let purpose = policy.purpose(purpose).unwrap();
        (Wording::new(policy, "en").recipients(purpose), runs(&render(policy, Rendering::Policy, "en")))
    };
    let (who, said) = facts_of("pack-cloud", "account");
    assert_eq!(who, "The hosting provider, the mail service, the backup host and Webpac S.A.");
    assert!(said.contains(&who), "{said:#?}");
    let (who, _) = facts_of("pack-cloud", "news");
    assert_eq!(
        who, "The hosting provider, the mail service, the postal service and the backup host",
        "no company of the group has access for it"
    );
    let (who, said) = facts_of("workpex", "run-services");
    assert_eq!(who, "The hosting provider and the companies of the Workpex group");
    assert!(said.contains(&who), "the sub-processors: {said:#?}");
}

#[test]
fn what_is_assumed_is_explained_where_it_stands_and_nowhere_else() {
    each(|name, policy, lang| {
        for what in ALL {
            let document = render(policy, what, lang);
            let mut assumed = 0;
            let mut count = |inline: &Inline| assumed += usize::from(matches!(inline, Inline::Assumed(_)));
            document.blocks.iter().for_each(|block| block.each(&mut count));
            let sample = texts::texts(lang).say("document-marked-sample");
            let explained = runs(&document).iter().filter(|run| run.contains(&sample)).count();
            let at = format!("{name}, {lang}, {}", what.as_str());
            assert!(assumed == 0 || assumed > 1, "{at}: the sample alone is marked");
            assert!(assumed == 0 || explained > 0, "{at}: nothing says what the marks mean");
        }
    });
}

#[test]
fn a_moment_of_one_s_own_is_said_in_its_words() {
    let source = include_str!("../../../../examples/wepack/policy.yaml");
    let own = "from: event:handed-over, moment: { en: the day we hand it over, nb: dagen vi overleverer }";
    let text = source.replacen("from: event:delivered", own, 1);
    let policy = policy::compile(&policy::Source::new("p", text)).policy.unwrap();
    let keep = &policy.purpose("deliver-orders").unwrap().keep;
    assert_eq!(Wording::new(&policy, "en").period(keep), "6 months from the day we hand it over");
    assert_eq!(Wording::new(&policy, "nb").period(keep), "6 måneder fra dagen vi overleverer");
    let without = source.replacen("from: event:delivered", "from: event:handed-over", 1);
    let policy = policy::compile(&policy::Source::new("p", without)).policy.unwrap();
    let keep = &policy.purpose("deliver-orders").unwrap().keep;
    assert_eq!(Wording::new(&policy, "nb").period(keep), "6 måneder fra «handed over»");
}

#[test]
fn the_record_has_every_item_of_article_30_2() {
    each(|name, policy, lang| {
        let said = runs(&render(policy, Rendering::ProcessorRecord, lang)).join("\n");
        let words = texts::texts(lang);
        let has = |item: &str, text: &str| {
            assert!(said.contains(&bare(text)), "{name}, {lang}: ({item}) “{text}” is missing");
        };
        has("a: processor", &policy.controller.name);
        match &policy.service_data {
            // Where nothing is held for others, it says that and nothing else.
            None => has("a: nobody", &words.say("register-customers-none")),
            Some(part) => {
                has("a: officer", &words.say("document-officer"));
                has("c: transfers", &words.say("register-transfers"));
                has("d: measures", &words.say("register-measures"));
                has("a: on whose behalf", part.who.get(lang).trim_end_matches('.'));
                has("b: instructions", &words.say("document-service-data-recorded"));
                for purpose in policy.purposes.iter().filter(|one| one.instructed_by_customer) {
                    has("b: processing", purpose.why.get(lang));
                }
            }
        }
    });
}

#[test]
fn every_consent_stands_with_its_words_and_their_fingerprint() {
    each(|name, policy, lang| {
        let said = runs(&render(policy, Rendering::Consents, lang));
        for purpose in policy.purposes.iter().filter(|one| one.basis == Basis::Consent) {
            assert!(said.contains(&bare(purpose.why.get(lang))), "{name}, {lang}: {}", purpose.name);
        }
        for form in &policy.forms {
            for consent in &form.consents {
                let words = Wording::new(policy, lang).consent(&consent.purpose, consent.wording.get(lang));
                assert!(said.contains(&bare(&words)), "{name}, {lang}: {words}");
                let digest = ring::digest::digest(&ring::digest::SHA256, words.as_bytes());
                let hash: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
                assert!(said.contains(&hash), "{name}, {lang}: the fingerprint of “{words}”");
            }
        }
    });
}

/// Two languages say the same things: headings and tables stand at the same places.
#[test]
fn languages_have_the_same_build() {
    for (name, policy) in policies() {
        for what in ALL {
            let shape = |lang: &str| {
                let document = render(&policy, what, lang);
                (
                    document.contents().into_iter().map(|(anchor, _)| anchor).collect::<Vec<_>>(),
                    document.blocks.len(),
                )
            };
            let reference = shape(&policy.languages.reference);
            for lang in policy.languages.all() {
                assert_eq!(shape(lang), reference, "{name}, {lang}, {}", what.as_str());
            }
        }
    }
}
