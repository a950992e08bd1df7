//! No circles between the top modules of a crate: who reads one can stop somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Finding};

/// Module → the modules it names by `crate::…` and `crate::{…, …}`.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Finds circles in every crate that ships.
pub fn check(files: &[File]) -> Vec<Finding> {
    let mut crates: BTreeMap<&str, Graph> = BTreeMap::new();
    for file in files.iter().filter(|file| file.ships()) {
        let Some((name, rest)) = file.path.trim_start_matches("crates/").split_once("/src/") else {
            continue;
        };
        let module = rest.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if matches!(module, "lib" | "main") {
            continue;
        }
        let named = named(&file.text);
        crates.entry(name).or_default().entry(module.to_owned()).or_default().extend(named);
    }
    crates.iter().flat_map(|(name, graph)| circles(name, graph)).collect()
}

fn named(text: &str) -> impl Iterator<Item = String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let firsts: Vec<String> = lines.join("\n").split("crate::").skip(1).flat_map(firsts).collect();
    firsts.into_iter()
}

/// The first names of what follows `crate::`: one, or one for each branch of its braces.
fn firsts(path: &str) -> Vec<String> {
    let Some(braces) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut depth = 1;
    let own = braces.split_inclusive(['{', '}', ',']).scan((), |(), part| {
        let at = depth;
        depth += i32::from(part.ends_with('{')) - i32::from(part.ends_with('}'));
        (at > 0).then_some((at, part))
    });
    let branches = own.filter(|(at, _)| *at == 1).map(|(_, part)| name(part.trim_start()));
    branches.filter(|name| !name.is_empty()).collect()
}

fn name(path: &str) -> String {
    path.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// Every module that reaches itself through another one.
fn circles(name: &str, graph: &Graph) -> Vec<Finding> {
    let mut found = Vec::new();
    for start in graph.keys() {
        let Some(path) = way(graph, start) else { continue };
        // each circle once: told at its first module by name
        if path.iter().all(|module| start <= module) {
            let way = path.join(" → ");
            found.push(Finding::error(
                format!("crates/{name}"),
                format!("modules in a circle: {start} → {way}"),
            ));
        }
    }
    found
}

/// The shortest way from a module back to itself.
fn way(graph: &Graph, start: &str) -> Option<Vec<String>> {
    let mut ways: Vec<Vec<String>> = vec![vec![]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut next = Vec::new();
        for way in ways {
            let at = way.last().map_or(start, String::as_str);
            for to in graph.get(at).into_iter().flatten().filter(|to| graph.contains_key(*to) && *to != at) {
                let longer: Vec<String> = way.iter().cloned().chain([to.clone()]).collect();
                if to == start {
                    return Some(longer);
                }
                if seen.insert(to.clone()) {
                    next.push(longer);
                }
            }
        }
        ways = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn names_are_read_one_by_one_and_out_of_braces() {
        let text = "use crate::{Service, a::{self, b}, c,\n    d};\n// crate::e\npub(crate) fn f(_: crate::g::H) {}\n";
        assert_eq!(named(text).collect::<Vec<_>>(), ["Service", "a", "c", "d", "g"]);
    }

    #[test]
    fn a_circle_through_braces_is_found_once() {
        let files = [
            file("crates/x/src/one/deep.rs", "use crate::{Other, two};"),
            file("crates/x/src/two.rs", "use crate::one::Thing;"),
            file("crates/x/src/three.rs", "use crate::{one, two};"),
        ];
        let found = check(&files);
        let told: Vec<_> = found.iter().map(|found| found.text.as_str()).collect();
        assert_eq!(told, ["modules in a circle: one → two → one"]);
    }
}
