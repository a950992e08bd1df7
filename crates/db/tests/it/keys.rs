//! The key database.

use db::keys::{self, DATA, EVIDENCE, ServiceKeyRow, SubjectKeyRow};
use testkit::TestDb;

use crate::sample::{SERVICE, at, id};

#[tokio::test]
async fn keys_are_kept_rewrapped_and_destroyed() {
    TestDb::each(async |t| {
        let subject = id();
        let key = |kind: &str, version, epoch| SubjectKeyRow {
            subject,
            kind: kind.into(),
            version,
            epoch,
            wrapped: vec![version as u8; 60],
            created_at: at(0),
        };
        let all = [key(DATA, 1, 10), key(DATA, 2, 11), key(EVIDENCE, 1, 10)];
        t.keys.write(all.iter().map(|key| keys::insert_subject(SERVICE, key))).await.unwrap();
        assert_eq!(t.keys.current_subject(SERVICE, subject, DATA).await.unwrap().unwrap(), all[1]);
        assert_eq!(t.keys.find_subject(SERVICE, subject, DATA, 1).await.unwrap().unwrap(), all[0]);
        assert_eq!(t.keys.subjects_under(SERVICE, 10, 9).await.unwrap().len(), 2);
        assert_eq!(t.keys.subjects_under(SERVICE, 10, 1).await.unwrap().len(), 1);

        let anew = SubjectKeyRow { wrapped: vec![9; 60], ..key(DATA, 1, 11) };
        t.keys.write([keys::rewrap_subject(SERVICE, &anew, 10)]).await.unwrap();
        assert!(t.keys.write([keys::rewrap_subject(SERVICE, &anew, 10)]).await.unwrap_err().is_conflict());
        assert_eq!(t.keys.find_subject(SERVICE, subject, DATA, 1).await.unwrap().unwrap(), anew);

        t.keys.write([keys::delete_subject(SERVICE, subject, DATA)]).await.unwrap();
        assert_eq!(t.keys.current_subject(SERVICE, subject, DATA).await.unwrap(), None);
        assert!(t.keys.current_subject(SERVICE, subject, EVIDENCE).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn keys_are_written_all_or_none_and_a_services_key_is_made_once() {
    TestDb::each(async |t| {
        let key = |name: &str, version| ServiceKeyRow {
            name: name.into(),
            version,
            epoch: 10,
            wrapped: vec![1; 60],
            created_at: at(0),
        };
        t.keys.write([keys::insert_service(SERVICE, &key("signing", 1))]).await.unwrap();
        let both = [key("index.email", 1), key("signing", 1)];
        let error =
            t.keys.write(both.iter().map(|key| keys::insert_service(SERVICE, key))).await.unwrap_err();
        assert!(error.is_conflict() && error.to_string().starts_with("the service's key"), "{error}");
        assert_eq!(t.keys.list_service(SERVICE).await.unwrap(), [key("signing", 1)]);
        assert_eq!(t.keys.services().await.unwrap(), [SERVICE]);
        assert_eq!(t.keys.current_service(SERVICE, "index.email").await.unwrap(), None);
        let next = ServiceKeyRow { epoch: 11, ..key("signing", 1) };
        t.keys.write([keys::rewrap_service(SERVICE, &next, 10)]).await.unwrap();
        assert_eq!(t.keys.find_service(SERVICE, "signing", 1).await.unwrap(), Some(next));
    })
    .await;
}
