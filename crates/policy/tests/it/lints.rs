//! Every rule's documentation is true: its example is told of, and what it recommends instead is not.

use super::suite::{laid_over, told};
use policy::{codes, explain};

fn yaml_after<'a>(story: &'a str, heading: &str) -> Option<&'a str> {
    let (_, rest) = story.split_once(&format!("## {heading}\n"))?;
    let section = rest.split("\n## ").next()?;
    let (_, block) = section.split_once("```yaml\n")?;
    block.split_once("```").map(|(yaml, _)| yaml)
}

/// The codes of lints: their stories hold whole sections of a policy.
fn lints() -> impl Iterator<Item = &'static str> {
    codes().map(|(code, _)| code).filter(|code| ("A0200".."A0800").contains(code))
}

#[test]
fn there_are_lints_and_every_code_has_a_story() {
    assert!(lints().count() >= 90, "{}", lints().count());
    for (code, title) in codes() {
        let story = explain(code).unwrap_or_else(|| panic!("{code} has no story"));
        assert!(story.starts_with(&format!("# {code}: {title}\n")), "{code}");
        assert_eq!(explain(&code.to_lowercase()), Some(story));
    }
    assert_eq!(explain("A9999"), None);
}

#[test]
fn codes_are_unique() {
    let all: Vec<&str> = codes().map(|(code, _)| code).collect();
    let mut unique = all.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(all, unique);
}

#[test]
fn every_example_is_told_of() {
    for code in lints() {
        let story = explain(code).unwrap();
        let example = yaml_after(story, "Example").unwrap_or_else(|| panic!("{code} has no example"));
        let found = told(&laid_over(example));
        assert!(found.iter().any(|d| d.code.0 == code), "the example of {code} is told as {found:#?}");
        let mine = found.iter().filter(|d| d.code.0 == code);
        for d in mine {
            assert!(
                d.help.is_some() && d.law.is_some() && d.span.is_some_and(|s| !s.is_empty()),
                "{code}: {d:?}"
            );
        }
        assert!(
            found.iter().all(|d| !d.code.0.starts_with("A00") && !d.code.0.starts_with("A01")),
            "{code}: {found:#?}"
        );
    }
}

#[test]
fn what_is_recommended_instead_is_silent() {
    for code in lints() {
        let story = explain(code).unwrap();
        let instead = yaml_after(story, "Instead").unwrap_or_else(|| panic!("{code} has no better way"));
        let found = told(&laid_over(instead));
        assert!(found.iter().all(|d| d.code.0 != code), "{code} tells of its own advice: {found:#?}");
        assert!(
            found.iter().all(|d| !d.code.0.starts_with("A00") && !d.code.0.starts_with("A01")),
            "{code}: {found:#?}"
        );
    }
}
