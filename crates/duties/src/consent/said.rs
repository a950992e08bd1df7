//! What somebody said about a purpose, as the ledger has it: the facts, and the evidence sealed with them. Whoever records
//! one outside of a form comes through here, whether it was said now or is known from before.

use jiff::Timestamp;
use ledger::{Facts, Kind};
use uuid::Uuid;

use super::Answer;
use crate::collect::wording_hash;
use crate::entries;
use crate::evidence::{Evidence, Words};
use crate::service::Service;

/// One thing said, and how it is known.
pub(crate) struct Said<'a> {
    pub(crate) purpose: &'a str,
    pub(crate) answer: Answer,
    /// The exact words it was asked in; empty where nobody kept them.
    pub(crate) wording: String,
    /// The language it was asked in, one the service speaks.
    pub(crate) lang: &'a str,
    /// Where it was said.
    pub(crate) surface: &'a str,
    /// How it was given.
    pub(crate) method: &'a str,
    /// What shows it, where that is kept elsewhere.
    pub(crate) shown_by: Vec<String>,
    /// Who heard it.
    pub(crate) witness: Option<String>,
    /// When it was said, where that was before it is written down.
    pub(crate) given_at: Option<Timestamp>,
    /// When a consent ends by itself, where that is not as the policy says.
    pub(crate) expires: Option<Timestamp>,
}

/// What kind of entry an answer is.
pub(crate) const fn kind(answer: Answer) -> Kind {
    match answer {
        Answer::Given => Kind::ConsentGiven,
        Answer::Refused => Kind::ConsentRefused,
        Answer::Withdrawn => Kind::ConsentWithdrawn,
    }
}

impl Said<'_> {
    /// The facts of its entry. Only a consent ends by itself, and its time runs from when it was given.
    pub(crate) fn facts(&self, service: &Service, subject: Uuid, actor: &str) -> Facts {
        let mut facts = entries::facts(service, kind(self.answer), Some(subject), actor);
        facts.purpose = Some(self.purpose.to_owned());
        if self.answer == Answer::Given {
            let given = self.given_at.unwrap_or(facts.at);
            facts.expires = self.expires.or_else(|| entries::consent_ends(service, self.purpose, given));
        }
        facts
    }

    /// Its evidence, to be sealed.
    pub(crate) fn evidence(&self, service: &Service) -> Evidence {
        let title = service.policy.purpose(self.purpose).map_or("", |purpose| purpose.why.get(self.lang));
        let said = Words {
            purpose: Some(self.purpose.to_owned()),
            documents: self.shown_by.clone(),
            hash: wording_hash(&self.wording),
            wording: self.wording.clone(),
            ticked: self.answer == Answer::Given,
            waits: false,
        };
        Evidence {
            form: String::new(),
            title: title.to_owned(),
            lang: self.lang.to_owned(),
            surface: self.surface.to_owned(),
            version: service.policy.version.to_string(),
            purpose: String::new(),
            fields: Vec::new(),
            boxes: vec![said],
            notice: None,
            method: Some(self.method.to_owned()),
            witness: self.witness.clone(),
            given_at: self.given_at.map(|at| at.to_string()),
        }
    }
}
