//! Connectors to the databases of the company: find a person by what they have proved, export their rows,
//! erase them in an order the foreign keys allow, and look again afterwards.
//!
//! Contract: a [`policy::map::StoreMap`] says what every column is; a [`Connector`] does the rest, the same way
//! on every engine (the branch between engines is in `engine/` alone).
//!
//! Absences: no decision about a request's state, no clock (the day is a parameter), no storage of its own, no
//! value of a store in an error, and no statement built from a value: names are quoted, values are bound.

mod check;
mod connector;
mod engine;
mod error;
mod export;
mod find;
mod model;
mod people;
mod plan;
mod read;
mod resolve;
mod run;
mod store;
mod value;
mod verify;
mod walk;
pub mod witness;

pub use connector::{BoxFuture, Connector, Fence};
pub use error::Error;
pub use model::*;
pub use plan::kept_until;
pub use value::{Cell, KeyPart, RowKey};

/// Opens the two roles of a store: reads go through `read_url`, erasure through `erase_url`.
/// `sqlite:///path/to/file` or `postgres://user:password@host/database`.
///
/// # Errors
/// [`Error::Url`] for a URL no connector understands; [`Error::Unreachable`] when the store does not answer.
pub async fn connect(
    map: &policy::map::StoreMap,
    read_url: &str,
    erase_url: &str,
) -> Result<std::sync::Arc<dyn Connector>, Error> {
    Ok(std::sync::Arc::new(store::Store::open(map, read_url, erase_url).await?))
}
