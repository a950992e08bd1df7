//! Lists of people who said no elsewhere: taken in once, so that they hold whatever becomes of the list.
//!
//! Contract: an address that is on a list is stopped by any import from then on; whoever is here already takes their
//! consent back, or objects, at once, unless they said something later. A list may be given again: nothing is there
//! twice. What cannot be read is told by the number of its line.
//!
//! Absences: nothing of a list is kept but keyed hashes; no message names an address.

mod read;
mod take;

pub use read::{Listed, NotListed, Rows, read};
pub use take::{Batch, NotTaken, Scope, Taken, scope};
