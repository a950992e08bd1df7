//! What is safe is mended in place: the rest of the text stays as it was, and nothing new is told.

use super::suite::laid_over;
use policy::{Severity, Source, Sources, codes, compile, compile_all, explain, fixed};

fn mend(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..5 {
        let sources = Sources::one(&Source::new("policy.yaml", text.clone()));
        match fixed(&sources, &compile_all(&sources).diagnostics).pop() {
            Some(file) => text = file.text,
            None => return text,
        }
    }
    panic!("it is never done: {text}");
}

#[test]
fn comments_and_layout_stay_where_something_is_mended() {
    let over = "# How fast\nrights:\n  answer: { within: 3 months } # too slow\n  # how to say no\n  withdraw: [privacy-centre]\n  restriction: {on_opening:   no}\nbreach: { tell_authority_within: 9 days, tell_people_by: email }\n";
    let text = laid_over(over);
    let wanted = text
        .replace("within: 3 months }", "within: 1 month }")
        .replace("on_opening:   no", "on_opening:   yes")
        .replace("within: 9 days", "within: 72 hours")
        .replace("tell_people_by: email", "tell_people_by: [email]");
    assert_eq!(mend(&text), wanted);
    assert!(compile(&Source::new("policy.yaml", wanted)).policy.is_some());
}

#[test]
fn what_is_only_probably_meant_is_not_touched() {
    let text = laid_over("signals: { gpc: ignore, dnt: honour }\nrecipents: {}\n");
    assert_eq!(mend(&text), text);
    let told = compile(&Source::new("policy.yaml", text)).diagnostics;
    assert!(told.iter().filter_map(|d| d.fix.as_ref()).filter(|fix| !fix.safe).count() >= 2, "{told:#?}");
}

#[test]
fn what_was_plainly_meant_is_written_so() {
    let text = laid_over(
        "version: 2026-1-1\nauthority: { name: Datatilsynet, country: no }\nminimum_age: \"16.0\"\n",
    );
    let text = mend(&text);
    assert!(text.contains("version: 2026-01-01") && text.contains("country: NO"), "{text}");
}

/// A file of many faults, mended twice, changes once.
#[test]
fn every_safe_fix_of_every_example_mends_what_it_says() {
    let mut fixes = 0;
    for (code, _) in codes() {
        let story = explain(code).unwrap();
        let Some((_, example)) = story.split_once("## Example\n```yaml\n") else { continue };
        let text = laid_over(example.split("```").next().unwrap());
        let before = compile(&Source::new("policy.yaml", text.clone())).diagnostics;
        let safe = |d: &&policy::Diagnostic| d.code.0 == code && d.fix.as_ref().is_some_and(|fix| fix.safe);
        if before.iter().filter(safe).count() == 0 {
            continue;
        }
        fixes += 1;
        let after = compile(&Source::new("policy.yaml", mend(&text))).diagnostics;
        assert!(after.iter().all(|d| d.code.0 != code), "{code} is told again: {after:#?}");
        let errors =
            |told: &[policy::Diagnostic]| told.iter().filter(|d| d.severity == Severity::Error).count();
        assert!(errors(&after) <= errors(&before), "{code}: {after:#?}");
    }
    assert!(fixes >= 10, "{fixes}");
}
