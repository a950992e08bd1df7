//! The declarations that make a promise by themselves, in the order of the file, each with its name for people.

use crate::model::{Policy, Text};

/// Each place with the declaration's name for people, if it has one.
pub(super) fn of(policy: &Policy) -> Vec<(String, Option<Text>)> {
    let mut found = vec![plain("controller"), plain("authority"), plain("languages")];
    found.extend(said(&[
        ("joint_controllers", !policy.joint_controllers.is_empty()),
        ("group", !policy.group.is_empty()),
        ("jurisdiction", policy.jurisdiction.is_some()),
        ("minimum_age", policy.minimum_age.is_some()),
        ("special_categories", policy.no_special_categories),
        ("data", true),
    ]));
    found.extend(each("purposes", &policy.purposes, |p| (&p.name, Some(p.why.clone()))));
    found.extend(each("recipients", &policy.recipients, |r| (&r.name, Some(Text::only("en", &r.title)))));
    found.extend(each("agreements", &policy.agreements, |a| (&a.name, Some(a.title.clone()))));
    found.extend(said(&[
        ("acceptance", policy.acceptance.is_some()),
        ("cookies", !policy.cookies.is_empty()),
    ]));
    found.extend(each("forms", &policy.forms, |f| (&f.name, Some(f.title.clone()))));
    found.extend(["rights/answer", "rights/answer_by", "rights/withdraw"].map(plain));
    found.extend(said(&[
        ("rights/first_reply", policy.rights.first_reply.is_some()),
        ("signals", true),
        ("changes", true),
        ("breach", true),
        ("security", true),
        ("legal_requests", policy.legal_requests.is_some()),
        ("holds", policy.holds.is_some()),
        ("sale", policy.no_sale),
        ("bulk", policy.bulk.is_some()),
        ("staff", !policy.staff.is_empty()),
        ("service_data", policy.service_data.is_some()),
        ("mail", policy.mail.is_some()),
        ("invitations", policy.invitations.is_some()),
        ("organisations", policy.organisations.is_some()),
        ("permissions", !policy.permissions.is_empty()),
        ("integrations", policy.integrations.is_some()),
    ]));
    found.extend(each("documents", &policy.documents, |d| (&d.name, Some(d.title.clone()))));
    found.extend(each("attestations", &policy.attestations, |a| (&a.name, Some(a.promise.clone()))));
    found.extend(each("statements", &policy.statements, |s| (&s.name, Some(s.title.clone()))));
    found
}

/// Those of these places where something is declared.
fn said(places: &[(&str, bool)]) -> Vec<(String, Option<Text>)> {
    places.iter().filter(|(_, declared)| *declared).map(|(place, _)| plain(place)).collect()
}

fn plain(place: &str) -> (String, Option<Text>) {
    (place.to_owned(), None)
}

fn each<'a, T>(
    section: &'a str,
    all: &'a [T],
    named: impl Fn(&'a T) -> (&'a String, Option<Text>) + 'a,
) -> impl Iterator<Item = (String, Option<Text>)> + 'a {
    all.iter().map(move |one| {
        let (name, title) = named(one);
        (format!("{section}/{name}"), title)
    })
}
