//! What a submission writes: the ledger's entries with the exact words, and the sealed record.

use db::{EntryRef, NewEntry, Unit, records};
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use ledger::Kind;
use policy::Anchor;

use super::boxes::{self, Tickable};
use super::submit::{Same, Valid};
use super::{record, wording_hash};
use crate::entries::{self, PERSON};
use crate::error::Error;
use crate::evidence::{Evidence, Words};
use crate::keys::KEY_VERSION;
use crate::subjects::Claim;

impl Valid<'_> {
    /// The entries in their order, the record's last, and the record that refers to it.
    pub(super) fn entries(&self, mut unit: Unit, claim: &Claim<'_>, same: &Same) -> Result<Unit, Error> {
        let boxes = boxes::of(&self.service.policy, self.form, self.lang);
        for one in &boxes {
            unit = unit.entry(self.box_entry(claim, one)?);
        }
        let nth = unit.entries.len();
        unit = unit.entry(self.record_entry(claim, same, &boxes)?);
        Ok(unit.write(records::insert(&self.service.name, &self.record(claim, same, nth)?)))
    }

    fn record(&self, claim: &Claim<'_>, same: &Same, nth: usize) -> Result<records::Record, Error> {
        Ok(records::Record {
            id: same.record,
            subject: claim.subject,
            form: self.form.name.clone(),
            purpose: self.form.purpose.clone(),
            policy: self.service.policy.hash,
            lang: self.lang.to_owned(),
            surface: self.surface.to_owned(),
            received_at: self.service.now(),
            keep_until: self.keep_until(),
            entry: Some(EntryRef::Nth(nth)),
            sealed: record::seal(self.service, &claim.keys.data, same.record, &self.values)?,
            key_version: KEY_VERSION,
        })
    }

    /// Known at once only where the period counts from collection.
    fn keep_until(&self) -> Option<Timestamp> {
        let keep = &self.service.policy.purpose(&self.form.purpose)?.keep;
        let counts_from_now = keep.from == Anchor::Collection;
        let day = self.service.now().to_zoned(TimeZone::UTC).checked_add(keep.length.span()).ok()?;
        // to the end of the day: a period is never over early
        let end = day.checked_add(1.day()).ok()?.start_of_day().ok()?.timestamp();
        counts_from_now.then_some(end)
    }

    fn record_entry(&self, claim: &Claim<'_>, same: &Same, boxes: &[Tickable]) -> Result<NewEntry, Error> {
        let mut facts = entries::facts(self.service, Kind::RecordCollected, Some(claim.subject), PERSON);
        facts.id = same.receipt;
        facts.purpose = Some(self.form.purpose.clone());
        facts.categories = self
            .form
            .asks
            .iter()
            .filter(|ask| self.values.contains_key(&ask.field))
            .map(|ask| ask.field.clone())
            .collect();
        let mut evidence = self.evidence(boxes.iter().map(|one| self.words(claim, one)).collect());
        let filled = self.form.asks.iter().filter(|ask| self.values.contains_key(&ask.field));
        evidence.fields = filled.map(|ask| ask.label.get(self.lang).to_owned()).collect();
        entries::entry(self.service, &claim.keys.evidence, facts, Some(&evidence.to_bytes()))
    }

    /// Accepted; consent given; or consent asked, and no answer: an unticked box is no refusal, and a tick that came
    /// with the address of somebody who was not signed in waits for them.
    fn box_entry(&self, claim: &Claim<'_>, one: &Tickable) -> Result<NewEntry, Error> {
        let words = self.words(claim, one);
        let kind = match (&one.purpose, words.ticked && !words.waits) {
            (None, _) => Kind::Accepted,
            (Some(_), true) => Kind::ConsentGiven,
            (Some(_), false) => Kind::ConsentAsked,
        };
        let mut facts = entries::facts(self.service, kind, Some(claim.subject), PERSON);
        facts.purpose.clone_from(&one.purpose);
        if facts.kind == Kind::ConsentGiven {
            let purpose = one.purpose.as_deref().unwrap_or_default();
            facts.expires = entries::consent_ends(self.service, purpose, facts.at);
        }
        let evidence = self.evidence(vec![words]);
        entries::entry(self.service, &claim.keys.evidence, facts, Some(&evidence.to_bytes()))
    }

    fn words(&self, claim: &Claim<'_>, one: &Tickable) -> Words {
        let ticked = self.ticked.contains(&one.name);
        let documents = if one.purpose.is_none() {
            boxes::documents(&self.service.policy, self.form)
        } else {
            Vec::new()
        };
        Words {
            purpose: one.purpose.clone(),
            documents,
            hash: wording_hash(&one.wording),
            wording: one.wording.clone(),
            ticked,
            waits: ticked && one.purpose.is_some() && !self.counts(claim),
        }
    }

    fn evidence(&self, boxes: Vec<Words>) -> Evidence {
        let purpose = self.service.policy.purpose(&self.form.purpose);
        Evidence {
            form: self.form.name.clone(),
            title: self.form.title.get(self.lang).to_owned(),
            lang: self.lang.to_owned(),
            surface: self.surface.to_owned(),
            version: self.service.policy.version.to_string(),
            purpose: purpose.map_or_else(String::new, |found| found.why.get(self.lang).to_owned()),
            fields: Vec::new(),
            boxes,
            notice: self.service.notice(self.form, self.lang),
            method: None,
            witness: None,
            given_at: None,
        }
    }
}
