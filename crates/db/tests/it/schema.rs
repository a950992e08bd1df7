//! The live schema against the statements and against the classes of its columns.

use std::collections::BTreeSet;

use testkit::TestDb;

use crate::behind::texts;

#[tokio::test]
async fn every_statement_prepares_and_few_differ_between_the_engines() {
    TestDb::each(async |t| {
        let (main, keys) = (t.db.check().await.unwrap(), t.keys.check().await.unwrap());
        let (split, all) = (main.split.len() + keys.split.len(), main.statements + keys.statements);
        assert!(all > 100, "{all} statements");
        assert!(
            split * 20 <= all,
            "{split} of {all} statements differ, at most one in twenty may: {:?}",
            main.split
        );
    })
    .await;
}

/// `table.column` of a database as it is.
async fn live(url: &str) -> BTreeSet<String> {
    let sql = if url.starts_with("sqlite") {
        "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
    } else {
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'"
    };
    texts(url, sql).await.concat().into_iter().collect()
}

fn classified(database: &str) -> BTreeSet<String> {
    let columns = db::classes().filter(|column| column.database == database);
    columns.map(|column| format!("{}.{}", column.table, column.name)).collect()
}

#[tokio::test]
async fn every_column_has_a_class_and_every_class_a_column() {
    TestDb::each(async |t| {
        assert_eq!(live(t.url()).await, classified("main"), "left: the database, right: classes.txt");
        assert_eq!(live(t.keys_url()).await, classified("keys"), "left: the database, right: classes.txt");
    })
    .await;
}

#[test]
fn classes_are_known_and_named_once() {
    let columns: Vec<_> = db::classes().collect();
    for column in &columns {
        assert!(column.class().is_some(), "{column:?}");
    }
    assert_eq!(columns.iter().collect::<BTreeSet<_>>().len(), columns.len());
    let secret = |table, name| columns.iter().any(|c| (c.table, c.name, c.class) == (table, name, "secret"));
    assert!(secret("token", "hash") && secret("staff", "password") && secret("subject_key", "wrapped"));
    let sealed = |c: &&db::Column| c.name == "sealed";
    assert!(columns.iter().filter(sealed).all(|c| c.class() == Some(db::Class::Content)));
    assert!(columns.iter().filter(|c| c.name == "subject").all(|c| c.class() == Some(db::Class::Identifier)));
}

#[tokio::test]
async fn the_service_comes_first_in_every_table_and_key() {
    TestDb::each(async |t| {
        if t.db.engine() != db::Engine::Sqlite {
            return;
        }
        for url in [t.url(), t.keys_url()] {
            let sql = "SELECT m.name, (SELECT name FROM pragma_table_info(m.name) WHERE cid = 0), \
                (SELECT name FROM pragma_table_info(m.name) WHERE pk = 1) FROM sqlite_master m WHERE m.type = 'table'";
            for row in texts(url, sql).await {
                assert_eq!(row[1..], ["service", "service"], "{}", row[0]);
            }
        }
    })
    .await;
}

/// A module whose statements nobody lists would go unprepared.
#[test]
fn every_module_with_statements_is_listed() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let listed = std::fs::read_to_string(source.join("handle.rs")).unwrap();
    let mut seen = 0;
    for file in std::fs::read_dir(&source).unwrap().map(|file| file.unwrap().path()) {
        let module = file.file_stem().unwrap().to_string_lossy().into_owned();
        let text = if file.is_file() { std::fs::read_to_string(&file).unwrap() } else { continue };
        if text.contains("statements! {") && !["keys", "handle", "sql"].contains(&module.as_str()) {
            assert!(listed.contains(&format!("        {module}::ALL,")), "{module}");
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
}
