//! The purposes for which staff may look at personal data, as a question and as an answer.

use duties::accountability::ViewPurpose;

use crate::parts::{Choice, Radios};
use crate::visit::Visit;

const ALL: [(ViewPurpose, &str); 4] = [
    (ViewPurpose::AnswerRequest, "answer-request"),
    (ViewPurpose::VerifyIdentity, "verify-identity"),
    (ViewPurpose::InvestigateProblem, "investigate-problem"),
    (ViewPurpose::LegalDuty, "legal-duty"),
];

/// The purpose of that name.
pub(super) fn parse(name: &str) -> Option<ViewPurpose> {
    ALL.into_iter().find(|(_, known)| *known == name).map(|(purpose, _)| purpose)
}

/// The name of a purpose.
pub(super) fn name(purpose: ViewPurpose) -> &'static str {
    ALL.into_iter().find(|(known, _)| *known == purpose).map_or("", |(_, name)| name)
}

/// "Why do you look?" None is chosen beforehand.
pub(super) fn question(visit: &Visit, chosen: &str, error: Option<String>) -> Radios {
    let t = visit.texts();
    let choice = |(_, name): (ViewPurpose, &str)| {
        let mut choice = Choice::radio("purpose", name, t.say(&format!("console-purpose-{name}")));
        choice.ticked = chosen == name;
        choice
    };
    Radios {
        id: "purpose".to_owned(),
        legend: t.say("console-purpose-question"),
        options: ALL.into_iter().map(choice).collect(),
        error,
    }
}
