//! The first policy of a company that has answered a few questions.

use super::answers::{Activity, Answers};
use super::defaults::{authority, promises, representative, safeguard};
use super::parts::{Entry, Part, entry, text};
use super::sentences::Sentences;
use super::{activities, names};
use crate::law;

/// The text of a first policy.
pub fn first_policy(answers: &Answers) -> String {
    let say = Sentences::new(&answers.languages);
    let mut file = head(answers);
    file.extend(representative(&answers.country, answers.today, &say));
    file.push(entry("data", activities::data(answers, &say)));
    file.push(entry("purposes", activities::purposes(answers, &say)));
    if !answers.processors.is_empty() {
        file.push(entry("recipients", processors(answers, &say)));
    }
    let forms = activities::forms(answers, &say);
    if forms != Part::Map(Vec::new()) {
        file.push(entry("forms", forms));
    }
    file.extend(mail(answers, &say));
    file.extend(promises());
    Part::Map(file).file(&[
        format!("The privacy policy of {}, begun by `abide init`.", names::clean(&answers.name)),
        "What is `assumed` is an open question: answer it, and take the mark away.".to_owned(),
    ])
}

/// Who answers, and in which languages.
fn head(answers: &Answers) -> Vec<Entry> {
    let say = Sentences::new(&answers.languages);
    let (reference, also) =
        answers.languages.split_first().map_or(("en", &[][..]), |(first, rest)| (first, rest));
    let mut languages = vec![entry("reference", Part::word(reference))];
    if !also.is_empty() {
        languages.push(entry("also", Part::words(also)));
    }
    let age = law::consent_age(&answers.country, answers.today);
    vec![
        entry("abide", Part::word(1)),
        entry("service", Part::word(answers.service())),
        entry("version", Part::word(answers.today)),
        entry("languages", Part::Map(languages)),
        entry("controller", Part::Map(controller(answers, &say))),
        authority(&answers.country, &say),
        entry("minimum_age", Part::word(age).assumed()).open("from which age may people use the service?"),
        entry("automated_decisions", Part::word("none").assumed())
            .open("is anything decided about people without a human (GDPR Art. 22)?"),
    ]
}

fn controller(answers: &Answers, say: &Sentences<'_>) -> Vec<Entry> {
    let stated =
        |value: &Option<String>| value.as_deref().map(names::clean).filter(|value| !value.is_empty());
    let mut keys = vec![
        entry("name", text(names::clean(&answers.name))),
        entry("country", Part::word(&answers.country)),
    ];
    keys.push(match stated(&answers.address) {
        Some(address) => entry("address", text(address)),
        None => {
            entry("address", text(say.reference("draft-open-address")).assumed()).open("the postal address")
        }
    });
    keys.push(match stated(&answers.email) {
        Some(email) => entry("email", text(email)),
        None => {
            let email = format!("privacy@{}.example", answers.service());
            entry("email", text(email).assumed()).open("the mail address for everything about personal data")
        }
    });
    keys.extend(stated(&answers.website).map(|site| entry("website", text(site))));
    keys
}

/// Each processor as a processor that gets everything, until somebody says less.
fn processors(answers: &Answers, say: &Sentences<'_>) -> Part {
    let fields = activities::fields(answers);
    let all = answers.processors.iter().zip(activities::processor_names(answers)).map(|(processor, name)| {
        let mut keys = vec![
            entry("name", text(names::clean(&processor.name))),
            entry("what", say.text("draft-open-what").assumed()).open("what it does for you"),
            entry("role", Part::word("processor").assumed()),
            entry("country", Part::word(&processor.country)),
        ];
        keys.extend(safeguard(&processor.country, answers.today));
        keys.push(
            entry("agreement", text(format!("agreements/{name}.pdf")).assumed())
                .open("where the contract is kept"),
        );
        keys.push(entry("gets", Part::words(&fields).assumed()).open("leave what it does not need away"));
        entry(&name, Part::Map(keys))
    });
    Part::Map(all.collect())
}

/// What every mailing carries, where there is one.
fn mail(answers: &Answers, say: &Sentences<'_>) -> Option<Entry> {
    if !answers.activities.contains(&Activity::Newsletter) {
        return None;
    }
    let address = match answers.address.as_deref().map(names::clean) {
        Some(address) => text(address),
        None => text(say.reference("draft-open-address")).assumed(),
    };
    let sender = entry("sender", text(names::clean(&answers.name)));
    Some(entry("mail", Part::Map(vec![sender, entry("postal_address", address)])))
}
