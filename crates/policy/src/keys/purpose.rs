//! Keys that say why data is used, and how long.

use super::{CHANNELS, may, must, should};
use crate::model::{Basis, ConsentBy, Duty, Ground, Messages, Origin, Then};
use crate::shape::{Shape, Space, Type};

pub(super) static PURPOSE: Shape = Shape {
    name: "a purpose",
    doc: "One use of data, with one legal basis, its own fields, recipients and period.",
    keys: &[
        should("why", Type::Text, "What is done, as people would say it.")
            .law("GDPR Art. 13(1)(c)")
            .example("why: Deliver what you ordered"),
        should(
            "basis",
            Type::Words(Basis::WORDS),
            "The legal basis. An acceptance of terms is never one. Of a purpose on a customer's instruction: that of the contract with the customer, `contract`; people are told that the customer answers for the basis.",
        )
            .law("GDPR Art. 6(1)")
            .example("basis: contract"),
        may("interest", Type::Text, "The legitimate interest; needed where that is the basis.")
            .law("GDPR Art. 13(1)(d)")
            .example("interest: People who write to us want an answer."),
        may("balancing", Type::Ref(Space::Document), "The weighing of that interest against the person's.")
            .law("GDPR Art. 6(1)(f)")
            .example("balancing: lia-answer"),
        may("law", Type::Text, "The law that obliges; needed where that is the basis.")
            .law("GDPR Art. 6(3)")
            .example("law: Bookkeeping Act, section 13"),
        may(
            "ground",
            Type::Words(Ground::WORDS),
            "The ground for fields of special categories; needed for them.",
        )
        .law("GDPR Art. 9(2)")
        .example("ground: explicit-consent"),
        may("impact", Type::Ref(Space::Document), "The impact assessment.")
            .law("GDPR Art. 35")
            .example("impact: dpia-profiling"),
        should("uses", Type::List(&Type::Ref(Space::Field)), "The fields it uses; none besides.")
            .law("GDPR Art. 5(1)(c)")
            .example("uses: [contact.name, contact.email]"),
        may("shares_with", Type::List(&Type::Ref(Space::Recipient)), "The recipients it shares with.")
            .default("`[]`")
            .law("GDPR Art. 13(1)(e)")
            .example("shares_with: [posten]"),
        should("keep", Type::Record(&KEEP), "How long data is kept for it. A sweep acts on it.")
            .law("GDPR Art. 13(2)(a)")
            .example("keep: { for: 6 months, from: last-contact, then: delete }"),
        may("from", Type::List(&Type::Words(Origin::WORDS)), "Where its data comes from.")
            .default("`[person]`")
            .law("GDPR Art. 14(2)(f)")
            .example("from: [person, use]"),
        may("source", Type::Text, "Who gives it where others do, and whether everybody can see it there.")
            .default("not said")
            .law("GDPR Art. 14(2)(f)")
            .example("source: \"Fairs at which you left your card, and the public register of companies\""),
        may("duty", Type::Words(Duty::WORDS), "Whether a person has to give the data.")
            .law("GDPR Art. 13(2)(e)")
            .example("duty: voluntary"),
        may("consequence", Type::Text, "What follows if they do not.")
            .law("GDPR Art. 13(2)(e)")
            .example("consequence: Without an address we cannot deliver."),
        may("agreements", Type::List(&Type::Ref(Space::Agreement)), "The agreements it belongs to.")
            .default("`[]`")
            .example("agreements: [terms-of-sale]"),
        may("messages", Type::Words(Messages::WORDS), "Which kind of messages it sends.")
            .default("it sends none")
            .law("GDPR Art. 21(3)")
            .example("messages: service"),
        may(
            "channels",
            CHANNELS,
            "By which channels it reaches people: each can be chosen and stopped by itself.",
        )
        .default("`[]`; messages: `[email]`")
        .law("GDPR Art. 21(3)")
        .example("channels: [email, push]"),
        may("profiling", Type::Flag, "It evaluates people.")
            .default("no")
            .law("GDPR Art. 4(4)")
            .example("profiling: yes"),
        may("consent_by", Type::List(&Type::Words(ConsentBy::WORDS)), "How its consent may be given.")
            .default("`[form, banner]`")
            .law("GDPR Art. 7(1)")
            .example("consent_by: [written, verbal]"),
        may(
            "consent_lasts",
            Type::Length,
            "How long a consent holds; then it has run out, and is asked for anew.",
        )
        .default("until it is withdrawn")
        .law("GDPR Art. 7(1)")
        .example("consent_lasts: 24 months"),
        may("witness", Type::Flag, "A spoken consent needs a witness, whose name is recorded.")
            .default("no")
            .law("GDPR Art. 7(1)")
            .example("witness: yes"),
        may(
            "opt_out_in",
            Type::List(&Type::Country),
            "Countries whose law lets it go on until the person opts out; never for consent under the GDPR.",
        )
        .default("`[]`")
        .example("opt_out_in: [US]"),
        may("anonymous", Type::Flag, "Nobody can be identified in what it keeps.")
            .default("no")
            .law("GDPR recital 26")
            .example("anonymous: yes"),
        may("aggregate", Type::Record(&AGGREGATE), "It gets counts of groups only, never rows.")
            .law("GDPR Art. 5(1)(c) and 89(1)")
            .example("aggregate: { smallest_group: 10 }"),
        may(
            "compatible_with",
            Type::List(&Type::Ref(Space::Purpose)),
            "Earlier purposes whose data it may use.",
        )
        .default("`[]`")
        .law("GDPR Art. 6(4)")
        .example("compatible_with: [answer]"),
        may("compatibility", Type::Text, "Why it is compatible with them.")
            .law("GDPR Art. 6(4)")
            .example("compatibility: The same people ask, and nothing new is learned of them."),
        may(
            "instructed_by",
            Type::Words(&[("customer", "only on a customer's recorded instruction, as their processor")]),
            "On whose instruction, where the company is a processor; its data is declared with `role: processor`, and the rest under `service_data`.",
        )
        .default("the controller's own purpose")
        .law("GDPR Art. 28(3)(a)")
        .example("instructed_by: customer"),
        may("approval", APPROVAL, "Whether the person approves what is published.")
            .default("nothing is published, or it needs no approval")
            .example("approval: before-publication"),
    ],
};

/// Shared by purposes and forms.
pub(super) const APPROVAL: Type = Type::Words(&[(
    "before-publication",
    "nothing is public before the person approved that exact text; they may change or withdraw it",
)]);

static KEEP: Shape = Shape {
    name: "a period",
    doc: "How long, from when, and what then.",
    keys: &[
        must(
            "for",
            Type::Length,
            "How long; `0 days`: no longer than the moment of `from`. A period that is not published is written `{ assumed: … }`.",
        )
        .law("GDPR Art. 5(1)(e)")
        .example("for: 6 months"),
        must("from", Type::Anchor, "From when.").example("from: last-contact"),
        may(
            "moment",
            Type::Text,
            "The moment in words, as they follow “6 months from”, where it is an event of yours; `event:delivered` and `event:paid` have words in each language.",
        )
        .default("the name of the event, in quotes")
        .example("moment: { en: the day we decide on your application, nb: dagen vi avgjør søknaden }"),
        may("then", Type::Words(Then::WORDS), "What then.").default("delete").example("then: anonymise"),
        may("isolated_for", Type::Length, "How long it may stay locked away, in backups too, before it is gone for good.")
            .example("isolated_for: 30 days"),
        may("at_least", Type::Length, "How long a law wants it kept; an erasure before then keeps it.")
            .law("GDPR Art. 17(3)(b)")
            .example("at_least: 5 years"),
        may("at_most", Type::Length, "How long a law allows.").law("GDPR Art. 5(1)(e)").example("at_most: 25 months"),
        may("law", Type::Text, "The law that sets the period.").example("law: Bookkeeping Act, section 13"),
    ],
};

static AGGREGATE: Shape = Shape {
    name: "an aggregate",
    doc: "Counts of groups.",
    keys: &[must("smallest_group", Type::Whole(2, 10_000), "Smaller groups are not shown.")
        .example("smallest_group: 10")],
};
