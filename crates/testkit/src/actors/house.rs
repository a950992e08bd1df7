//! Wepack, running on a test's databases: its pages, a settable clock, a mailbox, a published folder in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use duties::mail::{Mail, Mailbox};
use duties::published::Memory;
use duties::{Keys, Parts, Service};
use policy::map::StoreMap;
use stores::Connector;
use vault::{MemorySource, Vault};

use super::{Person, Staff, Visitor};
use crate::{SeededEntropy, TestClock, TestDb};

/// Wepack's policy.
const WEPACK: &str = include_str!("../../../../examples/wepack/policy.yaml");
/// Where the pages are.
const BASE: &str = "http://127.0.0.1";

/// The company's stores of a house: maps and connections.
pub type Stores = (Vec<Arc<StoreMap>>, BTreeMap<String, Arc<dyn Connector>>);

/// A running service and what tests look at beside it.
pub struct House {
    /// The service.
    pub service: Arc<Service>,
    /// Its clock.
    pub clock: TestClock,
    /// Its mailbox: nothing is sent.
    pub mailbox: Arc<Mailbox>,
    /// What it published.
    pub published: Arc<Memory>,
    /// Its pages.
    pub router: Router,
}

impl House {
    /// Wepack without stores of its own.
    pub async fn new(db: &TestDb) -> Self {
        Self::with(db, (Vec::new(), BTreeMap::new())).await
    }

    /// Wepack with stores.
    pub async fn with(db: &TestDb, stores: Stores) -> Self {
        Self::at(db, stores, BASE).await
    }

    /// Wepack without stores, under its policy with a line changed.
    pub async fn changed(db: &TestDb, line: &str, to: &str) -> Self {
        assert!(WEPACK.contains(line), "the policy has no `{line}`");
        Self::of(db, WEPACK.replacen(line, to, 1), (Vec::new(), BTreeMap::new()), BASE).await
    }

    /// Wepack with stores, whose pages are at this address.
    pub async fn at(db: &TestDb, stores: Stores, base: &str) -> Self {
        Self::of(db, WEPACK.to_owned(), stores, base).await
    }

    async fn of(db: &TestDb, source: String, stores: Stores, base: &str) -> Self {
        let (clock, published) = (TestClock::default(), Arc::new(Memory::default()));
        let service = Arc::new(start(db, source, &clock, &published, stores, base).await);
        let mailbox = Arc::new(Mailbox::default());
        let app = web::App {
            services: vec![Arc::clone(&service)],
            demo: Some(Arc::clone(&mailbox)),
            secure: false,
        };
        Self { router: web::router(app), service, clock, mailbox, published }
    }

    /// Somebody nobody knows yet.
    #[must_use]
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }

    /// A person who signed in by a link to this address.
    pub async fn person(&self, address: &str) -> Person {
        Person::sign_in(self, address).await
    }

    /// The first member of staff: a privacy lead who set up an account just now.
    pub async fn staff(&self) -> Staff {
        Staff::set_up(self).await
    }

    /// What the server does once a second: publish, deliver mail, take up steps.
    pub async fn tick(&self) {
        duties::jobs::tick(&self.service, self.mailbox.as_ref()).await.expect("a round of jobs");
        duties::rights::tick(&self.service).await.expect("a round of steps");
    }

    /// Delivers what is due and returns all letters so far, oldest first.
    pub async fn letters(&self) -> Vec<Mail> {
        duties::mail::deliver_due(&self.service, self.mailbox.as_ref()).await.expect("mail is delivered");
        self.mailbox.letters()
    }

    /// The path of the last link in the last letter that leads under `under`.
    pub async fn link(&self, under: &str) -> String {
        let letters = self.letters().await;
        let text = letters
            .iter()
            .rev()
            .find(|mail| mail.text.contains(under))
            .map(|mail| mail.text.clone())
            .expect("a letter with the link");
        let (_, rest) = text.split_once(under).expect("the link is in the letter");
        let token: String =
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        format!("{under}{token}")
    }
}

async fn start(
    db: &TestDb,
    source: String,
    clock: &TestClock,
    published: &Arc<Memory>,
    (maps, stores): Stores,
    base: &str,
) -> Service {
    let compiled = policy::compile(&policy::Source { name: "policy.yaml".to_owned(), text: source.clone() });
    let entropy = Arc::new(SeededEntropy::default());
    let vault = Vault::new(Box::new(MemorySource::new(&SeededEntropy::new(7))));
    let keys = Keys::open(vault, db.keys.clone(), "wepack", base, clock.time(), entropy.as_ref())
        .await
        .expect("the keys open");
    let parts = Parts {
        policy: Arc::new(compiled.policy.expect("Wepack's policy compiles")),
        source,
        maps,
        stores,
        db: db.db.clone(),
        keys,
        clock: Arc::new(clock.clone()),
        entropy,
        base_url: base.to_owned(),
        published: Some(published.clone()),
        witnesses: Vec::new(),
    };
    duties::start(parts).await.expect("Wepack starts")
}
