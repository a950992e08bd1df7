//! The sentences about a policy that more than one place shows: page, form, letter, answer and paper take them from
//! here, so that no two say it differently.

use super::assumed::inside;
use crate::model::{Anchor, Basis, Form, Keep, Policy, Purpose, Then};
use document::texts::{self, Texts};

/// The name by which a form's `accepts` means the policy itself.
const THIS_POLICY: &str = "privacy-policy";

/// The sentences of a policy in one language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    policy: &'a Policy,
    texts: &'static Texts,
    lang: &'a str,
}

impl<'a> Wording<'a> {
    /// The sentences of a policy in `lang`.
    pub fn new(policy: &'a Policy, lang: &'a str) -> Self {
        Wording { policy, texts: texts::texts(lang), lang }
    }

    /// The legal basis with its article: `A contract with you … (Art. 6(1)(b))`.
    pub fn basis(&self, basis: Basis) -> String {
        self.texts.say(&format!("document-basis-{}", basis.as_str()))
    }

    /// The period: `6 months from the day of delivery`.
    pub fn period(&self, keep: &Keep) -> String {
        period(self.texts, keep)
    }

    /// What limits the period and what comes after it, a sentence each; often none.
    pub fn period_more(&self, keep: &Keep) -> Vec<String> {
        let length = |length: crate::model::Length| self.texts.duration(length.span());
        let mut more = Vec::new();
        let mut add = |id: &str, key: &'static str, value: String| {
            more.push(self.texts.with(id, &[(key, value.into())]));
        };
        // What the period keeps anyway is not said twice.
        if let Some(least) = keep.at_least.filter(|least| *least != keep.length) {
            add("document-keep-at-least", "length", length(least));
        }
        if let Some(most) = keep.at_most {
            add("document-keep-at-most", "length", length(most));
        }
        if let Some(law) = &keep.law {
            add("document-keep-law", "law", law.get(self.lang).trim_end_matches('.').to_owned());
        }
        match (keep.then, keep.isolated_for) {
            (Then::Delete, _) => {}
            (Then::Isolate, Some(most)) => add("document-then-isolate-for", "length", length(most)),
            (then, _) => more.push(self.texts.say(&format!("document-then-{}", then.as_str()))),
        }
        more
    }

    /// Period, limits and what follows, as one text.
    pub fn keep(&self, keep: &Keep) -> String {
        let more = self.period_more(keep);
        if more.is_empty() {
            return self.period(keep);
        }
        format!("{}. {}", self.period(keep), more.join(" "))
    }

    /// The moment a period counts from: `the end of the contract`.
    pub fn start(&self, anchor: &Anchor) -> String {
        start(self.texts, anchor)
    }

    /// The names of who receives data for a purpose, or that nobody does.
    pub fn recipients(&self, purpose: &Purpose) -> String {
        let assumed = |place: String| self.policy.is_assumed(&place);
        let known = self.policy.receivers(purpose).map(|recipient| {
            let place = format!("recipients/{}/name", recipient.name);
            (recipient.title_in(self.lang).to_owned(), assumed(place))
        });
        let companies = self
            .policy
            .companies_for(purpose)
            .map(|company| (company.title.clone(), assumed(format!("group/{}/name", company.name))));
        let within = |(index, (name, assumed)): (usize, (String, bool))| {
            if index == 0 { name } else { inside(&name, assumed) }
        };
        let names: Vec<String> = known.chain(companies).enumerate().map(within).collect();
        if names.is_empty() { self.texts.say("document-nobody") } else { self.texts.series(&names) }
    }

    /// The words a consent to a purpose is asked with: the form's own, or those that follow from the purpose.
    pub fn consent(&self, purpose: &str, own: &str) -> String {
        if !own.is_empty() {
            return own.to_owned();
        }
        let why = self.policy.purpose(purpose).map_or(purpose, |found| found.why.get(self.lang));
        let controller = self.policy.controller.name.as_str().into();
        self.texts.with("form-box-consent", &[("controller", controller), ("purpose", why.into())])
    }

    /// The words beside a form's box of acceptance: its own, or those that name each text with its version.
    pub fn acceptance(&self, form: &Form) -> String {
        let own = form.wording.get(self.lang);
        if !own.is_empty() {
            return own.to_owned();
        }
        let texts: Vec<String> = form.accepts.iter().map(|name| self.accepted(name)).collect();
        self.texts.with("form-box-accept", &[("document", self.texts.list(&texts).into())])
    }

    /// A text that can be accepted, named with its version.
    pub fn accepted(&self, name: &str) -> String {
        match self.policy.agreement(name).filter(|_| name != THIS_POLICY) {
            Some(agreement) => {
                let title = agreement.title.get(self.lang);
                self.texts.with("form-box-agreement", &[("agreement", title.into())])
            }
            None => {
                let controller = self.policy.controller.name.as_str().into();
                let version = self.texts.date(self.policy.version).into();
                self.texts.with("form-box-policy", &[("controller", controller), ("version", version)])
            }
        }
    }
}

/// The period of any policy: `6 months from the day of delivery`.
pub(crate) fn period(texts: &Texts, keep: &Keep) -> String {
    let start = match &keep.moment {
        Some(moment) => moment.get(texts.lang()).trim_end_matches('.').to_owned(),
        None => start(texts, &keep.from),
    };
    if keep.length.amount == 0 && keep.from == Anchor::Collection {
        return texts.say("document-keep-not");
    }
    if keep.length.amount == 0 {
        return texts.with("document-keep-until", &[("start", start.into())]);
    }
    let length = texts.duration(keep.length.span());
    texts.with("document-keep-for", &[("length", length.into()), ("start", start.into())])
}

fn start(texts: &Texts, anchor: &Anchor) -> String {
    let (word, event) = match anchor {
        Anchor::Collection => ("collection", String::new()),
        Anchor::LastContact => ("last-contact", String::new()),
        Anchor::ContractEnd => ("contract-end", String::new()),
        Anchor::FiscalYearEnd => ("fiscal-year-end", String::new()),
        Anchor::ConsentEnd => ("consent-end", String::new()),
        Anchor::Event(name) => ("event", event(texts, name)),
    };
    texts.with(&format!("document-from-{word}"), &[("event", event.into())])
}

/// A named event in words; one without a message of its own is shown by its name.
fn event(texts: &Texts, name: &str) -> String {
    let id = format!("document-event-{name}");
    if texts.has(&id) {
        return texts.say(&id);
    }
    texts.with("document-event-other", &[("event", name.replace('-', " ").into())])
}
