//! A stream that is not whole, or a place that is not empty, loads nothing.

use db::examinations::{self, Examination};
use db::snapshot::{SnapshotError, Which};
use db::{Db, leases, subjects};
use testkit::TestDb;

use crate::sample::{SERVICE, at, subject, unit};

async fn taken(t: &TestDb) -> Vec<u8> {
    let mut out = Vec::new();
    t.db.snapshot(&mut out, &mut |_| {}).await.unwrap();
    out
}

async fn load(stream: &[u8], place: &TestDb) -> Result<u64, SnapshotError> {
    let mut told = 0;
    let loaded = Db::load(place.url(), Which::Main, &mut { stream }, &mut |rows| told += rows).await?;
    assert_eq!(told, loaded.rows.values().sum::<u64>());
    Ok(told)
}

/// A table without rows, as it stands in a stream: from its first byte to behind its last.
fn segment(stream: &[u8], table: &str) -> std::ops::Range<usize> {
    let name = format!("{{\"name\":\"{table}\"");
    let json = stream.windows(name.len()).position(|bytes| bytes == name.as_bytes()).unwrap();
    let length = u32::from_be_bytes(stream[json - 4..json].try_into().unwrap()) as usize;
    let end = json + length;
    assert_eq!(stream[end..end + 9], [0; 9], "`{table}` has rows");
    json - 5..end + 9
}

#[tokio::test]
async fn a_stream_that_lacks_a_table_has_one_twice_or_goes_on_is_refused_whole() {
    TestDb::each(async |t| {
        t.db.submit(unit().write(subjects::insert(SERVICE, &subject()))).await.unwrap();
        let stream = taken(&t).await;
        let place = TestDb::sqlite().await;
        let empty = place.dump().await;
        let (table, end) = (segment(&stream, "examination"), stream.len() - 1);
        let without = [&stream[..table.start], &stream[table.end..]].concat();
        let twice = [&stream[..end], &stream[table.clone()], &[0]].concat();
        let more = [&stream[..], &[0]].concat();
        let cases = [(without, "missing"), (twice, "twice"), (more, "follows its end")];
        for (wrong, why) in cases {
            let error = load(&wrong, &place).await.unwrap_err();
            assert!(matches!(error, SnapshotError::Format(_)) && error.to_string().contains(why), "{error}");
            assert_eq!(place.dump().await, empty, "{why}");
        }
        // rows in a table of which the stream has none
        let lease = leases::take(SERVICE, "other", "one", at(1), at(0));
        let row = Examination { at: at(0), report: "{}".into(), told: None };
        place.db.submit(unit().write(lease).write(examinations::put(SERVICE, &row))).await.unwrap();
        let error = load(&stream, &place).await.unwrap_err();
        assert!(matches!(error, SnapshotError::NotEmpty(_)), "{error}");
        assert!(load(&stream, &TestDb::sqlite().await).await.unwrap() >= 1);
    })
    .await;
}

#[tokio::test]
async fn more_rows_than_one_statement_takes_come_over_whole() {
    TestDb::each(async |t| {
        let writes: Vec<_> = (0..300).map(|_| subjects::insert(SERVICE, &subject())).collect();
        t.db.submit(unit().writes(writes)).await.unwrap();
        let stream = taken(&t).await;
        for place in [Some(TestDb::sqlite().await), TestDb::postgres().await].into_iter().flatten() {
            load(&stream, &place).await.unwrap();
            let all = async |db: &Db| subjects::list(db, SERVICE, uuid::Uuid::nil(), 1000).await.unwrap();
            let (here, there) = (all(&t.db).await, all(&place.db).await);
            assert!(here.len() == 300 && here == there, "{} of {}", there.len(), here.len());
        }
    })
    .await;
}
