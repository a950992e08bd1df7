//! C2SP tlog-tiles: paths, the specification's example tree, and proofs from nothing but tiles.

use ledger::proof;
use ledger::tile::{self, Edge, Tile, Tiles};
use proptest::prelude::*;

use crate::fixtures::{AllNodes, leaves, slow_root};

fn tile(level: u8, index: u64, width: u16) -> Tile {
    Tile { level, index, width }
}

#[test]
fn paths_are_those_of_the_specification() {
    let cases = [
        (tile(0, 0, 256), "tile/0/000"),
        (tile(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (tile(1, 1_234, 5), "tile/1/x001/234.p/5"),
        (tile(2, 999, 255), "tile/2/999.p/255"),
        (tile(0, 1_000, 256), "tile/0/x001/000"),
    ];
    for (tile, path) in cases {
        assert_eq!(tile.path(), path);
        assert_eq!(path.parse::<Tile>().unwrap(), tile);
    }
}

#[test]
fn other_spellings_are_no_paths() {
    let wrong = [
        "",
        "tile",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/+0/000",
        "tile/8/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/05",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/-01",
        "tile/0/000.p/",
        "tile/0/x001/+02",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/0/../000",
    ];
    for path in wrong {
        assert!(path.parse::<Tile>().is_err(), "{path}");
    }
}

#[test]
fn a_tree_of_70_000_has_the_tiles_of_the_specification() {
    let count = |level, width: u16| {
        Tile::all(70_000).filter(|tile| tile.level == level && tile.width == width).count()
    };
    assert_eq!((count(0, 256), count(0, 112)), (273, 1));
    assert_eq!((count(1, 256), count(1, 17)), (1, 1));
    assert_eq!(count(2, 1), 1);
    assert_eq!(Tile::all(70_000).count(), 277);
    assert_eq!(Tile::all(256).collect::<Vec<_>>(), [tile(0, 0, 256), tile(1, 0, 1)]);
    assert_eq!(Tile::all(0).count(), 0);
    assert_eq!(Tile::all(u64::MAX).take(3).count(), 3);
}

/// Appends leaves through an edge and keeps what becomes full, then the partial tiles of the end.
fn publish(count: u64) -> Vec<(Tile, Vec<u8>)> {
    let mut edge = Edge::new();
    let mut published = Vec::new();
    for leaf in leaves(count) {
        let full = edge.append(leaf);
        published.extend(full.into_iter().map(|full| (full.tile, tile::to_bytes(&full.hashes))));
    }
    let partial = edge.partial();
    published.extend(partial.into_iter().map(|(tile, hashes)| (tile, tile::to_bytes(hashes))));
    published
}

#[test]
fn proofs_need_exactly_the_tiles_that_are_named() {
    let count = 66_000;
    let published = publish(count);
    let mut all: Vec<Tile> = published.iter().map(|(tile, _)| *tile).collect();
    all.sort();
    assert_eq!(all, Tile::all(count).collect::<Vec<_>>());
    let hashes = leaves(count);
    let fetch = |wanted: &std::collections::BTreeSet<Tile>, but: Option<&Tile>| {
        let mut tiles = Tiles::new();
        for (tile, bytes) in &published {
            if wanted.contains(tile) && Some(tile) != but {
                tiles.insert(*tile, bytes).unwrap();
            }
        }
        tiles
    };
    let root = slow_root(&hashes);
    for index in [0, 255, 256, 65_535, 65_536, 65_999] {
        let wanted = proof::inclusion_tiles(index, count);
        let path = proof::inclusion(index, count, &fetch(&wanted, None)).unwrap();
        proof::verify_inclusion(&hashes[index as usize], index, count, &path, &root).unwrap();
        for one in &wanted {
            assert!(
                proof::inclusion(index, count, &fetch(&wanted, Some(one))).is_err(),
                "{one} was not needed"
            );
        }
    }
    for old in [1, 256, 300, 65_536, 65_537, 66_000] {
        let wanted = proof::consistency_tiles(old, count);
        let path = proof::consistency(old, count, &fetch(&wanted, None)).unwrap();
        let old_root = slow_root(&hashes[..old as usize]);
        proof::verify_consistency(old, &old_root, count, &root, &path).unwrap();
    }
}

#[test]
fn tiles_of_the_wrong_length_are_refused() {
    let mut tiles = Tiles::new();
    let error = tiles.insert(tile(0, 3, 2), &[0; 63]).unwrap_err();
    assert_eq!(error.to_string(), "tile/0/003.p/2 has 2 hashes of 32 bytes; these are 63 bytes");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn an_edge_can_be_loaded_at_any_size(count in 0_u64..1_500, more in 0_u64..600) {
        let nodes = AllNodes(leaves(count));
        let mut loaded = Edge::load(count, &nodes).unwrap();
        let mut grown = Edge::new();
        leaves(count).into_iter().for_each(|leaf| drop(grown.append(leaf)));
        for leaf in leaves(more) {
            prop_assert_eq!(loaded.append(leaf), grown.append(leaf));
        }
        prop_assert_eq!(loaded.size(), grown.size());
        prop_assert_eq!(loaded.partial(), grown.partial());
    }
}

proptest! {
    #[test]
    fn parsing_any_path_never_panics(path in "(tile/)?[0-9x/.p]{0,30}|.*") {
        if let Ok(tile) = path.parse::<Tile>() {
            prop_assert_eq!(tile.path(), path);
        }
    }

    #[test]
    fn every_tile_has_one_path(level in 0_u8..8, index in any::<u64>(), width in 1_u16..=256) {
        let tile = Tile { level, index, width };
        prop_assert_eq!(tile.path().parse::<Tile>(), Ok(tile));
    }
}
