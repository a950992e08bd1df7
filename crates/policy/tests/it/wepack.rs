//! The policy of Wepack: every published fact is in it, and it compiles without a word of complaint.

use policy::{
    Anchor, Basis, Channel, Compiled, Counted, Lasts, Length, Messages, Policy, Role, Severity, Source, Unit,
    compile, render_terminal,
};

pub fn source() -> Source {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/wepack/policy.yaml");
    Source::new("examples/wepack/policy.yaml", std::fs::read_to_string(path).unwrap())
}

pub fn policy() -> Policy {
    let source = source();
    let Compiled { policy, diagnostics, .. } = compile(&source);
    policy.unwrap_or_else(|| panic!("{}", render_terminal(&source, &diagnostics, false)))
}

#[test]
fn compiles_without_error_or_warning() {
    let source = source();
    let told = compile(&source).diagnostics;
    let bad: Vec<_> = told.into_iter().filter(|d| d.severity != Severity::Note).collect();
    assert!(bad.is_empty(), "{}", render_terminal(&source, &bad, false));
}

#[test]
fn every_address_ends_in_example() {
    let text = source().text;
    for word in text.split_whitespace().filter(|word| word.contains('@') || word.contains("://")) {
        let ours = word.contains(".example") || word.contains("www.datatilsynet.no");
        assert!(ours, "{word}");
    }
}

#[test]
fn we_01_anonymous_statistics_use_nothing_that_names_a_person() {
    let policy = policy();
    let purpose = policy.purpose("anonymous-statistics").unwrap();
    assert!(purpose.anonymous);
    for path in &purpose.uses {
        assert!(!policy.field(path).unwrap().kind.identifies(), "{path}");
    }
}

#[test]
fn we_02_cookies_last_as_published() {
    let policy = policy();
    let lasts: Vec<(&str, Lasts)> = policy.cookies.iter().map(|c| (c.name.as_str(), c.lasts)).collect();
    let of = |amount, unit| Lasts::For(Length::new(amount, unit));
    for expected in [
        ("__utma", of(2, Unit::Years)),
        ("__utmc", Lasts::Session),
        ("__utmz", of(180, Unit::Days)),
        ("_fbp", of(3, Unit::Months)),
    ] {
        assert!(lasts.contains(&expected), "{expected:?}");
    }
}

#[test]
fn we_02_the_published_spelling_is_a_finding() {
    let source = source();
    let text = source.text.replace("  __utma:", "  _utma:");
    let told = compile(&Source::new("as-published", text)).diagnostics;
    assert!(told.iter().any(|d| d.code.0 == "A0406" && d.message.contains("`__utma`")), "{told:?}");
}

#[test]
fn we_04_carriers_get_exactly_five_fields() {
    let policy = policy();
    for name in ["postnord", "posten", "dhl", "bring", "budpartner", "helthjem", "hurtiggutta"] {
        let gets = &policy.recipient(name).unwrap().gets;
        let exactly = ["contact.name", "contact.street", "contact.email", "contact.mobile", "contact.place"];
        assert_eq!(gets, &exactly, "{name}");
        assert!(policy.purpose("deliver-orders").unwrap().shares_with.contains(&name.to_owned()));
    }
}

#[test]
fn we_06_piwik_pro_on_consent_for_25_months_without_onward_sharing() {
    let policy = policy();
    let purpose = policy.purpose("statistics").unwrap();
    assert_eq!((purpose.basis, purpose.keep.length), (Basis::Consent, Length::new(25, Unit::Months)));
    let piwik = policy.recipient("piwik-pro").unwrap();
    assert_eq!((piwik.country.as_str(), piwik.stored_in.as_deref()), ("PL", Some("DE")));
    assert!(!piwik.onward);
}

#[test]
fn we_07_an_american_recipient_without_a_safeguard_does_not_compile() {
    let source = source();
    let text = source.text.replacen("    safeguard: { assumed: dpf }\n", "", 1);
    let compiled = compile(&Source::new("without", text));
    assert!(compiled.policy.is_none());
    assert!(compiled.diagnostics.iter().any(|d| d.code.0 == "A0303"));
    for (name, country) in [("intility", "NO"), ("tripletex", "NO"), ("netlify", "US"), ("docusign", "US")] {
        let recipient = policy().recipient(name).cloned().unwrap();
        assert_eq!((recipient.country.as_str(), recipient.role), (country, Role::Processor), "{name}");
    }
}

#[test]
fn we_09_agreements_belong_to_purposes_and_forms() {
    let policy = policy();
    assert_eq!(policy.form("order").unwrap().accepts, ["privacy-policy", "service-agreement"]);
    assert_eq!(policy.purpose("domains").unwrap().agreements, ["domain-agreement"]);
}

#[test]
fn we_11_every_kind_of_data_has_its_category() {
    let policy = policy();
    for path in [
        "contact.name",
        "contact.email",
        "contact.phone",
        "contact.mobile",
        "contact.street",
        "contact.postcode",
        "contact.place",
        "contact.country",
        "account.username",
        "account.password",
        "account.unique_id",
        "demographic.gender",
        "demographic.birth_date",
        "payment.card",
        "media.pictures",
        "media.videos",
        "preferences.marketing",
        "preferences.cookies",
        "order.product",
        "invoice.lines",
        "correspondence.message",
    ] {
        assert!(policy.field(path).is_some(), "{path}");
        assert!(policy.purposes_of(path).next().is_some(), "{path} has no purpose");
    }
}

#[test]
fn we_12_the_first_reply_counts_office_hours() {
    let policy = policy();
    let reply = policy.rights.first_reply.unwrap();
    assert_eq!((reply.within, reply.counted_in), (Length::new(1, Unit::Hours), Counted::OfficeHours));
    let hours = policy.office_hours.unwrap();
    assert_eq!(
        (hours.zone.as_str(), hours.days.len(), hours.holidays.as_deref()),
        ("Europe/Oslo", 5, Some("NO"))
    );
    assert!(hours.assumed);
}

#[test]
fn we_13_bookkeeping_keeps_invoice_fields_only_and_claims_keep_correspondence() {
    let policy = policy();
    let books = policy.purpose("bookkeeping").unwrap();
    assert_eq!((books.keep.length, &books.keep.from), (Length::new(5, Unit::Years), &Anchor::FiscalYearEnd));
    assert!(books.uses.iter().all(|path| path.starts_with("invoice.")));
    let claims = policy.purpose("claims").unwrap();
    assert_eq!(claims.keep.from, Anchor::ContractEnd);
    assert!(claims.uses.contains(&"correspondence.message".to_owned()));
}

#[test]
fn we_14_to_18_security_breach_and_notices() {
    let policy = policy();
    assert_eq!(policy.security.tls_bits, Some(256));
    assert_eq!(policy.breach.tell_people_by, [Channel::Email, Channel::Sms]);
    assert!(policy.breach.tell_people_always);
    assert_eq!(policy.breach.tell_authority_within, Length::new(72, Unit::Hours));
    assert_eq!(policy.purpose("security-notices").unwrap().messages, Some(Messages::Service));
}

#[test]
fn we_19_campaigns_are_a_box_of_their_own_on_consent() {
    let policy = policy();
    let form = policy.form("order").unwrap();
    assert_eq!(form.consents.iter().map(|c| c.purpose.as_str()).collect::<Vec<_>>(), ["campaigns"]);
    assert_eq!(policy.purpose("campaigns").unwrap().basis, Basis::Consent);
    let ticked = source().text.replace(
        "      campaigns:\n        wording:",
        "      campaigns:\n        ticked: yes\n        wording:",
    );
    assert!(compile(&Source::new("ticked", ticked)).diagnostics.iter().any(|d| d.code.0 == "A0309"));
}

#[test]
fn we_21_attestations_have_owner_and_interval() {
    let policy = policy();
    assert_eq!(policy.attestations.len(), 3);
    for attestation in &policy.attestations {
        assert!(!attestation.owner.is_empty() && attestation.owner_assumed);
    }
}
