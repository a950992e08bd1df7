//! Every input that once broke something: `tests/regressions/`, most of them found by `cargo xtask fuzz`.

use super::checks;

#[test]
fn nothing_breaks_again() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/regressions");
    let mut cases = 0;
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let bytes = std::fs::read(file.path()).unwrap();
        checks::parse(&bytes);
        checks::format(&bytes);
        checks::compile(&bytes);
        checks::map(&bytes);
        cases += 1;
    }
    assert!(cases >= 3, "the cases are gone");
}
