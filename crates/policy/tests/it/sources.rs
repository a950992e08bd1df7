//! A policy in several files: the same policy as in one, and every problem in its own file.

use super::suite::SOUND;
use policy::sources::{LARGEST, MOST_FILES};
use policy::{Compiled, Places, Refusal, Source, Sources, compile, compile_all, render_terminal, to_json};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn gather(main: &str, files: &[(&str, String)]) -> Sources {
    let files: BTreeMap<&str, &String> = files.iter().map(|(name, text)| (*name, text)).collect();
    Sources::gather("shop/policy.yaml", main.as_bytes(), |path| {
        files.get(path).map(|text| text.as_bytes().to_vec()).ok_or(Refusal::Missing)
    })
}

fn codes(compiled: &Compiled) -> Vec<&'static str> {
    compiled.diagnostics.iter().map(|d| d.code.0).collect()
}

/// The sections of the sound policy, with all their lines.
fn sections() -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    for line in SOUND.lines() {
        match sections.last_mut() {
            Some(section) if line.starts_with(' ') => section.push_str(&format!("{line}\n")),
            _ => sections.push(format!("{line}\n")),
        }
    }
    sections
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// However the sections are spread over files, and however these include each other: one policy, one hash.
    #[test]
    fn how_a_policy_is_split_does_not_count(places in prop::collection::vec(0usize..4, 12), nested in any::<bool>()) {
        let mut files = [String::new(), String::new(), String::new(), String::new()];
        for (section, place) in sections().iter().zip(places.iter().chain(std::iter::repeat(&0))) {
            let head = section.starts_with("abide") || section.starts_with("service");
            files[if head { 0 } else { *place }].push_str(section);
        }
        let [main, a, b, c] = files;
        let keep = |text: String| if text.is_empty() { "statements: {}\n".to_owned() } else { text };
        let (main, a) = if nested {
            (format!("include: [d/a.yaml, c.yaml]\n{main}"), format!("include: [b.yaml]\n{a}"))
        } else {
            (format!("{main}include: [c.yaml, d/a.yaml, d/b.yaml]\n"), keep(a))
        };
        let sources = gather(&main, &[("d/a.yaml", a), ("d/b.yaml", keep(b)), ("c.yaml", keep(c))]);
        let compiled = compile_all(&sources);
        prop_assert!(compiled.policy.is_some(), "{}", render_terminal(&sources, &compiled.diagnostics, false));
        let whole = compile(&Source::new("policy.yaml", SOUND)).policy.unwrap();
        prop_assert_eq!(compiled.policy.unwrap().hash, whole.hash);
    }
}

#[test]
fn a_problem_is_drawn_in_its_own_file() {
    let main = format!("include: [more.yaml]\n{SOUND}statements:\n  one: {{ title: One, text: Fine }}\n");
    let more = "statements:\n  one: { title: Again, text: Fine }\n  two: { titel: Two, text: Fine }\n";
    let sources = gather(&main, &[("more.yaml", more.to_owned())]);
    let compiled = compile_all(&sources);
    insta::assert_snapshot!(render_terminal(&sources, &compiled.diagnostics, false));
    let json = to_json(&sources, &compiled.diagnostics);
    assert_eq!((json[0]["file"].as_str(), json[0]["line"].as_u64()), (Some("shop/more.yaml"), Some(2)));
    let label = &json[0]["labels"][0];
    assert_eq!((label["file"].as_str(), label["line"].as_u64()), (Some("shop/policy.yaml"), Some(29)));
}

#[test]
fn one_file_alone_says_that_it_cannot_read_others() {
    let compiled = compile(&Source::new("policy.yaml", format!("include: [more.yaml]\n{SOUND}")));
    assert_eq!(codes(&compiled), ["A0016"]);
    assert!(compiled.diagnostics[0].message.contains("only one file"));
}

#[test]
fn why_a_file_cannot_be_read_is_said() {
    for (refusal, words) in [
        (Refusal::Missing, "there is no file `more.yaml`"),
        (Refusal::Outside, "outside the policy's folder"),
        (Refusal::NoFile, "is no file"),
        (Refusal::Unreadable("permission denied".into()), "permission denied"),
    ] {
        let main = format!("include: [more.yaml]\n{SOUND}");
        let sources = Sources::gather("policy.yaml", main.as_bytes(), |_| Err(refusal.clone()));
        let told = compile_all(&sources).diagnostics;
        assert!(told.len() == 1 && told[0].message.contains(words), "{told:#?}");
    }
}

#[test]
fn what_is_too_large_is_refused_whole_and_not_parsed() {
    let large = vec![b'#'; LARGEST + 1];
    let sources = Sources::gather("policy.yaml", &large, |_| Err(Refusal::NotHere));
    assert_eq!(codes(&compile_all(&sources)), ["A0014"]);
    let main = format!("include: [a.yaml, b.yaml]\n{SOUND}");
    let half = format!("# {}\nstatements: {{}}\n", "x".repeat(LARGEST / 2));
    let sources = gather(&main, &[("a.yaml", half.clone()), ("b.yaml", half)]);
    let compiled = compile_all(&sources);
    assert_eq!(codes(&compiled), ["A0014"]);
    assert_eq!(sources.place(compiled.diagnostics[0].span.unwrap()).0.name, "shop/b.yaml");
}

#[test]
fn too_many_files_are_one_error() {
    let names: Vec<String> = (0..MOST_FILES + 20).map(|n| format!("f{n}.yaml")).collect();
    let main = format!("include: [{}]\n{SOUND}", names.join(", "));
    let files: Vec<(&str, String)> =
        names.iter().map(|name| (name.as_str(), "statements: {}\n".into())).collect();
    let sources = gather(&main, &files);
    assert_eq!(codes(&compile_all(&sources)), ["A0014"]);
    assert_eq!(sources.files().count(), MOST_FILES);
}

#[test]
fn what_is_no_text_is_one_error() {
    for bytes in [b"\xff\xfea\0b\0".as_slice(), &[0x89, 0xff, 0x00].repeat(200), b"\xfe\xff\0a"] {
        let sources = Sources::gather("policy.yaml", bytes, |_| Err(Refusal::NotHere));
        assert_eq!(codes(&compile_all(&sources)), ["A0013"], "{bytes:?}");
        let _ = render_terminal(&sources, &compile_all(&sources).diagnostics, false);
    }
}

#[test]
fn a_wrong_byte_has_its_place() {
    let bytes = SOUND.replace("Gata 1", "G\u{e5}ta 1").bytes().filter(|b| *b != 0xc3).collect::<Vec<u8>>();
    let sources = Sources::gather("policy.yaml", &bytes, |_| Err(Refusal::NotHere));
    let told = compile_all(&sources).diagnostics;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].message, "byte 96 of the file, 0xA5, is no UTF-8 text (line 4, column 54)");
}

#[test]
fn everything_read_is_kept_as_one_text() {
    let main = format!("include: [more.yaml]\n{SOUND}");
    let sources = gather(&main, &[("more.yaml", "statements: {}\n".to_owned())]);
    assert_eq!(sources.text(), format!("# shop/policy.yaml\n{main}\n# shop/more.yaml\nstatements: {{}}\n\n"));
    assert_eq!(Sources::one(&Source::new("policy.yaml", SOUND)).text(), SOUND);
}

/// Drawing a problem costs the lines around it, not the file: ten thousand of them are drawn at once.
#[test]
fn many_problems_are_drawn() {
    let statements: String = (0..5_000).map(|n| format!("  s{n}: {{ titel: T{n}, text: Fine }}\n")).collect();
    let source = Source::new("policy.yaml", format!("{SOUND}statements:\n{statements}"));
    let drawn = render_terminal(&source, &compile(&source).diagnostics, false);
    assert!(drawn.matches("error[A0101]").count() == 5_000);
}
