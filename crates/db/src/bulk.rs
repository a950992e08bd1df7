//! Several rows to a statement: every eighth number up to 64, and the numbers below eight. So no more than two statements
//! take up to 64 rows, and each engine prepares fifteen texts and no more. What is only looked for is repeated until a
//! wide statement is full: one statement each 64.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::Result;
use crate::engine::Tx;
use crate::value::{Row, Value};

/// How many rows one statement takes, the most first.
const SIZES: [usize; 15] = [64, 56, 48, 40, 32, 24, 16, 8, 7, 6, 5, 4, 3, 2, 1];
/// How many ids one statement looks for, the fewest first.
const LOOKED_FOR: [usize; 3] = [1, 8, WIDEST];
const WIDEST: usize = 64;

/// A statement that inserts several rows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bulk {
    pub(crate) name: &'static str,
    /// Up to and with `VALUES`.
    pub(crate) head: &'static str,
    /// What follows the rows.
    pub(crate) tail: &'static str,
    pub(crate) columns: usize,
}

/// The texts made so far: one of each size for each [`Bulk`] of the crate, so they may stay.
static TEXTS: Mutex<BTreeMap<(&'static str, usize), &'static str>> = Mutex::new(BTreeMap::new());

impl Bulk {
    /// The text for so many rows, made once.
    pub(crate) fn text(&self, rows: usize) -> &'static str {
        let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        texts.entry((self.name, rows)).or_insert_with(|| Box::leak(self.spell(rows).into_boxed_str()))
    }

    fn spell(&self, rows: usize) -> String {
        let row = |row: usize| {
            let cells: Vec<_> =
                (1..=self.columns).map(|column| format!("${}", row * self.columns + column)).collect();
            format!("({})", cells.join(", "))
        };
        self.head.to_owned() + &(0..rows).map(row).collect::<Vec<_>>().join(", ") + self.tail
    }

    /// Carries it out for all rows; how many it changed.
    pub(crate) async fn insert(&self, tx: &mut Tx, mut rows: &[Vec<Value>]) -> Result<u64> {
        let mut changed = 0;
        for size in SIZES {
            let text = self.text(size);
            while let Some((now, later)) = rows.split_at_checked(size) {
                changed += tx.execute_text(self.name, text, now.iter().flatten()).await?;
                rows = later;
            }
        }
        Ok(changed)
    }

    /// Its texts.
    pub(crate) fn texts(self) -> [(&'static str, &'static str); SIZES.len()] {
        SIZES.map(|size| (self.name, self.text(size)))
    }
}

/// A statement that looks for several ids of one service. One look for each, put together: a list of ids is no more than a
/// filter to PostgreSQL where it has no statistics yet, and it reads the whole service.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lookup {
    pub(crate) name: &'static str,
    /// The look for one; `$1` is the service, and the id follows.
    pub(crate) one: &'static str,
}

impl Lookup {
    /// The text for so many ids, made once.
    fn text(&self, ids: usize) -> &'static str {
        let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        let spell = || {
            let each: Vec<_> = (2..ids + 2).map(|place| format!("{} ${place}", self.one)).collect();
            Box::leak(each.join(" UNION ALL ").into_boxed_str())
        };
        texts.entry((self.name, ids)).or_insert_with(|| spell())
    }

    /// Looks for all of these ids; the rows that were found.
    pub(crate) async fn look(&self, tx: &mut Tx, service: &str, ids: &[Value]) -> Result<Vec<Row>> {
        let service = Value::Text(service.to_owned());
        let mut found = vec![];
        for now in ids.chunks(WIDEST) {
            let size = LOOKED_FOR.into_iter().find(|size| *size >= now.len()).unwrap_or(WIDEST);
            let padded = now.iter().chain(now.last().into_iter().cycle()).take(size);
            let args = std::iter::once(&service).chain(padded);
            found.extend(tx.fetch_text(self.name, self.text(size), args).await?);
        }
        Ok(found)
    }

    /// Its texts.
    pub(crate) fn texts(self) -> [(&'static str, &'static str); LOOKED_FOR.len()] {
        LOOKED_FOR.map(|size| (self.name, self.text(size)))
    }
}
