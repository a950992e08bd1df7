//! RFC 6962: the reference tree of Certificate Transparency, and every small tree against the RFC's recursion.

use ledger::proof::{self, ProofError};
use ledger::{Frontier, Hash};
use proptest::prelude::*;

use crate::fixtures::{AllNodes, leaves, slow_root};

/// The leaves of Certificate Transparency's reference tree.
const INPUTS: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];
/// Its roots at sizes 1 to 8.
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn reference() -> AllNodes {
    AllNodes(INPUTS.iter().map(|input| ledger::leaf_hash(input)).collect())
}

fn hashes(texts: &[&str]) -> Vec<Hash> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

#[test]
fn reference_roots_of_certificate_transparency() {
    let mut frontier = Frontier::new();
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(frontier.root().to_string(), empty);
    for (index, (input, root)) in INPUTS.iter().zip(ROOTS).enumerate() {
        assert_eq!(frontier.append(ledger::leaf_hash(input)), index as u64);
        assert_eq!(frontier.root().to_string(), root);
        assert_eq!(proof::root(frontier.size(), &reference()).unwrap().to_string(), root);
    }
}

#[test]
fn reference_proofs_of_certificate_transparency() {
    let fourth = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
    let six_to_eight = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    let inclusion =
        ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", six_to_eight, fourth];
    assert_eq!(proof::inclusion(5, 8, &reference()).unwrap(), hashes(&inclusion));
    let from_one = [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ];
    assert_eq!(proof::consistency(1, 8, &reference()).unwrap(), hashes(&from_one));
    let from_six = ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", six_to_eight, fourth];
    assert_eq!(proof::consistency(6, 8, &reference()).unwrap(), hashes(&from_six));
}

#[test]
fn every_proof_of_every_small_tree_verifies() {
    let nodes = AllNodes(leaves(70));
    for size in 0..=70 {
        let root = slow_root(&nodes.0[..size as usize]);
        assert_eq!(proof::root(size, &nodes).unwrap(), root);
        for index in 0..size {
            let path = proof::inclusion(index, size, &nodes).unwrap();
            proof::verify_inclusion(&nodes.0[index as usize], index, size, &path, &root).unwrap();
        }
        for old in 0..=size {
            let old_root = slow_root(&nodes.0[..old as usize]);
            let path = proof::consistency(old, size, &nodes).unwrap();
            proof::verify_consistency(old, &old_root, size, &root, &path).unwrap();
        }
    }
}

#[test]
fn sizes_that_cannot_be_are_refused() {
    let nodes = AllNodes(leaves(3));
    assert_eq!(proof::inclusion(3, 3, &nodes), Err(ProofError::Index { index: 3, size: 3 }));
    assert_eq!(proof::consistency(4, 3, &nodes), Err(ProofError::Sizes { old: 4, new: 3 }));
    assert_eq!(proof::inclusion(0, 9, &nodes), Err(ProofError::Missing(1, 1)));
    let zero = Hash::ZERO;
    assert!(proof::verify_inclusion(&zero, 0, 0, &[], &zero).is_err());
    assert!(proof::verify_inclusion(&zero, u64::MAX - 1, u64::MAX, &[zero; 64], &zero).is_err());
    assert!(proof::verify_consistency(0, &zero, 5, &zero, &[]).is_err());
    assert!(proof::verify_consistency(1, &zero, u64::MAX, &zero, &[]).is_err());
}

#[test]
fn a_frontier_of_the_wrong_length_is_refused() {
    let mut frontier = Frontier::new();
    leaves(11).into_iter().for_each(|leaf| {
        frontier.append(leaf);
    });
    let bytes = frontier.to_bytes();
    assert_eq!(Frontier::from_bytes(&bytes).unwrap(), frontier);
    for length in 0..bytes.len() {
        assert!(Frontier::from_bytes(&bytes[..length]).is_err());
    }
    assert!(Frontier::from_bytes(&[bytes.as_slice(), &[0; 32]].concat()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_inclusion_proof_fails(
        size in 1_u64..150, at in any::<u64>(), place in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let nodes = AllNodes(leaves(size));
        let (index, root) = (at % size, slow_root(&nodes.0));
        let leaf = nodes.0[index as usize];
        let path = proof::inclusion(index, size, &nodes).unwrap();
        prop_assert!(proof::verify_inclusion(&leaf, index, size, &path, &root).is_ok());
        // One bit of leaf, root or path.
        let mut all: Vec<Hash> = path.iter().copied().chain([leaf, root]).collect();
        let byte = place.index(all.len() * 32);
        all[byte / 32].0[byte % 32] ^= 1 << bit;
        let (bad_root, bad_leaf) = (all.pop().unwrap(), all.pop().unwrap());
        prop_assert!(proof::verify_inclusion(&bad_leaf, index, size, &all, &bad_root).is_err());
        // Another place, a hash too many or too few.
        for other in (0..size).filter(|other| *other != index) {
            prop_assert!(proof::verify_inclusion(&leaf, other, size, &path, &root).is_err());
        }
        let longer = [path.as_slice(), &[root]].concat();
        prop_assert!(proof::verify_inclusion(&leaf, index, size, &longer, &root).is_err());
        if let Some((_, shorter)) = path.split_last() {
            prop_assert!(proof::verify_inclusion(&leaf, index, size, shorter, &root).is_err());
        }
    }

    #[test]
    fn a_changed_consistency_proof_fails(
        new in 2_u64..150, at in any::<u64>(), place in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let nodes = AllNodes(leaves(new));
        let old = 1 + at % (new - 1);
        let (old_root, new_root) = (slow_root(&nodes.0[..old as usize]), slow_root(&nodes.0));
        let path = proof::consistency(old, new, &nodes).unwrap();
        prop_assert!(proof::verify_consistency(old, &old_root, new, &new_root, &path).is_ok());
        let mut all: Vec<Hash> = path.iter().copied().chain([old_root, new_root]).collect();
        let byte = place.index(all.len() * 32);
        all[byte / 32].0[byte % 32] ^= 1 << bit;
        let (bad_new, bad_old) = (all.pop().unwrap(), all.pop().unwrap());
        prop_assert!(proof::verify_consistency(old, &bad_old, new, &bad_new, &all).is_err());
        let longer = [path.as_slice(), &[new_root]].concat();
        prop_assert!(proof::verify_consistency(old, &old_root, new, &new_root, &longer).is_err());
        prop_assert!(proof::verify_consistency(old, &old_root, new, &new_root, &path[1..]).is_err());
    }

    #[test]
    fn the_frontier_agrees_with_the_rfc(count in 0_u64..600, stop in 0_u64..600) {
        let mut frontier = Frontier::new();
        for (index, leaf) in leaves(count).into_iter().enumerate() {
            if index as u64 == stop {
                frontier = Frontier::from_bytes(&frontier.to_bytes()).unwrap();
            }
            frontier.append(leaf);
        }
        prop_assert_eq!(frontier.root(), slow_root(&leaves(count)));
    }

    #[test]
    fn verifying_anything_never_panics(
        index in any::<u64>(), size in any::<u64>(), hashes in prop::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        let path: Vec<Hash> = hashes.into_iter().map(Hash).collect();
        prop_assert!(proof::verify_inclusion(&Hash::ZERO, index, size, &path, &Hash([1; 32])).is_err());
        let _ = proof::verify_consistency(index, &Hash::ZERO, size, &Hash([1; 32]), &path);
    }
}
