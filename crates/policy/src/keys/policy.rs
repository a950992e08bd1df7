//! The whole file: what stands at its left edge.

use super::{
    company, data, form, general, levels, limits, people, promises, purpose, recipient, rights, service_data,
    surfaces,
};
use super::{may, must, should};
use crate::shape::{KeyType, Shape, Space, Type};

/// A mapping whose names nothing refers to.
const fn named(shape: &'static Type) -> Type {
    Type::Map(KeyType::Defines(Space::Other), shape)
}

/// The whole file.
pub(crate) static POLICY: Shape = Shape {
    name: "a policy",
    doc: "One file, or one and those it includes, is one policy: who answers for the data, what there is, why, how long, with whom, and every promise beside.",
    keys: &[
        must("abide", Type::Whole(1, 999), "The edition of the language: `1`.").example("abide: 1"),
        must("service", Type::Name, "The service's name in addresses and tables. It never changes.")
            .example("service: shop"),
        may("title", Type::Line, "The service's name as people know it, the same in every language.")
            .default("the controller's name")
            .example("title: The Shop"),
        must("version", Type::Date, "The day this version is dated. It stands on the policy, in every receipt and in the archive.")
            .example("version: 2026-11-01"),
        may("include", Type::List(&Type::Path), "Further files in the same folder or below; their keys count as if they stood here.")
            .default("`[]`")
            .example("include: [data.yaml, recipients.yaml]"),
        must("controller", Type::Record(&company::CONTROLLER), "Who decides why and how data is used.")
            .law("GDPR Art. 4(7) and 13(1)(a)")
            .example("controller: { name: Shop AS, country: NO }"),
        may("joint_controllers", named(&Type::Record(&company::JOINT_CONTROLLER)), "Who decides together with the controller.")
            .default("nobody")
            .law("GDPR Art. 26")
            .example("joint_controllers: { fair: { name: Fair AS, country: NO, arrangement: Fair AS runs the stand. } }"),
        may("representatives", named(&Type::Record(&company::REPRESENTATIVE)), "Who answers for the controller in another country.")
            .default("nobody")
            .law("GDPR Art. 27")
            .example("representatives: { ireland: { name: Rep Ltd, country: IE, contact: rep@rep.example } }"),
        may("group", named(&Type::Record(&company::GROUP_COMPANY)), "The companies of the controller's group.")
            .default("none")
            .example("group: { holding: { name: Shop Holding Ltd, country: GB, relation: parent } }"),
        should("authority", Type::Record(&company::AUTHORITY), "The supervisory authority: where people can complain.")
            .law("GDPR Art. 13(2)(d)")
            .example("authority: { name: Datatilsynet, country: NO }"),
        may("jurisdiction", Type::Record(&company::JURISDICTION), "The law and the courts that count.")
            .default("not said")
            .example("jurisdiction: { law: FR, courts: The courts of the registered office }"),
        may("serves", Type::List(&Type::Territory), "Where customers live: countries, `EEA`, `world`.")
            .default("not said: everywhere")
            .law("GDPR Art. 3")
            .example("serves: [EEA, GB]"),
        must("languages", Type::Record(&company::LANGUAGES), "The languages the policy speaks. Every text for people stands in each of them.")
            .law("GDPR Art. 12(1)")
            .example("languages: { reference: en, also: [nb] }"),
        may("office_hours", Type::Record(&company::OFFICE_HOURS), "When the office is open; needed where a clock counts office hours.")
            .example("office_hours: { zone: Europe/Oslo, days: mon-fri, from: \"08:00\", to: \"16:00\" }"),
        should("minimum_age", Type::Either(&Type::Whole(0, 21), &Type::Record(&people::AGE)), "From which age people may use the service; `0`: no limit, said on purpose.")
            .law("GDPR Art. 8")
            .example("minimum_age: { years: 16, shown_by: attestation, when_found: delete, reports: anyone }"),
        may("special_categories", NEVER_SPECIAL, "What is promised of special categories.")
            .default("each needs a ground of its own")
            .law("GDPR Art. 9")
            .example("special_categories: never"),
        should(
            "automated_decisions",
            Type::Either(&Type::Words(&[("none", "no decision about people is made without a human")]), &Type::Text),
            "What is said of decisions without a human: `none`, or a text for each language with their logic and consequences.",
        )
        .law("GDPR Art. 13(2)(f) and 22")
        .example("automated_decisions: none"),
        must("data", Type::Map(KeyType::Defines(Space::Category), &Type::Record(&data::CATEGORY)), "What data there is, in categories people understand. Nothing else is ever stored.")
            .law("GDPR Art. 5(1)(c)")
            .example("data: { contact: { title: Contact, fields: { email: { kind: email, title: E-mail } } } }"),
        must("purposes", Type::Map(KeyType::Defines(Space::Purpose), &Type::Record(&purpose::PURPOSE)), "What data is used for. Every other use is denied.")
            .law("GDPR Art. 5(1)(b)")
            .example("purposes: { answer: { why: Answer your enquiry, basis: contract, uses: [contact.email], keep: { for: 6 months, from: last-contact } } }"),
        may("recipients", Type::Map(KeyType::Defines(Space::Recipient), &Type::Record(&recipient::RECIPIENT)), "Who receives data. Nobody else ever gets any.")
            .default("nobody")
            .law("GDPR Art. 13(1)(e)")
            .example("recipients: { posten: { name: Posten, role: controller, country: NO, gets: [contact.name] } }"),
        may("documents", Type::Map(KeyType::Defines(Space::Document), &Type::Record(&recipient::DOCUMENT)), "Documents held beside the policy: balancing tests, assessments, contracts.")
            .default("none")
            .law("GDPR Art. 5(2)")
            .example("documents: { lia-answer: { title: Why we may answer, kind: balancing-test, file: documents/lia.pdf, on: 2026-03-01 } }"),
        may("agreements", Type::Map(KeyType::Defines(Space::Agreement), &Type::Record(&recipient::AGREEMENT)), "Terms a person accepts besides this policy. `privacy-policy` is always one.")
            .default("none")
            .example("agreements: { terms: { title: Terms of sale, version: \"1\", covers: Buying our goods } }"),
        may("acceptance", Type::Record(&form::ACCEPTANCE), "What people accept in order to use the service.")
            .default("nothing, but where a form says so")
            .example("acceptance: { at: [sign-in], of: [privacy-policy], wording: I accept the privacy policy. }"),
        may("service_data", Type::Record(&service_data::SERVICE_DATA), "What customers entrust: the processor's part.")
            .default("nothing is entrusted")
            .law("GDPR Art. 28")
            .example("service_data: { who: Our customers' contacts, categories: [invoices], instructions: recorded, at_end: delete, within: 30 days }"),
        may("staff", named(&Type::Record(&people::STAFF_ROLE)), "The roles of the staff and what they may see.")
            .default("only the roles of the console")
            .law("GDPR Art. 32(4)")
            .example("staff: { support: { title: Support, purposes: [answer], for: 4 hours } }"),
        may("mail", Type::Record(&people::MAIL), "What every mailing carries; needed where marketing goes by e-mail.")
            .law("ePrivacy Directive Art. 13")
            .example("mail: { sender: Shop AS, postal_address: \"Gata 1, 0150 Oslo, Norway\" }"),
        may("invitations", Type::Record(&people::INVITATIONS), "Inviting people by addresses that others gave.")
            .default("there are none")
            .law("GDPR Art. 14")
            .example("invitations: { purpose: invite, forgotten_after: 30 days }"),
        may("exchange", Type::Record(&people::EXCHANGE), "What people see of each other through the service.")
            .default("nothing")
            .example("exchange: { messages: { purpose: messages, shows: [contact.name] } }"),
        may("organisations", Type::Record(&people::ORGANISATIONS), "What organisations and their administrators can do.")
            .default("nothing")
            .example("organisations: { profile_access: by-administrator, domain_suggests: yes }"),
        may("cookies", Type::Map(KeyType::Free, &Type::Record(&surfaces::COOKIE)), "What is stored in the browser, by name; a `*` at the end stands for any ending.")
            .default("nothing")
            .law("ePrivacy Directive Art. 5(3)")
            .example("cookies: { __Host-shop: { purpose: answer, lasts: session, necessary: yes } }"),
        may("cookie_choice", Type::Record(&surfaces::COOKIE_CHOICE), "Where people say yes and no to cookies.")
            .default("both in the banner, and in the privacy centre")
            .law("GDPR Art. 7(3)")
            .example("cookie_choice: { accept_by: [banner], refuse_by: [banner, privacy-centre] }"),
        may("permissions", surfaces::PERMISSIONS, "What the mobile application asks the telephone for.")
            .default("nothing")
            .law("ePrivacy Directive Art. 5(3)")
            .example("permissions: { location: { why: Show you the way, purpose: maps } }"),
        may("integrations", Type::Record(&surfaces::INTEGRATIONS), "What other services get because a customer wants it.")
            .default("nothing")
            .example("integrations: { enabled_by: customer, scopes: [contact], revoked: at-once }"),
        may("forms", Type::Map(KeyType::Defines(Space::Form), &Type::Record(&form::FORM)), "Where data is collected.")
            .default("nowhere")
            .law("GDPR Art. 13")
            .example("forms: { contact: { title: Contact us, purpose: answer, asks: { contact.email: required } } }"),
        must("rights", Type::Record(&rights::RIGHTS), "How fast and by which ways people's requests are answered.")
            .law("GDPR Art. 12 to 22")
            .example("rights: { answer: { within: 1 month } }"),
        should("signals", Type::Record(&promises::SIGNALS), "What browser signals do.")
            .law("GDPR Art. 21(5)")
            .example("signals: { gpc: honour, dnt: honour }"),
        should("changes", Type::Record(&promises::CHANGES), "How changes of this policy are told.")
            .law("GDPR Art. 13(3)")
            .example("changes: { minor: [site], significant: [site, email], rights_affecting: { by: [site, email], ahead: 30 days } }"),
        should("breach", Type::Record(&promises::BREACH), "What happens after a breach of security.")
            .law("GDPR Art. 33 and 34")
            .example("breach: { tell_authority_within: 72 hours, tell_people_by: [email] }"),
        may("sale", Type::Words(&[("never", "no recipient can be declared for it, and no purpose can be one")]), "What is promised of selling data.")
            .default("not promised")
            .example("sale: never"),
        may("bulk", Type::Record(&limits::BULK), "How much may leave at once.")
            .default("not limited")
            .law("GDPR Art. 5(1)(b)")
            .example("bulk: { more_than: 100, only: declared-recipients, alert: [email] }"),
        may("legal_requests", Type::Record(&limits::LEGAL_REQUESTS), "When authorities get data.")
            .default("never through Abide")
            .law("GDPR Art. 6(1)(c)")
            .example("legal_requests: { grounds: [statute], approvers: 2 }"),
        may("holds", Type::Record(&limits::HOLDS), "When erasure waits.")
            .default("never")
            .law("GDPR Art. 17(3)(e)")
            .example("holds: { for: [claims, compliance], needs: [reason, end] }"),
        may("evidence", Type::Record(&limits::EVIDENCE), "How long evidence is kept.")
            .default("the built-in periods")
            .law("GDPR Art. 5(2)")
            .example("evidence: { consent: 3 years, disclosures: 3 years }"),
        may("security", Type::Record(&promises::SECURITY), "What is promised of transport, store and backups.")
            .default("not promised")
            .law("GDPR Art. 32")
            .example("security: { tls_bits: 256, passwords: argon2id, encrypted_at_rest: yes }"),
        may("attestations", named(&Type::Record(&promises::ATTESTATION)), "Promises that people keep, not software: reviewed at intervals, overdue ones show.")
            .default("none")
            .law("GDPR Art. 24(1)")
            .example("attestations: { rooms: { promise: Rooms are locked., owner: The head of operations, every: 1 year } }"),
        may("statements", named(&Type::Record(&promises::STATEMENT)), "Further sections of the published policy.")
            .default("none")
            .example("statements: { your-part: { title: Your part, text: Keep your password to yourself. } }"),
        may("general", Type::Record(&general::GENERAL), "What the text says in general, of no one declaration.")
            .default("nothing")
            .example("general: { on_request: [safeguards] }"),
        may("lints", levels::LINTS, "How much a finding matters here, by its code, with the reason.")
            .default("as `abide explain` says")
            .law("GDPR Art. 5(2)")
            .example("lints: { A0505: { level: note, because: A law of the archive asks for it, at: [purposes/answer] } }"),
        may("promises", Type::Map(KeyType::Free, &Type::Record(&promises::PROMISE)), "The company's own numbering of its promises, each with the declarations that keep it.")
            .default("none")
            .law("GDPR Art. 5(2)")
            .example("promises: { PC-01: { says: Only people of 16 or older may register., kept_by: [minimum_age] } }"),
    ],
};

const NEVER_SPECIAL: Type =
    Type::Words(&[("never", "no field of a special category may be declared, by anybody, ever")]);
