//! Every kind of row once through its life, on both engines.

mod access;
mod people;
mod requests;
mod work;

use testkit::TestDb;

use crate::sample::unit;

async fn conflicts(t: &TestDb, write: db::Write) -> bool {
    t.db.submit(unit().write(write)).await.is_err_and(|error| error.is_conflict())
}

async fn write(t: &TestDb, write: db::Write) {
    t.db.submit(unit().write(write)).await.unwrap();
}
