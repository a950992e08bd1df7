//! The parts pages are built from: one implementation each, used everywhere.
//!
//! A part is a struct with its own template under `templates/parts`; a page puts it in its template by name and
//! askama escapes what is inside. A part knows no duty, no request and no database: whoever fills it says everything,
//! in the reader's language.

mod clock;
mod field;
mod hash;
mod notice;
mod pill;
mod table;
mod timeline;
mod tree;
mod wrong;

pub use clock::Clock;
pub use field::{Choice, Control, Field, Radios, Summary};
pub use hash::Hash;
pub use notice::{Empty, Notice};
pub use pill::{Pill, Tone};
pub use table::{Cell, Head, Table};
pub use timeline::{Crumbs, Event, Step, Steps, Timeline};
pub use tree::{Node, Tree};
pub use wrong::Wrong;
