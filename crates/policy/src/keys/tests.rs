//! The table is complete: every key says what it means and how it is written, and that is right by the table itself.

use super::POLICY;
use crate::shape::{Key, Shape, check, faults};
use crate::tree;

fn keys() -> impl Iterator<Item = (&'static Shape, &'static Key)> {
    let mut shapes = Vec::new();
    crate::reference::collect(&POLICY, String::new(), &mut shapes);
    shapes.into_iter().flat_map(|(shape, _)| shape.keys.iter().map(move |key| (shape, key)))
}

#[test]
fn there_are_many() {
    assert!(keys().count() > 250, "{}", keys().count());
}

#[test]
fn every_key_is_documented() {
    for (shape, key) in keys() {
        let place = format!("{} of {}", key.name, shape.name);
        assert!(key.doc.len() > 5 && key.doc.ends_with(|c| ".`".contains(c)), "{place} says too little");
        assert!(!shape.doc.is_empty(), "{}", shape.name);
        for said in [key.default, key.law].into_iter().flatten() {
            assert!(!said.is_empty() && !said.ends_with('.'), "{place}: {said}");
        }
        assert!(!key.doc.contains("Default:") && !key.doc.contains("Art."), "{place} hides it in its text");
    }
}

#[test]
fn every_example_is_right_by_the_table() {
    for (shape, key) in keys() {
        let place = format!("{} of {}", key.name, shape.name);
        assert!(key.example.starts_with(&format!("{}: ", key.name)), "{place}: `{}`", key.example);
        let tree = tree::parse(key.example);
        assert!(tree.errors().is_empty(), "{place}: {:?}", tree.errors());
        // The record with this one key only: what else it needs is not the example's business.
        let alone: &'static Shape =
            Box::leak(Box::new(Shape { name: shape.name, doc: shape.doc, keys: std::slice::from_ref(key) }));
        let names = [faults::DANGLING.code, faults::LOST_PLACE.code];
        let told: Vec<_> =
            check(tree.root(), alone).told.into_iter().filter(|d| !names.contains(&d.code)).collect();
        assert!(told.is_empty(), "{place}: {told:#?}");
    }
}

#[test]
fn records_have_names_of_their_own() {
    let mut shapes = Vec::new();
    crate::reference::collect(&POLICY, String::new(), &mut shapes);
    let mut names: Vec<&str> = shapes.iter().map(|(shape, _)| shape.name).collect();
    let many = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), many, "two records would share a heading and a definition of the schema");
}
