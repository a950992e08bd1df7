//! Circles between the files of a crate, seen through what a module re-exports: a warning each, with every file in it.
//! A file that only passes on what its children have (`pub use`) does not lean on them.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Finding};

/// The names from the crate's root to a module or to something in it.
type Path = Vec<String>;

/// A file's module, and whom it names: the path, and whether it passes it on.
type Modules = BTreeMap<Path, Vec<(Path, bool)>>;

/// Finds circles in every crate that ships.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut crates: BTreeMap<&str, BTreeMap<Path, &str>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.ships()) {
        let Some((name, rest)) = file.path.trim_start_matches("crates/").split_once("/src/") else {
            continue;
        };
        crates.entry(name).or_default().insert(module(rest), &file.text);
    }
    crates.iter().flat_map(|(name, texts)| rings(name, &leans(&read(texts)))).collect()
}

/// `a/b.rs` and `a/b/mod.rs` are `a::b`; the root is empty.
fn module(file: &str) -> Path {
    let names = file.trim_end_matches(".rs").split('/').map(str::to_owned);
    names.filter(|name| !matches!(name.as_str(), "mod" | "lib" | "main")).collect()
}

fn read(texts: &BTreeMap<Path, &str>) -> Modules {
    let one = |(at, text): (&Path, &&str)| {
        let children = texts.keys().filter(|path| path.len() == at.len() + 1 && path.starts_with(at));
        let children: BTreeSet<&str> = children.filter_map(|path| path.last()).map(String::as_str).collect();
        let named = named(text).into_iter();
        let named = named.filter_map(|(path, passed)| Some((absolute(at, &path, &children)?, passed)));
        (at.clone(), named.collect())
    };
    texts.iter().map(one).collect()
}

/// What a file names, as it is written; whether it passes it on.
fn named(text: &str) -> Vec<(Path, bool)> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let (mut found, mut body, mut begun) = (Vec::new(), String::new(), None::<String>);
    for line in code.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        let uses = line.starts_with("use ") || line.starts_with("pub") && line.contains(" use ");
        match begun.take() {
            None if !uses => body.push_str(line),
            open => {
                let whole = format!("{} {line}", open.unwrap_or_default());
                if line.ends_with(';') { found.extend(used(&whole)) } else { begun = Some(whole) }
            }
        }
        body.push('\n');
    }
    found.extend(inline(&body).into_iter().map(|path| (path, false)));
    found
}

/// The paths of one `use …;`.
fn used(line: &str) -> Vec<(Path, bool)> {
    let Some((before, tree)) = line.trim().split_once("use ") else { return Vec::new() };
    let passed = before.starts_with("pub");
    branches(tree.trim_end_matches(';')).into_iter().map(|path| (path, passed)).collect()
}

/// `a::{b, c::d}` → `a::b`, `a::c::d`.
fn branches(tree: &str) -> Vec<Path> {
    let tree = tree.trim();
    let Some((stem, rest)) = tree.split_once('{') else { return vec![names(tree)] };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let mut depth = 0_i32;
    let parts = inner.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
    let all = parts.into_iter().flat_map(branches);
    all.map(|branch| names(stem).into_iter().chain(branch).collect()).collect()
}

fn names(path: &str) -> Path {
    let path = path.split(" as ").next().unwrap_or_default();
    path.split("::").map(str::trim).filter(|name| !matches!(*name, "" | "self")).map(str::to_owned).collect()
}

/// Paths in the code itself: whatever has a `::`.
fn inline(body: &str) -> Vec<Path> {
    let words = body.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == ':'));
    words.filter(|word| word.contains("::")).map(names).collect()
}

/// A path from the root of the crate; none where it leads out of the crate.
fn absolute(at: &Path, path: &Path, children: &BTreeSet<&str>) -> Option<Path> {
    let first = path.first()?.as_str();
    let above = path.iter().take_while(|name| *name == "super").count();
    let (stem, rest) = match first {
        "crate" => (&at[..0], &path[1..]),
        "super" => (at.get(..at.len().checked_sub(above)?)?, &path[above..]),
        child if children.contains(child) => (&at[..], &path[..]),
        _ => return None,
    };
    Some(stem.iter().chain(rest).cloned().collect())
}

/// Which file leans on which, through whatever passes a name on.
fn leans(modules: &Modules) -> BTreeMap<&Path, BTreeSet<&Path>> {
    let of = |(at, named): (&'_ Path, &'_ Vec<(Path, bool)>)| {
        let own = named.iter().filter(|(_, passed)| !passed);
        let found: BTreeSet<Path> = own.map(|(path, _)| home(modules, path, 6)).collect();
        let others = modules.keys().filter(|to| *to != at && !to.is_empty() && found.contains(*to));
        others.map(|to| to.to_owned()).collect::<BTreeSet<Path>>()
    };
    let key = |path: &Path| modules.get_key_value(path).map(|(key, _)| key);
    modules.iter().map(|(at, named)| (at, of((at, named)).iter().filter_map(key).collect())).collect()
}

/// The module something is in: the deepest one of its path, or where that has it from.
fn home(modules: &Modules, path: &Path, patience: u8) -> Path {
    let deepest = (0..=path.len()).rev().map(|length| &path[..length]).find(|at| modules.contains_key(*at));
    let deepest = deepest.unwrap_or_default().to_vec();
    let Some(name) = path.get(deepest.len()).filter(|_| patience > 0) else { return deepest };
    let passed = modules.get(&deepest).into_iter().flatten();
    let from =
        passed.filter(|(_, passed)| *passed).map(|(from, _)| from).find(|from| from.last() == Some(name));
    match from {
        Some(from) if from != path => home(modules, from, patience - 1),
        _ => deepest,
    }
}

/// Files that reach each other, told at the first of them.
fn rings(name: &str, leans: &BTreeMap<&Path, BTreeSet<&Path>>) -> Vec<Finding> {
    let reached: BTreeMap<&Path, BTreeSet<&Path>> = leans.keys().map(|at| (*at, reach(leans, at))).collect();
    let ring = |at: &Path| -> Vec<&Path> {
        let to = reached.get(at).into_iter().flatten().copied();
        to.filter(|to| reached.get(*to).is_some_and(|back| back.contains(at))).collect()
    };
    let rings = leans.keys().map(|at| (*at, ring(at)));
    let first = rings.filter(|(at, ring)| ring.first() == Some(at));
    first.map(|(_, ring)| finding(name, &ring)).collect()
}

fn finding(name: &str, ring: &[&Path]) -> Finding {
    let files: Vec<String> = ring.iter().map(|path| path.join("::")).collect();
    let text = format!("{} files lean on each other: {}", files.len(), files.join(", "));
    Finding::warning(format!("crates/{name}"), text)
}

/// What a file leans on, and what that leans on, and so on.
fn reach<'a>(leans: &BTreeMap<&'a Path, BTreeSet<&'a Path>>, at: &Path) -> BTreeSet<&'a Path> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![at]);
    while let Some(from) = next.pop() {
        for to in leans.get(from).into_iter().flatten() {
            if seen.insert(*to) {
                next.push(to);
            }
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        check(&files.iter().map(file).collect::<Vec<_>>()).into_iter().map(|found| found.text).collect()
    }

    #[test]
    fn files_that_name_each_other_are_found_through_what_the_root_passes_on() {
        let files = [
            ("crates/x/src/lib.rs", "mod one;\nmod two;\npub use one::Thing;\n"),
            ("crates/x/src/one.rs", "use crate::two::{\n    self, Other,\n};\n"),
            ("crates/x/src/two.rs", "fn f(_: crate::Thing) {}\n"),
        ];
        assert_eq!(told(&files), ["2 files lean on each other: one, two"]);
    }

    #[test]
    fn a_parent_that_passes_on_and_a_test_that_looks_up_are_no_circle() {
        let files = [
            ("crates/x/src/a.rs", "mod b;\npub use b::B;\npub struct A;\n"),
            ("crates/x/src/a/b.rs", "use super::A;\n#[cfg(test)]\nmod tests {\n    use crate::c::C;\n}\n"),
            ("crates/x/src/c.rs", "use crate::a::{A, B};\n"),
        ];
        assert_eq!(told(&files), Vec::<String>::new());
        let calls = ("crates/x/src/a.rs", "mod b;\npub struct A;\nfn f() { b::g() }\n");
        assert_eq!(told(&[calls, files[1]]), ["2 files lean on each other: a, a::b"]);
    }
}
