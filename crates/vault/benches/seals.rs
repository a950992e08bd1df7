//! What sealing costs over the same primitives called bare, and what re-wrapping and streaming cost.
//!
//! Printed, each on a line with a tab:
//!
//! - `seal`, `open`: 300 bytes, in per cent of the bare primitives in this run (100: the same);
//! - `rewrap`: a million keys under another day's key, in seconds on one core, without the database;
//! - `part:…`: nanoseconds a call, and megabytes a second of a stream.
//!
//! Bare is: 12 random bytes, one HKDF-Expand to 64 bytes, one AES-256-GCM over the same bytes into a fresh buffer.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark fails loudly and prints its figures"
)]

use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk};
use uuid::Uuid;
use vault::{CHUNK, Entropy, Epoch, KeyKind, KeyPlace, MemorySource, Place, Vault};

const CALLS: usize = 20_000;
const ROUNDS: usize = 9;

/// Cheap bytes that do not repeat: randomness is the same on both sides and is not what is measured.
#[derive(Default)]
struct Counted(AtomicU64);

impl Entropy for Counted {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(8) {
            let next = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed).to_be_bytes();
            chunk.copy_from_slice(&next[..chunk.len()]);
        }
    }
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn main() {
    let entropy = Counted::default();
    let vault = Vault::new(Box::new(MemorySource::new(&entropy)));
    let key_place = KeyPlace::subject("shop", Uuid::from_u128(1), KeyKind::Data);
    let (key, wrapped) = vault.new_key(&key_place, Epoch(20_000), &entropy).expect("a key");
    let place = Place { service: "shop", table: "record", id: Uuid::from_u128(2), field: "body" };
    let plain = [7_u8; 300];
    let sealed = key.seal(&place, &plain, &entropy).expect("sealed");

    let seal = nanos(|| drop(black_box(key.seal(&place, &plain, &entropy))));
    let bare_seal = nanos(|| drop(black_box(bare_sealed(&entropy, &plain))));
    let open = nanos(|| drop(black_box(key.open(&place, &sealed))));
    let text = bare_sealed(&entropy, &plain);
    let bare_open = nanos(|| drop(black_box(bare_opened(&text))));
    println!("part:seal\t{seal:.0} ns, bare {bare_seal:.0} ns");
    println!("part:open\t{open:.0} ns, bare {bare_open:.0} ns");
    println!("seal\t{:.0}", seal / bare_seal * 100.0);
    println!("open\t{:.0}", open / bare_open * 100.0);

    let rewrap = nanos(|| drop(black_box(vault.rewrap(&key_place, &wrapped, Epoch(20_001), &entropy))));
    println!("part:rewrap\t{rewrap:.0} ns");
    println!("rewrap\t{:.2}", rewrap / 1e3);

    let (mut sealer, _) = key.sealer(&place, &entropy).expect("a sealer");
    let chunk = vec![7_u8; CHUNK];
    let start = Instant::now();
    let count = 2_000;
    for _ in 0..count {
        black_box(sealer.seal(&chunk, false).expect("sealed"));
    }
    let megabytes = (count * CHUNK) as f64 / 1e6;
    println!("part:stream\t{:.0} MB/s", megabytes / start.elapsed().as_secs_f64());
}

/// Nanoseconds a call, the median of the rounds.
fn nanos(mut call: impl FnMut()) -> f64 {
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            (0..CALLS).for_each(|_| call());
            start.elapsed().as_secs_f64() * 1e9 / CALLS as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}

fn bare_key(nonce: &[u8; 12]) -> LessSafeKey {
    let prk = Prk::new_less_safe(HKDF_SHA256, &[3; 32]);
    let mut both = [0; 64];
    let info = [&nonce[..], &[5; 90]];
    prk.expand(&info, Length(64)).expect("expanded").fill(&mut both).expect("filled");
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &both[..32]).expect("a key"))
}

fn bare_sealed(entropy: &Counted, plain: &[u8]) -> ([u8; 12], Vec<u8>) {
    let mut nonce = [0; 12];
    entropy.fill(&mut nonce);
    let mut out = Vec::with_capacity(plain.len() + 16);
    out.extend_from_slice(plain);
    let sealed = bare_key(&nonce).seal_in_place_append_tag(
        Nonce::assume_unique_for_key(nonce),
        Aad::from([5; 90]),
        &mut out,
    );
    sealed.expect("sealed");
    (nonce, out)
}

fn bare_opened((nonce, sealed): &([u8; 12], Vec<u8>)) -> Vec<u8> {
    let mut text = sealed.clone();
    let opened =
        bare_key(nonce).open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from([5; 90]), &mut text);
    let length = opened.expect("opened").len();
    text.truncate(length);
    text
}
