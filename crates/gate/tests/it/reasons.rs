//! Every reason with an example: the table in `docs/gate-reasons.md` is written from these examples, and each of them
//! is asked of the gate. A reason without one fails.
//!
//! `ABIDE_WRITE_DOCS=1 cargo test -p gate reasons` writes the table anew.

use gate::{Event, Fact, Gate, Question, Reason, Rules, Signal, Standing, decide};
use policy::{Basis, Channel, DataRole, Messages, Policy, Safeguard};

use crate::fixtures::{WEPACK, collected, day, fact};

/// What happened, in words and as facts, and what is asked.
struct Example {
    reason: Reason,
    /// In words.
    told: &'static str,
    asked: &'static str,
    facts: Vec<Fact>,
    question: Question<'static>,
}

/// Wepack's policy, and what Wepack has none of: a purpose for each basis, letters, a customer's data, an age, a
/// recipient whose country lost its safeguard.
fn policy() -> Policy {
    let mut policy = Policy::clone(&WEPACK);
    let like = |name: &str, basis: Basis| {
        let mut purpose = WEPACK.purpose("run-website").unwrap().clone();
        (purpose.name, purpose.basis) = (name.to_owned(), basis);
        purpose
    };
    let mut letters = like("letters", Basis::LegitimateInterest);
    letters.messages = Some(Messages::Marketing);
    letters.channels = vec![Channel::Email, Channel::Post];
    let mut payroll = like("customers-payroll", Basis::Contract);
    payroll.instructed_by_customer = true;
    policy.purposes.extend([
        like("rescue", Basis::VitalInterests),
        like("census", Basis::PublicTask),
        letters,
        payroll,
    ]);
    let mut far = WEPACK.recipient("postnord").unwrap().clone();
    (far.name, far.country, far.safeguard) =
        ("far-away".to_owned(), "IN".to_owned(), Some(Safeguard::Adequacy));
    policy.recipients.push(far);
    policy
        .purposes
        .iter_mut()
        .find(|p| p.name == "deliver-orders")
        .unwrap()
        .shares_with
        .push("far-away".to_owned());
    policy.data.last_mut().unwrap().role = DataRole::Controller;
    policy.minimum_age = Some(16);
    policy
}

fn ordered() -> Vec<Fact> {
    let fields = ["contact.name", "contact.street", "contact.email", "order.note"];
    vec![fact("2026-11-02", collected([1; 16], "deliver-orders", &fields))]
}

fn wrote() -> Vec<Fact> {
    vec![fact("2026-11-02", collected([2; 16], "answer-enquiries", &["contact.name", "contact.email"]))]
}

/// Gave the data of a purpose.
fn gave(purpose: &str) -> Vec<Fact> {
    vec![fact("2026-11-02", collected([3; 16], purpose, &["technical.ip"]))]
}

fn and(mut facts: Vec<Fact>, event: Event) -> Vec<Fact> {
    facts.push(fact("2026-11-03", event));
    facts
}

fn campaigns() -> String {
    "campaigns".to_owned()
}

fn agreed() -> Event {
    Event::ConsentGiven { purpose: campaigns(), expires: None }
}

fn to(recipient: &'static str, category: &'static str) -> Question<'static> {
    Question { recipient: Some(recipient), category: Some(category), ..about("deliver-orders") }
}

fn about(purpose: &'static str) -> Question<'static> {
    Question::about(purpose, day("2026-11-10"))
}

fn by(channel: Channel) -> Question<'static> {
    Question { channel: Some(channel), ..about("letters") }
}

/// An example of every reason that follows from the rules, in the order of the reasons.
#[rustfmt::skip]
fn examples() -> Vec<Example> {
    let example = |reason, told, asked, facts, question| Example { reason, told, asked, facts, question };
    vec![
        example(Reason::Consent, "wrote, then agreed to campaigns", "campaigns", and(wrote(), agreed()), about("campaigns")),
        example(Reason::Contract, "ordered", "deliver-orders", ordered(), about("deliver-orders")),
        example(Reason::LegalObligation, "ordered", "bookkeeping, which a law commands", ordered(), about("bookkeeping")),
        example(Reason::VitalInterests, "ordered", "rescue, which rests on a life at stake", ordered(), about("rescue")),
        example(Reason::PublicTask, "was told of the census", "census", gave("census"), about("census")),
        example(Reason::LegitimateInterest, "wrote", "answer-enquiries", wrote(), about("answer-enquiries")),
        example(Reason::PurposeNotDeclared, "ordered", "train-models, which no policy declares", ordered(), about("train-models")),
        example(Reason::SubjectUnknown, "nothing", "deliver-orders", Vec::new(), about("deliver-orders")),
        example(Reason::Erased, "ordered, then was erased", "deliver-orders", and(ordered(), Event::Erased { kept: Vec::new() }), about("deliver-orders")),
        example(Reason::Restricted, "ordered, then had the use restricted", "deliver-orders", and(ordered(), Event::Restricted), about("deliver-orders")),
        example(Reason::NotStatedAtCollection, "wrote", "deliver-orders, which the contact form did not state", wrote(), about("deliver-orders")),
        example(Reason::NotInstructed, "was entered by a customer", "customers-payroll, without the customer's instruction", gave("customers-payroll"), about("customers-payroll")),
        example(Reason::NoConsent, "was told of campaigns, said nothing", "campaigns", gave("campaigns"), about("campaigns")),
        example(Reason::ConsentRefused, "was told of campaigns, said no", "campaigns", and(gave("campaigns"), Event::ConsentRefused { purpose: campaigns() }), about("campaigns")),
        example(Reason::ConsentWithdrawn, "agreed to campaigns, took it back", "campaigns", and(and(gave("campaigns"), agreed()), Event::ConsentWithdrawn { purpose: campaigns() }), about("campaigns")),
        example(Reason::ConsentExpired, "agreed to campaigns for two days", "campaigns, a week later", and(gave("campaigns"), Event::ConsentGiven { purpose: campaigns(), expires: Some(day("2026-11-05")) }), about("campaigns")),
        example(Reason::Objected, "wrote, then objected", "answer-enquiries", and(wrote(), Event::Objected { purpose: Some("answer-enquiries".to_owned()) }), about("answer-enquiries")),
        example(Reason::MarketingObjected, "agreed to campaigns, then objected to all marketing", "campaigns", and(and(wrote(), agreed()), Event::Objected { purpose: None }), about("campaigns")),
        example(Reason::ChannelNotDeclared, "was told of letters", "letters, by text message", gave("letters"), by(Channel::Sms)),
        example(Reason::ChannelRefused, "was told of letters, refused e-mail", "letters, by e-mail", and(gave("letters"), Event::ChannelRefused { channel: Channel::Email }), by(Channel::Email)),
        example(Reason::ChannelNotPermitted, "was told of letters, lives in Norway, bought nothing", "letters, by e-mail", and(gave("letters"), Event::Country { country: "NO".to_owned() }), by(Channel::Email)),
        example(Reason::Signalled, "wrote, with a browser that sends Global Privacy Control", "answer-enquiries", and(wrote(), Event::Signal { signal: Signal::Gpc, on: true }), about("answer-enquiries")),
        example(Reason::TooYoung, "ordered, and said to be younger than 16", "deliver-orders", and(ordered(), Event::AgeRefused), about("deliver-orders")),
        example(Reason::RecipientNotDeclared, "ordered", "deliver-orders, giving the address to Facebook", ordered(), to("facebook", "contact.street")),
        example(Reason::RecipientOptedOut, "ordered, and refused PostNord", "deliver-orders, giving the address to PostNord", and(ordered(), Event::OptedOut { recipient: "postnord".to_owned() }), to("postnord", "contact.street")),
        example(Reason::TransferUnsafe, "ordered", "deliver-orders, giving the address to a country that is not adequate", ordered(), to("far-away", "contact.street")),
        example(Reason::FieldNotForRecipient, "ordered", "deliver-orders, giving the note to PostNord", ordered(), to("postnord", "order.note")),
        example(Reason::FieldNotDeclared, "ordered", "deliver-orders, with the IP address", and(ordered(), collected([1; 16], "deliver-orders", &["technical.ip"])), Question { category: Some("technical.ip"), ..about("deliver-orders") }),
        example(Reason::RetentionOver, "wrote", "answer-enquiries, two years later", wrote(), Question::about("answer-enquiries", day("2028-11-10"))),
    ]
}

/// What the node's own state answers, told here and tested where a gate follows a ledger (`memory`).
const OF_THE_NODE: [(Reason, &str); 3] = [
    (Reason::Stale, "the node has not heard from the ledger for longer than its bound"),
    (Reason::ClockBehind, "the node's clock stands more than a minute before the last entry"),
    (Reason::AskTheLedger, "the question is about one record, and memory was asked"),
];

#[test]
fn every_reason_has_an_example_and_the_gate_gives_it() {
    let rules = Rules::of(&policy());
    let examples = examples();
    for Example { reason, facts, question, .. } in &examples {
        let standing = Standing::fold(facts);
        let decision = decide(&rules, &standing, question);
        assert_eq!((decision.reason, decision.allow), (*reason, reason.allows()), "{question:?}");
        let mut gate = Gate::new(rules.clone());
        if !facts.is_empty() {
            gate.set([9; 16], standing).unwrap();
        }
        if let Ok(ask) = rules.ask(question) {
            assert_eq!(gate.decide_for(&ask, &[9; 16]).reason, *reason);
        }
    }
    let told: Vec<Reason> =
        examples.iter().map(|one| one.reason).chain(OF_THE_NODE.iter().map(|(reason, _)| *reason)).collect();
    assert_eq!(told, Reason::ALL);
}

#[test]
fn the_documentation_is_the_table_of_reasons() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/gate-reasons.md");
    let table = table();
    if std::env::var_os("ABIDE_WRITE_DOCS").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), table, "ABIDE_WRITE_DOCS=1 writes it anew");
}

fn table() -> String {
    let mut out = String::from(
        "# Why a use is allowed or denied\n\n\
         Every answer of the gate has one of these reasons. The rules stand in the order of the denials; the first that \
         fails is the reason. The examples are of Wepack's policy, with a few purposes more; each is asked of the gate by a \
         test, which also writes this page.\n\n\
         | reason | answer | law | what it says | example: the person … | asked for | what would change it |\n\
         |---|---|---|---|---|---|---|\n",
    );
    let node = OF_THE_NODE.iter().map(|(reason, told)| (*reason, *told, "anything"));
    let rules = examples();
    let rows = rules.iter().map(|one| (one.reason, one.told, one.asked)).chain(node);
    for (reason, told, asked) in rows {
        let answer = if reason.allows() { "allow" } else { "deny" };
        let (id, article, says, remedy) =
            (reason.id(), reason.article(), reason.says(), reason.remedy().says());
        out += &format!("| `{id}` | {answer} | {article} | {says} | {told} | {asked} | {remedy} |\n");
    }
    out
}
