//! Further staff accounts: invited, set up, closed; by a privacy lead or by who runs the server.

use duties::Error;
use duties::accounts::{
    self, Invited, MemberState, NewAccount, NotInvited, NotSetUp, NotSignedIn, Role, SetupFor, Staff,
    operator,
};
use ledger::Kind;
use testkit::TestDb;

use crate::fixture::{House, PASSWORD, new_account, token_in};

const LEAD: &str = "lead@wepack.example";
const ANNA: &str = "anna@wepack.example";

fn anna() -> NewAccount {
    NewAccount {
        email: "somebody.else@wepack.example".to_owned(),
        name: "Anna".to_owned(),
        password: PASSWORD.to_owned().into(),
    }
}

fn invitation(role: Role) -> Invited<'static> {
    Invited { email: ANNA, role, lang: "en" }
}

async fn signed_in(house: &House, cookie: &str) -> Option<Staff> {
    accounts::staff(&house.service, cookie).await.expect("an answer")
}

async fn lead(house: &House) -> Staff {
    let (session, _) = house.lead().await;
    signed_in(house, &session.token).await.expect("signed in")
}

/// The token in the newest letter.
async fn mailed(house: &House) -> String {
    let letters = house.letters().await;
    token_in(&letters.last().expect("a letter").text, "/console/setup?token=")
}

/// Sets the account behind a link up; its session and the secret of its second factor.
async fn join(house: &House, token: &str) -> (String, String) {
    let pending = accounts::setup(&house.service, token, anna()).await.expect("set up");
    let secret = pending.enrolment.secret.to_string();
    let session = accounts::confirm(&house.service, &pending.token, &house.code(&secret)).await;
    (session.expect("the code fits").token, secret)
}

async fn count(house: &House, kind: &Kind) -> usize {
    let all = db::entries::list(&house.service.db, "wepack", 0, 100).await.expect("entries");
    all.iter().filter(|entry| entry.facts.kind == *kind).count()
}

#[tokio::test]
async fn an_invited_colleague_sets_up_their_account_and_works_under_their_role() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let lead = lead(&house).await;
        accounts::invite(&house.service, &lead, &invitation(Role::Support)).await.expect("invited");
        let token = mailed(&house).await;
        let letter = house.letters().await.pop().expect("the letter");
        assert_eq!(letter.to, ANNA);
        assert!(letter.text.contains("Liv Lead") && letter.text.contains("“support”"), "{}", letter.text);
        let link = accounts::peek_setup(&house.service, &token).await.expect("an answer");
        assert_eq!(link, Some(SetupFor::Invited(ANNA.to_owned())));
        let early = accounts::sign_in(&house.service, ANNA, "", "000000").await;
        assert!(matches!(early, Err(NotSignedIn::Wrong)), "nothing to sign in with yet");
        let weak = NewAccount { password: "wepack2026".to_owned().into(), ..anna() };
        assert!(matches!(accounts::setup(&house.service, &token, weak).await, Err(NotSetUp::Weak(_))));

        let (session, _) = join(&house, &token).await;
        let staff = signed_in(&house, &session).await.expect("signed in");
        assert_eq!((staff.name.as_str(), staff.role), ("Anna", Role::Support));
        let again = accounts::setup(&house.service, &token, anna()).await;
        assert!(matches!(again, Err(NotSetUp::Link)), "the link is used");
        let members = accounts::members(&house.service, &lead).await.expect("the team");
        let found = members.iter().find(|member| member.id == staff.id).expect("in the team");
        assert_eq!(
            (found.email.as_str(), found.state),
            (ANNA, MemberState::Active),
            "as invited, not as typed"
        );
        assert_eq!(
            (count(&house, &Kind::StaffInvited).await, count(&house, &Kind::GrantGiven).await),
            (1, 2)
        );
    })
    .await;
}

#[tokio::test]
async fn who_may_not_invite_or_close_does_not() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let lead = lead(&house).await;
        accounts::invite(&house.service, &lead, &invitation(Role::Support)).await.expect("invited");
        let (session, _) = join(&house, &mailed(&house).await).await;
        let support = signed_in(&house, &session).await.expect("signed in");
        let size = house.size().await;
        let invited = Invited { email: "per@wepack.example", role: Role::PrivacyLead, lang: "en" };
        let refused = accounts::invite(&house.service, &support, &invited).await;
        assert!(matches!(refused, Err(NotInvited::Failed(Error::Forbidden(_)))));
        for (by, account) in [(&support, lead.id), (&lead, lead.id)] {
            assert!(matches!(accounts::close(&house.service, by, account).await, Err(Error::Forbidden(_))));
        }
        let bad = [
            ("nobody", Role::Support),
            ("", Role::Support),
            ("per@wepack.example", Role::None),
            (ANNA, Role::Support),
        ];
        for (email, role) in bad {
            let refused = accounts::invite(&house.service, &lead, &Invited { email, role, lang: "en" }).await;
            assert!(
                matches!(refused, Err(NotInvited::NotAnAddress | NotInvited::NoRole | NotInvited::Exists)),
                "{email}"
            );
        }
        assert_eq!(house.size().await, size, "nothing happened");
    })
    .await;
}

#[tokio::test]
async fn of_the_links_for_an_account_the_newest_is_good_until_it_ends_or_the_account_does() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let lead = lead(&house).await;
        let good = async |token: &str| {
            accounts::peek_setup(&house.service, token).await.expect("an answer").is_some()
        };
        accounts::invite(&house.service, &lead, &invitation(Role::Support)).await.expect("invited");
        let first = mailed(&house).await;
        let half_way =
            accounts::setup(&house.service, &first, anna()).await.expect("begun, and then left alone");
        accounts::invite(&house.service, &lead, &invitation(Role::Developer)).await.expect("invited again");
        let second = mailed(&house).await;
        assert!(!good(&first).await && good(&second).await);
        let code = house.code(&half_way.enrolment.secret);
        let late = accounts::confirm(&house.service, &half_way.token, &code).await;
        assert!(matches!(late, Err(NotSetUp::Link)), "what was begun with the old link is over");
        house.clock.advance_hours(73);
        assert!(!good(&second).await, "three days");
        accounts::invite(&house.service, &lead, &invitation(Role::Developer)).await.expect("once more");
        let third = mailed(&house).await;
        let team = accounts::members(&house.service, &lead).await.expect("the team");
        let id = team.iter().find(|member| member.email == ANNA).expect("in the team").id;
        accounts::close(&house.service, &lead, id).await.expect("taken back");
        assert!(!good(&third).await);
        let refused = accounts::setup(&house.service, &third, anna()).await;
        assert!(matches!(refused, Err(NotSetUp::Link)));
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_is_out_at_once_and_an_invitation_opens_it_anew() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let lead = lead(&house).await;
        accounts::invite(&house.service, &lead, &invitation(Role::Support)).await.expect("invited");
        let (session, secret) = join(&house, &mailed(&house).await).await;
        let id = signed_in(&house, &session).await.expect("signed in").id;
        accounts::close(&house.service, &lead, id).await.expect("closed");
        assert!(signed_in(&house, &session).await.is_none());
        house.clock.advance_hours(1);
        let code = house.code(&secret);
        assert!(accounts::sign_in(&house.service, ANNA, PASSWORD, &code).await.is_err());
        assert!(accounts::recheck(&house.service, &session, &code).await.is_err());
        let grants = db::staff::grants(&house.service.db, "wepack", id).await.expect("grants");
        assert!(grants.is_empty());
        let row = db::staff::get(&house.service.db, id).await.expect("the account");
        assert!(row.password.is_empty() && row.totp.is_none(), "nothing to sign in with is kept");
        assert_eq!(
            (count(&house, &Kind::StaffClosed).await, count(&house, &Kind::GrantRevoked).await),
            (1, 1)
        );
        let given = accounts::grant(&house.service, &lead, id, Role::Support).await;
        assert!(matches!(given, Err(Error::NotFound(_))), "a closed account gets no role");

        accounts::invite(&house.service, &lead, &invitation(Role::Developer)).await.expect("invited again");
        let (session, other) = join(&house, &mailed(&house).await).await;
        let back = signed_in(&house, &session).await.expect("signed in");
        assert_eq!((back.id, back.role), (id, Role::Developer), "the same account, with the new role only");
        assert_ne!(secret, other, "the old app fits no more");
    })
    .await;
}

#[tokio::test]
async fn an_account_with_a_role_in_another_service_only_loses_the_one_here() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let lead = lead(&house).await;
        accounts::invite(&house.service, &lead, &invitation(Role::Support)).await.expect("invited");
        let (session, _) = join(&house, &mailed(&house).await).await;
        let id = signed_in(&house, &session).await.expect("signed in").id;
        let elsewhere = db::staff::Grant {
            id: house.service.new_id(),
            staff: id,
            role: "support".to_owned(),
            granted_by: "test".to_owned(),
            granted_at: house.clock.time(),
            revoked_at: None,
        };
        let unit = house.service.unit().write(db::staff::grant("other", &elsewhere));
        house.service.submit(unit).await.expect("granted");
        accounts::close(&house.service, &lead, id).await.expect("taken");
        assert_eq!(signed_in(&house, &session).await.expect("still signed in").role, Role::None);
        assert_eq!(db::staff::grants(&house.service.db, "other", id).await.expect("grants").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn who_runs_the_server_adds_lists_and_closes_accounts_and_so_brings_a_lost_lead_back() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (session, _) = house.lead().await;
        let exists = operator::add(&house.service, LEAD, Role::PrivacyLead).await;
        assert!(matches!(exists, Err(NotInvited::Exists)));
        assert!(operator::close(&house.service, " LEAD@wepack.example").await.expect("an answer"));
        assert!(!operator::close(&house.service, LEAD).await.expect("an answer"), "it is closed already");
        assert!(!operator::close(&house.service, "nobody").await.expect("an answer"));
        assert!(signed_in(&house, &session.token).await.is_none());

        let letters = house.letters().await.len();
        let added = operator::add(&house.service, LEAD, Role::PrivacyLead).await.expect("added");
        assert_eq!(house.letters().await.len(), letters, "nothing is mailed");
        house.clock.advance_hours(2);
        let late = accounts::setup(&house.service, &added.token, new_account()).await;
        assert!(matches!(late, Err(NotSetUp::Link)), "an hour, as at first run");
        let added = operator::add(&house.service, LEAD, Role::PrivacyLead).await.expect("added again");
        let pending = accounts::setup(&house.service, &added.token, new_account()).await.expect("set up");
        let code = house.code(&pending.enrolment.secret);
        let back = accounts::confirm(&house.service, &pending.token, &code).await.expect("confirmed");
        let back = signed_in(&house, &back.token).await.expect("signed in");
        assert_eq!((back.role, back.name.as_str()), (Role::PrivacyLead, "Liv Lead"));
        let team = operator::list(&house.service).await.expect("the team");
        assert_eq!(team.iter().map(|member| member.state).collect::<Vec<_>>(), [MemberState::Active]);
        let all = db::entries::list(&house.service.db, "wepack", 0, 100).await.expect("entries");
        let closed = all.iter().find(|entry| entry.facts.kind == Kind::StaffClosed).expect("on the ledger");
        assert_eq!(closed.facts.actor, "operator");
    })
    .await;
}

#[tokio::test]
async fn the_first_run_link_makes_a_privacy_lead_of_whoever_had_another_role_or_none() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        operator::add(&house.service, LEAD, Role::Support).await.expect("added, and then left alone");
        let (session, _) = house.lead().await;
        assert_eq!(signed_in(&house, &session.token).await.expect("signed in").role, Role::PrivacyLead);
        operator::close(&house.service, LEAD).await.expect("an answer");
        let (session, _) = house.lead().await;
        assert_eq!(signed_in(&house, &session.token).await.expect("signed in").role, Role::PrivacyLead);
    })
    .await;
}
