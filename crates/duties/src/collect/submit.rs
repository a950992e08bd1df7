//! From a valid submission to one unit: record, entries, receipt access, letter.

use std::collections::BTreeMap;

use db::{EntryRef, NewEntry, Unit, records};
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use ledger::Kind;
use policy::{Anchor, Form};
use uuid::Uuid;
use vault::{Identifier, IdentifierKind};

use super::boxes::{self, Tickable};
use super::token::FormToken;
use super::{Collected, NotCollected, Submission, record, wording_hash};
use crate::entries::{self, PERSON};
use crate::error::Error;
use crate::evidence::{Evidence, Words};
use crate::ids;
use crate::keys::KEY_VERSION;
use crate::mail::{self, Letter};
use crate::receipts::access;
use crate::service::Service;
use crate::subjects::{self, Claim};

/// A submission that passed every check.
pub(super) struct Valid<'a> {
    pub service: &'a Service,
    pub form: &'a Form,
    pub lang: &'a str,
    pub surface: &'a str,
    pub token: FormToken,
    /// What was filled in, by field.
    pub values: BTreeMap<String, String>,
    /// The names of the ticked boxes.
    pub ticked: Vec<String>,
}

/// What of a submission comes out the same when it is sent again.
struct Same {
    key: [u8; 32],
    record: Uuid,
    receipt: Uuid,
}

impl<'a> Valid<'a> {
    /// The same submission, checked: empty fields are left out.
    pub(super) fn new(
        service: &'a Service,
        form: &'a Form,
        lang: &'a str,
        submission: &'a Submission,
        token: FormToken,
        values: BTreeMap<String, String>,
    ) -> Self {
        let values = values.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let mut ticked = submission.accepted.clone();
        ticked.sort();
        ticked.dedup();
        Self { service, form, lang, surface: &submission.surface, token, values, ticked }
    }

    /// Stores it, or finds that it is stored.
    pub(super) async fn store(&self) -> Result<Collected, NotCollected> {
        let same = self.same()?;
        if let Some(known) =
            records::find(&self.service.db, &self.service.name, same.record).await.map_err(Error::from)?
        {
            return Ok(self.again(&same, known.subject).await?);
        }
        let given = self.identifiers();
        if let Some(first) = given.first() {
            let key = self.service.keys.index(first.kind())?.index(first);
            if !self.service.limits.forms.take(key, self.service.now()) {
                return Err(NotCollected::TooMany);
            }
        }
        let mut claim = subjects::claim(self.service, &given, false, self.lang).await?;
        let (token, digest) = access::fresh(self.service);
        let writes = std::mem::take(&mut claim.writes);
        let mut unit = self.service.unit().once(same.key).writes(writes);
        unit =
            unit.write(access::write(self.service, digest, claim.subject, same.receipt, access::PAGE_LASTS));
        unit = self.letter(unit, &claim, &same)?;
        unit = self.entries(unit, &claim, &same)?;
        let submitted = self.service.submit(unit).await?;
        if submitted.repeated {
            return Ok(self.again(&same, self.known_subject(&same).await?).await?);
        }
        Ok(Collected {
            record: same.record,
            subject: claim.subject,
            receipt: same.receipt,
            view_token: token,
            repeated: false,
        })
    }

    /// Key and ids from the form token and everything that was sent: an edited submission is another.
    fn same(&self) -> Result<Same, Error> {
        let content = serde_json::to_vec(&(&self.form.name, &self.values, &self.ticked, self.lang))
            .map_err(|_| Error::Damaged("submission"))?;
        // INVARIANT: the token's randomness is secret and single, so the ids say nothing about the content.
        let key = ledger::sha256(&[self.token.random.as_slice(), &content].concat()).0;
        let id = |what: &[u8]| {
            let digest = ledger::sha256(&[what, &key].concat()).0;
            ids::from(self.token.at, digest.first_chunk().copied().unwrap_or_default())
        };
        Ok(Same { key, record: id(b"record"), receipt: id(b"receipt") })
    }

    async fn known_subject(&self, same: &Same) -> Result<Uuid, Error> {
        Ok(records::get(&self.service.db, &self.service.name, same.record).await?.subject)
    }

    /// The same receipt once more, with a token of its own.
    async fn again(&self, same: &Same, subject: Uuid) -> Result<Collected, Error> {
        let view_token = access::give(self.service, subject, same.receipt, access::PAGE_LASTS).await?;
        Ok(Collected { record: same.record, subject, receipt: same.receipt, view_token, repeated: true })
    }

    /// Addresses first: they find the subject; telephones are kept beside.
    fn identifiers(&self) -> Vec<Identifier> {
        let calling = subjects::calling_code(self.service);
        let of = |kind: policy::Kind, as_kind: IdentifierKind| {
            let fields = self.form.asks.iter().filter(move |ask| {
                self.service.policy.field(&ask.field).is_some_and(|field| field.kind == kind)
            });
            fields.filter_map(move |ask| {
                vault::normalise_in(as_kind, self.values.get(&ask.field)?, calling).ok()
            })
        };
        of(policy::Kind::Email, IdentifierKind::Email)
            .chain(of(policy::Kind::Phone, IdentifierKind::Phone))
            .collect()
    }

    /// The entries in their order, the record's last, and the record that refers to it.
    fn entries(&self, mut unit: Unit, claim: &Claim<'_>, same: &Same) -> Result<Unit, Error> {
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
        let mut evidence = self.evidence(boxes.iter().map(|one| self.words(one)).collect());
        let filled = self.form.asks.iter().filter(|ask| self.values.contains_key(&ask.field));
        evidence.fields = filled.map(|ask| ask.label.get(self.lang).to_owned()).collect();
        entries::entry(self.service, &claim.keys.evidence, facts, Some(&evidence.to_bytes()))
    }

    /// Accepted; consent given; or consent asked, and no answer: an unticked box is no refusal.
    fn box_entry(&self, claim: &Claim<'_>, one: &Tickable) -> Result<NewEntry, Error> {
        let words = self.words(one);
        let kind = match (&one.purpose, words.ticked) {
            (None, _) => Kind::Accepted,
            (Some(_), true) => Kind::ConsentGiven,
            (Some(_), false) => Kind::ConsentAsked,
        };
        let mut facts = entries::facts(self.service, kind, Some(claim.subject), PERSON);
        facts.purpose.clone_from(&one.purpose);
        let evidence = self.evidence(vec![words]);
        entries::entry(self.service, &claim.keys.evidence, facts, Some(&evidence.to_bytes()))
    }

    fn words(&self, one: &Tickable) -> Words {
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
            ticked: self.ticked.contains(&one.name),
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
        }
    }

    /// The letter with the receipt's link, where there is an address.
    fn letter(&self, unit: Unit, claim: &Claim<'_>, same: &Same) -> Result<Unit, Error> {
        let is_email = |ask: &&policy::Ask| {
            self.service.policy.field(&ask.field).is_some_and(|field| field.kind == policy::Kind::Email)
        };
        let address = self.form.asks.iter().find(is_email).and_then(|ask| self.values.get(&ask.field));
        let Some(address) = address else { return Ok(unit) };
        let (token, digest) = access::fresh(self.service);
        let values = [
            ("title", self.form.title.get(self.lang).to_owned()),
            ("days", access::LETTER_DAYS.to_string()),
            ("centre", format!("{}/privacy", self.service.base_url)),
        ];
        let link = Some(access::link(self.service, same.receipt, &token));
        let letter = Letter {
            to: address,
            lang: self.lang,
            name: "collected",
            values: &values,
            link,
            subject: Some(claim.subject),
        };
        let access = access::write(self.service, digest, claim.subject, same.receipt, access::LETTER_LASTS);
        Ok(unit.write(access).mail(mail::queue(self.service, &letter)?))
    }
}
