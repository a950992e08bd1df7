//! What staff decide about a request besides running it: more time, the end of a restriction, an objection, what of a
//! copy is withheld, which recipients were told. As parts of the request's page.

use duties::rights::{Ground, Lifting, Means, RequestView, StepView};

use super::wrong::{Wrong, area};
use crate::parts::{Choice, Control, Field};
use crate::visit::Visit;

/// The decisions a request's page offers now.
pub(super) struct Decisions {
    /// Until when, and the reasons.
    pub extension: Option<(String, Field)>,
    pub restriction: Option<Restriction>,
    pub objection: Option<Objection>,
    pub withhold: Option<Withhold>,
    pub recipients: Vec<Recipient>,
}

/// The end of a restriction: to be told, or told.
pub(super) struct Restriction {
    pub told: Option<String>,
    pub may_end: bool,
    pub reason: Field,
}

/// The purposes an objection stopped, and the grounds.
pub(super) struct Objection {
    pub purposes: Vec<Choice>,
    pub reason: Field,
}

/// What others wrote: a box for each entry with its words, and the ground.
pub(super) struct Withhold {
    pub entries: Vec<Entry>,
    pub ground: Field,
}

/// One entry, or a column as a whole.
pub(super) struct Entry {
    pub choice: Choice,
    pub text: Option<String>,
}

/// A recipient to be told.
pub(super) struct Recipient {
    pub title: String,
    pub due: String,
    pub position: usize,
    pub on: Field,
    pub means: Field,
}

pub(super) fn decisions(visit: &Visit, found: &RequestView, wrong: &Wrong) -> Decisions {
    let t = visit.texts();
    let reasons = |name: &str, id: &str| wrong.fill(area(name, t.say(id)));
    Decisions {
        extension: found.extension.map(|until| {
            let text = t.with("console-extend-text", &[("until", visit.day(until).into())]);
            (text, reasons("extension", "console-refuse-reason"))
        }),
        restriction: found.lifting.map(|lifting| restriction(visit, lifting, reasons)),
        objection: (found.may.decide && found.may.close && !found.objected.is_empty()).then(|| Objection {
            purposes: found
                .objected
                .iter()
                .map(|(name, title)| Choice::tick("overridden", name, title.clone()))
                .collect(),
            reason: reasons("decision", "console-refuse-reason"),
        }),
        withhold: (!found.written.is_empty()).then(|| withhold(visit, found, wrong)),
        recipients: found
            .steps
            .iter()
            .filter(|step| step.by_hand)
            .map(|step| recipient(visit, step))
            .collect(),
    }
}

fn restriction(visit: &Visit, lifting: Lifting, reasons: impl Fn(&str, &str) -> Field) -> Restriction {
    let (told, may_end) = match lifting {
        Lifting::Untold => (None, false),
        Lifting::Told { from } => (Some(from), from <= visit.now()),
    };
    let words = |from| visit.texts().with("console-restriction-told", &[("when", visit.day(from).into())]);
    Restriction { told: told.map(words), may_end, reason: reasons("lifting", "console-refuse-reason") }
}

fn withhold(visit: &Visit, found: &RequestView, wrong: &Wrong) -> Withhold {
    let t = visit.texts();
    let entry = |one: &duties::rights::Written| {
        let label = match &one.text {
            Some(_) => one.place.clone(),
            None => t.with("console-withhold-whole", &[("place", (&one.place).into())]),
        };
        let mut choice = Choice::tick("withheld", &one.key, label);
        choice.ticked = one.withheld.is_some();
        choice.hint = one.withheld.map(|ground| ground.title(&visit.lang));
        Entry { choice, text: one.text.clone() }
    };
    let chosen = found.written.iter().find_map(|one| one.withheld).map_or("", Ground::as_str);
    let all = Ground::ALL.into_iter().map(|ground| (ground.as_str().to_owned(), ground.title(&visit.lang)));
    let ground =
        select("withhold-ground", t.say("console-refuse-ground"), t.say("console-refuse-choose"), all);
    Withhold { entries: found.written.iter().map(entry).collect(), ground: wrong.fill(ground.value(chosen)) }
}

fn recipient(visit: &Visit, step: &StepView) -> Recipient {
    let t = visit.texts();
    let position = step.position.saturating_sub(1);
    let today = visit.now().to_zoned(visit.site.zone.clone()).date();
    let all = Means::ALL.into_iter().map(|means| (means.as_str().to_owned(), means.title(&visit.lang)));
    let name = format!("means-{position}");
    Recipient {
        title: step.title.clone(),
        due: step
            .next_at
            .map(|at| t.with("web-clock-due", &[("when", visit.day(at).into())]))
            .unwrap_or_default(),
        position,
        on: Field::line(&format!("on-{position}"), "date", t.say("console-inform-on"))
            .value(today.to_string()),
        means: select(&name, t.say("console-inform-means"), t.say("console-inform-choose"), all),
    }
}

/// One of several, none of them chosen beforehand.
fn select(name: &str, label: String, choose: String, all: impl Iterator<Item = (String, String)>) -> Field {
    let mut field = Field::line(name, "text", label);
    field.control = Control::Select(std::iter::once((String::new(), choose)).chain(all).collect());
    field
}
