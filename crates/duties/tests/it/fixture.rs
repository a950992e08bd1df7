//! Wepack, running on a test's databases with a settable clock and a published folder in memory.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use db::{Db, KeyDb};
use duties::accounts::{NewAccount, StaffSession};
use duties::collect::{Collected, Submission};
use duties::mail::{Mail, Mailbox};
use duties::published::Memory;
use duties::{Clock, Keys, Parts, Service, accounts, collect, credentials, mail};
use jiff::Timestamp;
use testkit::{SeededEntropy, TestClock, TestDb};
use vault::{MemorySource, Vault};

/// Where Wepack's pages are in these tests.
pub const BASE: &str = "https://privacy.wepack.example";
/// A password that is strong enough.
pub const PASSWORD: &str = "violet otter ladder seventeen";

/// The test clock, as the duties want it.
pub struct Time(pub TestClock);

impl Clock for Time {
    fn now(&self) -> Timestamp {
        self.0.time()
    }
}

/// Wepack's policy.
const WEPACK: &str = include_str!("../../../../examples/wepack/policy.yaml");

/// A running Wepack and what tests look at beside it.
pub struct House {
    pub service: Service,
    pub clock: TestClock,
    pub published: Arc<Memory>,
    pub mailbox: Mailbox,
    pub source: MemorySource,
    starts: u64,
}

impl House {
    /// On fresh databases.
    pub async fn new(db: &TestDb) -> Self {
        Self::under(db, WEPACK).await
    }

    /// On fresh databases, under its policy with a line changed.
    pub async fn changed(db: &TestDb, line: &str, to: &str) -> Self {
        assert!(WEPACK.contains(line), "the policy has no `{line}`");
        Self::under(db, &WEPACK.replacen(line, to, 1)).await
    }

    async fn under(db: &TestDb, policy: &str) -> Self {
        let clock = TestClock::default();
        let published = Arc::new(Memory::default());
        let source = MemorySource::new(&SeededEntropy::new(7));
        let handles = (db.db.clone(), db.keys.clone());
        let service = start(policy, handles, &clock, &published, &source, 1).await;
        Self { service, clock, published, mailbox: Mailbox::default(), source, starts: 0 }
    }

    /// The same house again on another handle: a restart, or another node.
    pub async fn again(&self, db: &TestDb, handle: Db, seed: u64) -> Service {
        start(WEPACK, (handle, db.keys.clone()), &self.clock, &self.published, &self.source, seed).await
    }

    /// The same house on databases that were restored: key source, published folder and clock are what they were.
    pub async fn restored(&self, db: &TestDb) -> Self {
        let handles = (db.node().await, db.keys_node().await);
        static SEED: AtomicU64 = AtomicU64::new(2_000);
        let seed = SEED.fetch_add(1, Ordering::Relaxed);
        let service = start(WEPACK, handles, &self.clock, &self.published, &self.source, seed).await;
        let (clock, published) = (self.clock.clone(), Arc::clone(&self.published));
        Self {
            service,
            clock,
            published,
            mailbox: Mailbox::default(),
            source: self.source.clone(),
            starts: 500,
        }
    }

    /// The process ended and is started again: nothing of it is left but the databases, the key source and what was
    /// published. Stores are to be opened again.
    pub async fn restart(&mut self, db: &TestDb) {
        self.starts += 1;
        self.service.db.close().await;
        let handles = (db.node().await, db.keys_node().await);
        let seed = 1_000 + self.starts;
        self.service = start(WEPACK, handles, &self.clock, &self.published, &self.source, seed).await;
    }

    /// Delivers what is due and returns all letters so far.
    pub async fn letters(&self) -> Vec<Mail> {
        mail::deliver_due(&self.service, &self.mailbox).await.expect("mail is delivered");
        self.mailbox.letters()
    }

    /// How many entries the ledger has.
    pub async fn size(&self) -> u64 {
        db::entries::head(&self.service.db, "wepack").await.expect("a head").size
    }

    /// How many subjects there are.
    pub async fn subjects(&self) -> u64 {
        db::subjects::count(&self.service.db, "wepack", db::subjects::ACTIVE).await.expect("a count")
    }

    /// Sends the contact form as Kari would.
    pub async fn contact(&self) -> Collected {
        let form = contact(&self.service);
        collect::submit(&self.service, "contact", form).await.expect("the form is taken over")
    }

    /// The same with another message, so that it is another submission.
    pub async fn contact_again(&self) -> Collected {
        let mut form = contact(&self.service);
        form.fields[3].1 = format!("Message {}", self.size().await);
        collect::submit(&self.service, "contact", form).await.expect("the form is taken over")
    }

    /// Writes an entry that concerns nobody.
    pub async fn entry(&self) {
        let service = &self.service;
        let facts = duties::entries::facts(service, ledger::Kind::Attested, None, duties::entries::ABIDE);
        let key = service.keys.service_evidence().expect("the key");
        let entry = duties::entries::entry(service, &key, facts, None).expect("an entry");
        service.submit(service.unit().entry(entry)).await.expect("written");
    }

    /// Signs a person in by a link, and returns their session's cookie.
    pub async fn person(&self, address: &str) -> String {
        let link = self.link(address).await;
        duties::identity::open_link(&self.service, &link).await.expect("the link opens").token
    }

    /// Asks for a link and takes its token out of the letter.
    pub async fn link(&self, address: &str) -> String {
        let before = self.letters().await.len();
        duties::identity::ask_link(&self.service, address, "en").await.expect("the link is asked for");
        let letters = self.letters().await;
        assert_eq!(letters.len(), before + 1);
        token_in(&letters[before].text, "/privacy/link/")
    }

    /// The first account, confirmed and signed in, and the secret of its second factor.
    pub async fn lead(&self) -> (StaffSession, String) {
        let token =
            accounts::setup_token(&self.service).await.expect("a token").expect("nobody is there yet");
        let pending =
            accounts::setup(&self.service, &token, new_account()).await.expect("the account is made");
        let secret = pending.enrolment.secret.to_string();
        let session = accounts::confirm(&self.service, &pending.token, &self.code(&secret)).await;
        (session.expect("the code fits"), secret)
    }

    /// The code an app with this secret shows now.
    pub fn code(&self, secret: &str) -> String {
        let seconds = u64::try_from(self.clock.time().as_second()).expect("after 1970");
        credentials::totp::code(&testkit::base32(secret), seconds).expect("a code")
    }
}

async fn start(
    text: &str,
    (db, keys): (Db, KeyDb),
    clock: &TestClock,
    published: &Arc<Memory>,
    source: &MemorySource,
    seed: u64,
) -> Service {
    let compiled = policy::compile(&policy::Source { name: "policy.yaml".to_owned(), text: text.to_owned() });
    let policy = Arc::new(compiled.policy.expect("Wepack's policy compiles"));
    let entropy = Arc::new(SeededEntropy::new(seed));
    let vault = Vault::new(Box::new(source.clone()));
    let keys =
        Keys::open(vault, keys, "wepack", BASE, clock.time(), entropy.as_ref()).await.expect("the keys open");
    let parts = Parts {
        policy,
        source: text.to_owned(),
        maps: Vec::new(),
        stores: BTreeMap::new(),
        db,
        keys,
        clock: Arc::new(Time(clock.clone())),
        entropy,
        base_url: format!("{BASE}/"),
        published: Some(published.clone()),
        witnesses: Vec::new(),
    };
    duties::start(parts).await.expect("Wepack starts")
}

/// The contact form, filled in by Kari.
pub fn contact(service: &Service) -> Submission {
    let view = collect::view(service, "contact", "en").expect("the form is there");
    let fields = [
        ("contact.name", "Kari Nordmann"),
        ("contact.email", "Kari.Nordmann@firma.example"),
        ("contact.phone", "22 00 00 01"),
        ("correspondence.message", "When are the boxes back?\r\nThank you."),
    ];
    submission(view.token, &fields, &["accept"])
}

/// The order form, filled in by Kari.
pub fn order(service: &Service, ticked: &[&str]) -> Submission {
    let view = collect::view(service, "order", "nb").expect("the form is there");
    let fields = [
        ("contact.name", "Kari Nordmann"),
        ("contact.email", "kari.nordmann@firma.example"),
        ("contact.mobile", "+47 900 00 001"),
        ("contact.street", "Storgata 1"),
        ("contact.postcode", "0155"),
        ("contact.place", "Oslo"),
        ("order.product", "Box 40 x 30"),
        ("order.quantity", "100"),
    ];
    Submission {
        lang: "nb".to_owned(),
        surface: "form:order".to_owned(),
        ..submission(view.token, &fields, ticked)
    }
}

fn submission(token: String, fields: &[(&str, &str)], ticked: &[&str]) -> Submission {
    Submission {
        token: Some(token),
        fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        accepted: ticked.iter().map(|name| (*name).to_owned()).collect(),
        signed_in: None,
        lang: "en".to_owned(),
        surface: "form:contact".to_owned(),
    }
}

/// The first account's person.
pub fn new_account() -> NewAccount {
    NewAccount {
        email: "lead@wepack.example".to_owned(),
        name: "Liv Lead".to_owned(),
        password: PASSWORD.to_owned().into(),
    }
}

/// The token after a path in a text.
pub fn token_in(text: &str, path: &str) -> String {
    let (_, rest) = text.split_once(path).expect("the link is in the letter");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}
