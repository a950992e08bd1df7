//! One account: its role, and closing it. One's own can only be looked at.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::{self, Member, MemberState, Role};
use uuid::Uuid;

use super::{role_field, role_words, state};
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Field, Pill, Summary, Wrong};

#[derive(Template)]
#[template(path = "console/member.html")]
struct OneMember {
    p: Page,
    summary: Option<Summary>,
    id: Uuid,
    email: String,
    role: String,
    state: Pill,
    /// Why nothing can be changed here.
    fixed: Option<String>,
    /// How to send a new link, where there is no working account.
    again: Option<String>,
    fields: Vec<Field>,
    close: Option<String>,
}

pub(crate) async fn show(duty: OnDuty, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    page(&duty, id, None).await
}

/// Gives another role, or takes the one there is.
pub(crate) async fn change(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    duty.staff.must_be(Role::PrivacyLead)?;
    if let Some(wrong) = duty.recheck(&posted).await? {
        return page(&duty, id, Some(wrong)).await;
    }
    let role = Role::parse(posted.one("role")?);
    accounts::grant(&duty.visit.site.service, &duty.staff, id, role).await?;
    Ok(Redirect::to(&duty.visit.to("/console/team?said=changed")).into_response())
}

pub(crate) async fn close(duty: OnDuty, Path(id): Path<Uuid>, posted: Posted) -> Result<Response, Fault> {
    duty.staff.must_be(Role::PrivacyLead)?;
    if let Some(wrong) = duty.recheck(&posted).await? {
        return page(&duty, id, Some(wrong)).await;
    }
    accounts::close(&duty.visit.site.service, &duty.staff, id).await?;
    Ok(Redirect::to(&duty.visit.to("/console/team?said=closed")).into_response())
}

async fn page(duty: &OnDuty, id: Uuid, wrong: Option<String>) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let members = accounts::members(&visit.site.service, &duty.staff).await?;
    let member = members.into_iter().find(|member| member.id == id).ok_or(Fault::NotFound)?;
    let Member { name, email, role, state: stands, .. } = member;
    let who = if name.is_empty() { email.clone() } else { name };
    let own = id == duty.staff.id;
    let over = stands == MemberState::Closed;
    let wrong = Wrong::maybe("code", wrong);
    let mut fields = vec![role_field(visit, &[Role::None], role.as_str())];
    fields.extend(duty.code_field().map(|field| field.error(wrong.at("code"))));
    let page = OneMember {
        p: duty.page(who.clone()).under(&[("console-nav-team", "/console/team")]),
        summary: wrong.summary(t),
        id,
        email,
        role: role_words(visit, role),
        state: state(visit, stands),
        fixed: own.then(|| t.say("console-team-own")),
        again: (stands != MemberState::Active).then(|| t.say("console-team-again")),
        close: (!own && !over).then(|| t.with("console-team-close-text", &[("name", who.into())])),
        fields: if own || over { Vec::new() } else { fields },
    };
    answer_with(wrong.status(), &page)
}
