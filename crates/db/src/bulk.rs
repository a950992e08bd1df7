//! Several rows to a statement: 64, 8, or one, so that each engine prepares three texts and no more.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::Result;
use crate::engine::Tx;
use crate::value::{Row, Value};

/// How many rows one statement takes, the most first.
pub(crate) const SIZES: [usize; 3] = [64, 8, 1];

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

/// The texts made so far: at most three for each [`Bulk`] of the crate, so they may stay.
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
                changed += tx.execute_text(self.name, text, &now.concat()).await?;
                rows = later;
            }
        }
        Ok(changed)
    }

    /// The text that looks for so many ids of one service: `$1` is the service.
    pub(crate) fn ids(&self, ids: usize) -> &'static str {
        let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        let spell = || {
            let places: Vec<_> = (0..ids).map(|id| format!("${}", id + 2)).collect();
            self.head.to_owned() + &places.join(", ") + self.tail
        };
        texts.entry((self.name, ids)).or_insert_with(|| Box::leak(spell().into_boxed_str()))
    }

    /// Looks for all of these ids; the rows that were found.
    pub(crate) async fn look(&self, tx: &mut Tx, service: &str, mut ids: &[Value]) -> Result<Vec<Row>> {
        let mut found = vec![];
        for size in SIZES {
            while let Some((now, later)) = ids.split_at_checked(size) {
                let args: Vec<_> =
                    std::iter::once(Value::Text(service.to_owned())).chain(now.iter().cloned()).collect();
                found.extend(tx.fetch_text(self.name, self.ids(size), &args).await?);
                ids = later;
            }
        }
        Ok(found)
    }

    /// Its three texts.
    pub(crate) fn texts(self) -> [(&'static str, &'static str); 3] {
        SIZES.map(|size| (self.name, self.text(size)))
    }
}
