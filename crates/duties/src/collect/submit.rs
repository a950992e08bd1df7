//! From a valid submission to one unit: what is written (`written`), receipt access, letter.

use std::collections::BTreeMap;

use db::{Unit, records};
use policy::Form;
use uuid::Uuid;
use vault::{Identifier, IdentifierKind};

use super::{Collected, NotCollected, Submission};
use super::{boxes, validate};
use crate::error::Error;
use crate::form_token::FormToken;
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
    pub signed_in: Option<Uuid>,
    pub token: FormToken,
    /// What was filled in, by field.
    pub values: BTreeMap<String, String>,
    /// The names of the ticked boxes.
    pub ticked: Vec<String>,
}

/// What of a submission comes out the same when it is sent again.
pub(super) struct Same {
    /// The unit's idempotency key.
    pub key: [u8; 32],
    /// The record's id.
    pub record: Uuid,
    /// The id of the record's entry.
    pub receipt: Uuid,
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
        let (surface, signed_in) = (submission.surface.as_str(), submission.signed_in);
        Self { service, form, lang, surface, signed_in, token, values, ticked }
    }

    /// Stores it, or finds that it is stored.
    pub(super) async fn store(&self) -> Result<Collected, NotCollected> {
        let same = self.same()?;
        if let Some(subject) = self.known_subject(&same).await? {
            return Ok(self.again(&same, subject).await?);
        }
        let given = self.identifiers();
        self.slow_down(given.first())?;
        match self.write(&same, &given).await {
            // the person was erased in between: once more, as a new one
            Err(Error::Db(error)) if error.is_conflict() => Ok(self.write(&same, &given).await?),
            done => Ok(done?),
        }
    }

    async fn write(&self, same: &Same, given: &[Identifier]) -> Result<Collected, Error> {
        let claim = subjects::claim(self.service, given, false, self.lang).await?;
        let (view_token, digest) = access::fresh(self.service);
        let submitted = self.service.submit(self.unit(&claim, same, digest)?).await?;
        if submitted.repeated {
            let subject = self.known_subject(same).await?.ok_or(Error::NotFound("record"))?;
            return self.again(same, subject).await;
        }
        let (record, receipt) = (same.record, same.receipt);
        Ok(Collected { record, subject: claim.subject, receipt, view_token, repeated: false })
    }

    /// Everything that is written, once.
    fn unit(&self, claim: &Claim<'_>, same: &Same, digest: [u8; 32]) -> Result<Unit, Error> {
        let access = access::write(self.service, digest, claim.subject, same.receipt, access::PAGE_LASTS);
        let mut unit = self.service.unit().once(same.key).writes(claim.writes.clone()).write(access);
        // before the boxes' entries: between those and the record's nothing may stand
        unit.entries.clone_from(&claim.entries);
        self.entries(self.letter(unit, claim, same)?, claim, same)
    }

    fn slow_down(&self, first: Option<&Identifier>) -> Result<(), NotCollected> {
        let Some(first) = first else { return Ok(()) };
        let key = self.service.keys.index(first.kind())?.index(first);
        let fine = self.service.limits.forms.take(key, self.service.now());
        if fine { Ok(()) } else { Err(NotCollected::TooMany) }
    }

    /// Key and ids from the form token and everything that was sent: an edited submission is another.
    fn same(&self) -> Result<Same, Error> {
        let content = serde_json::to_vec(&(&self.form.name, &self.values, &self.ticked, self.lang))
            .map_err(|_| Error::Damaged("submission"))?;
        let once = self.token.once(&content);
        Ok(Same { key: once.key, record: once.id(b"record"), receipt: once.id(b"receipt") })
    }

    async fn known_subject(&self, same: &Same) -> Result<Option<Uuid>, Error> {
        let row = records::find(&self.service.db, &self.service.name, same.record).await?;
        Ok(row.map(|row| row.subject))
    }

    /// The same receipt once more, with a token of its own.
    async fn again(&self, same: &Same, subject: Uuid) -> Result<Collected, Error> {
        let view_token = access::give(self.service, subject, same.receipt, access::PAGE_LASTS).await?;
        Ok(Collected { record: same.record, subject, receipt: same.receipt, view_token, repeated: true })
    }

    /// Addresses first: they find the subject; telephones are kept beside.
    fn identifiers(&self) -> Vec<Identifier> {
        let region = validate::region(self.service, self.form, &self.values);
        let of = |kind: policy::Kind, as_kind: IdentifierKind| {
            let fields = self.form.asks.iter().filter(move |ask| {
                self.service.policy.field(&ask.field).is_some_and(|field| field.kind == kind)
            });
            fields.filter_map(move |ask| {
                vault::normalise_in(as_kind, self.values.get(&ask.field)?, region).ok()
            })
        };
        of(policy::Kind::Email, IdentifierKind::Email)
            .chain(of(policy::Kind::Phone, IdentifierKind::Phone))
            .collect()
    }

    /// Whether a tick counts at once: it is the signed-in person's own, or nobody's address was typed with it. Anybody
    /// can type anybody's address, also one that was verified long ago.
    pub(super) fn counts(&self, claim: &Claim<'_>) -> bool {
        self.signed_in == Some(claim.subject) || self.identifiers().is_empty()
    }

    /// That a ticked consent waits for whoever has the address, where one does.
    fn waits(&self, claim: &Claim<'_>, centre: &str) -> String {
        let consents = boxes::of(&self.service.policy, self.form, self.lang)
            .into_iter()
            .any(|one| one.purpose.is_some() && self.ticked.contains(&one.name));
        if self.counts(claim) || !consents {
            return String::new();
        }
        let said = texts::texts(self.lang).with("mail-collected-waits", &[("centre", centre.into())]);
        format!("{said} ")
    }

    /// The letter with the receipt's link, where there is an address.
    fn letter(&self, unit: Unit, claim: &Claim<'_>, same: &Same) -> Result<Unit, Error> {
        let is_email = |ask: &&policy::Ask| {
            self.service.policy.field(&ask.field).is_some_and(|field| field.kind == policy::Kind::Email)
        };
        let address = self.form.asks.iter().find(is_email).and_then(|ask| self.values.get(&ask.field));
        let Some(address) = address else { return Ok(unit) };
        let (token, digest) = access::fresh(self.service);
        let centre = format!("{}/privacy", self.service.base_url);
        let values = [
            ("title", self.form.title.get(self.lang).to_owned()),
            ("days", access::LETTER_DAYS.to_string()),
            ("waits", self.waits(claim, &centre)),
            ("centre", centre),
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
