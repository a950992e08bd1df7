//! The key directory: its modes, its files, and what it refuses.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;
use vault::{
    Directory, Epoch, KeyKind, KeyPlace, KeySource as _, SourceError, Vault, key_file, key_line, new_key_line,
};

use crate::fixtures::{SUBJECT, Seeded, TODAY};

const DATA: KeyPlace<'static> = KeyPlace::subject("shop", SUBJECT, KeyKind::Data);

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn chmod(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn names(path: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn keys_survive_a_restart_in_files_only_the_owner_may_read() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let vault = Vault::new(Box::new(Directory::open(&path, &entropy).unwrap()));
    let (_, wrapped) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    assert_eq!(names(&path), ["epoch-20778.key", "root.key"]);
    assert_eq!(mode(&path), 0o700);
    assert_eq!((mode(&path.join("root.key")), mode(&path.join("epoch-20778.key"))), (0o600, 0o600));
    let again = Vault::new(Box::new(Directory::open(&path, &entropy).unwrap()));
    again.unwrap(&DATA, &wrapped).unwrap();
}

#[test]
fn loose_permissions_are_refused_with_the_command_that_mends_them() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let source = Directory::open(&path, &entropy).unwrap();
    source.create(TODAY, &entropy).unwrap();
    for loose in [0o750, 0o705, 0o770, 0o777, 0o710] {
        chmod(&path, loose);
        let error = Directory::open(&path, &entropy).unwrap_err();
        assert!(matches!(error, SourceError::Loose { wanted: 0o700, .. }));
        let sentence = format!("(mode {loose:o}): run `chmod 700 {}`", path.display());
        assert!(error.to_string().contains(&sentence), "{error}");
    }
    chmod(&path, 0o700);
    for file in ["root.key", "epoch-20778.key"] {
        let file = path.join(file);
        for loose in [0o640, 0o604, 0o620] {
            chmod(&file, loose);
            let error = Directory::open(&path, &entropy).unwrap_err().to_string();
            assert!(error.contains(&format!("run `chmod 600 {}`", file.display())), "{error}");
        }
        chmod(&file, 0o600);
    }
    Directory::open(&path, &entropy).unwrap();
}

#[test]
fn a_key_loosened_while_serving_is_refused_too() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let source = Directory::open(home.path().join("keys"), &entropy).unwrap();
    chmod(&home.path().join("keys/root.key"), 0o644);
    assert!(matches!(source.root(), Err(SourceError::Loose { .. })));
}

#[test]
fn a_lost_root_key_is_not_replaced() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let source = Directory::open(&path, &entropy).unwrap();
    source.create(TODAY, &entropy).unwrap();
    fs::remove_file(path.join("root.key")).unwrap();
    let error = Directory::open(&path, &entropy).unwrap_err();
    assert!(matches!(error, SourceError::NoRoot { .. }), "{error}");
    assert_eq!(names(&path), ["epoch-20778.key"]);
}

#[test]
fn a_day_is_made_once_and_destroyed_for_good() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let source = Directory::open(&path, &entropy).unwrap();
    source.create(TODAY, &entropy).unwrap();
    let first = fs::read(path.join("epoch-20778.key")).unwrap();
    source.create(TODAY, &entropy).unwrap();
    assert_eq!(fs::read(path.join("epoch-20778.key")).unwrap(), first);
    source.create(Epoch(3), &entropy).unwrap();
    fs::write(path.join("epoch-07.key"), "not ours").unwrap();
    assert_eq!(source.list().unwrap(), [Epoch(3), TODAY]);
    source.destroy(Epoch(3)).unwrap();
    source.destroy(Epoch(3)).unwrap();
    assert_eq!(source.list().unwrap(), [TODAY]);
    assert!(source.epoch(Epoch(3)).unwrap().is_none());
}

/// Another link to the file (an interrupted write leaves one) must not keep the key alive.
#[test]
fn destroying_wipes_the_file_before_it_goes() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let source = Directory::open(&path, &entropy).unwrap();
    source.create(TODAY, &entropy).unwrap();
    let link = home.path().join("link");
    fs::hard_link(path.join("epoch-20778.key"), &link).unwrap();
    source.destroy(TODAY).unwrap();
    assert!(fs::read(link).unwrap().iter().all(|byte| *byte == b'0'));
}

#[test]
fn swapped_day_files_open_nothing() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let source = Directory::open(&path, &entropy).unwrap();
    let (_, wrapped) = Vault::new(Box::new(source.clone())).new_key(&DATA, TODAY, &entropy).unwrap();
    source.create(Epoch(3), &entropy).unwrap();
    fs::rename(path.join("epoch-3.key"), path.join("epoch-20778.key")).unwrap();
    assert!(Vault::new(Box::new(source)).unwrap(&DATA, &wrapped).is_err());
}

#[test]
fn a_damaged_key_file_is_said() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    Directory::open(&path, &entropy).unwrap();
    for damage in ["", "abide-key-v1:", "abide-key-v1:AAAA\n", "abide-key-v2:x\n", "\u{0}\u{1}"] {
        fs::write(path.join("root.key"), damage).unwrap();
        let error = Directory::open(&path, &entropy).unwrap_err();
        assert!(matches!(error, SourceError::NotAKey { .. }), "{damage:?}: {error}");
    }
}

#[test]
fn a_path_that_is_a_file_is_said() {
    let home = TempDir::new().unwrap();
    let path = home.path().join("file");
    fs::write(&path, "").unwrap();
    let error = Directory::open(&path, &Seeded::default()).unwrap_err().to_string();
    assert!(error.contains("cannot make the key directory"), "{error}");
}

#[test]
fn a_root_key_kept_elsewhere_is_never_written_beside_the_days_and_another_is_told_at_once() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let line = new_key_line(&entropy);
    let root = || key_line(&line).unwrap();
    let vault = Vault::new(Box::new(Directory::open_with(&path, root(), &entropy).unwrap()));
    let (_, wrapped) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    assert_eq!(names(&path), ["epoch-20778.key", "root.check"]);
    let secret = line.trim().strip_prefix("abide-key-v1:").unwrap();
    for name in names(&path) {
        assert!(!fs::read_to_string(path.join(&name)).unwrap().contains(secret), "{name}");
    }
    let again = Vault::new(Box::new(Directory::open_with(&path, root(), &entropy).unwrap()));
    again.unwrap(&DATA, &wrapped).unwrap();
    let other = Directory::open_with(&path, vault::Secret::random(&entropy), &entropy).unwrap_err();
    assert!(matches!(other, SourceError::OtherRoot { .. }), "{other}");
    // and without it the directory alone is not enough
    assert!(matches!(Directory::open(&path, &entropy), Err(SourceError::NoRoot { .. })));
}

#[test]
fn a_root_key_may_move_out_of_the_directory() {
    let (home, entropy) = (TempDir::new().unwrap(), Seeded::default());
    let path = home.path().join("keys");
    let (_, wrapped) = Vault::new(Box::new(Directory::open(&path, &entropy).unwrap()))
        .new_key(&DATA, TODAY, &entropy)
        .unwrap();
    let moved = home.path().join("root.key");
    fs::rename(path.join("root.key"), &moved).unwrap();
    let source = Directory::open_with(&path, key_file(&moved).unwrap(), &entropy).unwrap();
    Vault::new(Box::new(source)).unwrap(&DATA, &wrapped).unwrap();
    chmod(&moved, 0o644);
    assert!(matches!(key_file(&moved), Err(SourceError::Loose { .. })));
    assert!(key_file(&home.path().join("nowhere")).is_err());
}
