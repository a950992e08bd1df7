//! What a server's settings do to the policy's promises: codes A0901 and up.
//!
//! **Contract.** Looks at a description of the settings, reads nothing; where each stands is told by the key in the
//! settings file.

use crate::diagnostic::{Diagnostic, Source, Span};
use crate::rule::rules;

rules! {
    /// ## What it means
    /// People are to use an address that begins with `http://` and is not this machine itself. What they enter, and the
    /// links they sign in with, can be read on the way.
    ///
    /// ## Instead
    /// Put a proxy that ends TLS before the server, and write `address = "https://…"`.
    PLAIN_ADDRESS = "A0901", Error, "an address without TLS", law "GDPR Art. 32(1)(a)";
    /// ## What it means
    /// The server listens on an address that other machines reach, and speaks no TLS itself: a proxy on this machine is
    /// not the only one that can talk to it.
    ///
    /// ## Instead
    /// Write `listen = "127.0.0.1:8410"` and let the proxy come from this machine; where it stands on another, see to it
    /// that nothing else reaches the port.
    PUBLIC_LISTENER = "A0902", Warning, "a public listener without TLS", law "GDPR Art. 32(1)(a)";
    /// ## What it means
    /// The keys lie in the folder of the database they protect. Who copies the folder, or restores its backup, has both.
    ///
    /// ## Instead
    /// Write `keys = "…"` with a folder on another disk, and leave it out of the database's backups.
    KEYS_BESIDE = "A0903", Warning, "keys beside what they lock", law "GDPR Art. 32(1)(a)";
    /// ## What it means
    /// The published ledger lies with the database: who can write one can rewrite both alike.
    ///
    /// ## Instead
    /// Write `published = "…"` with a folder on another disk, best one that others copy.
    LEDGER_BESIDE = "A0904", Note, "a published ledger beside its database", law "GDPR Art. 5(2)";
}

/// The settings of a server, as far as they matter here.
#[derive(Debug, Clone)]
pub struct Deployment {
    /// Whether other machines reach the listener.
    pub listens_publicly: bool,
    /// The address people use.
    pub address: String,
    /// Whether the keys lie with the database.
    pub keys_beside_database: bool,
    /// Whether the published ledger lies with the database.
    pub ledger_beside_database: bool,
}

/// What is wrong with the settings that `file` holds.
#[must_use]
pub fn deployment(file: &Source, settings: &Deployment) -> Vec<Diagnostic> {
    let at = |key: &str| line(&file.text, key);
    let mut told = Vec::new();
    if settings.address.strip_prefix("http://").is_some_and(|host| !is_here(host)) {
        let found = PLAIN_ADDRESS.breach("people would use an address without TLS").at(at("address"));
        told.push(found.help("write `https://`, and let a proxy end TLS"));
    }
    if settings.listens_publicly {
        let found =
            PUBLIC_LISTENER.breach("the server listens where other machines reach it, and speaks no TLS");
        told.push(found.at(at("listen")).help("listen on `127.0.0.1`, behind a proxy that ends TLS"));
    }
    if settings.keys_beside_database {
        let found = KEYS_BESIDE.breach("the keys lie with the database that they lock").at(at("keys"));
        told.push(found.help("write `keys = \"…\"` with a folder on another disk"));
    }
    if settings.ledger_beside_database {
        let found = LEDGER_BESIDE.breach("the published ledger lies with its database").at(at("published"));
        told.push(found.help("write `published = \"…\"` with a folder on another disk"));
    }
    told
}

/// Whether a host is the machine itself.
fn is_here(host: &str) -> bool {
    ["127.", "localhost", "[::1]"].iter().any(|here| host.starts_with(here))
}

/// The line of a key in a settings file; the file's beginning where the key is left out.
fn line(text: &str, key: &str) -> Span {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_key =
            line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
        if is_key {
            return Span::new(start, start + line.trim_end().len());
        }
        start += line.len();
    }
    Span::new(0, text.lines().next().map_or(0, str::len))
}
