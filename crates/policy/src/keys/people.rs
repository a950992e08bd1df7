//! Keys of what people see of each other, and what the staff see of them.

use super::{PURPOSES, may, must};
use crate::model::{Channel, MailLaw, Reports, ShownBy, Unsubscribe};
use crate::shape::{Shape, Space, Type};

const PURPOSE: Type = Type::Ref(Space::Purpose);

pub(super) static STAFF_ROLE: Shape = Shape {
    name: "a staff role",
    doc: "A role of the staff and what it may see. Each view asks for a purpose and is logged; a role without purposes sees nothing.",
    keys: &[
        must("title", Type::Text, "Its name for people.").example("title: Support"),
        may("purposes", PURPOSES, "For which purposes it may look.")
            .default("`[]`: it sees nothing")
            .law("GDPR Art. 32(4)")
            .example("purposes: [answer]"),
        may("categories", Type::List(&Type::Ref(Space::Category)), "Which categories it may see.")
            .default("those its purposes use")
            .law("GDPR Art. 25(2)")
            .example("categories: [contact]"),
        may("reason", Type::Flag, "Each view needs a reason.").default("yes").example("reason: yes"),
        may("for", Type::Length, "How long an access lasts.")
            .default("until it is taken away")
            .example("for: 4 hours"),
        may("seen_by_customer", Type::Flag, "The customer sees each access.")
            .default("no")
            .example("seen_by_customer: yes"),
    ],
};

pub(super) static AGE: Shape = Shape {
    name: "the age",
    doc: "From which age people may use the service, and what follows.",
    keys: &[
        must("years", Type::Whole(0, 21), "From which age; `0`: no limit, said on purpose.")
            .law("GDPR Art. 8(1)")
            .example("years: 16"),
        may("shown_by", Type::Words(ShownBy::WORDS), "How it is shown.")
            .default("attestation")
            .example("shown_by: attestation"),
        may("guardian", Type::Record(&GUARDIAN), "How a guardian approves for somebody younger.")
            .default("nobody can")
            .law("GDPR Art. 8(1)")
            .example("guardian: { from: 13, approves_by: email }"),
        may(
            "when_found",
            Type::Words(&[("delete", "what is held of somebody younger is deleted")]),
            "What happens when somebody younger is found.",
        )
        .default("not promised")
        .example("when_found: delete"),
        may(
            "reports",
            Type::Words(Reports::WORDS),
            "Who may report it. A report is reviewed; who reports never learns whether the person is known.",
        )
        .default("there is no report")
        .example("reports: anyone"),
    ],
};

static GUARDIAN: Shape = Shape {
    name: "a guardian",
    doc: "How a guardian approves for somebody younger.",
    keys: &[
        must("from", Type::Whole(0, 20), "From which age.").law("GDPR Art. 8(1)").example("from: 13"),
        must("approves_by", Type::Words(Channel::WORDS), "How the guardian approves.")
            .law("GDPR Art. 8(2)")
            .example("approves_by: email"),
    ],
};

pub(super) static MAIL: Shape = Shape {
    name: "the mail",
    doc: "What every mailing carries. A message without it is not sent.",
    keys: &[
        must("sender", Type::Line, "Who sends.")
            .law("ePrivacy Directive Art. 13(4)")
            .example("sender: Shop AS"),
        must("postal_address", Type::Line, "Its postal address.")
            .law("15 U.S.C. § 7704(a)(5)")
            .example("postal_address: \"Gata 1, 0150 Oslo, Norway\""),
        may("unsubscribe", Type::List(&Type::Words(Unsubscribe::WORDS)), "How a person gets out of it.")
            .default("`[link, one-click]`")
            .law("GDPR Art. 21(3)")
            .example("unsubscribe: [link, one-click, account]"),
        may("laws", Type::List(&Type::Words(MailLaw::WORDS)), "Which laws it keeps.")
            .default("`[eprivacy]`")
            .example("laws: [can-spam, eprivacy]"),
    ],
};

pub(super) static INVITATIONS: Shape = Shape {
    name: "the invitations",
    doc: "Inviting somebody by the address another user gave. The address serves nothing else.",
    keys: &[
        must("purpose", PURPOSE, "The purpose.").law("GDPR Art. 5(1)(b)").example("purpose: invite"),
        may("names_sender", Type::Flag, "The invitation says who invited.")
            .default("yes")
            .law("GDPR Art. 14(2)(f)")
            .example("names_sender: yes"),
        may("once", Type::Flag, "There is one only.").default("yes").example("once: yes"),
        must("forgotten_after", Type::Length, "When the address is forgotten if nobody answers.")
            .law("GDPR Art. 5(1)(e)")
            .example("forgotten_after: 30 days"),
    ],
};

pub(super) static EXCHANGE: Shape = Shape {
    name: "the exchange",
    doc: "What people see of each other through the service.",
    keys: &[
        may(
            "messages",
            Type::Record(&MESSAGES),
            "Messages between users: delivered without showing the address.",
        )
        .default("there are none")
        .example("messages: { purpose: messages, shows: [contact.name] }"),
        may("views", Type::Record(&VIEWS), "Who viewed what of an organisation.")
            .default("nobody sees it")
            .example("views: { purpose: views, seen_by: organisation, objectors: absent }"),
        may("public_records", Type::Record(&PUBLIC_RECORDS), "Records that anybody can read.")
            .default("there are none")
            .example("public_records: { marked_by: person, purpose: requests-for-quote }"),
    ],
};

static MESSAGES: Shape = Shape {
    name: "the messages between users",
    doc: "How one user writes to another.",
    keys: &[
        must("purpose", PURPOSE, "The purpose.").example("purpose: messages"),
        must("shows", Type::List(&Type::Ref(Space::Field)), "The fields of the sender that the other sees.")
            .law("GDPR Art. 5(1)(c)")
            .example("shows: [contact.name, contact.email]"),
        may("sender_told", Type::Flag, "The sender is told so before sending.")
            .default("yes")
            .law("GDPR Art. 13(1)(e)")
            .example("sender_told: yes"),
        may("block", Type::Flag, "A recipient can block a sender.").default("yes").example("block: yes"),
        may("report", Type::Flag, "A recipient can report a message.").default("yes").example("report: yes"),
    ],
};

static VIEWS: Shape = Shape {
    name: "the views",
    doc: "Who viewed what of an organisation.",
    keys: &[
        must("purpose", PURPOSE, "The purpose: who objected to it is not seen.").example("purpose: views"),
        must(
            "seen_by",
            Type::Words(&[("organisation", "the organisation whose content was viewed")]),
            "Who sees it.",
        )
        .example("seen_by: organisation"),
        may(
            "objectors",
            Type::Words(&[("absent", "who objected does not appear")]),
            "What becomes of who objected.",
        )
        .default("absent")
        .law("GDPR Art. 21(1)")
        .example("objectors: absent"),
    ],
};

static PUBLIC_RECORDS: Shape = Shape {
    name: "the public records",
    doc: "Records that anybody can read without signing in; all others are not even said to exist.",
    keys: &[
        must("marked_by", Type::Words(&[("person", "the person who made it")]), "Who marks a record public.")
            .law("GDPR Art. 25(2)")
            .example("marked_by: person"),
        must("purpose", PURPOSE, "The purpose.").example("purpose: requests-for-quote"),
    ],
};

pub(super) static ORGANISATIONS: Shape = Shape {
    name: "the organisations",
    doc: "What organisations and their administrators can do.",
    keys: &[
        may(
            "profile_access",
            Type::Words(&[(
                "by-administrator",
                "the organisation's administrator gives and takes it; both are logged",
            )]),
            "Who gives people access to their organisation's profile.",
        )
        .default("nobody")
        .example("profile_access: by-administrator"),
        may(
            "domain_suggests",
            Type::Flag,
            "The domain of a mail address suggests a membership; free mail never does.",
        )
        .default("no")
        .example("domain_suggests: yes"),
        may(
            "domain_claims",
            Type::Record(&DOMAIN_CLAIMS),
            "How an organisation claims the accounts of its domain.",
        )
        .default("it cannot")
        .example("domain_claims: { proof: dns-txt, tell_people: before, requests: routed }"),
    ],
};

static DOMAIN_CLAIMS: Shape = Shape {
    name: "a domain claim",
    doc: "How an organisation claims the accounts of its domain.",
    keys: &[
        must(
            "proof",
            Type::Words(&[("dns-txt", "a record in the domain name system")]),
            "How it proves the domain.",
        )
        .example("proof: dns-txt"),
        must("tell_people", Type::Words(&[("before", "before its control begins")]), "When people are told.")
            .law("GDPR Art. 13(3)")
            .example("tell_people: before"),
        must(
            "requests",
            Type::Words(&[("routed", "requests go to the administrator too, and the clock does not stop")]),
            "What becomes of people's requests.",
        )
        .law("GDPR Art. 12(3)")
        .example("requests: routed"),
    ],
};
