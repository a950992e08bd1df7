//! Who gets in: tokens, sessions, staff accounts.

use db::{SERVER, Unit, sessions, staff, tokens};
use testkit::TestDb;

use super::{conflicts, write};
use crate::sample::{SERVICE, at, id, token};

#[tokio::test]
async fn tokens_are_used_once_and_end() {
    TestDb::each(async |t| {
        write(&t, tokens::insert(SERVICE, &token(1))).await;
        write(&t, tokens::insert(SERVICE, &token(2))).await;
        assert!(conflicts(&t, tokens::use_once(SERVICE, &[1; 32], at(900))).await, "expired");
        assert!(conflicts(&t, tokens::use_once(SERVICE, &[8; 32], at(1))).await, "unknown");
        assert!(conflicts(&t, tokens::use_once("other", &[1; 32], at(1))).await, "of another service");
        write(&t, tokens::use_once(SERVICE, &[1; 32], at(899))).await;
        assert!(conflicts(&t, tokens::use_once(SERVICE, &[1; 32], at(899))).await, "used");
        assert_eq!(tokens::find(&t.db, SERVICE, &[1; 32]).await.unwrap().unwrap().used_at, Some(at(899)));
        write(&t, tokens::delete_kind(SERVICE, "sign-in")).await;
        assert_eq!(tokens::find(&t.db, SERVICE, &[2; 32]).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn sessions_live_until_they_end() {
    TestDb::each(async |t| {
        let holder = id();
        let session = |hash| sessions::Session {
            hash: [hash; 32],
            kind: "person".into(),
            holder,
            lang: "nb".into(),
            created_at: at(0),
            seen_at: at(0),
            expires_at: at(60),
        };
        write(&t, sessions::insert(SERVICE, &session(1))).await;
        write(&t, sessions::insert(SERVICE, &session(2))).await;
        assert_eq!(sessions::find(&t.db, SERVICE, &[1; 32], at(60)).await.unwrap(), None);
        write(&t, sessions::seen(SERVICE, &[1; 32], at(30), at(90))).await;
        assert!(sessions::find(&t.db, SERVICE, &[1; 32], at(60)).await.unwrap().is_some());
        write(&t, sessions::purge(SERVICE, at(60))).await;
        assert_eq!(sessions::find(&t.db, SERVICE, &[2; 32], at(1)).await.unwrap(), None);
        write(&t, sessions::delete_of(SERVICE, holder)).await;
        assert_eq!(sessions::find(&t.db, SERVICE, &[1; 32], at(1)).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn staff_belong_to_the_server_and_their_grants_to_a_service() {
    TestDb::each(async |t| {
        let account = staff::Staff {
            id: id(),
            blind: [1; 32],
            sealed: b"sealed".to_vec(),
            key_version: 1,
            password: "$argon2id$".into(),
            totp: None,
            totp_step: 0,
            state: "active".into(),
            failures: 0,
            locked_until: None,
            created_at: at(0),
            revision: 0,
        };
        let grant = staff::Grant {
            id: id(),
            staff: account.id,
            role: "privacy-lead".into(),
            granted_by: "setup".into(),
            granted_at: at(0),
            revoked_at: None,
        };
        t.db.submit(Unit::new(SERVER, at(0)).write(staff::insert(&account))).await.unwrap();
        assert!(
            conflicts(&t, staff::insert(&staff::Staff { id: id(), ..account.clone() })).await,
            "one account an address"
        );
        write(&t, staff::grant(SERVICE, &grant)).await;
        let code = staff::Staff { totp: Some(b"sealed".to_vec()), totp_step: 5, ..account.clone() };
        write(&t, staff::update(&code)).await;
        assert!(conflicts(&t, staff::update(&code)).await, "a code counts once");
        let read = staff::find_by_blind(&t.db, &[1; 32]).await.unwrap().unwrap();
        assert_eq!(read, staff::Staff { revision: 1, ..code });
        assert_eq!((staff::count(&t.db).await.unwrap(), staff::list(&t.db).await.unwrap().len()), (1, 1));
        assert_eq!(staff::grants(&t.db, SERVICE, account.id).await.unwrap().len(), 1);
        assert!(staff::grants(&t.db, "other", account.id).await.unwrap().is_empty());
        write(&t, staff::revoke(SERVICE, grant.id, at(1))).await;
        assert!(staff::grants(&t.db, SERVICE, account.id).await.unwrap().is_empty());
    })
    .await;
}
