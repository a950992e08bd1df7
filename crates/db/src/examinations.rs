//! What the last look at the ledger found: one row a service, replaced by the next look.

use jiff::Timestamp;

use crate::sql::{args, row, statements};
use crate::{Db, Result, Write};

row! { columns;
    /// The last look.
    pub struct Examination {
        /// When it ended.
        pub at: Timestamp,
        /// What it found, as JSON: places and ids, no personal data.
        pub report: String,
        /// The mark of the findings that were told last.
        pub told: Option<String>,
    }
}

statements! { "examinations";
    PUT = concat!("INSERT INTO examination (", columns!(), ") VALUES ($1, $2, $3, $4) ON CONFLICT (service) DO UPDATE SET \
        at = excluded.at, report = excluded.report, told = excluded.told");
    FIND = concat!("SELECT ", columns!(), " FROM examination WHERE service = $1");
}

/// Keeps the look, in the place of the one before.
pub fn put(service: &str, examination: &Examination) -> Write {
    Write::one("the examination", PUT, examination.cells(service))
}

/// The last look; none before the first.
pub async fn find(db: &Db, service: &str) -> Result<Option<Examination>> {
    db.find(FIND, args![service]).await
}
