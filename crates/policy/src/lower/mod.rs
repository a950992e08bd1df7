//! From the checked tree to the model.
//!
//! **Contract.** Never tells of a problem: the check has told. Where something is missing or wrong a harmless value
//! stands in, so that lints can look at the rest; the result counts as a policy only if nothing was told.

mod assumed;
mod company;
mod data;
mod limits;
mod people;
mod promises;
mod recipient;
mod rights;
mod service_data;
mod surfaces;
mod view;

use crate::model::{Policy, Text};
use crate::shape::plain;
use crate::tree::Node;
use jiff::civil::Date;
use view::View;

/// Stands in for a day that cannot be read, so that lints judge the rest by a law that exists.
const SOME_DAY: Date = jiff::civil::date(2026, 1, 1);

/// The policy a tree means.
pub(crate) fn policy(root: &Node) -> Policy {
    let reference = reference(root);
    let view = View::new(root, reference);
    let controller = company::controller(&view.get("controller"));
    let age = view.find("minimum_age").and_then(|age| people::age(&age));
    let data = view.each("data", data::category);
    let titles = surfaces::titles(&data);
    let policy = Policy {
        service: view.line("service"),
        title: view.maybe_text("title").unwrap_or_else(|| Text::only(reference, &controller.name)),
        version: view.read("version", |text| text.parse::<Date>().ok()).unwrap_or(SOME_DAY),
        representatives: view.each("representatives", company::representative),
        authority: company::authority(&view.get("authority")),
        languages: company::languages(&view.get("languages"), reference),
        office_hours: view.find("office_hours").map(|hours| company::office_hours(&hours)),
        minimum_age: age.as_ref().map(|age| age.years),
        age,
        no_special_categories: view.line("special_categories") == "never",
        automated_decisions: view
            .maybe_text("automated_decisions")
            .filter(|text| text.get(reference) != "none"),
        data,
        purposes: view.each("purposes", data::purpose),
        recipients: view.each("recipients", recipient::recipient),
        agreements: view.each("agreements", recipient::agreement),
        cookies: view.each("cookies", surfaces::cookie),
        forms: view.each("forms", |name, form| surfaces::form(name, form, &titles)),
        rights: rights::rights(&view.get("rights")),
        signals: promises::signals(&view.get("signals")),
        changes: promises::changes(&view.get("changes")),
        breach: promises::breach(&view.get("breach")),
        legal_requests: view.find("legal_requests").map(|requests| limits::legal_requests(&requests)),
        security: promises::security(&view.get("security")),
        attestations: view.each("attestations", promises::attestation),
        statements: view.each("statements", promises::statement),
        jurisdiction: view.find("jurisdiction").map(|law| company::jurisdiction(&law)),
        serves: view.lines("serves"),
        joint_controllers: view.each("joint_controllers", company::joint_controller),
        group: view.each("group", company::group_company),
        staff: view.each("staff", people::staff_role),
        documents: view.each("documents", recipient::document),
        acceptance: view.find("acceptance").map(|acceptance| recipient::acceptance(&acceptance)),
        service_data: view.find("service_data").map(|data| service_data::service_data(&data)),
        evidence: limits::evidence(&view.get("evidence")),
        mail: view.find("mail").map(|mail| people::mail(&mail)),
        invitations: view.find("invitations").map(|invitations| people::invitations(&invitations)),
        exchange: people::exchange(&view.get("exchange")),
        organisations: view.find("organisations").map(|organisations| people::organisations(&organisations)),
        no_sale: view.says("sale", "never"),
        bulk: view.find("bulk").map(|bulk| limits::bulk(&bulk)),
        holds: view.find("holds").map(|holds| limits::holds(&holds)),
        permissions: view.each("permissions", service_data::permission),
        integrations: view.find("integrations").map(|integrations| service_data::integrations(&integrations)),
        promises: view.each("promises", promises::promise),
        assumed: assumed::places(root),
        controller,
        canonical: String::new(),
        hash: [0; 32],
    };
    policy.sealed()
}

/// The language that plain texts are in.
fn reference(root: &Node) -> &str {
    let written = root.get("languages").and_then(|languages| languages.get("reference"));
    let scalar = written.and_then(|written| plain(written).0.scalar());
    scalar.map_or("en", |scalar| scalar.text.as_str())
}
