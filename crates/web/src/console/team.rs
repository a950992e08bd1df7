//! The team: who may work here and what they may do. Only a privacy lead sees it; every change asks for a recent second
//! factor and stands on the ledger.

mod list;
mod member;

use duties::accounts::{MemberState, Role};

use crate::parts::{Control, Field, Pill, Tone};
use crate::visit::Visit;

pub(crate) use list::{invite, list};
pub(crate) use member::{change, close, show};

/// What an account may be given.
const ROLES: [Role; 3] = [Role::Support, Role::Developer, Role::PrivacyLead];

fn role_words(visit: &Visit, role: Role) -> String {
    visit.texts().say(&format!("console-role-{}", role.as_str()))
}

/// The choice of a role; `others` stand first.
fn role_field(visit: &Visit, others: &[Role], chosen: &str) -> Field {
    let t = visit.texts();
    let mut field = Field::line("role", "text", t.say("console-team-role"))
        .hint(t.say("console-team-role-hint"))
        .value(chosen);
    let all = others.iter().chain(&ROLES);
    field.control =
        Control::Select(all.map(|role| (role.as_str().to_owned(), role_words(visit, *role))).collect());
    field
}

fn state(visit: &Visit, state: MemberState) -> Pill {
    let tone = match state {
        MemberState::Active => Tone::Kept,
        MemberState::Invited => Tone::Soon,
        MemberState::Closed => Tone::Unknown,
    };
    Pill::new(tone, visit.texts().say(&format!("console-team-{}", state.as_str())))
}
