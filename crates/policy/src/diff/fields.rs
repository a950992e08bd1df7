//! Every field of the model, by the place it stands at. A field that is not listed here does not compile; one that is
//! listed needs a row in [`super::rules`], which a test asks for.

use crate::model::*;

/// Lists the fields of structs, and takes each struct apart so that none can be forgotten.
macro_rules! fields {
    ($($name:ident at $path:literal { $($field:ident),* $(,)? })*) => {
        $(const _: fn(&$name) = |value| { let $name { $($field: _),* } = value; };)*
        /// Places with the fields that stand there.
        #[cfg(test)]
        pub(super) const FIELDS: &[(&str, &[&str])] = &[$(($path, &[$(stringify!($field)),*])),*];
    };
}

fields! {
    Policy at "" {
        service, title, version, controller, representatives, authority, languages, office_hours, minimum_age,
        no_special_categories, automated_decisions, data, purposes, recipients, agreements, cookies, forms, rights,
        signals, changes, breach, legal_requests, security, attestations, statements, jurisdiction, serves,
        joint_controllers, group, staff, age, documents, acceptance, service_data, evidence, mail, invitations,
        exchange, organisations, no_sale, bulk, holds, permissions, integrations, promises, assumed, canonical, hash,
    }
    Controller at "controller" {
        name, registration, country, address, email, phone, website, officer, data_protection_officer,
    }
    Officer at "controller/data_protection_officer" { name, email, phone, address }
    Representative at "representatives/*" { name, title, country, contact }
    Authority at "authority" { name, country, website, address, elsewhere_by_country }
    Languages at "languages" { reference, also }
    OfficeHours at "office_hours" { zone, days, from, to, holidays, assumed }
    Jurisdiction at "jurisdiction" { law, courts }
    JointController at "joint_controllers/*" {
        name, title, country, address, email, website, arrangement, contact_point,
    }
    GroupCompany at "group/*" { name, title, country, relation, access }
    StaffRole at "staff/*" { name, title, purposes, categories, reason, length, seen_by_customer }
    Age at "age" { years, shown_by, guardian, delete_when_found, reports }
    Guardian at "age/guardian" { from, approves_by }
    Category at "data/*" { name, title, fields, role, visible_to, sensitivity, only_for }
    Field at "data/*/fields/*" { name, kind, title, optional, visible_to, kept_as }
    Purpose at "purposes/*" {
        name, why, basis, basis_assumed, interest, law, ground, uses, shares_with, keep, sources, source, duty, consequence,
        agreements, messages, anonymous, channels, profiling, balancing, impact, compatible_with, compatibility,
        opt_out_in, consent_by, consent_lasts, witness, smallest_group, instructed_by_customer, approved_before_publication,
    }
    Keep at "purposes/*/keep" { length, from, then, assumed, at_least, at_most, isolated_for, law, moment }
    Recipient at "recipients/*" {
        name, title, title_by_language, what, role, country, stored_in, hosted_by, representative, safeguard, agreement,
        gets, onward,
        sub_processors, opt_out, confidential, at_end, confirms_within, instructions_only, transfer, contact,
        contract_since, certified, terms, assumed,
    }
    SubProcessor at "recipients/*/sub_processors/*" { name, title, country, what }
    Agreement at "agreements/*" { name, title, version, url, covers }
    Cookie at "cookies/*" { name, kind, domain, set_by, purpose, lasts, necessary, what }
    Permission at "permissions/*" { kind, why, purpose, shares_with }
    Integrations at "integrations" { scopes, revoked_at_once }
    Form at "forms/*" {
        name, title, intro, button, purpose, asks, accepts, wording, consents, entered_by, tells_person_within,
        double_opt_in, approved_before_publication, on_behalf, attests_age, attachments,
    }
    Ask at "forms/*/asks/*" { field, required, label, hint }
    Consent at "forms/*/consents/*" { purpose, wording }
    Attachments at "forms/*/attachments" { at_most, kinds }
    Acceptance at "acceptance" { at, of, wording, on_behalf, kept }
    Rights at "rights" {
        answer, first_reply, answer_by, withdraw, answer_kept, ask_by, self_service, everywhere, portability,
        restriction, objection, rectification, complaint, third_parties, extension,
    }
    Clock at "rights/answer" { within, counted_in }
    Restriction at "rights/restriction" { on_opening, tell_before_lifting, vetoed }
    Objection at "rights/objection" { stops_meanwhile, decided_within }
    Rectification at "rights/rectification" { reaches_recipients, supplements }
    Extension at "rights/extension" { by, told_within }
    Signals at "signals" { gpc, dnt }
    Changes at "changes" {
        minor, significant, rights_affecting, public_archive, continued_use, takes_effect, merger, new_purposes,
    }
    Change at "changes/rights_affecting" { by, ahead, assumed }
    Breach at "breach" { tell_authority_within, tell_people_by, tell_people_always, tell_people }
    LegalRequests at "legal_requests" { statute_only, grounds, approvers, needs }
    Holds at "holds" { reasons, needs }
    Bulk at "bulk" { more_than, alert }
    EvidencePeriods at "evidence" {
        consent, acceptance, requests, disclosures, staff_views, notices, breaches, retention,
    }
    Security at "security" {
        tls_bits, backups_gone_after_days, backups_assumed, passwords_hashed, backups_at, encrypted_at_rest,
    }
    Attestation at "attestations/*" { name, promise, owner, owner_assumed, every, of, evidence, last }
    Promise at "promises/*" { id, says, kept_by }
    Statement at "statements/*" { name, title, text }
    Document at "documents/*" { name, title, kind, file, on, review }
    ServiceData at "service_data" {
        who, categories, export, at_end, within, contract, sub_processors, staff_access, forward_within,
    }
    SubProcessorNotice at "service_data/sub_processors" { ahead, object_within, by }
    StaffAccess at "service_data/staff_access" { purposes, at_most, seen_by_customer }
    Mail at "mail" { sender, postal_address, unsubscribe, laws }
    Invitations at "invitations" { purpose, names_sender, once, forgotten_after }
    Exchange at "exchange" { messages, views, public_records }
    UserMessages at "exchange/messages" { purpose, shows, sender_told, block, report }
    Views at "exchange/views" { purpose, objectors_absent }
    PublicRecords at "exchange/public_records" { purpose }
    Organisations at "organisations" { access_by_administrator, domain_suggests, domain_claims }
}

#[cfg(test)]
mod tests {
    use super::FIELDS;
    use crate::diff::rules;
    use document::texts::{catalogue::LANGUAGES, texts};

    /// What names a thing is no difference of its own, and the identity is made of all the rest.
    const NAMES: [&str; 4] =
        ["forms/*/asks/*/field", "forms/*/consents/*/purpose", "promises/*/id", "permissions/*/kind"];

    fn has_a_row(place: &str) -> bool {
        let below = format!("{place}/");
        rules::of(place).is_some() || rules::all().iter().any(|rule| rule.pattern.starts_with(&below))
    }

    #[test]
    fn every_field_of_the_model_has_a_row() {
        let places = FIELDS.iter().flat_map(|(path, fields)| {
            let join = move |field: &&str| {
                if path.is_empty() { (*field).to_owned() } else { format!("{path}/{field}") }
            };
            fields.iter().map(join)
        });
        let named = |place: &str| place.ends_with("*/name") || NAMES.contains(&place);
        let missing: Vec<String> = places
            .filter(|place| {
                !matches!(place.as_str(), "canonical" | "hash") && !named(place) && !has_a_row(place)
            })
            .collect();
        assert!(missing.is_empty(), "no row in diff/rules for {missing:?}");
    }

    #[test]
    fn what_stands_in_several_places_has_its_rows_in_each() {
        let all = [
            (&["rights/answer", "rights/first_reply", "rights/complaint"][..], &["within", "counted_in"][..]),
            (
                &["changes/minor", "changes/significant", "changes/rights_affecting"],
                &["by", "ahead", "assumed"],
            ),
        ];
        for (places, fields) in all {
            for place in
                places.iter().flat_map(|place| fields.iter().map(move |field| format!("{place}/{field}")))
            {
                assert!(rules::of(&place).is_some(), "{place}");
            }
        }
    }

    #[test]
    fn every_row_stands_once_and_has_its_words_in_every_language() {
        let mut seen = std::collections::BTreeSet::new();
        for rule in rules::all() {
            assert!(seen.insert(rule.pattern), "{} stands twice", rule.pattern);
            let id = format!("diff-what-{}", rule.what);
            assert!(LANGUAGES.iter().all(|lang| texts(lang).has(&id)), "{id}");
        }
    }

    #[test]
    fn every_row_is_about_a_field() {
        let below = |rule: &str| {
            FIELDS.iter().any(|(path, fields)| {
                let rest = if path.is_empty() {
                    Some(rule)
                } else {
                    rule.strip_prefix(path).and_then(|rest| rest.strip_prefix('/'))
                };
                rest.is_some_and(|rest| fields.contains(&rest.trim_end_matches("/*")))
            })
        };
        let same = |rule: &str| {
            ["rights/first_reply/", "rights/complaint/", "changes/minor/", "changes/significant/"]
                .iter()
                .any(|start| rule.starts_with(start))
        };
        let odd: Vec<&str> =
            rules::all().iter().map(|rule| rule.pattern).filter(|rule| !below(rule) && !same(rule)).collect();
        assert!(odd.is_empty(), "rows about nothing: {odd:?}");
    }
}
