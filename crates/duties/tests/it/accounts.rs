//! Staff accounts: first run, second factor, sign-in, roles.

use duties::Error;
use duties::accounts::{self, NewAccount, NotSetUp, NotSignedIn, Role};
use ledger::Kind;
use testkit::TestDb;

use crate::fixture::{House, PASSWORD, new_account};

const EMAIL: &str = "lead@wepack.example";

#[tokio::test]
async fn the_first_account_needs_the_link_a_strong_password_and_a_fitting_code() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let token = accounts::setup_token(&house.service).await.expect("an answer").expect("a token");
        let weak = NewAccount { password: "wepack2026".to_owned().into(), ..new_account() };
        let Err(NotSetUp::Weak(weak)) = accounts::setup(&house.service, &token, weak).await else {
            panic!("too weak")
        };
        assert!(!weak.advice.is_empty() && !weak.why.contains("wepack2026"));
        let nobody = NewAccount { email: "nobody".to_owned(), ..new_account() };
        assert!(matches!(accounts::setup(&house.service, &token, nobody).await, Err(NotSetUp::NotAnAddress)));
        let pending = accounts::setup(&house.service, &token, new_account()).await.expect("made");
        assert!(
            pending.enrolment.uri.starts_with("otpauth://totp/") && pending.enrolment.qr.starts_with("<svg")
        );
        assert!(!pending.enrolment.qr.contains("style=") && !pending.enrolment.qr.contains("<script"));
        assert!(
            matches!(
                accounts::sign_in(&house.service, EMAIL, PASSWORD, &house.code(&pending.enrolment.secret))
                    .await,
                Err(NotSignedIn::Wrong)
            ),
            "not active yet"
        );
        assert!(matches!(
            accounts::confirm(&house.service, &pending.token, "000000").await,
            Err(NotSetUp::Code)
        ));
        let shown = accounts::pending(&house.service, &pending.token)
            .await
            .expect("an answer")
            .expect("still waiting");
        assert_eq!(shown.enrolment.secret, pending.enrolment.secret);
        let session =
            accounts::confirm(&house.service, &pending.token, &house.code(&pending.enrolment.secret))
                .await
                .expect("confirmed");
        let staff =
            accounts::staff(&house.service, &session.token).await.expect("an answer").expect("signed in");
        assert_eq!((staff.name.as_str(), staff.role), ("Liv Lead", Role::PrivacyLead));
        assert!(
            matches!(accounts::setup(&house.service, &token, new_account()).await, Err(NotSetUp::Link)),
            "the link is used"
        );
        assert_eq!(
            accounts::setup_token(&house.service).await.expect("an answer"),
            None,
            "and there is no other"
        );
    })
    .await;
}

#[tokio::test]
async fn a_first_run_link_ends_by_time_and_by_a_newer_one_and_a_half_made_account_can_be_made_again() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let old = accounts::setup_token(&house.service).await.expect("an answer").expect("a token");
        let newer = accounts::setup_token(&house.service).await.expect("an answer").expect("a token");
        assert_eq!(accounts::peek_setup(&house.service, &old).await.expect("an answer"), None);
        assert!(accounts::peek_setup(&house.service, &newer).await.expect("an answer").is_some());
        accounts::setup(&house.service, &newer, new_account()).await.expect("made, and then left alone");
        house.clock.advance_hours(2);
        let late = accounts::setup_token(&house.service).await.expect("an answer").expect("a token");
        let pending = accounts::setup(&house.service, &late, new_account()).await.expect("made again");
        assert!(
            accounts::confirm(&house.service, &pending.token, &house.code(&pending.enrolment.secret))
                .await
                .is_ok()
        );
        let db = TestDb::sqlite().await;
        let house = House::new(&db).await;
        let token = accounts::setup_token(&house.service).await.expect("an answer").expect("a token");
        house.clock.advance_hours(2);
        assert!(matches!(accounts::setup(&house.service, &token, new_account()).await, Err(NotSetUp::Link)));
    })
    .await;
}

#[tokio::test]
async fn whatever_is_wrong_the_answer_is_the_same() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (_, secret) = house.lead().await;
        house.clock.advance_hours(1);
        let code = house.code(&secret);
        let wrong = [
            (EMAIL, PASSWORD, "123456"),
            (EMAIL, "wrong password", code.as_str()),
            ("other@wepack.example", PASSWORD, &code),
            ("", "", ""),
            (EMAIL, PASSWORD, ""),
        ];
        for (email, password, code) in wrong {
            let refused = accounts::sign_in(&house.service, email, password, code).await;
            let Err(error @ NotSignedIn::Wrong) = refused else { panic!("{email} {password}") };
            assert_eq!(error.to_string(), "the address, the password or the code is wrong");
        }
        assert!(accounts::sign_in(&house.service, " LEAD@wepack.example", PASSWORD, &code).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_code_is_accepted_once() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (session, secret) = house.lead().await;
        let replay = house.code(&secret);
        assert!(
            accounts::sign_in(&house.service, EMAIL, PASSWORD, &replay).await.is_err(),
            "it confirmed the account already"
        );
        house.clock.advance_hours(1);
        let code = house.code(&secret);
        let sign_in = || accounts::sign_in(&house.service, EMAIL, PASSWORD, &code);
        let (one, two) = tokio::join!(sign_in(), sign_in());
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1);
        assert!(accounts::recheck(&house.service, &session.token, &code).await.is_err());
        let staff =
            accounts::staff(&house.service, &session.token).await.expect("an answer").expect("signed in");
        assert!(!staff.is_fresh(house.clock.time()));
        house.clock.advance_hours(1);
        accounts::recheck(&house.service, &session.token, &house.code(&secret)).await.expect("checked again");
        let staff =
            accounts::staff(&house.service, &session.token).await.expect("an answer").expect("signed in");
        assert!(staff.is_fresh(house.clock.time()));
    })
    .await;
}

#[tokio::test]
async fn guessing_is_slowed_down_also_with_the_right_password() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (_, secret) = house.lead().await;
        house.clock.advance_hours(1);
        for _ in 0..10 {
            assert!(matches!(
                accounts::sign_in(&house.service, EMAIL, "guess", "000000").await,
                Err(NotSignedIn::Wrong)
            ));
        }
        let right = accounts::sign_in(&house.service, EMAIL, PASSWORD, &house.code(&secret)).await;
        assert!(matches!(right, Err(NotSignedIn::TooMany)));
        house.clock.advance_hours(1);
        assert!(accounts::sign_in(&house.service, EMAIL, PASSWORD, &house.code(&secret)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn starting_again_gives_nobody_more_guesses() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let (_, secret) = house.lead().await;
        house.clock.advance_hours(1);
        for _ in 0..10 {
            let guess = accounts::sign_in(&house.service, EMAIL, "guess", "000000").await;
            assert!(matches!(guess, Err(NotSignedIn::Wrong)));
        }
        house.restart(&db).await;
        let right = accounts::sign_in(&house.service, EMAIL, PASSWORD, &house.code(&secret)).await;
        assert!(matches!(right, Err(NotSignedIn::Wrong)), "locked, and not told apart from a wrong guess");
        house.clock.advance_hours(1);
        assert!(accounts::sign_in(&house.service, EMAIL, PASSWORD, &house.code(&secret)).await.is_ok());
        house.restart(&db).await;
        house.clock.advance_hours(1);
        let once = accounts::sign_in(&house.service, EMAIL, "guess", "000000").await;
        assert!(matches!(once, Err(NotSignedIn::Wrong)));
        let right = accounts::sign_in(&house.service, EMAIL, PASSWORD, &house.code(&secret)).await;
        assert!(right.is_ok(), "a success begins the count anew");
    })
    .await;
}

#[tokio::test]
async fn pc_18_roles_are_given_and_taken_on_the_ledger_and_nobody_changes_their_own() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (session, _) = house.lead().await;
        let lead =
            accounts::staff(&house.service, &session.token).await.expect("an answer").expect("signed in");
        let link = accounts::demo_link(&house.service).await.expect("a link");
        let other =
            accounts::open_demo_link(&house.service, &link).await.expect("an answer").expect("it opens");
        assert!(accounts::open_demo_link(&house.service, &link).await.expect("an answer").is_none(), "once");
        let staff = async || {
            accounts::staff(&house.service, &other.token).await.expect("an answer").expect("signed in")
        };
        let id = staff().await.id;
        accounts::grant(&house.service, &lead, id, Role::Support).await.expect("granted");
        assert_eq!(staff().await.role, Role::Support);
        assert!(matches!(
            accounts::grant(&house.service, &staff().await, lead.id, Role::None).await,
            Err(Error::Forbidden(_))
        ));
        assert!(matches!(
            accounts::grant(&house.service, &lead, lead.id, Role::None).await,
            Err(Error::Forbidden(_))
        ));
        accounts::grant(&house.service, &lead, id, Role::None).await.expect("taken");
        assert_eq!(staff().await.role, Role::None);
        assert!(staff().await.must_be(Role::Developer).is_err());
        let mut members = accounts::members(&house.service, &lead).await.expect("the team");
        members.sort_by_key(|member| member.role);
        assert_eq!(
            members.iter().map(|member| member.role).collect::<Vec<_>>(),
            [Role::None, Role::PrivacyLead]
        );
        assert_eq!((members[1].name.as_str(), members[1].email.as_str()), ("Liv Lead", EMAIL));
        let all = db::entries::list(&house.service.db, "wepack", 0, 100).await.expect("entries");
        let count = |kind: &Kind| all.iter().filter(|entry| entry.facts.kind == *kind).count();
        assert_eq!((count(&Kind::GrantGiven), count(&Kind::GrantRevoked)), (3, 2));
        accounts::sign_out(&house.service, &session.token).await.expect("signed out");
        assert!(accounts::staff(&house.service, &session.token).await.expect("an answer").is_none());
    })
    .await;
}

#[tokio::test]
async fn pc_24_the_password_is_kept_as_argon2id_and_the_secret_sealed() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (_, secret) = house.lead().await;
        let rows = db::staff::list(&house.service.db).await.expect("accounts");
        assert!(rows[0].password.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", rows[0].password);
        let sealed = rows[0].totp.clone().expect("a secret");
        assert!(
            sealed.len() > 20 + 16 && !sealed.windows(secret.len()).any(|part| part == secret.as_bytes())
        );
        assert!(!rows[0].sealed.windows(4).any(|part| part == b"lead"));
    })
    .await;
}
