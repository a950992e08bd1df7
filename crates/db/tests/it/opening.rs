//! What the user reads when a database cannot be opened.

use db::{Db, Error};
use testkit::TestDb;

async fn refused(url: &str) -> String {
    Db::open(url).await.unwrap_err().to_string()
}

#[tokio::test]
async fn an_address_of_no_engine_names_the_two_there_are() {
    for url in ["mysql://root:geheim@host/db", "abide.db", ""] {
        let message = refused(url).await;
        assert!(
            message.contains("sqlite:///path/to/abide.db") && message.contains("postgres://"),
            "{message}"
        );
        assert!(!message.contains("geheim"), "{message}");
    }
    assert!(refused("sqlite::memory:").await.contains("in memory"));
}

#[tokio::test]
async fn a_file_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing").join("abide.db");
    let message = refused(&format!("sqlite://{}", missing.display())).await;
    assert!(message.contains("missing/abide.db") && message.contains("folder exists"), "{message}");

    let text = folder.path().join("text.db");
    std::fs::write(
        &text,
        "this is no database, it is a text of some length that SQLite looks at and refuses",
    )
    .unwrap();
    let message = refused(&format!("sqlite://{}", text.display())).await;
    assert!(message.contains("text.db") && message.contains("not a database"), "{message}");
}

#[tokio::test]
async fn a_server_that_does_not_answer_or_refuses_is_named_without_its_password() {
    let message = refused("postgres://abide:geheim@127.0.0.1:1/abide").await;
    assert!(
        message.contains("postgres://abide:…@127.0.0.1:1/abide") && message.contains("check that it runs"),
        "{message}"
    );
    assert!(!message.contains("geheim"));
    let Some(postgres) = testkit::postgres_database().await else { return };
    let wrong = postgres.url() + "_not_there";
    let error = Db::open(&wrong).await.unwrap_err();
    assert!(
        matches!(error, Error::Unreachable { .. }) && error.to_string().contains("does not exist"),
        "{error}"
    );
}

#[tokio::test]
async fn it_answers_and_says_which_engine_it_is() {
    TestDb::each(async |t| {
        t.db.ping().await.unwrap();
        t.keys.ping().await.unwrap();
        assert_eq!(t.db.engine(), t.keys.engine());
        assert_eq!(t.url().starts_with("sqlite"), t.db.engine() == db::Engine::Sqlite);
        t.db.close().await;
        assert!(matches!(t.db.ping().await, Err(Error::Closed)));
    })
    .await;
}

#[cfg(unix)]
#[tokio::test]
async fn deleted_bytes_are_overwritten_and_commits_reach_the_disk() {
    let t = TestDb::sqlite().await;
    let who = crate::sample::subject();
    let record = db::records::Record {
        sealed: b"needle-in-a-haystack".repeat(8),
        ..crate::sample::record(who.id, db::EntryRef::At(0))
    };
    let unit = crate::sample::unit().write(db::subjects::insert("wepack", &who));
    t.db.submit(unit.write(db::records::insert("wepack", &record))).await.unwrap();
    t.db.submit(crate::sample::unit().write(db::records::delete_of("wepack", who.id))).await.unwrap();
    t.db.close().await;
    let path = t.url().strip_prefix("sqlite://").unwrap();
    for file in [path.to_owned(), format!("{path}-wal")] {
        let bytes = std::fs::read(file).unwrap_or_default();
        assert!(
            !bytes.windows(20).any(|window| window == b"needle-in-a-haystack"),
            "erased bytes are still in the file"
        );
    }
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let t = TestDb::sqlite().await;
    t.db.submit(crate::sample::unit().entry(crate::sample::entry(None))).await.unwrap();
    let main = t.url().strip_prefix("sqlite://").unwrap();
    for file in
        [main.to_owned(), format!("{main}-wal"), t.keys_url().strip_prefix("sqlite://").unwrap().to_owned()]
    {
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
}

#[tokio::test]
async fn an_embedded_database_has_one_server_and_another_one_is_told_so() {
    TestDb::each(async |t| {
        let Some(first) = t.db.serve_alone().unwrap() else {
            assert_eq!(t.db.engine(), db::Engine::Postgres);
            assert!(t.db.serve_alone().unwrap().is_none(), "any number of nodes share it");
            return;
        };
        let message = t.db.serve_alone().unwrap_err().to_string();
        assert!(message.contains("already") && message.contains("stop that one first"), "{message}");
        drop(first);
        assert!(t.db.serve_alone().unwrap().is_some(), "free once the first has ended");
    })
    .await;
}
