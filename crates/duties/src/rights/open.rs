//! Opening a request: entry, clocks, reference, confirmation.

use db::{NewEntry, NewMail, Unit, Write, requests};
use jiff::Timestamp;
use ledger::Kind;
use policy::map::IdentifierKind;
use uuid::Uuid;

use super::case::Case;
use super::clocks::deadlines;
use super::{Error, Opened, Proven, RequestKind, RequestState, Result, letters, summary, text};
use crate::accounts::{Role, Staff};
use crate::keys::{KEY_VERSION, SubjectKeys};
use crate::{Service, entries, standing, subjects};

/// A request that reached the staff by telephone, letter or at the counter.
#[derive(Clone, Debug)]
pub struct NewByStaff {
    /// What is asked.
    pub kind: RequestKind,
    /// What staff verified; at least one.
    pub identifiers: Vec<Proven>,
    /// What was asked, in words.
    pub detail: String,
    /// The language to answer in.
    pub lang: String,
}

/// Opens a request of a signed-in person. A second erasure while one is open gives the first one back.
pub async fn open(
    service: &Service,
    subject: Uuid,
    kind: RequestKind,
    detail: &str,
    lang: &str,
) -> Result<Opened> {
    let detail = text::detail(kind, detail)?;
    Asked::by_person(service, subject, kind, detail, lang).await?.insert(service, vec![], vec![]).await
}

/// Opens a request of a person that came earlier, while it could not be opened: its clocks run from then.
pub(crate) async fn open_received(
    service: &Service,
    subject: Uuid,
    kind: RequestKind,
    detail: &str,
    lang: &str,
    (id, received): (Uuid, Timestamp),
) -> Result<Opened> {
    let detail = text::detail(kind, detail)?;
    let key = ledger::sha256(&[b"queued-request\n".as_slice(), id.as_bytes()].concat()).0;
    let asked = Asked::by_person(service, subject, kind, detail, lang).await?.once(Given { id, key });
    Asked { received: Some(received), ..asked }.insert(service, vec![], vec![]).await
}

/// Opens a request for somebody staff identified, with or without an e-mail address.
pub async fn open_by_staff(service: &Service, staff: &Staff, new: NewByStaff) -> Result<Opened> {
    staff.must_be(Role::Support)?;
    let detail = text::detail(new.kind, &new.detail)?;
    let given = new.identifiers.iter().map(|one| verified(service, one)).collect::<Result<Vec<_>>>()?;
    if given.is_empty() {
        return Err(Error::Identifier { kind: IdentifierKind::Number });
    }
    let lang = service.language(&new.lang);
    let claim = subjects::claim(service, &given, true, lang).await?;
    // The other kinds are the subject's own verified identifiers from here on.
    let numbers = new.identifiers.into_iter().filter(|one| one.kind == IdentifierKind::Number).collect();
    let case = Case { detail, proven: numbers, ..Case::default() };
    let asked = Asked {
        subject: claim.subject,
        keys: claim.keys,
        kind: new.kind,
        case,
        lang,
        actor: staff.actor(),
        given: None,
        received: None,
    };
    asked.insert(service, claim.writes, claim.entries).await
}

/// The subject staff mean, if Abide knows one: only verified identifiers find anybody.
pub async fn find_person(service: &Service, one: &Proven) -> Result<Option<Uuid>> {
    let (kind, value) = spelled(one);
    Ok(subjects::find_verified(service, kind, &value).await?)
}

/// A number carries its name, so that customer 5 and employee 5 stay two people.
fn spelled(one: &Proven) -> (vault::IdentifierKind, String) {
    match one.kind {
        IdentifierKind::Email => (vault::IdentifierKind::Email, one.value.clone()),
        IdentifierKind::Phone => (vault::IdentifierKind::Phone, one.value.clone()),
        IdentifierKind::Number => (vault::IdentifierKind::Number, format!("{}:{}", one.of, one.value.trim())),
    }
}

/// In its one spelling.
fn verified(service: &Service, one: &Proven) -> Result<vault::Identifier> {
    let (kind, value) = spelled(one);
    let empty = one.value.trim().is_empty();
    let normal = vault::normalise_in(kind, &value, subjects::region(service, None));
    normal.ok().filter(|_| !empty).ok_or(Error::Identifier { kind: one.kind })
}

/// What of a request comes out the same when the same page is sent again.
pub(super) struct Given {
    /// The request's id.
    pub id: Uuid,
    /// The unit's idempotency key.
    pub key: [u8; 32],
}

/// A request about to be opened.
pub(super) struct Asked<'a> {
    subject: Uuid,
    keys: SubjectKeys,
    kind: RequestKind,
    case: Case,
    lang: &'a str,
    actor: String,
    given: Option<Given>,
    /// When it came, where that was before now.
    received: Option<Timestamp>,
}

impl<'a> Asked<'a> {
    /// What a signed-in person asks, their words checked.
    pub async fn by_person(
        service: &'a Service,
        subject: Uuid,
        kind: RequestKind,
        detail: String,
        lang: &str,
    ) -> Result<Self> {
        let keys = service.keys.subject(subject).await?;
        let case = Case { detail, ..Case::default() };
        let (lang, actor) = (service.language(lang), entries::PERSON.to_owned());
        Ok(Self { subject, keys, kind, case, lang, actor, given: None, received: None })
    }

    /// The same, made once only.
    pub fn once(mut self, given: Given) -> Self {
        self.given = Some(given);
        self
    }

    /// Writes it. A second erasure while one is open gives the first one back.
    pub async fn insert(
        self,
        service: &Service,
        mut writes: Vec<Write>,
        before: Vec<NewEntry>,
    ) -> Result<Opened> {
        let earlier = requests::list_of(&service.db, &service.name, self.subject).await?;
        if let Some(open) =
            earlier.iter().find(|row| self.kind == RequestKind::Erasure && is_open_erasure(row))
        {
            return Ok(Opened { request: summary::of(service, open, self.lang)?, already: true });
        }
        let now = service.now();
        let row = self.row(service, now)?;
        writes.push(requests::insert(&service.name, &row));
        let mut unit = Unit::new(&service.name, now).writes(writes);
        unit.entries = before;
        unit = unit.entry(self.entry(service, &row)?);
        // what the person decides for themselves holds from this moment, not from the answer
        if let Some(choice) = self.kind.choice() {
            let key = &self.keys.evidence;
            unit.entries
                .extend(standing::entries_for(service, key, self.subject, choice, &self.actor).await?);
        }
        unit.outbox = self.letters(service, &row).await?;
        if self.kind == RequestKind::Erasure {
            unit = unit.once(self.one_erasure(service, earlier.iter().filter(|row| is_erasure(row)).count()));
        } else if let Some(given) = &self.given {
            unit = unit.once(given.key);
        }
        if service.db.submit(unit).await?.repeated {
            return self.the_other(service).await;
        }
        Ok(Opened { request: summary::of(service, &row, self.lang)?, already: false })
    }

    fn row(&self, service: &Service, now: Timestamp) -> Result<requests::Request> {
        let id = self.given.as_ref().map_or_else(|| service.new_id(), |given| given.id);
        let received = self.received.unwrap_or(now);
        let due = deadlines(&service.policy, received);
        Ok(requests::Request {
            id,
            subject: self.subject,
            kind: self.kind.as_str().to_owned(),
            state: RequestState::Open.as_str().to_owned(),
            reference: reference(service),
            lang: self.lang.to_owned(),
            received_at: received,
            due_at: due.due,
            first_reply_due: due.first_reply,
            first_reply_at: None,
            extended_to: None,
            closed_at: None,
            sealed: Some(self.case.sealed(service, &self.keys.data, id)?),
            key_version: KEY_VERSION,
            revision: 0,
        })
    }

    fn entry(&self, service: &Service, row: &requests::Request) -> Result<NewEntry> {
        let facts = entries::facts(service, Kind::RequestOpened, Some(self.subject), &self.actor);
        let body = serde_json::json!({ "request": row.id, "reference": row.reference, "kind": row.kind });
        Ok(entries::entry(service, &self.keys.evidence, facts, Some(body.to_string().as_bytes()))?)
    }

    async fn letters(&self, service: &Service, row: &requests::Request) -> Result<Vec<NewMail>> {
        letters::to_person(service, row, "request-received", &[]).await
    }

    /// Two clicks at once make one request: the second unit is answered with the first one's result.
    fn one_erasure(&self, service: &Service, earlier: usize) -> [u8; 32] {
        let count = u64::try_from(earlier).unwrap_or(u64::MAX);
        let parts = [
            b"open-erasure\n".as_slice(),
            service.name.as_bytes(),
            self.subject.as_bytes(),
            &count.to_be_bytes(),
        ];
        ledger::sha256(&parts.concat()).0
    }

    async fn the_other(self, service: &Service) -> Result<Opened> {
        let all = requests::list_of(&service.db, &service.name, self.subject).await?;
        let first = self.given.as_ref().map(|given| given.id);
        let same = all.iter().find(|row| Some(row.id) == first);
        let open = same.or_else(|| all.iter().find(|row| is_erasure(row))).ok_or(Error::NotFound)?;
        Ok(Opened { request: summary::of(service, open, self.lang)?, already: same.is_none() })
    }
}

fn is_erasure(row: &requests::Request) -> bool {
    row.kind == RequestKind::Erasure.as_str()
}

fn is_open_erasure(row: &requests::Request) -> bool {
    is_erasure(row) && row.closed_at.is_none()
}

/// Letters and digits that are not taken for one another when read out.
const LETTERS: &[u8; 30] = b"23456789ABCDEFGHJKLMNPQRSTVWXY";

/// "A-7K2M-9QXD": 30^8 possibilities; the index in the database refuses the same one twice.
fn reference(service: &Service) -> String {
    let mut random = [0_u8; 8];
    service.entropy.fill(&mut random);
    let letter =
        |byte: &u8| LETTERS.get(usize::from(*byte) % LETTERS.len()).map_or('2', |letter| char::from(*letter));
    let letters: String = random.iter().map(letter).collect();
    let (first, second) = letters.split_at(4);
    format!("A-{first}-{second}")
}
