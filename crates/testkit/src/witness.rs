//! A witness (C2SP tlog-witness) of one log: checks signature and consistency, keeps what it saw in a file before it
//! answers, and cosigns. Written from the specification; only the proof's arithmetic is `ledger`'s.

use std::path::PathBuf;
use std::sync::Mutex;

use ledger::proof::verify_consistency;
use ledger::witness::{AddCheckpoint, message};
use ledger::{Checkpoint, Hash, Signer, VerifierKey, WitnessKey};
use vault::{Epoch, KeyKind, KeyPlace, MemorySource, SigningKey, Vault};

use crate::SeededEntropy;

/// A witness.
pub struct TestWitness {
    signer: SigningKey,
    key: WitnessKey,
    logs: Vec<VerifierKey>,
    file: PathBuf,
    /// One request at a time: what is compared is what is replaced.
    one: Mutex<()>,
}

impl TestWitness {
    /// The witness of that name, which keeps its state in `file`; `logs` are the keys it knows.
    #[must_use]
    pub fn new(name: &str, seed: u64, file: PathBuf, logs: Vec<VerifierKey>) -> Self {
        let entropy = SeededEntropy::new(seed);
        let vault = Vault::new(Box::new(MemorySource::new(&entropy)));
        let place = KeyPlace::service("witness", KeyKind::Signing);
        let (_, wrapped) = vault.new_key(&place, Epoch(1), &entropy).expect("a key");
        let signer = vault.signing_key(&place, &wrapped, name).expect("a signing key");
        let key = WitnessKey::new(name, signer.public_key()).expect("a name");
        Self { signer, key, logs, file, one: Mutex::default() }
    }

    /// Its public key.
    #[must_use]
    pub const fn key(&self) -> &WitnessKey {
        &self.key
    }

    /// The size and root it saw last.
    #[must_use]
    pub fn saw(&self) -> Option<(u64, Hash)> {
        let text = std::fs::read_to_string(&self.file).ok()?;
        let (size, root) = text.split_once(' ')?;
        Some((size.parse().ok()?, root.parse().ok()?))
    }

    /// Answers an `add-checkpoint` at that time (seconds since 1970): status and body.
    #[must_use]
    pub fn add_checkpoint(&self, body: &str, at: u64) -> (u16, String) {
        let Ok(ask) = body.parse::<AddCheckpoint>() else { return (400, String::new()) };
        let name = ask.checkpoint.lines().next().unwrap_or_default();
        if !self.logs.iter().any(|key| key.name() == name) {
            return (404, String::new());
        }
        let signed = self.logs.iter().find_map(|key| Checkpoint::verify(&ask.checkpoint, key).ok());
        let Some(checkpoint) = signed else { return (403, String::new()) };
        let _one = self.one.lock().expect("nobody panicked");
        let (size, root) = self.saw().unwrap_or((0, ledger::empty_root()));
        match ask.old {
            old if old > checkpoint.size => return (400, String::new()),
            old if old != size => return (409, format!("{size}\n")),
            _ => {}
        }
        if size == checkpoint.size && root != checkpoint.root {
            return (409, format!("{size}\n"));
        }
        if verify_consistency(size, &root, checkpoint.size, &checkpoint.root, &ask.proof).is_err() {
            return (422, String::new());
        }
        // persisted before it answers
        std::fs::write(&self.file, format!("{} {}", checkpoint.size, checkpoint.root)).expect("kept");
        let text = ask.checkpoint.rsplit_once("\n\n").map_or("", |(text, _)| text);
        let line = self.key.line(at, &self.signer.sign(&message(at, &format!("{text}\n"))));
        let note = ledger::note::Note { text: "x\n".to_owned(), signatures: vec![line] };
        (200, note.to_string().trim_start_matches("x\n\n").to_owned())
    }
}
