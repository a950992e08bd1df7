//! From which age people may use the service, how that is shown, and what happens to data of somebody younger.

use super::paper::Paper;
use crate::model::{Reports, ShownBy};

pub(super) fn write(paper: &mut Paper<'_>) {
    let Some(years) = paper.policy.minimum_age.filter(|years| *years > 0) else { return };
    paper.section("document-age", "age");
    paper.line(paper.with("document-minimum-age", &[("age", i64::from(years).into())]));
    let Some(age) = &paper.policy.age else { return };
    if let Some(id) = asked(paper, age.shown_by) {
        paper.paragraph(vec![paper.placed("minimum_age/shown_by", paper.say(id))]);
    }
    if let Some(guardian) = age.guardian {
        let by = paper.channels(&[guardian.approves_by]);
        let args = [("age", i64::from(guardian.from).into()), ("channel", by.into())];
        paper.line(paper.with("document-age-guardian", &args));
    }
    if age.delete_when_found {
        paper.tell_placed("minimum_age/when_found", paper.say("document-age-found"));
    }
    let reports = age.reports.map(|by| match by {
        Reports::Anyone => "document-age-reports-anyone",
        Reports::SignedIn => "document-age-reports-signed-in",
    });
    if let Some(id) = reports {
        paper.tell_placed("minimum_age/reports", paper.say(id));
    }
}

/// How the age is shown. That people confirm it is said only where a form asks them, or where no form is declared.
fn asked(paper: &Paper<'_>, shown_by: ShownBy) -> Option<&'static str> {
    let forms = &paper.policy.forms;
    match shown_by {
        ShownBy::None => Some("document-age-not-asked"),
        ShownBy::Attestation => (forms.is_empty() || forms.iter().any(|form| form.attests_age))
            .then_some("document-age-attestation"),
    }
}
