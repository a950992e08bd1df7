//! A first policy compiles at once, whatever was answered; what was not is assumed, and nothing else is.

use policy::draft::{Activity, Answers, Processor, first_policy};
use policy::{Policy, Severity, Source};

fn answers() -> Answers {
    Answers {
        name: "Müller & Söhne: “Blumen” GmbH #1".into(),
        country: "NO".into(),
        email: None,
        address: None,
        website: None,
        languages: vec!["en".into()],
        activities: vec![Activity::Enquiries],
        processors: Vec::new(),
        today: jiff::civil::date(2026, 11, 1),
    }
}

fn processors() -> Vec<Processor> {
    let one = |name: &str, country: &str| Processor { name: name.into(), country: country.into() };
    vec![one("Cloud GmbH", "DE"), one("Mailer, Inc.", "US"), one("Mailer, Inc.", "JP"), one("数据", "IN")]
}

/// The policy, which compiles without a warning.
fn compiled(answers: &Answers) -> Policy {
    let text = first_policy(answers);
    let compiled = policy::compile(&Source::new("policy.yaml", text.clone()));
    let bad: Vec<_> = compiled.diagnostics.iter().filter(|told| told.severity != Severity::Note).collect();
    assert!(bad.is_empty(), "{bad:#?}\n{text}");
    assert_eq!(policy::fmt::format(&text).unwrap(), text, "it is laid out already");
    compiled.policy.unwrap()
}

fn all() -> Vec<Activity> {
    Activity::WORDS.iter().filter_map(|(word, _)| Activity::parse(word)).collect()
}

#[test]
fn every_choice_compiles_without_error_or_warning_in_every_language_and_country() {
    for chosen in 1_u32..64 {
        let activities = all().into_iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
        let activities: Vec<Activity> = activities.map(|(_, one)| one).collect();
        for processors in [Vec::new(), processors()] {
            compiled(&Answers { activities: activities.clone(), processors, ..answers() });
        }
    }
    for languages in
        [vec!["nb".into()], vec!["fr".into(), "en".into()], vec!["en".into(), "nb".into(), "fr".into()]]
    {
        compiled(&Answers { languages, activities: all(), ..answers() });
    }
    for country in ["FR", "DE", "GB", "US", "CH", "KE"] {
        let policy = compiled(&Answers {
            country: country.into(),
            activities: all(),
            processors: processors(),
            ..answers()
        });
        assert_eq!(policy.controller.country, country);
    }
}

#[test]
fn what_was_answered_is_not_open_and_what_was_not_is() {
    let open = compiled(&answers());
    for place in ["controller/address", "controller/email", "minimum_age", "purposes/enquiries/keep/for"] {
        assert!(open.is_assumed(place), "{place} is not in {:?}", open.assumed);
    }
    let told = Answers {
        email: Some("privacy@shop.example".into()),
        address: Some("Gata 1, 0150 Oslo".into()),
        website: Some("https://www.shop.example".into()),
        ..answers()
    };
    let told = compiled(&told);
    for place in ["controller/address", "controller/email", "controller/name"] {
        assert!(!told.is_assumed(place), "{place}");
    }
    assert_eq!(told.controller.name, answers().name);
}

#[test]
fn each_open_question_is_asked_above_it() {
    let text = first_policy(&Answers { processors: processors(), ..answers() });
    for question in
        ["# open: the postal address", "# open: how long do you need it?", "# open: what it does for you"]
    {
        assert!(text.contains(question), "{question}\n{text}");
    }
}
