//! TILT, the Transparency Information Language: written from a policy, and read into a first one.
//!
//! The schema is draft-07 JSON Schema, in two editions that differ in one key (`dataFormat`, later `dataFormats`); what
//! is written is valid under both. Source: `tilt-schema.json` of Transparency-Information-Language/schema at 0142de9 and
//! ba05879.

mod basis;
mod disclosed;
mod draft;
mod keep;
mod reading;
mod recipients;
mod write;

pub use draft::{Imported, from_tilt};
pub(crate) use keep::iso;
pub use write::tilt;
