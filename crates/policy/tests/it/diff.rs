//! Two versions compared: every change is seen, each has the right class, and each can be said in every language.

use super::wepack;
use document::texts::catalogue::LANGUAGES;
use jiff::civil::date;
use jiff::tz::TimeZone;
use policy::diff::{self, Class, Concerns, Difference, Kind, OldData};
use policy::{
    Anchor, Basis, Channel, Cookie, Counted, Duty, Length, NewPurposes, Policy, Purpose, Role, Safeguard,
    Signal, Source, Text, Then, Unit, compile,
};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;

const R: Class = Class::RightsAffecting;
const S: Class = Class::Significant;
const M: Class = Class::Minor;

/// The same policy with something changed.
fn with(change: impl Fn(&mut Policy)) -> (Policy, Policy) {
    let old = WEPACK.0.clone();
    let mut new = old.clone();
    change(&mut new);
    (old, Policy::from_canonical(&serde_json::to_string(&new).unwrap()).unwrap())
}

fn purpose<'p>(policy: &'p mut Policy, name: &str) -> &'p mut Purpose {
    policy.purposes.iter_mut().find(|purpose| purpose.name == name).unwrap()
}

fn months(amount: u16) -> Length {
    Length::new(amount, Unit::Months)
}

/// What one change is taken for.
fn one(change: fn(&mut Policy)) -> Difference {
    let (old, new) = with(change);
    let mut found = diff::diff(&old, &new);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

/// Whether data given before falls under a change.
type Reaches = (OldData, fn(&mut Policy));
type Case = (&'static str, Class, fn(&mut Policy));

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("version", M, |p| p.version = date(2027, 1, 1)),
    ("title", M, |p| p.title = Text::only("en", "Wepack AS")),
    ("controller/name", R, |p| p.controller.name = "Other AS".into()),
    ("controller/country", R, |p| p.controller.country = "US".into()),
    ("languages/also", S, |p| p.languages.also.clear()),
    ("languages/also", M, |p| p.languages.also.push("fr".into())),
    ("office_hours/days", R, |p| { p.office_hours.as_mut().unwrap().days.pop(); }),
    ("minimum_age", S, |p| p.minimum_age = Some(18)),
    ("automated_decisions", R, |p| p.automated_decisions = Some(Text::only("en", "A machine decides."))),
    ("purposes/deliver-orders/keep/length", R, |p| purpose(p, "deliver-orders").keep.length = months(60)),
    ("purposes/deliver-orders/keep/length", S, |p| purpose(p, "deliver-orders").keep.length = months(1)),
    ("purposes/deliver-orders/keep/from", R, |p| purpose(p, "deliver-orders").keep.from = Anchor::LastContact),
    ("purposes/deliver-orders/keep/then", R, |p| purpose(p, "deliver-orders").keep.then = Then::Isolate),
    ("purposes/deliver-orders/keep/at_most", S, |p| purpose(p, "deliver-orders").keep.at_most = Some(months(9))),
    ("purposes/deliver-orders/basis", R, |p| purpose(p, "deliver-orders").basis = Basis::LegitimateInterest),
    ("purposes/campaigns/basis", R, |p| purpose(p, "campaigns").basis = Basis::LegitimateInterest),
    ("purposes/deliver-orders/basis", S, |p| purpose(p, "deliver-orders").basis = Basis::Consent),
    ("purposes/deliver-orders/uses", R, |p| purpose(p, "deliver-orders").uses.push("demographic.gender".into())),
    ("purposes/deliver-orders/uses", S, |p| { purpose(p, "deliver-orders").uses.pop(); }),
    ("purposes/deliver-orders/shares_with", R, |p| purpose(p, "deliver-orders").shares_with.push("docusign".into())),
    ("purposes/deliver-orders/why", S, |p| purpose(p, "deliver-orders").why = Text::only("en", "Do more")),
    ("purposes/deliver-orders/profiling", R, |p| purpose(p, "deliver-orders").profiling = true),
    ("purposes/campaigns/channels", R, |p| purpose(p, "campaigns").channels.push(Channel::Phone)),
    ("purposes/campaigns/duty", R, |p| purpose(p, "campaigns").duty = Some(Duty::Law)),
    ("purposes/campaigns", S, |p| { p.purposes.retain(|known| known.name != "campaigns"); }),
    ("recipients/docusign", S, |p| { p.recipients.retain(|known| known.name != "docusign"); }),
    ("recipients/postnord/country", R, |p| recipient(p, "postnord").country = "CN".into()),
    ("recipients/postnord/country", S, |p| recipient(p, "postnord").country = "DK".into()),
    ("recipients/postnord/gets", S, |p| { recipient(p, "postnord").gets.pop(); }),
    ("recipients/postnord/onward", R, |p| recipient(p, "postnord").onward = true),
    ("recipients/docusign/role", R, |p| recipient(p, "docusign").role = Role::Public),
    ("recipients/docusign/safeguard", R, |p| recipient(p, "docusign").safeguard = None),
    ("recipients/docusign/safeguard", R, |p| recipient(p, "docusign").safeguard = Some(Safeguard::ExplicitConsent)),
    ("cookies/new", S, |p| { let other = Cookie { name: "new".into(), ..cookie(p).clone() }; p.cookies.push(other); }),
    ("cookies/__utma/necessary", R, |p| cookie(p).necessary = true),
    ("forms/order/consents/campaigns/wording", S, |p| p.forms.iter_mut().find(|form| form.name == "order").unwrap().consents.first_mut().unwrap().wording = Text::only("en", "Yes")),
    ("forms/contact/button", M, |p| p.forms.iter_mut().find(|form| form.name == "contact").unwrap().button = Text::only("en", "Go")),
    ("rights/answer/within", R, |p| p.rights.answer.within = months(2)),
    ("rights/first_reply", R, |p| p.rights.first_reply = None),
    ("rights/first_reply/within", R, |p| p.rights.first_reply.as_mut().unwrap().within = Length::new(2, Unit::Days)),
    ("rights/first_reply/counted_in", S, |p| p.rights.first_reply.as_mut().unwrap().counted_in = Counted::Calendar),
    ("rights/answer_by", R, |p| { p.rights.answer_by.pop(); }),
    ("rights/withdraw", S, |p| p.rights.withdraw.push(Channel::Post)),
    ("signals/gpc", R, |p| p.signals.gpc = Signal::Ignore),
    ("changes/rights_affecting/ahead", R, |p| p.changes.rights_affecting.ahead = Some(Length::new(7, Unit::Days))),
    ("changes/minor/by", S, |p| p.changes.minor.by.push(Channel::Email)),
    ("changes/new_purposes", R, |p| p.changes.new_purposes = NewPurposes::Notice),
    ("breach/tell_authority_within", S, |p| p.breach.tell_authority_within = Length::new(24, Unit::Hours)),
    ("legal_requests", R, |p| p.legal_requests = None),
    ("security/backups_gone_after_days", R, |p| p.security.backups_gone_after_days = Some(90)),
    ("security/encrypted_at_rest", S, |p| p.security.encrypted_at_rest = !p.security.encrypted_at_rest),
    ("attestations", M, |p| p.attestations.reverse()),
];

fn recipient<'p>(policy: &'p mut Policy, name: &str) -> &'p mut policy::Recipient {
    policy.recipients.iter_mut().find(|recipient| recipient.name == name).unwrap()
}

fn cookie(policy: &mut Policy) -> &mut Cookie {
    policy.cookies.iter_mut().find(|cookie| cookie.name == "__utma").unwrap()
}

#[test]
fn so_29_wx_24_each_change_has_its_place_and_its_class() {
    let mut wrong = Vec::new();
    for (nth, (place, class, change)) in CASES.iter().enumerate() {
        let (old, new) = with(change);
        let found: Vec<_> =
            diff::diff(&old, &new).iter().map(|one| (one.place().to_owned(), one.class)).collect();
        if found != [((*place).to_owned(), *class)] {
            wrong.push(format!("case {nth}: {place} {}: {found:?}", class.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_translation_concerns_its_readers_and_nobody_else() {
    let found = one(|p| {
        let text = &mut purpose(p, "deliver-orders").why;
        let texts = text.iter().map(|(lang, text)| (lang.to_owned(), text.to_owned()));
        *text = Text::new("en", texts.chain([("fr".to_owned(), "Livrer".to_owned())]).collect());
    });
    assert_eq!((found.class, found.concerns), (M, Concerns::Readers(vec!["fr".to_owned()])));
}

#[test]
fn cn_16_a_new_purpose_does_not_reach_back_unless_it_is_compatible() {
    let added = |name: &str, compatible: bool| {
        let (old, new) = with(|p| {
            let mut purpose = purpose(p, "deliver-orders").clone();
            "resell".clone_into(&mut purpose.name);
            if compatible {
                purpose.compatible_with = vec![name.to_owned()];
            }
            p.purposes.push(purpose);
        });
        let found = diff::diff(&old, &new);
        assert_eq!((found.len(), found[0].place(), found[0].kind()), (1, "purposes/resell", Kind::Added));
        assert_eq!(found[0].class, R);
        found[0].old_data
    };
    assert_eq!(added("deliver-orders", false), OldData::AskFirst);
    assert_eq!(added("deliver-orders", true), OldData::Compatible);
    assert_eq!(added("no-such-purpose", true), OldData::AskFirst);
}

#[test]
fn cn_16_what_follows_and_what_asks_first() {
    let cases: [Reaches; 5] = [
        (OldData::AskFirst, |p| purpose(p, "deliver-orders").uses.push("demographic.gender".into())),
        (OldData::AskFirst, |p| purpose(p, "campaigns").basis = Basis::LegitimateInterest),
        (OldData::AskFirst, |p| purpose(p, "campaigns").keep.length = months(600)),
        (OldData::Follows, |p| purpose(p, "deliver-orders").keep.length = months(1)),
        (OldData::Unaffected, |p| p.controller.registration = None),
    ];
    for (nth, (expected, change)) in cases.into_iter().enumerate() {
        assert_eq!(one(change).old_data, expected, "case {nth}");
    }
}

#[test]
fn wx_24_the_old_version_says_which_notice_is_needed() {
    let (old, new) = with(|p| {
        p.rights.answer.within = months(2);
        p.changes.rights_affecting.ahead = Some(Length::new(1, Unit::Days));
    });
    let found = diff::diff(&old, &new);
    assert!(found.iter().all(|one| one.notice.ahead == Some(Length::new(30, Unit::Days))), "{found:?}");
    let zone = TimeZone::get("Europe/Oslo").unwrap();
    let day = |told: &str| diff::earliest(&found, told.parse().unwrap(), &zone);
    assert_eq!(day("2026-11-22T09:00:00Z"), date(2026, 12, 23));
    assert_eq!(day("2026-11-21T23:00:00Z"), date(2026, 12, 22), "midnight in Oslo: thirty whole days");
    // one hour more on the day the clocks change: still whole days
    assert_eq!(day("2026-10-20T12:00:00Z"), date(2026, 11, 20));
    assert_eq!(diff::earliest(&[], "2026-11-22T23:30:00Z".parse().unwrap(), &zone), date(2026, 11, 23));
}

#[test]
fn where_nothing_is_promised_rights_have_thirty_days() {
    let (mut old, mut new) = with(|_| {});
    for policy in [&mut old, &mut new] {
        policy.changes.rights_affecting = policy::Change::default();
    }
    new.rights.answer.within = months(2);
    let found = diff::diff(&old, &new);
    assert_eq!(found[0].notice.ahead, Some(Length::new(30, Unit::Days)));
}

/// Every sample and example that compiles.
fn all() -> Vec<Policy> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folders = std::fs::read_dir(root).unwrap().flatten().map(|entry| entry.path().join("policy.yaml"));
    let texts = folders.filter_map(|path| std::fs::read_to_string(path).ok());
    texts.filter_map(|text| compile(&Source::new("policy.yaml", text)).policy).collect()
}

#[test]
fn every_difference_between_any_two_policies_can_be_said() {
    let all = all();
    assert!(all.len() >= 2);
    for old in &all {
        assert_eq!(diff::diff(old, old), []);
        let next = all.iter().cycle().skip_while(|known| known.service != old.service).nth(1);
        for new in next.into_iter().filter(|new| new.service != old.service) {
            let found = diff::diff(old, new);
            assert!(found.iter().any(|one| one.place() == "service"));
            for lang in LANGUAGES {
                let document = diff::difference_document(old, new, &found, date(2027, 1, 1), lang);
                let page = document.html_body();
                assert!(!page.contains('⟦'), "{lang}: {}", page.split('⟦').nth(1).unwrap_or_default());
                assert!(found.iter().all(|one| !one.reason().contains("nothing is said")));
            }
        }
    }
}

/// The policy with the value at the `nth` leaf or list changed; `None` where that makes no policy of it.
fn mutated(json: &Value, nth: usize) -> Option<Policy> {
    let mut json = json.clone();
    let mut left = nth;
    let tried: &[fn(&Value) -> Value] = &[
        |value| match value {
            Value::String(text) => Value::String(format!("{text}x")),
            Value::Number(number) => Value::from(number.as_u64().unwrap_or(0) + 1),
            Value::Bool(flag) => Value::Bool(!flag),
            Value::Array(items) => items.iter().rev().skip(1).rev().cloned().collect(),
            Value::Null => Value::from("x"),
            Value::Object(_) => Value::Null,
        },
        |_| "consent".into(),
        |_| "controller".into(),
        |_| "email".into(),
        |_| "2027-02-03".into(),
        |_| "public".into(),
        |_| "name".into(),
        |_| "days".into(),
    ];
    let before = find(&mut json, &mut left)?.clone();
    for change in tried {
        let mut left = nth;
        *find(&mut json, &mut left)? = change(&before);
        if let Ok(policy) = serde_json::from_value::<Policy>(json.clone()) {
            let policy = Policy::from_canonical(&serde_json::to_string(&policy).unwrap()).unwrap();
            return Some(policy);
        }
    }
    None
}

fn find<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if !value.is_object() {
        if *left == 0 {
            return Some(value);
        }
        *left -= 1;
    }
    match value {
        Value::Object(map) => map.values_mut().find_map(|value| find(value, left)),
        Value::Array(items) => items.iter_mut().find_map(|value| find(value, left)),
        _ => None,
    }
}

static WEPACK: LazyLock<(Policy, Value)> = LazyLock::new(|| {
    let policy = wepack::policy();
    let json = serde_json::to_value(&policy).unwrap();
    (policy, json)
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_changes_the_canonical_form_makes_a_difference(nth in 0_usize..6000) {
        let (old, json) = &*WEPACK;
        if let Some(new) = mutated(json, nth) {
            let same = serde_json::to_value(&new).unwrap() == *json;
            let found = diff::diff(old, &new);
            prop_assert_eq!(same, found.is_empty(), "{:?}", found);
            prop_assert!(found.iter().all(|one| !one.reason().contains("nothing is said")), "{:?}", found);
        }
    }
}

#[test]
fn the_documented_table_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/policy-changes.md");
    let mark = "<!-- written from the table of differences -->\n";
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, _) = text.split_once(mark).expect("the mark is missing");
    let wanted = format!("{before}{mark}\n{}", diff::change_table());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap() == wanted, "run `UPDATE=1 cargo test -p policy`");
}
