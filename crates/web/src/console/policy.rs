//! The policy in force, as staff see it: its identity, what it promises of clocks, the stores it reaches.

use askama::Template;
use axum::response::Response;

use super::session::OnDuty;
use crate::clocks::heads;
use crate::fault::Fault;
use crate::page::{Page, answer};
use crate::parts::{Cell, Hash, Table};

#[derive(Template)]
#[template(path = "console/policy.html")]
struct Policy {
    p: Page,
    version: String,
    hash: Hash,
    purposes: Table,
    stores: Vec<String>,
    read: String,
    pdf: String,
}

pub(crate) async fn show(duty: OnDuty) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let service = &visit.site.service;
    let policy = &service.policy;
    let row = |purpose: &::policy::Purpose| {
        let forms: Vec<String> = policy
            .forms
            .iter()
            .filter(|form| form.purpose == purpose.name)
            .map(|form| form.title.get(&visit.lang).to_owned())
            .collect();
        vec![
            Cell::Row(purpose.why.get(&visit.lang).to_owned()),
            Cell::Number(t.number(i64::try_from(purpose.uses.len()).unwrap_or(i64::MAX))),
            Cell::text(if purpose.shares_with.is_empty() {
                t.say("web-form-nobody")
            } else {
                t.list(&names(policy, &purpose.shares_with))
            }),
            Cell::maybe((!forms.is_empty()).then(|| t.list(&forms))),
        ]
    };
    let mut head = heads(
        t,
        &["web-form-purpose", "console-policy-fields", "web-form-recipients", "console-policy-forms"],
    );
    if let Some(fields) = head.get_mut(1) {
        fields.number = true;
    }
    answer(&Policy {
        p: duty.page(t.say("console-nav-policy")),
        version: visit.date(policy.version),
        hash: Hash::new(&policy.hash_hex()),
        purposes: Table {
            caption: t.say("console-policy-purposes"),
            caption_hidden: true,
            head,
            rows: policy.purposes.iter().map(row).collect(),
        },
        stores: service.stores.keys().cloned().collect(),
        read: visit.to("/policy"),
        pdf: visit.to(&format!("/policy.pdf?lang={}", visit.lang)),
    })
}

fn names(policy: &::policy::Policy, recipients: &[String]) -> Vec<String> {
    recipients
        .iter()
        .map(|name| policy.recipient(name).map_or_else(|| name.clone(), |known| known.title.clone()))
        .collect()
}
