//! Promise by promise: is it kept now, by what, and on what evidence.
//!
//! Contract: a look exercises a mechanism on made-up people, or inspects what the databases and the keys say; none is
//! a constant, and none changes anything. What no mechanism of this version keeps is told as not yet kept, never
//! passed over. Personal data never stands in a finding: counts and names of declarations only.
//!
//! Absences: nothing is mended here; a finding says what is wrong, the duty's own page says what to do.

mod attested;
mod forms;
mod house;
mod leaving;
mod mechanisms;
mod paper;
mod people;
mod records;
mod says;
mod uses;

use policy::promises::{self, Keeper, Kept, Promise};

use crate::error::Error;
use crate::service::Service;
pub use attested::{Attestation, attest, attestations};
pub use mechanisms::Mechanisms;
pub use says::Says;

/// What a look found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The mechanism works now; on what evidence.
    Holds(Says),
    /// It does not; what is wrong.
    Broken(Says),
    /// The mechanism is there, but nothing has happened yet that would show it at work.
    Unseen(Says),
    /// No mechanism of this version keeps it.
    NotYet,
}

/// A promise's verdict: that of its worst keeper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Everything that keeps it holds.
    Kept,
    /// Something that should keep it is not there yet.
    NotYet,
    /// Something that keeps it does not hold.
    Broken,
}

impl Verdict {
    /// The word for it, as machines read it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::NotYet => "not-yet-kept",
            Self::Broken => "broken",
        }
    }
}

/// A promise and what was found.
#[derive(Debug, Clone)]
pub struct Audited {
    /// The promise.
    pub promise: Promise,
    /// What was found of each of its keepers, in their order.
    pub looks: Vec<Look>,
}

/// What was found of one keeper at one place.
#[derive(Debug, Clone)]
pub struct Look {
    /// What should keep it, and where that is declared.
    pub kept: Kept,
    /// What was found.
    pub state: State,
}

impl Audited {
    /// Whether the promise is kept now.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.looks.iter().map(|look| look.state.verdict()).max().unwrap_or(Verdict::NotYet)
    }
}

impl State {
    /// What was found, in a language.
    #[must_use]
    pub fn words(&self, lang: &str) -> String {
        match self {
            Self::Holds(says) | Self::Broken(says) | Self::Unseen(says) => says.words(lang),
            Self::NotYet => texts::texts(lang).say("audit-not-yet"),
        }
    }

    /// What it means for the promise.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Holds(_) => Verdict::Kept,
            Self::NotYet | Self::Unseen(_) => Verdict::NotYet,
            Self::Broken(_) => Verdict::Broken,
        }
    }
}

/// Looks at every promise of the service, with the mechanisms that run.
///
/// # Errors
/// [`Error`], where a database or the keys do not answer: then nothing is said of any promise.
pub async fn audit(service: &Service) -> Result<Vec<Audited>, Error> {
    audit_with(service, &Mechanisms::default()).await
}

/// The same with other mechanisms: a test puts a broken one in and sees that it is noticed.
///
/// # Errors
/// As [`audit`].
pub async fn audit_with(service: &Service, mechanisms: &Mechanisms) -> Result<Vec<Audited>, Error> {
    let cx = Cx::new(service, mechanisms);
    let mut all = Vec::new();
    for promise in promises::of(&service.policy) {
        let mut looks = Vec::new();
        for kept in &promise.kept {
            let state = look(&cx, kept.by, &kept.place).await?;
            looks.push(Look { kept: kept.clone(), state });
        }
        all.push(Audited { promise, looks });
    }
    Ok(all)
}

/// One look: at what one keeper does for the declaration at a place.
///
/// # Errors
/// As [`audit`].
pub async fn look_at(
    service: &Service,
    mechanisms: &Mechanisms,
    keeper: Keeper,
    place: &str,
) -> Result<State, Error> {
    look(&Cx::new(service, mechanisms), keeper, place).await
}

/// What every look needs.
struct Cx<'a> {
    service: &'a Service,
    mechanisms: &'a Mechanisms,
    /// The published policy by language.
    pages: Vec<(String, String)>,
}

impl<'a> Cx<'a> {
    fn new(service: &'a Service, mechanisms: &'a Mechanisms) -> Self {
        Self { service, mechanisms, pages: paper::pages(&service.policy, mechanisms.document) }
    }
}

async fn look(cx: &Cx<'_>, keeper: Keeper, place: &str) -> Result<State, Error> {
    Ok(match keeper {
        Keeper::PurposeLimit => uses::purpose_limit(cx, place),
        Keeper::ConsentNeeded => uses::consent_needed(cx, place),
        Keeper::Withdrawal => uses::withdrawal(cx),
        Keeper::ObjectionStops => uses::objection_stops(cx, place),
        Keeper::MarketingObjection => uses::marketing_objection(cx, place),
        Keeper::LaterPurpose => uses::later_purpose(cx, place),
        Keeper::Restriction => uses::restriction(cx),
        Keeper::RecipientLimit => people::recipient_limit(cx, place),
        Keeper::TransferSafeguard => people::transfer_safeguard(cx, place),
        Keeper::BulkLimit => leaving::bulk_limit(cx).await?,
        Keeper::DisclosureGrounds => leaving::disclosure_grounds(cx).await?,
        Keeper::StaffViews => people::staff_views(cx),
        Keeper::DeclaredDataOnly => forms::declared_only(cx, place)?,
        Keeper::SpecialRefused => forms::special_refused(cx),
        Keeper::AcceptanceNeeded => forms::acceptance_needed(cx, place)?,
        Keeper::ConsentUnticked => forms::consent_unticked(cx, place)?,
        Keeper::FormEvidence => records::form_evidence(cx, place).await?,
        Keeper::AnswerClock => records::answer_clock(cx).await?,
        Keeper::ReplyClock => records::reply_clock(cx).await?,
        Keeper::AccessAnswer => records::access_answer(cx).await?,
        Keeper::Erasure => records::erasure(cx).await?,
        Keeper::Archive => records::archive(cx).await?,
        Keeper::EvidencePeriods => records::evidence_periods(cx).await?,
        Keeper::KeysDie => house::keys_die(cx)?,
        Keeper::Passwords => house::passwords(cx),
        Keeper::Transport => house::transport(cx),
        Keeper::Shown => paper::shown(cx, place),
        Keeper::Attested => attested::attested(cx, place).await?,
        _ => State::NotYet,
    })
}

/// A verdict in a language.
#[must_use]
pub fn verdict_words(verdict: Verdict, lang: &str) -> String {
    texts::texts(lang).say(&format!("audit-verdict-{}", verdict.as_str()))
}
