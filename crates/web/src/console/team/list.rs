//! Everybody with an account, and the invitation of one more.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use duties::accounts::{self, Invited, Member, NotInvited, Role};

use super::{role_field, role_words, state};
use crate::clocks::heads;
use crate::console::session::OnDuty;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer_with};
use crate::parts::{Cell, Field, Notice, Summary, Table, Tone, Wrong};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "console/team.html")]
struct Team {
    p: Page,
    notice: Option<Notice>,
    summary: Option<Summary>,
    table: Table,
    fields: Vec<Field>,
}

/// What was typed, and what is wrong where.
#[derive(Default)]
struct Typed<'a> {
    email: &'a str,
    role: &'a str,
    wrong: Wrong,
}

pub(crate) async fn list(duty: OnDuty) -> Result<Response, Fault> {
    page(&duty, &Typed::default()).await
}

pub(crate) async fn invite(duty: OnDuty, posted: Posted) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let mut typed = Typed { email: posted.one("email")?, role: posted.one("role")?, wrong: Wrong::default() };
    duty.staff.must_be(Role::PrivacyLead)?;
    if let Some(wrong) = duty.recheck(&posted).await? {
        typed.wrong.add("code", wrong);
        return page(&duty, &typed).await;
    }
    let invited = Invited { email: typed.email, role: Role::parse(typed.role), lang: &visit.lang };
    let (field, said) = match accounts::invite(&visit.site.service, &duty.staff, &invited).await {
        Ok(()) => return Ok(Redirect::to(&visit.to("/console/team?said=invited")).into_response()),
        Err(NotInvited::NotAnAddress) => ("email", "centre-ask-not-an-address"),
        Err(NotInvited::Exists) => ("email", "console-team-exists"),
        Err(NotInvited::NoRole) => ("role", "console-team-no-role"),
        Err(NotInvited::Failed(error)) => return Err(error.into()),
    };
    typed.wrong.add(field, t.say(said));
    page(&duty, &typed).await
}

async fn page(duty: &OnDuty, typed: &Typed<'_>) -> Result<Response, Fault> {
    let visit = &duty.visit;
    let t = visit.texts();
    let members = accounts::members(&visit.site.service, &duty.staff).await?;
    let email = Field::line("email", "email", t.say("console-email"))
        .value(typed.email)
        .error(typed.wrong.at("email"));
    let mut fields = vec![email, role_field(visit, &[], typed.role).error(typed.wrong.at("role"))];
    fields.extend(duty.code_field().map(|field| field.error(typed.wrong.at("code"))));
    let page = Team {
        p: duty.page(t.say("console-nav-team")),
        notice: notice(visit),
        summary: typed.wrong.summary(t),
        table: table(duty, &members),
        fields,
    };
    answer_with(typed.wrong.status(), &page)
}

/// What was just done.
fn notice(visit: &Visit) -> Option<Notice> {
    let said = visit.asked("said")?;
    let known = ["invited", "changed", "closed"];
    known.contains(&said.as_str()).then(|| {
        Notice::status(Tone::Kept, visit.texts().say(&format!("console-team-said-{said}")), Vec::new())
    })
}

fn table(duty: &OnDuty, members: &[Member]) -> Table {
    let visit = &duty.visit;
    let t = visit.texts();
    let ids = ["console-team-who", "console-email", "console-team-role", "console-team-state"];
    let line = |member: &Member| {
        let who = if member.name.is_empty() { &member.email } else { &member.name };
        let who = if member.id == duty.staff.id {
            t.with("console-team-you", &[("name", who.into())])
        } else {
            who.clone()
        };
        vec![
            Cell::RowLink(visit.to(&format!("/console/team/{}", member.id)), who),
            Cell::text(&member.email),
            Cell::text(role_words(visit, member.role)),
            Cell::Pill(state(visit, member.state)),
        ]
    };
    Table {
        caption: t.say("console-nav-team"),
        caption_hidden: true,
        head: heads(t, &ids),
        rows: members.iter().map(line).collect(),
    }
}
