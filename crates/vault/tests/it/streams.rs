//! Large values, chunk by chunk: whole, or refused.

use proptest::prelude::*;
use uuid::Uuid;
use vault::{CHUNK, Error, KeyKind, Place, SubjectKey};

use crate::fixtures::{Seeded, key, place};

fn sealed(key: &SubjectKey, plain: &[u8], seed: u64) -> (Vec<u8>, Vec<Vec<u8>>) {
    let (mut sealer, header) = key.sealer(&place(), &Seeded::from(seed)).unwrap();
    let mut chunks: Vec<&[u8]> = plain.chunks(CHUNK).collect();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    let last = chunks.len() - 1;
    let sealed = chunks.iter().enumerate().map(|(at, chunk)| sealer.seal(chunk, at == last).unwrap());
    (header, sealed.collect())
}

fn opened(key: &SubjectKey, place: &Place<'_>, header: &[u8], chunks: &[Vec<u8>]) -> Result<Vec<u8>, Error> {
    let mut opener = key.opener(place, header)?;
    let mut plain = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        plain.extend_from_slice(&opener.open(chunk, at + 1 == chunks.len())?);
    }
    opener.finish()?;
    Ok(plain)
}

#[test]
fn lengths_around_a_chunk_come_back_as_they_were() {
    let key = key(KeyKind::Data, 1);
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
        let plain: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
        let (header, chunks) = sealed(&key, &plain, 2);
        assert_eq!(opened(&key, &place(), &header, &chunks).unwrap(), plain, "{length}");
        let size: usize = chunks.iter().map(Vec::len).sum();
        assert_eq!(size, length + 16 * chunks.len(), "16 bytes a chunk, no more");
    }
}

#[test]
fn cut_off_lengthened_swapped_repeated_and_mixed_chunks_are_refused() {
    let key = key(KeyKind::Data, 1);
    let plain = vec![7; 3 * CHUNK + 5];
    let (header, chunks) = sealed(&key, &plain, 2);
    let (other_header, other) = sealed(&key, &plain, 3);
    let refused = |header: &[u8], chunks: &[Vec<u8>]| opened(&key, &place(), header, chunks).is_err();
    assert!(refused(&header, &chunks[..3]), "cut off at a chunk's end");
    assert!(refused(&header, &[]), "nothing at all");
    assert!(refused(&header, &chunks[1..]), "without the first");
    let swapped = [&chunks[1], &chunks[0], &chunks[2], &chunks[3]].map(Clone::clone);
    assert!(refused(&header, &swapped), "swapped");
    let repeated = [&chunks[0], &chunks[0], &chunks[1], &chunks[2], &chunks[3]].map(Clone::clone);
    assert!(refused(&header, &repeated), "repeated");
    let longer = [&chunks[..], &chunks[3..]].concat();
    assert!(refused(&header, &longer), "lengthened");
    let mixed = [&chunks[0], &other[1], &chunks[2], &chunks[3]].map(Clone::clone);
    assert!(refused(&header, &mixed), "a chunk of another value under the same key");
    assert!(refused(&other_header, &chunks), "the header of another value");
    let mut short = chunks.clone();
    short[3].pop();
    assert!(refused(&header, &short), "a byte less");
    // the last chunk presented as one that is not the last, and the reverse
    let mut opener = key.opener(&place(), &header).unwrap();
    assert!(matches!(opener.open(&chunks[0], true), Err(Error::Changed)));
}

#[test]
fn another_row_or_key_or_version_opens_nothing() {
    let data = key(KeyKind::Data, 1);
    let (header, chunks) = sealed(&data, b"Kari", 2);
    let moved = Place { id: Uuid::from_u128(4), ..place() };
    assert!(matches!(opened(&data, &moved, &header, &chunks), Err(Error::WrongKey)));
    assert!(matches!(opened(&key(KeyKind::Data, 9), &place(), &header, &chunks), Err(Error::WrongKey)));
    let mut newer = header.clone();
    newer[0] = 2;
    for wrong in [&[][..], &header[..20], &newer] {
        assert!(matches!(opened(&data, &place(), wrong, &chunks), Err(Error::Format)));
    }
}

#[test]
fn a_short_chunk_in_the_middle_cannot_be_sealed() {
    let (mut sealer, _) = key(KeyKind::Data, 1).sealer(&place(), &Seeded::from(2)).unwrap();
    assert!(matches!(sealer.seal(b"short", false), Err(Error::Refused)));
    assert!(matches!(sealer.seal(&vec![0; CHUNK + 1], true), Err(Error::Refused)));
    sealer.seal(b"the end", true).unwrap();
    assert!(matches!(sealer.seal(b"more", true), Err(Error::Refused)));
}

proptest! {
    #[test]
    fn no_changed_bit_is_taken(length in 0_usize..300, bit in 0_usize..4000) {
        let key = key(KeyKind::Data, 1);
        let (header, mut chunks) = sealed(&key, &vec![1; length], 2);
        let at = bit % (chunks[0].len() * 8);
        chunks[0][at / 8] ^= 1 << (at % 8);
        prop_assert!(opened(&key, &place(), &header, &chunks).is_err());
    }
}
