//! What the tests share: seeded randomness, a vault in memory, keys.

use std::sync::atomic::{AtomicU64, Ordering};

use uuid::Uuid;
use vault::{Entropy, Epoch, KeyKind, KeyPlace, MemorySource, Place, SubjectKey, Vault};

pub const TODAY: Epoch = Epoch(20_778);
pub const SUBJECT: Uuid = Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_8058);
pub const ROW: Uuid = Uuid::from_u128(0x0189_0a5d_ac96_774b_bcce_b302_099a_8057);

/// Repeatable bytes that do not repeat: SHA-256 of a counter.
#[derive(Default)]
pub struct Seeded(AtomicU64);

impl Seeded {
    pub fn from(seed: u64) -> Self {
        Self(AtomicU64::new(seed << 32))
    }
}

impl Entropy for Seeded {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(32) {
            let block = ledger::sha256(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes()).0;
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

pub fn memory_vault(entropy: &Seeded) -> Vault {
    Vault::new(Box::new(MemorySource::new(entropy)))
}

pub fn key(kind: KeyKind, seed: u64) -> SubjectKey {
    let entropy = Seeded::from(seed);
    let place = KeyPlace::subject("shop", SUBJECT, kind);
    memory_vault(&entropy).new_key(&place, TODAY, &entropy).unwrap().0
}

pub fn place() -> Place<'static> {
    Place { service: "shop", table: "record", id: ROW, field: "body" }
}
