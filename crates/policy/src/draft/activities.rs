//! What each activity needs: its fields, its purpose, its form.

use super::answers::{Activity, Answers};
use super::names::{Names, slug};
use super::parts::{Entry, Part, entry};
use super::sentences::Sentences;
use crate::law;

/// The categories with their fields (name and kind), in the order they are written.
const CATEGORIES: [(&str, &[(&str, &str)]); 6] = [
    ("contact", &[("name", "name"), ("email", "email"), ("phone", "phone"), ("street", "address")]),
    ("enquiry", &[("message", "message")]),
    ("order", &[("lines", "text")]),
    ("invoice", &[("buyer", "name"), ("billing", "address"), ("amount", "money")]),
    ("account", &[("username", "username"), ("password", "password")]),
    ("visit", &[("pages", "activity")]),
];

/// The fields an activity uses.
fn uses(activity: Activity) -> &'static [&'static str] {
    match activity {
        Activity::Enquiries => &["contact.name", "contact.email", "enquiry.message"],
        Activity::Orders => {
            &["contact.name", "contact.email", "contact.phone", "contact.street", "order.lines"]
        }
        Activity::Bookkeeping => &["invoice.buyer", "invoice.billing", "invoice.amount"],
        Activity::Accounts => &["contact.name", "contact.email", "account.username", "account.password"],
        Activity::Newsletter => &["contact.email"],
        Activity::Statistics => &["visit.pages"],
    }
}

/// Every field that is used and may be handed to a processor: no secret is.
pub(super) fn fields(answers: &Answers) -> Vec<String> {
    known(answers).into_iter().filter(|path| path != "account.password").collect()
}

/// Every field that is used, in the order of the file.
fn known(answers: &Answers) -> Vec<String> {
    let used = |path: &str| answers.activities.iter().any(|activity| uses(*activity).contains(&path));
    let all = CATEGORIES
        .iter()
        .flat_map(|(category, fields)| fields.iter().map(move |(field, _)| format!("{category}.{field}")));
    all.filter(|path| used(path)).collect()
}

/// The data of all activities.
pub(super) fn data(answers: &Answers, say: &Sentences<'_>) -> Part {
    let known = known(answers);
    let categories = CATEGORIES.iter().filter_map(|(category, fields)| {
        let own = fields.iter().filter(|(field, _)| known.contains(&format!("{category}.{field}")));
        let fields: Vec<Entry> = own
            .map(|(field, kind)| {
                let title = entry("title", say.text(&format!("draft-{field}")));
                entry(field, Part::Map(vec![entry("kind", Part::word(kind)), title]))
            })
            .collect();
        let title = entry("title", say.text(&format!("draft-{category}")));
        (!fields.is_empty())
            .then(|| entry(category, Part::Map(vec![title, entry("fields", Part::Map(fields))])))
    });
    Part::Map(categories.collect())
}

/// The names the processors have in the file.
pub(super) fn processor_names(answers: &Answers) -> Vec<String> {
    let mut names = Names::default();
    answers.processors.iter().map(|processor| names.free(&slug(&processor.name, "processor"))).collect()
}

/// A purpose an activity.
pub(super) fn purposes(answers: &Answers, say: &Sentences<'_>) -> Part {
    let all = answers.activities.iter().map(|activity| {
        let mut keys = vec![entry("why", say.text(&format!("draft-{}-why", activity.as_str())))];
        keys.extend(basis(*activity, answers, say));
        keys.push(entry("uses", Part::words(uses(*activity))));
        let processors = processor_names(answers);
        if !processors.is_empty() {
            keys.push(entry("shares_with", Part::words(processors)));
        }
        keys.push(keep(*activity, answers));
        keys.extend(more(*activity, say));
        entry(activity.as_str(), Part::Map(keys))
    });
    Part::Map(all.collect())
}

fn basis(activity: Activity, answers: &Answers, say: &Sentences<'_>) -> Vec<Entry> {
    let basis = |word: &str| entry("basis", Part::word(word));
    match activity {
        Activity::Enquiries => {
            vec![basis("legitimate-interest"), entry("interest", say.text("draft-enquiries-interest"))]
        }
        Activity::Orders | Activity::Accounts => vec![basis("contract")],
        Activity::Newsletter | Activity::Statistics => vec![basis("consent")],
        Activity::Bookkeeping => {
            let law = match law::bookkeeping(&answers.country, answers.today) {
                Some(known) => entry("law", say.same(known.law)),
                None => entry("law", say.text("draft-open-law").assumed()).open("which law obliges you?"),
            };
            vec![basis("legal-obligation"), law]
        }
    }
}

fn keep(activity: Activity, answers: &Answers) -> Entry {
    let period =
        |length: Part, from: &str| Part::Map(vec![entry("for", length), entry("from", Part::word(from))]);
    let open = |length: &str| Part::word(length).assumed();
    let (length, from) = match activity {
        Activity::Enquiries => (open("1 year"), "last-contact"),
        Activity::Orders => (open("6 months"), "event:delivered"),
        Activity::Accounts => (open("30 days"), "contract-end"),
        Activity::Newsletter => (Part::word("0 days"), "consent-end"),
        Activity::Statistics => (open("13 months"), "collection"),
        Activity::Bookkeeping => match law::bookkeeping(&answers.country, answers.today) {
            Some(known) => (Part::word(format!("{} years", known.years)), "fiscal-year-end"),
            None => (open("10 years"), "fiscal-year-end"),
        },
    };
    let asked = matches!(length, Part::Assumed(_));
    let keep = entry("keep", period(length, from));
    if asked { keep.open("how long do you need it?") } else { keep }
}

/// What only some have.
fn more(activity: Activity, say: &Sentences<'_>) -> Vec<Entry> {
    let duty =
        |word: &str, id: &str| vec![entry("duty", Part::word(word)), entry("consequence", say.text(id))];
    match activity {
        Activity::Enquiries => duty("voluntary", "draft-enquiries-consequence"),
        Activity::Orders => duty("contract", "draft-orders-consequence"),
        Activity::Accounts => duty("contract", "draft-accounts-consequence"),
        Activity::Newsletter => {
            let mut keys = duty("voluntary", "draft-newsletter-consequence");
            keys.push(entry("messages", Part::word("marketing")));
            keys
        }
        Activity::Statistics => vec![entry("from", Part::words(["use"]))],
        Activity::Bookkeeping => Vec::new(),
    }
}

/// A form for what people send by themselves.
pub(super) fn forms(answers: &Answers, say: &Sentences<'_>) -> Part {
    let does = |activity: Activity| answers.activities.contains(&activity);
    let required = |fields: &[&str]| {
        Part::Map(fields.iter().map(|field| entry(field, Part::word("required"))).collect())
    };
    let mut forms = Vec::new();
    if does(Activity::Enquiries) {
        forms.push(entry(
            "contact",
            Part::Map(vec![
                entry("title", say.text("draft-form-enquiries")),
                entry("purpose", Part::word("enquiries")),
                entry("asks", required(uses(Activity::Enquiries))),
            ]),
        ));
    }
    if does(Activity::Newsletter) {
        let box_ = Part::Map(vec![entry("wording", say.text("draft-box-newsletter"))]);
        forms.push(entry(
            "newsletter",
            Part::Map(vec![
                entry("title", say.text("draft-form-newsletter")),
                entry("purpose", Part::word("newsletter")),
                entry("asks", required(&["contact.email"])),
                entry("consents", Part::Map(vec![entry("newsletter", box_)])),
                entry("double_opt_in", Part::word("yes")),
            ]),
        ));
    }
    Part::Map(forms)
}
