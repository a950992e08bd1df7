//! The key database: wrapped keys, apart from the data, with a short backup of its own.
//!
//! INVARIANT: a subject's key is committed here before its data is written, and is destroyed here (after the
//! tombstone) before its rows are deleted. There is no unit of work across both databases.

use jiff::Timestamp;
use uuid::Uuid;

use crate::engine::{Engine, Pools};
use crate::error::{Error, Result};
use crate::handle::Check;
use crate::migrate;
use crate::residue;
use crate::snapshot::{self, SnapshotError, Taken, Which};
use crate::sql::{args, row, statements};
use crate::unit::{Does, Expect, Write};
use crate::value::{FromRow, Row};

/// Kind of the key that seals records, identifiers and requests.
pub const DATA: &str = "data";
/// Kind of the key that salts facts and seals bodies of entries.
pub const EVIDENCE: &str = "evidence";

row! { subject_columns;
    /// One wrapped key of one subject.
    pub struct SubjectKeyRow {
        /// Whose.
        pub subject: Uuid,
        /// [`DATA`] or [`EVIDENCE`].
        pub kind: String,
        /// Counts from 1; stands in the row of whatever it sealed.
        pub version: u32,
        /// The epoch whose key wraps it.
        pub epoch: u32,
        /// The wrapped key.
        pub wrapped: Vec<u8>,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

row! { service_columns;
    /// One wrapped key of a service: of an index, of signing, of sealing what has no subject.
    pub struct ServiceKeyRow {
        /// What it is for.
        pub name: String,
        /// Counts from 1.
        pub version: u32,
        /// The epoch whose key wraps it.
        pub epoch: u32,
        /// The wrapped key.
        pub wrapped: Vec<u8>,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

/// The name of a service.
struct ServiceRow(String);

impl FromRow for ServiceRow {
    fn from_row(row: Row) -> Result<Self> {
        row.one("service").map(Self)
    }
}

statements! { "keys";
    PING = "SELECT 1";
    INSERT_SUBJECT = concat!("INSERT INTO subject_key (", subject_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7)");
    REWRAP_SUBJECT = "UPDATE subject_key SET epoch = $6, wrapped = $7 \
        WHERE service = $1 AND subject = $2 AND kind = $3 AND version = $4 AND epoch = $5";
    DELETE_SUBJECT = "DELETE FROM subject_key WHERE service = $1 AND subject = $2 AND kind = $3";
    FIND_SUBJECT = concat!("SELECT ", subject_columns!(), " FROM subject_key \
        WHERE service = $1 AND subject = $2 AND kind = $3 AND version = $4");
    CURRENT_SUBJECT = concat!("SELECT ", subject_columns!(), " FROM subject_key \
        WHERE service = $1 AND subject = $2 AND kind = $3 ORDER BY version DESC LIMIT 1");
    SUBJECTS_UNDER = concat!("SELECT ", subject_columns!(), " FROM subject_key WHERE service = $1 AND epoch = $2 LIMIT $3");
    COUNT_UNDER = "SELECT (SELECT count(*) FROM subject_key WHERE epoch = $1) + (SELECT count(*) FROM service_key WHERE epoch = $1)";
    SERVICES = "SELECT DISTINCT service FROM service_key ORDER BY service";
    INSERT_SERVICE = concat!("INSERT INTO service_key (", service_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6)");
    REWRAP_SERVICE = "UPDATE service_key SET epoch = $5, wrapped = $6 \
        WHERE service = $1 AND name = $2 AND version = $3 AND epoch = $4";
    DELETE_SERVICE = "DELETE FROM service_key WHERE service = $1 AND name = $2 AND version = $3";
    FIND_SERVICE = concat!("SELECT ", service_columns!(), " FROM service_key WHERE service = $1 AND name = $2 AND version = $3");
    CURRENT_SERVICE = concat!("SELECT ", service_columns!(), " FROM service_key \
        WHERE service = $1 AND name = $2 ORDER BY version DESC LIMIT 1");
    LIST_SERVICE = concat!("SELECT ", service_columns!(), " FROM service_key WHERE service = $1 ORDER BY name, version");
}

/// A handle to the key database.
#[derive(Debug, Clone)]
pub struct KeyDb {
    pools: Pools,
}

impl KeyDb {
    /// Opens it, creating the SQLite file and bringing the schema up to date.
    ///
    /// # Errors
    /// As [`crate::Db::open`].
    pub async fn open(url: &str) -> Result<Self> {
        let pools = Pools::connect(url).await?;
        migrate::run(&pools, migrate::KEYS).await?;
        Ok(Self { pools })
    }

    /// Writes keys, all or none, durable when it returns. Writes of the main database do not fit here.
    ///
    /// # Errors
    /// [`Error::Conflict`] if a key exists already or is not as expected.
    pub async fn write(&self, writes: impl IntoIterator<Item = Write>) -> Result<()> {
        let mut tx = self.pools.begin().await?;
        for write in writes {
            let Does::One(sql, args, expect) = &write.does else { return Err(Error::corrupt(write.what)) };
            let changed = tx.execute(*sql, args).await;
            let changed =
                changed.map_err(|error| if error.is_conflict() { conflict(&write) } else { error })?;
            if let Expect::Exactly(expected) = expect
                && changed != *expected
            {
                return Err(conflict(&write));
            }
        }
        tx.commit().await
    }

    /// A key of a subject in one version.
    pub async fn find_subject(
        &self,
        service: &str,
        subject: Uuid,
        kind: &str,
        version: u32,
    ) -> Result<Option<SubjectKeyRow>> {
        self.pools.find(FIND_SUBJECT, &args![service, subject, kind, version]).await
    }

    /// A subject's key in its newest version; none once it was destroyed.
    pub async fn current_subject(
        &self,
        service: &str,
        subject: Uuid,
        kind: &str,
    ) -> Result<Option<SubjectKeyRow>> {
        self.pools.find(CURRENT_SUBJECT, &args![service, subject, kind]).await
    }

    /// Subjects' keys that are wrapped under this epoch.
    pub async fn subjects_under(&self, service: &str, epoch: u32, limit: u32) -> Result<Vec<SubjectKeyRow>> {
        self.pools.list(SUBJECTS_UNDER, &args![service, epoch, limit]).await
    }

    /// How many keys of everybody are wrapped under this epoch.
    pub async fn count_under(&self, epoch: u32) -> Result<u64> {
        self.pools.one(COUNT_UNDER, &args![epoch]).await
    }

    /// Every service that has keys here: each has its own before it has a subject's. The server itself is one.
    pub async fn services(&self) -> Result<Vec<String>> {
        let rows: Vec<ServiceRow> = self.pools.list(SERVICES, &[]).await?;
        Ok(rows.into_iter().map(|row| row.0).collect())
    }

    /// A key of a service in one version.
    pub async fn find_service(
        &self,
        service: &str,
        name: &str,
        version: u32,
    ) -> Result<Option<ServiceKeyRow>> {
        self.pools.find(FIND_SERVICE, &args![service, name, version]).await
    }

    /// A service's key in its newest version.
    pub async fn current_service(&self, service: &str, name: &str) -> Result<Option<ServiceKeyRow>> {
        self.pools.find(CURRENT_SERVICE, &args![service, name]).await
    }

    /// All keys of a service.
    pub async fn list_service(&self, service: &str) -> Result<Vec<ServiceKeyRow>> {
        self.pools.list(LIST_SERVICE, &args![service]).await
    }

    /// Writes every wrapped key into a stream, as [`crate::Db::snapshot`] does.
    ///
    /// # Errors
    /// As there.
    pub async fn snapshot(
        &self,
        out: &mut (dyn std::io::Write + Send),
        tell: &mut (dyn FnMut(u64) + Send),
    ) -> std::result::Result<Taken, SnapshotError> {
        snapshot::take(&self.pools, Which::Keys, out, tell).await
    }

    /// How many rows a snapshot will have, about.
    pub async fn rows(&self) -> std::result::Result<u64, SnapshotError> {
        snapshot::count(&self.pools, Which::Keys).await
    }

    /// Rows that were deleted or changed and that PostgreSQL's files hold still, as its statistics tell; none on SQLite,
    /// which overwrites what it deletes.
    ///
    /// # Errors
    /// [`crate::Error`], where the database does not answer.
    pub async fn dead_rows(&self) -> Result<Option<u64>> {
        residue::dead_rows(&self.pools).await
    }

    /// As [`crate::Db::shed`]: destroyed keys leave no copy in the log.
    pub async fn shed(&self) -> Result<bool> {
        self.pools.shed().await
    }

    /// Which engine it runs on.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.pools.engine()
    }

    /// Whether it answers.
    pub async fn ping(&self) -> Result<()> {
        self.pools.one::<i64>(PING, &[]).await.map(|_| ())
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.pools.close().await;
    }

    /// Prepares every statement on the key database.
    ///
    /// # Errors
    /// The first that does not fit the schema, by its name.
    pub async fn check(&self) -> Result<Check> {
        let mut check = Check::default();
        for sql in ALL {
            self.pools.prepare(sql.name, sql.on(self.engine()).to_owned()).await?;
            check.add(*sql);
        }
        Ok(check)
    }
}

const fn conflict(write: &Write) -> Error {
    Error::Conflict { what: write.what }
}

/// A new key of a subject. Conflict: it has this version already.
pub fn insert_subject(service: &str, key: &SubjectKeyRow) -> Write {
    Write::one("the subject's key", INSERT_SUBJECT, key.cells(service))
}

/// The same key, wrapped anew: `key` as it is to be, `old` the epoch it was wrapped under. Conflict: it is not any more.
pub fn rewrap_subject(service: &str, key: &SubjectKeyRow, old: u32) -> Write {
    let args = args![service, key.subject, key.kind, key.version, old, key.epoch, key.wrapped];
    Write::one("the subject's key", REWRAP_SUBJECT, args)
}

/// Destroys all versions of a subject's key of one kind; nothing happens where there is none.
pub fn delete_subject(service: &str, subject: Uuid, kind: &str) -> Write {
    Write::any("the subject's key", DELETE_SUBJECT, args![service, subject, kind])
}

/// A new key of a service. Conflict: it has this version already.
pub fn insert_service(service: &str, key: &ServiceKeyRow) -> Write {
    Write::one("the service's key", INSERT_SERVICE, key.cells(service))
}

/// Destroys one version of a service's key; nothing happens where there is none.
pub fn delete_service(service: &str, name: &str, version: u32) -> Write {
    Write::any("the service's key", DELETE_SERVICE, args![service, name, version])
}

/// The same key, wrapped anew. Conflict: it is not wrapped under `old` any more.
pub fn rewrap_service(service: &str, key: &ServiceKeyRow, old: u32) -> Write {
    let args = args![service, key.name, key.version, old, key.epoch, key.wrapped];
    Write::one("the service's key", REWRAP_SERVICE, args)
}
