//! Staff accounts, which belong to the server (service [`crate::SERVER`]), and their grants, which belong to a service.
//! There is no all-powerful account: what one may do is what was granted.

use jiff::Timestamp;
use uuid::Uuid;

use crate::sql::{args, row, statements};
use crate::{Db, Error, Result, SERVER, Write};

row! { account_columns;
    /// One account.
    pub struct Staff {
        /// Its id.
        pub id: Uuid,
        /// Keyed hash of the address they sign in with.
        pub blind: [u8; 32],
        /// Name and address, sealed under a key of the server.
        pub sealed: Vec<u8>,
        /// Version of that key.
        pub key_version: u32,
        /// The password's hash in PHC form (Argon2id).
        pub password: String,
        /// The secret of the one-time codes, sealed; none until it was set up.
        pub totp: Option<Vec<u8>>,
        /// The last time step a code was accepted for: none is accepted twice.
        pub totp_step: i64,
        /// `invited`, `active`, `closed`.
        pub state: String,
        /// Failed sign-ins in a row.
        pub failures: i64,
        /// No sign-in before.
        pub locked_until: Option<Timestamp>,
        /// When it was made.
        pub created_at: Timestamp,
        /// Counts its changes: an update of a stale copy is a conflict.
        pub revision: i64,
    }
}

row! { grant_columns;
    /// What one account may do in one service.
    pub struct Grant {
        /// Its id.
        pub id: Uuid,
        /// The account.
        pub staff: Uuid,
        /// `privacy-lead`, `support`, `developer`.
        pub role: String,
        /// Who granted it.
        pub granted_by: String,
        /// When.
        pub granted_at: Timestamp,
        /// When it was taken back.
        pub revoked_at: Option<Timestamp>,
    }
}

statements! { "staff";
    INSERT = concat!("INSERT INTO staff (", account_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");
    UPDATE = "UPDATE staff SET sealed = $4, key_version = $5, password = $6, totp = $7, totp_step = $8, state = $9, \
        failures = $10, locked_until = $11, revision = revision + 1 WHERE service = $1 AND id = $2 AND revision = $3";
    FAILED = "UPDATE staff SET failures = CASE WHEN locked_until <= $5 THEN 1 ELSE failures + 1 END, \
        locked_until = CASE WHEN locked_until <= $5 THEN NULL WHEN locked_until IS NOT NULL THEN locked_until \
        WHEN failures + 1 >= $3 THEN $4 ELSE NULL END WHERE service = $1 AND blind = $2";
    FIND = concat!("SELECT ", account_columns!(), " FROM staff WHERE service = $1 AND id = $2");
    FIND_BLIND = concat!("SELECT ", account_columns!(), " FROM staff WHERE service = $1 AND blind = $2");
    LIST = concat!("SELECT ", account_columns!(), " FROM staff WHERE service = $1 ORDER BY id");
    COUNT = "SELECT count(*) FROM staff WHERE service = $1 AND state = 'active'";
    GRANT = concat!("INSERT INTO staff_grant (", grant_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7)");
    REVOKE = "UPDATE staff_grant SET revoked_at = $3 WHERE service = $1 AND id = $2 AND revoked_at IS NULL";
    GRANTS = concat!("SELECT ", grant_columns!(), " FROM staff_grant WHERE service = $1 AND staff = $2 AND revoked_at IS NULL ORDER BY id");
    GRANTS_ELSEWHERE = "SELECT count(*) FROM staff_grant WHERE service <> $1 AND staff = $2 AND revoked_at IS NULL";
}

/// A new account. Conflict: the address has one.
pub fn insert(staff: &Staff) -> Write {
    Write::one("the staff account", INSERT, staff.cells(SERVER))
}

/// Everything of it that may change. Conflict: it has changed since it was read (so a code is not accepted twice).
pub fn update(staff: &Staff) -> Write {
    let args = args![
        SERVER,
        staff.id,
        staff.revision,
        staff.sealed,
        staff.key_version,
        staff.password,
        staff.totp,
        staff.totp_step,
        staff.state,
        staff.failures,
        staff.locked_until,
    ];
    Write::one("the staff account", UPDATE, args)
}

/// A sign-in with this address failed; from so many in a row on there is none before `until`. Counting begins anew once
/// that is over. Nothing happens where the address has no account, by the same work.
pub fn failed(blind: &[u8; 32], most: i64, until: Timestamp, now: Timestamp) -> Write {
    Write::any("the staff account", FAILED, args![SERVER, blind, most, until, now])
}

/// Grants a role in a service.
pub fn grant(service: &str, grant: &Grant) -> Write {
    Write::one("the grant", GRANT, grant.cells(service))
}

/// Takes a grant back. Conflict: it was taken back already.
pub fn revoke(service: &str, id: Uuid, at: Timestamp) -> Write {
    Write::one("the grant", REVOKE, args![service, id, at])
}

/// The account with this id.
pub async fn find(db: &Db, id: Uuid) -> Result<Option<Staff>> {
    db.find(FIND, args![SERVER, id]).await
}

/// The account with this id, which must be there.
pub async fn get(db: &Db, id: Uuid) -> Result<Staff> {
    find(db, id).await?.ok_or(Error::NotFound { what: "the staff account" })
}

/// The account with this address.
pub async fn find_by_blind(db: &Db, blind: &[u8; 32]) -> Result<Option<Staff>> {
    db.find(FIND_BLIND, args![SERVER, blind]).await
}

/// Every account, the oldest first.
pub async fn list(db: &Db) -> Result<Vec<Staff>> {
    db.list(LIST, args![SERVER]).await
}

/// How many active accounts there are.
pub async fn count(db: &Db) -> Result<u64> {
    db.one(COUNT, args![SERVER]).await
}

/// What an account may do in a service now.
pub async fn grants(db: &Db, service: &str, staff: Uuid) -> Result<Vec<Grant>> {
    db.list(GRANTS, args![service, staff]).await
}

/// How many grants an account has in the server's other services.
pub async fn grants_elsewhere(db: &Db, service: &str, staff: Uuid) -> Result<u64> {
    db.one(GRANTS_ELSEWHERE, args![service, staff]).await
}
