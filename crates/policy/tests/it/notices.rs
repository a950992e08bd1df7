//! The notices of Articles 13 and 14 of every example, in every language: who is told what, and nothing that is not so.

use document::{Block, texts};
use policy::{Basis, EnteredBy, Origin, Rendering, Wording, notice_at, render};

use crate::renderings::{bare, each, own, policies, runs};

#[test]
fn so_01_pc_09_who_did_not_give_the_data_is_told_what_from_where_and_when() {
    let mut indirect = 0;
    each(|name, policy, lang| {
        let said = runs(&render(policy, Rendering::Notices, lang)).join("\n");
        let words = texts::texts(lang);
        for form in &policy.forms {
            if form.entered_by == EnteredBy::Person {
                assert!(said.contains(&bare(form.title.get(lang))), "{name}, {lang}: {}", form.name);
                continue;
            }
            let purpose = policy.purpose(&form.purpose).expect("a form has a purpose");
            let title = words.with("register-from-others", &[("title", purpose.why.get(lang).into())]);
            // Of what a customer entrusts, the customer tells people.
            let ours = !purpose.instructed_by_customer;
            assert_eq!(said.contains(&bare(&title)), ours, "{name}, {lang}: {}", form.name);
            let letter = runs(&policy::indirect_notice(policy, form, lang)).join("\n");
            for item in ["document-fact-source", "register-told", "document-complaint"] {
                let item = words.say(item);
                assert!(letter.contains(&item), "{name}, {lang}, letter of {}: {item}", form.name);
            }
            assert!(!letter.contains(&words.say("document-fact-duty")), "{name}, {lang}: nobody asked them");
            indirect += 1;
        }
        let foreign = |source: &Origin| !matches!(source, Origin::Person | Origin::Use);
        for purpose in own(policy).filter(|one| one.sources.iter().any(foreign)) {
            let title = [("title", purpose.why.get(lang).into())];
            assert!(said.contains(&bare(&words.with("register-from-others", &title))), "{name}, {lang}");
            indirect += 1;
        }
    });
    assert!(indirect > 0 || policies().len() < 4, "no example has data from others");
}

/// A sentence exists once: what stands beside a form is word for word in the policy or on the page of notices.
#[test]
fn what_a_form_shows_stands_in_the_policy_s_own_renderings() {
    each(|name, policy, lang| {
        let mut said = runs(&render(policy, Rendering::Policy, lang)).join("\n");
        said.push_str(&runs(&render(policy, Rendering::Notices, lang)).join("\n"));
        said.push_str(&runs(&render(policy, Rendering::Consents, lang)).join("\n"));
        for form in policy.forms.iter().filter(|form| form.entered_by == EnteredBy::Person) {
            let shown = notice_at(policy, form, lang);
            assert!(shown.len() >= 5, "{name}: the notice of {} is short of items", form.name);
            for (term, words) in shown {
                assert!(said.contains(&bare(&term)), "{name}, {lang}, {}: {term}", form.name);
                let words = bare(&document::plain(&words));
                assert!(said.contains(&words), "{name}, {lang}, {}: {words}", form.name);
            }
            let wording = Wording::new(policy, lang);
            if !form.accepts.is_empty() {
                assert!(said.contains(&bare(&wording.acceptance(form))), "{name}, {lang}, {}", form.name);
            }
        }
    });
}

/// What only the person can give is in no notice about data from others, and whoever gave nothing takes nothing along.
#[test]
fn a_notice_about_data_from_others_holds_what_others_can_give() {
    each(|name, policy, lang| {
        let document = render(policy, Rendering::Notices, lang);
        let words = texts::texts(lang);
        let portable = words.say("document-right-portability").trim_end_matches('.').to_lowercase();
        let mut within = false;
        for block in &document.blocks {
            match block {
                Block::Heading { anchor, .. } => within = anchor.starts_with("others-"),
                Block::Definitions(facts) if within => {
                    let said = |id: &str| {
                        let term = words.say(id);
                        facts.iter().find(|(name, _)| *name == term).map(|(_, said)| document::plain(said))
                    };
                    let rights = said("document-rights").expect("the rights").to_lowercase();
                    assert!(!rights.contains(&portable), "{name}, {lang}: {rights}");
                    assert_eq!(said("document-fact-duty"), None, "{name}, {lang}");
                }
                _ => {}
            }
        }
    });
}

/// A notice names what else data of its kinds is used for, and what a consent offered there leads to.
#[test]
fn we_03_a_notice_at_a_form_names_every_other_purpose_of_such_data() {
    let (_, policy) = policies().into_iter().find(|(name, _)| name == "wepack").expect("wepack");
    let document = render(&policy, Rendering::Notices, "en");
    let order = document
        .blocks
        .iter()
        .skip_while(|block| !matches!(block, Block::Heading { anchor, .. } if anchor == "form-order"));
    let order: Vec<&Block> = order.take(2).collect();
    let [_, Block::Definitions(facts)] = order.as_slice() else { panic!("entries: {order:?}") };
    let (_, further) = facts.iter().find(|(term, _)| term == "Otherwise").expect("what else");
    let listed: Vec<String> =
        further.iter().map(|inline| document::plain(std::slice::from_ref(inline))).collect();
    let own = policy.forms.iter().find(|form| form.name == "order").expect("the order form");
    for purpose in policy.purposes.iter().filter(|one| one.sources.contains(&Origin::Person)) {
        let kinds = own.asks.iter().any(|ask| purpose.uses.contains(&ask.field));
        let said = purpose.name == own.purpose || own.consents.iter().any(|one| one.purpose == purpose.name);
        // what a form or a question of its own tells of is told there
        let asked = policy.forms.iter().any(|form| form.purpose == purpose.name);
        let elsewhere = asked || purpose.basis == Basis::Consent;
        let expected = kinds && !said && !elsewhere && !purpose.instructed_by_customer;
        assert_eq!(listed.contains(&purpose.why.get("en").to_owned()), expected, "{}", purpose.name);
    }
    let consent = facts.iter().find(|(term, _)| term == "Only if you say yes").expect("a consent");
    assert!(document::plain(&consent.1).contains("How long"), "what a yes leads to");
}
