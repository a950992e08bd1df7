//! The compiled policy: what every other part obeys.
//!
//! **Contract.** Immutable; identified by [`Policy::hash`], the SHA-256 of [`Policy::canonical`]. Every name in it
//! resolves: a field in `uses` exists, a recipient in `shares_with` exists, and so on.

mod acceptance;
mod canonical;
mod company;
mod data;
mod document;
mod exchange;
mod find;
mod form;
mod group;
mod length;
mod limits;
mod promise;
mod purpose;
mod recipient;
mod rights;
mod service_data;
mod staff;
mod surface;
mod text;

pub use acceptance::{Acceptance, AcceptedAt, OnBehalf};
pub use canonical::hex;
pub(crate) use canonical::{sha256, sha256_hex};
pub use company::{Authority, Controller, Languages, OfficeHours, Representative, Stated, Weekday};
pub use data::{Category, DataRole, Field, KeptAs, Kind, Sensitivity, Visibility};
pub use document::{Document, DocumentKind};
pub use exchange::{
    Exchange, Invitations, Mail, MailLaw, Organisations, PublicRecords, Unsubscribe, UserMessages, Views,
};
pub use form::{Ask, Attachments, Consent, EnteredBy, Form};
pub use group::{GroupCompany, JointController, Jurisdiction, Officer, Relation};
pub use length::{Length, Unit};
pub use limits::{Bulk, EvidencePeriods, HoldNeed, HoldReason, Holds, LegalGround, LegalNeed, LegalRequests};
pub use promise::{
    Agreement, Attestation, Breach, Change, Changes, ContinuedUse, NewPurposes, Promise, Security, Signal,
    Signals, Statement, TakesEffect, TellPeople,
};
pub use purpose::{Anchor, Basis, ConsentBy, Duty, Ground, Keep, Messages, Origin, Purpose, Then};
pub use recipient::{AtEnd, ContractTerm, Recipient, Role, Safeguard, SubProcessor};
pub use rights::{
    Channel, Clock, Counted, Extension, Format, Objection, Rectification, Restriction, Rights, SelfService,
};
pub use service_data::{ServiceData, StaffAccess, SubProcessorNotice};
pub use staff::{Age, Guardian, Reports, ShownBy, StaffRole};
pub use surface::{Cookie, CookieKind, Integrations, Lasts, Permission, PermissionKind};
pub use text::Text;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A compiled policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The service's name in addresses and tables, such as `wepack`.
    pub service: String,
    /// The service's name as people know it.
    pub title: Text,
    /// The day this version is dated.
    pub version: Date,
    /// Who decides why and how data is used.
    pub controller: Controller,
    /// Who answers for the controller in another country (Art. 27).
    pub representatives: Vec<Representative>,
    /// Who supervises: where to complain.
    pub authority: Authority,
    /// In which languages it speaks.
    pub languages: Languages,
    /// When the office is open, if a promise counts office hours.
    pub office_hours: Option<OfficeHours>,
    /// From which age people may use the service, if it says so.
    pub minimum_age: Option<u8>,
    /// Whether special categories (Art. 9) are ruled out.
    pub no_special_categories: bool,
    /// What is said of decisions without a human (Art. 22); `None`: there are none.
    pub automated_decisions: Option<Text>,
    /// What data there is.
    pub data: Vec<Category>,
    /// What it is used for.
    pub purposes: Vec<Purpose>,
    /// Who receives it.
    pub recipients: Vec<Recipient>,
    /// Terms a person agrees to besides this policy.
    pub agreements: Vec<Agreement>,
    /// What is stored in the browser.
    pub cookies: Vec<Cookie>,
    /// Where data is collected.
    pub forms: Vec<Form>,
    /// How fast requests are answered.
    pub rights: Rights,
    /// What browser signals do.
    pub signals: Signals,
    /// How changes of this policy are told.
    pub changes: Changes,
    /// What happens after a breach.
    pub breach: Breach,
    /// When authorities get data.
    pub legal_requests: Option<LegalRequests>,
    /// What is promised of the transport and the store.
    pub security: Security,
    /// Promises that people keep, not software.
    pub attestations: Vec<Attestation>,
    /// Further sections of text.
    pub statements: Vec<Statement>,
    /// The law and the courts that count.
    #[serde(default)]
    pub jurisdiction: Option<Jurisdiction>,
    /// Where customers live: countries, `EEA`, `world`.
    #[serde(default)]
    pub serves: Vec<String>,
    /// Who decides together with the controller (Art. 26).
    #[serde(default)]
    pub joint_controllers: Vec<JointController>,
    /// The companies of the controller's group.
    #[serde(default)]
    pub group: Vec<GroupCompany>,
    /// The roles of the staff and what they may see.
    #[serde(default)]
    pub staff: Vec<StaffRole>,
    /// From which age people may use the service, with everything said of it; years as in `minimum_age`.
    #[serde(default)]
    pub age: Option<Age>,
    /// Documents held beside the policy.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// What people accept in order to use the service.
    #[serde(default)]
    pub acceptance: Option<Acceptance>,
    /// What customers entrust: the processor's part.
    #[serde(default)]
    pub service_data: Option<ServiceData>,
    /// How long evidence is kept.
    #[serde(default)]
    pub evidence: EvidencePeriods,
    /// What every mailing carries.
    #[serde(default)]
    pub mail: Option<Mail>,
    /// Inviting people by addresses that others gave.
    #[serde(default)]
    pub invitations: Option<Invitations>,
    /// What people see of each other.
    #[serde(default)]
    pub exchange: Exchange,
    /// What organisations and their administrators can do.
    #[serde(default)]
    pub organisations: Option<Organisations>,
    /// Whether selling data is ruled out (PC-19, SO-15, WX-10).
    #[serde(default)]
    pub no_sale: bool,
    /// How much may leave at once.
    #[serde(default)]
    pub bulk: Option<Bulk>,
    /// When erasure waits.
    #[serde(default)]
    pub holds: Option<Holds>,
    /// The permissions of the mobile application.
    #[serde(default)]
    pub permissions: Vec<Permission>,
    /// What other services get because a customer wants it.
    #[serde(default)]
    pub integrations: Option<Integrations>,
    /// The company's own numbering of its promises.
    #[serde(default)]
    pub promises: Vec<Promise>,
    /// The places of everything that is not published but assumed, sorted: `mail/sender`, `purposes/x/keep/for`.
    #[serde(default)]
    pub assumed: Vec<String>,
    /// The canonical JSON: sorted keys, no spaces, everything above.
    #[serde(skip)]
    pub canonical: String,
    /// The SHA-256 of `canonical`: the policy's identity.
    #[serde(skip)]
    pub hash: [u8; 32],
}

impl Policy {
    /// The hash as 64 lower-case hexadecimal digits.
    pub fn hash_hex(&self) -> String {
        hex(&self.hash)
    }

    /// The policy of a canonical JSON text, as the archive keeps it. Its identity is that of the text, also where the
    /// language has learnt more since.
    ///
    /// # Errors
    /// If the text is not the canonical JSON of a policy.
    pub fn from_canonical(text: &str) -> Result<Policy, serde_json::Error> {
        let policy = serde_json::from_str::<Policy>(text)?;
        Ok(Policy { canonical: text.to_owned(), hash: sha256(text), ..policy })
    }

    /// The same policy with its canonical JSON and hash filled in.
    #[must_use]
    pub(crate) fn sealed(mut self) -> Policy {
        self.canonical = canonical::canonical(&self);
        self.hash = sha256(&self.canonical);
        self
    }
}
