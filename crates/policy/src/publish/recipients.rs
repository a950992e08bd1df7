//! Who else receives data, where, and under which safeguard.

use super::companies;
use super::paper::{Paper, Words};
use super::words::{assumed_if, contact};
use crate::law;
use crate::model::{ContractTerm, Policy, Purpose, Recipient, Safeguard};
use document::{Document, Inline};

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-recipients", "who-receives");
    if is_nobody(paper) {
        paper.tell("document-recipients-none");
    } else {
        paper.tell("document-recipients-intro");
        let rows = grouped(paper);
        let heads =
            ["document-head-who", "document-head-gets", "document-head-where", "document-head-safeguard"];
        paper.table(paper.say("document-recipients-caption"), &heads, rows);
        let more = vec![
            Inline::Text(format!("{} ", paper.say("document-recipients-copy"))),
            paper.link("document-recipients-more", "/policy/recipients"),
        ];
        paper.paragraph(more);
    }
    if paper.policy.no_sale {
        paper.tell("document-no-sale");
    }
    if let Some(bulk) = &paper.policy.bulk {
        let said = paper.with("document-bulk", &[("count", i64::from(bulk.more_than).into())]);
        paper.paragraph(vec![paper.placed("bulk/more_than", said)]);
    }
}

fn is_nobody(paper: &Paper<'_>) -> bool {
    paper.policy.recipients.is_empty() && companies::receiving(paper.policy).next().is_none()
}

/// A row for each group of recipients that differ in name only.
fn grouped(paper: &Paper<'_>) -> Vec<Vec<Words>> {
    let alike = |a: &Recipient, b: &Recipient| {
        let titles = (b.title.clone(), b.title_by_language.clone());
        Recipient { name: b.name.clone(), title: titles.0, title_by_language: titles.1, ..a.clone() } == *b
    };
    let rows = paper.policy.recipients.chunk_by(alike).filter_map(|group| {
        let first = group.first()?;
        let names: Vec<Inline> = group.iter().map(|one| strong(paper.recipient_name(one))).collect();
        let names = who(paper, paper.named(&names), first);
        Some(vec![names, paper.fields(&first.gets), place(paper, first), safeguard(paper, first)])
    });
    rows.chain(companies::receiving(paper.policy).map(|company| companies::row(paper, company))).collect()
}

/// The page of its own: one entry a recipient, with everything that is said of it.
pub(super) fn page(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("document-recipients-each");
    for recipient in &policy.recipients {
        paper.headed(recipient.title_in(paper.lang).to_owned(), &format!("recipient-{}", recipient.name));
        if let Some(what) = &recipient.what {
            let place = format!("recipients/{}/what", recipient.name);
            paper.tell_placed(&place, super::words::stopped(what.get(lang)));
        }
        paper.facts(facts(&paper, recipient));
    }
    for company in companies::receiving(policy) {
        paper.headed(company.title.clone(), &format!("company-{}", company.name));
        paper.facts(companies::facts(&paper, company));
    }
    if is_nobody(&paper) {
        paper.tell("document-recipients-none");
    }
    paper.tell("document-recipients-copy");
    paper.finish("document-recipients-title", "document-recipients-subtitle")
}

fn facts(paper: &Paper<'_>, recipient: &Recipient) -> super::paper::Facts {
    let mut facts = vec![(paper.say("document-head-role"), vec![role(paper, recipient)])];
    // A heading has no marks: a name that is only assumed stands once more, with its mark.
    if let name @ Inline::Assumed(_) = paper.recipient_name(recipient) {
        facts.insert(0, (paper.say("document-name"), vec![name]));
    }
    let mut add = |id: &str, words: Words| facts.push((paper.say(id), words));
    let gets = |purpose: &&Purpose| paper.policy.receivers(purpose).any(|one| one.name == recipient.name);
    let purposes = paper.policy.purposes.iter().filter(gets);
    let purposes: Vec<String> = purposes.map(|purpose| purpose.name.clone()).collect();
    if !purposes.is_empty() {
        add("document-head-for", paper.purpose_links(&purposes));
    }
    add("document-head-gets", paper.fields(&recipient.gets));
    add("document-head-where", place(paper, recipient));
    let mut protected = safeguard(paper, recipient);
    let word = safeguard_word(paper, recipient);
    let means = paper.say(&format!("document-safeguard-{word}-means"));
    protected.extend([
        Inline::LineBreak,
        assumed_if(follows_assumed(recipient, word) || is_assumed(recipient, "safeguard"), means),
    ]);
    add("document-head-safeguard", protected);
    if !recipient.sub_processors.is_empty() {
        add("document-head-sub-processors", vec![Inline::Text(sub_processors(paper, recipient))]);
    }
    if let Some(words) = contract(paper, recipient) {
        add("document-head-contract", words);
    }
    if let Some(value) = &recipient.contact {
        add("document-head-contact", vec![contact(&value.value, value.assumed)]);
    }
    let bound = bound(paper, recipient);
    if !bound.is_empty() {
        add("document-head-bound", bound);
    }
    facts
}

fn contract(paper: &Paper<'_>, recipient: &Recipient) -> Option<Words> {
    let held = recipient.agreement.as_ref()?;
    let said = |id: &str| assumed_if(held.assumed, paper.say(id));
    let mut words = match recipient.contract_since {
        Some(day) => vec![said("document-contract-since"), Inline::Text(" ".into()), paper.day(day)],
        None => vec![said("document-contract-held")],
    };
    words.extend(terms(paper, recipient).into_iter().flat_map(|said| [Inline::LineBreak, said]));
    Some(words)
}

/// What its contract settles, of what Art. 28(3) wants in it; none where the policy does not say.
pub(super) fn terms(paper: &Paper<'_>, recipient: &Recipient) -> Option<Inline> {
    let marked = |said: String| assumed_if(is_assumed(recipient, "terms"), said);
    let has = |term: &str| recipient.terms.iter().any(|own| own.as_str() == term);
    let all = ContractTerm::WORDS.iter().map(|(term, _)| *term);
    if all.clone().all(has) {
        return Some(marked(paper.say("document-contract-terms-all")));
    }
    let said: Vec<String> = all
        .filter(|term| has(term))
        .map(|term| paper.say(&format!("document-contract-term-{term}")))
        .collect();
    (!said.is_empty())
        .then(|| marked(paper.with("document-contract-terms", &[("terms", paper.texts.list(&said).into())])))
}

/// What binds a recipient besides its role, a sentence each.
fn bound(paper: &Paper<'_>, recipient: &Recipient) -> Words {
    let mut said = Vec::new();
    let mut add = |key: &str, text: String| said.push(assumed_if(is_assumed(recipient, key), text));
    if recipient.instructions_only {
        add("instructions_only", paper.say("document-bound-instructions"));
    }
    if recipient.confidential {
        add("confidential", paper.say("document-bound-confidential"));
    }
    if let Some(end) = recipient.at_end {
        add("at_end", paper.say(&format!("document-bound-end-{}", end.as_str())));
    }
    if let Some(length) = recipient.confirms_within {
        let args = [("length", paper.length(length).into())];
        add("confirms_within", paper.with("document-bound-confirms", &args));
    }
    if recipient.onward {
        add("onward", paper.say("document-bound-onward"));
    }
    if recipient.opt_out {
        add("opt_out", paper.say("document-opt-out-partner"));
    }
    let broken: Words = said.into_iter().flat_map(|said| [Inline::LineBreak, said]).skip(1).collect();
    broken
}

/// A name in words of weight; what is only assumed has its mark.
fn strong(name: Inline) -> Inline {
    match name {
        Inline::Text(text) => Inline::Strong(text),
        other => other,
    }
}

fn who(paper: &Paper<'_>, mut words: Words, recipient: &Recipient) -> Words {
    let mut add = |inline: Inline| words.extend([Inline::LineBreak, inline]);
    if let Some(what) = &recipient.what {
        add(assumed_if(is_assumed(recipient, "what"), what.get(paper.lang).to_owned()));
    }
    add(role(paper, recipient));
    if !recipient.sub_processors.is_empty() {
        let names = sub_processors(paper, recipient);
        add(Inline::Text(paper.with("document-sub-processors", &[("names", names.into())])));
    }
    if recipient.opt_out {
        add(Inline::Text(paper.say("document-opt-out-partner")));
    }
    words
}

/// What the recipient is.
pub(super) fn role(paper: &Paper<'_>, recipient: &Recipient) -> Inline {
    let role = paper.say(&format!("document-role-{}", recipient.role.as_str()));
    assumed_if(is_assumed(recipient, "role"), role)
}

/// `Hosting Ltd (Ireland, keeps the servers) and Mailer (United States)`.
pub(super) fn sub_processors(paper: &Paper<'_>, recipient: &Recipient) -> String {
    let one = |sub: &crate::model::SubProcessor| {
        let country = paper.texts.country(&sub.country);
        let what = sub.what.as_ref().map(|what| format!(": {}", super::words::lower(what.get(paper.lang))));
        format!("{} ({country}{})", sub.title, what.unwrap_or_default())
    };
    paper.texts.series(&recipient.sub_processors.iter().map(one).collect::<Vec<_>>())
}

/// The countries data goes to.
pub(super) fn place(paper: &Paper<'_>, recipient: &Recipient) -> Words {
    if recipient.country.is_empty() {
        return paper.cell("document-everywhere");
    }
    let country = assumed_if(is_assumed(recipient, "country"), paper.texts.country(&recipient.country));
    let mut words = vec![country];
    let mut add = |key, text| words.extend([Inline::LineBreak, assumed_if(is_assumed(recipient, key), text)]);
    if let Some(stored) = &recipient.stored_in {
        let country = paper.texts.country(stored);
        let said = match &recipient.hosted_by {
            Some(host) => {
                let args = [("country", country.into()), ("host", host.as_str().into())];
                paper.with("document-stored-hosted", &args)
            }
            None => paper.with("document-stored", &[("country", country.into())]),
        };
        add("stored_in", said);
    }
    if let Some(representative) = &recipient.representative {
        add(
            "representative",
            paper.with("document-represented", &[("name", representative.as_str().into())]),
        );
    }
    words
}

/// What protects the data there, as the middle of a message's id.
fn safeguard_word(paper: &Paper<'_>, recipient: &Recipient) -> &'static str {
    match recipient.safeguard {
        Some(safeguard) => safeguard.as_str(),
        None if recipient.role.is_everywhere() => "chosen",
        None if !is_abroad(paper.policy, recipient) => "none",
        None if law::transfer_is_safe(recipient, paper.policy.version) => "adequacy",
        None => "undeclared",
    }
}

/// What makes the transfer lawful.
pub(super) fn safeguard(paper: &Paper<'_>, recipient: &Recipient) -> Words {
    let word = safeguard_word(paper, recipient);
    let said = paper.say(&format!("document-safeguard-{word}"));
    let assumed = follows_assumed(recipient, word) || is_assumed(recipient, "safeguard");
    let mut words = vec![assumed_if(assumed, said)];
    if let Some(day) = recipient.certified.filter(|_| recipient.safeguard == Some(Safeguard::Dpf)) {
        let args = [("date", paper.texts.date(day).into())];
        words.extend([Inline::LineBreak, Inline::Text(paper.with("document-certified-seen", &args))]);
    }
    if let Some(document) = recipient.transfer.as_ref().and_then(|name| paper.policy.document(name)) {
        let date = paper.texts.date(document.on);
        let args = [("title", document.title.get(paper.lang).into()), ("date", date.into())];
        let place = format!("documents/{}/on", document.name);
        words.extend([
            Inline::LineBreak,
            paper.placed(&place, paper.with("document-transfer-assessed", &args)),
        ]);
    }
    words
}

/// Whether a protection follows from a country that is only assumed: it is no surer.
fn follows_assumed(recipient: &Recipient, safeguard: &str) -> bool {
    matches!(safeguard, "none" | "adequacy") && is_assumed(recipient, "country")
}

/// Where data goes outside the European Economic Area: `Netlify (United States): certified …`, a line each.
pub(super) fn transfers<'r>(paper: &Paper<'_>, all: impl Iterator<Item = &'r Recipient>) -> Words {
    let mut words = Vec::new();
    for recipient in all.filter(|one| is_abroad(paper.policy, one)) {
        if !words.is_empty() {
            words.push(Inline::LineBreak);
        }
        let countries = law::abroad(recipient, paper.policy.version);
        let mut countries: Vec<String> = countries.map(|place| paper.texts.country(place.country)).collect();
        countries.dedup();
        let countries = paper.texts.list(&countries);
        let countries = assumed_if(is_assumed(recipient, "country"), countries);
        let label = paper.with("document-labelled", &[("label", ")".into())]);
        words.extend([paper.recipient_name(recipient), Inline::Text(" (".into()), countries]);
        words.push(Inline::Text(format!("{label} ")));
        words.extend(safeguard(paper, recipient));
    }
    words
}

/// Whether data leaves the European Economic Area for this recipient.
pub(super) fn is_abroad(policy: &Policy, recipient: &Recipient) -> bool {
    law::abroad(recipient, policy.version).next().is_some()
}

/// Whether the transfer rests on Art. 49 and is to be documented as such (Art. 30(1)(e)).
pub(super) fn is_derogation(recipient: &Recipient) -> bool {
    matches!(recipient.safeguard, Some(Safeguard::ExplicitConsent | Safeguard::ContractNeeds))
}

fn is_assumed(recipient: &Recipient, key: &str) -> bool {
    recipient.assumed.iter().any(|assumed| assumed == key)
}
